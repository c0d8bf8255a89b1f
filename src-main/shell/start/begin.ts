import { app, type BrowserWindow } from 'electron';
import { finishRestore } from '../backup/names.ts';
import type { Log } from '../log.ts';
import type { ServedPapers } from '../protocol.ts';
import { loadPage, type WindowMemory } from '../window.ts';
import { rememberFolder } from './chosen-folder.ts';
import type { Claim } from './claim.ts';
import type { StartFailure } from './failure-page.ts';
import { systemLanguage } from '../system-language.ts';
import { refuseUnusable } from './folder.ts';

/** What the start has before anything of the app is made. */
export interface StartGround {
  readonly window: BrowserWindow;
  readonly folder: string;
  /** It was chosen by the person, and held records. */
  readonly held: boolean;
  /** The folder was given on the command line. */
  readonly given: boolean;
  readonly memory: WindowMemory;
  readonly served: ServedPapers;
  readonly claim: Claim;
  /** Where the process lies that looks through a database. */
  readonly checker: string;
  /** Nobody is at the screen: a failure ends the app at once. */
  readonly rehearsed: boolean;
}

/** What one attempt is made with. */
export interface StartChoice {
  /** There were records in the folder. */
  readonly hadRecords: boolean;
  /** The person was asked, and wants to begin without them. */
  readonly beginAnew: boolean;
  readonly log: Log;
}

/**
 * Makes the app, and where that fails says why in the window, with ways out, until it is made or the person quits. Only
 * what a failure needs is loaded for it.
 */
export async function begin<Made>(ground: StartGround, make: (choice: StartChoice) => Promise<Made>): Promise<Made> {
  const { window, folder, claim, memory } = ground;
  let failing = claim.state === 'refused';
  // Whoever started the app learns from its code that it never worked.
  window.on('closed', () => (failing ? app.exit(1) : app.quit()));
  const { openLog } = await import('../log.ts');
  const log = openLog(app.getPath('userData'));
  log.note({ name: 'start', code: app.getVersion() });
  const hadRecords = memory.records === true || ground.held;
  let beginAnew = false;
  for (;;) {
    try {
      if (claim.state === 'refused') throw claim.why;
      // The claim looked at the folder; meanwhile the person may have changed something about it.
      if (failing) refuseUnusable(folder);
      finishRestore(folder);
      const made = await make({ hadRecords, beginAnew, log });
      // The page of the failure gives way to the app's own.
      if (failing) loadPage(window);
      failing = false;
      return made;
    } catch (error) {
      failing = true;
      const decision = await afterFailure(ground, log, error);
      beginAnew = decision === 'begin-anew';
    }
  }
}

/** Shows the failure and does what the person decides, as far as it does not end this process. */
async function afterFailure(ground: StartGround, log: Log, error: unknown): Promise<'retry' | 'begin-anew'> {
  const { window, served, folder, claim, rehearsed } = ground;
  const [{ askAfterFailure, startFailure }, { machine, problemReport, shownFolder }, { say }] = await Promise.all([
    import('./failure.ts'),
    import('../problem-report.ts'),
    import('../../agreement/sentence.ts'),
  ]);
  const failure = await startFailure(error, folder, ground.checker);
  log.error('start-failed', error);
  process.stderr.write(`${failure.code}: ${say(failure.sentence, 'en')}\n`);
  if (rehearsed) return ended(() => app.exit(1));
  const report = ({ code }: StartFailure): string =>
    problemReport(folder, log, { ...machine(), folder: shownFolder(folder), at: new Date(), code });
  const language = ground.memory.language ?? systemLanguage();
  const decision = await askAfterFailure(failure, {
    window,
    served,
    folder,
    language,
    report,
    log,
    checker: ground.checker,
  });
  if (decision.what === 'quit') return ended(() => app.exit(1));
  if (decision.what === 'choose-folder') return ended(() => startIn(window, decision.folder, ground.given));
  // Chromium has its place for the life of a process.
  if (claim.state === 'refused') return ended(() => startAnew(window, process.argv.slice(1)));
  return decision.what;
}

/** Waits for an end that is on its way. */
function ended(end: () => void): Promise<never> {
  end();
  return new Promise<never>(() => undefined);
}

/** Starts the app anew over another data folder, which is remembered unless the folder was given on the command line. */
function startIn(window: BrowserWindow, folder: string, given: boolean): void {
  const others = process.argv.slice(1).filter((word) => !word.startsWith('--data='));
  startAnew(window, given || !rememberFolder(folder) ? [...others, `--data=${folder}`] : others);
}

function startAnew(window: BrowserWindow, args: string[]): void {
  // What begins anew has not failed, though its window closes.
  window.removeAllListeners('closed');
  app.relaunch({ args });
  app.exit(0);
}
