const DAY_MS = 86_400_000;

/**
 * The last day of a term of whole months: the day before the same day of the month in which it runs out, or the last day
 * of that month where it is shorter. `2026-12-01` and 12 give `2027-11-30`; undefined where either is no day or number.
 */
export function termEnd(starts: string, months: number | null): string | undefined {
  const [, year, month, day] = (/^(\d{4})-(\d\d)-(\d\d)$/u.exec(starts) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  if (months === null || !Number.isInteger(months) || months < 1) return undefined;
  const same = Date.UTC(year, month - 1 + months, day);
  const lastOfMonth = Date.UTC(year, month + months, 0);
  return new Date(Math.min(same - DAY_MS, lastOfMonth)).toISOString().slice(0, 10);
}

type DayName = 'orderedOn' | 'billedOn' | 'starts' | 'ends' | 'settlementDay' | 'paidOn' | 'endedOn';

/** Days of an order as they follow each other in life: the day that each should not be before. */
export const FOLLOWS: Readonly<Partial<Record<string, DayName>>> = {
  starts: 'orderedOn',
  ends: 'starts',
  settlementDay: 'orderedOn',
  billedOn: 'orderedOn',
  paidOn: 'orderedOn',
  endedOn: 'starts',
};
