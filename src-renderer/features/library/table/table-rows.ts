import type { TableCell, TableColumn, TableRow } from '../../../../src-main/contract/library/table.ts';

const compared = new Intl.Collator('zh-Hans-CN', { numeric: true });

/** How the rows are sorted, and which of them are shown. */
export interface TableChoice {
  readonly sort: TableColumn;
  readonly descending: boolean;
  readonly query: string;
  readonly narrowed: Narrowed;
}

/** Columns whose values are chosen from. */
export const CHOSEN = ['provider', 'state', 'owner', 'tags'] as const;
export type Chosen = (typeof CHOSEN)[number];

/** What the rows are narrowed to; nothing chosen shows all that are not archived. */
export interface Narrowed {
  /** One value by column. */
  readonly chosen: Readonly<Partial<Record<Chosen, string>>>;
  /** The day to cancel by, or the end where there is none, is within so many days from today. */
  readonly within?: number | undefined;
  readonly departing: boolean;
  readonly outlying: boolean;
  readonly archivedToo: boolean;
}

export const ALL: Narrowed = { chosen: {}, departing: false, outlying: false, archivedToo: false };

const DAY_MS = 86_400_000;

/** The values of a cell that can be chosen: each tag by itself. */
const valuesOf = ({ cells }: TableRow, column: Chosen): readonly string[] => {
  const said = cells[column]?.sort;
  if (typeof said !== 'string') return [];
  return column === 'tags' ? said.split('、') : [said];
};

/** The values of a column that the rows have, sorted; each with the words of its cell. */
export function choicesOf(
  rows: readonly TableRow[],
  column: Chosen,
  wordsOf: (cell: TableCell) => string,
): readonly { readonly value: string; readonly words: string }[] {
  const found = new Map<string, string>();
  for (const row of rows) {
    const cell = row.cells[column];
    for (const value of valuesOf(row, column)) found.set(value, column === 'tags' || !cell ? value : wordsOf(cell));
  }
  return [...found]
    .map(([value, words]) => ({ value, words }))
    .toSorted((one, other) => compared.compare(one.words, other.words));
}

/** Whether what ends or must be cancelled does so from today on, within so many days. */
function endsWithin({ cells }: TableRow, days: number, today: string): boolean {
  const day = (cells.cancelBy ?? cells.ends)?.sort;
  if (typeof day !== 'string') return false;
  const left = (Date.parse(day) - Date.parse(today)) / DAY_MS;
  return left >= 0 && left <= days;
}

function isWanted(row: TableRow, wanted: Narrowed, today: string): boolean {
  const { chosen, within, departing, outlying, archivedToo } = wanted;
  if (row.archived && !archivedToo) return false;
  if (departing && !row.cells.departs) return false;
  if (outlying && !Object.values(row.cells).some((cell) => cell.outlier)) return false;
  if (within !== undefined && !endsWithin(row, within, today)) return false;
  return CHOSEN.every((column) => chosen[column] === undefined || valuesOf(row, column).includes(chosen[column]));
}

function compare(a: number | string, b: number | string): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : compared.compare(String(a), String(b));
}

/**
 * The rows that are shown, in their order. Every word of the query has to stand in some cell; what is not known comes last,
 * whichever way one sorts.
 */
export function shownRows(
  rows: readonly TableRow[],
  today: string,
  { sort, descending, query, narrowed }: TableChoice,
  wordsOf: (row: TableRow) => string,
): readonly TableRow[] {
  const wanted = query.toLowerCase().split(/\s+/u).filter(Boolean);
  return rows
    .filter((row) => isWanted(row, narrowed, today))
    .filter((row) => wanted.length === 0 || wanted.every((word) => wordsOf(row).toLowerCase().includes(word)))
    .toSorted((one, other) => {
      const [a, b] = [one.cells[sort]?.sort, other.cells[sort]?.sort];
      if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
      return descending ? compare(b, a) : compare(a, b);
    });
}

/** Which rows are drawn: those in sight and some on either side. */
export function inSight(
  count: number,
  { top, height, row }: { readonly top: number; readonly height: number; readonly row: number },
): { readonly from: number; readonly to: number } {
  const spare = 10;
  const from = Math.max(0, Math.floor(top / row) - spare);
  return { from, to: Math.min(count, from + Math.ceil(height / row) + 2 * spare) };
}
