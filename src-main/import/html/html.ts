import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { countCharacters } from '../../agreement/coverage.ts';
import type { MarkedText } from '../../agreement/model.ts';
import { sentence } from '../../agreement/sentence.ts';
import { bodyOf } from '../body-coverage.ts';
import { withoutUnseen } from '../characters/unseen.ts';
import { givenTitle } from '../given-title.ts';
import { BLANK, type Words } from '../runs.ts';
import type { Cascade } from './cascade/cascade.ts';
import { ancestorsOf, CONTROLS, type Extent, isChrome, mainParts, measure } from './chrome.ts';
import { Counters, saysSomething } from './generated.ts';
import { causeOf, PageLines } from './lines.ts';
import { itemMarker, type ListState, startList } from './list.ts';
import { isHeavy, type Look, PLAIN_LOOK, pseudoLook } from './look.ts';
import { fieldOf, frameOf, isDrawnHere, isIcon } from './parts.ts';
import { cascadeOf, descend, insideOf, type Place, slottedInto, type Step, unslotted, withoutGone } from './place.ts';
import { type GridRow, readGrid } from './table.ts';
import { attribute, childrenOf, isElement, isSilent, isText, shadowTemplateOf, textWithin } from './tree.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search section summary table tbody ' +
    'td tfoot th thead tr ul xmp listing plaintext text'
  ).split(' '),
);

/** What is drawn by something else than this page. */
const EMBEDDED = new Set(['iframe', 'embed', 'object', 'canvas']);

/**
 * A saved page as marked lines: one line per block of text or line break, lists with the markers a browser shows, tables as rows.
 * Scripts never run. What a person does not see by the page's own styling is left out and told; what styling or a shadow root shows
 * is read where it is shown.
 * @param text the decoded page
 * @param encoding name shown to the person
 */
export function readHtml(text: string, encoding: string): MarkedText {
  const root = parse(text, { scriptingEnabled: false });
  const read = new PageReading(root, false).read(encoding);
  const hidden = read.coverage?.some(({ state }) => state === 'hidden') === true;
  // A page that shows nothing before its scripts ran is read whole, and says so.
  return read.lines.length === 0 && hidden ? new PageReading(root, true).read(encoding) : read;
}

/** The words of the page's `title`. */
const titlesIn = (head: Element): readonly string[] =>
  childrenOf(head).flatMap((node) => (isElement(node) && node.tagName === 'title' ? [textWithin(node)] : []));

/** Walks one page in document order with its own stack: a page nested a hundred thousand deep costs memory, not the call stack. */
class PageReading {
  readonly #root: Node;
  readonly #plain: Look;
  readonly #extents: ReadonlyMap<Node, Extent>;
  readonly #mains: ReadonlySet<Node>;
  readonly #aboveMain: ReadonlySet<Node>;
  readonly #total: number;
  readonly #out = new PageLines();
  readonly #counters = new Counters();
  readonly #lists: ListState[] = [];
  /** Words of the page's `title`: its name, not a part of the text. */
  readonly #titles: string[] = [];
  readonly #frames: (readonly [from: number, to: number])[] = [];

  /** `bare`: whatever styling hides is read too. */
  constructor(root: Node, bare: boolean) {
    this.#root = root;
    this.#plain = bare ? { ...PLAIN_LOOK, bare } : PLAIN_LOOK;
    this.#extents = measure(root);
    this.#mains = mainParts(root, this.#extents);
    this.#aboveMain = ancestorsOf(this.#mains);
    this.#total = this.#extents.get(root)?.chars ?? 0;
  }

  read(encoding: string): MarkedText {
    this.#walk([{ node: this.#root, place: { look: this.#plain, inMain: false, cascade: cascadeOf(this.#root) } }]);
    const { lines, left, characters } = this.#out;
    this.#out.finish();
    if (this.#plain.bare && lines.length > 0) {
      const cause = sentence('import.cause.whole-page');
      left.doubts.add('hidden-text', { lines: [1, lines.length], cause });
    }
    const title = givenTitle(this.#titles.map(withoutUnseen));
    const inFrames = new Set(this.#frames.flatMap(([from, to]) => lines.slice(from, to)));
    const framed = [...inFrames].reduce((sum, { text }) => sum + countCharacters(text), 0);
    const { fieldWords } = this.#out;
    return {
      format: 'html',
      encoding,
      lines,
      ...(title !== undefined && { title }),
      notes: [...left.notes(), ...characters.finish()],
      coverage: [
        bodyOf(lines.filter((line) => !inFrames.has(line))),
        ...(framed > 0 ? [{ part: 'frames of the page', kind: 'frame', state: 'text', words: framed } as const] : []),
        ...(fieldWords > 0 ? [{ part: 'fields', kind: 'form', state: 'text', words: fieldWords } as const] : []),
        ...left.coverage(),
      ],
      suspicions: left.doubts.all,
    };
  }

  #walk(steps: Step[]): void {
    for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
      if ('leave' in step) step.leave();
      else if (isText(step.node)) {
        if (step.place.drawing !== true) this.#out.words(step.node.value, step.place.look);
      } else if (isElement(step.node)) this.#element(step.node, step.place, steps);
      else descend(childrenOf(step.node), step.place, steps);
    }
  }

