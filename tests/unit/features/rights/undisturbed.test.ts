import { expect, test } from 'vitest';
import { atOnce } from '../../../../src-main/agreement/at-once.ts';
import { undisturbed } from '../../../../src-main/features/rights/log/in-slices.ts';
import type { Store } from '../../../../src-main/store/store.ts';

/** A store that only says how often it was written. */
const written = { times: 0 };
const store = { changes: () => written.times } as Store;

/** Looks at the store before and after a slice. */
function* twoLooks(): Generator<void, readonly number[]> {
  const first = store.changes();
  yield;
  return [first, store.changes()];
}

/** Takes the slices one by one; something is written after each of the first so many. */
function taken(disturbed: number): { readonly result: readonly number[]; readonly changes: number } {
  const work = undisturbed(store, twoLooks);
  for (let slices = 0; ; slices += 1) {
    const step = work.next();
    if (step.done) return step.value;
    if (slices < disturbed) written.times += 1;
  }
}

test('slices see one state of the store, and it is said which', () => {
  expect(atOnce(undisturbed(store, twoLooks))).toEqual({ result: [0, 0], changes: 0 });
});

test.each([1, 3, Number.POSITIVE_INFINITY])(
  'so they do where something is written after the first %s slices',
  (disturbed) => {
    const { result, changes } = taken(disturbed);
    expect(result).toEqual([changes, changes]);
  },
);
