import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Refusal } from '../../agreement/refusal.ts';
import { sentence } from '../../agreement/sentence.ts';
import { DATABASE } from '../../kernel/files/data-folder.ts';
import { syncFolder } from '../written-file.ts';

/** Where backups lie in a data folder. */
export const backupFolder = (folder: string): string => join(folder, 'backups');

/** A name that says what a backup is and when it was made. */
export const backupName = (kind: string, at = new Date()): string =>
  `${kind}-${at.toISOString().replace(/[:.]/gu, '-')}.sqlite`;

/** Where the copy goes that is made before a migration; whoever makes it makes the folder. */
export const fileBeforeMigration = (folder: string, migration: string): string =>
  join(backupFolder(folder), backupName(`before-${migration}`));

/** Makes a folder of backups, which nobody else may look into. */
export function makeBackupFolder(directory: string): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
}

/** A database that waits to take the place of the present one at the next start; what that one becomes is in its name. */
const WAITING = /^restore-at-start-(?<stamp>[\dTZ-]+)\.sqlite$/u;

/** What a database is called that waits. */
export const waitingName = (at: Date): string => backupName('restore-at-start', at);

/** What the present database is called among the backups once the waiting one is in its place. */
export const replacedName = (waiting: string): string =>
  `replaced-${WAITING.exec(basename(waiting))?.groups?.['stamp'] ?? ''}.sqlite`;

/**
 * Puts a waiting backup in place before the database is opened. What it replaces is kept among the backups with its log, so
 * that restoring can be taken back. May be cut off anywhere and begun again.
 */
export function finishRestore(folder: string): void {
  const name = waitingIn(folder);
  if (name === undefined) return;
  const database = join(folder, DATABASE);
  const waiting = join(folder, name);
  makeBackupFolder(backupFolder(folder));
  const replaced = join(backupFolder(folder), replacedName(waiting));
  for (const part of ['', '-wal']) {
    // What is already there was moved before the last attempt was cut off.
    if (existsSync(database + part) && !existsSync(replaced + part)) renameSync(database + part, replaced + part);
  }
  rmSync(`${database}-shm`, { force: true });
  renameSync(waiting, database);
  syncFolder(backupFolder(folder));
  syncFolder(folder);
}

/** Lets nothing wait any more. */
export function forgetWaiting(folder: string): void {
  for (const name of readdirSync(folder)) if (WAITING.test(name)) rmSync(join(folder, name), { force: true });
}

function waitingIn(folder: string): string | undefined {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return undefined;
  return readdirSync(folder)
    .filter((name) => WAITING.test(name))
    .sort()
    .at(-1);
}

/** The backup that was asked for is not there, or not whole any more. */
export const noSuchBackup = (name: string): Refusal =>
  new Refusal(
    'no-such-backup',
    sentence('shell.backups.no-such-backup', { name }),
    sentence('shell.backups.no-such-backup.next'),
  );
