import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { MessageKey } from '../../assets/messages/say.ts';
import { ROOT } from './app.ts';
import { formerLibrary } from './former.ts';
import { PACKED } from './started.ts';

/** A library that the app made before, as its file. */
export const LIBRARY = formerLibrary();

/** A data folder that fails; `undo` takes back what is not a file. */
interface Made {
  readonly folder: string;
  readonly undo?: () => void;
}

/** A reason that keeps the records from being opened. */
export interface Cause {
  readonly code: string;
  /** Makes a data folder that fails; what it answers undoes what is not a file. */
  readonly make: (base: string) => Made | Promise<Made>;
  readonly env?: Readonly<Record<string, string>>;
  /** The sentence as the catalogue has it. */
  readonly key: MessageKey;
  /** The ways out beside trying again and quitting. */
  readonly ways: readonly MessageKey[];
  /** A program that making it needs. */
  readonly needs?: string;
}

/** A data folder with that library. */
export const library = (base: string): string => {
  const folder = join(base, 'data');
  mkdirSync(folder);
  writeFileSync(join(folder, 'assent.sqlite'), LIBRARY);
  return folder;
};
const mounted = (at: string, ...args: readonly string[]): (() => void) => {
  execFileSync('mount', [...args, at]);
  return () => execFileSync('umount', ['-l', at]);
};
/** The same after its database was changed. */
export const withDatabase = (folder: string, work: (database: Sqlite.Database) => void): string => {
  const database = new Sqlite(join(folder, 'assent.sqlite'));
  work(database);
  database.close();
  return folder;
};

/**
 * Holds a database as a program that copies it would; the answer lets it go. From a process of its own: a lock is its
 * process's, and reading the file beside it in this one would give it up.
 */
