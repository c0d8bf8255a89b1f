type PdfLibrary = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

let loaded: Promise<PdfLibrary> | undefined;

/** Loads pdf.js once, its parsing half in this very thread: what reads scans is itself the guarded process. */
export function pdfLibrary(): Promise<PdfLibrary> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<PdfLibrary> {
  const world = globalThis as Record<string, unknown>;
  // pdf.js looks for drawing classes when it is loaded; taking pictures out of pages never uses them.
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) world[name] ??= class {};
  /* eslint-disable no-console -- pdf.js warns on load about a drawing package it does not need here */
  const warn = console.warn;
  console.warn = () => undefined;
  try {
    // @ts-expect-error -- the worker half of pdf.js ships without types; it is only handed over
    world['pdfjsWorker'] ??= (await import('pdfjs-dist/legacy/build/pdf.worker.mjs')) as unknown;
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } finally {
    console.warn = warn;
  }
  /* eslint-enable no-console */
}
