import type { FeeValue, MoneyMark } from './quantity/fee-value.ts';
import { type Sentence, sentence } from './sentence.ts';

/** What a length of time is counted in. */
export const LENGTH_UNITS = ['minute', 'hour', 'day', 'working-day', 'month', 'year'] as const;
export type LengthUnit = (typeof LENGTH_UNITS)[number];

/** What a value is in; always the text's own unit. */
export const UNITS = [
  ...LENGTH_UNITS,
  'working-hour',
  'percent',
  'per-mille',
  'times',
  'service-day',
  'money',
  'date',
  'text',
] as const;
export type Unit = (typeof UNITS)[number];

/** A number in its unit. `calendar` only with working days: `PRC`, `HK`, or as written. */
export interface Quantity {
  readonly value: number;
  readonly unit: Unit;
  readonly calendar?: string;
  /** Only of money, and only where its words name a currency. */
  readonly currency?: MoneyMark;
}

/** What a share is a share of. */
export const BASES = [
  'month-fee',
  'quarter-fee',
  'year-fee',
  'outage-fee',
  'fees-paid',
  'fees-12-months',
  'overdue',
  'remaining-term',
] as const;
/** `words` is empty where the text does not say it. */
export type Base = (typeof BASES)[number] | { readonly words: string };

export interface Share {
  readonly amount: number;
  readonly unit: 'percent' | 'per-mille' | 'times';
  readonly of: Base;
}

/** From when a length is counted. Where one is counted back from `effective`, what runs on from it is `in-force`. */
export const ANCHORS = [
  'announced',
  'sent',
  'posted',
  'received',
  'delivered',
  'order',
  'invoice',
  'due',
  'month-end',
  'incident',
  'restored',
  'breach',
  'effective',
  'in-force',
  'term-start',
  'term-end',
] as const;
export type Anchor = (typeof ANCHORS)[number];

/** Percent figures have at most six digits, so they are plain numbers. */
export interface TierValue {
  readonly below: number;
  readonly from?: number;
  readonly credit: Share | Quantity;
  readonly form?: 'money' | 'voucher' | 'service-days';
  /** Given once for every outage, and not once for the period. */
  readonly each?: 'outage';
}

/** `period` is absent where the text does not say over what it is measured. */
export interface AvailabilityValue {
  readonly promise: number;
  readonly period?: 'month' | 'quarter' | 'year';
  readonly downAfter?: Quantity;
  readonly target?: true;
}

export type LateFeeValue = (
  | { readonly rate: Share; readonly per: 'day' | 'month' | 'year' }
  | { readonly reference: string; readonly rate?: string }
) & {
  /** The most that it can come to. */
  readonly atMost?: Share;
  /** How long a sum has to be overdue before it runs: `逾期超过5个工作日的`. */
  readonly after?: Quantity;
};

/** `words`: how the text says when an electronic notice is delivered. A delay that was not read is in `text`, never none. */
export interface DeliveryValue {
  readonly channel: 'site' | 'message' | 'email' | 'sms' | 'post' | 'any';
  readonly delay: Quantity;
  readonly words?: string;
}

/** Months after the service month, day of that month. */
export interface InvoiceDay {
  readonly months: number;
  readonly day: number;
  readonly plan: 'prepaid' | 'postpaid';
}

/** The days on which a service has hours: all of them, working days by a calendar, or days of the week (1 is Monday). */
export type HoursDays = 'all' | 'working' | readonly number[];

/** Hours of a service or of its support, as wall clock `HH:MM`; `24:00` ends a day. */
export interface HoursValue {
  readonly days: HoursDays;
  readonly spans: readonly { readonly from: string; readonly to: string }[];
  /** Statutory holidays are left out, where days of the week are named. */
  readonly exceptHolidays?: true;
}

/** A court by reference: the rule as written, and the place where the text gives it. */
export interface CourtByRule {
  readonly rule: string;
  readonly place?: string;
  readonly placeClause?: string;
}

export type FactValue =
  | number
  | string
  | Share
  | TierValue
  | AvailabilityValue
  | LateFeeValue
  | DeliveryValue
  | InvoiceDay
  | HoursValue
  | FeeValue
  | CourtByRule;

/** Which form the value of a kind has. `cap`: a share, or the words where its expression is not read. */
export type FactShape =
  | 'length'
  | 'percent'
  | 'money'
  | 'fee'
  | 'share'
  | 'cap'
  | 'tier'
  | 'availability'
  | 'late-fee'
  | 'delivery'
  | 'invoice-day'
  | 'hours'
  | 'court'
  | 'text'
  | 'date';

interface FactKindRow {
  readonly shape: FactShape;
  readonly units: readonly Unit[];
  /** Its name, the same on screen, on paper, in a comparison and on the command line. */
  readonly label: Sentence;
  /** What the customer has to do by a last day: only there an hour of that day matters. */
  readonly byHour?: true;
  /** Which way the figure is better for the customer. What can be good or bad has none, and is never taken for better. */
  readonly better?: 'more' | 'less';
  /** Whose it must not be for that to hold. */
  readonly notBetterOf?: readonly ('provider' | 'customer' | 'both')[];
  /** Somebody has to act by it, on either side. */
  readonly toBeDone?: true;
}

