import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstPlace } from '../../../../src-main/term/service/stretches.ts';

describe('the place of the first of many that something is true of', () => {
  it('is the one that a walk through all of them finds, behind the last where there is none', () => {
    const numbers = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 30 });
    fc.assert(
      fc.property(numbers, fc.integer({ min: -2, max: 42 }), (given, limit) => {
        const all = given.toSorted((a, b) => a - b);
        const walked = all.findIndex((each) => each > limit);
        expect(firstPlace(all, (each) => each > limit)).toBe(walked < 0 ? all.length : walked);
      }),
    );
  });
});
