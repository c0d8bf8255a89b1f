import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { MarkedLine, MarkedText, ReadingNote } from '../../agreement/model.ts';
import { sentence } from '../../agreement/sentence.ts';
import {
  ancestorsOf,
  childrenOf,
  CONTROLS,
  type Extent,
  isChrome,
  isElement,
  isText,
  mainParts,
  measure,
  SILENT,
} from './chrome.ts';
import { itemMarker, type ListState, startList } from './list.ts';
import { attribute, type Look, lookOf, readStyleRules, type StyleRules } from './style.ts';
import { type GridRow, readGrid } from './table.ts';
import { joinLines, styleSheets, textWithin, verbatim } from './text.ts';
import { givenTitle } from '../given-title.ts';
import { SeenCharacters } from '../characters/seen.ts';
import { bodyOf } from '../body-coverage.ts';
import { LeftOut } from '../left-out.ts';
import { note } from '../note.ts';
import { BLANK, rowOf, type Run, type Words, wordsOf } from '../runs.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search section summary table tbody ' +
    'td tfoot th thead tr ul xmp listing plaintext'
  ).split(' '),
);
const STRONG = new Set(['b', 'strong', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const UNDERLINED = new Set(['u', 'ins']);
const PRESERVED = new Set(['pre', 'xmp', 'listing', 'plaintext']);

/** How the text at one place looks, inherited downwards. */
interface Style {
  readonly strong: boolean;
  readonly underline: boolean;
  readonly preserved: boolean;
  readonly heading?: number;
  readonly inMain: boolean;
  readonly listStyle?: string;
}

type Step = { readonly node: Node; readonly style: Style } | { readonly leave: () => void };

/**
 * A saved page as marked lines: one line per block of text or line break, lists with the markers a browser shows, tables as rows.
 * Scripts never run. What is left out (navigation, hidden text, pictures) is counted in notes.
 * @param text the decoded page
 * @param encoding name shown to the person
 */
export function readHtml(text: string, encoding: string): MarkedText {
  return new PageReading(parse(text, { scriptingEnabled: false })).read(encoding);
}

/** The words of the page's `title`. */
const titlesIn = (head: Element): readonly string[] =>
  childrenOf(head).flatMap((node) => (isElement(node) && node.tagName === 'title' ? [textWithin(node)] : []));

/** Walks one page in document order with its own stack: a page nested a hundred thousand deep costs memory, not the call stack. */
class PageReading {
  readonly #root: Node;
  readonly #extents: ReadonlyMap<Node, Extent>;
  readonly #mains: ReadonlySet<Node>;
  readonly #aboveMain: ReadonlySet<Node>;
  readonly #rules: StyleRules;
  readonly #total: number;
  readonly #lines: MarkedLine[] = [];
  readonly #left = new LeftOut(() => this.#lines.length);
  readonly #characters = new SeenCharacters(this.#left.doubts);
  readonly #ancestors: Element[] = [];
  readonly #lists: ListState[] = [];
  #runs: Run[] = [];
  #marker: NonNullable<MarkedLine['list']> | undefined;
  #heading: number | undefined;
  #tables = 0;
  #broken = false;
  /** Words of the page's `title`: its name, not a part of the text. */
  readonly #titles: string[] = [];
  #counters = false;

  constructor(root: Node) {
    this.#root = root;
    this.#extents = measure(root);
    this.#mains = mainParts(root, this.#extents);
    this.#aboveMain = ancestorsOf(this.#mains);
    this.#total = this.#extents.get(root)?.chars ?? 0;
    const sheets = styleSheets(root);
    this.#counters = sheets.some((sheet) => /counter(?:s)?\s*\(|counter-increment/.test(sheet));
    this.#rules = readStyleRules(sheets);
  }

  read(encoding: string): MarkedText {
    const steps: Step[] = [
      { node: this.#root, style: { strong: false, underline: false, preserved: false, inMain: false } },
    ];
    for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
      if ('leave' in step) step.leave();
      else this.#enter(step.node, step.style, steps);
    }
    this.#flush(true);
    const title = givenTitle(this.#titles);
    return {
      format: 'html',
      encoding,
      lines: this.#lines,
      ...(title !== undefined && { title }),
      notes: this.#notes(),
      coverage: [bodyOf(this.#lines), ...this.#left.coverage()],
      suspicions: this.#left.doubts.all,
    };
  }

  #notes(): readonly ReadingNote[] {
    const notes = [...this.#left.notes(), ...this.#characters.finish()];
    if (this.#counters) {
      notes.push(note('css-counters', sentence('import.html.css-counters')));
    }
    return notes;
  }

  #enter(node: Node, style: Style, steps: Step[]): void {
    if (isText(node)) this.#text(node.value, style);
    else if (!isElement(node)) this.#descend(node, style, steps);
    else this.#element(node, style, steps);
  }

  #text(value: string, style: Style): void {
    const { strong, underline } = style;
    if (!style.preserved) {
      this.#runs.push({ text: value, strong, underline });
      return;
    }
    value.split(/\r\n?|\n/).forEach((part, index) => {
      if (index > 0) this.#flush(false, true);
      if (part !== '') this.#runs.push({ text: part, strong, underline });
    });
  }

  #descend(node: Node, style: Style, steps: Step[]): void {
    const children = childrenOf(node);
    for (let index = children.length - 1; index >= 0; index--) {
      const child = children[index];
      if (child) steps.push({ node: child, style });
    }
  }

  #element(element: Element, outer: Style, steps: Step[]): void {
    const tag = element.tagName;
    if (tag === 'head') this.#titles.push(...titlesIn(element));
    if (SILENT.has(tag)) return;
    const look = lookOf(element, this.#ancestors, this.#rules);
    if (this.#leaveOut(element, outer, look)) return;
    if (tag === 'br') return this.#flush(false, outer.preserved);
    if (tag === 'img') return this.#left.picture(attribute(element, 'alt'));
    if (tag === 'input' || tag === 'textarea' || tag === 'select') return this.#field(element, outer);
    const block = BLOCKS.has(tag) || look.block === true;
    if (block) this.#flush(true);
    if (tag === 'table') {
      const grid = readGrid(element);
      if (grid) return this.#table(element, grid, outer);
    }
    const style = this.#inherit(element, outer, look);
    const undo = this.#startBlock(element, style);
    this.#ancestors.push(element);
    steps.push({
      leave: () => {
        if (block) this.#flush(true, style.preserved);
        this.#ancestors.pop();
        undo();
      },
    });
    this.#descend(element, style, steps);
  }

  /** True if the element's text does not go into the lines; it is counted instead. */
  #leaveOut(element: Element, style: Style, look: Look): boolean {
    const tag = element.tagName;
    const words = (): string => textWithin(element);
    if (look.hidden === true || attribute(element, 'hidden') !== undefined)
      return this.#left.add('hidden-text', words());
    if (CONTROLS.has(tag)) return this.#left.add('page-chrome', words());
    if (tag === 'rt' || tag === 'rp' || tag === 'rtc') return this.#left.add('ruby', tag === 'rp' ? '' : words());
    if (tag === 'del') return this.#left.add('deleted-text', words());
    if (isChrome(element, style.inMain, this.#extents, this.#total)) return this.#left.add('page-chrome', words());
    if (this.#mains.size === 0 || style.inMain || this.#mains.has(element)) return false;
    if (element.tagName === 'h1' || element.tagName === 'body' || element.tagName === 'html') return false;
    return !this.#holdsMain(element) && this.#left.add('page-chrome', words());
  }

  /** Outside of the main text only what leads to it, and titles, are walked. */
  #holdsMain(element: Element): boolean {
    return this.#extents.get(element)?.title === true || this.#aboveMain.has(element);
  }

  #inherit(element: Element, outer: Style, look: Look): Style {
    const tag = element.tagName;
    const level = /^h([1-6])$/.exec(tag)?.[1];
    const strong = look.strong ?? (STRONG.has(tag) || outer.strong);
    return {
      strong: level === undefined ? strong : (look.strong ?? false),
      underline: look.underline ?? (UNDERLINED.has(tag) || outer.underline),
      preserved: look.preserved ?? (PRESERVED.has(tag) || outer.preserved),
      inMain: outer.inMain || this.#mains.has(element) || tag === 'main' || tag === 'article',
      ...(level === undefined
        ? outer.heading === undefined
          ? {}
          : { heading: outer.heading }
        : { heading: Number(level) }),
      ...(look.listStyle === undefined
        ? outer.listStyle === undefined
          ? {}
          : { listStyle: outer.listStyle }
        : { listStyle: look.listStyle }),
    };
  }

  /** Sets what the lines of a block need; gives back how to undo it when the block ends. */
  #startBlock(element: Element, style: Style): () => void {
    const tag = element.tagName;
    const heading = this.#heading;
    this.#heading = style.heading;
    if (tag === 'ol' || tag === 'ul' || tag === 'menu') {
      this.#lists.push(startList(element));
      return () => {
        this.#lists.pop();
        this.#heading = heading;
      };
    }
    if (tag === 'li') this.#marker = itemMarker(element, this.#lists, style.listStyle);
    return () => {
      this.#heading = heading;
      if (tag === 'li') this.#marker = undefined;
    };
  }

  #field(element: Element, style: Style): void {
    const type = (attribute(element, 'type') ?? 'text').toLowerCase();
    const { strong, underline } = style;
    if (element.tagName === 'select') {
      const chosen = element.childNodes.filter(isElement).find((option) => attribute(option, 'selected') !== undefined);
      this.#runs.push({ text: chosen ? textWithin(chosen) : BLANK, strong, underline });
      return;
    }
    if (/^(?:hidden|submit|button|reset|image|search|file|range|color)$/.test(type)) {
      this.#left.add('page-chrome', type === 'hidden' ? '' : (attribute(element, 'value') ?? ''));
      return;
    }
    if (type === 'checkbox' || type === 'radio') {
      const checked = attribute(element, 'checked') !== undefined;
      this.#runs.push({ text: checked ? '☑' : '☐', strong, underline });
      return;
    }
    const value = element.tagName === 'textarea' ? textWithin(element) : (attribute(element, 'value') ?? '');
    this.#runs.push({ text: value.trim() === '' ? BLANK : value, strong, underline });
  }

  #table(table: Element, grid: readonly GridRow[], style: Style): void {
    for (const child of table.childNodes) {
      if (isElement(child) && child.tagName === 'caption') this.#push(this.#cell(child, style), { paragraph: true });
    }
    this.#tables++;
    for (const { cells, header } of grid) {
      const words = cells.map((cell) => (cell ? this.#cell(cell, style) : { text: '', emphasis: [] }));
      if (words.every(({ text }) => text === '')) continue;
      const row = rowOf(words);
      const facts = { cells: words.map(({ text }) => text), table: this.#tables, ...(header ? { header } : {}) };
      this.#lines.push({ line: this.#lines.length + 1, text: row.text, emphasis: row.emphasis, ...facts });
    }
  }

  /** The words of one cell: the lines that its blocks would be, joined by a space. */
  #cell(cell: Element, style: Style): Words {
    const inner = this.#aside();
    const steps: Step[] = [];
    const own: Style = { strong: false, underline: style.underline, preserved: false, inMain: true };
    this.#descend(cell, { ...own, ...boldCell(cell, this.#ancestors, this.#rules) }, steps);
    for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
      if ('leave' in step) step.leave();
      else this.#enter(step.node, step.style, steps);
    }
    this.#flush(true);
    return inner();
  }

  /** Collects lines aside; the function given back ends that and returns them as one. */
  #aside(): () => Words {
    const from = this.#lines.length;
    const { heading, marker } = { heading: this.#heading, marker: this.#marker };
    this.#heading = undefined;
    this.#marker = undefined;
    return () => {
      const parts = this.#lines.splice(from);
      this.#heading = heading;
      this.#marker = marker;
      return joinLines(parts);
    };
  }

  /** Ends the line. `whole`: the block ends here too. */
  #flush(whole: boolean, preserved = false): void {
    const runs = this.#characters.runs(this.#runs, this.#lines.length + 1);
    this.#runs = [];
    const broken = this.#broken;
    this.#broken = !whole;
    if (runs.length === 0) return;
    const words = preserved ? verbatim(runs) : wordsOf(runs);
    if (words.text === '') {
      this.#broken = broken && !whole;
      return;
    }
    this.#push(words, preserved ? { verbatim: true } : whole && !broken ? { paragraph: true } : {});
  }

  #push(words: Words, facts: Partial<MarkedLine>): void {
    const heading = this.#heading === undefined ? {} : { heading: this.#heading };
    const list = this.#marker === undefined ? {} : { list: this.#marker };
    this.#marker = undefined;
    this.#lines.push({
      line: this.#lines.length + 1,
      text: words.text,
      emphasis: words.emphasis,
      ...heading,
      ...list,
      ...facts,
    });
  }
}

function boldCell(cell: Element, ancestors: readonly Element[], rules: StyleRules): { readonly strong: boolean } {
  return { strong: lookOf(cell, ancestors, rules).strong ?? false };
}
