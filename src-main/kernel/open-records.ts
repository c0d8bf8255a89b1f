import { join } from 'node:path';
import { migrationsWaiting } from '../store/database.ts';
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

export type { MigrationAnswer, MigrationRequest } from '../store/migration-process.ts';

/** The database of a data folder, and the names of the migrations that opening it means. */
export function waitingMigrations(
  folder: string,
  nativeBinding?: string,
): { readonly path: string; readonly names: readonly string[] } {
  const path = join(folder, 'assent.sqlite');
  return { path, names: migrationsWaiting(path, nativeBinding) };
}
