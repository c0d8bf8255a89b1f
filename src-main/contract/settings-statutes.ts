import { z } from 'zod';
import { call, nothing, sha256 } from './call.ts';
import type { StatuteView } from './views.ts';

/** The table of the law that stands beside the contract's figures. */
export interface StatutesView {
  /** The state of the law that it tells. */
  readonly asOf: string;
  readonly from: 'shipped' | 'person';
  /** The file that a person gave, with its hash. */
  readonly file?: { readonly name: string; readonly sha256: string };
  readonly rows: readonly StatuteView[];
}

export const statuteCalls = {
  'settings.statutes': call<StatutesView>()(nothing),
  /** Opens the dialog, reads and keeps a table; nothing when the dialog was closed. Refuses what is no table. */
  'settings.importStatutes': call<StatutesView | undefined>()(nothing),
  /** The table in use as a file, to be changed and imported again. */
  'settings.exportStatutes': call<{ readonly fileName: string } | undefined>()(nothing),
  /** Goes back to the shipped table. */
  'settings.dropStatutes': call<StatutesView>()(nothing),
  /** Takes up again a table that was given before, by the hash of its file. Refuses what was never kept. */
  'settings.restoreStatutes': call<StatutesView>()(z.strictObject({ sha256 })),
};
