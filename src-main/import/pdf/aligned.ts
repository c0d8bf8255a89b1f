import type { Piece, VisualLine } from './lines.ts';

/** A table without rules: lines whose pieces stand in the same columns. */
export interface AlignedTable {
  /** Per row and column the pieces of one visual line each; a cell may run over several lines. */
  readonly rows: readonly (readonly (readonly (readonly Piece[])[])[])[];
  /** Lines used up, from the one that was asked for. */
  readonly length: number;
}

interface Span {
  left: number;
  right: number;
}

const MARK =
  /^(?:[-•●■▪◆➢☐☑–—*]|[(（]?(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[ivxIVX]{1,5}|[一二三四五六七八九十百]{1,4})[)）.．、:：]?|第.{1,5}[条章节款项]|[①-⑳])$/u;

function textOf(piece: Piece): string {
  return piece.glyphs
    .map(({ text }) => text)
    .join('')
    .trim();
}

/**
 * The table that begins at a line, if one does: three lines of two columns, or two of three, whose pieces stand under each other.
 * A column of numbers or bullets alone makes a list, not a table.
 */
export function readAligned(lines: readonly VisualLine[], from: number): AlignedTable | undefined {
  const first = lines[from];
  if (!first || first.pieces.length < 2) return undefined;
  const columns: Span[] = first.pieces.map(({ left, right }) => ({ left, right }));
  const rows: Piece[][][][] = [first.pieces.map((piece) => [[piece]])];
  let at = from + 1;
  let full = 1;
  for (let line = lines[at]; line !== undefined; line = lines[++at]) {
    const before = lines[at - 1];
    const tight = before !== undefined && line.y - before.y < 1.45 * line.size;
    if (before === undefined || line.y - before.y > 4 * line.size) break;
    const placed = placePieces(line.pieces, columns);
    if (!placed) break;
    const continues = line.pieces.length < 2 || (placed[0] ?? 0) > 0;
    if (continues && !tight) break;
    if (!continues) full++;
    widen(columns, line.pieces, placed);
    const row: Piece[][][] | undefined = continues ? rows.at(-1) : [];
    if (!continues && row) rows.push(row);
    line.pieces.forEach((piece, index) => {
      const column = placed[index] ?? 0;
      if (row) (row[column] ??= []).push([piece]);
    });
  }
  if (full < (columns.length >= 3 ? 2 : 3) || isList(rows)) return undefined;
  const shape = rows.map((row) => columns.map((_, column) => row[column] ?? []));
  return { rows: shape, length: at - from };
}

function isList(rows: readonly (readonly (readonly (readonly Piece[])[] | undefined)[])[]): boolean {
  const marks = rows.filter((row) => MARK.test((row[0]?.[0] ?? []).map(textOf).join('')));
  return marks.length >= rows.length / 2 && rows.every((row) => row.length <= 2);
}

/** The column of each piece, or undefined if one stands between columns, over two of them, or two in one. */
function placePieces(pieces: readonly Piece[], columns: readonly Span[]): readonly number[] | undefined {
  const placed: number[] = [];
  for (const piece of pieces) {
    const over = columns.flatMap(({ left, right }, index) => (piece.left < right && piece.right > left ? [index] : []));
    const [column] = over;
    if (over.length !== 1 || column === undefined || placed.includes(column)) return undefined;
    placed.push(column);
  }
  return placed;
}

function widen(columns: Span[], pieces: readonly Piece[], placed: readonly number[]): void {
  pieces.forEach((piece, index) => {
    const span = columns[placed[index] ?? 0];
    if (!span) return;
    span.left = Math.min(span.left, piece.left);
    span.right = Math.max(span.right, piece.right);
  });
}
