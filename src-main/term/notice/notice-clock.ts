import { type Sentence, sentence } from '../../agreement/sentence.ts';
import { type Fact, LENGTH_UNITS } from '../../agreement/fact.ts';
import { channelsIn } from '../../agreement/channels.ts';
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
import { factsOf, type OwnName, type TermBasis } from '../basis.ts';
import { countPeriod, periodLength } from '../count-period.ts';
import { askedFacts, classesOf, inScope, pickFact, type Question, understandsFact } from '../pick-fact.ts';
import { type CivilDate, addDays, dateWords, daysBetween } from '../calendar/civil-date.ts';
import { CHANNEL_WORDS, type Dispatch, deliveredOn } from './notice-delivery.ts';
import { dayAfter, onDay } from '../calendar/deadline.ts';
import { type PeriodAgreement, type PeriodLength, earliestEnd } from '../calendar/period.ts';
import { byBusinessHour } from '../close-of-business.ts';
import { countingOf } from '../first-day.ts';
import { type Shortfall, shortfallOf } from './notice-shortfall.ts';
import { objectBy, soonerOf } from './objection.ts';
import { atSoonest, objectsBeforeEffect } from './objects-before-effect.ts';
import { type Counted, movedBy, onAnyClock } from './open-clock.ts';
import { dayClock } from '../day-clock.ts';

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

/** The clock of one notice: days of the agreement's own calendar; where its zone is not known, bounds that hold by every clock. */
export interface NoticeClock extends Counted {
  /** The notice the agreement requires. */
  readonly required: Answer<PeriodLength>;
}

const NO_ANNOUNCED_DAY = missingInput('announcedEffective', sentence('term.notice-clock.no-announced-day'));

/**
 * A notice is counted in hours, days, working days, months or years, from the day it was given or, where the text does not say, from the day
 * it counts as delivered.
 */
const NOTICE: Omit<Understands, 'kinds'> = {
  units: LENGTH_UNITS.filter((unit) => unit !== 'minute'),
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
  /** How its words count it, where they do so differently from the statute. */
  readonly counting: PeriodAgreement;
}

function requiredNotice(basis: TermBasis, notice: ChangeNotice): Answer<RequiredNotice> {
  const { kind, channel } = notice;
  const fact = pickFact(basis, {
    ...NOTICE_QUESTIONS[kind],
    about: (one) => isAbout(basis, notice, one),
    counts: isLength,
  });
  const agreed = fact.known ? channelsIn(fact.value.quote) : [];
  const form: readonly TermStep[] =
    agreed.length === 0 || agreed.includes('any') || agreed.includes(channel)
      ? []
      : [{ text: sentence('term.notice-clock.other-form', { channel: CHANNEL_WORDS[channel] }), ...citedIn(fact) }];
  const answer = fact.known ? known(fact.value, [...fact.steps, ...form]) : fact;
  return mapAnswer(answer, (one) => asRequired(basis, notice, one));
}

const asRequired = (basis: TermBasis, notice: ChangeNotice, fact: Fact): RequiredNotice => ({
  length: lengthOf(fact) ?? { days: Number(fact.value) },
  from: startOf(fact),
  counting: countingOf(basis, notice.counting ?? {}, fact),
});

const lengthOf = ({ value, unit, calendar }: Fact): PeriodLength | undefined =>
  periodLength({ value: Number(value), unit, ...(calendar === undefined ? {} : { calendar }) });

const startOf = ({ anchor }: Fact): RequiredNotice['from'] =>
  anchor === 'announced' || anchor === 'sent' || anchor === 'posted' ? 'given' : 'delivered';

const citedIn = ({ steps }: Answer<unknown>): Pick<TermStep, 'clause'> => {
  const clause = steps.find((step) => step.clause)?.clause;
  return clause ? { clause } : {};
};

