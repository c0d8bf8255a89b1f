import type { LevelledSheet } from './sheet.ts';

/** Which cells of a sheet bear something: 1 or 0. */
export interface Mask {
  readonly width: number;
  readonly height: number;
  readonly cells: Uint8Array;
}

/**
 * Least lead of red over the stronger of green and blue (0–255), after the paper was made white. Orange, yellow and violet
 * have one of the two near red and stay below; black, grey and blue have no lead at all.
 */
const LEAST_LEAD = 26;
/** A lead this many times what grain and compression give blank paper is ink. */
const ABOVE_NOISE = 5;
/** Of the nine cells around and under a red one, as many must be red: specks and colour fringes at letters are thinner. */
const COMPANY = 5;

/** Lead of red in each cell, softened over its neighbours: the grain of a scan and its coarse colour go, a stroke of a seal stays. */
function leads({ width, height, red, green, blue, seen }: LevelledSheet): Uint8Array {
  const raw = new Int16Array(width * height);
  for (let at = 0; at < raw.length; at += 1) {
    raw[at] = seen[at] ? (red[at] ?? 0) - Math.max(green[at] ?? 0, blue[at] ?? 0) : 0;
  }
  const lead = new Uint8Array(raw.length);
  for (let row = 1; row < height - 1; row += 1) {
    for (let column = 1; column < width - 1; column += 1) {
      const at = row * width + column;
      let sum = 2 * (raw[at] ?? 0);
      for (let y = -width; y <= width; y += width) for (let x = -1; x <= 1; x += 1) sum += raw[at + y + x] ?? 0;
      lead[at] = Math.max(0, sum / 10);
    }
  }
  return lead;
}

/** How strongly blank paper seems red by chance: from the middle of all leads, most of which are paper. */
function noiseOf(lead: Uint8Array): number {
  const counts = new Uint32Array(256);
  for (const value of lead) counts[value] = (counts[value] ?? 0) + 1;
  let [below, value] = [0, 0];
  while (value < 255 && below + (counts[value] ?? 0) < lead.length * 0.7) below += counts[value++] ?? 0;
  return value;
}

/** How many of a cell and its eight neighbours lead by `least`. */
function companyAt(lead: Uint8Array, at: number, width: number, least: number): number {
  let company = 0;
  for (let y = -width; y <= width; y += width) {
    for (let x = -1; x <= 1; x += 1) company += (lead[at + y + x] ?? 0) >= least ? 1 : 0;
  }
  return company;
}

/** The cells with red ink. */
export function redMask(sheet: LevelledSheet): Mask {
  const { width, height } = sheet;
  const lead = leads(sheet);
  const least = Math.max(LEAST_LEAD, ABOVE_NOISE * noiseOf(lead));
  const cells = new Uint8Array(lead.length);
  for (let row = 1; row < height - 1; row += 1) {
    for (let column = 1; column < width - 1; column += 1) {
      const at = row * width + column;
      if ((lead[at] ?? 0) >= least && companyAt(lead, at, width, least) >= COMPANY) cells[at] = 1;
    }
  }
  return { width, height, cells };
}

/** Below this brightness of the red channel a cell is black ink; red ink, even over it, does not darken that channel so far. */
const BLACK = 140;

/** The cells with black ink: print and handwriting, also under a seal. */
export function blackMask({ width, height, red, seen }: LevelledSheet): Mask {
  return { width, height, cells: Uint8Array.from(red, (value, at) => (seen[at] && value < BLACK ? 1 : 0)) };
}

/** Grows along one line of cells: `step` apart, `length` of them from `start`. */
function growLine(from: Uint8Array, to: Uint8Array, start: number, step: number, length: number, reach: number): void {
  let last = -Infinity;
  for (let ahead = 0; ahead < length + reach; ahead += 1) {
    if (ahead < length && from[start + ahead * step]) last = ahead;
    const here = ahead - reach;
    // `last` is the latest marked cell up to `reach` ahead of this one
    if (here >= 0 && last >= here - reach) to[start + here * step] = 1;
  }
}

/** The mask grown by `reach` cells to all sides. */
export function grown({ width, height, cells }: Mask, reach: number): Mask {
  const across = new Uint8Array(cells.length);
  const both = new Uint8Array(cells.length);
  for (let row = 0; row < height; row += 1) growLine(cells, across, row * width, 1, width, reach);
  for (let column = 0; column < width; column += 1) growLine(across, both, column, width, height, reach);
  return { width, height, cells: both };
}

/** Sums over rectangles of a mask in constant time. */
export class MaskSums {
  readonly #width: number;
  readonly #height: number;
  readonly #sums: Uint32Array;

  constructor({ width, height, cells }: Mask) {
    this.#width = width;
    this.#height = height;
    this.#sums = new Uint32Array((width + 1) * (height + 1));
    for (let row = 0; row < height; row += 1) {
      let line = 0;
      for (let column = 0; column < width; column += 1) {
        line += cells[row * width + column] ?? 0;
        this.#sums[(row + 1) * (width + 1) + column + 1] = (this.#sums[row * (width + 1) + column + 1] ?? 0) + line;
      }
    }
  }

  /** Marked cells in the columns `left` to before `right` and the rows `top` to before `bottom`. */
  within(left: number, top: number, right: number, bottom: number): number {
    const clamp = (value: number, most: number): number => Math.min(Math.max(Math.round(value), 0), most);
    const [l, r] = [clamp(left, this.#width), clamp(right, this.#width)];
    const [t, b] = [clamp(top, this.#height), clamp(bottom, this.#height)];
    const at = (row: number, column: number): number => this.#sums[row * (this.#width + 1) + column] ?? 0;
    return at(b, r) - at(t, r) - at(b, l) + at(t, l);
  }
}
