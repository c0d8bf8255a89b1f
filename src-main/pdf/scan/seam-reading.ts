import { PAGE } from '../paper.ts';
import { SEAL_SHAPES, type SealShape, seamBottom, type SeamSlice } from '../finish/seal.ts';
import { sliceHeight } from './expectation.ts';
import type { Mask } from './red.ts';
import type { CheckState } from './seal-reading.ts';
import { CELLS, cellOf, type LevelledSheet, millimetresOf } from './sheet.ts';

export type SeamReason = 'no-colour' | 'no-red' | 'little-red' | 'edge-cut' | 'too-short' | 'off-edge' | 'height';

export interface SeamReading {
  readonly state: CheckState;
  readonly reason?: SeamReason;
  /** Middle of the red at the edge, millimetres from the page's upper edge. */
  readonly middle?: number;
  /** Square millimetres of red ink. */
  readonly area: number;
}

/** A seam seal may sit this far above or below the middle of the edge before it is odd, in millimetres. */
const HEIGHT_LEEWAY = 30;
/** Pages are fanned by hand: a slice may be this much broader than computed. */
const BREADTH_LEEWAY = 6;
/** Square millimetres of red that make a slice, and that make one thinkable. */
const AREA = { sure: 5, perhaps: 1.5 } as const;
/** Of the slice's height, this share must bear red. */
const LEAST_HEIGHT = 0.4;
/** The slice runs off the page: its red ends this close to the edge at most, in millimetres. */
const TO_EDGE = 4.5;

/** Looks at the right edge of a page for its slice of the seam seal. */
export function readSeam(
  sheet: LevelledSheet,
  red: Mask,
  colour: boolean,
  shape: SealShape,
  slice: SeamSlice,
): SeamReading {
  if (!colour) return { state: 'missing', reason: 'no-colour', area: 0 };
  const breadth = slice.to - slice.from + BREADTH_LEEWAY;
  const edge = visibleEdge(sheet);
  const tall = SEAL_SHAPES[shape].height;
  const nominal = PAGE.height - seamBottom(shape) - tall / 2;
  const reach = tall / 2 + HEIGHT_LEEWAY + 10;
  const rows = redRows(red, { left: PAGE.width - breadth, top: nominal - reach, bottom: nominal + reach });
  const best = heaviest(rows, Math.round((tall + 3) * CELLS));
  const area = best.count / CELLS ** 2;
  // where the scan ends before the slice's middle, no red is no proof
  const cut = edge < PAGE.width - (slice.to - slice.from) / 2;
  if (area < AREA.perhaps) {
    return cut ? { state: 'doubtful', reason: 'edge-cut', area } : { state: 'missing', reason: 'no-red', area };
  }
  const middle = nominal - reach + (best.first + best.last) / 2 / CELLS;
  const height = (best.last - best.first + 1) / CELLS;
  const reason: SeamReason | undefined =
    area < AREA.sure
      ? cut
        ? 'edge-cut'
        : 'little-red'
      : Math.min(edge, PAGE.width) - best.right > TO_EDGE
        ? 'off-edge'
        : height < sliceHeight(shape, slice) * LEAST_HEIGHT
          ? 'too-short'
          : Math.abs(middle - nominal) > HEIGHT_LEEWAY
            ? 'height'
            : undefined;
  return reason ? { state: 'doubtful', reason, middle, area } : { state: 'found', middle, area };
}

/** How far to the right the picture shows the page at mid-height, in millimetres. */
function visibleEdge({ width, height, seen }: LevelledSheet): number {
  let farthest = 0;
  for (let row = Math.round(height * 0.35); row < height * 0.65; row += 4) {
    let column = width - 1;
    while (column > 0 && !seen[row * width + column]) column -= 1;
    farthest = Math.max(farthest, column);
  }
  return millimetresOf(farthest);
}

interface RedRow {
  readonly count: number;
  /** Millimetres of the outermost red cell. */
  readonly right: number;
}

function redRows({ width, cells }: Mask, part: { left: number; top: number; bottom: number }): readonly RedRow[] {
  const [left, right] = [cellOf(part.left), cellOf(PAGE.width + 2)];
  return Array.from({ length: cellOf(part.bottom) - cellOf(part.top) }, (_, index) => {
    const start = (cellOf(part.top) + index) * width;
    let [count, last] = [0, -1];
    for (let column = left; column < right; column += 1) {
      if (!cells[start + column]) continue;
      count += 1;
      last = column;
    }
    return { count, right: millimetresOf(last) };
  });
}

/** The run of `height` rows with the most red. */
function heaviest(
  rows: readonly RedRow[],
  height: number,
): { count: number; first: number; last: number; right: number } {
  let sum = 0;
  let best = { count: -1, from: 0 };
  rows.forEach(({ count }, index) => {
    sum += count - (rows[index - height]?.count ?? 0);
    if (sum > best.count) best = { count: sum, from: Math.max(0, index - height + 1) };
  });
  const window = rows.slice(best.from, best.from + height);
  const first = window.findIndex(({ count }) => count > 0);
  const last = window.findLastIndex(({ count }) => count > 0);
  // a single speck farther out is not the edge of a stamp
  const right = window.map((row) => row.right).toSorted((a, b) => b - a)[Math.min(3, window.length - 1)] ?? 0;
  return { count: best.count, first: best.from + first, last: best.from + last, right };
}
