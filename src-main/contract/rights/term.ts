import { z } from 'zod';
import type { Sentence } from '../../agreement/sentence.ts';
import type { CaseState } from '../../letter/case.ts';
import type { Answer, Deadline } from '../../term/answer.ts';
import { call, date, filled, id } from '../call.ts';
import type { DayClockView, StatuteView } from '../views.ts';

const amount = filled(30);

/** What a person knows of a term that its text does not say; amounts in yuan. */
export const termInput = z.strictObject({
  starts: date.optional(),
  /** Last day of the first term: it goes before the count. */
  ends: date.optional(),
  price: amount.optional(),
  monthFee: amount.optional(),
  yearFee: amount.optional(),
  remaining: amount.optional(),
  paid: amount.optional(),
});
export type TermInput = z.infer<typeof termInput>;

export const TERM_FIGURES = [
  'length',
  'end',
  'cancelBy',
  'renewBy',
  'renews',
  'notice',
  'next',
  'announcedBy',
  'cap',
  'ceiling',
  'commitment',
  'feeShare',
  'fee',
  'dataUntil',
  'sunsetNotice',
  'terminationNotice',
  'liabilityCapSaid',
  'liabilityCap',
] as const;
export type TermFigureName = (typeof TERM_FIGURES)[number];

/** One figure of a term. Of a day that can move, the answer is the safe one and `latest` the other. */
export interface TermFigure {
  readonly name: TermFigureName;
  readonly as: 'date' | 'money' | 'words';
  readonly answer: Answer<string>;
  /** A length or a share in words. */
  readonly words?: Sentence;
  readonly latest?: { readonly day: string; readonly why?: Sentence };
}

/** A term that follows the one that runs. */
export interface ComingTerm {
  readonly nth: number;
  readonly starts: string;
  readonly ends: Pick<Deadline, 'safe' | 'latest'>;
  /** The latest arguable day is absent where it is not known. */
  readonly cancelBy?: { readonly safe: string; readonly latest?: string };
}

/** Start, end, renewal, price and exit of one agreement. */
export interface TermView {
  readonly agreementId: string;
  /** What its amounts are in: a code of `names.currency`. */
  readonly currency: string;
  /** Where its days are not Beijing's. */
  readonly dayClock?: DayClockView;
  readonly given: TermInput;
  /** Since when the text stands: a start that a person may take. */
  readonly stands?: string;
  /** The term that runs, by number and first day. */
  readonly current?: { readonly nth: number; readonly starts: string };
  readonly figures: readonly TermFigure[];
  /** What the law says beside these figures. */
  readonly statutes: readonly StatuteView[];
  readonly coming: readonly ComingTerm[];
  /** First day on which it is not too early to say no to the coming renewal; only where the text has one. */
  readonly cancelFrom?: string;
  /** A new price can be told after the last day to cancel. */
  readonly priceLate?: true;
  /** It renews by itself unless somebody says no. */
  readonly renewsItself: boolean;
  /** Even the latest arguable day to cancel the coming renewal has passed. */
  readonly cancelPassed?: true;
  /** The last letter against its renewal, and how far that got. */
  readonly notRenewed?: {
    readonly origin: string;
    readonly state: CaseState;
    readonly letterId?: string;
    readonly sentAt?: string;
    /** Only its arrival keeps the term from renewing. */
    readonly arrivedAt?: string;
  };
}

export const termCalls = {
  'rights.term': call<TermView>()(z.strictObject({ agreementId: id })),
  'rights.keepTerm': call<undefined>()(z.strictObject({ agreementId: id, term: termInput })),
  /** Drafts the letter that says a term is not renewed; its id. Only its arrival closes the last day. */
  'rights.draftNonRenewal': call<{ readonly letterId: string }>()(z.strictObject({ agreementId: id })),
};
