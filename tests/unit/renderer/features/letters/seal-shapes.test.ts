import { describe, expect, test } from 'vitest';
import { SEAL_SHAPE_NAMES } from '../../../../../src-main/contract/letters.ts';
import { OTHER_SHAPES, shapeName, USUAL_SHAPES } from '../../../../../src-renderer/features/letters/seal/shape-name.ts';

describe('the seals that are offered', () => {
  test('are all that can be chosen, each once and by a name of its own', () => {
    const offered = [...USUAL_SHAPES, ...OTHER_SHAPES];
    expect(offered.toSorted()).toEqual(SEAL_SHAPE_NAMES.toSorted());
    expect(new Set(offered.map(shapeName)).size).toBe(SEAL_SHAPE_NAMES.length);
  });

  test('go from 45 mm, the most a company’s may have, down to 20 mm', () => {
    const round = SEAL_SHAPE_NAMES.filter((name) => name.startsWith('round-')).map((name) => Number(name.slice(6)));
    expect(round.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 26 }, (_, index) => 20 + index));
  });
});
