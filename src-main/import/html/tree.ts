import type { DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Elements whose contents are never words of the page; of a drawing its words are (`isDrawnHere`). */
const SILENT = new Set(
  'script style template head svg math-ml datalist object audio video canvas iframe embed'.split(' '),
);

export function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

export function isText(node: Node): node is DefaultTreeAdapterTypes.TextNode {
  return node.nodeName === '#text';
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((candidate) => candidate.name === name)?.value;
}

/** What stands in an element; in the template of a shadow root, what it holds. */
export function childrenOf(node: Node): readonly Node[] {
  if (isElement(node) && isShadowTemplate(node)) return (node as DefaultTreeAdapterTypes.Template).content.childNodes;
  return 'childNodes' in node ? node.childNodes : [];
}

const isShadowTemplate = (element: Element): boolean =>
  element.tagName === 'template' && /^(?:open|closed)$/i.test(attribute(element, 'shadowrootmode') ?? '');

/** The template that a browser shows in place of what stands in the element. */
export function shadowTemplateOf(element: Element): Element | undefined {
  return element.childNodes.find((child): child is Element => isElement(child) && isShadowTemplate(child));
}

export const isSilent = (element: Element): boolean => SILENT.has(element.tagName) && !isShadowTemplate(element);

/** Everything below a node in document order, without recursion. `enter` says whether to go into an element. */
export function* nodesWithin(root: Node, enter: (element: Element) => boolean = () => true): Generator<Node> {
  const open: Node[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    yield node;
    if (node !== root && isElement(node) && !enter(node)) continue;
    const children = childrenOf(node);
    for (let index = children.length - 1; index >= 0; index--) {
      const child = children[index];
      if (child) open.push(child);
    }
  }
}

/** All text below an element, in document order. */
export function textWithin(element: Node): string {
  const parts: string[] = [];
  for (const node of nodesWithin(element, (each) => !isSilent(each))) if (isText(node)) parts.push(node.value);
  return parts.join('').replace(/\s+/g, ' ').trim();
}

const MOST_STYLE_CHARS = 4 * 1024 * 1024;

/** The sheets of one tree, up to what a reading needs; `external`: one that is not in the file says more. */
export function styleSheets(root: Node): { readonly sheets: readonly string[]; readonly external: boolean } {
  const sheets: string[] = [];
  let [chars, external] = [0, false];
  for (const node of nodesWithin(root, (element) => element.tagName !== 'template')) {
    if (!isElement(node)) continue;
    if (node.tagName === 'link' && /\bstylesheet\b/i.test(attribute(node, 'rel') ?? '')) external = true;
    if (node.tagName !== 'style') continue;
    const sheet = node.childNodes
      .filter(isText)
      .map((part) => part.value)
      .join('');
    chars += sheet.length;
    if (chars > MOST_STYLE_CHARS) continue;
    const media = attribute(node, 'media');
    sheets.push(media === undefined || media.trim() === '' ? sheet : `@media ${media}{${sheet}}`);
  }
  return { sheets, external };
}
