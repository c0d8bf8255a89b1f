import type { ClauseTag } from './model.ts';
import type { StructuredDocument } from './structured.ts';

/** What each clause is about, index-aligned with `doc.clauses`; `because` quotes the words that made it so. */
export function classify(doc: StructuredDocument): readonly (readonly ClauseTag[])[] {
  return doc.clauses.map(() => []);
}
