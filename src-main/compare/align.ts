import type { Clause } from '../agreement/model.ts';
import { movedAmong } from './moves.ts';
import { wordsKey } from './normalise.ts';
import { Vocabulary } from './redline.ts';
import { type Recut, regroup } from './regroup.ts';
import { matchSequences } from './sequence.ts';
import { type Features, featuresOf, likeness, LikenessIndex } from './similarity.ts';

/** One row of a side-by-side view: indices of the old and the new clauses; one of the two may be absent. */
export interface AlignedPair {
  readonly old?: number;
  readonly new?: number;
  /** Stands elsewhere in the order of the text. */
  readonly moved: boolean;
  /** The same words are cut into clauses elsewhere: the cut is layout, and neither side was added or removed. */
  readonly recut: boolean;
}

/** A pair is the same clause when it is at least this alike, 0 to 1. */
const ALIKE = 0.5;
/** Enough at the same place with the same number, or with an id that was carried over. */
const ALIKE_IN_PLACE = 0.3;
/** A clause of at most this many units at the same place with the same number is the same clause whatever it says. */
const SHORT = 12;
/** Longest stretch of clauses that is compared each with each; longer ones go through the index alone. */
const EACH_WITH_EACH = 900;
/** A repeated text this short says nothing about where it came from. */
const TELLING = 8;

/**
 * Finds which clause of the old text became which of the new, in reading order: ids that were carried over and equal
 * words in order first, then out of order, then likeness helped by id, number and place. Exchanging the texts exchanges the answer.
 *
 * The bound: linear in the number of clauses but for `EACH_WITH_EACH` pairs a stretch and the candidates of the index.
 */
export function align(old: readonly Clause[], next: readonly Clause[]): readonly AlignedPair[] {
  const oldTexts = old.map((clause) => clause.text);
  const newTexts = next.map((clause) => clause.text);
  if (!comesFirst(oldTexts, newTexts))
    return readingOrder(flip(new Alignment(next, old, newTexts, oldTexts).pairs()), old.length, next.length);
  return readingOrder(new Alignment(old, next, oldTexts, newTexts).pairs(), old.length, next.length);
}

/** A number as written, layout apart: `（一）` and `(一)` are the same number. */
export function sameNumber(a: Clause, b: Clause): boolean {
  return (
    a.number === b.number ||
    (a.number !== undefined && b.number !== undefined && wordsKey(a.number) === wordsKey(b.number))
  );
}

function comesFirst(a: readonly string[], b: readonly string[]): boolean {
  const differs = a.findIndex((text, index) => text !== b[index]);
  return differs < 0 || (a[differs] ?? '') < (b[differs] ?? '');
}

function flip(pairs: readonly AlignedPair[]): readonly AlignedPair[] {
  return pairs.map(({ old, new: next, ...rest }) => ({
    ...(next !== undefined && { old: next }),
    ...(old !== undefined && { new: old }),
    ...rest,
  }));
}

/** New clauses in their order, each removed clause after the one it followed. */
function readingOrder(pairs: readonly AlignedPair[], oldCount: number, newCount: number): readonly AlignedPair[] {
  const ofOld: (AlignedPair | undefined)[] = new Array<undefined>(oldCount).fill(undefined);
  const ofNew: (AlignedPair | undefined)[] = new Array<undefined>(newCount).fill(undefined);
  for (const pair of pairs) {
    if (pair.old !== undefined) ofOld[pair.old] = pair;
    if (pair.new !== undefined) ofNew[pair.new] = pair;
  }
  const ordered: AlignedPair[] = [];
  let oldAt = 0;
  const removedBefore = (end: number): void => {
    for (; oldAt < end; oldAt += 1) {
      const pair = ofOld[oldAt];
      if (pair && pair.new === undefined) ordered.push(pair);
    }
  };
  for (const pair of ofNew) {
    if (!pair) continue;
    if (pair.old !== undefined && !pair.moved) removedBefore(pair.old);
    ordered.push(pair);
  }
  removedBefore(oldCount);
  return ordered;
}

