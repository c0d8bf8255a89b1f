import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  dateTime,
  daysApart,
  daysAway,
  daysFromToday,
  denseDate,
  listDate,
  localToday,
  longDate,
  monthName,
  relativeDays,
  shortDate,
} from '../../../../src-renderer/kernel/dates.ts';
import { given, inEach, said } from '../given/page.ts';

beforeEach(async () => void (await given({})));

/** What a clock on the wall shows at an instant, by the machine's own zone. */
function wall(instant: string): string {
  const at = new Date(instant);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

describe('dates', () => {
  inEach('a civil date is said with its weekday', async (language) => {
    await given({}, { language });
    const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
    for (const [at, weekday] of weekdays.entries()) {
      expect(longDate(`2026-12-${21 + at}`)).toBe(
        said('frame.dateLong', {
          year: 2026,
          month: said('frame.shortMonths.dec'),
          day: 21 + at,
          weekday: said(`frame.weekdays.${weekday}`),
        }),
      );
    }
  });

  it('a month is named from a month or from a day of it', () => {
    const february = said('frame.monthOfYear', { year: 2024, month: said('frame.months.feb') });
    expect(monthName('2024-02')).toBe(february);
    expect(monthName('2024-02-29')).toBe(february);
  });

  it('a civil date stays the same day in every time zone; an instant is the day of the wall clock', () => {
    expect(shortDate('2026-03-01')).toBe('2026-03-01');
    for (const instant of ['2026-03-01T00:30:00Z', '2026-03-01T12:00:00Z', '2026-03-01T23:30:00Z']) {
      expect(shortDate(instant)).toBe(wall(instant).slice(0, 10));
      expect(dateTime(instant)).toBe(wall(instant));
    }
    expect(localToday()).toBe(wall(new Date().toISOString()).slice(0, 10));
  });

  it('a dense date and a time of the wall clock are written as each language does', async () => {
    await given({}, { language: 'zh' });
    expect([denseDate('2027-03-01'), listDate('2027-03-01'), listDate('2026-03-01')]).toEqual([
      '2027-03-01',
      '2027-03-01',
      '03-01',
    ]);
    await given({}, { language: 'en' });
    expect([denseDate('2027-03-01'), listDate('2027-03-01'), listDate('2026-03-01')]).toEqual([
      '1 Mar 2027',
      '1 Mar 2027',
      '1 Mar',
    ]);
    const instant = '2026-03-15T12:00:00Z';
    expect(dateTime(instant)).toBe(`${denseDate(shortDate(instant))}, ${wall(instant).slice(11)}`);
  });

  it('today is the day in Beijing, from its midnight to its midnight', () => {
    vi.setSystemTime('2026-11-29T16:00:00Z');
    expect(daysFromToday('2026-11-30')).toBe(0);
    vi.setSystemTime('2026-11-29T15:59:59Z');
    expect(daysFromToday('2026-11-30')).toBe(1);
  });

  it('days apart are counted over month ends, leap days and backwards', () => {
    expect(daysApart('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysApart('2026-02-28', '2026-03-01')).toBe(1);
    expect(daysApart('2026-12-31', '2026-01-01')).toBe(-364);
  });

  inEach('a distance is today, ahead or ago', async (language) => {
    await given({}, { language });
    expect(daysAway(0)).toBe(said('frame.today'));
    expect(daysAway(1)).toBe(said('frame.daysAhead', { days: 1 }));
    expect(daysAway(-12)).toBe(said('frame.daysAgo', { days: 12 }));
    expect(relativeDays('2026-12-10')).toBe(said('frame.daysAhead', { days: 10 }));
  });
});
