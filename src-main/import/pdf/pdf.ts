import path from 'node:path';
import { Refusal } from '../../agreement/refusal.ts';
import { type Sentence, sentence } from '../../agreement/sentence.ts';
import type { MarkedLine, MarkedText, ReadingNote } from '../../agreement/model.ts';
import type { Coverage } from '../../agreement/coverage.ts';
import { bodyOf } from '../body-coverage.ts';
import { LeftOut } from '../left-out.ts';
import { note } from '../note.ts';
import { MAX_PDF_PAGES } from '../guard/limits.ts';
import { isForeignLooking, isUnreadable, settleDoor } from './characters.ts';
import { type PageContent, readPageContent } from './content.ts';
import { layOut } from './layout.ts';
import { loadPdfLibrary, type PdfLibrary, resourceFolder, ResourceFiles } from '../../picture/pdf-library.ts';
import { importRefusal } from '../refusals.ts';

export interface PdfOptions {
  readonly signal?: AbortSignal;
  /** Folder with pdf.js's `cmaps/` and `standard_fonts/`. */
  readonly resources?: string;
  readonly progress?: (share: number) => void;
}

/** Fewer characters than this on a page with a picture: a scan with a stamp or folio on it, not a page of text. */
const FEWEST_CHARS = 16;
/** Share of characters without a meaning above which the text is noise. */
const MOST_UNREADABLE = 0.3;

/**
 * A PDF with a text layer as marked lines, each with its page: wrapped lines joined to paragraphs, columns read one after the other,
 * tables by their rules or alignment, bold and underline as drawn. Nothing is executed and no picture is decoded.
 * @throws Refusal `pdf-encrypted`, `pdf-corrupt`, `pdf-image-only`, `pdf-unreadable-text`, `import-cancelled`
 */
export async function readPdf(bytes: Uint8Array, options: PdfOptions = {}): Promise<MarkedText> {
  const library = await loadPdfLibrary();
  const folder = resourceFolder(options.resources);
  const files = (name: string): string | undefined =>
    folder === undefined ? undefined : `${path.join(folder, name)}/`;
  const [cMapUrl, standardFontDataUrl] = [files('cmaps'), files('standard_fonts')];
  const task = library.getDocument({
    data: Uint8Array.from(bytes),
    verbosity: library.VerbosityLevel.ERRORS,
    BinaryDataFactory: ResourceFiles,
    cMapPacked: true,
    ...(cMapUrl === undefined ? {} : { cMapUrl }),
    ...(standardFontDataUrl === undefined ? {} : { standardFontDataUrl }),
    useWorkerFetch: false,
    useWasm: false,
    useSystemFonts: false,
    disableFontFace: true,
    isEvalSupported: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: 1,
    enableXfa: false,
  });
  try {
    const pages = await readPages(await task.promise, library, options);
    return markedFrom(pages);
  } catch (error) {
    throw refusalFor(error);
  } finally {
    await task.destroy();
  }
}

function refusalFor(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const name = error instanceof Error ? error.name : '';
  return importRefusal(name === 'PasswordException' ? 'pdf-encrypted' : 'pdf-corrupt', error);
}

type PdfDocument = Awaited<ReturnType<PdfLibrary['getDocument']>['promise']>;

async function readPages(
  document: PdfDocument,
  library: PdfLibrary,
  { signal, progress }: PdfOptions,
): Promise<readonly PageContent[]> {
  const pages: PageContent[] = [];
  const count = Math.min(document.numPages, MAX_PDF_PAGES);
  let failed: Error | undefined;
  for (let number = 1; number <= count; number++) {
    if (signal?.aborted === true) throw importRefusal('import-cancelled');
    try {
      const page = await document.getPage(number);
      pages.push(await readPageContent(page, library));
      page.cleanup();
    } catch (error) {
      failed = error instanceof Error ? error : new Error(String(error));
      pages.push({ number, width: 0, height: 0, glyphs: [], tilted: '', strokes: [], pictures: -1, unread: 0 });
    }
    progress?.(number / count);
  }
  if (failed !== undefined && pages.every(({ glyphs }) => glyphs.length === 0)) throw failed;
  return pages;
}

