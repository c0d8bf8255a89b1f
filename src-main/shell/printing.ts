import { BrowserWindow, session } from 'electron';
import { fontUrl } from '../kernel/paper-pdf.ts';
import type { PrintPort } from '../kernel/ports.ts';
import type { Paper } from '../pdf/paper.ts';
import { hardenSession } from './security.ts';
import { type ServedPapers, type Roots, serve } from './protocol.ts';

/**
 * Lays papers out with Chromium in a hidden, sandboxed window without script. Works one at a time: a second paper waits.
 */
export function printing(roots: Roots, served: ServedPapers): PrintPort {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
  return {
    toPdf: (paper) => inTurn(() => fittedHere(paper, roots, served)),
    dialog: (pdf, name) => inTurn(() => showDialog(pdf, name)),
  };
}

/** Typesetting is loaded when the first paper is made. */
async function htmlOf(paper: Paper, line?: number): Promise<string> {
  const { typeset } = await import('../pdf/typeset/typeset.ts');
  return typeset(paper, { fontUrl, ...(line === undefined ? {} : { line }) });
}

async function fittedHere(paper: Paper, roots: Roots, served: ServedPapers): Promise<Uint8Array> {
  const { fitted } = await import('../pdf/typeset/fitted.ts');
  return fitted(paper, async (line) => layOut(await htmlOf(paper, line), roots, served), pagesOf);
}

async function pagesOf(pdf: Uint8Array): Promise<number> {
  const { PDFDocument } = await import('pdf-lib');
  return (await PDFDocument.load(pdf, { updateMetadata: false })).getPageCount();
}

async function layOut(html: string, roots: Roots, served: ServedPapers): Promise<Uint8Array> {
  const window = paperWindow(roots, served);
  try {
    const address = served.put(html);
    // On a busy machine Chromium may stop a load before it has begun; it is begun once more, and a second failure is told.
    await window.loadURL(address).catch(() => window.loadURL(address));
    return await window.webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
  } finally {
    window.destroy();
  }
}

function paperWindow(roots: Roots, served: ServedPapers): BrowserWindow {
  const papers = session.fromPartition('papers');
  if (!papers.protocol.isProtocolHandled('app')) {
    hardenSession(papers);
    serve(papers, roots, served);
  }
  return new BrowserWindow({
    show: false,
    webPreferences: { session: papers, sandbox: true, contextIsolation: true, javascript: false },
  });
}

/** Chromium's own viewer prints the finished PDF, so that paper shows the very bytes that are kept. */
async function showDialog(pdf: Uint8Array, name: string): Promise<boolean> {
  const { printPdf } = await import('./print-dialog.ts');
  return printPdf(pdf, name);
}
