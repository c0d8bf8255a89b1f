import type { Words } from './sentence.ts';

/** What a length of time is counted in. */
export const LENGTH_UNITS = ['minute', 'hour', 'day', 'working-day', 'month', 'year'] as const;
export type LengthUnit = (typeof LENGTH_UNITS)[number];

/** What a value is in; always the text's own unit. */
export const UNITS = [
  ...LENGTH_UNITS,
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
}

/** What a share is a share of. */
export const BASES = [
  'month-fee',
  'year-fee',
  'outage-fee',
  'fees-paid',
  'fees-12-months',
  'overdue',
  'remaining-term',
] as const;
export type Base = (typeof BASES)[number] | { readonly words: string };

export interface Share {
  readonly amount: number;
  readonly unit: 'percent' | 'per-mille' | 'times';
  readonly of: Base;
}

/** From when a length is counted. */
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
  'breach',
  'effective',
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
}

/** `period` is absent where the text does not say over what it is measured. */
export interface AvailabilityValue {
  readonly promise: number;
  readonly period?: 'month' | 'quarter' | 'year';
  readonly downAfter?: Quantity;
  readonly target?: true;
}

export type LateFeeValue =
  | { readonly rate: Share; readonly per: 'day' | 'month' | 'year' }
  | { readonly reference: string; readonly rate?: string };

/** `words`: how the text says when an electronic notice is delivered. */
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

/** A court by reference: the rule as written, and the place where the text gives it. */
export interface CourtByRule {
  readonly rule: string;
  readonly place?: string;
  readonly placeClause?: string;
}

export type FactValue =
  number | string | Share | TierValue | AvailabilityValue | LateFeeValue | DeliveryValue | InvoiceDay | CourtByRule;

/** Which form the value of a kind has. `cap`: a share, or the words where its expression is not read. */
export type FactShape =
  | 'length'
  | 'percent'
  | 'money'
  | 'share'
  | 'cap'
  | 'tier'
  | 'availability'
  | 'late-fee'
  | 'delivery'
  | 'invoice-day'
  | 'court'
  | 'text'
  | 'date';

interface FactKindRow {
  readonly shape: FactShape;
  readonly units: readonly Unit[];
  /** Its name, the same on screen, on paper, in a comparison and on the command line. */
  readonly label: Words;
}

const SHARES = ['percent', 'per-mille', 'times'] as const;
const CAPS = [...SHARES, 'money', 'text'] as const;

