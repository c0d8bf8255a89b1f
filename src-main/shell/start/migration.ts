import { type BrowserWindow, utilityProcess } from 'electron';
import { sentence } from '../../agreement/sentence.ts';
import type { ProgressEvent } from '../../contract/event.ts';
import { type MigrationAnswer, type MigrationRequest, waitingMigrations } from '../../kernel/open-records.ts';
import { fileBeforeMigration } from '../backup/names.ts';
import { nativeBinding } from './records.ts';

/** How often the page is told where the migration stands: one that came up in between has not heard it yet. */
const TOLD_EVERY_MS = 250;

/**
 * Brings the records of an earlier version to today's form before they are opened, in a process of its own, while the
 * window shows how far it is. Does nothing where there is nothing to bring; where it fails, opening the records says why.
 */
export async function migrateFirst(window: BrowserWindow, folder: string, script: string): Promise<void> {
  const binding = nativeBinding();
  const { path, names } = waitingMigrations(folder, binding);
  if (names.length === 0) return;
  const request: MigrationRequest = {
    path,
    copies: Object.fromEntries(names.map((name) => [name, fileBeforeMigration(folder, name)])),
    ...(binding === undefined ? {} : { nativeBinding: binding }),
  };
  let at = { done: 0, total: 1 };
  const tell = (state: ProgressEvent['state']): void => {
    const event: ProgressEvent = { job: 'migration', what: sentence('shell.migration.progress'), ...at, state };
    if (!window.isDestroyed()) window.webContents.send('assent:progress', event);
  };
  const telling = setInterval(() => tell('running'), TOLD_EVERY_MS);
  try {
    await ended(script, request, (progress) => (at = progress));
  } finally {
    clearInterval(telling);
    tell('done');
  }
}

/** Until the process ended, whether it did its work or not. */
function ended(
  script: string,
  request: MigrationRequest,
  heard: (progress: { readonly done: number; readonly total: number }) => void,
): Promise<void> {
  return new Promise((resolve) => {
    const child = utilityProcess.fork(script, [], { serviceName: 'Assent migration', stdio: 'ignore' });
    child.once('spawn', () => child.postMessage(request));
    child.on('message', (answer: MigrationAnswer) => {
      if ('ended' in answer) child.kill();
      else heard(answer);
    });
    child.once('exit', () => resolve());
  });
}
