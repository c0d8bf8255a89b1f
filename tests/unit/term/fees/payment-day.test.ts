import { describe, expect, test } from 'vitest';

import { saidFact } from '../../../../src-main/agreement/said-fact.ts';
import { safeDay } from '../../../../src-main/term/calendar/deadline.ts';
import { lateFeeOf } from '../../../../src-main/term/fees/late-fee.ts';
import { billDue, paymentDue } from '../../../../src-main/term/fees/orders.ts';
import { nextPaymentDay } from '../../../../src-main/term/fees/payment-day.ts';
import { basisOfText } from '../basis-of-text.ts';
import { whyNot } from '../quantity/stated.ts';

/** The first day to pay by from the 26th of September 2026 on; `unread` where the text names no day, or several. */
function due(text: string, from = '2026-09-26'): string {
  const end = nextPaymentDay(basisOfText(text), from);
  const safe = end && safeDay(end);
  return safe === undefined ? 'unread' : safe.known ? safe.value : 'unknown';
}

describe('a day of the month by which fees are paid', () => {
  test.each([
    ['甲方应于每月10日前向乙方支付上月服务费。', '2026-10-09'],
    ['甲方应于每月１０日前支付服务费。', '2026-10-09'],
    ['服务费按月支付，甲方应于每月十日前付清。', '2026-10-09'],
    ['客户须在每个自然月的第十（10）日（含）前缴纳当月月租。', '2026-10-10'],
    ['用户应当在次月5日前结清上月的账款。', '2026-10-04'],
    ['下一个月15号以前付款。', '2026-10-14'],
    ['租金于每月末前支付。', '2026-09-30'],
    ['每月最后一日前缴清当月费用。', '2026-09-30'],
    ['甲方在每月前10日内支付上月费用。', '2026-10-10'],
    ['甲方应于每季度首月5日前支付该季度的服务费。', '2026-10-04'],
    ['每季度第一个月二十日前付款。', '2026-10-19'],
    ['每季度末月25日前支付本季费用。', '2026-12-24'],
    ['年费于每年1月31日前支付。', '2027-01-30'],
    ['每月第5个工作日前支付上月费用。', '2026-10-12'],
    ['Fees shall be paid by the 10th day of each month.', '2026-10-10'],
    ['The monthly fee is payable on or before the fifth (5th) day of every calendar month.', '2026-10-05'],
    ['Customer shall pay the fees for each month no later than the 15th of the following month.', '2026-10-15'],
    ['Payment is due on the last day of each month.', '2026-09-30'],
    ['Customer must pay all charges before the 10th of each month.', '2026-10-09'],
    ['Fees are due by the twenty-fifth day of each month.', '2026-10-25'],
    ['Rent shall be paid within the first ten (10) days of each month.', '2026-10-10'],
    ['Fees are paid by the 5th day of the first month of each calendar quarter.', '2026-10-05'],
  ])('is read from its words: %s', (text, day) => {
    expect(due(text)).toBe(day);
  });

  test.each([
    '乙方应于每月5日前向甲方提供上月账单，甲方收到后15日内付款。',
    '每月10日起可以申请开具上月发票。',
    '乙方应于每月10日前向甲方支付返点。',
    '每月15日前提出赔偿申请。',
    '每月10日至15日支付上月费用。',
    '每月10日、25日各支付一半。',
    'Provider will issue the invoice by the 5th day of each month.',
    'Refunds are paid by the 10th day of each month.',
    'Claims must be submitted by the 10th of the following month.',
    'Fees are paid on the 1st and 15th of each month.',
  ])('is none where another thing is done by it, or it is one of several: %s', (text) => {
    expect(due(text)).toBe('unread');
  });

  test('of the payment stands beside that of the bill', () => {
    expect(due('乙方应于每月5日前出具上月账单，甲方应于每月20日前付款。')).toBe('2026-10-19');
  });

  test('gives the due day, the days and the fee of what is late', () => {
    const basis = basisOfText('甲方应于每月10日前支付服务费。', '逾期付款的，每日按应付未付金额的0.05%支付违约金。');
    const end = billDue(basis, '2026-10-01');
    expect(end).toMatchObject({ known: true, value: { safe: '2026-10-09', latest: '2026-10-10' } });
    const late = lateFeeOf(basis, { amount: '3000.00', settlementDay: '2026-10-10', until: '2026-11-30' });
    // The 11th of October to the 30th of November are 51 days: 3000 × 0.0005 × 51.
    expect(late).toMatchObject({ known: true, value: { daysOverdue: 51, fee: '76.50' } });
  });

  test('may be argued to move off a holiday, and the day that is written stays the safe one', () => {
    const end = nextPaymentDay(basisOfText('每月3日前付款。'), '2026-09-26');
    expect(end).toMatchObject({ known: true, value: { safe: '2026-10-02', latest: '2026-10-08' } });
  });

  test('of the month after is one of the order’s own month', () => {
    expect(paymentDue(basisOfText('次月10日前支付上月费用。'), '2026-10-05').due).toMatchObject({
      value: { safe: '2026-11-09', latest: '2026-11-10' },
    });
    expect(paymentDue(basisOfText('每月10日前支付费用。'), '2026-10-05').due).toMatchObject({
      value: { safe: '2026-10-09', latest: '2026-10-10' },
    });
  });

  test('that two clauses name differently is picked from neither', () => {
    const end = nextPaymentDay(basisOfText('每月10日前付款。', '甲方应于每月15日前支付服务费。'), '2026-10-01');
    expect(end?.known).toBe(false);
    expect(end && whyNot(end)).toContain('15日');
    expect(due('每月十日前付款，费用应于每月10日前付清。')).toBe('2026-10-09');
  });

  test('beside a time from the bill is told with it, and due no sooner than the earlier', () => {
    const basis = basisOfText('甲方应于每月10日前支付费用。', '甲方应在收到发票后30日内付款。');
    expect(paymentDue(basis, '2026-10-01', '2026-10-02').due).toMatchObject({ known: false, notBefore: '2026-10-09' });
  });

  test('is counted by a person’s own words, and only where they name one', () => {
    expect(saidFact('payment-day', '每月10日前')).toMatchObject({ value: '每月10日前', unit: 'text' });
    expect(() => saidFact('payment-day', '每月')).toThrow();
    expect(() => saidFact('payment-day', '每月32日前')).toThrow();
  });
});
