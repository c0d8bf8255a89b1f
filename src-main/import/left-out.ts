import type { ReadingNote } from '../agreement/model.ts';

/** Kinds of text that a format holds but that do not belong into the lines; the note begins with these words. */
const KINDS = {
  'page-chrome': '页面导航、按钮等网页框架文字未列入正文',
  'hidden-text': '隐藏的文字未列入正文',
  'deleted-text': '标记为删除的文字未列入正文',
  ruby: '注音未列入正文',
  'header-footer': '页眉页脚未列入正文',
  contents: '目录未列入正文',
  comments: '批注未列入正文',
  watermark: '倾斜排列的文字（多为水印）未列入正文',
} as const;

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
      text: `${KINDS[code]}（${places} 处，${chars} 字）：${quoted(words)}`,
    }));
    if (this.#pictures > 0) {
      const captions = this.#captions === '' ? '' : `：${quoted(this.#captions)}`;
      notes.push({ code: 'pictures', text: `有 ${this.#pictures} 张图片，图片里的文字没有读取${captions}` });
    }
    return notes;
  }
}

function quoted(words: string): string {
  const characters = [...words];
  return `“${characters.slice(0, QUOTED_CHARS).join('')}${characters.length > QUOTED_CHARS ? '…' : ''}”`;
}
