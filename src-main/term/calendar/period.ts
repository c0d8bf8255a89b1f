import { earliestWorkingDaysBefore } from './earliest.ts';
import { type Sentence, sentence } from '../../agreement/sentence.ts';
import { type Answer, type Deadline, type Known, type TermStep, known, unknown } from '../answer.ts';
import { type Calendar, dayStatus, missingCount, restingOnRows, yearEndCaution } from './calendar.ts';
import {
  type CivilDate,
  type Month,
  addDays,
  addMonths,
  dateWords,
  hasCorrespondingDay,
  lastDayOf,
  monthOf,
  yearOf,
} from './civil-date.ts';
import { movedOffHolidays, onDay } from './deadline.ts';
import { CIVIL_CODE } from './statutes.ts';
import { BEIJING, type Zone, zoneWords } from './zone.ts';

/**
 * Exactly one unit: the statute counts days differently from months and years, and working days are counted by a calendar
 * (`PRC` where none is named). Hours run from the hour of the event, whatever day it ends on.
 */
export type PeriodLength =
  | { readonly days: number }
  | { readonly months: number }
  | { readonly years: number }
  | { readonly workingDays: number; readonly calendar?: string }
  | { readonly hours: number };

/** Where the contract counts differently (Civil Code article 204); whatever is absent is counted by the statute. */
export interface PeriodAgreement {
  /** The start day counts as the first day. */
  readonly startDayCounts?: boolean;
  /** The clause that counts it in, where it is another one. */
  readonly startClause?: NonNullable<TermStep['clause']>;
  /** A last day that is a day off stays the last day. */
  readonly lastDayStays?: boolean;
  /** Nobody has to act on its last day, as in a notice that only has to be given in time: no holiday moves that day, or what follows it. */
  readonly nobodyActs?: boolean;
  /** Close of business on the last day, `HH:MM`; 24:00 otherwise. */
  readonly closeOfBusiness?: string;
  /** By whose clock its days begin and end; Beijing's otherwise. */
  readonly zone?: Zone;
  /** The clause that says so. */
  readonly clause?: NonNullable<TermStep['clause']>;
}

/** A length with its unit: `15 个工作日`. */
export function lengthWords(length: PeriodLength): Sentence {
  if ('workingDays' in length) return sentence('term.period.length.working-days', { days: length.workingDays });
  if ('hours' in length) return sentence('term.period.length.hours', { hours: length.hours });
  if ('days' in length) return sentence('term.period.length.days', { days: length.days });
  if ('months' in length) return sentence('term.period.length.months', { months: length.months });
  return sentence('term.period.length.years', { years: length.years });
}

/** Lengths that end on a day by the calendar of days and months alone. */
type CivilLength = Exclude<PeriodLength, { readonly workingDays: number } | { readonly hours: number }>;

function countedEnd(start: CivilDate, length: CivilLength, startDayCounts: boolean): CivilDate {
  if ('days' in length) return addDays(start, length.days - (startDayCounts && length.days > 0 ? 1 : 0));
  const months = 'months' in length ? length.months : length.years * 12;
  const end = addMonths(start, months);
  return startDayCounts && hasCorrespondingDay(start, months) ? addDays(end, -1) : end;
}

function overrideStep(text: Sentence, agreement: PeriodAgreement): TermStep {
  return { text, statute: CIVIL_CODE.otherwiseAgreed, ...(agreement.clause ? { clause: agreement.clause } : {}) };
}

function firstDayStep(begin: Sentence, { clause, startClause = clause }: PeriodAgreement): TermStep {
  return overrideStep(sentence('term.period.begins.counted', { begin }), startClause ? { clause: startClause } : {});
}

function countSteps(
  start: CivilDate,
  length: CivilLength,
  counted: CivilDate,
  agreement: PeriodAgreement,
): readonly TermStep[] {
  const begin = dateWords(start);
  const end = dateWords(counted);
  const long = lengthWords(length);
  const first: TermStep = agreement.startDayCounts
    ? firstDayStep(begin, agreement)
    : {
        text: sentence('term.period.begins.not-counted', { begin }),
        statute: CIVIL_CODE.startDay,
      };
  if ('days' in length) {
    return [
      first,
      {
        text: sentence('term.period.days-counted', { long, end }),
        statute: CIVIL_CODE.startDay,
      },
    ];
  }
  const months = 'months' in length ? length.months : length.years * 12;
  return [
    first,
    {
      text: hasCorrespondingDay(start, months)
        ? sentence('term.period.corresponding-day', { long, end })
        : sentence('term.period.last-day-of-month', { long, end }),
      statute: CIVIL_CODE.correspondingDay,
    },
  ];
}

