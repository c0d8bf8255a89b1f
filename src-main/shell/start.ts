import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, dialog } from 'electron';
import { Refusal } from '../agreement/refusal.ts';
import { openStore, type Store } from '../store/store.ts';
import { backupBeforeMigration, restoreWaiting } from './backups.ts';

/** A binding for a runtime that the packaged one does not fit; only honoured from a checkout. */
function nativeBinding(): string | undefined {
  return app.isPackaged ? undefined : process.env['ASSENT_SQLITE_BINDING'];
}

/** Opens the store in the data folder; when it is refused, says why in a dialog and ends the app, changing nothing. */
export function openStoreOrSay(folder: string): Store | undefined {
  mkdirSync(folder, { recursive: true });
  const binding = nativeBinding();
  restoreWaiting(folder);
  try {
    return openStore(join(folder, 'assent.sqlite'), {
      backup: (database, name) => backupBeforeMigration(database, folder, name),
      ...(binding === undefined ? {} : { nativeBinding: binding }),
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { sentence, next } = error;
    process.stderr.write(`${error.code}: ${sentence.en}\n`);
    dialog.showErrorBox('签阅 Assent', `${sentence.zh}\n${next.zh}\n\n${sentence.en}\n${next.en}`);
    app.exit(1);
    return undefined;
  }
}
