import type { DefaultTreeAdapterTypes } from 'parse5';
import type { Run } from '../runs.ts';
import { type Cascade, type CustomValues, type Declared, NO_CUSTOM } from './cascade/cascade.ts';
import { type Colour, colourOf, fontSizeOf, over, pixelsOf } from './cascade/values.ts';
import { attribute } from './tree.ts';
import { goneBy, type HiddenBy, type Sight, unseenBy } from './visible.ts';

type Element = DefaultTreeAdapterTypes.Element;

/** How the text at one place looks; what is inherited is handed down. */
export interface Look extends Sight {
  readonly strong: boolean;
  readonly underline: boolean;
  readonly preserved: boolean;
  readonly block: boolean;
  readonly listStyle?: string;
  readonly struck: boolean;
  readonly direction?: Run['direction'];
  readonly custom: CustomValues;
  /** Styling that hides is not followed: nothing in it is gone or unseen. */
  readonly bare?: boolean;
  /** Why nobody sees the element and what is in it. */
  readonly gone?: HiddenBy;
  /** Why nobody sees its words, though words of an element in it may be seen. */
  readonly unseen?: HiddenBy;
}

const WHITE: Colour = [255, 255, 255, 1];
const BLACK: Colour = [0, 0, 0, 1];

/** What a page looks like before any rule. */
export const PLAIN_LOOK: Look = {
  strong: false,
  underline: false,
  preserved: false,
  block: false,
  struck: false,
  visible: true,
  opacity: 1,
  fontSize: 16,
  indent: 0,
  colour: BLACK,
  behind: WHITE,
  custom: NO_CUSTOM,
  declared: new Map(),
};

const STRONG = new Set(['b', 'strong', 'th']);
const HEADING = /^h[1-6]$/;
const UNDERLINED = new Set(['u', 'ins']);
const STRUCK = new Set(['del', 's', 'strike']);
const PRESERVED = new Set(['pre', 'xmp', 'listing', 'plaintext', 'textarea']);
const BLOCK_DISPLAY = /^(?:block|flex|grid|list-item|flow-root|table|-webkit-box)$/;

/** What an element looks like inside of another. `weaker`: what a shadow root says of it. */
export function lookOf(element: Element, outer: Look, cascade: Cascade, weaker: Declared): Look {
  const { declared, custom } = cascade.of(element, outer.custom);
  const all = weaker.size === 0 ? declared : new Map([...weaker, ...declared]);
  return lookBy(element, outer, hinted(element, all), custom, cascade.external);
}

/** Drawings say by attributes what elsewhere only styling says. */
const HINTS = ['display', 'visibility', 'opacity', 'font-size', 'fill'];

function hinted(element: Element, declared: Declared): Declared {
  if (!String(element.namespaceURI).endsWith('svg')) return declared;
  const hints = HINTS.flatMap((name) => {
    const value = attribute(element, name)?.toLowerCase();
    if (value === undefined) return [];
    const property = name === 'fill' ? 'color' : name;
    const number = name === 'font-size' && /^[\d.]+$/.test(value);
    return [[property, value === 'none' && name === 'fill' ? 'transparent' : number ? `${value}px` : value] as const];
  });
  // What is drawn stands on what was drawn before, which nobody here looks at.
  return new Map([...hints, ['background-image', 'url()'], ...declared]);
}

/** What stands generated before or after an element. */
export function pseudoLook(element: Element, own: Look, cascade: Cascade, name: 'before' | 'after'): Look | undefined {
  const { declared, custom } = cascade.of(element, own.custom, name);
  return declared.has('content') ? lookBy(undefined, own, declared, custom, cascade.external) : undefined;
}

function lookBy(
  element: Element | undefined,
  outer: Look,
  declared: Declared,
  custom: CustomValues,
  external: boolean,
): Look {
  const tag = element?.tagName ?? '';
  const fontSize = fontSizeOf(declared.get('font-size'), outer.fontSize);
  const { gone: _gone, unseen: _unseen, ...handed } = outer;
  const own: Look = {
    ...handed,
    ...fonts(tag, outer, declared),
    ...decoration(tag, outer, declared),
    ...directed(element, outer, declared),
    ...colours(element, outer, declared, external),
    block: BLOCK_DISPLAY.test(declared.get('display') ?? ''),
    visible: outer.bare === true || visibility(declared.get('visibility'), outer.visible),
    opacity: outer.opacity * opacityOf(declared),
    fontSize,
    indent: pixelsOf(declared.get('text-indent'), fontSize) ?? outer.indent,
    custom,
    declared,
  };
  if (own.bare === true) return own;
  const gone = goneBy(element, own);
  const unseen = gone ?? unseenBy(own);
  return { ...own, ...(gone && { gone }), ...(unseen && { unseen }) };
}

