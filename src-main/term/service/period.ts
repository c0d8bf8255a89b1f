import type { Cycle } from '../../agreement/quantity/billing-cycle.ts';
import type { Sentence } from '../../agreement/sentence.ts';
import { sentence } from '../../agreement/sentence.ts';
import { Refusal } from '../../agreement/refusal.ts';
import {
  addDays,
  type CivilDate,
  dayOfMonth,
  daysBetween,
  type Month,
  monthOf,
  monthWords,
  parseMonth,
  shiftMonth,
} from '../calendar/civil-date.ts';

/**
 * Over what availability is measured: a month (`2026-03`), a quarter (`2026-Q1`) or a year (`2026`). What follows a tilde is the day on
 * which its months begin, where that is not the first: `2026-03~16` runs from 16 March to 15 April, `2026-03~-26` from 26 February to
 * 25 March. A plus says that the text writes the last day itself, the one before: `2026-01~29+` runs to 28 February.
 */
export type Period = string;

export type PeriodKind = 'month' | 'quarter' | 'year';

const QUARTER = /^(\d{4})-?Q([1-4])$/u;
const YEAR = /^\d{4}$/u;

const CYCLE = /~(-?)(\d{1,2})(\+?)$/u;

/** The name of a period, whatever day its months begin on: what is kept and asked for goes by it. */
export const plainPeriod = (period: Period): Period => period.replace(CYCLE, '');

/** A period whose months begin on a day of their own. */
export const byCycle = (period: Period, cycle: Cycle | undefined): Period =>
  cycle === undefined || (cycle.from === 1 && cycle.before !== true)
    ? plainPeriod(period)
    : `${plainPeriod(period)}~${cycle.before === true ? '-' : ''}${cycle.from}${cycle.lastWritten === true ? '+' : ''}`;

/** The day on which the months of a period begin; absent where that is the first. */
export function cycleOf(period: Period): Cycle | undefined {
  const [, before, from, last] = CYCLE.exec(period) ?? [];
  if (from === undefined) return undefined;
  return {
    from: Number(from),
    ...(before === '-' ? { before: true as const } : {}),
    ...(last === '+' ? { lastWritten: true as const } : {}),
  };
}

/**
 * The day on which a month begins: where the calendar has no such day, its month's last. Where the text writes the last day instead,
 * it begins on the day after that one, or after the last of a month that is too short for it.
 */
function beginOf(named: Month, { from, before, lastWritten }: Cycle): CivilDate {
  const month = before === true ? shiftMonth(named, -1) : named;
  return lastWritten === true ? addDays(dayOfMonth(month, from - 1), 1) : dayOfMonth(month, from);
}

/** Whether a day that a cycle is written with does not exist in the months that a period begins and ends in. */
export function lacksItsDay(period: Period): boolean {
  const cycle = cycleOf(period);
  if (!cycle) return false;
  const { first, last } = periodMonths(period);
  const shift = cycle.before === true ? -1 : 0;
  const day = cycle.lastWritten === true ? cycle.from - 1 : cycle.from;
  const missing = (month: Month, at: number): boolean => !dayOfMonth(month, at).endsWith(String(at).padStart(2, '0'));
  return missing(shiftMonth(first, shift), cycle.from) || missing(shiftMonth(last, shift + 1), day);
}

/** The month, as it is named, in which a day lies. */
export function monthHolding(day: CivilDate, cycle: Cycle = { from: 1 }): Month {
  const month = monthOf(day);
  if (day < beginOf(month, cycle)) return shiftMonth(month, -1);
  return day < beginOf(shiftMonth(month, 1), cycle) ? month : shiftMonth(month, 1);
}

export function periodKind(given: Period): PeriodKind {
  const period = plainPeriod(given);
  return YEAR.test(period) ? 'year' : QUARTER.test(period) ? 'quarter' : 'month';
}

/** Its first and last month. */
export function periodMonths(given: Period): { readonly first: Month; readonly last: Month } {
  const period = plainPeriod(given);
  if (YEAR.test(period)) return { first: `${period}-01`, last: `${period}-12` };
  const [, year = '', quarter = '1'] = QUARTER.exec(period) ?? [];
  if (year === '') return { first: period, last: period };
  const last = Number(quarter) * 3;
  return { first: `${year}-${String(last - 2).padStart(2, '0')}`, last: `${year}-${String(last).padStart(2, '0')}` };
}

/** Its first and last day. */
export function periodDays(period: Period): { readonly first: CivilDate; readonly last: CivilDate } {
  const { first, last } = periodMonths(period);
  const cycle = cycleOf(period) ?? { from: 1 };
  return { first: beginOf(first, cycle), last: addDays(beginOf(shiftMonth(last, 1), cycle), -1) };
}

/** Its months, in order. */
export function monthsIn(period: Period): readonly Month[] {
  const { first, last } = periodMonths(period);
  const months: Month[] = [];
  for (let month = first; month <= last; month = shiftMonth(month, 1)) months.push(month);
  return months;
}

export function daysOfPeriod(period: Period): number {
  const { first, last } = periodDays(period);
  return daysBetween(first, last) + 1;
}

/** The period of that kind in which the month lies. */
export function periodAround(month: Month, kind: PeriodKind): Period {
  const year = month.slice(0, 4);
  if (kind === 'year') return year;
  return kind === 'quarter' ? `${year}-Q${Math.ceil(Number(month.slice(5, 7)) / 3)}` : month;
}

/** What it is called: `2026年3月`, `2026年第一季度`, `2026年`; with its days where its months begin on a day of their own. */
export function periodWords(period: Period): Sentence {
  if (cycleOf(period)) {
    const { first, last } = periodDays(period);
    const name = periodWords(plainPeriod(period));
    return sentence('term.period-words.cycle', { name, first, last });
  }
  const year = period.slice(0, 4);
  const kind = periodKind(period);
  if (kind === 'year') return sentence('term.period-words.year', { year });
  return kind === 'quarter'
    ? sentence('term.period-words.quarter', { year, n: Number(period.slice(-1)) })
    : monthWords(period);
}

/** The period that was typed, or a `Refusal` (`bad-month`, `bad-period`). */
export function parsePeriod(text: string): Period {
  const said = text.normalize('NFKC').trim().toUpperCase();
  const [, year, quarter] = QUARTER.exec(said) ?? [];
  if (year !== undefined) return `${year}-Q${quarter ?? ''}`;
  if (YEAR.test(said)) {
    if (Number(said) >= 1900) return said;
    throw new Refusal(
      'bad-period',
      sentence('term.period-words.bad', { text }),
      sentence('term.period-words.bad.next'),
    );
  }
  return parseMonth(text);
}
