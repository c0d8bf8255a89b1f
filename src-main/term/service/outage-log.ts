import { sentence } from '../../agreement/sentence.ts';
import { Refusal } from '../../agreement/refusal.ts';
import type { LogChoices, LogReading } from './log/log-reading.ts';
import { readLog } from './log/read-log.ts';
import { tableOfText } from './log/table.ts';

/** No column tells when an outage began. */
export function unknownColumns(headings: readonly string[]): Refusal {
  return new Refusal(
    'outage-columns',
    sentence('term.outage-log.outage-columns', { headings: headings.length === 0 ? '—' : headings.join(' · ') }),
    sentence('term.outage-log.outage-columns.next'),
  );
}

/** What is taken only whole: where a row was not read, nothing of the log counts. @throws Refusal `outage-columns`, `outage-time`. */
export function wholeLog(reading: LogReading, empty: boolean): LogReading {
  if (reading.shape === undefined && !empty) throw unknownColumns(reading.headings);
  const [first, ...others] = reading.refused;
  if (!first) return reading;
  throw new Refusal(
    reading.asksOrder ? 'outage-order' : 'outage-time',
    others.length === 0 ? first.why : sentence('term.outage-log.refused', { why: first.why, more: others.length }),
    reading.asksOrder ? sentence('term.outage-log.order.next') : first.next,
  );
}

/**
 * Reads an outage log as text of separated values, whole or not at all.
 * @throws Refusal `outage-columns`, `outage-time` or `outage-order` (the first row that was refused), `outage-quote`
 */
export function readOutageLog(text: string, choices: LogChoices = {}): LogReading['rows'] {
  const table = tableOfText(text);
  return wholeLog(readLog(table, choices), table.length === 0).rows;
}
