import { canonicalWords } from '../canonical.ts';
import { sha256 } from '../fingerprint.ts';

const ID_DIGITS = 16;

/**
 * Ids for the clauses of one document, index-aligned. An id comes from the words alone, so that the same words have the
 * same id in the next version, whatever their number; the second clause with the same words gets `-2`, and so on.
 */
export function clauseIds(texts: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return texts.map((text) => {
    const id = `c${sha256(canonicalWords(text)).slice(0, ID_DIGITS)}`;
    const nth = (seen.get(id) ?? 0) + 1;
    seen.set(id, nth);
    return nth === 1 ? id : `${id}-${nth}`;
  });
}
