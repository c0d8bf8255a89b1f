/** Where a text occurs on a part of the page, in reading order; without regard to case. What is not drawn is not found. */
export function rangesOf(find: string, within: Element): readonly Range[] {
  const wanted = find.trim().toLowerCase();
  if (wanted === '') return [];
  const ranges: Range[] = [];
  const texts = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const text = node.nodeValue?.toLowerCase() ?? '';
    for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + wanted.length)) {
      if (drawn(node)) ranges.push(rangeAt(node, at, wanted.length));
    }
  }
  return ranges;
}

const drawn = ({ parentElement }: Node): boolean =>
  parentElement !== null && (!('checkVisibility' in parentElement) || parentElement.checkVisibility());

function rangeAt(node: Node, start: number, length: number): Range {
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, start + length);
  return range;
}

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
