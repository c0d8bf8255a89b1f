import type { MarkedLine } from '../../agreement/model.ts';
import { type AlignedTable, readAligned } from './aligned.ts';
import { type Column, readColumns } from './columns.ts';
import type { PageContent } from './content.ts';
import type { Glyph } from './glyph.ts';
import type { Box } from './geometry.ts';
import { type Grid, readGrids } from './grid.ts';
import { readLines, runsOf, strokesUnder, type VisualLine } from './lines.ts';
import { continues, joinRuns, type Measure, measureColumn, type WordedLine } from './wrap.ts';
import { rowOf, type Run, type Words, wordsOf } from '../runs.ts';

/** Faces of Chinese type that stand for bold where most of the text is set in another (song, fang, kai). */
const HEI = /hei(?!ti.*light)|黑|gothic|\u00ba\u00da\u00cc\u00e5/i;
const MOST_HEI = 0.3;
/** A column of fewer lines cannot tell its margin by itself. */
const FEW_LINES = 6;

/** A stretch of a page in reading order: lines of one column, or a table drawn with rules. */
type Block = { readonly column: Column; readonly strokes: readonly Box[] } | { readonly grid: Grid };

/** Lays the content of pages out as lines in reading order. */
export function layOut(pages: readonly PageContent[]): readonly MarkedLine[] {
  const strong = strongFonts(pages);
  const blocks = pages.map(blocksOf);
  const columns = blocks.flat().flatMap((block) => ('column' in block ? [block.column] : []));
  let known: ReadonlySet<string> | undefined;
  const words = (): ReadonlySet<string> => (known ??= englishWords(columns));
  const measures = measureAll(columns, pages);
  const writer = new LineWriter(strong, words, measures);
  blocks.forEach((own, index) => {
    for (const block of own) writer.block(block, pages[index]?.number ?? 0);
  });
  return writer.lines;
}

