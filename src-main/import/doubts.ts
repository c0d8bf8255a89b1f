import type { Sentence } from '../agreement/sentence.ts';
import type { Suspicion, SuspicionKind } from '../agreement/coverage.ts';

/** Characters of a doubtful place that are kept, and places that are kept one by one. */
const KEPT_CHARS = 400;
const MOST_DOUBTS = 500;

/** What is known of a doubtful place. */
export interface Doubt {
  readonly part?: string;
  /** Lines beside which it stands; 0 before the first. */
  readonly lines: readonly [number, number];
  readonly seen?: string | undefined;
  readonly read?: string | undefined;
  readonly cause?: Sentence | undefined;
  readonly who?: string | undefined;
  readonly when?: string | undefined;
}

/** Collects the places of one source where what is seen and what was read may differ, and names each. */
export class Doubts {
  readonly #all: Suspicion[];
  readonly #counts = new Map<SuspicionKind, number>();

  constructor(before: readonly Suspicion[] = []) {
    this.#all = [...before];
    for (const { kind } of before) this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1);
  }

  get all(): readonly Suspicion[] {
    return this.#all;
  }

  /** They as a part of what was read; nothing where there are none. */
  get found(): { readonly suspicions?: readonly Suspicion[] } {
    return this.#all.length > 0 ? { suspicions: this.#all } : {};
  }

  /** Adds a place. Of a kind that comes hundreds of times, the last one kept stands for all that follow. */
  add(kind: SuspicionKind, { part = 'body', lines, ...known }: Doubt): void {
    const number = (this.#counts.get(kind) ?? 0) + 1;
    if (this.#all.length >= MOST_DOUBTS && number > 1) return this.#widenLast(kind, lines[1]);
    this.#counts.set(kind, number);
    const [seen, read] = [known.seen, known.read].map((text) => text?.replace(/\s+/g, ' ').trim().slice(0, KEPT_CHARS));
    const { cause, who, when } = known;
    this.#all.push({
      id: `${kind}-${number}`,
      kind,
      part,
      lines,
      ...(seen === undefined ? {} : { seen }),
      ...(read === undefined ? {} : { read }),
      ...(cause === undefined ? {} : { cause }),
      ...(who === undefined ? {} : { who }),
      ...(when === undefined ? {} : { when }),
    });
  }

  #widenLast(kind: SuspicionKind, line: number): void {
    const at = this.#all.findLastIndex((doubt) => doubt.kind === kind);
    const last = this.#all[at];
    if (last) this.#all[at] = { ...last, lines: [last.lines[0], Math.max(last.lines[1], line)] };
  }
}
