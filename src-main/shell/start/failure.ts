import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type BrowserWindow, dialog, shell } from 'electron';
import { type Language, say, type Sentence, sentence } from '../../agreement/sentence.ts';
import { failureOf } from '../../kernel/failure.ts';
import { DATABASE } from '../../kernel/files/data-folder.ts';
import type { Survey } from '../../kernel/files/file-check.ts';
import type { PresentLedger } from '../../kernel/ports.ts';
import type { Backup } from '../backup/folder.ts';
import { noSuchBackup } from '../backup/names.ts';
import type { Log } from '../log.ts';
import { isOurs, ownFile } from '../backup/own-files.ts';
import { writeWhole } from '../written-file.ts';
import type { ServedPapers } from '../protocol.ts';
import { releaseFolder } from './claim.ts';
import {
  actionAt,
  failurePage,
  reportPage,
  type RescueBackup,
  type StartAction,
  type StartFailure,
} from './failure-page.ts';

/** What a person decided after a start that failed. */
export type Decision =
  | { readonly what: 'retry' | 'begin-anew' | 'quit' }
  /** Another data folder, from now on. */
  | { readonly what: 'choose-folder'; readonly folder: string };

/** What the failure's page is shown with. */
export interface FailureGround {
  readonly window: BrowserWindow;
  readonly served: ServedPapers;
  readonly folder: string;
  readonly language: Language;
  readonly log: Log;
  /** The problem report as it would be saved. */
  readonly report: (failure: StartFailure) => string;
  /** Where the process lies that looks through a database. */
  readonly checker: string;
}

/** Causes that a backup mends. */
const RESTORABLE = ['database-damaged', 'database-missing', 'database-empty', 'database-newer', 'database-foreign'];

/** The failure of a start in words, whatever was thrown, with the backups that would mend it. */
export async function startFailure(error: unknown, folder: string, checker: string): Promise<StartFailure> {
  const { code, details, ...words } = failureOf(error);
  const found = RESTORABLE.includes(code) ? await rescue(folder, checker) : undefined;
  return {
    ...(found === undefined ? {} : { backups: found.backups.map(withoutFile), ...found.told }),
    code,
    ...(code === 'defect'
      ? { sentence: sentence('shell.start.unexpected'), next: sentence('shell.start.unexpected.next') }
      : { sentence: words.sentence, next: words.next }),
    folder,
    ...(details === undefined ? {} : { details }),
  };
}

