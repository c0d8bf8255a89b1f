import { type Sentence, sentence } from '../../agreement/sentence.ts';
import { type Answer, type TermStep, known, unknown } from '../answer.ts';
import { type Calendar, dayStatus, missingYear, yearEndCaution } from './calendar.ts';
import {
  type CivilDate,
  type Month,
  addDays,
  addMonths,
  dateWords,
  firstDayOf,
  hasCorrespondingDay,
  lastDayOf,
  monthOf,
  monthWords,
  yearOf,
} from './civil-date.ts';
import { CIVIL_CODE } from './statutes.ts';

/** Exactly one unit: the statute counts days differently from months and years. */
export type PeriodLength = { readonly days: number } | { readonly months: number } | { readonly years: number };

/** Where the contract counts differently (Civil Code article 204); whatever is absent is counted by the statute. */
export interface PeriodAgreement {
  /** The start day counts as the first day. */
  readonly startDayCounts?: boolean;
  /** A last day that is a day off stays the last day. */
  readonly lastDayStays?: boolean;
  /** Close of business on the last day, `HH:MM`; 24:00 otherwise. */
  readonly closeOfBusiness?: string;
  /** The clause that says so. */
  readonly clause?: NonNullable<TermStep['clause']>;
}

/** The end of a period. */
export interface PeriodEnd {
  /** The last day, moved off a day off where the statute moves it. */
  readonly lastDay: CivilDate;
  /** The last day by the count alone: the safe day for whoever has to act. */
  readonly countedDay: CivilDate;
  /** Beijing time at which it ends: `2026-03-31 24:00`. */
  readonly endsAt: string;
}

function lengthWords(length: PeriodLength): Sentence {
  if ('days' in length) return sentence('term.period.length.days', { days: length.days });
  if ('months' in length) return sentence('term.period.length.months', { months: length.months });
  return sentence('term.period.length.years', { years: length.years });
}

function countedEnd(start: CivilDate, length: PeriodLength, startDayCounts: boolean): CivilDate {
  if ('days' in length) return addDays(start, length.days - (startDayCounts && length.days > 0 ? 1 : 0));
  const months = 'months' in length ? length.months : length.years * 12;
  const end = addMonths(start, months);
  return startDayCounts && hasCorrespondingDay(start, months) ? addDays(end, -1) : end;
}

function overrideStep(text: Sentence, agreement: PeriodAgreement): TermStep {
  return { text, statute: CIVIL_CODE.otherwiseAgreed, ...(agreement.clause ? { clause: agreement.clause } : {}) };
}

function countSteps(
  start: CivilDate,
  length: PeriodLength,
  counted: CivilDate,
  agreement: PeriodAgreement,
): readonly TermStep[] {
  const begin = dateWords(start);
  const end = dateWords(counted);
  const long = lengthWords(length);
  const first: TermStep = agreement.startDayCounts
    ? overrideStep(sentence('term.period.begins.counted', { begin }), agreement)
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
 * The end of a period that begins with an event on `start`, by Civil Code articles 201–204.
 * Unknown when the calendar has no table for a year that decides whether the last day moves.
 */
export function periodEnd(
  start: CivilDate,
  length: PeriodLength,
  calendar: Calendar,
  agreement: PeriodAgreement = {},
): Answer<PeriodEnd> {
  const counted = countedEnd(start, length, agreement.startDayCounts === true);
  const steps = [...countSteps(start, length, counted, agreement)];
  const closing = (lastDay: CivilDate): Answer<PeriodEnd> => {
    const time = agreement.closeOfBusiness ?? '24:00';
    const words = dateWords(lastDay);
    steps.push({
      text: sentence('term.period.ends-at', { words, time }),
      statute: CIVIL_CODE.lastDay,
    });
    return known({ lastDay, countedDay: counted, endsAt: `${lastDay} ${time}` }, steps);
  };
  if (agreement.lastDayStays) {
    const words = dateWords(counted);
    steps.push(overrideStep(sentence('term.period.last-day-stays', { words }), agreement));
    return closing(counted);
  }
  const moved = nextDayThatCounts(counted, calendar);
  steps.push(...moved.steps);
  return moved.known ? closing(moved.value) : unknown(moved.missing, steps, counted);
}

/** The day itself, or the first day after the run of days off it lies in (Civil Code article 203). */
export function nextDayThatCounts(date: CivilDate, calendar: Calendar): Answer<CivilDate> {
  const rows: string[] = [];
  let day = date;
  for (;;) {
    const status = dayStatus(calendar, day);
    if (!status) {
      const words = dateWords(date);
      return unknown(
        [missingYear(yearOf(day))],
        [
          {
            text: sentence('term.period.moves.unknown', { words, day: yearOf(day) }),
            statute: CIVIL_CODE.lastDay,
          },
        ],
        date,
      );
    }
    rows.push(status.row);
    if (!status.off) break;
    day = addDays(day, 1);
  }
  const from = dateWords(date);
  const to = dateWords(day);
  const text: Sentence =
    day === date
      ? sentence('term.period.moves.not', { from })
      : sentence('term.period.moves.to-after-days-off', { from, to });
  return known(day, [
    { text, statute: CIVIL_CODE.lastDay, calendar: rows.join('；') },
    ...yearEndCaution(calendar, day),
  ]);
}

/**
 * The last day by the count alone: the safe day for whoever has to act, since the statute only ever moves it later.
 * It needs no calendar, so it is known even where the moved day is not.
 */
export function countedDay(end: Answer<PeriodEnd>): Answer<CivilDate> {
  if (end.known) return known(end.value.countedDay, end.steps);
  return end.notBefore === undefined ? end : known(end.notBefore, end.steps);
}

/** The n-th working day of a month; unknown without the year's table, or when the month has fewer. */
export function workingDayOfMonth(month: Month, n: number, calendar: Calendar): Answer<CivilDate> {
  const rows: string[] = [];
  let count = 0;
  for (let day = firstDayOf(month); monthOf(day) === month; day = addDays(day, 1)) {
    const status = dayStatus(calendar, day);
    if (!status) return unknown([missingYear(yearOf(day))], []);
    rows.push(status.row);
    if (!status.off) count += 1;
    if (count === n) {
      const words = dateWords(day);
      const name = monthWords(month);
      return known(day, [
        {
          text: sentence('term.period.working-day-of-month', { name, n, words }),
          calendar: rows.join('；'),
        },
      ]);
    }
  }
  const name = monthWords(month);
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
export function monthsAfterMonthEnd(month: Month, months: number, calendar: Calendar): Answer<PeriodEnd> {
  const monthEnd = lastDayOf(month);
  const answer = periodEnd(monthEnd, { months }, calendar);
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
