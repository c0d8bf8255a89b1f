import type { Sentence } from '../../agreement/sentence.ts';
import { sentence } from '../../agreement/sentence.ts';
import { Refusal } from '../../agreement/refusal.ts';
import {
  type CivilDate,
  daysBetween,
  firstDayOf,
  lastDayOf,
  type Month,
  monthWords,
  parseMonth,
  shiftMonth,
} from '../calendar/civil-date.ts';

/** Over what availability is measured: a month (`2026-03`), a quarter (`2026-Q1`) or a year (`2026`). */
export type Period = string;

export type PeriodKind = 'month' | 'quarter' | 'year';

const QUARTER = /^(\d{4})-?Q([1-4])$/u;
const YEAR = /^\d{4}$/u;

export function periodKind(period: Period): PeriodKind {
  return YEAR.test(period) ? 'year' : QUARTER.test(period) ? 'quarter' : 'month';
}

/** Its first and last month. */
export function periodMonths(period: Period): { readonly first: Month; readonly last: Month } {
  if (YEAR.test(period)) return { first: `${period}-01`, last: `${period}-12` };
  const [, year = '', quarter = '1'] = QUARTER.exec(period) ?? [];
  if (year === '') return { first: period, last: period };
  const last = Number(quarter) * 3;
  return { first: `${year}-${String(last - 2).padStart(2, '0')}`, last: `${year}-${String(last).padStart(2, '0')}` };
}

/** Its first and last day. */
export function periodDays(period: Period): { readonly first: CivilDate; readonly last: CivilDate } {
  const { first, last } = periodMonths(period);
  return { first: firstDayOf(first), last: lastDayOf(last) };
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

/** What it is called: `2026年3月`, `2026年第一季度`, `2026年`. */
export function periodWords(period: Period): Sentence {
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
