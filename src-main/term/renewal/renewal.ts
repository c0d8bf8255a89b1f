import type { Quantity } from '../../agreement/fact.ts';
import { type Sentence, sentence } from '../../agreement/sentence.ts';
import {
  type Answer,
  type Deadline,
  type TermStep,
  type Unknown,
  allSteps,
  known,
  mapAnswer,
  restingOn,
  unknown,
} from '../answer.ts';
import { type TermBasis, factsOf } from '../basis.ts';
import { type CivilDate, addDays, dateWords } from '../calendar/civil-date.ts';
import { onDay } from '../calendar/deadline.ts';
import { foreignLaw, otherLaw } from '../count-period.ts';
import { askedFacts, pickQuantity } from '../pick-fact.ts';
import { type Exit, type Price, exitOf, priceInTime, priceOf } from './price-and-exit.ts';
import { payToRenew } from './pay-to-renew.ts';
import { cancelDays } from './cancel-days.ts';
import { firstEnd, namedEnd } from './first-end.ts';
import { startInText } from './on-acceptance.ts';
import { dayThatIsNone, type NoSuchDay, notBeforeIt } from './no-such-day.ts';
import { NON_RENEWAL, RENEWAL_LENGTH, TERM_LENGTH } from './questions.ts';
import { type Span, NO_TIME, lastDayOfTerm, longer, spanOf } from './term-days.ts';

/** What the person knows of a term. */
export interface TermGiven {
  readonly starts?: CivilDate;
  /** Last day of the first term, where the person knows it; it goes before the count. */
  readonly ends?: CivilDate;
  /** The day on which it was accepted to the provider: its first, where the text says so and nobody another. */
  readonly accepted?: CivilDate;
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
  /** First day on which that is not too early in any reading; only where the text has one. */
  readonly cancelFrom?: CivilDate;
}

