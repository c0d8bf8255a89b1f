import { largest, smallest } from '../extremes.ts';
import { type Colour, colourOf } from '../html/cascade/values.ts';
import type { PdfLibrary } from '../../picture/pdf-library.ts';
import { asMatrix, type Box, boxOf, type Matrix, meet, multiply, type SubPath, subPaths } from './geometry.ts';
import { around, filled, Painted } from './painted.ts';

/** Which layers of a document are shown. */
export interface Layers {
  readonly isVisible: (group: unknown) => boolean;
}

/** Width and height of a page in points. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A straight thin stroke, along x or y. */
export interface Stroke {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A font as pdf.js gives it. */
export interface Font {
  readonly name: string;
  readonly bold?: boolean;
  readonly black?: boolean;
  readonly fontMatrix?: readonly number[];
  readonly isType3Font?: boolean;
  readonly vertical?: boolean;
}

/** Text state of PDF 32000-1, 9.3, with the matrix of 8.3. */
export interface State {
  matrix: Matrix;
  font: Font | undefined;
  fontId: string;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
  fill: Colour | undefined;
  stroke: Colour | undefined;
  /** How much of what is filled covers what lies under it. */
  alpha: number;
  strokeAlpha: number;
  /** What is painted mixes with what lies under it. */
  blends: boolean;
  clip: Box;
  /** How much was painted when the matrix was set: what is placed and paints nothing is a picture that is not decoded. */
  placedAt: number;
}

const THIN = 2.5;
const SHORTEST_STROKE = 3;
const BLACK: Colour = [0, 0, 0, 1];
const TEXT_START = {
  font: undefined,
  fontId: '',
  size: 0,
  charSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  leading: 0,
  rise: 0,
  mode: 0,
};

/**
 * The graphics half of a page's drawing operators: matrices, colours, clips, layers, and what is painted beside letters. No picture is
 * decoded.
 */
export class Graphics {
  readonly painted = new Painted();
  readonly strokes: Stroke[] = [];
  readonly page: Size;
  state: State;
  /** Filled shapes with curves. */
  shapes = 0;
  readonly #ops: PdfLibrary['OPS'];
  readonly #layers: Layers;
  readonly #saved: State[] = [];
  /** For each open stretch of marked content whether it is of a layer that is off. */
  readonly #marked: boolean[] = [];
  #off = 0;
  #order = 0;
  #paints = 0;
  #clips = false;

  constructor(library: PdfLibrary, base: Matrix, page: Size, layers: Layers) {
    this.#ops = library.OPS;
    this.#layers = layers;
    this.page = page;
    this.state = { matrix: base, ...TEXT_START, ...this.#plain() };
  }

  /** Whether what is drawn now is on a layer that is off. */
  get hidden(): boolean {
    return this.#off > 0;
  }

  /** Takes note that something is painted; gives back its place in the order of drawing. */
  paint(): number {
    this.#paints++;
    return this.#order++;
  }

  /** The colour in which letters are drawn now, filled or in outline; undefined where it cannot be told. */
  ink(outlined: boolean): Colour | undefined {
    const { fill, stroke, alpha, strokeAlpha } = this.state;
    const [colour, covers] = outlined ? [stroke, strokeAlpha] : [fill, alpha];
    return colour && [colour[0], colour[1], colour[2], colour[3] * covers];
  }

  /** To be called once at the end. */
  finish(): void {
    this.#placed();
  }

  /** How a page is painted before it says anything. */
  #plain(): Omit<State, 'matrix' | keyof typeof TEXT_START> {
    const clip = { left: 0, top: 0, right: this.page.width, bottom: this.page.height };
    const opaque = { alpha: 1, strokeAlpha: 1, blends: false };
    return { fill: BLACK, stroke: BLACK, ...opaque, clip, placedAt: -1 };
  }

