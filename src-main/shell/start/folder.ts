import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type Sentence, sentence } from '../../agreement/sentence.ts';
import { Refusal } from '../../agreement/refusal.ts';
import { DATABASE } from '../../kernel/files/data-folder.ts';

/** Bytes that must fit before anything is opened: SQLite's write-ahead log and index need about as much to begin. */
const ROOM = 256 * 1024;

/** File systems that lie on another computer, as Linux names them; a name after `fuse.` counts, too. */
const NETWORK = ['nfs', 'nfs4', 'cifs', 'smb3', 'smbfs', '9p', 'afs', 'ceph', 'glusterfs', 'lustre', 'sshfs', 'rclone'];
const NETWORK_OVER_FUSE = ['davfs', 's3fs', 'curlftpfs', 'glusterfs', 'sshfs', 'rclone', 'gvfsd-fuse'];

/**
 * Refuses a data folder that the records cannot live in. Leaves nothing behind: what it writes to try is removed again.
 * @throws Refusal `folder-is-a-file`, `folder-not-usable`, `folder-read-only`, `folder-on-network`, `disk-full`,
 * `database-is-a-folder`, `database-read-only`.
 * @returns whether it made the folder.
 */
export function refuseUnusable(folder: string): boolean {
  const made = attempt(folder, () => makeFolder(folder));
  try {
    if (isOnNetwork(folder)) throw refusal('folder-on-network', folder);
    attempt(folder, () => tryWriting(join(folder, `.trial-${process.pid}`)));
    refuseUnusableDatabase(join(folder, DATABASE));
    return made !== undefined;
  } catch (error) {
    // A folder that only this look made goes again; what was there stays.
    if (made !== undefined) rmSync(made, { recursive: true, force: true });
    throw error;
  }
}

/**
 * Refuses to begin anew where there were records: an empty library would look like a loss, and hide one.
 * @throws Refusal `database-missing`, `database-empty`.
 */
export function refuseMissing(folder: string, hadRecords: boolean, holdsNothing: () => boolean): void {
  if (!hadRecords) return;
  if (!existsSync(join(folder, DATABASE))) throw refusal('database-missing', folder);
  if (holdsNothing()) throw refusal('database-empty', folder);
}

/**
 * Nobody else may look into a folder that is the app's `own`, or that holds its records. Any other folder that somebody
 * chose keeps its rights, and so does one that is shared: others work in it.
 */
export function keepPrivate(folder: string, own: boolean): void {
  try {
    if (!own && (!existsSync(join(folder, DATABASE)) || isShared(folder))) return;
    if ((statSync(folder).mode & 0o077) !== 0) chmodSync(folder, 0o700);
  } catch {
    // Nothing depends on it: the files in it are private by themselves.
  }
}

/** Whether a folder was opened to others on purpose: by its sticky or group bit, or because something of theirs is in it. */
function isShared(folder: string): boolean {
  const { mode, uid } = statSync(folder);
  if ((mode & 0o3000) !== 0) return true;
  return readdirSync(folder).some((name) => lstatSync(join(folder, name)).uid !== uid);
}

function refuseUnusableDatabase(database: string): void {
  const known = statSync(database, { throwIfNoEntry: false });
  if (known === undefined) return;
  if (known.isDirectory()) throw refusal('database-is-a-folder', database);
  try {
    accessSync(database, constants.R_OK | constants.W_OK);
  } catch (error) {
    throw refusal('database-read-only', database, error);
  }
}

/**
 * Makes a folder and those above it; the uppermost one that it made, if any. Not by Node's `recursive`, which never ends
 * where a parent is there and takes no folder (/proc).
 */
function makeFolder(folder: string): string | undefined {
  if (existsSync(folder)) return undefined;
  const parent = dirname(folder);
  const above = parent === folder ? undefined : makeFolder(parent);
  mkdirSync(folder, { mode: 0o700 });
  return above ?? folder;
}