/** Shows in the window why the start failed, and waits for what the person decides. Closing the window is quitting. */
export async function askAfterFailure(why: StartFailure, ground: FailureGround): Promise<Decision> {
  const { window, served, folder, log, checker } = ground;
  let failure = why;
  let language = ground.language;
  const show = (html: string): void => void window.loadURL(served.put(html, 'start'));
  const first = (): void => show(failurePage(failure, language));
  let showing = first;
  let report = '';
  let decided = false;
  return new Promise((resolve) => {
    const decide = (decision: Decision): void => {
      decided = true;
      window.webContents.off('will-frame-navigate', navigate);
      window.off('closed', closed);
      resolve(decision);
    };
    const closed = (): void => {
      decided = true;
      resolve({ what: 'quit' });
    };
    const restoreFrom = async (file: string, how: 'backup' | 'file' | 'moved'): Promise<void> => {
      const [{ prepareRestore }, by] = await Promise.all([import('../backup/restore.ts'), surveying(checker)]);
      const present = await presentLedger(folder, by.surveyor);
      // Whoever closed the window meanwhile has quit: nothing may wait for the next start.
      const waits = await prepareRestore(folder, { file, how }, { ...by, present, wanted: () => !decided });
      if (waits) decide({ what: 'retry' });
    };
    /** The file of one of these sorts, or the folder, that the person chooses; undefined when the dialog was closed. */
    const chosen = async (
      key: 'shell.start.choose-backup' | 'shell.start.export-readable' | 'shell.start.choose-folder',
      extensions?: string[],
    ): Promise<string | undefined> => {
      const title = say(sentence(key), language);
      const { filePaths } = await dialog.showOpenDialog(window, {
        title,
        properties: extensions ? ['openFile'] : ['openDirectory', 'createDirectory'],
        ...(extensions ? { filters: [{ name: title, extensions }] } : {}),
      });
      return filePaths[0];
    };
    const acts: Readonly<Record<StartAction, (asked: string | undefined) => void | Promise<void>>> = {
      retry: () => decide({ what: 'retry' }),
      'begin-anew': () => decide({ what: 'begin-anew' }),
      quit: () => decide({ what: 'quit' }),
      restore: async (asked) => {
        const { backups } = await rescue(folder, checker);
        const backup = asked === undefined ? backups[0] : backups.find(({ id }) => id === asked);
        if (!backup) throw noSuchBackup(basename(asked ?? ''));
        await restoreFrom(backup.file, 'backup');
      },
      'choose-backup': async () => {
        const file = await chosen('shell.start.choose-backup', ['sqlite', 'assent-data']);
        if (file !== undefined) await restoreFrom(file, file.endsWith('.assent-data') ? 'moved' : 'file');
      },
      'export-readable': async () => {
        const parent = await chosen('shell.start.export-readable');
        if (parent === undefined) return;
        const [{ exportReadable }, { nativeBinding }] = await Promise.all([
          import('./salvage.ts'),
          import('./records.ts'),
        ]);
        const target = freeFolder(parent, say(sentence('shell.start.salvage-folder'), language));
        const report = exportReadable(folder, target, language, nativeBinding());
        failure = { ...failure, exported: { ...report, folder: basename(target) } };
        first();
      },
      'open-anyway': () => {
        releaseFolder(folder);
        decide({ what: 'retry' });
      },
      'choose-folder': async () => {
        const other = await chosen('shell.start.choose-folder');
        if (other !== undefined) decide({ what: 'choose-folder', folder: other });
      },
      'open-folder': async () => void (await shell.openPath(folder)),
      'open-log': async () => void (await shell.openPath(ground.log.folder)),
      report: () => {
        report = ground.report(failure);
        showing = () => show(reportPage(report, language));
        showing();
      },
      // What was read is what is saved.
      'save-report': async () => {
        const failed = await saveReport(window, folder, report);
        if (failed) show(reportPage(report, language, failed));
      },
      back: () => {
        showing = first;
        showing();
      },
      language: () => {
        language = language === 'zh' ? 'en' : 'zh';
        showing();
      },
    };
    let busy = false;
    /** One way out at a time: what is asked for while another is on its way is ignored. One that fails says so. */
    const act = async (action: StartAction, chosen: string | undefined): Promise<void> => {
      if (busy || decided) return;
      busy = true;
      try {
        await acts[action](chosen);
      } catch (error) {
        log.error('start-failed', error);
        if (decided) return;
        const { code, sentence: what, next } = failureOf(error);
        const listed = failure.backups && (await rescue(folder, checker));
        failure = {
          ...failure,
          ...(listed ? { backups: listed.backups.map(withoutFile), ...listed.told } : {}),
          refused: { code, sentence: what, next },
        };
        showing = first;
        showing();
      } finally {
        busy = false;
      }
    };
    const navigate = (event: { readonly url: string }): void => {
      const asked = actionAt(event.url);
      // Once this navigation is refused; a page that is loaded while it is would be refused with it.
      if (asked !== undefined) setImmediate(() => void act(asked.action, asked.backup));
    };
    window.webContents.on('will-frame-navigate', navigate);
    window.once('closed', closed);
    showing();
    window.show();
  });
}

