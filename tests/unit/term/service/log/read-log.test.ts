import { describe, expect, test } from 'vitest';

import { decode } from '../../../../../src-main/import/text/encoding.ts';
import { merge, stretchOf } from '../../../../../src-main/term/service/outages.ts';
import { readLog } from '../../../../../src-main/term/service/log/read-log.ts';
import { tableOfText } from '../../../../../src-main/term/service/log/table.ts';
import { zoneOffset } from '../../../../../src-main/term/service/log/zone.ts';
import { LOGS, type LogCase } from '../../../../fixtures/outage-logs.ts';

const read = ({ bytes, choices }: LogCase) => readLog(tableOfText(decode(bytes).text), choices);
const keyOf = (why: object): string => ('key' in why ? String(why.key) : '').replace('term.outage-log.', '');

describe('an exported log', () => {
  test.each(Object.entries(LOGS))('%s', (_, given) => {
    const { rows, refused, up, aside, asksOrder, asksTwelve } = read(given);
    expect(refused.map(({ line, why }) => [line, keyOf(why)])).toEqual(given.refused ?? []);
    expect(rows).toHaveLength(given.rows?.length ?? 0);
    given.rows?.forEach(({ ongoing, ...row }, index) => {
      expect(rows[index]).toMatchObject(row);
      expect(rows[index]?.to === undefined).toBe(ongoing === true);
      // What is excluded is said, and only what is.
      expect(rows[index]?.exclusion).toEqual(row.exclusion);
    });
    expect(up).toBe(given.up ?? 0);
    expect(aside).toBe(given.aside ?? 0);
    expect(asksOrder).toBe(given.refused?.some(([, why]) => why === 'order') ?? false);
    expect(asksTwelve).toBe(given.refused?.some(([, why]) => why === 'twelve') ?? false);
  });

  test('without a column that tells when: nothing is read, and the headings are there to be mapped', () => {
    const reading = readLog(tableOfText('when,what\n2026-10-14 10:00,x\n'));
    expect(reading).toMatchObject({ headings: ['when', 'what'], rows: [], refused: [] });
    expect(reading.shape).toBeUndefined();
  });

  test('is known again by its headings, whatever rows it has', () => {
    const print = (text: string) => readLog(tableOfText(text)).print;
    expect(print('Start ,END\n2026-10-14 10:00,\n')).toBe(print('start,end\n2026-10-15 10:00,2026-10-15 11:00\n'));
    expect(print('start,end,host\n')).not.toBe(print('start,end\n'));
  });

  test('remarks what the person should know of rows that are taken all the same', () => {
    const remarks = (...lines: readonly string[]) =>
      readLog(tableOfText(lines.join('\n'))).remarks.map(({ line, text }) => [line, keyOf(text)]);
    expect(remarks('time,status', '2026-10-03 10:00,Down', '2026-10-04 10:00,Down', '2026-10-04 10:25,Up')).toEqual([
      [3, 'down-again'],
    ]);
    const lengths = 'start,end,duration';
    expect(remarks(lengths, '2026-10-03 10:00,2026-10-03 10:25,250分钟')).toEqual([[2, 'other-length']]);
    expect(remarks(lengths, '2026-10-03 10:00:10,2026-10-03 10:25:50,25分钟')).toEqual([]);
    const hidden = { line: 3, cells: ['2026-10-03 10:00', '2026-10-03 10:25'], hidden: true as const };
    const reading = readLog([{ line: 1, cells: ['start', 'end'] }, hidden]);
    expect(reading.remarks.map(({ line, text }) => [line, keyOf(text)])).toEqual([[3, 'hidden']]);
    expect(reading.rows).toHaveLength(1);
  });

  test('lists the columns that nothing was read from', () => {
    const unused = (heading: string) => readLog(tableOfText(`${heading}\n2026-10-03,10:00,10:25,x\n`)).unused;
    expect(unused('date,start,end,ticket')).toEqual(['ticket']);
    expect(unused('day,start,end,host')).toEqual([]);
  });

  test('says whose word the zone is', () => {
    const zones = (text: string, zone?: string) => readLog(tableOfText(text), zone === undefined ? {} : { zone }).zones;
    expect(zones('start,end\n2026-10-14 10:00,\n')).toEqual({ assumed: 1 });
    expect(zones('start,end\n2026-10-14 10:00,\n', 'Z')).toEqual({ person: 1 });
    expect(zones('start (UTC),end\n2026-10-14 10:00,\n')).toEqual({ heading: 1 });
    expect(zones('start,end,tz\n2026-10-14 10:00,,+09:00\n')).toEqual({ column: 1 });
    expect(zones('start,end\n2026-10-14T10:00Z,\n')).toEqual({ cell: 1 });
  });
});

