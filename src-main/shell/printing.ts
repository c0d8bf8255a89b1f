import { session, type WebContents, WebContentsView } from 'electron';
import { fontUrl } from '../kernel/paper-pdf.ts';
import type { PrintPort } from '../kernel/ports.ts';
import { type Paper, paperText } from '../pdf/paper.ts';
import type { PrintFonts } from '../pdf/typeset/font.ts';
import { hardenSession } from './security.ts';
import { type ServedPapers, type Roots, serve } from './protocol.ts';

/**
 * How long the view is kept after a paper, in milliseconds. As long as it lives Chromium keeps the two print fonts as it read them,
 * and a paper is laid out in a tenth of a second instead of seconds: nearly all of the first one's time goes into the fonts.
 */
const KEPT_FOR = 120_000;

/**
 * Lays papers out with Chromium in a sandboxed view without script that is never shown. Works one at a time: a second paper waits.
 */
export function printing(roots: Roots, served: ServedPapers): PrintPort {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
  const layOut = layingOut(roots, served);
  return {
    toPdf: (paper, fonts) => inTurn(() => fittedHere(paper, fonts, layOut)),
    dialog: (pdf, name) => inTurn(() => showDialog(pdf, name)),
  };
}

/** Typesetting is loaded when the first paper is made. */
async function htmlOf(paper: Paper, line?: number): Promise<string> {
  const { typeset } = await import('../pdf/typeset/typeset.ts');
  return typeset(paper, { fontUrl, ...(line === undefined ? {} : { line }) });
}

async function fittedHere(paper: Paper, fonts: PrintFonts, layOut: LayOut): Promise<Uint8Array> {
  // A character without a glyph is told as such, before its font would be missed in the print.
  const { assertPrintable } = await import('../pdf/typeset/font-coverage.ts');
  const text = paperText(paper);
  assertPrintable(text, fonts);
  const { fitted } = await import('../pdf/typeset/fitted.ts');
  const faces = facesOf(paper, text);
  return fitted(paper, async (line) => layOut(await htmlOf(paper, line), faces), pagesOf);
}

async function pagesOf(pdf: Uint8Array): Promise<number> {
  const { PDFDocument } = await import('pdf-lib');
  return (await PDFDocument.load(pdf, { updateMetadata: false })).getPageCount();
}

/** How often a paper is laid out that comes out without letters, as one does whose fonts were not there yet. */
const MOST_TIMES = 3;

/** Fonts that a print must show by their PostScript names, and those it is laid out anew for as well. */
interface Faces {
  readonly needed: readonly string[];
  readonly wanted: readonly string[];
}

/** Every paper has a title in bold and words beneath it: without one of the two fonts it was printed with gaps. */
const NEEDED = ['NotoSerifSC-Regular', 'NotoSerifSC-Bold'];
/** An English paper takes its dashes, quotes and dots from the Latin font, bold or not, unless they stand in a Chinese title. */
const MARKS = /[\u2013-\u2015\u2018\u2019\u201C\u201D\u2026]/u;
const LATIN = 'NotoSerif-';

const facesOf = ({ language }: Paper, text: string): Faces => ({
  needed: NEEDED,
  wanted: language === 'en' && MARKS.test(text) ? [...NEEDED, LATIN] : NEEDED,
});

const shows = (pdf: Buffer, faces: readonly string[]): boolean => faces.every((face) => pdf.includes(`+${face}`));

type LayOut = (html: string, faces: Faces) => Promise<Uint8Array>;

/** One view for all papers, made for the first and closed some time after the last. */
function layingOut(roots: Roots, served: ServedPapers): LayOut {
  let view: WebContentsView | undefined;
  let closing: NodeJS.Timeout | undefined;
  const close = (): void => {
    view?.webContents.close();
    view = undefined;
  };
  return async (html, { needed, wanted }) => {
    clearTimeout(closing);
    try {
      if (view?.webContents.isCrashed()) close();
      view ??= paperView(roots, served);
      const { webContents } = view;
      let pdf = await printed(webContents, () => served.put(html));
      for (let time = 1; time < MOST_TIMES && !shows(pdf, wanted); time += 1)
        pdf = await printed(webContents, () => served.put(html));
      if (!shows(pdf, needed)) throw new Error('the paper was printed without its letters');
      return pdf;
    } catch (failure) {
      // The next paper begins with a view of its own.
      close();
      throw failure;
    } finally {
      closing = setTimeout(close, KEPT_FOR);
    }
  };
}

/** @param served gives an address to load the paper from */
async function printed(webContents: WebContents, served: () => string): Promise<Buffer> {
  // On a busy machine Chromium may stop a load before it has begun; it is begun once more, and a second failure is told.
  await webContents.loadURL(served()).catch(() => webContents.loadURL(served()));
  return webContents.printToPDF({
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  });
}

function paperView(roots: Roots, served: ServedPapers): WebContentsView {
  const papers = session.fromPartition('papers');
  if (!papers.protocol.isProtocolHandled('app')) {
    hardenSession(papers);
    serve(papers, roots, served);
  }
  return new WebContentsView({
    webPreferences: { session: papers, sandbox: true, contextIsolation: true, javascript: false },
  });
}

/** Chromium's own viewer prints the finished PDF, so that paper shows the very bytes that are kept. */
async function showDialog(pdf: Uint8Array, name: string): Promise<boolean> {
  const { printPdf } = await import('./print-dialog.ts');
  return printPdf(pdf, name);
}