  #element(element: Element, outer: Place, steps: Step[]): void {
    const tag = element.tagName;
    if (tag === 'head') this.#titles.push(...titlesIn(element));
    if (outer.drawing === true && !isDrawnHere(element)) return;
    if (EMBEDDED.has(tag)) return this.#embedded(element, outer, steps);
    if ((isSilent(element) && tag !== 'svg') || this.#isFurniture(element, outer)) return;
    const shadow = shadowTemplateOf(element);
    const within = shadow && cascadeOf(shadow);
    const place = insideOf(element, outer, this.#mains, within);
    if (this.#isGone(element, place.look) || this.#isAside(element)) return;
    this.#counters.enter(place.look.declared, element.parentNode);
    if (this.#single(element, outer, place)) return;
    const block = BLOCKS.has(tag) || place.look.block;
    if (block) this.#out.flush(true);
    if (tag === 'table') {
      const grid = readGrid(element);
      if (grid) return this.#table(element, grid, place);
    }
    if (tag === 'ins') this.#out.left.inserted(textWithin(element), { when: attribute(element, 'datetime') });
    const undo = this.#startBlock(element, place);
    this.#generate(element, place, 'before');
    steps.push({
      leave: () => {
        this.#generate(element, place, 'after');
        if (block) this.#out.flush(true, place.look.preserved);
        this.#counters.leave(element);
        undo();
      },
    });
    this.#descendInto(element, { shadow, within }, outer, place, steps);
  }

  /** True for what has no words of its own below it, and is done. */
  #single(element: Element, outer: Place, { look }: Place): boolean {
    switch (element.tagName) {
      case 'br':
        this.#out.flush(false, outer.look.preserved);
        return true;
      case 'img':
      case 'image':
        this.#out.left.picture(attribute(element, 'alt'), isIcon(element, look));
        return true;
      case 'input':
      case 'textarea':
      case 'select':
        this.#field(element, look);
        return true;
      default:
        return false;
    }
  }

  /** What stands in an element: its shadow root's, what is slotted, or its own. */
  #descendInto(
    element: Element,
    { shadow, within }: { readonly shadow: Element | undefined; readonly within: Cascade | undefined },
    outer: Place,
    place: Place,
    steps: Step[],
  ): void {
    if (shadow && within) {
      const { slottedBy: _, ...slotted } = place;
      this.#unslotted(element, shadow);
      descend(childrenOf(shadow), { ...place, cascade: within, host: { element, place: slotted } }, steps);
      return;
    }
    if (element.tagName === 'slot' && outer.host) {
      const { element: host, place: own } = outer.host;
      const assigned = slottedInto(host, attribute(element, 'name') ?? '');
      if (assigned.length > 0) {
        descend(assigned, { ...own, look: place.look, slottedBy: outer.cascade }, steps);
        return;
      }
    }
    descend(childrenOf(element), place, steps);
  }

  /** What an element with a shadow root holds, but no slot shows. */
  #unslotted(host: Element, shadow: Element): void {
    for (const child of unslotted(host, shadow))
      this.#out.left.add('hidden-text', textWithin(child), { cause: sentence('import.cause.no-slot') });
  }

