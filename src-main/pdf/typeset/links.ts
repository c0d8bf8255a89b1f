import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFPage,
  PDFRef,
  PDFString,
} from 'pdf-lib';
import { POINTS_PER_MM } from '../paper.ts';
import type { PageBox } from '../finish/seal.ts';
import { ZONE_URL } from './typeset.ts';

/** A marked rectangle found again on the printed page. */
export interface Zone {
  readonly zone: string;
  /** 1-based. */
  readonly page: number;
  readonly box: PageBox;
}

/** A line of a table of contents whose target page is known. `right`, `bottom` in points. */
export interface ContentsLine {
  readonly page: number;
  readonly target: number;
  readonly right: number;
  readonly bottom: number;
}

const name = (key: string): PDFName => PDFName.of(key);

function rectangle(annotation: PDFDict): [number, number, number, number] {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = annotation
    .lookup(name('Rect'), PDFArray)
    .asArray()
    .map((value) => (value instanceof PDFNumber ? value.asNumber() : 0));
  return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)];
}

function links(page: PDFPage): { reference: PDFRef; annotation: PDFDict }[] {
  const annotations = page.node.Annots();
  return (annotations?.asArray() ?? []).flatMap((reference) => {
    const annotation = page.doc.context.lookup(reference);
    const isLink = annotation instanceof PDFDict && annotation.get(name('Subtype')) === name('Link');
    return isLink && reference instanceof PDFRef ? [{ reference, annotation }] : [];
  });
}

function uriOf(annotation: PDFDict): string | undefined {
  const uri = annotation.lookupMaybe(name('A'), PDFDict)?.lookup(name('URI'));
  return uri instanceof PDFString || uri instanceof PDFHexString ? uri.decodeText() : undefined;
}

/** The structure tree names every link annotation; an entry for one that is gone would point at nothing. */
function forgetInStructure(document: PDFDocument, gone: ReadonlySet<PDFRef>): void {
  const isGone = (kid: unknown): boolean => {
    const entry = kid instanceof PDFRef ? document.context.lookup(kid) : kid;
    const object = entry instanceof PDFDict ? entry.get(name('Obj')) : undefined;
    return object instanceof PDFRef && gone.has(object);
  };
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(name('Type')) !== name('StructElem')) continue;
    const kids = object.lookup(name('K'));
    if (isGone(kids)) object.delete(name('K'));
    if (!(kids instanceof PDFArray)) continue;
    for (let index = kids.size() - 1; index >= 0; index -= 1) if (isGone(kids.get(index))) kids.remove(index);
  }
}

/** Takes the zone marks out of a printed document and tells where they were. */
export function takeZones(document: PDFDocument): readonly Zone[] {
  const gone = new Set<PDFRef>();
  const zones = document.getPages().flatMap((page, index) =>
    links(page).flatMap(({ reference, annotation }): Zone[] => {
      const uri = uriOf(annotation);
      if (!uri?.startsWith(ZONE_URL)) return [];
      const [x1, y1, x2, y2] = rectangle(annotation).map((value) => value / POINTS_PER_MM) as [
        number,
        number,
        number,
        number,
      ];
      page.node.removeAnnot(reference);
      gone.add(reference);
      const box = { left: x1, bottom: y1, width: x2 - x1, height: y2 - y1 };
      return [{ zone: decodeURIComponent(uri.slice(ZONE_URL.length)), page: index + 1, box }];
    }),
  );
  forgetInStructure(document, gone);
  for (const reference of gone) document.context.delete(reference);
  return zones;
}

/** Lines that link to a place in the same document: the table of contents and the index of conspicuous clauses. */
export function contentsLines(document: PDFDocument): readonly ContentsLine[] {
  const destinations = document.catalog.lookupMaybe(name('Dests'), PDFDict);
  const pages = document.getPages();
  const numbers = new Map(pages.map((page, index) => [page.ref, index + 1]));
  return pages.flatMap((page, index) =>
    links(page).flatMap(({ annotation }): ContentsLine[] => {
      const target = annotation.get(name('Dest'));
      const destination = target instanceof PDFName ? destinations?.lookup(target) : undefined;
      const place = destination instanceof PDFArray ? destination.get(0) : undefined;
      const number = place instanceof PDFRef ? numbers.get(place) : undefined;
      const [, bottom, right] = rectangle(annotation);
      return number === undefined ? [] : [{ page: index + 1, target: number, right, bottom }];
    }),
  );
}
