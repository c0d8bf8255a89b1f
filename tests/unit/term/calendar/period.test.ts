import { say } from '../../../../src-main/agreement/sentence.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  addDays,
  dayNumber,
  daysBetween,
  firstDayOf,
  fromDayNumber,
  lastDayOf,
  monthOf,
  monthWords,
} from '../../../../src-main/term/calendar/civil-date.ts';
import { calendarOf, dayStatus } from '../../../../src-main/term/calendar/calendar.ts';
import { HOLIDAY_TABLES, SHIPPED_CALENDAR } from '../../../../src-main/term/calendar/holiday-tables.ts';
import {
  type PeriodAgreement,
  type PeriodLength,
  monthsAfterMonthEnd,
  periodEnd,
  workingDayIn,
  workingDaysBefore,
} from '../../../../src-main/term/calendar/period.ts';
import { movedOffHolidays } from '../../../../src-main/term/calendar/deadline.ts';
import { mapAnswer } from '../../../../src-main/term/answer.ts';
import { missingOf, valueOf } from '../basis-of.ts';

const end = (start: string, length: Parameters<typeof periodEnd>[1], agreement = {}) =>
  valueOf(mapAnswer(periodEnd(start, length, SHIPPED_CALENDAR, agreement), (period) => period.latest));

const counted = (start: string, length: PeriodLength) => periodEnd(start, length, SHIPPED_CALENDAR);

const workingDay = (month: string, n: number) =>
  workingDayIn({ first: firstDayOf(month), last: lastDayOf(month), name: monthWords(month) }, n, SHIPPED_CALENDAR);

describe('a period by days (Civil Code 201, 203)', () => {
  test.each([
    ['2026-03-01', 30, '2026-03-31', '1 March is not counted; day 1 is 2 March, day 30 is 31 March, a Tuesday'],
    ['2026-03-02', 7, '2026-03-09', 'day 7 is Monday 9 March'],
    ['2026-02-01', 30, '2026-03-03', '28 days of February: 27 left, then 3'],
    ['2028-02-01', 30, 'unknown: calendar 2028', 'a leap year without a table: the count alone does not settle it'],
    [
      '2024-02-01',
      30,
      '2024-03-04',
      'leap year: 28 days left of February, 2 March is a Saturday, moved to Monday 4 March',
    ],
    ['2026-09-01', 30, '2026-10-08', 'day 30 is 1 October, National Day; the week off ends on 7 October'],
    ['2026-09-03', 30, '2026-10-08', 'day 30 is Saturday 3 October, inside the same week off'],
    ['2026-09-08', 30, '2026-10-08', 'day 30 is 8 October itself, a workday: nothing moves'],
    ['2026-09-10', 30, '2026-10-10', 'Saturday 10 October is a make-up workday: a workday, not moved'],
    ['2026-09-11', 30, '2026-10-12', 'Sunday 11 October is a weekend: moved to Monday'],
    ['2026-01-15', 30, '2026-02-14', 'Saturday 14 February is a make-up workday before the Spring Festival'],
    ['2026-01-16', 30, '2026-02-24', '15 February opens nine days off; the day after is Tuesday 24 February'],
    [
      '2020-01-01',
      30,
      '2020-02-03',
      '31 January 2020: a day off by the extension of 26 January 2020, work resumed on 3 February',
    ],
    ['2020-01-02', 30, '2020-02-03', '1 February 2020 lost its make-up day to the extension'],
    [
      '2022-12-01',
      30,
      '2023-01-03',
      '31 December 2022 was a day off by the notice for 2023; 3 January is the day after',
    ],
    ['2025-09-08', 30, '2025-10-09', '8 October 2025 is the eighth and last day off: Mid-Autumn fell into the week'],
    ['2026-12-01', 30, '2026-12-31', 'Thursday 31 December is a workday by what is published'],
    ['2026-12-02', 30, 'unknown: calendar 2027', '1 January 2027 belongs to a year without a table'],
    ['2026-12-10', 30, 'unknown: calendar 2027', '9 January 2027 likewise'],
    ['2026-03-01', 1, '2026-03-02', 'one day: the day after'],
  ])('%s + %i days ends on %s: %s', (start, days, expected) => {
    expect(end(start, { days })).toBe(expected);
  });

  test('says the count alone when the year has no table, as a bound and not as an answer', () => {
    const answer = periodEnd('2026-12-10', { days: 30 }, SHIPPED_CALENDAR);
    expect(answer).toMatchObject({ known: false, notBefore: '2027-01-09' });
    expect(missingOf(answer)).toEqual(['calendar 2027']);
  });

  test('is unknown when the days off run on into a year without a table', () => {
    const only2022 = calendarOf(HOLIDAY_TABLES.filter((table) => table.year === 2022));
    expect(missingOf(movedOffHolidays('2022-12-31', only2022))).toEqual(['calendar 2023']);
  });
});

