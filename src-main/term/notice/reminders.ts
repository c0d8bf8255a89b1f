import { type CivilDate, type Instant, addDays, daysBetween, instantSeconds } from '../calendar/civil-date.ts';
import { BEIJING, civilDateIn, startOfDayIn, type Zone } from '../calendar/zone.ts';

/**
 * Days before a last day on which the person is reminded, most first; 0 is the day itself. The one list: reminders of this
 * computer go by it, and the alarms of every calendar file are a few of it.
 */
export const REMINDER_LEADS = [30, 14, 7, 3, 1, 0] as const;

/** Of them those at which a calendar sounds an alarm: it shows the day itself anyhow. */
export const ALARM_LEADS = [30, 7, 1] as const satisfies readonly (typeof REMINDER_LEADS)[number][];

/** A clock to be reminded of. */
export interface RemindedClock {
  readonly id: string;
  /** By whose clock its days begin; Beijing's where absent. */
  readonly zone?: Zone;
  /** The day it was recorded: reminders before it were never due. */
  readonly recordedOn: CivilDate;
  /** Absent while unknown. Where the clock gives a bound (`notBefore`), pass that: it is the safe day. */
  readonly lastDayToAct?: CivilDate;
  readonly effective?: CivilDate;
  /** Decided, withdrawn or done: no more reminders. */
  readonly closed: boolean;
}

/** One reminder of one clock. `key` changes with the date, so that a corrected clock reminds anew. */
export interface Reminder {
  readonly key: string;
  readonly clock: string;
  readonly date: CivilDate;
  readonly about: 'last-day' | 'effect';
  /** Days before the last day; 0 on the day of effect. */
  readonly lead: number;
}

/** What was shown, by key, and when by this computer's clock. */
export type ShownReminders = ReadonlyMap<string, Instant>;

/** What to show now for one clock: the latest reminder, and the ones before it that nobody saw. */
export interface DueReminder {
  readonly clock: string;
  readonly reminder: Reminder;
  readonly missed: readonly Reminder[];
  /** Days left to the date that the reminder is about; negative when it has passed. */
  readonly daysLeft: number;
}

/** Every reminder a clock will ever give, in order of date. */
export function reminderSchedule(clock: RemindedClock): readonly Reminder[] {
  const reminders: Reminder[] = [];
  const add = (about: Reminder['about'], lead: number, date: CivilDate): void => {
    if (date >= clock.recordedOn)
      reminders.push({ key: `${clock.id}/${about}/${lead}/${date}`, clock: clock.id, date, about, lead });
  };
  const { lastDayToAct, effective } = clock;
  if (lastDayToAct !== undefined) {
    for (const lead of REMINDER_LEADS) add('last-day', lead, addDays(lastDayToAct, -lead));
  }
  if (effective !== undefined) add('effect', 0, effective);
  return reminders.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

const SECONDS_PER_DAY = 86_400;

/**
 * Whether a showing still counts. One dated more than a day ahead of now was shown by a clock that ran wild
 * and was put back since: trusting it would swallow the real reminder.
 */
function wasShown(shown: ShownReminders, reminder: Reminder, now: Instant): boolean {
  const at = shown.get(reminder.key);
  return at !== undefined && instantSeconds(at) <= instantSeconds(now) + SECONDS_PER_DAY;
}

/**
 * What has to be shown now: everything dated today or earlier by its agreement's clock that was not shown. Days off or asleep lose nothing,
 * asking again repeats nothing, and a clock that was set wrong for a while does neither.
 */
export function dueReminders(
  now: Instant,
  shown: ShownReminders,
  clocks: readonly RemindedClock[],
): readonly DueReminder[] {
  return clocks.flatMap((clock) => {
    if (clock.closed) return [];
    const today = civilDateIn(now, clock.zone ?? BEIJING);
    const due = reminderSchedule(clock).filter((item) => item.date <= today && !wasShown(shown, item, now));
    const latest = due.at(-1);
    if (!latest) return [];
    const target = latest.about === 'effect' ? latest.date : addDays(latest.date, latest.lead);
    return [{ clock: clock.id, reminder: latest, missed: due.slice(0, -1), daysLeft: daysBetween(today, target) }];
  });
}

/** The shown map after showing these now: the latest and the missed ones alike. */
export function markShown(shown: ShownReminders, due: readonly DueReminder[], now: Instant): ShownReminders {
  const keys = due.flatMap((item) => [item.reminder, ...item.missed]).map((reminder) => reminder.key);
  return new Map([...shown, ...keys.map((key): [string, Instant] => [key, now])]);
}

/** Seconds from now until the next reminder's day begins by its agreement's clock; `undefined` when none is ahead. */
export function secondsToNextReminder(now: Instant, clocks: readonly RemindedClock[]): number | undefined {
  const at = instantSeconds(now);
  const [next] = clocks
    .filter((clock) => !clock.closed)
    .flatMap((clock) => reminderSchedule(clock).map(({ date }) => startOfDayIn(date, clock.zone ?? BEIJING)))
    .filter((begins) => begins > at)
    .sort((a, b) => a - b);
  return next === undefined ? undefined : next - at;
}
