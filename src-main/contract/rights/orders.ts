import { z } from 'zod';
import type { Sentence } from '../../agreement/sentence.ts';
import type { Answer, TermStep } from '../../term/answer.ts';
import type { LatestDay } from '../../term/calendar/deadline.ts';
import type { InvoiceDates, VatSplit } from '../../term/fees/invoices.ts';
import { call, date, filled, id, words } from '../call.ts';
import { clauseId, monthOf } from './inputs.ts';
import type { UndoToken } from '../undo.ts';
import type { BasisVersion } from './basis.ts';
import type { InvoiceRecord } from './invoices.ts';

export const invoiceStates = ['none', 'asked', 'issued', 'received'] as const;
export type InvoiceState = (typeof invoiceStates)[number];

/** One invoice of one order: when it can be asked for and comes, from whom, on what title, and how far it is. */
export interface InvoiceView {
  readonly orderId: string;
  readonly month: string;
  readonly type: 'ordinary' | 'special';
  readonly dates: InvoiceDates;
  readonly vat: Answer<VatSplit>;
  /** What its amounts are in: a code of `names.currency`. */
  readonly currency: string;
  readonly state: InvoiceState;
  readonly since: Partial<Readonly<Record<InvoiceState, string>>>;
  /** A file that was added before invoices were kept with what they say. */
  readonly file?: { readonly name: string; readonly sha256: string };
  /** The invoices that came. */
  readonly kept: readonly InvoiceRecord[];
  /** Steps of the guide, ticked for this request. */
  readonly steps: readonly { readonly clauseId: string; readonly text: string; readonly done: boolean }[];
}

/** A rule of payment by its name. */
const paymentRule = filled(500);

/** The words of the agreement that a sum was taken from. */
const statedSum = z.strictObject({ clauseId, number: words(40).optional(), quote: filled(2000) });

/** A sum and its day: one payment of several, or one of several days on which part of an order falls due. */
const datedAmount = z.strictObject({ on: date, amount: filled(30) });

export const orderInput = z.strictObject({
  service: filled(200),
  number: words(100),
  plan: z.enum(['prepaid', 'postpaid']),
  orderedOn: date,
  /** Yuan, decimal. */
  amount: filled(30),
  /** The fee of the text that the amount is, where the person left it. */
  stated: statedSum.optional(),
  months: z.int().min(1).max(1200).optional(),
  starts: date.optional(),
  ends: date.optional(),
  /** Settlement day of a fee that is billed afterwards. */
  settlementDay: date.optional(),
  /** Sums that fall due on days of their own; together the amount. */
  dues: z.array(datedAmount).max(120).readonly().optional(),
  /** Day on which the bill was received. */
  billedOn: date.optional(),
  /** Which of several rules of the text it is paid by, where a person picked one. */
  paymentRule: z.strictObject({ rule: paymentRule, quote: words(2000) }).optional(),
  /** Payments in part. */
  payments: z.array(datedAmount).max(120).readonly().optional(),
  /** All that was left was paid on this day. */
  paidOn: date.optional(),
  /** The published rate that a late fee refers to, in percent a year. */
  referenceRate: words(20).optional(),
  /** Whose order it is, where that is not whose agreement it is. */
  companyId: id.optional(),
  /** The year's fee, where the amount is that of another time. */
  yearFee: filled(30).optional(),
  /** It was served or settled although it had lapsed unpaid. */
  servedAnyway: z.literal(true).optional(),
  /** The service ended early on this day. */
  endedOn: date.optional(),
  /** Who ended it; the provider, where nobody says. */
  endedBy: z.enum(['provider', 'customer']).optional(),
  invoiceType: z.enum(['ordinary', 'special']),
  note: words(1000),
  /** The person's own reminder: a balance to look at, a bill to check. */
  remindOn: date.optional(),
});
export type OrderInput = z.infer<typeof orderInput>;

/** A fee that the text states, for an order to take. */
export interface StatedFeeView {
  /** The fact. */
  readonly id: string;
  readonly words: Sentence;
  readonly scope?: string;
  /** In the agreement's currency, for `months`; for the order as a whole where these are absent. */
  readonly price: string;
  readonly months?: number;
  readonly clause: { readonly clauseId: string; readonly number?: string; readonly quote: string };
}

