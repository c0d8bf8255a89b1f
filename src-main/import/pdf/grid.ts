import type { Glyph } from './glyph.ts';
import type { Box } from './geometry.ts';

/** A table drawn with rules. Cells by row and column; a place that a merged cell covers is absent. */
export interface Grid {
  readonly top: number;
  readonly bottom: number;
  readonly rows: readonly (readonly (readonly Glyph[] | undefined)[])[];
}

/** What a page's rules part: its tables, and what stands outside of them. */
export interface Ruled {
  readonly grids: readonly Grid[];
  readonly glyphs: readonly Glyph[];
  readonly strokes: readonly Box[];
}

const NEAR = 3;
const MOST_STROKES = 4000;

interface Line {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Finds tables with rules around their cells: at least two columns, and rules that meet. */
export function readGrids(glyphs: readonly Glyph[], strokes: readonly Box[]): Ruled {
  const flat = strokes.filter(isFlat);
  const upright = strokes.filter((stroke) => !isFlat(stroke));
  if (upright.length < 3 || flat.length < 2 || strokes.length > MOST_STROKES) return { grids: [], glyphs, strokes };
  const across = merged(
    flat.map(({ left, right, top, bottom }) => ({ at: (top + bottom) / 2, from: left, to: right })),
  );
  const down = merged(
    upright.map(({ left, right, top, bottom }) => ({ at: (left + right) / 2, from: top, to: bottom })),
  );
  let rest = glyphs;
  let free = strokes;
  const grids: Grid[] = [];
  for (const group of meeting(across, down)) {
    const ys = places(group.across);
    const xs = places(group.down);
    if (xs.length < 3 || ys.length < 2) continue;
    const box = { left: xs[0] ?? 0, right: xs.at(-1) ?? 0, top: ys[0] ?? 0, bottom: ys.at(-1) ?? 0 };
    const inside = rest.filter((glyph) => isInside(glyph, box));
    if (inside.every(({ text }) => text.trim() === '')) continue;
    grids.push({ top: box.top, bottom: box.bottom, rows: fill(inside, xs, ys, group) });
    rest = rest.filter((glyph) => !isInside(glyph, box));
    free = free.filter(
      ({ left, right, top, bottom }) =>
        !(left >= box.left - NEAR && right <= box.right + NEAR && top >= box.top - NEAR && bottom <= box.bottom + NEAR),
    );
  }
  return { grids, glyphs: rest, strokes: free };
}

function isFlat({ left, right, top, bottom }: Box): boolean {
  return right - left >= bottom - top;
}

function isInside(glyph: Glyph, box: Box): boolean {
  const middle = (glyph.left + glyph.right) / 2;
  const height = glyph.y - glyph.size * 0.3;
  return middle > box.left && middle < box.right && height > box.top && height < box.bottom;
}

/** Programs draw a rule cell by cell, or as two edges of a thin box: pieces in one line become one. */
function merged(lines: readonly Line[]): readonly Line[] {
  const result: Line[] = [];
  for (const line of [...lines].sort((a, b) => a.at - b.at || a.from - b.from)) {
    const index = result.findLastIndex(
      (other) => Math.abs(other.at - line.at) <= NEAR && line.from <= other.to + NEAR && line.to >= other.from - NEAR,
    );
    const other = result[index];
    if (other) result[index] = { at: other.at, from: Math.min(other.from, line.from), to: Math.max(other.to, line.to) };
    else result.push(line);
  }
  return result;
}

interface Group {
  readonly across: Line[];
  readonly down: Line[];
}

/** Rules that cross or touch, directly or by others, frame one table. */
function meeting(across: readonly Line[], down: readonly Line[]): readonly Group[] {
  const groups: Group[] = [];
  for (const rule of down) {
    const met = across.filter(
      (line) =>
        line.from <= rule.at + NEAR &&
        line.to >= rule.at - NEAR &&
        line.at >= rule.from - NEAR &&
        line.at <= rule.to + NEAR,
    );
    if (met.length === 0) continue;
    const known = groups.filter((group) => group.across.some((line) => met.includes(line)));
    const joined: Group = {
      across: [...new Set([...known.flatMap((group) => group.across), ...met])],
      down: [...known.flatMap((group) => group.down), rule],
    };
    for (const group of known) groups.splice(groups.indexOf(group), 1);
    groups.push(joined);
  }
  return groups;
}

function places(lines: readonly Line[]): readonly number[] {
  const sorted = lines.map(({ at }) => at).sort((a, b) => a - b);
  return sorted.filter((at, index) => index === 0 || at - (sorted[index - 1] ?? 0) > NEAR);
}

function fill(glyphs: readonly Glyph[], xs: readonly number[], ys: readonly number[], group: Group): Grid['rows'] {
  const owners = new Map<number, Glyph[]>();
  const columns = xs.length - 1;
  const owner = ownerOf(xs, ys, group);
  for (const glyph of glyphs) {
    const column = place(xs, (glyph.left + glyph.right) / 2);
    const row = place(ys, glyph.y - glyph.size * 0.3);
    const cell = owner(row, column);
    const own = owners.get(cell);
    if (own) own.push(glyph);
    else owners.set(cell, [glyph]);
  }
  return Array.from({ length: ys.length - 1 }, (_, row) =>
    Array.from({ length: columns }, (_, column) =>
      owner(row, column) === row * columns + column ? (owners.get(row * columns + column) ?? []) : undefined,
    ),
  );
}

function place(bounds: readonly number[], at: number): number {
  const index = bounds.findLastIndex((bound) => bound <= at);
  return Math.max(0, Math.min(bounds.length - 2, index));
}

/** Which cell a place belongs to: where the rule between two places is missing they are one cell, owned by the first. */
function ownerOf(xs: readonly number[], ys: readonly number[], group: Group): (row: number, column: number) => number {
  const columns = xs.length - 1;
  const owners = new Map<number, number>();
  const between = (low: number | undefined, high: number | undefined): number => ((low ?? 0) + (high ?? 0)) / 2;
  const parted = (lines: readonly Line[], at: number, along: number): boolean =>
    lines.some((line) => Math.abs(line.at - at) <= NEAR && line.from <= along && along <= line.to);
  return function owner(row: number, column: number): number {
    const key = row * columns + column;
    const known = owners.get(key);
    if (known !== undefined) return known;
    const [x, y] = [between(xs[column], xs[column + 1]), between(ys[row], ys[row + 1])];
    const found =
      column > 0 && !parted(group.down, xs[column] ?? 0, y)
        ? owner(row, column - 1)
        : row > 0 && !parted(group.across, ys[row] ?? 0, x)
          ? owner(row - 1, column)
          : key;
    owners.set(key, found);
    return found;
  };
}
