import { isLost } from '../faint.ts';
import { type Colour, over } from '../html/cascade/values.ts';
import { type Box, holds, type SubPath } from './geometry.ts';

/** Something that is painted over a part of the page. */
interface Area {
  readonly box: Box;
  /** Place in the order of drawing. */
  readonly order: number;
  /** Undefined where it cannot be told. */
  readonly colour: Colour | undefined;
  /** Nothing under it is seen. */
  readonly covers: boolean;
}

const PAPER: Colour = [255, 255, 255, 1];
const BAND = 12;
/** More areas than this on one page nobody draws by hand; what is drawn beyond is not compared, and that is told. */
const MOST_AREAS = 5000;
const SMALLEST_AREA = 2;
/** Points: no picture that small on both sides holds words that bind, and no line of letters is lower than the least. */
const ICON = 48;
const LEAST_LETTERS = 6;
const TOUCH = 1.5;

/** What a page paints beside its letters: filled areas and pictures, asked for what lies under and over a place. */
export class Painted {
  readonly #bands = new Map<number, Area[]>();
  readonly #pictures: { box: Box; order: number }[] = [];
  #areas = 0;
  /** There was more than is compared. */
  get overfull(): boolean {
    return this.#areas > MOST_AREAS;
  }

  fill(box: Box, order: number, colour: Colour | undefined, covers: boolean): void {
    if (box.right - box.left < SMALLEST_AREA || box.bottom - box.top < SMALLEST_AREA) return;
    if (!Number.isFinite(box.left + box.right + box.top + box.bottom) || ++this.#areas > MOST_AREAS) return;
    const area = { box, order, colour, covers };
    const [first, last] = [Math.max(-1, Math.floor(box.top / BAND)), Math.min(1200, Math.floor(box.bottom / BAND))];
    for (let band = first; band <= last; band++) {
      const own = this.#bands.get(band);
      if (own) own.push(area);
      else this.#bands.set(band, [area]);
    }
  }

  /** A picture; strips that follow each other are one. */
  picture(box: Box, order: number): void {
    const last = this.#pictures.at(-1);
    if (last && joins(last.box, box)) {
      const [one, other] = [last.box, box];
      last.box = {
        left: Math.min(one.left, other.left),
        top: Math.min(one.top, other.top),
        right: Math.max(one.right, other.right),
        bottom: Math.max(one.bottom, other.bottom),
      };
    } else if (this.#pictures.length < MOST_AREAS) this.#pictures.push({ box, order });
  }

  /** Pictures that may hold words. */
  get pictures(): readonly { readonly box: Box; readonly order: number }[] {
    return this.#pictures.filter(({ box }) => {
      const sides = [box.right - box.left, box.bottom - box.top];
      return !sides.every((side) => side <= ICON) && !sides.some((side) => side < LEAST_LETTERS);
    });
  }

  /** Whether letters of a colour are seen at a place. */
  shows(colour: Colour, x: number, y: number, order: number): boolean {
    let [under, at]: [Area | undefined, number] = [undefined, -1];
    for (const area of this.#at(y))
      if (area.order < order && area.order > at && holds(area.box, x, y)) [under, at] = [area, area.order];
    const photo = this.#pictures.some((one) => one.order < order && one.order > at && holds(one.box, x, y));
    if (photo || (under && !under.colour)) return true;
    const ground = under?.colour ? over(under.colour, PAPER) : PAPER;
    return !isLost(colour, ground);
  }

  /** Whether something opaque was laid over a place afterwards. */
  covers(x: number, y: number, order: number): boolean {
    return this.#at(y).some((area) => area.covers && area.order > order && holds(area.box, x, y));
  }

  #at(y: number): readonly Area[] {
    return this.#bands.get(Math.floor(y / BAND)) ?? [];
  }
}

function joins(one: Box, other: Box): boolean {
  const near = (a: number, b: number): boolean => Math.abs(a - b) < TOUCH;
  const column = near(one.left, other.left) && near(one.right, other.right);
  const row = near(one.top, other.top) && near(one.bottom, other.bottom);
  if (column && row) return true;
  return (
    (column && (near(one.bottom, other.top) || near(one.top, other.bottom))) ||
    (row && (near(one.right, other.left) || near(one.left, other.right)))
  );
}

const bounds = ({ points }: SubPath): Box => {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  return { left, top, right, bottom };
};

function isRectangle({ points, curved }: SubPath, box: Box): boolean {
  const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.1;
  return (
    !curved &&
    points.length >= 4 &&
    points.length <= 6 &&
    points.every(([x, y]) => (near(x, box.left) || near(x, box.right)) && (near(y, box.top) || near(y, box.bottom)))
  );
}

/** The box around a whole path. */
export function around(paths: readonly SubPath[]): Box {
  let box: Box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const path of paths) {
    const own = bounds(path);
    box = {
      left: Math.min(box.left, own.left),
      top: Math.min(box.top, own.top),
      right: Math.max(box.right, own.right),
      bottom: Math.max(box.bottom, own.bottom),
    };
  }
  return box;
}

/** What a filled path lays over the page. One that is no plain rectangle may have holes: what it hides cannot be told. */
export function filled(
  paths: readonly SubPath[],
  colour: Colour | undefined,
): readonly { readonly box: Box; readonly colour: Colour | undefined; readonly covers: boolean }[] {
  const boxes = paths.map(bounds);
  const plain =
    paths.every((path, index) => isRectangle(path, boxes[index] ?? bounds(path))) &&
    (boxes.length === 1 || !boxes.some((one, at) => at > 0 && overlaps(one, boxes[at - 1])));
  if (plain) return boxes.map((box) => ({ box, colour, covers: colour !== undefined && colour[3] > 0.95 }));
  const white = colour !== undefined && isLost(colour, PAPER);
  return [{ box: around(paths), colour: white ? PAPER : undefined, covers: false }];
}

const overlaps = (one: Box, other: Box | undefined): boolean =>
  other !== undefined &&
  one.left < other.right &&
  other.left < one.right &&
  one.top < other.bottom &&
  other.top < one.bottom;
