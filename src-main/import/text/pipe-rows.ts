/**
 * Rows whose cells are parted by bars without one at either end (`99.9% | 10%`): a table where several stand right beneath each other
 * with as many cells each, and figures in most of them. A line of links (`Home | Prices | Help`) is none.
 */

const CELLS = /(?<!\\)\|/u;
const RULE = /^[\s:|-]+$/u;

const cellsOf = (raw: string): readonly string[] =>
  raw
    .trim()
    .split(CELLS)
    .map((cell) => cell.trim());

/** How many cells a line has; none where it has no bar, or one at its beginning or end. */
function countOf(raw: string): number {
  if (!raw.includes('|')) return 0;
  const cells = cellsOf(raw);
  return cells.length < 2 || cells[0] === '' || cells.at(-1) === '' ? 0 : cells.length;
}

/** Head and two rows, or head, rule and one row. */
const FEWEST = 3;

/** Which lines are rows of such tables, by their place. */
export function pipeRows(raws: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>();
  const counts = raws.map(countOf);
  let from = 0;
  while (from < raws.length) {
    const count = counts[from] ?? 0;
    let to = from + 1;
    while (count > 0 && to < raws.length && counts[to] === count) to += 1;
    const rows = raws.slice(from, to);
    const body = rows.slice(1).filter((row) => !RULE.test(row));
    const withFigures = body.filter((row) => /\d/u.test(row)).length;
    if (count > 0 && rows.length >= FEWEST && withFigures * 2 > body.length)
      for (let at = from; at < to; at += 1) found.add(at);
    from = to;
  }
  return found;
}
