import { largest, smallest } from '../extremes.ts';
import { readCharacters } from './characters.ts';
import type { PdfLibrary } from '../../picture/pdf-library.ts';

/** One drawn character (or ligature). Coordinates in points from the top left of the page as it is shown. */
export interface Glyph {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Baseline. */
  readonly y: number;
  readonly size: number;
  readonly strong: boolean;
  readonly font: string;
  /** Drawn without ink: the text layer of a recognised scan. */
  readonly invisible: boolean;
  /** Place in the order of drawing. */
  readonly order: number;
}

/** A straight thin stroke, along x or y. */
export interface Stroke {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What one page draws, as far as reading needs it. */
export interface PageContent {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** Upright text; text of a page drawn sideways is turned upright. */
  readonly glyphs: readonly Glyph[];
  /** Text at an angle to the rest: watermarks. */
  readonly tilted: string;
  readonly strokes: readonly Stroke[];
  readonly pictures: number;
  /** Characters drawn of which nothing says what they are. */
  readonly unread: number;
}

type Matrix = readonly [number, number, number, number, number, number];
type Page = Awaited<ReturnType<Awaited<ReturnType<PdfLibrary['getDocument']>['promise']>['getPage']>>;

interface DrawnGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
}

interface Font {
  readonly name: string;
  readonly bold?: boolean;
  readonly black?: boolean;
  readonly fontMatrix?: readonly number[];
  readonly isType3Font?: boolean;
  readonly vertical?: boolean;
}

/** Text state of PDF 32000-1, 9.3, with the matrix of 8.3. */
interface State {
  matrix: Matrix;
  font: Font | undefined;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
}

const BOLD_NAME = /bold|black|heavy|(?:semi|demi)(?:bold)?\b|[-,]B(?:d|dIt)?$|w[789]\b/i;
const THIN = 2.5;
const SHORTEST_STROKE = 3;
const STROKING_MODES = new Set([1, 2, 5, 6]);
const INVISIBLE_MODES = new Set([3, 7]);

function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}

function asMatrix(values: ArrayLike<number> | undefined): Matrix {
  const at = (index: number, otherwise: number): number => values?.[index] ?? otherwise;
  return [at(0, 1), at(1, 0), at(2, 0), at(3, 1), at(4, 0), at(5, 0)];
}

/** Runs a page's drawing operators for their text and straight strokes; nothing is painted and no picture is decoded. */
export async function readPageContent(page: Page, library: PdfLibrary): Promise<PageContent> {
  const list = await page.getOperatorList({ annotationMode: library.AnnotationMode.ENABLE });
  const viewport = page.getViewport({ scale: 1 });
  const reading = new ContentReading(library, asMatrix(viewport.transform), (id) =>
    page.commonObjs.has(id) ? (page.commonObjs.get(id) as Font) : undefined,
  );
  for (let index = 0; index < list.fnArray.length; index++) {
    reading.run(list.fnArray[index] ?? 0, (list.argsArray[index] ?? []) as readonly unknown[]);
  }
  return { number: page.pageNumber, ...reading.finish(viewport.width, viewport.height) };
}

interface TurnedGlyph extends Glyph {
  /** Quarter turns counter-clockwise, or undefined for a tilt. */
  readonly turn: number | undefined;
}

class ContentReading {
  readonly #ops: PdfLibrary['OPS'];
  readonly #fontOf: (id: string) => Font | undefined;
  readonly #glyphs: TurnedGlyph[] = [];
  readonly #strokes: Stroke[] = [];
  readonly #saved: State[] = [];
  #state: State;
  #textMatrix: Matrix = [1, 0, 0, 1, 0, 0];
  #x = 0;
  #y = 0;
  #lineX = 0;
  #lineY = 0;
  #pictures = 0;
  #unread = 0;

  constructor(library: PdfLibrary, base: Matrix, fontOf: (id: string) => Font | undefined) {
    this.#ops = library.OPS;
    this.#fontOf = fontOf;
    const text = { font: undefined, size: 0, charSpacing: 0, wordSpacing: 0, scale: 1, leading: 0, rise: 0, mode: 0 };
    this.#state = { matrix: base, ...text };
  }

