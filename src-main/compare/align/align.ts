import type { Clause } from '../../agreement/model.ts';
import { movedAmong } from './moves.ts';
import { wordsKey } from '../words/normalise.ts';
import { Vocabulary } from '../redline/redline.ts';
import { type Recut, regroup } from './regroup.ts';
import { matchSequences } from './sequence.ts';
import { featuresOf, likeness } from './similarity.ts';
import { ALIKE_IN_PLACE, likelyPairs, type OpenStretch } from './candidate-pairs.ts';
import { sameNumber } from '../impact/references.ts';

/** One row of a side-by-side view: indices of the old and the new clauses; one of the two may be absent. */
export interface AlignedPair {
  readonly old?: number;
  readonly new?: number;
  /** Stands elsewhere in the order of the text. */
  readonly moved: boolean;
  /** The same words are cut into clauses elsewhere: the cut is layout, and neither side was added or removed. */
  readonly recut: boolean;
}

/** A clause at its place was reworded when this share of it stands unchanged at its ends; less does under its number. */
const MOSTLY = 0.6;
const PARTLY = 0.2;
/** A repeated text this short says nothing about where it came from. */
const TELLING = 8;

/**
 * Finds which clause of the old text became which of the new, in reading order: ids that were carried over and equal
 * words in order first, then out of order, then likeness helped by id, number and place. Exchanging the texts exchanges the answer.
 *
 * The bound: linear in the number of clauses but for the bounded search of `likely.ts`.
 */
export function align(old: readonly Clause[], next: readonly Clause[]): readonly AlignedPair[] {
  if (isInPlace(old, next)) return old.map((_, index) => ({ old: index, new: index, moved: false, recut: false }));
  const pairs = comesFirst(old, next) ? new Alignment(old, next).pairs() : flip(new Alignment(next, old).pairs());
  return readingOrder(pairs, old.length, next.length);
}

/** More open clauses in a row than this are searched. */
const REWORDED = 32;

/**
 * The usual case, found without a search: as many clauses on both sides, each as it was or, under the same number,
 * partly so; none says what another one said.
 */
function isInPlace(old: readonly Clause[], next: readonly Clause[]): boolean {
  if (old.length !== next.length) return false;
  const gone = new Set<string>();
  const come: string[] = [];
  const stays = old.every((a, row) => {
    const b = next[row];
    if (!b) return false;
    if (a.text === b.text && a.text !== '') return true;
    gone.add(a.text);
    come.push(b.text);
    if (come.length > REWORDED || !sameNumber(a, b)) return false;
    const shared = sharedEnds(a.text, b.text);
    const isSure = a.number !== undefined || shared === Math.min(a.text.length, b.text.length);
    if (shared >= (isSure ? PARTLY : MOSTLY) * Math.max(a.text.length, b.text.length)) return true;
    const vocabulary = new Vocabulary();
    return likeness(featuresOf(a.text, vocabulary), featuresOf(b.text, vocabulary)) >= MOSTLY;
  });
  return stays && !come.some((text) => gone.has(text));
}

/** Length of what two texts share at their ends. */
function sharedEnds(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && a.charCodeAt(head) === b.charCodeAt(head)) head += 1;
  let tail = 0;
  while (tail < most - head && a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail)) tail += 1;
  return head + tail;
}

