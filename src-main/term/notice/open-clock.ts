import { sentence } from '../../agreement/sentence.ts';
import { type Answer, type Bounds, type Deadline, type Missing, type TermStep, unknown } from '../answer.ts';
import { addDays, type CivilDate, dateWords, instantSeconds } from '../calendar/civil-date.ts';
import type { Dispatch } from './notice-delivery.ts';
import type { Shortfall } from './notice-shortfall.ts';

/**
 * What holds of a notice while it is not known by whose clock the agreement's days are counted. A person writes down the day on which it
 * came by a clock of their own: by another it was that day, the one before or the one after, and the last day ends sooner by up to six
 * hours, or later by up to twenty, than it does in Beijing (UTC+14 to UTC−12).
 */

/** The answers of a notice's clock that rest on the day on which it came. */
export interface Counted {
  readonly delivered: Answer<CivilDate>;
  /** Last day of the notice period. */
  readonly periodEnds: Answer<Deadline>;
  /** First day on which the agreement lets it take effect: `safe` is the sooner one, to be ready for. */
  readonly earliestEffective: Answer<Deadline>;
  /** The day it takes effect if nothing is done: as announced, else the earliest. */
  readonly effective: Answer<Deadline>;
  /** Last day to object, where the agreement gives a time for it; absent where it says nothing of one. */
  readonly objectBy?: Answer<Deadline>;
  /**
   * Last day to stop using, object and move out: before it takes effect, even where it was announced too short, and no later than the
   * time to object.
   */
  readonly lastDayToAct: Answer<Deadline>;
  /** Whole days of notice given. Unknown without an announced day. */
  readonly noticeDaysGiven: Answer<number>;
  /** Days short of what is required, in the two ways in which it can be counted; from the count that no holiday moves. */
  readonly shortfall: Answer<Shortfall>;
  readonly steps: readonly TermStep[];
}

/** The same notice as if it had come so many days later. */
export function movedBy<Notice extends Dispatch>(notice: Notice, days: number): Notice {
  const { sent, received, sentAt } = notice;
  return {
    ...notice,
    sent: addDays(sent, days),
    ...(received === undefined ? {} : { received: addDays(received, days) }),
    ...(sentAt === undefined
      ? {}
      : { sentAt: new Date((instantSeconds(sentAt) + days * 86_400) * 1000).toISOString() }),
  };
}

const firstOf = (days: readonly (CivilDate | undefined)[]): CivilDate | undefined =>
  days.includes(undefined) ? undefined : days.toSorted()[0];

const lastOf = (days: readonly (CivilDate | undefined)[]): CivilDate | undefined =>
  days.includes(undefined) ? undefined : days.toSorted().at(-1);

const soonest = (end: Answer<Deadline>): CivilDate | undefined => (end.known ? end.value.safe : end.notBefore);

/**
 * A last day that is in time whatever the clock: west of Beijing the day before may have begun the count, but it ends no sooner than
 * here; east of it the count begins no sooner, but its last day ends before Beijing's does.
 */
function inTime(here: Answer<Deadline>, before: Answer<Deadline>): CivilDate | undefined {
  const day = soonest(here);
  return firstOf([day === undefined ? undefined : addDays(day, -1), soonest(before)]);
}

const farthest = (end: Answer<Deadline>): CivilDate | undefined => (end.known ? end.value.latest : end.notAfter);

/**
 * The day in Beijing on which a last day ends at the latest, whatever the clock: west of Beijing it ends on the day after by Beijing's
 * calendar; east of it the day after may have begun the count, and its last day ends no later than Beijing's does.
 */
function atLatest(here: Answer<Deadline>, after: Answer<Deadline>): CivilDate | undefined {
  const day = farthest(here);
  return lastOf([day === undefined ? undefined : addDays(day, 1), farthest(after)]);
}

function open(missing: Missing, answer: Answer<unknown>, step: TermStep, known: Bounds): Answer<never> {
  const others = answer.known ? [] : answer.missing;
  return unknown([...others, missing], [...answer.steps, step], known);
}

const bounds = (notBefore: CivilDate | undefined, notAfter: CivilDate | undefined): Bounds => ({
  ...(notBefore === undefined ? {} : { notBefore }),
  ...(notAfter === undefined ? {} : { notAfter }),
});

/** Days between which a figure lies by any clock; nothing where one of them is not known. */
function between(answers: readonly Answer<unknown>[], figures: (value: never) => readonly number[]): Bounds {
  const all = answers.map((each) => (each.known ? figures(each.value as never) : undefined));
  if (all.includes(undefined)) return {};
  const known = all.flatMap((each) => each ?? []);
  return { atLeast: String(Math.min(...known)), atMost: String(Math.max(...known)) };
}

/**
 * The clock of a notice with the bounds that hold by every clock, and the zone among what is missing. A day of effect that the notice
 * itself names is one of the agreement's own calendar: no clock moves it, only the moment at which it begins.
 * @param counted by Beijing's clock: of the day before, of the day that was written down, of the day after
 */
export function onAnyClock<Clock extends Counted>(
  missing: Missing,
  [before, here, after]: readonly [Clock, Clock, Clock],
  announced: boolean,
): Clock {
  const day = inTime(here.lastDayToAct, before.lastDayToAct);
  const step: TermStep = {
    text:
      day === undefined
        ? sentence('term.open-clock.other-day')
        : sentence('term.open-clock.in-time', { day: dateWords(day) }),
  };
  const end = (one: Answer<Deadline>, earlier: Answer<Deadline>, later: Answer<Deadline>): Answer<Deadline> =>
    open(missing, one, step, bounds(inTime(one, earlier), atLatest(one, later)));
  const all = [before, here, after];
  const came = before.delivered.known ? before.delivered.value : before.delivered.notBefore;
  const cameBy = after.delivered.known ? after.delivered.value : after.delivered.notAfter;
  return {
    ...here,
    delivered: open(missing, here.delivered, step, bounds(came, cameBy)),
    periodEnds: end(here.periodEnds, before.periodEnds, after.periodEnds),
    earliestEffective: end(here.earliestEffective, before.earliestEffective, after.earliestEffective),
    effective: announced ? here.effective : end(here.effective, before.effective, after.effective),
    ...(here.objectBy && before.objectBy && after.objectBy
      ? { objectBy: end(here.objectBy, before.objectBy, after.objectBy) }
      : {}),
    lastDayToAct: end(here.lastDayToAct, before.lastDayToAct, after.lastDayToAct),
    noticeDaysGiven: open(
      missing,
      here.noticeDaysGiven,
      step,
      between(
        all.map((each) => each.noticeDaysGiven),
        (days: number) => [days],
      ),
    ),
    shortfall: open(
      missing,
      here.shortfall,
      step,
      between(
        all.map((each) => each.shortfall),
        ({ full, back }: Shortfall) => [full, back],
      ),
    ),
    steps: [...here.steps, step],
  };
}
