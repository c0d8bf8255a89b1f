import { sentence } from '../../../agreement/sentence.ts';
import { Refusal } from '../../../agreement/refusal.ts';

/** One record of a log: its cells, trimmed, and the 1-based line of the file that it begins in. */
export interface LogLine {
  readonly line: number;
  readonly cells: readonly string[];
  /** A row of a sheet that is not shown there. */
  readonly hidden?: true;
}

/** A log as a table, whatever kind of file it came in. Lines without a word are left out. */
export type LogTable = readonly LogLine[];

const SEPARATORS = ['\t', ';', ',', '|'] as const;

/** Lines that are looked at to tell what separates cells. */
const LOOKED_AT = 20;

/** Walks one record at a time; a cell in quotation marks may hold separators, doubled quotes and line ends. */
function* records(text: string, separator: string): Generator<LogLine> {
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const begun = line;
    const cells: string[] = [];
    for (;;) {
      const { cell, end, lines } = cellAt(text, at, separator, begun);
      cells.push(cell.trim());
      line += lines;
      at = end;
      if (text[at] !== separator) break;
      at += 1;
    }
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
    line += 1;
    if (cells.some((cell) => cell !== '')) yield { line: begun, cells };
  }
}

/** The cell that begins here, where it ends, and how many line ends it holds. */
function cellAt(
  text: string,
  at: number,
  separator: string,
  line: number,
): { readonly cell: string; readonly end: number; readonly lines: number } {
  let from = at;
  while (text[from] === ' ') from += 1;
  if (text[from] !== '"') {
    const end = endOfCell(text, at, separator);
    return { cell: text.slice(at, end), end, lines: 0 };
  }
  const close = closingQuote(text, from + 1, line);
  const inside = text.slice(from + 1, close).replaceAll('""', '"');
  // What stands behind the closing mark belongs to the cell too, as spreadsheets read it.
  const end = endOfCell(text, close + 1, separator);
  return { cell: inside + text.slice(close + 1, end), end, lines: lineEnds(inside) };
}

function closingQuote(text: string, from: number, line: number): number {
  let at = text.indexOf('"', from);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  if (at === -1) throw unclosed(line);
  return at;
}

function endOfCell(text: string, from: number, separator: string): number {
  for (let at = from; at < text.length; at += 1) {
    const char = text[at];
    if (char === separator || char === '\n' || char === '\r') return at;
  }
  return text.length;
}

const lineEnds = (cell: string): number => cell.match(/\r\n?|\n/gu)?.length ?? 0;

const unclosed = (line: number): Refusal =>
  new Refusal('outage-quote', sentence('term.outage-log.quote', { line }), sentence('term.outage-log.quote.next'));

/** How many records of the beginning have the number of cells that most of them have; 0 where that is one. */
function evenness(text: string, separator: string): number {
  const counts = new Map<number, number>();
  let seen = 0;
  for (const { cells } of records(text, separator)) {
    counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
    seen += 1;
    if (seen === LOOKED_AT) break;
  }
  counts.delete(1);
  return Math.max(0, ...counts.values());
}

/** What separates the cells of a text: what divides most of its first lines into equally many. */
export function separatorOf(text: string): string {
  const [best] = SEPARATORS.map((separator) => ({ separator, even: evenness(text, separator) })).sort(
    (a, b) => b.even - a.even,
  );
  return best && best.even > 0 ? best.separator : ',';
}

/** Reads a text of separated values line by line. @throws Refusal `outage-quote` where a quotation mark is never closed. */
export function* linesOfText(text: string): Generator<LogLine> {
  const plain = text.replace(/^\uFEFF/u, '');
  yield* records(plain, separatorOf(plain));
}

/** The same at once. */
export const tableOfText = (text: string): LogTable => [...linesOfText(text)];
