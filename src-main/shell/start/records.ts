import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { openRecords } from '../../kernel/open-records.ts';
import { fileBeforeMigration } from '../backups.ts';
import { refuseMissing } from './folder.ts';

/** A binding for a runtime that the packaged one does not fit; only honoured from a checkout. */
export function nativeBinding(): string | undefined {
  return app.isPackaged ? undefined : process.env['ASSENT_SQLITE_BINDING'];
}

/** What opening has to know beside the folder. */
export interface OpenChoice {
  /** The folder held records before: without its database the person is asked first. */
  readonly hadRecords: boolean;
}

/**
 * Opens the records of a data folder that can be worked in, or begins them where there never were any.
 * @throws Refusal for every reason that is known; nothing was changed then.
 */
export function openRecordsIn(folder: string, { hadRecords }: OpenChoice): ReturnType<typeof openRecords> {
  refuseMissing(folder, hadRecords || existsSync(join(folder, 'backups')));
  const binding = nativeBinding();
  return openRecords(folder, {
    copyBefore: (migration) => fileBeforeMigration(folder, migration),
    ...(binding === undefined ? {} : { nativeBinding: binding }),
  });
}