const LENGTH = { shape: 'length', units: LENGTH_UNITS } as const;
const SHARES = ['percent', 'per-mille', 'times'] as const;
const CAP = { shape: 'cap', units: [...SHARES, 'money', 'text'] } as const;
/** A time to respond or to restore. */
const SUPPORT = { shape: 'length', units: [...LENGTH_UNITS, 'working-hour'] } as const;
const INVOICE = { shape: 'invoice-day', units: ['day'] } as const;

/** The one table of what a clause can state: the form and the units of its value, and what it is called. */
export const FACT_KINDS = {
  'change-notice': { ...LENGTH, label: sentence('names.fact.change-notice'), better: 'more', toBeDone: true },
  'termination-notice': { ...LENGTH, label: sentence('names.fact.termination-notice'), toBeDone: true },
  'assignment-notice': { ...LENGTH, label: sentence('names.fact.assignment-notice'), better: 'more' },
  'objection-window': { ...LENGTH, label: sentence('names.fact.objection-window'), byHour: true, better: 'more' },
  'deemed-consent': { shape: 'text', units: ['text'], label: sentence('names.fact.deemed-consent') },
  'price-notice': { ...LENGTH, label: sentence('names.fact.price-notice'), better: 'more', toBeDone: true },
  'sunset-notice': { ...LENGTH, label: sentence('names.fact.sunset-notice'), better: 'more' },
  'payment-due': { ...LENGTH, label: sentence('names.fact.payment-due'), byHour: true, better: 'more', toBeDone: true },
  'payment-day': { shape: 'text', units: ['text'], label: sentence('names.fact.payment-day'), toBeDone: true },
  'renewal-lead': {
    ...LENGTH,
    label: sentence('names.fact.renewal-lead'),
    byHour: true,
    better: 'less',
    toBeDone: true,
  },
  term: { ...LENGTH, label: sentence('names.fact.term') },
  'auto-renewal': { ...LENGTH, label: sentence('names.fact.auto-renewal') },
  'non-renewal-notice': {
    ...LENGTH,
    label: sentence('names.fact.non-renewal-notice'),
    byHour: true,
    better: 'less',
    notBetterOf: ['provider'],
    toBeDone: true,
  },
  'price-increase-cap': { ...CAP, label: sentence('names.fact.price-increase-cap'), better: 'less' },
  'stated-fee': { shape: 'fee', units: ['money'], label: sentence('names.fact.stated-fee'), better: 'less' },
  'minimum-commitment': {
    shape: 'money',
    units: ['money', 'text'],
    label: sentence('names.fact.minimum-commitment'),
    better: 'less',
  },
  'early-termination-fee': { ...CAP, label: sentence('names.fact.early-termination-fee'), better: 'less' },
  'outage-termination': { ...LENGTH, label: sentence('names.fact.outage-termination'), better: 'less' },
  'liability-cap': {
    ...CAP,
    label: sentence('names.fact.liability-cap'),
    better: 'more',
    notBetterOf: ['customer', 'both'],
  },
  'credit-cap': { ...CAP, label: sentence('names.fact.credit-cap'), better: 'more' },
  court: { shape: 'court', units: ['text'], label: sentence('names.fact.court') },
  'arbitration-body': { shape: 'text', units: ['text'], label: sentence('names.fact.arbitration-body') },
  'governing-law': { shape: 'text', units: ['text'], label: sentence('names.fact.governing-law') },
  availability: {
    shape: 'availability',
    units: ['percent'],
    label: sentence('names.fact.availability'),
    better: 'more',
  },
  'credit-tier': {
    shape: 'tier',
    units: ['percent', 'per-mille', 'times', 'service-day', 'hour', 'money'],
    label: sentence('names.fact.credit-tier'),
    better: 'more',
  },
  'claim-opens': { ...LENGTH, label: sentence('names.fact.claim-opens'), better: 'less' },
  'claim-closes': {
    ...LENGTH,
    label: sentence('names.fact.claim-closes'),
    byHour: true,
    better: 'more',
    toBeDone: true,
  },
  'late-fee': {
    shape: 'late-fee',
    units: [...SHARES, 'text'],
    label: sentence('names.fact.late-fee'),
    better: 'less',
    notBetterOf: ['provider', 'both'],
  },
  'overdue-termination': { ...LENGTH, label: sentence('names.fact.overdue-termination'), better: 'more' },
  'damages-multiple': { shape: 'share', units: SHARES, label: sentence('names.fact.damages-multiple') },
  'lost-time-credit': { shape: 'share', units: ['times'], label: sentence('names.fact.lost-time-credit') },
  delivery: { shape: 'delivery', units: [...LENGTH_UNITS, 'text'], label: sentence('names.fact.delivery') },
  'vat-rate': { shape: 'percent', units: ['percent'], label: sentence('names.fact.vat-rate') },
  'invoice-ordinary': { ...INVOICE, label: sentence('names.fact.invoice-ordinary'), toBeDone: true },
  'invoice-special': { ...INVOICE, label: sentence('names.fact.invoice-special'), toBeDone: true },
  'breach-notice': { ...LENGTH, label: sentence('names.fact.breach-notice'), better: 'less', toBeDone: true },
  'data-return': { ...LENGTH, label: sentence('names.fact.data-return'), toBeDone: true },
  response: { ...SUPPORT, label: sentence('names.fact.response'), better: 'less', toBeDone: true },
  restore: { ...SUPPORT, label: sentence('names.fact.restore'), better: 'less', toBeDone: true },
  'support-credit': { ...CAP, label: sentence('names.fact.support-credit'), better: 'more' },
  'service-hours': { shape: 'hours', units: ['hour'], label: sentence('names.fact.service-hours') },
  'support-hours': { shape: 'hours', units: ['hour'], label: sentence('names.fact.support-hours') },
  hotline: { shape: 'text', units: ['text'], label: sentence('names.fact.hotline') },
  'effective-date': { shape: 'date', units: ['date'], label: sentence('names.fact.effective-date') },
  'start-date': { shape: 'date', units: ['date'], label: sentence('names.fact.start-date') },
  'end-date': { shape: 'date', units: ['date'], label: sentence('names.fact.end-date') },
  'time-zone': { shape: 'text', units: ['text'], label: sentence('names.fact.time-zone') },
  'billing-cycle': { shape: 'text', units: ['text'], label: sentence('names.fact.billing-cycle') },
  'close-of-business': { shape: 'text', units: ['text'], label: sentence('names.fact.close-of-business') },
} as const satisfies Readonly<Record<string, FactKindRow>>;