  run(operator: number, args: readonly unknown[]): void {
    const ops = this.#ops;
    const number = (index: number): number => (typeof args[index] === 'number' ? args[index] : 0);
    const state = this.#state;
    switch (operator) {
      case ops.save:
        this.#saved.push({ ...state });
        break;
      case ops.restore:
      case ops.paintFormXObjectEnd:
      case ops.endAnnotation:
        this.#state = this.#saved.pop() ?? state;
        break;
      case ops.transform:
        state.matrix = multiply(state.matrix, asMatrix(args as readonly number[]));
        break;
      case ops.paintFormXObjectBegin:
        this.#saved.push({ ...state });
        state.matrix = multiply(state.matrix, asMatrix((args[0] ?? undefined) as readonly number[] | undefined));
        break;
      case ops.beginAnnotation:
        this.#saved.push({ ...state });
        state.matrix = multiply(
          multiply(this.#saved[0]?.matrix ?? state.matrix, asMatrix(args[2] as readonly number[])),
          asMatrix(args[3] as readonly number[]),
        );
        break;
      case ops.beginText:
        this.#setTextMatrix([1, 0, 0, 1, 0, 0]);
        break;
      case ops.setTextMatrix:
        this.#setTextMatrix(asMatrix(args[0] as ArrayLike<number>));
        break;
      case ops.setFont:
        state.font = this.#fontOf(String(args[0]));
        state.size = number(1);
        break;
      case ops.setCharSpacing:
        state.charSpacing = number(0);
        break;
      case ops.setWordSpacing:
        state.wordSpacing = number(0);
        break;
      case ops.setHScale:
        state.scale = number(0) / 100;
        break;
      case ops.setLeading:
        state.leading = -number(0);
        break;
      case ops.setTextRise:
        state.rise = number(0);
        break;
      case ops.setTextRenderingMode:
        state.mode = number(0);
        break;
      case ops.moveText:
        this.#move(number(0), number(1));
        break;
      case ops.setLeadingMoveText:
        state.leading = number(1);
        this.#move(number(0), number(1));
        break;
      case ops.nextLine:
        this.#move(0, state.leading);
        break;
      case ops.showText:
        this.#show(args[0] as readonly (DrawnGlyph | number)[]);
        break;
      case ops.constructPath:
        this.#path(number(0), (args[1] as readonly (Float32Array | null)[])[0]);
        break;
      case ops.paintImageXObject:
      case ops.paintInlineImageXObject:
      case ops.paintImageMaskXObject:
      case ops.paintImageXObjectRepeat:
        this.#pictures++;
    }
  }

  #setTextMatrix(matrix: Matrix): void {
    this.#textMatrix = matrix;
    this.#x = this.#y = this.#lineX = this.#lineY = 0;
  }

