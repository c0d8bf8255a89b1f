import type { Anomaly } from '../model.ts';
import { NumberUse } from './number-use.ts';
import type { ClauseNumber } from './clause-number.ts';
import type { Piece } from './pieces.ts';
import { isHeadingLike } from '../documents/titles.ts';

/** Where a piece stands in the tree. `parent` is an index into the pieces and always smaller than the piece's own. */
export interface Placed {
  readonly parent: number | undefined;
  readonly level: number;
  readonly anomaly?: Anomaly;
}

/** What a piece is to the tree: opens a section, carries a number, or just stands where it is. */
export type Standing = 'root' | 'section' | 'number' | 'bullet' | 'body';

interface Node {
  readonly index: number;
  readonly parent: Node | undefined;
  readonly level: number;
  readonly style: string;
  readonly value: number;
  /** Heading level of the format; 7 where it declares none. */
  readonly declared: number;
  readonly numbered: boolean;
  /** The format says that it is an item of a list. */
  readonly listed: boolean;
}

/** Styles whose single numbers are the first figure of `3.1`. */
const SECTION_STYLES = new Set([
  '第条',
  '一、',
  '1.',
  '1、',
  '1',
  'Article',
  'Section',
  'Clause',
  'Chapter',
  '第章',
  '第节',
  'I.',
  'Ⅰ',
  '⒈',
  'Part',
]);
const CHAPTER_STYLES = new Set(['第编', '第部分', '第篇', '第章', '第节', 'Part', 'Chapter', '附件', 'Annex']);
const ITEM_STYLE = /^(?:\(.*\)|.*\)|[a-zA-Z][.、]|i[.、]|①|⑴|⒜|ⓐ|❶|㈠|㊀|ⅰ|-|.*@\d)$/;
/** Numbers that say by themselves what they stand beneath. */
const PATHS = new Set(['1.1', '1-1', 'A.1', '1.a', '1(a)']);
const INTEGERS = new Set(['1.', '1、', '1', '1)']);
const HIGH = new Set([
  '第编',
  '第部分',
  '第篇',
  '第章',
  '第节',
  '第条',
  'Part',
  'Chapter',
  'Article',
  'Section',
  '一、',
]);
/** What numbers the same level in the other language: 第一条 服务, Article 1 Services. */
const TWINS: Readonly<Record<string, readonly string[]>> = {
  ...{ 第编: ['Part'], 第部分: ['Part'], 第章: ['Chapter', 'Article', 'Part'], 第节: ['Section'] },
  ...{ 第条: ['Article', 'Section', 'Clause'], '一、': ['Article', 'Section', 'I.', '1.'] },
};
const isOtherLanguage = (one: string, other: string): boolean =>
  (TWINS[one]?.includes(other) ?? false) || (TWINS[other]?.includes(one) ?? false);
const UNDECLARED = 7;

/** True for styles that number the items of a list rather than clauses. */
export const isItemStyle = (style: string): boolean => ITEM_STYLE.test(style) && style !== 'I.' && style !== 'A.';

/** Places the pieces of one document in a tree, in document order, and marks what is odd about their numbers. */
export function nest(pieces: readonly Piece[], standings: readonly Standing[]): readonly Placed[] {
  const tree = new Tree(pieces, standings);
  return pieces.map((_, index) => tree.place(index));
}

class Tree {
  readonly #pieces: readonly Piece[];
  readonly #standings: readonly Standing[];
  /** The piece placed last among those that can have others beneath them. */
  #top: Node | undefined;
  /** The deepest clause that can still have others beneath it: text after a list closes the items of the list. */
  #deepest: Node | undefined;
  /** Number path (`3.1`) → the clause that carries it, the last one where there are several. */
  #paths = new Map<string, Node>();
  /** Path without its last figure → the clause placed last with it. */
  readonly #siblings = new Map<string, Node>();
  readonly #allPaths: Map<string, number>;
  readonly #use: NumberUse;
  /** Unnumbered sections whose numbers start again at one in each. */
  readonly #sectioned: boolean;
  readonly #hasArticles: boolean;
  readonly #headedLists = new Set<string>();

