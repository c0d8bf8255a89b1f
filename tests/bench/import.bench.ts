import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import * as fontkit from 'fontkit';
import { PDFDocument } from 'pdf-lib';
import { importSource } from '../../src-main/import/source.ts';

const PAGES = 50;
const RUNS = 5;
const ROWS = 38;
const CHINESE = '双方应当按照本协议的约定履行各自义务，并承担由此产生的费用与责任，另有约定的从其约定';

/** A fifty-page agreement in Chinese, as a printing program would set it. */
async function fiftyPages(): Promise<Uint8Array> {
  const require = createRequire(path.join(process.cwd(), 'package.json'));
  const face = readFileSync(require.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'));
  const document = await PDFDocument.create();
  document.registerFontkit(fontkit);
  const font = await document.embedFont(new Uint8Array(face), { subset: true });
  for (let number = 1; number <= PAGES; number++) {
    const page = document.addPage([595, 842]);
    for (let row = 0; row < ROWS; row++) {
      const text = row % 6 === 0 ? `${number}.${row} ${CHINESE}` : `${CHINESE.slice(row % 9)}${CHINESE}`;
      page.drawText(text.slice(0, 36), { x: 72, y: 770 - row * 18, font, size: 12 });
    }
  }
  return document.save();
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
const rounded = (value: number): number => Math.round(value * 10) / 10;

async function timed(run: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await run();
  return performance.now() - before;
}

async function medianOf(run: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < RUNS; index++) times.push(await timed(run));
  return rounded(median(times));
}

/** Median time of the program `pdftotext` on the same file, or why there is none. */
async function pdftotext(file: string): Promise<number | string> {
  try {
    return await medianOf(() => promisify(execFile)('pdftotext', ['-layout', '-enc', 'UTF-8', file, '-']));
  } catch (error) {
    return `pdftotext did not run: ${(error as Error).message}`;
  }
}

/** How long imports take: a fifty-page PDF beside `pdftotext`, and whether time grows with the size of a page of HTML. */
export default async function bench(): Promise<Record<string, unknown>> {
  const pdf = await fiftyPages();
  const folder = await mkdtemp(path.join(tmpdir(), 'assent-bench-'));
  const file = path.join(folder, 'fifty.pdf');
  await writeFile(file, pdf);
  const pdfFirstMs = rounded(await timed(() => importSource(pdf, 'a.pdf')));
  const pdfMs = await medianOf(() => importSource(pdf, 'a.pdf'));
  const pdftotextMs = await pdftotext(file);
  await rm(folder, { recursive: true });
  const clause = `<p>${CHINESE}。</p>`;
  const html = (bytes: number): Uint8Array =>
    Buffer.from(`<!doctype html>${clause.repeat(Math.ceil(bytes / Buffer.byteLength(clause)))}`);
  const [half, whole] = [html(2.5e6), html(5e6)];
  const htmlHalfMs = await medianOf(() => importSource(half, 'a.html'));
  const htmlMs = await medianOf(() => importSource(whole, 'a.html'));
  return {
    name: 'import',
    pdfPages: PAGES,
    pdfBytes: pdf.length,
    pdfFirstMs,
    pdfMs,
    pdftotextMs,
    ...(typeof pdftotextMs === 'number'
      ? {
          pdfToPdftotextRatio: rounded(pdfMs / pdftotextMs),
          pdfFirstToPdftotextRatio: rounded(pdfFirstMs / pdftotextMs),
        }
      : {}),
    html5MBMs: htmlMs,
    html5MBTo2p5MBRatio: rounded(htmlMs / htmlHalfMs),
  };
}
