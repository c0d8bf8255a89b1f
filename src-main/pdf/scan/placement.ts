import { PAGE } from '../paper.ts';
import { CODE_CORNER, CODE_SIDE, codeSymbol, type CodeSymbol, pageCodeText } from '../finish/page-code.ts';
import type { FoundCode, Point } from './code.ts';
import type { SheetImage } from '../../picture/image.ts';

/**
 * Where the page lies in the picture: millimetres from the page's upper left corner (x right, y down) become pixels by
 * turning, scaling and shifting: `u = a·x − b·y + left`, `v = b·x + a·y + top`.
 */
export interface Placement {
  readonly a: number;
  readonly b: number;
  readonly left: number;
  readonly top: number;
  /** Correlation of the printed symbol with the picture, 0 to 1: how far the placement can be trusted. */
  readonly match: number;
}

export const pixelAt = ({ a, b, left, top }: Placement, x: number, y: number): Point => ({
  x: a * x - b * y + left,
  y: b * x + a * y + top,
});

/** Pixels a millimetre. */
export const densityOf = ({ a, b }: Placement): number => Math.hypot(a, b);

/** Degrees that the page is turned clockwise in the picture. */
export const turnOf = ({ a, b }: Placement): number => (Math.atan2(b, a) * 180) / Math.PI;

const CODE_LEFT = CODE_CORNER.left;
const CODE_TOP = PAGE.height - CODE_CORNER.bottom - CODE_SIDE;

/** The corners of the printed symbol in millimetres, in the order of `FoundCode`. */
const PRINTED: readonly Point[] = [
  { x: CODE_LEFT, y: CODE_TOP },
  { x: CODE_LEFT + CODE_SIDE, y: CODE_TOP },
  { x: CODE_LEFT + CODE_SIDE, y: CODE_TOP + CODE_SIDE },
  { x: CODE_LEFT, y: CODE_TOP + CODE_SIDE },
];

/** Least squares over the four corners. */
function fromCorners(corners: readonly Point[]): Placement {
  const mean = (points: readonly Point[]): Point => ({
    x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
    y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
  });
  const [from, to] = [mean(PRINTED), mean(corners)];
  let [dot, cross, size] = [0, 0, 0];
  PRINTED.forEach((point, index) => {
    const corner = corners[index] ?? to;
    const [x, y, u, v] = [point.x - from.x, point.y - from.y, corner.x - to.x, corner.y - to.y];
    dot += x * u + y * v;
    cross += x * v - y * u;
    size += x * x + y * y;
  });
  const [a, b] = [dot / size, cross / size];
  return { a, b, left: to.x - a * from.x + b * from.y, top: to.y - b * from.x - a * from.y, match: 0 };
}

/** Samples a module of the template has along each side, and modules of quiet zone around it. */
const SAMPLES = 4;
const QUIET = 2;
const ROUNDS = 12;

interface Sample {
  /** Millimetres on the page. */
  readonly x: number;
  readonly y: number;
  /** 1 = paper, 0 = ink, softened at the modules' edges as a scan softens them. */
  readonly value: number;
}

/** The symbol as it was printed, known exactly once its text was read. */
function template(symbol: CodeSymbol): readonly Sample[] {
  const module = CODE_SIDE / symbol.size;
  const side = (symbol.size + 2 * QUIET) * SAMPLES;
  const light = (row: number, column: number): number => {
    const [r, c] = [Math.floor(row / SAMPLES) - QUIET, Math.floor(column / SAMPLES) - QUIET];
    return r >= 0 && c >= 0 && r < symbol.size && c < symbol.size && symbol.dark(r, c) ? 0 : 1;
  };
  const samples: Sample[] = [];
  for (let row = 1; row < side - 1; row += 1) {
    for (let column = 1; column < side - 1; column += 1) {
      let value = 0;
      for (const y of [-1, 0, 1]) for (const x of [-1, 0, 1]) value += light(row + y, column + x);
      const at = (index: number): number => ((index + 0.5) / SAMPLES - QUIET) * module;
      samples.push({ x: CODE_LEFT + at(column), y: CODE_TOP + at(row), value: value / 9 });
    }
  }
  return samples;
}

/** The red channel between the pixels: a seal over the code hardly shows in it. */
function redAt({ width, height, rgb }: SheetImage, x: number, y: number): number {
  const [left, top] = [Math.floor(x - 0.5), Math.floor(y - 0.5)];
  if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) return 255;
  const [u, v] = [x - 0.5 - left, y - 0.5 - top];
  const at = (top * width + left) * 3;
  const below = at + width * 3;
  return (
    ((rgb[at] ?? 0) * (1 - u) + (rgb[at + 3] ?? 0) * u) * (1 - v) +
    ((rgb[below] ?? 0) * (1 - u) + (rgb[below + 3] ?? 0) * u) * v
  );
}