describe('a period by months and years (Civil Code 202)', () => {
  test.each<[string, PeriodLength, string, string]>([
    ['2026-03-02', { months: 1 }, '2026-04-02', 'the corresponding day, a Thursday'],
    ['2026-01-31', { months: 1 }, '2026-02-28', 'no 31 February: the last day, a Saturday but a make-up workday'],
    ['2024-01-31', { months: 1 }, '2024-02-29', 'leap year: 29 February, a Thursday'],
    ['2025-01-31', { months: 1 }, '2025-02-28', 'a Friday'],
    ['2026-03-31', { months: 2 }, '2026-06-01', '31 May is a Sunday: moved to Monday'],
    ['2026-08-31', { months: 1 }, '2026-09-30', 'September has 30 days; a Wednesday'],
    ['2026-09-01', { months: 1 }, '2026-10-08', '1 October is moved behind the week off'],
    ['2024-02-29', { years: 1 }, '2025-02-28', 'no 29 February in 2025'],
    ['2023-03-15', { years: 3 }, '2026-03-16', '15 March 2026 is a Sunday'],
    ['2025-11-30', { months: 3 }, '2026-02-28', 'no 30 February; a make-up workday'],
    ['2026-12-15', { months: 1 }, 'unknown: calendar 2027', 'the corresponding day has no table'],
  ])('%s + %o ends on %s: %s', (start, length, expected) => {
    expect(end(start, length)).toBe(expected);
  });
});

describe('a contract that counts otherwise (Civil Code 204)', () => {
  test.each<[string, PeriodLength, PeriodAgreement, string, string]>([
    ['2026-03-01', { days: 30 }, { startDayCounts: true }, '2026-03-30', 'the start day is day 1'],
    ['2026-09-01', { days: 30 }, { lastDayStays: true }, '2026-10-01', 'the last day stays on National Day'],
    ['2026-12-10', { days: 30 }, { lastDayStays: true }, '2027-01-09', 'no table is needed when nothing moves'],
    ['2026-03-01', { months: 1 }, { startDayCounts: true }, '2026-03-31', 'a month that includes its first day'],
    [
      '2025-01-31',
      { months: 1 },
      { startDayCounts: true },
      '2025-02-28',
      'the last day when there is no corresponding one',
    ],
  ])('%s + %o with %o ends on %s: %s', (start, length, agreement, expected) => {
    expect(end(start, length, agreement)).toBe(expected);
  });

  test('ends with business hours where there are such, else at 24:00', () => {
    const at = (agreement: object) =>
      periodEnd('2026-03-02', { days: 7 }, SHIPPED_CALENDAR, agreement)
        .steps.map(({ text }) => say(text, 'zh'))
        .join('');
    const clause = { id: 'c8', number: '8.3' };
    const closed = periodEnd('2026-03-02', { days: 7 }, SHIPPED_CALENDAR, { closeOfBusiness: '18:00', clause });
    expect(at({})).toContain('24:00');
    expect(closed).toMatchObject({ known: true, value: { safe: '2026-03-09', hour: '18:00' } });
    expect(closed.steps.at(-1)).toMatchObject({ clause });
    expect(at({ closeOfBusiness: '18:00' })).toContain('18:00');
  });

  test('cites the clause that overrides the statute', () => {
    const clause = { id: 'c9', number: '9.2', quote: 'words' };
    const answer = periodEnd('2026-09-01', { days: 30 }, SHIPPED_CALENDAR, { lastDayStays: true, clause });
    expect(
      answer.steps.some((step) => step.clause?.number === '9.2' && say(step.statute!, 'zh').includes('二百零四')),
    ).toBe(true);
  });
});

describe('the n-th working day of a month', () => {
  test.each([
    ['2026-04', 5, '2026-04-08', '1, 2, 3 April; Qingming 4–6; 7, 8'],
    ['2026-10', 5, '2026-10-13', 'off until 7; 8, 9, make-up Saturday 10, 12, 13'],
    ['2026-02', 5, '2026-02-06', '2 to 6 February'],
    ['2026-01', 5, '2026-01-08', 'off 1–3; make-up Sunday 4, then 5, 6, 7, 8'],
    ['2026-05', 5, '2026-05-11', 'off 1–5; 6, 7, 8, make-up Saturday 9, Monday 11'],
    ['2025-10', 5, '2025-10-14', 'off 1–8; 9, 10, make-up Saturday 11, 13, 14'],
    ['2020-02', 5, '2020-02-07', 'work resumed on Monday 3 February 2020'],
    ['2027-01', 5, 'unknown: calendar 2027', 'no table'],
    ['2026-02', 25, 'unknown: conflict working-day', 'February has fewer working days'],
  ])('%s, working day %i: %s (%s)', (month, n, expected) => {
    expect(valueOf(workingDay(month, n))).toBe(expected);
  });
});

