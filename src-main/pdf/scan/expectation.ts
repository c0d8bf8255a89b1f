import { PAGE, POINTS_PER_MM, type PaperStyle, TYPE } from '../paper.ts';
import type { Zone } from '../typeset/links.ts';
import { SEAL_SHAPES, type SealShape, seamGroups, type SeamSlice } from '../finish/seal.ts';
import type { Region } from './seal-fit.ts';

/** A print that may come back sealed: what was put on paper, and what was to be stamped on it. */
export interface PrintExpectation {
  /** The document part of the page code. */
  readonly code: string;
  readonly pages: number;
  readonly zones: readonly Zone[];
  readonly shape: SealShape;
  /** A seam seal over the right edges was asked for. */
  readonly seam: boolean;
  readonly style: PaperStyle;
  /** A line for a signature by hand stands on it. */
  readonly signedByHand?: boolean;
}

/** A line of print that the seal must cross. */
export type SignatureLine = 'name' | 'date';

/** A zone's middle, in millimetres from the page's upper left corner. */
export const zoneMiddle = ({ box }: Zone): { readonly x: number; readonly y: number } => ({
  x: box.left + box.width / 2,
  y: PAGE.height - box.bottom - box.height / 2,
});

/** Half the width in which name and date are looked for: a long name is wider than the zone. */
const LINE_REACH = 62;

/**
 * Where name and date stand: label, name and date are three lines, the middle one in the middle of the zone (both page
 * setters have it so).
 */
export function signatureLine(zone: Zone, style: PaperStyle, line: SignatureLine): Region {
  const leading = TYPE[style].line / POINTS_PER_MM;
  const { x, y } = zoneMiddle(zone);
  const middle = line === 'name' ? y : y + leading;
  return {
    left: Math.max(x - LINE_REACH, PAGE.left),
    right: Math.min(x + LINE_REACH, PAGE.width - 6),
    top: middle - leading * 0.42,
    bottom: middle + leading * 0.42,
  };
}

/** The slice of the seam seal that a page should bear; `undefined` when there is no seam or the page is alone. */
export function seamSliceOf({ seam, pages, shape }: PrintExpectation, page: number): SeamSlice | undefined {
  if (!seam) return undefined;
  return seamGroups(pages, shape)
    .flatMap(({ slices }) => slices)
    .find((slice) => slice.page === page);
}

/** Height of a seal between two distances from its left edge, at its highest, in millimetres. */
export function sliceHeight(shape: SealShape, { from, to }: SeamSlice): number {
  const { width, height, outline } = SEAL_SHAPES[shape];
  if (outline === 'rectangle') return height;
  const middle = width / 2;
  const nearest = from > middle ? from - middle : to < middle ? middle - to : 0;
  return height * Math.sqrt(Math.max(0, 1 - (nearest / middle) ** 2));
}
