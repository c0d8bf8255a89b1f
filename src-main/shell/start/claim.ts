import { readlinkSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { app } from 'electron';
import { sentence } from '../../agreement/sentence.ts';
import { Refusal } from '../../agreement/refusal.ts';
import { temporaryFolder } from '../temporary.ts';
import { keepPrivate, refuseUnusable } from './folder.ts';

/** Chromium's lock on a folder: a link that names who holds it. */
const LOCK = 'SingletonLock';

/** Whether this process may work in the data folder. */
export type Claim =
  | { readonly state: 'ours' }
  /** Another window of this person has it, and was brought to the front. */
  | { readonly state: 'opened-already' }
  | { readonly state: 'refused'; readonly why: unknown };

/**
 * Claims a data folder for this process. Must run before the app is ready. Where the folder is refused Chromium gets a
 * temporary one of its own, so that there can be a window to say so: without a place to write it ends without a word.
 */
export function claimFolder(folder: string): Claim {
  let made: boolean;
  try {
    made = refuseUnusable(folder);
  } catch (why) {
    return refused(why);
  }
  // Chromium takes the lock of another computer for a left-over and removes it.
  const host = holderOf(folder);
  if (host !== undefined && host !== hostname()) return refused(elsewhere(host));
  keepPrivate(folder, made || resolve(folder) === resolve(app.getPath('userData')));
  app.setPath('userData', folder);
  return { state: app.requestSingleInstanceLock() ? 'ours' : 'opened-already' };
}

/** Forgets the computer that held the folder: the person says that it holds it no more. */
export function releaseFolder(folder: string): void {
  rmSync(join(folder, LOCK), { force: true });
}

function refused(why: unknown): Claim {
  app.setPath('userData', temporaryFolder('start'));
  return { state: 'refused', why };
}

/** The computer whose app holds the folder, as Chromium writes it beside its lock (`host-process`); not on Windows. */
function holderOf(folder: string): string | undefined {
  try {
    return readlinkSync(join(folder, LOCK)).replace(/-\d+$/u, '');
  } catch {
    return undefined;
  }
}

const elsewhere = (host: string): Refusal =>
  new Refusal(
    'in-use-elsewhere',
    sentence('shell.start.in-use-elsewhere', { host }),
    sentence('shell.start.in-use-elsewhere.next'),
  );
