import { describe, expect, test } from 'vitest';

import type { Fact, TierValue } from '../../../../src-main/agreement/fact.ts';
import { layOver, type SaidFact } from '../../../../src-main/agreement/known-fact.ts';
import type { TermBasis } from '../../../../src-main/term/basis.ts';
import { serviceLevel } from '../../../../src-main/term/service/service-level.ts';
import { valueOf } from '../basis-of.ts';
import { basis, stated, text, whyNot } from './stated.ts';

const PERCENT = { unit: 'percent' } as const;
const promise = (value: number, more: Partial<Fact> = {}) =>
  stated('availability', { promise: value }, { ...PERCENT, ...more });
const tier = (below: number, from: number | undefined, credit: TierValue['credit'], more: Partial<Fact> = {}) =>
  stated('credit-tier', { below, ...(from === undefined ? {} : { from }), credit }, { unit: credit.unit, ...more });
const ofMonth = (amount: number) => ({ amount, unit: 'percent', of: 'month-fee' }) as const;
const rare = { scope: { class: '低频存储' } };
/** 216 of 43 200 minutes: 99.5 %. */
const minutes = 216;

/** A month of 43 200 minutes. */
const april = (facts: readonly Fact[], down: number, more: Partial<Pick<TermBasis, 'scope' | 'sources'>> = {}) =>
  serviceLevel(basis(facts, more), { month: '2026-04', downtime: { minutes: down }, fee: { fee: '1000.00' } });

describe('a class that was told by a person', () => {
  const who = { who: 'Ada', at: '2026-11-23T02:00:00Z', reason: 'the annex' };
  const wide = [
    promise(99.95),
    tier(99.95, undefined, ofMonth(10)),
    stated('credit-cap', ofMonth(50), { unit: 'percent' }),
  ];
  const over = (text: readonly Fact[], ...said: readonly Fact[]) =>
    layOver(
      text,
      said.map((fact): SaidFact => ({ fact, ...who, ...(fact.kind === 'credit-tier' && { beside: true }) })),
    );
  const ofRare = [
    promise(99.5, rare),
    tier(99.95, undefined, ofMonth(80), rare),
    stated('credit-cap', ofMonth(5), { unit: 'percent', ...rare }),
  ];

  test('what is said of no class is what counts without a class', () => {
    const level = april(over(wide, ...ofRare), minutes);
    expect(valueOf(level.promised)).toBe(99.95);
    expect([valueOf(level.credit), valueOf(level.cap)]).toEqual(['100.00', '500.00']);
    const chosen = april(over(wide, ...ofRare), minutes, { scope: '低频存储' });
    expect([valueOf(chosen.promised), valueOf(chosen.cap)]).toEqual([99.5, '50.00']);
  });

  test('and nothing else is said, asks for the class', () => {
    const level = april(over([], ...ofRare), minutes);
    for (const answer of [level.promised, level.tier, level.cap, level.credit]) {
      expect(answer.known).toBe(false);
      expect(whyNot(answer)).toContain('低频存储');
    }
    expect(valueOf(april(over([], ...ofRare), minutes, { scope: '低频存储' }).cap)).toBe('50.00');
  });

  test('a correction of the text’s own class stays that class’s', () => {
    const only = promise(99.9, rare);
    const facts = layOver([only], [{ fact: promise(99.8, rare), ...who, instead: only }]);
    expect(valueOf(april(facts, minutes).promised)).toBe(99.8);
  });
});

describe('a tier that a person added to an agreement whose tiers stand in another', () => {
  const who = { who: 'Ada', at: '2026-11-23T02:00:00Z', reason: 'the annex', beside: true } as const;
  const added = text(
    layOver([stated('liability-cap', ofMonth(5), PERCENT)], [{ fact: tier(95, undefined, ofMonth(90)), ...who }]),
  );
  const level = text([promise(99.95), tier(99.95, 95, ofMonth(10))]);
  const credit = (down: number, ...sources: TermBasis['sources']) => valueOf(april([], down, { sources }).credit);

  test('stands beside those tiers', () => {
    expect(credit(minutes, added, level)).toBe('100.00');
    // 4 320 of 43 200 minutes: 90 %; the cap of what the added line stands in is not the credit's.
    expect(credit(4320, added, level)).toBe('900.00');
  });

  test('is the only one where no text has any', () => {
    expect(credit(4320, added, text([promise(99.95)]))).toBe('50.00');
  });
});
