import type { Sentence } from '../../agreement/sentence.ts';
import type { Answer } from '../answer.ts';
import { isCounted, type LatestDay } from '../calendar/deadline.ts';
import type { CivilDate } from '../calendar/civil-date.ts';
import type { Zone } from '../calendar/zone.ts';

/** What a dated duty or right is about. */
export const AGENDA_KINDS = [
  'notice-last-day',
  'notice-objection',
  'notice-effect',
  'termination',
  'payment',
  'renewal',
  'overdue',
  'claim-opens',
  'claim-closes',
  'invoice-ask',
  'invoice-issue',
  'red-letter',
  'contact-confirmation',
  'time-stamp',
  'letter',
  'own-note',
  'review',
  'conclusion',
  'answer',
  'cancel-by',
  'term-start',
  'term-end',
  'term-renews',
  'data-export',
  'right-lapses',
  'say-ended',
  'arrival',
] as const;
export type AgendaKind = (typeof AGENDA_KINDS)[number];

/** Kinds that only the act itself ends, never a mark. */
export const ENDED_BY_ACT: ReadonlySet<AgendaKind> = new Set(['review', 'conclusion', 'answer', 'say-ended']);

/**
 * How a person is reminded of each kind by this computer: `steps` of a last day, on the days before it and on the day itself; `day` of what
 * begins, happens or was to be looked at on its day.
 */
export const REMINDED_BY: Readonly<Record<AgendaKind, 'steps' | 'day'>> = {
  'notice-last-day': 'steps',
  'notice-objection': 'steps',
  'notice-effect': 'day',
  termination: 'day',
  payment: 'steps',
  renewal: 'steps',
  overdue: 'steps',
  'claim-opens': 'day',
  'claim-closes': 'steps',
  'invoice-ask': 'day',
  'invoice-issue': 'day',
  'red-letter': 'steps',
  'contact-confirmation': 'day',
  'time-stamp': 'day',
  letter: 'steps',
  'own-note': 'day',
  review: 'steps',
  conclusion: 'day',
  answer: 'day',
  'cancel-by': 'steps',
  'term-start': 'steps',
  'term-end': 'day',
  'term-renews': 'day',
  'data-export': 'steps',
  'right-lapses': 'steps',
  'say-ended': 'day',
  arrival: 'steps',
};

/** Kinds that may have no day by their nature. That an arrival, or the days of a term, need not be noted is for the person to say. */
export const OPEN_KINDS: ReadonlySet<AgendaKind> = new Set([...ENDED_BY_ACT, 'arrival', 'term-start']);

/** One line of the agenda: what, when, why, and what happens if it is missed. */
export interface AgendaItem {
  /** Stable across computations: the same duty keeps its id when its date moves. */
  readonly id: string;
  /** The safe day: agenda, reminders and calendar go by it. */
  readonly date: Answer<CivilDate>;
  /** How late one could still argue, where that is another day or not known; absent where nothing moves the day. */
  readonly latest?: LatestDay;
  /** By whose clock the day begins and ends, where that is not Beijing's. */
  readonly zone?: Zone;
  /** Close of business on the day, `HH:MM` by that clock, where the agreement states hours. */
  readonly hour?: string;
  readonly title: Sentence;
  /** The clause or statute in words. */
  readonly why: Sentence;
  readonly ifMissed: Sentence;
  readonly kind: AgendaKind;
  /** Id of the agreement it comes from. */
  readonly agreement?: string;
  readonly done?: { readonly on: CivilDate; readonly evidence: string };
  /**
   * Whether the text says that what is done by its day has to have arrived by it, or (`false`) that posting it by then is in time; absent
   * where it does not say. The sending closes it either way, and the arrival is asked for until somebody notes it.
   */
  readonly byArrival?: boolean;
  /** `on` is the day it was put off: only what was already overdue then may stay hidden while overdue. */
  readonly snoozed?: { readonly on: CivilDate; readonly until: CivilDate; readonly reason: string };
}

/** `perhaps`: the day that it is in any case not before went by, and nobody knows yet whether the last one did. */
export type AgendaState = 'overdue' | 'perhaps' | 'today' | 'ahead' | 'unknown' | 'snoozed' | 'done';