  /** Runs one operator; those of text are none of its own. */
  run(operator: number, args: readonly unknown[]): void {
    const ops = this.#ops;
    const number = (index: number): number => (typeof args[index] === 'number' ? args[index] : 0);
    const { state } = this;
    switch (operator) {
      case ops.save:
        this.#saved.push({ ...state });
        break;
      case ops.restore:
      case ops.paintFormXObjectEnd:
      case ops.endAnnotation:
      case ops.endGroup:
        this.#placed();
        this.state = this.#saved.pop() ?? state;
        break;
      case ops.beginGroup:
        this.#saved.push({ ...state });
        break;
      case ops.transform:
        state.matrix = multiply(state.matrix, asMatrix(args as readonly number[]));
        state.placedAt = this.#paints;
        break;
      case ops.paintFormXObjectBegin:
        this.#saved.push({ ...state });
        this.#form(args[0] as ArrayLike<number> | null, args[1] as ArrayLike<number> | null);
        break;
      case ops.beginAnnotation:
        this.#saved.push({ ...state });
        Object.assign(state, TEXT_START, this.#plain());
        state.matrix = multiply(
          multiply(this.#saved[0]?.matrix ?? state.matrix, asMatrix(args[2] as readonly number[])),
          asMatrix(args[3] as readonly number[]),
        );
        break;
      case ops.constructPath:
        this.#path(number(0), (args[1] as readonly (Float32Array | null)[])[0]);
        break;
      case ops.paintImageXObject:
      case ops.paintInlineImageXObject:
      case ops.paintImageMaskXObject:
      case ops.paintImageXObjectRepeat:
        this.#picture();
        break;
      default:
        this.#look(operator, args);
    }
  }

  /** What decides whether anything is seen: colours, layers, clips. */
  #look(operator: number, args: readonly unknown[]): void {
    const ops = this.#ops;
    const state = this.state;
    switch (operator) {
      case ops.setFillRGBColor:
        state.fill = colourOf(String(args[0]));
        break;
      case ops.setStrokeRGBColor:
        state.stroke = colourOf(String(args[0]));
        break;
      case ops.setFillColorN:
        state.fill = undefined;
        break;
      case ops.setStrokeColorN:
        state.stroke = undefined;
        break;
      case ops.setFillTransparent:
        state.fill = [0, 0, 0, 0];
        break;
      case ops.setStrokeTransparent:
        state.stroke = [0, 0, 0, 0];
        break;
      case ops.setGState:
        for (const [key, value] of args[0] as readonly (readonly [string, unknown])[]) this.#graphics(key, value);
        break;
      case ops.clip:
      case ops.eoClip:
        this.#clips = true;
        break;
      case ops.shadingFill:
        this.#paints++;
        this.painted.fill(state.clip, this.#order++, undefined, !this.#mixes());
        break;
      case ops.beginMarkedContent:
      case ops.beginMarkedContentProps: {
        const off = args[0] === 'OC' && !this.#layers.isVisible(args[1]);
        this.#marked.push(off);
        if (off) this.#off++;
        break;
      }
      case ops.endMarkedContent:
        if (this.#marked.pop() === true) this.#off--;
    }
  }

  #graphics(key: string, value: unknown): void {
    const state = this.state;
    if (key === 'ca') state.alpha = Number(value);
    else if (key === 'CA') state.strokeAlpha = Number(value);
    else if (key === 'BM') state.blends = value !== 'source-over';
  }

  #mixes(): boolean {
    const { alpha, blends } = this.state;
    return blends || alpha < 0.95 || this.#off > 0;
  }

  #form(matrix: ArrayLike<number> | null, bounds: ArrayLike<number> | null): void {
    const state = this.state;
    state.matrix = multiply(state.matrix, asMatrix(matrix));
    if (matrix) state.placedAt = this.#paints;
    if (!bounds) return;
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = Array.from(bounds);
    state.clip = meet(state.clip, boxOf(state.matrix, x0, y0, x1, y1));
  }

  /** A place that was set and in which nothing was painted is a picture's: none is decoded, so the page draws none. */
  #placed(): void {
    if (this.state.placedAt === this.#paints) this.#picture();
  }

  #picture(): void {
    this.#paints++;
    const box = meet(boxOf(this.state.matrix, 0, 0, 1, 1), this.state.clip);
    if (this.#off === 0 && box.right > box.left && box.bottom > box.top) this.painted.picture(box, this.#order++);
  }

  /** Keeps the thin and straight (rules of tables, lines to write on, underlines), what is filled, and what is clipped. */
  #path(paint: number, path: Float32Array | null | undefined): void {
    const { endPath, stroke, closeStroke } = this.#ops;
    const state = this.state;
    const paths = path ? subPaths(path, state.matrix) : [];
    if (paint !== endPath && path) {
      this.#paints++;
      if (paint === stroke || paint === closeStroke) {
        for (const { points } of paths.filter(({ curved }) => !curved))
          points.slice(1).forEach((point, index) => this.#stroke([points[index] ?? point, point]));
      } else this.#fill(paths);
    }
    if (!this.#clips) return;
    this.#clips = false;
    state.clip = meet(state.clip, around(paths));
  }

  #fill(paths: readonly SubPath[]): void {
    const { clip } = this.state;
    for (const { points, curved } of paths) if (!curved && points.length > 0) this.#stroke(points);
    if (this.#off > 0) return;
    this.shapes += paths.filter(({ curved }) => curved).length;
    const colour = this.ink(false);
    const order = this.#order++;
    for (const area of filled(paths, colour))
      this.painted.fill(meet(area.box, clip), order, area.colour, area.covers && !this.#mixes());
  }

  #stroke(points: readonly (readonly [number, number])[]): void {
    const xs = points.map(([x]) => x);
    const ys = points.map(([, y]) => y);
    const stroke = { left: smallest(xs), top: smallest(ys), right: largest(xs), bottom: largest(ys) };
    const [width, height] = [stroke.right - stroke.left, stroke.bottom - stroke.top];
    if (this.hidden) return;
    const thin = (height <= THIN && width >= SHORTEST_STROKE) || (width <= THIN && height >= SHORTEST_STROKE);
    if (thin && Number.isFinite(width + height)) this.strokes.push(stroke);
  }
}
