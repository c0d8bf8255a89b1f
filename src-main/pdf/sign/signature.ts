import { createHash } from 'node:crypto';
import type { PDFDict } from 'pdf-lib';
import { PDFArray, PDFDocument, PDFHexString, PDFName, PDFNumber, type PDFPage, type PDFRef, PDFString } from 'pdf-lib';
import { beijingClock } from '../../agreement/beijing-time.ts';
import { type Language, say, sentence } from '../../agreement/sentence.ts';
import { Refusal } from '../../agreement/refusal.ts';
import type { PrintFonts } from '../typeset/font.ts';
import { toPoints } from '../paper.ts';
import type { PageBox, SealShape } from '../finish/seal.ts';
import { drawAppearance } from './appearance.ts';
import { signDetached } from './cms.ts';
import { concat } from './der.ts';
import { type Signer, usableAlgorithm } from './signer.ts';
import type { Certificate } from './x509.ts';

/** Where and how a signature is seen. `box` is the seal zone that `finish` reported, or any box in millimetres. */
export interface VisiblePlace {
  /** 1-based. */
  readonly page: number;
  readonly box: PageBox;
  readonly seal?: { readonly png: Uint8Array; readonly shape: SealShape } | undefined;
  /** Where name, reason and time are written: below the box unless told. */
  readonly caption?: 'below' | 'inside' | undefined;
  readonly fonts: PrintFonts;
}

export interface SignOptions {
  /** Time claimed by the signer; goes into /M and the appearance. Not a trusted time. */
  readonly at: Date;
  readonly reason: string;
  readonly language?: Language | undefined;
  /** Absent: an invisible signature. */
  readonly visible?: VisiblePlace | undefined;
  /** Brings an RFC 3161 token for this signature value (PAdES B-T); see `timestamp.ts`. */
  readonly timestamp?: ((signatureValue: Uint8Array) => Promise<Uint8Array>) | undefined;
}

/** Room for the CMS structure: certificates as they are, and a timestamp token brought now or later. */
const TIMESTAMP_ROOM = 12_000;
const STRUCTURE_ROOM = 2_000;
/** As many digits as any file of this size needs; filled up with spaces once the offsets are known. */
const RANGE_DIGITS = 9_999_999_999;

const name = (key: string): PDFName => PDFName.of(key);

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** By the clock in Beijing, to the minute, as the day on the paper beside it is: the words name the zone. */
const minuteInBeijing = (at: Date): string => beijingClock(at).slice(0, 16);

/** PDF date in UTC. */
const pdfDate = (at: Date): PDFString =>
  PDFString.of(
    `D:${at.getUTCFullYear()}${[
      at.getUTCMonth() + 1,
      at.getUTCDate(),
      at.getUTCHours(),
      at.getUTCMinutes(),
      at.getUTCSeconds(),
    ]
      .map(twoDigits)
      .join('')}+00'00'`,
  );

/** What stands beside a visible signature. A self-issued certificate always says so. */
export function captionLines(
  certificate: Certificate,
  options: Pick<SignOptions, 'at' | 'reason' | 'language'>,
): readonly string[] {
  const { subjectName, selfIssued, issuerName } = certificate;
  const lines = [
    sentence('pdf.signature.signed-by', { name: subjectName }),
    sentence('pdf.signature.reason', { reason: options.reason }),
    sentence('pdf.signature.time', { at: minuteInBeijing(options.at) }),
    selfIssued ? sentence('pdf.signature.self-issued') : sentence('pdf.signature.issued-by', { issuer: issuerName }),
  ];
  return lines.map((line) => say(line, options.language ?? 'zh'));
}

/** Refuses a certificate that must not or cannot sign at that time. */
export function assertMaySign(certificate: Certificate, at: Date): void {
  const { subjectName, notBefore, notAfter, keyUsage } = certificate;
  const day = (date: Date): string => beijingClock(date).slice(0, 10);
  const next = sentence('pdf.signature.assert-may-sign.next');
  if (at > notAfter) {
    throw new Refusal(
      'certificate-expired',
      sentence('pdf.signature.certificate-expired', { subjectName, notAfter: day(notAfter) }),
      next,
    );
  }
  if (at < notBefore) {
    throw new Refusal(
      'certificate-not-yet-valid',
      sentence('pdf.signature.certificate-not-yet-valid', { subjectName, notBefore: day(notBefore) }),
      sentence('pdf.signature.certificate-not-yet-valid.next'),
    );
  }
  if (keyUsage && !keyUsage.digitalSignature && !keyUsage.nonRepudiation) {
    throw new Refusal(
      'certificate-not-for-signing',
      sentence('pdf.signature.certificate-not-for-signing', { subjectName }),
      sentence('pdf.signature.certificate-not-for-signing.next'),
    );
  }
}

/** The certification level of the first signature: forms may be filled and further people may sign, nothing else (ISO 32000-1, 12.8.2.2). */
function certification(document: PDFDocument): PDFArray {
  return document.context.obj([
    {
      Type: 'SigRef',
      TransformMethod: 'DocMDP',
      TransformParams: { Type: 'TransformParams', P: 2, V: name('1.2') },
    },
  ]);
}

