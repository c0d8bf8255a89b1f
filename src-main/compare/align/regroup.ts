import type { Clause } from '../../agreement/model.ts';

/** An open clause of one side: its index, itself, and its words without layout and without any space. */
export interface OpenClause {
  readonly index: number;
  readonly clause: Clause | undefined;
  readonly words: string;
}

/** The same words on both sides, cut into clauses at other places. Indices of clauses, in order. */
export interface Recut {
  readonly old: readonly number[];
  readonly new: readonly number[];
}

/** Most clauses that one cut-up paragraph may have become. */
const MOST_PIECES = 12;
/** Most beginnings tried for one clause, so that thousands of clauses that begin alike stay cheap. */
const MOST_TRIES = 16;

/**
 * Finds runs of neighbouring clauses whose words, put together, are the same on both sides although the clauses are
 * not: a paragraph that was broken or joined. A piece with a number of its own is a clause, not a piece.
 */
export function regroup(old: readonly OpenClause[], next: readonly OpenClause[]): readonly Recut[] {
  const beginnings = new Map<string, number[]>();
  next.forEach(({ words }, place) => {
    const places = beginnings.get(words.charAt(0));
    if (places) places.push(place);
    else beginnings.set(words.charAt(0), [place]);
  });
  const found: Recut[] = [];
  let newFrom = 0;
  for (let oldAt = 0; oldAt < old.length; oldAt += 1) {
    const places = beginnings.get(old[oldAt]?.words.charAt(0) ?? '') ?? [];
    while (places[0] !== undefined && places[0] < newFrom) places.shift();
    for (const newAt of places.slice(0, MOST_TRIES)) {
      const recut = recutAt(old, oldAt, next, newAt);
      if (!recut) continue;
      found.push(recut);
      oldAt += recut.old.length - 1;
      newFrom = newAt + recut.new.length;
      break;
    }
  }
  return found;
}

function recutAt(
  old: readonly OpenClause[],
  oldAt: number,
  next: readonly OpenClause[],
  newAt: number,
): Recut | undefined {
  const mine = { list: old, from: oldAt, to: oldAt, words: '' };
  const theirs = { list: next, from: newAt, to: newAt, words: '' };
  do {
    const shorter = mine.words.length <= theirs.words.length ? mine : theirs;
    const piece = shorter.list[shorter.to];
    const isContinuation = shorter.to > shorter.from;
    if (!piece || shorter.to - shorter.from === MOST_PIECES) return undefined;
    if (
      isContinuation &&
      (piece.clause?.number !== undefined || piece.index !== (shorter.list[shorter.to - 1]?.index ?? 0) + 1)
    )
      return undefined;
    shorter.words += piece.words;
    shorter.to += 1;
    const [short, long] =
      mine.words.length <= theirs.words.length ? [mine.words, theirs.words] : [theirs.words, mine.words];
    if (!long.startsWith(short)) return undefined;
  } while (mine.words.length !== theirs.words.length);
  if (mine.words === '') return undefined;
  const indices = ({ list, from, to }: typeof mine): number[] => list.slice(from, to).map((piece) => piece.index);
  return { old: indices(mine), new: indices(theirs) };
}
