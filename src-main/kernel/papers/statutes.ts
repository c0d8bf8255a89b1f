import { z } from 'zod';
import type { KeptFile } from '../../agreement/kept-file.ts';
import type { Store } from '../../store/store.ts';
import { statuteTable, type StatuteTable } from '../../term/statutes/statute-table.ts';
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
