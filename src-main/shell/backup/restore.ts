import { chmodSync, existsSync, renameSync, rmSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { sentence } from '../../agreement/sentence.ts';
import { Refusal } from '../../agreement/refusal.ts';
import { DATABASE } from '../../kernel/files/data-folder.ts';
import type { Survey } from '../../kernel/files/file-check.ts';
import type { PresentLedger, RestoredFrom } from '../../kernel/ports.ts';
import { entriesInCommon, noteRestored } from '../../kernel/backup/restored.ts';
import { syncFolder } from '../written-file.ts';
import type { Surveyor } from './folder.ts';
import { bytesOf, refuseNoRoom } from './make.ts';
import { forgetWaiting, replacedName, waitingName } from './names.ts';

/**
 * Makes a backup wait to become the database. All of it is looked through before anything is touched, and once more in its
 * copy; the last step, a rename, is the one that counts, and is not taken where it is not wanted any more.
 * @returns whether it waits now.
 * @throws Refusal `backup-damaged`, `backup-no-room`; the system's error. Nothing was changed then.
 */
export async function prepareRestore(
  folder: string,
  from: { readonly file: string; readonly how: RestoredFrom['how'] },
  by: {
    readonly surveyor: Surveyor;
    readonly present: PresentLedger;
    readonly nativeBinding?: string;
    readonly wanted?: () => boolean;
  },
): Promise<boolean> {
  const { file, how } = from;
  const found = await wholeOr(damaged(file), by.surveyor(file));
  await refuseNoRoom(folder, await bytesOf(file));
  const at = new Date();
  const waiting = join(folder, waitingName(at));
  const part = `${waiting}.part`;
  try {
    // A log beside it belongs to it: what was committed last may stand nowhere else.
    for (const log of ['-wal', '']) {
      if (!existsSync(file + log)) continue;
      await copyFile(file + log, part + log);
      chmodSync(part + log, 0o600);
    }
    const { entries, head } = found;
    const common = entriesInCommon(part, join(folder, DATABASE), by.nativeBinding);
    const note: RestoredFrom = {
      how,
      name: basename(file),
      entries,
      ...(head ? { head: head.hash, made: head.at } : {}),
      replaced: replacedName(waiting),
      present: by.present,
      ...(common === undefined ? {} : { common }),
    };
    noteRestored(part, note, at, by.nativeBinding);
    const copied = await wholeOr(damaged(file), by.surveyor(part));
    if (copied.head?.hash !== found.head?.hash) throw damaged(file);
    if (by.wanted?.() === false) return false;
    forgetWaiting(folder);
    renameSync(part, waiting);
    syncFolder(folder);
    return true;
  } finally {
    for (const rest of ['', '-wal', '-shm', '-journal']) rmSync(part + rest, { force: true });
  }
}

async function wholeOr(refusal: Refusal, found: Promise<Survey>): Promise<Extract<Survey, { state: 'whole' }>> {
  const survey = await found;
  if (survey.state !== 'whole') throw refusal;
  return survey;
}

const damaged = (file: string): Refusal =>
  new Refusal(
    'backup-damaged',
    sentence('shell.backups.damaged', { name: basename(file) }),
    sentence('shell.backups.damaged.next'),
  );
