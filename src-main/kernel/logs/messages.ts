import type { Outcome } from '../../import/guard/job-queue.ts';
import { fromMessage, type RefusalMessage } from '../../import/guard/messages.ts';
import { importRefusal } from '../../import/refusals.ts';
import type { ReadOutage } from '../../term/service/log/log-reading.ts';
import type { ReadTicket } from '../../term/service/support/ticket-log.ts';
import type { LogRequest, ReadLog } from './log-job.ts';

/** Longest time for the reading of one log, in milliseconds, and the heap that it may take, in MiB. */
export const MOST_LOG_MS = 60_000;
export const LOG_HEAP_MIB = 1024;

/** Rows that come in one message: more at once would hold up whoever unpacks it. */
export const ROWS_A_MESSAGE = 1000;

/** What the process that reads logs is asked. */
export interface LogAsked {
  readonly id: number;
  readonly log: LogRequest;
}

/** What it says: rows, message by message, then the reading without them. */
export type LogAnswer =
  | { readonly id: number; readonly rows: readonly ReadOutage[] }
  | { readonly id: number; readonly tickets: readonly ReadTicket[] }
  | { readonly id: number; readonly read: Omit<ReadLog, 'rows' | 'tickets'> }
  | { readonly id: number; readonly refusal: RefusalMessage };

/** A reading as messages, each small. */
export function* messagesOf(id: number, { rows, tickets, ...read }: ReadLog): Generator<LogAnswer> {
  for (let at = 0; at < rows.length; at += ROWS_A_MESSAGE) yield { id, rows: rows.slice(at, at + ROWS_A_MESSAGE) };
  for (let at = 0; at < tickets.length; at += ROWS_A_MESSAGE)
    yield { id, tickets: tickets.slice(at, at + ROWS_A_MESSAGE) };
  yield { id, read };
}

/** Puts the messages of one reading together again. */
export function heardLog(): (message: unknown, id: number) => Outcome<ReadLog> | undefined {
  const rows: ReadOutage[] = [];
  const tickets: ReadTicket[] = [];
  return (message, id) => {
    const answer = message as LogAnswer;
    if (answer.id !== id) return undefined;
    if ('refusal' in answer) return { refusal: fromMessage(answer.refusal) };
    if ('read' in answer) return { result: { ...answer.read, rows, tickets } };
    if ('rows' in answer) rows.push(...answer.rows);
    else tickets.push(...answer.tickets);
    return undefined;
  };
}

/** How a reading ends that took too long, or whose process died. */
export const logFailed = (cause?: unknown): Error => importRefusal('parser-crashed', cause);
export const logLate = (): Error => importRefusal('parser-timeout');
export const logCancelled = (): Error => importRefusal('import-cancelled');