/** The clause that has a notice of this kind announced on the site. */
function announcingAgreed(basis: TermBasis, kind: NoticeKind): TermStep['clause'] {
  const announcing = askedFacts(basis, NOTICE_QUESTIONS[kind]).find(({ fact }) => {
    return fact.anchor === 'announced' || channelsIn(fact.quote).includes('site');
  });
  return announcing?.steps.find((step) => step.clause)?.clause;
}

/** How long before a feature goes is no notice of anything else, wherever the same length of the same clause is read as both. */
const isSunset = (basis: TermBasis, { clause, value, unit, quote }: Fact): boolean =>
  quote !== '' &&
  factsOf(basis, 'sunset-notice').some(
    ({ fact }) => fact.clause === clause && fact.value === value && fact.unit === unit,
  );

/** What the text has for its cases (`重大变更60天，其他变更30天`), where no case is chosen; nothing where one of them is not known. */
function noticeByCase(basis: TermBasis, notice: ChangeNotice): readonly RequiredNotice[] {
  if (basis.scope !== undefined) return [];
  const each = noticeCases(basis, notice.kind).map((scope) => requiredNotice({ ...basis, scope }, notice));
  return each.every((needed) => needed.known) ? each.map(({ value }) => value) : [];
}

/**
 * What the text states where it contradicts itself (`三十（60）日`): by whichever holds, nothing is sooner than by the one that ends first,
 * each counted from its own start. None where one of them cannot be counted.
 */
function noticeByReading(basis: TermBasis, notice: ChangeNotice): readonly RequiredNotice[] {
  const { understands } = NOTICE_QUESTIONS[notice.kind];
  const told = inScope(askedFacts(basis, NOTICE_QUESTIONS[notice.kind]), basis.scope).filter(({ fact }) =>
    isAbout(basis, notice, fact),
  );
  return told.every(({ fact }) => understandsFact(understands, fact) && isLength(fact) && lengthOf(fact) !== undefined)
    ? told.map(({ fact }) => asRequired(basis, notice, fact))
    : [];
}

/** Whether a length is one of the notice that is asked about: the provider's own of an end, never the customer's, and of no feature. */
const isAbout = (basis: TermBasis, { kind }: ChangeNotice, fact: Fact): boolean =>
  !isSunset(basis, fact) && (kind !== 'termination' || fact.party !== 'customer');

const isLength = ({ value }: Fact): boolean => typeof value === 'number' && Number.isInteger(value) && value >= 0;

/** The cases that the text has a notice of its own for. */
export const noticeCases = (basis: TermBasis, kind: NoticeKind): readonly string[] =>
  classesOf(askedFacts(basis, NOTICE_QUESTIONS[kind]).map(({ fact }) => fact));

/** The answer built from two others, with their working; unknown with everything that either lacks. */
function both<A, B, C>(a: Answer<A>, b: Answer<B>, build: (a: A, b: B) => Answer<C>): Answer<C> {
  if (a.known && b.known) return restingOn([a, b], build(a.value, b.value));
  const missing = [...(a.known ? [] : a.missing), ...(b.known ? [] : b.missing)];
  const once = new Map(missing.map((item) => [`${item.what} ${item.name}`, item]));
  return unknown([...once.values()], allSteps([a, b]));
}

/** A notice that comes into question, with the day it counts from. */
interface Reading {
  readonly length: PeriodLength;
  readonly counting: PeriodAgreement;
  readonly begins: Answer<CivilDate>;
}

/**
 * A period that begins no sooner than some day ends no sooner than by the plain count from it, by the reading that ends first; each counts
 * from its own start, and there is no bound where the start of one is not known at all.
 */
function withBound(readings: readonly Reading[], end: Answer<Deadline>): Answer<Deadline> {
  if (end.known || end.notBefore !== undefined) return end;
  const ends = readings.map(({ length, begins, counting }) => {
    const from = begins.known ? begins.value : begins.notBefore;
    return from === undefined ? undefined : earliestEnd(from, length, counting);
  });
  const [notBefore] = ends.includes(undefined) ? [] : ends.toSorted();
  return notBefore === undefined ? end : { ...end, notBefore };
}

