import type { Repair } from './model.ts';
import { type ClauseNumber, parseNumber } from './numbering.ts';
import { settleNumbers } from './numbering-sequence.ts';
import { excerpt, type Passage } from './passage.ts';
import { isHeadingLike } from './titles.ts';

/** A passage with its number read: what becomes one clause. `text` and `emphasis` are without the number. */
export interface Piece extends Passage {
  readonly number?: ClauseNumber;
  readonly isTitle?: boolean;
}

/** The pieces of one document, and the lines that had to be split because they hold several numbered clauses. */
export interface Pieces {
  readonly pieces: readonly Piece[];
  readonly repairs: readonly Repair[];
}

/** Reads the numbers of a document's passages. `title` is the index of the title; `keep` are lines not to be split. */
export function readPieces(passages: readonly Passage[], title: number | undefined, keep: ReadonlySet<number>): Pieces {
  const repairs: Repair[] = [];
  const apart = passages.flatMap((passage, index): readonly Candidate[] => {
    if (index === title) return [{ passage, number: annexNumber(passage), isTitle: true }];
    const number = numberOf(passage);
    if (!number || keep.has(passage.first) || passage.rows) return [{ passage, number }];
    return splitLine(passage, number, repairs);
  });
  const settled = settleNumbers(apart.map(({ number }) => number));
  const pieces = apart.map(({ passage, isTitle }, index): Piece => {
    const number = settled[index];
    const marked = number && passage.list?.ordered && !parseNumber(passage.text);
    const words = number && !marked ? excerpt(passage, number.length) : excerpt(passage, 0);
    const base = passage.rows || passage.verbatim ? passage : { ...passage, ...words };
    return { ...base, ...(number && { number }), ...(isTitle && { isTitle }) };
  });
  return { pieces: joinLoneNumbers(pieces), repairs };
}

interface Candidate {
  readonly passage: Passage;
  readonly number: ClauseNumber | undefined;
  readonly isTitle?: boolean;
}

/** The number in the words comes before the mark of a list around them. Marks of deeper lists count on their own. */
function numberOf(passage: Passage): ClauseNumber | undefined {
  if (passage.rows || passage.verbatim) return undefined;
  const own = parseNumber(passage.text);
  if (own || !passage.list?.ordered) return own;
  const mark = parseNumber(`${passage.list.marker} `) ?? parseNumber(`${passage.list.marker}. `);
  if (!mark) return undefined;
  const style = passage.list.depth > 0 ? `${mark.style}@${passage.list.depth}` : mark.style;
  return { ...mark, style, length: 0, weak: false };
}

const annexNumber = (passage: Passage): ClauseNumber | undefined => {
  const number = parseNumber(passage.text);
  return number?.style === '附件' || number?.style === 'Annex' ? number : undefined;
};

/** A number alone on its line (附件1, ARTICLE I, 1.1) is the number of what stands on the next. */
function joinLoneNumbers(pieces: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    const lone = before?.number && before.text === '' && !piece.number && !piece.rows && !piece.verbatim && !piece.list;
    if (!before || !lone) {
      joined.push(piece);
      continue;
    }
    const heading = before.heading ?? piece.heading;
    joined[joined.length - 1] = {
      ...piece,
      ...(before.number && { number: before.number }),
      ...(heading !== undefined && { heading }),
      first: before.first,
      gap: before.gap,
    };
  }
  return joined;
}

const BOUNDARY = /[。；;！？!?.][”"’）)]?\s*(?=[（(]?\s?[\da-zA-Z第一二三四五六七八九十①-⒛０-９])|\s+(?=[\d０-９])/g;

/** Several numbered clauses in one line: each goes on its own where the next number follows the end of a sentence. */
function splitLine(passage: Passage, number: ClauseNumber, repairs: Repair[]): readonly Candidate[] {
  const cuts: { readonly at: number; readonly number: ClauseNumber }[] = [];
  let last = number;
  let from = number.length;
  for (const match of passage.text.matchAll(BOUNDARY)) {
    const at = match.index + match[0].length;
    if (at <= from || at >= passage.text.length) continue;
    const found = parseNumber(passage.text.slice(at, at + 64));
    if (!found || found.length >= passage.text.length - at || !follows(last, found)) continue;
    const blankOnly = match[0].trim() === '';
    const label = blankOnly && found.values.length > 1 && isHeadingLike(passage.text.slice(from, at).trim());
    if (blankOnly && !label) continue;
    cuts.push({ at, number: found });
    last = found;
    from = at + found.length;
  }
  if (cuts.length === 0) return [{ passage, number }];
  const bounds = [0, ...cuts.map(({ at }) => at), passage.text.length];
  const parts = bounds.slice(0, -1).map((at, index) => ({ ...passage, ...excerpt(passage, at, bounds[index + 1]) }));
  const after = parts.map((part) => part.text).join('\n');
  repairs.push({ line: passage.first, kind: 'split-line', before: passage.text, after });
  return parts.map((part) => ({ passage: part, number: parseNumber(part.text) }));
}

const isChild = (before: ClauseNumber, after: ClauseNumber): boolean =>
  after.values.length === before.values.length + 1 &&
  after.values.at(-1) === 1 &&
  before.values.every((value, index) => value === after.values[index]);

/** The next number of the same style, the first beneath it, or the next of the level above. */
function follows(before: ClauseNumber, after: ClauseNumber): boolean {
  const [mine, next] = [before.values, after.values];
  if (isChild(before, after)) return true;
  if (next.length < mine.length)
    return (
      after.style.startsWith('1') &&
      next.every((value, index) => value === (mine[index] ?? 0) + (index === next.length - 1 ? 1 : 0))
    );
  if (after.style !== before.style || next.length !== mine.length) return false;
  return next.every((value, index) => value === (mine[index] ?? 0) + (index === next.length - 1 ? 1 : 0));
}
