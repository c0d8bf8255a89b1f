import { say, type Sentence } from '../../agreement/sentence.ts';
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
  if ('days' in length) return { zh: `${length.days} 天`, en: `${length.days} days` };
  if ('months' in length) return { zh: `${length.months} 个月`, en: `${length.months} month(s)` };
  return { zh: `${length.years} 年`, en: `${length.years} year(s)` };
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
    ? overrideStep(
        { zh: `按约定，${say(begin, 'zh')}计入期间。`, en: `As agreed, ${say(begin, 'en')} counts as the first day.` },
        agreement,
      )
    : {
        text: {
          zh: `${say(begin, 'zh')}是开始的当日，不计入，自次日起算。`,
          en: `${say(begin, 'en')} is the day the period begins; it is not counted, the count starts on the next day.`,
        },
        statute: CIVIL_CODE.startDay,
      };
  if ('days' in length) {
    return [
      first,
      {
        text: {
          zh: `数满 ${say(long, 'zh')}，到 ${say(end, 'zh')}。`,
          en: `${say(long, 'en')} reach ${say(end, 'en')}.`,
        },
        statute: CIVIL_CODE.startDay,
      },
    ];
  }
  const months = 'months' in length ? length.months : length.years * 12;
  const corresponding: Sentence = hasCorrespondingDay(start, months)
    ? { zh: '到期月的对应日', en: 'the corresponding day' }
    : { zh: '到期月没有对应日，取月末日', en: 'the month has no corresponding day, so its last day' };
  return [
    first,
    {
      text: {
        zh: `${say(long, 'zh')}：${say(corresponding, 'zh')}，${say(end, 'zh')}。`,
        en: `${say(long, 'en')}: ${say(corresponding, 'en')}, ${say(end, 'en')}.`,
      },
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
      text: {
        zh: `期间于 ${say(words, 'zh')} ${time}（北京时间）届满。`,
        en: `The period ends on ${say(words, 'en')} at ${time} Beijing time.`,
      },
      statute: CIVIL_CODE.lastDay,
    });
    return known({ lastDay, countedDay: counted, endsAt: `${lastDay} ${time}` }, steps);
  };
  if (agreement.lastDayStays) {
    const words = dateWords(counted);
    steps.push(
      overrideStep(
        {
          zh: `按约定，最后一日 ${say(words, 'zh')} 不因休假日顺延。`,
          en: `As agreed, the last day ${say(words, 'en')} does not move.`,
        },
        agreement,
      ),
    );
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
            text: {
              zh: `单按天数，最后一日是 ${say(words, 'zh')}；是否因休假日顺延，缺少${yearOf(day)}年的安排，不能确定。`,
              en: `By the count alone the last day is ${say(words, 'en')}; whether it moves off a day off is unknown without the ${yearOf(day)} table.`,
            },
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
      ? { zh: `${say(from, 'zh')}不是休假日，不顺延。`, en: `${say(from, 'en')} is not a day off; nothing moves.` }
      : {
          zh: `${say(from, 'zh')}是法定休假日，以休假日结束的次日 ${say(to, 'zh')} 为最后一日。`,
          en: `${say(from, 'en')} is a day off; the last day becomes ${say(to, 'en')}, the day after the days off.`,
        };
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
          text: {
            zh: `${say(name, 'zh')}的第 ${n} 个工作日是 ${say(words, 'zh')}。`,
            en: `Working day ${n} of ${say(name, 'en')} is ${say(words, 'en')}.`,
          },
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
        text: {
          zh: `${say(name, 'zh')}没有第 ${n} 个工作日。`,
          en: `${say(name, 'en')} has no working day ${n}.`,
        },
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
    text: {
      zh: `若按整月理解可到 ${say(later, 'zh')}；为稳妥，以对应日 ${say(sooner, 'zh')} 为准。`,
      en: `Read as whole calendar months it would last until ${say(later, 'en')}; the safe reading is the corresponding day, ${say(sooner, 'en')}.`,
    },
    statute: CIVIL_CODE.correspondingDay,
  };
  const steps = [...answer.steps, caution];
  return answer.known ? known(answer.value, steps) : unknown(answer.missing, steps, answer.notBefore);
}
