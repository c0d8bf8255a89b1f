import type { Words } from '../runs.ts';

const TITLE_NAME = /^(?:title|标题)$/i;
const HEADING_NAME = /^(?:heading|标题)\s*([1-9])$/i;
/** Words of nothing. */
export const NO_WORDS: Words = { text: '', emphasis: [] };

/** The letters of a line without its numbers, by which an entry of a table of contents is found in the text. */
export const lettersOf = (text: string): string =>
  text.replace(/[^\p{L}]+/gu, '').replace(/^第[一二三四五六七八九十百]+[章节条]/u, '');

/** Words with something before them. */
export function rowPrefix(prefix: string, { text, emphasis }: Words): Words {
  const move = prefix.length;
  const moved = emphasis.map((span) => ({ ...span, start: span.start + move, end: span.end + move }));
  return { text: `${prefix}${text}`, emphasis: moved };
}

/** How high a heading a paragraph is, by its outline level or its style's name. */
export function headingOf(outline: number | undefined, styleName: string): number | undefined {
  const named = HEADING_NAME.exec(styleName)?.[1];
  if (outline !== undefined && outline < 9) return Math.min(6, outline + 1);
  if (named !== undefined) return Math.min(6, Number(named));
  return TITLE_NAME.test(styleName) ? 1 : undefined;
}
