import { lineOfPieces, type VisualLine } from './pdf-lines.ts';

/** Lines that are read one after the other: a stretch of full width, or one column of it. */
export type Column = readonly VisualLine[];

const FEWEST_LINES = 6;
const SAMPLES = 24;
/** A gutter lies in the middle part of the text's width. */
const MIDDLE = { from: 0.3, to: 0.7 };
const FEWEST_EMS = 10;

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
  const band = widestBand(lines);
  if (!band) return lines.length > 0 ? [lines] : [];
  const inside = lines.slice(band.from, band.to);
  const sides = [side(inside, (x) => x < band.gutter), side(inside, (x) => x >= band.gutter)] as const;
  if (!isProse(sides)) return [lines];
  return [...readColumns(lines.slice(0, band.from)), ...sides, ...readColumns(lines.slice(band.to))];
}

function side(lines: readonly VisualLine[], belongs: (x: number) => boolean): Column {
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
  const left = Math.min(...lines.map((line) => line.left));
  const right = Math.max(...lines.map((line) => line.right));
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

function isProse(sides: readonly [Column, Column]): boolean {
  const filled = sides.every((column) => {
    const left = Math.min(...column.map((line) => line.left));
    const right = Math.max(...column.map((line) => line.right));
    const size = Math.max(...column.map((line) => line.size));
    const whole = column.filter((line) => line.pieces.length === 1);
    const full = whole.filter((line) => right - line.right < 0.2 * (right - left)).length;
    return right - left > FEWEST_EMS * size && whole.length >= 0.9 * column.length && full >= 0.5 * column.length;
  });
  return filled || drawnInTurn(sides);
}

/** True if the left column was drawn before the right one, as programs that set columns do; tables are drawn row by row. */
function drawnInTurn(sides: readonly [Column, Column]): boolean {
  const orders = sides.map((column) =>
    column.flatMap((line) => line.pieces.flatMap((piece) => piece.glyphs.map(({ order }) => order))),
  );
  const lastLeft = Math.max(...(orders[0] ?? []));
  const firstRight = Math.min(...(orders[1] ?? []));
  const long = sides.every(
    (column) => column.filter((line) => line.right - line.left > 6 * line.size).length >= column.length / 2,
  );
  return long && lastLeft < firstRight;
}
