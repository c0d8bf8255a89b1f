import { bodyOf } from '../body-coverage.ts';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Emphasis, MarkedLine, MarkedText } from '../../agreement/model.ts';
import { type InlineLine, inlineLines, type MarkdownNode } from './inline.ts';
import { SeenCharacters } from '../characters/seen.ts';
import { columns } from '../../agreement/repair/wrapping.ts';
import { Doubts } from '../doubts.ts';
import { takeMarks } from '../text/marks.ts';
import { htmlTables } from './html-table.ts';

type List = NonNullable<MarkedLine['list']>;

/** Where in the tree a block stands. */
interface Place {
  readonly depth: number;
  /** List mark that the next line is the first to carry. */
  readonly list?: List;
}

/**
 * Markdown (CommonMark with GitHub's tables) as marked lines. Blocks come from the Markdown grammar; emphasis also from
 * pairs of `**` and `__` that the grammar refuses next to Chinese punctuation. `encoding` is the name shown to the person.
 */
export function readMarkdown(source: string, encoding: string): MarkedText {
  const doubts = new Doubts();
  const characters = new SeenCharacters(doubts);
  const text = source
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map((line, index) => characters.line(line, index + 1))
    .join('\n');
  const root = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }) as MarkdownNode;
  const reader = new BlockReader(text);
  reader.read(root, { depth: 0 });
  const { lines } = reader;
  const notes = characters.finish();
  return { format: 'markdown', encoding, lines, notes, coverage: [bodyOf(lines)], ...doubts.found };
}

class BlockReader {
  readonly lines: MarkedLine[] = [];
  readonly #source: string;
  #tables = 0;

  constructor(source: string) {
    this.#source = source;
  }

  read(node: MarkdownNode, place: Place): void {
    switch (node.type) {
      case 'heading':
        return this.#prose(node, place, { heading: node.depth ?? 1 });
      case 'paragraph':
        return this.#prose(node, place, {});
      case 'list':
        return this.#list(node, place);
      case 'table':
        return this.#table(node);
      case 'code':
        if (isIndentedProse(this.#slice(node), node.value ?? '')) return this.#indented(node, place);
        this.#info(node);
        return this.#verbatim(node, node.value ?? '', node.lang === undefined ? 0 : 1);
      case 'html':
        return this.#html(node);
      case 'thematicBreak':
        return undefined;
      case 'yaml':
      case 'definition':
        return this.#verbatim(node, this.#slice(node), 0);
      default:
        for (const child of node.children ?? []) this.read(child, place);
    }
  }

  #slice(node: MarkdownNode): string {
    return this.#source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
  }

  #prose(node: MarkdownNode, place: Place, extra: Pick<MarkedLine, 'heading'>): void {
    let before = '';
    inlineLines(node).forEach((line, index) => {
      if (line.text.trim() === '') return;
      const list = index === 0 && place.list ? { list: place.list } : {};
      const continues = index > 0 && !line.hard && !areEntries(before, line.text) ? { continues: true } : {};
      before = line.text;
      const own = extra.heading === undefined ? unmarked(line) : withoutAttributes(unmarked(line));
      this.lines.push({ ...own, ...extra, ...list, ...continues });
    });
  }

