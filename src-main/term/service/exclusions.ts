import type { Clause } from '../../agreement/model.ts';
import { numbersAbove } from '../../agreement/structure/number-above.ts';
import type { FactSource } from '../basis.ts';

/** One cause that the agreement leaves out of the count. */
export interface Exclusion {
  readonly clauseId: string;
  readonly number?: string;
  /** Number of the clause above, where it is told apart by that alone. */
  readonly above?: string;
  readonly text: string;
}

interface TaggedSource extends FactSource {
  readonly clauses: readonly Clause[];
}

function hasClauses(source: FactSource): source is TaggedSource {
  return source.clauses.every((clause) => 'tags' in clause);
}

function exclusionsIn(source: TaggedSource): readonly Exclusion[] {
  const tagged = source.clauses.filter(
    ({ tags, role }) =>
      role !== 'heading' && role !== 'definition' && tags.some(({ kind }) => kind === 'sla-exclusion'),
  );
  const parents = new Set(source.clauses.map(({ parent }) => parent));
  const items = tagged.filter(({ role, id }) => role === 'item' && !parents.has(id));
  const found = items.length > 0 ? items : tagged;
  const over = numbersAbove(source.clauses);
  return found.map(({ id, number, text }) => {
    const above = over.get(id);
    return {
      clauseId: id,
      text,
      ...(number === undefined ? {} : { number }),
      ...(above === undefined ? {} : { above }),
    };
  });
}

/**
 * The exclusions of the agreement, or where it lists none those of the others that are asked: its numbered items about exclusions;
 * where it has none, the clauses about exclusions themselves, without definitions and headings.
 */
export function leafExclusions(sources: readonly FactSource[]): readonly Exclusion[] {
  const [own, ...others] = sources.filter(hasClauses).map(exclusionsIn);
  return own && own.length > 0 ? own : others.flat();
}
