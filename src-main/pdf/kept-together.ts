import type { Language } from '../agreement/sentence.ts';
import { isLetter, type Paper, type PaperBlock, type PaperRun } from './paper.ts';

/** Lines of the body that stand with a signature at least; more that went along would leave the page before it empty. */
const LINES_WITH_SIGNATURE = 2;
/** Blocks before a signature that are looked through for them; fields beside each other count as one. */
const TAIL = 7;
/** More fields than this are a form of their own, which may be parted from its signature. */
const MOST_FIELDS = 8;
/** Widths of a line of a letter, in widths of a Chinese character; a character of another script is about half of one. */
export const LINE_WIDTH: Readonly<Record<Language, number>> = { zh: 26, en: 36 };

/** What a heading of a table says in brackets, with the mark behind it: `月租（美元/台）`. Longer ones may break. */
export const IN_BRACKETS = /（[^（）\n]{1,10}）[，。；：、]?|\([^()\n]{1,16}\)[,.;:]?/gu;

/** About how wide a text is, in widths of a Chinese character. */
export const widthInEms = (text: string): number =>
  [...text].reduce((sum, each) => sum + (each.charCodeAt(0) < 0x2e80 ? 0.52 : 1), 0);
const widthOf = (runs: readonly PaperRun[]): number => widthInEms(runs.map(({ text }) => text).join(''));

/** Who sends a letter, whom to reach and what goes along: such lines fit behind any letter. */
const PARTICULARS =
  /^(?:我公司统一社会信用代码：|联系人：|答复请联系：|送达方式：|附件：|Our unified social credit code: |Contact: |Please reply to |Sent by: |Enclosures: )/u;

const isParticulars = (block: PaperBlock): boolean =>
  block.kind === 'paragraph' && PARTICULARS.test(block.runs.map(({ text }) => text).join(''));

/** A note is no line of the body, nor are the particulars of a letter and the words that close it behind them, in English whoever it is to. */
const linesOf = (block: PaperBlock, language: Language, behindParticulars: boolean): number =>
  block.kind === 'note' ||
  isParticulars(block) ||
  (block.kind === 'closing' && (language === 'en' || behindParticulars))
    ? 0
    : 1;

const isLine = (block: PaperBlock, language: Language): boolean =>
  block.kind === 'closing' ||
  block.kind === 'note' ||
  isParticulars(block) ||
  (block.kind === 'paragraph' && widthOf(block.runs) <= LINE_WIDTH[language]);

/**
 * The blocks right before which a page does not end, so that no signature stands on a page without words of the letter: two single
 * lines of its body before it, which who sends it and how it closes are not, and, where no words that close the letter stand behind them, the few fields of whoever signs with what stands before them.
 * Fields that such words follow stay where the page has room for them, or the page before would be half empty. A longer paragraph before
 * all these may begin on the page of the signature, or leaves two of its lines there.
 */
export function keptWithSignature({
  blocks,
  language,
  style,
}: Pick<Paper, 'blocks' | 'language' | 'style'>): ReadonlySet<number> {
  const kept = new Set<number>();
  blocks.forEach((block, end) => {
    if (block.kind !== 'signature') return;
    let lines = 0;
    for (let at = end - 1, looked = 0; at > 0 && looked < TAIL; at -= 1, looked += 1) {
      const before = blocks[at];
      if (before?.kind === 'field') {
        if (closes(blocks.slice(at + 1, end))) {
          kept.delete(at + 1);
          return;
        }
        const first = firstOfFields(blocks, at);
        if (at - first >= MOST_FIELDS || first === 0) {
          // A record's table may be longer than what is left of its page: else all of it would go along with the line behind it.
          if (!isLetter(style)) kept.delete(at + 1);
          return;
        }
        for (let field = first; field <= at; field += 1) kept.add(field);
        at = first;
      } else if (before && isLine(before, language)) {
        lines += linesOf(before, language, blocks.slice(0, at).some(isParticulars));
        if (lines >= LINES_WITH_SIGNATURE) return;
        kept.add(at);
      } else return;
    }
  });
  return kept;
}

const closes = (blocks: readonly PaperBlock[]): boolean => blocks.some(({ kind }) => kind === 'closing');

function firstOfFields(blocks: readonly PaperBlock[], last: number): number {
  let first = last;
  while (blocks[first - 1]?.kind === 'field') first -= 1;
  return first;
}
