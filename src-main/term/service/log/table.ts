import { sentence } from '../../../agreement/sentence.ts';
import { Refusal } from '../../../agreement/refusal.ts';

/** One record of a log: its cells, trimmed, and the 1-based line of the file that it begins in. */
export interface LogLine {
  readonly line: number;
  readonly cells: readonly string[];
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
    let ended = false;
    while (!ended) {
      let from = at;
      while (text[from] === ' ') from += 1;
      let cell: string;
      if (text[from] === '"') {
        let close = from + 1;
        for (;;) {
          close = text.indexOf('"', close);
          if (close === -1) throw unclosed(begun);
          if (text[close + 1] !== '"') break;
          close += 2;
        }
        cell = text.slice(from + 1, close).replaceAll('""', '"');
        line += lineEnds(cell);
        at = close + 1;
        // What stands behind the closing mark belongs to the cell too, as spreadsheets read it.
        const end = endOfCell(text, at, separator);
        cell += text.slice(at, end);
        at = end;
      } else {
        const end = endOfCell(text, at, separator);
        cell = text.slice(at, end);
        at = end;
      }
      cells.push(cell.trim());
      if (text[at] === separator) at += 1;
      else ended = true;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 2;
    else at += 1;
    line += 1;
    if (cells.some((cell) => cell !== '')) yield { line: begun, cells };
  }
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
