import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countedSeconds,
  openScreenTime,
  type ScreenTime,
  TOLERANCE_SECONDS,
} from '../../../src-main/acceptance/screen-time.ts';

const saw = (clauses: Readonly<Record<string, number>>) =>
  Object.entries(clauses).map(([clauseId, seconds]) => ({ clauseId, seconds, weight: 700, decoration: 'none' }));

/** What one report adds, by clause, and the time after it. */
function report(before: ScreenTime, sitting: string, clauses: Readonly<Record<string, number>>, now: number) {
  const { time, seen } = countedSeconds(before, { sitting, seen: saw(clauses) }, now);
  return { time, counted: Object.fromEntries(seen.map(({ clauseId, seconds }) => [clauseId, seconds])) };
}

/** Open, and shown in three windows that have begun to report. */
const begun = (at: number): ScreenTime =>
  ['a', 'b', 'c'].reduce((time, sitting) => report(time, sitting, {}, at).time, openScreenTime(at));
const opened = begun(1_000);

describe('seconds on screen', () => {
  test('that the clock makes possible count, for several clauses at once', () => {
    const first = report(opened, 'a', { c1: 2.5, c2: 2.5, c3: 1 }, 3_600);
    expect(first.counted).toEqual({ c1: 2.5, c2: 2.5, c3: 1 });
    expect(report(first.time, 'a', { c1: 2.5 }, 6_200).counted).toEqual({ c1: 2.5 });
  });

  test('that it makes impossible are refused, whichever clause claims them', () => {
    expect(() => report(opened, 'a', { c1: 0.5, c2: 45 }, 1_900)).toThrow('impossible-seconds');
    const { time } = report(opened, 'a', { c1: 30 }, 61_000);
    expect(() => report(time, 'a', { c1: 15 }, 61_900)).toThrow('impossible-seconds');
    expect(() => report(time, 'a', { c1: Number.NaN }, 90_000)).toThrow('impossible-seconds');
  });

  test('are never more than was measured, however many reports claim the tolerance anew', () => {
    let time = opened;
    let counted = 0;
    for (let turn = 1; turn <= 90; turn += 1) {
      const after = report(time, 'a', { c1: TOLERANCE_SECONDS }, 1_000 + turn * 10);
      time = after.time;
      counted += after.counted['c1'] ?? 0;
    }
    expect(counted).toBeLessThanOrEqual(0.9 + 1e-9);
    expect(counted).toBeGreaterThan(0.8);
  });

  test('of a clause named twice in one report count once', () => {
    const twice = [...saw({ c1: 2 }), ...saw({ c1: 2 })];
    const { seen } = countedSeconds(opened, { sitting: 'a', seen: twice }, 3_000);
    expect(seen.map(({ seconds }) => seconds)).toEqual([2, 0]);
  });

  test('of two windows count once for the same clause, and neither is refused', () => {
    let time = opened;
    let counted = 0;
    for (let turn = 1; turn <= 4; turn += 1) {
      for (const [sitting, late] of [
        ['a', 0],
        ['b', 100],
      ] as const) {
        const after = report(time, sitting, { c1: 2.5 }, 1_000 + turn * 2_500 + late);
        time = after.time;
        counted += after.counted['c1'] ?? 0;
      }
    }
    expect(counted).toBeCloseTo(10.1, 6);
  });

  test('start anew with the app: what passed before a restart is not claimed after it', () => {
    const restarted = begun(50);
    expect(() => report(restarted, 'a', { c1: 15 }, 60)).toThrow('impossible-seconds');
    expect(report(restarted, 'a', { c1: 2 }, 2_060).counted).toEqual({ c1: 2 });
  });

  test('begin with a sitting’s first report, and without a sitting at each opening', () => {
    expect(() => report(opened, 'd', { c1: 2 }, 61_000)).toThrow('impossible-seconds');
    const { time } = report(opened, 'd', {}, 61_000);
    expect(report(time, 'd', { c1: 2 }, 63_000).counted).toEqual({ c1: 2 });
    const again = openScreenTime(61_000, report(opened, '', { c1: 2 }, 3_000).time);
    expect(() => report(again, '', { c1: 2 }, 61_500)).toThrow('impossible-seconds');
    expect(report(again, '', { c1: 2 }, 63_000).counted).toEqual({ c1: 2 });
  });

  test('are none where the clock stands still', () => {
    expect(report(opened, 'a', { c1: 0.2 }, 1_000).counted).toEqual({ c1: 0 });
    expect(report(opened, 'a', { c1: 0.2 }, 500).counted).toEqual({ c1: 0 });
  });

  test('never add up to more than the time since opening, whatever is reported', () => {
    const step = fc.record({
      wait: fc.integer({ min: 0, max: 20_000 }),
      sitting: fc.constantFrom('a', 'b', 'c'),
      seconds: fc.double({ min: 0, max: 60, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let [time, now, counted] = [begun(0), 0, 0];
        for (const { wait, sitting, seconds } of steps) {
          now += wait;
          try {
            const after = report(time, sitting, { c1: seconds }, now);
            time = after.time;
            counted += after.counted['c1'] ?? 0;
          } catch {
            // Refused: nothing of it counts.
          }
          expect(counted).toBeLessThanOrEqual(now / 1000 + 1e-6);
        }
      }),
    );
  });
});
