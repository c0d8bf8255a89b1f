import { sentence } from '../../agreement/sentence.ts';
import type { CreditTier } from '../../agreement/legacy-fact.ts';
import { type Answer, known, unknown } from '../answer.ts';
import { type FoundFact, type TermBasis, factsOf, missingFact, numberOf } from '../basis.ts';
import { type Ratio, compare, cutOff, decimal, ratio, times } from '../fees/exact.ts';

/** Availability in percent, exact: (all minutes − unavailable minutes) / all minutes × 100. */
export function availabilityPercent(total: number, down: number): Ratio {
  return times(ratio(BigInt(total - down), BigInt(total)), ratio(100n, 1n));
}

interface TierFact extends FoundFact {
  readonly value: CreditTier;
}

function isTier(fact: FoundFact): fact is TierFact {
  return typeof fact.value === 'object' && 'credit' in fact.value;
}

/** The tier of an availability: below its upper and not below its lower bound, both exact; `undefined` when none is owed. */
export function selectTier(basis: TermBasis, available: Ratio): Answer<CreditTier | undefined> {
  const tiers = factsOf(basis, 'credit-tier').filter(isTier);
  if (tiers.length === 0) return unknown([missingFact('credit-tier')], []);
  const below = tiers.filter(({ value }) => compare(available, decimal(value.below)) < 0);
  const fitting = below
    .filter(({ value }) => value.from === undefined || compare(available, decimal(value.from)) >= 0)
    .sort((a, b) => a.value.below - b.value.below);
  const tier = fitting[0];
  if (tier) return known(tier.value, [tier.step]);
  const steps = tiers.map((fact) => fact.step);
  if (below.length === 0) return known(undefined, steps);
  const text = sentence('term.credit-tier.gap');
  return unknown([{ what: 'conflict', name: 'credit-tier', text }], steps);
}

/** Whether the promise is broken: the promised value itself is not a breach. */
export function breachOf(basis: TermBasis, available: Ratio): Answer<boolean> {
  const promised = numberOf(basis, 'availability');
  if (!promised.known) return promised;
  const breach = compare(available, decimal(promised.value)) < 0;
  const shown = cutOff(available, 6);
  const text = breach
    ? sentence('term.credit-tier.breach', { shown, value: promised.value })
    : sentence('term.credit-tier.no-breach', { shown, value: promised.value });
  return known(breach, [...promised.steps, { text }]);
}
