import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export type PdfLibrary = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

let loaded: Promise<PdfLibrary> | undefined;

/** Loads pdf.js once. Its parsing runs in this very process, which is itself a guarded one: no worker below it. */
export function loadPdfLibrary(): Promise<PdfLibrary> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<PdfLibrary> {
  const world = globalThis as Record<string, unknown>;
  // pdf.js looks for drawing classes when it is loaded and warns that it cannot draw; reading text or taking pictures out never uses them.
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) world[name] ??= class {};
  /* eslint-disable no-console -- pdf.js warns on load about a drawing package it does not need here */
  const warn = console.warn;
  console.warn = () => undefined;
  try {
    // @ts-expect-error -- the worker half of pdf.js ships without types; it is only passed on
    world['pdfjsWorker'] ??= (await import('pdfjs-dist/legacy/build/pdf.worker.mjs')) as unknown;
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } finally {
    console.warn = warn;
  }
  /* eslint-enable no-console */
}

/**
 * The folder that holds `cmaps/` and `standard_fonts/`: the given one, else what a build lays beside
 * the bundles, else pdf.js's own in a checkout. Without it
 * Chinese text in fonts that name a predefined character map and carry no Unicode map cannot be read.
 */
export function resourceFolder(given: string | undefined): string | undefined {
  if (given !== undefined) return given;
  const beside = fileURLToPath(new URL('../assets/pdfjs', import.meta.url));
  if (existsSync(beside)) return beside;
  try {
    return path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  } catch {
    return undefined;
  }
}

/** What pdf.js calls to read a resource; its own choice between files and network depends on the process it believes to be in. */
export class ResourceFiles {
  readonly #folders: Readonly<Record<string, string | undefined>>;

  constructor({ cMapUrl, standardFontDataUrl }: { cMapUrl?: string; standardFontDataUrl?: string }) {
    this.#folders = { cMapUrl, standardFontDataUrl };
  }

  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const folder = this.#folders[kind];
    if (folder === undefined) throw new Error(`no resources of kind ${kind}`);
    return new Uint8Array(await readFile(path.join(folder, path.basename(filename))));
  }
}
