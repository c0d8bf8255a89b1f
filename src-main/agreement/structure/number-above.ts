import type { Clause } from '../model.ts';

/** The number that a clause is called by, as a member: none where neither it nor anything above it has one. */
export type Numbered = Pick<Clause, 'number'>;

/**
 * The number that a clause is called by, as written: its own, or of a paragraph that has none (what stands under the heading `八、`) that of the
 * nearest clause above it. Whoever names a clause of a document asks here.
 */
export function numbersIn(clauses: readonly Pick<Clause, 'id' | 'number' | 'parent'>[]): (id: string) => Numbered {
  const byId = new Map(clauses.map((clause) => [clause.id, clause]));
  return (wanted) => {
    const seen = new Set<string>();
    for (let id: string | undefined = wanted; id !== undefined && !seen.has(id); id = byId.get(id)?.parent) {
      seen.add(id);
      const number = byId.get(id)?.number;
      if (number !== undefined) return { number };
    }
    return {};
  };
}
