import type { CaseClockView } from '../../contract/letters-cases.ts';
import { formById } from '../../letter/forms.ts';
import type { PaperClock } from '../../letter/template.ts';
import type { Store } from '../../store/store.ts';
import type { Answer, Deadline } from '../../term/answer.ts';
import { type CivilDate, civilDateAt } from '../../term/calendar/civil-date.ts';
import { latestBeside, onDay, safeDay } from '../../term/calendar/deadline.ts';
import { periodEnd } from '../../term/calendar/period.ts';
import { known } from '../../term/answer.ts';
import { calendarFor } from '../papers/holidays.ts';
import { letterPapers } from '../papers/letters.ts';
import type { WholeCase } from './cases.ts';

/** A day of the law that a letter set going, or that runs until it arrives. */
export interface RunningClock {
  readonly name: PaperClock['name'];
  readonly day: Answer<Deadline>;
  /** Only its arrival settles it. */
  readonly untilArrived: boolean;
}

/** Steps after which nothing is to be counted any more. */
const OVER: ReadonlySet<string> = new Set(['settled', 'withdrawn']);

/**
 * The days of the law that the letter of a case runs by, counted from its arrival or from a day that it names; none while what they are
 * counted from is not known. What its arrival settles is told until it arrived.
 */
export function clocksOf(store: Store, { history, state, letterId }: WholeCase): readonly RunningClock[] {
  const letter = letterId === undefined ? undefined : letterPapers(store).get(letterId);
  const clocks = letter && formById(letter.body.templateId)?.clocks;
  if (!letter || !clocks || OVER.has(state)) return [];
  const { values } = letter.body;
  const arrival = history.find((step) => step.state === 'arrived')?.at;
  return clocks.flatMap((clock): readonly RunningClock[] => {
    const { name, from, untilArrived = false } = clock;
    if (untilArrived && arrival !== undefined) return [];
    const start =
      from === 'arrived' ? (arrival === undefined ? undefined : civilDateAt(arrival)) : dayIn(values[from.field]);
    const day = start === undefined ? undefined : endOf(store, clock, start, values);
    return day ? [{ name, day, untilArrived }] : [];
  });
}

const dayIn = (value: unknown): CivilDate | undefined =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(value) ? value : undefined;

/** The end of what is counted; the day itself where nothing is. Undefined where a number of days is none. */
function endOf(
  store: Store,
  { years, days }: PaperClock,
  start: CivilDate,
  values: Readonly<Record<string, unknown>>,
): Answer<Deadline> | undefined {
  if (years !== undefined) return periodEnd(start, { years }, calendarFor(store));
  if (days === undefined) return known(onDay(start), []);
  const count = Number(values[days]);
  return Number.isInteger(count) && count > 0 ? periodEnd(start, { days: count }, calendarFor(store)) : undefined;
}

/**
 * As the way of a case shows them. A day that one has to keep to is the safe one; what may be done once another's period is over waits
 * for its later end.
 */
export function clockViews(store: Store, whole: WholeCase): readonly CaseClockView[] {
  return clocksOf(store, whole).flatMap(({ name, day }): readonly CaseClockView[] => {
    if (name === 'may-terminate') {
      const end = day.known ? day.value.latest : day.notBefore;
      return end === undefined ? [] : [{ name, date: end }];
    }
    const safe = safeDay(day);
    const latest = latestBeside(day);
    return safe.known ? [{ name, date: safe.value, ...(latest?.known ? { latest } : {}) }] : [];
  });
}
