import { largest } from '../extremes.ts';
import type { Glyph } from './glyph.ts';
import type { Box } from './geometry.ts';
import { BLANK, isWide, type Run } from '../runs.ts';

/** Glyphs of one line that stand together: no gap in them that could part two columns. */
export interface Piece {
  readonly glyphs: readonly Glyph[];
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/** One visual line of a column. */
export interface VisualLine {
  readonly pieces: readonly Piece[];
  readonly left: number;
  readonly right: number;
  /** Baseline. */
  readonly y: number;
  readonly size: number;
  readonly page: number;
}

/** A gap of this many ems parts pieces: wider than any word space, narrower than any space between table columns. */
const PIECE_GAP = 1.2;
/** Baselines nearer than this share of the type size are one line (superscripts, mixed fonts). */
const SAME_BASELINE = 0.4;
const WORD_GAP = 0.18;
/** Ems that a stretched word space reaches in a narrow column. */
const WIDEST_SPACE = 5;
const WIDE_GAP = 0.8;
const SHORTEST_BLANK = 1.4;

/** Groups glyphs into visual lines, top to bottom, glyphs from left to right; text drawn twice to look bold counts once, as bold. */
export function readLines(glyphs: readonly Glyph[], page: number): readonly VisualLine[] {
  const shown = withoutDoubles(glyphs).filter(({ text }) => text !== '');
  const inked = shown.filter(({ text }) => text.trim() !== '').sort((a, b) => a.y - b.y);
  const rows: { y: number; size: number; glyphs: Glyph[] }[] = [];
  for (const glyph of inked) {
    const row = rows.at(-1);
    const near = row && Math.abs(glyph.y - row.y) <= SAME_BASELINE * Math.max(row.size, glyph.size);
    if (!near) {
      rows.push({ y: glyph.y, size: glyph.size, glyphs: [glyph] });
      continue;
    }
    row.glyphs.push(glyph);
    if (glyph.size > row.size) {
      row.size = glyph.size;
      row.y = glyph.y;
    }
  }
  placeSpaces(rows, shown);
  return rows.map((row) => lineOf(row.glyphs, page)).filter((line) => line !== undefined);
}

/** Spaces that are drawn tell words apart where the gap alone would not; they never make a line of their own. */
function placeSpaces(rows: readonly { y: number; size: number; glyphs: Glyph[] }[], shown: readonly Glyph[]): void {
  let at = 0;
  for (const space of shown.filter(({ text }) => text.trim() === '').sort((a, b) => a.y - b.y)) {
    while (at < rows.length - 1 && Math.abs((rows[at + 1]?.y ?? 0) - space.y) <= Math.abs((rows[at]?.y ?? 0) - space.y))
      at++;
    const row = rows[at];
    if (row && Math.abs(row.y - space.y) <= SAME_BASELINE * row.size) row.glyphs.push(space);
  }
}

function withoutDoubles(glyphs: readonly Glyph[]): readonly Glyph[] {
  const seen = new Map<string, number>();
  const kept: (Glyph | undefined)[] = [];
  for (const glyph of glyphs) {
    const cell = Math.max(1, glyph.size * 0.25);
    const [column, row] = [Math.round(glyph.left / cell), Math.round(glyph.y / cell)];
    const nearby = [0, -1, 1].flatMap((dx) => [0, -1, 1].map((dy) => `${glyph.text} ${column + dx} ${row + dy}`));
    const before = nearby.map((key) => seen.get(key)).find((index) => index !== undefined);
    const first = before === undefined ? undefined : kept[before];
    const reach = glyph.size * 0.15;
    if (
      before !== undefined &&
      first &&
      glyph.text.trim() !== '' &&
      Math.abs(first.left - glyph.left) < reach &&
      Math.abs(first.y - glyph.y) < reach
    ) {
      if (first.left !== glyph.left || first.y !== glyph.y) kept[before] = { ...first, strong: true };
      continue;
    }
    seen.set(`${glyph.text} ${column} ${row}`, kept.length);
    kept.push(glyph);
  }
  return kept.filter((glyph) => glyph !== undefined);
}

/** A line from its glyphs in any order; undefined if there is no ink. */
export function lineOf(glyphs: readonly Glyph[], page: number): VisualLine | undefined {
  const sorted = [...glyphs].sort((a, b) => a.left - b.left || a.order - b.order);
  const pieces: Piece[] = [];
  let open: Glyph[] = [];
  let right = -Infinity;
  const gaps = wordGaps(sorted);
  const close = (): void => {
    const inked = open.filter(({ text }) => text.trim() !== '');
    const [first] = inked;
    if (first) {
      const size = largest(inked.map((glyph) => glyph.size));
      const ends = largest(inked.map((glyph) => glyph.right));
      pieces.push({ glyphs: open, left: first.left, right: ends, y: first.y, size });
    }
    open = [];
  };
  for (const glyph of sorted) {
    const inked = glyph.text.trim() !== '';
    if (inked && glyph.left - right > PIECE_GAP * glyph.size && open.length > 0 && !isWordSpace(open, glyph, gaps))
      close();
    open.push(glyph);
    if (inked) right = Math.max(right, glyph.right);
  }
  close();
  return lineOfPieces(pieces, page);
}

/** A line's gaps between words, the narrowest first. */
function wordGaps(sorted: readonly Glyph[]): readonly number[] {
  const inked = sorted.filter(({ text }) => text.trim() !== '');
  const gaps = inked.flatMap((glyph, index) => {
    const gap = glyph.left - (inked[index - 1]?.right ?? Infinity);
    return gap > WORD_GAP * glyph.size ? [gap] : [];
  });
  return gaps.sort((a, b) => a - b);
}

/** Justified text stretches its spaces: one drawn space, as wide as the line's others, parts words and not columns. */
function isWordSpace(before: readonly Glyph[], next: Glyph, gaps: readonly number[]): boolean {
  let spaces = 0;
  for (let at = before.length - 1; before[at]?.text.trim() === ''; at--) spaces++;
  const last = before[before.length - 1 - spaces];
  const gap = next.left - (last?.right ?? next.left);
  if (spaces !== 1) return false;
  const usual = gaps[gaps.length >> 1] ?? 0;
  const even = gaps.length > 1 && (gaps.at(-1) ?? 0) < 1.15 * (gaps[0] ?? 0);
  return even || (gap < WIDEST_SPACE * next.size && gap < 1.6 * usual);
}

/** A line from some pieces of it: one side of a gutter. */
export function lineOfPieces(pieces: readonly Piece[], page: number): VisualLine | undefined {
  const [first] = pieces;
  if (!first) return undefined;
  const size = largest(pieces.map((piece) => piece.size));
  const y = pieces.find((piece) => piece.size === size)?.y ?? first.y;
  return { pieces, left: first.left, right: largest(pieces.map((piece) => piece.right)), y, size, page };
}

/** Horizontal strokes by line: those that underline its glyphs, or lie where something is to be written. */
export function strokesUnder(line: VisualLine, strokes: readonly Box[]): readonly Box[] {
  return strokes.filter(({ left, right, top, bottom }) => {
    const y = (top + bottom) / 2;
    const flat = right - left > bottom - top;
    return flat && y > line.y - 0.1 * line.size && y < line.y + 0.4 * line.size && right > line.left - 40 * line.size;
  });
}

/**
 * The runs of one line or of some of its pieces: spaces set where words part (between Chinese characters only where a gap is as wide
 * as a character), underlines from strokes, and `____` where a stroke underlines nothing.
 */
export function runsOf(
  pieces: readonly Piece[],
  strokes: readonly Box[],
  strongFonts: ReadonlySet<string>,
): readonly Run[] {
  const runs: Run[] = [];
  const blanks = blanksOf(pieces, strokes);
  let before: Glyph | undefined;
  const add = (text: string, strong = false, underline = false): void => {
    const last = runs.at(-1);
    if (last?.strong === strong && last.underline === underline)
      runs[runs.length - 1] = { ...last, text: last.text + text };
    else runs.push({ text, strong, underline });
  };
  for (const glyph of pieces.flatMap((piece) => piece.glyphs)) {
    for (let blank = blanks[0]; blank !== undefined && blank.middle < glyph.left; blank = blanks[0]) {
      add(isWide(before?.text.at(-1)) || before === undefined ? `${BLANK} ` : ` ${BLANK} `);
      blanks.shift();
      before = undefined;
    }
    const middle = (glyph.left + glyph.right) / 2;
    const strong = glyph.strong || strongFonts.has(glyph.font);
    const underline = strokes.some(({ left, right }) => left <= middle && middle <= right);
    if (before && parts(before, glyph)) add(' ', strong && before.strong, underline);
    add(glyph.text, strong, underline && glyph.text.trim() !== '');
    before = glyph;
  }
  if (blanks.length > 0) add(isWide(before?.text.at(-1)) ? BLANK : ` ${BLANK}`);
  return runs;
}

function parts(before: Glyph, glyph: Glyph): boolean {
  const gap = glyph.left - before.right;
  const wide = isWide(before.text.at(-1)) || isWide(glyph.text[0]);
  return gap > (wide ? WIDE_GAP : WORD_GAP) * Math.max(before.size, glyph.size);
}

/** Places where a stroke has no glyph above it, left to right. */
function blanksOf(pieces: readonly Piece[], strokes: readonly Box[]): { middle: number }[] {
  const inked = pieces.flatMap((piece) => piece.glyphs).filter(({ text }) => text.trim() !== '');
  const shortest = SHORTEST_BLANK * Math.max(1, largest(pieces.map(({ size }) => size)));
  const open: { left: number; right: number }[] = [];
  for (const stroke of [...strokes].sort((a, b) => a.left - b.left)) {
    let from = stroke.left;
    for (const glyph of inked) {
      if (glyph.right <= from || glyph.left >= stroke.right) continue;
      if (glyph.left - from >= shortest) open.push({ left: from, right: glyph.left });
      from = Math.max(from, glyph.right);
    }
    if (stroke.right - from >= shortest) open.push({ left: from, right: stroke.right });
  }
  const merged: { left: number; right: number }[] = [];
  for (const gap of open.sort((a, b) => a.left - b.left)) {
    const last = merged.at(-1);
    const apart = last && inked.some(({ left }) => left >= last.right - 1 && left <= gap.left + 1);
    if (last && !apart) last.right = Math.max(last.right, gap.right);
    else merged.push({ ...gap });
  }
  return merged.map(({ left, right }) => ({ middle: (left + right) / 2 }));
}