export type FactKind = keyof typeof FACT_KINDS;

const rowOf = (kind: FactKind): FactKindRow => FACT_KINDS[kind];

/** Whether a kind is of something that the customer has to do by a last day, and its hour matters. */
export const isByHour = (kind: FactKind): boolean => rowOf(kind).byHour === true;

/** Whether somebody has to act by facts of a kind, on either side. */
export const isToBeDone = (kind: FactKind): boolean => rowOf(kind).toBeDone === true;

/** Which way a fact's figure is better for the customer; undefined where that is not certain. */
export function betterWhen({ kind, party }: Fact): 'more' | 'less' | undefined {
  const { better, notBetterOf = [] } = rowOf(kind);
  return party !== undefined && notBetterOf.includes(party) ? undefined : better;
}

/** What a fact is called. */
export const factLabel = (kind: FactKind): Sentence => FACT_KINDS[kind].label;

/** A value with its unit, read from a clause; `quote` is a literal substring of the clause's text or of its table. */
export interface Fact {
  /** `clause/kind/n`, unique inside one reading. */
  readonly id: string;
  readonly kind: FactKind;
  readonly value: FactValue;
  readonly unit: Unit;
  readonly calendar?: string;
  readonly anchor?: Anchor;
  /** The length itself is not enough: `超过72小时`, `more than 72 hours` (Civil Code, Art. 1259). Absent: it is. */
  readonly over?: true;
  /** The hour of the last day by which it must be done, `HH:MM`, where the sentence says one: `工作日17:00前`. */
  readonly hour?: string;
  /** The class it holds for, as written: `{ class: '低频存储' }`. */
  readonly scope?: Readonly<Record<string, string>>;
  /** Of an automatic renewal: how often it comes about at most (`最多续期两次`). Nought: it never does. */
  readonly times?: number;
  readonly party?: 'provider' | 'customer' | 'both';
  /** Words of the same sentence with a figure that was not accounted for: the value is not certain, and nothing is counted with it. */
  readonly doubt?: string;
  readonly clause: string;
  readonly quote: string;
  readonly conflictsWith?: readonly string[];
  /** The former kind, where unit and anchor are the former ones; see `legacy-fact.ts`. */
  readonly legacy?: string;
}

/** A fact as it is used: of the text, or a person's correction of it. */
export type KnownFact = Fact & {
  readonly from:
    | { readonly by: 'text' }
    | {
        readonly by: 'person';
        readonly who: string;
        readonly at: string;
        readonly reason: string;
        /** The first fact of the text in whose place it stands, and the others that disagreed with it. */
        readonly instead?: Fact;
        readonly others?: readonly Fact[];
        /** It stands beside what the text says, as one more line of a table. */
        readonly beside?: true;
      };
};

/**
 * Whether a length is of something else than its kind is mostly about: a time to dispute a bill and not to claim a credit, to delete
 * and not to give back. Its scope says of what (`matter`).
 */
export const isOfAnotherMatter = ({ scope }: Fact): boolean => scope?.['matter'] !== undefined;
