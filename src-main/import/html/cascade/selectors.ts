import { compile } from 'css-select';
import { parse, type Selector, SelectorType } from 'css-what';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { attribute, isElement } from '../tree.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** One selector of a rule. */
export interface ReadSelector {
  /** By what the element itself is found: `#id`, `.class`, `[name]`, a tag's name, `*`. */
  readonly key: string;
  /** `before`, `after`, `slotted`, `host`; absent: the element itself. */
  readonly pseudo?: string;
  /** Ids, classes and tags as one number. */
  readonly weight: number;
  readonly fits: (element: Element) => boolean;
}

/** What selectors count as children: what a shadow root holds is none of them. */
const childrenOf = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : []);

const ADAPTER = {
  isTag: isElement,
  getAttributeValue: attribute,
  getChildren: childrenOf,
  getName: (element: Element): string => element.tagName,
  getParent: (node: Element): Node | null => node.parentNode,
  getSiblings: (node: Node): Node[] => {
    const parent = 'parentNode' in node ? node.parentNode : null;
    return parent ? childrenOf(parent) : [node];
  },
  getText: (): string => '',
  hasAttrib: (element: Element, name: string): boolean => attribute(element, name) !== undefined,
  removeSubsets: (nodes: Node[]): Node[] => nodes,
};

/** States that no saved page is in: nobody points at it, and no link of it was followed. */
const NEVER = (
  'hover focus focus-within focus-visible active visited target target-within fullscreen popover-open modal user-invalid user-valid ' +
  'autofill playing paused seeking buffering stalled muted volume-locked picture-in-picture local-link -webkit-autofill'
).split(' ');
const pseudos: Record<string, (element: Element, value?: string | null) => boolean> = {
  'nth-child': (element, value) => counts(value, placesOf(element).child),
  'nth-last-child': (element, value) => counts(value, placesOf(element).lastChild),
  'nth-of-type': (element, value) => counts(value, placesOf(element).ofType),
  'nth-last-of-type': (element, value) => counts(value, placesOf(element).lastOfType),
  ...Object.fromEntries(NEVER.map((name) => [name, () => false])),
  defined: () => true,
  'any-link': (element) => element.tagName === 'a' && attribute(element, 'href') !== undefined,
  link: (element) => element.tagName === 'a' && attribute(element, 'href') !== undefined,
  open: (element) => attribute(element, 'open') !== undefined,
};
interface Places {
  child: number;
  lastChild: number;
  ofType: number;
  lastOfType: number;
}

/** Counted once for all children of an element: css-select's own counting goes through them for each. */
const places = new WeakMap<Element, Places>();

function placesOf(element: Element): Places {
  const known = places.get(element);
  if (known) return known;
  const siblings = ADAPTER.getSiblings(element).filter(isElement);
  const types = new Map<string, number>();
  siblings.forEach((sibling, at) => {
    const ofType = (types.get(sibling.tagName) ?? 0) + 1;
    types.set(sibling.tagName, ofType);
    places.set(sibling, { child: at + 1, lastChild: siblings.length - at, ofType, lastOfType: 0 });
  });
  for (const sibling of siblings) {
    const own = places.get(sibling);
    if (own) own.lastOfType = (types.get(sibling.tagName) ?? 0) - own.ofType + 1;
  }
  return places.get(element) ?? { child: 1, lastChild: 1, ofType: 1, lastOfType: 1 };
}

/** Whether a place is one of `2n + 1`, `odd`, `-n + 3`, `4`. */
function counts(formula: string | null | undefined, place: number): boolean {
  const text = (formula ?? '').toLowerCase().replace(/\s+/g, '');
  const known = text === 'odd' ? '2n+1' : text === 'even' ? '2n' : text;
  const [, step, offset = '0'] = /^([+-]?\d*)n([+-]\d+)?$/.exec(known) ?? [];
  if (step === undefined) return Number(known) === place;
  const every = /\d/.test(step) ? Number(step) : step === '-' ? -1 : 1;
  const rest = place - Number(offset);
  return every === 0 ? rest === 0 : rest % every === 0 && rest / every >= 0;
}

