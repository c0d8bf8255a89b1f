import type { VisualLine } from './lines.ts';
import { isWide, type Run } from '../runs.ts';

/** A visual line with its words, while it is decided whether the next one continues it. */
export interface WordedLine {
  readonly line: VisualLine;
  readonly runs: readonly Run[];
  readonly text: string;
}

/** What the lines of one column share. */
export interface Measure {
  readonly left: number;
  /** Where lines end at most. */
  readonly right: number;
}

const ENDS_SENTENCE = /[。；！？：.;!?:][”’」』）)"']*$/;
/** The start of a clause or item, as people number them. */
const STARTS_ITEM =
  /^(?:第[一二三四五六七八九十百千零〇\d０-９]{1,6}[条章节款项编部分]|[(（][一二三四五六七八九十百\d０-９a-zA-Z]{1,4}[)）]|[一二三四五六七八九十]{1,3}\s?[、．.]|[\d０-９]{1,3}(?:\s?[.．]\s?[\d０-９]{1,3})*\s?[、.．)）]|\d{1,3}(?:\.\d{1,3})+\s|[a-zA-Z][.)）]\s|[ivxIVX]{1,5}[.)）]\s|[①-⑳]|[•●■▪◆➢☐☑]|(?:Article|Section|Exhibit|Schedule|Annex|Appendix)\s+[\dA-Z])/u;
/** Words after which a number is a reference. */
const OPEN_END =
  /(?:第|本协议|上述|前述|根据|按照|依据|及|和|与|或|至|、|，|,|\b(?:Sections?|Articles?|Clauses?|Exhibit|and|or|in|to|under|of|with|the))$/;
const CLOSING = /^[，。；：、！？）】》」』”’,.;:!?)\]%％…—]/;
const HYPHENATED = /[A-Za-z]{2}[-\u2010]$/;
/** Prefixes that keep their hyphen at the end of a line as in its middle. */
const KEEPS_HYPHEN =
  /(?:^|[^A-Za-z])(?:non|self|third|first|second|cross|multi|pre|post|sub|semi|anti|co|ex|inter|well|long|short|high|low|up|on|off|in|out|by|set|follow|click|time|year|month|day|per|non-?[a-z]+)$/i;

/** Margins of a column: where most lines begin, and the farthest place at which at least three lines end, if three agree. */
export function measureColumn(lines: readonly VisualLine[]): Measure {
  const rights = lines.map(({ right }) => right).sort((a, b) => b - a);
  const size = lines[0]?.size ?? 10;
  const agreed = rights.find((right, index) => (rights[index + 2] ?? -Infinity) > right - size);
  const lefts = lines.map(({ left }) => left).sort((a, b) => a - b);
  const left = lefts.find((value, index) => (lefts[index + 2] ?? Infinity) < value + size) ?? lefts[0] ?? 0;
  return { left, right: agreed ?? rights[0] ?? 0 };
}

/**
 * True if the next visual line continues the paragraph: its first word would not have fitted, it stands where a continuation
 * stands, at the pitch of the paragraph, in the same size, and does not begin an item.
 * @param first the paragraph's first line; `before` its last so far
 */
export function continues(
  first: WordedLine,
  before: WordedLine,
  next: WordedLine,
  measure: Measure,
  pitch: number | undefined,
): boolean {
  const size = before.line.size;
  if (Math.abs(next.line.size - size) > 0.12 * size) return false;
  const step = next.line.y - before.line.y;
  if (step <= 0 || step > (pitch === undefined ? 2.4 * size : 1.25 * pitch)) return false;
  if (STARTS_ITEM.test(next.text) && (ENDS_SENTENCE.test(before.text) || !endsOpen(before.text, next.text)))
    return false;
  const single = first === before;
  if (isBold(before) && !isBold(next) && single) return false;
  if (single && changesLanguage(before.text, next.text)) return false;
  if (!standsAsContinuation(first, before, next, single)) return false;
  return before.line.right + firstWordWidth(next) > measure.right + 0.15 * size;
}

