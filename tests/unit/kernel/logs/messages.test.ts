import { describe, expect, test } from 'vitest';
import { atOnce } from '../../../../src-main/agreement/at-once.ts';
import { readingAnyLog } from '../../../../src-main/kernel/logs/log-job.ts';
import { heardLog, type LogAnswer, messagesOf, ROWS_A_MESSAGE } from '../../../../src-main/kernel/logs/messages.ts';
import { Refusal } from '../../../../src-main/agreement/refusal.ts';

const line = (n: number): string => {
  const at = new Date(Date.UTC(2026, 9, 1) + n * 120_000).toISOString();
  return `${at},${new Date(Date.parse(at) + 60_000).toISOString()},gw-${n % 3}`;
};
const many = (count: number): string =>
  ['start,end,instance', ...Array.from({ length: count }, (_, n) => line(n))].join('\n');
const read = (text: string, of: 'outages' | 'tickets' = 'outages') => atOnce(readingAnyLog({ of, text, said: {} }));

describe('a log between two processes', () => {
  test('comes in messages of few rows each, and is whole again on the other side', () => {
    const reading = read(many(ROWS_A_MESSAGE * 3 + 1));
    const messages = [...messagesOf(7, reading)];
    // Three full messages, one with the row that is left, and the reading itself.
    expect(messages).toHaveLength(5);
    const sizes = messages.map((message) => ('rows' in message ? message.rows.length : 0));
    expect(Math.max(...sizes)).toBe(ROWS_A_MESSAGE);
    const hear = heardLog();
    const ends = messages.map((message) => hear(message, 7));
    expect(ends.slice(0, -1)).toEqual([undefined, undefined, undefined, undefined]);
    expect(ends.at(-1)).toEqual({ result: reading });
  });

  test('of tickets likewise; what belongs to another job is not heard, and a refusal ends it', () => {
    const reading = read('opened,resolved\n2026-10-01 09:00,2026-10-01 10:00\n', 'tickets');
    const hear = heardLog();
    const [tickets, whole] = [...messagesOf(3, reading)] as [LogAnswer, LogAnswer];
    expect(hear({ ...tickets, id: 2 }, 3)).toBeUndefined();
    expect(hear(tickets, 3)).toBeUndefined();
    expect(hear(whole, 3)).toEqual({ result: reading });
    const sentence = { key: 'rights.log.gone' } as const;
    const refused = heardLog()({ id: 3, refusal: { code: 'undecodable', sentence, next: sentence } }, 3);
    expect(refused && 'refusal' in refused && refused.refusal).toBeInstanceOf(Refusal);
  });

  test('is read with room for whoever waits, once in so many rows', () => {
    let turns = 0;
    const work = readingAnyLog({ of: 'outages', text: many(5000), said: {} });
    while (work.next().done !== true) turns += 1;
    // Opening lets others through every 500 lines, reading every 250 rows.
    expect(turns).toBeGreaterThanOrEqual(10 + 20);
  });

  test('remembers what was said of each sort apart', () => {
    const text = 'Raised;Answered\n2026-10-01 09:00;2026-10-01 10:00\n';
    const said = { 'tickets:raised|answered': { map: { opened: 'Raised', responded: 'Answered' } } };
    expect(atOnce(readingAnyLog({ of: 'tickets', text, said })).tickets).toHaveLength(1);
    expect(atOnce(readingAnyLog({ of: 'outages', text, said })).shape).toBeUndefined();
  });

  test('is read in the zone of the agreement where nobody says one, and that is no word of the person', () => {
    const text = 'start,end\n2026-10-01 09:00,2026-10-01 10:00\n';
    const { rows, zones } = atOnce(readingAnyLog({ of: 'outages', text, said: {}, zone: 'Asia/Tokyo' }));
    expect([rows[0]?.from, zones]).toEqual(['2026-10-01T09:00:00+09:00', { assumed: 1 }]);
  });
});
