import type { Repair } from '../model.ts';
import type { ClauseNumber } from './clause-number.ts';
import { parseNumber } from './numbering.ts';
import { settleNumbers } from './numbering-sequence.ts';
import { excerpt, type Passage } from '../repair/passage.ts';
import { splitLine } from '../repair/line-splitting.ts';
import { isTranslation } from '../documents/titles.ts';

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
    if (index === title || isSecondTitle(passages, index, title))
      return [{ passage, number: annexNumber(passage), isTitle: true }];
    const number = numberOf(passage);
    if (keep.has(passage.first) || passage.rows || passage.verbatim) return [{ passage, number }];
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

/** The title in the other language, beneath the title. */
const isSecondTitle = (passages: readonly Passage[], index: number, title: number | undefined): boolean =>
  title === index - 1 && isTranslation(passages[title]?.text ?? '', passages[index]?.text ?? '');

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
