import type { FactKind } from '../../agreement/fact.ts';
import { sentence } from '../../agreement/sentence.ts';
import type { TermStep } from '../answer.ts';
import { factsOf, type TermBasis } from '../basis.ts';
import type { Question } from '../pick-fact.ts';
import { foreignLaw } from '../count-period.ts';
import { isTelecom } from '../fees/telecom.ts';
import { SHIPPED_STATUTES, type StatuteRow } from './statute-table.ts';

/**
 * What the law says beside facts of these kinds: floors, ceilings and other readings, in the order of the table. They stand beside the
 * contract's figure and change none. Nothing under another place's law.
 */
export function statutesBeside(
  basis: Pick<TermBasis, 'sources' | 'statutes'>,
  kinds: readonly FactKind[],
): readonly StatuteRow[] {
  if (foreignLaw(basis)) return [];
  const telecom = isTelecom(basis.sources);
  const { rows } = basis.statutes ?? SHIPPED_STATUTES;
  return rows.filter(
    ({ beside, only }) => beside.some((kind) => kinds.includes(kind)) && (only === undefined || telecom),
  );
}

/** The kinds that these questions ask for and the text answers: the law is told beside a figure, not instead of one. */
export const statedKinds = (basis: Pick<TermBasis, 'sources'>, questions: readonly Question[]): readonly FactKind[] =>
  questions.flatMap(({ understands }) => understands.kinds).filter((kind) => factsOf(basis, kind).length > 0);

/** A row as a step of a calculation. */
export const statuteStep = ({ article, says, disputed }: StatuteRow): TermStep => ({
  text:
    disputed === true
      ? sentence('term.statutes.beside-disputed', { says })
      : sentence('term.statutes.beside', { says }),
  statute: sentence('term.statutes.article', { article }),
});
