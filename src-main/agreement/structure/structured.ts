import type { AgreementDocument } from '../model.ts';

/**
 * One document with its structure read and its meaning not yet: every clause has no tags and only the emphasis of the source.
 * What `classify`, `emphasise` and `facts` work on.
 */
export type StructuredDocument = Pick<
  AgreementDocument,
  'title' | 'kind' | 'provider' | 'language' | 'date' | 'clauses' | 'tables'
>;
