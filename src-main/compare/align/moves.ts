import type { Clause } from '../../agreement/model.ts';

/** A clause that is in both texts, as indices of the old and the new clauses. */
export interface Matched {
  readonly old: number;
  readonly new: number;
}

/**
 * Which of the matched clauses moved: the lightest set without which the rest keep their order. A clause weighs what it
 * and its sub-clauses say, so a heading does not move past its clause, and a section that moved is one move: what went
 * along with it is not counted again.
 * @param matched in old order
 * @returns indices into `matched`
 */
export function movedAmong(
  matched: readonly Matched[],
  old: readonly Clause[],
  next: readonly Clause[],
): ReadonlySet<number> {
  if (matched.every((pair, index) => index === 0 || (matched[index - 1]?.new ?? -1) < pair.new)) return new Set();
  const weights = subtreeWeights(old);
  const staying = heaviestRun(matched, weights);
  const moved = new Set([...matched.keys()].filter((index) => !staying.has(index)));
  const leaderOf = followedBy(matched, moved, old, next);
  const groups = new Map<number, number[]>();
  for (const index of moved) groups.set(leaderOf(index), [...(groups.get(leaderOf(index)) ?? []), index]);
  for (const [leader, group] of groups) {
    const inOrder = group.map((index) => matched[index]).filter((pair) => pair !== undefined);
    const together = heaviestRun(inOrder, weights);
    group.forEach((index, place) => {
      if (index !== leader && together.has(place)) moved.delete(index);
    });
  }
  return moved;
}

function parents(clauses: readonly Clause[]): readonly number[] {
  const places = new Map(clauses.map((clause, index) => [clause.id, index]));
  return clauses.map((clause, index) => {
    const parent = clause.parent === undefined ? undefined : places.get(clause.parent);
    return parent !== undefined && parent < index ? parent : -1;
  });
}

function subtreeWeights(clauses: readonly Clause[]): readonly number[] {
  const weights = clauses.map((clause) => 1 + clause.text.length);
  const above = parents(clauses);
  for (let index = clauses.length - 1; index >= 0; index -= 1) {
    const parent = above[index] ?? -1;
    if (parent >= 0) weights[parent] = (weights[parent] ?? 0) + (weights[index] ?? 0);
  }
  return weights;
}

/** For a moved pair: the outermost moved pair above it in both texts, or itself. */
function followedBy(
  matched: readonly Matched[],
  moved: ReadonlySet<number>,
  old: readonly Clause[],
  next: readonly Clause[],
): (index: number) => number {
  const above = { old: parents(old), new: parents(next) };
  const pairOfOld = new Map(matched.map((pair, index) => [pair.old, index]));
  const leaders = new Map<number, number>();
  const leaderOf = (index: number): number => {
    const known = leaders.get(index);
    if (known !== undefined) return known;
    const pair = matched[index];
    const parent = pair && pairOfOld.get(above.old[pair.old] ?? -1);
    const follows =
      pair !== undefined &&
      parent !== undefined &&
      moved.has(parent) &&
      matched[parent]?.new === (above.new[pair.new] ?? -1);
    const leader = follows ? leaderOf(parent) : index;
    leaders.set(index, leader);
    return leader;
  };
  return leaderOf;
}

/** Indices of the run of pairs that increases on the new side and weighs most; `pairs` come in old order. O(n log n). */
function heaviestRun(pairs: readonly Matched[], weights: readonly number[]): ReadonlySet<number> {
  const ranks = new Map(
    pairs
      .map((pair) => pair.new)
      .sort((a, b) => a - b)
      .map((place, rank) => [place, rank + 1]),
  );
  /** Fenwick tree over ranks: the heaviest run that ends at or below a rank, as an index into `pairs`. */
  const tree = new Int32Array(pairs.length + 1).fill(-1);
  const totals = new Float64Array(pairs.length);
  const before = new Int32Array(pairs.length).fill(-1);
  const total = (index: number): number => (index < 0 ? 0 : (totals[index] ?? 0));
  let heaviest = -1;
  pairs.forEach((pair, index) => {
    const rank = ranks.get(pair.new) ?? 0;
    let best = -1;
    for (let node = rank - 1; node > 0; node -= node & -node) {
      const candidate = tree[node] ?? -1;
      if (total(candidate) > total(best)) best = candidate;
    }
    before[index] = best;
    totals[index] = total(best) + (weights[pair.old] ?? 1);
    for (let node = rank; node <= pairs.length; node += node & -node)
      if (total(index) > total(tree[node] ?? -1)) tree[node] = index;
    if (total(index) > total(heaviest)) heaviest = index;
  });
  const run = new Set<number>();
  for (let index = heaviest; index >= 0; index = before[index] ?? -1) run.add(index);
  return run;
}
