import type { MoneyMark } from './quantity/fee-value.ts';
import type { Base, Fact, FactKind, InvoiceDay, TierValue, Unit } from './fact.ts';

/**
 * Facts as they were before units and anchors were kept: one kind for each unit. The reading's rules are named by these kinds, the
 * calculators still ask by them, and libraries hold them. From the former form to the present one: `present-fact.ts`;
 * back: here.
 */
interface LegacyRow {
  readonly kind: FactKind;
  /** What the former unit was called. */
  readonly unit: string;
}

export const LEGACY_KINDS = {
  'change-notice-days': { kind: 'change-notice', unit: 'day' },
  'termination-notice-days': { kind: 'termination-notice', unit: 'day' },
  'termination-notice-months': { kind: 'termination-notice', unit: 'month' },
  'assignment-notice-days': { kind: 'assignment-notice', unit: 'day' },
  'payment-due-days': { kind: 'payment-due', unit: 'day' },
  'renewal-lead-days': { kind: 'renewal-lead', unit: 'day' },
  'outage-termination-hours': { kind: 'outage-termination', unit: 'hour' },
  'liability-cap': { kind: 'liability-cap', unit: 'text' },
  court: { kind: 'court', unit: 'text' },
  'governing-law': { kind: 'governing-law', unit: 'text' },
  availability: { kind: 'availability', unit: 'percent' },
  'credit-tier': { kind: 'credit-tier', unit: '%-of-monthly-fee' },
  'claim-opens-working-day': { kind: 'claim-opens', unit: 'day of month' },
  'claim-closes-months': { kind: 'claim-closes', unit: 'month' },
  'late-fee-per-day': { kind: 'late-fee', unit: 'per-mille' },
  'overdue-termination-days': { kind: 'overdue-termination', unit: 'day' },
  'damages-multiple': { kind: 'damages-multiple', unit: 'times' },
  'paper-delivery-days': { kind: 'delivery', unit: 'natural day' },
  'electronic-delivery': { kind: 'delivery', unit: 'text' },
  'vat-rate': { kind: 'vat-rate', unit: 'percent' },
  'invoice-ordinary-day': { kind: 'invoice-ordinary', unit: 'day of month' },
  'invoice-special-day': { kind: 'invoice-special', unit: 'day of month' },
  hotline: { kind: 'hotline', unit: 'text' },
  'effective-date': { kind: 'effective-date', unit: 'date' },
} as const satisfies Readonly<Record<string, LegacyRow>>;
export type LegacyKind = keyof typeof LEGACY_KINDS;

/** A tier of the former form: percent of the month's fee, or what `LegacyFact.unit` says. */
export interface CreditTier {
  readonly below: number;
  readonly from?: number;
  readonly credit: number;
}

export type LegacyValue = number | string | CreditTier | InvoiceDay;

/**
 * A fact of the former form. Beside the unit of its kind, `unit` may be `working day`, and of a credit `days of service` or
 * `hours of service`; what a rule reads may also be in the text's own `day` (an outage) or `percent` (a late fee).
 */
export interface LegacyFact {
  readonly kind: LegacyKind;
  readonly value: LegacyValue;
  readonly unit: string;
  readonly clause: string;
  readonly quote: string;
  /** The class it holds for, as written. */
  readonly scope?: Readonly<Record<string, string>>;
  /** Words beside the quote that say what it is of: the head of a table, the rest of its sentence. */
  readonly around?: string;
  /** What the credits of the whole document are a share of, where the words beside do not say it. */
  readonly of?: Base;
  /** Of a credit that is a sum of money: what its words say it is in. */
  readonly currency?: MoneyMark;
  /** Of a credit: it is given once for every outage. */
  readonly each?: 'outage';
  /** See `Fact.doubt`. */
  readonly doubt?: string;
}

const LENGTH_WORDS: Partial<Readonly<Record<Unit, string>>> = { 'working-day': 'working day' };

const FORMER_BY_KIND = new Map<FactKind, LegacyKind>(
  (Object.keys(LEGACY_KINDS) as LegacyKind[]).map((kind) => [LEGACY_KINDS[kind].kind, kind]),
);

/** The former kind that a fact would have had, whatever its unit and anchor; absent for kinds that are new. */
function formerKind({ kind, unit, value }: Fact): LegacyKind | undefined {
  if (kind === 'termination-notice') return unit === 'month' ? 'termination-notice-months' : 'termination-notice-days';
  if (kind === 'delivery')
    return typeof value === 'object' && 'channel' in value && value.channel === 'post'
      ? 'paper-delivery-days'
      : 'electronic-delivery';
  return FORMER_BY_KIND.get(kind);
}

type Said = (value: LegacyValue, unit?: string) => LegacyFact;

/** A plain number in the former unit. */
function formerNumber(kind: LegacyKind, value: number, unit: Unit, said: Said): LegacyFact | undefined {
  if (kind === 'outage-termination-hours') return unit === 'day' ? said(value * 24) : said(value);
  if (kind === 'claim-opens-working-day' || kind === 'vat-rate') return said(value);
  const former = LEGACY_KINDS[kind].unit;
  const days = unit === 'day' || unit === 'working-day';
  return former === unit || (days && former === 'day') ? said(value, LENGTH_WORDS[unit]) : undefined;
}

function formerTier({ below, from, credit }: TierValue, said: Said): LegacyFact {
  const bounds = from === undefined ? { below } : { below, from };
  if ('amount' in credit) return said({ ...bounds, credit: credit.amount });
  const unit =
    credit.unit === 'money' ? 'money' : credit.unit === 'service-day' ? 'days of service' : 'hours of service';
  return said({ ...bounds, credit: credit.value }, unit);
}

/** What the former reading would have said of a fact, whatever its unit and anchor; absent where it had no word for it. */
export function formerShape(fact: Fact): LegacyFact | undefined {
  const kind = formerKind(fact);
  if (kind === undefined) return undefined;
  const { value, unit, clause, quote } = fact;
  const said: Said = (former, as = LEGACY_KINDS[kind].unit) => ({ kind, value: former, unit: as, clause, quote });
  if (typeof value === 'string') return said(value);
  if (typeof value === 'number') return formerNumber(kind, value, unit, said);
  if ('promise' in value) return said(value.promise);
  if ('plan' in value) return said(value);
  if ('amount' in value) return value.unit === 'times' ? said(value.amount) : undefined;
  if ('credit' in value) return formerTier(value, said);
  if ('delay' in value)
    return kind === 'electronic-delivery' ? said(value.words ?? quote) : said(value.delay.value, LENGTH_WORDS[unit]);
  if (!('per' in value) || value.per !== 'day' || value.atMost || value.after) return undefined;
  const { amount, unit: written } = value.rate;
  return said(written === 'percent' ? Number((amount * 10).toPrecision(12)) : amount);
}

/**
 * What the calculators take a fact for: its former form where `legacy` says that unit and anchor are the former ones, and
 * where the unit turns into the former one exactly (days of an outage into hours, percent a day into per mille). Absent for
 * everything else: nothing is worked out from what is not understood.
 */
export function asLegacy(fact: Fact): LegacyFact | undefined {
  const exact =
    (fact.kind === 'outage-termination' && fact.unit === 'day') ||
    (fact.kind === 'late-fee' && fact.unit === 'percent');
  return fact.legacy !== undefined || exact ? formerShape(fact) : undefined;
}
