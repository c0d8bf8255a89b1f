import type { DefaultTreeAdapterTypes } from 'parse5';
import { attribute } from '../tree.ts';
import { type Declaration, readStyleAttribute, type Rule, SheetReader } from './sheet.ts';
import { longhandValue } from './shorthand.ts';

type Element = DefaultTreeAdapterTypes.Element;

/** Winning values by property; what depends on others is worked out. */
export type Declared = ReadonlyMap<string, string>;
/** The values of a page's own properties (`--name`), inherited. */
export type CustomValues = ReadonlyMap<string, string>;

/** What the cascade says of one element. */
export interface Cascaded {
  readonly declared: Declared;
  readonly custom: CustomValues;
}

const NONE: Declared = new Map();
export const NO_CUSTOM: CustomValues = new Map();
/** Where a `style` attribute stands among layers: behind all of them, and behind what is outside of any. */
const INLINE = 3_000_000;

/** A declaration with what it is ranked by, the weightiest first. */
interface Candidate {
  readonly declaration: Declaration;
  readonly rank: readonly [important: number, layer: number, weight: number, order: number];
}

/** The rules of one tree: a document, or what stands in a shadow root. */
export class Cascade {
  /** A sheet that is not in the file may say more. */
  readonly external: boolean;
  readonly #index = new Map<string, Rule[]>();
  readonly #pseudos = new Set<string>();
  readonly #inline = new Map<string, readonly Declaration[]>();

  constructor(sheets: readonly string[], external = false) {
    const reader = new SheetReader();
    for (const sheet of sheets) reader.read(sheet);
    this.external = external || reader.external;
    for (const rule of reader.rules) {
      const { key, pseudo } = rule.selector;
      const known = this.#index.get(key);
      if (known) known.push(rule);
      else this.#index.set(key, [rule]);
      if (pseudo !== undefined) this.#pseudos.add(pseudo);
    }
  }

  /** What holds for an element, or for what is generated `before` or `after` it. */
  of(element: Element, inherited: CustomValues, pseudo?: string): Cascaded {
    if (pseudo !== undefined && !this.#pseudos.has(pseudo)) return { declared: NONE, custom: inherited };
    const candidates = this.#candidates(element, pseudo);
    if (pseudo === undefined) this.#addInline(element, candidates);
    if (candidates.length === 0) return { declared: NONE, custom: inherited };
    return resolved(candidates, inherited);
  }

  #candidates(element: Element, pseudo: string | undefined): Candidate[] {
    const found: Candidate[] = [];
    if (this.#index.size === 0) return found;
    for (const key of keysOf(element)) {
      for (const { selector, declarations, layer, order } of this.#index.get(key) ?? []) {
        if (selector.pseudo !== pseudo || !selector.fits(element)) continue;
        for (const declaration of declarations) {
          // Among important declarations the order of layers is turned around.
          const [important, layered] = declaration.important ? [1, 2_000_000 - layer] : [0, layer];
          found.push({ declaration, rank: [important, layered, selector.weight, order] });
        }
      }
    }
    return found;
  }

  #addInline(element: Element, candidates: Candidate[]): void {
    const style = attribute(element, 'style');
    if (style === undefined || style.trim() === '') return;
    const known = this.#inline.get(style) ?? readStyleAttribute(style);
    this.#inline.set(style, known);
    known.forEach((declaration, order) => {
      candidates.push({ declaration, rank: [declaration.important ? 1 : 0, INLINE, 0, order] });
    });
  }
}

function* keysOf(element: Element): Generator<string> {
  yield '*';
  yield element.tagName;
  for (const { name, value } of element.attrs) {
    yield `[${name}]`;
    if (name === 'id') yield `#${value}`;
    else if (name === 'class') for (const each of new Set(value.split(/\s+/))) if (each !== '') yield `.${each}`;
  }
}

function resolved(candidates: readonly Candidate[], inherited: CustomValues): Cascaded {
  const winners = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const { property } = candidate.declaration;
    const winner = winners.get(property);
    if (!winner || beats(candidate, winner)) winners.set(property, candidate);
  }
  let custom = inherited;
  for (const [property, { declaration }] of winners) {
    if (!property.startsWith('--')) continue;
    if (custom === inherited) custom = new Map(inherited);
    (custom as Map<string, string>).set(property, declaration.value);
  }
  const declared = new Map<string, string>();
  for (const [property, { declaration }] of winners) {
    if (property.startsWith('--')) continue;
    const { written, value } = declaration;
    const whole = value.includes('var(') ? substituted(value, custom, 0) : value;
    if (whole !== undefined) declared.set(property, longhandValue(written, property, whole));
  }
  return { declared, custom };
}

function beats({ rank }: Candidate, { rank: other }: Candidate): boolean {
  const at = rank.findIndex((value, index) => value !== other[index]);
  return at === -1 || (rank[at] ?? 0) > (other[at] ?? 0);
}

const MOST_STEPS = 16;
const LONGEST_VALUE = 4096;

/** A value with what its variables stand for; undefined where one stands for nothing, or for itself. */
function substituted(value: string, custom: CustomValues, steps: number): string | undefined {
  const at = value.indexOf('var(');
  if (at === -1) return value.trim();
  if (steps > MOST_STEPS || value.length > LONGEST_VALUE) return undefined;
  const end = closing(value, at + 3);
  if (end === -1) return undefined;
  const inner = value.slice(at + 4, end);
  const comma = inner.indexOf(',');
  const name = (comma === -1 ? inner : inner.slice(0, comma)).trim();
  const instead = custom.get(name) ?? (comma === -1 ? undefined : inner.slice(comma + 1).trim());
  if (instead === undefined) return undefined;
  return substituted(`${value.slice(0, at)}${instead}${value.slice(end + 1)}`, custom, steps + 1);
}

function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')' && --depth === 0) return at;
  }
  return -1;
}
