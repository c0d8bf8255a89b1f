/** A matrix of PDF 32000-1, 8.3. */
export type Matrix = readonly [number, number, number, number, number, number];

/** A box on the page, in points from its top left. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}

export function asMatrix(values: ArrayLike<number> | undefined | null): Matrix {
  const at = (index: number, otherwise: number): number => values?.[index] ?? otherwise;
  return [at(0, 1), at(1, 0), at(2, 0), at(3, 1), at(4, 0), at(5, 0)];
}

export function apply(m: Matrix, x: number, y: number): readonly [number, number] {
  return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
}

/** The box around a rectangle of another space. */
export function boxOf(m: Matrix, x0: number, y0: number, x1: number, y1: number): Box {
  const corners = [apply(m, x0, y0), apply(m, x1, y0), apply(m, x0, y1), apply(m, x1, y1)];
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

export const holds = ({ left, top, right, bottom }: Box, x: number, y: number, slack = 0): boolean =>
  x >= left - slack && x <= right + slack && y >= top - slack && y <= bottom + slack;

export const meet = (one: Box, other: Box): Box => ({
  left: Math.max(one.left, other.left),
  top: Math.max(one.top, other.top),
  right: Math.min(one.right, other.right),
  bottom: Math.min(one.bottom, other.bottom),
});

/** Quarter turns of the writing direction on the shown page (y grows downwards). */
export function turnOf(matrix: Matrix, size: number): number | undefined {
  const angle = (Math.atan2(-matrix[1] * Math.sign(size), matrix[0] * Math.sign(size)) * 180) / Math.PI;
  const quarter = Math.round(angle / 90);
  return Math.abs(angle - quarter * 90) > 3 ? undefined : (quarter + 4) % 4;
}

/** Turns a glyph's baseline upright, so that turned pages read like others. */
export function turned(box: Box, turn: number | undefined): { left: number; right: number; y: number } {
  if (turn === 1) return { left: -box.top, right: -box.bottom, y: box.left };
  if (turn === 2) return { left: -box.left, right: -box.right, y: -box.top };
  if (turn === 3) return { left: box.top, right: box.bottom, y: -box.left };
  return { left: box.left, right: box.right, y: box.top };
}

export function turnedBox({ left, top, right, bottom }: Box, turn: number): Box {
  if (turn === 1) return { left: -bottom, right: -top, top: left, bottom: right };
  if (turn === 2) return { left: -right, right: -left, top: -bottom, bottom: -top };
  if (turn === 3) return { left: top, right: bottom, top: -right, bottom: -left };
  return { left, top, right, bottom };
}

/** One stroke of the pen between two moves: its corners, and for a curve points along it. */
export interface SubPath {
  readonly points: readonly (readonly [number, number])[];
  readonly curved: boolean;
}

/** Chords a curve is at most drawn by, and how long in points one is at least. */
const MOST_CHORDS = 12;
const CHORD = 4;

type Point = readonly [number, number];

/** Points along a Bézier curve of two or three legs, without its start. */
function along(start: Point, legs: readonly Point[]): readonly Point[] {
  let [length, before] = [0, start];
  for (const leg of legs) {
    length += Math.hypot(leg[0] - before[0], leg[1] - before[1]);
    before = leg;
  }
  const chords = Math.max(1, Math.min(MOST_CHORDS, Math.ceil(length / CHORD) || 1));
  return Array.from({ length: chords }, (_, index) => {
    const t = (index + 1) / chords;
    let points: readonly Point[] = [start, ...legs];
    // De Casteljau: between the points, and between those again, until one is left.
    while (points.length > 1) {
      const inner = points;
      points = inner.slice(1).map(([x, y], at): Point => {
        const [x0, y0] = inner[at] ?? [x, y];
        return [x0 + (x - x0) * t, y0 + (y - y0) * t];
      });
    }
    return points[0] ?? start;
  });
}

/** A path stroke by stroke, on the page. Steps as pdf.js writes them: move, line, curves, close. */
export function subPaths(path: ArrayLike<number>, matrix: Matrix): readonly SubPath[] {
  const found: { points: Point[]; curved: boolean }[] = [];
  let open: { points: Point[]; curved: boolean } = { points: [], curved: false };
  const start = (): void => {
    open = { points: [], curved: false };
    found.push(open);
  };
  for (let at = 0; at < path.length;) {
    const step = path[at++] ?? 0;
    if (step === 0) start();
    if (step === 4) {
      if (open.points[0]) open.points.push(open.points[0]);
      continue;
    }
    const legs = step === 2 ? 3 : step === 3 ? 2 : 1;
    const points = Array.from({ length: legs }, (_, leg) =>
      apply(matrix, path[at + 2 * leg] ?? 0, path[at + 2 * leg + 1] ?? 0),
    );
    at += 2 * legs;
    const from = open.points.at(-1);
    if (legs === 1 || !from) open.points.push(...points);
    else {
      open.curved = true;
      open.points.push(...along(from, points));
    }
  }
  return found;
}

/** What the pen paints between two points. */
export function band(from: Point, to: Point, half: number): SubPath {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const [x, y] = length === 0 ? [0, 0] : [((to[0] - from[0]) * half) / length, ((to[1] - from[1]) * half) / length];
  return {
    points: [
      [from[0] - y, from[1] + x],
      [to[0] - y, to[1] + x],
      [to[0] + y, to[1] - x],
      [from[0] + y, from[1] - x],
    ],
    curved: false,
  };
}
