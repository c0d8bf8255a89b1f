import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CapFees, liabilityCap, liabilityCapSaid } from '../../../../src-main/term/fees/liability-cap.ts';
import { say } from '../../../../src-main/agreement/sentence.ts';
import { basis, stated, working } from '../quantity/stated.ts';

const cap = (words: string, fees: CapFees = {}) =>
  liabilityCap(basis([stated('liability-cap', words, { unit: 'text', quote: words })]), fees);

describe('the cap of the liability in yuan', () => {
  test.each<[string, CapFees, string]>([
    ['客户已支付的服务费用总额', { paid: '12000' }, '12000.00'],
    ['当月服务费的50%', { monthFee: '1000' }, '500.00'],
    ['前十二个月服务费的两倍', { yearFee: '12000' }, '24000.00'],
    ['twelve (12) months of fees', { yearFee: '9600' }, '9600.00'],
    ['人民币100万元', {}, '1000000.00'],
    ['前12个月内客户实际支付的费用总额', { yearFee: '24000', paid: '7000' }, '7000.00'],
    ['the fees paid by Customer in the preceding twelve months', { yearFee: '24000', paid: '7000' }, '7000.00'],
    ['前十二个月应付的费用', { yearFee: '24000', paid: '7000' }, '24000.00'],
  ])('%s', (words, fees, yuan) => {
    const answer = cap(words, fees);
    expect(answer).toMatchObject({ known: true, value: yuan });
    expect(working(answer)).toContain('故意');
  });

  test.each<[string, CapFees]>([
    ['当月服务费的50%', { yearFee: '12000', paid: '500' }],
    ['客户已支付的服务费用总额', { monthFee: '1000' }],
    ['过去十二个月内客户已支付的服务费用', { yearFee: '24000' }],
    ['已支付费用的50%或人民币10万元，以较低者为准', { paid: '1000' }],
    ['直接损失', { monthFee: '1000', yearFee: '12000', paid: '500' }],
  ])('is not made of another fee, nor of one of two: %s', (words, fees) => {
    expect(cap(words, fees).known).toBe(false);
  });

  test.each([
    ['人民币五十万元或者客户上一年度实付费用两者中的较低者', { atLeast: '0.00', atMost: '500000.00' }],
    ['人民币50万元与已支付费用两者中的较高者', { atLeast: '500000.00' }],
    ['the greater of RMB 100,000 and the fees paid in the preceding twelve months', { atLeast: '100000.00' }],
  ])('of two amounts is bounded by the one that is known: %s', (words, bounds) => {
    expect(cap(words, { yearFee: '1000', paid: '900' })).toMatchObject({ known: false, ...bounds });
  });

  test('of two amounts one of which is in another currency is not made of the other', () => {
    const answer = cap('the lesser of USD 10,000 and the fees paid in the preceding twelve months', {
      yearFee: '99999',
    });
    expect(answer.known).toBe(false);
    expect(answer).not.toHaveProperty('atMost');
  });

  test('is told in its own words wherever its amount is not known', () => {
    const words = '引发责任的订单在最近十二个月的费用';
    const terms = basis([stated('liability-cap', words, { unit: 'text', quote: words })]);
    expect(liabilityCap(terms, {})).toMatchObject({ known: false, missing: [{ what: 'input', name: 'year-fee' }] });
    const told = liabilityCapSaid(terms);
    expect(told.known && say(told.value, 'zh')).toBe(words);
  });

  test('shows what it is counted on and the share of it, each once', () => {
    expect(working(cap('前十二个月的服务费', { yearFee: '24000' }))).toContain('24,000.00 元 × 100% = ');
  });

  test('a text without a cap has none', () => {
    expect(liabilityCap(basis([]), { monthFee: '1', yearFee: '1', paid: '1' }).known).toBe(false);
  });

  test('rises with its fee and never beyond its share of it', () => {
    const fen = fc.integer({ min: 1, max: 10_000_000 });
    fc.assert(
      fc.property(fen, fc.integer({ min: 1, max: 100 }), (cents, percent) => {
        const answer = cap(`当月服务费的${percent}%`, { monthFee: (cents / 100).toFixed(2) });
        const yuan = answer.known ? Number(answer.value) : Number.NaN;
        expect(Math.abs(yuan * 100 - (cents * percent) / 100)).toBeLessThanOrEqual(0.51);
      }),
    );
  });
});
