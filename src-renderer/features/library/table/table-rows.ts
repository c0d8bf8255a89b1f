import type { TableColumn, TableRow } from '../../../../src-main/contract/library/table.ts';

/** How the rows are sorted, and which of them are shown. */
export interface TableChoice {
  readonly sort: TableColumn;
  readonly descending: boolean;
  readonly query: string;
  readonly outliersOnly: boolean;
  readonly archivedToo: boolean;
}

const compared = new Intl.Collator('zh-Hans-CN', { numeric: true });

function compare(a: number | string, b: number | string): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : compared.compare(String(a), String(b));
}

/**
 * The rows that are shown, in their order. Every word of the query has to stand in some cell; what is not known comes last,
 * whichever way one sorts.
 */
export function shownRows(
  rows: readonly TableRow[],
  { sort, descending, query, outliersOnly, archivedToo }: TableChoice,
  wordsOf: (row: TableRow) => string,
): readonly TableRow[] {
  const wanted = query.toLowerCase().split(/\s+/u).filter(Boolean);
  return rows
    .filter((row) => archivedToo || !row.archived)
    .filter((row) => !outliersOnly || Object.values(row.cells).some((cell) => cell.outlier))
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