/** That an order comes to nothing unpaid: from which day, the words that say so, and those by which fees of it would run. */
export interface OrderLapse {
  readonly on: string;
  readonly kept?: NonNullable<TermStep['clause']>;
  readonly late?: NonNullable<TermStep['clause']>;
}

export const ORDER_FIGURES = [
  'payBy',
  'lapses',
  'renewBy',
  'lateDays',
  'lateFee',
  'lateTotal',
  'balance',
  'overdueLast',
  'terminationFrom',
  'lawfulSuspension',
  'lawfulTermination',
  'usedMonths',
  'unused',
  'earlyEndFee',
  'refund',
  'damages',
] as const;
export type OrderFigureName = (typeof ORDER_FIGURES)[number];

export interface OrderFigure {
  readonly name: OrderFigureName;
  readonly as: 'date' | 'money' | 'number';
  /** Of a day that a holiday may move, the safe one. */
  readonly answer: Answer<string>;
  /** How late one could still argue, where that is another day or not known. */
  readonly latest?: LatestDay;
  /** The amount in Chinese capitals. */
  readonly capitals?: string;
}

export interface OrderView extends OrderInput {
  readonly id: string;
  /** The text that stood on the day of the order. */
  readonly basis: BasisVersion;
  readonly capitals: string;
  /** What its amounts are in: a code of `names.currency`. */
  readonly currency: string;
  /** What is to be known of every amount: another currency than yuan, tax on top. */
  readonly moneyNotes: readonly TermStep[];
  /** Yuan paid so far. */
  readonly paid: string;
  /** Day on which nothing was left to pay. */
  readonly settledOn?: string;
  /** On whose name its invoices are made out; absent where it is not known. */
  readonly invoiceTitle?: InvoiceTitle;
  readonly figures: readonly OrderFigure[];
  /** The rules that the text has it paid by, where they are several: a person picks one. */
  readonly paymentRules: readonly PaymentRuleView[];
  /** It lapsed unpaid on a day: nothing is owed of it. Why, with what the person entered against it. */
  readonly lapsed?: { readonly on: string; readonly steps: readonly TermStep[] };
  /** What the agreement says about ending a prepaid order early. */
  readonly earlyEnd?: TermStep;
  readonly invoices: readonly InvoiceView[];
}

/** A rule by which the text has an order paid, and the day that it gives. */
export interface PaymentRuleView {
  readonly rule: string;
  readonly words: Sentence;
  readonly clause: { readonly number?: string; readonly quote: string };
  readonly due: Answer<string>;
  readonly picked: boolean;
}

/** Why it is this company: said of the order or of the agreement, the one that accepted it, or the only one there is. */
export type CompanyBy = 'order' | 'agreement' | 'record' | 'only';

/** On whose name invoices are made out: the company profile. */
export interface InvoiceTitle {
  readonly companyId: string;
  readonly by: CompanyBy;
  readonly name: string;
  readonly taxNumber: string;
  readonly address: string;
  readonly phone: string;
  readonly bank: string;
  readonly bankAccount: string;
}

const ofInvoice = z.strictObject({ orderId: id, month: monthOf });

/** Orders and invoices. */
export const orderCalls = {
  'rights.saveOrder': call<{ readonly orderId: string }>()(
    z.strictObject({ agreementId: id, orderId: id.optional(), order: orderInput }),
  ),
  /** When an order of that day would lapse unpaid, by the text of the day. */
  'rights.orderLapse': call<OrderLapse | undefined>()(
    z.strictObject({ agreementId: id, orderedOn: date, service: words(200) }),
  ),
  /** Which of several rules of the text an order is paid by; none takes it back. */
  'rights.pickPaymentRule': call<undefined>()(z.strictObject({ orderId: id, rule: paymentRule.optional() })),
  'rights.removeOrder': call<UndoToken>()(z.strictObject({ orderId: id })),
  /** One more month of a postpaid order to ask an invoice for. */
  'rights.addInvoice': call<undefined>()(ofInvoice),
  'rights.tickInvoice': call<undefined>()(ofInvoice.extend({ clauseId, done: z.boolean() })),
  'rights.setInvoiceState': call<undefined>()(ofInvoice.extend({ state: z.enum(invoiceStates), on: date })),
};
