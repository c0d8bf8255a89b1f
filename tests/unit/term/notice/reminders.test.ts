import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { addDays, daysBetween } from '../../../../src-main/term/calendar/civil-date.ts';
import {
  type RemindedClock,
  type ShownReminders,
  dueReminders,
  markShown,
  reminderSchedule,
  secondsToNextReminder,
} from '../../../../src-main/term/notice/reminders.ts';

const CLOCK: RemindedClock = {
  id: 'n1',
  recordedOn: '2026-03-01',
  lastDayToAct: '2026-03-31',
  effective: '2026-04-01',
  closed: false,
};
const NONE: ShownReminders = new Map();
const at = (day: string, time = '09:00:00'): string => `${day}T${time}+08:00`;

/** Runs the app on these instants and returns what was shown, as `about/lead`. */
function run(instants: readonly string[], clocks: readonly RemindedClock[] = [CLOCK]): readonly string[] {
  let shown = NONE;
  return instants.flatMap((now) => {
    const due = dueReminders(now, shown, clocks);
    shown = markShown(shown, due, now);
    return due.flatMap((item) => [...item.missed, item.reminder]).map(({ about, lead }) => `${about}/${lead}`);
  });
}

const EVERY = ['last-day/30', 'last-day/14', 'last-day/7', 'last-day/3', 'last-day/1', 'last-day/0', 'effect/0'];

describe('reminders of a notice', () => {
  test('come 30, 14, 7, 3, 1 and 0 days before the last day, and on the day of effect', () => {
    expect(reminderSchedule(CLOCK).map((reminder) => reminder.date)).toEqual([
      '2026-03-01',
      '2026-03-17',
      '2026-03-24',
      '2026-03-28',
      '2026-03-30',
      '2026-03-31',
      '2026-04-01',
    ]);
  });

  test('running every hour for six weeks shows each exactly once', () => {
    const hours = Array.from({ length: 42 * 24 }, (_, hour) =>
      at(addDays('2026-03-01', Math.floor(hour / 24)), `${String(hour % 24).padStart(2, '0')}:00:00`),
    );
    expect(run(hours)).toEqual(EVERY);
  });

  test('after a week off, one notification leads and names the missed ones', () => {
    const shown = markShown(NONE, dueReminders(at('2026-03-01'), NONE, [CLOCK]), at('2026-03-01'));
    const due = dueReminders(at('2026-03-29'), shown, [CLOCK]);
    expect(due).toHaveLength(1);
    expect(due[0]?.reminder.lead).toBe(3);
    expect(due[0]?.missed.map((reminder) => reminder.lead)).toEqual([14, 7]);
    expect(due[0]?.daysLeft).toBe(2);
  });

  test('switched off past the day of effect, it still says what happened', () => {
    expect(run([at('2026-05-01')])).toEqual(EVERY);
    expect(dueReminders(at('2026-05-01'), NONE, [CLOCK])[0]?.daysLeft).toBe(-30);
  });

  test('are on Beijing days: 16:00 UTC is the next day', () => {
    expect(run(['2026-03-16T15:59:00Z'])).toEqual(['last-day/30']);
    expect(run(['2026-03-16T16:00:00Z'])).toEqual(['last-day/30', 'last-day/14']);
  });

  test('a clock put back by an hour or a day repeats nothing', () => {
    expect(run([at('2026-03-17', '00:30:00'), at('2026-03-16', '23:30:00'), at('2026-03-17', '00:10:00')])).toEqual([
      'last-day/30',
      'last-day/14',
    ]);
  });

  test('a clock that ran years ahead and was put back swallows nothing', () => {
    const shown = run([
      at('2026-03-02'),
      at('2031-01-01'),
      at('2026-03-17'),
      at('2026-03-24'),
      at('2026-03-24', '18:00:00'),
    ]);
    expect(shown.slice(EVERY.length)).toEqual(['last-day/30', 'last-day/14', 'last-day/7'].slice(1));
  });

  test('a notice recorded late is not reminded of days before it was known', () => {
    const late = { ...CLOCK, recordedOn: '2026-03-26' };
    expect(run([at('2026-03-26'), at('2026-03-28')], [late])).toEqual(['last-day/3']);
  });

  test('a corrected date reminds anew, a closed clock and an unknown date never', () => {
    const shown = markShown(NONE, dueReminders(at('2026-03-31'), NONE, [CLOCK]), at('2026-03-31'));
    const moved = { ...CLOCK, lastDayToAct: '2026-04-07', effective: '2026-04-08' };
    expect(dueReminders(at('2026-03-31'), shown, [moved])[0]?.reminder.lead).toBe(7);
    expect(dueReminders(at('2026-03-31'), NONE, [{ ...CLOCK, closed: true }])).toEqual([]);
    expect(dueReminders(at('2026-03-31'), NONE, [{ id: 'n2', recordedOn: '2026-03-01', closed: false }])).toEqual([]);
  });

  test('says how long until the next one', () => {
    expect(secondsToNextReminder(at('2026-03-16', '23:00:00'), [CLOCK])).toBe(3600);
    expect(secondsToNextReminder(at('2026-04-02'), [CLOCK])).toBeUndefined();
  });

  test('whenever the computer happens to run, each is shown exactly once, none before its day', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 60 * 24 }), { minLength: 1, maxLength: 40 }), (hours) => {
        const sorted = [...hours].sort((a, b) => a - b);
        const instants = sorted.map((hour) =>
          at(addDays('2026-03-01', Math.floor(hour / 24)), `${String(hour % 24).padStart(2, '0')}:00:00`),
        );
        const shown = run(instants);
        const lastDay = instants.at(-1)?.slice(0, 10) ?? '';
        const due = reminderSchedule(CLOCK).filter((reminder) => daysBetween(reminder.date, lastDay) >= 0);
        expect(shown).toEqual(due.map(({ about, lead }) => `${about}/${lead}`));
      }),
    );
  });
});