  constructor(pieces: readonly Piece[], standings: readonly Standing[]) {
    this.#pieces = pieces;
    this.#standings = standings;
    this.#use = new NumberUse(pieces);
    this.#allPaths = new Map();
    pieces.forEach(({ number }, index) => {
      if (number && number.values.length > 1) this.#allPaths.set(number.values.join('.'), index);
    });
    this.#sectioned = countSectionRestarts(pieces, standings) > 1;
    this.#hasArticles = pieces.some(({ number }) => number?.style === '第条' || number?.style === 'Article');
  }

  place(index: number): Placed {
    const piece = this.#pieces[index];
    const number = piece?.number;
    switch (this.#standings[index]) {
      case 'root':
        this.#top = undefined;
        this.#deepest = undefined;
        if (number && !piece.isTitle)
          this.#open(index, undefined, number.style, number.values[0] ?? 0, UNDECLARED, true);
        return { parent: undefined, level: 1 };
      case 'section':
        return this.#placed(this.#openSection(index, piece?.heading));
      case 'bullet':
        return this.#placed(this.#openBullet(index, piece?.list?.depth ?? 0));
      case 'number':
        return number ? this.#placeNumber(index, number, piece.heading ?? UNDECLARED) : this.#body(index);
      default:
        return this.#body(index);
    }
  }

