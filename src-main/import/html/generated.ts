import type { DefaultTreeAdapterTypes } from 'parse5';
import { ordinal } from '../ordinals.ts';
import type { Declared } from './cascade/cascade.ts';
import { STYLES } from './list.ts';
import { attribute } from './tree.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

/** What styling puts before or after an element. */
export interface Generated {
  readonly text: string;
  /** Nothing but numbers that are counted, and marks around them. */
  readonly counted: boolean;
  readonly picture: boolean;
}

interface Counter {
  readonly scope: Node | null;
  value: number;
}

/** The counters of a page, as its styling sets, raises and shows them. */
export class Counters {
  readonly #open = new Map<string, Counter[]>();

  /** To be called when an element, or what is generated beside it, begins. */
  enter(declared: Declared, scope: Node | null): void {
    for (const [name, value] of pairsIn(declared.get('counter-reset'), 0)) {
      const open = (this.#open.get(name) ?? []).filter((counter) => counter.scope !== scope);
      this.#open.set(name, [...open, { scope, value }]);
    }
    for (const [name, value] of pairsIn(declared.get('counter-increment'), 1)) this.#own(name, scope).value += value;
    for (const [name, value] of pairsIn(declared.get('counter-set'), 0)) this.#own(name, scope).value = value;
  }

  /** To be called when an element ends: counters that began in it end too. */
  leave(element: Node): void {
    for (const [name, counters] of this.#open) {
      const kept = counters.filter(({ scope }) => scope !== element);
      if (kept.length !== counters.length) this.#open.set(name, kept);
    }
  }

  #own(name: string, scope: Node | null): Counter {
    const counters = this.#open.get(name) ?? [];
    const last = counters.at(-1);
    if (last) return last;
    const counter = { scope, value: 0 };
    this.#open.set(name, [counter]);
    return counter;
  }

  /** What `content` shows; undefined where it shows nothing. */
  show(content: string, element: Element): Generated | undefined {
    if (/^(?:none|normal|initial|unset|inherit)?$/i.test(content.trim())) return undefined;
    let [text, written, counted, picture] = ['', '', false, false];
    for (const [, quoted, single, name, inside = '', word] of content.matchAll(PIECES)) {
      const string = quoted ?? single;
      if (string !== undefined) {
        text += unescaped(string);
        written += unescaped(string);
      } else if (name === 'counter' || name === 'counters') {
        text += this.#count(name, inside);
        counted = true;
      } else if (name === 'attr') {
        const value = attribute(element, inside.split(/[\s,]/)[0]?.toLowerCase() ?? '') ?? '';
        text += value;
        written += value;
      } else if (name === 'url' || name?.includes('gradient') === true || name === 'image-set') picture = true;
      else if (word === 'open-quote') text += '“';
      else if (word === 'close-quote') text += '”';
      else if (word === '/') break;
    }
    return { text, counted: counted && !/\p{L}/u.test(written.replace(/[第条章节款项]/gu, '')), picture };
  }

  #count(name: string, inside: string): string {
    const parts = inside.split(',').map((part) => part.trim());
    const counters = this.#open.get(parts[0] ?? '') ?? [];
    const style = parts[name === 'counter' ? 1 : 2] ?? 'decimal';
    if (style === 'none') return '';
    const shown = (value: number): string => ordinal(value, STYLES[style] ?? 'decimal');
    if (name === 'counter') return shown(counters.at(-1)?.value ?? 0);
    const between = unescaped((parts[1] ?? '').replace(/^["']|["']$/g, ''));
    return counters.length === 0 ? shown(0) : counters.map(({ value }) => shown(value)).join(between);
  }
}

const PIECES =
  /"((?:\\[^]|[^"\\])*)"|'((?:\\[^]|[^'\\])*)'|([a-z-]+)\(((?:[^()"']|"[^"]*"|'[^']*'|\([^()]*\))*)\)|([a-z-]+|\/)/gi;

/** Names with their numbers, as counters are named. */
function pairsIn(value: string | undefined, usual: number): readonly (readonly [string, number])[] {
  if (value === undefined || /^(?:none|initial|unset|inherit)$/.test(value)) return [];
  const words = value.split(/\s+/).filter((word) => word !== '');
  return words.flatMap((word, at) => {
    if (/^[+-]?\d/.test(word)) return [];
    const next = Number(words[at + 1]);
    return [[word, Number.isInteger(next) ? next : usual] as const];
  });
}

/** A string of CSS with what its escapes stand for. */
function unescaped(text: string): string {
  return text.replace(
    /\\(?:([\da-f]{1,6})\s?|\r\n|\n|([^]))/gi,
    (_, hex: string | undefined, char: string | undefined) => {
      if (hex === undefined) return char ?? '';
      const code = Number.parseInt(hex, 16);
      return code === 0 || code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
    },
  );
}

/** Whether words are generated, or a bullet, an arrow, the glyph of an icon. */
export const saysSomething = (text: string): boolean => /[\p{L}\p{N}\p{Sc}%‰]/u.test(text.replace(/\p{Co}/gu, ''));
