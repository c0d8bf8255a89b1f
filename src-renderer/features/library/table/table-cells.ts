import type { TableColumn } from '../../../../src-main/contract/library/table.ts';

/** Names and lists of them, whose end may be cut; an amount, a day and what is promised are shown whole. */
const CUT: ReadonlySet<TableColumn> = new Set([
  'title',
  'provider',
  'owner',
  'department',
  'costCentre',
  'tags',
  'unrecognised',
]);

/** Whether what does not fit of a column is left to what is shown when one points at it. */
export const isCut = (column: TableColumn): boolean => CUT.has(column);

/** How wide the words of a column may be, in pixels: of a name, of a list of several, of anything else; all have two lines. */
export const widest = (column: TableColumn): number => (isCut(column) ? 176 : column === 'creditTiers' ? 400 : 260);

/** What a person fills in. */
const FILLED_IN: ReadonlySet<TableColumn> = new Set(['owner', 'department', 'amount', 'costCentre', 'tags']);
/** What is calculated from the text and from what was filled in; that it never renews is told in the cell. */
const CALCULATED: ReadonlySet<TableColumn> = new Set(['starts', 'ends', 'cancelBy', 'renews', 'exposure']);
/** Of these nothing is good news. */
const COUNTED: ReadonlySet<TableColumn> = new Set(['departs', 'unrecognised']);

/**
 * What an empty cell means: that nothing was recognised in the text, which may say it all the same; that nobody filled it in, that
 * it is not known, or that there is none.
 */
export function absentWords(
  column: TableColumn,
): 'library.table.notRecognised' | 'library.table.notFilled' | 'library.table.notKnown' | 'library.table.noneOf' {
  if (FILLED_IN.has(column)) return 'library.table.notFilled';
  if (CALCULATED.has(column)) return 'library.table.notKnown';
  return COUNTED.has(column) ? 'library.table.noneOf' : 'library.table.notRecognised';
}
