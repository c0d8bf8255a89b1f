import { isLost } from '../faint.ts';
import { type Colour, over } from '../html/cascade/values.ts';
import { type Extent, reaches } from './extent.ts';
import { type Box, holds } from './geometry.ts';

/** Something that is painted over a part of the page. */
interface Area {
  readonly extent: Extent;
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
export const MOST_AREAS = 5000;
/** More corners than these on one page, drawn by hand or as letters: what is drawn beyond is not compared either. */
const MOST_CORNERS = 100_000;
const SMALLEST_AREA = 2;
/** Points: no picture that small on both sides holds words that bind, and no line of letters is lower than the least. */
const ICON = 48;
export const LEAST_LETTERS = 6;
const TOUCH = 1.5;

/** What a page paints beside its letters: filled areas and pictures, asked for what lies under and over a place. */
export class Painted {
  readonly #bands = new Map<number, Area[]>();
  readonly #pictures: { box: Box; order: number }[] = [];
  #areas = 0;
  #corners = 0;
  /** Letters were drawn since the last picture. */
  #apart = false;
  /** There was more than is compared. */
  overfull = false;

  /** Fills an extent. `covers`: nothing under it is seen. */
  fill(extent: Extent, order: number, colour: Colour | undefined, covers: boolean): void {
    const { box, within, untold } = extent;
    if (box.right - box.left < SMALLEST_AREA || box.bottom - box.top < SMALLEST_AREA) return;
    if (!Number.isFinite(box.left + box.right + box.top + box.bottom)) return;
    for (const { outlines } of within) for (const { length } of outlines) this.#corners += length;
    this.overfull ||= untold || ++this.#areas > MOST_AREAS || this.#corners > MOST_CORNERS;
    if (this.#areas > MOST_AREAS || this.#corners > MOST_CORNERS) return;
    const area = untold
      ? { extent, order, colour: colour && isPale(colour) ? PAPER : undefined, covers: false }
      : { extent, order, colour, covers };
    const [first, last] = [Math.max(-1, Math.floor(box.top / BAND)), Math.min(1200, Math.floor(box.bottom / BAND))];
    for (let band = first; band <= last; band++) {
      const own = this.#bands.get(band);
      if (own) own.push(area);
      else this.#bands.set(band, [area]);
    }
  }

  /** Takes note that a letter is drawn: pictures before it and behind it are two. */
  letter(): void {
    this.#apart = true;
  }

  /** A picture; strips that follow each other are one. */
  picture(box: Box, order: number): void {
    const last = this.#pictures.at(-1);
    const follows = !this.#apart;
    this.#apart = false;
    if (last && follows && joins(last.box, box)) {
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
      if (area.order < order && area.order > at && reaches(area.extent, x, y)) [under, at] = [area, area.order];
    const photo = this.#pictures.some((one) => one.order < order && one.order > at && holds(one.box, x, y));
    if (photo || (under && !under.colour)) return true;
    const ground = under?.colour ? over(under.colour, PAPER) : PAPER;
    return !isLost(colour, ground);
  }

  /** Whether something opaque was laid over a place afterwards. */
  covers(x: number, y: number, order: number): boolean {
    return this.#at(y).some((area) => area.covers && area.order > order && reaches(area.extent, x, y));
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

const isPale = (colour: Colour): boolean => isLost(colour, PAPER);
