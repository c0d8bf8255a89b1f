/**
 * Which elements of two sequences stay, in order: the longest such set where that is cheap, a good one otherwise.
 *
 * Prefix and suffix first, then the elements that occur once on both sides as anchors (patience), then Myers' greedy
 * algorithm (An O(ND) Difference Algorithm, 1986) inside what is left. The bound: Myers runs on at most
 * `SMALL` elements, or up to `MOST_EDITS` edits on more, so the whole is O((n + m) · MOST_EDITS) steps and
 * O(MOST_EDITS²) memory whatever the input; beyond that a stretch counts as replaced.
 */
const SMALL = 1024;
const MOST_EDITS = 1024;
/** Anchors found inside anchors inside anchors: deeper than this only a contrived input goes. */
const DEEPEST = 32;

interface Region {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly newFrom: number;
  readonly newTo: number;
  readonly depth: number;
}

/** For each element of `old` the index of the element of `new` it stays as, or -1. Increasing where it is not -1. */
export function matchSequences(old: Int32Array, next: Int32Array): Int32Array {
  const matches = new Int32Array(old.length).fill(-1);
  const regions: Region[] = [{ oldFrom: 0, oldTo: old.length, newFrom: 0, newTo: next.length, depth: 0 }];
  for (let whole = regions.pop(); whole; whole = regions.pop()) {
    const region = trim(old, next, matches, whole);
    const oldSize = region.oldTo - region.oldFrom;
    const newSize = region.newTo - region.newFrom;
    if (oldSize === 0 || newSize === 0) continue;
    const anchors =
      oldSize + newSize <= SMALL || region.depth >= DEEPEST ? [] : longestRun(uniqueOnBothSides(old, next, region));
    if (anchors.length === 0) {
      greedy(old, next, matches, region);
      continue;
    }
    let { oldFrom, newFrom } = region;
    const depth = region.depth + 1;
    for (const [oldAt, newAt] of anchors) {
      matches[oldAt] = newAt;
      regions.push({ oldFrom, oldTo: oldAt, newFrom, newTo: newAt, depth });
      oldFrom = oldAt + 1;
      newFrom = newAt + 1;
    }
    regions.push({ oldFrom, oldTo: region.oldTo, newFrom, newTo: region.newTo, depth });
  }
  return matches;
}

function trim(old: Int32Array, next: Int32Array, matches: Int32Array, region: Region): Region {
  let { oldFrom, oldTo, newFrom, newTo } = region;
  while (oldFrom < oldTo && newFrom < newTo && old[oldFrom] === next[newFrom]) matches[oldFrom++] = newFrom++;
  while (oldFrom < oldTo && newFrom < newTo && old[oldTo - 1] === next[newTo - 1]) matches[--oldTo] = --newTo;
  return { oldFrom, oldTo, newFrom, newTo, depth: region.depth };
}

/** Pairs of places of the elements that occur exactly once on each side, in old order. */
function uniqueOnBothSides(old: Int32Array, next: Int32Array, region: Region): (readonly [number, number])[] {
  const REPEATED = -1;
  const oldPlaces = new Map<number, number>();
  for (let at = region.oldFrom; at < region.oldTo; at += 1) {
    const element = old[at] ?? 0;
    oldPlaces.set(element, oldPlaces.has(element) ? REPEATED : at);
  }
  const newPlaces = new Map<number, number>();
  for (let at = region.newFrom; at < region.newTo; at += 1) {
    const element = next[at] ?? 0;
    newPlaces.set(element, newPlaces.has(element) ? REPEATED : at);
  }
  const pairs: (readonly [number, number])[] = [];
  for (const [element, oldAt] of oldPlaces) {
    const newAt = newPlaces.get(element);
    if (oldAt !== REPEATED && newAt !== undefined && newAt !== REPEATED) pairs.push([oldAt, newAt]);
  }
  return pairs;
}

/** The longest run of pairs that increases on both sides; `pairs` come in old order. */
function longestRun(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const tails: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  pairs.forEach(([, newAt], index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] ?? 0]?.[1] ?? 0) < newAt) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = index;
  });
  const run: (readonly [number, number])[] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const pair = pairs[index];
    if (pair) run.push(pair);
  }
  return run.reverse();
}

/** Myers' greedy walk over the edit graph of one region; leaves the region unmatched when it takes too many edits. */
function greedy(old: Int32Array, next: Int32Array, matches: Int32Array, region: Region): void {
  const n = region.oldTo - region.oldFrom;
  const m = region.newTo - region.newFrom;
  const most = Math.min(n + m, MOST_EDITS);
  const reach = new Int32Array(2 * most + 3);
  const centre = most + 1;
  /** `trail[d]` holds the furthest x of every diagonal -d…d before step d. */
  const trail: Int32Array[] = [];
  for (let d = 0; d <= most; d += 1) {
    trail.push(reach.slice(centre - d, centre + d + 1));
    for (let k = -d; k <= d; k += 2) {
      const left = reach[centre + k - 1] ?? 0;
      const above = reach[centre + k + 1] ?? 0;
      let x = k === -d || (k !== d && left < above) ? above : left + 1;
      let y = x - k;
      while (x < n && y < m && old[region.oldFrom + x] === next[region.newFrom + y]) {
        x += 1;
        y += 1;
      }
      reach[centre + k] = x;
      if (x >= n && y >= m) {
        walkBack(trail, matches, region);
        return;
      }
    }
  }
}

function walkBack(trail: readonly Int32Array[], matches: Int32Array, region: Region): void {
  let x = region.oldTo - region.oldFrom;
  let y = region.newTo - region.newFrom;
  for (let d = trail.length - 1; d >= 0; d -= 1) {
    const reach = trail[d];
    const k = x - y;
    const left = reach?.[d + k - 1] ?? 0;
    const above = reach?.[d + k + 1] ?? 0;
    const down = k === -d || (k !== d && left < above);
    const startX = d === 0 ? 0 : down ? above : left;
    const startY = d === 0 ? 0 : startX - (down ? k + 1 : k - 1);
    while (x > startX && y > startY) {
      x -= 1;
      y -= 1;
      matches[region.oldFrom + x] = region.newFrom + y;
    }
    x = startX;
    y = startY;
  }
}
