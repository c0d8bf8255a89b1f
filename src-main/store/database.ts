import { createHash } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { sentence } from '../agreement/sentence.ts';
import { Refusal } from '../agreement/refusal.ts';
import { databaseRefusal } from './sqlite-refusals.ts';
import { type Migration, MIGRATIONS } from './migrations/index.ts';

export type Database = Sqlite.Database;

/** Files of records are their owner's alone. */
const PRIVATE = 0o600;

/** Written into the file's header, so that tools and the app itself can tell an Assent database ("ASNT"). */
export const APPLICATION_ID = 0x41534e54;

export interface OpenOptions {
  /** Path of the compiled SQLite binding, where the packaged one does not fit the runtime. */
  readonly nativeBinding?: string;
  /** Called before each migration of a database that already holds records; must leave a copy or throw. */
  readonly backup?: (copyTo: (file: string) => void, migration: string) => void;
  /** Told while a database that holds records is migrated: rows done of all, from nothing to all of them. */
  readonly onProgress?: MigrationProgress;
}

export type MigrationProgress = (done: number, total: number) => void;

/**
 * Opens (or creates) the database and brings it to the newest schema. Damage that opening does not meet is found by
 * `quickCheck`, which takes seconds in a large file and so never stands in the way to the list.
 * @throws Refusal: a file of another application, a database of a newer version of the app, a damaged file, one that is
 * locked, read-only or cannot be opened, a full disk, a native part that is missing.
 */
export function openDatabase(path: string, options: OpenOptions = {}): Database {
  let database: Database | undefined;
  try {
    keepPrivate(path);
    database = new Sqlite(path, options.nativeBinding ? { nativeBinding: options.nativeBinding } : {});
    refuseForeign(database, path);
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    database.pragma('trusted_schema = OFF');
    database.pragma('busy_timeout = 3000');
    migrate(database, options);
    return database;
  } catch (error) {
    database?.close();
    throw databaseRefusal(error, path) ?? error;
  }
}

/**
 * Nobody else may read what is recorded. SQLite gives the files that it puts beside a database the same rights, so that
 * the file must have them before it is opened.
 */
function keepPrivate(path: string): void {
  // Where it cannot be made, opening it says why.
  if (!existsSync(path)) tryTo(() => closeSync(openSync(path, 'a', PRIVATE)));
  for (const part of ['', '-wal', '-shm']) {
    // Of another person's file the rights cannot be changed; opening it says what that means.
    if (existsSync(path + part)) tryTo(() => chmodSync(path + part, PRIVATE));
  }
}

function tryTo(work: () => void): void {
  try {
    work();
  } catch {
    // Nothing depends on it.
  }
}

function refuseForeign(database: Database, path: string): void {
  const id = database.pragma('application_id', { simple: true }) as number;
  const isEmpty = database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0;
  if (id !== APPLICATION_ID && !(id === 0 && isEmpty)) {
    throw new Refusal(
      'database-foreign',
      sentence('store.database.database-foreign', { path }),
      sentence('store.database.database-foreign.next'),
    );
  }
  const version = database.pragma('user_version', { simple: true }) as number;
  if (version > MIGRATIONS.length) {
    throw new Refusal(
      'database-newer',
      sentence('store.database.database-newer', { version, length: MIGRATIONS.length }),
      sentence('store.database.database-newer.next'),
    );
  }
}

/**
 * Names of the migrations that opening this file means; none where there is no file, or none of ours: opening it says
 * why.
 */
export function migrationsWaiting(path: string, nativeBinding?: string): readonly string[] {
  if (!existsSync(path)) return [];
  try {
    const database = new Sqlite(path, { readonly: true, ...(nativeBinding === undefined ? {} : { nativeBinding }) });
    try {
      const version = database.pragma('user_version', { simple: true }) as number;
      return version === 0 ? [] : MIGRATIONS.slice(version).map(({ name }) => name);
    } finally {
      database.close();
    }
  } catch {
    return [];
  }
}

/** Each migration is one transaction together with its `user_version`: a crash leaves the schema before or after, never between. */
function migrate(database: Database, { backup, onProgress, nativeBinding }: OpenOptions): void {
  const from = database.pragma('user_version', { simple: true }) as number;
  let passed: () => void = () => undefined;
  database.function('sha256_hex', { deterministic: true }, (text) => sha256Hex(String(text)));
  // What `x` is passes as it is: a text is counted, not copied.
  database.function('passed', (value: unknown) => {
    passed();
    return value;
  });
  MIGRATIONS.slice(from).forEach((migration, index) => {
    const target = from + index + 1;
    const count = counter(target > 1 ? rowsOf(database, migration) : 0, onProgress);
    passed = count.one;
    // VACUUM INTO writes a consistent file in one step, or throws.
    // A database that is just being made holds nothing to copy.
    let copied: string | undefined;
    const copyTo = (file: string): void => {
      copyInto(database, file, nativeBinding);
      copied = file;
    };
    if (from > 0) backup?.(copyTo, migration.name);
    try {
      database.transaction(() => {
        database.exec(migration.sql);
        database.pragma(`application_id = ${APPLICATION_ID}`);
        database.pragma(`user_version = ${target}`);
      })();
    } catch (error) {
      // Nothing was changed: the next try would only put another copy of the same beside it.
      if (copied !== undefined) rmSync(copied, { force: true });
      throw error;
    }
    count.all();
  });
}

