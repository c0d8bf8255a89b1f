import { say, type Sentence, sentence } from '../../agreement/sentence.ts';
import { createHash } from 'node:crypto';
import { AFRelationship, PDFDocument, type PDFFont, PDFHexString, PDFName, type PDFPage, PrintScaling } from 'pdf-lib';
import { Refusal } from '../../agreement/refusal.ts';
import { assertPrintable } from '../typeset/font-coverage.ts';
import { embedPrintFont, type PrintFonts } from '../typeset/font.ts';
import { type ContentsLine, contentsLines, takeZones, type Zone } from '../typeset/links.ts';
import { isLetter, type Paper, type PaperStyle, paperText, TYPE } from '../paper.ts';
import { codeSymbol, documentCode, pageCodeText } from './page-code.ts';
import { renumberNodes } from './node-ids.ts';
import { sealBox, type SealShape, seamGroups } from './seal.ts';
import {
  asArtifact,
  drawFolio,
  drawFooterLines,
  drawPageCode,
  drawSealGuide,
  drawSeamGuide,
  drawStanding,
  type Folio,
} from './stamp.ts';
import { rewriteToUnicode } from './tounicode.ts';

export interface FinishOptions {
  /** SHA-256 (hex) of the filled content: stands in the footer and, shortened, in the page code. */
  readonly fingerprint: string;
  /** What the fingerprint is of, where it is not of the paper's own content. */
  readonly fingerprintOf?: keyof typeof FINGERPRINTS | undefined;
  /** Written into the metadata; nothing in here reads a clock. */
  readonly at: Date;
  readonly author: string;
  readonly subject?: string | undefined;
  readonly fonts: PrintFonts;
  readonly folio?: Folio | undefined;
  /** Words in the upper margin of every page. */
  readonly standing?: Sentence | undefined;
  /** Outlines printed only if wanted. */
  readonly guides?:
    | {
        readonly seal?: SealShape | undefined;
        readonly seam?: SealShape | undefined;
        /** Millimetres to the right and upwards from the zone's middle. */
        readonly offset?: { readonly x: number; readonly y: number } | undefined;
      }
    | undefined;
  /** The filled values, carried inside the file. */
  readonly attachment?: { readonly name: string; readonly json: string } | undefined;
}

export interface FinishedPdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** Where the seal zones came to lie, in millimetres. */
  readonly zones: readonly Zone[];
  /** The document part of the page code. */
  readonly code: string;
}

/** What stands before the fingerprint in the foot. */
const FINGERPRINTS = {
  content: 'pdf.finish.fingerprint',
  'ledger-end': 'pdf.finish.fingerprint-ledger',
  'new-text': 'pdf.finish.fingerprint-new-text',
  record: 'pdf.finish.fingerprint-record',
  text: 'pdf.finish.fingerprint-text',
  extract: 'pdf.finish.fingerprint-extract',
  files: 'pdf.finish.fingerprint-files',
  /** Of a paper that is no letter: it is not the hash of the file, which stands on a list of evidence. */
  paper: 'pdf.finish.fingerprint-content',
} as const;

/** Every character that the stamps themselves can draw: their glyphs answer with these. */
const STAMPED = [
  ...[
    sentence('pdf.stamp.page-of', { page: '', pages: '' }),
    sentence('pdf.finish.number', { place: '' }),
    // The room of a day that is written by hand is no word of the paper.
    sentence('format.blank-date'),
    ...Object.values(FINGERPRINTS).map((label) => sentence(label, { fingerprint: '' })),
  ].flatMap((stamp) => [say(stamp, 'zh'), say(stamp, 'en')]),
  '— 0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHJKMNPQRSTVWXYZ/-:.',
].join('');

/** What the attachment of a filled letter is. */
const VALUES = sentence('pdf.finish.values');

export const PRODUCER = 'Assent (签阅)';

async function load(printed: Uint8Array): Promise<PDFDocument> {
  try {
    return await PDFDocument.load(printed, { updateMetadata: false });
  } catch (cause) {
    throw new Refusal(
      'print-unreadable',
      sentence('pdf.finish.print-unreadable'),
      sentence('pdf.finish.print-unreadable.next'),
      { cause },
    );
  }
}

/** Same input, same bytes: the file identifier is derived from the content, not drawn at random. */
function setIdentifier(document: PDFDocument, seed: string): void {
  const identifier = PDFHexString.of(createHash('sha256').update(seed).digest('hex').slice(0, 32).toUpperCase());
  document.context.trailerInfo.ID = document.context.obj([identifier, identifier]);
}

