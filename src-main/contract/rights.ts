import { z } from 'zod';
import type { Sentence } from '../agreement/sentence.ts';
import type { Anchor } from '../agreement/fact.ts';
import type { DocumentKind } from '../agreement/model.ts';
import type { CaseState, Credited } from '../letter/case.ts';
import type { Answer, Deadline, Missing, TermStep } from '../term/answer.ts';
import type { LatestDay } from '../term/calendar/deadline.ts';
import type { ClaimDaysTold } from '../term/service/claim/claim-days.ts';
import type { InvoiceDates } from '../term/fees/invoices.ts';
import type { MonthFee } from '../term/service/month-fee.ts';
import type { MinuteCounting } from '../term/service/outages.ts';
import type { ServiceLevel } from '../term/service/service-level.ts';
import { call, filled, id, language, nothing, words } from './call.ts';
import { type FactChoice, factCalls, type FactLine, type SaidFactView } from './rights-facts.ts';
import { clauseId, monthFee, monthOf, outageInput, periodOf, type ServiceUnitView } from './rights/inputs.ts';
import type { BasisVersion } from './rights/basis.ts';
import type { InvoiceTitle, OrderView, StatedFeeView } from './rights/orders.ts';
import { logCalls, serviceCalls } from './rights/service.ts';
import { type SupportView, ticketCalls } from './rights/tickets.ts';
import type { UndoToken } from './undo.ts';
import type { StatuteView } from './views.ts';

export type { Anchor } from '../agreement/fact.ts';
export type { FactChoice, FactLine, SaidFactView } from './rights-facts.ts';
export type { BasisVersion } from './rights/basis.ts';
export type { OutageInput } from './rights/inputs.ts';
export type {
  CompanyBy,
  InvoiceState,
  InvoiceTitle,
  InvoiceView,
  OrderFigure,
  OrderFigureName,
  OrderInput,
  OrderLapse,
  OrderView,
  PaymentRuleView,
  StatedFeeView,
} from './rights/orders.ts';
export type { Answer, Deadline, LatestDay, Missing, TermStep, MonthFee, ServiceLevel, MinuteCounting, InvoiceDates };

export interface ObligationChoice {
  readonly id: string;
  readonly title: string;
  readonly kind: DocumentKind;
  readonly provider?: string;
  /** Its text promises an availability: outages are what its figures wait for. */
  readonly measured?: true;
  /** What can be claimed, the one whose time ends first before the others, then what was claimed; where it can be calculated at once. */
  readonly credits?: readonly CreditListed[];
  readonly outages: number;
  readonly orders: number;
}

/** What a period gives that can be claimed or was; of nothing, `0.00`. */
export interface CreditListed {
  /** `2026-03`, `2026-Q1`, `2026`. */
  readonly period: string;
  readonly amount: string;
  /** A code of `names.currency`. */
  readonly currency: string;
  /** `claimed`: the claim went out, and its credit has not come in. */
  readonly state: 'due' | 'claimed';
  /** The last day to claim it, to keep to. */
  readonly until?: string;
}

/** One row of the outage log. */
export interface OutageView {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** It goes on: `to` is now. */
  readonly ongoing?: true;
  /** Nobody said its zone when it was read. */
  readonly unzoned?: true;
  readonly minutes: number;
  /** How long it lasted within the month, by no rule of counting. */
  readonly seconds: number;
  readonly cause: string;
  readonly instances: readonly string[];
  /** Clause id of the exclusion that the row falls under; the words where it came with the log. */
  readonly exclusion?: string;
  /** Why none of its time counts, with the clause that says so, though it falls under no exclusion. */
  readonly notCounted?: TermStep;
  readonly origin: 'manual' | 'paste' | 'file';
}

/** One exclusion of the agreement as a line to check, for one month. */
export interface ExclusionCheck {
  readonly clauseId: string;
  readonly number?: string;
  /** Number of the clause above, where it is told apart by that alone. */
  readonly above?: string;
  readonly text: string;
  readonly verdict: 'open' | 'applies' | 'does-not-apply';
  readonly note: string;
  readonly evidence?: { readonly name: string; readonly sha256: string };
  /** Minutes of the month that rows under this exclusion cover. */
  readonly minutes: number;
}

export interface CountingRule {
  readonly value: MinuteCounting;
  /** `default` where the text does not say: only whole minutes, which claims the least. */
  readonly by: 'document' | 'person' | 'default';
  readonly step: TermStep;
}

/** Days by law, what is owed by law for slow repair, and what else the law says; none of it in place of a figure of the text. */
export interface LawBeside {
  readonly days: readonly {
    readonly name: 'limitation' | 'endRight';
    readonly answer: Answer<string>;
    readonly latest?: LatestDay;
  }[];
  readonly repairs: readonly Sentence[];
  readonly statutes: readonly StatuteView[];
}

