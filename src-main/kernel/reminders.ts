import type { Sentence } from '../agreement/sentence.ts';
import type { Place } from '../contract/event.ts';
import type { CivilDate } from '../term/calendar/civil-date.ts';
import type { DueReminder } from '../term/notice/reminders.ts';

/** A reminder in words, ready to be shown, and where its matter is dealt with. */
export interface Announcement {
  readonly due: DueReminder;
  /** The item of the agenda that it is about. */
  readonly item: string;
  readonly place: Place;
  readonly title: Sentence;
  readonly body: Sentence;
}

/** One of the next dates, for the tray. */
export interface NextDate {
  readonly item: string;
  readonly place: Place;
  readonly date: CivilDate;
  readonly words: Sentence;
}

/** What there is to remind of at one moment. */
export interface RemindersNow {
  /** What has to be shown now. Call `showed` once it was. */
  readonly due: readonly Announcement[];
  /** The nearest last days, soonest first, then those that have passed and are still open. */
  readonly next: readonly NextDate[];
  /** Seconds to the next reminder's day; undefined when none is ahead. */
  readonly secondsToNext?: number;
  readonly showed: () => void;
}

/** What the shell asks when it reminds the person; who answers is no matter to it. */
export interface Reminders {
  /** What has to be worked out first; nothing where it can answer at once. */
  readonly ready: () => Promise<void> | undefined;
  readonly now: () => RemindersNow;
}
