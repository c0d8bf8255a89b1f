import { largest, smallest } from '../extremes.ts';
import { type Colour, colourOf } from '../html/cascade/values.ts';
import type { PdfLibrary } from '../../picture/pdf-library.ts';
import { type Extent, narrow, regionOf } from './extent.ts';
import {
  apply,
  asMatrix,
  band,
  type Box,
  boxOf,
  type Matrix,
  meet,
  multiply,
  type SubPath,
  subPaths,
} from './geometry.ts';
import { LEAST_LETTERS, MOST_AREAS, Painted } from './painted.ts';

/** Which layers of a document are shown. */
export interface Layers {
  readonly isVisible: (group: unknown) => boolean;
}

/** Width and height of a page in points. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A straight thin line, along x or y. */
export interface Rule extends Box {
  /** Place in the order of drawing. */
  readonly order: number;
  /** Undefined where it cannot be told. */
  readonly colour: Colour | undefined;
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
  clip: Extent;
  lineWidth: number;
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
  readonly rules: Rule[] = [];
  readonly page: Size;
  state: State;
  /** Filled shapes with curves. */
  shapes = 0;
  readonly #ops: PdfLibrary['OPS'];
  readonly #layers: Layers;
  readonly #base: Matrix;
  readonly #saved: State[] = [];
  /** For each open stretch of marked content whether it is of a layer that is off. */
  readonly #marked: boolean[] = [];
  #off = 0;
  #order = 0;
  #paints = 0;
  /** How the next path clips, if it does. */
  #clips: number | undefined;

  constructor(library: PdfLibrary, base: Matrix, page: Size, layers: Layers) {
    this.#ops = library.OPS;
    this.#layers = layers;
    this.page = page;
    this.#base = base;
    this.state = { matrix: base, ...TEXT_START, ...this.#plain() };
  }

  /** Whether what is drawn now is on a layer that is off. */
  get hidden(): boolean {
    return this.#off > 0;
  }

  /** Takes note that a letter is drawn; gives back its place in the order of drawing. */
  letter(): number {
    this.#paints++;
    this.painted.letter();
    // Whether the clip leaves the letter to be seen cannot be told.
    if (this.state.clip.untold) this.painted.overfull = true;
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
    const box = { left: 0, top: 0, right: this.page.width, bottom: this.page.height };
    const clip = { box, within: [], untold: false };
    const opaque = { alpha: 1, strokeAlpha: 1, blends: false };
    return { fill: BLACK, stroke: BLACK, ...opaque, clip, lineWidth: 1, placedAt: -1 };
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
          multiply(this.#base, asMatrix(args[2] as readonly number[])),
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
      case ops.setLineWidth:
        state.lineWidth = Number(args[0]);
        break;
      case ops.setGState:
        for (const [key, value] of args[0] as readonly (readonly [string, unknown])[]) this.#graphics(key, value);
        break;
      case ops.clip:
      case ops.eoClip:
        this.#clips = operator;
        break;
      case ops.shadingFill:
        this.#paints++;
        if (this.#off === 0)
          this.painted.fill(state.clip, this.#order++, undefined, state.alpha >= 0.95 && !state.blends);
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
    else if (key === 'LW') state.lineWidth = Number(value);
    else if (key === 'BM') state.blends = value !== 'source-over';
  }

  #mixes(): boolean {
    return this.state.blends || this.#off > 0;
  }

  /** Lays a colour over a part of the page. */
  #lay(extent: Extent, order: number, colour: Colour | undefined): void {
    const opaque = colour !== undefined && colour[3] > 0.95;
    if (this.#off === 0) this.painted.fill(extent, order, colour, opaque && !this.#mixes());
  }

  #form(matrix: ArrayLike<number> | null, bounds: ArrayLike<number> | null): void {
    const state = this.state;
    state.matrix = multiply(state.matrix, asMatrix(matrix));
    if (matrix) state.placedAt = this.#paints;
    if (!bounds) return;
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = Array.from(bounds);
    const corners = [apply(state.matrix, x0, y0), apply(state.matrix, x1, y0), apply(state.matrix, x1, y1)] as const;
    const points = [...corners, apply(state.matrix, x0, y1)];
    state.clip = narrow(state.clip, regionOf([{ points, curved: false }], false));
  }

  /** A place that was set and in which nothing was painted is a picture's: none is decoded, so the page draws none. */
  #placed(): void {
    if (this.state.placedAt === this.#paints) this.#picture();
  }

  #picture(): void {
    this.#paints++;
    const box = meet(boxOf(this.state.matrix, 0, 0, 1, 1), this.state.clip.box);
    if (this.#off === 0 && box.right > box.left && box.bottom > box.top) this.painted.picture(box, this.#order++);
  }

  /** Keeps the thin and straight (rules of tables, lines to write on, underlines), what is filled, and what is clipped. */
  #path(paint: number, path: Float32Array | null | undefined): void {
    const ops = this.#ops;
    const state = this.state;
    const paths = path ? subPaths(path, state.matrix) : [];
    if (paint !== ops.endPath && path) {
      this.#paints++;
      const stroked = paint === ops.stroke || paint === ops.closeStroke;
      const both = [ops.fillStroke, ops.eoFillStroke, ops.closeFillStroke, ops.closeEOFillStroke].includes(paint);
      const evenOdd = [ops.eoFill, ops.eoFillStroke, ops.closeEOFillStroke].includes(paint);
      if (!stroked) this.#fill(paths, evenOdd);
      if (stroked || both) this.#outline(paths);
    }
    if (this.#clips === undefined) return;
    state.clip = narrow(state.clip, regionOf(paths, this.#clips === ops.eoClip));
    this.#clips = undefined;
  }

  #fill(paths: readonly SubPath[], evenOdd: boolean): void {
    const order = this.#order++;
    const colour = this.ink(false);
    for (const { points, curved } of paths) if (!curved && points.length > 0) this.#rule(points, order, colour);
    if (this.#off === 0) this.shapes += paths.filter(({ curved }) => curved).length;
    this.#lay(narrow(this.state.clip, regionOf(paths, evenOdd)), order, colour);
  }

  #outline(paths: readonly SubPath[]): void {
    const { matrix, lineWidth, clip } = this.state;
    const order = this.#order++;
    const colour = this.ink(true);
    const half = (lineWidth * Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))) / 2;
    for (const { points, curved } of paths)
      for (const [index, point] of points.slice(1).entries()) {
        const from = points[index] ?? point;
        // A line as wide as letters are high is a field that is laid over them.
        if (2 * half >= LEAST_LETTERS)
          this.#lay(narrow(clip, regionOf([band(from, point, half)], false)), order, colour);
        else if (!curved) this.#rule([from, point], order, colour);
      }
  }

  #rule(points: SubPath['points'], order: number, colour: Colour | undefined): void {
    const xs = points.map(([x]) => x);
    const ys = points.map(([, y]) => y);
    const { box: clip } = this.state.clip;
    const whole = { left: smallest(xs), top: smallest(ys), right: largest(xs), bottom: largest(ys) };
    const [width, height] = [whole.right - whole.left, whole.bottom - whole.top];
    const thin = (height <= THIN && width >= SHORTEST_STROKE) || (width <= THIN && height >= SHORTEST_STROKE);
    if (this.hidden || !thin || !Number.isFinite(width + height)) return;
    const shown = meet(whole, clip);
    if (shown.right < shown.left || shown.bottom < shown.top) return;
    if (this.rules.length < MOST_AREAS) this.rules.push({ ...shown, order, colour });
    else this.painted.overfull = true;
  }
}
