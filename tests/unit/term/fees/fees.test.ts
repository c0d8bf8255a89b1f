import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { mapAnswer } from '../../../../src-main/term/answer.ts';
import { addDays, addMonths, dayNumber, fromDayNumber } from '../../../../src-main/term/calendar/civil-date.ts';
import { damages, refundOfUnused } from '../../../../src-main/term/fees/fees.ts';
import { lateFee } from '../../../../src-main/term/fees/late-fee.ts';
import { parseYuan } from '../../../../src-main/term/fees/money.ts';
import { overdueTermination, paymentDue, renewalDue } from '../../../../src-main/term/fees/orders.ts';
import { latestDay, safeDay } from '../../../../src-main/term/calendar/deadline.ts';
import { basisOf, documentOf, fact, missingOf, valueOf, wordsOf } from '../basis-of.ts';

const TERMS = basisOf(
  documentOf(
    fact('payment-due-days', 7, '订单为您保留 7 天，期满未付的订单失效'),
    fact('renewal-lead-days', 7),
    fact('late-fee-per-day', 3),
    fact('overdue-termination-days', 30),
    fact('damages-multiple', 2),
  ),
);

describe('an unpaid order', () => {
  test.each([
    ['2026-03-02', '2026-03-09', '2026-03-10', 'seven days, a Monday'],
    ['2026-03-01', '2026-03-09', '2026-03-10', 'day 7 is Sunday 8 March, moved to Monday'],
    ['2026-09-25', '2026-10-08', '2026-10-09', 'day 7 is 2 October, inside the week off'],
    ['2026-02-07', '2026-02-14', '2026-02-15', 'a make-up Saturday is a workday'],
    ['2026-12-28', 'unknown: calendar 2027', 'unknown: calendar 2027', 'day 7 is 4 January 2027'],
  ])('placed on %s is payable until %s and void from %s: %s', (ordered, due, lapses) => {
    const result = paymentDue(TERMS, ordered);
    expect(valueOf(mapAnswer(result.due, (end) => end.latest))).toBe(due);
    expect(valueOf(latestDay(result.lapses))).toBe(lapses);
  });

  test('an order lapses only where the text says so', () => {
    const plain = basisOf(documentOf(fact('payment-due-days', 7, '下单后 7 天内付款')));
    expect(missingOf(paymentDue(plain, '2026-03-02').lapses)).toEqual(['fact lapse']);
    expect(valueOf(safeDay(paymentDue(plain, '2026-03-02').due))).toBe('2026-03-09');
  });

  test('the safe day needs no table: it is known where the moved one is not', () => {
    expect(valueOf(safeDay(paymentDue(TERMS, '2026-12-28').due))).toBe('2027-01-04');
    expect(missingOf(safeDay(paymentDue(basisOf(documentOf()), '2026-12-28').due))).toEqual(['fact payment-due-days']);
  });

  test('shows the safe day by the count alone beside the moved one', () => {
    expect(valueOf(mapAnswer(paymentDue(TERMS, '2026-09-25').due, (end) => end.safe))).toBe('2026-10-02');
  });
});

describe('a renewal', () => {
  test.each([
    ['2026-12-31', '2026-12-24', 'seven days before, the end day not counted'],
    ['2026-03-07', '2026-02-28', 'across a month’s end'],
    ['2024-03-07', '2024-02-29', 'across a leap day'],
    ['2026-10-08', '2026-10-01', 'a holiday does not move it later'],
    ['2027-01-03', '2026-12-27', 'needs no table: nothing moves'],
  ])('of a term that ends on %s is to be paid by %s: %s', (ends, due) => {
    expect(valueOf(renewalDue(TERMS, ends))).toBe(due);
  });
});

describe('a late fee', () => {
  test.each([
    ['1000.00', '2026-03-01', '2026-04-15', 45, '135.00', '1000 × 3‰ × 45'],
    ['1000.00', '2026-03-01', '2026-03-02', 1, '3.00', 'one day'],
    ['1000.00', '2026-03-01', '2026-03-01', 0, '0.00', 'paid on the day'],
    ['1000.00', '2026-03-01', '2026-02-20', 0, '0.00', 'paid early'],
    ['999.99', '2026-02-27', '2026-03-02', 3, '9.00', '8.99991 rounds to 9.00'],
    ['0.50', '2026-03-01', '2026-03-02', 1, '0.00', '0.0015 rounds down'],
    ['1666.67', '2024-02-28', '2024-03-01', 2, '10.00', 'a leap day counts: 10.00002'],
  ])('of %s due %s and paid %s: %i days, %s (%s)', (amount, due, paid, daysOverdue, fee) => {
    expect(valueOf(mapAnswer(lateFee(TERMS, amount, due, paid), (late) => [late.daysOverdue, late.fee]))).toEqual([
      daysOverdue,
      fee,
    ]);
  });

  test('adds up with the amount', () => {
    expect(valueOf(mapAnswer(lateFee(TERMS, '1000', '2026-03-01', '2026-04-15'), (late) => late.total))).toBe(
      '1135.00',
    );
  });

  test('lets the provider terminate after thirty days overdue', () => {
    const result = overdueTermination(TERMS, '2026-03-02');
    expect(valueOf(mapAnswer(result.lastDayToPay, (end) => end.latest))).toBe('2026-04-01');
    expect(result.from).toMatchObject({ known: true, value: { safe: '2026-04-02', latest: '2026-04-02' } });
  });
});

