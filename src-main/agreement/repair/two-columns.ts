import type { MarkedLine, Repair } from '../model.ts';
import { parseNumber } from '../structure/numbering.ts';
import { clipped, type Passage } from './passage.ts';

const HAN = /\p{Script=Han}/u;
const FEWEST_ROWS = 3;
/** Share of the rows that have the two languages side by side. */
const MOST = 0.75;
const PROSE_WORDS = 5;
/** A letter that stands for a figure (`99.9% > Av`) is no word of a language. */
const WORD = /\p{Script=Han}|\p{L}{3}/u;

type Cells = readonly [left: string, right: string];

const cellsOf = (line: MarkedLine): readonly string[] => line.cells ?? line.text.split('\t').map((cell) => cell.trim());

const isPair = (cells: readonly string[]): boolean => cells.filter((cell) => cell !== '').length <= 2;

const facesOther = ([left, right]: Cells): boolean =>
  left !== '' && right !== '' && HAN.test(left) !== HAN.test(right) && WORD.test(left) && WORD.test(right);

/** A row that speaks: it has a number, or a sentence in the language that spaces its words. */
const speaks = (cells: Cells): boolean =>
  cells.some((cell) => parseNumber(cell) !== undefined) ||
  cells.some((cell) => !HAN.test(cell) && (cell.match(/\p{L}{2,}/gu) ?? []).length >= PROSE_WORDS);

/** True for rows that are no table but an agreement in two languages, side by side. */
export function isTwoLanguages(rows: readonly MarkedLine[]): boolean {
  if (rows.length < FEWEST_ROWS || !rows.every((row) => isPair(cellsOf(row)))) return false;
  const pairs = rows.map((row): Cells => [cellsOf(row)[0] ?? '', cellsOf(row)[1] ?? '']);
  const facing = pairs.filter(facesOther);
  return facing.length >= rows.length * MOST && facing.filter(speaks).length >= facing.length / 2;
}

/** The cells as passages, row by row, the left language before the right; each row of two is a repair. */
export function languagePassages(rows: readonly MarkedLine[], repairs: Repair[]): readonly Passage[] {
  return rows.flatMap((row) => {
    const cells = cellsOf(row).filter((cell) => cell !== '');
    if (cells.length > 1)
      repairs.push({ line: row.line, kind: 'split-line', before: cells.join('\t'), after: cells.join('\n') });
    let from = 0;
    return cells.map((text): Passage => {
      const start = row.text.indexOf(text, from);
      from = Math.max(from, start + text.length);
      const emphasis = start < 0 ? [] : clipped(row.emphasis, start, start + text.length);
      return { text, emphasis, first: row.line, last: row.line, gap: true };
    });
  });
}