/** Saves the report where the person chooses; why not, if it failed. */
async function saveReport(window: BrowserWindow, folder: string, report: string): Promise<Sentence | undefined> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath: 'assent-report.txt' });
  if (canceled || !filePath) return undefined;
  try {
    if (isOurs(folder, filePath)) throw ownFile();
    writeWhole(filePath, new TextEncoder().encode(report));
    return undefined;
  } catch (error) {
    return failureOf(error).sentence;
  }
}

/** A backup that would mend the failure, and where it lies. */
type Found = RescueBackup & { readonly file: string };

const withoutFile = ({ file: _, ...shown }: Found): RescueBackup => shown;

/** The whole backups of a data folder and of its second place, the best to restore first, and what else is known from outside. */
async function rescue(
  folder: string,
  checker: string,
): Promise<{ readonly backups: readonly Found[]; readonly told: Pick<StartFailure, 'unusable' | 'away' | 'noted'> }> {
  // Only here: the page must show where the database's native part is missing, too.
  const [
    { backupsIn },
    { backupFolder },
    { connection, placeName, secondPlace },
    { backupsThere },
    { lastNoted },
    { surveyor },
    { surveyor: surveyorThere },
  ] = await Promise.all([
    import('../backup/folder.ts'),
    import('../backup/names.ts'),
    import('../backup/second-place.ts'),
    import('../backup/second-copies.ts'),
    import('../anchors.ts'),
    surveying(checker),
    surveying(checker),
  ]);
  const second = secondPlace(folder);
  const beside = await backupsIn(backupFolder(folder), surveyor);
  const answer =
    second && (await connection(second)) === 'there' ? await backupsThere(second, surveyorThere) : undefined;
  // One that does not answer is as good as away: it is named, and the page does not wait for it.
  const there = answer === 'silent' ? undefined : answer;
  const found = [
    ...beside.whole.map((backup) => ({ ...backup, place: undefined })),
    ...(there?.whole ?? []).map((backup) => ({ ...backup, place: second && placeName(second) })),
  ]
    .sort((one, other) => other.at.localeCompare(one.at))
    .sort((one, other) => rank(one) - rank(other));
  const noted = lastNoted(folder);
  return {
    backups: found.map(({ name, place, file, at, bytes, survey }) => ({
      id: `${place === undefined ? 'beside' : 'second'}/${name}`,
      file,
      at,
      bytes,
      entries: survey.entries,
      sound: survey.sound,
      ...(place === undefined ? {} : { place }),
    })),
    told: {
      unusable: beside.unusable + (there?.unusable ?? 0),
      ...(second && !there ? { away: placeName(second) } : {}),
      ...(noted ? { noted } : {}),
    },
  };
}

/** What is offered first: what agrees with its hashes, and of that what the person had not put away by a restore. */
const rank = ({ kind, survey }: Backup): number => (survey.sound ? 0 : 2) + (kind === 'replaced' ? 1 : 0);

/** What looks through a database in a process of its own. */
async function surveying(checker: string) {
  const [{ surveyProcess }, { nativeBinding }] = await Promise.all([
    import('../backup/survey-process.ts'),
    import('./records.ts'),
  ]);
  const binding = nativeBinding();
  return { surveyor: surveyProcess(checker, binding), ...(binding === undefined ? {} : { nativeBinding: binding }) };
}

/** Where the ledger stands that is to be replaced. */
async function presentLedger(folder: string, surveyor: (file: string) => Promise<Survey>): Promise<PresentLedger> {
  const database = join(folder, DATABASE);
  if (!existsSync(database)) return 'none';
  const found = await surveyor(database);
  if (found.state !== 'whole') return 'unreadable';
  return { entries: found.entries, ...(found.head ? { head: found.head.hash } : {}) };
}

/** A folder that is not there yet. */
function freeFolder(parent: string, name: string): string {
  for (let count = 1; ; count += 1) {
    const target = join(parent, count === 1 ? name : `${name} (${String(count)})`);
    if (!existsSync(target)) return target;
  }
}
