import { say, type Sentence } from '../../agreement/sentence.ts';
import { type CivilDate, civilDateAt, dateWords, daysBetween } from '../../term/calendar/civil-date.ts';
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

/** A reminder in words, ready to be shown. */
export interface Announcement {
  readonly noticeId: string;
  readonly title: Sentence;
  readonly body: Sentence;
}

/** One of the next dates, for the tray. */
export interface NextDate {
  readonly noticeId: string;
  readonly date: CivilDate;
  readonly words: Sentence;
}

const SETTING = 'reminders-shown';

/**
 * The reminders of all open notices. What was shown is stored, so that nothing is missed and nothing repeated, whatever
 * the computer did meanwhile: slept, was switched off, or had its clock set.
 */
export function reminderBook({ store, now }: Pick<Ports, 'store' | 'now'>) {
  const shown = (): ShownReminders =>
    new Map(Object.entries(store.settings.get<Record<string, string>>(SETTING) ?? {}));

  return {
    /** What has to be shown now. Call `showed` once it was. */
    due(): readonly DueReminder[] {
      return dueReminders(now().toISOString(), shown(), notices(store).map(clockOf));
    },

    announcement({ clock, reminder, daysLeft, missed }: DueReminder): Announcement {
      const notice = notices(store).find(({ id }) => id === clock);
      const title = notice ? (store.agreements.agreement(notice.agreementId)?.title ?? '') : '';
      return { noticeId: clock, title: { zh: title, en: title }, body: bodyOf(reminder, daysLeft, missed.length) };
    },

    showed(due: readonly DueReminder[]): void {
      if (due.length === 0) return;
      const at = now().toISOString();
      const ids = new Set(notices(store).map(({ id }) => id));
      const kept = [...markShown(shown(), due, at)].filter(([key]) => ids.has(key.split('/', 1)[0] ?? ''));
      store.settings.put(SETTING, Object.fromEntries(kept), at);
    },

    /** The nearest last days, soonest first; those that have passed stay until the notice is settled. */
    next(count: number): readonly NextDate[] {
      const today = civilDateAt(now().toISOString());
      return notices(store)
        .filter(({ open }) => open)
        .flatMap((notice): readonly NextDate[] => {
          const { lastDay, id, agreementId } = notice;
          if (lastDay === undefined) return [];
          const title = store.agreements.agreement(agreementId)?.title ?? '';
          return [{ noticeId: id, date: lastDay, words: nextWords(title, lastDay, daysBetween(today, lastDay)) }];
        })
        .sort((a, b) => a.date.localeCompare(b.date))
        .slice(0, count);
    },

    /** Seconds to the next reminder's day; undefined when none is ahead. */
    secondsToNext(): number | undefined {
      return secondsToNextReminder(now().toISOString(), notices(store).map(clockOf));
    },
  };
}

export type ReminderBook = ReturnType<typeof reminderBook>;

function clockOf({ id, createdAt, lastDay, clock, open }: Notice): RemindedClock {
  return {
    id,
    recordedOn: civilDateAt(createdAt),
    closed: !open,
    ...(lastDay === undefined ? {} : { lastDayToAct: lastDay }),
    ...(clock.effective.known ? { effective: clock.effective.value } : {}),
  };
}

function bodyOf({ about, date, lead }: DueReminder['reminder'], daysLeft: number, missed: number): Sentence {
  const more: Sentence =
    missed === 0
      ? { zh: '', en: '' }
      : { zh: `（期间另有 ${missed} 次提醒未显示）`, en: ` (${missed} earlier missed)` };
  if (about === 'effect') {
    const day = dateWords(date);
    return daysLeft === 0
      ? {
          zh: `变更今天生效，请登记实际情况：已停用，或仍在使用。${say(more, 'zh')}`,
          en: `The change takes effect today: record whether you stopped or still use it.${say(more, 'en')}`,
        }
      : {
          zh: `变更已于 ${say(day, 'zh')}生效，请登记实际情况：已停用，或仍在使用。${say(more, 'zh')}`,
          en: `The change took effect on ${say(day, 'en')}: record whether you stopped or still use it.${say(more, 'en')}`,
        };
  }
  return {
    zh: `${say(leftWords(daysLeft, lead), 'zh')}${say(more, 'zh')}`,
    en: `${say(leftWords(daysLeft, lead), 'en')}${say(more, 'en')}`,
  };
}

function leftWords(daysLeft: number, lead: number): Sentence {
  if (daysLeft < 0) {
    return {
      zh: `停用、反对并迁出的最后一日已过 ${-daysLeft} 天。`,
      en: `The last day to stop, object and move out passed ${-daysLeft} day(s) ago.`,
    };
  }
  if (daysLeft === 0 || lead === 0) {
    return { zh: '今天是停用、反对并迁出的最后一日。', en: 'Today is the last day to stop, object and move out.' };
  }
  return {
    zh: `距停用、反对并迁出的最后一日还有 ${daysLeft} 天。`,
    en: `${daysLeft} day(s) left to stop, object and move out.`,
  };
}

function nextWords(title: string, date: CivilDate, left: number): Sentence {
  const [zh, en] =
    left > 0
      ? [`还有 ${left} 天`, `${left} day(s) left`]
      : left === 0
        ? ['今天', 'today']
        : [`已过 ${-left} 天`, `${-left} day(s) ago`];
  return { zh: `${date}（${zh}）${title}`, en: `${date} (${en}) ${title}` };
}
