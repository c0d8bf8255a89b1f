import { sentence } from '../../agreement/sentence.ts';
import { Refusal } from '../../agreement/refusal.ts';
import type { Outage } from './outages.ts';

/** Columns by the headings that monitoring tools and people write; order does not matter. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  from: ['from', 'start', 'begin', 'started', 'start time', '开始', '开始时间', '起', '中断开始'],
  to: ['to', 'end', 'until', 'ended', 'end time', '结束', '结束时间', '止', '恢复时间', '中断结束'],
  cause: ['cause', 'reason', 'description', '原因', '说明'],
  instances: ['instances', 'instance', '实例', '受影响实例'],
  exclusion: ['exclusion', 'excluded', '除外', '除外情形', '免责情形'],
  evidence: ['evidence', '证据', '依据'],
};

function cellsOf(line: string, separator: string): readonly string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const char = line[at] ?? '';
    if (char === '"' && quoted && line[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (char === '"') quoted = !quoted;
    else if (char === separator && !quoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += char;
  }
  return [...cells, cell.trim()];
}

/** `2026/3/1 9:30` as monitoring writes it, in ISO; a time without an offset is Beijing time. */
function instantOf(cell: string, line: number): string {
  const match =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/u.exec(
      cell,
    );
  if (match) {
    const [year, month, day, hour, minute, second, zone] = match.slice(1);
    const two = (part: string | undefined): string => (part ?? '0').padStart(2, '0');
    return `${year ?? ''}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}${zone ?? '+08:00'}`;
  }
  throw new Refusal(
    'outage-time',
    sentence('term.outage-log.outage-time', { line, cell }),
    sentence('term.outage-log.outage-time.next'),
  );
}

function refuseColumns(): never {
  throw new Refusal(
    'outage-columns',
    sentence('term.outage-log.outage-columns'),
    sentence('term.outage-log.outage-columns.next'),
  );
}

/**
 * Reads an outage log as CSV, semicolon- or tab-separated text with a heading row. Columns: start, end, and optionally cause,
 * instances (split at `;` or 、), exclusion, evidence. Times without an offset are Beijing time.
 * `added` rows stand before what the person gave: a row that is refused is named by the person's own count.
 * Refuses a missing column (`outage-columns`) or an unreadable time (`outage-time`).
 */
export function readOutageLog(text: string, added = 0): readonly Outage[] {
  const rows = text
    .replace(/^\uFEFF/u, '')
    .split(/\r\n?|\n/u)
    .map((line, index) => ({ line, number: index + 1 - added }))
    .filter(({ line }) => line.trim() !== '');
  const header = rows[0];
  if (!header) return [];
  const separator = ['\t', ';', ','].find((mark) => header.line.includes(mark)) ?? ',';
  const names = cellsOf(header.line, separator).map((name) => name.toLowerCase());
  const at = (column: string): number => names.findIndex((name) => COLUMNS[column]?.includes(name) === true);
  const [from, to] = [at('from'), at('to')];
  if (from < 0 || to < 0) refuseColumns();
  return rows.slice(1).map(({ line, number }) => {
    const cells = cellsOf(line, separator);
    const cell = (column: string): string => cells[at(column)] ?? '';
    const instances = cell('instances')
      .split(/[;；、|]/u)
      .map((name) => name.trim())
      .filter((name) => name !== '');
    return {
      from: instantOf(cells[from] ?? '', number),
      to: instantOf(cells[to] ?? '', number),
      ...(cell('cause') === '' ? {} : { cause: cell('cause') }),
      ...(instances.length === 0 ? {} : { instances }),
      ...(cell('exclusion') === ''
        ? {}
        : {
            exclusion: { item: cell('exclusion'), ...(cell('evidence') === '' ? {} : { evidence: cell('evidence') }) },
          }),
    };
  });
}
