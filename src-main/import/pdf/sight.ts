import { isFaint } from '../faint.ts';
import type { Colour } from '../html/cascade/values.ts';
import type { Glyph } from './glyph.ts';
import type { Stroke } from './graphics.ts';
import { type Box, holds } from './geometry.ts';
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
  readonly clip: Box;
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
  if (!holds(clip, x, y, SLACK)) return 'clipped';
  return inkless ? 'inkless' : undefined;
}

/** What is seen of the letters of a page, and what is not. */
export function sift(
  placed: readonly Placed[],
  painted: Painted,
  strokes: readonly Stroke[],
  page: { readonly width: number; readonly height: number },
): { readonly glyphs: readonly Glyph[]; readonly unseen: readonly Unseen[]; readonly covered: string } {
  const { pictures } = painted;
  const struck = strikes(strokes);
  const glyphs: Glyph[] = [];
  const gone: { by: Unseen['by']; text: string; y: number }[] = [];
  const inkless: Glyph[] = [];
  let covered = '';
  const leave = (by: Unseen['by'], { text, y }: Glyph): void => {
    const last = gone.at(-1);
    if (last?.by === by) {
      if (last.y !== y && last.text.length < 2000) last.text += ' ';
      last.text += text;
      last.y = y;
    } else if (text.trim() !== '') gone.push({ by, text, y });
  };
  for (const { glyph, x, y, by, colour } of placed) {
    const over = pictures.find(({ box }) => holds(box, x, y));
    const unseen = by ?? paintedAway(painted, colour, x, y, glyph.order);
    if (over && (unseen === 'inkless' || unseen === 'opacity')) glyphs.push({ ...glyph, invisible: true });
    else if (unseen === 'inkless') {
      inkless.push(glyph);
      leave(unseen, glyph);
    } else if (unseen) leave(unseen, glyph);
    else if (glyph.text.trim() !== '' && struck(glyph)) leave('struck', glyph);
    else if (over && over.order > glyph.order) {
      const share = ((over.box.right - over.box.left) * (over.box.bottom - over.box.top)) / (page.width * page.height);
      if (share >= WHOLE_PAGE) glyphs.push({ ...glyph, invisible: true });
      else {
        covered += glyph.text;
        glyphs.push(glyph);
      }
    } else glyphs.push(glyph);
  }
  // A page of which nothing else is seen is a picture that could not be told, with what was recognised in it.
  const bare = inkless.length > 0 && !glyphs.some(({ text }) => text.trim() !== '');
  if (bare) glyphs.push(...inkless.map((glyph) => ({ ...glyph, invisible: true })));
  const unseen = gone.filter(({ by, text }) => text.trim() !== '' && !(bare && by === 'inkless'));
  return { glyphs, unseen: unseen.map(({ by, text }) => ({ by, text })), covered };
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

/** Tells of letters whether a line goes through their middle. */
function strikes(strokes: readonly Stroke[]): (glyph: Glyph) => boolean {
  const rows = new Map<number, Stroke[]>();
  for (const stroke of strokes) {
    if (stroke.right - stroke.left < stroke.bottom - stroke.top) continue;
    const row = Math.round((stroke.top + stroke.bottom) / 2);
    const own = rows.get(row);
    if (own) own.push(stroke);
    else rows.set(row, [stroke]);
  }
  return ({ left, right, y, size }) => {
    for (let row = Math.floor(y - 0.5 * size); row <= Math.ceil(y - 0.2 * size); row++) {
      const through = rows.get(row)?.some((stroke) => {
        const at = (stroke.top + stroke.bottom) / 2;
        const reach = Math.max(0.1, (right - left) * 0.2);
        return (
          at > y - 0.5 * size && at < y - 0.2 * size && stroke.left <= left + reach && stroke.right >= right - reach
        );
      });
      if (through === true) return true;
    }
    return false;
  };
}
