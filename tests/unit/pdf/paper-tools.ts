import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PNG } from 'pngjs';
import type { FontUrl } from '../../../src-main/pdf/typeset/stylesheet.ts';
import type { PrintFonts } from '../../../src-main/pdf/typeset/font.ts';
import type { Paper, PaperBlock } from '../../../src-main/pdf/paper.ts';

/** The print fonts, Chromium and the independent PDF tools that the tests judge by. */

const fontFolder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/package.json'));
const FONT_FILES = {
  400: join(fontFolder, '400Regular/NotoSerifSC_400Regular.ttf'),
  700: join(fontFolder, '700Bold/NotoSerifSC_700Bold.ttf'),
} as const;

const latinFolder = dirname(createRequire(import.meta.url).resolve('@fontsource/noto-serif/package.json'));
const LATIN_FILES = {
  400: join(latinFolder, 'files/noto-serif-latin-400-normal.woff2'),
  700: join(latinFolder, 'files/noto-serif-latin-700-normal.woff2'),
} as const;

export const FONTS: PrintFonts = { regular: readFileSync(FONT_FILES[400]), bold: readFileSync(FONT_FILES[700]) };
export const fontUrl: FontUrl = (weight, script) => `file://${(script === 'latin' ? LATIN_FILES : FONT_FILES)[weight]}`;

/** A file that is not executable here is a reason to skip, and the reason is said in the test's name. */
export const has = (tool: string): boolean => spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0;
export const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path));

/** Runs work in a folder of its own that is gone afterwards. */
export function inFolder<Result>(work: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'assent-pdf-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** HTML as Chromium prints it: tagged and outlined as in the app. */
export function chromiumPrint(html: string): Uint8Array {
  return inFolder((folder) => {
    const [page, pdf] = [join(folder, 'page.html'), join(folder, 'page.pdf')];
    writeFileSync(page, html);
    execFileSync(
      CHROMIUM ?? 'chromium',
      [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--allow-file-access-from-files',
        '--no-pdf-header-footer',
        '--export-tagged-pdf',
        '--generate-pdf-document-outline',
        `--user-data-dir=${join(folder, 'profile')}`,
        `--print-to-pdf=${pdf}`,
        `file://${page}`,
      ],
      { stdio: 'ignore' },
    );
    return readFileSync(pdf);
  });
}

/** One tool over one PDF: its output and exit code; `PDF` among the arguments stands for the file. */
export function judge(
  tool: string,
  args: readonly string[],
  pdf: Uint8Array,
): { readonly text: string; readonly out: string; readonly status: number | null } {
  return inFolder((folder) => {
    const file = join(folder, 'paper.pdf');
    writeFileSync(file, pdf);
    const { stdout, stderr, status } = spawnSync(
      tool,
      args.map((argument) => (argument === 'PDF' ? file : argument)),
      { encoding: 'utf8' },
    );
    return { text: stdout, out: `${stdout}${stderr}`, status };
  });
}

/** A page, or a part of it (left, top, width, height in pixels), as poppler or mupdf draw it. */
export function pixels(
  pdf: Uint8Array,
  page: number,
  dotsPerInch: number,
  renderer: 'pdftoppm' | 'mutool' = 'pdftoppm',
  crop?: readonly [number, number, number, number],
): PNG {
  return inFolder((folder) => {
    const [file, picture] = [join(folder, 'paper.pdf'), join(folder, 'page.png')];
    writeFileSync(file, pdf);
    if (renderer === 'pdftoppm') {
      const part = crop ? ['-x', '-y', '-W', '-H'].flatMap((flag, index) => [flag, `${crop[index]}`]) : [];
      const name = join(folder, 'page');
      execFileSync('pdftoppm', [
        '-r',
        `${dotsPerInch}`,
        '-f',
        `${page}`,
        '-l',
        `${page}`,
        ...part,
        '-singlefile',
        '-png',
        file,
        name,
      ]);
    } else
      execFileSync('mutool', ['draw', '-q', '-r', `${dotsPerInch}`, '-o', picture, file, `${page}`], {
        stdio: 'ignore',
      });
    return PNG.sync.read(readFileSync(picture));
  });
}

/** Text as pdf.js extracts it, page after page. */
export const pdfjsText = async (pdf: Uint8Array): Promise<string> => (await pdfjsPages(pdf)).join('');

/** The same, each page by itself. */
export async function pdfjsPages(pdf: Uint8Array): Promise<readonly string[]> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({ data: pdf.slice(), verbosity: 0 });
  const document = await task.promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const content = await (await document.getPage(number)).getTextContent();
    pages.push(content.items.map((item) => ('str' in item ? item.str : '')).join(''));
  }
  await task.destroy();
  return pages;
}

/** How wide all text of the first page is, in points. */
export async function textWidth(pdf: Uint8Array): Promise<number> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({ data: pdf.slice(), verbosity: 0 });
  const { items } = await (await (await task.promise).getPage(1)).getTextContent();
  await task.destroy();
  return items.reduce((sum, item) => sum + ('width' in item ? item.width : 0), 0);
}

/** Every character that is not white space: line ends are the page setter's. */
export const bare = (text: string): string => text.replace(/\s+/gu, '');

export const paperOf = (blocks: readonly PaperBlock[], style: Paper['style'] = 'letter'): Paper => ({
  title: '示例文件',
  style,
  language: 'zh',
  blocks,
});

export const AT = new Date('2026-11-23T00:10:00Z');
export const FINGERPRINT = '0123456789abcdef'.repeat(4);
