import { sentence } from '../../agreement/sentence.ts';
import { type AvailabilityValue, type Fact, FACT_KINDS, type TierValue } from '../../agreement/fact.ts';
import { leavesOut } from '../../agreement/facts/classes/left-out.ts';
import { levelFigures } from '../../agreement/facts/levels/level-figures.ts';
import { plain } from '../../agreement/meaning/sentences.ts';
import { type Answer, type Missing, type TermStep, known, mapAnswer, unknown } from '../answer.ts';
import { type FoundFact, type TermBasis, factsOf, missingFact } from '../basis.ts';
import { type Ratio, compare, cutOff, decimal, ratio, times } from '../fees/exact.ts';
import { capFacts } from './credit-cap.ts';
import type { PeriodKind } from './period.ts';
import {
  askedFacts,
  classNotChosen,
  classesOf,
  conflict,
  differentTables,
  inScope,
  pickFact,
  type Question,
  quotesOf,
} from '../pick-fact.ts';

/** Availability in percent, exact: (all minutes − unavailable minutes) / all minutes × 100. */
export function availabilityPercent(total: number, down: number): Ratio {
  return times(ratio(BigInt(total - down), BigInt(total)), ratio(100n, 1n));
}

const isPromise = (value: Fact['value']): value is AvailabilityValue => typeof value === 'object' && 'promise' in value;
const isTier = (value: Fact['value']): value is TierValue => typeof value === 'object' && 'credit' in value;

/**
 * A promise that a month, a quarter or a year is measured by; where the text does not say, it is a month. A target promises
 * nothing.
 */
const promiseOf = (kind: PeriodKind): Question => ({
  name: 'availability',
  understands: { kinds: ['availability'], units: ['percent'], anchors: [] },
  // A class that the text promises nothing has its words; they are no promise, and they are its own.
  about: ({ value }) => typeof value === 'string' || (isPromise(value) && value.target !== true),
  counts: ({ value }) => isPromise(value) && (value.period ?? 'month') === kind,
});

export const PROMISE = promiseOf('month');

/** By what the promise is measured, where all that the text says of it agrees; else by the month. */
export function promisePeriod(basis: Pick<TermBasis, 'sources'>): PeriodKind {
  const kinds = new Set(
    askedFacts(basis, PROMISE).flatMap(({ fact: { value } }) => (isPromise(value) ? [value.period ?? 'month'] : [])),
  );
  const [only, other] = kinds;
  return only === undefined || other !== undefined ? 'month' : only;
}

/** Tiers in every unit that a table of tiers has; what each is worth in money is another question. */
export const TIERS: Question = {
  name: 'credit-tier',
  understands: { kinds: ['credit-tier'], units: FACT_KINDS['credit-tier'].units, anchors: [] },
};

/** The classes of service that the promise, the tiers or else the caps are told for, as written; none where all is told for all. */
export function serviceClasses(basis: Pick<TermBasis, 'sources'>): readonly string[] {
  const facts = [...askedFacts(basis, TIERS), ...askedFacts(basis, PROMISE)].map(({ fact }) => fact);
  // Where only the caps tell classes apart they are the classes.
  const told = classesOf(facts);
  return told.length > 0 ? told : classesOf(capFacts(basis).map(({ fact }) => fact));
}

/** What the text says of classes that it leaves out of the credits. */
const leftOutIn = (basis: Pick<TermBasis, 'sources'>): readonly FoundFact[] =>
  askedFacts(basis, PROMISE).filter(
    ({ fact: { value, scope } }) => typeof value === 'string' && scope !== undefined && leavesOut(value),
  );

/** What the text says of the chosen class, where it leaves it out of the credits and gives it no tiers of its own. */
function leftOutHere(basis: TermBasis): readonly FoundFact[] {
  const tiers = inScope(askedFacts(basis, TIERS), basis.scope);
  const ofAll = tiers.every(({ fact }) => fact.scope === undefined);
  return basis.scope === undefined || !ofAll ? [] : inScope(leftOutIn(basis), basis.scope);
}

/** Whether the chosen class gets no credits, whatever it is promised. */
export const isLeftOut = (basis: TermBasis): boolean => leftOutHere(basis).length > 0;