export async function held(file: string): Promise<() => void> {
  const holder = `const database = require('better-sqlite3')(${JSON.stringify(file)});
    database.pragma('locking_mode = EXCLUSIVE'); database.exec('BEGIN EXCLUSIVE'); console.log('held');
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['-e', holder], { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return () => child.kill('SIGKILL');
}

/** Takes the database's native part out of a packed app, which honours no other; the answer puts it back. */
function withoutNativePart(packed: string): () => void {
  const prebuilds = join(dirname(packed), 'resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds');
  renameSync(prebuilds, `${prebuilds}-away`);
  return () => renameSync(`${prebuilds}-away`, prebuilds);
}

const CHOOSE = 'shell.start.choose-folder';
/** Every cause by what a person would say of it. */
export const CAUSES: Readonly<Record<string, Cause>> = {
  'another program holds the database': {
    code: 'database-locked',
    key: 'store.database.database-locked',
    ways: [],
    make: async (base) => {
      const folder = library(base);
      return { folder, undo: await held(join(folder, 'assent.sqlite')) };
    },
  },
  'the database is missing where there were records': {
    code: 'database-missing',
    key: 'shell.start.database-missing',
    ways: ['shell.start.begin-anew', CHOOSE, 'shell.start.choose-backup'],
    make: (base) => {
      const folder = join(base, 'data');
      mkdirSync(folder);
      writeFileSync(join(folder, 'window.json'), '{"records":true}');
      return { folder };
    },
  },
  'the database is empty beside backups': {
    code: 'database-empty',
    key: 'shell.start.database-empty',
    ways: ['shell.start.restore', 'shell.start.begin-anew', CHOOSE, 'shell.start.choose-backup'],
    make: (base) => {
      const folder = library(base);
      mkdirSync(join(folder, 'backups'));
      writeFileSync(join(folder, 'backups', 'assent-1.sqlite'), LIBRARY);
      writeFileSync(join(folder, 'assent.sqlite'), '');
      return { folder };
    },
  },
  'the database is damaged': {
    code: 'database-damaged',
    key: 'store.database.database-damaged',
    ways: [CHOOSE, 'shell.start.choose-backup', 'shell.start.export-readable'],
    make: (base) => {
      const folder = library(base);
      writeFileSync(join(folder, 'assent.sqlite'), Buffer.from(LIBRARY).fill(0x41, 0, 4096));
      return { folder };
    },
  },
  'the database is cut short': {
    code: 'database-damaged',
    key: 'store.database.database-damaged',
    ways: [],
    make: (base) => {
      const folder = library(base);
      writeFileSync(join(folder, 'assent.sqlite'), LIBRARY.subarray(0, 6000));
      return { folder };
    },
  },
  'a newer version of the app wrote it': {
    code: 'database-newer',
    key: 'store.database.database-newer',
    ways: [CHOOSE],
    make: (base) => ({ folder: withDatabase(library(base), (database) => database.pragma('user_version = 99')) }),
  },
  'the file belongs to another application': {
    code: 'database-foreign',
    key: 'store.database.database-foreign',
    ways: [CHOOSE],
    make: (base) => ({ folder: withDatabase(library(base), (database) => database.pragma('application_id = 7')) }),
  },
  'a folder stands where the database should be': {
    code: 'database-is-a-folder',
    key: 'shell.start.database-is-a-folder',
    ways: [],
    make: (base) => {
      const folder = join(base, 'data');
      mkdirSync(join(folder, 'assent.sqlite'), { recursive: true });
      return { folder };
    },
  },
  'the data folder is a file': {
    code: 'folder-is-a-file',
    key: 'shell.start.folder-is-a-file',
    ways: [CHOOSE],
    make: (base) => {
      const folder = join(base, 'data');
      writeFileSync(folder, 'a file');
      return { folder };
    },
  },
  'the data folder cannot be made': {
    code: 'folder-not-usable',
    key: 'shell.start.folder-not-usable',
    ways: [CHOOSE],
    make: () => ({ folder: '/proc/1/assent' }),
  },
  'another computer works in the folder': {
    code: 'in-use-elsewhere',
    key: 'shell.start.in-use-elsewhere',
    ways: ['shell.start.open-anyway', CHOOSE],
    make: (base) => {
      const folder = library(base);
      symlinkSync('another-computer-4711', join(folder, 'SingletonLock'));
      return { folder };
    },
  },
  'the native part of the database is missing': {
    code: 'native-part-missing',
    key: 'store.database.native-part-missing',
    ways: [],
    env: { ASSENT_SQLITE_BINDING: '/nowhere/better_sqlite3.node' },
    make: (base) => ({ folder: library(base), ...(PACKED === undefined ? {} : { undo: withoutNativePart(PACKED) }) }),
  },
};

/** Causes that need a file system of their own. */
export const MOUNTED: Readonly<Record<string, Cause>> = {
  'the folder is on a disk that is read-only': {
    code: 'folder-read-only',
    key: 'shell.start.folder-read-only',
    ways: [CHOOSE],
    make: (base) => {
      const folder = library(base);
      return { folder, undo: mounted(folder, '--bind', '-o', 'ro', folder) };
    },
  },
  'the database file alone is read-only': {
    code: 'database-read-only',
    key: 'store.database.database-read-only',
    ways: [],
    make: (base) => {
      const folder = library(base);
      const file = join(folder, 'assent.sqlite');
      return { folder, undo: mounted(file, '--bind', '-o', 'ro', file) };
    },
  },
  'the folder is on another computer': {
    code: 'folder-on-network',
    key: 'shell.start.folder-on-network',
    needs: 'bindfs',
    ways: [CHOOSE],
    make: (base) => {
      const folder = library(base);
      const at = join(base, 'mounted');
      mkdirSync(at);
      // The real thing as far as a program can see it: a file system in user space that calls itself sshfs.
      execFileSync('bindfs', ['-o', 'subtype=sshfs', folder, at]);
      return { folder: at, undo: () => execFileSync('umount', ['-l', at]) };
    },
  },
  'the disk is full': {
    code: 'disk-full',
    key: 'store.database.disk-full',
    ways: [],
    make: (base) => {
      const folder = join(base, 'data');
      mkdirSync(folder);
      const undo = mounted(folder, '-t', 'tmpfs', '-o', 'size=2m', 'tmpfs');
      writeFileSync(join(folder, 'assent.sqlite'), LIBRARY.subarray(0, 4096));
      try {
        writeFileSync(join(folder, 'other'), new Uint8Array(4 * 1024 * 1024));
      } catch {
        // That is what was wanted: nothing more fits.
      }
      return { folder, undo };
    },
  },
};
