import { isQuantity, type Token } from '../words/words.ts';

/** Tokens `oldFrom…oldTo` of the old text became tokens `newFrom…newTo` of the new one; ends are exclusive. */
export interface Hunk {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/** Longest stretch between two edits that may be a coincidence: a reader sees longer ones as kept. */
const COINCIDENCE = 3;

/**
 * Makes hunks readable: a short stretch that two rewritten passages happen to share is struck with them, and a pure
 * insertion or deletion slides to where a sentence, phrase or word begins.
 */
export function mendHunks(hunks: readonly Hunk[], old: readonly Token[], next: readonly Token[]): Hunk[] {
  const slid: Hunk[] = [];
  hunks.forEach((hunk, index) => slid.push(slide(hunk, old, next, slid.at(-1), hunks[index + 1])));
  return joinCoincidences(slid, old, next);
}

/** Joins neighbours as long as what lies between is shorter than either, says no quantity, and is not more than a few words. */
function joinCoincidences(hunks: readonly Hunk[], old: readonly Token[], next: readonly Token[]): Hunk[] {
  const size = ({ oldFrom, oldTo, newFrom, newTo }: Hunk): number =>
    Math.max(units(old.slice(oldFrom, oldTo)), units(next.slice(newFrom, newTo)));
  const isCoincidence = (before: Hunk, after: Hunk): boolean => {
    const between = old.slice(before.oldTo, after.oldFrom);
    if (between.length > COINCIDENCE || between.some((token) => isQuantity(token.kind))) return false;
    const isFiller = between.length === 1 && between.every((token) => FILLERS.has(token.key));
    return isFiller ? replaces(before) && replaces(after) : units(between) < Math.min(size(before), size(after));
  };
  const joined: Hunk[] = [];
  for (let hunk of hunks) {
    for (let last = joined.at(-1); last && isCoincidence(last, hunk); last = joined.at(-1)) {
      joined.pop();
      hunk = { ...last, oldTo: hunk.oldTo, newTo: hunk.newTo };
    }
    joined.push(hunk);
  }
  return joined;
}

function units(tokens: readonly Token[]): number {
  return tokens.reduce((sum, token) => sum + token.key.length, 0);
}

/** Particles that rewritten passages share by chance. Punctuation is not among them: it parts what a reader sees. */
const FILLERS: ReadonlySet<string> = new Set([...'的地得之了着', 'the', 'a', 'an', 'of']);

function replaces(hunk: Hunk): boolean {
  return hunk.oldTo > hunk.oldFrom && hunk.newTo > hunk.newFrom;
}

/** Slides one pure insertion or deletion to the best of the places that give the same result. */
function slide(
  hunk: Hunk,
  old: readonly Token[],
  next: readonly Token[],
  before: Hunk | undefined,
  after: Hunk | undefined,
): Hunk {
  const inserts = hunk.oldFrom === hunk.oldTo;
  if (!inserts && hunk.newFrom !== hunk.newTo) return hunk;
  const tokens = inserts ? next : old;
  const [from, to] = inserts ? [hunk.newFrom, hunk.newTo] : [hunk.oldFrom, hunk.oldTo];
  const lowest = before ? (inserts ? before.newTo : before.oldTo) + 1 : 0;
  const highest = after ? (inserts ? after.newFrom : after.oldFrom) - 1 : tokens.length;
  let best = 0;
  let bestScore = seam(tokens, from) + seam(tokens, to);
  const consider = (shift: number): void => {
    const score = seam(tokens, from + shift) + seam(tokens, to + shift);
    if (score > bestScore) [best, bestScore] = [shift, score];
  };
  for (let s = -1; from + s >= lowest && tokens[from + s]?.key === tokens[to + s]?.key; s -= 1) consider(s);
  for (let s = 1; to + s <= highest && tokens[from + s - 1]?.key === tokens[to + s - 1]?.key; s += 1) consider(s);
  return {
    oldFrom: hunk.oldFrom + best,
    oldTo: hunk.oldTo + best,
    newFrom: hunk.newFrom + best,
    newTo: hunk.newTo + best,
  };
}

const SEAMS: Readonly<Record<string, number>> = {
  '。': 5,
  '.': 5,
  '!': 5,
  '?': 5,
  ';': 4,
  ':': 3,
  ',': 3,
  '、': 2,
  ')': 1,
  '"': 1,
};

/** How well a text may be cut before token `at`. */
function seam(tokens: readonly Token[], at: number): number {
  const last = tokens[at - 1];
  if (!last || at === tokens.length) return 6;
  return SEAMS[last.key] ?? 0;
}
