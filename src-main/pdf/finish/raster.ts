/** A closed polygon; the last point joins the first. */
export type Ring = readonly (readonly [number, number])[];

const ROWS = 4;

interface Crossing {
  readonly x: number;
  readonly winding: 1 | -1;
}

function crossings(rings: readonly Ring[], y: number): readonly Crossing[] {
  const found: Crossing[] = [];
  for (const ring of rings) {
    ring.forEach(([x1, y1], index) => {
      const [x2, y2] = ring[(index + 1) % ring.length] ?? [x1, y1];
      if (y1 <= y === y2 <= y) return;
      found.push({ x: x1 + ((y - y1) / (y2 - y1)) * (x2 - x1), winding: y1 <= y ? 1 : -1 });
    });
  }
  return found.sort((a, b) => a.x - b.x);
}

/** Rings sorted into the pixel rows they touch, so that a row looks only at its own. */
function ringsByRow(rings: readonly Ring[], height: number): readonly (readonly Ring[])[] {
  const rows: Ring[][] = Array.from({ length: height }, () => []);
  for (const ring of rings) {
    const ys = ring.map(([, y]) => y);
    const [top, bottom] = [Math.max(0, Math.floor(Math.min(...ys))), Math.min(height - 1, Math.ceil(Math.max(...ys)))];
    for (let row = top; row <= bottom; row += 1) rows[row]?.push(ring);
  }
  return rows;
}

/** Share of each pixel that lies inside the rings by the non-zero winding rule, row by row; 0 to 1. */
export function fillCoverage(rings: readonly Ring[], width: number, height: number): Float32Array {
  const coverage = new Float32Array(width * height);
  const rows = ringsByRow(rings, height);
  const addSpan = (row: number, from: number, to: number): void => {
    const [start, end] = [Math.max(0, from), Math.min(width, to)];
    for (let column = Math.floor(start); column < end; column += 1) {
      const at = row * width + column;
      coverage[at] = (coverage[at] ?? 0) + (Math.min(end, column + 1) - Math.max(start, column)) / ROWS;
    }
  };
  for (let row = 0; row < height; row += 1) {
    for (let part = 0; part < ROWS; part += 1) {
      let winding = 0;
      let start = 0;
      for (const crossing of crossings(rows[row] ?? [], row + (part + 0.5) / ROWS)) {
        if (winding === 0) start = crossing.x;
        winding += crossing.winding;
        if (winding === 0) addSpan(row, start, crossing.x);
      }
    }
  }
  return coverage;
}
