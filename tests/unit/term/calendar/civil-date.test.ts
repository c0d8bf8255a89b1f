import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  addDays,
  addMonths,
  civilDateAt,
  dateWords,
  dayNumber,
  dayOfMonth,
  daysBetween,
  daysInMonth,
  fromDayNumber,
  instantSeconds,
  isCivilDate,
  lastDayOf,
  monthOf,
  parseCivilDate,
  parseMonth,
  shiftMonth,
  weekday,
} from '../../../../src-main/term/calendar/civil-date.ts';
import { words } from '../../../../src-main/agreement/sentence.ts';

const anyDay = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2999-12-31') }).map(fromDayNumber);

describe('a civil date', () => {
  test.each([
    ['2026-02-28', true],
    ['2026-02-29', false],
    ['2028-02-29', true],
    ['2000-02-29', true],
    ['2100-02-29', false],
    ['2026-04-31', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-1-1', false],
    ['２０２６-01-01', false],
    ['2026-01-01T00:00', false],
  ])('%s exists: %s', (text, exists) => {
    expect(isCivilDate(text)).toBe(exists);
  });

  test('refuses what is no day, in both languages', () => {
    expect(() => parseCivilDate('2026-02-30')).toThrow(/bad-date.*2026-02 has only 28 days/u);
    expect(() => parseCivilDate('20260431')).toThrow(/bad-date.*2026-04 has only 30 days/u);
    expect(() => parseCivilDate('２０２６年１３月１日')).toThrow(/bad-date.*no month 13/u);
    expect(() => parseCivilDate('soon')).toThrow(/bad-date.*isn’t a valid date/u);
    expect(() => parseMonth('2026-13')).toThrow(/bad-month/u);
    expect(parseMonth('2026-12')).toBe('2026-12');
  });

  test('agrees with the platform calendar over four centuries', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const platform = new Date(`${day}T00:00:00Z`);
        expect(dayNumber(day)).toBe(platform.getTime() / 86_400_000);
        expect(weekday(day) % 7).toBe(platform.getUTCDay());
        expect(isCivilDate(day)).toBe(true);
      }),
    );
  });

  test('adding days and counting them back is the same number', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -3000, max: 3000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days);
      }),
    );
  });

  test('adding months lands in the month meant, on the same day or its last', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 240 }), (day, months) => {
        const later = addMonths(day, months);
        expect(monthOf(later)).toBe(shiftMonth(monthOf(day), months));
        expect([day.slice(8), lastDayOf(monthOf(later)).slice(8)]).toContain(later.slice(8));
        expect(later <= dayOfMonth(monthOf(later), Number(day.slice(8)))).toBe(true);
      }),
    );
  });

  test('more months never end earlier', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (day, months) => {
        expect(addMonths(day, months) < addMonths(day, months + 1)).toBe(true);
      }),
    );
  });

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-03-31', 1, '2026-04-30'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -13, '2024-12-15'],
  ])('%s + %i months is %s', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });

  test('knows the length of every month, leap years too', () => {
    expect(Array.from({ length: 12 }, (_, index) => daysInMonth(2026, index + 1))).toEqual([
      31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
    ]);
    expect([1900, 2000, 2024, 2100].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 29, 28]);
  });

  test('reads in words with its weekday', () => {
    expect(words(dateWords('2026-03-01'))).toEqual({ zh: '2026年3月1日（周日）', en: 'Sun 1 Mar 2026' });
  });
});

describe('an instant', () => {
  test.each([
    ['2026-02-28T16:00:00Z', '2026-03-01', '16:00 UTC is midnight in Beijing'],
    ['2026-02-28T15:59:59Z', '2026-02-28', 'one second earlier it is still the day before'],
    ['2026-03-01T00:00:00+08:00', '2026-03-01', 'Beijing’s own midnight'],
    ['2026-02-28T08:00:00-08:00', '2026-03-01', 'a morning in California'],
    ['2026-07-01T16:30:00Z', '2026-07-02', 'no daylight saving in summer'],
    ['2026-01-01T00:30:00+14:00', '2025-12-31', 'east of Beijing'],
    ['2026-12-31T24:00:00+08:00', '2027-01-01', '24:00 is the next day’s beginning'],
    ['2026-03-01T09:30+0800', '2026-03-01', 'offset without a colon'],
  ])('%s falls on %s in Beijing: %s', (instant, day) => {
    expect(civilDateAt(instant)).toBe(day);
  });

  test('agrees with the platform for any offset', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: -14 * 60, max: 14 * 60 }),
        fc.integer({ min: 0, max: 86_399 }),
        (day, offset, second) => {
          const two = (value: number): string => String(Math.floor(Math.abs(value))).padStart(2, '0');
          const zone = `${offset < 0 ? '-' : '+'}${two(Math.abs(offset) / 60)}:${two(Math.abs(offset) % 60)}`;
          const text = `${day}T${two(second / 3600)}:${two((second % 3600) / 60)}:${two(second % 60)}${zone}`;
          expect(instantSeconds(text)).toBe(Date.parse(text) / 1000);
        },
      ),
    );
  });

  test.each(['2026-03-01', '2026-03-01T09:30', '2026-03-01T25:00:00Z', '2026-02-30T00:00:00Z', 'yesterday'])(
    'without an offset or impossible is refused: %s',
    (text) => {
      expect(() => instantSeconds(text)).toThrow(/bad-instant/u);
    },
  );
});
