import { isFaint, isLost } from '../faint.ts';
import type { Colour } from '../html/cascade/values.ts';
import type { Ink } from './colours.ts';
import { type ParagraphStyle, pitchOf, type SettledLook } from './styles.ts';
import { child, type XmlElement } from './xml.ts';

/** Why a person does not see words of a Word file. */
export type UnseenBy =
  'vanish' | 'font-size' | 'colour' | 'clipped' | 'position' | 'no-size' | 'scaled' | 'shape-hidden';

/** Where paragraphs stand: on the page, in a cell, in a box. */
export interface Ground {
  /** What stands behind words; undefined where it cannot be told, so that colour hides nothing. */
  readonly colour: Colour | undefined;
  /** Something drawn behind the text may stand there: whether it does, only the finished page shows. */
  readonly drawn?: boolean | undefined;
  /** Why nobody sees what stands here. */
  readonly unseen?: UnseenBy | undefined;
}

export const PAPER: Ground = { colour: [255, 255, 255, 1] };

/** Points: smaller letters nobody reads, and lines, rows and boxes that are lower show none. */
export const SMALLEST = 2.25;
/** Twentieths of a point: farther to the right no page reaches. */
const FAR_RIGHT = 12_000;
const NARROWEST = 10;

/** The ground of a paragraph or cell within another. */
export function groundIn(outer: Ground, behind: Ink | 'none'): Ground {
  if (behind === 'none') return outer;
  return { ...outer, colour: behind === 'auto' ? undefined : behind, drawn: false };
}

/** The ground of a paragraph: its shading, and whether its lines or its place let it be seen at all. */
export function groundOf(
  properties: XmlElement | undefined,
  style: ParagraphStyle,
  own: Ink | 'none',
  outer: Ground,
): Ground {
  const behind = own === 'none' ? (style.shade?.colour ?? 'none') : own;
  const ground = groundIn(outer, behind);
  const pitch = pitchOf(properties) ?? style.pitch;
  if (pitch !== undefined && pitch < SMALLEST) return { ...ground, unseen: ground.unseen ?? 'clipped' };
  return isFarOut(properties) ? { ...ground, unseen: ground.unseen ?? 'position' } : ground;
}

function isFarOut(properties: XmlElement | undefined): boolean {
  const indent = child(properties, 'w:ind')?.attributes;
  const frame = child(properties, 'w:framePr')?.attributes;
  const left = Number(indent?.get('w:left') ?? indent?.get('w:start') ?? 0);
  const [x, y] = [Number(frame?.get('w:x') ?? 0), Number(frame?.get('w:y') ?? 0)];
  return left > FAR_RIGHT || Math.abs(x) > FAR_RIGHT || y > 2 * FAR_RIGHT || y < -FAR_RIGHT;
}

/** Why nobody sees the words of a run. */
export function unseenBy(look: SettledLook, ground: Ground): UnseenBy | undefined {
  if (look.hidden) return 'vanish';
  if (ground.unseen) return ground.unseen;
  if ((look.size ?? SMALLEST) < SMALLEST) return 'font-size';
  if ((look.width ?? NARROWEST) < NARROWEST) return 'scaled';
  const colour = look.ink?.colour ?? 'auto';
  if (colour === 'auto' || look.shaped === true) return undefined;
  if (isFaint(colour[3])) return 'colour';
  const behind = groundIn(ground, look.behind?.colour ?? 'none').colour;
  return behind && isLost(colour, behind) ? 'colour' : undefined;
}
