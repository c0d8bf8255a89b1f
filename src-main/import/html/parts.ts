import type { DefaultTreeAdapterTypes } from 'parse5';
import { BLANK } from '../runs.ts';
import { pixelsOf } from './cascade/values.ts';
import type { Look } from './look.ts';
import { attribute, isElement, textWithin } from './tree.ts';

type Element = DefaultTreeAdapterTypes.Element;

/** What a field shows. `control`: a button's words; `value`: what is filled in; `mark`: a box, ticked or not. */
export interface Field {
  readonly text: string;
  readonly kind: 'control' | 'value' | 'mark';
}

/** What a field of a form shows; an empty text is a place to fill in. */
export function fieldOf(element: Element): Field {
  if (element.tagName === 'select') {
    const options = element.childNodes.filter(isElement);
    const chosen = options.find((option) => attribute(option, 'selected') !== undefined);
    return { text: chosen ? textWithin(chosen) : BLANK, kind: chosen ? 'value' : 'mark' };
  }
  if (element.tagName === 'textarea') return { text: textWithin(element), kind: 'value' };
  const type = (attribute(element, 'type') ?? 'text').toLowerCase();
  const value = attribute(element, 'value')?.trim() ?? '';
  if (/^(?:hidden|submit|button|reset|image|search|file|range|color)$/.test(type))
    return { text: type === 'hidden' ? '' : value, kind: 'control' };
  if (type === 'checkbox' || type === 'radio')
    return { text: attribute(element, 'checked') === undefined ? '☐' : '☑', kind: 'mark' };
  return { text: type === 'password' ? '' : value, kind: 'value' };
}

/** What an element that draws something of its own holds. */
export interface Frame {
  /** A page that stands in this file. */
  readonly page?: string;
  /** Where it comes from; absent: nothing is drawn. */
  readonly source?: string;
  readonly hidden: boolean;
}

const LEAST_SIZE = 3;

/** What a frame shows, as far as it stands in the page. */
export function frameOf(element: Element): Frame {
  const hidden = ['width', 'height'].some((name) => Number(attribute(element, name) ?? LEAST_SIZE + 1) <= LEAST_SIZE);
  const page = element.tagName === 'iframe' ? attribute(element, 'srcdoc') : undefined;
  if (page !== undefined) return { page, hidden };
  const source = attribute(element, 'src') ?? attribute(element, 'data') ?? '';
  return source === '' || /^(?:about:|javascript:)/i.test(source) ? { hidden } : { source, hidden };
}

/** CSS pixels: nothing that small on both sides holds words that bind, and no line of letters is lower than the least. */
const ICON_SIZE = 64;
const LEAST_LETTERS = 6;

const LAZY = /^(?:srcset|data-(?:.*-)?(?:src|srcset|original|url|image|img|lazy))$/;

/** Whether a picture is too small, or too empty, to hold words. */
export function isIcon(element: Element, look: Look): boolean {
  const sizes = ['width', 'height'].map(
    (name) => pixelsOf(look.declared.get(name) ?? `${attribute(element, name) ?? 'none'}px`, look.fontSize) ?? Infinity,
  );
  if (sizes.every((size) => size <= ICON_SIZE) || sizes.some((size) => size < LEAST_LETTERS)) return true;
  // Styling that hides letters hides no picture, unless it hides all that is in an element.
  if (!look.visible) return true;
  // A dot that a script puts the real picture in the place of stands for that picture.
  const names = element.attrs.map(({ name }) => name);
  return (
    (attribute(element, 'src') ?? 'x').startsWith('data:image/gif;base64,R0lGODlhAQAB') &&
    !names.some((name) => LAZY.test(name))
  );
}

const DRAWN = new Set('svg g a text tspan textpath switch foreignobject image'.split(' '));

/** Whether a part of a drawing shows words by itself; the rest draws lines, or is drawn elsewhere. */
export const isDrawnHere = (element: Element): boolean => DRAWN.has(element.tagName.toLowerCase());
