import type { AgreementDocument, Clause } from '../../agreement/model.ts';
import { align } from './align.ts';

/**
 * The new document with the ids of the old one's clauses on the clauses they became. A clause without a partner keeps
 * its own id unless the old document used it for another clause; then it gets the next free `-2`, `-3` ….
 * @param reserved ids of earlier versions that must not come back for another clause
 */
export function carryIds(
  old: AgreementDocument,
  next: AgreementDocument,
  reserved: Iterable<string> = [],
): AgreementDocument {
  const carried = new Map<number, string>();
  for (const pair of align(old.clauses, next.clauses)) {
    const id = pair.old === undefined ? undefined : old.clauses[pair.old]?.id;
    if (id !== undefined && pair.new !== undefined) carried.set(pair.new, id);
  }
  const taken = new Set([...old.clauses.map((clause) => clause.id), ...reserved]);
  const ids = next.clauses.map((clause, index) => carried.get(index) ?? freshId(clause.id, taken));
  const newIds = new Map(next.clauses.map((clause, index) => [clause.id, ids[index] ?? clause.id]));
  const renamed = (id: string): string => newIds.get(id) ?? id;
  const owned = <T extends { readonly clause: string }>(list: readonly T[]): readonly T[] =>
    list.map((entry) => ({ ...entry, clause: renamed(entry.clause) }));
  return {
    ...next,
    clauses: next.clauses.map((clause, index): Clause => ({
      ...clause,
      id: ids[index] ?? clause.id,
      ...(clause.parent !== undefined && { parent: renamed(clause.parent) }),
    })),
    tables: owned(next.tables),
    facts: owned(next.facts).map((fact, index) => {
      const before = next.facts[index];
      return before ? { ...fact, id: `${fact.clause}${before.id.slice(before.clause.length)}` } : fact;
    }),
    blanks: owned(next.blanks),
  };
}

/** An id that no clause has or had, noted as taken. */
function freshId(id: string, taken: Set<string>): string {
  let fresh = id;
  for (let nth = 2; taken.has(fresh); nth += 1) fresh = `${id.replace(/-\d+$/u, '')}-${nth}`;
  taken.add(fresh);
  return fresh;
}
