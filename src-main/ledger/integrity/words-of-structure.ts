import { canonicalText, canonicalWords } from '../../agreement/canonical.ts';
import type { Clause } from '../../agreement/model.ts';
import { isObject } from '../open-bundle.ts';

/** A clause as far as its words go. */
type Words = Pick<Clause, 'id' | 'number' | 'heading' | 'text'>;

/**
 * Whether everything that a structure shows is covered by the words of its text: the clauses give exactly this text, a
 * heading stands in its clause, and the cells of a table are its clause's. What is drawn from a structure for which this
 * holds shows no word that the text's fingerprint does not cover; the title stands in the entry.
 */
export function showsTheWordsOf(structure: unknown, text: string): boolean {
  if (!isObject(structure) || !Array.isArray(structure['clauses'])) return false;
  const clauses = structure['clauses'].flatMap(readWords);
  if (clauses.length !== structure['clauses'].length || canonicalText({ clauses }) !== text) return false;
  const byId = new Map(clauses.map((clause) => [clause.id, clause]));
  if (byId.size !== clauses.length) return false;
  const tables: readonly unknown[] = Array.isArray(structure['tables']) ? structure['tables'] : [];
  return (
    clauses.every(({ heading, text: words }) => heading === undefined || words.includes(heading)) &&
    tables.every((table) => isTableOf(table, byId))
  );
}

function readWords(value: unknown): readonly Words[] {
  if (!isObject(value)) return [];
  const { id, number, heading, text } = value;
  const fits =
    typeof id === 'string' &&
    typeof text === 'string' &&
    (number === undefined || typeof number === 'string') &&
    (heading === undefined || typeof heading === 'string');
  return fits
    ? [{ id, text, ...(number === undefined ? {} : { number }), ...(heading === undefined ? {} : { heading }) }]
    : [];
}

function isTableOf(table: unknown, clauses: ReadonlyMap<string, Words>): boolean {
  if (!isObject(table) || !Array.isArray(table['header']) || !Array.isArray(table['rows'])) return false;
  const clause = clauses.get(String(table['clause']));
  const header: readonly unknown[] = table['header'];
  const body: readonly unknown[] = table['rows'];
  const rows = [...(header.length > 0 ? [header] : []), ...body];
  const words = rows.map((row) => (Array.isArray(row) ? row.join('\t') : '')).join('\n');
  return clause !== undefined && canonicalWords(words) === canonicalWords(clause.text);
}
