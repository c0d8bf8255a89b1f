import type { Quantity } from '../../agreement/fact.ts';
import { sentence } from '../../agreement/sentence.ts';
import { type Answer, type Deadline, type TermStep, known, unknown } from '../answer.ts';
import type { TermBasis } from '../basis.ts';
import { type CivilDate, addDays, addMonths, dateWords, hasCorrespondingDay } from '../calendar/civil-date.ts';
import { lengthWords, workingDaysBefore } from '../calendar/period.ts';
import { CIVIL_CODE } from '../calendar/statutes.ts';
import { periodLength } from '../count-period.ts';

/** How long a term and its renewals are together. */
export interface Span {
  readonly months: number;
  readonly days: number;
}

export const NO_TIME: Span = { months: 0, days: 0 };

/** A length by the calendar as months and days; of one in another unit nothing. */
export function spanOf({ value, unit }: Quantity): Span {
  if (unit === 'day') return { months: 0, days: value };
  return { months: unit === 'year' ? value * 12 : unit === 'month' ? value : 0, days: 0 };
}

export const longer = (span: Span, by: Span, times = 1): Span => ({
  months: span.months + by.months * times,
  days: span.days + by.days * times,
});

/**
 * The last day of a term that begins on `starts`. Safe: its first day counts, as “from … on” is commonly meant, and it ends on the day
 * before the corresponding day. Latest: the first day is not counted (Civil Code articles 201, 202), and it ends on that day.
 */
export function lastDayOfTerm(starts: CivilDate, span: Span): Deadline {
  const corresponding = addDays(addMonths(starts, span.months), span.days);
  const counted = span.days > 0 || hasCorrespondingDay(starts, span.months);
  if (!counted) return { safe: corresponding, latest: corresponding };
  const safe = addDays(corresponding, -1);
  const [first, day] = [dateWords(starts), dateWords(corresponding)];
  const why: TermStep = { text: sentence('term.renewal.first-day', { first, day }), statute: CIVIL_CODE.startDay };
  return { safe, latest: corresponding, why };
}

/** The same length before both days of an end. */
function both(end: Deadline, before: (day: CivilDate) => Answer<CivilDate>): Answer<Deadline> {
  const [safe, latest] = [before(end.safe), before(end.latest)];
  if (!safe.known) return safe;
  if (!latest.known) return latest;
  const { why } = end;
  const days: Deadline = { safe: safe.value, latest: latest.value };
  return known(safe.value === latest.value || !why ? days : { ...days, why }, safe.steps);
}

/**
 * The day so long before an end, by either day of it. Counted backwards: no holiday moves it to a later day, which would cut
 * the time that the agreement asks for. Working days of another place, or of a year without a table, are not counted.
 */
export function dayBefore(basis: Pick<TermBasis, 'calendar'>, end: Deadline, length: Quantity): Answer<Deadline> {
  const { value, unit, calendar = 'PRC' } = length;
  if (unit === 'working-day') {
    const bound = { notAfter: addDays(end.latest, -value) };
    if (calendar !== 'PRC') {
      const text = sentence('term.period.no-calendar', { place: calendar });
      return unknown([{ what: 'calendar', name: calendar, text }], [], bound);
    }
    const counted = both(end, (day) => workingDaysBefore(day, value, basis.calendar));
    if (counted.known) return counted;
    // Days off that were counted over bring the later day of an end no nearer; whoever keeps to the earliest of the earlier is in time.
    const [first, last] = [end.safe, end.latest].map((day) => workingDaysBefore(day, value, basis.calendar));
    const notBefore = first?.known === true ? first.value : first?.notBefore;
    return {
      ...counted,
      ...(notBefore === undefined ? {} : { notBefore }),
      notAfter: (last?.known === true ? last.value : last?.notAfter) ?? bound.notAfter,
    };
  }
  const back = (day: CivilDate, whole: boolean): CivilDate => {
    if (unit === 'hour') return addDays(day, -(whole ? Math.ceil(value / 24) : Math.floor(value / 24)));
    return unit === 'day' ? addDays(day, -value) : addMonths(day, -value * (unit === 'year' ? 12 : 1));
  };
  const [safe, latest] = [back(end.safe, true), back(end.latest, false)];
  const long = lengthWords(periodLength(length) ?? { days: value });
  const words = { end: dateWords(end.safe), long, day: dateWords(safe) };
  const step: TermStep = { text: sentence('term.renewal.counted-back', words) };
  const { why } = end;
  return known({ safe, latest, ...(safe === latest || !why ? {} : { why }) }, [step]);
}
