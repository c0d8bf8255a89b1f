import { type Sentence, sentence } from '../agreement/sentence.ts';
import type { ReadingNote } from '../agreement/model.ts';
import { note } from './note.ts';

/** Kinds of text that a format holds but that do not belong into the lines; the note begins with these words. */
const KINDS = {
  'page-chrome': sentence('import.left-out.page-chrome'),
  'hidden-text': sentence('import.left-out.hidden-text'),
  'deleted-text': sentence('import.left-out.deleted-text'),
  ruby: sentence('import.left-out.ruby'),
  'header-footer': sentence('import.left-out.header-footer'),
  contents: sentence('import.left-out.contents'),
  comments: sentence('import.left-out.comments'),
  watermark: sentence('import.left-out.watermark'),
} as const satisfies Readonly<Record<string, Sentence>>;

export type LeftOutKind = keyof typeof KINDS;

const QUOTED_CHARS = 60;

/** Counts what is left out of the lines, so that a note says how much and how it begins: nothing goes silently. */
export class LeftOut {
  readonly #seen = new Map<LeftOutKind, { places: number; chars: number; words: string }>();
  #pictures = 0;
  #captions = '';

  /** Always true, so that a test for leaving out can end with it. Text of white space only is not counted. */
  add(kind: LeftOutKind, words: string): true {
    const chars = words.replace(/\s+/g, '').length;
    if (chars === 0) return true;
    const seen = this.#seen.get(kind) ?? { places: 0, chars: 0, words: '' };
    seen.places++;
    seen.chars += chars;
    if (seen.words.length <= QUOTED_CHARS) seen.words = `${seen.words} ${words.replace(/\s+/g, ' ')}`.trim();
    this.#seen.set(kind, seen);
    return true;
  }

  /** A picture: the words in it cannot be read. */
  picture(caption: string | undefined): void {
    this.#pictures++;
    if (caption !== undefined && this.#captions.length <= QUOTED_CHARS)
      this.#captions = `${this.#captions} ${caption}`.trim();
  }

  notes(): readonly ReadingNote[] {
    const notes = [...this.#seen].map(([code, { places, chars, words }]) =>
      note(code, sentence('import.left-out.note', { what: KINDS[code], places, chars, quote: shortened(words) })),
    );
    if (this.#pictures === 0) return notes;
    const pictures = this.#pictures;
    const said =
      this.#captions === ''
        ? sentence('import.left-out.pictures', { pictures })
        : sentence('import.left-out.pictures-captioned', { pictures, quote: shortened(this.#captions) });
    return [...notes, note('pictures', said)];
  }
}

function shortened(words: string): string {
  const characters = [...words];
  return `${characters.slice(0, QUOTED_CHARS).join('')}${characters.length > QUOTED_CHARS ? '…' : ''}`;
}
