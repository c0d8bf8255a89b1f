import { type Cycle, namesDay, saidCycle } from '../../agreement/quantity/billing-cycle.ts';
import { sentence } from '../../agreement/sentence.ts';
import { type Answer, known, type Unknown, unknown } from '../answer.ts';
import { factsOf, type TermBasis } from '../basis.ts';
import { type DayClock, dayClock } from '../day-clock.ts';
import { conflict, inScope, quotesOf } from '../pick-fact.ts';
import { byCycle, type Period } from './period.ts';

/**
 * On which day the months begin by which a text measures: as it says or a person said; the first where it speaks of no months of its
 * own. Unknown, with the words, where it measures by its billing months and does not say when they begin.
 */
export function billingCycle(basis: Pick<TermBasis, 'sources' | 'scope'>): Answer<Cycle> {
  const facts = inScope(factsOf(basis, 'billing-cycle'), basis.scope);
  if (facts.length === 0) return known({ from: 1 }, []);
  const steps = facts.flatMap((each) => each.steps);
  const cycles = facts.map(({ fact }) => (typeof fact.value === 'string' ? saidCycle(fact.value) : undefined));
  const [first] = cycles;
  const differ = cycles.some((each) => JSON.stringify(each) !== JSON.stringify(first));
  if (differ) return unknown([conflict('billing-cycle', facts)], steps);
  if (first) return known(first, steps);
  const quotes = quotesOf(facts);
  const written = facts.some(({ fact }) => typeof fact.value === 'string' && namesDay(fact.value));
  const text = written
    ? sentence('term.billing-cycle.not-read', { quotes })
    : sentence('term.billing-cycle.start-missing', { quotes });
  return unknown([{ what: 'fact', name: 'billing-cycle', text }], steps);
}

/** A period with the day on which its months begin, as far as that is known. */
export function countedPeriod(basis: Pick<TermBasis, 'sources' | 'scope'>, period: Period): Period {
  const cycle = billingCycle(basis);
  return cycle.known ? byCycle(period, cycle.value) : period;
}

/** The days of a period, as far as the text says on which its months begin and by whose clock; unknown, with all that is missing, where it leaves one or both open. */
export function monthsByCycle(
  basis: TermBasis,
  given: Period,
): { readonly cycle: Answer<Cycle>; readonly month: Period; readonly clock: DayClock } {
  const [told, clock] = [billingCycle(basis), dayClock(basis)];
  const month = told.known ? byCycle(given, told.value) : given;
  if (!clock.missing) return { cycle: told, month, clock };
  const missing = [...(told.known ? [] : told.missing), clock.missing];
  return { cycle: unknown(missing, told.steps), month, clock };
}

/** Which of the two is not known of a month's days: the day on which it begins, by whose clock, or both. */
export const openIn = ({ missing }: Pick<Unknown, 'missing'>): { readonly cycle: boolean; readonly zone: boolean } => ({
  cycle: missing.some(({ name }) => name === 'billing-cycle'),
  zone: missing.some(({ name }) => name === 'time-zone'),
});
