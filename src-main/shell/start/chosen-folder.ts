import { readFileSync, writeFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { app } from 'electron';

/** Where it is remembered which folder holds the records; beside the app's own folder, which may be the one not to use. */
const file = (): string => join(app.getPath('appData'), 'assent-data-folder.txt');

/** What follows the folder, on a line of its own, once there were records in it. */
const HELD = 'records';

export interface ChosenFolder {
  readonly folder: string;
  /** The person chose it, and the app had records there: where it has none now, they are missing. */
  readonly held: boolean;
}

/** The data folder: the one the person chose, else the system's for this app. */
export function chosenFolder(): ChosenFolder {
  return remembered() ?? { folder: app.getPath('userData'), held: false };
}

function remembered(): ChosenFolder | undefined {
  try {
    const [folder = '', held] = readFileSync(file(), 'utf8').trim().split('\n');
    return isAbsolute(folder) ? { folder, held: held === HELD } : undefined;
  } catch {
    // Nobody ever chose one.
    return undefined;
  }
}

/** Notes outside the folder, where the person chose it, that it holds records: it may lie on a disk that is taken away. */
export function noteRecords(folder: string): void {
  const known = remembered();
  if (known?.folder === folder && !known.held) rememberFolder(`${folder}\n${HELD}`);
}

/** From the next start on the records lie in this folder; whether that could be remembered. */
export function rememberFolder(folder: string): boolean {
  try {
    writeFileSync(file(), folder, { mode: 0o600 });
    return true;
  } catch {
    return false;
  }
}
