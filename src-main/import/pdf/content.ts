import { largest } from '../extremes.ts';
import type { Glyph, Page } from './glyph.ts';
import { readCharacters } from './characters.ts';
import figures from '../../../assets/figures.json' with { type: 'json' };
import { type Figures, figuresFrom, otherFigure, shapeOf } from './outlines.ts';
import { apply, asMatrix, type Box, type Matrix, multiply, turned, turnedBox, turnOf } from './geometry.ts';
import { type Font, Graphics, type Layers } from './graphics.ts';
import { type FieldValue, valuesNotDrawn } from './fields.ts';
import { type Placed, seenRule, sift, type Unseen, unseenBy } from './sight.ts';
import type { PdfLibrary } from '../../picture/pdf-library.ts';

/** What one page draws, as far as reading needs it. */
export interface PageContent {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** Upright text; text of a page drawn sideways is turned upright. */
  readonly glyphs: readonly Glyph[];
  /** Text at an angle to the rest: watermarks. */
  readonly tilted: string;
  /** Thin straight lines that are seen. */
  readonly strokes: readonly Box[];
  /** Pictures that may hold words; -1 where the page could not be read. */
  readonly pictures: number;
  /** Filled shapes with curves: letters that are drawn as shapes are such. */
  readonly shapes: number;
  /** Words that nobody sees, or that are struck. */
  readonly unseen: readonly Unseen[];
  /** Words that a picture was laid over. */
  readonly covered: string;
  /** More is painted than was compared with the words. */
  readonly overfull: boolean;
  /** Places where other figures are drawn than the file says. */
  readonly lies: readonly FieldValue[];
  /** Fields whose value is not what is drawn in them. */
  readonly values: readonly FieldValue[];
  /** Characters drawn of which nothing says what they are. */
  readonly unread: number;
}

interface DrawnGlyph {
  readonly unicode: string;
  readonly fontChar: string;
  readonly width: number;
  readonly isSpace: boolean;
}

let shipped: Figures | undefined;
const BOLD_NAME = /bold|black|heavy|(?:semi|demi)(?:bold)?\b|[-,]B(?:d|dIt)?$|w[789]\b/i;
const STROKING_MODES = new Set([1, 2, 5, 6]);
const INVISIBLE_MODES = new Set([3, 7]);

/** Runs a page's drawing operators for their text and straight strokes; nothing is painted and no picture is decoded. */
export async function readPageContent(page: Page, library: PdfLibrary, layers: Layers): Promise<PageContent> {
  const list = await page.getOperatorList({ annotationMode: library.AnnotationMode.ENABLE });
  const viewport = page.getViewport({ scale: 1 });
  const objects = page.commonObjs;
  const { width, height } = viewport;
  const graphics = new Graphics(library, asMatrix(viewport.transform), { width, height }, layers);
  const reading = new ContentReading(library, graphics, (id) => (objects.has(id) ? objects.get(id) : undefined));
  for (let index = 0; index < list.fnArray.length; index++) {
    reading.run(list.fnArray[index] ?? 0, (list.argsArray[index] ?? []) as readonly unknown[]);
  }
  const { placed, ...content } = reading.finish();
  const values = await valuesNotDrawn(page, placed);
  return { number: page.pageNumber, ...content, values };
}

class ContentReading {
  readonly #ops: PdfLibrary['OPS'];
  readonly #objectOf: (id: string) => unknown;
  readonly #graphics: Graphics;
  readonly #glyphs: Placed[] = [];
  #textMatrix: Matrix = [1, 0, 0, 1, 0, 0];
  #x = 0;
  #y = 0;
  #lineX = 0;
  #lineY = 0;
  #unread = 0;
  /** What was found of the figures of each font. */
  readonly #figures = new Map<string, string>();

  constructor(library: PdfLibrary, graphics: Graphics, objectOf: (id: string) => unknown) {
    this.#ops = library.OPS;
    this.#graphics = graphics;
    this.#objectOf = objectOf;
  }

