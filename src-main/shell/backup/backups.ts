import { join } from 'node:path';
import { app, type BrowserWindow, dialog, shell } from 'electron';
import { type Language, say, type Sentence, sentence } from '../../agreement/sentence.ts';
import { Refusal } from '../../agreement/refusal.ts';
import type { BackupsView, BackupView } from '../../contract/settings.ts';
import { failureOf } from '../../kernel/failure.ts';
import { fittingName } from '../../kernel/files/file-name.ts';
import type { BackupPort, PresentLedger } from '../../kernel/ports.ts';
import type { Store } from '../../kernel/open-records.ts';
import { fileReason } from '../written-file.ts';
import { type Backup, backupsIn, type Surveyor, thinOut } from './folder.ts';
import { backupFolder, makeBackupFolder, noSuchBackup } from './names.ts';
import { copyBackup, intoPlace, makeBackup } from './make.ts';
import { prepareRestore } from './restore.ts';
import { isConnected, placeIn, placeName, rememberSecondPlace, type SecondPlace, secondPlace } from './second-place.ts';

/** What a file that holds everything is called: made to move to another computer. */
export const MOVE_EXTENSION = 'assent-data';

/** What the backups of a data folder are made with. */
export interface BackupGround {
  readonly folder: string;
  readonly surveyor: Surveyor;
  readonly now: () => Date;
  readonly window: () => BrowserWindow | undefined;
  readonly language: () => Language;
  readonly nativeBinding: string | undefined;
}

/** Backups in the data folder and in the second place. */
export function backups(ground: BackupGround): BackupPort {
  const { folder, surveyor, now, window, language, nativeBinding } = ground;
  const directory = backupFolder(folder);
  /** Why the last backup was not made, and why it was not copied, until one is. */
  const failed: { made?: Sentence; copied?: Sentence } = {};
  const by = (present: PresentLedger) => ({
    surveyor,
    present,
    ...(nativeBinding === undefined ? {} : { nativeBinding }),
  });

  async function overview(): Promise<BackupsView> {
    const beside = await backupsIn(directory, surveyor);
    const place = secondPlace(folder);
    const there = place && isConnected(place) ? await backupsIn(place.directory, surveyor) : undefined;
    return {
      backups: [
        ...beside.whole.map((backup) => viewOf(backup, 'beside')),
        ...(there?.whole ?? []).map((backup) => viewOf(backup, 'second')),
      ].sort((one, other) => other.at.localeCompare(one.at)),
      unusable: beside.unusable + (there?.unusable ?? 0),
      ...(failed.made ? { failed: failed.made } : {}),
      ...(place
        ? {
            second: {
              name: placeName(place),
              there: isConnected(place),
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
      const made = await makeBackup(directory, (file) => store.backupTo(file), surveyor);
      delete failed.made;
      const { whole } = await backupsIn(directory, surveyor);
      thinOut(whole, made.name);
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

  /** A backup in the second place, too; a disk that is away or full does not unmake the one beside the data. */
  async function copyToSecond(backup: Backup | undefined): Promise<void> {
    const place = secondPlace(folder);
    if (!place || !backup || !isConnected(place)) return;
    try {
      makeBackupFolder(place.directory);
      const there = (await backupsIn(place.directory, surveyor)).whole.some(({ name }) => name === backup.name);
      if (!there) await copyBackup(backup.file, join(place.directory, backup.name), surveyor);
      thinOut((await backupsIn(place.directory, surveyor)).whole, backup.name);
      if (!there) rememberSecondPlace(folder, { ...place, last: now().toISOString() });
      delete failed.copied;
    } catch (error) {
      failed.copied = reasonOf(error);
    }
  }

  async function restoreFrom(file: string, how: 'backup' | 'file' | 'moved', present: PresentLedger): Promise<void> {
    await prepareRestore(folder, { file, how }, by(present));
    app.relaunch();
    app.quit();
  }

  return {
    overview,
    make,
    copyNewest: async () => copyToSecond(await newestOurs()),
    async restore({ place, name }, present) {
      const second: SecondPlace | undefined = secondPlace(folder);
      const at = place === 'beside' ? directory : second?.directory;
      const known =
        at === undefined ? undefined : (await backupsIn(at, surveyor)).whole.find((one) => one.name === name);
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
      if (join(chosen, '.').startsWith(join(folder, '.'))) throw sameFolder();
      rememberSecondPlace(folder, placeIn(chosen, first, now().toISOString()));
      delete failed.copied;
      await copyToSecond(await newestOurs());
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
      return writeMoveFile(filePath, store, finish);
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
