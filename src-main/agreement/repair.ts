import { findChrome } from './chrome.ts';
import { isCutSentence, isFormula, beginsAnew, seam } from './joining.ts';
import type { Emphasis, MarkedLine, MarkedText, ReadingChoices, Repair } from './model.ts';
import { type Passage, shifted, withoutHeadingBrackets } from './passage.ts';
import { isHeadingLike, readTitle } from './titles.ts';
import { isTableLine, tablePassage } from './tables.ts';
import { isForcedBreak, wrapWidth } from './wrapping.ts';

/** The source as whole passages, with everything that was mended to make them whole. */
export interface Repaired {
  readonly passages: readonly Passage[];
  /** Joined lines. */
  readonly joined: readonly Repair[];
  /** Chrome taken out: `before` holds its words, `after` is empty. */
  readonly dropped: readonly Repair[];
}

type Seam = 'format' | 'wrap' | 'cut';

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
  const passages: Passage[] = [];
  const joined: Repair[] = [];
  const columns: Repair[] = [];
  const apart = new Set(choices.keepApart ?? []);
  const kept = lines.filter((_, index) => !chrome.lines.has(index));
  const width = wrapWidth(kept);
  let open: Open | undefined;
  let rows: MarkedLine[] = [];
  let apartBlock = false;
  const close = (): void => {
    if (open) passages.push(withoutHeadingBrackets(whole(open, joined)));
    open = undefined;
    if (rows.length > 0) {
      const table = tablePassage(rows, keep);
      passages.push(table.passage);
      columns.push(...table.dropped);
    }
    rows = [];
  };
  kept.forEach((line, index) => {
    const before = kept[index - 1];
    const gap = !before || isGap(before, line);
    if (isTableLine(kept, index)) {
      if (rows.length === 0 || rows[0]?.table !== line.table || (line.table === undefined && gap)) close();
      rows.push(line);
      return;
    }
    if (rows.length > 0) close();
    if (gap) apartBlock = false;
    const kind = open && before ? seamBetween(before, line, gap, width) : undefined;
    const undone = kind !== undefined && kind !== 'format' && (apart.has(before?.line ?? 0) || apartBlock);
    if (open && kind && !undone && !(kind === 'wrap' && apart.has(open.lines[0]?.line ?? 0))) {
      open.lines.push(line);
      open.seams.push(kind);
      return;
    }
    if (kind === 'wrap') apartBlock = true;
    close();
    open = { lines: [line], seams: [], gap };
  });
  close();
  return { passages, joined, dropped: [...chrome.repairs, ...columns].toSorted((a, b) => a.line - b.line) };
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
  if (line.heading || line.verbatim || before.verbatim || line.list || line.cells || before.cells) return undefined;
  if (before.paragraph && line.paragraph && before.page === line.page) return undefined;
  if (before.heading) return undefined;
  if (!gap && width > 0 && isForcedBreak(before.text, line.text, width))
    return wraps(before, line) ? 'wrap' : undefined;
  if (
    gap &&
    before.page !== line.page &&
    width > 0 &&
    isForcedBreak(before.text, line.text, width) &&
    wraps(before, line) &&
    !/[。.!?！？;；:：]$/.test(before.text)
  )
    return 'cut';
  return isCutSentence(before.text, line.text) ? 'cut' : undefined;
}

/** Lines of one wrapped paragraph; a reference such as `Section⏎4.2` may stand across the break. */
function wraps(before: MarkedLine, line: MarkedLine): boolean {
  if (isFormula(before.text) && isFormula(line.text)) return false;
  if (readTitle(before.text) !== undefined && isHeadingLike(line.text)) return false;
  const reference =
    /(?:\b(?:sections?|articles?|clauses?|paragraphs?|exhibit|annex|schedule|and|or|to|of|in|under)|第|[和与及至、，,])$/i;
  return !beginsAnew(line.text) || reference.test(before.text);
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
