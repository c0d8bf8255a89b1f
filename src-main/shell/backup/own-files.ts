import { realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { Refusal } from '../../agreement/refusal.ts';
import { sentence } from '../../agreement/sentence.ts';
import { DATABASE } from '../../kernel/files/data-folder.ts';

/** What the app keeps in its data folder, by the beginning of its name there: nothing that a person saves goes over it. */
const OURS = [DATABASE, 'backups', 'restore-at-start-', 'second-backups.json', 'window.json', 'logs'];

/** Where a path leads, also one that is not there yet, through whatever links lie on the way. */
function really(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const above = dirname(path);
    return above === path ? path : join(really(above), basename(path));
  }
}

/** The way from a folder down to a path; undefined where it does not lie in it. Empty for the folder itself. */
function downTo(folder: string, path: string): string | undefined {
  const way = relative(really(resolve(folder)), really(resolve(path)));
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way) ? undefined : way;
}

/** Whether a path is a folder or lies in it, by whatever name and link it is called. */
export const isInside = (folder: string, path: string): boolean => downTo(folder, path) !== undefined;

/** Whether a path is a file that the app itself keeps in its data folder. */
export function isOurs(folder: string, path: string): boolean {
  const [first = ''] = (downTo(folder, path) ?? '').split(sep);
  // Some systems take two names for the same that differ in their case alone.
  const name = first.toLowerCase();
  return OURS.some(
    (known) => name === known || (name.startsWith(known) && (known.endsWith('-') || name.startsWith(`${known}-`))),
  );
}

export const ownFile = (): Refusal =>
  new Refusal('own-file', sentence('shell.written-file.own'), sentence('shell.written-file.own.next'));