const later = (a: CivilDate, b: CivilDate): CivilDate => (a > b ? a : b);

/** The day of effect the provider announced; unknown when the notice names none. */
function announcedDay(notice: ChangeNotice): Answer<CivilDate> {
  if (notice.announcedEffective === undefined) return unknown([NO_ANNOUNCED_DAY], []);
  const words = dateWords(notice.announcedEffective);
  const text: Sentence = sentence('term.notice-clock.announced-day', { words });
  return known(notice.announcedEffective, [{ text, by: 'person' }]);
}

/** An end of the service is nothing that using it on could accept: what remains is to move out. Where the text lets one object, that is asked. */
export const isLeaving = (kind: NoticeKind, { objectBy: objection }: Pick<Counted, 'objectBy'>): boolean =>
  kind === 'termination' && objection === undefined;

/** Never before the eve of effect, by the clause that has one object before it; its arrival is told only where it makes the day another. */
function lastDay(
  delivered: Answer<CivilDate>,
  effective: Answer<Deadline>,
  leaving: boolean,
  clause: TermStep['clause'],
): Answer<Deadline> {
  const last = both(delivered, effective, (arrival, { safe, latest, why }) => {
    const [day, latestDay] = [later(arrival, addDays(safe, -1)), later(arrival, addDays(latest, -1))];
    const [words, on] = [dateWords(day), dateWords(safe)];
    const text = leaving
      ? sentence('term.notice-clock.last-day-ends', { on, words })
      : sentence('term.notice-clock.last-day', { on, words });
    const step: TermStep = { text, ...(clause ? { clause } : {}) };
    return known({ safe: day, latest: latestDay, ...(why && day !== latestDay ? { why } : {}) }, [step]);
  });
  const effect = effective.known ? effective.value.safe : effective.notBefore;
  if (!last.known) return effect === undefined ? last : atSoonest(last, effective, effect, clause);
  const isByEffect = effect !== undefined && last.value.safe === addDays(effect, -1);
  return isByEffect ? known(last.value, allSteps([effective, known(last.value, last.steps.slice(-1))])) : last;
}

function given(delivered: Answer<CivilDate>, announced: Answer<CivilDate>): Answer<number> {
  return both(delivered, announced, (arrival, effect) => {
    const days = Math.max(0, daysBetween(arrival, effect) - 1);
    const text: Sentence = sentence('term.notice-clock.given', { days });
    return known(days, [{ text }]);
  });
}

/** Days short of one notice, from its start to the effect. */
type Short = (
  start: CivilDate,
  one: Pick<RequiredNotice, 'length' | 'counting'>,
  effect: CivilDate,
) => Answer<Shortfall>;

/** Where it is not known from when a notice counts: how many days it is short even by the earliest day. */
function shortAtLeast(
  begins: Answer<CivilDate>,
  required: Answer<RequiredNotice>,
  announced: Answer<CivilDate>,
  shortfall: Answer<Shortfall>,
  short: Short,
): Answer<Shortfall> {
  if (begins.known || shortfall.known || begins.notBefore === undefined || !required.known || !announced.known)
    return shortfall;
  const least = short(begins.notBefore, required.value, announced.value);
  if (!least.known || least.value.back === 0) return shortfall;
  const words = { day: dateWords(begins.notBefore), days: least.value.back };
  const steps = [...shortfall.steps, { text: sentence('term.notice-clock.short-at-least', words) }];
  return unknown(shortfall.missing, steps, { atLeast: String(least.value.back) });
}

