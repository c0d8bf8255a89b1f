import { dirname, join } from 'node:path';
import { app, type BrowserWindow, dialog, shell } from 'electron';
import { type Language, say, type Sentence, sentence } from '../../agreement/sentence.ts';
import { Refusal } from '../../agreement/refusal.ts';
import type { BackupsView, BackupView } from '../../contract/settings.ts';
import { failureOf } from '../../kernel/failure.ts';
import { DATABASE } from '../../kernel/files/data-folder.ts';
import { fittingName } from '../../kernel/files/file-name.ts';
import type { BackupPort, PresentLedger } from '../../kernel/ports.ts';
import type { Store } from '../../kernel/open-records.ts';
import { isInside, isOurs, ownFile } from './own-files.ts';
import { fileReason } from '../written-file.ts';
import { type Backup, backupsIn, type Surveyor, thinOut } from './folder.ts';
import { backupFolder, noSuchBackup } from './names.ts';
import { bytesOf, intoPlace, makeBackup, refuseNoRoom } from './make.ts';
import { prepareRestore } from './restore.ts';
import { backupsThere, copyThere } from './second-copies.ts';
import { connection, placeIn, placeName, rememberSecondPlace, secondPlace } from './second-place.ts';

/** What a file that holds everything is called: made to move to another computer. */
export const MOVE_EXTENSION = 'assent-data';

/** What the backups of a data folder are made with. */
export interface BackupGround {
  readonly folder: string;
  readonly surveyor: Surveyor;
  /** For the second place, which may hang: nothing beside the data waits for it. */
  readonly surveyorThere: Surveyor;
  readonly now: () => Date;
  readonly window: () => BrowserWindow | undefined;
  readonly language: () => Language;
  readonly nativeBinding: string | undefined;
}

