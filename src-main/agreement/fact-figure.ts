import type { Fact, Share, Unit } from './fact.ts';
import { sentenceOf } from './meaning/phrases.ts';
import type { Measure, Quantity } from './quantity/quantities.ts';

/** What a quantity of the text measures, by the unit of the value that was read of it. */
const MEASURES: Partial<Readonly<Record<Unit, readonly Measure[]>>> = {
  minute: ['minute'],
  hour: ['hour'],
  day: ['day', 'nth-day'],
  'working-day': ['workday', 'nth-workday'],
  month: ['month'],
  year: ['year'],
  percent: ['percent'],
  'per-mille': ['permille'],
  times: ['times'],
};

const fits = ({ measure, value }: Quantity, wanted: number, unit: Unit): boolean =>
  value === wanted && (MEASURES[unit]?.includes(measure) ?? false);

/** The number and unit that a value comes down to; absent where it is no single one. */
function single({ value, unit }: Fact): (Pick<Share, 'amount'> & { readonly unit: Unit }) | undefined {
  if (typeof value === 'number') return { amount: value, unit };
  if (typeof value === 'string') return undefined;
  if ('promise' in value) return { amount: value.promise, unit: 'percent' };
  if ('amount' in value) return value;
  if ('spans' in value || 'price' in value) return undefined;
  if ('delay' in value) return { amount: value.delay.value, unit: value.delay.unit };
  return 'per' in value ? { amount: value.rate.amount, unit: value.rate.unit } : undefined;
}

/**
 * The words of a fact's quote that are its value: `30天` of a whole sentence. Absent where they do not stand there by
 * themselves, as the tiers of a table; never longer than the quote and always a literal part of it.
 */
export function factFigure(fact: Fact): string | undefined {
  const { quote, value } = fact;
  if (typeof value === 'string') return quote.includes(value) ? value : undefined;
  const wanted = single(fact);
  if (!wanted) return undefined;
  const { quantities } = sentenceOf(quote, { start: 0, end: quote.length });
  const found = [...quantities.values()].find((quantity) => fits(quantity, wanted.amount, wanted.unit));
  return found && quote.slice(found.start, found.end);
}
