import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { app, nativeTheme, session } from 'electron';
import { OpenedFiles } from './shell/opened-files.ts';
import { connect } from './shell/ipc.ts';
import { ServedPapers, registerScheme, serve } from './shell/protocol.ts';
import { hardenApp, hardenSession } from './shell/security.ts';
import { openWindow, rememberWindow, windowMemory } from './shell/window.ts';

const MAIN = __dirname;
const OUT = join(MAIN, '..');
const ROOTS = { pages: join(OUT, 'renderer'), assets: join(OUT, 'assets') };
const DEMO = app.commandLine.getSwitchValue('demo');
const DATA = app.commandLine.getSwitchValue('data');

/**
 * The entry: the window comes first, with nothing loaded that it does not need; what the app is made of
 * (`composition.ts`) is loaded while it does.
 */
async function main(): Promise<void> {
  const data = DATA === '' && DEMO !== '' ? mkdtempSync(join(tmpdir(), 'assent-demo-')) : DATA;
  if (data !== '') app.setPath('userData', data);
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  const openedFiles = new OpenedFiles(process.argv);
  registerScheme();
  hardenApp();
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  // Closing a hidden print window must not quit the app: only the main window's end does.
  app.on('window-all-closed', () => undefined);
  await app.whenReady();

  const folder = app.getPath('userData');
  const served = new ServedPapers(randomUUID);
  const memory = windowMemory(folder);
  nativeTheme.themeSource = memory.theme ?? 'system';
  hardenSession(session.defaultSession);
  serve(session.defaultSession, ROOTS, served);
  const window = openWindow({
    preload: join(OUT, 'preload', 'preload.cjs'),
    memory,
    remember: (place) => rememberWindow(folder, place),
    hidden: DEMO !== '',
  });
  window.on('closed', () => app.quit());
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });

  const composing = import('./composition.ts').then(async ({ compose }) => {
    const rehearsal =
      DEMO === '' ? undefined : (await import('./kernel/demo/rehearsal.ts')).rehearsalIn(DEMO, ROOTS.assets);
    const { migrateFirst } = await import('./shell/migration.ts');
    await migrateFirst(window, folder, join(MAIN, 'migrator.cjs'));
    return { rehearsal, ...compose({ window, main: MAIN, roots: ROOTS, served, openedFiles, rehearsal }) };
  });
  connect(
    composing.then(({ answer }) => answer),
    () => window.webContents,
    (error) => process.stderr.write(`${inspect(error)}\n`),
  );
  const { rehearsal, handlers } = await composing;
  if (rehearsal) {
    const { demo } = await import('./shell/demo.ts');
    await demo({ window, handlers, rehearsal, folder: DEMO });
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${inspect(error)}\n`);
  app.exit(1);
});
