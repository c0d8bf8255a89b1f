import type { DefaultTreeAdapterTypes } from 'parse5';
import type { MarkedLine } from '../../agreement/model.ts';
import { attribute, isElement } from './tree.ts';
import { ordinal, type OrdinalStyle } from '../ordinals.ts';

type Element = DefaultTreeAdapterTypes.Element;

/** A list that is open while its items are read. */
export interface ListState {
  readonly ordered: boolean;
  readonly type: string | undefined;
  readonly step: number;
  next: number;
}

const TYPES: Readonly<Record<string, OrdinalStyle>> = {
  '1': 'decimal',
  a: 'lower-letter',
  A: 'upper-letter',
  i: 'lower-roman',
  I: 'upper-roman',
};
/** Styles of list markers and counters, by their names in CSS. */
export const STYLES: Readonly<Record<string, OrdinalStyle>> = {
  decimal: 'decimal',
  'decimal-leading-zero': 'decimal-zero',
  'lower-alpha': 'lower-letter',
  'lower-latin': 'lower-letter',
  'upper-alpha': 'upper-letter',
  'upper-latin': 'upper-letter',
  'lower-roman': 'lower-roman',
  'upper-roman': 'upper-roman',
  'cjk-decimal': 'chinese-digits',
  'cjk-ideographic': 'chinese',
  'trad-chinese-informal': 'chinese',
  'simp-chinese-informal': 'chinese',
  'simp-chinese-formal': 'chinese-formal',
  'cjk-heavenly-stem': 'heavenly-stem',
  'cjk-earthly-branch': 'earthly-branch',
};
const CHINESE_STYLES = /^(?:chinese|heavenly|earthly)/;

function integer(text: string | undefined): number | undefined {
  const value = Number.parseInt(text ?? '', 10);
  return Number.isSafeInteger(value) ? value : undefined;
}

/** Starts counting as the list says: `start`, or `reversed` from the number of its items. */
export function startList(element: Element): ListState {
  const ordered = element.tagName === 'ol';
  const reversed = attribute(element, 'reversed') !== undefined;
  const items = (): number => element.childNodes.filter((child) => isElement(child) && child.tagName === 'li').length;
  const next = integer(attribute(element, 'start')) ?? (reversed ? items() : 1);
  return { ordered, type: attribute(element, 'type'), step: reversed ? -1 : 1, next };
}

/**
 * The marker a browser shows before an item. None where a style takes it away: then the item's words carry their own number.
 * @param listStyle inherited `list-style` or `list-style-type`
 */
export function itemMarker(
  item: Element,
  lists: readonly ListState[],
  listStyle: string | undefined,
): NonNullable<MarkedLine['list']> | undefined {
  const list = lists.at(-1);
  const depth = Math.max(0, lists.length - 1);
  const words = (listStyle ?? '').split(/\s+/);
  const value = list ? (integer(attribute(item, 'value')) ?? list.next) : 0;
  if (list) list.next = value + list.step;
  if (words.includes('none')) return undefined;
  const named = words.find((word) => STYLES[word] !== undefined);
  const type = attribute(item, 'type') ?? list?.type;
  const style = named === undefined ? (type === undefined ? undefined : TYPES[type]) : STYLES[named];
  if (!list?.ordered && style === undefined) return { ordered: false, marker: '-', depth };
  if (words.some((word) => /^(?:disc|circle|square)$/.test(word))) return { ordered: false, marker: '-', depth };
  const shown = style ?? 'decimal';
  return { ordered: true, marker: `${ordinal(value, shown)}${CHINESE_STYLES.test(shown) ? '、' : '.'}`, depth };
}