/**
 * The end of a period that begins with an event on `start`, by Civil Code articles 201–204: the counted day, and how late one may argue.
 * Unknown, and no sooner than counted, when the calendar has no table for a year that decides whether the last day moves.
 */
export function periodEnd(
  start: CivilDate,
  length: PeriodLength,
  calendar: Calendar,
  agreement: PeriodAgreement = {},
): Answer<Deadline> {
  if ('workingDays' in length) return workingDaysEnd(start, length, calendar, agreement);
  if ('hours' in length) return hoursEnd(start, length.hours);
  const counted = unmovedEnd(start, length, agreement);
  if (agreement.lastDayStays) {
    const words = dateWords(counted.value);
    const stays = overrideStep(sentence('term.period.last-day-stays', { words }), agreement);
    return closing(known(onDay(counted.value), [...counted.steps, stays]), agreement);
  }
  if (agreement.nobodyActs) {
    return closing(known(onDay(counted.value), [...counted.steps, ...whereOff(counted.value, calendar)]), agreement);
  }
  const end = movedOffHolidays(counted.value, calendar);
  return closing({ ...end, steps: [...counted.steps, ...end.steps] }, agreement);
}

/** That a day off is the last day all the same: article 203 extends the day on which somebody may act. */
function whereOff(day: CivilDate, calendar: Calendar): readonly TermStep[] {
  if (dayStatus(calendar, day)?.off !== true) return [];
  return [{ text: sentence('term.period.nobody-acts', { day: dateWords(day) }), statute: CIVIL_CODE.lastDay }];
}

/** The last day by the count alone, as the statute counts days, months and years. */
function unmovedEnd(start: CivilDate, length: CivilLength, agreement: PeriodAgreement): Known<CivilDate> {
  const counted = countedEnd(start, length, agreement.startDayCounts === true);
  return { known: true, value: counted, steps: countSteps(start, length, counted, agreement) };
}

/** The hour at which the counted day ends: the day's end, or close of business where the agreement states hours. */
function closing(
  end: Answer<Deadline>,
  { closeOfBusiness: hour, clause, nobodyActs = false, zone = BEIJING }: PeriodAgreement,
): Answer<Deadline> {
  if (!end.known) return hour === undefined ? end : { ...end, hour };
  const said = { words: dateWords(end.value.safe), zone: zoneWords(zone) };
  const step: TermStep = {
    text:
      hour !== undefined
        ? sentence('term.period.ends-at', { ...said, time: hour })
        : nobodyActs
          ? sentence('term.period.ends-on', said)
          : sentence('term.period.ends-with-the-day', said),
    statute: CIVIL_CODE.lastDay,
    ...(hour !== undefined && clause ? { clause } : {}),
  };
  return known({ ...end.value, ...(hour === undefined ? {} : { hour }) }, [...end.steps, step]);
}

/** The earliest day on which a period can end, whatever calendar and law it is counted by. */
export function earliestEnd(
  start: CivilDate,
  length: PeriodLength,
  { startDayCounts: counts = false }: Pick<PeriodAgreement, 'startDayCounts'> = {},
): CivilDate {
  if ('workingDays' in length)
    return addDays(start, Math.max(0, length.workingDays - (counts && length.workingDays > 0 ? 1 : 0)));
  if ('hours' in length) return addDays(start, wholeDaysOf(length.hours));
  return countedEnd(start, length, counts);
}

/** Working days are counted by a calendar that is at hand; of another place's nothing is said but that it ends no sooner. */
function workingDaysEnd(
  start: CivilDate,
  length: Extract<PeriodLength, { readonly workingDays: number }>,
  calendar: Calendar,
  agreement: PeriodAgreement,
): Answer<Deadline> {
  const { workingDays } = length;
  const long = lengthWords(length);
  const begin = dateWords(start);
  const startCounts = agreement.startDayCounts === true;
  const bound = addDays(start, Math.max(0, workingDays - (startCounts ? 1 : 0)));
  if (length.calendar !== undefined && length.calendar !== 'PRC') {
    const place = length.calendar;
    return unknown(
      [{ what: 'calendar', name: place, text: sentence('term.period.no-calendar', { place }) }],
      [{ text: sentence('term.period.working-days-not-counted', { long, begin }) }],
      bound,
    );
  }
  const first: TermStep = startCounts
    ? firstDayStep(begin, agreement)
    : { text: sentence('term.period.begins.not-counted', { begin }), statute: CIVIL_CODE.startDay };
  const rows: Sentence[] = [];
  let day = startCounts ? addDays(start, -1) : start;
  for (let count = 0; count < workingDays;) {
    day = addDays(day, 1);
    const status = dayStatus(calendar, day);
    // No sooner than if every day that is left were worked.
    if (!status) return unknown([missingCount(yearOf(day))], [first], addDays(day, workingDays - count - 1));
    if (status.off) rows.push(status.row);
    else count += 1;
  }
  const end = dateWords(day);
  return closing(
    known(onDay(day), [
      first,
      { text: sentence('term.period.working-days-counted', { long, end }), ...restingOnRows(rows) },
      ...yearEndCaution(calendar, day),
    ]),
    agreement,
  );
}