/** Where the text states several: short by no less than by the least of them, and by no more than by the most, each from its own start. */
function shortByReadings(
  shortfall: Answer<Shortfall>,
  readings: readonly Reading[],
  short: (start: CivilDate, one: Reading) => Answer<Shortfall>,
): Answer<Shortfall> {
  if (shortfall.known || readings.length < 2) return shortfall;
  const each = readings.flatMap((one) => {
    const days = one.begins.known ? short(one.begins.value, one) : one.begins;
    return days.known ? [days.value] : [];
  });
  if (each.length < readings.length) return shortfall;
  const [least, most] = [Math.min(...each.map(({ back }) => back)), Math.max(...each.map(({ full }) => full))];
  return unknown(shortfall.missing, shortfall.steps, { atLeast: String(least), atMost: String(most) });
}

/** Works out the clock of a notice from the facts of the accepted version. Nothing is assumed: what cannot be known says why. */
export function noticeClock(basis: TermBasis, notice: ChangeNotice): NoticeClock {
  const { missing } = dayClock(basis);
  const here = clockOf(basis, notice);
  if (!missing) return here;
  const moved = (days: number): NoticeClock => clockOf(basis, movedBy(notice, days));
  return onAnyClock(missing, [moved(-1), here, moved(1)], notice.announcedEffective !== undefined);
}

/** The clock by Beijing's days, or those of the agreement's zone. */
function clockOf(basis: TermBasis, notice: ChangeNotice): NoticeClock {
  const delivered = deliveredOn(basis, notice, announcingAgreed(basis, notice.kind));
  const needed = requiredNotice(basis, notice);
  const required = mapAnswer(needed, ({ length }) => length);
  const beginsOf = ({ from }: RequiredNotice): Answer<CivilDate> =>
    from === 'given' ? known(notice.sent, []) : delivered;
  const begins = needed.known ? beginsOf(needed.value) : delivered;
  const cases = needed.known ? [needed.value] : noticeByCase(basis, notice);
  const readings = (cases.length > 0 ? cases : noticeByReading(basis, notice)).map((one): Reading => ({
    ...one,
    begins: beginsOf(one),
  }));
  const periodEnds = withBound(
    readings,
    both(begins, needed, (day, { length, counting }) =>
      countPeriod(basis, day, length, { ...counting, nobodyActs: true }),
    ),
  );
  const earliestEffective = dayAfter(periodEnds, (words) => sentence('term.notice-clock.earliest', { words }));
  const announced = announcedDay(notice);
  const effective: Answer<Deadline> = announced.known ? mapAnswer(announced, onDay) : earliestEffective;
  const objection = objectBy(basis, { kind: notice.kind, sent: notice.sent, delivered, effective });
  const timeToObject = objection ? { objectBy: objection } : {};
  const leaving = isLeaving(notice.kind, timeToObject);
  const eve = lastDay(delivered, effective, leaving, leaving ? undefined : objectsBeforeEffect(basis, notice.kind));
  const leaveBy = notice.kind === 'termination' ? eve : byBusinessHour(basis, eve);
  const lastDayToAct = objection ? soonerOf(objection, leaveBy) : leaveBy;
  const noticeDaysGiven = given(delivered, announced);
  const stated = both(begins, needed, (start, one) => known({ start, one }, []));
  const short: Short = (start, { length, counting }, effect) => shortfallOf(basis, { start, length, effect, counting });
  const shortKnown = shortAtLeast(
    begins,
    needed,
    announced,
    both(stated, announced, ({ start, one }, effect) => restingOn([periodEnds], short(start, one, effect))),
    short,
  );
  const shortfall = announced.known
    ? shortByReadings(shortKnown, readings, (start, one) => short(start, one, announced.value))
    : shortKnown;
  const steps = allSteps([
    delivered,
    required,
    periodEnds,
    earliestEffective,
    effective,
    noticeDaysGiven,
    shortfall,
    ...(objection ? [objection] : []),
    lastDayToAct,
  ]);
  return {
    delivered,
    required,
    periodEnds,
    earliestEffective,
    effective,
    ...timeToObject,
    lastDayToAct,
    noticeDaysGiven,
    shortfall,
    steps,
  };
}