/** The one table of what a clause can state: the form and the units of its value, and what it is called. */
export const FACT_KINDS = {
  'change-notice': { shape: 'length', units: LENGTH_UNITS, label: { zh: '变更通知期', en: 'Notice of change' } },
  'termination-notice': {
    shape: 'length',
    units: LENGTH_UNITS,
    label: { zh: '终止通知期', en: 'Notice of termination' },
  },
  'assignment-notice': {
    shape: 'length',
    units: LENGTH_UNITS,
    label: { zh: '转让通知期', en: 'Notice of assignment' },
  },
  'price-notice': { shape: 'length', units: LENGTH_UNITS, label: { zh: '调价通知期', en: 'Notice of price change' } },
  'sunset-notice': { shape: 'length', units: LENGTH_UNITS, label: { zh: '下线通知期', en: 'Notice of sunset' } },
  'payment-due': { shape: 'length', units: LENGTH_UNITS, label: { zh: '付款期限', en: 'Payment due' } },
  'renewal-lead': { shape: 'length', units: LENGTH_UNITS, label: { zh: '续费提前期', en: 'Renewal lead time' } },
  term: { shape: 'length', units: LENGTH_UNITS, label: { zh: '服务期限', en: 'Term' } },
  'auto-renewal': { shape: 'length', units: LENGTH_UNITS, label: { zh: '每次续期', en: 'Renewal length' } },
  'non-renewal-notice': {
    shape: 'length',
    units: LENGTH_UNITS,
    label: { zh: '不续期通知期', en: 'Non-renewal notice' },
  },
  'price-increase-cap': { shape: 'cap', units: CAPS, label: { zh: '涨幅上限', en: 'Price increase cap' } },
  'minimum-commitment': {
    shape: 'money',
    units: ['money', 'text'],
    label: { zh: '最低消费', en: 'Minimum commitment' },
  },
  'early-termination-fee': { shape: 'cap', units: CAPS, label: { zh: '提前终止费', en: 'Early termination fee' } },
  'outage-termination': {
    shape: 'length',
    units: LENGTH_UNITS,
    label: { zh: '可终止的中断时长', en: 'Outage before you may terminate' },
  },
  'liability-cap': { shape: 'cap', units: CAPS, label: { zh: '责任上限', en: 'Liability cap' } },
  'credit-cap': { shape: 'cap', units: CAPS, label: { zh: '赔偿上限', en: 'Credit cap' } },
  court: { shape: 'court', units: ['text'], label: { zh: '管辖法院', en: 'Court' } },
  'arbitration-body': { shape: 'text', units: ['text'], label: { zh: '仲裁机构', en: 'Arbitration body' } },
  'governing-law': { shape: 'text', units: ['text'], label: { zh: '适用法律', en: 'Governing law' } },
  availability: { shape: 'availability', units: ['percent'], label: { zh: '承诺可用性', en: 'Promised availability' } },
  'credit-tier': {
    shape: 'tier',
    units: ['percent', 'per-mille', 'times', 'service-day', 'hour', 'money'],
    label: { zh: '赔偿档位', en: 'Credit tier' },
  },
  'claim-opens': { shape: 'length', units: LENGTH_UNITS, label: { zh: '索赔开始', en: 'Claims open' } },
  'claim-closes': { shape: 'length', units: LENGTH_UNITS, label: { zh: '索赔截止', en: 'Claims close' } },
  'late-fee': { shape: 'late-fee', units: [...SHARES, 'text'], label: { zh: '逾期违约金', en: 'Late fee' } },
  'overdue-termination': {
    shape: 'length',
    units: LENGTH_UNITS,
    label: { zh: '逾期可终止', en: 'Termination for non-payment' },
  },
  'damages-multiple': { shape: 'share', units: SHARES, label: { zh: '损害赔偿倍数', en: 'Damages multiple' } },
  delivery: { shape: 'delivery', units: LENGTH_UNITS, label: { zh: '视为送达', en: 'Deemed delivery' } },
  'vat-rate': { shape: 'percent', units: ['percent'], label: { zh: '增值税税率', en: 'VAT rate' } },
  'invoice-ordinary': {
    shape: 'invoice-day',
    units: ['day'],
    label: { zh: '普票开具日', en: 'Ordinary VAT invoice from' },
  },
  'invoice-special': {
    shape: 'invoice-day',
    units: ['day'],
    label: { zh: '专票开具日', en: 'Special VAT invoice from' },
  },
  'breach-notice': { shape: 'length', units: LENGTH_UNITS, label: { zh: '泄露通知时限', en: 'Breach notice within' } },
  'data-return': { shape: 'length', units: LENGTH_UNITS, label: { zh: '数据返还期限', en: 'Data return within' } },
  response: { shape: 'length', units: LENGTH_UNITS, label: { zh: '响应时间', en: 'Response time' } },
  restore: { shape: 'length', units: LENGTH_UNITS, label: { zh: '恢复时间', en: 'Restore time' } },
  hotline: { shape: 'text', units: ['text'], label: { zh: '客服热线', en: 'Hotline' } },
  'effective-date': { shape: 'date', units: ['date'], label: { zh: '生效日期', en: 'Effective date' } },
} as const satisfies Readonly<Record<string, FactKindRow>>;

export type FactKind = keyof typeof FACT_KINDS;

/** What a fact is called. */
export const factLabel = (kind: FactKind): Words => FACT_KINDS[kind].label;

/** A value with its unit, read from a clause; `quote` is a literal substring of the clause's text or of its table. */
export interface Fact {
  /** `clause/kind/n`, unique inside one reading. */
  readonly id: string;
  readonly kind: FactKind;
  readonly value: FactValue;
  readonly unit: Unit;
  readonly calendar?: string;
  readonly anchor?: Anchor;
  /** The class it holds for, as written: `{ class: '低频存储' }`. */
  readonly scope?: Readonly<Record<string, string>>;
  readonly party?: 'provider' | 'customer' | 'both';
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
        readonly instead?: Fact;
      };
};
