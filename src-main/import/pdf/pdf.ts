import path from 'node:path';
import { Refusal } from '../../agreement/refusal.ts';
import { type Sentence, sentence } from '../../agreement/sentence.ts';
import type { MarkedLine, MarkedText, ReadingNote } from '../../agreement/model.ts';
import type { Coverage } from '../../agreement/coverage.ts';
import { bodyOf } from '../body-coverage.ts';
import { holdsSentence } from '../holds-sentence.ts';
import { LeftOut } from '../left-out.ts';
import { note } from '../note.ts';
import { MAX_PDF_PAGES } from '../guard/limits.ts';
import { isForeignLooking, isUnreadable, settleDoor } from './characters.ts';
import { type PageContent, readPageContent } from './content.ts';
import { type Beside, readBeside } from './beside.ts';
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
/** Filled shapes with curves: a picture of a seal or a chart has fewer, a paragraph of letters more. */
const LETTERS_AS_SHAPES = 60;
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
    const document = await task.promise;
    const pages = await readPages(document, library, options);
    return markedFrom(pages, await readBeside(document));
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

/** What is known of a page that could not be read. */
const UNREADABLE: Omit<PageContent, 'number'> = {
  width: 0,
  height: 0,
  glyphs: [],
  tilted: '',
  strokes: [],
  pictures: -1,
  shapes: 0,
  unseen: [],
  covered: '',
  overfull: false,
  unread: 0,
  values: [],
  lies: [],
};

type PdfDocument = Awaited<ReturnType<PdfLibrary['getDocument']>['promise']>;

async function readPages(
  document: PdfDocument,
  library: PdfLibrary,
  { signal, progress }: PdfOptions,
): Promise<readonly PageContent[]> {
  const pages: PageContent[] = [];
  const count = Math.min(document.numPages, MAX_PDF_PAGES);
  const layers = await document.getOptionalContentConfig();
  let failed: Error | undefined;
  for (let number = 1; number <= count; number++) {
    if (signal?.aborted === true) throw importRefusal('import-cancelled');
    try {
      const page = await document.getPage(number);
      pages.push(await readPageContent(page, library, layers));
      page.cleanup();
    } catch (error) {
      failed = error instanceof Error ? error : new Error(String(error));
      pages.push({ ...UNREADABLE, number });
    }
    progress?.(number / count);
  }
  if (failed !== undefined && pages.every(({ glyphs }) => glyphs.length === 0)) throw failed;
  return pages;
}

function markedFrom(pages: readonly PageContent[], beside: Beside): MarkedText {
  refuseUnreadable(pages);
  const door = settleDoor(pages.flatMap(({ glyphs }) => glyphs.map(({ text }) => text)).join(''));
  const lines = layOut(pages).map((line) => withCharacter(line, door));
  const left = leftOut(pages, lines);
  const coverage = [
    ...pages.map((page) => pageCoverage(page, lines)),
    ...left.coverage(),
    ...beside.parts,
    ...picturesOf(pages),
  ];
  const notes = notesOn(pages, left);
  return { format: 'pdf', encoding: 'binary', lines, notes, coverage, ...left.doubts.found };
}

/** Words of pages that are not in the lines, or may not be what a person sees there. */
function leftOut(pages: readonly PageContent[], lines: readonly MarkedLine[]): LeftOut {
  const lastLines = new Map(lines.map(({ page = 0, line }) => [page, line]));
  let line = 0;
  const left = new LeftOut(() => line);
  for (const { number, tilted, unseen, covered, overfull, values, lies } of pages) {
    line = lastLines.get(number) ?? line;
    left.add('watermark', tilted);
    // A stamp or a name across the page is no matter of the agreement; a sentence may be.
    if (holdsSentence(tilted)) left.asks('watermark');
    for (const { by, text } of unseen) {
      if (by === 'struck') left.add('deleted-text', text);
      else left.add('hidden-text', text, { cause: sentence(`import.cause.${by}`) });
    }
    const doubt = (more: object): void => left.doubts.add('covered-text', { lines: [line, line], ...more });
    if (covered.trim() !== '') doubt({ read: covered, cause: sentence('import.cause.under-picture') });
    if (overfull) doubt({ cause: sentence('import.cause.overfull', { page: number }) });
    for (const { seen, read } of values)
      left.doubts.add('drawn-differently', { lines: [line, line], seen, read, cause: sentence('import.cause.value') });
    for (const { seen, read } of lies)
      left.doubts.add('drawn-differently', {
        lines: [line, line],
        seen,
        read,
        cause: sentence('import.cause.outline'),
      });
  }
  const recognised = pages.filter(isRecognised);
  if (recognised.length > 0) {
    const cause = sentence('import.pdf.recognised', { pages: numbers(recognised) });
    left.doubts.add('drawn-differently', { lines: [1, Math.max(1, lines.length)], cause });
  }
  return left;
}

/** Pictures and drawn shapes on pages that were read: what they say was not. */
function picturesOf(pages: readonly PageContent[]): readonly Coverage[] {
  const read = pages.filter((page) => !isScan(page) && !isDamaged(page) && !isRecognised(page));
  const [pictured, drawn] = [read.filter(({ pictures }) => pictures > 0), read.filter(isDrawn)];
  const part = { kind: 'picture', state: 'picture-unread', words: 0 } as const;
  const count = pictured.reduce((sum, { pictures }) => sum + pictures, 0);
  const why = sentence('import.pdf.pictures', { pictures: count, pages: numbers(pictured) });
  const shapes = sentence('import.pdf.shapes', { pages: numbers(drawn) });
  return [
    ...(count > 0 ? [{ ...part, part: `pictures (${count})`, why }] : []),
    ...(drawn.length > 0 ? [{ ...part, part: `drawn shapes (${drawn.length})`, why: shapes }] : []),
  ];
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
  const texts = pages.filter((page) => charsOn(page) >= FEWEST_CHARS || (!isScan(page) && charsOn(page) > 0));
  if (texts.length === 0 && pages.some(isScan)) throw importRefusal('pdf-image-only');
  const noise = pages.reduce(
    (sum, { glyphs, unread }) =>
      sum + unread + glyphs.filter(({ text }) => isUnreadable(text) || isForeignLooking(text)).length,
    0,
  );
  if (noise > chars * MOST_UNREADABLE) throw importRefusal('pdf-unreadable-text');
  if (chars === 0) throw importRefusal('no-text');
}

/** A page with pictures and next to no words: what it says is in the pictures. */
const isScan = (page: PageContent): boolean =>
  charsOn(page) < FEWEST_CHARS && (page.pictures > 0 || page.shapes >= LETTERS_AS_SHAPES);
/** A page on which so much is drawn that it may be letters. */
const isDrawn = ({ shapes }: PageContent): boolean => shapes >= LETTERS_AS_SHAPES;
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
