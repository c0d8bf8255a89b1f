import { say, type Sentence, sentence } from '../agreement/sentence.ts';
import type { ReadingNote } from '../agreement/model.ts';

/** Kinds of text that a format holds but that do not belong into the lines; the note begins with these words. */
const KINDS = {
  'page-chrome': sentence('import.left-out.kinds.page-chrome'),
  'hidden-text': sentence('import.left-out.kinds.hidden-text'),
  'deleted-text': sentence('import.left-out.kinds.deleted-text'),
  ruby: sentence('import.left-out.kinds.ruby'),
  'header-footer': sentence('import.left-out.kinds.header-footer'),
  contents: sentence('import.left-out.kinds.contents'),
  comments: sentence('import.left-out.kinds.comments'),
  watermark: sentence('import.left-out.kinds.watermark'),
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
    const notes: ReadingNote[] = [...this.#seen].map(([code, { places, chars, words }]) => ({
      code,
      text: `${say(KINDS[code], 'zh')}（${places} 处，${chars} 字）：${quoted(words)}`,
      english: `${say(KINDS[code], 'en')} (${places} place${places === 1 ? '' : 's'}, ${chars} characters): ${quoted(words)}`,
    }));
    if (this.#pictures > 0) {
      const captions = this.#captions === '' ? '' : quoted(this.#captions);
      const many = this.#pictures > 1;
      notes.push({
        code: 'pictures',
        text: `有 ${this.#pictures} 张图片，图片里的文字没有读取${captions && `：${captions}`}`,
        english: `The words in ${this.#pictures} picture${many ? 's were' : ' was'} not read${captions && `: ${captions}`}`,
      });
    }
    return notes;
  }
}

function quoted(words: string): string {
  const characters = [...words];
  return `“${characters.slice(0, QUOTED_CHARS).join('')}${characters.length > QUOTED_CHARS ? '…' : ''}”`;
}