/** States that only jQuery knows: a browser drops the rule. */
const NO_CSS = new Set([
  'contains',
  'icontains',
  'parent',
  'header',
  'button',
  'input',
  'text',
  'image',
  'file',
  'selected',
]);

/** The selectors of a rule's prelude; one that is no CSS makes all of them none, as in a browser. */
export function readSelectors(prelude: string): readonly ReadSelector[] {
  let parsed: Selector[][];
  try {
    parsed = parse(prelude);
  } catch {
    return [];
  }
  const read = parsed.map(readSelector);
  return read.some((selector) => selector === undefined) ? [] : read.flatMap((selector) => selector ?? []);
}

function readSelector(tokens: Selector[]): ReadSelector | undefined {
  if (tokens.some((token) => token.type === SelectorType.Pseudo && NO_CSS.has(token.name))) return undefined;
  const weight = weightOf(tokens);
  const element = [...tokens];
  let pseudo: string | undefined;
  const last = element.at(-1);
  if (last?.type === SelectorType.PseudoElement) {
    pseudo = last.name;
    element.pop();
    if (pseudo === 'slotted' && last.data !== null) element.splice(0, element.length, ...(parse(last.data)[0] ?? []));
  }
  const [first] = element;
  if (first?.type === SelectorType.Pseudo && (first.name === 'host' || first.name === 'host-context')) {
    if (element.length > 1) element.splice(0, 2);
    else {
      pseudo = 'host';
      element.pop();
    }
  }
  if (element.length === 0) element.push({ type: SelectorType.Universal, namespace: null });
  return { key: keyOf(element), ...(pseudo === undefined ? {} : { pseudo }), weight, fits: lazily(element) };
}

/** Compiled when it is first tried: most rules of a page are about nothing in it. */
function lazily(tokens: Selector[]): (element: Element) => boolean {
  let compiled: ((element: Element) => boolean) | undefined;
  return (element) => {
    try {
      compiled ??= compile<Node, Element>([tokens], { adapter: ADAPTER, pseudos, relativeSelector: false });
      return compiled(element);
    } catch {
      compiled = () => false;
      return false;
    }
  };
}

const COMBINATORS: ReadonlySet<string> = new Set([
  SelectorType.Adjacent,
  SelectorType.Child,
  SelectorType.Descendant,
  SelectorType.Sibling,
  SelectorType.ColumnCombinator,
]);

function keyOf(tokens: readonly Selector[]): string {
  const own = tokens.slice(tokens.findLastIndex(({ type }) => COMBINATORS.has(type)) + 1);
  const keys = own.flatMap((token): readonly string[] => {
    if (token.type === SelectorType.Tag) return [token.name.toLowerCase()];
    if (token.type !== SelectorType.Attribute) return [];
    if (token.name === 'id' && String(token.action) === 'equals') return [`#${token.value}`];
    if (token.name === 'class' && String(token.action) === 'element') return [`.${token.value}`];
    return [`[${token.name}]`];
  });
  const rank = (key: string): number => '#.['.indexOf(key[0] ?? '') + 1 || 4;
  return keys.toSorted((one, other) => rank(one) - rank(other))[0] ?? '*';
}

const ID = 1_000_000;
const CLASS = 1000;

function weightOf(tokens: readonly Selector[]): number {
  return tokens.reduce((sum, token) => sum + tokenWeight(token), 0);
}

function tokenWeight(token: Selector): number {
  switch (token.type) {
    case SelectorType.Attribute:
      return token.name === 'id' && String(token.action) === 'equals' ? ID : CLASS;
    case SelectorType.Tag:
    case SelectorType.PseudoElement:
      return 1;
    case SelectorType.Pseudo:
      if (!Array.isArray(token.data)) return CLASS;
      return token.name === 'where' ? 0 : Math.max(0, ...token.data.map(weightOf));
    default:
      return 0;
  }
}
