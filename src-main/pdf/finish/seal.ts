import { PAGE, SEAL_ZONE } from '../paper.ts';

/**
 * Diameters of round seals in whole millimetres. 45 is the most that a company's may have (国发〔1999〕25号); nothing sets a least one,
 * and none under 20 is made that names a company.
 */
export const ROUND_DIAMETERS = [
  45, 44, 43, 42, 41, 40, 39, 38, 37, 36, 35, 34, 33, 32, 31, 30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20,
] as const;
type RoundShape = `round-${(typeof ROUND_DIAMETERS)[number]}`;

export type SealShape = RoundShape | 'square-22' | 'oval-40x30' | 'oval-45x30';

/** Width and height in millimetres. */
interface SealOutline {
  readonly outline: 'ellipse' | 'rectangle';
  readonly width: number;
  readonly height: number;
}

const round = Object.fromEntries(
  ROUND_DIAMETERS.map((diameter) => [`round-${diameter}`, { outline: 'ellipse', width: diameter, height: diameter }]),
) as Record<RoundShape, SealOutline>;

/**
 * Shapes of Chinese company seals: round (company 40 or 42 mm, others 38), square (representative) 22, oval 40×30 (invoice, 国家税务总局
 * 公告2011年第7号) and 45×30 (foreign-invested company).
 */
export const SEAL_SHAPES: Readonly<Record<SealShape, SealOutline>> = {
  ...round,
  'square-22': { outline: 'rectangle', width: 22, height: 22 },
  'oval-40x30': { outline: 'ellipse', width: 40, height: 30 },
  'oval-45x30': { outline: 'ellipse', width: 45, height: 30 },
};

/** Shapes that a reading of a scan tells apart: a millimetre more or less is none that it can. */
export const COMMON_SHAPES = [
  'round-42',
  'round-40',
  'round-38',
  'square-22',
  'oval-45x30',
] as const satisfies readonly SealShape[];

/** A rectangle on a page in millimetres, origin at the lower left corner. */
export interface PageBox {
  readonly left: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

/** The seal's box in the middle of its zone, moved by `offset` (right, up) but never out of the page. */
export function sealBox(
  shape: SealShape,
  zone: PageBox,
  offset: { readonly x: number; readonly y: number } = { x: 0, y: 0 },
): PageBox {
  const { width, height } = SEAL_SHAPES[shape];
  const within = (value: number, room: number): number => Math.min(Math.max(value, 0), room);
  return {
    left: within(zone.left + (zone.width - width) / 2 + offset.x, PAGE.width - width),
    bottom: within(zone.bottom + (zone.height - height) / 2 + offset.y, PAGE.height - height),
    width,
    height,
  };
}

/** Where a second signer's appearance stands: the free space left of the zone, at its height. */
export const besideZone = (zone: PageBox): PageBox => ({
  left: PAGE.left,
  bottom: zone.bottom + zone.height / 2 - 12,
  width: Math.max(30, Math.min(70, zone.left - PAGE.left - 4)),
  height: 24,
});

/** Does the zone hold the seal whole? A zone is `SEAL_ZONE` square. */
export const sealFits = (shape: SealShape): boolean =>
  SEAL_SHAPES[shape].width <= SEAL_ZONE && SEAL_SHAPES[shape].height <= SEAL_ZONE;

/** The narrowest slice of a seam seal that can still be matched, and the most pages one seal can hold together. */
export const SEAM_SLICE_MINIMUM = 4.2;
export const SEAM_PAGES_MAXIMUM = 10;

/** The part of the seal that lands on one page: `from`–`to` in millimetres from the seal's left edge, at the page's right edge. */
export interface SeamSlice {
  /** 1-based. */
  readonly page: number;
  readonly from: number;
  readonly to: number;
}

export interface SeamGroup {
  readonly first: number;
  readonly last: number;
  readonly slices: readonly SeamSlice[];
}

/**
 * Cuts a seam seal (骑缝章) over a print: as few groups as possible, of nearly equal size, each slice at least 4.2 mm.
 * A single page has no seam.
 */
export function seamGroups(pages: number, shape: SealShape): readonly SeamGroup[] {
  if (pages < 2) return [];
  const { width } = SEAL_SHAPES[shape];
  const most = Math.min(SEAM_PAGES_MAXIMUM, Math.floor(width / SEAM_SLICE_MINIMUM + 1e-9));
  const count = Math.ceil(pages / most);
  return Array.from({ length: count }, (_, group) => {
    const first = Math.floor((group * pages) / count) + 1;
    const last = Math.floor(((group + 1) * pages) / count);
    const size = last - first + 1;
    const slices = Array.from({ length: size }, (_, index) => ({
      page: first + index,
      from: (width * index) / size,
      to: (width * (index + 1)) / size,
    }));
    return { first, last, slices };
  });
}

/** Lower edge of a seam seal on the page, in millimetres: the middle of the right edge. */
export const seamBottom = (shape: SealShape): number => (PAGE.height - SEAL_SHAPES[shape].height) / 2;
