import type { Emphasis, MarkedLine } from '../model.ts';

/** One row of a table, with its source line. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly header: boolean;
}

/** A paragraph of the source made whole: one line, or several that were one sentence; or a whole table. */
export interface Passage {
  readonly text: string;
  readonly emphasis: readonly Emphasis[];
  /** 1-based first and last line of the source. */
  readonly first: number;
  readonly last: number;
  /** A blank line or a page break stands before it. */
  readonly gap: boolean;
  readonly heading?: number;
  readonly list?: NonNullable<MarkedLine['list']>;
  readonly verbatim?: boolean;
  /** Rows, when the passage is a table; `text` is then the rows joined by line feeds, cells by tabs. */
  readonly rows?: readonly TableRow[];
}

/** Moves spans by an offset. */
export function shifted(emphasis: readonly Emphasis[], by: number): Emphasis[] {
  return emphasis.map((span) => ({ ...span, start: span.start + by, end: span.end + by }));
}

/** The spans inside `[start, end)`, cut to it and counted from it. */
export function clipped(emphasis: readonly Emphasis[], start: number, end: number): Emphasis[] {
  return emphasis
    .filter((span) => span.start < end && span.end > start)
    .map((span) => ({ ...span, start: Math.max(span.start, start) - start, end: Math.min(span.end, end) - start }));
}

/** Part of a passage, outer blanks taken off. */
export function excerpt(
  passage: Passage,
  start: number,
  end = passage.text.length,
): Pick<Passage, 'text' | 'emphasis'> {
  const raw = passage.text.slice(start, end);
  const lead = raw.length - raw.trimStart().length;
  const text = raw.trim();
  return { text, emphasis: clipped(passage.emphasis, start + lead, start + lead + text.length) };
}

/** `【一、 协议范围】`: the brackets of a heading around its number. */
export function withoutHeadingBrackets(passage: Passage): Passage {
  const words = /^【\s*([^【】]{1,60})】$/.exec(passage.text)?.[1];
  if (words === undefined || passage.rows || passage.verbatim) return passage;
  const start = passage.text.indexOf(words);
  return { ...passage, ...excerpt(passage, start, start + words.length) };
}
