import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFRawStream, PDFRef } from 'pdf-lib';

/**
 * What later revisions did to a signed document. A further signer adds a field and a widget; everything that was there
 * when the first one signed must still be the same objects (ISO 32000-1, 12.8.2.2: DocMDP, P = 2).
 */

const name = (key: string): PDFName => PDFName.of(key);

/** Entries that a further signature may add or replace. `DSS` and `Extensions` come with long-term validation. */
const CATALOG_MAY_CHANGE = ['AcroForm', 'Perms', 'DSS', 'Extensions', 'Metadata'].map(name);
const PAGE_MAY_CHANGE = [name('Annots')];
const FORM_MAY_CHANGE = ['Fields', 'SigFlags', 'DA', 'DR', 'NeedAppearances'].map(name);

function written(object: PDFObject | undefined, without: readonly PDFName[] = []): string {
  if (object instanceof PDFRawStream)
    return `${String(object.dict)}\n${Buffer.from(object.contents).toString('latin1')}`;
  if (!(object instanceof PDFDict)) return String(object);
  return object
    .entries()
    .filter(([key]) => !without.includes(key))
    .map(([key, value]) => `${String(key)} ${String(value)}`)
    .join('\n');
}

const typeOf = (object: PDFObject | undefined): PDFObject | undefined =>
  object instanceof PDFDict ? object.get(name('Type')) : undefined;

/** References of a page's or form's list, whether the list is written in place or stands for itself. */
const listed = (document: PDFDocument, owner: PDFDict, key: string): readonly PDFRef[] => {
  const list = document.context.lookup(owner.get(name(key)));
  return list instanceof PDFArray ? list.asArray().filter((entry) => entry instanceof PDFRef) : [];
};

const isSignatureWidget = (document: PDFDocument, reference: PDFRef): boolean => {
  const annotation = document.context.lookup(reference);
  return annotation instanceof PDFDict && annotation.get(name('FT')) === name('Sig');
};

/** Lists may grow by signatures; nothing may leave them and nothing else may join. */
function listsHold(before: PDFDocument, now: PDFDocument): boolean {
  const grown = (earlier: readonly PDFRef[], later: readonly PDFRef[]): boolean =>
    earlier.every((reference) => later.includes(reference)) &&
    later.every((reference) => earlier.includes(reference) || isSignatureWidget(now, reference));
  const [pagesBefore, pagesNow] = [before.getPages(), now.getPages()];
  return (
    pagesBefore.length === pagesNow.length &&
    pagesBefore.every((page, index) => {
      const other = pagesNow[index];
      return other !== undefined && grown(listed(before, page.node, 'Annots'), listed(now, other.node, 'Annots'));
    })
  );
}

/** Indirect lists and the form itself are rewritten when a field joins: their members are compared instead. */
function freeToChange(document: PDFDocument): ReadonlySet<PDFObject | undefined> {
  const form = document.catalog.lookup(name('AcroForm'));
  const lists = document.getPages().map((page) => page.node.get(name('Annots')));
  return new Set([
    ...lists,
    form instanceof PDFDict ? form.get(name('Fields')) : undefined,
    document.context.trailerInfo.Info,
  ]);
}

function sameObject(before: PDFObject, now: PDFObject | undefined): boolean {
  const type = typeOf(before);
  const isForm = before instanceof PDFDict && before.has(name('Fields')) && before.has(name('SigFlags'));
  const without =
    type === name('Catalog')
      ? CATALOG_MAY_CHANGE
      : type === name('Page')
        ? PAGE_MAY_CHANGE
        : isForm
          ? FORM_MAY_CHANGE
          : [];
  return written(before, without) === written(now, without);
}

/** Was anything but signatures added after the revision that ends at `revisionEnd`? */
export async function changedSince(pdf: Uint8Array, revisionEnd: number): Promise<boolean> {
  const options = { updateMetadata: false } as const;
  const before = await PDFDocument.load(pdf.slice(0, revisionEnd), options);
  const now = await PDFDocument.load(pdf, options);
  if (!listsHold(before, now)) return true;
  const free = freeToChange(before);
  return before.context
    .enumerateIndirectObjects()
    .some(([reference, object]) => !free.has(reference) && !sameObject(object, now.context.lookup(reference)));
}
