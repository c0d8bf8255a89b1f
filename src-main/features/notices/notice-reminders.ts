import { calledAt } from '../../kernel/standing.ts';
import { z } from 'zod';
import { asWritten, type Sentence, sentence } from '../../agreement/sentence.ts';
import { type CivilDate, dateWords, daysBetween } from '../../term/calendar/civil-date.ts';
import { lastDayOf, safeDay } from '../../term/calendar/deadline.ts';
import { civilDateIn } from '../../term/calendar/zone.ts';
import { dayClock } from '../../term/day-clock.ts';
import {
  type DueReminder,
  dueReminders,
  markShown,
  type RemindedClock,
  secondsToNextReminder,
  type ShownReminders,
} from '../../term/notice/reminders.ts';
import { type Notice, notices } from './notice-records.ts';
import type { Ports } from '../../kernel/ports.ts';
import { todayOf } from '../../kernel/days/today.ts';
import type { Announcement, NextDate, Reminders } from '../../kernel/reminders.ts';
import { putSetting, readSetting, type Setting } from '../../kernel/papers/settings.ts';
import { SETTINGS } from '../../kernel/stored-names.ts';

/** When each reminder was shown (UTC ISO), by its key. */
export const REMINDERS_SHOWN: Setting<Readonly<Record<string, string>>> = {
  name: SETTINGS.notices.remindersShown,
  schema: z.record(z.string(), z.string()),
};

/**
 * The reminders of all open notices. What was shown is stored, so that nothing is missed and nothing repeated, whatever
 * the computer did meanwhile: slept, was switched off, or had its clock set.
 */
export function noticeReminders(ports: Pick<Ports, 'store' | 'now'>): Reminders {
  const { store, now } = ports;
  const shown = (): ShownReminders => new Map(Object.entries(readSetting(store, REMINDERS_SHOWN) ?? {}));

  return {
    due(): readonly DueReminder[] {
      return dueReminders(now().toISOString(), shown(), notices(store).map(clockOf));
    },

    announcement({ clock, reminder, daysLeft, missed }: DueReminder): Announcement {
      const notice = notices(store).find(({ id }) => id === clock);
      const title = notice ? calledAt(store, notice.agreementId, now().toISOString()) : '';
      const unsure = notice !== undefined && !lastDayOf(notice.clock.lastDayToAct).known;
      return {
        noticeId: clock,
        title: asWritten(title),
        body: bodyOf({ ...reminder, unsure }, daysLeft, missed.length),
      };
    },

    showed(due: readonly DueReminder[]): void {
      if (due.length === 0) return;
      const at = now().toISOString();
      const ids = new Set(notices(store).map(({ id }) => id));
      const kept = [...markShown(shown(), due, at)].filter(([key]) => ids.has(key.split('/', 1)[0] ?? ''));
      putSetting(ports, REMINDERS_SHOWN, Object.fromEntries(kept));
    },

    next(count: number): readonly NextDate[] {
      return notices(store)
        .filter(({ open }) => open)
        .flatMap((notice): readonly NextDate[] => {
          const { lastDay, id, agreementId, basis } = notice;
          if (lastDay === undefined) return [];
          const today = todayOf(now(), basis.terms);
          const title = calledAt(store, agreementId, now().toISOString());
          const words = lastDayOf(notice.clock.lastDayToAct).known
            ? nextWords(title, lastDay, daysBetween(today, lastDay))
            : sentence('notices.notice-reminders.next-unsure', { date: lastDay, title });
          return [{ noticeId: id, date: lastDay, words }];
        })
        .sort((a, b) => a.date.localeCompare(b.date))
        .slice(0, count);
    },

    secondsToNext(): number | undefined {
      return secondsToNextReminder(now().toISOString(), notices(store).map(clockOf));
    },
  };
}

function clockOf({ id, createdAt, lastDay, clock, open, basis }: Notice): RemindedClock {
  const { zone } = dayClock(basis.terms);
  const effective = safeDay(clock.effective);
  return {
    id,
    zone,
    recordedOn: civilDateIn(createdAt, zone),
    closed: !open,
    ...(lastDay === undefined ? {} : { lastDayToAct: lastDay }),
    ...(effective.known ? { effective: effective.value } : {}),
  };
}

function bodyOf(
  { about, date, lead, unsure }: DueReminder['reminder'] & { readonly unsure: boolean },
  daysLeft: number,
  missed: number,
): Sentence {
  const more = missed === 0 ? asWritten('') : sentence('notices.notice-reminders.body-of.more', { missed });
  if (about === 'effect') {
    const day = dateWords(date);
    return daysLeft === 0
      ? sentence('notices.notice-reminders.body-of', { more })
      : sentence('notices.notice-reminders.body-of-2', { day, more });
  }
  const left = unsure ? sentence('notices.notice-reminders.left-unsure') : leftWords(daysLeft, lead);
  return sentence('notices.notice-reminders.body-of-3', { daysLeft: left, more });
}

function leftWords(daysLeft: number, lead: number): Sentence {
  if (daysLeft < 0) {
    return sentence('notices.notice-reminders.left-words', { value: -daysLeft });
  }
  if (daysLeft === 0 || lead === 0) {
    return sentence('notices.notice-reminders.left-words-2');
  }
  return sentence('notices.notice-reminders.left-words-3', { daysLeft });
}

function nextWords(title: string, date: CivilDate, left: number): Sentence {
  if (left === 0) return sentence('notices.notice-reminders.next-today', { date, title });
  return left > 0
    ? sentence('notices.notice-reminders.next-ahead', { date, title, n: left })
    : sentence('notices.notice-reminders.next-past', { date, title, n: -left });
}