  #move(x: number, y: number): void {
    this.#x = this.#lineX += x;
    this.#y = this.#lineY += y;
  }

  #show(glyphs: readonly (DrawnGlyph | number)[]): void {
    const { font, size, scale, charSpacing, wordSpacing, rise, mode } = this.#state;
    // Of a font that cannot be loaded pdf.js shows nothing at all.
    if (!font || glyphs.length === 0) this.#unread++;
    if (!font || size === 0) return;
    const matrix = multiply(this.#state.matrix, this.#textMatrix);
    const unit = size * (font.fontMatrix?.[0] ?? 0.001);
    const height =
      Math.abs(size) *
      Math.hypot(matrix[2], matrix[3]) *
      (font.isType3Font === true ? Math.abs(font.fontMatrix?.[3] ?? 0.001) * 1000 : 1);
    const turn = turnOf(matrix, size);
    const strong = font.bold === true || font.black === true || BOLD_NAME.test(font.name) || STROKING_MODES.has(mode);
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        if (font.vertical === true) this.#y -= (glyph * size) / 1000;
        else this.#x -= ((glyph * size) / 1000) * scale;
        continue;
      }
      const advance = glyph.width * unit;
      const [left, top] = apply(matrix, this.#x, this.#y + rise);
      const [right, bottom] = apply(matrix, this.#x + advance * scale, this.#y + rise);
      const text = readCharacters(glyph.unicode);
      if (text === '') this.#unread++;
      else {
        const place = turned({ left, top, right, bottom }, turn);
        const look = { strong, font: font.name, invisible: INVISIBLE_MODES.has(mode) };
        this.#glyphs.push({ text, ...place, size: height, ...look, turn, order: this.#glyphs.length });
      }
      const spacing = charSpacing + (glyph.isSpace ? wordSpacing : 0);
      if (font.vertical === true) this.#y -= size + spacing;
      else this.#x += (advance + spacing) * scale;
    }
  }

  /** Keeps the thin and straight: rules of tables, lines to write on, underlines. */
  #path(paint: number, path: Float32Array | null | undefined): void {
    if (!path || paint === this.#ops.endPath) return;
    const stroked = paint === this.#ops.stroke || paint === this.#ops.closeStroke;
    const points: (readonly [number, number])[] = [];
    const finish = (): void => {
      if (stroked) for (let index = 1; index < points.length; index++) this.#stroke(points.slice(index - 1, index + 1));
      else if (points.length > 0) this.#stroke(points);
      points.length = 0;
    };
    for (let at = 0; at < path.length;) {
      const step = path[at++] ?? 0;
      const [x, y] = [path[at] ?? 0, path[at + 1] ?? 0];
      if (step === 0) {
        finish();
        points.push(apply(this.#state.matrix, x, y));
        at += 2;
      } else if (step === 1) {
        points.push(apply(this.#state.matrix, x, y));
        at += 2;
      } else if (step === 4) {
        if (points[0]) points.push(points[0]);
      } else {
        points.length = 0;
        at += step === 2 ? 6 : 4;
      }
    }
    finish();
  }

  #stroke(points: readonly (readonly [number, number])[]): void {
    const xs = points.map(([x]) => x);
    const ys = points.map(([, y]) => y);
    const stroke = { left: smallest(xs), top: smallest(ys), right: largest(xs), bottom: largest(ys) };
    const [width, height] = [stroke.right - stroke.left, stroke.bottom - stroke.top];
    const thin = (height <= THIN && width >= SHORTEST_STROKE) || (width <= THIN && height >= SHORTEST_STROKE);
    if (thin && Number.isFinite(width + height)) this.#strokes.push(stroke);
  }

  finish(width: number, height: number): Omit<PageContent, 'number'> {
    const counts = [0, 0, 0, 0];
    for (const { turn } of this.#glyphs) if (turn !== undefined) counts[turn] = (counts[turn] ?? 0) + 1;
    const upright = counts.indexOf(largest(counts));
    const glyphs = this.#glyphs.filter(({ turn }) => turn === upright);
    const tilted = this.#glyphs
      .filter(({ turn }) => turn !== upright)
      .map(({ text }) => text)
      .join('');
    const strokes = upright === 0 ? this.#strokes : this.#strokes.map((stroke) => turnedBox(stroke, upright));
    return { width, height, glyphs, tilted, strokes, pictures: this.#pictures, unread: this.#unread };
  }
}

function apply(m: Matrix, x: number, y: number): readonly [number, number] {
  return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
}

/** Quarter turns of the writing direction on the shown page (y grows downwards). */
function turnOf(matrix: Matrix, size: number): number | undefined {
  const angle = (Math.atan2(-matrix[1] * Math.sign(size), matrix[0] * Math.sign(size)) * 180) / Math.PI;
  const quarter = Math.round(angle / 90);
  return Math.abs(angle - quarter * 90) > 3 ? undefined : (quarter + 4) % 4;
}

/** Turns a glyph's baseline upright, so that turned pages read like others. */
function turned(box: Stroke, turn: number | undefined): { left: number; right: number; y: number } {
  if (turn === 1) return { left: -box.top, right: -box.bottom, y: box.left };
  if (turn === 2) return { left: -box.left, right: -box.right, y: -box.top };
  if (turn === 3) return { left: box.top, right: box.bottom, y: -box.left };
  return { left: box.left, right: box.right, y: box.top };
}

function turnedBox({ left, top, right, bottom }: Stroke, turn: number): Stroke {
  if (turn === 1) return { left: -bottom, right: -top, top: left, bottom: right };
  if (turn === 2) return { left: -right, right: -left, top: -bottom, bottom: -top };
  return { left: top, right: bottom, top: -right, bottom: -left };
}
