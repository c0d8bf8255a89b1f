import type { ClauseTable, Emphasis, MarkedLine, Repair } from '../model.ts';
import { parseNumber } from './numbering.ts';
import { type Passage, shifted, type TableRow } from '../repair/passage.ts';

/** Words that head a column. */
const HEADER_WORDS =
  /名称|项目|类型|类别|等级|级别|标准|金额|比例|内容|说明|序号|编号|地址|时间|可用性|费用|价格|单价|数量|赔偿|备注|版本|日期|条款|\b(?:name|item|level|credit|type|description|percentage|uptime|availability|fee|price|amount|service|date|version|no\.?|party|address)\b/i;
/** A column of links that lost their addresses says nothing. */
const LINK_HEADER = /^(?:下载(?:地址|链接|方式)?|链接|操作|查看|download(?: link)?s?|link|action)$/i;
const LINK_CELL =
  /^(?:(?:点击|立即)?(?:下载|查看)(?:链接|地址|文件|模板)?|链接|download(?: (?:link|here|file))?|link|view|click here)$/i;

const cellsOf = (line: MarkedLine): readonly string[] => line.cells ?? line.text.split('\t').map((cell) => cell.trim());

/** True when the line is a row: the format says so, or it is one of at least two neighbouring lines that tabs divide. */
export function isTableLine(lines: readonly MarkedLine[], index: number): boolean {
  const line = lines[index];
  if (!line || line.verbatim) return false;
  if (line.cells) return true;
  if (!line.text.includes('\t') || isNumberedLine(line)) return false;
  const neighbours = [lines[index - 1], lines[index + 1]];
  return neighbours.some(
    (other) =>
      other?.text.includes('\t') &&
      !isNumberedLine(other) &&
      !other.cells &&
      Math.abs(other.line - line.line) <= 1 &&
      !other.verbatim,
  );
}

/** So long are words that stand in no column. */
const LONG_CELL = 30;

/** `（1）⇥以一个自然月…`, a heading `5.⇥Miscellaneous`: a clause whose number a tab sets apart, not a row of two columns. */
function isNumberedLine({ text, heading }: MarkedLine): boolean {
  const [mark = '', words = '', ...others] = text.split('\t').filter((cell) => cell.trim() !== '');
  if (others.length > 0) return false;
  const number = parseNumber(`${mark.trim()} `);
  const alone = number !== undefined && number.length >= mark.trim().length;
  return alone && (heading !== undefined || !number.weak || words.length > LONG_CELL) && /\p{L}/u.test(words);
}

/** The rows of one table as one passage, and the column of dead links that was taken out of it. */
export function tablePassage(lines: readonly MarkedLine[], keep: ReadonlySet<number>): TableReading {
  const all = withoutEmptyColumns(
    lines.map((line): TableRow => ({ line: line.line, cells: cellsOf(line), header: line.header === true })),
  );
  const link = linkColumn(all, keep);
  const dropped: Repair[] = [];
  const rows = all.map((row) => {
    if (link === undefined) return row;
    const before = row.cells[link] ?? '';
    if (before !== '') dropped.push({ line: row.line, kind: 'dropped-chrome', before, after: '' });
    return { ...row, cells: row.cells.filter((_, column) => column !== link) };
  });
  const emphasis: Emphasis[] = [];
  let at = 0;
  rows.forEach((row, index) => {
    const text = row.cells.join('\t');
    const source = lines[index];
    if (source && source.text === text) emphasis.push(...shifted(source.emphasis, at));
    at += text.length + 1;
  });
  const passage: Passage = {
    text: rows.map((row) => row.cells.join('\t')).join('\n'),
    emphasis,
    first: rows[0]?.line ?? 0,
    last: rows.at(-1)?.line ?? 0,
    gap: true,
    rows,
  };
  return { passage, dropped };
}

export interface TableReading {
  readonly passage: Passage;
  readonly dropped: readonly Repair[];
}

/** Columns that several tabs in a row left empty in every row. */
function withoutEmptyColumns(rows: readonly TableRow[]): readonly TableRow[] {
  const width = rows.reduce((most, row) => Math.max(most, row.cells.length), 0);
  const filled = Array.from({ length: width }, (_, column) => rows.some((row) => (row.cells[column] ?? '') !== ''));
  if (!filled.includes(false)) return rows;
  return rows.map((row) => ({ ...row, cells: row.cells.filter((_, column) => filled[column]) }));
}

function linkColumn(rows: readonly TableRow[], keep: ReadonlySet<number>): number | undefined {
  const width = rows[0]?.cells.length ?? 0;
  if (rows.length < 2 || width < 2 || rows.some((row) => keep.has(row.line))) return undefined;
  const last = width - 1;
  const header = LINK_HEADER.test(rows[0]?.cells[last] ?? '');
  const links = rows.slice(1).every((row) => row.cells.length <= last || LINK_CELL.test(row.cells[last] ?? ''));
  return header && links ? last : undefined;
}

/** Header and rows of a table. The first row is the header when the format says so or when it speaks like one. */
export function clauseTable(clause: string, rows: readonly TableRow[]): ClauseTable {
  const cells = rows.map((row) => row.cells);
  const [first = [], ...others] = cells;
  return hasHeader(rows) ? { clause, header: first, rows: others } : { clause, header: [], rows: cells };
}

function hasHeader(rows: readonly TableRow[]): boolean {
  const first = rows[0];
  if (!first || rows.length < 2) return false;
  if (first.header) return true;
  if (first.cells.some((cell) => cell === '' || cell.length > 40 || /\d[\d.]*\s*[%‰]/.test(cell))) return false;
  const figures = (row: TableRow): boolean => row.cells.slice(1).some((cell) => /\d/.test(cell));
  return first.cells.some((cell) => HEADER_WORDS.test(cell)) || (!figures(first) && rows.slice(1).every(figures));
}
