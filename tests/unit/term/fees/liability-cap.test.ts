import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CapFees, liabilityCap } from '../../../../src-main/term/fees/liability-cap.ts';
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
  ])('%s', (words, fees, yuan) => {
    const answer = cap(words, fees);
    expect(answer).toMatchObject({ known: true, value: yuan });
    expect(working(answer)).toContain('故意');
  });

  test.each<[string, CapFees]>([
    ['当月服务费的50%', { yearFee: '12000', paid: '500' }],
    ['客户已支付的服务费用总额', { monthFee: '1000' }],
    ['已支付费用的50%或人民币10万元，以较低者为准', { paid: '1000' }],
    ['直接损失', { monthFee: '1000', yearFee: '12000', paid: '500' }],
  ])('is not made of another fee, nor of one of two: %s', (words, fees) => {
    expect(cap(words, fees).known).toBe(false);
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