/** Writes as much as must fit, and removes it again, also where only a part of it did. */
function tryWriting(file: string): void {
  const descriptor = openSync(file, 'wx', 0o600);
  try {
    writeSync(descriptor, new Uint8Array(ROOM));
    if (fstatSync(descriptor).size < ROOM)
      throw Object.assign(new Error('only a part was written'), { code: 'ENOSPC' });
  } finally {
    closeSync(descriptor);
    rmSync(file, { force: true });
  }
}

/** What the system's codes mean for a folder. */
const CODES: Readonly<Record<string, Code>> = {
  EEXIST: 'folder-is-a-file',
  ENOTDIR: 'folder-is-a-file',
  EROFS: 'folder-read-only',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
};

function attempt<Result>(folder: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw refusal(CODES[code] ?? 'folder-not-usable', folder, error);
  }
}

type Code =
  | 'folder-is-a-file'
  | 'folder-not-usable'
  | 'folder-read-only'
  | 'folder-on-network'
  | 'disk-full'
  | 'database-is-a-folder'
  | 'database-read-only'
  | 'database-missing'
  | 'database-empty';

const WORDS: Readonly<Record<Code, (path: string) => readonly [Sentence, Sentence]>> = {
  'folder-is-a-file': (path) => [
    sentence('shell.start.folder-is-a-file', { path }),
    sentence('shell.start.choose-folder.next'),
  ],
  'folder-not-usable': (path) => [
    sentence('shell.start.folder-not-usable', { path }),
    sentence('shell.start.folder-not-usable.next'),
  ],
  'folder-read-only': (path) => [
    sentence('shell.start.folder-read-only', { path }),
    sentence('shell.start.folder-read-only.next'),
  ],
  'folder-on-network': (path) => [
    sentence('shell.start.folder-on-network', { path }),
    sentence('shell.start.choose-folder.next'),
  ],
  'disk-full': (path) => [sentence('store.database.disk-full', { path }), sentence('store.database.disk-full.next')],
  'database-is-a-folder': (path) => [
    sentence('shell.start.database-is-a-folder', { path }),
    sentence('shell.start.database-is-a-folder.next'),
  ],
  'database-read-only': (path) => [
    sentence('store.database.database-read-only', { path }),
    sentence('store.database.database-read-only.next'),
  ],
  'database-missing': (path) => [
    sentence('shell.start.database-missing', { path }),
    sentence('shell.start.database-missing.next'),
  ],
  'database-empty': (path) => [
    sentence('shell.start.database-empty', { path }),
    sentence('shell.start.database-missing.next'),
  ],
};

function refusal(code: Code, path: string, cause?: unknown): Refusal {
  return new Refusal(code, ...WORDS[code](path), cause === undefined ? {} : { cause });
}

/** Whether a folder lies on another computer: SQLite's locks and shared memory cannot be relied on there. */
function isOnNetwork(folder: string): boolean {
  if (process.platform === 'win32') return folder.startsWith('\\\\');
  if (process.platform !== 'linux') return false;
  try {
    return isNetworkMount(folder, readFileSync('/proc/self/mountinfo', 'utf8'));
  } catch {
    // A system that does not tell what is mounted does not keep anyone from working.
    return false;
  }
}

/** Whether the mount that holds a path is of a network file system; `mounts` as /proc/self/mountinfo has them. */
export function isNetworkMount(path: string, mounts: string): boolean {
  let best = { at: '', type: '' };
  for (const line of mounts.split('\n')) {
    const [before = '', after = ''] = line.split(' - ');
    const at = (before.split(' ')[4] ?? '').replace(/\\(\d{3})/gu, (_, octal: string) =>
      String.fromCharCode(Number.parseInt(octal, 8)),
    );
    const holds = at === '/' || path === at || path.startsWith(`${at}/`);
    // The last of several mounts on one place is the one that is seen.
    if (at !== '' && holds && at.length >= best.at.length) best = { at, type: after.split(' ')[0] ?? '' };
  }
  const [kind, over] = best.type.split('.');
  return kind === 'fuse' && over !== undefined ? NETWORK_OVER_FUSE.includes(over) : NETWORK.includes(best.type);
}
