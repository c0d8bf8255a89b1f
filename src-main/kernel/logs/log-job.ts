import type { LogSort } from '../../contract/rights/service.ts';
import { type ColumnMap, headingPrint, likelyHeading, type LogShape } from '../../term/service/log/columns.ts';
import type { LogReading, ReadOutage } from '../../term/service/log/log-reading.ts';
import type { DateOrder, TwelveOfMorning } from '../../term/service/log/moment.ts';
import { readingLog } from '../../term/service/log/read-log.ts';
import type { LogTable } from '../../term/service/log/table.ts';
import type { TicketMap } from '../../term/service/support/ticket-columns.ts';
import { readingTickets, type ReadTicket } from '../../term/service/support/ticket-log.ts';
import { openingLog, openingText } from './log-file.ts';

/** What a person says of a log of either sort. */
export interface SaidOfLog {
  readonly map?: ColumnMap & TicketMap;
  readonly order?: DateOrder;
  readonly twelve?: TwelveOfMorning;
  readonly zone?: string;
}

/** A log that is to be read: bytes of a file, or rows as text. */
export interface LogRequest {
  readonly of: LogSort;
  readonly bytes?: Uint8Array;
  readonly text?: string;
  readonly encoding?: string;
  /** What the person says of it now; absent: as was said before of a log with these headings. */
  readonly choices?: SaidOfLog;
  /** What was said before, by what the logs of each tool are known by. */
  readonly said: Readonly<Record<string, SaidOfLog>>;
  /** The zone that times without one are read in, where it is not Beijing's. */
  readonly zone?: string;
}

/** A log of either sort as it was read. */
export interface ReadLog extends Omit<LogReading, 'shape' | 'map' | 'rows'> {
  readonly of: LogSort;
  readonly encoding?: string;
  readonly choices: SaidOfLog;
  readonly shape?: LogShape | 'tickets';
  readonly map: ColumnMap & TicketMap;
  readonly rows: readonly ReadOutage[];
  readonly tickets: readonly ReadTicket[];
}

/** What the logs of a tool are known by: its headings, and what they tell of. */
export const printOf = (of: LogSort, print: string): string => (of === 'tickets' ? `tickets:${print}` : print);

/** What was said of a log with these headings: the columns that it was found by, or its widest row. */
function remembered({ of, said }: LogRequest, table: LogTable): SaidOfLog | undefined {
  for (const { cells } of table.slice(0, 20)) {
    const before = said[printOf(of, headingPrint(cells))];
    if (before) return before;
  }
  return said[printOf(of, headingPrint(likelyHeading(table)?.headings ?? []))];
}

/** Reads a log slice by slice, whatever it is: nothing of it is kept. @throws Refusal as `openingLog` */
export function* readingAnyLog(request: LogRequest): Generator<void, ReadLog> {
  const { of, bytes, text = '', encoding } = request;
  const opened = bytes ? yield* openingLog(bytes, encoding) : yield* openingText(text);
  const choices = request.choices ?? remembered(request, opened.table) ?? {};
  const inZone = request.zone === undefined ? choices : { ...choices, assumed: request.zone };
  const coded = opened.encoding === undefined ? {} : { encoding: opened.encoding };
  if (of === 'outages') {
    const { shape, ...reading } = yield* readingLog(opened.table, inZone);
    return { ...reading, ...coded, of, choices, tickets: [], ...(shape === undefined ? {} : { shape }) };
  }
  const { known, rows, ...reading } = yield* readingTickets(opened.table, inZone);
  const none = { rows: [], remarks: [], up: 0, aside: 0 };
  return { ...reading, ...none, ...coded, of, choices, tickets: rows, ...(known ? { shape: 'tickets' as const } : {}) };
}
