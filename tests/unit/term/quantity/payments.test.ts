import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { LateFeeValue } from '../../../../src-main/agreement/fact.ts';
import { mapAnswer } from '../../../../src-main/term/answer.ts';
import { addDays } from '../../../../src-main/term/calendar/civil-date.ts';
import { damages } from '../../../../src-main/term/fees/fees.ts';
import { lateFeeOf, type Payment } from '../../../../src-main/term/fees/late-fee.ts';
import { overdueTermination, paymentDue, renewalDue } from '../../../../src-main/term/fees/orders.ts';
import { valueOf } from '../basis-of.ts';
import { basis, stated, whyNot, working } from './stated.ts';

const last = (answer: ReturnType<typeof paymentDue>['due']) => valueOf(mapAnswer(answer, ({ latest }) => latest));

describe('the time to pay', () => {
  test('from the bill is not the time after which an order lapses', () => {
    const facts = [stated('payment-due', 30, { anchor: 'invoice', quote: '收到发票后30日内付款' })];
    const unbilled = paymentDue(basis(facts), '2026-03-02');
    expect(unbilled.due).toMatchObject({ known: false, missing: [{ what: 'input', name: 'billed' }] });
    const billed = paymentDue(basis(facts), '2026-03-02', '2026-03-10');
    expect(last(billed.due)).toBe('2026-04-09');
    expect(billed.lapses.known).toBe(false);
    expect(whyNot(billed.lapses)).toContain('没有写明订单到期失效');
  });

  test('in working days from the bill', () => {
    // After Tuesday 10 March 2026 ten working days: 11, 12, 13, 16–20, 23, 24.
    const facts = [stated('payment-due', 10, { unit: 'working-day', anchor: 'invoice' })];
    expect(last(paymentDue(basis(facts), '2026-03-02', '2026-03-10').due)).toBe('2026-03-24');
  });

  test('of an order beside that of a bill: each is its own', () => {
    const facts = [stated('payment-due', 7, { anchor: 'order' }), stated('payment-due', 30, { anchor: 'invoice' })];
    const { due, lapses } = paymentDue(basis(facts), '2026-03-02');
    expect(last(due)).toBe('2026-03-09');
    // A time to pay by itself does not say that the order comes to nothing.
    expect(lapses.known).toBe(false);
  });

  test('in hours: the day of the order is safe, whatever its hour', () => {
    const { due } = paymentDue(basis([stated('payment-due', 24, { unit: 'hour', anchor: 'order' })]), '2026-03-02');
    expect(due).toMatchObject({ known: true, value: { safe: '2026-03-02', latest: '2026-03-03' } });
  });

  test('without an anchor is quoted, not guessed', () => {
    const { due } = paymentDue(basis([stated('payment-due', 15, { quote: '15日内付款' })]), '2026-03-02');
    expect(due.known).toBe(false);
    expect(whyNot(due)).toContain('“15日内付款”');
  });
});

describe('a renewal and an overdue fee', () => {
  test('are counted in the unit of the text', () => {
    const lead = (value: number, unit: 'working-day' | 'month') =>
      renewalDue(basis([stated('renewal-lead', value, { unit })]), '2026-10-12');
    // Back from Monday 12 October: Saturday 10 (make-up), 9, 8; then 30 September.
    expect(valueOf(lead(4, 'working-day'))).toBe('2026-09-30');
    expect(valueOf(lead(1, 'month'))).toBe('2026-09-12');
    const overdue = overdueTermination(basis([stated('overdue-termination', 2, { unit: 'month' })]), '2026-03-10');
    expect(overdue.from).toMatchObject({ value: { safe: '2026-05-11', latest: '2026-05-12' } });
  });
});

