import { type Sentence, sentence } from '../../agreement/sentence.ts';
import type { LegacyKind } from '../../agreement/legacy-fact.ts';
import {
  type Answer,
  type Missing,
  type TermStep,
  allSteps,
  known,
  mapAnswer,
  missingInput,
  restingOn,
  unknown,
} from '../answer.ts';
import { type TermBasis, factsOf, numberOf, ownStep } from '../basis.ts';
import { type CivilDate, addDays, dateWords, daysBetween } from '../calendar/civil-date.ts';
import { type Dispatch, deliveredOn } from './notice-delivery.ts';
import { type PeriodAgreement, type PeriodEnd, type PeriodLength, periodEnd } from '../calendar/period.ts';

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
  readonly periodEnds: Answer<PeriodEnd>;
  /** First day on which the agreement lets it take effect. */
  readonly earliestEffective: Answer<CivilDate>;
  /** The day it takes effect if nothing is done: as announced, else the earliest. */
  readonly effective: Answer<CivilDate>;
  /** Last day to stop using, object and move out: before it takes effect, even where it was announced too short. */
  readonly lastDayToAct: Answer<CivilDate>;
  /** Whole days of notice given, and days short of what is required; 0 when long enough. Unknown without an announced day. */
  readonly noticeDaysGiven: Answer<number>;
  readonly shortfallDays: Answer<number>;
  readonly steps: readonly TermStep[];
}

/** Facts that state the notice each kind needs, in days and in months. */
const NOTICE_FACTS: Readonly<Record<NoticeKind, { readonly days?: LegacyKind; readonly months?: LegacyKind }>> = {
  change: { days: 'change-notice-days' },
  'sla-change': { days: 'change-notice-days' },
  termination: { days: 'termination-notice-days', months: 'termination-notice-months' },
  assignment: { days: 'assignment-notice-days' },
  fee: {},
};

const NO_ANNOUNCED_DAY = missingInput('announcedEffective', sentence('term.notice-clock.no-announced-day'));

/** Months where the document says months, or, where it says neither, where the person does. */
function countsInMonths(basis: TermBasis, days: LegacyKind | undefined, months: LegacyKind): boolean {
  const stated = (kind: LegacyKind | undefined): boolean => kind !== undefined && factsOf(basis, kind).length > 0;
  if (stated(days)) return false;
  return stated(months) || (basis.own?.[months] !== undefined && (days === undefined || basis.own[days] === undefined));
}

function requiredNotice(basis: TermBasis, kind: NoticeKind): Answer<PeriodLength> {
  const { days, months } = NOTICE_FACTS[kind];
  if (months && countsInMonths(basis, days, months)) {
    return mapAnswer(numberOf(basis, months), (value) => ({ months: value }));
  }
  if (days) return mapAnswer(numberOf(basis, days), (value) => ({ days: value }));
  const own = basis.own?.['fee-notice-days'];
  if (own) {
    return known({ days: own.value }, [ownStep(sentence('term.notice-clock.own-fee-notice', { value: own.value }))]);
  }
  const missing: Missing = {
    what: 'fact',
    name: 'fee-notice-days',
    text: sentence('term.notice-clock.fee-notice-missing'),
  };
  return unknown([missing], []);
}

/** The answer built from two others, with their working; unknown with everything that either lacks. */
function both<A, B, C>(a: Answer<A>, b: Answer<B>, build: (a: A, b: B) => Answer<C>): Answer<C> {
  if (a.known && b.known) return restingOn([a, b], build(a.value, b.value));
  const missing = [...(a.known ? [] : a.missing), ...(b.known ? [] : b.missing)];
  const once = new Map(missing.map((item) => [`${item.what} ${item.name}`, item]));
  return unknown([...once.values()], allSteps([a, b]));
}

function later(a: CivilDate, b: CivilDate): CivilDate {
  return a > b ? a : b;
}

function earliest(ends: Answer<PeriodEnd>): Answer<CivilDate> {
  if (!ends.known) {
    return unknown(ends.missing, ends.steps, ends.notBefore === undefined ? undefined : addDays(ends.notBefore, 1));
  }
  const day = addDays(ends.value.lastDay, 1);
  const words = dateWords(day);
  const step: TermStep = {
    text: sentence('term.notice-clock.earliest', { words }),
  };
  return known(day, [...ends.steps, step]);
}

/** The day of effect the provider announced; unknown when the notice names none. */
function announcedDay(notice: ChangeNotice): Answer<CivilDate> {
  if (notice.announcedEffective === undefined) return unknown([NO_ANNOUNCED_DAY], []);
  const words = dateWords(notice.announcedEffective);
  const text: Sentence = sentence('term.notice-clock.announced-day', { words });
  return known(notice.announcedEffective, [{ text, by: 'person' }]);
}

function lastDay(delivered: Answer<CivilDate>, effective: Answer<CivilDate>): Answer<CivilDate> {
  if (!effective.known && delivered.known && effective.notBefore !== undefined) {
    return unknown(effective.missing, allSteps([delivered, effective]), addDays(effective.notBefore, -1));
  }
  return both(delivered, effective, (arrival, effect) => {
    const day = later(arrival, addDays(effect, -1));
    const [words, on] = [dateWords(day), dateWords(effect)];
    return known(day, [
      {
        text: sentence('term.notice-clock.last-day', { on, words }),
      },
    ]);
  });
}

function given(delivered: Answer<CivilDate>, announced: Answer<CivilDate>): Answer<number> {
  return both(delivered, announced, (arrival, effect) => {
    const days = Math.max(0, daysBetween(arrival, effect) - 1);
    const text: Sentence = sentence('term.notice-clock.given', { days });
    return known(days, [{ text }]);
  });
}

function shortfall(first: Answer<CivilDate>, announced: Answer<CivilDate>): Answer<number> {
  return both(first, announced, (allowed, effect) => {
    const days = Math.max(0, daysBetween(effect, allowed));
    const [said, agreed] = [dateWords(effect), dateWords(allowed)];
    const text: Sentence =
      days === 0
        ? sentence('term.notice-clock.long-enough', { said, agreed })
        : sentence('term.notice-clock.too-short', { said, agreed, days });
    return known(days, [{ text }]);
  });
}

/** Works out the clock of a notice from the facts of the accepted version. Nothing is assumed: what cannot be known says why. */
export function noticeClock(basis: TermBasis, notice: ChangeNotice): NoticeClock {
  const delivered = deliveredOn(basis, notice);
  const required = requiredNotice(basis, notice.kind);
  const periodEnds = both(delivered, required, (day, length) =>
    periodEnd(day, length, basis.calendar, notice.counting ?? {}),
  );
  const earliestEffective = earliest(periodEnds);
  const announced = announcedDay(notice);
  const effective = announced.known ? announced : earliestEffective;
  const lastDayToAct = lastDay(delivered, effective);
  const noticeDaysGiven = given(delivered, announced);
  const shortfallDays = shortfall(earliestEffective, announced);
  const steps = allSteps([
    delivered,
    required,
    periodEnds,
    earliestEffective,
    effective,
    noticeDaysGiven,
    shortfallDays,
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
    shortfallDays,
    steps,
  };
}
