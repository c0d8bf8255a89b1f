import type { Clause, ClauseTable, DocumentKind } from './model.ts';

/** One document after splitting and outlining, before its clauses got their meaning: the input of `classify` and `facts`. */
export interface StructuredDocument {
  readonly title: string;
  readonly kind: DocumentKind;
  readonly provider?: string;
  readonly language: 'zh' | 'en' | 'mixed';
  /** ISO date the document states about itself. */
  readonly date?: string;
  /** Document order; `tags` and rule emphasis still empty. */
  readonly clauses: readonly Clause[];
  readonly tables: readonly ClauseTable[];
}
