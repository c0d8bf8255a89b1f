import { readFileSync, writeFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { app } from 'electron';

/** Where it is remembered which folder holds the records; beside the app's own folder, which may be the one not to use. */
const file = (): string => join(app.getPath('appData'), 'assent-data-folder.txt');

/** The data folder: the one the person chose, else the system's for this app. */
export function chosenFolder(): string {
  try {
    const chosen = readFileSync(file(), 'utf8').trim();
    if (isAbsolute(chosen)) return chosen;
  } catch {
    // Nobody ever chose one.
  }
  return app.getPath('userData');
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
