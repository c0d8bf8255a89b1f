import type { CaseClockView } from '../../contract/letters-cases.ts';
import { formById } from '../../letter/forms.ts';
import type { PaperClock } from '../../letter/template.ts';
import type { Store } from '../../store/store.ts';
import { type Answer, type Deadline, known, mapAnswer } from '../../term/answer.ts';
import { type CivilDate, civilDateAt } from '../../term/calendar/civil-date.ts';
import { latestBeside, onDay, safeDay } from '../../term/calendar/deadline.ts';
import type { TermBasis } from '../../term/basis.ts';
import { countPeriod, foreignLaw } from '../../term/count-period.ts';
import { statuteFigure } from '../../term/statutes/statute-table.ts';
import { withKnownFacts } from '../facts.ts';
import { zoneSaid } from '../papers/particulars.ts';
import { statutesSaid } from '../papers/statutes.ts';
import { standingOf } from '../standing.ts';
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
 * counted from is not known, or where the agreement chooses another law. What its arrival settles is told until it arrived.
 */
export function clocksOf(store: Store, { history, state, letterId, from: record }: WholeCase): readonly RunningClock[] {
  const letter = letterId === undefined ? undefined : letterPapers(store).get(letterId);
  const clocks = letter && formById(letter.body.templateId)?.clocks;
  if (!letter || !clocks || OVER.has(state)) return [];
  const basis = basisOf(store, record.agreementId);
  // Another place's law gives other days, or none.
  if (foreignLaw(basis)) return [];
  const { values } = letter.body;
  const arrival = history.find((step) => step.state === 'arrived')?.at;
  const arrivedOn = arrival === undefined ? undefined : civilDateAt(arrival);
  return clocks.flatMap((clock): readonly RunningClock[] => {
    const { name, from, untilArrived = false, onceArrived = false, unless } = clock;
    if (untilArrived && arrivedOn !== undefined) return [];
    if (unless !== undefined && isThereBy(arrivedOn, dayIn(values[unless]))) return [];
    const start = from === 'arrived' ? arrivedOn : dayIn(values[from.field]);
    if (onceArrived && !isThereBy(arrivedOn, start)) return [];
    const day = start === undefined ? undefined : endOf(basis, clock, start, values);
    return day ? [{ name, day, untilArrived }] : [];
  });
}

/** Whether what names a day had arrived by that day: only then does the day count, and later the arrival itself. */
const isThereBy = (arrivedOn: CivilDate | undefined, named: CivilDate | undefined): boolean =>
  arrivedOn !== undefined && named !== undefined && arrivedOn <= named;

const dayIn = (value: unknown): CivilDate | undefined =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(value) ? value : undefined;

/** What the days of a letter are counted by: the agreement that it is about, where that is known. */
function basisOf(store: Store, agreementId: string | undefined): TermBasis {
  const versions = agreementId === undefined ? [] : store.agreements.versionsOf(agreementId);
  const last = agreementId === undefined ? undefined : standingOf(store, agreementId).periods.at(-1);
  const version = versions.find(({ id }) => id === last?.versionId) ?? versions.at(-1);
  const document = version && store.agreements.document(version.id);
  return {
    sources: document ? [withKnownFacts(store, version.id, document)] : [],
    calendar: calendarFor(store),
    ...(agreementId === undefined ? {} : zoneSaid(store, agreementId)),
    ...statutesSaid(store),
  };
}

/** The end of what is counted; the day itself where nothing is. Undefined where a number of days is none. */
function endOf(
  basis: TermBasis,
  { law, days }: PaperClock,
  start: CivilDate,
  values: Readonly<Record<string, unknown>>,
): Answer<Deadline> | undefined {
  if (law === 'end-right') {
    const years = statuteFigure(basis.statutes, 'end-by-notice', 'endRightYears');
    // It is the life of a right and no time to act in: no holiday prolongs it (article 199).
    return mapAnswer(safeDay(countPeriod(basis, start, { years })), onDay);
  }
  if (law === 'limitation') {
    return countPeriod(basis, start, { years: statuteFigure(basis.statutes, 'limitation', 'limitationYears') });
  }
  if (days === undefined) return known(onDay(start), []);
  const count = Number(values[days]);
  return Number.isInteger(count) && count > 0 ? countPeriod(basis, start, { days: count }) : undefined;
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
