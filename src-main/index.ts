import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { app, nativeTheme, session } from 'electron';
import { OpenedFiles } from './shell/opened-files.ts';
import { connect } from './shell/ipc.ts';
import { ServedPapers, registerScheme, serve } from './shell/protocol.ts';
import { hardenApp, hardenSession } from './shell/security.ts';
import { claimFolder } from './shell/start/claim.ts';
import { begin } from './shell/start/begin.ts';
import { chosenFolder, noteRecords } from './shell/start/chosen-folder.ts';
import { speakTo, systemLanguage } from './shell/system-language.ts';
import { sweepTemporary, temporaryFolder } from './shell/temporary.ts';
import { openWindow, rememberWindow, windowMemory } from './shell/window.ts';

const MAIN = __dirname;
const OUT = join(MAIN, '..');
const ROOTS = { pages: join(OUT, 'renderer'), assets: join(OUT, 'assets') };
const DEMO = app.commandLine.getSwitchValue('demo');
const DATA = app.commandLine.getSwitchValue('data');

/**
 * The entry: the window comes first, with nothing loaded that it does not need; what the app is made of
 * (`composition.ts`) is loaded while it does. Whatever keeps the records from being opened is said in the window.
 */
async function main(): Promise<void> {
  const given = DATA === '' && DEMO !== '' ? temporaryFolder('demo') : DATA;
  const { folder, held } = given === '' ? chosenFolder() : { folder: given, held: false };
  const claim = claimFolder(folder);
  if (claim.state === 'opened-already') {
    // The other window comes to the front and says so.
    app.exit(0);
    return;
  }
  const openedFiles = new OpenedFiles(process.argv);
  registerScheme();
  hardenApp();
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  // Closing a hidden print window must not quit the app: only the main window's end does.
  app.on('window-all-closed', () => undefined);
  const memory = windowMemory(folder);
  speakTo(memory.language);
  await app.whenReady();

  const served = new ServedPapers(randomUUID);
  nativeTheme.themeSource = memory.theme ?? 'system';
  hardenSession(session.defaultSession);
  serve(session.defaultSession, ROOTS, served);
  let opened = false;
  const window = openWindow({
    preload: join(OUT, 'preload', 'preload.cjs'),
    memory,
    // A start that failed leaves the folder as it was.
    remember: (place) => opened && rememberWindow(folder, place),
    hidden: DEMO !== '',
    empty: claim.state === 'refused',
  });

  app.on('second-instance', () => {
    if (window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.focus();
  });

  const beginning = begin(
    {
      window,
      folder,
      held,
      given: given !== '',
      memory,
      served,
      claim,
      checker: join(MAIN, 'checker.cjs'),
      rehearsed: DEMO !== '',
    },
    async (choice) => {
      const { migrateFirst } = await import('./shell/start/migration.ts');
      await migrateFirst(window, folder, join(MAIN, 'migrator.cjs'));
      const { compose } = await import('./composition.ts');
      const rehearsal =
        DEMO === ''
          ? undefined
          : (await import('./kernel/demo/rehearsal.ts')).rehearsalIn(DEMO, ROOTS.assets, systemLanguage());
      const parts = { window, main: MAIN, roots: ROOTS, served, openedFiles, rehearsal, folder };
      return { rehearsal, ...compose({ ...parts, ...choice }) };
    },
  );
  connect(
    beginning.then(({ answer }) => answer),
    () => window.webContents,
    (error) => process.stderr.write(`${inspect(error)}\n`),
  );
  const { rehearsal, handlers } = await beginning;
  opened = true;
  sweepTemporary();
  if (given === '') noteRecords(folder);
  if (rehearsal) {
    const { demo } = await import('./shell/demo.ts');
    await demo({ window, handlers, rehearsal, folder: DEMO });
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${inspect(error)}\n`);
  app.exit(1);
});
