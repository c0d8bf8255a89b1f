import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import { App } from './app.ts';
import { button, field, words } from './pages/find.ts';
import { FailedStart } from './pages/start.ts';
import { COMPANY, saveCompany } from './sample.ts';
import { LIBRARY } from './start-causes.ts';

/** Restoring from the settings and from the window of a failed start, and what a start says of a ledger that is not as it was. */

let app: App;
test.beforeEach(() => {
  app = new App();
});
test.afterEach(() => app.end());

/** The app would start another process of itself, which no test could reach. */
const withoutRelaunch = (): Promise<void> =>
  app.inMain(({ app: electron }) => {
    electron.relaunch = () => undefined;
  });
const kinds = (): readonly string[] =>
  app.rows<{ kind: string }>('SELECT kind FROM ledger ORDER BY sequence').map(({ kind }) => kind);

async function restoreFirst(key: 'settings.backups.ours' | 'settings.backups.replaced'): Promise<void> {
  await withoutRelaunch();
  const gone = new Promise((resolve) => app.electron.process().once('exit', resolve));
  await app.screens.settings.restore(app.screens.settings.backupsCalled(key).first());
  await gone;
  await app.forget();
  await app.start();
}

test('a backup is made, restored, told, and what it replaced is put back', async () => {
  test.setTimeout(240_000);
  await app.start();
  await app.screens.frame.goTo('settings');
  await app.screens.settings.backUp();
  await saveCompany(app);
  const before = kinds();
  await restoreFirst('settings.backups.ours');
  await expect(words(app.page, 'settings.notices.restored-twice', { from: /\d+/, to: /\d+/ })).toBeVisible();
  expect(kinds()).not.toContain('backup-made');
  expect(kinds().at(-1)).toBe('backup-restored');
  // It is said at every start, wherever one is, until it is put away.
  await app.restart();
  const restored = () => words(app.page, 'settings.notices.restored', { time: /.+/, count: /\d+/ });
  await expect(restored()).toBeVisible();
  await app.shot('library-restored');
  await button(app.page, 'settings.notices.seen').click();
  await expect(restored()).toHaveCount(0);
  await app.screens.frame.goTo('settings');
  await expect(app.screens.settings.company(COMPANY.name)).toHaveCount(0);
  await app.shot('settings-backups');
  await restoreFirst('settings.backups.replaced');
  expect(kinds()).toEqual([...before, 'backup-restored']);
  await app.screens.frame.goTo('settings');
  await expect(app.screens.settings.company(COMPANY.name)).toBeVisible();
});

test('a ledger that was cut off is said at the start, until the person accepts it with a reason', async () => {
  await app.start();
  await saveCompany(app);
  await app.stop();
  const database = new Sqlite(app.path('assent.sqlite'));
  database.exec('DROP TRIGGER ledger_kept; DELETE FROM ledger WHERE sequence = (SELECT max(sequence) FROM ledger)');
  database.close();
  await app.start();
  const told = () => words(app.page, 'settings.notices.shorter', { noted: /\d+/, found: /\d+/ });
  await expect(told()).toBeVisible();
  await app.shot('start-shorter');
  await app.restart();
  await expect(told()).toBeVisible();
  await button(app.page, 'settings.notices.accept').click();
  await field(app.page.getByRole('dialog'), 'reason').fill('旧文件夹放回来了');
  await button(app.page, 'settings.notices.acceptNow').click();
  await expect(told()).toHaveCount(0);
  expect(kinds().at(-1)).toBe('ledger-accepted');
  await app.restart();
  await expect(told()).toHaveCount(0);
});

test('a folder whose database was taken away begins nothing, though nothing in it says that there were records', async () => {
  await app.start();
  await app.stop();
  for (const name of readdirSync(app.folder)) if (/^(assent|window)/u.test(name)) writeFileSync(app.path(name), '');
  const page = await app.launch();
  await expect(new FailedStart(page).code('database-empty')).toBeVisible();
});

test('out of a damaged database what can be read is exported, and a backup from elsewhere is put in its place', async () => {
  writeFileSync(app.path('assent.sqlite'), Buffer.from(LIBRARY).fill(0x41, 0, 4096));
  const elsewhere = app.path('elsewhere');
  mkdirSync(elsewhere);
  writeFileSync(join(elsewhere, 'half.sqlite'), LIBRARY.subarray(0, LIBRARY.length / 2));
  writeFileSync(join(elsewhere, 'whole.sqlite'), LIBRARY);
  const failed = new FailedStart(await app.launch());
  await expect(failed.code('database-damaged')).toBeVisible();
  await app.chooseFiles(elsewhere);
  await failed.take('shell.start.export-readable');
  await expect(
    words(app.page, 'shell.start.exported', { folder: /.+/, files: /\d+/, texts: /\d+/, entries: /\d+/ }),
  ).toBeVisible();
  const [folder = ''] = readdirSync(elsewhere).filter((name) => !name.endsWith('.sqlite'));
  expect(existsSync(join(elsewhere, folder, 'database', 'assent.sqlite'))).toBe(true);
  await app.chooseFiles(join(elsewhere, 'half.sqlite'));
  await failed.take('shell.start.choose-backup');
  await expect(words(app.page, 'shell.backups.damaged', { name: 'half.sqlite' })).toBeVisible();
  expect(readFileSync(app.path('assent.sqlite')).subarray(0, 4).toString()).toBe('AAAA');
  await app.chooseFiles(join(elsewhere, 'whole.sqlite'));
  await failed.take('shell.start.choose-backup');
  await app.screens.frame.shown();
  expect(kinds().at(-1)).toBe('backup-restored');
});
