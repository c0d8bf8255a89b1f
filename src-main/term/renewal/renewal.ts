import type { Quantity } from '../../agreement/fact.ts';
import { quantityWords } from '../../agreement/fact-words.ts';
import { sentence } from '../../agreement/sentence.ts';
import {
  type Answer,
  type Deadline,
  type TermStep,
  type Unknown,
  allSteps,
  known,
  mapAnswer,
  missingInput,
  restingOn,
  unknown,
} from '../answer.ts';
import { type TermBasis, factsOf } from '../basis.ts';
import { type CivilDate, addDays, dateWords } from '../calendar/civil-date.ts';
import { CIVIL_CODE } from '../calendar/statutes.ts';
import { foreignLaw, otherLaw } from '../count-period.ts';
import { pickQuantity } from '../pick-fact.ts';
import { type Exit, type Price, exitOf, priceOf } from './price-and-exit.ts';
import { NON_RENEWAL, RENEWAL_LENGTH, TERM_LENGTH } from './questions.ts';
import { type Span, NO_TIME, dayBefore, lastDayOfTerm, longer, spanOf } from './term-days.ts';

/** What the person knows of a term. */
export interface TermGiven {
  readonly starts?: CivilDate;
  /** Last day of the first term, where the person knows it; it goes before the count. */
  readonly ends?: CivilDate;
  /** The day of asking: which of the terms that follow each other runs. */
  readonly on: CivilDate;
  /** Yuan: the price of the term that runs, and what an early end is reckoned on. */
  readonly price?: string;
  readonly monthFee?: string;
  readonly yearFee?: string;
  readonly remaining?: string;
  readonly paid?: string;
}

/** One of the terms that follow each other; the first has number 1. */
export interface TermPeriod {
  readonly nth: number;
  readonly starts: CivilDate;
  readonly ends: Deadline;
  /** Last day on which it can be said that it is not renewed. */
  readonly cancelBy: Answer<Deadline>;
}

/** How long an agreement holds, how it goes on and how it ends; whatever the text leaves open is unknown. */
export interface Renewal {
  readonly length: Answer<Quantity>;
  readonly renews: Answer<Quantity>;
  readonly notice: Answer<Quantity>;
  /** The term that runs on the day of asking, else the last one. */
  readonly current: Answer<Pick<TermPeriod, 'nth' | 'starts' | 'ends'>>;
  readonly end: Answer<Deadline>;
  readonly cancelBy: Answer<Deadline>;
  /** First day of the next term, if nothing is said against it. */
  readonly next: Answer<Deadline>;
  /** The terms after the one that runs. */
  readonly upcoming: readonly TermPeriod[];
  readonly price: Price;
  readonly exit: Exit;
  readonly steps: readonly TermStep[];
}

/** Terms after the one that runs that are told. */
const TOLD = 3;
/** Nobody renews more often; a bound for terms of days. */
const MOST = 5000;

/** “Within the last 30 days”: said of a stretch of time, of which only the first day suits every reading. */
const WITHIN = /前[^，。；]{0,12}(?:内|之内|以内)|\bwithin\s[^,.;]{0,40}\b(?:before|prior|preceding)\b/iu;

const dayOf = (end: Deadline, days: number): Deadline => ({
  ...end,
  safe: addDays(end.safe, days),
  latest: addDays(end.latest, days),
});

/** The last day of the first term, from what the person knows, else by count. */
function firstEnd(given: TermGiven, length: Answer<Quantity>): Answer<Deadline> {
  if (given.ends !== undefined) {
    const text = sentence('term.renewal.ends-said', { day: dateWords(given.ends) });
    return known({ safe: given.ends, latest: given.ends }, [{ text, by: 'person', own: true }]);
  }
  if (given.starts === undefined) return unknown([missingInput('starts', sentence('term.renewal.starts-missing'))], []);
  if (!length.known) return length;
  const end = lastDayOfTerm(given.starts, spanOf(length.value));
  const words = {
    first: dateWords(given.starts),
    long: quantityWords(length.value),
    day: dateWords(end.safe),
  };
  const counted: TermStep = { text: sentence('term.renewal.end', words), statute: CIVIL_CODE.correspondingDay };
  return known(end, [...length.steps, counted, ...(end.why ? [end.why] : [])]);
}

/** Under another law than the mainland's nothing is counted by the Civil Code; no sooner than the plain count. */
function underLaw(basis: TermBasis, answer: Answer<Deadline>): Answer<Deadline> {
  const law = foreignLaw(basis);
  if (!law || !answer.known) return answer;
  return unknown([otherLaw(law.name)], [...answer.steps, law.step], answer.value.safe);
}

/** The last day to say that a term is not renewed. */
function cancelDay(
  basis: TermBasis,
  end: Deadline,
  notice: Answer<Quantity & { readonly quote: string }>,
): Answer<Deadline> {
  if (!notice.known) return { ...notice, notAfter: end.latest };
  const counted = dayBefore(basis, end, notice.value);
  const arrives: TermStep = { text: sentence('term.renewal.must-arrive'), statute: CIVIL_CODE.arrival };
  if (!counted.known) return restingOn([notice], counted);
  const steps = [...notice.steps, ...counted.steps];
  if (!WITHIN.test(notice.value.quote)) return known(counted.value, [...steps, arrives]);
  const why: TermStep = {
    text: sentence('term.renewal.within', { first: dateWords(counted.value.safe), last: dateWords(end.latest) }),
  };
  return known({ safe: counted.value.safe, latest: end.latest, why }, [...steps, why, arrives]);
}

