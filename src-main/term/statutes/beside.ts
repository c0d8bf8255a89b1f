import type { FactKind } from '../../agreement/fact.ts';
import { byClause } from '../../agreement/facts/told.ts';
import type { Clause } from '../../agreement/model.ts';
import { type Sentence, sentence } from '../../agreement/sentence.ts';
import type { TermStep } from '../answer.ts';
import { factsOf, type TermBasis } from '../basis.ts';
import type { Question } from '../pick-fact.ts';
import { foreignLaw } from '../count-period.ts';
import { isTelecom } from '../fees/telecom.ts';
import { SHIPPED_STATUTES, type StatuteRow } from './statute-table.ts';

/**
 * What the law says beside facts of these kinds: floors, ceilings and other readings, in the order of the table. They stand beside the
 * contract's figure and change none. Under another place's law only what holds whatever law is chosen, each row with its reason.
 */
export function statutesBeside(
  basis: Pick<TermBasis, 'sources' | 'statutes'>,
  kinds: readonly FactKind[],
): readonly StatuteRow[] {
  return rowsFor(basis).filter(({ beside }) => beside.some((kind) => kinds.includes(kind)));
}

/** The rows that can be told of an agreement at all. Why one holds whatever law is chosen is said where another law is. */
function rowsFor(basis: Pick<TermBasis, 'sources' | 'statutes'>): readonly StatuteRow[] {
  const telecom = isTelecom(basis.sources);
  const rows = (basis.statutes ?? SHIPPED_STATUTES).rows.filter(({ only }) => only === undefined || telecom);
  return foreignLaw(basis)
    ? rows.filter(({ whateverLaw }) => whateverLaw !== undefined)
    : rows.map(({ whateverLaw: _, ...row }) => row);
}

/** What the law says beside each clause: of its figures, of what it is about, or of a word that it has. Clauses without any are left out. */
export function statutesByClause(
  basis: Pick<TermBasis, 'sources' | 'statutes'>,
  clauses: readonly Pick<Clause, 'id' | 'role' | 'text' | 'tags'>[],
): ReadonlyMap<string, readonly StatuteRow[]> {
  const rows = rowsFor(basis);
  const factsIn = byClause(basis.sources[0]?.facts ?? []);
  return new Map(
    clauses.flatMap(({ id, role, text, tags }) => {
      if (role === 'heading') return [];
      const kinds = new Set(factsIn(id).map(({ kind }) => kind));
      const about = new Set<string>(tags.map(({ kind }) => kind));
      const words = text.toLowerCase();
      const found = rows.filter(
        ({ beside, clauses: said }) =>
          beside.some((kind) => kinds.has(kind)) ||
          said?.kinds?.some((kind) => about.has(kind)) === true ||
          said?.words?.some((word) => words.includes(word.toLowerCase())) === true,
      );
      return found.length === 0 ? [] : [[id, found] as const];
    }),
  );
}

/** The kinds that these questions ask for and the text answers: the law is told beside a figure, not instead of one. */
export const statedKinds = (basis: Pick<TermBasis, 'sources'>, questions: readonly Question[]): readonly FactKind[] =>
  questions.flatMap(({ understands }) => understands.kinds).filter((kind) => factsOf(basis, kind).length > 0);

/** A row as a step of a calculation. */
export const statuteStep = ({ article, says, disputed, whateverLaw: why }: StatuteRow): TermStep => ({
  text: stepText(says, { disputed, why }),
  statute: sentence('term.statutes.article', { article }),
});

function stepText(
  says: StatuteRow['says'],
  { disputed, why }: { readonly disputed: StatuteRow['disputed']; readonly why: StatuteRow['whateverLaw'] },
): Sentence {
  if (why) return sentence('term.statutes.beside-whatever-law', { says, why });
  return disputed === true
    ? sentence('term.statutes.beside-disputed', { says })
    : sentence('term.statutes.beside', { says });
}
