import type { Requirement, VersionView } from '../../../../src-main/contract/review.ts';
import type { Clause } from '../../../../src-main/contract/views.ts';

/** A clause as it is read, with the number of the clause above where it is told apart by that alone. */
export interface ReadClause extends Clause {
  readonly above?: string;
}

/** What is noted together: key clauses under one parent. Every other clause is a card by itself. */
export interface Card {
  /** Of its first clause. */
  readonly id: string;
  readonly clauses: readonly ReadClause[];
  /** Those of its clauses that are key clauses; none: there is nothing to note. */
  readonly key: readonly string[];
}

/** The clauses of a version, each with what it is called by. */
export const readClauses = ({ document, above }: Pick<VersionView, 'document' | 'above'>): readonly ReadClause[] =>
  document.clauses.map((clause) => {
    const over = above[clause.id];
    return over === undefined ? clause : { ...clause, above: over };
  });

/** Clauses in reading order as cards. Headings of a section hold nothing together: the clauses under them are noted apart. */
export function cardsOf(clauses: readonly ReadClause[], conspicuous: ReadonlySet<string>): readonly Card[] {
  const groups: ReadClause[][] = [];
  for (const clause of clauses) {
    const group = groups.at(-1);
    const [lead, last] = [group?.[0], group?.at(-1)];
    if (group && lead && last && conspicuous.has(lead.id) && conspicuous.has(clause.id) && joins(lead, last, clause))
      group.push(clause);
    else groups.push([clause]);
  }
  return groups.map((group) => ({
    id: group[0]?.id ?? '',
    clauses: group,
    key: group.map(({ id }) => id).filter((id) => conspicuous.has(id)),
  }));
}

/** A clause under the one that leads the card, or the next entry of the same list. */
function joins(lead: Clause, last: Clause, next: Clause): boolean {
  if (next.parent === undefined) return false;
  if (next.parent === lead.id) return lead.role !== 'heading';
  return next.role === 'item' && last.role === 'item' && next.parent === last.parent;
}

/** How far a card is noted. */
export interface Noting {
  readonly state: 'not-seen' | 'seen' | 'ready' | 'noted';
  /** Part of the time that its clauses have been on screen, of what they need; 0 to 1. */
  readonly part: number;
  /** Seconds that are missing for the clause that misses most; each is on screen for itself. */
  readonly left: number;
  /** When the last of its clauses was noted, UTC ISO; only of a card that is noted. */
  readonly at?: string;
}

/** Seconds that the main side still asks for, less those that it was not told yet. */
export function secondsLeft(state: Requirement | undefined, unreported = 0): number {
  return Math.max(0, (state?.secondsNeeded ?? 0) - (state?.secondsSeen ?? 0) - unreported);
}

/**
 * How far the key clauses of a card are noted together.
 * @param unreported seconds of a clause that were on screen since the main side was told
 */
export function notingOf(
  key: readonly string[],
  states: ReadonlyMap<string, Requirement>,
  unreported: (clauseId: string) => number,
): Noting {
  const found = key.flatMap((id) => states.get(id) ?? []);
  const open = found.filter(({ acknowledged, done }) => !acknowledged || !done);
  const left = Math.max(0, ...open.map((state) => secondsLeft(state, unreported(state.clauseId ?? ''))));
  if (open.length === 0) {
    const times = found.flatMap(({ acknowledgedAt }) => acknowledgedAt ?? []).toSorted();
    const at = times.at(-1);
    return { state: 'noted', part: 1, left: 0, ...(at === undefined ? {} : { at }) };
  }
  const needed = found.reduce((sum, { secondsNeeded = 0 }) => sum + secondsNeeded, 0);
  const missing = open.reduce((sum, state) => sum + secondsLeft(state, unreported(state.clauseId ?? '')), 0);
  const part = needed === 0 ? 1 : 1 - missing / needed;
  return { state: left === 0 ? 'ready' : part > 0 ? 'seen' : 'not-seen', part, left };
}
