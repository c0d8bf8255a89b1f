import { describe, expect, test } from 'vitest';
import { creditBase, isAddedUp } from '../../../../src-main/agreement/quantity/credit-base.ts';
import { serviceLevel } from '../../../../src-main/term/service/service-level.ts';
import { missingOf, valueOf } from '../basis-of.ts';
import { basisOfText, september } from './straight-from-text.ts';

const MINUTES = 600;

describe('a credit that is a share of what several instances cost together', () => {
  test.each([
    ['月度可用性不低于99.9%。', '月度可用性低于99.9%的，赔偿金额为全部受影响实例当月服务费之和的10%。'],
    ['月度可用性不低于99.9%。', '月度可用性低于99.9%的，赔偿所有受影响节点月度费用总额的10%。'],
    [
      'Monthly uptime is at least 99.9%.',
      'If uptime is below 99.9%, the credit is 10% of the sum of the monthly fees of all affected instances.',
    ],
    [
      'Monthly uptime is at least 99.9%.',
      'If uptime is below 99.9%, the credit is 10% of the total monthly charges for the affected servers.',
    ],
  ])('is asked for by these fees, and no month’s fee of one of them stands for it: %s %s', (...text) => {
    expect(missingOf(september(text, MINUTES).credit)).toEqual(['input base']);
    const basis = basisOfText(...text);
    const fees = { fee: { fee: '1000.00' }, baseFee: '2500.00' };
    expect(valueOf(serviceLevel(basis, { month: '2026-09', downtime: { minutes: MINUTES }, ...fees }).credit)).toBe(
      '250.00',
    );
  });

  test('is no whole of them where a part is given, and all of them where that is', () => {
    const words = (share: string) => [
      '月度可用性不低于99.9%。',
      `月度可用性低于99.9%的，赔偿全部受影响实例当月服务费之和${share}。`,
    ];
    const given = { downtime: { minutes: MINUTES }, month: '2026-09', baseFee: '2500.00' };
    expect(valueOf(serviceLevel(basisOfText(...words('的30%')), given).credit)).toBe('750.00');
    expect(valueOf(serviceLevel(basisOfText(...words('')), given).credit)).toBe('2500.00');
  });

  test('is capped by a share of them, which is none of one month’s fee', () => {
    const text = [
      '月度可用性不低于99.9%。',
      '月度可用性低于99.9%的，赔偿金额为全部受影响实例当月服务费之和的80%。',
      '赔偿总额不超过全部受影响实例当月服务费之和的50%。',
    ];
    expect(missingOf(september(text, MINUTES).cap)).toEqual(['fact credit-cap']);
    const given = { downtime: { minutes: MINUTES }, month: '2026-09', baseFee: '2500.00' };
    expect(valueOf(serviceLevel(basisOfText(...text), given).credit)).toBe('1250.00');
  });

  test.each([
    '受影响实例当月服务费的10%',
    '当月服务费总额的10%',
    '10% of the monthly fee of the affected instance',
    '10% of the total charges for the affected region for the month',
  ])('is not meant where one fee is named: %s', (words) => {
    expect(isAddedUp(words)).toBe(false);
    expect(creditBase([words], { words: '' })).toBe('month-fee');
  });
});
