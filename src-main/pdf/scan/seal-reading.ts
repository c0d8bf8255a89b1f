import type { PaperStyle } from '../paper.ts';
import { PAGE } from '../paper.ts';
import type { Zone } from '../typeset/links.ts';
import { COMMON_SHAPES, SEAL_SHAPES, type SealShape } from '../finish/seal.ts';
import { type SignatureLine, signatureLine, zoneMiddle } from './expectation.ts';
import { type Mask, MaskSums } from './red.ts';
import { fitSeal, markedUnder, type SealFit } from './seal-fit.ts';
import { CELLS, cellOf } from './sheet.ts';

/** What a check found. */
export type CheckState = 'found' | 'missing' | 'doubtful';

/** Why a seal is not simply found. */
export type SealReason =
  | 'no-colour'
  | 'no-red'
  | 'red-without-shape'
  | 'elsewhere'
  | 'off-zone'
  | 'other-shape'
  | 'broken-outline'
  | 'red-around'
  | 'empty'
  | 'solid'
  | 'size';

/** Why a line of print is not simply crossed by the seal. */
export type LineReason = 'not-printed' | 'not-crossed' | 'hardly-crossed';

export interface LineReading {
  readonly line: SignatureLine;
  readonly state: CheckState;
  readonly reason?: LineReason;
}

export interface SealReading {
  readonly zone: string;
  readonly state: CheckState;
  readonly reasons: readonly SealReason[];
  /** Best fit of the chosen shape, on this page. */
  readonly fit?: SealFit;
  /** Measured size in millimetres. */
  readonly measured?: { readonly width: number; readonly height: number };
  /** From the zone's middle to the seal's, millimetres to the right and downwards. */
  readonly offset?: { readonly x: number; readonly y: number };
  /** A seal of another kind fits better. */
  readonly looksLike?: SealShape;
  readonly lines: readonly LineReading[];
}

/** How far from the zone's middle a seal is looked for, in millimetres. */
const SEARCH = 42;
/** A seal may stand this much out of its zone: hands are no machines. Beyond the second it is not on its place at all. */
const LEEWAY = { found: 8, doubtful: 15 } as const;
/** Share of the outline and sectors (of eight) for a seal that is surely there, and for one that may be. */
const SURE = { outline: 0.6, sectors: 6 } as const;
const PERHAPS = { outline: 0.4, sectors: 4 } as const;
const MOST_OUTSIDE = 0.35;
const FILLED = { least: 0.04, most: 0.62 } as const;
const SIZE_TOLERANCE = 0.07;
/** Red ink in square millimetres within the zone that is worth a word although it is no seal. */
const NOTABLE_RED = 12;
/** Of a printed line, this share or these square millimetres under the seal are enough. */
const CROSSED = { share: 0.08, area: 2.5, least: 0.5 } as const;

const isSeal = (fit: SealFit | undefined): fit is SealFit =>
  fit !== undefined &&
  fit.outline >= PERHAPS.outline &&
  fit.sectors >= PERHAPS.sectors &&
  fit.outline - fit.outside >= 0.2;

const around = (x: number, y: number, reach: number) => ({
  left: x - reach,
  right: x + reach,
  top: y - reach,
  bottom: y + reach,
});

/** Looks for the seal of the chosen shape in and around its zone and says what is to be said about it. */
export function readSeal(
  ink: { readonly red: Mask; readonly black: Mask; readonly colour: boolean },
  zone: Zone,
  { shape, style }: { readonly shape: SealShape; readonly style: PaperStyle },
): SealReading {
  const middle = zoneMiddle(zone);
  const fit = fitSeal(ink.red, shape, around(middle.x, middle.y, SEARCH));
  if (!isSeal(fit)) return withoutSeal(ink, zone, shape);
  const offset = { x: fit.x - middle.x, y: fit.y - middle.y };
  const { width, height } = SEAL_SHAPES[shape];
  const excess = Math.max(
    Math.abs(offset.x) - Math.max(0, zone.box.width - width) / 2,
    Math.abs(offset.y) - Math.max(0, zone.box.height - height) / 2,
  );
  const reasons: SealReason[] = [
    ...(excess > LEEWAY.doubtful ? (['elsewhere'] as const) : excess > LEEWAY.found ? (['off-zone'] as const) : []),
    ...(fit.outline < SURE.outline || fit.sectors < SURE.sectors ? (['broken-outline'] as const) : []),
    ...(fit.outside > MOST_OUTSIDE ? (['red-around'] as const) : []),
    ...(fit.filled < FILLED.least ? (['empty'] as const) : []),
    ...(fit.filled > FILLED.most ? (['solid'] as const) : []),
    ...(Math.abs(fit.scale - 1) > SIZE_TOLERANCE ? (['size'] as const) : []),
  ];
  const state = reasons.includes('elsewhere') ? 'missing' : reasons.length > 0 ? 'doubtful' : 'found';
  const looksLike = state === 'found' ? undefined : betterShape(ink.red, shape, fit);
  return {
    zone: zone.zone,
    state,
    reasons: looksLike === undefined ? reasons : [...reasons.filter((reason) => reason !== 'size'), 'other-shape'],
    fit,
    measured: { width: width * fit.scale, height: height * fit.scale },
    offset,
    lines: (['name', 'date'] as const).map((line) => readLine(ink.black, zone, style, line, { shape, fit })),
    ...(looksLike === undefined ? {} : { looksLike }),
  };
}

