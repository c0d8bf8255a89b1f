/**
 * Where a text occurs on a part of the page, in reading order; without regard to case. What is not drawn is not found. Text is read
 * through elements within a line, however it is cut into them.
 */
export function rangesOf(find: string, within: Element): readonly Range[] {
  const wanted = find.trim().toLowerCase();
  return wanted === '' ? [] : linesOf(within).flatMap((line) => rangesIn(line, wanted));
}

/** No value is the one that every element begins with. */
const WITHIN_LINE = /^(?:inline|contents|)$/u;

/** Texts that stand in one line one after the other, or break over several. */
type Line = readonly Text[];

function linesOf(within: Element): readonly Line[] {
  const blocks = new Map<Element | null, Element | null>();
  const blockOf = (element: Element | null): Element | null => {
    if (element === null || element === within || !WITHIN_LINE.test(getComputedStyle(element).display)) return element;
    const known = blocks.get(element);
    if (known !== undefined) return known;
    const block = blockOf(element.parentElement);
    blocks.set(element, block);
    return block;
  };
  const lines: { block: Element | null; texts: Text[] }[] = [];
  const texts = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    if (!drawn(node)) continue;
    const block = blockOf(node.parentElement);
    const last = lines.at(-1);
    if (last && last.block === block) last.texts.push(node as Text);
    else lines.push({ block, texts: [node as Text] });
  }
  return lines.map((line) => line.texts);
}

function rangesIn(line: Line, wanted: string): readonly Range[] {
  const text = line.map(({ data }) => data.toLowerCase()).join('');
  const ranges: Range[] = [];
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + wanted.length)) {
    const range = document.createRange();
    range.setStart(...placeIn(line, at, false));
    range.setEnd(...placeIn(line, at + wanted.length, true));
    ranges.push(range);
  }
  return ranges;
}

/** The text at a place of a line, and where in it. @param end of two that meet there, the one before */
function placeIn(line: Line, at: number, end: boolean): [Text, number] {
  let left = at;
  for (const text of line) {
    if (left < text.length || (end && left === text.length)) return [text, left];
    left -= text.length;
  }
  throw new RangeError('no such place in the line');
}

const drawn = ({ parentElement }: Node): boolean =>
  parentElement !== null && (!('checkVisibility' in parentElement) || parentElement.checkVisibility());

const ALL = 'found';
const CURRENT = 'found-now';

/** Marks what was found and the one that is shown, without touching the page's elements. */
export function mark(ranges: readonly Range[], current: Range | undefined): void {
  if (typeof Highlight === 'undefined') return;
  CSS.highlights.set(ALL, new Highlight(...ranges));
  CSS.highlights.set(CURRENT, new Highlight(...(current ? [current] : [])));
}

export function unmark(): void {
  if (typeof Highlight === 'undefined') return;
  CSS.highlights.delete(ALL);
  CSS.highlights.delete(CURRENT);
}