  #placed(node: Node): Placed {
    return { parent: node.parent?.index, level: node.level };
  }

  #open(
    index: number,
    parent: Node | undefined,
    style: string,
    value: number,
    declared: number,
    numbered: boolean,
  ): Node {
    const listed = this.#pieces[index]?.list !== undefined;
    this.#top = { index, parent, level: (parent?.level ?? 0) + 1, style, value, declared, numbered, listed };
    this.#deepest = this.#top;
    return this.#top;
  }

  /** Unnumbered text belongs to the clause that is open; after the items of a list, to the clause that has the list. */
  #body(index: number): Placed {
    let node = this.#deepest;
    const inList = this.#pieces[index]?.list !== undefined;
    if (node && !this.#heads(node, index) && this.#leadsAnew(node, index)) node = node.parent;
    if (this.#leadsHigh(index)) while (node && !HIGH.has(node.style)) node = node.parent;
    while (node && (isItemStyle(node.style) || (node.listed && !inList)) && !this.#headsBody(node, index))
      node = node.parent;
    this.#deepest = node;
    return { parent: node?.index, level: (node?.level ?? 0) + 1 };
  }

  /** A heading right above the text. */
  #heads(node: Node, index: number): boolean {
    if (node.declared < UNDECLARED) return true;
    return node.index === index - 1 && isHeadingLike(this.#pieces[node.index]?.text ?? '');
  }

  /** `乙方的权利：` between the items of one list and a second list that starts again at one. */
  #leadsAnew(node: Node, index: number): boolean {
    const next = this.#pieces[index + 1]?.number;
    const leads = /[：:]$/.test(this.#pieces[index]?.text ?? '') && node.numbered;
    return leads && next?.style === node.style && next.values.length === 1 && next.values[0] === 1;
  }

  /** `双方达成协议如下：` after the recitals, before the first of the articles. */
  #leadsHigh(index: number): boolean {
    const next = this.#pieces[index + 1]?.number;
    const leads = /[：:]$/.test(this.#pieces[index]?.text ?? '');
    return leads && next !== undefined && HIGH.has(next.style) && next.values[0] === 1;
  }

  /** `（一）` with a label, and text beneath it: so do the other items of this list. */
  #headsBody(node: Node, index: number): boolean {
    const text = this.#pieces[node.index]?.text ?? '';
    if (!node.numbered || !isHeadingLike(text)) return false;
    const list = `${node.parent?.index ?? ''}|${node.style}`;
    if (node.index === index - 1 && (node.value === 1 || node.style === '(一)')) this.#headedLists.add(list);
    return this.#headedLists.has(list);
  }

  #openSection(index: number, declared = UNDECLARED): Node {
    let parent = this.#deepest;
    if (declared < UNDECLARED) while (parent && parent.declared >= declared) parent = parent.parent;
    else if (this.#sectioned || this.#paths.size === 0)
      while (parent && (parent.numbered || parent.declared === UNDECLARED)) parent = parent.parent;
    else while (parent && !this.#canHead(parent)) parent = parent.parent;
    return this.#open(index, parent, '', 0, declared, false);
  }

  /** A label without number stands in a numbered section, not beneath a sentence or the item of a list. */
  #canHead(node: Node): boolean {
    if (!node.numbered) return node.declared < UNDECLARED;
    return !isItemStyle(node.style) && isHeadingLike(this.#pieces[node.index]?.text ?? '');
  }

  #openBullet(index: number, depth: number): Node {
    let parent = this.#deepest;
    while (parent && parent.style === '-' && parent.value >= depth) parent = parent.parent;
    return this.#open(index, parent, '-', depth, UNDECLARED, false);
  }

  #placeNumber(index: number, number: ClauseNumber, declared: number): Placed {
    const path = number.values.join('.');
    const parent =
      number.values.length > 1 ? this.#parentOfPath(number.values) : this.#parentOfSingle(index, number, declared);
    const value = number.values.at(-1) ?? 0;
    const anomaly = this.#anomaly(index, number, parent);
    const node = this.#open(index, parent, number.style, value, declared, true);
    if (number.values.length > 1) {
      this.#paths.set(path, node);
      this.#siblings.set(number.values.slice(0, -1).join('.'), node);
    }
    if (number.values.length === 1 && this.#isSection(number.style, parent)) this.#paths.set(path, node);
    return { ...this.#placed(node), ...(anomaly && { anomaly }) };
  }

  #anomaly(index: number, number: ClauseNumber, parent: Node | undefined): Anomaly | undefined {
    const nested = parent?.numbered === true && !CHAPTER_STYLES.has(parent.style);
    const odd = this.#use.take(index, number, parent?.index, nested);
    const prefix = number.values.slice(0, -1).join('.');
    const comes = prefix.includes('.') && !this.#paths.has(prefix) ? this.#allPaths.get(prefix) : undefined;
    if ((comes !== undefined && comes > index) || this.#isAstray(number.values, parent)) return 'misplaced';
    return odd;
  }

  /** `7.5` in clause 3: the section it stands in has a number, and another one. */
  #isAstray(values: readonly number[], parent: Node | undefined): boolean {
    if (values.length < 2 || !parent?.numbered || !this.#isSection(parent.style, parent.parent)) return false;
    return parent.value !== values[0] && this.#paths.get(String(parent.value)) === parent;
  }

  #isSection(style: string, parent: Node | undefined): boolean {
    if (!SECTION_STYLES.has(style) || (this.#hasArticles && CHAPTER_STYLES.has(style))) return false;
    for (let node = parent; node; node = node.parent)
      if (node.numbered && !CHAPTER_STYLES.has(node.style)) return false;
    return true;
  }

  /** By its own digits: the open clause that carries the longest part of the path; else the section it stands in. */
  #parentOfPath(values: readonly number[]): Node | undefined {
    for (let length = values.length - 1; length > 0; length -= 1) {
      const node = this.#paths.get(values.slice(0, length).join('.'));
      if (node && this.#isOpen(node)) return node;
    }
    const sibling = this.#siblings.get(values.slice(0, -1).join('.'));
    if (sibling && this.#isOpen(sibling.parent)) return sibling.parent;
    let node = this.#deepest;
    while (node && (PATHS.has(node.style) || isItemStyle(node.style))) node = node.parent;
    return node;
  }

  /** A tree in document order: only the clause placed last and those above it can have more beneath them. */
  #isOpen(wanted: Node | undefined): boolean {
    if (!wanted) return true;
    for (let node = this.#deepest; node; node = node.parent) if (node === wanted) return true;
    return false;
  }

  #parentOfSingle(index: number, number: ClauseNumber, declared: number): Node | undefined {
    const value = number.values[0] ?? 0;
    const same: Node[] = [];
    for (let node = this.#top; node; node = node.parent) {
      if (!this.#isOpen(node.parent)) continue;
      if (node.style === number.style) same.push(node);
      else if (same.length === 0 && this.#isTwin(node, index, number)) return node.parent;
      else if (same.length === 0 && this.#counts(node, number, declared)) return node.parent;
    }
    // `## 5.` after four items of section `## 4.` goes on the sections, not the items.
    const alike = same.filter((node) => node.declared === declared);
    const before =
      alike.find((node) => node.value === value - 1) ??
      same.find((node) => node.value === value - 1) ??
      (value === 1 && same.length < 2 && !this.#isRepeated(same[0])
        ? undefined
        : (same.find((node) => node.value < value) ?? same[0]));
    if (before) return before.parent;
    return same.length > 0 ? this.#deepest : this.#parentOfNewList(number, declared, value);
  }

  /** `3、` after `2.`: the same list, marked otherwise; a heading does not go on the list of a section before it. */
  #counts(node: Node, number: ClauseNumber, declared: number): boolean {
    const value = number.values[0] ?? 0;
    if (value < 2 || node.value !== value - 1) return false;
    if (declared < UNDECLARED && node.declared === UNDECLARED) return false;
    return INTEGERS.has(node.style) && INTEGERS.has(number.style);
  }

  /** The same article in the other language, or the next one after it. */
  #isTwin(node: Node, index: number, number: ClauseNumber): boolean {
    const value = number.values[0] ?? 0;
    if (!isOtherLanguage(node.style, number.style) || (node.value !== value && node.value !== value - 1)) return false;
    const chinese = (at: number): boolean => /\p{Script=Han}/u.test(this.#pieces[at]?.text ?? '');
    return chinese(node.index) !== chinese(index);
  }

  /** Number one directly after number one is the same number again, unless the first one announces a list. */
  #isRepeated(node: Node | undefined): boolean {
    if (!node || node !== this.#top || node.value !== 1) return false;
    const text = this.#pieces[node.index]?.text ?? '';
    return node.listed || !(/[:：]$/.test(text) || isHeadingLike(text));
  }

  /** A style that is not open: beneath what is open, unless it is the document's own numbering coming after a section or a list. */
  #parentOfNewList(number: ClauseNumber, declared: number, value: number): Node | undefined {
    let node = this.#deepest;
    if (HIGH.has(number.style))
      while (node && ((node.numbered && !HIGH.has(node.style)) || node.style === '-')) node = node.parent;
    while (node && declared < UNDECLARED && node.declared >= declared) node = node.parent;
    const continues = this.#use.last(number.style) === (value === 1 ? undefined : value - 1);
    const own = (SECTION_STYLES.has(number.style) || CHAPTER_STYLES.has(number.style)) && continues && !this.#sectioned;
    while (own && node && !node.numbered && node.declared >= UNDECLARED) node = node.parent;
    return node;
  }
}

/** How many unnumbered sections are followed by a number one of the style that comes first. */
function countSectionRestarts(pieces: readonly Piece[], standings: readonly Standing[]): number {
  let style: string | undefined;
  let afterSection = false;
  let restarts = 0;
  pieces.forEach(({ number }, index) => {
    if (standings[index] === 'section') afterSection = true;
    if (standings[index] !== 'number' || !number || number.values.length > 1) return;
    style ??= number.style;
    if (number.style === style && number.values[0] === 1 && afterSection) restarts += 1;
    afterSection = false;
  });
  return restarts;
}
