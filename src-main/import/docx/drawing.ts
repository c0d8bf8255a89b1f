import { isFaint } from '../faint.ts';
import { type Colour, over, pixelsOf } from '../html/cascade/values.ts';
import type { DocxColours } from './colours.ts';
import { type Ground, PAPER, SMALLEST, type UnseenBy } from './visible.ts';
import { child, chosen, elements, type XmlElement } from './xml.ts';

/** What a drawing, an old-style picture or an embedded object holds. */
export interface Drawing {
  readonly unseen: UnseenBy | undefined;
  /** Text boxes, each with what stands behind its words. */
  readonly boxes: readonly { readonly content: XmlElement; readonly ground: Ground }[];
  /** Words that are drawn as a shape, paragraph by paragraph. */
  readonly words: readonly string[];
  readonly pictures: number;
  /** It is too small to hold words. */
  readonly icon: boolean;
  readonly caption: string | undefined;
  readonly diagrams: readonly string[];
  readonly charts: readonly string[];
  readonly objects: number;
  /** A filled shape that stands in front of the text without letting it flow around. */
  readonly covers: boolean;
  /** A picture or a filled shape that lies behind the text. */
  readonly behind: boolean;
}

const EMU = 12_700;
const ICON = 48;
const FILLS = new Set(['a:solidFill', 'a:gradFill', 'a:blipFill', 'a:pattFill', 'a:grpFill']);
/** Points: what lies farther out is on no page. */
const FAR_OUT = 1600;

/** Goes through a drawing once. `outer`: the ground on which it stands. */
export function readDrawing(drawing: XmlElement, colours: DocxColours, outer: Ground): Drawing {
  const found = {
    boxes: [] as { content: XmlElement; fill: Colour | 'none' | undefined }[],
    words: [] as string[],
    diagrams: [] as string[],
    charts: [] as string[],
    pictures: 0,
    objects: 0,
    caption: undefined as string | undefined,
    filled: false,
    unseen: undefined as UnseenBy | undefined,
  };
  const visit = (element: XmlElement, fill: Colour | undefined | 'none'): void => {
    switch (element.name) {
      case 'mc:AlternateContent':
        return below(chosen(element), fill);
      case 'w:txbxContent':
        found.boxes.push({ content: element, fill });
        return;
      case 'a:p':
        return void found.words.push(plainText(element));
      case 'v:textpath':
        return void found.words.push(element.attributes.get('string') ?? '');
      case 'pic:pic':
      case 'v:imagedata':
        found.pictures++;
        return;
      case 'o:OLEObject':
        found.objects++;
        return;
      case 'dgm:relIds':
        return void found.diagrams.push(element.attributes.get('r:dm') ?? '');
      case 'c:chart':
      case 'cx:chart':
        return void found.charts.push(element.attributes.get('r:id') ?? '');
      case 'wp:docPr':
        found.caption ??= element.attributes.get('descr');
        if (/^(?:1|true|on)$/.test(element.attributes.get('hidden') ?? '')) found.unseen = 'shape-hidden';
        return;
    }
    found.unseen ??= hiddenShape(element);
    const own = fillOf(element, colours);
    if (isFilled(element, own)) found.filled = true;
    below(element, own ?? fill);
  };
  const below = (parent: XmlElement, fill: Colour | undefined | 'none'): void => {
    for (const element of elements(parent)) visit(element, fill);
  };
  below(drawing, undefined);
  const { filled, unseen, boxes, ...kept } = found;
  const painted = filled || found.pictures > 0;
  // What lies under a box that is see-through may be another shape of the drawing.
  const under = painted ? undefined : outer.colour;
  const groundFor = (fill: Colour | 'none' | undefined): Ground => {
    if (fill === 'none') return { ...outer, colour: under, drawn: painted || outer.drawn };
    const colour = fill && fill[3] < 1 ? outer.colour && over(fill, outer.colour) : fill;
    return { colour, unseen: outer.unseen };
  };
  const [width, height] = sizeOf(drawing);
  return {
    ...kept,
    boxes: boxes.map(({ content, fill }) => ({ content, ground: groundFor(fill) })),
    words: found.words.filter((words) => words.trim() !== ''),
    unseen:
      outer.unseen ?? unseen ?? placedAway(drawing) ?? (width < SMALLEST || height < SMALLEST ? 'no-size' : undefined),
    icon: width <= ICON && height <= ICON,
    covers: filled && isInFront(drawing),
    behind: painted && isBehind(drawing),
  };
}

