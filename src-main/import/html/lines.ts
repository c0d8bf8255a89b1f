import type { MarkedLine } from '../../agreement/model.ts';
import { sentence } from '../../agreement/sentence.ts';
import { countCharacters } from '../../agreement/coverage.ts';
import { SeenCharacters } from '../characters/seen.ts';
import { LeftOut, type LeftOutKind } from '../left-out.ts';
import { rowOf, type Run, type Words, wordsOf } from '../runs.ts';
import type { Generated } from './generated.ts';
import type { Look } from './look.ts';
import { joinLines, verbatim } from './text.ts';
import type { HiddenBy } from './visible.ts';

/** Words at one place that are left out for one reason. */
interface Pending {
  readonly kind: LeftOutKind;
  readonly by: HiddenBy | undefined;
  words: string;
}

/** Numbers that styling counts are told together; so many of them are quoted. */
const QUOTED_NUMBERS = 8;

/** Writes the lines of a page: what is seen into them, what is not beside them. */
export class PageLines {
  readonly lines: MarkedLine[] = [];
  readonly left = new LeftOut(() => this.lines.length + (this.#runs.length > 0 ? 1 : 0));
  readonly characters = new SeenCharacters(this.left.doubts);
  /** Words of fields that are filled in. */
  fieldWords = 0;
  marker: MarkedLine['list'];
  heading: number | undefined;
  #runs: Run[] = [];
  #pending: Pending | undefined;
  #tables = 0;
  #broken = false;
  readonly #counted = { first: 0, last: 0, places: 0, quoted: [] as string[] };

  /** Words as they look: hidden and struck ones are left out. */
  words(text: string, look: Look): void {
    if (look.unseen !== undefined) return this.#leave('hidden-text', look.unseen, text);
    if (look.struck) return this.#leave('deleted-text', undefined, text);
    if (!look.preserved) return this.#run(text, look);
    text.split(/\r\n?|\n/).forEach((part, index) => {
      if (index > 0) this.flush(false, true);
      if (part !== '') this.#run(part, look);
    });
  }

  /** What styling puts at this place. */
  generated({ text, counted }: Generated, look: Look): void {
    if (look.unseen !== undefined || look.struck) return;
    const line = this.lines.length + 1;
    this.#run(text, look);
    if (!counted) {
      const cause = sentence('import.cause.generated');
      this.left.doubts.add('generated', { lines: [line, line], seen: text, cause });
      return;
    }
    if (this.#counted.places === 0) this.#counted.first = line;
    this.#counted.last = line;
    this.#counted.places++;
    if (this.#counted.quoted.length < QUOTED_NUMBERS) this.#counted.quoted.push(text.trim());
  }

  /** The words of a field, or a place to fill in. */
  field(text: string, look: Look, filled: boolean): void {
    if (filled && look.unseen === undefined) this.fieldWords += countCharacters(text);
    this.words(text, { ...look, preserved: false });
  }

  #leave(kind: LeftOutKind, by: HiddenBy | undefined, text: string): void {
    if (this.#pending?.kind !== kind || this.#pending.by !== by) {
      if (text.trim() === '') return;
      this.#settle();
      this.#pending = { kind, by, words: '' };
    }
    this.#pending.words += text;
  }

  #settle(): void {
    const pending = this.#pending;
    this.#pending = undefined;
    if (pending) this.left.add(pending.kind, pending.words, pending.by && { cause: causeOf(pending.by) });
  }

  #run(text: string, { strong, underline, direction }: Look): void {
    if (this.#pending && text.trim() !== '') this.#settle();
    this.#runs.push({ text, strong, underline, ...(direction && { direction }) });
  }

  /** Ends the line. `whole`: the block ends here too. */
  flush(whole: boolean, preserved = false): void {
    this.#settle();
    const runs = this.characters.runs(this.#runs, this.lines.length + 1);
    this.#runs = [];
    const broken = this.#broken;
    this.#broken = !whole;
    if (runs.length === 0) return;
    const words = preserved ? verbatim(runs) : wordsOf(runs);
    if (words.text === '') {
      this.#broken = broken && !whole;
      return;
    }
    this.push(words, preserved ? { verbatim: true } : whole && !broken ? { paragraph: true } : {});
  }

  push(words: Words, facts: Partial<MarkedLine>): void {
    const heading = this.heading === undefined ? {} : { heading: this.heading };
    const list = this.marker === undefined ? {} : { list: this.marker };
    this.marker = undefined;
    const line = this.lines.length + 1;
    this.lines.push({ line, text: words.text, emphasis: words.emphasis, ...heading, ...list, ...facts });
  }

  startTable(): void {
    this.#tables++;
  }

  row(cells: readonly Words[], header: boolean): void {
    if (cells.every(({ text }) => text === '')) return;
    const { text, emphasis } = rowOf(cells);
    const facts = { cells: cells.map((cell) => cell.text), table: this.#tables, ...(header ? { header } : {}) };
    this.lines.push({ line: this.lines.length + 1, text, emphasis, ...facts });
  }

  /** Collects lines aside; the function given back ends that and returns them as one. */
  aside(): () => Words {
    const from = this.lines.length;
    const { heading, marker } = this;
    this.heading = undefined;
    this.marker = undefined;
    return () => {
      const parts = this.lines.splice(from);
      this.heading = heading;
      this.marker = marker;
      return joinLines(parts);
    };
  }

  /** To be called once at the end. */
  finish(): void {
    this.flush(true);
    const { first, last, places, quoted } = this.#counted;
    if (places === 0) return;
    const seen = `${quoted.join(' ')}${places > quoted.length ? ' …' : ''}`;
    this.left.doubts.add('generated', {
      lines: [first, last],
      seen,
      cause: sentence('import.cause.counted', { places }),
    });
  }
}

/** Why words are not seen, in words. */
export const causeOf = (by: HiddenBy): ReturnType<typeof sentence> => sentence(`import.cause.${by}`);
