import { randomUUID } from 'node:crypto';
import { homedir, hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { app, type BrowserWindow, nativeTheme } from 'electron';
import type { Language } from './agreement/sentence.ts';
import type { ContractHandlers } from './contract/index.ts';
import { handlers as handlersOver } from './handlers.ts';
import { beginLedger } from './kernel/device-key.ts';
import { folderWatch } from './features/import/watched-folder.ts';
import { makeSketches } from './kernel/reading/sketches.ts';
import { ledgerWriter } from './kernel/ledger-writer.ts';
import type { Rehearsal } from './kernel/demo/rehearsal.ts';
import { noticeReminders } from './features/notices/notice-reminders.ts';
import { preferences } from './kernel/preferences.ts';
import type { Ports } from './kernel/ports.ts';
import type { EntrySigner } from './ledger/entry.ts';
import { type Answer, callHandler } from './shell/call-handler.ts';
import { backups } from './shell/backups.ts';
import { clausePictures } from './shell/clause-pictures.ts';
import { dialogs } from './shell/dialogs.ts';
import type { OpenedFiles } from './shell/opened-files.ts';
import { keychain } from './shell/keychain.ts';
import { setMenu } from './shell/menu.ts';
import { parserProcess } from './shell/parser-process.ts';
import { scanProcess } from './shell/scan-process.ts';
import { printing } from './shell/printing.ts';
import type { ServedPapers, Roots } from './shell/protocol.ts';
import { remind } from './shell/reminders.ts';
import { openRecordsOrSay } from './shell/records-or-message.ts';
import { nextDatesTray } from './shell/tray.ts';
import { watchedFolder } from './shell/watched-folder.ts';
import { rememberWindow } from './shell/window.ts';

/** What the entry gives: the window that is already loading, and where things lie. */
export interface Ground {
  readonly window: BrowserWindow;
  readonly main: string;
  readonly roots: Roots;
  readonly served: ServedPapers;
  readonly openedFiles: OpenedFiles;
  /** Files without dialogs and a clock of its own, where nobody is at the screen. */
  readonly rehearsal: Rehearsal | undefined;
}

/** The features over the real machine: records, parser, printer, dialogs, keychain. Loaded while the window comes up. */
export function compose(ground: Ground): { readonly answer: Answer; readonly handlers: ContractHandlers } {
  const { window, roots, served, rehearsal, openedFiles } = ground;
  const folder = app.getPath('userData');
  const store = openRecordsOrSay(folder);
  const now = (): Date => new Date();
  const offsetMinutes = (): number => -now().getTimezoneOffset();
  let key: EntrySigner | undefined;
  const language = (): Language => preferences(store).language;

  /** Nobody is reminded of a rehearsal. */
  let reminders: ReturnType<typeof remind> | undefined;

  const parser = parserProcess(join(ground.main, 'parser.cjs'), join(roots.assets, 'pdfjs'));
  const scanner = scanProcess(join(ground.main, 'scanner.cjs'), join(roots.assets, 'pdfjs'));
  const ports: Ports = {
    store,
    now,
    monotonic: rehearsal?.monotonic ?? (() => performance.now()),
    offsetMinutes,
    newId: randomUUID,
    parse: parser.parse,
    readScan: scanner.readScan,
    files: rehearsal?.files ?? dialogs({ window: () => window, language, assets: roots.assets }),
    folder: watchedFolder({ window: () => window, language, log: logged }),
    print: printing(roots, served),
    keychain: keychain(),
    picture: clausePictures(window),
    openedFile: () => openedFiles.take(),
    backups: backups(folder),
    environment: {
      app: app.getVersion(),
      build: `${app.getVersion()} ${process.platform}-${process.arch}`,
      runtime: `Electron ${process.versions.electron}, Chromium ${process.versions.chrome}`,
      osUser: userInfo().username,
      device: hostname(),
      locale: app.getLocale(),
      folder: folder.replace(homedir(), '~'),
    },
    emit: (name, payload) => {
      if (!window.isDestroyed()) window.webContents.send(`assent:${name}`, payload);
      if (name === 'changed') reminders?.soon();
    },
    ledger: ledgerWriter({ store, now, offsetMinutes, signer: () => key }),
    useDeviceKey: (opened) => {
      key = opened;
    },
    applyPreferences: (chosen) => {
      nativeTheme.themeSource = chosen.theme;
      rememberWindow(folder, { theme: chosen.theme });
      setMenu(chosen.language, (command) => ports.emit('command', command));
    },
  };

  beginLedger(ports);
  openedFiles.onArrival(() => ports.emit('command', { name: 'opened-bundle' }));
  const handlers = handlersOver(ports);
  ports.applyPreferences(preferences(store));
  if (!rehearsal) {
    const open = (noticeId?: string): void => {
      window.show();
      window.focus();
      if (noticeId !== undefined) ports.emit('command', { name: 'go', place: { screen: 'notices', noticeId } });
    };
    const icon = join(roots.assets, 'icons', 'icon.png');
    const tray = nextDatesTray({ icon, language, open, quit: () => app.quit() });
    reminders = remind({ reminders: noticeReminders(ports), language, tray, open, log: logged });
    folderWatch(ports).start();
  }
  let running = true;
  void makeSketches(store, () => running).catch(logged);
  app.on('will-quit', () => {
    running = false;
    reminders?.stop();
    ports.folder.stop();
    parser.stop();
    scanner.stop();
    store.close();
  });
  return { answer: callHandler(handlers), handlers };
}

function logged(error: unknown): void {
  process.stderr.write(`${inspect(error)}\n`);
}