const HAN = /\p{Script=Han}/u;

/** A label in one language and beneath it the same in the other: two lines, not one that wraps. */
function changesLanguage(before: string, next: string): boolean {
  if (/[，。；、,;]/.test(before) || before.length > 80) return false;
  const [chinese, latin] = HAN.test(before) ? [before, next] : [next, before];
  return HAN.test(chinese) && !/[A-Za-z]{2}/.test(chinese) && !HAN.test(latin) && /^\p{Lu}/u.test(latin);
}

/** After an open reference (`根据`, `Section`) what looks like a number goes on with it, unless a heading's space follows. */
function endsOpen(before: string, next: string): boolean {
  if (/^(?:[①-⑳•●■▪◆➢☐☑]|第.{1,6}[条章节款项编部分][\s\u3000])/u.test(next)) return false;
  return OPEN_END.test(before);
}

function standsAsContinuation(first: WordedLine, before: WordedLine, next: WordedLine, single: boolean): boolean {
  const size = before.line.size;
  const move = next.line.left - before.line.left;
  if (single) {
    // After the first line: at the same place, back to the margin, or hanging behind the item's number.
    if (move <= 0.6 * size) return true;
    return STARTS_ITEM.test(first.text) && move < 8 * size;
  }
  return Math.abs(move) <= 0.6 * size;
}

function isBold({ runs }: WordedLine): boolean {
  return runs.every((run) => run.strong || run.text.trim() === '');
}

/** Width that the next line's first unbreakable bit would have taken at the end of this one. */
function firstWordWidth({ line, text }: WordedLine): number {
  const glyphs = line.pieces.flatMap((piece) => piece.glyphs).filter((glyph) => glyph.text.trim() !== '');
  const [start] = glyphs;
  if (!start) return 0;
  if (isWide(text[0])) {
    const closing = glyphs.slice(1).findIndex((glyph) => !CLOSING.test(glyph.text));
    return (glyphs[Math.max(0, closing)]?.right ?? start.right) - start.left;
  }
  let end = start.right;
  for (const glyph of glyphs.slice(1)) {
    if (isWide(glyph.text[0]) || glyph.left - end > 0.18 * glyph.size) break;
    end = glyph.right;
  }
  return end - start.left + 0.2 * line.size;
}

/** Joins the lines of a paragraph: Chinese without a space, other words with one, words divided at a line end made whole. */
export function joinRuns(
  before: readonly Run[],
  next: readonly Run[],
  words: () => ReadonlySet<string>,
): readonly Run[] {
  const last = before.at(-1);
  const head = next[0];
  if (!last || !head) return [...before, ...next];
  const end = before
    .map(({ text }) => text)
    .join('')
    .trimEnd();
  const start = next
    .map(({ text }) => text)
    .join('')
    .trimStart();
  if (HYPHENATED.test(end) && /^[a-z]{2}/.test(start)) {
    if (keepsHyphen(end, start, words())) return [...before, ...next];
    return [...before.slice(0, -1), { ...last, text: last.text.trimEnd().slice(0, -1) }, ...next];
  }
  const glued = isWide(end.at(-1)) || isWide(start[0]) || (/[-/\u2010]$/.test(end) && !/\s[-/]$/.test(end));
  if (glued)
    return [
      ...before.slice(0, -1),
      { ...last, text: last.text.trimEnd() },
      { ...head, text: head.text.trimStart() },
      ...next.slice(1),
    ];
  const both = { strong: last.strong && head.strong, underline: last.underline && head.underline };
  return [...before, { text: ' ', ...both }, ...next];
}

function keepsHyphen(end: string, start: string, words: ReadonlySet<string>): boolean {
  const left = (/[A-Za-z]+(?=[-\u2010]$)/.exec(end)?.[0] ?? '').toLowerCase();
  const right = (/^[a-z]+/.exec(start)?.[0] ?? '').toLowerCase();
  if (words.has(`${left}-${right}`)) return true;
  if (words.has(`${left}${right}`)) return false;
  return KEEPS_HYPHEN.test(left);
}
