import type { ClauseNumber } from '../../agreement/structure/clause-number.ts';
import { parseNumber } from '../../agreement/structure/numbering.ts';
import { BULLET, HEADING } from './line-starts.ts';

/**
 * Rows whose cells are parted by bars without one at either end (`99.9% | 10%`): a table where several stand right beneath each other
 * with as many cells each, beneath one that names the columns, and figures in most of them. A line of links (`Home | Prices | Help`),
 * clauses, items and headings with a bar in them, and lines of contact (`Phone: 1 | Fax: 2`) are none.
 */

const CELLS = /(?<!\\)\|/u;
const RULE = /^[\s:|-]+$/u;
/** What only says what something else is: `Phone: 555-0100`; an hour (`9:00`) is not. */
const LABELLED = /^\p{L}[^：:\p{Nd}]{0,15}[：:]\s*\S/u;

const cellsOf = (raw: string): readonly string[] =>
  raw
    .trim()
    .split(CELLS)
    .map((cell) => cell.trim());

/** How many cells a line has; none where it has no bar, or one at its beginning or end, or says something by itself. */
function countOf(raws: readonly string[], at: number): number {
  const raw = raws[at]?.trim() ?? '';
  if (!raw.includes('|')) return 0;
  const cells = cellsOf(raw);
  if (cells.length < 2 || cells[0] === '' || cells.at(-1) === '') return 0;
  return cells.every((cell) => LABELLED.test(cell)) || isOwnLine(raws, at) ? 0 : cells.length;
}

/** Whether a line begins as a heading, an item of a list or a clause does; such a mark alone in its cell is what the cell holds. */
function isOwnLine(raws: readonly string[], at: number): boolean {
  const raw = raws[at]?.trim() ?? '';
  const mark = HEADING.exec(raw) ?? (RULE.test(raw) ? null : BULLET.exec(raw));
  if (mark) return raw.charAt(mark[0].length) !== '|';
  const number = numberOf(raw);
  if (!number) return false;
  // `99.95 to 99.99 | 5%` looks like a clause's number: such a one, as every weak one, counts beside the next of its kind.
  if (!number.weak && number.style !== '1.1') return true;
  return countsOn(numberOf(raws[at - 1]), number) || countsOn(number, numberOf(raws[at + 1]));
}

/** The number before the words of a line's first cell. */
function numberOf(raw = ''): ClauseNumber | undefined {
  const line = raw.trim().replace(HEADING, '').replace(BULLET, '');
  const number = parseNumber(line);
  return number && !/^\s*(?:\||$)/u.test(line.slice(number.length)) ? number : undefined;
}

function countsOn(before: ClauseNumber | undefined, next: ClauseNumber | undefined): boolean {
  if (before === undefined || next?.style !== before.style) return false;
  const last = next.values.length - 1;
  return (
    before.values.length === next.values.length &&
    next.values.every((value, place) => value === (before.values[place] ?? 0) + Number(place === last))
  );
}

/** Whether a row only names columns: without figures but in brackets, no cell says anything. */
const isHead = (raw: string): boolean =>
  cellsOf(raw).every(
    (cell) =>
      /\p{L}/u.test(cell) &&
      !LABELLED.test(cell) &&
      !/[。；;]|\p{Nd}/u.test(cell.replace(/[（(][^（）()]*[）)]/gu, '')),
  );

const hasFigure = (raw: string): boolean =>
  cellsOf(raw)
    .slice(1)
    .some((cell) => /\p{Nd}/u.test(cell));

/** Head and two rows, or head, rule and one row. */
const FEWEST = 3;

/** Whether lines with as many cells each are a table; a rule beneath the first makes it the head, whatever it says. */
function isTable([head = '', ...rows]: readonly string[]): boolean {
  if (rows.length + 1 < FEWEST || !(RULE.test(rows[0] ?? '') || isHead(head))) return false;
  const body = rows.filter((row) => !RULE.test(row));
  return body.filter(hasFigure).length * 2 > body.length;
}

/** Which lines are rows of such tables, by their place. */
export function pipeRows(raws: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>();
  const counts = raws.map((_, at) => countOf(raws, at));
  let from = 0;
  while (from < raws.length) {
    const count = counts[from] ?? 0;
    let to = from + 1;
    while (count > 0 && to < raws.length && counts[to] === count) to += 1;
    if (count > 0 && isTable(raws.slice(from, to))) for (let at = from; at < to; at += 1) found.add(at);
    from = to;
  }
  return found;
}
