import { type Sentence, sentence } from '../agreement/sentence.ts';
import { type Coverage, countCharacters, type SuspicionKind } from '../agreement/coverage.ts';
import type { ReadingNote } from '../agreement/model.ts';
import { type Doubt, Doubts } from './doubts.ts';
import { withoutUnseen, writtenOut } from './characters/unseen.ts';
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
  'form-controls': sentence('import.left-out.form-controls'),
  frames: sentence('import.left-out.frames'),
  charts: sentence('import.left-out.charts'),
} as const satisfies Readonly<Record<string, Sentence>>;

export type LeftOutKind = keyof typeof KINDS;

type Place = Pick<Coverage, 'part' | 'kind' | 'state' | 'asks'>;

/** Where each kind stands in what was read of the source. Only what a person does not see is hidden. */
const PLACES: Readonly<Record<LeftOutKind, Place>> = {
  'page-chrome': { part: 'page frame', kind: 'frame', state: 'unread' },
  'hidden-text': { part: 'hidden text', kind: 'body', state: 'hidden' },
  'deleted-text': { part: 'deleted text', kind: 'body', state: 'hidden' },
  ruby: { part: 'ruby', kind: 'body', state: 'unread' },
  'header-footer': { part: 'headers and footers', kind: 'header', state: 'unread' },
  contents: { part: 'table of contents', kind: 'body', state: 'unread' },
  comments: { part: 'comments', kind: 'notes', state: 'unread' },
  watermark: { part: 'tilted text', kind: 'layer', state: 'unread' },
  'form-controls': { part: 'buttons', kind: 'form', state: 'unread' },
  frames: { part: 'embedded frames', kind: 'frame', state: 'unread', asks: true },
  charts: { part: 'charts', kind: 'picture', state: 'unread', asks: true },
};

/** Kinds that are left out although they may belong to the agreement. */
const DOUBTFUL: Readonly<Partial<Record<LeftOutKind, SuspicionKind>>> = {
  'hidden-text': 'hidden-text',
  'deleted-text': 'struck',
};

/** Who changed something and when, where the file says so. */
export interface Revision {
  readonly who?: string | undefined;
  readonly when?: string | undefined;
}

/** What is told of a place beside its words. */
interface Told extends Revision {
  readonly cause?: Sentence | undefined;
}

const QUOTED_CHARS = 60;

/** Counts what is left out of the lines, so that a note says how much and how it begins: nothing goes silently. */
export class LeftOut {
  readonly #seen = new Map<LeftOutKind, { places: number; chars: number; words: string }>();
  readonly doubts = new Doubts();
  readonly #line: () => number;
  /** Words of which a place was told already, by kind and cause: the same hidden label fifty times is one doubt. */
  readonly #told = new Set<string>();
  /** Pictures that may hold words of the text, and small ones that hold none. */
  #pictures = 0;
  #icons = 0;
  #captions = '';
  #embedded = 0;
  #covering = 0;
  readonly #asking = new Set<LeftOutKind>();
  readonly #parts: Coverage[] = [];

  /** `line` tells how many lines there are so far. */
  constructor(line: () => number = () => 0) {
    this.#line = line;
  }

  /** Always true, so that a test for leaving out can end with it. Text of white space only is not counted. */
  add(kind: LeftOutKind, words: string, told: Told = {}): true {
    if (withoutUnseen(words).trim() === '') return true;
    const seen = this.#seen.get(kind) ?? { places: 0, chars: 0, words: '' };
    seen.places++;
    seen.chars += countCharacters(words);
    if (seen.words.length <= QUOTED_CHARS) seen.words = `${seen.words} ${words.replace(/\s+/g, ' ')}`.trim();
    this.#seen.set(kind, seen);
    const doubt = DOUBTFUL[kind];
    const key = `${doubt ?? ''} ${JSON.stringify(told.cause ?? '')} ${words.trim()}`;
    if (doubt && countCharacters(words) > 0 && !this.#told.has(key)) {
      this.#told.add(key);
      this.#doubt(doubt, PLACES[kind].part, { read: writtenOut(words) }, told);
    }
    return true;
  }

  /** Words that are in the lines although a reviewer put them there and nobody took them over yet. */
  inserted(words: string, revision: Told): void {
    if (words.trim() !== '') this.#doubt('inserted', 'body', { seen: words, read: words }, revision);
  }

  /** Words in the lines that may not be what a person sees there. */
  doubtful(kind: SuspicionKind, known: Omit<Doubt, 'lines' | 'part'>): void {
    const line = this.#line() + 1;
    this.doubts.add(kind, { lines: [line, line], ...known });
  }

  /** What was left out of a kind may belong to the agreement, this time. */
  asks(kind: LeftOutKind): void {
    this.#asking.add(kind);
  }

  /** A part of the source that has its own place in what was read. */
  part(part: Coverage): void {
    this.#parts.push(part);
  }

  /** A file within the source. */
  embedded(): void {
    this.#embedded++;
  }

  /** Something drawn over the text, under which words may lie: it is told once. */
  covering(): void {
    if (this.#covering++ === 0) this.doubtful('covered-text', { cause: sentence('import.cause.in-front') });
  }

  #doubt(
    kind: SuspicionKind,
    part: string,
    words: { readonly seen?: string; readonly read: string },
    told: Told,
  ): void {
    const line = this.#line();
    this.doubts.add(kind, { part, lines: [line, line], ...words, ...told });
  }

  /** What was left out, as parts of the source; pictures come last. */
  coverage(): readonly Coverage[] {
    const parts = [...this.#seen].map(([kind, { chars }]): Coverage => ({
      ...PLACES[kind],
      ...(this.#asking.has(kind) ? { asks: true } : {}),
      words: chars,
      why: KINDS[kind],
    }));
    const pictures = (part: string, more: Partial<Coverage>): Coverage => {
      return { part, kind: 'picture', state: 'picture-unread', words: 0, ...more };
    };
    const why = sentence('import.left-out.pictures', { pictures: this.#pictures });
    const embedded: Coverage = {
      part: `embedded files (${this.#embedded})`,
      kind: 'attachment',
      state: 'unread',
      words: 0,
      why: sentence('import.left-out.embedded', { files: this.#embedded }),
      asks: true,
    };
    return [
      ...parts,
      ...this.#parts,
      ...(this.#embedded > 0 ? [embedded] : []),
      ...(this.#pictures > 0 ? [pictures(`pictures (${this.#pictures})`, { why })] : []),
      ...(this.#icons > 0 ? [pictures(`icons (${this.#icons})`, { asks: false })] : []),
    ];
  }

  /** A picture: the words in it cannot be read. `icon`: it is too small to hold any. */
  picture(caption: string | undefined, icon = false): void {
    if (icon) {
      this.#icons++;
      return;
    }
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
