/** How a letter is drawn, on a small square: each cell inked or not. */
export type Shape = Uint8Array;

/** Cells on a side. */
const SIDE = 24;
const STEPS = 5;
/** A shape this near to another figure's, and so much farther from the one it claims to be, is the other. */
const ALIKE = 0.12;
const TIMES_FARTHER = 2.5;
const FARTHER = 0.05;

/** A letter's outline, filled and brought to one height; undefined where nothing is drawn. Steps as pdf.js writes them. */
export function shapeOf(path: ArrayLike<number>): Shape | undefined {
  const edges = edgesOf(path);
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of edges) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [bottom, top] = [Math.min(bottom, y), Math.max(top, y)];
  }
  const height = top - bottom;
  if (!(height > 0) || !Number.isFinite(height + right - left)) return undefined;
  const cell = Math.max(height, right - left) / SIDE;
  const start = (left + right) / 2 - (SIDE / 2) * cell;
  const shape = new Uint8Array(SIDE * SIDE);
  for (let row = 0; row < SIDE; row++) {
    const y = top - (row + 0.5) * cell;
    const crossed = edges
      .filter(([, y0, , y1]) => y0 <= y !== y1 <= y)
      .map(([x0, y0, x1, y1]) => ({ x: x0 + ((y - y0) / (y1 - y0)) * (x1 - x0), turn: y1 > y0 ? 1 : -1 }))
      .sort((one, other) => one.x - other.x);
    let [turns, at] = [0, 0];
    for (let column = 0; column < SIDE; column++) {
      for (const x = start + (column + 0.5) * cell; (crossed[at]?.x ?? Infinity) <= x; at++)
        turns += crossed[at]?.turn ?? 0;
      if (turns !== 0) shape[row * SIDE + column] = 1;
    }
  }
  return shape;
}

type Edge = readonly [x0: number, y0: number, x1: number, y1: number];

function edgesOf(path: ArrayLike<number>): readonly Edge[] {
  const edges: Edge[] = [];
  let [x, y, firstX, firstY] = [0, 0, 0, 0];
  const to = (nextX: number, nextY: number): void => {
    edges.push([x, y, nextX, nextY]);
    [x, y] = [nextX, nextY];
  };
  for (let at = 0; at < path.length;) {
    const step = path[at++] ?? 0;
    const count = step === 2 ? 6 : step === 3 ? 4 : step === 4 ? 0 : 2;
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = Array.from(
      { length: count },
      (_, index) => path[at + index] ?? 0,
    );
    at += count;
    if (step === 0 || step === 4) to(firstX, firstY);
    if (step === 0) [x, y, firstX, firstY] = [a, b, a, b];
    if (step === 1) to(a, b);
    const [fromX, fromY] = [x, y];
    for (let part = 1; count > 2 && part <= STEPS; part++) {
      const t = part / STEPS;
      const u = 1 - t;
      if (step === 3) to(u * u * fromX + 2 * u * t * a + t * t * c, u * u * fromY + 2 * u * t * b + t * t * d);
      else {
        const [p, q, r, s] = [u ** 3, 3 * u * u * t, 3 * u * t * t, t ** 3];
        to(p * fromX + q * a + r * c + s * e, p * fromY + q * b + r * d + s * f);
      }
    }
  }
  to(firstX, firstY);
  return edges.filter(([, y0, , y1]) => y0 !== y1);
}

/** How far two shapes differ: the share of their ink that has none of the other's beside it. */
export function distance(one: Shape, other: Shape): number {
  const lone = (of: Shape, from: Shape): readonly [number, number] => {
    let [alone, ink] = [0, 0];
    of.forEach((cell, at) => {
      if (cell === 0) return;
      ink++;
      if (!isNear(from, at)) alone++;
    });
    return [alone, ink];
  };
  const [first, second] = [lone(one, other), lone(other, one)];
  return (first[0] + second[0]) / Math.max(1, first[1] + second[1]);
}

function isNear(shape: Shape, at: number): boolean {
  const column = at % SIDE;
  for (const row of [-SIDE, 0, SIDE])
    for (const step of [-1, 0, 1])
      if (column + step >= 0 && column + step < SIDE && shape[at + row + step] === 1) return true;
  return false;
}

/** The shapes of figures as common fonts draw them, each by the figure. */
export type Figures = ReadonlyMap<string, readonly Shape[]>;

/** A shape as the table of figures writes it, eight cells a byte. */
export function packed(shape: Shape): string {
  const bytes = new Uint8Array(shape.length / 8);
  shape.forEach((cell, at) => (bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (cell << (at & 7))));
  return Buffer.from(bytes).toString('base64');
}

/** The table of figures: `assets/figures.json`, from the fonts that come with the PDF library. */
export function figuresFrom(table: Readonly<Record<string, readonly string[]>>): Figures {
  const unpacked = (text: string): Shape => {
    const bytes = Buffer.from(text, 'base64');
    return Uint8Array.from({ length: bytes.length * 8 }, (_, at) => ((bytes[at >> 3] ?? 0) >> (at & 7)) & 1);
  };
  return new Map(Object.entries(table).map(([figure, shapes]) => [figure, shapes.map(unpacked)]));
}

/** Which figure a shape is where it is clearly another than the one it stands for. */
export function otherFigure(shape: Shape, claimed: string, figures: Figures): string | undefined {
  let [nearest, best, own] = ['', Infinity, Infinity];
  for (const [figure, shapes] of figures) {
    const far = Math.min(...shapes.map((known) => distance(shape, known)));
    if (figure === claimed) own = far;
    else if (far < best) [nearest, best] = [figure, far];
  }
  return best <= ALIKE && own >= TIMES_FARTHER * best + FARTHER ? nearest : undefined;
}
