import { sentence } from '../../agreement/sentence.ts';
import { Refusal } from '../../agreement/refusal.ts';
import { MOST_PIXELS, unreadable } from '../../picture/decode.ts';
import type { SheetImage } from '../../picture/image.ts';
import {
  coverOf,
  drawPage,
  followedBy,
  IDENTITY,
  type Matrix,
  type PageView,
  type PlacedPicture,
  type RawPicture,
} from './page-pictures.ts';
import { loadPdfLibrary, type PdfLibrary } from '../../picture/pdf-library.ts';

/** Most pages one scan may have. */
export const MOST_SHEETS = 200;
/** A page is a scan when a picture covers this share of it. */
const SCAN_COVER = 0.5;

type PdfDocument = Awaited<ReturnType<PdfLibrary['getDocument']>['promise']>;
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

export interface PdfPages {
  readonly count: number;
  /** 1-based. */
  sheet(number: number): Promise<SheetImage>;
  close(): Promise<void>;
}

/**
 * Opens a scanned PDF. Pictures are taken out of the pages and laid together as the page lays them: one of the whole page,
 * strips, or the layers of a compressing copier (background, and stencils in one colour).
 * @param resources folder with pdf.js's own `wasm/`, for JPEG 2000 and JBIG2
 * @throws Refusal `scan-unreadable`, `scan-locked`, `scan-too-many-pages`; from `sheet`: `scan-no-picture`
 */
export async function openPdf(bytes: Uint8Array, name: string, resources?: string): Promise<PdfPages> {
  const library = await loadPdfLibrary();
  const task = library.getDocument({
    data: bytes.slice(),
    verbosity: 0,
    isEvalSupported: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: MOST_PIXELS,
    useSystemFonts: false,
    disableFontFace: true,
    ...(resources === undefined ? {} : { wasmUrl: `${resources}/wasm/` }),
  });
  let document: PdfDocument;
  try {
    document = await task.promise;
  } catch (cause) {
    throw cause instanceof Error && cause.name === 'PasswordException' ? locked(name) : unreadable(name, cause);
  }
  if (document.numPages > MOST_SHEETS) {
    await task.destroy();
    throw tooManyPages(name, document.numPages);
  }
  return {
    count: document.numPages,
    close: () => task.destroy(),
    sheet: async (number) => {
      const page = await document.getPage(number);
      try {
        const pictures = await picturesOf(library, page);
        const view = page.view as unknown as PageView;
        const cover = pictures.reduce((sum, { matrix }) => sum + coverOf(matrix, view), 0);
        if (cover < SCAN_COVER) throw noPicture(name, number);
        return drawPage(pictures, view, MOST_PIXELS);
      } finally {
        page.cleanup();
      }
    },
  };
}

interface State {
  readonly matrix: Matrix;
  readonly ink: readonly [number, number, number];
}

type Operation = (args: readonly unknown[]) => void | Promise<void>;

