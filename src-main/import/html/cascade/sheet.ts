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

/** Collects the rules of one tree's sheets that concern what a person sees of its words. */
export class SheetReader {
  readonly rules: Rule[] = [];
  /** A sheet that is not in the file says more about the page. */
  external = false;
  readonly #layers = new Map<string, number>();

  read(css: string): void {
    const sheet = parse(css, {
      parseValue: false,
      parseRulePrelude: false,
      parseAtrulePrelude: false,
      parseCustomProperty: false,
    });
    this.#block(sheet, undefined, OUTSIDE_LAYERS);
  }

  #block(node: CssNode, parent: string | undefined, layer: number): void {
    if (!('children' in node) || !node.children) return;
    for (const child of node.children) {
      if (child.type === 'Rule') this.#rule(child.prelude, child.block, parent, layer);
      else if (child.type === 'Atrule') this.#atRule(child, parent, layer);
    }
  }

  #rule(prelude: CssNode, block: CssNode, parent: string | undefined, layer: number): void {
    if (this.rules.length >= MOST_RULES) return;
    const written = asWritten(prelude);
    const selector = parent === undefined ? written : nested(written, parent);
    this.#add(selector, declarationsIn(block), layer);
    this.#block(block, selector, layer);
  }

  #add(selector: string, declarations: readonly Declaration[], layer: number): void {
    if (declarations.length === 0) return;
    for (const each of readSelectors(selector))
      this.rules.push({ selector: each, declarations, layer, order: this.rules.length });
  }

  #atRule(rule: CssNode & { readonly type: 'Atrule' }, parent: string | undefined, layer: number): void {
    const prelude = rule.prelude ? asWritten(rule.prelude) : '';
    const name = rule.name.toLowerCase();
    if (name === 'import') this.external = true;
    if (name === 'layer' && !rule.block) for (const each of prelude.split(',')) this.#layer(each.trim());
    if (!rule.block || !this.#applies(name, prelude)) return;
    const own = name === 'layer' ? this.#layer(prelude) : layer;
    if (parent !== undefined) this.#add(parent, declarationsIn(rule.block), own);
    this.#block(rule.block, parent, own);
  }

  #applies(name: string, prelude: string): boolean {
    if (name === 'media') return mediaFits(prelude);
    if (name === 'supports') return !/^not\b/i.test(prelude);
    return name === 'layer' || name === 'scope';
  }

  #layer(name: string): number {
    const known = this.#layers.get(name);
    if (known !== undefined && name !== '') return known;
    this.#layers.set(name, this.#layers.size);
    return this.#layers.size - 1;
  }
}

/** Preludes and values are kept as they are written. */
const asWritten = (node: CssNode): string => (node.type === 'Raw' ? node.value.trim() : '');

const nested = (selector: string, parent: string): string =>
  selector.includes('&') ? selector.replaceAll('&', `:is(${parent})`) : `:is(${parent}) ${selector}`;

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
