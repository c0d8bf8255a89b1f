import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

export type { PDFDocumentProxy, PDFPageProxy };

type Library = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

let loading: Promise<Library> | undefined;

/** The renderer of PDF pages, loaded when the first page is shown; it works in a thread of its own. */
function library(): Promise<Library> {
  loading ??= Promise.all([import('pdfjs-dist/legacy/build/pdf.mjs'), worker()]).then(([loaded, port]) => {
    loaded.GlobalWorkerOptions.workerPort = port;
    return loaded;
  });
  return loading;
}

/**
 * The thread, once it says that it listens. A page of no origin may start none by an address, but one from its own bytes
 * that imports what lies there.
 */
function worker(): Promise<Worker> {
  const { href } = new URL(workerAddress, document.baseURI);
  const start = new Blob([`import(${JSON.stringify(href)})`], { type: 'text/javascript' });
  const begun = new Worker(URL.createObjectURL(start));
  return new Promise((resolve, reject) => {
    begun.addEventListener('message', () => resolve(begun), { once: true });
    begun.addEventListener('error', () => reject(new Error('the drawing of PDF pages did not start')), { once: true });
  });
}

const SHIPPED = '/assets/shipped/pdfjs';

/** Opens a PDF to be drawn. Nothing in it is run: no script, no evaluated functions, no links. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const { getDocument } = await library();
  const opened = getDocument({
    // the worker takes the bytes away from whoever gives them
    data: bytes.slice(),
    isEvalSupported: false,
    useWasm: false,
    useSystemFonts: true,
    cMapUrl: `${SHIPPED}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${SHIPPED}/standard_fonts/`,
  });
  return opened.promise;
}

const POINTS_PER_MM = 72 / 25.4;

/** Size of a page in millimetres, as it would lie on the table. */
export function pageSize(page: PDFPageProxy): { readonly width: number; readonly height: number } {
  const { width, height } = page.getViewport({ scale: 1 });
  return { width: width / POINTS_PER_MM, height: height / POINTS_PER_MM };
}

/**
 * Draws a page as sharply as the screen allows. It is drawn aside and shown when it is done: what was there before stays until then.
 * Says whether it was shown; a later drawing on the same canvas wins.
 */
export async function drawPage(page: PDFPageProxy, canvas: HTMLCanvasElement, width: number): Promise<boolean> {
  const turn = (turns.get(canvas) ?? 0) + 1;
  turns.set(canvas, turn);
  const scale = (width * devicePixelRatio) / page.getViewport({ scale: 1 }).width;
  const viewport = page.getViewport({ scale });
  const aside = document.createElement('canvas');
  aside.width = Math.round(viewport.width);
  aside.height = Math.round(viewport.height);
  await page.render({ canvas: aside, viewport }).promise;
  if (turns.get(canvas) !== turn) return false;
  canvas.width = aside.width;
  canvas.height = aside.height;
  canvas.getContext('2d')?.drawImage(aside, 0, 0);
  return true;
}

const turns = new WeakMap<HTMLCanvasElement, number>();

/** The words of a page, for who cannot see it. */
export async function pageWords(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent();
  return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
}
