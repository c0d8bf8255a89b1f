import { describe, expect, it } from 'vitest';
import { oddDays, termEnd } from '../../../../../src-renderer/features/rights/orders/order-days.ts';

describe('the end of a term of months', () => {
  it.each([
    ['2026-12-01', 12, '2027-11-30'],
    ['2026-11-15', 1, '2026-12-14'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-01-30', 1, '2026-02-28'],
    ['2026-03-31', 1, '2026-04-30'],
    ['2026-03-01', 1, '2026-03-31'],
    ['2027-02-28', 12, '2028-02-27'],
  ] as const)('%s for %i months ends on %s', (starts, months, end) => {
    expect(termEnd(starts, months)).toBe(end);
  });

  it('is not worked out of what is not there', () => {
    expect([
      termEnd('', 12),
      termEnd('2026-12-01', null),
      termEnd('2026-12-01', 0),
      termEnd('2026-12-01', 1.5),
    ]).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe('days of an order that do not follow each other', () => {
  it('asks about each that lies before the one it follows', () => {
    const days = { orderedOn: '2026-10-02', starts: '2026-10-01', settlementDay: '2026-09-30', paidOn: '2026-10-01' };
    expect(oddDays(days).map(({ name, after }) => `${name} before ${after}`)).toEqual([
      'starts before orderedOn',
      'settlementDay before orderedOn',
      'paidOn before orderedOn',
    ]);
    expect(oddDays({ starts: '2026-10-01', endedOn: '2026-09-01' }).map(({ name }) => name)).toEqual(['endedOn']);
  });

  it('asks nothing about the same day, or a day that is not given', () => {
    expect(oddDays({ orderedOn: '2026-10-02', settlementDay: '2026-10-02', paidOn: '' })).toEqual([]);
    expect(oddDays({ settlementDay: '2026-10-02' })).toEqual([]);
  });
});
