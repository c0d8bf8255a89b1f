import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserWindow, dialog, shell } from 'electron';
import { type Language, say, type Sentence, sentence } from '../../agreement/sentence.ts';
import { failureOf } from '../../kernel/failure.ts';
import { backupFolder, waitForRestore } from '../backups.ts';
import type { Log } from '../log.ts';
import { writeWhole } from '../written-file.ts';
import type { ServedPapers } from '../protocol.ts';
import { releaseFolder } from './claim.ts';
import { actionAt, failurePage, reportPage, type StartAction, type StartFailure } from './failure-page.ts';

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
}

/** Causes that a backup mends. */
const RESTORABLE = ['database-damaged', 'database-missing'];

/** The failure of a start in words, whatever was thrown. */
export async function startFailure(error: unknown, folder: string): Promise<StartFailure> {
  const { code, details, ...words } = failureOf(error);
  const backup = RESTORABLE.includes(code) ? ((await newestWhole(folder))?.day ?? 'none') : undefined;
  return {
    code,
    ...(code === 'defect'
      ? { sentence: sentence('shell.start.unexpected'), next: sentence('shell.start.unexpected.next') }
      : { sentence: words.sentence, next: words.next }),
    folder,
    ...(details === undefined ? {} : { details }),
    ...(backup === undefined ? {} : { backup }),
  };
}

/** Shows in the window why the start failed, and waits for what the person decides. Closing the window is quitting. */
export async function askAfterFailure(why: StartFailure, ground: FailureGround): Promise<Decision> {
  const { window, served, folder, log } = ground;
  let failure = why;
  let language = ground.language;
  const show = (html: string): void => void window.loadURL(served.put(html, 'start'));
  const first = (): void => show(failurePage(failure, language));
  let showing = first;
  let report = '';
  return new Promise((resolve) => {
    const decide = (decision: Decision): void => {
      window.webContents.off('will-frame-navigate', navigate);
      window.off('closed', closed);
      resolve(decision);
    };
    const closed = (): void => resolve({ what: 'quit' });
    const acts: Readonly<Record<StartAction, () => void | Promise<void>>> = {
      retry: () => decide({ what: 'retry' }),
      'begin-anew': () => decide({ what: 'begin-anew' }),
      quit: () => decide({ what: 'quit' }),
      restore: async () => {
        const found = await newestWhole(folder);
        if (found) waitForRestore(folder, found.file);
        decide({ what: 'retry' });
      },
      'open-anyway': () => {
        releaseFolder(folder);
        decide({ what: 'retry' });
      },
      'choose-folder': async () => {
        const title = say(sentence('shell.start.choose-folder'), language);
        const properties: ('openDirectory' | 'createDirectory')[] = ['openDirectory', 'createDirectory'];
        const { filePaths } = await dialog.showOpenDialog(window, { title, properties });
        const [chosen] = filePaths;
        if (chosen !== undefined) decide({ what: 'choose-folder', folder: chosen });
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
        const failed = await saveReport(window, report);
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
    /** A way out that fails says so in its turn. */
    const act = async (action: StartAction): Promise<void> => {
      try {
        await acts[action]();
      } catch (error) {
        log.error('start-failed', error);
        failure = await startFailure(error, folder);
        showing = first;
        showing();
      }
    };
    const navigate = (event: { readonly url: string }): void => {
      const action = actionAt(event.url);
      // Once this navigation is refused; a page that is loaded while it is would be refused with it.
      if (action !== undefined) setImmediate(() => void act(action));
    };
    window.webContents.on('will-frame-navigate', navigate);
    window.once('closed', closed);
    showing();
    window.show();
  });
}

/** Saves the report where the person chooses; why not, if it failed. */
async function saveReport(window: BrowserWindow, report: string): Promise<Sentence | undefined> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath: 'assent-report.txt' });
  if (canceled || !filePath) return undefined;
  try {
    writeWhole(filePath, new TextEncoder().encode(report));
    return undefined;
  } catch (error) {
    return failureOf(error).sentence;
  }
}

/** The newest backup that is whole, with its time as its file says it. */
async function newestWhole(folder: string): Promise<{ readonly file: string; readonly day: string } | undefined> {
  const directory = backupFolder(folder);
  if (!existsSync(directory)) return undefined;
  // Only here: the page must show where the database's native part is missing, too.
  const [{ holdsRecords }, { nativeBinding }] = await Promise.all([
    import('../../kernel/open-records.ts'),
    import('./records.ts'),
  ]);
  const binding = nativeBinding();
  const files = readdirSync(directory)
    .filter((name) => name.endsWith('.sqlite'))
    .map((name) => ({ file: join(directory, name), at: statSync(join(directory, name)).mtime }))
    .sort((one, other) => other.at.getTime() - one.at.getTime());
  const found = files.find(({ file }) => holdsRecords(file, binding === undefined ? {} : { nativeBinding: binding }));
  return found && { file: found.file, day: found.at.toLocaleString('sv-SE').slice(0, 16) };
}
