import { sentence } from '../../agreement/sentence.ts';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFString } from 'pdf-lib';
import { Refusal } from '../../agreement/refusal.ts';
import { readDer } from './der.ts';

/** A signature as it stands in the file. Offsets are bytes. */
export interface SignatureField {
  readonly name: string;
  readonly reason: string | undefined;
  /** Time the signer claims (/M). */
  readonly claimedAt: Date | undefined;
  readonly format: string;
  readonly cms: Uint8Array;
  /** The four numbers of ByteRange. */
  readonly range: readonly [number, number, number, number];
  /** Offsets of `<` and past `>` of the contents. */
  readonly opening: number;
  readonly closing: number;
}

const name = (key: string): PDFName => PDFName.of(key);

const words = (value: unknown): string | undefined =>
  value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;

async function load(pdf: Uint8Array): Promise<PDFDocument> {
  try {
    return await PDFDocument.load(pdf, { updateMetadata: false });
  } catch (cause) {
    throw new Refusal(
      'pdf-unreadable',
      sentence('pdf.signature-fields.pdf-unreadable'),
      sentence('pdf.signature-fields.pdf-unreadable.next'),
      { cause },
    );
  }
}

/** Terminal fields, with the field type inherited from above. */
function terminals(fields: PDFArray | undefined, inherited: unknown): readonly PDFDict[] {
  return (fields?.asArray() ?? []).flatMap((_, index): readonly PDFDict[] => {
    const field = fields?.lookup(index);
    if (!(field instanceof PDFDict)) return [];
    const type = field.get(name('FT')) ?? inherited;
    const kids = field.lookup(name('Kids'));
    const named =
      kids instanceof PDFArray && kids.asArray().some((_kid, at) => (kids.lookup(at) as PDFDict).has(name('T')));
    if (named) return terminals(kids, type);
    return type === name('Sig') ? [field] : [];
  });
}

function timeOf(value: unknown): Date | undefined {
  try {
    return value instanceof PDFString ? value.decodeDate() : undefined;
  } catch {
    // a date that no reader understands is no claim of a time
    return undefined;
  }
}

function fieldOf(field: PDFDict): SignatureField | undefined {
  const value = field.lookup(name('V'));
  if (!(value instanceof PDFDict)) return undefined;
  const contents = value.lookup(name('Contents'));
  const range = value.lookup(name('ByteRange'));
  if (!(contents instanceof PDFHexString) || !(range instanceof PDFArray) || range.size() !== 4) return undefined;
  const [a = 0, b = 0, c = 0, d = 0] = range
    .asArray()
    .map((entry) => (entry instanceof PDFNumber ? entry.asNumber() : Number.NaN));
  return {
    name: words(field.lookup(name('T'))) ?? '',
    reason: words(value.lookup(name('Reason'))),
    claimedAt: timeOf(value.lookup(name('M'))),
    format: String(value.get(name('SubFilter')) ?? '').replace(/^\//, ''),
    cms: readDer(contents.asBytes()).raw,
    range: [a, b, c, d],
    opening: a + b,
    closing: c,
  };
}

/** All signatures of a PDF in the order in which they were made. */
export async function signatureFields(pdf: Uint8Array): Promise<readonly SignatureField[]> {
  const document = await load(pdf);
  const form = document.catalog.lookup(name('AcroForm'));
  if (!(form instanceof PDFDict)) return [];
  const fields = form.lookup(name('Fields'));
  return terminals(fields instanceof PDFArray ? fields : undefined, undefined)
    .flatMap((field) => fieldOf(field) ?? [])
    .toSorted((a, b) => a.range[2] + a.range[3] - (b.range[2] + b.range[3]));
}

/** The signature made last: the only one whose contents may still be completed. */
export async function lastSignature(pdf: Uint8Array): Promise<SignatureField> {
  const last = (await signatureFields(pdf)).at(-1);
  if (last) return last;
  throw new Refusal(
    'not-signed',
    sentence('pdf.signature-fields.not-signed'),
    sentence('pdf.signature-fields.not-signed.next'),
  );
}
