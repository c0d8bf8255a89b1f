import { isHeadingLike, kindOfTitle } from '../agreement/documents/titles.ts';

const SEPARATORS = /\s+[-–—|·•:/]\s+|[|_»]|(?<=\p{Script=Han})\s?[-–—]\s?/u;

/**
 * The title among the names that a format gives the whole (the title of a page, the text of a page header): the first part that
 * names a paper, without the name of the site beside it. Undefined when none does.
 */
export function givenTitle(names: readonly string[]): string | undefined {
  for (const name of names) {
    const parts = name
      .replace(/\s+/gu, ' ')
      .split(SEPARATORS)
      .map((part) => part.trim());
    const title = parts.find((part) => part.length <= 80 && isHeadingLike(part) && kindOfTitle(part) !== undefined);
    if (title !== undefined) return title;
  }
  return undefined;
}
