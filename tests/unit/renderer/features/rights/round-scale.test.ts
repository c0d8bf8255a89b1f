import { describe, expect, it } from 'vitest';
import { roundScale } from '../../../../../src-renderer/features/rights/round-scale.ts';

describe('the scale of a month’s availability', () => {
  it.each([
    [98.68, [100, 99.5, 99, 98.5], 1],
    [99.9, [100, 99.95, 99.9], 2],
    [95, [100, 98, 96, 94], 0],
    [99.95, [100, 99.98, 99.96, 99.94], 2],
    [0, [100, 50, 0], 0],
  ])('reaches down to %d at round figures', (lowest, marks, decimals) => {
    const scale = roundScale(lowest);
    expect(scale.marks).toEqual(marks);
    expect(scale.decimals).toBe(decimals);
    expect(scale.floor).toBeLessThanOrEqual(lowest);
  });
});
