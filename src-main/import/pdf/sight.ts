import { isFaint } from '../faint.ts';
import type { Colour } from '../html/cascade/values.ts';
import type { Glyph } from './glyph.ts';
import { type Extent, reaches } from './extent.ts';
import type { Rule } from './graphics.ts';
import { holds, turnedBox } from './geometry.ts';
import type { Painted } from './painted.ts';

/** Why a person does not see letters of a page. */
export type UnseenBy = 'layer' | 'inkless' | 'font-size' | 'clipped' | 'position' | 'colour' | 'opacity' | 'covered';

/** Words that nobody sees, or that a line strikes through. */
export interface Unseen {
  readonly by: UnseenBy | 'struck';
  readonly text: string;
}

/** A letter where it is drawn. */
export interface Placed {
  readonly glyph: Glyph;
  /** Quarter turns counter-clockwise, or undefined for a tilt. */
  readonly turn: number | undefined;
  /** Its middle. */
  readonly x: number;
  readonly y: number;
  readonly by: UnseenBy | undefined;
  /** Undefined where it cannot be told. */
  readonly colour: Colour | undefined;
}

interface Shown {
  readonly hidden: boolean;
  readonly inkless: boolean;
  readonly size: number;
  readonly clip: Extent;
  readonly page: { readonly width: number; readonly height: number };
}

/** Points: smaller letters nobody reads. */
const SMALLEST_FONT = 2;
const SLACK = 1;
/** Share of a page from which on a picture is the page, and letters under it are what was recognised in it. */
const WHOLE_PAGE = 0.5;

/** Why nobody sees a letter, as far as it can be told when it is drawn. */
export function unseenBy({ hidden, inkless, size, clip, page }: Shown, x: number, y: number): UnseenBy | undefined {
  if (hidden) return 'layer';
  if (size < SMALLEST_FONT) return 'font-size';
  if (!holds({ left: 0, top: 0, right: page.width, bottom: page.height }, x, y, SLACK)) return 'position';
  if (!reaches(clip, x, y, SLACK)) return 'clipped';
  return inkless ? 'inkless' : undefined;
}

/** Whether anybody sees something of a line. */
export function seenRule(painted: Painted, { left, right, top, bottom, order, colour }: Rule): boolean {
  if (!colour) return true;
  return [left, (left + right) / 2, right].some((x) => painted.shows(colour, x, (top + bottom) / 2, order));
}

/** What is seen of the letters of a page, and what is not. `upright`: the turn of most letters. */
export function sift(
  placed: readonly Placed[],
  painted: Painted,
  rules: readonly Rule[],
  upright: number,
  page: { readonly width: number; readonly height: number },
): { readonly seen: readonly Placed[]; readonly unseen: readonly Unseen[]; readonly covered: string } {
  const { pictures } = painted;
  const struck = strikes(rules, painted, upright);
  const seen: Placed[] = [];
  const gone: { by: Unseen['by']; text: string; y: number }[] = [];
  const inkless: Placed[] = [];
  let covered = '';
  const leave = (by: Unseen['by'], { text, y }: Glyph): void => {
    const last = gone.at(-1);
    if (last?.by === by) {
      if (last.y !== y && last.text.length < 2000) last.text += ' ';
      last.text += text;
      last.y = y;
    } else if (text.trim() !== '') gone.push({ by, text, y });
  };
  const recognised = (one: Placed): Placed => ({ ...one, glyph: { ...one.glyph, invisible: true } });
  for (const one of placed) {
    const { glyph, x, y, colour } = one;
    const over = pictures.findLast(({ box }) => holds(box, x, y));
    const by = one.by ?? paintedAway(painted, colour, x, y, glyph.order);
    if (over && (by === 'inkless' || by === 'opacity')) seen.push(recognised(one));
    else if (by) {
      if (by === 'inkless') inkless.push(one);
      leave(by, glyph);
    } else if (glyph.text.trim() !== '' && struck(one)) leave('struck', glyph);
    else if (over && over.order > glyph.order) {
      const share = ((over.box.right - over.box.left) * (over.box.bottom - over.box.top)) / (page.width * page.height);
      if (share < WHOLE_PAGE) covered += glyph.text;
      seen.push(share < WHOLE_PAGE ? one : recognised(one));
    } else seen.push(one);
  }
  // A page of which nothing else is seen is a picture that could not be told, with what was recognised in it.
  const bare = inkless.length > 0 && !seen.some(({ glyph }) => glyph.text.trim() !== '');
  if (bare) seen.push(...inkless.map(recognised));
  const unseen = gone.filter(({ by, text }) => text.trim() !== '' && !(bare && by === 'inkless'));
  return { seen, unseen: unseen.map(({ by, text }) => ({ by, text })), covered };
}

function paintedAway(
  painted: Painted,
  colour: Colour | undefined,
  x: number,
  y: number,
  order: number,
): UnseenBy | undefined {
  if (colour && isFaint(colour[3])) return 'opacity';
  if (painted.covers(x, y, order)) return 'covered';
  return colour && !painted.shows(colour, x, y, order) ? 'colour' : undefined;
}

/** Tells of upright letters whether a line that is seen goes through their middle. */
function strikes(rules: readonly Rule[], painted: Painted, upright: number): (letter: Placed) => boolean {
  const rows = new Map<number, Rule[]>();
  for (const rule of rules) {
    const turned = { ...rule, ...turnedBox(rule, upright) };
    if (turned.right - turned.left < turned.bottom - turned.top) continue;
    const row = Math.round((turned.top + turned.bottom) / 2);
    const own = rows.get(row);
    if (own) own.push(turned);
    else rows.set(row, [turned]);
  }
  return ({ glyph: { left, right, y, size }, turn, x: middle, y: height }) => {
    if (turn !== upright) return false;
    const reach = Math.max(0.1, (right - left) * 0.2);
    for (let row = Math.floor(y - 0.5 * size); row <= Math.ceil(y - 0.2 * size); row++) {
      const through = rows.get(row)?.some((rule) => {
        const at = (rule.top + rule.bottom) / 2;
        const crosses = at > y - 0.5 * size && at < y - 0.2 * size;
        if (!crosses || rule.left > left + reach || rule.right < right - reach) return false;
        const { colour, order } = rule;
        return !painted.covers(middle, height, order) && (!colour || painted.shows(colour, middle, height, order));
      });
      if (through === true) return true;
    }
    return false;
  };
}