/** Walks the page's drawing operations and keeps the pictures with where they go. */
async function picturesOf({ OPS }: PdfLibrary, page: PdfPage): Promise<readonly PlacedPicture[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const found: PlacedPicture[] = [];
  const stack: State[] = [];
  let state: State = { matrix: IDENTITY, ink: [0, 0, 0] };
  const turnedBy = (matrix: unknown): void => {
    if (matrix !== null && matrix !== undefined) {
      state = {
        ...state,
        matrix: followedBy(state.matrix, Array.from(matrix as ArrayLike<number>) as unknown as Matrix),
      };
    }
  };
  const save = (): void => void stack.push(state);
  const restore = (): void => void (state = stack.pop() ?? state);
  const place = async (picture: unknown, at: Matrix = IDENTITY, stencil = false): Promise<void> => {
    const raw = rawPicture(typeof picture === 'string' ? await objectOf(page, picture) : picture, stencil);
    const matrix = followedBy(state.matrix, at);
    if (raw) found.push({ picture: raw, matrix, ...(stencil ? { ink: state.ink } : {}) });
  };
  const stencil = (of: unknown, at?: Matrix): Promise<void> => place((of as { data: unknown }).data, at, true);
  const operations: Readonly<Record<number, Operation>> = {
    [OPS.save]: save,
    [OPS.restore]: restore,
    [OPS.transform]: turnedBy,
    [OPS.paintFormXObjectBegin]: ([matrix]) => {
      save();
      turnedBy(matrix);
    },
    [OPS.paintFormXObjectEnd]: restore,
    [OPS.setFillRGBColor]: ([colour]) => {
      state = { ...state, ink: inkOf(colour) };
    },
    [OPS.paintImageXObject]: ([id]) => place(id),
    [OPS.paintInlineImageXObject]: ([image]) => place(image),
    [OPS.paintImageXObjectRepeat]: ([id, scaleX, scaleY, positions]) =>
      repeated(positions, (x, y) => place(id, [scaleX as number, 0, 0, scaleY as number, x, y])),
    [OPS.paintImageMaskXObject]: ([mask]) => stencil(mask),
    [OPS.paintImageMaskXObjectGroup]: async ([masks]) => {
      for (const mask of masks as readonly { transform: Matrix }[]) await stencil(mask, mask.transform);
    },
    [OPS.paintImageMaskXObjectRepeat]: ([mask, a, b, c, d, positions]) =>
      repeated(positions, (x, y) => stencil(mask, [a as number, b as number, c as number, d as number, x, y])),
  };
  for (const [index, operator] of fnArray.entries()) {
    await operations[operator]?.((argsArray[index] ?? []) as readonly unknown[]);
  }
  return found;
}

async function repeated(positions: unknown, work: (x: number, y: number) => Promise<void>): Promise<void> {
  const list = positions as ArrayLike<number>;
  for (let index = 0; index + 1 < list.length; index += 2) await work(list[index] ?? 0, list[index + 1] ?? 0);
}

/** What pdf.js decoded under a name; waits until it is there. */
const objectOf = (page: PdfPage, id: string): Promise<unknown> =>
  new Promise((resolve) => {
    const objects = (id.startsWith('g_') ? page.commonObjs : page.objs) as {
      get(id: string, resolve: (value: unknown) => void): void;
    };
    objects.get(id, resolve);
  });

const KINDS = { 1: 'bits', 2: 'rgb', 3: 'rgba' } as const;

function rawPicture(value: unknown, stencil: boolean): RawPicture | undefined {
  const image = value as { width?: number; height?: number; kind?: 1 | 2 | 3; data?: Uint8Array } | null;
  if (!image?.data || !image.width || !image.height) return undefined;
  const kind = stencil ? 'bits' : KINDS[image.kind ?? 2];
  return { width: image.width, height: image.height, kind, data: image.data };
}

function inkOf(colour: unknown): readonly [number, number, number] {
  const [, red = '0', green = '0', blue = '0'] =
    /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/iu.exec(typeof colour === 'string' ? colour : '') ?? [];
  return [parseInt(red, 16), parseInt(green, 16), parseInt(blue, 16)];
}

function locked(name: string): Refusal {
  return new Refusal(
    'scan-locked',
    sentence('pdf.pdf-pages.scan-locked', { name }),
    sentence('pdf.pdf-pages.scan-locked.next'),
  );
}

function tooManyPages(name: string, pages: number): Refusal {
  return new Refusal(
    'scan-too-many-pages',
    sentence('pdf.pdf-pages.scan-too-many-pages', { name, pages, most: MOST_SHEETS }),
    sentence('pdf.pdf-pages.scan-too-many-pages.next'),
  );
}

function noPicture(name: string, page: number): Refusal {
  return new Refusal(
    'scan-no-picture',
    sentence('pdf.pdf-pages.scan-no-picture', { name, page }),
    sentence('pdf.pdf-pages.scan-no-picture.next'),
  );
}