interface Likely {
  readonly old: number;
  readonly new: number;
  readonly score: number;
}

/** One alignment in the making: pairs found so far, narrowed down step by step. */
class Alignment {
  readonly #old: readonly Clause[];
  readonly #new: readonly Clause[];
  readonly #oldTexts: readonly string[];
  readonly #newTexts: readonly string[];
  readonly #newOf: Int32Array;
  readonly #oldOf: Int32Array;
  readonly #recut: AlignedPair[] = [];
  /** Stretch between clauses that stayed, by clause: candidates of the same stretch are at the same place. */
  #oldStretch: Int32Array = new Int32Array();
  #newStretch: Int32Array = new Int32Array();

  constructor(
    old: readonly Clause[],
    next: readonly Clause[],
    oldTexts: readonly string[],
    newTexts: readonly string[],
  ) {
    this.#old = old;
    this.#new = next;
    this.#oldTexts = oldTexts;
    this.#newTexts = newTexts;
    this.#newOf = new Int32Array(old.length).fill(-1);
    this.#oldOf = new Int32Array(next.length).fill(-1);
  }

  pairs(): readonly AlignedPair[] {
    const { oldKeys, newKeys } = this.#keys();
    matchSequences(oldKeys, newKeys).forEach((newAt, oldAt) => {
      if (newAt >= 0) this.#pair(oldAt, newAt);
    });
    const open = this.#newOf.includes(-1) || this.#oldOf.includes(-1);
    if (open) {
      this.#measureStretches();
      this.#recutStretches();
      this.#pairEqualElsewhere(oldKeys, newKeys);
      this.#pairAlike();
    }
    return this.#result();
  }