/** The words of a diagram or a chart, entry by entry. */
export function drawnWords(part: XmlElement): readonly string[] {
  if (part.name === 'a:p') return [plainText(part)];
  if (part.name === 'c:v' || part.name === 'cx:pt') return [plainText(part)];
  return elements(part).flatMap(drawnWords);
}

function plainText(element: XmlElement): string {
  return element.children
    .map((part) => (typeof part === 'string' ? part : part.name === 'a:br' ? ' ' : plainText(part)))
    .join('')
    .trim();
}

/** What fills a shape: a colour, nothing, or undefined where it does not say. */
function fillOf(element: XmlElement, colours: DocxColours): Colour | 'none' | undefined {
  if (element.name === 'wps:wsp') {
    const properties = child(element, 'wps:spPr');
    if (child(properties, 'a:noFill')) return 'none';
    return colours.fill(child(properties, 'a:solidFill'));
  }
  if (!/^v:(?:shape|rect|roundrect|oval)$/.test(element.name)) return undefined;
  const filled = element.attributes.get('filled') ?? '';
  if (/^(?:f|false)$/.test(filled)) return 'none';
  const colour = (element.attributes.get('fillcolor') ?? '').replace(/\s.*$/, '');
  return colour === '' || colour === 'white' ? PAPER.colour : colours.fill(asFill(colour));
}

/** Whether a shape hides what is under it, whatever its colour. */
function isFilled(element: XmlElement, fill: Colour | 'none' | undefined): boolean {
  // Letters drawn as a shape are filled, not the place they stand in.
  if (fill === 'none' || child(element, 'v:textpath')) return false;
  if (fill) return !isFaint(fill[3]);
  if (element.name !== 'wps:wsp') return false;
  if (elements(child(element, 'wps:spPr')).some(({ name }) => FILLS.has(name))) return true;
  return (child(element, 'wps:style', 'a:fillRef')?.attributes.get('idx') ?? '0') !== '0';
}

const asFill = (colour: string): XmlElement => ({
  name: 'a:solidFill',
  attributes: new Map(),
  children: [{ name: 'a:srgbClr', attributes: new Map([['val', colour.replace('#', '')]]), children: [] }],
});

function hiddenShape(element: XmlElement): UnseenBy | undefined {
  const style = element.name.startsWith('v:') ? (element.attributes.get('style') ?? '') : '';
  if (/visibility:\s*hidden|display:\s*none/i.test(style)) return 'shape-hidden';
  const far = [...style.matchAll(/margin-(?:left|top):([^;]+)/gi)].some(
    ([, value = '']) => Math.abs(pixelsOf(value.trim(), 16) ?? 0) * 0.75 > FAR_OUT,
  );
  return far ? 'position' : undefined;
}

/** Width and height in points; without end where they are not told. */
function sizeOf(drawing: XmlElement): readonly [width: number, height: number] {
  const extent = elements(drawing).map((placed) => child(placed, 'wp:extent')?.attributes)[0];
  const style = elements(drawing)
    .map(({ attributes }) => attributes.get('style') ?? '')
    .join(';');
  const side = (name: string, key: 'cx' | 'cy'): number => {
    const emu = extent?.get(key);
    if (emu !== undefined) return Number(emu) / EMU;
    const value = new RegExp(`(?:^|;)\\s*${name}:([^;]+)`, 'i').exec(style)?.[1];
    const pixels = value === undefined ? undefined : pixelsOf(value.trim(), 16);
    return pixels === undefined ? Infinity : pixels * 0.75;
  };
  return [side('width', 'cx'), side('height', 'cy')];
}

function placedAway(drawing: XmlElement): UnseenBy | undefined {
  const anchor = child(drawing, 'wp:anchor');
  const away = ['wp:positionH', 'wp:positionV'].some((name) => {
    const offset = child(anchor, name, 'wp:posOffset');
    return offset !== undefined && Math.abs(Number(plainText(offset))) / EMU > FAR_OUT;
  });
  if (away) return 'position';
  return /^(?:1|true)$/.test(anchor?.attributes.get('hidden') ?? '') ? 'shape-hidden' : undefined;
}

function isInFront(drawing: XmlElement): boolean {
  const anchor = child(drawing, 'wp:anchor');
  return child(anchor, 'wp:wrapNone') !== undefined && !/^(?:1|true)$/.test(anchor?.attributes.get('behindDoc') ?? '');
}

function isBehind(drawing: XmlElement): boolean {
  if (/^(?:1|true)$/.test(child(drawing, 'wp:anchor')?.attributes.get('behindDoc') ?? '')) return true;
  return elements(drawing).some(({ attributes }) => /z-index:\s*-/i.test(attributes.get('style') ?? ''));
}
