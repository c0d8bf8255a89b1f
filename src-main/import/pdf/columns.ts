import { largest, smallest } from '../extremes.ts';
import { lineOfPieces, type VisualLine } from './lines.ts';

/** Lines that are read one after the other: a stretch of full width, or one column of it. */
export interface Column {
  readonly lines: readonly VisualLine[];
  readonly side: 'whole' | 'left' | 'right';
}

const FEWEST_LINES = 6;
const SAMPLES = 24;
/** A gutter lies in the middle part of the text's width. */
const MIDDLE = { from: 0.3, to: 0.7 };
const FEWEST_EMS = 10;

type Lines = readonly VisualLine[];

interface Band {
  readonly gutter: number;
  readonly from: number;
  readonly to: number;
  readonly size: number;
}

/**
 * Puts a page's lines into reading order. Two columns are told from a table by their text: they are drawn one after the other, or
 * their lines fill their width.
 */
export function readColumns(lines: readonly VisualLine[]): readonly Column[] {
  const widest = widestBand(lines);
  const band = widest && withoutTail(lines, widest);
  if (!band) return lines.length > 0 ? [{ lines, side: 'whole' }] : [];
  const inside = lines.slice(band.from, band.to);
  const sides = [partOf(inside, (x) => x < band.gutter), partOf(inside, (x) => x >= band.gutter)] as const;
  if (!isProse(sides)) return [{ lines, side: 'whole' }];
  return [
    ...readColumns(lines.slice(0, band.from)),
    { lines: sides[0], side: 'left' },
    { lines: sides[1], side: 'right' },
    ...readColumns(lines.slice(band.to)),
  ];
}

/** Lines on the left that end a stretch and were drawn after the right column stand below both: they are not of the left one. */
function withoutTail(lines: Lines, band: Band): Band {
  const orders = (line: VisualLine): readonly number[] =>
    line.pieces.flatMap((piece) => piece.glyphs.map(({ order }) => order));
  const isRight = (piece: VisualLine['pieces'][number]): boolean => piece.left >= band.gutter;
  const right = lines.slice(band.from, band.to).flatMap((line) => line.pieces.filter(isRight));
  const firstRight = smallest(right.flatMap((piece) => piece.glyphs.map(({ order }) => order)));
  let { to } = band;
  for (let line = lines[to - 1]; line && to > band.from; line = lines[to - 1]) {
    if (line.pieces.some(isRight) || smallest(orders(line)) < firstRight) break;
    to--;
  }
  return { ...band, to };
}

function partOf(lines: readonly VisualLine[], belongs: (x: number) => boolean): Lines {
  return lines
    .map((line) =>
      lineOfPieces(
        line.pieces.filter((piece) => belongs(piece.left)),
        line.page,
      ),
    )
    .filter((line) => line !== undefined);
}

function widestBand(lines: readonly VisualLine[]): Band | undefined {
  const left = smallest(lines.map((line) => line.left));
  const right = largest(lines.map((line) => line.right));
  let best: Band | undefined;
  for (let sample = 0; sample <= SAMPLES; sample++) {
    const gutter = left + (right - left) * (MIDDLE.from + ((MIDDLE.to - MIDDLE.from) * sample) / SAMPLES);
    const band = longestBand(lines, gutter);
    if (band && band.size > (best?.size ?? 0)) best = band;
  }
  return best;
}

/** The longest run of lines that leave a place free, with enough of them on both sides. */
function longestBand(lines: readonly VisualLine[], gutter: number): Band | undefined {
  let best: Band | undefined;
  let from = 0;
  let onLeft = 0;
  let onRight = 0;
  const close = (to: number): void => {
    const size = Math.min(onLeft, onRight);
    if (size >= FEWEST_LINES && size > (best?.size ?? 0)) best = { gutter, from, to, size };
    from = to + 1;
    onLeft = onRight = 0;
  };
  lines.forEach((line, index) => {
    if (line.pieces.some((piece) => piece.left < gutter && piece.right > gutter)) return close(index);
    if (line.pieces.some((piece) => piece.right <= gutter)) onLeft++;
    if (line.pieces.some((piece) => piece.left >= gutter)) onRight++;
  });
  close(lines.length);
  return best;
}

function isProse(sides: readonly [Lines, Lines]): boolean {
  const filled = sides.every((column) => {
    const left = smallest(column.map((line) => line.left));
    const right = largest(column.map((line) => line.right));
    const size = largest(column.map((line) => line.size));
    const whole = column.filter((line) => line.pieces.length === 1);
    const full = whole.filter((line) => right - line.right < 0.2 * (right - left)).length;
    return right - left > FEWEST_EMS * size && whole.length >= 0.9 * column.length && full >= 0.5 * column.length;
  });
  return filled || drawnInTurn(sides);
}

/** True if the left column was drawn before the right one, as programs that set columns do; tables are drawn row by row. */
function drawnInTurn(sides: readonly [Lines, Lines]): boolean {
  const orders = sides.map((column) =>
    column.flatMap((line) => line.pieces.flatMap((piece) => piece.glyphs.map(({ order }) => order))),
  );
  const lastLeft = largest(orders[0] ?? []);
  const firstRight = smallest(orders[1] ?? []);
  const long = sides.every(
    (column) => column.filter((line) => line.right - line.left > 6 * line.size).length >= column.length / 2,
  );
  return long && lastLeft < firstRight;
}