/** One month of service with everything that follows from its log. */
export interface MonthView {
  readonly month: string;
  /** Its first and last day, where the text measures by months of its own: the month's otherwise. */
  readonly first: string;
  readonly last: string;
  /** By whose clock its days begin and its moments are told and typed, where it is not Beijing's: `America/New_York`, `+05:30`. */
  readonly zone?: string;
  /** What that clock is called, Beijing's as well. */
  readonly zoneName: Sentence;
  /** What the text measures by: the month itself, or the quarter (`2026-Q1`) or year around it. */
  readonly period: string;
  /** What is measured by itself, each with its instances, class and fee; empty where that was not said. */
  readonly units: readonly ServiceUnitView[];
  /** The unit that the figures are of. */
  readonly unit?: string;
  /** Classes that the text tells apart. */
  readonly classes: readonly string[];
  readonly scope?: string;
  /** When the person said that nothing was down but what is recorded (UTC ISO). */
  readonly complete?: string;
  /** Logs that were taken over as a whole, newest first. */
  readonly logs: readonly { readonly id: string; readonly name?: string; readonly rows: number; readonly at: string }[];
  /** Instances that the log names. */
  readonly named: readonly string[];
  /** The text that stood at the end of the month. */
  readonly basis: BasisVersion;
  readonly level: ServiceLevel;
  /** What the law gives beside the agreement's figures. */
  readonly law: LawBeside;
  readonly counting: CountingRule;
  /** The first rows of the month, and how many there are. */
  readonly rows: readonly OutageView[];
  readonly rowCount: number;
  readonly exclusions: readonly ExclusionCheck[];
  readonly fee?: MonthFee;
  readonly creditInCapitals: Answer<string>;
  /** What amounts are in: a code of `names.currency`. */
  readonly currency: string;
  /** What is to be known of every amount: another currency than yuan, tax on top. */
  readonly moneyNotes: readonly TermStep[];
  readonly support: SupportView;
  /** The tier that applies. */
  readonly tierSaid?: Sentence;
  /** The cap of the credit as the text states it. */
  readonly capSaid?: Sentence;
  readonly tiers: readonly { readonly below: number; readonly given: Sentence }[];
  /** Availability as the month goes on. `at` is days since the month began; percent, for drawing only. */
  readonly line: readonly { readonly at: number; readonly counted: number; readonly all: number }[];
  /** The same by day, exact: days with an outage. */
  readonly days: readonly {
    readonly date: string;
    readonly counted: number;
    readonly excluded: number;
    readonly availability: string;
  }[];
  /** The days on which its claim can be handed in. */
  readonly claimDays: ClaimDaysTold;
  /** Its period is not over: the last day of it, and the day on which it is told. What is measured of it is not final. */
  readonly running?: { readonly last: string; readonly today: string };
  readonly window: 'before' | 'open' | 'closed' | 'unknown';
  /** The last claim drafted for the month, and how far it got; `sentAt` once it went out. */
  readonly claim?: {
    /** As a case. */
    readonly origin: string;
    readonly letterId?: string;
    readonly at: string;
    readonly amount: string;
    /** Where what is claimed is no money. */
    readonly days?: number;
    readonly state: CaseState;
    /** Drafted while the period was running, which is over by now. */
    readonly early?: true;
    readonly sentAt?: string;
    /** The day on which it was credited, what came in, and what was said of that. */
    readonly settled?: { readonly on: string; readonly note?: string; readonly credited?: Credited };
  };
}

/** A claim whose drafting once counted as having made it: its deadline is open again. */
export interface ReopenedClaim {
  readonly agreementId: string;
  readonly title: string;
  readonly month: string;
  readonly amount: string;
}

export interface ObligationsView {
  readonly agreementId: string;
  readonly title: string;
  readonly provider?: string;
  readonly basis: BasisVersion;
  /** Its versions, oldest first: where none stands, one can be chosen. */
  readonly versions: readonly { readonly versionId: string; readonly ordinal: number }[];
  /** The version that was chosen for where none stands. */
  readonly chosen?: string;
  /** Asked after the basis where it is silent, in this order. */
  readonly companions: readonly BasisVersion[];
  /** What could be asked as well. */
  readonly candidates: readonly { readonly agreementId: string; readonly title: string }[];
  /** Terms of other agreements of the provider on when it can be ended after an outage, where this one does not say: to choose from. */
  readonly termOffers: readonly TermOffer[];
  readonly guide?: BasisVersion;
  readonly guides: readonly { readonly agreementId: string; readonly title: string }[];
  /** Version by clause id: where a cited clause stands. */
  readonly clauses: Readonly<Record<string, string>>;
  readonly facts: readonly FactLine[];
  /** Every kind of fact, to correct or add, and what was said of them already. */
  readonly choices: readonly FactChoice[];
  /** From when a length can be counted. */
  readonly anchors: readonly Anchor[];
  readonly said: readonly SaidFactView[];
  readonly partMonth: { readonly answer: Answer<'whole' | 'daily'>; readonly own?: 'whole' | 'daily' };
  /** Its text speaks of a term or a renewal, or a person entered one. */
  readonly term: boolean;
  /** Months with outages, newest first. */
  readonly months: readonly string[];
  readonly month: string;
  readonly orders: readonly OrderView[];
  /** What the text says that the service costs; several are for the person to choose from. */
  readonly fees: readonly StatedFeeView[];
  /** What its amounts are in: a code of `names.currency`. */
  readonly currency: string;
  /** Whose agreement it is; absent where it is not known. */
  readonly invoiceTitle?: InvoiceTitle;
  /** The companies that it can be said to be of. */
  readonly companies: readonly { readonly id: string; readonly name: string }[];
}

