import type { DefaultTreeAdapterTypes } from 'parse5';
import { withoutUnseen } from '../characters/unseen.ts';
import { attribute, childrenOf, isElement, isSilent, isText } from './tree.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** How much text stands in an element, and what else the choice of the main text needs. */
export interface Extent {
  chars: number;
  linkChars: number;
  title: boolean;
}

/** Controls: their labels are words of the site, not of the agreement. */
export const CONTROLS = new Set(['button', 'menu', 'noscript']);
const CHROME_TAGS = new Set(['nav', 'header', 'footer', 'aside']);
const CHROME_ROLES = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'search',
  'complementary',
  'menu',
  'menubar',
  'tablist',
]);
const MAIN_SHARE = 0.6;

/** Measures every element, children before parents, without recursion. */
export function measure(root: Node): ReadonlyMap<Node, Extent> {
  const extents = new Map<Node, Extent>();
  const order: Node[] = [];
  const open: Node[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    order.push(node);
    if (isElement(node) && isSilent(node)) continue;
    for (const child of childrenOf(node)) open.push(child);
  }
  for (const node of order.reverse()) extents.set(node, extentOf(node, extents));
  return extents;
}

function extentOf(node: Node, extents: ReadonlyMap<Node, Extent>): Extent {
  if (isText(node)) return { chars: withoutUnseen(node.value).replace(/\s+/g, '').length, linkChars: 0, title: false };
  const sum: Extent = { chars: 0, linkChars: 0, title: isElement(node) && node.tagName === 'h1' };
  if (isElement(node) && isSilent(node)) return sum;
  for (const child of childrenOf(node)) {
    const part = extents.get(child);
    if (!part) continue;
    sum.chars += part.chars;
    sum.linkChars += part.linkChars;
    sum.title ||= part.title;
  }
  if (isElement(node) && node.tagName === 'a') sum.linkChars = sum.chars;
  return sum;
}

function roleOf(element: Element): string {
  return (attribute(element, 'role') ?? '').trim().toLowerCase();
}

/** Names by which pages call parts that are mostly links, and parts that are none of the text whatever they hold. */
const LINKS_NAME =
  /^(?:(?:top|main|site|side|header|global)?[-_]?(?:nav|navbar|navigation|menu|sidebar)|(?:top|page|site|global)?[-_]?(?:header|footer)|breadcrumbs?|crumbs?|pagination|pager|related|toc|share)$/i;
const BANNER_NAME = /^cookie[-_]?(?:banner|bar|consent|notice|policy-banner)?$/i;
const MOST_OF_PAGE = 0.25;

/** A small part that its id or class names as navigation and that is mostly links, or as the banner about cookies. */
function isNamedChrome(element: Element, inMain: boolean, extent: Extent | undefined, total: number): boolean {
  if (!extent || extent.chars > total * MOST_OF_PAGE || extent.title) return false;
  const names = `${attribute(element, 'id') ?? ''} ${attribute(element, 'class') ?? ''}`.split(/\s+/);
  if (!inMain && names.some((name) => BANNER_NAME.test(name))) return true;
  return extent.linkChars * 2 > extent.chars && names.some((name) => LINKS_NAME.test(name));
}

/**
 * True for the site's own furniture: navigation, page header and footer, side columns. A header that holds the title, a header or
 * footer inside the main text, and anything that holds half of the page are no furniture.
 */
export function isChrome(
  element: Element,
  inMain: boolean,
  extents: ReadonlyMap<Node, Extent>,
  total: number,
): boolean {
  const role = roleOf(element);
  const tag = element.tagName;
  if (isNamedChrome(element, inMain, extents.get(element), total)) return true;
  if (!CHROME_TAGS.has(tag) && !CHROME_ROLES.has(role)) return false;
  const extent = extents.get(element);
  if (!extent || extent.chars * 2 > total) return false;
  if (tag === 'nav' || role === 'navigation' || role.startsWith('menu') || role === 'tablist') return true;
  if (inMain) return false;
  return !(tag === 'header' && extent.title && extent.linkChars * 2 < extent.chars);
}

/** The elements that hold the main text, when the page says so and they hold most of it; otherwise none. */
export function mainParts(root: Node, extents: ReadonlyMap<Node, Extent>): ReadonlySet<Node> {
  const mains: Element[] = [];
  const articles: Element[] = [];
  const open: Node[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isElement(node)) {
      if (isSilent(node)) continue;
      if (node.tagName === 'main' || roleOf(node) === 'main') {
        mains.push(node);
        continue;
      }
      if (node.tagName === 'article' || roleOf(node) === 'article') {
        articles.push(node);
        continue;
      }
    }
    for (const child of childrenOf(node)) open.push(child);
  }
  const total = extents.get(root)?.chars ?? 0;
  for (const parts of [mains, [...mains, ...articles]]) {
    const held = parts.reduce((sum, part) => sum + (extents.get(part)?.chars ?? 0), 0);
    if (parts.length > 0 && held >= total * MAIN_SHARE) return new Set<Node>(parts);
  }
  return new Set();
}

/** Everything above some nodes, themselves included. */
export function ancestorsOf(nodes: ReadonlySet<Node>): ReadonlySet<Node> {
  const above = new Set<Node>();
  for (const node of nodes) {
    let at: Node | null = node;
    while (at && !above.has(at)) {
      above.add(at);
      at = 'parentNode' in at ? at.parentNode : null;
    }
  }
  return above;
}
