import { describe, expect, it } from 'vitest';
import { termEnd } from '../../../../../src-renderer/features/rights/orders/order-days.ts';

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