/** A term of another agreement of the same provider, with its words: it answers only where a person chooses that agreement. */
export interface TermOffer {
  readonly agreementId: string;
  readonly title: string;
  readonly words: Sentence;
  readonly clause: { readonly number?: string; readonly quote: string };
}

/** What became of rows that were read: kept, or already there. */
export interface LogOutcome {
  readonly added: number;
  readonly known: number;
  readonly month?: string;
}

const ofMonth = z.strictObject({ agreementId: id, month: monthOf });

export const rightsCalls = {
  'rights.list': call<readonly ObligationChoice[]>()(nothing),
  'rights.open': call<ObligationsView>()(z.strictObject({ agreementId: id })),
  /** The person's own value where the text is silent or speaks twice; absent takes it back. */
  'rights.settle': call<undefined>()(
    z.strictObject({ agreementId: id, kind: filled(40), value: z.number().nonnegative().optional() }),
  ),
  ...factCalls,
  'rights.settlePartMonth': call<undefined>()(
    z.strictObject({ agreementId: id, value: z.enum(['whole', 'daily']).optional() }),
  ),
  /** The version that figures rest on where none stands; absent takes the choice back. */
  'rights.chooseText': call<undefined>()(z.strictObject({ agreementId: id, versionId: id.optional() })),
  /** Whose agreement it is; absent takes the choice back. */
  'rights.chooseCompany': call<undefined>()(z.strictObject({ agreementId: id, companyId: id.optional() })),
  'rights.companions': call<undefined>()(
    z.strictObject({ agreementId: id, agreementIds: z.array(id).max(20), guideId: id.optional() }),
  ),
};

/** Outages, the service credit of a month, and its claim. */
export const outageCalls = {
  ...serviceCalls,
  ...logCalls,
  ...ticketCalls,
  'rights.month': call<MonthView>()(ofMonth.extend({ unit: words(100).optional() })),
  'rights.saveOutage': call<{ readonly month: string }>()(
    z.strictObject({ agreementId: id, outageId: id.optional(), outage: outageInput }),
  ),
  'rights.removeOutage': call<UndoToken>()(z.strictObject({ outageId: id })),
  /** Rows as text, with or without a heading row. */
  'rights.pasteOutages': call<LogOutcome>()(z.strictObject({ agreementId: id, text: words(2_000_000) })),
  'rights.excludeOutage': call<undefined>()(z.strictObject({ outageId: id, clauseId: clauseId.optional() })),
  'rights.checkClaim': call<undefined>()(
    z.strictObject({
      agreementId: id,
      month: monthOf,
      clauseId,
      verdict: z.enum(['open', 'applies', 'does-not-apply']),
      note: words(2000),
    }),
  ),
  'rights.addProof': call<undefined>()(z.strictObject({ agreementId: id, month: monthOf, clauseId })),
  /** What was paid for a month, or for the quarter or year that the text measures by. */
  'rights.setMonthFee': call<undefined>()(
    z.strictObject({ agreementId: id, month: periodOf, fee: monthFee.optional() }),
  ),
  'rights.setCounting': call<undefined>()(
    z.strictObject({ agreementId: id, counting: z.enum(['whole', 'started']).optional() }),
  ),
  /** The month's log as a PDF, to go with the claim letter. */
  'rights.exportOutages': call<{ readonly fileName: string } | undefined>()(ofMonth.extend({ language })),
  /** Drafts the claim letter of a month among the letters; the letter's id. Its deadline stays open until it is sent. `outside`: why it is claimed although its last day has passed. */
  'rights.claim': call<{ readonly letterId: string }>()(
    ofMonth.extend({ unit: words(100).optional(), outside: words(500).optional() }),
  ),
  /** What the person is told once: claims that are open again. */
  'rights.reopenedClaims': call<readonly ReopenedClaim[]>()(nothing),
  'rights.reopenedClaimsSeen': call<undefined>()(nothing),
};
