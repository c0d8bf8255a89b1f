import type { Anomaly } from '../model.ts';
import type { ClauseNumber } from './clause-number.ts';
import type { Piece } from './pieces.ts';

/** The numbers one document has used so far, and what is odd about the next. */
export class NumberUse {
  readonly #pieces: readonly Piece[];
  /** Numbers used beneath one parent in one style: the highest, and all. */
  readonly #used = new Map<string, { highest: number; readonly all: Set<number> }>();
  readonly #lastOfStyle = new Map<string, number>();

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
  }

  /** The number used last in a style, wherever that was. */
  last(style: string): number | undefined {
    return this.#lastOfStyle.get(style);
  }

  /**
   * Takes the number of the piece at `index` beneath `parent` and says what is odd about it. `nested`: its parent is a
   * numbered clause, so that its first item should be number one.
   */
  take(index: number, number: ClauseNumber, parent: number | undefined, nested: boolean): Anomaly | undefined {
    const value = number.values.at(-1) ?? 0;
    const key = `${parent ?? ''}|${number.style}|${number.values.slice(0, -1).join('.')}`;
    const used = this.#isListAnew(index, value) ? undefined : this.#used.get(key);
    const before = used && { highest: used.highest, has: used.all.has(value) };
    // Articles run on across chapters.
    const runsOn = number.values.length === 1 && this.#lastOfStyle.get(number.style) === value - 1;
    this.#lastOfStyle.set(number.style, value);
    this.#used.set(key, { highest: Math.max(used?.highest ?? 0, value), all: (used?.all ?? new Set()).add(value) });
    if (runsOn) return undefined;
    if (!before) return value > 1 && nested ? 'gap' : undefined;
    if (value > before.highest) return value === before.highest + 1 ? undefined : 'gap';
    if (!before.has) return 'misplaced';
    return this.#isSaidTwice(index) ? undefined : 'duplicate-number';
  }

  /** `乙方的权利：` and a list that starts again at one: another list of the same clause. */
  #isListAnew(index: number, value: number): boolean {
    const before = this.#pieces[index - 1];
    return value === 1 && before !== undefined && before.number === undefined && /[：:]$/.test(before.text);
  }

  /** The same number again without fault: a list that Markdown numbers by itself, the clause in the other language. */
  #isSaidTwice(index: number): boolean {
    const [before, piece] = [this.#pieces[index - 1], this.#pieces[index]];
    if (!before || !piece) return false;
    if (piece.list?.ordered && before.list?.ordered) return true;
    const chinese = (text: string): boolean => /\p{Script=Han}/u.test(text.slice(0, 60));
    return before.number?.raw === piece.number?.raw && chinese(before.text) !== chinese(piece.text);
  }
}
