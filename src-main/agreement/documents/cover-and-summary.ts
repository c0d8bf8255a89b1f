import type { Passage } from '../repair/passage.ts';
import type { ClauseNumber } from '../structure/clause-number.ts';
import { plainTitle, readTitle } from './titles.ts';

/** More than this is no cover, no summary and no list of contents. */
const MOST_LETTERS = 4000;
const MOST_PASSAGES = 60;
const TITLE_WITHIN = 15;

/** So many lines of headings alone may stand above a title: the name of a page, of a section of a site, a date. */
const MOST_HEADINGS = 8;
const LONGEST_HEADING = 60;
/** A heading has no words of a form or of a sentence, and is no annex. */
const isHeading = ({ text, rows }: Passage): boolean =>
  rows === undefined &&
  text.length <= LONGEST_HEADING &&
  !/[：:。；;_＿]|[.!?]$|附件|annex|exhibit|schedule/iu.test(text);

const lettersOf = (title: string): string =>
  plainTitle(title)
    .toLowerCase()
    .replace(/\b(?:the|our)\b/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** One title is the other, or the other with a name in it. */
function isSameTitle(one: string, other: string): boolean {
  const [a, b] = [lettersOf(one), lettersOf(other)];
  return a.length >= 4 && b.length >= 4 && (a.includes(b) || b.includes(a));
}

/** A numbered sentence; a list of contents has none. */
const isClause = ({ rows, list, text }: Passage, number: ClauseNumber | undefined): boolean =>
  rows === undefined && (number?.weak === false || (list?.ordered === true && /[.。；;]\s*$/u.test(text)));

/** The line of an annex with its title, and the title again beneath it. */
const isTitleAgain = (passages: readonly Passage[], before: number | undefined, start: number): boolean =>
  before !== undefined &&
  start - before === 1 &&
  passages[before]?.rows === undefined &&
  isSameTitle(passages[before]?.text ?? '', passages[start]?.text ?? '');

/**
 * The starts of documents without the one behind a cover: what stands before a title that comes again, without a clause of its
 * own, belongs to what follows (the name of the page, a summary, a list of contents, the sheet with the parties).
 */
export function withoutFrontMatter(
  passages: readonly Passage[],
  numbers: readonly (ClauseNumber | undefined)[],
  starts: ReadonlySet<number>,
): ReadonlySet<number> {
  const sorted = [...starts].toSorted((a, b) => a - b);
  const repeated = sorted.filter((start, nth) => isTitleAgain(passages, sorted[nth - 1], start));
  if (repeated.length > 0) return new Set(sorted.filter((start) => !repeated.includes(start)));
  const [, second] = sorted;
  if (second === undefined || second > MOST_PASSAGES) return starts;
  const before = passages.slice(0, second);
  if (before.reduce((sum, { text }) => sum + text.length, 0) > MOST_LETTERS) return starts;
  if (before.some((passage, index) => isClause(passage, numbers[index]))) return starts;
  if (before.length <= MOST_HEADINGS && before.every(isHeading))
    return new Set([...starts].filter((start) => start !== second));
  const title = before.slice(0, TITLE_WITHIN).find(({ text }) => readTitle(text) !== undefined) ?? before[0];
  if (!title || !isSameTitle(title.text, passages[second]?.text ?? '')) return starts;
  return new Set([...starts].filter((start) => start !== second));
}
