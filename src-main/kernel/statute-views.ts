import type { FactKind } from '../agreement/fact.ts';
import type { StatuteView } from '../contract/views.ts';
import type { TermBasis } from '../term/basis.ts';
import { statutesBeside } from '../term/statutes/beside.ts';
import type { StatuteRow } from '../term/statutes/statute-table.ts';

/** A row of the table as a screen shows it. */
export const statuteView = ({ id, article, says, bound, disputed }: StatuteRow): StatuteView => ({
  ...{ id, article, says, bound },
  ...(disputed === true ? { disputed } : {}),
});

/** What the law says beside facts of these kinds, for a screen; nothing where it says nothing. */
export function statuteViews(
  basis: Pick<TermBasis, 'sources' | 'statutes'>,
  kinds: readonly FactKind[],
): readonly StatuteView[] {
  return statutesBeside(basis, kinds).map(statuteView);
}