function markedFrom(pages: readonly PageContent[]): MarkedText {
  refuseUnreadable(pages);
  const door = settleDoor(pages.flatMap(({ glyphs }) => glyphs.map(({ text }) => text)).join(''));
  const lines = layOut(pages).map((line) => withCharacter(line, door));
  const left = tiltedText(pages);
  const coverage = [...pages.map((page) => pageCoverage(page, lines)), ...left.coverage()];
  return { format: 'pdf', encoding: 'binary', lines, notes: notesOn(pages, left), coverage };
}

function withCharacter(line: MarkedLine, { from, to }: { readonly from: string; readonly to: string }): MarkedLine {
  if (!line.text.includes(from)) return line;
  const cells = line.cells?.map((cell) => cell.replaceAll(from, to));
  return { ...line, text: line.text.replaceAll(from, to), ...(cells === undefined ? {} : { cells }) };
}

function charsOn({ glyphs }: PageContent): number {
  return glyphs.filter(({ text }) => text.trim() !== '').length;
}

function refuseUnreadable(pages: readonly PageContent[]): void {
  const chars = pages.reduce((sum, page) => sum + charsOn(page), 0);
  const texts = pages.filter((page) => charsOn(page) >= FEWEST_CHARS || (page.pictures === 0 && charsOn(page) > 0));
  if (texts.length === 0 && pages.some(({ pictures }) => pictures > 0)) throw importRefusal('pdf-image-only');
  const noise = pages.reduce(
    (sum, { glyphs, unread }) =>
      sum + unread + glyphs.filter(({ text }) => isUnreadable(text) || isForeignLooking(text)).length,
    0,
  );
  if (noise > chars * MOST_UNREADABLE) throw importRefusal('pdf-unreadable-text');
  if (chars === 0) throw importRefusal('no-text');
}

/** Watermarks: counted, not read. */
function tiltedText(pages: readonly PageContent[]): LeftOut {
  const left = new LeftOut();
  for (const { tilted } of pages) left.add('watermark', tilted);
  return left;
}

/** A page with pictures and next to no words: what it says is in the pictures. */
const isScan = (page: PageContent): boolean => page.pictures > 0 && charsOn(page) < FEWEST_CHARS;
const isDamaged = ({ pictures }: PageContent): boolean => pictures < 0;
const isRecognised = ({ glyphs }: PageContent): boolean =>
  glyphs.length > 0 && glyphs.filter(({ invisible }) => invisible).length > glyphs.length / 2;

function pageCoverage(page: PageContent, lines: readonly MarkedLine[]): Coverage {
  const { words } = bodyOf(lines.filter((line) => line.page === page.number));
  const state = isDamaged(page) ? 'unread' : isScan(page) ? 'picture-unread' : isRecognised(page) ? 'ocr' : 'text';
  return { part: `page ${page.number}`, page: page.number, kind: 'page', state, words };
}

function notesOn(pages: readonly PageContent[], left: LeftOut): readonly ReadingNote[] {
  const notes: ReadingNote[] = [...left.notes()];
  const scans = pages.filter(isScan);
  if (scans.length > 0) {
    notes.push(note('image-pages', sentence('import.pdf.only-images', { pages: numbers(scans) })));
  }
  const broken = pages.filter(isDamaged);
  if (broken.length > 0) {
    notes.push(note('damaged-pages', sentence('import.pdf.damaged', { pages: numbers(broken) })));
  }
  const recognised = pages.filter(isRecognised);
  if (recognised.length > 0) {
    notes.push(note('recognised-text', sentence('import.pdf.recognised', { pages: numbers(recognised) })));
  }
  const unreadable = pages.filter(({ glyphs }) => glyphs.some(({ text }) => isUnreadable(text)));
  if (unreadable.length > 0) {
    notes.push(
      note('damaged-characters', sentence('import.pdf.unreadable-characters', { pages: numbers(unreadable) })),
    );
  }
  return notes;
}

const LISTED_PAGES = 12;

function numbers(pages: readonly PageContent[]): Sentence {
  const listed = pages.slice(0, LISTED_PAGES).map(({ number }) => number);
  return pages.length > LISTED_PAGES
    ? sentence('import.pdf.pages-and-more', { listed, count: pages.length })
    : sentence('import.pdf.pages', { listed });
}