/** How long an agreement holds, how it goes on and how it ends; whatever the text leaves open is unknown. */
export interface Renewal {
  readonly length: Answer<Quantity>;
  readonly renews: Answer<Quantity>;
  /** The text says that it does not renew by itself. */
  readonly never?: true;
  readonly notice: Answer<Quantity>;
  /** The term that runs on the day of asking, else the last one. */
  readonly current: Answer<Pick<TermPeriod, 'nth' | 'starts' | 'ends'>>;
  readonly end: Answer<Deadline>;
  readonly cancelBy: Answer<Deadline>;
  readonly cancelFrom?: CivilDate;
  /** Why nothing has to be said against a renewal: none comes, or none any more. `cancelBy` and `next` are unknown then. */
  readonly nothingToCancel?: Sentence;
  /** Whether the day to cancel has passed on the day of asking: the safe one, or the latest arguable one too. */
  readonly cancelPassed?: 'safe' | 'latest';
  /** Last day to pay for the next term, where the text asks to be paid so long before the end. */
  readonly renewBy?: Answer<Deadline>;
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

const dayOf = (end: Deadline, days: number): Deadline => ({
  ...end,
  safe: addDays(end.safe, days),
  latest: addDays(end.latest, days),
});

/** Under another law than the mainland's nothing is counted by the Civil Code; no sooner than the plain count. */
function underLaw(basis: TermBasis, answer: Answer<Deadline>): Answer<Deadline> {
  const law = foreignLaw(basis);
  if (!law || !answer.known) return answer;
  return unknown([otherLaw(law.name)], [...answer.steps, law.step], answer.value.safe);
}

interface Chain {
  readonly basis: TermBasis;
  readonly given: TermGiven;
  readonly length: Answer<Quantity>;
  readonly notice: Answer<Quantity & { readonly quote: string; readonly hour?: string }>;
  readonly first: Deadline;
  /** The first end is a day that somebody names. */
  readonly named: boolean;
  /** How often it is renewed at most. */
  readonly times: number;
}

/** The n-th term, counted from the first so that no end of a month is lost on the way. */
function termAt({ basis, given, length, notice, first, named }: Chain, renews: Span, nth: number): TermPeriod {
  const after = addDays(first.safe, 1);
  const told = named || given.starts === undefined || !length.known;
  const until = (times: number): Deadline => {
    if (times === 0) return first;
    if (!told) return lastDayOfTerm(given.starts, longer(spanOf(length.value), renews, times));
    const day = lastDayOfTerm(after, longer(NO_TIME, renews, times)).safe;
    return { safe: day, latest: day };
  };
  const starts = nth === 1 ? (given.starts ?? first.safe) : addDays(until(nth - 2).safe, 1);
  const ends = until(nth - 1);
  const { by, from } = cancelDays(basis, ends, notice);
  const cancelBy = underLaw(basis, by);
  return { nth, starts, ends, cancelBy, ...(from === undefined || !cancelBy.known ? {} : { cancelFrom: from }) };
}

/** Number of the term in which a day lies; the first for days before it. */
function numberOn(chain: Chain, renews: Span, on: CivilDate): number {
  let nth = 1;
  while (nth < MOST && nth <= chain.times && termAt(chain, renews, nth).ends.safe < on) nth += 1;
  return nth;
}

const plain = ({ value, unit, calendar }: Quantity): Quantity =>
  calendar === undefined ? { value, unit } : { value, unit, calendar };

/** How the text has it go on: how long each renewal is, how often at most, or why it never does. */
interface Renewing {
  readonly renews: Answer<Quantity>;
  readonly times: number;
  readonly never?: readonly TermStep[];
}

function renewing(basis: TermBasis): Renewing {
  const stated = askedFacts(basis, RENEWAL_LENGTH);
  const limits = stated.flatMap(({ fact: { times } }) => (times === undefined ? [] : [times]));
  if (stated.length > 0 && stated.every(({ fact: { times } }) => times === 0)) {
    const never = stated.flatMap(({ steps }) => steps);
    const text = sentence('term.renewal.never-renews');
    return { renews: unknown([{ what: 'fact', name: 'auto-renewal', text }], never), times: 0, never };
  }
  return {
    renews: pickQuantity(basis, RENEWAL_LENGTH),
    // Where two limits are stated nothing is taken for ended by the lower one.
    times: limits.length === 0 ? MOST : Math.max(...limits),
  };
}

/** Whether the text speaks of a term, of renewing it or of what follows it. */
export const speaksOfTerm = (basis: Pick<TermBasis, 'sources'>): boolean =>
  factsOf(
    basis,
    'term',
    'end-date',
    'auto-renewal',
    'non-renewal-notice',
    'minimum-commitment',
    'early-termination-fee',
  ).length > 0;

/**
 * Start, end, renewals, the last day to stop them, the price of the next term and what an end costs and leaves. The first term lasts
 * as long as the text or the person says; it is followed by renewals only where the text has them come by themselves.
 */
export function renewalOf(basis: TermBasis, asked: TermGiven): Renewal {
  const { given, steps: startSteps } = withStart(basis, asked);
  const length = pickQuantity(basis, TERM_LENGTH);
  const { renews, times, never } = renewing(basis);
  const notice = pickQuantity(basis, NON_RENEWAL);
  const none = dayThatIsNone(basis, given);
  const counting = none?.of === 'start' ? { ...given, starts: none.earlier } : given;
  const named = none?.of === 'end' ? known(onDay(none.earlier), []) : namedEnd(basis, given);
  const first = startingWith(startSteps, firstEnd(basis, named, counting, length));
  const counted: Days = first.known
    ? daysOf(
        { basis, given: counting, length, notice, first: first.value, named: named !== undefined, times },
        first.steps,
        renews,
        never,
      )
    : { current: first, end: first, cancelBy: alsoMissing(first, notice), upcoming: [] };
  const days = none ? withoutTheDay(counted, none) : counted;
  const next = nextOf(days, renews);
  const renewBy = payToRenew(basis, days.end);
  const price = priceInTime(priceOf(basis, given, days.end), days.cancelBy);
  const exit = exitOf(basis, given, days.end);
  const told: readonly Answer<unknown>[] = [
    ...[
      days.end,
      days.cancelBy,
      next,
      length,
      renews,
      notice,
      ...(renewBy ? [renewBy] : []),
      price.announcedBy,
      price.cap,
      price.ceiling,
    ],
    ...[exit.commitment, exit.fee, exit.dataUntil, exit.sunsetNotice, exit.terminationNotice],
  ];
  return {
    length: mapAnswer(length, plain),
    renews: mapAnswer(renews, plain),
    ...(never ? { never: true } : {}),
    notice: mapAnswer(notice, plain),
    ...days,
    ...(renewBy ? { renewBy } : {}),
    next,
    price,
    exit,
    steps: allSteps(told),
  };
}

/** The first day that the text names or that of its acceptance, where the person says none; a text that names several or none leaves it open. */
function withStart(basis: TermBasis, given: TermGiven): { given: TermGiven; steps: readonly TermStep[] } {
  const named = given.starts === undefined ? startInText(basis, given.accepted) : undefined;
  return named?.known ? { given: { ...given, starts: named.value }, steps: named.steps } : { given, steps: [] };
}

const startingWith = <T>(steps: readonly TermStep[], answer: Answer<T>): Answer<T> =>
  steps.length === 0 ? answer : { ...answer, steps: [...steps, ...answer.steps] };

/** Days that rest on one that does not exist: the end and the day to cancel keep the earlier reading as their bound, nothing else is told. */
function withoutTheDay({ end, cancelBy, nothingToCancel }: Days, none: NoSuchDay): Days {
  return {
    current: unknown([none.missing], none.steps),
    end: notBeforeIt(end, none),
    cancelBy: nothingToCancel ? cancelBy : notBeforeIt(cancelBy, none),
    ...(nothingToCancel && { nothingToCancel }),
    upcoming: [],
  };
}

/** First day of the next term: none where nothing is renewed. */
function nextOf({ end, cancelBy, nothingToCancel }: Days, renews: Answer<Quantity>): Answer<Deadline> {
  if (nothingToCancel && !cancelBy.known) return unknown(cancelBy.missing, cancelBy.steps);
  if (!renews.known) return renews;
  return restingOn(
    [renews],
    mapAnswer(end, (last) => dayOf(last, 1)),
  );
}

/** An answer that is not known, with what is missing for another one as well. */
function alsoMissing(answer: Unknown, other: Answer<unknown>): Unknown {
  return other.known ? answer : { ...answer, missing: [...answer.missing, ...other.missing] };
}

type Days = Pick<
  Renewal,
  'current' | 'end' | 'cancelBy' | 'cancelFrom' | 'nothingToCancel' | 'cancelPassed' | 'upcoming'
>;

/** The term that runs on the day of asking, and those after it. */
function daysOf(
  chain: Chain,
  counted: readonly TermStep[],
  renews: Answer<Quantity>,
  never: readonly TermStep[] | undefined,
): Days {
  const { basis, given, times } = chain;
  const span = renews.known ? spanOf(renews.value) : undefined;
  const nth = span ? numberOn(chain, span, given.on) : 1;
  const { starts, ends, cancelBy, cancelFrom } = termAt(chain, span ?? NO_TIME, nth);
  const text = sentence('term.renewal.renewed', { times: nth - 1, day: dateWords(starts) });
  const end = known(ends, nth === 1 ? counted : [...counted, ...renews.steps, { text }]);
  const said = chain.named && nth === 1;
  const left = times - (nth - 1);
  const told = Math.max(0, Math.min(TOLD, left));
  const days = {
    current: known({ nth, starts, ends }, end.steps),
    end: said ? end : underLaw(basis, end),
    upcoming:
      span && !foreignLaw(basis)
        ? Array.from({ length: told }, (_, index) => termAt(chain, span, nth + index + 1))
        : [],
  };
  if (never) return { ...days, ...nothingMore(sentence('term.renewal.never-renews'), never) };
  if (span && left <= 0) {
    const day = dateWords(ends.safe);
    const why =
      ends.latest < given.on
        ? sentence('term.renewal.ended-for-good', { times, day })
        : sentence('term.renewal.last-renewal', { times, day });
    return { ...days, ...nothingMore(why, renews.steps) };
  }
  return { ...days, ...passedOn(given.on, cancelBy), ...(cancelFrom === undefined ? {} : { cancelFrom }) };
}

/** Nothing is renewed, or nothing any more: there is no day to cancel. */
function nothingMore(why: Sentence, steps: readonly TermStep[]): Pick<Days, 'cancelBy' | 'nothingToCancel'> {
  return {
    cancelBy: unknown([{ what: 'fact', name: 'auto-renewal', text: why }], [...steps, { text: why }]),
    nothingToCancel: why,
  };
}

/** The day to cancel, with a word where it has passed. */
function passedOn(on: CivilDate, cancelBy: Answer<Deadline>): Pick<Days, 'cancelBy' | 'cancelPassed'> {
  if (!cancelBy.known || on <= cancelBy.value.safe) return { cancelBy };
  const { safe, latest } = cancelBy.value;
  const words = { on: dateWords(on), day: dateWords(safe), latest: dateWords(latest) };
  const gone = on > latest;
  const text = gone
    ? sentence('term.renewal.cancel-passed', words)
    : sentence('term.renewal.cancel-safe-passed', words);
  return { cancelBy: known(cancelBy.value, [...cancelBy.steps, { text }]), cancelPassed: gone ? 'latest' : 'safe' };
}