function setMetadata(document: PDFDocument, paper: Paper, options: FinishOptions): void {
  document.setTitle(paper.title, { showInWindowTitleBar: true });
  document.setAuthor(options.author);
  document.setSubject(options.subject ?? paper.title);
  document.setKeywords([`sha256:${options.fingerprint}`]);
  document.setCreator(PRODUCER);
  document.setProducer(PRODUCER);
  document.setCreationDate(options.at);
  document.setModificationDate(options.at);
  document.setLanguage(paper.language === 'zh' ? 'zh-CN' : 'en');
  document.catalog.getOrCreateViewerPreferences().setPrintScaling(PrintScaling.None);
  document.catalog.delete(PDFName.of('Metadata'));
  setIdentifier(document, `${options.fingerprint} ${options.at.toISOString()} ${document.getPageCount()}`);
}

/** Page number at the end of a contents entry, on the base line of its last line: half the leading up, less the type below the middle. */
function drawTarget(page: PDFPage, font: PDFFont, { target, right, bottom }: ContentsLine, style: PaperStyle): void {
  const { body, line } = TYPE[style];
  const label = String(target);
  const x = right - font.widthOfTextAtSize(label, body);
  page.drawText(label, { font, size: body, x, y: bottom + line / 2 - 0.4325 * body });
}

const footerLines = (
  place: string,
  { fingerprint, fingerprintOf }: FinishOptions,
  { language, style }: Paper,
): readonly string[] => [
  say(sentence('pdf.finish.number', { place }), language),
  say(sentence(FINGERPRINTS[fingerprintOf ?? (isLetter(style) ? 'content' : 'paper')], { fingerprint }), language),
];

/**
 * The number of a paper. A letter's is told by its filled content alone, by which its scan is known again; every other paper has one of its
 * own, whatever others have the same fingerprint: those of the same ledger, of the same record, in the other language.
 */
function numberOf({ style, language }: Paper, text: string, fingerprint: string): string {
  if (isLetter(style)) return documentCode(fingerprint);
  return documentCode(createHash('sha256').update([fingerprint, language, text].join('\n')).digest('hex'));
}

const groupsOfFour = (text: string): string => text.match(/.{1,4}/g)?.join('-') ?? text;

/**
 * What paper needs beyond the laid-out text: folio, fingerprint footer with its machine-readable page code, page numbers in the
 * table of contents, seal and seam guides, metadata, the filled values as an attachment, true print scale. Takes the bytes that
 * Chromium (or the plain page setter) made of `paper`. The result is deterministic for the same printed bytes and options.
 */
export async function finish(printed: Uint8Array, paper: Paper, options: FinishOptions): Promise<FinishedPdf> {
  const text = paperText(paper);
  assertPrintable(text, options.fonts);
  const document = await load(printed);
  renumberNodes(document);
  const zones = takeZones(document);
  const standing = options.standing && say(options.standing, paper.language);
  rewriteToUnicode(document, text + STAMPED + (standing ?? ''), options.fonts);
  const font = await embedPrintFont(document, options.fonts.regular);
  const pages = document.getPages();
  const code = numberOf(paper, text, options.fingerprint);

  const contents = contentsLines(document);
  const seams = options.guides?.seam
    ? seamGroups(pages.length, options.guides.seam).flatMap(({ slices }) => slices)
    : [];
  pages.forEach((page: PDFPage, index) => {
    const number = index + 1;
    asArtifact(page, () => {
      for (const entry of contents) if (entry.page === number) drawTarget(page, font, entry, paper.style);
      drawFolio(page, font, options.folio ?? 'of', { number, pages: pages.length, language: paper.language });
      if (standing !== undefined) drawStanding(page, font, standing);
      drawPageCode(page, codeSymbol(pageCodeText({ document: code, page: number, pages: pages.length })));
      drawFooterLines(page, font, footerLines(`${groupsOfFour(code)}-${number}/${pages.length}`, options, paper));
      const { seal, seam, offset } = options.guides ?? {};
      if (seal)
        for (const zone of zones) if (zone.page === number) drawSealGuide(page, seal, sealBox(seal, zone.box, offset));
      if (seam) for (const slice of seams) if (slice.page === number) drawSeamGuide(page, seam, slice);
    });
  });

  setMetadata(document, paper, options);
  if (options.attachment) {
    await document.attach(new TextEncoder().encode(options.attachment.json), options.attachment.name, {
      mimeType: 'application/json',
      description: `${say(VALUES, 'zh')} / ${say(VALUES, 'en')}`,
      creationDate: options.at,
      modificationDate: options.at,
      afRelationship: AFRelationship.Data,
    });
  }
  const bytes = await document.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false });
  return { bytes, pages: pages.length, zones, code };
}
