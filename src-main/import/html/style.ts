import type { DefaultTreeAdapterTypes } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;

/** What of a look matters to the reading. Absent: as inherited. */
export interface Look {
  strong?: boolean;
  underline?: boolean;
  hidden?: boolean;
  preserved?: boolean;
  block?: boolean;
  listStyle?: string;
}

interface Rule {
  /** Compound selectors from the outermost to the element itself. */
  readonly chain: readonly string[];
  readonly weight: number;
  readonly look: Look;
}

/** Rules of a page's `<style>` elements, by the class, id or tag of the element they end at. */
export type StyleRules = ReadonlyMap<string, readonly Rule[]>;

const BLOCKS = /([^{}]+)\{([^{}]*)\}/g;
const RELEVANT = /font|text-decoration|display|visibility|white-space|list-style/i;
/** Selectors with attributes, states or sibling marks are beyond a reading; most of them are about pointers and menus. */
const SIMPLE = /^[\w\-.# \t>*\u0080-\uffff]+$/;
const MOST_RULES = 5000;
/** Ancestors that a selector is tried on; pages nest a few dozen deep. */
const HIGHEST_ANCESTOR = 256;

/** Reads the declarations of one rule or one `style` attribute. */
export function readLook(declarations: string): Look {
  const look: Look = {};
  for (const declaration of declarations.split(';')) {
    const colon = declaration.indexOf(':');
    if (colon === -1) continue;
    const name = declaration.slice(0, colon).trim().toLowerCase();
    const value = declaration
      .slice(colon + 1)
      .replace(/!important/i, '')
      .trim()
      .toLowerCase();
    setLook(look, name, value);
  }
  return look;
}

function setLook(look: Look, name: string, value: string): void {
  if (name === 'font-weight') {
    if (/^(?:bold|bolder)$/.test(value) || Number(value) >= 600) look.strong = true;
    else if (/^(?:normal|lighter|initial)$/.test(value) || Number(value) < 600) look.strong = false;
  } else if (name === 'font' && /\b(?:bold|bolder|[6-9]00)\b/.test(value)) look.strong = true;
  else if (name === 'text-decoration' || name === 'text-decoration-line') {
    if (value.includes('underline')) look.underline = true;
    else if (value.startsWith('none')) look.underline = false;
  } else if (name === 'display') {
    look.hidden = value === 'none';
    if (/^(?:block|flex|grid|list-item|flow-root)$/.test(value)) look.block = true;
  } else if (name === 'visibility') look.hidden = value === 'hidden' || value === 'collapse';
  else if (name === 'white-space') look.preserved = /^(?:pre|pre-wrap|pre-line|break-spaces)$/.test(value);
  else if (name === 'list-style-type' || name === 'list-style') look.listStyle = value;
}

/** Collects the rules of style sheets that concern a reading; media other than the screen are left out. */
export function readStyleRules(sheets: readonly string[]): StyleRules {
  const rules = new Map<string, Rule[]>();
  let count = 0;
  for (const sheet of sheets) {
    const plain = screenOnly(sheet.replace(/\/\*[^]*?\*\/|<!--|-->/g, ''));
    for (const [, selectors = '', declarations = ''] of plain.matchAll(BLOCKS)) {
      if (!RELEVANT.test(declarations)) continue;
      const look = readLook(declarations);
      if (Object.keys(look).length === 0) continue;
      for (const selector of selectors.split(',')) {
        if (count >= MOST_RULES) return rules;
        const rule = readRule(selector.trim(), look, count);
        if (!rule) continue;
        count++;
        const key = keyOf(rule.chain.at(-1) ?? '');
        rules.set(key, [...(rules.get(key) ?? []), rule]);
      }
    }
  }
  return rules;
}

/** Takes the blocks of other media out and opens those for the screen. */
function screenOnly(sheet: string): string {
  return sheet
    .replace(/@(?:charset|import|namespace)[^;{]*;/gi, '')
    .replace(/@media[^{]*\bprint\b[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/gi, '')
    .replace(/@(?:font-face|page|keyframes|-webkit-keyframes)[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/gi, '')
    .replace(/@(?:media|supports|layer)[^{;]*\{/gi, '');
}

function readRule(selector: string, look: Look, order: number): Rule | undefined {
  if (selector === '' || !SIMPLE.test(selector)) return undefined;
  const chain = selector.split(/\s*>\s*|\s+/).filter((part) => part !== '');
  const ids = selector.split('#').length - 1;
  const classes = selector.split('.').length - 1;
  return { chain, weight: ids * 1e8 + classes * 1e6 + order, look };
}

function keyOf(compound: string): string {
  return /#[^.#]+/.exec(compound)?.[0] ?? /\.[^.#]+/.exec(compound)?.[0] ?? compound.toLowerCase();
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((candidate) => candidate.name === name)?.value;
}

/** The look that rules and attributes give an element; `ancestors` from the outermost. */
export function lookOf(element: Element, ancestors: readonly Element[], rules: StyleRules): Look {
  const look: Look = {};
  if (rules.size > 0) {
    const names = (attribute(element, 'class') ?? '').split(/\s+/).filter((name) => name !== '');
    const id = attribute(element, 'id');
    const keys = ['*', element.tagName, ...names.map((name) => `.${name}`), ...(id === undefined ? [] : [`#${id}`])];
    const fitting = keys
      .flatMap((key) => rules.get(key) ?? [])
      .filter((rule) => chainFits(rule.chain, element, ancestors));
    for (const rule of fitting.sort((a, b) => a.weight - b.weight)) Object.assign(look, rule.look);
  }
  const inline = attribute(element, 'style');
  if (inline !== undefined) Object.assign(look, readLook(inline));
  return look;
}

function chainFits(chain: readonly string[], element: Element, ancestors: readonly Element[]): boolean {
  if (!compoundFits(chain.at(-1) ?? '', element)) return false;
  let at = ancestors.length - 1;
  const farthest = Math.max(0, ancestors.length - HIGHEST_ANCESTOR);
  for (const compound of chain.slice(0, -1).reverse()) {
    while (at >= farthest && !compoundFits(compound, ancestors[at])) at--;
    if (at < farthest) return false;
    at--;
  }
  return true;
}

function compoundFits(compound: string, element: Element | undefined): boolean {
  if (!element) return false;
  const names = (attribute(element, 'class') ?? '').split(/\s+/);
  return (compound.match(/[.#]?[^.#]+/g) ?? []).every((part) => {
    if (part.startsWith('.')) return names.includes(part.slice(1));
    if (part.startsWith('#')) return attribute(element, 'id') === part.slice(1);
    return part === '*' || part.toLowerCase() === element.tagName;
  });
}
