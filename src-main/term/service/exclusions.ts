import type { Clause } from '../../agreement/model.ts';
import type { FactSource } from '../basis.ts';

/** One cause that the agreement leaves out of the count. */
export interface Exclusion {
  readonly clauseId: string;
  readonly number?: string;
  readonly text: string;
}

interface TaggedSource extends FactSource {
  readonly clauses: readonly Clause[];
}

function hasClauses(source: FactSource): source is TaggedSource {
  return source.clauses.every((clause) => 'tags' in clause);
}

/**
 * The exclusions of the first document that lists any: its numbered items about exclusions; where it has none, the
 * clauses about exclusions themselves, without definitions and headings.
 */
export function leafExclusions(sources: readonly FactSource[]): readonly Exclusion[] {
  for (const source of sources.filter(hasClauses)) {
    const tagged = source.clauses.filter(
      ({ tags, role }) =>
        role !== 'heading' && role !== 'definition' && tags.some(({ kind }) => kind === 'sla-exclusion'),
    );
    const parents = new Set(source.clauses.map(({ parent }) => parent));
    const items = tagged.filter(({ role, id }) => role === 'item' && !parents.has(id));
    const found = items.length > 0 ? items : tagged;
    if (found.length === 0) continue;
    return found.map(({ id, number, text }) => ({ clauseId: id, text, ...(number === undefined ? {} : { number }) }));
  }
  return [];
}
