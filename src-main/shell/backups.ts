import { sentence } from '../agreement/sentence.ts';
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { app, shell } from 'electron';
import { Refusal } from '../agreement/refusal.ts';
import type { BackupView } from '../contract/settings.ts';
import { DATABASE } from '../kernel/files/data-folder.ts';
import type { BackupPort } from '../kernel/ports.ts';

/** A backup that waits to become the database at the next start. */
const WAITING = 'restore-at-start.sqlite';
/** Backups that are kept; older ones go when a new one is made. Those made before a migration are not counted. */
const KEPT = 10;
const OURS = /^assent-[\dTZ-]+\.sqlite$/u;

/** Where backups lie in a data folder. */
export const backupFolder = (folder: string): string => join(folder, 'backups');
const stamp = (): string => new Date().toISOString().replace(/[:.]/gu, '-');

/** Where the copy goes that is made before a migration; whoever makes it makes the folder. */
export function fileBeforeMigration(folder: string, migration: string): string {
  return join(backupFolder(folder), `before-${migration}-${stamp()}.sqlite`);
}

/**
 * Puts a waiting backup in place before the database is opened. What it replaces is kept among the backups, so that
 * restoring can be taken back.
 */
export function restoreWaiting(folder: string): void {
  const waiting = join(folder, WAITING);
  if (!existsSync(waiting)) return;
  const database = join(folder, DATABASE);
  mkdirSync(backupFolder(folder), { recursive: true });
  // With its log: what was committed last may stand nowhere else.
  const replaced = join(backupFolder(folder), `replaced-${stamp()}.sqlite`);
  for (const part of ['', '-wal']) if (existsSync(database + part)) renameSync(database + part, replaced + part);
  rmSync(`${database}-shm`, { force: true });
  if (existsSync(`${waiting}-wal`)) renameSync(`${waiting}-wal`, `${database}-wal`);
  renameSync(waiting, database);
}

/** Makes a backup wait to become the database at the next opening. The last step is the one that counts. */
export function waitForRestore(folder: string, backup: string): void {
  const waiting = join(folder, WAITING);
  // Of an earlier one that was not waited for to its end: a log replayed into another database destroys it.
  for (const part of ['', '-wal', '.part']) rmSync(waiting + part, { force: true });
  if (existsSync(`${backup}-wal`)) copyFileSync(`${backup}-wal`, `${waiting}-wal`);
  copyFileSync(backup, `${waiting}.part`);
  renameSync(`${waiting}.part`, waiting);
}

/** Backups in the data folder, newest first. */
export function backups(folder: string): BackupPort {
  const directory = backupFolder(folder);
  async function list(): Promise<readonly BackupView[]> {
    mkdirSync(directory, { recursive: true });
    const names = (await readdir(directory)).filter((name) => name.endsWith('.sqlite'));
    const views = await Promise.all(
      names.map(async (name) => {
        const { mtime, size } = await stat(join(directory, name));
        return { name, at: mtime.toISOString(), bytes: size };
      }),
    );
    return views.sort((one, other) => other.at.localeCompare(one.at));
  }
  return {
    list,
    async make(store) {
      mkdirSync(directory, { recursive: true });
      const name = `assent-${stamp()}.sqlite`;
      await store.backupTo(join(directory, name));
      const { size } = await stat(join(directory, name));
      const ours = (await list()).filter((backup) => OURS.test(backup.name));
      await Promise.all(ours.slice(KEPT).map((old) => rm(join(directory, old.name), { force: true })));
      return { name, at: new Date().toISOString(), bytes: size };
    },
    async restore(name) {
      const known = (await list()).some((backup) => backup.name === name);
      if (!known) {
        throw new Refusal(
          'no-such-backup',
          sentence('shell.backups.no-such-backup', { name }),
          sentence('shell.backups.no-such-backup.next'),
        );
      }
      waitForRestore(folder, join(directory, name));
      app.relaunch();
      app.quit();
    },
    openFolder: () => void shell.openPath(folder),
  };
}
