import type { MarkedText, Reading } from '../../../src-main/agreement/model.ts';

/** Every letter and figure of a text, counted; punctuation of numbers and marks is not words, nor is what has no width. */
function count(texts: readonly string[]): Map<string, number> {
  const counted = new Map<string, number>();
  for (const text of texts)
    for (const [character] of text.matchAll(/[^\s\p{P}\p{S}\p{Cf}]/gu))
      counted.set(character, (counted.get(character) ?? 0) + 1);
  return new Map([...counted].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The words of a source: of its lines and of the ordered list marks that its format took out of them. */
export function wordsOfSource(marked: MarkedText): Map<string, number> {
  return count(marked.lines.map(({ text, list }) => `${list?.ordered ? list.marker : ''} ${text}`));
}

/** The words of its lines alone: what no reading may be without. */
export const wordsOfLines = (marked: MarkedText): Map<string, number> => count(marked.lines.map(({ text }) => text));

/** The words of all documents (numbers and texts) and of the chrome that was dropped from them and around them. */
export function wordsOfReading(reading: Reading): Map<string, number> {
  const dropped = [...reading.dropped, ...reading.documents.flatMap(({ repairs }) => repairs)];
  return count([
    ...reading.documents.flatMap(({ clauses }) => clauses.map(({ number, text }) => `${number ?? ''} ${text}`)),
    ...dropped.filter(({ kind }) => kind === 'dropped-chrome').map(({ before }) => before),
  ]);
}
