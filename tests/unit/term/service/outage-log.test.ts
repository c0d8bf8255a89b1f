import { describe, expect, test } from 'vitest';

import { readOutageLog } from '../../../../src-main/term/service/outage-log.ts';
import { serviceLevel } from '../../../../src-main/term/service/service-level.ts';
import { basis, stated } from '../quantity/stated.ts';

describe('an outage log', () => {
  test('reads comma-separated rows with quotes, in any order of columns', () => {
    expect(
      readOutageLog('cause,end,start\n"割接, 计划内",2026-03-05T11:00:00+08:00,2026-03-05T10:00:00+08:00\n'),
    ).toEqual([
      {
        line: 2,
        zoned: true,
        from: '2026-03-05T10:00:00+08:00',
        to: '2026-03-05T11:00:00+08:00',
        cause: '割接, 计划内',
      },
    ]);
  });

  test('takes a time without an offset as Beijing time, in the ways people write it', () => {
    for (const written of ['2026-03-05 10:00', '2026/3/5 10:00', '2026年3月5日 10:00:00']) {
      expect(readOutageLog(`开始时间,结束时间\r\n${written},2026-03-05 10:30\r\n`)[0]?.from).toBe(
        '2026-03-05T10:00:00+08:00',
      );
    }
    const parts = readOutageLog('开始时间,结束时间\r\n2026-03-05T10:00:00.123,2026-03-05 10:30\r\n');
    expect(parts[0]?.from).toBe('2026-03-05T10:00:00.123+08:00');
  });

  test('keeps instances, exclusion and evidence', () => {
    expect(
      readOutageLog(
        '\uFEFF开始时间\t结束时间\t实例\t除外情形\t证据\n2026-03-05 10:00\t2026-03-05 10:30\tvpc-1、vpc-2\t预先通知的维护\t公告 12\n',
      ),
    ).toEqual([
      {
        line: 2,
        zoned: false,
        from: '2026-03-05T10:00:00+08:00',
        to: '2026-03-05T10:30:00+08:00',
        instances: ['vpc-1', 'vpc-2'],
        exclusion: { item: '预先通知的维护', evidence: '公告 12' },
      },
    ]);
  });

  test('refuses a log without its columns and names the row of a bad time', () => {
    expect(() => readOutageLog('when,what\n1,2')).toThrow(/outage-columns/u);
    expect(() => readOutageLog('start,end\n2026-03-05 10:00,soon')).toThrow(/outage-time/u);
    expect(readOutageLog('')).toEqual([]);
  });
});

test('a right to end for an unbroken outage hangs on the millisecond, and its hours are cut off', () => {
  const agreed = basis([
    stated('availability', { promise: 99.9 }, { unit: 'percent' }),
    stated('outage-termination', 72, { unit: 'hour', anchor: 'incident' }),
  ]);
  const rightOf = (to: string) => {
    const outages = [{ from: '2026-03-05T00:00:00.123Z', to }];
    const { termination } = serviceLevel(agreed, { month: '2026-03', fee: { fee: '1000.00' }, downtime: { outages } });
    return termination.known
      ? [termination.value.allowed, termination.value.longestHours, termination.value.ended]
      : [];
  };
  expect(rightOf('2026-03-08T00:00:00.122Z')).toEqual([false, '71.99', '2026-03-08T00:00:00.122Z']);
  expect(rightOf('2026-03-08T00:00:00.123Z')).toEqual([true, '72.00', '2026-03-08T00:00:00.123Z']);
});