test.each([
  ['UTC+8', '+08:00'],
  ['GMT-3:30', '-03:30'],
  ['Asia/Shanghai', '+08:00'],
  ['北京时间', '+08:00'],
  ['CST', undefined],
  ['Europe/Berlin', undefined],
  ['UTC+25', undefined],
])('the zone %s is %s', (name, offset) => {
  expect(zoneOffset(name)).toBe(offset);
});

describe('parts of a second', () => {
  const lengths = (...lines: readonly string[]): readonly number[] =>
    readLog(tableOfText(`${lines.join('\n')}\n`)).rows.map(
      ({ from, to = '' }) => (Date.parse(to) - Date.parse(from)) / 1000,
    );

  test('make no outage longer than it was, and none shorter by a whole second', () => {
    expect(
      lengths(
        'startsAt,endsAt',
        '2026-10-14T10:00:00.900Z,2026-10-14T10:01:00.100Z',
        '2026-10-14T11:00:00.123Z,2026-10-14T11:25:00.456Z',
        '2026-10-14T12:00:00Z,2026-10-14T12:00:30.9Z',
      ),
    ).toEqual([59.2, 1500.333, 30.9]);
    expect(lengths('start,end', '1791972000900,1791972060100')).toEqual([59.2]);
  });

  test('of the moments of events count alike', () => {
    expect(lengths('time,event', '2026-10-14 10:00:00.900,down', '2026-10-14 10:01:00.100,up')).toEqual([59.2]);
  });

  test('of samples count alike, and two outages that touch have no gap', () => {
    expect(
      lengths('time,up', '2026-10-14 10:00:00.900,0', '2026-10-14 10:00:30.900,0', '2026-10-14 10:01:00.100,1'),
    ).toEqual([59.2]);
    const { rows } = readLog(
      tableOfText(
        'start,end\n2026-10-14T10:00:00.9Z,2026-10-14T10:01:00.1Z\n2026-10-14T10:01:00.1Z,2026-10-14T10:02:00Z\n',
      ),
    );
    expect(rows[0]?.to).toBe(rows[1]?.from);
    expect(merge(rows.map(({ from, to = from }) => stretchOf({ from, to })))).toHaveLength(1);
  });

  test('of durations count alike, and an end computed from one keeps them', () => {
    const ends = (...lines: readonly string[]) =>
      readLog(tableOfText(`${lines.join('\n')}\n`)).rows.map(({ to }) => to);
    expect(ends('start,duration', '2026-10-14T10:00:00.900+08:00,1.2s')).toEqual(['2026-10-14T10:00:02.100+08:00']);
    expect(ends('start,duration', '2026-10-14T10:00:00.900Z,00:00:59.2')).toEqual(['2026-10-14T10:01:00.100Z']);
    expect(ends('start,duration (ms)', '2026-10-14T10:00:00Z,1500')).toEqual(['2026-10-14T10:00:01.500Z']);
  });

  test('are told once, at the first row that has them', () => {
    const { remarks } = readLog(
      tableOfText(
        'start,end\n2026-10-14T10:00:00Z,2026-10-14T10:01:00Z\n2026-10-14T10:00:00.5Z,2026-10-14T10:01:00.5Z\n',
      ),
    );
    expect(remarks.map(({ line, text }) => [line, keyOf(text)])).toEqual([[3, 'fractions']]);
  });

  test('an end before its start within one second is one', () => {
    expect(readLog(tableOfText('start,end\n2026-10-14T10:00:00.9Z,2026-10-14T10:00:00.1Z\n')).refused).toHaveLength(1);
  });
});
