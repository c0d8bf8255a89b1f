import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  beijingDate,
  dateTime,
  daysApart,
  daysAway,
  daysFromToday,
  denseDate,
  exactTime,
  listDate,
  longDate,
  monthName,
  relativeDays,
  timeOfDay,
  today,
} from '../../../../src-renderer/kernel/dates.ts';
import { given, inEach, said } from '../given/page.ts';

beforeEach(async () => void (await given({})));

/** A device whose clock is so many minutes behind UTC, as `getTimezoneOffset` says it. */
const deviceBehind = (minutes: number): void =>
  void vi.spyOn(Date.prototype, 'getTimezoneOffset').mockReturnValue(minutes);

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

  it('a civil date stays the day it is; an instant is told by the day and the clock of Beijing on every device', () => {
    expect(beijingDate('2026-03-01')).toBe('2026-03-01');
    for (const behind of [-480, 0, 300]) {
      deviceBehind(behind);
      expect(beijingDate('2026-03-01T15:59:00Z')).toBe('2026-03-01');
      expect(beijingDate('2026-03-01T16:00:00Z')).toBe('2026-03-02');
      expect(timeOfDay('2026-03-01T16:05:00Z')).toBe('00:05');
    }
  });

  inEach('it is said whose time it is where the device shows another', async (language) => {
    await given({}, { language });
    const when = said('frame.dateTime', { date: denseDate('2026-03-02'), time: '00:05' });
    deviceBehind(-480);
    expect(dateTime('2026-03-01T16:05:00Z')).toBe(when);
    deviceBehind(0);
    expect(dateTime('2026-03-01T16:05:00Z')).toBe(said('frame.beijingTime', { when }));
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
    deviceBehind(-480);
    expect(dateTime('2026-03-15T12:00:00Z')).toBe('15 Mar 2026, 20:00');
    expect(exactTime('2026-03-01T01:30:00Z')).toBe('1 Mar 2026, 09:30');
    expect(exactTime('2026-03-01T16:00:05Z')).toBe('2 Mar 2026, 00:00:05');
  });

  it('today is the day in Beijing, from its midnight to its midnight', () => {
    vi.setSystemTime('2026-11-29T16:00:00Z');
    expect(today()).toBe('2026-11-30');
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
