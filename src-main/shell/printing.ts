import { session, WebContentsView } from 'electron';
import { fontUrl } from '../kernel/paper-pdf.ts';
import type { PrintPort } from '../kernel/ports.ts';
import type { Paper } from '../pdf/paper.ts';
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
    toPdf: (paper) => inTurn(() => fittedHere(paper, layOut)),
    dialog: (pdf, name) => inTurn(() => showDialog(pdf, name)),
  };
}

/** Typesetting is loaded when the first paper is made. */
async function htmlOf(paper: Paper, line?: number): Promise<string> {
  const { typeset } = await import('../pdf/typeset/typeset.ts');
  return typeset(paper, { fontUrl, ...(line === undefined ? {} : { line }) });
}

async function fittedHere(paper: Paper, layOut: (html: string) => Promise<Uint8Array>): Promise<Uint8Array> {
  const { fitted } = await import('../pdf/typeset/fitted.ts');
  return fitted(paper, async (line) => layOut(await htmlOf(paper, line)), pagesOf);
}

async function pagesOf(pdf: Uint8Array): Promise<number> {
  const { PDFDocument } = await import('pdf-lib');
  return (await PDFDocument.load(pdf, { updateMetadata: false })).getPageCount();
}

/** How often a paper is laid out that comes out without letters, as one does whose fonts were not there yet. */
const MOST_TIMES = 3;

/** Every paper has a title in bold and words beneath it: without one of the two fonts it was printed with gaps. */
const FONTS = ['NotoSerifSC-Regular', 'NotoSerifSC-Bold'];
const hasLetters = (pdf: Buffer): boolean => FONTS.every((font) => pdf.includes(`+${font}`));

/** One view for all papers, made for the first and closed some time after the last. */
function layingOut(roots: Roots, served: ServedPapers): (html: string) => Promise<Uint8Array> {
  let view: WebContentsView | undefined;
  let closing: NodeJS.Timeout | undefined;
  const close = (): void => {
    view?.webContents.close();
    view = undefined;
  };
  return async (html) => {
    clearTimeout(closing);
    if (view?.webContents.isCrashed()) close();
    view ??= paperView(roots, served);
    const { webContents } = view;
    try {
      for (let time = 1; time <= MOST_TIMES; time += 1) {
        await webContents.loadURL(served.put(html));
        const pdf = await webContents.printToPDF({
          preferCSSPageSize: true,
          printBackground: true,
          generateTaggedPDF: true,
          generateDocumentOutline: true,
        });
        if (hasLetters(pdf)) return pdf;
      }
      throw new Error('the paper was printed without its letters');
    } catch (failure) {
      // The next paper begins with a view of its own.
      close();
      throw failure;
    } finally {
      closing = setTimeout(close, KEPT_FOR);
    }
  };
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