/** Backups in the data folder and in the second place. */
export function backups(ground: BackupGround): BackupPort {
  const { folder, surveyor, surveyorThere, now, window, language, nativeBinding } = ground;
  const directory = backupFolder(folder);
  /** Why the last backup was not made, and why it was not copied, until one is. */
  const failed: { made?: Sentence; copied?: Sentence } = {};
  const by = (present: PresentLedger) => ({
    surveyor,
    present,
    ...(nativeBinding === undefined ? {} : { nativeBinding }),
  });

  /** One after the other, whoever asks: two that write at once would sweep away each other's unfinished files. */
  let last: Promise<unknown> = Promise.resolve();
  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  }

  async function overview(): Promise<BackupsView> {
    const beside = await backupsIn(directory, surveyor);
    const place = secondPlace(folder);
    const connected = place && (await connection(place));
    const there = place && connected === 'there' ? await backupsThere(place, surveyorThere) : undefined;
    const silent = connected === 'silent' || there === 'silent';
    const listed = there === 'silent' ? undefined : there;
    return {
      backups: [
        ...beside.whole.map((backup) => viewOf(backup, 'beside')),
        ...(listed?.whole ?? []).map((backup) => viewOf(backup, 'second')),
      ].sort((one, other) => other.at.localeCompare(one.at)),
      unusable: beside.unusable + (listed?.unusable ?? 0),
      ...(failed.made ? { failed: failed.made } : {}),
      ...(place
        ? {
            second: {
              name: placeName(place),
              there: connected === 'there' && !silent,
              ...(silent ? { silent } : {}),
              since: place.since,
              ...(place.last === undefined ? {} : { last: place.last }),
              ...(failed.copied ? { failed: failed.copied } : {}),
            },
          }
        : {}),
    };
  }

  async function make(store: Store): Promise<BackupView> {
    try {
      const bytes = await bytesOf(join(folder, DATABASE));
      const made = await makeBackup(directory, (file) => store.backupTo(file), surveyor, bytes);
      delete failed.made;
      const { whole } = await backupsIn(directory, surveyor);
      await thinOut(whole, made.name);
      const backup = whole.find(({ name }) => name === made.name);
      await copyToSecond(backup);
      if (!backup) throw new Error('the backup that was made is not listed');
      return viewOf(backup, 'beside');
    } catch (error) {
      failed.made = reasonOf(error);
      throw error;
    }
  }

  /** The newest backup that was made beside the data; one from the future was made while the clock was ahead. */
  async function newestOurs(): Promise<Backup | undefined> {
    const until = now().toISOString();
    return (await backupsIn(directory, surveyor)).whole.find(({ kind, at }) => kind === 'ours' && at <= until);
  }

  /** A backup in the second place, too; a disk that is away, full or silent does not unmake the one beside the data. */
  async function copyToSecond(backup: Backup | undefined): Promise<void> {
    const place = secondPlace(folder);
    if (!place || !backup || (await connection(place)) !== 'there') return;
    try {
      const copied = await copyThere(place, backup, surveyorThere);
      if (copied) rememberSecondPlace(folder, { ...place, last: now().toISOString() });
      delete failed.copied;
    } catch (error) {
      failed.copied = reasonOf(error);
    }
  }

  async function restoreFrom(file: string, how: 'backup' | 'file' | 'moved', present: PresentLedger): Promise<void> {
    await inTurn(() => prepareRestore(folder, { file, how }, by(present)));
    app.relaunch();
    app.quit();
  }

  return {
    overview,
    make: (store) => inTurn(() => make(store)),
    copyNewest: () => inTurn(async () => copyToSecond(await newestOurs())),
    async restore({ place, name }, present) {
      const second = place === 'second' ? secondPlace(folder) : undefined;
      const there =
        second && (await connection(second)) === 'there' ? await backupsThere(second, surveyorThere) : undefined;
      const listed = place === 'beside' ? await backupsIn(directory, surveyor) : there === 'silent' ? undefined : there;
      const known = listed?.whole.find((one) => one.name === name);
      if (!known) throw noSuchBackup(name);
      await restoreFrom(known.file, 'backup', present);
    },
    async restoreFile(title, present) {
      const file = await chooseFile(title);
      if (file === undefined) return false;
      await restoreFrom(file, file.endsWith(`.${MOVE_EXTENSION}`) ? 'moved' : 'file', present);
      return true;
    },
    async chooseSecond(title, first) {
      const options = {
        title: say(title, language()),
        properties: ['openDirectory' as const, 'createDirectory' as const],
      };
      const parent = window();
      const { filePaths } = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options));
      const [chosen] = filePaths;
      if (chosen === undefined) return false;
      if (isInside(folder, chosen)) throw sameFolder();
      rememberSecondPlace(folder, placeIn(chosen, first, now().toISOString()));
      delete failed.copied;
      await inTurn(async () => copyToSecond(await newestOurs()));
      return true;
    },
    forgetSecond: () => rememberSecondPlace(folder, undefined),
    openFolder: () => void shell.openPath(folder),
    async moveOut({ name, store, finish }) {
      const parent = window();
      const options = {
        defaultPath: fittingName(`${name}.${MOVE_EXTENSION}`),
        filters: [{ name: MOVE_EXTENSION, extensions: [MOVE_EXTENSION] }],
      };
      const { canceled, filePath } = await (parent
        ? dialog.showSaveDialog(parent, options)
        : dialog.showSaveDialog(options));
      if (canceled || !filePath) return undefined;
      if (isOurs(folder, filePath)) throw ownFile();
      return inTurn(() => writeMoveFile(filePath, store, finish));
    },
  };

  async function chooseFile(title: Sentence): Promise<string | undefined> {
    const parent = window();
    const options = {
      title: say(title, language()),
      properties: ['openFile' as const],
      filters: [{ name: say(title, language()), extensions: ['sqlite', MOVE_EXTENSION] }],
    };
    const { filePaths } = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options));
    return filePaths[0];
  }

  async function writeMoveFile(file: string, store: Store, finish: (file: string) => void): Promise<string> {
    try {
      // The copy is written anew once what is of this computer alone was taken out.
      await refuseNoRoom(dirname(file), 2 * (await bytesOf(join(folder, DATABASE))));
      await intoPlace(
        file,
        async (part) => {
          await store.backupTo(part);
          finish(part);
        },
        surveyor,
        'no note',
      );
      return file.replace(/^.*[\\/]/u, '');
    } catch (error) {
      if (error instanceof Refusal) throw error;
      throw notWritten(error);
    }
  }
}

const viewOf = ({ name, kind, at, bytes, survey }: Backup, place: BackupView['place']): BackupView => ({
  name,
  place,
  kind,
  at,
  bytes,
  entries: survey.entries,
  sound: survey.sound,
});

/** Why a backup was not made, in words. */
function reasonOf(error: unknown): Sentence {
  return fileReason(error) ?? failureOf(error).sentence;
}

const sameFolder = (): Refusal =>
  new Refusal('second-place-inside', sentence('shell.backups.inside'), sentence('shell.backups.inside.next'));

const notWritten = (cause: unknown): Refusal =>
  new Refusal(
    'file-not-saved',
    sentence('shell.backups.move-not-written', { reason: reasonOf(cause) }),
    sentence('shell.backups.move-not-written.next'),
    { cause },
  );
