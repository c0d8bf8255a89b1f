import { type Sentence, sentence } from '../agreement/sentence.ts';
import { Refusal } from '../agreement/refusal.ts';

/**
 * What SQLite and the system say when a database cannot be used, and the refusal that it becomes. A code is the first
 * one that the error's code begins with: SQLite's extended codes (`SQLITE_IOERR_SHMSIZE`) go with their plain ones.
 */
const CAUSES = [
  ['SQLITE_NOTADB', 'database-damaged'],
  ['SQLITE_CORRUPT', 'database-damaged'],
  ['SQLITE_BUSY', 'database-locked'],
  ['SQLITE_LOCKED', 'database-locked'],
  ['SQLITE_PROTOCOL', 'database-locked'],
  ['SQLITE_READONLY', 'database-read-only'],
  ['SQLITE_PERM', 'database-read-only'],
  ['SQLITE_FULL', 'disk-full'],
  // The file that WAL shares between processes could not be made as large as it must be.
  ['SQLITE_IOERR_SHMSIZE', 'disk-full'],
  ['SQLITE_IOERR_WRITE', 'disk-full'],
  ['SQLITE_CANTOPEN', 'database-not-opened'],
  ['SQLITE_IOERR', 'database-not-opened'],
  ['ERR_DLOPEN_FAILED', 'native-part-missing'],
  ['MODULE_NOT_FOUND', 'native-part-missing'],
  ['ERR_MODULE_NOT_FOUND', 'native-part-missing'],
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
] as const;

type Cause = (typeof CAUSES)[number][1];

/** Each cause in words: what happened and what it means for the data, and what to do next. */
const WORDS: Readonly<Record<Cause, (path: string) => readonly [Sentence, Sentence]>> = {
  'database-damaged': (path) => [
    sentence('store.database.database-damaged', { path }),
    sentence('store.database.database-damaged.next'),
  ],
  'database-locked': (path) => [
    sentence('store.database.database-locked', { path }),
    sentence('store.database.database-locked.next'),
  ],
  'database-read-only': (path) => [
    sentence('store.database.database-read-only', { path }),
    sentence('store.database.database-read-only.next'),
  ],
  'disk-full': (path) => [sentence('store.database.disk-full', { path }), sentence('store.database.disk-full.next')],
  'database-not-opened': (path) => [
    sentence('store.database.database-not-opened', { path }),
    sentence('store.database.database-not-opened.next'),
  ],
  'native-part-missing': () => [
    sentence('store.database.native-part-missing'),
    sentence('store.database.native-part-missing.next'),
  ],
};

/**
 * The refusal that an error of the database or of the disk below it stands for; undefined for an error of another sort.
 * `path`: the database's file, as the person can find it.
 */
export function databaseRefusal(error: unknown, path: string): Refusal | undefined {
  const code = (error as { readonly code?: unknown } | undefined)?.code;
  if (typeof code !== 'string') return undefined;
  const cause = CAUSES.find(([start]) => code.startsWith(start))?.[1];
  if (cause === undefined) return undefined;
  return new Refusal(cause, ...WORDS[cause](path), { cause: error });
}
