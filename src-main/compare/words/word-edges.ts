/** Longest word that is looked for: what is longer is no word that a reader would miss the beginning of. */
const LONGEST = 24;

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** The word that goes over a place in a text; absent where one ends there and another begins. */
function wordOver(text: string, at: number): { readonly start: number; readonly end: number } | undefined {
  if (at <= 0 || at >= text.length) return undefined;
  const from = Math.max(0, at - LONGEST);
  for (const { segment, index, isWordLike } of words.segment(text.slice(from, at + LONGEST))) {
    const start = from + index;
    if (start >= at) return undefined;
    if (start + segment.length > at) return isWordLike === true ? { start, end: start + segment.length } : undefined;
  }
  return undefined;
}

/** Where the word begins that goes over this place; the place itself where none does. */
export const wordStart = (text: string, at: number): number => wordOver(text, at)?.start ?? at;

/** Where the word ends that goes over this place; the place itself where none does. */
export const wordEnd = (text: string, at: number): number => wordOver(text, at)?.end ?? at;

/** The beginning of a text with so many characters at most, up to the last word that is whole, unless that leaves next to nothing. */
export function wholeWordsWithin(text: string, most: number): string {
  const start = wordStart(text, most);
  return text.slice(0, start > most / 2 ? start : most).trimEnd();
}