/** Another of the known seals that lies over the same ink clearly better. */
function betterShape(red: Mask, chosen: SealShape, fit: SealFit | undefined, reach = 8): SealShape | undefined {
  if (!fit) return undefined;
  const others = COMMON_SHAPES.filter((shape) => shape !== chosen);
  const fits = others.map((shape) => ({ shape, fit: fitSeal(red, shape, around(fit.x, fit.y, reach)) }));
  const surely = fits.filter(
    ({ fit: other }) =>
      isSeal(other) &&
      other.outline >= SURE.outline &&
      Math.abs(other.scale - 1) < 0.04 &&
      Math.abs(other.scale - 1) < Math.abs(fit.scale - 1) &&
      other.outline - other.outside > fit.outline - fit.outside - 0.05,
  );
  return surely.toSorted((a, b) => (b.fit?.outline ?? 0) - (a.fit?.outline ?? 0))[0]?.shape;
}

function withoutSeal(ink: { readonly red: Mask; readonly colour: boolean }, zone: Zone, shape: SealShape): SealReading {
  const none = { zone: zone.zone, lines: [] };
  if (!ink.colour) return { ...none, state: 'missing', reasons: ['no-colour'] };
  const middle = zoneMiddle(zone);
  const sums = new MaskSums(ink.red);
  const { left, right, top, bottom } = around(middle.x, middle.y, zone.box.width / 2 + 4);
  const area = sums.within(cellOf(left), cellOf(top), cellOf(right), cellOf(bottom)) / CELLS ** 2;
  if (area >= NOTABLE_RED) {
    const others = COMMON_SHAPES.filter((other) => other !== shape);
    const looksLike = others
      .map((other) => ({ other, fit: fitSeal(ink.red, other, around(middle.x, middle.y, 25)) }))
      .filter(({ fit }) => isSeal(fit) && fit.outline >= SURE.outline && Math.abs(fit.scale - 1) < 0.08)
      .toSorted((a, b) => (b.fit?.outline ?? 0) - (a.fit?.outline ?? 0))[0];
    return looksLike
      ? { ...none, state: 'doubtful', reasons: ['other-shape'], looksLike: looksLike.other }
      : { ...none, state: 'doubtful', reasons: ['red-without-shape'] };
  }
  const anywhere = fitSeal(ink.red, shape, { left: 0, right: PAGE.width, top: 0, bottom: PAGE.height });
  if (!isSeal(anywhere)) return { ...none, state: 'missing', reasons: ['no-red'] };
  const offset = { x: anywhere.x - middle.x, y: anywhere.y - middle.y };
  return { ...none, state: 'missing', reasons: ['elsewhere'], fit: anywhere, offset };
}

function readLine(
  black: Mask,
  zone: Zone,
  style: PaperStyle,
  line: SignatureLine,
  { shape, fit }: { readonly shape: SealShape; readonly fit: SealFit },
): LineReading {
  const { all, under } = markedUnder(black, shape, fit, signatureLine(zone, style, line));
  const [printed, crossed] = [all / CELLS ** 2, under / CELLS ** 2];
  if (printed < CROSSED.least) return { line, state: 'doubtful', reason: 'not-printed' };
  if (crossed >= CROSSED.area || crossed / printed >= CROSSED.share) return { line, state: 'found' };
  return crossed > CROSSED.least
    ? { line, state: 'doubtful', reason: 'hardly-crossed' }
    : { line, state: 'missing', reason: 'not-crossed' };
}