  #isGone(element: Element, look: Look): boolean {
    if (look.gone === undefined) return false;
    const words = element.tagName === 'img' ? '' : textWithin(element);
    return this.#out.left.add('hidden-text', words, { cause: causeOf(look.gone) });
  }

  /** True for words of the site and not of the agreement; they are counted. */
  #isFurniture(element: Element, { inMain, host, slottedBy }: Place): boolean {
    const { left } = this.#out;
    if (isChrome(element, inMain, this.#extents, this.#total)) return left.add('page-chrome', textWithin(element));
    if (CONTROLS.has(element.tagName))
      return left.add(element.tagName === 'button' ? 'form-controls' : 'page-chrome', textWithin(element));
    if (element.tagName === 'dialog' && attribute(element, 'open') === undefined)
      return left.add('page-chrome', textWithin(element));
    if (this.#mains.size === 0 || inMain || host !== undefined || slottedBy !== undefined || this.#mains.has(element))
      return false;
    if (element.tagName === 'h1' || element.tagName === 'body' || element.tagName === 'html') return false;
    const leadsToMain = this.#extents.get(element)?.title === true || this.#aboveMain.has(element);
    return !leadsToMain && left.add('page-chrome', textWithin(element));
  }

  #isAside(element: Element): boolean {
    const tag = element.tagName;
    if (tag !== 'rt' && tag !== 'rp' && tag !== 'rtc') return false;
    return this.#out.left.add('ruby', tag === 'rp' ? '' : textWithin(element));
  }

  /** Sets what the lines of a block need; gives back how to undo it when the block ends. */
  #startBlock(element: Element, { heading: level, look }: Place): () => void {
    const tag = element.tagName;
    const { heading } = this.#out;
    this.#out.heading = level;
    if (tag === 'ol' || tag === 'ul' || tag === 'menu') {
      this.#lists.push(startList(element));
      return () => {
        this.#lists.pop();
        this.#out.heading = heading;
      };
    }
    if (tag === 'li') this.#out.marker = itemMarker(element, this.#lists, look.listStyle);
    return () => {
      this.#out.heading = heading;
      if (tag === 'li') this.#out.marker = undefined;
    };
  }

  /** What styling shows before or after an element. */
  #generate(element: Element, { look, cascade }: Place, where: 'before' | 'after'): void {
    const own = pseudoLook(element, look, cascade, where);
    if (!own) return;
    this.#counters.enter(own.declared, element);
    const shown = this.#counters.show(own.declared.get('content') ?? '', element);
    if (!shown || own.gone !== undefined || !saysSomething(shown.text)) return;
    if (own.block) this.#out.flush(true);
    this.#out.generated(shown, own);
    if (own.block) this.#out.flush(true);
  }

  #field(element: Element, look: Look): void {
    const { text, kind } = fieldOf(element);
    if (kind === 'control') this.#out.left.add('form-controls', text);
    else this.#out.field(text === '' ? BLANK : text, look, kind === 'value' && text !== '');
  }

  /** What is drawn in a frame of its own: another page that stands in this one is read, any other cannot be. */
  #embedded(element: Element, outer: Place, steps: Step[]): void {
    if (!outer.inMain && this.#mains.size > 0) return;
    const { look } = insideOf(element, outer, this.#mains);
    const { page, source, hidden } = frameOf(element);
    const inside = page === undefined ? undefined : parse(page, { scriptingEnabled: false });
    const gone = look.gone ?? (hidden ? 'no-size' : undefined) ?? (look.visible ? undefined : 'visibility');
    if (gone !== undefined) {
      if (inside) this.#out.left.add('hidden-text', textWithin(inside), { cause: causeOf(gone) });
      return;
    }
    if (element.tagName === 'canvas') return this.#out.left.picture(textWithin(element));
    if (!inside) {
      if (source !== undefined) this.#out.left.add('frames', source);
      return;
    }
    this.#out.flush(true);
    const from = this.#out.lines.length;
    steps.push({
      leave: () => {
        this.#out.flush(true);
        this.#frames.push([from, this.#out.lines.length]);
      },
    });
    steps.push({ node: inside, place: { look: this.#plain, inMain: true, cascade: cascadeOf(inside) } });
  }

  #table(table: Element, grid: readonly GridRow[], place: Place): void {
    for (const child of table.childNodes) {
      if (isElement(child) && child.tagName === 'caption')
        this.#out.push(this.#cell(child, place), { paragraph: true });
    }
    this.#out.startTable();
    const rows = new Map<Node, Place>();
    for (const { cells, header } of grid) {
      const words = cells.map((cell) => {
        const row = cell && this.#rowPlace(cell, table, place, rows);
        return row && row.look.gone === undefined ? this.#cell(cell, row) : { text: '', emphasis: [] };
      });
      this.#out.row(words, header);
    }
    this.#counters.leave(table);
  }

  /** The place of a cell's row; a row that nobody sees is left out as a whole, once. */
  #rowPlace(cell: Element, table: Element, place: Place, rows: Map<Node, Place>): Place {
    const above: Element[] = [];
    for (let at = cell.parentNode; at && at !== table && isElement(at); at = at.parentNode) above.unshift(at);
    let own = place;
    for (const element of above) {
      const known = rows.get(element);
      if (!known) {
        const inside = insideOf(element, own, this.#mains);
        const gone = own.look.gone !== undefined || this.#isGone(element, inside.look);
        if (!gone) this.#counters.enter(inside.look.declared, element.parentNode);
        rows.set(
          element,
          gone
            ? { ...inside, look: { ...inside.look, gone: inside.look.gone ?? 'display' } }
            : { ...inside, look: withoutGone(inside.look) },
        );
      }
      own = rows.get(element) ?? own;
    }
    return own;
  }

  /** The words of one cell: the lines that its blocks would be, joined by a space. */
  #cell(cell: Element, row: Place): Words {
    const inner = this.#out.aside();
    const plain: Look = { ...row.look, strong: false, preserved: false };
    const place = insideOf(cell, { ...row, look: plain, inMain: true }, this.#mains);
    if (!this.#isGone(cell, place.look)) {
      const strong = isHeavy(place.look.declared.get('font-weight') ?? '') ?? false;
      const { heading: _, ...own } = place;
      const inside = { ...own, look: { ...place.look, strong } };
      this.#counters.enter(place.look.declared, cell.parentNode);
      this.#generate(cell, inside, 'before');
      const steps: Step[] = [];
      descend(childrenOf(cell), inside, steps);
      this.#walk(steps);
      this.#generate(cell, inside, 'after');
      this.#out.flush(true);
      this.#counters.leave(cell);
    }
    return inner();
  }
}
