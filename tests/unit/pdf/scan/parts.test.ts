import { PNG } from 'pngjs';
import {
  concatTransformationMatrix,
  drawObject,
  PDFDocument,
  type PDFPage,
  popGraphicsState,
  pushGraphicsState,
  rgb,
  setFillingGrayscaleColor,
} from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleSealPng } from '../../../../src-main/pdf/finish/sample-seal.ts';
import { findPageCode } from '../../../../src-main/pdf/scan/code.ts';
import { decodePicture } from '../../../../src-main/picture/decode.ts';
import type { SheetImage } from '../../../../src-main/picture/image.ts';
import { openPdf } from '../../../../src-main/pdf/scan/pdf-pages.ts';
import { densityOf, pixelAt, placePage, turnOf } from '../../../../src-main/pdf/scan/placement.ts';
import { readScan } from '../../../../src-main/pdf/scan/read.ts';
import { judge, overallOf } from '../../../../src-main/pdf/scan/verdict.ts';
import { seamGroups } from '../../../../src-main/pdf/finish/seal.ts';
import { sliceHeight } from '../../../../src-main/pdf/scan/expectation.ts';
import { FONTS, has } from '../paper-tools.ts';
import { type Print, printOf } from './cases.ts';
import { chanceOf, scanned, scannerOf, stamped, toJpeg } from './simulate.ts';

const QUIET = {
  ...scannerOf(chanceOf(1), 150),
  blur: 0.4,
  noise: 4,
  shadow: 0.2,
  quality: 70,
};

/** The dark pixels as a one-bit stencil painted in black: how compressing copiers store print. */
function stencil(pdf: PDFDocument, page: PDFPage, { width, height, rgb: pixels }: SheetImage): void {
  const stride = (width + 7) >> 3;
  const bits = new Uint8Array(stride * height).fill(255);
  for (let at = 0; at < width * height; at += 1) {
    if ((pixels[at * 3] ?? 255) > 128) continue;
    const byte = Math.floor(at / width) * stride + ((at % width) >> 3);
    bits[byte] = (bits[byte] ?? 255) & ~(128 >> ((at % width) & 7));
  }
  const mask = pdf.context.stream(bits, {
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    ImageMask: true,
    BitsPerComponent: 1,
  });
  const name = page.node.newXObject('Stencil', pdf.context.register(mask));
  page.pushOperators(
    pushGraphicsState(),
    setFillingGrayscaleColor(0),
    concatTransformationMatrix(595.28, 0, 0, 841.89, 0, 0),
    drawObject(name),
    popGraphicsState(),
  );
}

describe.skipIf(!has('pdftoppm'))('a page that comes back', () => {
  let print: Print;
  beforeAll(async () => {
    print = await printOf(1, '甲');
  }, 60_000);

  const page = (): SheetImage => print.images[0]!;

  it.each([
    { turn: 0, upsideDown: false, shift: [0, 0] as const },
    { turn: 4.7, upsideDown: false, shift: [2.5, -3] as const },
    { turn: -3.3, upsideDown: true, shift: [-2, 1] as const },
  ])('is placed to half a millimetre at its far corner: $turn° upside down $upsideDown', (lie) => {
    const image = scanned(page(), { ...QUIET, ...lie }, chanceOf(5));
    const found = findPageCode(image)!;
    expect(found.code).toMatchObject({ document: print.code, page: 1, pages: 1 });
    const placement = placePage(image, found);
    const turn = lie.turn + (lie.upsideDown ? 180 : 0);
    const difference = ((turnOf(placement) - turn + 540) % 360) - 180;
    expect(Math.abs(difference)).toBeLessThan(0.12);
    expect((densityOf(placement) * 25.4) / 150).toBeCloseTo(1, 2);
    const [x, y] = [190, 20];
    const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
    const truth = {
      x: (cos * (x - 105) - sin * (y - 148.5) + 105 + lie.shift[0]) * (150 / 25.4),
      y: (sin * (x - 105) + cos * (y - 148.5) + 148.5 + lie.shift[1]) * (150 / 25.4),
    };
    const placed = pixelAt(placement, x, y);
    expect(Math.hypot(placed.x - truth.x, placed.y - truth.y) / (150 / 25.4)).toBeLessThan(0.6);
  });

  it('is measured: a seal of 42 mm to half a millimetre, and where it stands', async () => {
    const zone = print.zones[0]!.box;
    const box = { left: zone.left + 2, bottom: zone.bottom + 6, width: 42, height: 42 };
    const stamp = { shape: 'round-42', box, colour: [205, 30, 48], ink: 0.9, uneven: 0.2, turn: 3 } as const;
    const image = scanned(stamped(page(), stamp, chanceOf(2)), QUIET, chanceOf(3));
    const [sheet] = await readScan([{ name: 'scan.jpg', bytes: toJpeg(image, 80) }], [print]);
    const [seal] = sheet!.reading.seals;
    expect(seal).toMatchObject({ state: 'found', reasons: [] });
    expect(Math.abs(seal!.measured!.width - 42)).toBeLessThan(0.6);
    expect(seal!.offset!.x).toBeCloseTo(-2, 0);
    expect(seal!.offset!.y).toBeCloseTo(-2, 0);
    expect(seal!.lines).toEqual([
      { line: 'name', state: 'found' },
      { line: 'date', state: 'found' },
    ]);
    expect(decodePicture(sheet!.preview, 'preview')).toMatchObject({ width: 420, height: 594 });
  });

  it.each([20, 32] as const)('is found as a seal of %s mm, small as that is', async (diameter) => {
    const shape = `round-${diameter}` as const;
    const zone = print.zones[0]!.box;
    const [left, bottom] = [zone.left + (zone.width - diameter) / 2, zone.bottom + (zone.height - diameter) / 2];
    const box = { left, bottom, width: diameter, height: diameter };
    const stamp = { shape, box, colour: [205, 30, 48], ink: 0.9, uneven: 0.2, turn: 3 } as const;
    const image = scanned(stamped(page(), stamp, chanceOf(2)), QUIET, chanceOf(3));
    const [sheet] = await readScan([{ name: 'scan.jpg', bytes: toJpeg(image, 80) }], [{ ...print, shape }]);
    const [seal] = sheet!.reading.seals;
    expect(seal).toMatchObject({ state: 'found', reasons: [] });
    expect(Math.abs(seal!.measured!.width - diameter)).toBeLessThan(0.8);
  });

  it('comes out of a PDF the same: whole, in strips, and as a stencil', { timeout: 120_000 }, async () => {
    const image = scanned(page(), { ...QUIET, turn: 0, shift: [0, 0] }, chanceOf(4));
    const half = Math.floor(image.height / 2);
    const part = (from: number, to: number): SheetImage => ({
      width: image.width,
      height: to - from,
      rgb: image.rgb.subarray(from * image.width * 3, to * image.width * 3),
    });
    const pdf = await PDFDocument.create();
    const whole = pdf.addPage([595.28, 841.89]);
    whole.drawImage(await pdf.embedJpg(toJpeg(image, 80)), { x: 0, y: 0, width: 595.28, height: 841.89 });
    const strips = pdf.addPage([595.28, 841.89]);
    const lower = (841.89 * (image.height - half)) / image.height;
    strips.drawImage(await pdf.embedJpg(toJpeg(part(0, half), 80)), {
      x: 0,
      y: lower,
      width: 595.28,
      height: 841.89 - lower,
    });
    strips.drawImage(await pdf.embedJpg(toJpeg(part(half, image.height), 80)), {
      x: 0,
      y: 0,
      width: 595.28,
      height: lower,
    });
    const layers = pdf.addPage([595.28, 841.89]);
    layers.drawRectangle({ x: 0, y: 0, width: 595.28, height: 841.89, color: rgb(1, 1, 1) });
    stencil(pdf, layers, image);
    const sheets = await readScan([{ name: 'scan.pdf', bytes: await pdf.save() }], [print]);
    expect(sheets.map(({ reading }) => [reading.is, reading.code?.page])).toEqual([
      ['page', 1],
      ['page', 1],
      ['page', 1],
    ]);
    expect(sheets.map(({ reading }) => Math.round(reading.dotsPerInch ?? 0))).toEqual([150, 150, 150]);
  });
});

