import { type Sentence, sentence } from '../../agreement/sentence.ts';
import { LENGTH_UNITS } from '../../agreement/fact.ts';
import {
  type Answer,
  type Deadline,
  type TermStep,
  type Understands,
  allSteps,
  known,
  mapAnswer,
  missingInput,
  restingOn,
  unknown,
} from '../answer.ts';
import type { OwnName, TermBasis } from '../basis.ts';
import { countPeriod, periodLength } from '../count-period.ts';
import { pickFact, type Question } from '../pick-fact.ts';
import { type CivilDate, addDays, dateWords, daysBetween } from '../calendar/civil-date.ts';
import { type Dispatch, deliveredOn } from './notice-delivery.ts';
import { dayAfter, onDay } from '../calendar/deadline.ts';
import { type PeriodAgreement, type PeriodLength, earliestEnd } from '../calendar/period.ts';
import { type Shortfall, shortfallOf } from './notice-shortfall.ts';

/** What a notice concerns. */
export const NOTICE_KINDS = ['change', 'sla-change', 'termination', 'assignment', 'fee'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** A provider's announcement, as recorded. */
export interface ChangeNotice extends Dispatch {
  readonly kind: NoticeKind;
  /** The day the provider says it takes effect. */
  readonly announcedEffective?: CivilDate;
  /** Where the contract counts periods differently from the statute. */
  readonly counting?: PeriodAgreement;
}

/** The clock of one notice. Days are Beijing days. */
export interface NoticeClock {
  readonly delivered: Answer<CivilDate>;
  /** The notice the agreement requires. */
  readonly required: Answer<PeriodLength>;
  /** Last day of the notice period. */
  readonly periodEnds: Answer<Deadline>;
  /** First day on which the agreement lets it take effect: `safe` is the sooner one, to be ready for. */
  readonly earliestEffective: Answer<Deadline>;
  /** The day it takes effect if nothing is done: as announced, else the earliest. */
  readonly effective: Answer<Deadline>;
  /** Last day to stop using, object and move out: before it takes effect, even where it was announced too short. */
  readonly lastDayToAct: Answer<Deadline>;
  /** Whole days of notice given. Unknown without an announced day. */
  readonly noticeDaysGiven: Answer<number>;
  /** Days short of what is required, in the two ways in which it can be counted; from the count that no holiday moves. */
  readonly shortfall: Answer<Shortfall>;
  readonly steps: readonly TermStep[];
}

const NO_ANNOUNCED_DAY = missingInput('announcedEffective', sentence('term.notice-clock.no-announced-day'));

/**
 * A notice is counted in days, working days, months or years, from the day it was given or, where the text does not say, from the day
 * it counts as delivered.
 */
const NOTICE: Omit<Understands, 'kinds'> = {
  units: LENGTH_UNITS.filter((unit) => unit !== 'minute' && unit !== 'hour'),
  anchors: ['announced', 'sent', 'posted', 'received', 'delivered'],
  unsaid: 'delivered',
};

const question = (kind: Understands['kinds'][number], name: OwnName): Question => ({
  name,
  understands: { ...NOTICE, kinds: [kind] },
});

/** The notice each kind needs. What is said of changes in general says nothing of prices. */
export const NOTICE_QUESTIONS: Readonly<Record<NoticeKind, Question>> = {
  change: question('change-notice', 'change-notice-days'),
  'sla-change': question('change-notice', 'change-notice-days'),
  termination: question('termination-notice', 'termination-notice-days'),
  assignment: question('assignment-notice', 'assignment-notice-days'),
  fee: question('price-notice', 'fee-notice-days'),
};

/** The notice that is needed, and whether it runs from the day it was given or from the day of its delivery. */
interface RequiredNotice {
  readonly length: PeriodLength;
  readonly from: 'given' | 'delivered';
}

function requiredNotice(basis: TermBasis, kind: NoticeKind): Answer<RequiredNotice> {
  const fact = pickFact(basis, {
    ...NOTICE_QUESTIONS[kind],
    counts: ({ value }) => typeof value === 'number' && Number.isInteger(value) && value >= 0,
  });
  return mapAnswer(fact, ({ value, unit, calendar, anchor }) => ({
    length: periodLength({ value: Number(value), unit, ...(calendar === undefined ? {} : { calendar }) }) ?? {
      days: Number(value),
    },
    from: anchor === 'announced' || anchor === 'sent' || anchor === 'posted' ? 'given' : 'delivered',
  }));
}

/** The answer built from two others, with their working; unknown with everything that either lacks. */
function both<A, B, C>(a: Answer<A>, b: Answer<B>, build: (a: A, b: B) => Answer<C>): Answer<C> {
  if (a.known && b.known) return restingOn([a, b], build(a.value, b.value));
  const missing = [...(a.known ? [] : a.missing), ...(b.known ? [] : b.missing)];
  const once = new Map(missing.map((item) => [`${item.what} ${item.name}`, item]));
  return unknown([...once.values()], allSteps([a, b]));
}

/** A period that begins no sooner than some day ends no sooner than by the plain count from it. */
function withBound(begins: Answer<CivilDate>, length: Answer<PeriodLength>, end: Answer<Deadline>): Answer<Deadline> {
  if (end.known || begins.known || !length.known || begins.notBefore === undefined) return end;
  return { ...end, notBefore: earliestEnd(begins.notBefore, length.value) };
}

function later(a: CivilDate, b: CivilDate): CivilDate {
  return a > b ? a : b;
}

/** The day of effect the provider announced; unknown when the notice names none. */
function announcedDay(notice: ChangeNotice): Answer<CivilDate> {
  if (notice.announcedEffective === undefined) return unknown([NO_ANNOUNCED_DAY], []);
  const words = dateWords(notice.announcedEffective);
  const text: Sentence = sentence('term.notice-clock.announced-day', { words });
  return known(notice.announcedEffective, [{ text, by: 'person' }]);
}

/** Never before the eve of effect, whenever the notice came. */
function lastDay(delivered: Answer<CivilDate>, effective: Answer<Deadline>): Answer<Deadline> {
  const last = both(delivered, effective, (arrival, { safe, latest, why }) => {
    const [day, latestDay] = [later(arrival, addDays(safe, -1)), later(arrival, addDays(latest, -1))];
    const [words, on] = [dateWords(day), dateWords(safe)];
    return known({ safe: day, latest: latestDay, ...(why && day !== latestDay ? { why } : {}) }, [
      { text: sentence('term.notice-clock.last-day', { on, words }) },
    ]);
  });
  const effect = effective.known ? effective.value.safe : effective.notBefore;
  return last.known || effect === undefined ? last : unknown(last.missing, last.steps, addDays(effect, -1));
}

function given(delivered: Answer<CivilDate>, announced: Answer<CivilDate>): Answer<number> {
  return both(delivered, announced, (arrival, effect) => {
    const days = Math.max(0, daysBetween(arrival, effect) - 1);
    const text: Sentence = sentence('term.notice-clock.given', { days });
    return known(days, [{ text }]);
  });
}

/** Works out the clock of a notice from the facts of the accepted version. Nothing is assumed: what cannot be known says why. */
export function noticeClock(basis: TermBasis, notice: ChangeNotice): NoticeClock {
  const delivered = deliveredOn(basis, notice);
  const needed = requiredNotice(basis, notice.kind);
  const required = mapAnswer(needed, ({ length }) => length);
  const count = (day: CivilDate, length: PeriodLength): Answer<Deadline> =>
    countPeriod(basis, day, length, notice.counting ?? {});
  const begins: Answer<CivilDate> = needed.known && needed.value.from === 'given' ? known(notice.sent, []) : delivered;
  const periodEnds = withBound(begins, required, both(begins, required, count));
  const earliestEffective = dayAfter(periodEnds, (words) => sentence('term.notice-clock.earliest', { words }));
  const announced = announcedDay(notice);
  const effective: Answer<Deadline> = announced.known ? mapAnswer(announced, onDay) : earliestEffective;
  const lastDayToAct = lastDay(delivered, effective);
  const noticeDaysGiven = given(delivered, announced);
  const stated = both(begins, required, (start, length) => known({ start, length }, []));
  const shortfall = both(stated, announced, (period, effect) =>
    restingOn([periodEnds], shortfallOf(basis, { ...period, effect, counting: notice.counting ?? {} }, periodEnds)),
  );
  const steps = allSteps([
    delivered,
    required,
    periodEnds,
    earliestEffective,
    effective,
    noticeDaysGiven,
    shortfall,
    lastDayToAct,
  ]);
  return {
    delivered,
    required,
    periodEnds,
    earliestEffective,
    effective,
    lastDayToAct,
    noticeDaysGiven,
    shortfall,
    steps,
  };
}
