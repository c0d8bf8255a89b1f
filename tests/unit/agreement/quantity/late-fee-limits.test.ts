import { describe, expect, test } from 'vitest';

import { lateFeeLimits } from '../../../../src-main/agreement/quantity/late-fee-limits.ts';
import { saidFact } from '../../../../src-main/agreement/said-fact.ts';
import { presentFact } from '../../../../src-main/agreement/stored-fact.ts';

const OVERDUE = 'overdue';

describe('what a late fee is limited by', () => {
  test.each([
    ['每日按未付金额的3‰支付违约金，但违约金总额不超过未付金额的10%', 10, 'percent', OVERDUE],
    ['每逾期一日按欠费的万分之五计收滞纳金，滞纳金最高不超过欠付金额的20%', 20, 'percent', OVERDUE],
    ['每天0.1%，上限为逾期金额的百分之五', 5, 'percent', OVERDUE],
    ['每日千分之一，以逾期金额的30%为限', 30, 'percent', OVERDUE],
    ['1.5% per month, not to exceed 10% of the overdue amount', 10, 'percent', OVERDUE],
    ['0.05% per day, capped at 20% of the amount overdue', 20, 'percent', OVERDUE],
  ])('%s', (words, amount, unit, of) => {
    const limits = lateFeeLimits(words);
    expect(limits.atMost).toEqual({ amount, unit, of });
    expect(limits.words).not.toMatch(/超过|上限|为限|exceed|capped/u);
  });

  test.each([
    ['逾期超过5个工作日的，每日按未付金额的0.1%支付违约金', 5, 'working-day'],
    ['逾期超过十日仍未支付的，每日0.1%', 10, 'day'],
    ['宽限期为3日，此后每日0.05%', 3, 'day'],
    ['0.1% a day once more than 5 business days overdue', 5, 'working-day'],
    ['after a grace period of 10 days, 0.1% a day', 10, 'day'],
  ])('%s', (words, value, unit) => {
    expect(lateFeeLimits(words).after).toEqual({ value, unit });
  });

  test('are none where the words state none', () => {
    expect(lateFeeLimits('每逾期一日按逾期金额的万分之五支付违约金')).not.toHaveProperty('atMost');
    expect(lateFeeLimits('每逾期一日按逾期金额的万分之五支付违约金')).not.toHaveProperty('after');
  });

  test('are read of what a person writes, and can be stored', () => {
    const fact = saidFact('late-fee', '逾期超过5个工作日的，每日3‰，不超过未付金额的10%');
    expect(fact.value).toEqual({
      rate: { amount: 3, unit: 'per-mille', of: OVERDUE },
      per: 'day',
      atMost: { amount: 10, unit: 'percent', of: OVERDUE },
      after: { value: 5, unit: 'working-day' },
    });
    expect(presentFact.safeParse(fact).success).toBe(true);
    expect(presentFact.safeParse({ ...fact, value: { ...(fact.value as object), atMost: 10 } }).success).toBe(false);
  });
});
