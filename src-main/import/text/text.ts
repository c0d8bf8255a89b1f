import { bodyOf } from '../body-coverage.ts';
import type { MarkedLine, MarkedText } from '../../agreement/model.ts';
import { columns } from '../../agreement/repair/wrapping.ts';
import { SeenCharacters } from '../characters/seen.ts';
import { Doubts } from '../doubts.ts';
import { BULLET, HEADING } from './line-starts.ts';
import { takeMarks } from './marks.ts';
import { pipeRows } from './pipe-rows.ts';

const LINE_ENDS = /\r\n|[\n\r\u2028\u2029]/;
/** `- 3 -` is the number of a page. */
const FOLIO = /^[-–—] {0,3}\d{1,4} {0,3}[-–—]$/;
const PIPE_ROW = /^\|.*\|$/;
const PIPE_RULE = /^\|[\s:|-]+\|$/;
const FENCE = /^(?:```|~~~)/;

/** What runs from line to line while a text is read. */
interface Progress {
  fenced: boolean;
  /** Fences still to come; the last one without a partner is a line of text. */
  fences: number;
  page: number;
  table: number;
  inTable: boolean;
}

/**
 * Decoded text as marked lines: one per line that is not blank (a missing number is a blank line). Marks of emphasis,
 * headings (`#`) and lists are taken out of the words and kept as what they mean; tabs stay for the reading of tables.
 * `encoding` is the name shown to the person.
 */
export function readText(text: string, encoding: string): MarkedText {
  const doubts = new Doubts();
  const characters = new SeenCharacters(doubts);
  const raws = text
    .replace(/^\uFEFF/, '')
    .split(LINE_ENDS)
    .map((raw, index) => characters.line(raw, index + 1));
  const fences = raws.filter((raw) => FENCE.test(raw.trimStart())).length;
  const progress: Progress = { fenced: false, fences, page: 1, table: 0, inTable: false };
  const rows = pipeRows(raws);
  const paged = text.includes('\f');
  const lines: MarkedLine[] = [];
  raws.forEach((raw, index) => {
    // A form feed is a page break, as programs that print PDFs to text write it.
    if (raw.includes('\f')) progress.page += raw.split('\f').length - 1;
    const last = lines.at(-1);
    if (!progress.fenced && last?.line === index && isUnderline(raw, last, lines.at(-2))) {
      lines[lines.length - 1] = { ...last, heading: raw.trim().startsWith('=') ? 1 : 2 };
      return;
    }
    const isRow = rows.has(index) && !progress.fenced;
    const line = readLine(isRow ? `|${raw.trim()}|` : raw, index + 1, progress);
    if (!line) return;
    const hangs = last !== undefined && hangsBehind(raw, line, last, raws[index - 1] ?? '');
    lines.push({ ...line, ...(paged && { page: progress.page }), ...(hangs && { continues: true }) });
  });
  const notes = characters.finish();
  return { format: 'text', encoding, lines, notes, coverage: [bodyOf(lines)], ...doubts.found };
}

const UNDERLINE = /^ {0,3}(?:={3,}|-{3,})[ \t]*$/;
/** How much longer or shorter than its heading a line beneath it may be, as a share and in characters. */
const UNDERLINE_SLACK = 0.3;

/** A line of `===` or `---` beneath one short line that stands alone, about as long: that line is a heading. */
function isUnderline(raw: string, heading: MarkedLine, before: MarkedLine | undefined): boolean {
  if (!UNDERLINE.test(raw) || heading.list || heading.cells || heading.verbatim || heading.text.length > 100)
    return false;
  if (before?.line === heading.line - 1) return false;
  const width = columns(heading.text);
  return Math.abs(raw.trim().length - width) <= Math.max(3, width * UNDERLINE_SLACK);
}

/** The next line of an item with a bullet, set in beneath its first word. */
function hangsBehind(raw: string, line: MarkedLine, last: MarkedLine, rawBefore: string): boolean {
  const indent = (text: string): number => text.length - text.trimStart().length;
  if (last.line !== line.line - 1 || line.list || line.cells || line.heading || line.verbatim) return false;
  if (last.list && !last.list.ordered) return indent(raw) >= indent(rawBefore) + 2;
  return last.continues === true && indent(raw) === indent(rawBefore);
}

function readLine(raw: string, line: number, progress: Progress): MarkedLine | undefined {
  const words = raw.trimEnd();
  const trimmed = words.trimStart();
  if (trimmed === '') {
    progress.inTable = false;
    return undefined;
  }
  if (FENCE.test(trimmed)) {
    progress.fences -= 1;
    if (progress.fenced || progress.fences > 0) {
      progress.fenced = !progress.fenced;
      const label = trimmed.replace(/^[`~]+/, '').trim();
      return label === '' ? undefined : { line, text: label, emphasis: [], verbatim: true };
    }
  }
  if (progress.fenced) return { line, text: words, emphasis: [], verbatim: true };
  if (PIPE_ROW.test(trimmed) && trimmed.length > 2) return readPipeRow(trimmed, line, progress);
  progress.inTable = false;
  const bullet = FOLIO.test(trimmed) ? null : BULLET.exec(trimmed);
  if (bullet) {
    const depth = Math.min(6, Math.floor((words.length - trimmed.length) / 2));
    const list = { ordered: false, marker: bullet[0].trim(), depth };
    return { line, ...takeMarks(trimmed.slice(bullet[0].length)), list };
  }
  const heading = HEADING.exec(trimmed);
  if (heading?.[1]) return { line, ...takeMarks(trimmed.slice(heading[0].length)), heading: heading[1].length };
  return { line, ...takeMarks(trimmed) };
}

function readPipeRow(row: string, line: number, progress: Progress): MarkedLine | undefined {
  if (PIPE_RULE.test(row) && row.includes('-')) return undefined;
  if (!progress.inTable) progress.table += 1;
  const header = !progress.inTable;
  progress.inTable = true;
  const cells = row
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.replaceAll('\t', ' ').trim());
  const unmarked = takeMarks(cells.join('\t'));
  return {
    line,
    ...unmarked,
    cells: unmarked.text.split('\t'),
    table: progress.table,
    ...(header && { header }),
  };
}
