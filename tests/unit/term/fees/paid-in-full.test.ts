import { describe, expect, test } from 'vitest';

import { lateFeeOf } from '../../../../src-main/term/fees/late-fee.ts';
import { overdueTermination } from '../../../../src-main/term/fees/orders.ts';
import { basis, stated, whyNot, working } from '../quantity/stated.ts';

const TERMS = basis([
  stated(
    'late-fee',
    { rate: { amount: 0.5, unit: 'per-mille', of: 'overdue' }, per: 'day' },
    { unit: 'per-mille', anchor: 'due' },
  ),
  stated('overdue-termination', 15, { anchor: 'due' }),
]);
const DUE = { amount: '10000', settlementDay: '2026-09-10', until: '2026-10-20' };

describe('a sum that was paid', () => {
  test('when it was due gives no day of termination, and is told by the day of payment', () => {
    const { from, lastDayToPay } = overdueTermination(TERMS, '2026-09-10', '2026-09-10');
    expect([from.known, lastDayToPay.known]).toEqual([false, false]);
    expect(whyNot(from)).toContain('没有逾期');
    const late = lateFeeOf(TERMS, { ...DUE, payments: [{ on: '2026-09-10', amount: '10000' }] });
    expect(late).toMatchObject({ value: { fee: '0.00', total: '0.00' } });
    expect(working(late)).not.toContain('10月20日');
  });

  test('late but before the provider may terminate gives no day of termination either', () => {
    expect(overdueTermination(TERMS, '2026-09-10', '2026-09-20').from.known).toBe(false);
    expect(overdueTermination(TERMS, '2026-09-10', '2026-10-20').from.known).toBe(true);
    expect(overdueTermination(TERMS, '2026-09-10').from).toMatchObject({ value: { safe: '2026-09-26' } });
  });

  test('with more than was due pays the late fee too: 10 days are 50', () => {
    const payments = [{ on: '2026-09-20', amount: '12000' }];
    expect(lateFeeOf(TERMS, { ...DUE, payments })).toMatchObject({
      value: { fee: '50.00', total: '0.00', overpaid: '1950.00' },
    });
    const little = [{ on: '2026-09-20', amount: '10020' }];
    expect(lateFeeOf(TERMS, { ...DUE, payments: little })).toMatchObject({ value: { fee: '50.00', total: '30.00' } });
  });
});
