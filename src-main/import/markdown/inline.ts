import type { Emphasis } from '../../agreement/model.ts';

/** The part of a Markdown syntax node that reading needs. */
export interface MarkdownNode {
  readonly type: string;
  readonly value?: string;
  readonly depth?: number;
  readonly ordered?: boolean | null;
  readonly lang?: string | null;
  readonly alt?: string | null;
  readonly url?: string;
  readonly children?: readonly MarkdownNode[];
  readonly position?: {
    readonly start: { readonly line: number; readonly offset?: number };
    readonly end: { readonly line: number; readonly offset?: number };
  };
}

/** One source line of a paragraph. `hard`: it stands after a hard line break, so it is a line of its own. */
export interface InlineLine {
  readonly line: number;
  readonly text: string;
  readonly emphasis: readonly Emphasis[];
  readonly hard: boolean;
}

interface Style {
  readonly strong: boolean;
  readonly underline: boolean;
}

interface Open {
  line: number;
  text: string;
  emphasis: Emphasis[];
  hard: boolean;
}

/** The inline content of a paragraph, heading or cell, one entry per source line, emphasis as spans. */
export function inlineLines(block: MarkdownNode): readonly InlineLine[] {
  const first = block.position?.start.line ?? 1;
  const lines: Open[] = [{ line: first, text: '', emphasis: [], hard: false }];
  const html: Style = { strong: false, underline: false };
  walk(block, html, lines);
  return lines;
}

function walk(node: MarkdownNode, style: Style, lines: Open[]): void {
  const children = node.children ?? [];
  let inside = style;
  children.forEach((child, index) => {
    if (child.type === 'html') inside = styleAfter(child, inside, lines, children.slice(index + 1));
    else if (child.type === 'break') startLine(lines, true);
    else if (child.children) walk(child, child.type === 'strong' ? { ...inside, strong: true } : inside, lines);
    else if (child.type === 'image') write(child.alt ?? '', inside, lines, child);
    else write(child.value ?? '', inside, lines, child);
  });
}

const STYLE_TAG = /^<(\/?)(b|strong|u|ins)>$/i;

/** An inline tag: a pair of `<b>`, `<strong>`, `<u>` or `<ins>` marks what is between; `<br>` ends the line; others have no words. */
function styleAfter(tag: MarkdownNode, style: Style, lines: Open[], following: readonly MarkdownNode[]): Style {
  const value = tag.value ?? '';
  if (/^<br\s*\/?>$/i.test(value)) {
    startLine(lines, true);
    return style;
  }
  const [, slash, name] = STYLE_TAG.exec(value) ?? [];
  if (name === undefined) return style;
  const opens = slash === '';
  const closing = `</${name.toLowerCase()}>`;
  const paired = !opens || following.some((each) => each.type === 'html' && each.value?.toLowerCase() === closing);
  // An unpaired mark is a character, not a flood.
  if (!paired) {
    write(value, style, lines, tag);
    return style;
  }
  return /^[bs]/i.test(name) ? { ...style, strong: opens } : { ...style, underline: opens };
}

function startLine(lines: Open[], hard: boolean): void {
  const last = lines.at(-1);
  lines.push({ line: (last?.line ?? 0) + 1, text: '', emphasis: [], hard });
}

function write(value: string, style: Style, lines: Open[], node: MarkdownNode): void {
  value.split(/\r\n|\n|\r/).forEach((part, index) => {
    if (index > 0) startLine(lines, false);
    const line = lines.at(-1);
    if (!line || part === '') return;
    // Where the source says it is: `<br>` ends a line without ending the source's line.
    if (line.text === '') line.line = (node.position?.start.line ?? line.line) + index;
    const start = line.text.length;
    line.text += part;
    if (style.strong || style.underline)
      line.emphasis.push({ start, end: line.text.length, ...style, origin: 'source' });
  });
}
