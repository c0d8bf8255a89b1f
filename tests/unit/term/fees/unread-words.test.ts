import { describe, expect, test } from 'vitest';
import { shareOfWords } from '../../../../src-main/agreement/quantity/share-words.ts';
import { statedCeiling } from '../../../../src-main/agreement/quantity/ceiling.ts';
import { overReference } from '../../../../src-main/agreement/quantity/reference-rate.ts';
import { dayCount } from '../../../../src-main/term/fees/late-fee-counts.ts';
import { unreadWords } from '../../../../src-main/term/unread-words.ts';
import type { Fact } from '../../../../src-main/agreement/fact.ts';

const lateFee = (quote: string, amount: number): Fact => ({
  id: 'c/late-fee/1',
  kind: 'late-fee',
  value: { rate: { amount, unit: 'percent', of: 'overdue' }, per: 'day' },
  unit: 'percent',
  clause: 'c',
  quote,
});
const left = (text: string, amount: number): string | undefined => {
  const fact = lateFee(text, amount);
  return unreadWords(fact, { clauses: [{ id: 'c', text }], facts: [fact] });
};

describe('words beside a rate that change it', () => {
  test.each([
    ['迟付货款的，每日按合同总价的0.2%计收。', 0.2, '合同总价'],
    ['晚付的，每迟延一周加收欠款的2%。', 2, '每迟延1周'],
    ['Late sums bear 1% per day, compounded daily.', 1, 'compounded daily'],
    ['晚付的按日0.3%计收，逾期3日内免收。', 0.3, '3日内免收'],
    ['Late sums bear 0.2% per day after a grace period of three days.', 0.2, 'after a grace period of three days'],
  ])('%s', (text, amount, words) => {
    expect(left(text, amount)).toBe(words);
  });

  test('a plain rate leaves nothing over', () => {
    expect(left('晚付的，每日按未付金额的0.2%计收。', 0.2)).toBeUndefined();
  });
});

describe('what words say of a share, a ceiling, a published rate and a year', () => {
  test('fees of several months are so many times the fee of one', () => {
    expect(shareOfWords('以四个月服务费为限')).toEqual({ amount: 4, unit: 'times', of: 'month-fee' });
    expect(shareOfWords('five months of fees')).toEqual({ amount: 5, unit: 'times', of: 'month-fee' });
    expect(shareOfWords('事发前四个月支付的服务费')).toMatchObject({ of: { words: '事发前四个月支付的服务费' } });
    expect(shareOfWords('受影响日服务费的20%')?.of).toHaveProperty('words');
  });

  test('a ceiling is a sum or a share', () => {
    expect(statedCeiling('累计不超过人民币800元')?.yuan).toBe(800);
    expect(statedCeiling('最高不超过两个月服务费')?.share).toEqual({ amount: 2, unit: 'times', of: 'month-fee' });
    expect(statedCeiling('每日0.1%')).toBeUndefined();
  });

  test('what stands on top of a published rate', () => {
    expect(overReference('加收30%')).toEqual({ times: '1.3', plus: '0' });
    expect(overReference('的150%')).toEqual({ times: '1.5', plus: '0' });
    expect(overReference('130% of')).toEqual({ times: '1.3', plus: '0' });
    expect(overReference('加50个基点')).toEqual({ times: '1', plus: '0.5' });
    expect(overReference('plus 3 percentage points')).toEqual({ times: '1', plus: '3' });
    expect(overReference('2% a year above')).toEqual({ times: '1', plus: '2' });
    expect(overReference('加2%')).toBeUndefined();
    // What is put on top by a few percent is points, by many a share of the rate; between the two it is open. To raise it is a multiple.
    expect(overReference('加收5%')).toEqual({ times: '1', plus: '5' });
    expect(overReference('加计40%')).toEqual({ times: '1.4', plus: '0' });
    expect(overReference('加计15%')).toBeUndefined();
    expect(overReference('上浮5%')).toEqual({ times: '1.05', plus: '0' });
  });

  test('the days of a year of interest', () => {
    expect(dayCount('一年按360天计')).toEqual([360n, 360n]);
    expect(dayCount('on a 365-day year')).toEqual([365n, 365n]);
    expect(dayCount('年利率8%')).toEqual([365n, 360n]);
  });
});
