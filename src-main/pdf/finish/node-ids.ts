import { PDFArray, PDFDict, type PDFDocument, type PDFObject, PDFStream, PDFString } from 'pdf-lib';

/** What Chromium calls an element of the structure: it counts on from print to print. */
const NODE = /^node(\d+)$/u;

/**
 * Counts the elements of the structure from one in each paper. Chromium counts them through all that it ever printed, so that the same
 * paper would be another file at each print, with another hash.
 */
export function renumberNodes(document: PDFDocument): void {
  const found = new Map<PDFObject, string>();
  const seen = new Set<PDFObject>();
  for (const [, object] of document.context.enumerateIndirectObjects()) collect(object, found, seen);
  const sorted = [...new Set(found.values())].toSorted((one, other) => numberOf(one) - numberOf(other));
  const named = new Map(sorted.map((name, index) => [name, `node${String(index + 1).padStart(8, '0')}`]));
  for (const container of seen) {
    if (container instanceof PDFArray)
      container.asArray().forEach((each, index) => {
        const name = named.get(found.get(each) ?? '');
        if (name !== undefined) container.set(index, PDFString.of(name));
      });
    if (container instanceof PDFDict)
      for (const [key, each] of container.entries()) {
        const name = named.get(found.get(each) ?? '');
        if (name !== undefined) container.set(key, PDFString.of(name));
      }
  }
}

const numberOf = (name: string): number => Number(NODE.exec(name)?.[1] ?? 0);

/** Every name of an element, and every dictionary and list in which one may stand. */
function collect(object: PDFObject, found: Map<PDFObject, string>, seen: Set<PDFObject>): void {
  if (object instanceof PDFString) {
    const text = object.asString();
    if (NODE.test(text)) found.set(object, text);
    return;
  }
  const container = object instanceof PDFStream ? object.dict : object;
  if (!(container instanceof PDFArray || container instanceof PDFDict) || seen.has(container)) return;
  seen.add(container);
  const inside = container instanceof PDFArray ? container.asArray() : container.values();
  for (const each of inside) collect(each, found, seen);
}
