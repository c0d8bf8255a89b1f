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
