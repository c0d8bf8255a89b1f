import jsqr from 'jsqr';
import { PAGE } from '../paper.ts';
import { type PageCode, parsePageCode } from '../finish/page-code.ts';
import { type GreyMix, greyPart, type Plane, type SheetImage } from '../../picture/image.ts';

// a CommonJS package: Node gives its exports object, a bundler the function itself
const readQr = 'default' in jsqr ? (jsqr as { readonly default: typeof jsqr }).default : jsqr;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A page code that was read, and where its symbol's four corners lie in the picture, in pixels. */
export interface FoundCode {
  readonly code: PageCode;
  /** Upper left, upper right, lower right, lower left of the symbol as it was printed. */
  readonly corners: readonly [Point, Point, Point, Point];
}

interface Part {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Millimetres of the sheet's corner that are looked at first: the code with room for a page laid in askew. */
const CORNER = [56, 80] as const;

/** A try: at how many pixels a millimetre, of which grey, sharpened or not. */
interface Attempt {
  readonly density: number;
  readonly mix: GreyMix;
  readonly sharp: boolean;
}

const ATTEMPTS: readonly Attempt[] = [
  { density: 7.2, mix: 'red', sharp: false },
  { density: 5.4, mix: 'red', sharp: false },
  { density: 10.5, mix: 'red', sharp: true },
  { density: 7.2, mix: 'luminance', sharp: true },
  { density: 14, mix: 'red', sharp: false },
];

/** The whole sheet is searched more coarsely: a code that is not near a corner is on a picture larger than its page. */
const WHOLE: readonly Attempt[] = [
  { density: 5.4, mix: 'red', sharp: false },
  { density: 7.2, mix: 'luminance', sharp: false },
];

/**
 * Finds the page code of a sheet, whichever way up it lies. Other QR codes on the page are passed over. `undefined` when
 * no code of ours can be read.
 */
export function findPageCode(image: SheetImage): FoundCode | undefined {
  const density = Math.max(image.width, image.height) / PAGE.height;
  for (const side of CORNER) {
    for (const attempt of ATTEMPTS) {
      for (const part of corners(image, side * density)) {
        const found = read(image, part, attempt, density);
        if (found) return found;
      }
    }
  }
  const whole: Part = { left: 0, top: 0, width: image.width, height: image.height };
  for (const attempt of WHOLE) {
    const found = read(image, whole, attempt, density);
    if (found) return found;
  }
  return undefined;
}

/** The lower left corner first, where the code stands on an upright page; then the others. */
function corners({ width, height }: SheetImage, side: number): readonly Part[] {
  const [w, h] = [Math.min(side, width), Math.min(side, height)];
  return [
    { left: 0, top: height - h, width: w, height: h },
    { left: width - w, top: 0, width: w, height: h },
    { left: 0, top: 0, width: w, height: h },
    { left: width - w, top: height - h, width: w, height: h },
  ];
}

function read(image: SheetImage, part: Part, { density, mix, sharp }: Attempt, present: number): FoundCode | undefined {
  const scale = density / present;
  const plane = greyPart(image, part, scale, mix);
  const { width, height, values } = sharp ? sharpened(plane) : plane;
  const rgba = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < values.length; at += 1) rgba.fill(values[at] ?? 0, at * 4, at * 4 + 4);
  const qr = readQr(rgba, width, height, { inversionAttempts: 'dontInvert' });
  const code = qr ? parsePageCode(qr.data) : undefined;
  if (!qr || !code) return undefined;
  const back = ({ x, y }: Point): Point => ({ x: part.left + x / scale, y: part.top + y / scale });
  const { topLeftCorner, topRightCorner, bottomRightCorner, bottomLeftCorner } = qr.location;
  return {
    code,
    corners: [back(topLeftCorner), back(topRightCorner), back(bottomRightCorner), back(bottomLeftCorner)],
  };
}

/** Unsharp mask: a blurred scan gets its module edges back. */
function sharpened({ width, height, values }: Plane): Plane {
  const sharp = new Uint8Array(values);
  for (let y = 2; y < height - 2; y += 1) {
    for (let x = 2; x < width - 2; x += 1) {
      const at = y * width + x;
      let around = 0;
      for (const step of [-2, -1, 1, 2]) around += (values[at + step] ?? 0) + (values[at + step * width] ?? 0);
      const here = values[at] ?? 0;
      sharp[at] = Math.min(255, Math.max(0, here + 1.2 * (here - around / 8)));
    }
  }
  return { width, height, values: sharp };
}
