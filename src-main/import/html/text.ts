import type { DefaultTreeAdapterTypes } from 'parse5';
import type { MarkedLine } from '../../agreement/model.ts';
import { childrenOf, isElement, isText, SILENT } from './chrome.ts';
import type { Run, Words } from '../runs.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const MOST_STYLE_CHARS = 512 * 1024;

/** Lines of one cell as one: joined by a space, item numbers in front of their items. */
export function joinLines(parts: readonly MarkedLine[]): Words {
  let text = '';
  const emphasis: MarkedLine['emphasis'][number][] = [];
  for (const part of parts) {
    if (text !== '') text += ' ';
    if (part.list !== undefined) text += part.list.ordered ? `${part.list.marker} ` : '';
    for (const span of part.emphasis)
      emphasis.push({ ...span, start: span.start + text.length, end: span.end + text.length });
    text += part.text.replaceAll('\t', ' ');
  }
  return { text, emphasis };
}

/** Preformatted text keeps its inner spaces; only its end is trimmed. */
export function verbatim(runs: readonly Run[]): Words {
  const text = runs
    .map((run) => run.text)
    .join('')
    .trimEnd();
  return text.trim() === '' ? { text: '', emphasis: [] } : { text, emphasis: [] };
}

/** All text below an element, in document order, without recursion. */
export function textWithin(element: Element): string {
  const parts: string[] = [];
  const open: Node[] = [element];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isText(node)) parts.push(node.value);
    if (isElement(node) && SILENT.has(node.tagName)) continue;
    const children = childrenOf(node);
    for (let index = children.length - 1; index >= 0; index--) {
      const child = children[index];
      if (child) open.push(child);
    }
  }
  return parts.join('').replace(/\s+/g, ' ').trim();
}

/** The page's style sheets, up to what a reading needs. */
export function styleSheets(root: Node): readonly string[] {
  const sheets: string[] = [];
  let chars = 0;
  const open: Node[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isElement(node) && node.tagName === 'style') {
      const sheet = node.childNodes
        .filter(isText)
        .map((part) => part.value)
        .join('');
      chars += sheet.length;
      if (chars <= MOST_STYLE_CHARS) sheets.push(sheet);
    }
    const children = childrenOf(node);
    for (let index = children.length - 1; index >= 0; index--) {
      const child = children[index];
      if (child) open.push(child);
    }
  }
  return sheets;
}