  #pair(oldAt: number, newAt: number): void {
    this.#newOf[oldAt] = newAt;
    this.#oldOf[newAt] = oldAt;
  }

  /**
   * Equal numbers for the same clause: one whose id was carried over although its words changed, or the same words.
   * Texts that stand on both sides as written need no folding.
   */
  #keys(): { readonly oldKeys: Int32Array; readonly newKeys: Int32Array } {
    const written = new Set(this.#oldTexts);
    const onBothSides = new Set(this.#newTexts.filter((text) => written.has(text)));
    const carried = this.#carriedIds();
    const vocabulary = new Vocabulary();
    const keysOf = (texts: readonly string[], clauses: readonly Clause[]): Int32Array =>
      Int32Array.from(texts, (text, index) => {
        const clause = clauses[index];
        if (clause && carried.has(clause.id)) return vocabulary.numberOf(`id ${clause.id}`);
        if (text === '') return vocabulary.numberOf(`number ${clause?.number ?? ''}`);
        return vocabulary.numberOf(`words ${onBothSides.has(text) ? text : wordsKey(text)}`);
      });
    return { oldKeys: keysOf(this.#oldTexts, this.#old), newKeys: keysOf(this.#newTexts, this.#new) };
  }

  /** Ids that both sides have for different words. The reading makes ids from words, so these were carried over. */
  #carriedIds(): ReadonlySet<string> {
    const vocabulary = new Vocabulary();
    const texts = new Map(this.#old.map((clause, index) => [clause.id, this.#oldTexts[index] ?? '']));
    const carried = this.#new.filter((clause, index) => {
      const [before, after] = [texts.get(clause.id), this.#newTexts[index] ?? ''];
      if (before === undefined || before === after) return false;
      return likeness(featuresOf(before, vocabulary), featuresOf(after, vocabulary)) >= ALIKE_IN_PLACE;
    });
    return new Set(carried.map((clause) => clause.id));
  }

  #measureStretches(): void {
    const measure = (partners: Int32Array): Int32Array => {
      let stretch = 0;
      return partners.map((partner) => (partner >= 0 ? (stretch += 1) : stretch));
    };
    this.#oldStretch = measure(this.#newOf);
    this.#newStretch = measure(this.#oldOf);
  }

  /** The open clauses of both sides by stretch. */
  #openByStretch(): Map<number, { readonly old: number[]; readonly new: number[] }> {
    const stretches = new Map<number, { old: number[]; new: number[] }>();
    const collect = (side: 'old' | 'new', partners: Int32Array, stretch: Int32Array): void => {
      partners.forEach((partner, index) => {
        if (partner >= 0) return;
        const place = stretch[index] ?? 0;
        const open = stretches.get(place) ?? { old: [], new: [] };
        open[side].push(index);
        stretches.set(place, open);
      });
    };
    collect('old', this.#newOf, this.#oldStretch);
    collect('new', this.#oldOf, this.#newStretch);
    return stretches;
  }

  /** Paragraphs cut elsewhere, as by the pages of a PDF: same words in a row, other ends. */
  #recutStretches(): void {
    const openClause = (clauses: readonly Clause[], texts: readonly string[]) => (index: number) => ({
      index,
      clause: clauses[index],
      words: wordsKey(texts[index] ?? '').replaceAll(' ', ''),
    });
    for (const open of this.#openByStretch().values()) {
      if (open.old.length === 0 || open.new.length === 0) continue;
      const recuts = regroup(
        open.old.map(openClause(this.#old, this.#oldTexts)),
        open.new.map(openClause(this.#new, this.#newTexts)),
      );
      for (const recut of recuts) this.#closeRecut(recut);
    }
  }

  /** Closes both runs; a clause without a partner of its own is closed with the last of the other side. */
  #closeRecut({ old, new: next }: Recut): void {
    const joined = (indices: readonly number[], texts: readonly string[]): string =>
      wordsKey(indices.map((index) => texts[index]).join('\n'));
    if (joined(old, this.#oldTexts) !== joined(next, this.#newTexts)) return;
    for (let row = 0; row < Math.max(old.length, next.length); row += 1) {
      const [oldAt, newAt] = [old[row], next[row]];
      if (oldAt !== undefined) this.#newOf[oldAt] = newAt ?? next.at(-1) ?? -1;
      if (newAt !== undefined) this.#oldOf[newAt] = oldAt ?? old.at(-1) ?? -1;
      this.#recut.push({
        ...(oldAt !== undefined && { old: oldAt }),
        ...(newAt !== undefined && { new: newAt }),
        moved: false,
        recut: true,
      });
    }
  }

  #pairEqualElsewhere(oldKeys: Int32Array, newKeys: Int32Array): void {
    const places = new Map<number, number[]>();
    this.#oldOf.forEach((partner, newAt) => {
      const key = newKeys[newAt] ?? -1;
      if (partner < 0) places.set(key, [...(places.get(key) ?? []), newAt]);
    });
    const counts = new Map<number, number>();
    this.#newOf.forEach((partner, oldAt) => {
      const key = oldKeys[oldAt] ?? -1;
      if (partner < 0) counts.set(key, (counts.get(key) ?? 0) + 1);
    });
    this.#newOf.forEach((partner, oldAt) => {
      const key = oldKeys[oldAt] ?? -1;
      const open = partner < 0 ? places.get(key) : undefined;
      if (!open || open.length === 0) return;
      const alone = open.length === 1 && counts.get(key) === 1;
      if (!alone && (this.#oldTexts[oldAt] ?? '').length < TELLING) return;
      const newAt = open.shift();
      if (newAt !== undefined) this.#pair(oldAt, newAt);
    });
  }

  /** Best likeness first; a clause has one partner. */
  #pairAlike(): void {
    const likely = this.#likely().toSorted((a, b) => b.score - a.score || a.old - b.old || a.new - b.new);
    for (const { old, new: next } of likely)
      if ((this.#newOf[old] ?? 0) < 0 && (this.#oldOf[next] ?? 0) < 0) this.#pair(old, next);
  }

  #likely(): readonly Likely[] {
    const vocabulary = new Vocabulary();
    const features = (texts: readonly string[], partners: Int32Array): Map<number, Features> => {
      const open = new Map<number, Features>();
      partners.forEach((partner, index) => {
        if (partner < 0) open.set(index, featuresOf(texts[index] ?? '', vocabulary));
      });
      return open;
    };
    const oldFeatures = features(this.#oldTexts, this.#newOf);
    const newFeatures = features(this.#newTexts, this.#oldOf);
    const index = new LikenessIndex(oldFeatures);
    const byId = new Map([...oldFeatures.keys()].map((at) => [this.#old[at]?.id, at]));
    const byNumber = new Map([...oldFeatures.keys()].map((at) => [this.#old[at]?.number, at]));
    const stretches = this.#openByStretch();
    const likely: Likely[] = [];
    for (const [newAt, mine] of newFeatures) {
      const clause = this.#new[newAt];
      const neighbours = stretches.get(this.#newStretch[newAt] ?? 0);
      const near = neighbours && neighbours.old.length * neighbours.new.length <= EACH_WITH_EACH ? neighbours.old : [];
      const candidates = new Set([...near, ...index.candidates(mine)]);
      const sameId = byId.get(clause?.id);
      const sameNumbered = clause?.number === undefined ? undefined : byNumber.get(clause.number);
      if (sameId !== undefined) candidates.add(sameId);
      if (sameNumbered !== undefined) candidates.add(sameNumbered);
      for (const oldAt of candidates) {
        const theirs = oldFeatures.get(oldAt);
        const score = theirs && this.#score(oldAt, newAt, likeness(theirs, mine));
        if (score !== undefined) likely.push({ old: oldAt, new: newAt, score });
      }
    }
    return likely;
  }

  /** Likeness with what id, number and place add; undefined when the two are not the same clause. */
  #score(oldAt: number, newAt: number, alike: number): number | undefined {
    const [a, b] = [this.#old[oldAt], this.#new[newAt]];
    if (!a || !b) return undefined;
    const inPlace = this.#oldStretch[oldAt] === this.#newStretch[newAt];
    const sameId = a.id === b.id;
    const numbered = a.number !== undefined && sameNumber(a, b);
    const longest = Math.max(this.#oldTexts[oldAt]?.length ?? 0, this.#newTexts[newAt]?.length ?? 0);
    const brief = inPlace && numbered && longest <= SHORT;
    const needed = brief ? 0 : sameId || (inPlace && (numbered || a.number === b.number)) ? ALIKE_IN_PLACE : ALIKE;
    if (alike < needed) return undefined;
    return alike + (sameId ? 0.15 : 0) + (numbered ? 0.1 : 0) + (inPlace ? 0.1 : 0) + (a.role === b.role ? 0.02 : 0);
  }

  #result(): readonly AlignedPair[] {
    const recutOld = new Set(this.#recut.map((pair) => pair.old));
    const recutNew = new Set(this.#recut.map((pair) => pair.new));
    const matched = [...this.#newOf].flatMap((newAt, oldAt) =>
      newAt >= 0 && !recutOld.has(oldAt) ? [{ old: oldAt, new: newAt }] : [],
    );
    const moved = movedAmong(matched, this.#old, this.#new);
    const removed = [...this.#newOf].flatMap((newAt, oldAt) => (newAt < 0 ? [{ old: oldAt }] : []));
    const added = [...this.#oldOf].flatMap((oldAt, newAt) =>
      oldAt < 0 && !recutNew.has(newAt) ? [{ new: newAt }] : [],
    );
    return [
      ...matched.map((pair, index) => ({ ...pair, moved: moved.has(index), recut: false })),
      ...[...removed, ...added].map((pair) => ({ ...pair, moved: false, recut: false })),
      ...this.#recut,
    ];
  }
}