function leftOut({ fact, steps }: FoundFact): TermStep {
  const name = classesOf([fact]).join('');
  return { ...steps.at(-1), text: sentence('term.credit-tier.left-out', { name, quotes: [fact.quote] }) };
}

/** What is to be known of every credit of an agreement that leaves classes of the service out: which, and where it says so. */
export const classesLeftOut = (basis: TermBasis): readonly TermStep[] =>
  basis.scope === undefined ? leftOutIn(basis).map(leftOut) : [];

/** What stands in the way of measuring a period by the promise: only a target is stated, or another period. */
function notByPeriod(facts: readonly FoundFact[], kind: PeriodKind): Missing | undefined {
  const values = facts.map(({ fact }) => fact.value).filter(isPromise);
  const quotes = quotesOf(facts);
  if (values.length > 0 && values.every(({ target }) => target === true)) {
    return { what: 'fact', name: 'availability', text: sentence('term.credit-tier.only-target', { quotes }) };
  }
  if (values.some(({ period }) => (period ?? 'month') !== kind)) {
    return { what: 'fact', name: 'availability', text: sentence('term.credit-tier.other-period', { quotes }) };
  }
  return undefined;
}

/** The promised availability of a period in percent. */
export function promisedOf(basis: TermBasis, kind: PeriodKind = 'month'): Answer<number> {
  const promised = pickFact(basis, promiseOf(kind));
  if (promised.known) {
    return mapAnswer(promised, ({ value }) => (isPromise(value) ? value.promise : Number(value)));
  }
  const facts = inScope(factsOf(basis, 'availability'), basis.scope);
  const why = promised.missing.some(({ what }) => what === 'fact') ? notByPeriod(facts, kind) : undefined;
  return why
    ? unknown(
        [why],
        facts.flatMap(({ steps }) => steps),
      )
    : promised;
}

interface TierFact extends FoundFact {
  readonly tier: TierValue;
}

/** Of tiers that are open downwards the deepest; of the others all that the availability lies in. */
function fittingTiers(tiers: readonly TierFact[], available: Ratio): readonly TierFact[] {
  const fitting = tiers.filter(
    ({ tier }) =>
      compare(available, decimal(tier.below)) < 0 &&
      (tier.from === undefined || compare(available, decimal(tier.from)) >= 0),
  );
  const deepest = Math.min(...fitting.map(({ tier }) => tier.below));
  return fitting.filter(({ tier }) => tier.from !== undefined || tier.below === deepest);
}

/**
 * The words that leave tiers in doubt at an availability: a line that nobody read says below which level it holds, and above that the
 * others are certain.
 */
function doubtOf(tiers: readonly TierFact[], available: Ratio): string | undefined {
  return tiers
    .flatMap(({ fact: { doubt } }) => doubt ?? [])
    .find((words) => {
      const bounds = levelFigures(plain(words), false).flatMap(({ as, percent, value }) =>
        as === 'below' && percent ? [value] : [],
      );
      return (
        bounds.length === 0 || bounds.some((value) => !Number.isFinite(value) || compare(available, decimal(value)) < 0)
      );
    });
}

/**
 * Nothing is owed above all tiers, unless the promise was broken and the text of the tiers has numbers nobody read: one of them may
 * be the tier that this availability lies in.
 */
function noTier(basis: TermBasis, tiers: readonly TierFact[], available: Ratio): Answer<undefined> {
  const steps = tiers.flatMap((each) => each.steps);
  const rest = doubtOf(tiers, available);
  if (rest === undefined) return known(undefined, steps);
  const promised = promisedOf(basis, promisePeriod(basis));
  if (promised.known && compare(available, decimal(promised.value)) >= 0) return known(undefined, steps);
  const text = sentence('term.credit-tier.left-over', { quotes: quotesOf(tiers), rest });
  return unknown([{ what: 'conflict', name: 'credit-tier', text }], steps);
}

