import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { homedir, hostname, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import type { BrowserWindow } from 'electron';
import { app, nativeTheme, session } from 'electron';
import type { Language } from './agreement/bilingual.ts';
import type { Preferences } from './contract/settings.ts';
import { demoFiles } from './desk/demo-files.ts';
import { desks } from './desk/desks.ts';
import { deviceKeyAtStart } from './desk/device-key.ts';
import { ledgerBook } from './desk/ledger-book.ts';
import type { EntrySigner } from './ledger/entry.ts';
import type { Ports } from './desk/ports.ts';
import { demo } from './shell/demo.ts';
import { backups } from './shell/backups.ts';
import { dialogs } from './shell/dialogs.ts';
import { connect } from './shell/ipc.ts';
import { keychain } from './shell/keychain.ts';
import { setMenu } from './shell/menu.ts';
import { parserProcess } from './shell/parser-process.ts';
import { printing } from './shell/printing.ts';
import { PaperShelf, registerScheme, serve } from './shell/protocol.ts';
import { hardenApp, hardenSession } from './shell/security.ts';
import { openRecordsOrSay } from './shell/start.ts';
import { openWindow, type WindowMemory } from './shell/window.ts';

const OUT = join(__dirname, '..');
const ROOTS = { pages: join(OUT, 'renderer'), assets: join(OUT, 'assets') };
const DEMO = app.commandLine.getSwitchValue('demo');
const DATA = app.commandLine.getSwitchValue('data');

/** Composition root: what the app is made of, and in which order it comes up. */
async function main(): Promise<void> {
  const data = DATA === '' && DEMO !== '' ? mkdtempSync(join(tmpdir(), 'assent-demo-')) : DATA;
  if (data !== '') app.setPath('userData', data);
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  registerScheme();
  hardenApp();
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  await app.whenReady();

  const store = openRecordsOrSay(app.getPath('userData'));
  if (!store) return;
  const now = (): Date => new Date();
  const offsetMinutes = (): number => -now().getTimezoneOffset();
  const keys = keychain();
  let key: EntrySigner | undefined = deviceKeyAtStart(store, keys, now().toISOString());
  const language = (): Language => store.settings.get<Partial<Preferences>>('preferences')?.language ?? 'zh';
  const shelf = new PaperShelf(randomUUID);
  let window: BrowserWindow | undefined;
  /** With nobody at the screen there are no dialogs to answer. */
  const rehearsal = DEMO === '' ? undefined : demoFiles(DEMO, ROOTS.assets);

  const ports: Ports = {
    store,
    now,
    offsetMinutes,
    newId: randomUUID,
    parse: parserProcess(join(OUT, 'main', 'parser.cjs'), join(ROOTS.assets, 'pdfjs')),
    files: rehearsal ?? dialogs({ window: () => window, language, assets: ROOTS.assets }),
    print: printing(ROOTS, shelf),
    preview: (html) => shelf.put(html),
    keychain: keys,
    backups: backups(app.getPath('userData')),
    environment: {
      app: app.getVersion(),
      build: `${app.getVersion()} ${process.platform}-${process.arch}`,
      runtime: `Electron ${process.versions.electron}, Chromium ${process.versions.chrome}`,
      osUser: userInfo().username,
      device: hostname(),
      locale: app.getLocale(),
      folder: app.getPath('userData').replace(homedir(), '~'),
    },
    emit: (name, payload) => window?.webContents.send(`assent:${name}`, payload),
    ledger: ledgerBook({ store, now, offsetMinutes, signer: () => key }),
    useDeviceKey: (opened) => {
      key = opened;
    },
    applyPreferences: (preferences) => {
      nativeTheme.themeSource = preferences.theme;
      setMenu(preferences.language, (command) => ports.emit('command', command));
    },
  };

  const handlers = desks(ports);
  hardenSession(session.defaultSession);
  serve(session.defaultSession, ROOTS, shelf);
  connect(
    handlers,
    () => window?.webContents,
    (error) => process.stderr.write(`${inspect(error)}\n`),
  );
  const preferences = await handlers['settings.preferences']({});
  ports.applyPreferences(preferences);
  window = openWindow({
    preload: join(OUT, 'preload', 'preload.cjs'),
    memory: store.settings.get<WindowMemory>('window') ?? {},
    remember: (memory) => store.settings.put('window', memory, now().toISOString()),
    hidden: DEMO !== '',
  });
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  window.on('closed', () => {
    window = undefined;
    app.quit();
  });
  // Closing a hidden print window must not quit the app: only the main window's end does.
  app.on('window-all-closed', () => undefined);
  app.on('will-quit', () => store.close());
  if (rehearsal) {
    await demo({ window, handlers, files: rehearsal, folder: DEMO, say: (command) => ports.emit('command', command) });
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${inspect(error)}\n`);
  app.exit(1);
});
