import { asWritten, say } from '../../../../src-main/agreement/sentence.ts';
import chineseDays from 'chinese-days';
import { isWorkday } from 'chinese-workday';
import { describe, expect, test } from 'vitest';

import { calendarOf, dayStatus, missingYear, yearEndCaution } from '../../../../src-main/term/calendar/calendar.ts';
import { addDays, isCivilDate, weekday, yearOf } from '../../../../src-main/term/calendar/civil-date.ts';
import { HOLIDAY_TABLES, SHIPPED_CALENDAR } from '../../../../src-main/term/calendar/holiday-tables.ts';

const YEARS = HOLIDAY_TABLES.map((table) => table.year);

function daysOf(year: number): readonly string[] {
  const days: string[] = [];
  for (let day = `${year}-01-01`; yearOf(day) === year; day = addDays(day, 1)) days.push(day);
  return days;
}

/**
 * Days on which chinese-workday does not follow the official notice, and which notice decides.
 * 2020: 国办发明电〔2020〕1号 of 2020-01-26 extended the Spring Festival to 2 February and so took back the make-up day of
 * 1 February; the package keeps the arrangement before the extension.
 * 2023: 国办发明电〔2022〕16号 gives New Year as 2022-12-31 to 2023-01-02; the package counts 3 January instead of 31 December.
 */
const OVERRULED_BY_THE_NOTICE = ['2020-01-31', '2020-02-01', '2023-01-03'];

describe('holiday tables', () => {
  test('are shipped for 2020 to 2026 and for no year whose arrangement could not be verified', () => {
    expect(YEARS).toEqual([2020, 2021, 2022, 2023, 2024, 2025, 2026]);
  });

  test.each(YEARS)('%i: every day agrees with the chinese-days package', (year) => {
    const different = daysOf(year).filter(
      (day) => dayStatus(SHIPPED_CALENDAR, day)?.off !== chineseDays.isHoliday(day),
    );
    expect(different).toEqual([]);
  });

  test.each(YEARS)(
    '%i: every day agrees with the chinese-workday package, but where the notice overrules it',
    (year) => {
      const different = daysOf(year).filter((day) => dayStatus(SHIPPED_CALENDAR, day)?.off !== !isWorkday(day));
      expect(different).toEqual(OVERRULED_BY_THE_NOTICE.filter((day) => yearOf(day) === year));
    },
  );

  test.each(HOLIDAY_TABLES)('$year: names the notice with its number and date', (table) => {
    expect(table.source.number).toMatch(/^国办发明电〔\d{4}〕\d+号$/u);
    expect(table.source.title).toContain(`${table.year}年`);
    expect(isCivilDate(table.source.date)).toBe(true);
    expect(table.source.date < `${table.year}-01-01`).toBe(true);
    expect(new URL(table.source.url).hostname).toBe('www.gov.cn');
  });

  test.each(HOLIDAY_TABLES)('$year: make-up workdays are weekend days, and no day is both', (table) => {
    for (const { date } of table.makeUpWorkdays) {
      expect(weekday(date)).toBeGreaterThanOrEqual(6);
      expect(table.daysOff.some(({ from, to }) => date >= from && date <= to)).toBe(false);
    }
    for (const { from, to } of table.daysOff) expect(from <= to).toBe(true);
  });
});

describe('a day of the calendar', () => {
  test('is a holiday, a weekend, a make-up workday or a workday, with the row that says so', () => {
    expect(dayStatus(SHIPPED_CALENDAR, '2026-10-01')).toMatchObject({ kind: 'holiday', off: true, name: '国庆节' });
    expect(dayStatus(SHIPPED_CALENDAR, '2026-10-10')).toMatchObject({ kind: 'make-up-workday', off: false });
    expect(dayStatus(SHIPPED_CALENDAR, '2026-10-11')).toMatchObject({ kind: 'weekend', off: true });
    expect(dayStatus(SHIPPED_CALENDAR, '2026-10-12')).toMatchObject({ kind: 'workday', off: false });
    const row = (day: string) => dayStatus(SHIPPED_CALENDAR, day)?.row ?? asWritten('');
    expect(say(row('2026-10-01'), 'zh')).toBe('2026-10-01 国庆节（国办发明电〔2025〕7号）');
    expect(say(row('2026-10-01'), 'en')).toBe('2026-10-01 National Day (国办发明电〔2025〕7号)');
    expect(say(row('2026-10-10'), 'en')).toBe('2026-10-10 make-up workday for National Day (国办发明电〔2025〕7号)');
    expect(say(row('2025-10-06'), 'en')).toContain('National Day, Mid-Autumn Festival');
    expect(say(row('2026-10-17'), 'en')).toContain('weekend');
  });

  test('of a December that the next notice rearranged follows that notice', () => {
    expect(dayStatus(SHIPPED_CALENDAR, '2022-12-31')).toMatchObject({ kind: 'holiday', name: '元旦' });
  });

  test.each(['2019-12-31', '2027-01-01', '2027-03-06', '2035-10-01'])('%s has no table, so nothing is said', (day) => {
    expect(dayStatus(SHIPPED_CALENDAR, day)).toBeUndefined();
  });

  test('is unknown in a year of its own, even when the table of the year after reaches into it', () => {
    const only2023 = calendarOf(HOLIDAY_TABLES.filter((table) => table.year === 2023));
    expect(dayStatus(only2023, '2022-12-31')).toBeUndefined();
  });

  test('near the end of the last year comes with a caution that the next notice may rearrange it', () => {
    expect(yearEndCaution(SHIPPED_CALENDAR, '2026-12-31')).toHaveLength(1);
    expect(yearEndCaution(SHIPPED_CALENDAR, '2025-12-31')).toEqual([]);
    expect(yearEndCaution(SHIPPED_CALENDAR, '2026-12-24')).toEqual([]);
  });

  test('what is missing is named by its year in both languages', () => {
    const missing = missingYear(2027);
    expect(missing).toMatchObject({ what: 'calendar', name: '2027' });
    expect(say(missing.text, 'zh')).toContain('2027年');
    expect(say(missing.text, 'en')).toContain('2027');
  });
});
