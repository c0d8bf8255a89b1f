import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Mark, placed } from '../../../../../src-renderer/features/notices/timeline.ts';

const marks = (days: Partial<Record<Mark['name'], string>>): readonly Mark[] =>
  Object.entries(days).map(([name, date]) => ({ name: name as Mark['name'], date }));
const WIDTH = 90;
const lay = (days: Parameters<typeof marks>[0], room = 800) => placed(marks(days), room, () => WIDTH);
const at = (found: ReturnType<typeof lay>, name: Mark['name']) => found.find((mark) => mark.name === name)!;

describe('the days of a notice along a line', () => {
  it('stand to scale from the first to the last', () => {
    const found = lay({ sent: '2026-11-01', today: '2026-11-11', lastDay: '2026-11-21', effective: '2026-12-01' });
    expect(found.map(({ name }) => name)).toEqual(['sent', 'today', 'lastDay', 'effective']);
    const [first, second, third, fourth] = found.map(({ x }) => x);
    expect(second! - first!).toBeCloseTo(third! - second!);
    expect(fourth! - third!).toBeCloseTo(third! - second!);
    expect([first, fourth]).toEqual([8, 792]);
    expect(found.map(({ align }) => align)).toEqual(['start', 'middle', 'middle', 'end']);
  });

  it('of one day after the other are still told apart, and stay on the line', () => {
    const found = lay({ sent: '2026-11-01', today: '2026-11-11', lastDay: '2026-12-21', effective: '2026-12-22' });
    expect(at(found, 'effective').x - at(found, 'lastDay').x).toBe(20);
    expect(at(found, 'effective').x).toBe(792);
  });

  it('after the effect, today is the last', () => {
    const found = lay({ sent: '2026-09-14', today: '2026-11-28', lastDay: '2026-10-14', effective: '2026-10-15' });
    expect(found.map(({ name }) => name)).toEqual(['sent', 'lastDay', 'effective', 'today']);
  });

  it('the words of the last day stand under the line wherever another would be in their way', () => {
    const found = lay({ sent: '2026-11-28', today: '2026-11-28', lastDay: '2026-11-29', effective: '2026-11-30' }, 300);
    expect(at(found, 'lastDay').row).toBe('below');
  });

  it.each([1280, 1024, 640])('all stand next to their dots in a window of %i', (window) => {
    // What is left beside the rail and the list, or in one column.
    const room = window < 700 ? window - 72 - 48 : window - 72 - 300 - 68;
    const days = { sent: '2026-11-25', today: '2026-12-01', lastDay: '2026-12-25', effective: '2026-12-26' };
    for (const objectBy of ['2026-12-05', '2026-12-15', ...(window < 700 ? [] : ['2027-01-04'])])
      for (const mark of lay({ ...days, objectBy }, room)) {
        expect(mark.row).not.toBe('lower');
        expect(mark.left).toBeLessThanOrEqual(mark.x);
        expect(mark.left + WIDTH).toBeGreaterThanOrEqual(mark.x);
      }
  });

  it('never lie over each other where there is room for them, nor over the edge', () => {
    const day = fc
      .integer({ min: 0, max: 400 })
      .map((days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(
        fc.record({ sent: day, today: day, lastDay: day, effective: day }),
        fc.integer({ min: 320, max: 1200 }),
        (days, room) => {
          const found = lay(days, room);
          for (const one of found) {
            expect(one.left).toBeGreaterThanOrEqual(0);
            expect(one.left + WIDTH).toBeLessThanOrEqual(room);
            expect(one.x).toBeGreaterThanOrEqual(8 - 1e-6);
            expect(one.x).toBeLessThanOrEqual(room - 8 + 1e-6);
            for (const other of found)
              if (other !== one && other.row === one.row)
                expect(Math.abs(other.left - one.left)).toBeGreaterThanOrEqual(WIDTH);
          }
          const xs = found.map(({ x }) => x);
          xs.slice(1).forEach((x, index) => expect(x - xs[index]!).toBeGreaterThanOrEqual(20 - 1e-6));
        },
      ),
    );
  });
});