/** One fixed direction for every two texts, so that exchanging them exchanges the answer. */
function comesFirst(a: readonly Clause[], b: readonly Clause[]): boolean {
  const differs = a.findIndex((clause, index) => clause.text !== b[index]?.text);
  return differs < 0 || (a[differs]?.text ?? '') < (b[differs]?.text ?? '');
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

/** One alignment in the making: pairs found so far, narrowed down step by step. */
class Alignment {
  readonly #old: readonly Clause[];
  readonly #new: readonly Clause[];
  readonly #newOf: Int32Array;
  readonly #oldOf: Int32Array;
  readonly #recut: AlignedPair[] = [];
  /** Ids of clauses that changed their words and kept their id. */
  #carried: ReadonlySet<string> = new Set();
  /** Stretch between clauses that stayed, by clause: candidates of the same stretch are at the same place. */
  #oldStretch: Int32Array = new Int32Array();
  #newStretch: Int32Array = new Int32Array();

  constructor(old: readonly Clause[], next: readonly Clause[]) {
    this.#old = old;
    this.#new = next;
    this.#newOf = new Int32Array(old.length).fill(-1);
    this.#oldOf = new Int32Array(next.length).fill(-1);
  }

  pairs(): readonly AlignedPair[] {
    this.#carried = this.#carriedIds();
    this.#pairInOrder((text, clause) =>
      this.#carried.has(clause.id) ? `id ${clause.id}` : text || `number ${clause.number}`,
    );
    this.#measureStretches();
    this.#pairReworded();
    if (this.#isOpen()) {
      this.#pairInOrder((text) => wordsKey(text));
      this.#measureStretches();
      this.#recutStretches();
      this.#pairEqualElsewhere();
      this.#pairAlike();
    }
    return this.#result();
  }

  #isOpen(): boolean {
    return this.#newOf.includes(-1) || this.#oldOf.includes(-1);
  }

  #pair(oldAt: number, newAt: number): void {
    this.#newOf[oldAt] = newAt;
    this.#oldOf[newAt] = oldAt;
  }

  /** Pairs open clauses of equal keys that stand in the same order; clauses paired before stay where they are. */
  #pairInOrder(keyOf: (text: string, clause: Clause) => string): void {
    const vocabulary = new Vocabulary();
    const keys = (clauses: readonly Clause[], pairOf: (index: number) => number): Int32Array => {
      const numbers = new Int32Array(clauses.length);
      clauses.forEach((clause, index) => {
        const pair = pairOf(index);
        numbers[index] = pair < 0 ? vocabulary.numberOf(keyOf(clause.text, clause)) : -1 - pair;
      });
      return numbers;
    };
    const oldKeys = keys(this.#old, (index) => ((this.#newOf[index] ?? -1) < 0 ? -1 : index));
    const newKeys = keys(this.#new, (index) => this.#oldOf[index] ?? -1);
    matchSequences(oldKeys, newKeys).forEach((newAt, oldAt) => {
      if (newAt >= 0 && (this.#newOf[oldAt] ?? 0) < 0) this.#pair(oldAt, newAt);
    });
  }

  /** Ids that both sides have for different words. The reading makes ids from words, so these were carried over. */
  #carriedIds(): ReadonlySet<string> {
    const vocabulary = new Vocabulary();
    const texts = new Map(this.#old.map((clause) => [clause.id, clause.text]));
    const carried = this.#new.filter((clause) => {
      const [before, after] = [texts.get(clause.id), clause.text];
      if (before === undefined || before === after) return false;
      // A clause that lost or gained its end may have been cut in two; that is looked at first.
      if (before.startsWith(after) || after.startsWith(before)) return false;
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
  #openByStretch(): ReadonlyMap<number, OpenStretch> {
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

  #pairReworded(): void {
    for (const { old, new: next } of this.#openByStretch().values()) {
      const clauses = (indices: readonly number[], all: readonly Clause[]): Clause[] =>
        indices.map((index) => all[index]).filter((clause) => clause !== undefined);
      if (isInPlace(clauses(old, this.#old), clauses(next, this.#new)))
        old.forEach((oldAt, row) => this.#pair(oldAt, next[row] ?? -1));
    }
  }

  /** Paragraphs cut elsewhere, as by the pages of a PDF: same words in a row, other ends. */
  #recutStretches(): void {
    const openClause = (clauses: readonly Clause[]) => (index: number) => ({
      index,
      clause: clauses[index],
      words: wordsKey(clauses[index]?.text ?? '').replaceAll(' ', ''),
    });
    for (const open of this.#openByStretch().values()) {
      if (open.old.length === 0 || open.new.length === 0) continue;
      const recuts = regroup(open.old.map(openClause(this.#old)), open.new.map(openClause(this.#new)));
      for (const recut of recuts) this.#closeRecut(recut);
    }
  }

  /** Closes both runs; a clause without a partner of its own is closed with the last of the other side. */
  #closeRecut({ old, new: next }: Recut): void {
    const joined = (indices: readonly number[], clauses: readonly Clause[]): string =>
      wordsKey(indices.map((index) => clauses[index]?.text).join('\n'));
    if (joined(old, this.#old) !== joined(next, this.#new)) return;
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

  /** Equal words out of order; of a text that stands several times, the first open one goes with the first. */
  #pairEqualElsewhere(): void {
    const vocabulary = new Vocabulary();
    const keyOf = ({ text, number, id }: Clause): number =>
      vocabulary.numberOf(this.#carried.has(id) ? `id ${id}` : text === '' ? `number ${number}` : wordsKey(text));
    const places = new Map<number, number[]>();
    this.#oldOf.forEach((partner, newAt) => {
      const clause = this.#new[newAt];
      if (partner >= 0 || !clause) return;
      const key = keyOf(clause);
      const others = places.get(key);
      if (others) others.push(newAt);
      else places.set(key, [newAt]);
    });
    const open = [...this.#newOf].flatMap((partner, oldAt) => {
      const clause = this.#old[oldAt];
      return partner < 0 && clause ? [{ oldAt, key: keyOf(clause), clause }] : [];
    });
    const counts = new Map<number, number>();
    for (const { key } of open) counts.set(key, (counts.get(key) ?? 0) + 1);
    for (const { oldAt, key, clause } of open) {
      const there = places.get(key);
      if (!there || there.length === 0) continue;
      const alone = there.length === 1 && counts.get(key) === 1;
      if (!alone && clause.text.length < TELLING) continue;
      const newAt = there.shift();
      if (newAt !== undefined) this.#pair(oldAt, newAt);
    }
  }

  /** Best likeness first; a clause has one partner. */
  #pairAlike(): void {
    const likely = likelyPairs({
      old: this.#old,
      new: this.#new,
      newOf: this.#newOf,
      oldOf: this.#oldOf,
      oldStretch: this.#oldStretch,
      newStretch: this.#newStretch,
      open: this.#openByStretch(),
    });
    for (const { old, new: next } of likely)
      if ((this.#newOf[old] ?? 0) < 0 && (this.#oldOf[next] ?? 0) < 0) this.#pair(old, next);
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
      ...matched.map((pair, index) => ({ old: pair.old, new: pair.new, moved: moved.has(index), recut: false })),
      ...[...removed, ...added].map((pair) => ({ ...pair, moved: false, recut: false })),
      ...this.#recut,
    ];
  }
}
