import type { AgreementDocument } from './model.ts';

/** How many clauses a document has: what binds, whether numbered or not; headings, tables and signatures are none. */
export const clauseCount = ({ clauses }: Pick<AgreementDocument, 'clauses'>): number =>
  clauses.filter(({ role }) => role === 'clause' || role === 'item').length;
