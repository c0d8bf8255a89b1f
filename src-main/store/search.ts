import type { Database } from './database.ts';

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** Text as the index holds it: one token a Chinese character, words elsewhere. */
export function searchableWords(text: string): string {
  return text.normalize('NFKC').replace(CJK, ' $& ');
}

/**
 * What a person typed, as an FTS5 query: parts set apart by white space must all occur; each part is a phrase, so that
 * neighbouring characters stay neighbours. A part's last Latin word matches as a prefix. Absent when nothing searchable was typed.
 */
export function matchExpression(query: string): string | undefined {
  const parts = query
    .trim()
    .split(/\s+/u)
    .map(phraseOf)
    .filter((phrase) => phrase !== undefined);
  return parts.length === 0 ? undefined : parts.join(' AND ');
}

function phraseOf(part: string): string | undefined {
  const tokens = searchableWords(part).match(/[\p{L}\p{N}\p{M}]+/gu);
  if (!tokens) return undefined;
  const last = tokens.at(-1) ?? '';
  const prefix = /^[\p{Script=Latin}\p{N}]{2,}$/u.test(last) ? '*' : '';
  return `"${tokens.join(' ')}"${prefix}`;
}

export interface SearchHit {
  readonly versionId: string;
  readonly clauseId: string;
  readonly ordinal: number;
}

/**
 * Newest versions first: what a person looks for is almost always in what they brought in last. The words of a reading
 * that another one took the place of stay in the index and are passed over.
 */
export function searchStore(database: Database) {
  const find = database.prepare<[string, number], { version_id: string; clause_id: string; ordinal: number }>(
    `SELECT c.version_id, c.clause_id, c.ordinal FROM clause_words w JOIN clause c ON c.row = w.rowid
     WHERE clause_words MATCH ? AND c.reading = (SELECT max(row) FROM reading WHERE version_id = c.version_id)
     ORDER BY w.rowid DESC LIMIT ?`,
  );
  return {
    find(query: string, limit: number): readonly SearchHit[] {
      const expression = matchExpression(query);
      if (expression === undefined) return [];
      return find
        .all(expression, limit)
        .map((row) => ({ versionId: row.version_id, clauseId: row.clause_id, ordinal: row.ordinal }));
    },
  };
}
