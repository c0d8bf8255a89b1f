import type { SheetImage } from '../../picture/image.ts';

/** `a b c d e f` of a PDF transformation (ISO 32000-1, 8.3.3). */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export const followedBy = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
];

/** A picture as pdf.js hands it out: bits of black and white, or three or four bytes a pixel. */
export interface RawPicture {
  readonly width: number;
  readonly height: number;
  readonly kind: 'bits' | 'rgb' | 'rgba';
  readonly data: Uint8Array | Uint8ClampedArray;
}

/** A picture put on a page: its unit square is laid by the matrix, in points. A stencil paints `ink` where its bits are 0. */
export interface PlacedPicture {
  readonly picture: RawPicture;
  readonly matrix: Matrix;
  readonly ink?: readonly [number, number, number];
}

/** Left, bottom, right, top of a page in points. */
export type PageView = readonly [number, number, number, number];

/** Share of the page that a picture covers. */
export const coverOf = ([a, b, c, d]: Matrix, [left, bottom, right, top]: PageView): number =>
  Math.abs(a * d - b * c) / ((right - left) * (top - bottom));

/** Pixels a point that a picture brings along. */
const densityOf = ({ picture, matrix: [a, b, c, d] }: PlacedPicture): number =>
  Math.max(picture.width / Math.hypot(a, b), picture.height / Math.hypot(c, d));

/** Finest a sheet is drawn: 300 dots an inch measure more exactly than a stamp is set. */
const FINEST = 300 / 72;

/** Draws the pictures of a page over each other on white, as fine as the finest of the large ones. */
export function drawPage(pictures: readonly PlacedPicture[], view: PageView, mostPixels: number): SheetImage {
  const [left, bottom, right, top] = view;
  const [across, down] = [right - left, top - bottom];
  const fine = Math.max(...pictures.filter(({ matrix }) => coverOf(matrix, view) > 0.1).map(densityOf));
  const density = Math.min(fine, FINEST, Math.sqrt(mostPixels / (across * down)));
  const [width, height] = [Math.max(1, Math.round(across * density)), Math.max(1, Math.round(down * density))];
  const rgb = new Uint8Array(width * height * 3).fill(255);
  // points of the page, upwards, to pixels, downwards
  const toPixels: Matrix = [density, 0, 0, -density, -left * density, top * density];
  for (const placed of pictures) {
    draw({ width, height, rgb }, placed, followedBy(toPixels, placed.matrix));
  }
  return { width, height, rgb };
}

function draw({ width, height, rgb }: SheetImage, { picture, ink }: PlacedPicture, matrix: Matrix): void {
  const [a, b, c, d, e, f] = matrix;
  const determinant = a * d - b * c;
  if (determinant === 0) return;
  const corners = [
    [e, f],
    [e + a, f + b],
    [e + c, f + d],
    [e + a + c, f + b + d],
  ] as const;
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const [fromX, toX] = [Math.max(0, Math.floor(Math.min(...xs))), Math.min(width, Math.ceil(Math.max(...xs)))];
  const [fromY, toY] = [Math.max(0, Math.floor(Math.min(...ys))), Math.min(height, Math.ceil(Math.max(...ys)))];
  const paint = painter(picture, ink);
  for (let row = fromY; row < toY; row += 1) {
    for (let column = fromX; column < toX; column += 1) {
      const [x, y] = [column + 0.5 - e, row + 0.5 - f];
      const [s, t] = [(d * x - c * y) / determinant, (a * y - b * x) / determinant];
      if (s < 0 || s >= 1 || t < 0 || t >= 1) continue;
      // the unit square's upper edge is the picture's first row
      paint(Math.floor(s * picture.width), Math.floor((1 - t) * picture.height), rgb, (row * width + column) * 3);
    }
  }
}

type Painter = (x: number, y: number, rgb: Uint8Array, at: number) => void;

function painter({ width, kind, data }: RawPicture, ink?: readonly [number, number, number]): Painter {
  if (kind === 'bits') {
    const stride = (width + 7) >> 3;
    return (x, y, rgb, at) => {
      const light = ((data[y * stride + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1;
      if (ink) {
        if (!light) rgb.set(ink, at);
      } else rgb.fill(light ? 255 : 0, at, at + 3);
    };
  }
  const bytes = kind === 'rgb' ? 3 : 4;
  return (x, y, rgb, at) => {
    const from = (y * width + x) * bytes;
    const alpha = bytes === 4 ? (data[from + 3] ?? 255) / 255 : 1;
    for (let channel = 0; channel < 3; channel += 1) {
      rgb[at + channel] = (data[from + channel] ?? 0) * alpha + (rgb[at + channel] ?? 0) * (1 - alpha);
    }
  };
}