describe('a late fee', () => {
  const fee = (value: LateFeeValue, more = {}) =>
    lateFeeOf(
      basis([
        stated('late-fee', value, {
          unit: 'rate' in value && typeof value.rate === 'object' ? value.rate.unit : 'text',
        }),
      ]),
      {
        amount: '1000.00',
        settlementDay: '2026-03-01',
        until: '2026-04-15',
        ...more,
      },
    );
  const rate = (
    amount: number,
    per: 'day' | 'month' | 'year',
    unit: 'percent' | 'per-mille' = 'percent',
  ): LateFeeValue => ({
    rate: { amount, unit, of: 'overdue' },
    per,
  });
  const amountOf = (answer: ReturnType<typeof lateFeeOf>) => valueOf(mapAnswer(answer, (late) => late.fee));

  test.each([
    [rate(0.05, 'day'), '22.50', '1000 × 0.05 % × 45 days'],
    [rate(0.5, 'day', 'per-mille'), '22.50', 'five in ten thousand'],
  ])('%j: %s (%s)', (value, expected) => {
    expect(amountOf(fee(value))).toBe(expected);
  });

  test('by the month is sure for whole months; a begun one leaves two readings', () => {
    expect(amountOf(fee(rate(1.5, 'month'), { until: '2026-05-01' }))).toBe('30.00');
    const open = fee(rate(1.5, 'month'));
    expect(open).toMatchObject({ known: false, atLeast: '15.00', atMost: '30.00' });
    expect(whyNot(open)).toMatch(/15\.00.*30\.00/u);
  });

  test('by the year leaves the days of a year open', () => {
    // 1000 × 18 % × 45 ÷ 365 = 22.19; ÷ 360 = 22.50.
    expect(fee(rate(18, 'year'))).toMatchObject({ known: false, atLeast: '22.19', atMost: '22.50' });
  });

  test('by a published rate is no number from the air', () => {
    const lpr: LateFeeValue = { reference: '一年期LPR', rate: '1.5倍' };
    expect(fee(lpr)).toMatchObject({
      known: false,
      atLeast: '0.00',
      missing: [{ what: 'input', name: 'referenceRate' }],
    });
    // 3 % × 1.5 = 4.5 % a year: 1000 × 4.5 % × 45 ÷ 365 = 5.55; ÷ 360 = 5.63 (5.625).
    expect(fee(lpr, { referenceRate: '3.0' })).toMatchObject({ known: false, atLeast: '5.55', atMost: '5.63' });
  });

  test('on something else than what is overdue is not counted', () => {
    const value: LateFeeValue = { rate: { amount: 1, unit: 'per-mille', of: { words: '合同总价' } }, per: 'day' };
    expect(fee(value).known).toBe(false);
  });

  test('runs on what is left after a payment in part', () => {
    const payments: readonly Payment[] = [{ on: '2026-03-11', amount: '400.00' }];
    // 1000 × 10 days + 600 × 35 days = 31 000; × 0.5 ‰ = 15.50. Unpaid: 600.
    const late = fee(rate(0.5, 'day', 'per-mille'), { payments });
    expect(late).toMatchObject({ known: true, value: { daysOverdue: 45, fee: '15.50', total: '615.50' } });
    expect(working(late)).toContain('400.00');
  });

  test('stops on the day the last part is paid', () => {
    const payments: readonly Payment[] = [
      { on: '2026-02-20', amount: '400.00' },
      { on: '2026-03-11', amount: '600.00' },
    ];
    expect(fee(rate(0.5, 'day', 'per-mille'), { payments })).toMatchObject({
      value: { daysOverdue: 10, fee: '3.00', total: '3.00' },
    });
  });

  test('is never more with a payment than without, and never less than with all of it paid at once', () => {
    const parts = fc.array(fc.record({ day: fc.nat(60), yuan: fc.nat(400) }), { maxLength: 4 });
    fc.assert(
      fc.property(parts, (all) => {
        const payments = all.map(({ day, yuan }) => ({ on: addDays('2026-02-20', day), amount: `${yuan}.00` }));
        const with_ = Number(amountOf(fee(rate(0.5, 'day', 'per-mille'), { payments })));
        expect(with_).toBeLessThanOrEqual(22.5);
        expect(with_).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('a multiple', () => {
  test('of the fee for the outage is a credit to the customer, no damages that the customer owes', () => {
    const credit = stated('damages-multiple', { amount: 10, unit: 'times', of: 'outage-fee' }, { unit: 'times' });
    expect(damages(basis([credit]), '5000')).toMatchObject({ known: false, missing: [{ name: 'damages-multiple' }] });
    const given = stated(
      'damages-multiple',
      { amount: 2, unit: 'times', of: 'fees-paid' },
      { unit: 'times', party: 'provider' },
    );
    expect(damages(basis([given]), '5000').known).toBe(false);
  });

  test('of all fees paid is, and of another fee it is not counted on them', () => {
    const of = (base: 'fees-paid' | 'remaining-term') =>
      stated('damages-multiple', { amount: 2, unit: 'times', of: base }, { unit: 'times' });
    expect(valueOf(damages(basis([of('fees-paid')]), '5000'))).toBe('10000.00');
    expect(damages(basis([of('remaining-term')]), '5000').known).toBe(false);
  });
});