describe('what cannot be read is refused by name, and nothing else', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

  it.each([
    { name: 'a text', file: bytes('not a picture'), code: 'scan-format' },
    { name: 'a cut JPEG', file: new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16]), code: 'scan-unreadable' },
    { name: 'a cut PDF', file: bytes('%PDF-1.7\nnothing'), code: 'scan-unreadable' },
  ])('$name', async ({ file, code }) => {
    await expect(readScan([{ name: 'x', bytes: file }], [])).rejects.toMatchObject({ code });
  });

  it('an electronic PDF: it was never on paper', async () => {
    const pdf = await PDFDocument.create();
    pdf.addPage([595, 842]).drawRectangle({ x: 100, y: 100, width: 200, height: 200, color: rgb(1, 0, 0) });
    const pages = await openPdf(await pdf.save(), 'electronic.pdf');
    await expect(pages.sheet(1)).rejects.toMatchObject({ code: 'scan-no-picture' });
    await pages.close();
  });
});

describe('the verdict', () => {
  it('never calls nothing complete', () => {
    expect(overallOf([])).toBe('incomplete');
    expect(judge([], []).overall).toBe('incomplete');
  });

  it('is the worst of its checks', () => {
    expect(overallOf([{ state: 'found' }, { state: 'doubtful' }])).toBe('doubtful');
    expect(overallOf([{ state: 'doubtful' }, { state: 'missing' }, { state: 'found' }])).toBe('incomplete');
    expect(overallOf([{ state: 'found' }])).toBe('complete');
  });

  it('doubts a page whose code cannot be read instead of calling it missing', () => {
    const print = {
      code: 'A'.repeat(12),
      pages: 2,
      zones: [],
      shape: 'round-42',
      seam: false,
      style: 'letter',
    } as const;
    const first = {
      is: 'page',
      code: { document: print.code, page: 1, pages: 2 },
      grey: false,
      placed: true,
      seals: [],
    } as const;
    const unknown = { is: 'unknown', grey: false, placed: false, seals: [] } as const;
    expect(judge([first, unknown], [print])).toMatchObject({ overall: 'doubtful' });
    expect(judge([first], [print])).toMatchObject({ overall: 'incomplete' });
  });
});

describe('slices of a seam seal', () => {
  it('are as high as the seal where they hold its middle, and lower at its sides', () => {
    const [group] = seamGroups(10, 'round-42');
    const heights = group!.slices.map((slice) => sliceHeight('round-42', slice));
    expect(Math.max(...heights)).toBe(42);
    expect(heights[0]).toBeCloseTo(42 * Math.sqrt(1 - 0.8 ** 2), 5);
    heights.toReversed().forEach((height, index) => expect(height).toBeCloseTo(heights[index]!, 9));
  });
});

it('draws its sample seal at 600 dots an inch, which the simulation relies on', () => {
  const { width, height } = PNG.sync.read(Buffer.from(sampleSealPng('示例', 'round-42', FONTS, 600)));
  expect([width, height]).toEqual([992, 992]);
});
