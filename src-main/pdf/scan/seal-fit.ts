import { SEAL_SHAPES, type SealShape } from '../finish/seal.ts';
import { grown, type Mask, MaskSums } from './red.ts';
import { CELLS, cellOf, millimetresOf } from './sheet.ts';

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
  const best = candidates.toSorted((a, b) => b.score - a.score)[0];
  if (!best) return undefined;
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