describe('damages', () => {
  test('are the multiple of the fees paid so far', () => {
    expect(valueOf(damages(TERMS, '12345.67'))).toBe('24691.34');
  });
});

describe('a refund of unused months', () => {
  const whole = basisOf(wordsOf('中途退订按已用月份结算，不足整月的按整月计算，余下的退回。'));
  const daily = basisOf(wordsOf('提前终止的，不足一个月的按天数折算。'));
  const order = { total: '1200.00', months: 12, starts: '2026-01-15' };
  const refund = (basis: typeof whole, ends: string) =>
    valueOf(mapAnswer(refundOfUnused(basis, { ...order, ends }), (back) => back.refund));

  test.each([
    ['2026-02-14', '1100.00', 'exactly one month: 15 January to 14 February'],
    ['2026-02-15', '1000.00', 'one day into the second month: two months'],
    ['2026-01-15', '1100.00', 'the first day already counts as a month'],
    ['2026-01-14', '1200.00', 'ended before it began: all of it'],
    ['2027-01-14', '0.00', 'used up'],
    ['2027-05-01', '0.00', 'never negative'],
  ])('with a begun month as a whole one, ended on %s: %s (%s)', (ends, expected) => {
    expect(refund(whole, ends)).toBe(expected);
  });

  test('begun on the 31st has months that end with the month where there is no 31st', () => {
    const late = (ends: string) =>
      valueOf(mapAnswer(refundOfUnused(whole, { ...order, starts: '2026-01-31', ends }), (back) => back.usedMonths));
    expect(['2026-02-28', '2026-03-01', '2026-03-30', '2026-03-31', '2026-04-30', '2026-05-01'].map(late)).toEqual([
      1, 2, 2, 3, 3, 4,
    ]);
  });

  test('by the day where the agreement counts so: one month and 14 of 28 days', () => {
    expect(refund(daily, '2026-02-28')).toBe('1050.00');
  });

  test('is unknown where the agreement is silent, unless the person says how to count', () => {
    const silent = basisOf(wordsOf('退订时余款原路退回。'));
    expect(missingOf(refundOfUnused(silent, { ...order, ends: '2026-02-20' }))).toEqual(['fact part-month']);
    const told = refundOfUnused(silent, { ...order, ends: '2026-02-20', partMonth: { value: 'whole', by: 'person' } });
    expect(valueOf(mapAnswer(told, (back) => back.refund))).toBe('1000.00');
    expect(told.steps[0]?.by).toBe('person');
  });

  test('reads the rule in English too', () => {
    const english = basisOf(wordsOf('On early termination a partial month counts as a whole month.'));
    expect(refund(english, '2026-02-20')).toBe('1000.00');
  });

  test('refuses an order without months or that ends long before it starts', () => {
    expect(() => refundOfUnused(whole, { ...order, months: 0, ends: '2026-02-01' })).toThrow(/bad-order/u);
    expect(() => refundOfUnused(whole, { ...order, ends: '2025-12-01' })).toThrow(/bad-order/u);
  });

  test('never exceeds what was paid, never grows with use, and by the day is never less than by whole months', () => {
    const start = fc.integer({ min: dayNumber('2020-01-01'), max: dayNumber('2026-01-01') }).map(fromDayNumber);
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 36 }), fc.integer({ min: 0, max: 1000 }), (starts, months, days) => {
        const at = (basis: typeof whole, used: number) =>
          parseYuan(
            String(
              valueOf(
                mapAnswer(
                  refundOfUnused(basis, { total: '3600.00', months, starts, ends: addDays(starts, used) }),
                  (back) => back.refund,
                ),
              ),
            ),
          );
        expect(at(whole, days) <= 360_000n).toBe(true);
        expect(at(whole, days + 1) <= at(whole, days)).toBe(true);
        expect(at(daily, days) >= at(whole, days)).toBe(true);
        if (addDays(starts, days) >= addMonths(starts, months)) expect(at(daily, days)).toBe(0n);
      }),
    );
  });
});
