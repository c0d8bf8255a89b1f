import { SEAL_SHAPES, type SealShape } from '../finish/seal.ts';
import { grown, type Mask, MaskSums } from './red.ts';
import { BEYOND, CELLS, cellOf, millimetresOf } from './sheet.ts';

/** A seal's outline laid over red ink: the place, size and turn that fit best, and how well. Millimetres from the page's upper left corner. */
export interface SealFit {
  readonly x: number;
  readonly y: number;
  /** Measured size over the nominal one. */
  readonly scale: number;
  /** Degrees clockwise; always 0 for a circle. */
  readonly turn: number;
  /** Share of the outline that is red, 0 to 1. */
  readonly outline: number;
  /** Share just outside the outline that is red too. */
  readonly outside: number;
  /** Sectors out of eight in which the outline shows. */
  readonly sectors: number;
  /** Share of the inside that is red. */
  readonly filled: number;
}

/** A part of the page in millimetres from its upper left corner. */
export interface Region {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Pose {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly turn: number;
}

const SAMPLES = 72;
const SECTORS = 8;
/** Millimetres from the seal's edge inwards, where its frame is, and outwards, where paper is. */
const INSET = 0.6;
const OUTSET = 1.1;
/** Least share of a seal's square that is red: less is no seal, however faint the pad. */
const LEAST_RED = 0.035;

type Outline = readonly (readonly [number, number])[];
const outlines = new Map<string, Outline>();

/** Points of the shape's outline about its middle, in millimetres; `outwards` of the seal's edge. Kept: few are ever asked for. */
function outlinePoints(shape: SealShape, scale: number, outwards: number): Outline {
  const key = `${shape} ${scale.toFixed(4)} ${outwards}`;
  const kept = outlines.get(key);
  if (kept) return kept;
  const { width, height, outline } = SEAL_SHAPES[shape];
  const [rx, ry] = [(width * scale) / 2 + outwards, (height * scale) / 2 + outwards];
  const points = Array.from({ length: SAMPLES }, (_, index): readonly [number, number] => {
    const angle = (2 * Math.PI * (index + 0.5)) / SAMPLES;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    if (outline === 'ellipse') return [rx * cos, ry * sin];
    const reach = 1 / Math.max(Math.abs(cos), Math.abs(sin));
    return [rx * cos * reach, ry * sin * reach];
  });
  outlines.set(key, points);
  return points;
}

/** Which of the outline's points are marked: 1 or 0. */
function marked({ width, height, cells }: Mask, shape: SealShape, pose: Pose, outwards: number): Uint8Array {
  const [cos, sin] = [Math.cos((pose.turn * Math.PI) / 180), Math.sin((pose.turn * Math.PI) / 180)];
  const flags = new Uint8Array(SAMPLES);
  outlinePoints(shape, pose.scale, outwards).forEach(([x, y], index) => {
    const column = cellOf(pose.x + x * cos - y * sin);
    const row = cellOf(pose.y + x * sin + y * cos);
    const inside = column >= 0 && row >= 0 && column < width && row < height;
    if (inside) flags[index] = cells[row * width + column] ?? 0;
  });
  return flags;
}

const shareOf = (flags: Uint8Array): number => flags.reduce((sum, flag) => sum + flag, 0) / flags.length;

/** Every value from `from` to `to` in steps. */
function* steps(from: number, to: number, by: number): Generator<number> {
  for (let value = from; value <= to + 1e-9; value += by) yield value;
}

const ROUND = (shape: SealShape): boolean =>
  SEAL_SHAPES[shape].outline === 'ellipse' && SEAL_SHAPES[shape].width === SEAL_SHAPES[shape].height;

const COARSE_SCALES = [0.76, 0.82, 0.88, 0.94, 1, 1.06, 1.12, 1.18, 1.24];
const COARSE_TURNS = [0, -6, 6, -12, 12];

/** The better of two ways to lie: more of the outline red, less outside of it. */
const worth = (inside: number, outside: number): number => inside - 0.6 * outside;

/** All sizes and turns that are tried at one place. */
const coarsePoses = (shape: SealShape, x: number, y: number): readonly Pose[] =>
  COARSE_SCALES.flatMap((scale) => (ROUND(shape) ? [0] : COARSE_TURNS).map((turn) => ({ x, y, scale, turn })));

/** The likeliest few places, from a look in steps of a millimetre with a broad outline. */
function coarse(red: Mask, shape: SealShape, region: Region): readonly Pose[] {
  const broad = grown(red, Math.round(0.7 * CELLS));
  const sums = new MaskSums(red);
  const { width, height } = SEAL_SHAPES[shape];
  const [rx, ry] = [width / 2 + 1, height / 2 + 1];
  const least = LEAST_RED * width * height * CELLS * CELLS;
  const found: { pose: Pose; score: number }[] = [];
  for (const y of steps(region.top, region.bottom, 1)) {
    for (const x of steps(region.left, region.right, 1)) {
      if (sums.within(cellOf(x - rx), cellOf(y - ry), cellOf(x + rx), cellOf(y + ry)) < least) continue;
      let best: { pose: Pose; score: number } | undefined;
      for (const pose of coarsePoses(shape, x, y)) {
        const inside = shareOf(marked(broad, shape, pose, -INSET));
        const top = best?.score ?? 0;
        if (inside < 0.3 || inside <= top) continue;
        const score = worth(inside, shareOf(marked(red, shape, pose, OUTSET + 0.6)));
        if (score > top) best = { pose, score };
      }
      if (best) found.push(best);
    }
  }
  return found
    .toSorted((a, b) => b.score - a.score)
    .slice(0, 12)
    .map(({ pose }) => pose);
}

/** Moves a pose to its best neighbour until none is better, in ever smaller steps. */
function refine(red: Mask, near: Mask, shape: SealShape, start: Pose): { pose: Pose; score: number } {
  const scoreOf = (pose: Pose): number =>
    worth(shareOf(marked(near, shape, pose, -INSET)), shareOf(marked(red, shape, pose, OUTSET)));
  let best = { pose: start, score: scoreOf(start) };
  for (const size of [1, 0.5, 0.25]) {
    for (let moved = true; moved;) {
      moved = false;
      const { x, y, scale, turn } = best.pose;
      const grow = size * 0.03;
      const neighbours: Pose[] = [
        { x: x + size, y, scale, turn },
        { x: x - size, y, scale, turn },
        { x, y: y + size, scale, turn },
        { x, y: y - size, scale, turn },
        { x, y, scale: scale + grow, turn },
        { x, y, scale: scale - grow, turn },
        ...(ROUND(shape)
          ? []
          : [
              { x, y, scale, turn: turn + 4 * size },
              { x, y, scale, turn: turn - 4 * size },
            ]),
      ];
      for (const pose of neighbours) {
        const score = scoreOf(pose);
        if (score <= best.score + 1e-9) continue;
        best = { pose, score };
        moved = true;
      }
    }
  }
  return best;
}

/** How finely the edge is looked for, in how many directions, and how far from where the outline lies, in millimetres. */
const EDGE = { step: 0.05, rays: 180, reach: 1.8, blank: 0.4 } as const;
/** The mask of red reaches this far beyond the ink itself: it is softened, and a faint lead counts. Alike from 150 to 300 dots an inch. */
const BLEED = 0.19;
/** Of all directions, as many must show the edge; and an edge this far from the others is something else. */
const LEAST_RAYS = 0.4;
const STRAY = 0.35;

/** How much of a place is red, between the four cells around it: 0 to 1. */
function redAt({ width, height, cells }: Mask, x: number, y: number): number {
  const [u, v] = [(x + BEYOND) * CELLS - 0.5, (y + BEYOND) * CELLS - 0.5];
  const [column, row] = [Math.floor(u), Math.floor(v)];
  if (column < 0 || row < 0 || column + 1 >= width || row + 1 >= height) return 0;
  const at = row * width + column;
  const [right, down] = [u - column, v - row];
  const upper = (cells[at] ?? 0) * (1 - right) + (cells[at + 1] ?? 0) * right;
  const lower = (cells[at + width] ?? 0) * (1 - right) + (cells[at + width + 1] ?? 0) * right;
  return upper * (1 - down) + lower * down;
}

interface Ray {
  /** Unit vector outwards, and millimetres from the middle to the outline along it. */
  readonly x: number;
  readonly y: number;
  readonly out: number;
  /** How far beyond the outline the red begins, coming from outside. */
  readonly edge: number;
}

/** Where the red begins, coming from outside, in every direction in which it does so near the outline. */
function edgeOf(red: Mask, shape: SealShape, { x, y, scale, turn }: Pose): readonly Ray[] {
  const { width, height, outline } = SEAL_SHAPES[shape];
  const [rx, ry] = [(width * scale) / 2, (height * scale) / 2];
  const lean = (turn * Math.PI) / 180;
  const rays: Ray[] = [];
  for (let index = 0; index < EDGE.rays; index += 1) {
    const angle = (2 * Math.PI * (index + 0.5)) / EDGE.rays;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const out =
      outline === 'ellipse' ? 1 / Math.hypot(cos / rx, sin / ry) : Math.min(rx / Math.abs(cos), ry / Math.abs(sin));
    const [dx, dy] = [Math.cos(angle + lean), Math.sin(angle + lean)];
    let blank = 0;
    for (let beyond: number = EDGE.reach; beyond >= -EDGE.reach; beyond -= EDGE.step) {
      if (redAt(red, x + (out + beyond) * dx, y + (out + beyond) * dy) < 0.5) {
        blank += EDGE.step;
        continue;
      }
      if (blank >= EDGE.blank) rays.push({ x: dx, y: dy, out, edge: beyond - BLEED });
      break;
    }
  }
  return rays;
}

/** How far the outline is to be moved right and down, and by which share to grow, to lie on the edges best. */
function leastSquares(rays: readonly Ray[]): readonly [number, number, number] | undefined {
  const sumOf = (of: (ray: Ray) => number): number => rays.reduce((sum, ray) => sum + of(ray), 0);
  const parts: readonly ((ray: Ray) => number)[] = [({ x }) => x, ({ y }) => y, ({ out }) => out];
  return solved(
    parts.flatMap((a) => parts.map((b) => sumOf((ray) => a(ray) * b(ray)))),
    parts.map((a) => sumOf((ray) => a(ray) * ray.edge)),
  );
}

/** The solution of three equations in three unknowns, by Cramer's rule; `undefined` where there is none. */
function solved(m: readonly number[], v: readonly number[]): readonly [number, number, number] | undefined {
  const det = (a: readonly number[]): number => {
    const [p = 0, q = 0, r = 0, s = 0, t = 0, u = 0, w = 0, x = 0, y = 0] = a;
    return p * (t * y - u * x) - q * (s * y - u * w) + r * (s * x - t * w);
  };
  const all = det(m);
  if (Math.abs(all) < 1e-9) return undefined;
  const [a, b, c] = [0, 1, 2].map(
    (column) => det(m.map((value, at) => (at % 3 === column ? (v[Math.floor(at / 3)] ?? 0) : value))) / all,
  );
  return [a ?? 0, b ?? 0, c ?? 0];
}

/** The pose moved and sized so that its edge is where the red begins: least squares over the directions that agree. */
function measured(red: Mask, shape: SealShape, start: Pose): Pose {
  let pose = start;
  for (let round = 0; round < 3; round += 1) {
    let rays = edgeOf(red, shape, pose);
    for (let pass = 0; pass < 3; pass += 1) {
      if (rays.length < LEAST_RAYS * EDGE.rays) return start;
      const found = leastSquares(rays);
      if (!found) return start;
      const [dx, dy, grow] = found;
      const agreeing = rays.filter(({ x, y, out, edge }) => Math.abs(edge - dx * x - dy * y - grow * out) <= STRAY);
      if (agreeing.length === rays.length || pass === 2) {
        pose = { x: pose.x + dx, y: pose.y + dy, scale: pose.scale * (1 + grow), turn: pose.turn };
        break;
      }
      rays = agreeing;
    }
  }
  return pose;
}

/** Cells inside the outline and how many of them are red. */
function filledShare({ width, cells }: Mask, shape: SealShape, pose: Pose): number {
  const { width: w, height: h, outline } = SEAL_SHAPES[shape];
  const [rx, ry] = [(w * pose.scale) / 2 - 2, (h * pose.scale) / 2 - 2];
  const [cos, sin] = [Math.cos((pose.turn * Math.PI) / 180), Math.sin((pose.turn * Math.PI) / 180)];
  let [count, red] = [0, 0];
  const reach = Math.ceil(Math.max(rx, ry) * 1.42 * CELLS);
  const [middleX, middleY] = [cellOf(pose.x), cellOf(pose.y)];
  for (let row = middleY - reach; row <= middleY + reach; row += 1) {
    for (let column = middleX - reach; column <= middleX + reach; column += 1) {
      const [dx, dy] = [millimetresOf(column) - pose.x, millimetresOf(row) - pose.y];
      const [x, y] = [(dx * cos + dy * sin) / rx, (dy * cos - dx * sin) / ry];
      const inside = outline === 'ellipse' ? x * x + y * y <= 1 : Math.abs(x) <= 1 && Math.abs(y) <= 1;
      if (!inside || row < 0 || column < 0 || column >= width) continue;
      count += 1;
      red += cells[row * width + column] ?? 0;
    }
  }
  return count === 0 ? 0 : red / count;
}

/** The best place for a seal of this shape with its middle in the region; `undefined` where hardly anything red is. */
export function fitSeal(red: Mask, shape: SealShape, region: Region): SealFit | undefined {
  const near = grown(red, 1);
  const candidates = coarse(red, shape, region).map((pose) => refine(red, near, shape, pose));
  const likeliest = candidates.toSorted((a, b) => b.score - a.score)[0];
  if (!likeliest) return undefined;
  const best = { pose: measured(red, shape, likeliest.pose) };
  const outline = marked(near, shape, best.pose, -INSET);
  const perSector = SAMPLES / SECTORS;
  const sectors = Array.from({ length: SECTORS }, (_, index) =>
    shareOf(outline.slice(index * perSector, (index + 1) * perSector)),
  ).filter((share) => share >= 0.3).length;
  return {
    ...best.pose,
    outline: shareOf(outline),
    outside: shareOf(marked(red, shape, best.pose, OUTSET)),
    sectors,
    filled: filledShare(red, shape, best.pose),
  };
}

/** Marked cells in a region, and those of them that lie under a fitted seal. */
export function markedUnder(
  mask: Mask,
  shape: SealShape,
  fit: SealFit,
  region: Region,
): { all: number; under: number } {
  const { width: w, height: h, outline } = SEAL_SHAPES[shape];
  const [rx, ry] = [(w * fit.scale) / 2, (h * fit.scale) / 2];
  const [cos, sin] = [Math.cos((fit.turn * Math.PI) / 180), Math.sin((fit.turn * Math.PI) / 180)];
  let [all, under] = [0, 0];
  for (let row = Math.max(0, cellOf(region.top)); row < Math.min(mask.height, cellOf(region.bottom)); row += 1) {
    for (
      let column = Math.max(0, cellOf(region.left));
      column < Math.min(mask.width, cellOf(region.right));
      column += 1
    ) {
      if (!mask.cells[row * mask.width + column]) continue;
      const [dx, dy] = [millimetresOf(column) - fit.x, millimetresOf(row) - fit.y];
      const [x, y] = [(dx * cos + dy * sin) / rx, (dy * cos - dx * sin) / ry];
      all += 1;
      if (outline === 'ellipse' ? x * x + y * y <= 1 : Math.abs(x) <= 1 && Math.abs(y) <= 1) under += 1;
    }
  }
  return { all, under };
}