function formOf(document: PDFDocument): { form: PDFDict; fields: PDFArray } {
  const form = document.catalog.getOrCreateAcroForm().dict;
  form.set(name('SigFlags'), PDFNumber.of(3));
  return { form, fields: form.lookup(name('Fields')) as PDFArray };
}

interface Reserved {
  readonly bytes: Uint8Array;
  readonly room: number;
}

/** Writes the signature field with empty places for byte range and contents, as an incremental update. */
async function reserve(pdf: Uint8Array, signer: Signer, options: SignOptions): Promise<Reserved> {
  const document = await PDFDocument.load(pdf, { forIncrementalUpdate: true, updateMetadata: false });
  const { context } = document;
  const { fields } = formOf(document);
  const first = fields.size() === 0;
  const certificates = [signer.certificate, ...signer.chain].reduce((sum, { raw }) => sum + raw.length, 0);
  const room = certificates + STRUCTURE_ROOM + TIMESTAMP_ROOM;
  const value = context.obj({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'ETSI.CAdES.detached',
    ByteRange: [0, RANGE_DIGITS, RANGE_DIGITS, RANGE_DIGITS],
    Contents: PDFHexString.of('0'.repeat(room * 2)),
    M: pdfDate(options.at),
    Name: PDFHexString.fromText(signer.certificate.subjectName),
    Reason: PDFHexString.fromText(options.reason),
  });
  if (first) value.set(name('Reference'), certification(document));
  const valueRef = context.register(value);
  if (first) document.catalog.set(name('Perms'), context.obj({ DocMDP: valueRef }));

  const pages = document.getPages();
  const page = pages[(options.visible?.page ?? 1) - 1];
  if (!page) throw new RangeError(`the document has no page ${options.visible?.page}`);
  const widget = context.obj({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    T: PDFHexString.fromText(`Signature${fields.size() + 1}`),
    V: valueRef,
    P: page.ref,
    F: 132,
    Rect: [0, 0, 0, 0],
  });
  if (options.visible) await showWidget(document, widget, signer.certificate, options, options.visible);
  const widgetRef = context.register(widget);
  fields.push(widgetRef);
  addAnnotation(page, widgetRef);
  return { bytes: await document.commit({ useObjectStreams: false }), room };
}

/** Straight into the array: pdf-lib's own way of adding wraps the page's content streams anew, which is an edit after signing. */
function addAnnotation(page: PDFPage, annotation: PDFRef): void {
  const annotations = page.node.lookup(name('Annots'));
  if (annotations instanceof PDFArray) annotations.push(annotation);
  else page.node.set(name('Annots'), page.doc.context.obj([annotation]));
}

async function showWidget(
  document: PDFDocument,
  widget: PDFDict,
  certificate: Certificate,
  options: SignOptions,
  { box, seal, caption = 'below', fonts }: VisiblePlace,
): Promise<void> {
  const lines = captionLines(certificate, options);
  const { stream, field } = await drawAppearance(document, { box, seal, caption, lines, fonts });
  const [left, bottom] = [toPoints(field.left), toPoints(field.bottom)];
  widget.set(
    name('Rect'),
    document.context.obj([left, bottom, left + toPoints(field.width), bottom + toPoints(field.height)]),
  );
  widget.set(name('AP'), document.context.obj({ N: stream }));
}

/** Index of the last occurrence of an ASCII text. */
const lastIndexOf = (bytes: Uint8Array, text: string): number =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).lastIndexOf(text, undefined, 'latin1');

/**
 * Signs a PDF as PAdES baseline B-B (B-T where a timestamp is brought) by an incremental update: earlier bytes, and so
 * earlier signatures, stay as they are. The first signature certifies the document and allows further ones.
 */
export async function signPdf(pdf: Uint8Array, signer: Signer, options: SignOptions): Promise<Uint8Array> {
  const { digest } = usableAlgorithm(signer.algorithm);
  assertMaySign(signer.certificate, options.at);
  const { bytes, room } = await reserve(pdf, signer, options);
  const signed = bytes.slice();

  const opening = lastIndexOf(signed, `<${'0'.repeat(room * 2)}>`);
  const closing = opening + room * 2 + 2;
  const placeholder = /\/ByteRange \[[^\]]*\]/.exec(
    Buffer.from(signed.buffer, signed.byteOffset + pdf.length, signed.length - pdf.length).toString('latin1'),
  );
  if (opening < pdf.length || !placeholder) throw new Error('the reserved signature was not written');
  const range = `/ByteRange [0 ${opening} ${closing} ${signed.length - closing}`;
  signed.set(new TextEncoder().encode(`${range.padEnd(placeholder[0].length - 1)}]`), pdf.length + placeholder.index);

  const covered = concat([signed.subarray(0, opening), signed.subarray(closing)]);
  const { cms } = await signDetached(signer, createHash(digest).update(covered).digest(), options.timestamp);
  if (cms.length > room) throw new Error('the signature does not fit into the reserved room');
  signed.set(new TextEncoder().encode(Buffer.from(cms).toString('hex')), opening + 1);
  return signed;
}
