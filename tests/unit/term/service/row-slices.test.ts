import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atOnce, sortedInSlices } from '../../../../src-main/agreement/at-once.ts';
import type { Fact } from '../../../../src-main/agreement/fact.ts';
import { type Outage, stretchOf } from '../../../../src-main/term/service/outages.ts';
import { serviceLevelInSlices } from '../../../../src-main/term/service/service-level.ts';
import { basis, stated, text } from '../quantity/stated.ts';

const ROWS = 12_000;
const BEGIN = Date.UTC(2026, 8, 30, 16) / 1000;
const PERCENT = { unit: 'percent' } as const;
const PROMISE = stated('availability', { promise: 99.9 }, PERCENT);
const CYCLE = stated('billing-cycle', '账单周期', { unit: 'text', quote: '服务周期以账单周期为准' });
const ZONES = ['服务时间按新加坡时间计算', '账单按纽约时间出具'].map((quote, index) =>
  stated('time-zone', ['Asia/Singapore', 'America/New_York'][index] ?? '', { unit: 'text', quote }),
);
const ALL = '当一分钟内所有实例的全部请求均失败时，该分钟记为不可用分钟';

/** Rows that count how often anybody asks when they were. */
function countedRows(of: (n: number) => Partial<Outage>): {
  readonly rows: readonly Outage[];
  readonly taken: () => number;
} {
  let asked = 0;
  const rows = Array.from({ length: ROWS }, (_, n): Outage => {
    const iso = (seconds: number): string => new Date(seconds * 1000).toISOString().replace('.000', '');
    const [from, to] = [iso(BEGIN + n * 200), iso(BEGIN + n * 200 + 90)];
    const at = stretchOf({ from, to });
    const row = { from, to, ...of(n) };
    Object.defineProperty(row, 'at', { enumerable: true, get: () => ((asked += 1), at) });
    return row;
  });
  return {
    rows,
    taken: () => {
      const counted = asked;
      asked = 0;
      return counted;
    },
  };
}

describe('each look at all rows of a log is a slice', () => {
  test.each<[string, readonly Fact[], (n: number) => Partial<Outage>, readonly string[]]>([
    ['of one line', [], () => ({}), []],
    ['with rows that an exclusion takes out', [], (n) => (n % 3 === 0 ? { exclusion: { item: '(1)' } } : {}), []],
    ['of several instances', [], (n) => ({ instances: [`h${n % 5}`] }), ['h0', 'h1', 'h2', 'h3', 'h4']],
    ['of a month that begins nobody knows when', [CYCLE], () => ({}), []],
    ['by a clock that nobody knows', ZONES, () => ({}), []],
    ['by neither', [CYCLE, ...ZONES], (n) => (n % 3 === 0 ? { exclusion: { item: '(1)' } } : {}), []],
  ])('%s', (_name, facts, of, instances) => {
    const { rows, taken } = countedRows(of);
    const terms = basis([], { sources: [text([PROMISE, ...facts], ...(instances.length > 0 ? [ALL] : []))] });
    const outages = instances.length > 0 ? { outages: rows, instances } : { outages: rows };
    const work = serviceLevelInSlices(terms, { month: '2026-10', downtime: outages });
    taken();
    const slices: number[] = [];
    while (work.next().done !== true) slices.push(taken());
    slices.push(taken());
    expect(Math.max(...slices)).toBeLessThanOrEqual(2 * ROWS);
    // Whatever is open, the rows are looked at a few times, not once for every day on which a month can begin.
    expect(slices.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(20 * ROWS);
  });
});

test('what is sorted in slices is sorted, and what is alike keeps its order', () => {
  const few = fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 30 });
  fc.assert(
    fc.property(few, fc.integer({ min: 1, max: 1500 }), (values, times) => {
      const rows = Array.from({ length: times }, (_, n) => values.map((value) => ({ value, n }))).flat();
      const byValue = (a: { value: number }, b: { value: number }): number => a.value - b.value;
      expect(atOnce(sortedInSlices(rows, byValue))).toEqual([...rows].sort(byValue));
    }),
    { numRuns: 20 },
  );
});

test('the moments of rows that nobody has read yet are read in slices, too', () => {
  const seen = new Set<number>();
  const iso = (seconds: number): string => new Date(seconds * 1000).toISOString().replace('.000', '');
  const outages = Array.from({ length: 3 * ROWS }, (_, n): Outage => {
    const row = { from: '', to: iso(BEGIN + n * 60 + 9) };
    const from = iso(BEGIN + n * 60);
    Object.defineProperty(row, 'from', { enumerable: true, get: () => (seen.add(n), from) });
    return row;
  });
  const work = serviceLevelInSlices(basis([], { sources: [text([PROMISE])] }), {
    month: '2026-10',
    downtime: { outages },
  });
  work.next();
  expect(seen.size).toBeLessThan(ROWS);
  while (work.next().done !== true);
  expect(seen.size).toBe(3 * ROWS);
});
