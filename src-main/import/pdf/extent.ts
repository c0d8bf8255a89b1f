import { type Box, holds, meet, type SubPath } from './geometry.ts';

type Outline = SubPath['points'];

/** What a path encloses: a plain rectangle is its box, of all else the outlines say what lies inside. */
export interface Region {
  readonly box: Box;
  readonly outlines: readonly Outline[];
  /** What is enclosed twice lies outside again (PDF 32000-1, 8.5.3.3.3). */
  readonly evenOdd: boolean;
  /** There are more outlines than are compared: what lies inside the box cannot be told. */
  readonly untold: boolean;
}

/** A part of the page: what lies in the box and in every region. */
export interface Extent {
  readonly box: Box;
  readonly within: readonly Region[];
  readonly untold: boolean;
}

/** A large code of squares has some thousand corners; more than these no field and no clip of a page with words has. */
const MOST_CORNERS = 20_000;
const MOST_REGIONS = 8;
const NOTHING: Box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };

/** What a path encloses. */
export function regionOf(paths: readonly SubPath[], evenOdd: boolean): Region {
  const outlines = paths.map(({ points }) => points).filter((points) => points.length > 1);
  const box = around(outlines);
  const [only] = outlines;
  const plain = outlines.length === 1 && only !== undefined && isRectangle(only);
  const untold = outlines.reduce((sum, { length }) => sum + length, 0) > MOST_CORNERS;
  return { box, outlines: plain || untold ? [] : outlines, evenOdd, untold };
}

/** The part of an extent that lies in a region too. */
export function narrow({ box, within, untold }: Extent, region: Region): Extent {
  const met = meet(box, region.box);
  const more = region.outlines.length > 0;
  if (more && within.length >= MOST_REGIONS) return { box: met, within, untold: true };
  return { box: met, within: more ? [...within, region] : within, untold: untold || region.untold };
}

/** Whether an extent holds a place. `slack`: so near to the edge of the box counts as inside. */
export function reaches({ box, within }: Extent, x: number, y: number, slack = 0): boolean {
  return holds(box, x, y, slack) && within.every((region) => encloses(region, x, y));
}

function encloses({ outlines, evenOdd }: Region, x: number, y: number): boolean {
  let turns = 0;
  for (const outline of outlines) {
    let [fromX, fromY] = outline.at(-1) ?? [0, 0];
    for (const [toX, toY] of outline) {
      if (fromY <= y !== toY <= y && x < fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX))
        turns += toY > fromY ? 1 : -1;
      [fromX, fromY] = [toX, toY];
    }
  }
  return evenOdd ? turns % 2 !== 0 : turns !== 0;
}

function around(outlines: readonly Outline[]): Box {
  let { left, top, right, bottom } = NOTHING;
  for (const outline of outlines)
    for (const [x, y] of outline) {
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
    }
  return { left, top, right, bottom };
}

/** Four corners, each joined to the next along x or y by turns. */
function isRectangle(outline: Outline): boolean {
  const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.1;
  const same = (one: Outline[number] | undefined, other: Outline[number] | undefined): boolean =>
    one !== undefined && other !== undefined && near(one[0], other[0]) && near(one[1], other[1]);
  if (outline.length > 6) return false;
  const corners = outline.filter((corner, at) => !same(corner, outline[at === 0 ? outline.length - 1 : at - 1]));
  if (corners.length !== 4) return false;
  const along = corners.map(([x, y], at) => {
    const [nextX, nextY] = corners[(at + 1) % 4] ?? [x, y];
    return near(y, nextY) ? 'x' : near(x, nextX) ? 'y' : '';
  });
  return ['xyxy', 'yxyx'].includes(along.join(''));
}