function fonts(tag: string, outer: Look, declared: Declared): Pick<Look, 'strong' | 'preserved' | 'listStyle'> {
  const weight = declared.get('font-weight');
  const heavy = weight === undefined ? undefined : isHeavy(weight);
  const space = declared.get('white-space');
  const list = declared.get('list-style-type') ?? outer.listStyle;
  return {
    strong: heavy ?? (HEADING.test(tag) ? false : STRONG.has(tag) || outer.strong),
    preserved:
      space === undefined || space === 'inherit'
        ? PRESERVED.has(tag) || outer.preserved
        : /^(?:pre|pre-wrap|pre-line|break-spaces)$/.test(space),
    ...(list === undefined ? {} : { listStyle: list }),
  };
}

/** Whether a weight of a font is bold; undefined where it does not say. */
export function isHeavy(weight: string): boolean | undefined {
  if (/^(?:bold|bolder)$/.test(weight) || Number(weight) >= 600) return true;
  return /^(?:normal|lighter|initial)$/.test(weight) || Number(weight) < 600 ? false : undefined;
}

function decoration(tag: string, outer: Look, declared: Declared): Pick<Look, 'underline' | 'struck'> {
  const line = declared.get('text-decoration-line');
  const none = line !== undefined && /^(?:none|initial|unset)\b/.test(line);
  const underlined = line?.includes('underline') === true || (line === undefined && UNDERLINED.has(tag));
  // A line through the words of an outer element goes through the words of all that is in it.
  const struck = line === undefined ? STRUCK.has(tag) : line.includes('line-through');
  return { underline: underlined || (outer.underline && !none), struck: outer.struck || struck };
}

function directed(element: Element | undefined, outer: Look, declared: Declared): Pick<Look, 'direction'> {
  const dir = element && attribute(element, 'dir')?.toLowerCase();
  const way = declared.get('direction') ?? (dir === 'rtl' || dir === 'ltr' ? dir : undefined);
  const mode = declared.get('unicode-bidi') ?? (element?.tagName === 'bdo' ? 'bidi-override' : undefined);
  const before = outer.direction?.startsWith('rtl') === true ? 'rtl' : 'ltr';
  if (mode?.includes('override') === true)
    return { direction: `${way === 'rtl' || way === 'ltr' ? way : before}-override` };
  if (way === 'rtl') return { direction: 'rtl' };
  return way === 'ltr' && outer.direction !== undefined ? { direction: 'ltr' } : {};
}

function colours(
  element: Element | undefined,
  outer: Look,
  declared: Declared,
  external: boolean,
): Pick<Look, 'colour' | 'behind'> {
  const hint = (name: string): string | undefined => element && attribute(element, name)?.toLowerCase();
  const fore = declared.get('-webkit-text-fill-color') ?? declared.get('color') ?? foreHint(element);
  const back = declared.get('background-color') ?? hint('bgcolor');
  const picture = declared.get('background-image');
  // A sheet that is not here may say what stands behind an element that has a name for it.
  const unknown = external && element !== undefined && (hint('class') !== undefined || hint('id') !== undefined);
  const colour = foreOf(fore, outer.colour);
  const drawn = picture !== undefined && picture !== 'none';
  const laid = drawn ? undefined : behind(back, outer.behind, unknown);
  if (declared.get('background-clip')?.includes('text') !== true) return { colour, behind: laid };
  // What is laid there fills nothing but the letters: it is seen where they are transparent.
  const filled = colour && colour[3] < 1 ? laid && over(colour, laid) : colour;
  return { colour: filled, behind: unknown ? undefined : outer.behind };
}

/** What HTML's own attributes say of the letters' colour. */
function foreHint(element: Element | undefined): string | undefined {
  const name = element?.tagName === 'font' ? 'color' : element?.tagName === 'body' ? 'text' : undefined;
  return element && name && attribute(element, name)?.toLowerCase();
}

function foreOf(value: string | undefined, outer: Colour | undefined): Colour | undefined {
  if (value === undefined || /^(?:inherit|currentcolor|unset)$/.test(value)) return outer;
  return value === 'initial' ? BLACK : colourOf(value);
}

function behind(back: string | undefined, outer: Colour | undefined, unknown: boolean): Colour | undefined {
  if (back === undefined || /^(?:initial|unset|inherit|currentcolor)$/.test(back)) return unknown ? undefined : outer;
  const colour = colourOf(back);
  if (!colour) return undefined;
  if (colour[3] === 1) return colour;
  if (colour[3] === 0) return unknown ? undefined : outer;
  return outer && over(colour, outer);
}

function visibility(value: string | undefined, outer: boolean): boolean {
  if (value === 'hidden' || value === 'collapse') return false;
  return value === 'visible' || value === 'initial' ? true : outer;
}

function opacityOf(declared: Declared): number {
  const value = declared.get('opacity');
  const own = value === undefined ? 1 : value.endsWith('%') ? Number(value.slice(0, -1)) / 100 : Number(value);
  const filter = /\bopacity\(([\d.]+)(%?)\)/.exec(declared.get('filter') ?? '');
  const filtered = filter ? Number(filter[1]) / (filter[2] === '%' ? 100 : 1) : 1;
  return (Number.isNaN(own) ? 1 : Math.min(1, Math.max(0, own))) * filtered;
}
