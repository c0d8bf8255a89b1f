/** A stretch of time in seconds since 1970 UTC, end exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What two lists of stretches, each in order and apart, have in common. */
export function commonOf(a: readonly Stretch[], b: readonly Stretch[]): readonly Stretch[] {
  const both: Stretch[] = [];
  let [at, other] = [0, 0];
  for (;;) {
    const [one, two] = [a[at], b[other]];
    if (!one || !two) return both;
    const [from, to] = [Math.max(one.from, two.from), Math.min(one.to, two.to)];
    if (from < to) both.push({ from, to });
    if (one.to < two.to) at += 1;
    else other += 1;
  }
}

/** Seconds of stretches that lie apart. */
export const lengthOf = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, { from, to }) => sum + to - from, 0);

/**
 * The place of the first of many, in their order, that something is true of from there on; behind the last where it is true of none. Found
 * without walking through all.
 */
export function firstPlace<Each>(all: readonly Each[], isFrom: (each: Each) => boolean): number {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isFrom(all[middle] as Each)) high = middle;
    else low = middle + 1;
  }
  return low;
}