  /** Paragraphs that are set in from the margin: the grammar takes four blanks for a program, a writer for the start of a paragraph. */
  #indented(node: MarkdownNode, place: Place): void {
    const first = node.position?.start.line ?? 1;
    let { list } = place;
    (node.value ?? '').split('\n').forEach((raw, index) => {
      const text = raw.trim();
      if (text === '') return;
      this.lines.push({ line: first + index, ...takeMarks(text), ...(list && { list }) });
      list = undefined;
    });
  }

  #list(node: MarkdownNode, place: Place): void {
    for (const item of node.children ?? []) {
      // The mark as written: the grammar would renumber `1. 1. 1.`.
      const marker = /^(?:[-*+]|\d+[.)])/.exec(this.#slice(item))?.[0] ?? '-';
      let list: List | undefined = { ordered: node.ordered ?? false, marker, depth: place.depth };
      for (const child of item.children ?? []) {
        this.read(child, { depth: place.depth + 1, ...(list && { list }) });
        list = undefined;
      }
    }
  }

  #table(node: MarkdownNode): void {
    this.#tables += 1;
    (node.children ?? []).forEach((row, index) => {
      const cells = (row.children ?? []).map((cell) => oneLine(inlineLines(cell)));
      let at = 0;
      const emphasis: Emphasis[] = [];
      const texts = cells.map((cell) => {
        const clean = takeMarks(cell.text.replaceAll('\t', ' '), cell.emphasis);
        for (const span of clean.emphasis) emphasis.push({ ...span, start: span.start + at, end: span.end + at });
        at += clean.text.length + 1;
        return clean.text;
      });
      const header = index === 0 ? { header: true } : {};
      const line = row.position?.start.line ?? 1;
      this.lines.push({ line, text: texts.join('\t'), emphasis, cells: texts, table: this.#tables, ...header });
    });
  }

  /** What stands beside an opening fence: the name of a programming language is none of the text, other words are. */
  #info(node: MarkdownNode): void {
    const [, info = ''] = /^\s*(?:`{3,}|~{3,})[ \t]*(.*)/.exec(this.#slice(node)) ?? [];
    const text = info.trim();
    if (text === '' || /^[\w+#.-]+$/.test(text)) return;
    this.lines.push({ line: node.position?.start.line ?? 1, text, emphasis: [] });
  }

  #verbatim(node: MarkdownNode, value: string, fence: number): void {
    const first = node.position?.start.line ?? 1;
    const fenced = fence === 1 || /^\s*(?:```|~~~)/.test(this.#slice(node)) ? 1 : 0;
    value.split('\n').forEach((text, index) => {
      if (text.trim() === '') return;
      this.lines.push({ line: first + fenced + index, text: text.trimEnd(), emphasis: [], verbatim: true });
    });
  }

  /** HTML between the blocks: its tables as rows, its other words without tags; marks of emphasis are read as such. */
  #html(node: MarkdownNode): void {
    const html = node.value ?? '';
    const first = node.position?.start.line ?? 1;
    let from = 0;
    for (const { start, end, rows } of htmlTables(html)) {
      this.#htmlWords(html.slice(from, start), first + lineFeeds(html.slice(0, from)));
      this.#tables += 1;
      for (const { line, cells, header } of rows) {
        const row = { line: first + line - 1, text: cells.join('\t'), emphasis: [], cells, table: this.#tables };
        this.lines.push({ ...row, ...(header && { header }) });
      }
      from = end;
    }
    this.#htmlWords(html.slice(from), first + lineFeeds(html.slice(0, from)));
  }

  #htmlWords(html: string, first: number): void {
    html.split('\n').forEach((raw, index) => {
      const clean = takeMarks(raw.trim());
      const words = clean.text.replace(/<[^<>]*>/g, ' ').trim();
      if (words === '') return;
      const emphasis = words === clean.text ? clean.emphasis : [];
      this.lines.push({ line: first + index, text: words, emphasis });
    });
  }
}

/** `Version: 2.1`: a short name, a colon and what it is. */
const ENTRY = /^(?:\p{Script=Han}[\p{Script=Han}（）()]{1,13}|\p{Lu}\p{L}*(?:\s[\p{L}()]+){0,3})\s*[：:]\s*\S/u;
/** Columns within which the line of an entry stays; a longer one may be the first line of a wrapped paragraph. */
const WIDEST_ENTRY = 64;

/** Two entries of a document's head, one a line: the grammar makes them one paragraph, their writer two lines. */
function areEntries(before: string, line: string): boolean {
  const [first, second] = [before.trim(), line.trim()];
  return columns(first) <= WIDEST_ENTRY && ENTRY.test(first) && ENTRY.test(second) && !/[，,、]$/u.test(first);
}

const lineFeeds = (text: string): number => text.split('\n').length - 1;

/** What a program is written with, and an agreement is not. */
const PROGRAM = /[{}<>=\\]|\/\/|^\s*[$#]\s|\w\(\)/mu;

/** Words of a language between four blanks and the end of the line: neither fenced nor a program. */
function isIndentedProse(source: string, value: string): boolean {
  if (/^\s*(?:```|~~~)/.test(source)) return false;
  if (/[\p{Script=Han}]{2}/u.test(value)) return !/[{}<>]|\w\(\)/u.test(value);
  return !PROGRAM.test(value) && /\p{L}{2,}(?:\s+\S*\p{L}\S*){3}/u.test(value);
}

function unmarked(line: InlineLine): Pick<MarkedLine, 'line' | 'text' | 'emphasis'> {
  const lead = line.text.length - line.text.trimStart().length;
  const text = line.text.trim();
  const moved = line.emphasis
    .map((span) => ({ ...span, start: Math.max(0, span.start - lead), end: Math.min(text.length, span.end - lead) }))
    .filter((span) => span.end > span.start);
  return { line: line.line, ...takeMarks(text, moved) };
}

/** The lines of a cell (`<br>`) as one. */
function oneLine(lines: readonly InlineLine[]): Pick<InlineLine, 'text' | 'emphasis'> {
  let text = '';
  const emphasis: Emphasis[] = [];
  for (const line of lines) {
    if (text !== '') text += ' ';
    for (const span of line.emphasis)
      emphasis.push({ ...span, start: span.start + text.length, end: span.end + text.length });
    text += line.text;
  }
  return { text, emphasis };
}

/** `# Title {#place .class}`: what the writer's program reads of a heading, and no page shows. */
const ATTRIBUTES = /\s+\{(?:[#.][\w:-]+\s*)+\}$/u;

function withoutAttributes<Line extends Pick<MarkedLine, 'text' | 'emphasis'>>(line: Line): Line {
  const text = line.text.trimEnd().replace(ATTRIBUTES, '');
  if (text === line.text) return line;
  const emphasis = line.emphasis
    .map((span) => ({ ...span, end: Math.min(span.end, text.length) }))
    .filter(({ start, end }) => end > start);
  return { ...line, text, emphasis };
}
