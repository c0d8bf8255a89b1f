import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, expect, type Page, test } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import { ROOT } from './app.ts';
import { executable, switches } from './executable.ts';
import { words } from './pages/find.ts';

/** The notes of the ledger and the device's key with a real keychain: GNOME's, without a desktop, over a bus of its own. */

const base = mkdtempSync(join(tmpdir(), 'assent-keychain-'));
const folder = join(base, 'data');
const config = join(base, 'config');
const notes = join(config, 'assent-anchors');
let bus: ChildProcess | undefined;
let keyring: ChildProcess | undefined;
let app: ElectronApplication | undefined;
let address = '';

test.skip(process.env['ASSENT_KEYCHAIN'] !== '1', 'in the long run');

const environment = (): Record<string, string> => ({
  ...(process.env as Record<string, string>),
  LC_ALL: 'C.UTF-8',
  LANGUAGE: 'zh_CN',
  XDG_CONFIG_HOME: config,
  XDG_DATA_HOME: join(base, 'share'),
  XDG_RUNTIME_DIR: base,
  DBUS_SESSION_BUS_ADDRESS: address,
});

test.beforeAll(async () => {
  bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address=1'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const [said] = (await once(bus.stdout!, 'data')) as [Buffer];
  address = said.toString().trim();
  keyring = spawn('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], {
    env: environment(),
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  keyring.stdin?.end('a password of the session\n');
  await new Promise((resolve) => setTimeout(resolve, 1500));
});
test.afterAll(async () => {
  await app?.close().catch(() => undefined);
  keyring?.kill('SIGKILL');
  bus?.kill('SIGKILL');
  rmSync(base, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
});

async function started(): Promise<Page> {
  app = await _electron.launch({
    executablePath: executable(),
    args: [...switches(), ROOT, `--data=${folder}`, '--password-store=gnome-libsecret'],
    env: environment(),
  });
  const page = await app.firstWindow();
  await expect(page.getByRole('navigation').first()).toBeVisible();
  return page;
}

test('the key is the keychain’s, and what it alone noted tells a cut end when the plain note is gone', async () => {
  test.setTimeout(120_000);
  const page = await started();
  const about = await page.evaluate(async () => window.assent.call('settings.about', {}));
  expect(about).toMatchObject({ ok: true, value: { keyProtection: 'keychain' } });
  await page.evaluate(async () => window.assent.call('import.sample', {}));
  await app?.close();
  expect(
    readdirSync(notes)
      .map((name) => name.replace(/^.*\./u, ''))
      .sort(),
  ).toEqual(['json', 'sealed']);

  const database = new Sqlite(join(folder, 'assent.sqlite'));
  const signed = database.prepare('SELECT count(*) FROM ledger WHERE entry LIKE \'%"signature"%\'').pluck().get();
  expect(signed).toBeGreaterThan(1);
  database.exec('DROP TRIGGER ledger_kept; DELETE FROM ledger WHERE sequence = (SELECT max(sequence) FROM ledger)');
  database.close();
  for (const name of readdirSync(notes)) if (name.endsWith('.json')) rmSync(join(notes, name));

  const again = await started();
  await expect(words(again, 'settings.notices.shorter', { noted: /\d+/, found: /\d+/ })).toBeVisible();
  // Nothing is noted over what does not agree.
  expect(existsSync(notes) && readdirSync(notes).filter((name) => name.endsWith('.json'))).toEqual([]);
});
