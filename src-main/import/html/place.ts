import type { DefaultTreeAdapterTypes } from 'parse5';
import { Cascade, NO_CUSTOM } from './cascade/cascade.ts';
import { type Look, lookOf } from './look.ts';
import { attribute, isElement, isSilent, isText, nodesWithin, styleSheets } from './tree.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Where in the page the walk is; inherited downwards. */
export interface Place {
  readonly look: Look;
  readonly heading?: number;
  readonly inMain: boolean;
  /** The rules of the tree in which it is. */
  readonly cascade: Cascade;
  /** In a shadow root: the element it belongs to, and the place of what is slotted into it. */
  readonly host?: { readonly element: Element; readonly place: Place };
  /** Slotted: the rules of the shadow root, which may speak of it too. */
  readonly slottedBy?: Cascade;
  readonly drawing?: boolean;
}

/** What the walk does next: enter a node, or end what an element began. */
export type Step = { readonly node: Node; readonly place: Place } | { readonly leave: () => void };

/** The rules that a tree brings along. */
export function cascadeOf(root: Node): Cascade {
  const { sheets, external } = styleSheets(root);
  return new Cascade(sheets, external);
}

/** The place inside an element. `within`: the rules of its shadow root. */
export function insideOf(element: Element, outer: Place, mains: ReadonlySet<Node>, within?: Cascade): Place {
  const tag = element.tagName;
  const level = /^h([1-6])$/.exec(tag)?.[1];
  const others = [
    within?.of(element, NO_CUSTOM, 'host').declared,
    outer.slottedBy?.of(element, NO_CUSTOM, 'slotted').declared,
  ].flatMap((declared) => (declared ? [...declared] : []));
  const { slottedBy: _, ...handed } = outer;
  return {
    ...handed,
    look: lookOf(element, outer.look, outer.cascade, new Map(others)),
    inMain: outer.inMain || mains.has(element) || tag === 'main' || tag === 'article',
    ...(level === undefined ? {} : { heading: Number(level) }),
    ...(tag === 'svg' ? { drawing: true } : tag === 'text' || tag === 'foreignobject' ? { drawing: false } : {}),
  };
}

/** A look that is not hidden. */
export const withoutGone = ({ gone: _, ...look }: Look): Look => look;

/** What an element with a shadow root holds for a slot of a name. */
export const slottedInto = (host: Element, name: string): readonly Node[] =>
  host.childNodes.filter((child) => {
    if (isElement(child)) return child.tagName !== 'template' && (attribute(child, 'slot') ?? '') === name;
    return name === '' && isText(child) && child.value.trim() !== '';
  });

/** What an element with a shadow root holds, but no slot shows. */
export function unslotted(host: Element, shadow: Element): readonly Node[] {
  const names = new Set<string>();
  for (const node of nodesWithin(shadow))
    if (isElement(node) && node.tagName === 'slot') names.add(attribute(node, 'name') ?? '');
  const shown = new Set([...names].flatMap((name) => slottedInto(host, name)));
  return host.childNodes.filter(
    (child) => child !== shadow && !shown.has(child) && (isText(child) || (isElement(child) && !isSilent(child))),
  );
}

/** Nodes to be walked next, in their order. */
export function descend(children: readonly Node[], place: Place, steps: Step[]): void {
  for (let index = children.length - 1; index >= 0; index--) {
    const child = children[index];
    if (child) steps.push({ node: child, place });
  }
}
