import { expect, test } from 'vitest';
import { serviceLevel } from '../../../../src-main/term/service/service-level.ts';
import { basis, stated } from '../quantity/stated.ts';

const PERCENT = { unit: 'percent' } as const;

test('a broken promise above the only tier that was read owes no certain nothing', () => {
  const tier = stated('credit-tier', { below: 99, credit: { amount: 30, unit: 'percent', of: 'month-fee' } }, PERCENT);
  const facts = [stated('availability', { promise: 99.9 }, PERCENT), { ...tier, doubt: '的，赔偿月度服务费的10%' }];
  const creditOf = (minutes: number) => {
    const { credit } = serviceLevel(basis(facts), {
      month: '2026-03',
      fee: { fee: '1000.00' },
      downtime: { minutes },
    });
    return credit.known;
  };
  expect(creditOf(216)).toBe(false);
  expect(creditOf(10)).toBe(true);
});
