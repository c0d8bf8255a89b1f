import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atOnce } from '../../../../src-main/agreement/at-once.ts';
import { civilDaysIn, civilDateIn, offsetAt } from '../../../../src-main/term/calendar/zone.ts';
import { downIn, monthMinutes, type Outage, periodStretch } from '../../../../src-main/term/service/outages.ts';
import { serviceLevel } from '../../../../src-main/term/service/service-level.ts';
import { lengthOf } from '../../../../src-main/term/service/stretches.ts';
import { longestUnbroken } from '../../../../src-main/term/service/unbroken.ts';
import { commonDown, daysBegan, longestRun, minutesDown } from './straightforward.ts';

const MONTH = '2026-03';
const NAMES = ['a', 'b', 'c'];
const BEGIN = Date.UTC(2026, 1, 26) / 1000;
const iso = (seconds: number): string => new Date(seconds * 1000).toISOString().replace('.000', '');

const row = fc
  .record({
    from: fc.integer({ min: 0, max: 40 * 86_400 }),
    long: fc.integer({ min: 0, max: 3 * 86_400 }),
    instances: fc.subarray(NAMES),
    excluded: fc.boolean(),
  })
  .map(({ from, long, instances, excluded }): Outage => ({
    from: iso(BEGIN + from),
    to: iso(BEGIN + from + long),
    instances,
    ...(excluded ? { exclusion: { item: '(1)' } } : {}),
  }));
const rows = fc.array(row, { maxLength: 12 });
const zones = fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Europe/London', '+05:30', 'Australia/Lord_Howe');

describe('what is worked out by one look at the rows is what every row by itself gives', () => {
  test('minutes of all instances together', () => {
    fc.assert(
      fc.property(rows, fc.subarray(NAMES, { minLength: 1 }), (log, allOf) => {
        const span = periodStretch(MONTH);
        const inside = commonDown(log, allOf)
          .map(({ from, to }) => ({ from: Math.max(from, span.from), to: Math.min(to, span.to) }))
          .map(({ from, to }) => ({ from: 60 * Math.ceil(from / 60), to: 60 * Math.floor(to / 60) }))
          .filter(({ from, to }) => to > from);
        expect(lengthOf(downIn(MONTH, log, { minutes: 'whole', allOf }).all)).toBe(lengthOf(inside));
      }),
    );
  });

  test('the longest unbroken outage of any one instance', () => {
    fc.assert(
      fc.property(rows, fc.subarray(NAMES, { minLength: 1 }), (log, chosen) => {
        const counted = log.filter(({ exclusion }) => exclusion === undefined);
        const time = periodStretch(MONTH);
        expect(atOnce(longestUnbroken(log, time, chosen)).seconds).toBe(longestRun(counted, time, chosen));
      }),
    );
  });

  test('minutes by the clock of a zone, and the days and months of moments', () => {
    fc.assert(
      fc.property(rows, zones, (log, zone) => {
        expect(monthMinutes(MONTH, log, { minutes: 'whole', zone }).all).toBe(minutesDown(MONTH, log, zone));
        const moments = log.map(({ from }) => Date.parse(from) / 1000);
        const days = log.map(({ from }) => civilDateIn(from, zone));
        expect(civilDaysIn(moments, zone)).toEqual([...new Set(days)]);
        const { from, to } = periodStretch(MONTH, zone);
        expect(moments.map((at) => at >= from && at < to)).toEqual(days.map((day) => day.startsWith(MONTH)));
        expect(days).toEqual(expect.arrayContaining([...daysBegan(MONTH, log, zone)]));
      }),
      { numRuns: 40 },
    );
  });

  test('the distance of a zone at every moment of the day on which it changes', () => {
    // New York goes forward on 8 March 2026 at 07:00 UTC, Lord Howe back by half an hour on 4 April at 15:00 UTC.
    const at = (text: string): number => Date.parse(text) / 1000;
    expect(
      [at('2026-03-08T06:59:59Z'), at('2026-03-08T07:00:00Z')].map((s) => offsetAt('America/New_York', s)),
    ).toEqual([-300, -240]);
    const there = [at('2026-04-04T14:59:59Z'), at('2026-04-04T15:00:00Z')];
    expect(there.map((seconds) => offsetAt('Australia/Lord_Howe', seconds))).toEqual([660, 630]);
  });
});

test('the moments of a row are read once, however much is asked of it', () => {
  let read = 0;
  const COUNT = 500;
  const log = Array.from({ length: COUNT }, (_, n): Outage => {
    const from = Date.UTC(2026, 2, 1) / 1000 + n * 4000;
    return {
      get from() {
        read += 1;
        return iso(from);
      },
      to: iso(from + 600),
      instances: [`gw-${n % 50}`],
    };
  });
  const downtime = { outages: log, instances: Array.from({ length: 50 }, (_, n) => `gw-${n}`) };
  serviceLevel({ sources: [], calendar: { years: {} } } as never, { month: MONTH, downtime });
  // Once for its seconds, once where the row is taken over.
  expect(read).toBeLessThanOrEqual(2 * COUNT);
});
