import { PAGE } from '../paper.ts';
import { type SheetImage, shrink } from '../../picture/image.ts';
import { densityOf, type Placement, pixelAt } from './placement.ts';

/** Cells a millimetre of a levelled sheet. */
export const CELLS = 4;

/** Millimetres kept beyond the page's edges: a placement may be a little off. */
export const BEYOND = 6;

/**
 * A page laid straight in true millimetres, its paper made white: channel values 0–255 relative to the paper around them, so
 * that shadows, tinted paper and a yellow lamp are gone.
 */
export interface LevelledSheet {
  readonly width: number;
  readonly height: number;
  readonly red: Uint8Array;
  readonly green: Uint8Array;
  readonly blue: Uint8Array;
  /** 1 where the picture shows the page at all. */
  readonly seen: Uint8Array;
}

const WIDTH = (PAGE.width + 2 * BEYOND) * CELLS;
const HEIGHT = (PAGE.height + 2 * BEYOND) * CELLS;

/** Column or row of a place given in millimetres from the upper left corner of the page. */
export const cellOf = (millimetres: number): number => Math.round((millimetres + BEYOND) * CELLS);

/** The millimetres of a column or row. */
export const millimetresOf = (cell: number): number => cell / CELLS - BEYOND;

/** Lays a page straight and makes its paper white. */
export function levelSheet(image: SheetImage, placement: Placement): LevelledSheet {
  const factor = Math.max(1, Math.floor(densityOf(placement) / CELLS));
  const sheet = straighten(shrink(image, factor), placement, factor);
  for (const channel of [sheet.red, sheet.green, sheet.blue]) whiten(channel, sheet.seen);
  return sheet;
}

function straighten({ width, height, rgb }: SheetImage, placement: Placement, factor: number): LevelledSheet {
  const size = WIDTH * HEIGHT;
  const [red, green, blue, seen] = [
    new Uint8Array(size),
    new Uint8Array(size),
    new Uint8Array(size),
    new Uint8Array(size),
  ];
  const channels = [red, green, blue];
  for (let row = 0; row < HEIGHT; row += 1) {
    for (let column = 0; column < WIDTH; column += 1) {
      const place = pixelAt(placement, millimetresOf(column + 0.5), millimetresOf(row + 0.5));
      const [x, y] = [place.x / factor - 0.5, place.y / factor - 0.5];
      const [left, top] = [Math.floor(x), Math.floor(y)];
      if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) continue;
      const [u, v] = [x - left, y - top];
      const from = (top * width + left) * 3;
      const below = from + width * 3;
      const at = row * WIDTH + column;
      seen[at] = 1;
      for (let channel = 0; channel < 3; channel += 1) {
        const upper = (rgb[from + channel] ?? 0) * (1 - u) + (rgb[from + 3 + channel] ?? 0) * u;
        const lower = (rgb[below + channel] ?? 0) * (1 - u) + (rgb[below + 3 + channel] ?? 0) * u;
        const plane = channels[channel];
        if (plane) plane[at] = upper * (1 - v) + lower * v;
      }
    }
  }
  return { width: WIDTH, height: HEIGHT, red, green, blue, seen };
}

/** Side of the squares in which the paper's brightness is measured, in cells, and the share of a square that may be darker than it. */
const SQUARE = 24;
const PAPER_SHARE = 0.75;
/** Paper darker than this part of the page's own is no paper but the lid of the scanner. */
const DARKEST_PAPER = 0.4;

const medianOf = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 255;

/** Brightness of the paper in each square, taken from its brighter pixels, freed of single odd squares by a median. */
function paperBrightness(channel: Uint8Array, seen: Uint8Array, across: number, down: number): Float32Array {
  const raw = new Float32Array(across * down);
  const counts = new Uint32Array(256);
  for (let square = 0; square < raw.length; square += 1) {
    counts.fill(0);
    let count = 0;
    const [top, left] = [Math.floor(square / across) * SQUARE, (square % across) * SQUARE];
    for (let row = top; row < Math.min(top + SQUARE, HEIGHT); row += 1) {
      for (let column = left; column < Math.min(left + SQUARE, WIDTH); column += 1) {
        const at = row * WIDTH + column;
        if (!seen[at]) continue;
        const value = channel[at] ?? 0;
        counts[value] = (counts[value] ?? 0) + 1;
        count += 1;
      }
    }
    let [below, value] = [0, 0];
    while (value < 255 && below + (counts[value] ?? 0) < count * PAPER_SHARE) {
      below += counts[value] ?? 0;
      value += 1;
    }
    raw[square] = count < 20 ? Number.NaN : value;
  }
  const page = medianOf([...raw].filter((value) => !Number.isNaN(value)));
  return Float32Array.from(raw, (_, square) => {
    const [row, column] = [Math.floor(square / across), square % across];
    const around: number[] = [];
    for (let y = Math.max(0, row - 2); y <= Math.min(down - 1, row + 2); y += 1) {
      for (let x = Math.max(0, column - 2); x <= Math.min(across - 1, column + 2); x += 1) {
        const value = raw[y * across + x] ?? Number.NaN;
        if (value >= page * DARKEST_PAPER) around.push(value);
      }
    }
    return around.length === 0 ? page : medianOf(around);
  });
}

function whiten(channel: Uint8Array, seen: Uint8Array): void {
  const [across, down] = [Math.ceil(WIDTH / SQUARE), Math.ceil(HEIGHT / SQUARE)];
  const paper = paperBrightness(channel, seen, across, down);
  for (let row = 0; row < HEIGHT; row += 1) {
    const y = Math.min(Math.max(row / SQUARE - 0.5, 0), down - 1);
    const [upper, lower] = [Math.floor(y) * across, Math.min(Math.floor(y) + 1, down - 1) * across];
    const v = y - Math.floor(y);
    for (let column = 0; column < WIDTH; column += 1) {
      const at = row * WIDTH + column;
      if (!seen[at]) {
        channel[at] = 255;
        continue;
      }
      const x = Math.min(Math.max(column / SQUARE - 0.5, 0), across - 1);
      const [left, right] = [Math.floor(x), Math.min(Math.floor(x) + 1, across - 1)];
      const u = x - left;
      const white =
        ((paper[upper + left] ?? 255) * (1 - u) + (paper[upper + right] ?? 255) * u) * (1 - v) +
        ((paper[lower + left] ?? 255) * (1 - u) + (paper[lower + right] ?? 255) * u) * v;
      channel[at] = Math.min(255, ((channel[at] ?? 0) / Math.max(white, 1)) * 255);
    }
  }
}
