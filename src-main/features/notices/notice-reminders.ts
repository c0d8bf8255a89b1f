import { versionCalledAs } from '../../kernel/standing.ts';
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
import type { Store } from '../../store/store.ts';
import { objectionArrives } from '../../term/agenda/agenda-items.ts';
import { type Notice, notices } from './notice-records.ts';
import { objectionArrivalKey, objectionWay } from './objection-cases.ts';
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

/** Whether a person said of an item of the agenda that nothing is left of it. */
type SaidDone = (item: string) => boolean;

/**
 * The reminders of all open notices, and of objections that were sent until they have arrived. What was shown is stored, so that nothing is missed and nothing repeated, whatever
 * the computer did meanwhile: slept, was switched off, or had its clock set.
 */
export function noticeReminders(ports: Pick<Ports, 'store' | 'now'>, isSaidDone: SaidDone = () => false): Reminders {
  const { store, now } = ports;
  const clock = (notice: Notice): RemindedClock => clockOf(notice, lastDayFor(store, notice, isSaidDone));
  const shown = (): ShownReminders => new Map(Object.entries(readSetting(store, REMINDERS_SHOWN) ?? {}));

  return {
    due(): readonly DueReminder[] {
      return dueReminders(now().toISOString(), shown(), notices(store).map(clock));
    },

    announcement({ clock: noticeId, reminder, daysLeft, missed }: DueReminder): Announcement {
      const notice = notices(store).find(({ id }) => id === noticeId);
      const title = notice ? versionCalledAs(store, notice.basis.version) : '';
      const of = (notice && lastDayFor(store, notice, isSaidDone)?.of) ?? 'acting';
      const unsure = of === 'acting' && notice !== undefined && !lastDayOf(notice.clock.lastDayToAct).known;
      return {
        noticeId,
        title: asWritten(title),
        body: bodyOf({ ...reminder, of: unsure ? 'unsure' : of }, daysLeft, missed.length),
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
        .flatMap((notice): readonly NextDate[] => {
          const last = lastDayFor(store, notice, isSaidDone);
          if (last === undefined) return [];
          const { id, basis } = notice;
          const { day: date, of } = last;
          const today = todayOf(now(), basis.terms);
          const title = versionCalledAs(store, basis.version);
          if (of === 'arrival') {
            return [{ noticeId: id, date, words: sentence('notices.notice-reminders.next-arrival', { date, title }) }];
          }
          const words = lastDayOf(notice.clock.lastDayToAct).known
            ? nextWords(title, date, daysBetween(today, date))
            : sentence('notices.notice-reminders.next-unsure', { date, title });
          return [{ noticeId: id, date, words }];
        })
        .sort((a, b) => a.date.localeCompare(b.date))
        .slice(0, count);
    },

    secondsToNext(): number | undefined {
      return secondsToNextReminder(now().toISOString(), notices(store).map(clock));
    },
  };
}

/** What there is to be reminded of by the last day of a notice: to act by it, or that what was sent has arrived by it. */
interface LastDay {
  readonly day: CivilDate;
  readonly of: 'acting' | 'arrival';
}

/** The last day that still has something to be done by it; none once what was sent arrived, or a person said that nothing is left. */
function lastDayFor(store: Store, notice: Notice, isSaidDone: SaidDone): LastDay | undefined {
  const { id, open, lastDay: day, clock } = notice;
  if (day === undefined) return undefined;
  const way = objectionWay(store, notice);
  if (way === undefined) return open && !isSaidDone(`notice:${id}/notice-last-day`) ? { day, of: 'acting' } : undefined;
  if (way !== 'under-way' || objectionArrives(clock) === false) return undefined;
  const asks = objectionArrivalKey(store, notice);
  return asks === undefined || isSaidDone(asks) ? undefined : { day, of: 'arrival' };
}

function clockOf({ id, createdAt, clock, open, basis }: Notice, last: LastDay | undefined): RemindedClock {
  const { zone } = dayClock(basis.terms);
  const effective = safeDay(clock.effective);
  return {
    id,
    zone,
    recordedOn: civilDateIn(createdAt, zone),
    closed: !open && last === undefined,
    ...(last === undefined ? {} : { lastDayToAct: last.day }),
    ...(open && effective.known ? { effective: effective.value } : {}),
  };
}

function bodyOf(
  { about, date, lead, of }: DueReminder['reminder'] & { readonly of: LastDay['of'] | 'unsure' },
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
  const left =
    of === 'unsure'
      ? sentence('notices.notice-reminders.left-unsure')
      : of === 'arrival'
        ? arrivalWords(daysLeft)
        : leftWords(daysLeft, lead);
  return sentence('notices.notice-reminders.body-of-3', { daysLeft: left, more });
}

function arrivalWords(daysLeft: number): Sentence {
  if (daysLeft === 0) return sentence('notices.notice-reminders.arrival-today');
  return daysLeft > 0
    ? sentence('notices.notice-reminders.arrival-ahead', { n: daysLeft })
    : sentence('notices.notice-reminders.arrival-past', { n: -daysLeft });
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
