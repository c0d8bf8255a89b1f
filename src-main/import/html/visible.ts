import type { DefaultTreeAdapterTypes } from 'parse5';
import { isFaint, isLost } from '../faint.ts';
import { type Colour, pixelsOf } from './cascade/values.ts';
import { SCREEN } from './cascade/media.ts';
import { attribute } from './tree.ts';
import type { Declared } from './cascade/cascade.ts';

type Element = DefaultTreeAdapterTypes.Element;

/** Why a person does not see words. */
export type HiddenBy =
  | 'display'
  | 'visibility'
  | 'opacity'
  | 'font-size'
  | 'colour'
  | 'clipped'
  | 'position'
  | 'indent'
  | 'no-size'
  | 'scaled';

/** What of a look decides whether words are seen. */
export interface Sight {
  readonly declared: Declared;
  readonly visible: boolean;
  readonly opacity: number;
  readonly fontSize: number;
  readonly indent: number;
  readonly colour: Colour | undefined;
  /** What stands behind the words; undefined where a picture, or something that cannot be told, does. */
  readonly behind: Colour | undefined;
}

/** CSS pixels: smaller letters nobody reads, a smaller box holds none, and farther out is off the page. */
const SMALLEST_FONT = 3;
const SMALLEST_BOX = 3;
const FAR_OUT = 500;
const FAR_RIGHT = 5000;

/** Why nobody sees an element with all that is in it. */
export function goneBy(element: Element | undefined, look: Sight): HiddenBy | undefined {
  const { declared } = look;
  const display = declared.get('display');
  if (display === 'none') return 'display';
  if (display === undefined && element && attribute(element, 'hidden') !== undefined) return 'display';
  if (declared.get('content-visibility') === 'hidden') return 'display';
  if (display === 'contents') return undefined;
  // What moves may come into sight.
  if ((declared.get('animation-name') ?? 'none') !== 'none') return undefined;
  if (isFaint(look.opacity)) return 'opacity';
  if (isClipped(declared)) return 'clipped';
  if (isScaledAway(declared)) return 'scaled';
  if (isFarOut(look)) return 'position';
  return hasNoSize(look) ? 'no-size' : undefined;
}

/** Why nobody sees the words of an element, though what is in it may be seen. */
export function unseenBy(look: Sight): HiddenBy | undefined {
  if (!look.visible) return 'visibility';
  if (look.fontSize < SMALLEST_FONT) return 'font-size';
  if (look.indent <= -FAR_OUT) return 'indent';
  const { colour, behind } = look;
  if (!colour) return undefined;
  if (isFaint(colour[3])) return 'colour';
  return behind && isLost(colour, behind) ? 'colour' : undefined;
}

const isLaidOut = (declared: Declared): boolean => /^(?:absolute|fixed)$/.test(declared.get('position') ?? '');

function isClipped(declared: Declared): boolean {
  const clip = declared.get('clip') ?? '';
  if (clip.startsWith('rect(') && isLaidOut(declared)) {
    const [top = 0, right = 0, bottom = 0, left = 0] = (clip.match(/-?[\d.]+|auto/g) ?? []).map((edge) =>
      edge === 'auto' ? NaN : Number(edge),
    );
    if (bottom - top <= SMALLEST_BOX || right - left <= SMALLEST_BOX) return true;
  }
  const path = declared.get('clip-path') ?? declared.get('-webkit-clip-path') ?? '';
  const inset = /^inset\(\s*([\d.]+)%/.exec(path);
  if (inset) return Number(inset[1]) >= 50;
  return /^(?:circle|ellipse)\(\s*0(?:px|%)?\s*(?:\)|at|\s0)/.test(path) || isEmptyPolygon(path);
}

function isEmptyPolygon(path: string): boolean {
  if (!path.startsWith('polygon(')) return false;
  const points = path
    .slice(8, -1)
    .split(',')
    .map((point) => point.trim().replace(/(?<![\d.])0(?:px|%)/g, '0'));
  return new Set(points).size < 3;
}

function isScaledAway(declared: Declared): boolean {
  const scaled = /^0(?:\.0+)?(?:\s|$|%)|^\.0*(?:\s|$)/.test(declared.get('scale') ?? '');
  const zoomed = /^0(?:\.0+)?%?$/.test(declared.get('zoom') ?? '');
  const transform = declared.get('transform') ?? '';
  const away =
    /\bscale(?:x|y|3d)?\(\s*(?:0(?:\.0*)?|\.0+|0?\.0[0-4]\d*)\s*[,)]|\bscale\([^,)]+,\s*0(?:\.0*)?\s*\)|matrix\(\s*0\s*,\s*0\s*,\s*0\s*,\s*0/;
  return scaled || zoomed || away.test(transform) || /\brotate[xy]\(\s*-?(?:90|270)deg\s*\)/.test(transform);
}

function isFarOut({ declared, fontSize }: Sight): boolean {
  const position = declared.get('position') ?? 'static';
  const at = (name: string, whole: number): number | undefined => pixelsOf(declared.get(name), fontSize, whole);
  const away = (offset: number | undefined): boolean =>
    offset !== undefined && (offset <= -FAR_OUT || offset >= FAR_RIGHT);
  if (position !== 'static' && position !== '') {
    const [left, right] = [at('left', SCREEN.width), at('right', SCREEN.width)];
    const [top, bottom] = [at('top', SCREEN.height), at('bottom', SCREEN.height)];
    // What is far to the right or below may be scrolled to, but not in a page that is laid out around it.
    if (away(left) || away(right) || (top ?? 0) <= -FAR_OUT || (bottom ?? 0) >= FAR_RIGHT) return true;
  }
  if ((at('margin-left', SCREEN.width) ?? 0) <= -FAR_OUT * 2 || (at('margin-top', SCREEN.height) ?? 0) <= -FAR_OUT * 4)
    return true;
  return movedAway(declared, fontSize, away);
}

function movedAway(declared: Declared, fontSize: number, away: (offset: number | undefined) => boolean): boolean {
  const [, axis, inside = ''] = /\btranslate(x|y|3d|)\(([^)]*)\)/.exec(declared.get('transform') ?? '') ?? [];
  if (axis === undefined) return false;
  const moves = inside.split(',').map((part) => part.trim());
  if (moves.some((move) => away(pixelsOf(move, fontSize)))) return true;
  const [first] = moves;
  const atEdge = pixelsOf(declared.get('left'), fontSize) === 0 && axis !== 'y';
  return isLaidOut(declared) && atEdge && first === '-100%';
}

function hasNoSize({ declared, fontSize }: Sight): boolean {
  const cut = (name: string): boolean => /^(?:hidden|clip|scroll|auto)$/.test(declared.get(name) ?? '');
  const none = (name: string): boolean => {
    const size = pixelsOf(declared.get(name), fontSize);
    return size !== undefined && size <= SMALLEST_BOX;
  };
  const flat = none('height') || none('max-height');
  const narrow = none('width') || none('max-width');
  return (flat && cut('overflow-y')) || (narrow && cut('overflow-x'));
}
