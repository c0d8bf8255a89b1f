import { describe, expect, test } from 'vitest';
import { calendarOf } from '../../../../src-main/term/calendar/calendar.ts';
import { lateFeeOf } from '../../../../src-main/term/fees/late-fee.ts';
import { basisOfText } from '../basis-of-text.ts';
import { whyNot } from '../quantity/stated.ts';

const DUE = { amount: '10000', settlementDay: '2026-01-01' };
const fee = (text: string, until: string): unknown => {
  const late = lateFeeOf(basisOfText(text), { ...DUE, until });
  return late.known ? late.value.fee : [late.atLeast, late.atMost];
};

const BY_LENGTH: readonly string[] = [
  '逾期付款不超过30日的，每日按欠款的万分之三支付违约金；逾期超过30日的，每日按欠款的万分之五支付违约金。',
  '逾期30日以内的，每日按欠款的万分之三支付违约金，逾期30日以上的，每日按欠款的万分之五支付违约金。',
  'Overdue sums bear a late fee of 0.03% per day, and of 0.05% per day if overdue for more than 30 days.',
];

describe('rates by how long a sum is late', () => {
  test.each(BY_LENGTH)('the first holds within the time, and nothing else: %s', (text) => {
    expect(fee(text, '2026-01-11')).toBe('30.00');
    expect(fee(text, '2026-01-31')).toBe('90.00');
  });

  // 50 days: 32 of them (until Monday, 2 February) at the first rate and 18 at the second, or all at the second.
  test.each(BY_LENGTH)('afterwards the second holds for what is later, or for all: %s', (text) => {
    expect(fee(text, '2026-02-20')).toEqual(['186.00', '250.00']);
  });

  test('that the second is one of the later days alone is a figure', () => {
    const text = 'Overdue sums bear a late fee of 0.03% per day for the first 30 days and of 0.05% per day thereafter.';
    // The thirtieth day is a Saturday: the count may end on it or on the Monday after it.
    expect(fee(text, '2026-02-20')).toEqual(['186.00', '190.00']);
    expect(fee(text, '2026-01-20')).toBe('57.00');
    // The text is clear: only the day off is told, whether the payment came after both days or between them.
    for (const [until, both] of [
      ['2026-02-20', ['186.00', '190.00']],
      ['2026-02-02', ['96.00', '100.00']],
    ] as const) {
      expect(fee(text, until)).toEqual(both);
      const why = whyNot(lateFeeOf(basisOfText(text), { ...DUE, until }));
      expect(why).toMatch(/2026年1月31日.*休息日.*2026年2月2日/u);
      expect(why).not.toContain('没有说清');
    }
  });

  // The thirtieth day lies in a year whose table of holidays is missing.
  test.each(BY_LENGTH)('a step whose end is not known leaves the outermost of both: %s', (text) => {
    const of = (until: string): unknown => {
      const late = lateFeeOf({ ...basisOfText(text), calendar: calendarOf([]) }, { ...DUE, until });
      return late.known ? late.value.fee : [late.atLeast, late.atMost];
    };
    expect(of('2026-02-20')).toEqual(['150.00', '250.00']);
    expect(of('2026-01-11')).toBe('30.00');
  });

  test('where nothing is owed within the first time, the least is nothing', () => {
    const text =
      '逾期超过15日的，每日按欠款的万分之三支付违约金；逾期超过60日的，每日按欠款的万分之五支付违约金。本合同适用新加坡法律。';
    expect(fee(text, '2026-05-01')).toEqual(['0.00', '600.00']);
  });

  test('three rates follow each other', () => {
    const text =
      '逾期15日内按日万分之三计收滞纳金，逾期超过15日的按日万分之五计收滞纳金，逾期超过60日的按日千分之一计收滞纳金。';
    expect(fee(text, '2026-01-11')).toBe('30.00');
    expect(fee(text, '2026-01-31')).toEqual(['120.00', '150.00']);
    // 15 days, 45 days and 60 days, or 120 days at the last; the sixtieth is a Monday.
    expect(fee(text, '2026-05-01')).toEqual(['870.00', '1200.00']);
  });

  test('what stays open is said with the length', () => {
    const late = lateFeeOf(basisOfText(BY_LENGTH[0] ?? ''), { ...DUE, until: '2026-02-20' });
    expect(whyNot(late)).toContain('超过 30 天');
  });

  test('two rates without a length still contradict each other', () => {
    const text = '逾期付款的，每日按欠款的万分之三支付违约金。逾期缴费的，每日按欠款的万分之五支付违约金。';
    expect(fee(text, '2026-02-20')).toEqual(['150.00', '250.00']);
  });
});
