import { wordsKey } from '../words/normalise.ts';
import type { Edit } from '../redline/redline.ts';

/** A clause that came or went, and the words it consists of. */
export interface Passing<T> {
  readonly row: T;
  readonly text: string;
}

/** Shorter pieces would be found anywhere. */
const TELLING = 8;
/** What may be left of an edit besides the passage: a number, a mark or two. */
const REST = 6;

/**
 * Tells a split or a merger: which of the clauses that were added next to a changed clause are words that it lost
 * (`side` 0), or which removed ones are words that it gained (`side` 1), and which of its edits they account for.
 */
export function passages<T>(
  edits: readonly Edit[],
  neighbours: readonly Passing<T>[],
  side: 0 | 1,
): { readonly rows: readonly T[]; readonly edits: ReadonlySet<Edit> } {
  const rows: T[] = [];
  const explained = new Set<Edit>();
  for (const edit of edits) {
    let rest = wordsKey(side === 0 ? edit.old : edit.new);
    const before = rows.length;
    for (const { row, text } of neighbours) {
      const words = wordsKey(text);
      if (words.length < TELLING || !rest.includes(words)) continue;
      rest = rest.replace(words, '');
      rows.push(row);
    }
    const other = side === 0 ? edit.new : edit.old;
    if (rows.length > before && rest.length <= REST && wordsKey(other).length <= REST) explained.add(edit);
  }
  return { rows, edits: explained };
}
