import type { Emphasis } from '../agreement/model.ts';

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
  let inside = style;
  for (const child of node.children ?? []) {
    if (child.type === 'html') inside = styleAfter(child.value ?? '', inside, lines);
    else if (child.type === 'break') startLine(lines, true);
    else if (child.children) walk(child, child.type === 'strong' ? { ...inside, strong: true } : inside, lines);
    else if (child.type === 'image') write(child.alt ?? '', inside, lines);
    else if (child.type === 'footnoteReference') write(`[${child.value ?? ''}]`, inside, lines);
    else write(child.value ?? '', inside, lines);
  }
}

/** An inline tag: `<b>`, `<strong>`, `<u>`, `<ins>` change the style, `<br>` ends the line, others carry no words. */
function styleAfter(tag: string, style: Style, lines: Open[]): Style {
  const name = /^<(\/?)([a-z]+)/i.exec(tag);
  const on = name?.[1] === '';
  switch (name?.[2]?.toLowerCase()) {
    case 'b':
    case 'strong':
      return { ...style, strong: on };
    case 'u':
    case 'ins':
      return { ...style, underline: on };
    case 'br':
      startLine(lines, true);
      return style;
    default:
      return style;
  }
}

function startLine(lines: Open[], hard: boolean): void {
  const last = lines.at(-1);
  lines.push({ line: (last?.line ?? 0) + 1, text: '', emphasis: [], hard });
}

function write(value: string, style: Style, lines: Open[]): void {
  value.split(/\r\n|\n|\r/).forEach((part, index) => {
    if (index > 0) startLine(lines, false);
    const line = lines.at(-1);
    if (!line || part === '') return;
    const start = line.text.length;
    line.text += part;
    if (style.strong || style.underline)
      line.emphasis.push({ start, end: line.text.length, ...style, origin: 'source' });
  });
}
