import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Refusal } from '../../agreement/refusal.ts';
import { sentence } from '../../agreement/sentence.ts';
import { DATABASE } from '../../kernel/files/data-folder.ts';
import { fileToDisk, syncFolder } from '../written-file.ts';

/** Where backups lie in a data folder. */
export const backupFolder = (folder: string): string => join(folder, 'backups');

/** A name that says what a backup is and when it was made. */
export const backupName = (kind: string, at = new Date()): string =>
  `${kind}-${at.toISOString().replace(/[:.]/gu, '-')}.sqlite`;

/** Where the copy goes that is made before a migration; whoever makes it makes the folder. */
export const fileBeforeMigration = (folder: string, migration: string): string =>
  join(backupFolder(folder), backupName(`before-${migration}`));

/** A database that waits to take the place of the present one at the next start; what that one becomes is in its name. */
const WAITING = /^restore-at-start-(?<stamp>[\dTZ-]+)\.sqlite$/u;

/** What a database is called that waits. */
export const waitingName = (at: Date): string => backupName('restore-at-start', at);

/** What the present database is called among the backups once the waiting one is in its place. */
export const replacedName = (waiting: string): string =>
  `replaced-${WAITING.exec(basename(waiting))?.groups?.['stamp'] ?? ''}.sqlite`;

/**
 * Puts a waiting backup in place before the database is opened. What it replaces is kept among the backups with its log, so
 * that restoring can be taken back; what was kept there before is never written over. May be cut off anywhere and begun
 * again, and the backups may lie on another disk.
 */
export function finishRestore(folder: string): void {
  sweepUnfinished(folder);
  const name = waitingIn(folder);
  if (name === undefined) return;
  const database = join(folder, DATABASE);
  const waiting = join(folder, name);
  const backups = backupFolder(folder);
  mkdirSync(backups, { recursive: true, mode: 0o700 });
  const replaced = replacedIn(backups, replacedName(waiting), existsSync(database));
  // The log first: until the database itself is there what was moved is no backup, and it is moved again.
  for (const part of ['-wal', '']) if (existsSync(database + part)) moveTo(database + part, replaced + part);
  rmSync(`${database}-shm`, { force: true });
  renameSync(waiting, database);
  syncFolder(backups);
  syncFolder(folder);
}

/**
 * Where the present database goes: a free name; where it has gone already and its log alone is left, to that one's.
 * @returns a path in the folder of backups.
 */
function replacedIn(backups: string, name: string, isThere: boolean): string {
  const numbered = (count: number): string =>
    join(backups, count === 1 ? name : name.replace(/\.sqlite$/u, `-${String(count)}.sqlite`));
  let count = 1;
  while (existsSync(numbered(count))) count += 1;
  return numbered(isThere || count === 1 ? count : count - 1);
}

/** Moves a file, also to another disk, where it counts once it is there whole. */
function moveTo(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    const part = `${to}.part`;
    copyFileSync(from, part);
    fileToDisk(part);
    renameSync(part, to);
    rmSync(from);
  }
}

/** Removes what a restore that was cut off had begun to write beside the records; nothing of it waits. */
function sweepUnfinished(folder: string): void {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  const begun = readdirSync(folder).filter((name) => /^(?:restore-at-start-|\.assent-).*\.part(?:-\w+)?$/u.test(name));
  for (const name of begun) rmSync(join(folder, name), { force: true });
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
