import { z } from 'zod';
import type { KeptFile } from '../../agreement/kept-file.ts';
import type { FactKind } from '../../agreement/fact.ts';
import type { AgreementDocument } from '../../agreement/model.ts';
import type { StatuteView } from '../../contract/views.ts';
import type { Store } from '../../store/store.ts';
import type { TermBasis } from '../../term/basis.ts';
import { statutesBeside, statutesByClause } from '../../term/statutes/beside.ts';
import { type StatuteRow, statuteTable, type StatuteTable } from '../../term/statutes/statute-table.ts';
import { SETTINGS } from '../stored-names.ts';
import { keptFile } from './members.ts';
import { readSetting, type Setting } from './settings.ts';

/** A person's own table of the law beside the contract, with the file it was read from; absent while the shipped one is used. */
export interface KeptStatutes {
  readonly v: 1;
  readonly table?: StatuteTable;
  readonly file?: KeptFile;
}

export const STATUTES: Setting<KeptStatutes> = {
  name: SETTINGS.settings.statutes,
  schema: z.strictObject({ v: z.literal(1), table: statuteTable.exactOptional(), file: keptFile.exactOptional() }),
};

/** The person's table as it goes into a basis. @throws Refusal `record-unreadable`. */
export function statutesSaid(store: Store): { readonly statutes?: StatuteTable } {
  const table = readSetting(store, STATUTES)?.table;
  return table === undefined ? {} : { statutes: table };
}

/** A row of the table as a screen shows it. */
export const statuteView = ({ id, article, says, bound, disputed, whateverLaw }: StatuteRow): StatuteView => ({
  ...{ id, article, says, bound },
  ...(whateverLaw === undefined ? {} : { whateverLaw }),
  ...(disputed === true ? { disputed } : {}),
});

/** What the law says beside facts of these kinds, for a screen; nothing where it says nothing. */
export function statuteViews(
  basis: Pick<TermBasis, 'sources' | 'statutes'>,
  kinds: readonly FactKind[],
): readonly StatuteView[] {
  return statutesBeside(basis, kinds).map(statuteView);
}

/** What the law says beside each clause of a document, by clause. */
export const clauseStatutes = (
  store: Store,
  document: AgreementDocument,
): Readonly<Record<string, readonly StatuteView[]>> =>
  Object.fromEntries(
    [...statutesByClause({ sources: [document], ...statutesSaid(store) }, document.clauses)].map(([id, rows]) => [
      id,
      rows.map(statuteView),
    ]),
  );
