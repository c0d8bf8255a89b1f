import { chmod, copyFile, mkdir, open, rename, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sentence } from '../../agreement/sentence.ts';
import { Refusal } from '../../agreement/refusal.ts';
import type { Survey } from '../../kernel/files/file-check.ts';
import { folderToDisk } from '../written-file.ts';
import { lookThrough, partOf, type Surveyor, sweep } from './folder.ts';
import { backupName } from './names.ts';

/** A backup that was just made. */
export interface Made {
  readonly name: string;
  readonly file: string;
  readonly survey: Extract<Survey, { state: 'whole' }>;
}

/** What must be left on a disk, in bytes, once a backup is on it: the records that are worked in may lie there, too. */
const SPARE = 32 * 1024 * 1024;

/**
 * Makes a backup that is either whole or not there: written under another name, down to the disk, opened and looked
 * through to its end, and only then given its name. `bytes` is how large it may become.
 * @throws Refusal `backup-no-room` before anything is written, `backup-not-whole`; the system's or the database's error, with
 * nothing left behind.
 */
export async function makeBackup(
  directory: string,
  write: (file: string) => Promise<unknown>,
  surveyor: Surveyor,
  bytes = 0,
): Promise<Made> {
  await makeBackupFolder(directory);
  await sweep(directory);
  await refuseNoRoom(directory, bytes);
  const name = backupName('assent');
  return { name, ...(await intoPlace(join(directory, name), write, surveyor)) };
}

/** Makes a folder of backups, which nobody else may look into. */
export async function makeBackupFolder(directory: string): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
}

/**
 * Refuses what would fill the disk. A system that does not say how much is free keeps nobody from trying.
 * @throws Refusal `backup-no-room`.
 */
export async function refuseNoRoom(directory: string, bytes: number): Promise<void> {
  const found = await statfs(directory).catch(() => undefined);
  if (!found) return;
  const free = found.bavail * found.bsize;
  if (free < bytes + SPARE) throw noRoom(bytes + SPARE, free);
}

/** How large a database file is, with its log. */
export async function bytesOf(file: string): Promise<number> {
  const sizes = ['', '-wal'].map((part) =>
    stat(file + part).then(
      ({ size }) => size,
      () => 0,
    ),
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** Copies a backup to another place in the same way; the copy is looked through there, where it has to be read one day. */
export async function copyBackup(from: string, to: string, surveyor: Surveyor): Promise<Omit<Made, 'name'>> {
  await sweep(dirname(to));
  await refuseNoRoom(dirname(to), await bytesOf(from));
  return intoPlace(to, (part) => copyWhole(from, part), surveyor);
}

/** Writes a database file that is either whole or not there; its pass is noted beside it unless it goes to a person. */
export async function intoPlace(
  file: string,
  write: (file: string) => Promise<unknown>,
  surveyor: Surveyor,
  note: 'note' | 'no note' = 'note',
): Promise<Omit<Made, 'name'>> {
  const part = partOf(file);
  try {
    await rm(part, { force: true });
    await write(part);
    const survey = await surveyor(part);
    if (survey.state !== 'whole') throw notWhole();
    await rename(part, file);
    await folderToDisk(dirname(file));
    // The same file under its name: what was found of it is noted beside it.
    if (note === 'note') await lookThrough(file, () => Promise.resolve(survey));
    return { file, survey };
  } catch (error) {
    for (const rest of ['', '-journal', '-wal', '-shm']) await rm(part + rest, { force: true });
    throw error;
  }
}

/** Copies a file down to the disk; only its owner may read the copy. */
async function copyWhole(from: string, to: string): Promise<void> {
  await copyFile(from, to);
  await chmod(to, 0o600);
  const file = await open(to, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

const notWhole = (): Refusal =>
  new Refusal('backup-not-whole', sentence('shell.backups.not-whole'), sentence('shell.backups.not-whole.next'));

const megabytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(0)} MB`;

const noRoom = (needed: number, free: number): Refusal =>
  new Refusal(
    'backup-no-room',
    sentence('shell.backups.no-room', { needed: megabytes(needed), free: megabytes(free) }),
    sentence('shell.backups.no-room.next'),
  );