interface Chain {
  readonly basis: TermBasis;
  readonly given: TermGiven;
  readonly length: Answer<Quantity>;
  readonly notice: Answer<Quantity & { readonly quote: string }>;
  readonly first: Deadline;
}

/** The n-th term, counted from the first so that no end of a month is lost on the way. */
function termAt({ basis, given, length, notice, first }: Chain, renews: Span, nth: number): TermPeriod {
  const after = addDays(first.safe, 1);
  const told = given.ends !== undefined || given.starts === undefined || !length.known;
  const until = (times: number): Deadline => {
    if (times === 0) return first;
    if (!told) return lastDayOfTerm(given.starts, longer(spanOf(length.value), renews, times));
    const day = lastDayOfTerm(after, longer(NO_TIME, renews, times)).safe;
    return { safe: day, latest: day };
  };
  const starts = nth === 1 ? (given.starts ?? first.safe) : addDays(until(nth - 2).safe, 1);
  const ends = until(nth - 1);
  return { nth, starts, ends, cancelBy: underLaw(basis, cancelDay(basis, ends, notice)) };
}

/** Number of the term in which a day lies; the first for days before it. */
function numberOn(chain: Chain, renews: Span, on: CivilDate): number {
  let nth = 1;
  while (nth < MOST && termAt(chain, renews, nth).ends.safe < on) nth += 1;
  return nth;
}

const plain = ({ value, unit, calendar }: Quantity): Quantity =>
  calendar === undefined ? { value, unit } : { value, unit, calendar };

/** Whether the text speaks of a term, of renewing it or of what follows it. */
export const speaksOfTerm = (basis: Pick<TermBasis, 'sources'>): boolean =>
  factsOf(basis, 'term', 'auto-renewal', 'non-renewal-notice', 'minimum-commitment', 'early-termination-fee').length >
  0;

/**
 * Start, end, renewals, the last day to stop them, the price of the next term and what an end costs and leaves. The first term lasts
 * as long as the text or the person says; it is followed by renewals only where the text has them come by themselves.
 */
export function renewalOf(basis: TermBasis, given: TermGiven): Renewal {
  const length = pickQuantity(basis, TERM_LENGTH);
  const renews = pickQuantity(basis, RENEWAL_LENGTH);
  const notice = pickQuantity(basis, NON_RENEWAL);
  const first = firstEnd(given, length);
  const days = first.known
    ? daysOf({ basis, given, length, notice, first: first.value }, first.steps, renews)
    : { current: first, end: first, cancelBy: alsoMissing(first, notice), upcoming: [] };
  const next: Answer<Deadline> = renews.known
    ? restingOn(
        [renews],
        mapAnswer(days.end, (end) => dayOf(end, 1)),
      )
    : renews;
  const price = priceOf(basis, given, days.end);
  const exit = exitOf(basis, given, days.end);
  const told: readonly Answer<unknown>[] = [
    ...[days.end, days.cancelBy, next, price.announcedBy, price.cap, price.ceiling],
    ...[exit.commitment, exit.fee, exit.dataUntil, exit.sunsetNotice, exit.terminationNotice],
  ];
  return {
    length: mapAnswer(length, plain),
    renews: mapAnswer(renews, plain),
    notice: mapAnswer(notice, plain),
    ...days,
    next,
    price,
    exit,
    steps: allSteps(told),
  };
}

/** An answer that is not known, with what is missing for another one as well. */
function alsoMissing(answer: Unknown, other: Answer<unknown>): Unknown {
  return other.known ? answer : { ...answer, missing: [...answer.missing, ...other.missing] };
}

/** The term that runs on the day of asking, and those after it. */
function daysOf(
  chain: Chain,
  counted: readonly TermStep[],
  renews: Answer<Quantity>,
): Pick<Renewal, 'current' | 'end' | 'cancelBy' | 'upcoming'> {
  const { basis, given } = chain;
  const span = renews.known ? spanOf(renews.value) : undefined;
  const nth = span ? numberOn(chain, span, given.on) : 1;
  const { starts, ends, cancelBy } = termAt(chain, span ?? NO_TIME, nth);
  const text = sentence('term.renewal.renewed', { times: nth - 1, day: dateWords(starts) });
  const end = known(ends, nth === 1 ? counted : [...counted, ...renews.steps, { text }]);
  const said = given.ends !== undefined && nth === 1;
  return {
    current: known({ nth, starts, ends }, end.steps),
    end: said ? end : underLaw(basis, end),
    cancelBy,
    upcoming:
      span && !foreignLaw(basis)
        ? Array.from({ length: TOLD }, (_, index) => termAt(chain, span, nth + index + 1))
        : [],
  };
}