/** The tier of an availability: below its upper and not below its lower bound, both exact; `undefined` when none is owed. */
export function selectTier(basis: TermBasis, available: Ratio): Answer<TierValue | undefined> {
  const all = askedFacts(basis, TIERS);
  if (all.length === 0) return unknown([missingFact('credit-tier', basis)], []);
  const steps = (facts: readonly FoundFact[]): readonly TermStep[] => facts.flatMap((each) => each.steps);
  if (differentTables(all)) return unknown([conflict('credit-tier', all)], steps(all));
  const facts = inScope(all, basis.scope);
  // The tiers of all are not those of a class that the text leaves out of them.
  const out = leftOutHere(basis);
  if (out.length > 0) return known(undefined, out.map(leftOut));
  const classes = classesOf(facts.map(({ fact }) => fact));
  if (facts.length === 0) return unknown([classNotChosen(classesOf(all.map(({ fact }) => fact)))], steps(all));
  if (classes.length > 1 && basis.scope === undefined) return unknown([classNotChosen(classes)], steps(facts));
  const tiers = facts.flatMap((each): readonly TierFact[] => {
    const { value } = each.fact;
    return isTier(value) ? [{ ...each, tier: value }] : [];
  });
  const fitting = fittingTiers(tiers, available);
  const first = fitting[0];
  if (first) {
    const rest = doubtOf(fitting, available);
    if (rest !== undefined) {
      const text = sentence('term.credit-tier.left-over', { quotes: quotesOf(fitting), rest });
      return unknown([{ what: 'conflict', name: 'credit-tier', text }], steps(fitting));
    }
    const credits = new Set(fitting.map(({ tier }) => JSON.stringify(tier.credit)));
    if (credits.size === 1) return known(first.tier, first.steps);
    const quotes = quotesOf(fitting);
    const text = sentence('term.credit-tier.several', { quotes });
    return unknown([{ what: 'conflict', name: 'credit-tier', text }], steps(fitting));
  }
  if (tiers.every(({ tier }) => compare(available, decimal(tier.below)) >= 0)) return noTier(basis, tiers, available);
  const rest = doubtOf(tiers, available);
  if (rest !== undefined) {
    const text = sentence('term.credit-tier.left-over', { quotes: quotesOf(facts), rest });
    return unknown([{ what: 'conflict', name: 'credit-tier', text }], steps(facts));
  }
  const lowest = Math.min(...tiers.map(({ tier }) => tier.below));
  const text =
    compare(available, decimal(lowest)) < 0 ? sentence('term.credit-tier.below-all') : sentence('term.credit-tier.gap');
  return unknown([{ what: 'conflict', name: 'credit-tier', text }], steps(facts));
}

/** Whether the promise is broken: the promised value itself is not a breach. */
export function breachOf(promised: Answer<number>, available: Ratio): Answer<boolean> {
  if (!promised.known) return promised;
  const breach = compare(available, decimal(promised.value)) < 0;
  const shown = cutOff(available, 6);
  const text = breach
    ? sentence('term.credit-tier.breach', { shown, value: promised.value })
    : sentence('term.credit-tier.no-breach', { shown, value: promised.value });
  return known(breach, [...promised.steps, { text }]);
}

/** A promise that is kept owes no credit: a tier that fits all the same contradicts it, and both are told. */
export function notThoughKept(
  basis: TermBasis,
  breach: Answer<boolean>,
  tier: Answer<TierValue | undefined>,
): Answer<TierValue | undefined> {
  if (!breach.known || breach.value || !tier.known || tier.value === undefined) return tier;
  const both = [...inScope(askedFacts(basis, PROMISE), basis.scope), ...inScope(askedFacts(basis, TIERS), basis.scope)];
  const text = sentence('term.credit-tier.though-kept', { below: tier.value.below, quotes: quotesOf(both) });
  return unknown([{ what: 'conflict', name: 'credit-tier', text }], [...breach.steps, ...tier.steps]);
}

/** Whether no tier of the text lies below one that is open downwards. */
export const isDeepest = (basis: TermBasis, tier: TierValue): boolean =>
  factsOf(basis, 'credit-tier').every(
    ({ fact: { value } }) => typeof value !== 'object' || !('below' in value) || value.below >= tier.below,
  );