/** Days that lie whole in so many hours, whatever the hour of the event. */
const wholeDaysOf = (hours: number): number => Math.max(0, Math.ceil(hours / 24) - 1);

/** By the hour: the safe day is the last one that lies in it whole, whatever the hour of the event (Civil Code article 201). */
function hoursEnd(start: CivilDate, hours: number): Answer<Deadline> {
  const last = addDays(start, Math.ceil(hours / 24));
  const safe = addDays(start, wholeDaysOf(hours));
  const [begin, end, whole] = [dateWords(start), dateWords(last), dateWords(safe)];
  const text = sentence('term.period.hours-counted', { long: lengthWords({ hours }), begin, end, whole });
  const why: TermStep = { text, statute: CIVIL_CODE.startDay };
  return known({ safe, latest: last, ...(safe === last ? {} : { why }) }, [why]);
}

/** The day so many working days before a day, which is not counted; without the year's table unknown, between the earliest and the latest that it can be. */
export function workingDaysBefore(end: CivilDate, n: number, calendar: Calendar): Answer<CivilDate> {
  const rows: Sentence[] = [];
  let day = end;
  for (let count = 0; count < n;) {
    day = addDays(day, -1);
    const status = dayStatus(calendar, day);
    // No later than if every day that is left were worked.
    if (!status) {
      const notBefore = earliestWorkingDaysBefore(end, n, calendar);
      return unknown([missingCount(yearOf(day))], [], { notBefore, notAfter: addDays(day, count + 1 - n) });
    }
    if (status.off) rows.push(status.row);
    else count += 1;
  }
  const [from, words] = [dateWords(end), dateWords(day)];
  return known(day, [
    { text: sentence('term.period.working-days-before', { from, n, words }), ...restingOnRows(rows) },
  ]);
}

/** The n-th working day of a month that begins and ends on days of its own. */
export function workingDayIn(
  { first, last, name }: { readonly first: CivilDate; readonly last: CivilDate; readonly name: Sentence },
  n: number,
  calendar: Calendar,
): Answer<CivilDate> {
  const rows: Sentence[] = [];
  let count = 0;
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const status = dayStatus(calendar, day);
    if (!status) return unknown([missingCount(yearOf(day))], [], addDays(day, Math.max(0, n - count - 1)));
    rows.push(status.row);
    if (!status.off) count += 1;
    if (count === n) {
      const words = dateWords(day);
      return known(day, [
        {
          text: sentence('term.period.working-day-of-month', { name, n, words }),
          ...restingOnRows(rows),
        },
      ]);
    }
  }
  return unknown(
    [
      {
        what: 'conflict',
        name: 'working-day',
        text: sentence('term.period.no-such-working-day', { name, n }),
      },
    ],
    [],
  );
}

/**
 * “Within m months after the month's end”: the period begins with the month's last day, which is not counted, and ends on the
 * corresponding day. After a short month a reading by whole calendar months would end later; that is said, not relied on.
 */
export function monthsAfterMonthEnd(
  month: Month,
  months: number,
  count: (start: CivilDate, length: PeriodLength) => Answer<Deadline>,
): Answer<Deadline> {
  const monthEnd = lastDayOf(month);
  const answer = count(monthEnd, { months });
  const wholeMonths = lastDayOf(monthOf(addMonths(monthEnd, months)));
  const counted = addMonths(monthEnd, months);
  if (wholeMonths === counted) return answer;
  const later = dateWords(wholeMonths);
  const sooner = dateWords(counted);
  const caution: TermStep = {
    text: sentence('term.period.whole-months-caution', { later, sooner }),
    statute: CIVIL_CODE.correspondingDay,
  };
  const steps = [...answer.steps, caution];
  return answer.known ? known(answer.value, steps) : unknown(answer.missing, steps, answer.notBefore);
}
