import { randomUUID } from 'node:crypto';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { app, type BrowserWindow, nativeTheme, shell } from 'electron';
import type { Language } from './agreement/sentence.ts';
import type { Place } from './contract/event.ts';
import type { ContractHandlers } from './contract/index.ts';
import { handlers as handlersOver, remindersOver } from './handlers.ts';
import { anchorKeeper, NO_ANCHORS } from './kernel/backup/anchors.ts';
import { beginLedger } from './kernel/device-key.ts';
import { DATABASE } from './kernel/files/data-folder.ts';
import { folderWatch } from './features/import/watched-folder.ts';
import { openCopyIn } from './kernel/open-records.ts';
import { makeSketches } from './kernel/reading/sketches.ts';
import { ledgerWriter } from './kernel/ledger-writer.ts';
import type { Rehearsal } from './kernel/demo/rehearsal.ts';
import { beginIn, preferences } from './kernel/preferences.ts';
import type { Ports } from './kernel/ports.ts';
import { RESTORED, tellRestored } from './kernel/backup/restored.ts';
import type { EntrySigner } from './ledger/entry.ts';
import { type Answer, callHandler } from './shell/call-handler.ts';
import { anchorFiles, noting } from './shell/anchors.ts';
import { backups } from './shell/backup/backups.ts';
import { regularBackups } from './shell/backup/regular.ts';
import { surveyProcess } from './shell/backup/survey-process.ts';
import { clausePictures } from './shell/clause-pictures.ts';
import { dialogs } from './shell/dialogs.ts';
import { droppedFolders } from './shell/dropped-folders.ts';
import type { OpenedFiles } from './shell/opened-files.ts';
import { keychain } from './shell/keychain.ts';
import { setMenu } from './shell/menu.ts';
import { parserProcess } from './shell/parser-process.ts';
import { logProcess } from './shell/log-process.ts';
import { scanProcess } from './shell/scan-process.ts';
import { printing } from './shell/printing.ts';
import type { ServedPapers, Roots } from './shell/protocol.ts';
import { remind } from './shell/reminders.ts';
import { fileCheck } from './shell/start/file-check.ts';
import { nativeBinding, openRecordsIn } from './shell/start/records.ts';
import { nextDatesTray } from './shell/tray.ts';
import { systemLanguage } from './shell/system-language.ts';
import { temporaryFolder } from './shell/temporary.ts';
import { watchedFolder } from './shell/folders/watched-folder.ts';
import { rememberWindow } from './shell/window.ts';
import type { Log } from './shell/log.ts';
import { machine, problemReport, shownFolder } from './shell/problem-report.ts';
import type { Store } from './store/store.ts';

/** Until the evidence is checked in the background. */
const CHECKED_AFTER_MS = 20_000;

/** What the entry gives: the window that is already loading, and where things lie. */
export interface Ground {
  readonly window: BrowserWindow;
  readonly main: string;
  readonly roots: Roots;
  readonly served: ServedPapers;
  readonly openedFiles: OpenedFiles;
  /** Files without dialogs and a clock of its own, where nobody is at the screen. */
  readonly rehearsal: Rehearsal | undefined;
  /** The data folder. */
  readonly folder: string;
  /** There were records in the data folder before. */
  readonly hadRecords: boolean;
  /** The person was asked, and wants to begin without them. */
  readonly beginAnew: boolean;
  readonly log: Log;
}

/** The answers to every call, and what is behind them. */
export interface Composed {
  readonly answer: Answer;
  readonly handlers: ContractHandlers;
}

/** The features over the real machine: records, parser, printer, dialogs, keychain. Loaded while the window comes up. */
export function compose(ground: Ground): Composed {
  const { folder } = ground;
  const store = openRecordsIn(folder, ground);
  try {
    return composed(ground, store);
  } catch (error) {
    // Whoever tries again opens it anew.
    store.close();
    throw error;
  }
}

