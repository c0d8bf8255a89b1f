import { sentence } from '../../agreement/sentence.ts';
import type { LeftOut, LeftOutKind, Revision } from '../left-out.ts';
import type { UnseenBy } from './visible.ts';

/** What is known of words that are left out or were put in. */
interface Told extends Revision {
  readonly by?: UnseenBy | undefined;
}

/** Brings together what stands side by side and is left out, or was put in, for one reason: a file cuts its words into many runs. */
export class Aside {
  readonly #left: LeftOut;
  #pending: { readonly kind: LeftOutKind | 'inserted'; readonly told: Told; words: string } | undefined;

  constructor(left: LeftOut) {
    this.#left = left;
  }

  add(kind: LeftOutKind | 'inserted', words: string, told: Told = {}): void {
    const { by, who, when } = told;
    const before = this.#pending;
    const same = before?.kind === kind && before.told.by === by && before.told.who === who && before.told.when === when;
    if (before && same) before.words += words;
    else if (words.trim() !== '') {
      this.settle();
      this.#pending = { kind, told, words };
    }
  }

  /** Words that are seen came between. */
  settle(): void {
    const pending = this.#pending;
    this.#pending = undefined;
    if (!pending) return;
    const { kind, words, told } = pending;
    const { by, ...revision } = told;
    const known = by === undefined ? revision : { ...revision, cause: sentence(`import.cause.${by}`) };
    if (kind === 'inserted') this.#left.inserted(words, known);
    else this.#left.add(kind, words, known);
  }
}
