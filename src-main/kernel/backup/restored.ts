import { z } from 'zod';
import { entriesInCommon, settleCopy } from '../../store/restored.ts';
import type { Ports, RestoredFrom } from '../ports.ts';
import { putSetting, readSetting, type Setting, settingFault } from '../papers/settings.ts';
import { record } from '../record.ts';
import { SETTINGS } from '../stored-names.ts';
import type { Store } from '../../store/store.ts';

const schema: Setting<RestoredFrom>['schema'] = z.strictObject({
  how: z.enum(['backup', 'file', 'moved']),
  name: z.string(),
  entries: z.number(),
  head: z.string().exactOptional(),
  made: z.string().exactOptional(),
  replaced: z.string(),
  present: z.union([
    z.strictObject({ entries: z.number(), head: z.string().exactOptional() }),
    z.literal(['unreadable', 'none']),
  ]),
  common: z.number().exactOptional(),
});

/** Stands in a restored database until its ledger has said so. */
export const RESTORED: Setting<RestoredFrom> = { name: SETTINGS.settings.restored, schema };

/** Stands in it from then on until the person has put it away, over every start between. */
export const RESTORED_UNSEEN: Setting<RestoredFrom> = { name: SETTINGS.settings.restoredUnseen, schema };

export { entriesInCommon };

/**
 * Numbers of entries that the replaced ledger had used for others than the restored one has or will have: from where the two
 * went their own ways. Absent where there are none, or where the replaced ledger could not be read.
 */
export function numbersUsedTwice({
  entries,
  present,
  common = entries,
}: RestoredFrom): { readonly from: number; readonly to: number } | undefined {
  const last = typeof present === 'string' ? 0 : present.entries;
  return last > common ? { from: common + 1, to: last } : undefined;
}

/** Has a copy of a database say where it comes from, before it takes the place of another one. */
export function noteRestored(file: string, note: RestoredFrom, at: Date, nativeBinding?: string): void {
  settleCopy(file, { settings: { [RESTORED.name]: note }, at: at.toISOString() }, nativeBinding);
}

/**
 * Has the ledger of a database that was just restored say so, once: where it came from, and which numbers are used twice
 * because the replaced ledger had used them. Answers what was restored; undefined where nothing was.
 */
export function tellRestored(ports: Pick<Ports, 'store' | 'ledger' | 'emit' | 'now'>): RestoredFrom | undefined {
  const { store } = ports;
  const note = settingFault(store, RESTORED) ? undefined : readSetting(store, RESTORED);
  if (!note) return undefined;
  const { how, name, entries, head, replaced, present } = note;
  const usedTwice = numbersUsedTwice(note);
  record(ports, {
    entry: {
      kind: 'backup-restored',
      subject: 'database',
      payload: {
        how,
        restoredFrom: name,
        entries,
        ...(head === undefined ? {} : { head }),
        replaced,
        present: typeof present === 'string' ? present : { ...present },
        ...(usedTwice ? { usedTwice } : {}),
      },
    },
    write: () => {
      store.settings.remove(RESTORED.name);
      putSetting(ports, RESTORED_UNSEEN, note);
    },
    changed: ['settings'],
  });
  return note;
}

/** What these records were restored from, while the person has not put it away. */
export const restoredUnseen = (store: Store): RestoredFrom | undefined =>
  settingFault(store, RESTORED_UNSEEN) ? undefined : readSetting(store, RESTORED_UNSEEN);

/** The person has seen it. */
export const putRestoredAway = (store: Store): void => store.settings.remove(RESTORED_UNSEEN.name);
