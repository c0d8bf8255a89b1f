import { describe, expect, test } from 'vitest';

import type { Fact } from '../../../../src-main/agreement/fact.ts';
import { SHIPPED_CALENDAR } from '../../../../src-main/term/calendar/holiday-tables.ts';
import { earlyEnd } from '../../../../src-main/term/fees/refund-agreed.ts';
import { stated, text, whyNot } from '../quantity/stated.ts';

const ORDER = {
  ...{ total: '12000', months: 12, starts: '2026-01-01', ends: '2026-06-15' },
  partMonth: { value: 'daily', by: 'person' },
} as const;
const FEE = stated(
  'early-termination-fee',
  { amount: 30, unit: 'percent', of: 'remaining-term' },
  { unit: 'percent', quote: '应付剩余期间费用的30%' },
);
const ends = (words: readonly string[], facts: readonly Fact[] = []) =>
  earlyEnd({ sources: [text(facts, ...words)], calendar: SHIPPED_CALENDAR }, ORDER);

describe('an early end of a prepaid order', () => {
  test('gives nothing back where the text says so, beside the part that was not used', () => {
    const { ban, unused, refund } = ends(['先付费服务开通后不得提前终止，已付费用不予退还。']);
    expect(ban?.clause?.quote).toContain('不予退还');
    expect(unused).toMatchObject({ value: { refund: '6500.00' } });
    expect(refund).toMatchObject({ known: true, value: '0.00' });
  });

  test('is a figure and no claim where the text says nothing', () => {
    const { unused, refund } = ends(['费用按月结算。']);
    expect(unused).toMatchObject({ value: { refund: '6500.00' } });
    expect(refund).toMatchObject({ known: false, atLeast: '0.00', atMost: '6500.00' });
    expect(whyNot(refund)).toContain('没有从文中认出');
  });

  test('costs the fee that the text states: 30 % of what is left', () => {
    const { fee, refund } = ends(['提前结束的，退还未使用部分的费用。'], [FEE]);
    expect(fee).toMatchObject({ value: '1950.00' });
    expect(refund).toMatchObject({ known: true, value: '4550.00' });
    expect(ends([], [FEE]).refund).toMatchObject({ known: false, atMost: '4550.00' });
  });

  test('gives back what the text gives back', () => {
    expect(ends(['本方提前停止服务的，应将未消费的款项退还贵方。']).refund).toMatchObject({ value: '6500.00' });
    expect(ends(['Unused fees are refunded on early termination.']).refund).toMatchObject({ value: '6500.00' });
  });

  test('is not refused by what holds for a breach, or for a deposit', () => {
    const words = ['贵方违约的，已付费用不予退还。', '押金不予退还。', '余下的费用退回。'];
    expect(ends(words).refund).toMatchObject({ value: '6500.00' });
  });
});
