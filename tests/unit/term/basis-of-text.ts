import { facts } from '../../../src-main/agreement/facts/facts.ts';
import { classify } from '../../../src-main/agreement/meaning/classify.ts';
import type { TermBasis } from '../../../src-main/term/basis.ts';
import { SHIPPED_CALENDAR } from '../../../src-main/term/calendar/holiday-tables.ts';
import { documentOf } from '../agreement/meaning.ts';

/** What is counted on where an agreement has these clauses, read as the program reads them. */
export function basisOfText(...texts: readonly string[]): TermBasis {
  const document = documentOf(texts);
  const { clauses } = document;
  return { sources: [{ facts: facts(document, classify(document)), clauses }], calendar: SHIPPED_CALENDAR };
}
