import type { Sentence } from '../agreement/sentence.ts';
import type { CivilDate } from '../term/calendar/civil-date.ts';
import type { DueReminder } from '../term/notice/reminders.ts';

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

/** What the shell asks when it reminds the person; who answers is no matter to it. */
export interface Reminders {
  /** What has to be shown now. Call `showed` once it was. */
  due(): readonly DueReminder[];
  announcement(due: DueReminder): Announcement;
  showed(due: readonly DueReminder[]): void;
  /** The nearest last days, soonest first; those that have passed stay until the notice is settled. */
  next(count: number): readonly NextDate[];
  /** Seconds to the next reminder's day; undefined when none is ahead. */
  secondsToNext(): number | undefined;
}
