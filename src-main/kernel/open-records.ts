import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isEmptyFile, migrationsWaiting } from '../store/database.ts';
import { DATABASE } from './files/data-folder.ts';
import { openStore, type Store } from '../store/store.ts';

/** A native part of SQLite other than the packaged one. */
interface Binding {
  readonly nativeBinding?: string;
}

/**
 * Opens the records in a data folder, or begins them in an empty one.
 * @throws Refusal of `store/database.ts`: nothing was changed.
 */
export function openRecords(
  folder: string,
  options: Binding & { readonly copyBefore: (migration: string) => string },
): Store {
  const { nativeBinding, copyBefore } = options;
  return openStore(join(folder, DATABASE), {
    backup: (copyTo, migration) => copyTo(copyBefore(migration)),
    ...(nativeBinding === undefined ? {} : { nativeBinding }),
  });
}

/**
 * Opens a copy of records in a folder that nobody else may look into; closing it removes the folder.
 * @throws Refusal of `store/database.ts`; the folder is gone then.
 */
export function openCopyIn(
  folder: string,
  bytes: Uint8Array,
  { nativeBinding }: Binding,
): { readonly store: Store; readonly close: () => void } {
  const gone = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const file = join(folder, DATABASE);
    writeFileSync(file, bytes, { mode: 0o600 });
    const store = openStore(file, nativeBinding === undefined ? {} : { nativeBinding });
    const close = (): void => {
      store.close();
      gone();
    };
    return { store, close };
  } catch (error) {
    gone();
    throw error;
  }
}

/** Whether the database of a data folder is there and holds nothing. */
export const holdsNothing = (folder: string, { nativeBinding }: Binding): boolean =>
  isEmptyFile(join(folder, DATABASE), nativeBinding);

export type { Store };
export type { MigrationAnswer, MigrationRequest } from '../store/migration-process.ts';

/** The database of a data folder, and the names of the migrations that opening it means. */
export function waitingMigrations(
  folder: string,
  nativeBinding?: string,
): { readonly path: string; readonly names: readonly string[] } {
  const path = join(folder, DATABASE);
  return { path, names: migrationsWaiting(path, nativeBinding) };
}
