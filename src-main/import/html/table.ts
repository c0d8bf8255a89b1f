import type { DefaultTreeAdapterTypes } from 'parse5';
import { attribute, childrenOf, isElement } from './tree.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** One row: its cells by column; a place that a spanning cell covers is absent, so that its words stand once. */
export interface GridRow {
  readonly cells: readonly (Element | undefined)[];
  readonly header: boolean;
}

const MOST_COLUMNS = 200;
/** More paragraphs than this in one cell: the table lays out a text (two languages side by side), it does not tabulate. */
const MOST_IN_CELL = 8;
const LAYOUT_CONTENT = new Set(['table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'main', 'article', 'form', 'hr']);

function spanOf(cell: Element, name: string): number {
  const value = Number.parseInt(attribute(cell, name) ?? '1', 10);
  return Number.isFinite(value) && value > 0 ? Math.min(value, MOST_COLUMNS) : 1;
}

/** Rows of a table in order, those of nested tables left out; also the element itself if it holds a caption. */
function rowsOf(table: Element): readonly { readonly row: Element; readonly inHead: boolean }[] {
  return table.childNodes.flatMap((child) => {
    if (!isElement(child)) return [];
    if (child.tagName === 'tr') return [{ row: child, inHead: false }];
    if (!/^t(?:head|body|foot)$/.test(child.tagName)) return [];
    const inHead = child.tagName === 'thead';
    return child.childNodes.flatMap((row) => (isElement(row) && row.tagName === 'tr' ? [{ row, inHead }] : []));
  });
}

/**
 * The cells of a table by row and column, or undefined for a table that only lays the page out: it says so (`role`), has a single
 * column, or its cells hold headings or other tables.
 */
export function readGrid(table: Element): readonly GridRow[] | undefined {
  const role = (attribute(table, 'role') ?? '').toLowerCase();
  if (role === 'presentation' || role === 'none' || holdsLayout(table)) return undefined;
  const grid: GridRow[] = [];
  /** Rows for which a column is still covered from above. */
  const covered: number[] = [];
  let widest = 0;
  for (const { row, inHead } of rowsOf(table)) {
    const cells: (Element | undefined)[] = [];
    const own = row.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'td' || tagName === 'th');
    for (const cell of own) {
      skipCovered(cells, covered);
      const down = spanOf(cell, 'rowspan');
      for (let column = 0; column < spanOf(cell, 'colspan') && cells.length < MOST_COLUMNS; column++) {
        covered[cells.length] = down - 1;
        cells.push(column === 0 ? cell : undefined);
      }
    }
    skipCovered(cells, covered);
    if (cells.length === 0) continue;
    widest = Math.max(widest, cells.length);
    grid.push({ cells, header: inHead || (own.length > 1 && own.every(({ tagName }) => tagName === 'th')) });
  }
  return widest < 2 ? undefined : grid;
}

function skipCovered(cells: (Element | undefined)[], covered: number[]): void {
  while ((covered[cells.length] ?? 0) > 0) {
    covered[cells.length] = (covered[cells.length] ?? 0) - 1;
    cells.push(undefined);
  }
}

function holdsLayout(table: Element): boolean {
  const open: Node[] = [...table.childNodes];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!isElement(node)) continue;
    if (LAYOUT_CONTENT.has(node.tagName)) return true;
    if (/^t[dh]$/.test(node.tagName) && paragraphsIn(node) > MOST_IN_CELL) return true;
    for (const child of childrenOf(node)) open.push(child);
  }
  return false;
}

function paragraphsIn(cell: Element): number {
  let count = 0;
  const open: Node[] = [...cell.childNodes];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isElement(node) && (node.tagName === 'p' || node.tagName === 'li')) count++;
    for (const child of childrenOf(node)) open.push(child);
  }
  return count;
}
