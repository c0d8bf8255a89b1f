import { findChrome } from './page-chrome.ts';
import { beginsAnew, isCutSentence, isFormula, LINKED_ITEM, seam } from './joining.ts';
import type { Emphasis, MarkedLine, MarkedText, ReadingChoices, Repair } from '../model.ts';
import { type Passage, shifted, withoutHeadingBrackets } from './passage.ts';
import { isHeadingLike, readTitle } from '../documents/titles.ts';
import { isTableLine, tablePassage } from '../structure/tables.ts';
import { follows } from './line-splitting.ts';
import type { ClauseNumber } from '../structure/clause-number.ts';
import { parseNumber } from '../structure/numbering.ts';
import { isTwoLanguages, languagePassages } from './two-columns.ts';
import { isForcedBreak, wrapWidth } from './wrapping.ts';

/** The source as whole passages, with everything that was mended to make them whole. */
export interface Repaired {
  readonly passages: readonly Passage[];
  /** Joined lines, and rows of two languages side by side that were taken apart. */
  readonly joined: readonly Repair[];
  /** Chrome taken out: `before` holds its words, `after` is empty. */
  readonly dropped: readonly Repair[];
}

type Seam = 'format' | 'wrap' | 'cut';

/** What a reference to a clause stands after. */
const REFERS =
  /(?:\b(?:sections?|articles?|clauses?|paragraphs?|exhibit|annex|schedule|and|or|to|of|in|under|by|with)|第|[和与及至、，,])$/i;
/** Numbers that others are beneath by their digits. */
const COUNTS = /^(?:1-1|1\.1|1[.、]?|第条|Section|Article|Clause|§)$/u;

/** Lines being put together. */
interface Open {
  readonly lines: MarkedLine[];
  readonly seams: Seam[];
  readonly gap: boolean;
}

/**
 * Makes whole what a dump broke: drops page chrome, joins sentences that a page or a line width cut, groups the rows of
 * tables. No word changes; each change is logged with the source line where it happened and undone by `choices`.
 */
export function repair(marked: MarkedText, choices: ReadingChoices = {}): Repaired {
  const lines = marked.lines.map(trimmed).filter((line) => line.text !== '');
  const keep = new Set(choices.keepLines ?? []);
  const chrome = findChrome(lines, keep);
  const kept = lines.filter((_, index) => !chrome.lines.has(index));
  const joiner = new Joiner(kept, keep, new Set(choices.keepApart ?? []));
  kept.forEach((_, index) => joiner.take(index));
  joiner.close();
  const dropped = [...chrome.repairs, ...joiner.dropped].toSorted((a, b) => a.line - b.line);
  return { passages: joiner.passages, joined: joiner.joined, dropped };
}

/** Puts lines together, one after the other. */
class Joiner {
  readonly passages: Passage[] = [];
  readonly joined: Repair[] = [];
  readonly dropped: Repair[] = [];
  readonly #lines: readonly MarkedLine[];
  readonly #keep: ReadonlySet<number>;
  readonly #apart: ReadonlySet<number>;
  readonly #width: number;
  #open: Open | undefined;
  #rows: MarkedLine[] = [];
  /** A person took the joins of this block of lines back. */
  #apartBlock = false;
  /** The number that clauses have come to. */
  #reached: ClauseNumber | undefined;

  constructor(lines: readonly MarkedLine[], keep: ReadonlySet<number>, apart: ReadonlySet<number>) {
    this.#lines = lines;
    this.#keep = keep;
    this.#apart = apart;
    this.#width = wrapWidth(lines);
  }

