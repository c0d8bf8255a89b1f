import { PAGE } from '../paper.ts';
import type { PageCode } from '../finish/page-code.ts';
import { findPageCode } from './code.ts';
import { type PrintExpectation, seamSliceOf } from './expectation.ts';
import { type SheetImage, shrink } from '../../picture/image.ts';
import { densityOf, placePage, turnOf } from './placement.ts';
import { blackMask, redMask } from './red.ts';
import { readSeal, type SealReading } from './seal-reading.ts';
import { readSeam, type SeamReading } from './seam-reading.ts';
import { type LevelledSheet, levelSheet } from './sheet.ts';

/** What one sheet of a scan turned out to be. */
export interface SheetReading {
  /** `page` of an expected print, of a `foreign` print, without a readable code (`unknown`), or with nothing on it (`blank`). */
  readonly is: 'page' | 'foreign' | 'unknown' | 'blank';
  readonly code?: PageCode;
  /** Degrees the page lay turned, dots an inch of the picture by the printed code. */
  readonly turn?: number;
  readonly dotsPerInch?: number;
  /** No colour at all: scanned or copied in black and white. */
  readonly grey: boolean;
  /** The printed symbol and the picture agree well enough to measure by. */
  readonly placed: boolean;
  readonly seals: readonly SealReading[];
  readonly seam?: SeamReading;
}

/** A reading with the straightened page, for a picture of it. */
export interface ReadSheet {
  readonly reading: SheetReading;
  readonly sheet?: LevelledSheet;
}

/** Agreement of symbol and picture below which nothing is measured. */
const LEAST_MATCH = 0.6;
/** Least dots an inch that measuring rests on. */
const LEAST_DENSITY = 90;

/** Reads one sheet against the prints that may come back. */
export function readSheet(image: SheetImage, prints: readonly PrintExpectation[]): ReadSheet {
  const grey = isGrey(image);
  const none = { grey, placed: false, seals: [] };
  const found = findPageCode(image);
  if (!found) return { reading: { is: isBlank(image) ? 'blank' : 'unknown', ...none } };
  const { code } = found;
  const print = prints.find((candidate) => candidate.code === code.document && candidate.pages === code.pages);
  const placement = placePage(image, found);
  const dotsPerInch = densityOf(placement) * 25.4;
  const known = { code, grey, turn: turnOf(placement), dotsPerInch };
  const placed = placement.match >= LEAST_MATCH && dotsPerInch >= LEAST_DENSITY;
  const sheet = levelSheet(image, placement);
  if (!print) return { reading: { ...none, ...known, is: 'foreign', placed }, sheet };
  if (!placed) return { reading: { ...none, ...known, is: 'page' }, sheet };
  const [red, black] = [redMask(sheet), blackMask(sheet)];
  const slice = seamSliceOf(print, code.page);
  return {
    reading: {
      ...known,
      is: 'page',
      placed,
      seals: print.zones
        .filter(({ page }) => page === code.page)
        .map((zone) => readSeal({ red, black, colour: !grey }, zone, print)),
      ...(slice ? { seam: readSeam(sheet, red, !grey, print.shape, slice) } : {}),
    },
    sheet,
  };
}

/** Distance between the strongest and the weakest channel that counts as colour, and the share of such pixels a colour scan has. */
const COLOUR = { distance: 26, share: 0.0003 } as const;

/** Whether a picture is free of colour; a tint over all of it (yellow paper, a lamp) is no colour either. */
function isGrey(image: SheetImage): boolean {
  const { rgb, width, height } = shrink(image, Math.max(1, Math.floor(image.height / PAGE.height / 3)));
  const tint = medianTint(rgb);
  let coloured = 0;
  for (let at = 0; at < rgb.length; at += 3) {
    const [red, green, blue] = [(rgb[at] ?? 0) + tint[0], (rgb[at + 1] ?? 0) + tint[1], (rgb[at + 2] ?? 0) + tint[2]];
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > COLOUR.distance) coloured += 1;
  }
  return coloured < width * height * COLOUR.share;
}

/** What to add to each channel so that the commonest colour becomes grey. */
function medianTint(rgb: Uint8Array): readonly [number, number, number] {
  const middle = (channel: number): number => {
    const values: number[] = [];
    for (let at = channel; at < rgb.length; at += 3 * 37) values.push(rgb[at] ?? 0);
    return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 255;
  };
  const [red, green, blue] = [middle(0), middle(1), middle(2)];
  const most = Math.max(red, green, blue);
  return [most - red, most - green, most - blue];
}

/** Share of dark pixels below which a sheet is the blank back of another. */
const BLANK_SHARE = 0.0008;

function isBlank(image: SheetImage): boolean {
  const { rgb, width, height } = shrink(image, Math.max(1, Math.floor(image.height / PAGE.height / 3)));
  let dark = 0;
  const [marginX, marginY] = [Math.round(width * 0.05), Math.round(height * 0.05)];
  for (let row = marginY; row < height - marginY; row += 1) {
    for (let column = marginX; column < width - marginX; column += 1) {
      const at = (row * width + column) * 3;
      if (Math.min(rgb[at] ?? 0, rgb[at + 1] ?? 0, rgb[at + 2] ?? 0) < 120) dark += 1;
    }
  }
  return dark < width * height * BLANK_SHARE;
}
