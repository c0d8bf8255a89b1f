import { say } from '../agreement/sentence.ts';
import { mkdirSync } from 'node:fs';
import { app, dialog } from 'electron';
import { Refusal } from '../agreement/refusal.ts';
import { openRecords } from '../kernel/open-records.ts';
import { fileBeforeMigration, restoreWaiting } from './backups.ts';

/** A binding for a runtime that the packaged one does not fit; only honoured from a checkout. */
export function nativeBinding(): string | undefined {
  return app.isPackaged ? undefined : process.env['ASSENT_SQLITE_BINDING'];
}

/** Opens the records in the data folder; when that is refused, says why in a dialog and ends the app, changing nothing. */
export function openRecordsOrSay(folder: string): ReturnType<typeof openRecords> {
  mkdirSync(folder, { recursive: true });
  const binding = nativeBinding();
  restoreWaiting(folder);
  try {
    return openRecords(folder, {
      copyBefore: (migration) => fileBeforeMigration(folder, migration),
      ...(binding === undefined ? {} : { nativeBinding: binding }),
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { sentence, next } = error;
    process.stderr.write(`${error.code}: ${say(sentence, 'en')}\n`);
    dialog.showErrorBox(
      '签阅 Assent',
      `${say(sentence, 'zh')}\n${say(next, 'zh')}\n\n${say(sentence, 'en')}\n${say(next, 'en')}`,
    );
    app.exit(1);
    throw error;
  }
}