/** The order in which states are listed. */
const STATE_ORDER: Readonly<Record<AgendaState, number>> = {
  overdue: 0,
  perhaps: 1,
  today: 2,
  ahead: 3,
  unknown: 4,
  snoozed: 5,
  done: 6,
};

/** The day that it is, by the clock of an item (Beijing's where it has none of its own); or one day for all. */
export type Today = CivilDate | ((zone: Zone | undefined) => CivilDate);

const dayFor = ({ zone }: AgendaItem, today: Today): CivilDate => (typeof today === 'string' ? today : today(zone));

/** A day that it is only not before: acting by it is in time, but its passing alone makes nothing too late. */
const mayStillBe = ({ latest }: AgendaItem, today: CivilDate): boolean =>
  latest?.known === false && !isCounted(latest.missing) && (latest.notAfter === undefined || today <= latest.notAfter);

/** Where an item stands on a day. A snooze never hides what is due today, nor what became overdue while it slept. */
export function agendaState(item: AgendaItem, now: Today): AgendaState {
  if (item.done) return 'done';
  const today = dayFor(item, now);
  const { snoozed } = item;
  const asleep = snoozed !== undefined && snoozed.until > today;
  if (!item.date.known) return asleep ? 'snoozed' : 'unknown';
  const date = item.date.value;
  if (date === today) return 'today';
  if (date < today && mayStillBe(item, today)) return asleep ? 'snoozed' : 'perhaps';
  if (date < today) return asleep && snoozed.on > date ? 'snoozed' : 'overdue';
  return asleep ? 'snoozed' : 'ahead';
}

function sortDate(item: AgendaItem): CivilDate {
  return item.date.known ? item.date.value : (item.date.notBefore ?? '9999-12-31');
}

/** The day an item stands on: its safe day, or the one before which it is not. Calendar and reminders go by this one. */
export const standsOn = ({ date }: AgendaItem): CivilDate | undefined => (date.known ? date.value : date.notBefore);

/** All desks' items in one list: one item per id (a later list replaces an earlier one's), overdue first, then by date and id. */
export function mergeAgenda(lists: readonly (readonly AgendaItem[])[], today: Today): readonly AgendaItem[] {
  const byId = new Map(lists.flat().map((item) => [item.id, item]));
  const place = (item: AgendaItem): readonly [number, string, string] => [
    STATE_ORDER[agendaState(item, today)],
    sortDate(item),
    item.id,
  ];
  return [...byId.values()]
    .map((item) => ({ item, place: place(item) }))
    .sort((a, b) => {
      const [stateA, dateA, idA] = a.place;
      const [stateB, dateB, idB] = b.place;
      return stateA - stateB || compareText(dateA, dateB) || compareText(idA, idB);
    })
    .map(({ item }) => item);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What to keep of an agenda; an absent condition keeps all. */
export interface AgendaFilter {
  readonly kinds?: readonly AgendaKind[];
  readonly agreement?: string;
  readonly states?: readonly AgendaState[];
  /** First and last day, both included; items without a date are kept only when neither is set. */
  readonly from?: CivilDate;
  readonly to?: CivilDate;
}

/** The items that meet every condition, in the order given. */
export function filterAgenda(items: readonly AgendaItem[], filter: AgendaFilter, today: Today): readonly AgendaItem[] {
  return items.filter((item) => {
    const date = item.date.known ? item.date.value : undefined;
    const inRange =
      date === undefined
        ? filter.from === undefined && filter.to === undefined
        : (filter.from === undefined || date >= filter.from) && (filter.to === undefined || date <= filter.to);
    return (
      inRange &&
      (filter.kinds === undefined || filter.kinds.includes(item.kind)) &&
      (filter.agreement === undefined || filter.agreement === item.agreement) &&
      (filter.states === undefined || filter.states.includes(agendaState(item, today)))
    );
  });
}

/** The next items to act on: overdue for certain or perhaps, today and ahead, from a merged agenda. */
export function nextItems(agenda: readonly AgendaItem[], today: Today, count: number): readonly AgendaItem[] {
  return filterAgenda(agenda, { states: ['overdue', 'perhaps', 'today', 'ahead'] }, today).slice(0, count);
}