const rowsOf = (database: Database, { rows }: Migration): number =>
  rows === undefined ? 0 : (database.prepare<[], number>(rows).pluck().get() ?? 0);

/** Counts rows, and tells of each hundredth part of them: the person need not hear of every row. */
function counter(total: number, tell: MigrationProgress = () => undefined) {
  const step = Math.max(1, Math.floor(total / 100));
  let done = 0;
  if (total > 0) tell(0, total);
  return {
    one: (): void => {
      done += 1;
      // The last row is not the end: what it was written into is still to be made sure of.
      if (done % step === 0 && done < total) tell(done, total);
    },
    all: (): void => {
      if (total > 0) tell(total, total);
    },
  };
}

/** Beside its place first, and there only once it is whole and on the disk: a half of a copy is none. */
function copyInto(database: Database, file: string, nativeBinding: string | undefined): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const part = `${file}.part`;
  rmSync(part, { force: true });
  try {
    closeSync(openSync(part, 'wx', PRIVATE));
    database.prepare('VACUUM INTO ?').run(part);
    toDisk(part);
    if (!isWhole(part, nativeBinding)) throw copyNotWhole(file);
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/**
 * Copies a database that is being worked in, page by page, into a new file that only its owner may read. The copy keeps
 * no log beside it, so that it is one file wherever it goes; when this answers it is on the disk.
 */
export async function backUp(database: Database, file: string, nativeBinding?: string): Promise<void> {
  closeSync(openSync(file, 'wx', PRIVATE));
  await database.backup(file);
  const copy = new Sqlite(file, nativeBinding === undefined ? {} : { nativeBinding });
  try {
    copy.pragma('journal_mode = DELETE');
  } finally {
    copy.close();
  }
  toDisk(file);
}

function toDisk(file: string): void {
  const descriptor = openSync(file, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

const copyNotWhole = (path: string): Refusal =>
  new Refusal(
    'copy-not-whole',
    sentence('store.database.copy-not-whole', { path }),
    sentence('store.database.copy-not-whole.next'),
  );

const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Reads every page of a database file beside whoever works on it. `quick_check(1)` stops at the first fault; whether
 * indexes agree with their tables is left to the full check of the evidence. The fault in SQLite's words, or undefined.
 */
export function quickCheck(path: string, nativeBinding?: string): string | undefined {
  try {
    return readOnly(path, nativeBinding, (database) => {
      const answer = database.pragma('quick_check(1)', { simple: true });
      return answer === 'ok' ? undefined : String(answer);
    });
  } catch (error) {
    if (databaseRefusal(error, path)?.code === 'database-damaged') return String(error);
    throw error;
  }
}

/** Whether a file is a whole database of ours that this build can open; it is only read. */
export function isWhole(path: string, nativeBinding?: string): boolean {
  try {
    if (quickCheck(path, nativeBinding) !== undefined) return false;
    return readOnly(path, nativeBinding, (database) => {
      refuseForeign(database, path);
      return database.pragma('application_id', { simple: true }) === APPLICATION_ID;
    });
  } catch {
    // Whatever keeps it from being read keeps it from being restored.
    return false;
  }
}

/** A database file that is only read; whoever opens it closes it. */
export function openReadOnly(path: string, nativeBinding?: string): Database {
  const binding = nativeBinding === undefined ? {} : { nativeBinding };
  return new Sqlite(path, { readonly: true, fileMustExist: true, ...binding });
}

/**
 * Whether there is a file and no record in it: nothing at all, no table, or a ledger without an entry. What cannot be read
 * is not empty.
 */
export function isEmptyFile(path: string, nativeBinding?: string): boolean {
  const known = statSync(path, { throwIfNoEntry: false });
  if (!known?.isFile()) return false;
  if (known.size === 0 && !existsSync(`${path}-wal`)) return true;
  try {
    return readOnly(path, nativeBinding, (database) => {
      const tables = database.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'ledger'").pluck().get();
      return tables === 0 ? hasNothing(database) : database.prepare('SELECT count(*) FROM ledger').pluck().get() === 0;
    });
  } catch {
    return false;
  }
}

const hasNothing = (database: Database): boolean =>
  database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0;

function readOnly<Result>(path: string, nativeBinding: string | undefined, work: (of: Database) => Result): Result {
  const database = openReadOnly(path, nativeBinding);
  try {
    return work(database);
  } finally {
    database.close();
  }
}

/** Checks every page and every index. Slow on large files; returns the faults in SQLite's words, none when whole. */
export function checkIntegrity(database: Database): readonly string[] {
  const rows = database.pragma('integrity_check(20)') as readonly { integrity_check: string }[];
  const faults = rows.map((row) => row.integrity_check).filter((text) => text !== 'ok');
  const broken = database.pragma('foreign_key_check') as readonly { table: string; rowid: number }[];
  return [...faults, ...broken.map((row) => `foreign key: ${row.table} row ${row.rowid}`)];
}
