import { z } from 'zod';
import { asWritten, type Sentence, sentence } from '../../agreement/sentence.ts';
import type { Place } from '../../contract/event.ts';
import type { AgendaSource, PlacedItem } from '../../kernel/between-features.ts';
import { putSetting, readSetting, type Setting } from '../../kernel/papers/settings.ts';
import type { Ports } from '../../kernel/ports.ts';
import type { Announcement, NextDate, Reminders } from '../../kernel/reminders.ts';
import { SETTINGS } from '../../kernel/stored-names.ts';
import { type AgendaItem, agendaState, REMINDED_BY, standsOn } from '../../term/agenda/agenda.ts';
import {
  addDays,
  type CivilDate,
  civilDateAt,
  dateWords,
  daysBetween,
  type Instant,
} from '../../term/calendar/civil-date.ts';
import { isCounted } from '../../term/calendar/deadline.ts';
import { BEIJING, civilDateIn } from '../../term/calendar/zone.ts';
import {
  type DueReminder,
  dueReminders,
  markShown,
  type RemindedClock,
  secondsToNextReminder,
  type ShownReminders,
} from '../../term/notice/reminders.ts';
import { marked } from './marked.ts';

/** When each reminder was shown (UTC ISO), by its key, and since when each item is known. */
export const REMINDERS_SHOWN: Setting<Readonly<Record<string, string>>> = {
  name: SETTINGS.notices.remindersShown,
  schema: z.record(z.string(), z.string()),
};

/** An item that is open, with the day it stands on and the clock by which it is reminded of. */
interface Reminded {
  readonly placed: PlacedItem;
  readonly day: CivilDate;
  readonly clock: RemindedClock;
}

type Kept = Readonly<Record<string, string>>;

/** How long it is kept that something was shown, in days from its day. */
const KEPT_DAYS = 400;

/**
 * The reminders of this computer: of every open item of the agenda that has a safe day, by that day; of what is done, withdrawn, put off or
 * in the archive none. What was shown is stored, so that nothing is missed and nothing repeated, whatever the computer did meanwhile:
 * slept, was switched off, or had its clock set.
 * @param ready what the source has to read first; nothing where it can answer at once
 */
export function agendaReminders(
  ports: Ports,
  source: AgendaSource,
  ready: (ports: Ports) => Promise<void> | undefined = () => undefined,
): Reminders {
  const { store, now } = ports;
  return {
    ready: () => ready(ports),
    now: () => {
      const at = now().toISOString();
      const kept: Kept = readSetting(store, REMINDERS_SHOWN) ?? {};
      const byId = new Map(marked(ports, source(ports)).map((placed) => [placed.item.id, placed]));
      const items = [...byId.values()].flatMap((placed) => remindedOf(placed, kept, at));
      const shown: ShownReminders = new Map(Object.entries(kept));
      const due = items.flatMap((each) => dueReminders(at, shown, [each.clock]).map((one) => announced(each, one)));
      const clocks = items.map(({ clock }) => clock);
      // What is still open stays known as shown, however long ago: it would be told anew at each look.
      const matters = (entry: readonly [string, string]): boolean =>
        isRecent(entry, at) || clocks.some(({ id }) => entry[0].startsWith(`${id}/`));
      const seconds = secondsToNextReminder(at, clocks);
      return {
        due,
        next: nextDates(items, at),
        ...(seconds === undefined ? {} : { secondsToNext: seconds }),
        showed: () => {
          const told = due.map((each) => each.due);
          const after = {
            ...Object.fromEntries([...markShown(shown, told, at)].filter(matters)),
            ...Object.fromEntries(items.flatMap(({ placed }) => seenSince(placed, kept, at))),
          };
          if (JSON.stringify(after) !== JSON.stringify(kept)) putSetting(ports, REMINDERS_SHOWN, after);
        },
      };
    },
  };
}

/** What an item is reminded of as: what stands in another's place goes on with that one's reminders. */
const remindedAs = ({ item, insteadOf }: PlacedItem): string => insteadOf ?? item.id;

const seenKey = (placed: PlacedItem): string => `${remindedAs(placed)}/seen`;

/** Since when an item is known that no record dates: from the first time that it was looked at. A clock that ran ahead meanwhile counts for nothing. */
function seenSince(placed: PlacedItem, kept: Kept, at: Instant): readonly (readonly [string, string])[] {
  if (placed.since !== undefined) return [];
  const key = seenKey(placed);
  const before = kept[key];
  return [[key, before === undefined || before > at ? at : before]];
}

