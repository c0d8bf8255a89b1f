import { isPackage, sheetRows } from '../../import/sheet/workbook.ts';
import { decoding } from '../../import/text/decoding.ts';
import type { LogLine, LogTable } from '../../term/service/log/table.ts';
import { linesOfText } from '../../term/service/log/table.ts';

/** A log file as a table, with the encoding that its text was read in; a workbook has none. */
export interface LogFile {
  readonly table: LogTable;
  readonly encoding?: string;
}

/** Lines that are taken before the one who waits is let through. */
const SLICE = 500;

function* collected(lines: Iterable<LogLine>): Generator<void, LogTable> {
  const table: LogLine[] = [];
  for (const line of lines) {
    table.push(line);
    if (table.length % SLICE === 0) yield;
  }
  return table;
}

/** Rows of a pasted text, slice by slice. */
export function* openingText(text: string): Generator<void, LogFile> {
  return { table: yield* collected(linesOfText(text)) };
}

/**
 * Opens a log file of any kind that monitors and spreadsheets write, slice by slice.
 * @param encoding chosen by the person; absent: told from the bytes
 * @throws Refusal of the import (`undecodable`, `zip-bomb`, …) or `outage-quote`
 */
export function* openingLog(bytes: Uint8Array, encoding?: string): Generator<void, LogFile> {
  if (isPackage(bytes)) return { table: yield* collected(sheetRows(bytes)) };
  const decoded = yield* decoding(bytes, encoding);
  return { table: yield* collected(linesOfText(decoded.text)), encoding: decoded.encoding };
}
