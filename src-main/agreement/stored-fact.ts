import { z } from 'zod';
import { ANCHORS, BASES, FACT_KINDS, type Fact, type FactKind, UNITS } from './fact.ts';
import { FEE_PERIODS, MONEY_CODES, MONEY_MARKS } from './quantity/fee-value.ts';
import { LEGACY_KINDS, type LegacyFact, type LegacyKind } from './legacy-fact.ts';
import { factFromLegacy } from './present-fact.ts';

const unit = z.enum(UNITS);
const quantity = z.object({
  value: z.number(),
  unit,
  calendar: z.string().optional(),
  currency: z.enum(MONEY_MARKS).optional(),
});
const share = z.object({
  amount: z.number(),
  unit: z.enum(['percent', 'per-mille', 'times']),
  of: z.union([z.enum(BASES), z.object({ words: z.string() })]),
});
const invoiceDay = z.object({ months: z.number(), day: z.number(), plan: z.enum(['prepaid', 'postpaid']) });
const text = z.string();
const lateFeeLimits = { atMost: share.optional(), after: quantity.optional() };

/** The value of each shape as it is stored. */
const SHAPES = {
  length: z.number(),
  percent: z.number(),
  money: z.union([z.number(), text]),
  fee: z.object({
    price: z.number(),
    currency: z.enum(MONEY_CODES).optional(),
    every: z.enum(FEE_PERIODS).optional(),
  }),
  share,
  cap: z.union([share, text]),
  tier: z.object({
    below: z.number(),
    from: z.number().optional(),
    credit: z.union([share, quantity]),
    form: z.enum(['money', 'voucher', 'service-days']).optional(),
    each: z.literal('outage').optional(),
  }),
  availability: z.object({
    promise: z.number(),
    period: z.enum(['month', 'quarter', 'year']).optional(),
    downAfter: quantity.optional(),
    target: z.literal(true).optional(),
  }),
  'late-fee': z.union([
    z.object({ rate: share, per: z.enum(['day', 'month', 'year']), ...lateFeeLimits }),
    z.object({ reference: text, rate: text.optional(), ...lateFeeLimits }),
  ]),
  delivery: z.object({
    channel: z.enum(['site', 'message', 'email', 'sms', 'post', 'any']),
    delay: quantity,
    words: text.optional(),
  }),
  'invoice-day': invoiceDay,
  hours: z.object({
    days: z.union([z.enum(['all', 'working']), z.array(z.number().int().min(1).max(7))]),
    spans: z.array(z.object({ from: z.string(), to: z.string() })).min(1),
    exceptHolidays: z.literal(true).optional(),
  }),
  court: z.union([text, z.object({ rule: text, place: text.optional(), placeClause: text.optional() })]),
  text,
  date: text,
} as const;

const place = { clause: z.string(), quote: z.string() };

/** A fact of the present form, its value and unit those of its kind. */
export const presentFact = z
  .object({
    id: z.string(),
    kind: z.enum(Object.keys(FACT_KINDS) as [FactKind, ...FactKind[]]),
    value: z.unknown(),
    unit,
    calendar: z.string().optional(),
    anchor: z.enum(ANCHORS).optional(),
    over: z.literal(true).optional(),
    hour: z.string().optional(),
    scope: z.record(z.string(), z.string()).optional(),
    times: z.number().int().nonnegative().optional(),
    party: z.enum(['provider', 'customer', 'both']).optional(),
    doubt: z.string().optional(),
    conflictsWith: z.array(z.string()).optional(),
    legacy: z.string().optional(),
    ...place,
  })
  .refine(({ kind, value, unit: stated }) => {
    const { shape, units } = FACT_KINDS[kind];
    return SHAPES[shape].safeParse(value).success && (units as readonly string[]).includes(stated);
  });

/** No other member: what has an id is of the present form, or none. */
const former = z.strictObject({
  kind: z.enum(Object.keys(LEGACY_KINDS) as [LegacyKind, ...LegacyKind[]]),
  value: z.union([
    z.number(),
    text,
    z.object({ below: z.number(), from: z.number().optional(), credit: z.number() }),
    invoiceDay,
  ]),
  unit: z.string(),
  ...place,
});

/**
 * A fact as some version of the reading stored it, in the present form; absent where it has neither the present form nor the
 * former one: what is not understood states no value. What is stored is never changed by this.
 * @param nth 1 for the first fact of its kind in its clause, counted in the present kinds
 */
export function factFromStored(stored: unknown, nth: number, clauseText: string): Fact | undefined {
  if (presentFact.safeParse(stored).success) return stored as Fact;
  const read = former.safeParse(stored);
  return read.success ? factFromLegacy(read.data as LegacyFact, nth, clauseText) : undefined;
}

/** All facts of a stored document, in their order. */
export function factsFromStored(
  stored: readonly unknown[],
  clauses: readonly { readonly id: string; readonly text: string }[],
): readonly Fact[] {
  const texts = new Map(clauses.map(({ id, text: words }) => [id, words]));
  const counted = new Map<string, number>();
  return stored.flatMap((one) => {
    const clause = place.clause.safeParse((one as { readonly clause?: unknown } | null)?.clause).data ?? '';
    const first = factFromStored(one, 1, texts.get(clause) ?? '');
    if (!first) return [];
    const key = `${first.clause}/${first.kind}`;
    const nth = (counted.get(key) ?? 0) + 1;
    counted.set(key, nth);
    return nth === 1 ? [first] : [factFromStored(one, nth, texts.get(clause) ?? '') ?? first];
  });
}