function composed(ground: Ground, store: Store): Composed {
  const { folder, window, roots, served, rehearsal, openedFiles, log } = ground;
  const now = rehearsal?.now ?? ((): Date => new Date());
  const offsetMinutes = (): number => -now().getTimezoneOffset();
  let key: EntrySigner | undefined;
  const language = (): Language => preferences(store).language;

  /** Nobody is reminded of a rehearsal. */
  let reminders: ReturnType<typeof remind> | undefined;
  let check: ReturnType<typeof fileCheck> | undefined;
  const failed = (error: unknown): void => {
    process.stderr.write(`${inspect(error)}\n`);
    log.error('background-failed', error);
  };

  const safe = keychain();
  // Before anything is written: what was noted is compared with what is found.
  const anchors = rehearsal ? NO_ANCHORS : anchorKeeper(store, anchorFiles(folder, safe), now);
  const noted = noting(anchors, failed);
  const binding = nativeBinding();
  const survey = () => surveyProcess(join(ground.main, 'checker.cjs'), binding);
  let daily: ReturnType<typeof regularBackups> | undefined;
  const parser = parserProcess(join(ground.main, 'parser.cjs'), join(roots.assets, 'pdfjs'));
  const logs = logProcess(join(ground.main, 'logs.cjs'));
  const scanner = scanProcess(join(ground.main, 'scanner.cjs'), join(roots.assets, 'pdfjs'));
  const ports: Ports = {
    store,
    now,
    monotonic: rehearsal?.monotonic ?? (() => performance.now()),
    offsetMinutes,
    newId: randomUUID,
    parse: parser.parse,
    readScan: scanner.readScan,
    readLog: logs.readLog,
    files:
      rehearsal?.files ??
      dialogs({
        window: () => window,
        language,
        assets: roots.assets,
        folder,
        dropped: droppedFolders(() => window.webContents),
      }),
    folder: watchedFolder({ window: () => window, language, log: failed }),
    print: printing(roots, served),
    keychain: safe,
    picture: clausePictures(window),
    openedFile: () => openedFiles.take(),
    backups: backups({
      folder,
      surveyor: survey(),
      surveyorThere: survey(),
      now,
      window: () => window,
      language,
      nativeBinding: binding,
    }),
    support: {
      fileCheck: () => check?.state() ?? { state: 'running' },
      openLog: () => void shell.openPath(log.folder),
      report: (figures) =>
        problemReport(folder, log, { ...machine(), folder: shownFolder(folder), at: now(), figures }),
    },
    openCopy: (bytes) =>
      openCopyIn(temporaryFolder('history'), bytes, binding === undefined ? {} : { nativeBinding: binding }),
    environment: {
      ...machine(),
      build: `${app.getVersion()} ${process.platform}-${process.arch}`,
      osUser: userInfo().username,
      device: hostname(),
      folder: shownFolder(folder),
    },
    emit: (name, payload) => {
      if (!window.isDestroyed()) window.webContents.send(`assent:${name}`, payload);
      if (name === 'changed') {
        reminders?.soon();
        noted.soon();
      }
    },
    ledger: ledgerWriter({
      store,
      now,
      offsetMinutes,
      signer: () => key,
      clock: rehearsal ? 'rehearsal' : 'system',
    }),
    anchors: () => Promise.resolve(anchors.all()),
    anchorKeeper: anchors,
    useDeviceKey: (opened) => {
      key = opened;
    },
    applyPreferences: (chosen) => {
      nativeTheme.themeSource = chosen.theme;
      rememberWindow(folder, { theme: chosen.theme, language: chosen.language, records: true });
      setMenu(chosen.language, (command) => ports.emit('command', command));
    },
  };

  const waits = store.settings.get(RESTORED.name) !== undefined;
  beginLedger(ports, waits || anchors.findings().length === 0);
  // What was restored is shorter by the person's own will, and its ledger says so.
  if (tellRestored(ports)) anchors.accept();
  else anchors.note();
  app.on('second-instance', () => ports.emit('command', { name: 'opened-already' }));
  openedFiles.onArrival(() => ports.emit('command', { name: 'opened-bundle' }));
  const handlers = handlersOver(ports);
  if (!ground.hadRecords) beginIn(ports, systemLanguage());
  ports.applyPreferences(preferences(store));
  if (!rehearsal) {
    const open = (place?: Place): void => {
      window.show();
      window.focus();
      if (place !== undefined) ports.emit('command', { name: 'go', place });
    };
    const icon = join(roots.assets, 'icons', 'icon.png');
    const tray = nextDatesTray({ icon, language, open, quit: () => app.quit() });
    reminders = remind({
      reminders: remindersOver(ports),
      language,
      tray,
      open,
      log: failed,
    });
    folderWatch(ports).start();
    check = fileCheck({
      script: join(ground.main, 'checker.cjs'),
      ask: { path: join(folder, DATABASE), ...(binding === undefined ? {} : { nativeBinding: binding }) },
      now,
      told: ({ state }, fault) => {
        log.note({ name: 'file-checked', code: state });
        if (fault !== undefined) process.stderr.write(`${fault}\n`);
        ports.emit('changed', { features: ['evidence', 'settings'] });
      },
    });
  }
  if (!rehearsal) {
    const told = (error?: unknown): void => {
      if (error !== undefined) log.error('backup-failed', error);
      ports.emit('changed', { features: ['settings'] });
    };
    daily = regularBackups({ port: ports.backups, store, folder, now, told });
  }
  let running = true;
  /** Quitting cuts off what goes on beside the work; that it then finds the records closed is no failure. */
  const failedWhileRunning = (error: unknown): void => {
    if (running) failed(error);
  };
  // Everything is checked beside the work, once the list has been there for a while.
  const soon = setTimeout(() => {
    if (running && !rehearsal) void Promise.resolve(handlers['evidence.verify']({})).catch(failedWhileRunning);
  }, CHECKED_AFTER_MS);
  void makeSketches(store, () => running).catch(failedWhileRunning);
  app.on('will-quit', () => {
    running = false;
    clearTimeout(soon);
    noted.now();
    reminders?.stop();
    ports.folder.stop();
    parser.stop();
    scanner.stop();
    logs.stop();
    check?.stop();
    daily?.stop();
    store.close();
  });
  return { answer: callHandler(handlers), handlers };
}