describe('months after the end of a month', () => {
  test.each([
    ['2026-03', 2, '2026-06-01', '31 May is a Sunday'],
    ['2026-01', 2, '2026-03-31', 'the corresponding day, a Tuesday'],
    ['2026-02', 2, '2026-04-28', 'the corresponding day of 28 February, not the whole of April'],
    ['2025-12', 2, '2026-02-28', 'no 31 February; Saturday, but a make-up workday'],
    ['2026-07', 2, '2026-09-30', 'no 31 September'],
    ['2026-08', 2, '2026-11-02', '31 October is a Saturday'],
    ['2026-10', 2, '2026-12-31', 'inside the table of 2026'],
    ['2026-11', 2, 'unknown: calendar 2027', '30 January 2027 has no table'],
  ])('%s, %i months: %s (%s)', (month, months, expected) => {
    expect(valueOf(mapAnswer(monthsAfterMonthEnd(month, months, counted), (period) => period.latest))).toBe(expected);
  });

  test('warns where whole calendar months would read later, and relies on the earlier day', () => {
    const steps = monthsAfterMonthEnd('2026-02', 2, counted)
      .steps.map((step) => say(step.text, 'en'))
      .join(' ');
    expect(steps).toContain('30 Apr 2026');
    expect(steps).toContain('28 Apr 2026');
  });
});

describe('what is said of a day off that is the last day', () => {
  // 31 October 2026 is a Saturday of no holiday; 10 October 2026 a Saturday that is worked to make up for Golden Week.
  const said = (start: string, days: number, language: 'zh' | 'en'): string => {
    const answer = periodEnd(start, { days }, SHIPPED_CALENDAR);
    if (!answer.known) throw new Error('inside the tables');
    return answer.value.why ? say(answer.value.why.text, language) : '';
  };

  test('a Saturday is a day off, held by most to be one of article 203, and no more is claimed of it', () => {
    const [zh, en] = [said('2026-10-01', 30, 'zh'), said('2026-10-01', 30, 'en')];
    expect(zh).toContain('是休息日，通说认为属《民法典》第二百零三条的法定休假日');
    expect(zh).toContain('2026年11月2日');
    expect(zh).not.toMatch(/是法定休假日/u);
    expect(en).toMatch(/day off/iu);
    expect(en).not.toMatch(/is a statutory holiday/iu);
  });

  test('a Saturday that is worked to make up for a holiday moves nothing', () => {
    expect(said('2026-09-10', 30, 'zh')).toBe('');
  });
});

describe('properties of counting', () => {
  const day = fc.integer({ min: dayNumber('2020-01-01'), max: dayNumber('2026-06-30') }).map(fromDayNumber);

  test('the last day is a day that counts, never before the count, and only days off lie between', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 120 }), (start, days) => {
        const answer = periodEnd(start, { days }, SHIPPED_CALENDAR);
        if (!answer.known) throw new Error('inside the tables');
        const { safe, latest, why } = answer.value;
        expect(daysBetween(start, safe)).toBe(days);
        expect(latest >= safe).toBe(true);
        expect(why !== undefined).toBe(latest > safe);
        expect(dayStatus(SHIPPED_CALENDAR, latest)?.off).toBe(false);
        for (let between = safe; between < latest; between = addDays(between, 1)) {
          expect(dayStatus(SHIPPED_CALENDAR, between)?.off).toBe(true);
        }
      }),
    );
  });

  test('a longer period never ends earlier', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 120 }), (start, days) => {
        const [shorter, longer] = [end(start, { days }), end(start, { days: days + 1 })];
        expect(shorter <= longer).toBe(true);
      }),
    );
  });

  test('working days without the year’s table keep the bound that holds were every day worked', () => {
    expect(workingDay('2027-02', 5)).toMatchObject({ known: false, notBefore: '2027-02-05' });
    expect(workingDaysBefore('2027-02-11', 10, SHIPPED_CALENDAR)).toMatchObject({
      known: false,
      notAfter: '2027-02-01',
    });
  });

  test('working days of a month follow each other and stay in it', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 15 }), (start, n) => {
        const [first, second] = [n, n + 1].map((nth) => valueOf(workingDay(monthOf(start), nth)));
        expect(String(first) < String(second)).toBe(true);
        expect(monthOf(String(second))).toBe(monthOf(start));
      }),
    );
  });

  test('every answer explains itself in both languages, by statute or calendar', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (start, days) => {
        for (const step of periodEnd(start, { days }, SHIPPED_CALENDAR).steps) {
          expect(say(step.text, 'zh')).not.toBe('');
          expect(say(step.text, 'en')).not.toMatch(/\p{Script=Han}/u);
          expect(step.statute ?? step.calendar).toBeDefined();
        }
      }),
    );
  });
});