function strongFonts(pages: readonly PageContent[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  let total = 0;
  for (const { glyphs } of pages) {
    for (const { font } of glyphs) counts.set(font, (counts.get(font) ?? 0) + 1);
    total += glyphs.length;
  }
  const heavy = [...counts].filter(([font]) => HEI.test(font));
  const share = heavy.reduce((sum, [, count]) => sum + count, 0) / Math.max(1, total);
  return new Set(share <= MOST_HEI ? heavy.map(([font]) => font) : []);
}

function blocksOf(page: PageContent): readonly Block[] {
  const { grids, glyphs, strokes } = readGrids(page.glyphs, page.strokes);
  const lines = readLines(glyphs, page.number);
  const blocks: Block[] = [];
  let from = 0;
  for (const grid of [...grids].sort((a, b) => a.top - b.top)) {
    const to = lines.findLastIndex((line) => line.y < grid.bottom) + 1;
    for (const column of readColumns(lines.slice(from, Math.max(from, to)))) blocks.push({ column, strokes });
    blocks.push({ grid });
    from = Math.max(from, to);
  }
  for (const column of readColumns(lines.slice(from))) blocks.push({ column, strokes });
  return blocks;
}

/** Margins from all columns of the same side and place, so that a last page with three lines has those of the others. */
function measureAll(columns: readonly Column[], pages: readonly PageContent[]): ReadonlyMap<Column, Measure> {
  const own = new Map(columns.map((column) => [column, measureColumn(column.lines)]));
  const widthOf = ({ lines }: Column): number | undefined => pages[(lines[0]?.page ?? 0) - 1]?.width;
  const alike = new Map<string, Column[]>();
  for (const column of columns) {
    const key = `${column.side} ${widthOf(column) ?? 0}`;
    const group = alike.get(key);
    if (group) group.push(column);
    else alike.set(key, [column]);
  }
  const together = (column: Column, group: readonly Column[], { left, right }: Measure): Measure => {
    const size = column.lines[0]?.size ?? 10;
    let widest = right;
    for (const other of group) {
      if (other.lines.length <= column.lines.length && column.lines.length >= FEW_LINES) continue;
      const measure = own.get(other);
      if (measure && Math.abs(measure.left - left) < size && measure.right > widest) widest = measure.right;
    }
    return { left, right: widest };
  };
  return new Map(
    [...alike.values()].flatMap((group) =>
      group.map((column) => [column, together(column, group, own.get(column) ?? measureColumn(column.lines))] as const),
    ),
  );
}

/** English words of the document, to tell a word divided at a line end from one that has a hyphen. */
function englishWords(columns: readonly Column[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const line of columns.flatMap(({ lines }) => lines)) {
    const text = plain(runsOf(line.pieces, [], new Set()));
    for (const word of text.match(/[A-Za-z]+(?:-[A-Za-z]+)*(?![-A-Za-z])/g) ?? []) words.add(word.toLowerCase());
  }
  return words;
}

function plain(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}

class LineWriter {
  readonly lines: MarkedLine[] = [];
  readonly #strong: ReadonlySet<string>;
  readonly #words: () => ReadonlySet<string>;
  readonly #measures: ReadonlyMap<Column, Measure>;
  #tables = 0;

  constructor(strong: ReadonlySet<string>, words: () => ReadonlySet<string>, measures: ReadonlyMap<Column, Measure>) {
    this.#strong = strong;
    this.#words = words;
    this.#measures = measures;
  }

  block(block: Block, page: number): void {
    if ('grid' in block) this.#grid(block.grid, page);
    else this.#column(block.column, block.strokes, page);
  }

  #column(own: Column, strokes: readonly Box[], page: number): void {
    const column = own.lines;
    const measure = this.#measures.get(own) ?? measureColumn(column);
    for (let at = 0; at < column.length;) {
      const table = readAligned(column, at);
      if (table) {
        this.#aligned(table, column.slice(at, at + table.length), strokes, page);
        at += table.length;
      } else at = this.#paragraph(column, at, measure, strokes, page);
    }
  }

  /** Writes the paragraph that begins at a line; gives back where the next one begins. */
  #paragraph(
    column: readonly VisualLine[],
    from: number,
    measure: Measure,
    strokes: readonly Box[],
    page: number,
  ): number {
    const first = this.#worded(column[from], strokes);
    if (!first) return from + 1;
    let before = first;
    let runs = first.runs;
    let pitch: number | undefined;
    let at = from + 1;
    for (; at < column.length && !readAligned(column, at); at++) {
      const next = this.#worded(column[at], strokes);
      if (!next || !continues(first, before, next, measure, pitch)) break;
      pitch ??= next.line.y - before.line.y;
      runs = joinRuns(runs, next.runs, this.#words);
      before = next;
    }
    this.#push(wordsOf(runs), page, {});
    return at;
  }

  #worded(line: VisualLine | undefined, strokes: readonly Box[]): WordedLine | undefined {
    if (!line) return undefined;
    const runs = runsOf(line.pieces, strokesUnder(line, strokes), this.#strong);
    return { line, runs, text: plain(runs).trim() };
  }

  #push(words: Words, page: number, facts: Partial<MarkedLine>): void {
    if (words.text.trim() === '') return;
    this.lines.push({ line: this.lines.length + 1, text: words.text, emphasis: words.emphasis, page, ...facts });
  }

  #row(cells: readonly Words[], page: number, header: boolean): void {
    const row = rowOf(cells);
    const facts = { cells: cells.map(({ text }) => text), table: this.#tables, ...(header ? { header } : {}) };
    this.#push(row, page, facts);
  }

  #rows(rows: readonly (readonly Words[])[], page: number): void {
    this.#tables++;
    const kept = rows.filter((row) => row.some(({ text }) => text !== ''));
    const header = kept.length > 1 && isBold(kept[0] ?? []) && !isBold(kept[1] ?? []);
    kept.forEach((row, index) => this.#row(row, page, header && index === 0));
  }

  #aligned(table: AlignedTable, lines: readonly VisualLine[], strokes: readonly Box[], page: number): void {
    const near = lines.flatMap((line) => strokesUnder(line, strokes));
    const cell = (parts: AlignedTable['rows'][number][number]): Words =>
      wordsOf(this.#joined(parts.map((pieces) => runsOf(pieces, strokesOver(near, pieces), this.#strong))));
    this.#rows(
      table.rows.map((row) => row.map(cell)),
      page,
    );
  }

  #grid(grid: Grid, page: number): void {
    const cell = (glyphs: readonly Glyph[] | undefined): Words => {
      const lines = readLines(glyphs ?? [], page);
      return wordsOf(this.#joined(lines.map((line) => runsOf(line.pieces, [], this.#strong))));
    };
    this.#rows(
      grid.rows.map((row) => row.map(cell)),
      page,
    );
  }

  #joined(lines: readonly (readonly Run[])[]): readonly Run[] {
    return lines.reduce<readonly Run[]>(
      (before, next) => (before.length === 0 ? next : joinRuns(before, next, this.#words)),
      [],
    );
  }
}

function strokesOver(
  strokes: readonly Box[],
  pieces: readonly { readonly left: number; readonly right: number }[],
): readonly Box[] {
  return strokes.filter((stroke) => pieces.some(({ left, right }) => stroke.left < right && stroke.right > left));
}

function isBold(cells: readonly Words[]): boolean {
  const filled = cells.filter(({ text }) => text !== '');
  return (
    filled.length > 0 &&
    filled.every(({ text, emphasis }) =>
      emphasis.some(({ start, end, strong }) => strong && end - start >= text.length * 0.9),
    )
  );
}
