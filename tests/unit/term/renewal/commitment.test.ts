import { describe, expect, test } from 'vitest';
import type { FactValue, Unit } from '../../../../src-main/agreement/fact.ts';
import { SHIPPED_CALENDAR } from '../../../../src-main/term/calendar/holiday-tables.ts';
import { renewalOf } from '../../../../src-main/term/renewal/renewal.ts';
import { valueOf } from '../basis-of.ts';

describe('a minimum that must be spent', () => {
  const exit = (value: FactValue, unit: Unit, text = '') => {
    const facts = [{ id: 'c/1', kind: 'minimum-commitment' as const, value, unit, clause: 'c', quote: 'the words' }];
    const sources = [{ facts, clauses: [{ id: 'c', number: '3.1', text }] }];
    return renewalOf({ sources, calendar: SHIPPED_CALENDAR }, { starts: '2026-01-01', on: '2026-03-01' }).exit;
  };

  test('in another currency is told in it and never converted', () => {
    const { commitment, commitmentElsewhere } = exit('US$120,000', 'text');
    expect(commitmentElsewhere).toEqual({ amount: '120000.00', currency: 'USD' });
    expect(commitment.known).toBe(false);
  });

  test('in the currency of the agreement is its amount', () => {
    const { commitment, commitmentElsewhere } = exit('HK$5,000', 'text', 'All fees are invoiced in Hong Kong dollars.');
    expect([valueOf(commitment), commitmentElsewhere]).toEqual(['5000.00', undefined]);
  });

  test('in words that name no currency stays unknown', () => {
    expect(exit('$5,000', 'text').commitment.known).toBe(false);
    expect(exit('$5,000', 'text').commitmentElsewhere).toBeUndefined();
  });
});