  run(operator: number, args: readonly unknown[]): void {
    const ops = this.#ops;
    const number = (index: number): number => (typeof args[index] === 'number' ? args[index] : 0);
    const { state } = this.#graphics;
    switch (operator) {
      case ops.beginText:
        this.#setTextMatrix([1, 0, 0, 1, 0, 0]);
        break;
      case ops.setTextMatrix:
        this.#setTextMatrix(asMatrix(args[0] as ArrayLike<number>));
        break;
      case ops.setFont:
        state.fontId = String(args[0]);
        state.font = this.#objectOf(state.fontId) as Font | undefined;
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
      default:
        this.#graphics.run(operator, args);
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
    const { font, size, scale, charSpacing, wordSpacing, rise, mode } = this.#graphics.state;
    // Of a font that cannot be loaded pdf.js shows nothing at all.
    if (!font || glyphs.length === 0) this.#unread++;
    if (!font || size === 0) return;
    const matrix = multiply(this.#graphics.state.matrix, this.#textMatrix);
    const unit = size * (font.fontMatrix?.[0] ?? 0.001);
    const height =
      Math.abs(size) *
      Math.hypot(matrix[2], matrix[3]) *
      (font.isType3Font === true ? Math.abs(font.fontMatrix?.[3] ?? 0.001) * 1000 : 1);
    const turn = turnOf(matrix, size);
    const { clip } = this.#graphics.state;
    const colour = this.#graphics.ink(mode % 4 === 1);
    const shown = {
      hidden: this.#graphics.hidden,
      inkless: INVISIBLE_MODES.has(mode),
      size: height,
      clip,
      page: this.#graphics.page,
    };
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
        const figure = this.#figure(glyph);
        const look = { strong, font: font.name, invisible: false, size: height, ...(figure && { drawn: figure }) };
        const [x, y] = apply(matrix, this.#x + (advance * scale) / 2, this.#y + rise + 0.35 * size);
        const by = unseenBy(shown, x, y);
        this.#glyphs.push({
          glyph: { text, ...place, ...look, order: this.#graphics.letter() },
          turn,
          x,
          y,
          by,
          colour,
        });
      }
      const spacing = charSpacing + (glyph.isSpace ? wordSpacing : 0);
      if (font.vertical === true) this.#y -= size + spacing;
      else this.#x += (advance + spacing) * scale;
    }
  }

  /** The figure that is drawn for one that is claimed, where it is another. */
  #figure({ unicode, fontChar }: DrawnGlyph): string | undefined {
    if (!/^[0-9]$/.test(unicode)) return undefined;
    const name = `${this.#graphics.state.fontId}_path_${fontChar}`;
    const known = this.#figures.get(name);
    if (known !== undefined) return known === '' ? undefined : known;
    const outline = this.#objectOf(name) as { readonly path?: ArrayLike<number> } | undefined;
    const shape = outline?.path && shapeOf(outline.path);
    const other = shape && otherFigure(shape, unicode, (shipped ??= figuresFrom(figures)));
    this.#figures.set(name, other ?? '');
    return other;
  }

  finish(): Omit<PageContent, 'number' | 'values'> & { readonly placed: readonly Placed[] } {
    this.#graphics.finish();
    const { painted, page, shapes, rules } = this.#graphics;
    const counts = [0, 0, 0, 0];
    for (const { turn } of this.#glyphs) if (turn !== undefined) counts[turn] = (counts[turn] ?? 0) + 1;
    const upright = counts.indexOf(largest(counts));
    const { seen: placed, unseen, covered } = sift(this.#glyphs, painted, rules, upright, page);
    const glyphs = placed.filter(({ turn }) => turn === upright).map(({ glyph }) => glyph);
    const tilted = placed.filter(({ turn }) => turn !== upright);
    return {
      ...page,
      placed,
      glyphs,
      unseen,
      covered,
      lies: liesIn(glyphs),
      tilted: tilted.map(({ glyph }) => glyph.text).join(''),
      strokes: rules.filter((rule) => seenRule(painted, rule)).map((rule) => turnedBox(rule, upright)),
      pictures: painted.pictures.length,
      shapes,
      overfull: painted.overfull,
      unread: this.#unread,
    };
  }
}

const BESIDE = 6;

/** Where other figures are drawn than the file says, with a little of what stands beside them. */
function liesIn(glyphs: readonly Glyph[]): readonly FieldValue[] {
  const found: FieldValue[] = [];
  for (let at = 0; at < glyphs.length; at++) {
    if (glyphs[at]?.drawn === undefined) continue;
    const from = at;
    while (glyphs[at + 1]?.drawn !== undefined) at++;
    const near = glyphs.slice(Math.max(0, from - BESIDE), at + 1 + BESIDE);
    found.push({
      seen: near.map(({ text, drawn }) => drawn ?? text).join(''),
      read: near.map(({ text }) => text).join(''),
    });
  }
  return found;
}
