import { chmodSync, closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sentence } from '../../agreement/sentence.ts';
import { Refusal } from '../../agreement/refusal.ts';
import type { Survey } from '../../kernel/files/file-check.ts';
import { syncFolder } from '../written-file.ts';
import { lookThrough, partOf, type Surveyor, sweep } from './folder.ts';
import { backupName, makeBackupFolder } from './names.ts';

/** A backup that was just made. */
export interface Made {
  readonly name: string;
  readonly file: string;
  readonly survey: Extract<Survey, { state: 'whole' }>;
}

/**
 * Makes a backup that is either whole or not there: written under another name, down to the disk, opened and looked
 * through to its end, and only then given its name.
 * @throws Refusal `backup-not-whole`; the system's or the database's error, with nothing left behind.
 */
export async function makeBackup(
  directory: string,
  write: (file: string) => Promise<unknown>,
  surveyor: Surveyor,
): Promise<Made> {
  makeBackupFolder(directory);
  sweep(directory);
  const name = backupName('assent');
  return { name, ...(await intoPlace(join(directory, name), write, surveyor)) };
}

/** Copies a backup to another place in the same way; the copy is looked through there, where it has to be read one day. */
export async function copyBackup(from: string, to: string, surveyor: Surveyor): Promise<Omit<Made, 'name'>> {
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
    rmSync(part, { force: true });
    await write(part);
    const survey = await surveyor(part);
    if (survey.state !== 'whole') throw notWhole();
    renameSync(part, file);
    syncFolder(join(file, '..'));
    // The same file under its name: what was found of it is noted beside it.
    if (note === 'note') await lookThrough(file, () => Promise.resolve(survey));
    return { file, survey };
  } catch (error) {
    for (const rest of ['', '-journal', '-wal', '-shm']) rmSync(part + rest, { force: true });
    throw error;
  }
}

/** Copies a file down to the disk; only its owner may read the copy. */
export async function copyWhole(from: string, to: string): Promise<void> {
  await copyFile(from, to);
  chmodSync(to, 0o600);
  const descriptor = openSync(to, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

const notWhole = (): Refusal =>
  new Refusal('backup-not-whole', sentence('shell.backups.not-whole'), sentence('shell.backups.not-whole.next'));