  take(index: number): void {
    const line = this.#lines[index];
    if (!line) return;
    const before = this.#lines[index - 1];
    const gap = !before || isGap(before, line);
    if (isTableLine(this.#lines, index)) {
      this.#takeRow(line, gap);
      return;
    }
    if (this.#rows.length > 0) this.close();
    if (gap) this.#apartBlock = false;
    const number = parseNumber(line.text);
    const next = before !== undefined && this.#isNext(before, number);
    const kind = this.#open && before && !next ? seamBetween(before, line, gap, this.#width) : undefined;
    if (this.#open && before && kind && !this.#isUndone(this.#open, before, kind)) {
      this.#open.lines.push(line);
      this.#open.seams.push(kind);
      return;
    }
    if (kind === 'wrap') this.#apartBlock = true;
    this.close();
    if (number && COUNTS.test(number.style)) this.#reached = number;
    this.#open = { lines: [line], seams: [], gap };
  }

  /** `23.2` at the start of the line after clause 23.1, whatever follows it: no figure that a line end cut off. */
  #isNext(before: MarkedLine, number: ClauseNumber | undefined): boolean {
    if (!number || !this.#reached || number.values.length < 2) return false;
    if (REFERS.test(before.text) && !LINKED_ITEM.test(before.text)) return false;
    return follows(this.#reached, number);
  }

  close(): void {
    if (this.#open) this.passages.push(withoutHeadingBrackets(whole(this.#open, this.joined)));
    this.#open = undefined;
    if (this.#rows.length > 0 && isTwoLanguages(this.#rows) && !this.#rows.some(({ line }) => this.#keep.has(line))) {
      for (const passage of languagePassages(this.#rows, this.joined)) this.passages.push(passage);
    } else if (this.#rows.length > 0) {
      const table = tablePassage(this.#rows, this.#keep);
      this.passages.push(table.passage);
      for (const each of table.dropped) this.dropped.push(each);
    }
    this.#rows = [];
  }

  #takeRow(line: MarkedLine, gap: boolean): void {
    const [first] = this.#rows;
    if (!first || first.table !== line.table || (line.table === undefined && gap)) this.close();
    this.#rows.push(line);
  }

  #isUndone(open: Open, before: MarkedLine, kind: Seam): boolean {
    if (kind === 'format') return false;
    if (this.#apart.has(before.line) || this.#apartBlock) return true;
    return kind === 'wrap' && this.#apart.has(open.lines[0]?.line ?? 0);
  }
}

function trimmed(line: MarkedLine): MarkedLine {
  if (line.cells || line.verbatim) return line;
  const text = line.text.trim();
  if (text === line.text) return line;
  const lead = line.text.length - line.text.trimStart().length;
  const emphasis = shifted(line.emphasis, -lead)
    .map((span) => ({ ...span, start: Math.max(0, span.start), end: Math.min(text.length, span.end) }))
    .filter((span) => span.end > span.start);
  return { ...line, text, emphasis };
}

const isGap = (before: MarkedLine, line: MarkedLine): boolean =>
  line.line - before.line > 1 || line.page !== before.page || line.paragraph === true || before.paragraph === true;

function seamBetween(before: MarkedLine, line: MarkedLine, gap: boolean, width: number): Seam | undefined {
  if (line.continues && !beginsAnew(line.text)) return 'format';
  if (!canJoin(before, line)) return undefined;
  const wrapped = width > 0 && isForcedBreak(before.text, line.text, width);
  if (wrapped && !gap) return wraps(before, line) ? 'wrap' : undefined;
  const turned = before.page !== line.page && !/[。.!?！？;；:：]$/.test(before.text);
  if (wrapped && turned && wraps(before, line)) return 'cut';
  return isCutSentence(before.text, line.text) ? 'cut' : undefined;
}

/** Headings, items of the format's lists, rows and code are whole; so are paragraphs, unless a page ends between them. */
function canJoin(before: MarkedLine, line: MarkedLine): boolean {
  if (before.heading !== undefined || line.heading !== undefined || line.list) return false;
  if ([before, line].some(({ verbatim, cells }) => verbatim || cells)) return false;
  return !(before.paragraph && line.paragraph && before.page === line.page);
}

/** Lines of one wrapped paragraph; a reference such as `Section⏎4.2` may stand across the break. */
function wraps(before: MarkedLine, line: MarkedLine): boolean {
  if (isFormula(before.text) && isFormula(line.text)) return false;
  if (readTitle(before.text) !== undefined && isHeadingLike(line.text)) return false;
  return !beginsAnew(line.text) || REFERS.test(before.text);
}

function whole(open: Open, joined: Repair[]): Passage {
  const first = open.lines[0];
  if (!first) throw new Error('a passage has at least one line');
  const parts: string[] = [];
  const emphasis: Emphasis[] = [];
  let length = 0;
  open.lines.forEach((line, index) => {
    const glue = index === 0 ? '' : seam(open.lines[index - 1]?.text ?? '', line.text);
    parts.push(glue, line.text);
    length += glue.length;
    emphasis.push(...shifted(line.emphasis, length));
    length += line.text.length;
  });
  const text = parts.join('');
  logJoins(open, text, joined);
  return {
    text,
    emphasis,
    first: first.line,
    last: open.lines.at(-1)?.line ?? first.line,
    gap: open.gap,
    ...(first.heading !== undefined && { heading: first.heading }),
    ...(first.list && { list: first.list }),
    ...(first.verbatim && { verbatim: true }),
  };
}

/** A wrapped paragraph is one repair, logged at its first line; each sentence cut by a page is one at the line before the cut. */
function logJoins(open: Open, text: string, joined: Repair[]): void {
  if (open.seams.includes('wrap')) {
    const before = open.lines.map((line) => line.text).join('\n');
    joined.push({ line: open.lines[0]?.line ?? 0, kind: 'joined-lines', before, after: text });
    return;
  }
  open.seams.forEach((kind, index) => {
    const [before, after] = [open.lines[index], open.lines[index + 1]];
    if (kind !== 'cut' || !before || !after) return;
    const glue = seam(before.text, after.text);
    joined.push({
      line: before.line,
      kind: 'joined-lines',
      before: `${before.text}\n${after.text}`,
      after: `${before.text}${glue}${after.text}`,
    });
  });
}
