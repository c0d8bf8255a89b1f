import { join } from 'node:path';
import { openStore, type Store } from '../store/store.ts';

/**
 * Opens the records in a data folder.
 * @throws Refusal `database-foreign`, `database-newer`, `database-damaged`: nothing was changed.
 */
export function openRecords(
  folder: string,
  options: { readonly nativeBinding?: string; readonly copyBefore: (migration: string) => string },
): Store {
  const { nativeBinding, copyBefore } = options;
  return openStore(join(folder, 'assent.sqlite'), {
    backup: (copyTo, migration) => copyTo(copyBefore(migration)),
    ...(nativeBinding === undefined ? {} : { nativeBinding }),
  });
}
