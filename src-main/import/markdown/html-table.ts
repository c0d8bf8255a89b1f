import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { childrenOf, isElement } from '../html/tree.ts';
import { readGrid } from '../html/table.ts';

type Element = DefaultTreeAdapterTypes.Element;

/** A table that stands as HTML between the blocks of Markdown: its place in the HTML, and its rows as they are shown. */
export interface HtmlTable {
  /** Offsets in the HTML; `end` is behind the closing tag. */
  readonly start: number;
  readonly end: number;
  readonly rows: readonly {
    /** 1-based line of the HTML at which the row starts. */
    readonly line: number;
    readonly cells: readonly string[];
    readonly header: boolean;
  }[];
}

/** Words of a cell in one line. */
function wordsOf(cell: Element): string {
  const pieces: string[] = [];
  const open: DefaultTreeAdapterTypes.Node[] = [cell];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if ('value' in node) pieces.push(node.value);
    else if (isElement(node) && /^(?:br|p|div|li)$/u.test(node.tagName)) pieces.push(' ');
    if (isElement(node)) open.push(...childrenOf(node).toReversed());
  }
  return pieces.join('').replaceAll(/\s+/gu, ' ').trim();
}

/** The tables at the top of a piece of HTML that are tables and not a layout. */
export function htmlTables(html: string): readonly HtmlTable[] {
  if (!/<table[\s>]/iu.test(html)) return [];
  const fragment = parseFragment(html, { sourceCodeLocationInfo: true });
  return fragment.childNodes.filter(isElement).flatMap((element): readonly HtmlTable[] => {
    const place = element.sourceCodeLocation;
    const grid = element.tagName === 'table' && place ? readGrid(element) : undefined;
    if (!grid || !place) return [];
    const rows = grid.map(({ cells, header }) => {
      const first = cells.find((cell) => cell !== undefined)?.sourceCodeLocation?.startLine;
      return { line: first ?? place.startLine, cells: cells.map((cell) => (cell ? wordsOf(cell) : '')), header };
    });
    return [
      { start: place.startOffset, end: place.endOffset, rows: rows.filter(({ cells }) => cells.join('') !== '') },
    ];
  });
}
