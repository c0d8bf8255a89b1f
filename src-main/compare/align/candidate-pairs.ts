import type { Clause } from '../../agreement/model.ts';
import { Vocabulary } from '../redline/redline.ts';
import { sameNumber } from '../impact/references.ts';
import { type Features, featuresOf, likeness, LikenessIndex } from './similarity.ts';

/** A pair is the same clause when it is at least this alike, 0 to 1. */
const ALIKE = 0.5;
/** Enough at the same place with the same number, or with an id that was carried over. */
export const ALIKE_IN_PLACE = 0.3;
/** A clause of at most this many units at the same place with the same number is the same clause whatever it says. */
const SHORT = 12;
/** Longest stretch, as old times new clauses, that is compared each with each; longer ones go through the index alone. */
const EACH_WITH_EACH = 900;

/** The open clauses between two clauses that stayed. */
export interface OpenStretch {
  readonly old: readonly number[];
  readonly new: readonly number[];
}

/** An alignment so far: partners by index, -1 where open, and the stretch each clause stands in. */
export interface HalfAligned {
  readonly old: readonly Clause[];
  readonly new: readonly Clause[];
  readonly newOf: Int32Array;
  readonly oldOf: Int32Array;
  readonly oldStretch: Int32Array;
  readonly newStretch: Int32Array;
  readonly open: ReadonlyMap<number, OpenStretch>;
}

interface Likely {
  readonly old: number;
  readonly new: number;
  readonly score: number;
}

/**
 * Pairs of open clauses that may be the same clause, best first. The bound: each new clause is measured against at most
 * six candidates of the index, those of its stretch where that is small, and those with its id or number.
 */
export function likelyPairs(half: HalfAligned): readonly Likely[] {
  const vocabulary = new Vocabulary();
  const oldFeatures = openFeatures(half.old, half.newOf, vocabulary);
  const newFeatures = openFeatures(half.new, half.oldOf, vocabulary);
  const index = new LikenessIndex(oldFeatures);
  const byId = new Map([...oldFeatures.keys()].map((at) => [half.old[at]?.id, at]));
  const byNumber = new Map([...oldFeatures.keys()].map((at) => [half.old[at]?.number, at]));
  const likely: Likely[] = [];
  for (const [newAt, mine] of newFeatures) {
    const clause = half.new[newAt];
    const neighbours = half.open.get(half.newStretch[newAt] ?? 0);
    const near = neighbours && neighbours.old.length * neighbours.new.length <= EACH_WITH_EACH ? neighbours.old : [];
    const candidates = new Set([...near, ...index.candidates(mine)]);
    const sameId = byId.get(clause?.id);
    const sameNumbered = clause?.number === undefined ? undefined : byNumber.get(clause.number);
    if (sameId !== undefined) candidates.add(sameId);
    if (sameNumbered !== undefined) candidates.add(sameNumbered);
    for (const oldAt of candidates) {
      const theirs = oldFeatures.get(oldAt);
      const score = theirs && scoreOf(half, oldAt, newAt, likeness(theirs, mine));
      if (score !== undefined) likely.push({ old: oldAt, new: newAt, score });
    }
  }
  return likely.sort((a, b) => b.score - a.score || a.old - b.old || a.new - b.new);
}

function openFeatures(
  clauses: readonly Clause[],
  partners: Int32Array,
  vocabulary: Vocabulary,
): ReadonlyMap<number, Features> {
  const open = new Map<number, Features>();
  partners.forEach((partner, index) => {
    if (partner < 0) open.set(index, featuresOf(clauses[index]?.text ?? '', vocabulary));
  });
  return open;
}

/** Likeness with what id, number and place add; undefined when the two are not the same clause. */
function scoreOf(half: HalfAligned, oldAt: number, newAt: number, alike: number): number | undefined {
  const [a, b] = [half.old[oldAt], half.new[newAt]];
  if (!a || !b) return undefined;
  const inPlace = half.oldStretch[oldAt] === half.newStretch[newAt];
  const sameId = a.id === b.id;
  const numbered = a.number !== undefined && sameNumber(a, b);
  const brief = inPlace && numbered && Math.max(a.text.length, b.text.length) <= SHORT;
  const needed = brief ? 0 : sameId || (inPlace && (numbered || a.number === b.number)) ? ALIKE_IN_PLACE : ALIKE;
  if (alike < needed) return undefined;
  return alike + (sameId ? 0.15 : 0) + (numbered ? 0.1 : 0) + (inPlace ? 0.1 : 0) + (a.role === b.role ? 0.02 : 0);
}
