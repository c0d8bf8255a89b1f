import { sentence } from '../../agreement/sentence.ts';
import type { LeftOut } from '../left-out.ts';
import { revisionOf } from './revision.ts';
import { numberOf } from './styles.ts';
import { SMALLEST } from './visible.ts';
import { child, elements, textBelow, type XmlElement } from './xml.ts';

/** Paragraphs of a cell that say something. */
export function blocksIn(cell: XmlElement): number {
  return elements(cell, 'w:p').filter((paragraph) => textBelow(paragraph).trim() !== '').length;
}

/** One row of a table. */
export interface TableRow {
  /** By column; a place that another cell spans is absent. */
  readonly cells: readonly (XmlElement | undefined)[];
  readonly header: boolean;
  /** It is given less height than letters need. */
  readonly flat: boolean;
}

/** The rows of a table without what is struck under review or covered; that is told to `left`. */
export function rowsOf(table: XmlElement, left?: LeftOut): readonly TableRow[] {
  return unwrapped(table, 'w:tr').flatMap((row, index) => {
    const properties = child(row, 'w:trPr');
    if (child(properties, 'w:del')) {
      left?.add('deleted-text', textBelow(row), revisionOf(child(properties, 'w:del')));
      return [];
    }
    const cells: (XmlElement | undefined)[] = [];
    for (let skip = Math.min(50, numberOf(properties, 'w:gridBefore') ?? 0); skip > 0; skip--) cells.push(undefined);
    for (const cell of unwrapped(row, 'w:tc')) {
      const own = child(cell, 'w:tcPr');
      const struck = child(own, 'w:cellDel');
      if (struck) {
        left?.add('deleted-text', textBelow(cell), revisionOf(struck));
        cells.push(undefined);
        continue;
      }
      const merge = child(own, 'w:vMerge');
      const continued = merge !== undefined && merge.attributes.get('w:val') !== 'restart';
      const covered = continued && (index > 0 || textBelow(cell).trim() === '');
      if (covered) left?.add('hidden-text', textBelow(cell), { cause: sentence('import.cause.merged') });
      cells.push(covered ? undefined : cell);
      for (let span = Math.min(50, numberOf(own, 'w:gridSpan') ?? 1); span > 1; span--) cells.push(undefined);
    }
    return [{ cells, header: child(properties, 'w:tblHeader') !== undefined, flat: isFlat(properties) }];
  });
}

function isFlat(properties: XmlElement | undefined): boolean {
  const height = child(properties, 'w:trHeight')?.attributes;
  return height?.get('w:hRule') === 'exact' && Number(height.get('w:val') ?? Infinity) / 20 < SMALLEST;
}

/** Rows or cells of a table, those in content controls and revision marks too. */
function unwrapped(parent: XmlElement, name: string): readonly XmlElement[] {
  return elements(parent).flatMap((element) => {
    if (element.name === name) return [element];
    return /^w:(?:sdt|sdtContent|customXml|ins|moveTo)$/.test(element.name) ? unwrapped(element, name) : [];
  });
}
