import type { Clause } from '../model.ts';

type Place = Pick<Clause, 'id' | 'number' | 'parent'>;

/** The number that a clause is called by, as a member: none where neither it nor anything above it has one. */
export type Numbered = Pick<Clause, 'number'>;

const known = new WeakMap<readonly Place[], (id: string) => Numbered>();

/**
 * The number that a clause is called by, as written: its own, or of a paragraph that has none (what stands under the heading `八、`) that of the
 * nearest clause above it. Whoever names a clause of a document asks here. The clauses of one text are gone through once, however often
 * it is asked.
 */
export function numbersIn(clauses: readonly Place[]): (id: string) => Numbered {
  const found = known.get(clauses) ?? numbersOf(clauses);
  known.set(clauses, found);
  return found;
}

function numbersOf(clauses: readonly Place[]): (id: string) => Numbered {
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

/** A number that is begun anew beneath each clause: `(1)`, `a`, `③`, `1`. One like `4.1` or `第九条` says by itself where it stands. */
const OF_AN_ITEM =
  /^(?:[(（][^)）]{1,6}[)）]|[^()（）]{1,4}[)）]|[a-z]|[ivxl]{1,6}|\d{1,2}|[①-⑳]|[一二三四五六七八九十]{1,3})$/iu;

/** A number in brackets or a circle: set behind the one above it, both are read apart. */
const SET_APART = /^(?:[(（][^()（）]{1,6}[)）]|[①-⑳])$/u;

/**
 * The number by which a sentence names a clause: as `numbersIn` has it, and of an item that is begun anew beneath each clause with the
 * numbers above it, `2.2（1）`. Another clause may have an item of the same number.
 */
export function namesIn(clauses: readonly Place[]): (id: string) => Numbered {
  const found = named.get(clauses) ?? namesOf(clauses);
  named.set(clauses, found);
  return found;
}

const named = new WeakMap<readonly Place[], (id: string) => Numbered>();

/** Items within items, as deep as any agreement has them. */
const DEEPEST = 6;

function namesOf(clauses: readonly Place[]): (id: string) => Numbered {
  const numberOf = numbersIn(clauses);
  const byId = new Map(clauses.map((clause) => [clause.id, clause]));
  const nameOf = (id: string, depth: number): Numbered => {
    const { number = '', parent } = byId.get(id) ?? {};
    if (parent === undefined || depth > DEEPEST) return numberOf(id);
    if (number.trim() === '') return nameOf(parent, depth + 1);
    if (!SET_APART.test(number.trim())) return numberOf(id);
    const { number: over } = nameOf(parent, depth + 1);
    return { number: over === undefined || SET_APART.test(over) ? number : over + number.trim() };
  };
  return (id) => nameOf(id, 0);
}

/**
 * The numbers of the clauses above, by the ids of those that are told apart by them alone, or have no number of their own: `八、` over a
 * paragraph, `7.4` over its item `(1)`.
 */
export function numbersAbove(clauses: readonly Place[]): ReadonlyMap<string, string> {
  const numberOf = numbersIn(clauses);
  return new Map(
    clauses.flatMap(({ id, number, parent }) => {
      const { number: over } = numberOf(parent ?? '');
      return over !== undefined && (number === undefined || OF_AN_ITEM.test(number.trim()))
        ? [[id, over] as const]
        : [];
    }),
  );
}
