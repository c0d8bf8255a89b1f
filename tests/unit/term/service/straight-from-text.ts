import { facts } from '../../../../src-main/agreement/facts/facts.ts';
import { classify } from '../../../../src-main/agreement/meaning/classify.ts';
import { SHIPPED_CALENDAR } from '../../../../src-main/term/calendar/holiday-tables.ts';
import type { TermBasis } from '../../../../src-main/term/basis.ts';
import { type Downtime, type ServiceLevel, serviceLevel } from '../../../../src-main/term/service/service-level.ts';
import { documentOf } from '../../agreement/meaning.ts';

/** A clause's words, or its number, its words, and the number that it stands under. */
export type Written = string | readonly [string, string, string?];

/** What a service level agreement of these clauses answers from: its facts as they are read, its tags, its words. */
export function basisOfText(...clauses: readonly Written[]): TermBasis {
  const document = documentOf(clauses, 'sla');
  const tags = classify(document);
  const tagged = document.clauses.map((clause, index) => ({ ...clause, tags: tags[index] ?? [] }));
  return { sources: [{ facts: facts(document, tags), clauses: tagged }], calendar: SHIPPED_CALENDAR };
}

/** September 2026 of such an agreement, for a fee of 1000 a month. */
export const september = (
  clauses: readonly Written[],
  downtime: Downtime | number,
  more: Partial<TermBasis> = {},
): ServiceLevel =>
  serviceLevel(
    { ...basisOfText(...clauses), ...more },
    {
      month: '2026-09',
      fee: { fee: '1000.00' },
      downtime: typeof downtime === 'number' ? { minutes: downtime } : downtime,
    },
  );
