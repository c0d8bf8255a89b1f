import type { CssNode } from 'css-tree';
import parse from 'css-tree/parser';
import { mediaFits } from './media.ts';
import { type ReadSelector, readSelectors } from './selectors.ts';
import { longhandsOf } from './shorthand.ts';

/** One longhand as a rule or a `style` attribute sets it. */
export interface Declaration {
  readonly property: string;
  /** The property as it was written: its value may be that of a shorthand. */
  readonly written: string;
  readonly value: string;
  readonly important: boolean;
}

/** What a rule says of the elements that one of its selectors fits. */
export interface Rule {
  readonly selector: ReadSelector;
  readonly declarations: readonly Declaration[];
  /** Rules outside of any layer come after all layers. */
  readonly layer: number;
  readonly order: number;
}

const MOST_RULES = 50_000;
const OUTSIDE_LAYERS = 1_000_000;
/** Rules nested deeper, and selectors that nesting makes longer, are left out: each level may double what stands above it. */
const DEEPEST = 32;
const LONGEST_NESTED = 4096;

/** What stands around a block of rules. */
interface Around {
  /** The selector of the rule it stands in. */
  readonly parent?: string;
  readonly layer: number;
  readonly depth: number;
}

/** Collects the rules of one tree's sheets that concern what a person sees of its words. */
export class SheetReader {
  readonly rules: Rule[] = [];
  /** A sheet that is not in the file says more about the page. */
  external = false;
  readonly #layers = new Map<string, number>();
  #layerCount = 0;

  read(css: string): void {
    const sheet = parse(css, {
      parseValue: false,
      parseRulePrelude: false,
      parseAtrulePrelude: false,
      parseCustomProperty: false,
    });
    this.#block(sheet, { layer: OUTSIDE_LAYERS, depth: 0 });
  }

  #block(node: CssNode, around: Around): void {
    if (around.depth > DEEPEST || !('children' in node) || !node.children) return;
    for (const child of node.children) {
      if (child.type === 'Rule') this.#rule(child.prelude, child.block, around);
      else if (child.type === 'Atrule') this.#atRule(child, around);
    }
  }

  #rule(prelude: CssNode, block: CssNode, { parent, layer, depth }: Around): void {
    if (this.rules.length >= MOST_RULES) return;
    const written = asWritten(prelude);
    const selector = parent === undefined ? written : nested(written, parent);
    if (selector === undefined) return;
    this.#add(selector, declarationsIn(block), layer);
    this.#block(block, { parent: selector, layer, depth: depth + 1 });
  }

  #add(selector: string, declarations: readonly Declaration[], layer: number): void {
    if (declarations.length === 0) return;
    for (const each of readSelectors(selector))
      this.rules.push({ selector: each, declarations, layer, order: this.rules.length });
  }

  #atRule(rule: CssNode & { readonly type: 'Atrule' }, { parent, layer, depth }: Around): void {
    const prelude = rule.prelude ? asWritten(rule.prelude) : '';
    const name = rule.name.toLowerCase();
    if (name === 'import') this.external = true;
    if (name === 'layer' && !rule.block) for (const each of prelude.split(',')) this.#layer(each.trim());
    if (!rule.block || !this.#applies(name, prelude)) return;
    const own = name === 'layer' ? this.#layer(prelude) : layer;
    if (parent !== undefined) this.#add(parent, declarationsIn(rule.block), own);
    this.#block(rule.block, { ...(parent !== undefined && { parent }), layer: own, depth: depth + 1 });
  }

  #applies(name: string, prelude: string): boolean {
    if (name === 'media') return mediaFits(prelude);
    if (name === 'supports') return !/^not\b/i.test(prelude);
    return name === 'layer' || name === 'scope';
  }

  #layer(name: string): number {
    const known = this.#layers.get(name);
    if (known !== undefined) return known;
    const own = this.#layerCount++;
    // A layer without a name is never the same as another.
    if (name !== '') this.#layers.set(name, own);
    return own;
  }
}

/** Preludes and values are kept as they are written. */
const asWritten = (node: CssNode): string => (node.type === 'Raw' ? node.value.trim() : '');

/** A selector in another; undefined where that is too long to be followed. */
function nested(selector: string, parent: string): string | undefined {
  const parts = selector.split('&');
  if (selector.length + Math.max(1, parts.length - 1) * (parent.length + ':is()'.length) > LONGEST_NESTED)
    return undefined;
  return parts.length > 1 ? parts.join(`:is(${parent})`) : `:is(${parent}) ${selector}`;
}

function declarationsIn(block: CssNode): readonly Declaration[] {
  if (!('children' in block) || !block.children) return [];
  const found: Declaration[] = [];
  for (const child of block.children) {
    if (child.type !== 'Declaration') continue;
    const written = child.property.startsWith('--') ? child.property : child.property.toLowerCase();
    const properties = longhandsOf(written);
    if (properties.length === 0) continue;
    const raw = asWritten(child.value).replace(/\s+/g, ' ');
    const value =
      written === 'content' || written.startsWith('--') || written === 'list-style-type' ? raw : raw.toLowerCase();
    for (const property of properties) found.push({ property, written, value, important: child.important !== false });
  }
  return found;
}

/** The declarations of a `style` attribute. */
export function readStyleAttribute(style: string): readonly Declaration[] {
  return declarationsIn(parse(style, { context: 'declarationList', parseValue: false, parseCustomProperty: false }));
}
