import { app } from 'electron';
import { holdsNothing, openRecords } from '../../kernel/open-records.ts';
import { wasAnchored } from '../anchors.ts';
import { hasBackups } from '../backup/folder.ts';
import { backupFolder, fileBeforeMigration } from '../backup/names.ts';
import { secondPlace } from '../backup/second-place.ts';
import { refuseMissing } from './folder.ts';

/** A binding for a runtime that the packaged one does not fit; only honoured from a checkout. */
export function nativeBinding(): string | undefined {
  return app.isPackaged ? undefined : process.env['ASSENT_SQLITE_BINDING'];
}

/** What opening has to know beside the folder. */
export interface OpenChoice {
  /** The folder is known to have held records. */
  readonly hadRecords: boolean;
  /** The person was asked, and wants to begin without them. */
  readonly beginAnew: boolean;
}

/**
 * Opens the records of a data folder that can be worked in, or begins them where there never were any: a missing or empty
 * database beside backups, or where the ledger was ever noted, begins nothing before the person says so.
 * @throws Refusal for every reason that is known; nothing was changed then.
 */
export function openRecordsIn(folder: string, { hadRecords, beginAnew }: OpenChoice): ReturnType<typeof openRecords> {
  const binding = nativeBinding();
  const options = binding === undefined ? {} : { nativeBinding: binding };
  const known =
    hadRecords || hasBackups(backupFolder(folder)) || secondPlace(folder) !== undefined || wasAnchored(folder);
  refuseMissing(folder, known && !beginAnew, () => holdsNothing(folder, options));
  return openRecords(folder, { copyBefore: (migration) => fileBeforeMigration(folder, migration), ...options });
}