/** Contrast and brightness that best turn template values into picture values, and the correlation of both. */
function toneOf(samples: readonly Sample[], seen: Float64Array): { gain: number; offset: number; match: number } {
  const count = samples.length;
  let [t, s, tt, ts, ss] = [0, 0, 0, 0, 0];
  samples.forEach(({ value }, index) => {
    const grey = seen[index] ?? 0;
    t += value;
    s += grey;
    tt += value * value;
    ts += value * grey;
    ss += grey * grey;
  });
  const spread = tt - (t * t) / count;
  const gain = (ts - (t * s) / count) / spread;
  const noise = Math.sqrt(Math.max(1e-9, spread * (ss - (s * s) / count)));
  return { gain, offset: (s - gain * t) / count, match: Math.max(0, (ts - (t * s) / count) / noise) };
}

/** Solves four linear equations by elimination; `undefined` when they do not determine the unknowns. */
function solve(matrix: number[][]): readonly number[] | undefined {
  const size = matrix.length;
  for (let pivot = 0; pivot < size; pivot += 1) {
    const best = matrix.slice(pivot).reduce((top, row, index) => {
      const present = Math.abs(matrix[top]?.[pivot] ?? 0);
      return Math.abs(row[pivot] ?? 0) > present ? index + pivot : top;
    }, pivot);
    const [row, other] = [matrix[best], matrix[pivot]];
    if (!row || !other || Math.abs(row[pivot] ?? 0) < 1e-12) return undefined;
    matrix[best] = other;
    matrix[pivot] = row;
    for (const [index, line] of matrix.entries()) {
      if (index === pivot) continue;
      const factor = (line[pivot] ?? 0) / (row[pivot] ?? 1);
      line.forEach((value, column) => (line[column] = value - factor * (row[column] ?? 0)));
    }
  }
  return matrix.map((row, index) => (row[size] ?? 0) / (row[index] ?? 1));
}

/** One Gauss–Newton step: the change of the four unknowns that brings template and picture closer. */
function step(image: SheetImage, samples: readonly Sample[], placement: Placement): Placement | undefined {
  const density = densityOf(placement);
  const seen = Float64Array.from(samples, ({ x, y }) => {
    const at = pixelAt(placement, x, y);
    return redAt(image, at.x, at.y);
  });
  const { gain, offset, match } = toneOf(samples, seen);
  // unknowns move about the middle of the symbol, where they hardly depend on each other
  const [mx, my] = [CODE_LEFT + CODE_SIDE / 2, CODE_TOP + CODE_SIDE / 2];
  const normal = Array.from({ length: 4 }, () => [0, 0, 0, 0, 0]);
  const reach = Math.max(0.7, density * 0.12);
  samples.forEach(({ x, y, value }, index) => {
    const at = pixelAt(placement, x, y);
    const du = (redAt(image, at.x + reach, at.y) - redAt(image, at.x - reach, at.y)) / (2 * reach);
    const dv = (redAt(image, at.x, at.y + reach) - redAt(image, at.x, at.y - reach)) / (2 * reach);
    const [px, py] = [x - mx, y - my];
    const slope = [du * px + dv * py, dv * px - du * py, du, dv];
    const miss = offset + gain * value - (seen[index] ?? 0);
    slope.forEach((first, row) => {
      const line = normal[row];
      if (!line) return;
      slope.forEach((second, column) => (line[column] = (line[column] ?? 0) + first * second));
      line[4] = (line[4] ?? 0) + first * miss;
    });
  });
  const [a, b, u, v] = solve(normal) ?? [];
  if (a === undefined || b === undefined || u === undefined || v === undefined) return undefined;
  return {
    a: placement.a + a,
    b: placement.b + b,
    left: placement.left + u - a * mx + b * my,
    top: placement.top + v - b * mx - a * my,
    match,
  };
}

/**
 * Places the page by its code: first by the symbol's corners, then by laying the whole printed symbol over the picture.
 * The symbol is small against the page, so its corners alone would be millimetres off at the other end.
 */
export function placePage(image: SheetImage, found: FoundCode): Placement {
  const samples = template(codeSymbol(pageCodeText(found.code)));
  let best = fromCorners(found.corners);
  let present = best;
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = step(image, samples, present);
    if (!next || Math.abs(densityOf(next) / densityOf(present) - 1) > 0.1) break;
    // `match` of a step was measured before it moved
    if (next.match >= best.match) best = { ...present, match: next.match };
    present = next;
  }
  return best;
}