/** Whether it still matters: keys end with the day that they are about, or tell since when an item is known. */
function isRecent([key, instant]: readonly [string, string], at: Instant): boolean {
  const day = key.endsWith('/seen') ? civilDateAt(instant) : key.slice(key.lastIndexOf('/') + 1);
  return addDays(day, KEPT_DAYS) >= civilDateAt(at);
}

function remindedOf(placed: PlacedItem, kept: Kept, at: Instant): readonly Reminded[] {
  const { item, since } = placed;
  const { zone = BEIJING } = item;
  const state = agendaState(item, (there) => civilDateIn(at, there ?? BEIJING));
  const day = standsOn(item);
  if (day === undefined || state === 'done' || state === 'snoozed') return [];
  const seen = seenSince(placed, kept, at)[0]?.[1] ?? at;
  const clock = {
    // As the notices' reminders were kept before everything was reminded of: what was shown of them stays shown.
    id: remindedAs(placed).replace(/^notice:([^/]+)\/notice-(?:last-day|effect)$/u, '$1'),
    zone,
    recordedOn: since ?? civilDateIn(seen, zone),
    closed: false,
  };
  const days = REMINDED_BY[item.kind] === 'steps' ? { lastDayToAct: day } : { effective: day };
  return [{ placed, day, clock: { ...clock, ...days } }];
}

/** A day that it is only not before is none to call the last one. */
const isUnsure = ({ date, latest }: AgendaItem): boolean =>
  !date.known || (latest?.known === false && !isCounted(latest.missing));

const placeOf = ({ place }: PlacedItem): Place => place ?? { screen: 'agenda' };

function announced({ placed, day }: Reminded, due: DueReminder): Announcement {
  const { item } = placed;
  const { length } = due.missed;
  const more = length === 0 ? asWritten('') : sentence('agenda.reminders.more', { missed: length });
  const body = sentence('agenda.reminders.body', { left: leftWords(item, day, due.daysLeft), more });
  return { due, item: item.id, place: placeOf(placed), title: item.title, body };
}

function leftWords(item: AgendaItem, day: CivilDate, left: number): Sentence {
  const on = dateWords(day);
  const n = Math.abs(left);
  if (REMINDED_BY[item.kind] === 'day') {
    if (isUnsure(item)) return sentence('agenda.reminders.day-unsure', { day: on });
    if (item.kind !== 'notice-effect') {
      return left === 0 ? sentence('agenda.reminders.day-today') : sentence('agenda.reminders.day-past', { day: on });
    }
    return left === 0
      ? sentence('agenda.reminders.effect-today')
      : sentence('agenda.reminders.effect-past', { day: on });
  }
  const of = isUnsure(item) ? 'safe' : item.kind === 'arrival' ? 'arrival' : 'last';
  if (left === 0) return sentence(`agenda.reminders.${of}-today`);
  return left > 0 ? sentence(`agenda.reminders.${of}-ahead`, { n }) : sentence(`agenda.reminders.${of}-past`, { n });
}

/** The last days, soonest first; those that have passed come after, the latest of them first. */
function nextDates(items: readonly Reminded[], at: Instant): readonly NextDate[] {
  const dated = items
    .filter(({ placed }) => REMINDED_BY[placed.item.kind] === 'steps')
    .map(({ placed, day }) => {
      const left = daysBetween(civilDateIn(at, placed.item.zone ?? BEIJING), day);
      return {
        left,
        item: placed.item.id,
        place: placeOf(placed),
        date: day,
        words: nextWords(placed.item, day, left),
      };
    })
    .sort((a, b) => a.left - b.left);
  const ahead = dated.filter(({ left }) => left >= 0);
  const past = dated.filter(({ left }) => left < 0).toReversed();
  return [...ahead, ...past].map(({ item, place, date, words }) => ({ item, place, date, words }));
}

function nextWords(item: AgendaItem, date: CivilDate, left: number): Sentence {
  const { title } = item;
  if (isUnsure(item)) return sentence('agenda.reminders.next-unsure', { date, title });
  if (left === 0) return sentence('agenda.reminders.next-today', { date, title });
  return left > 0
    ? sentence('agenda.reminders.next-ahead', { date, title, n: left })
    : sentence('agenda.reminders.next-past', { date, title, n: -left });
}
