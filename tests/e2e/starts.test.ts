import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import { type MessageKey, say } from '../../assets/messages/say.ts';
import { rail, ROOT } from './app.ts';
import { hasProgram } from '../../.config/debian.mjs';
import { canMount } from '../../.config/mounts.mjs';
import { executable, switches } from './executable.ts';
import { PACKED, started as startedOn } from './started.ts';
import { CAUSES, held, library, LIBRARY, MOUNTED, withDatabase } from './start-causes.ts';
import { anyOf, en, zh } from './texts.ts';

/**
 * Every reason that keeps the records from being opened is a window with its cause, what it means for the data and a way
 * out, in both languages; nothing on disk changes, and the process ends with a code that says so.
 */

/** What is in a folder, by content; what Chromium and the log keep for themselves left out. */
function contents(folder: string): Readonly<Record<string, string>> {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return {};
  const ours = readdirSync(folder).filter((name) =>
    /^(?:assent\.sqlite|window\.json|backups|other|\.trial)/u.test(name),
  );
  return Object.fromEntries(
    ours.map((name) => {
      const file = join(folder, name);
      return [name, statSync(file).isFile() ? createHash('sha256').update(readFileSync(file)).digest('hex') : 'folder'];
    }),
  );
}

const text = (key: MessageKey, language: 'zh' | 'en'): string => say({ key }, language);
/** The words of a sentence up to the first place that is filled, which are enough to know it by. */
const opening = (key: MessageKey, language: 'zh' | 'en'): string => {
  const mark = '\uE000';
  return say({ key, params: { path: mark, host: mark, version: mark, length: mark } }, language).split(mark)[0] ?? '';
};
const button = (page: Page, key: MessageKey, language: 'zh' | 'en') =>
  page.getByRole('button', { name: text(key, language), exact: true });

/** Presses a button by the keyboard: a click would wait for the navigation that the app reads off and refuses. */
async function press(page: Page, key: MessageKey, language: 'zh' | 'en'): Promise<void> {
  await button(page, key, language).focus();
  await page.keyboard.press('Enter');
}

/** The page is gone before the key is up: that is what quitting is. */
function gone(error: unknown): void {
  if (!String(error).includes('has been closed')) throw error;
}

/** The language that the page of the failure is in. */
const language = async (page: Page): Promise<'zh' | 'en'> =>
  (await page.locator('html').getAttribute('lang')) === 'zh-CN' ? 'zh' : 'en';

let base: string;
let running: ChildProcess | undefined;

async function started(...args: Parameters<typeof startedOn>): ReturnType<typeof startedOn> {
  const made = await startedOn(...args);
  running = made.process;
  return made;
}

test.beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'assent-starts-'));
});
test.afterEach(() => {
  running?.kill('SIGKILL');
  running = undefined;
  rmSync(base, { recursive: true, force: true });
});

for (const [name, cause] of Object.entries({ ...CAUSES, ...MOUNTED })) {
  test(`says so when ${name}`, async () => {
    test.skip(name in MOUNTED && !canMount(), 'this machine lets nobody mount a file system');
    test.skip(cause.needs !== undefined && !hasProgram(cause.needs), `needs ${cause.needs ?? ''}`);
    const { folder, undo } = await cause.make(base);
    try {
      const before = contents(folder);
      const { page, ended } = await started(folder, cause.env);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      if ((await page.locator('html').getAttribute('lang')) !== 'zh-CN') {
        await press(page, 'shell.start.other-language', 'en');
      }
      for (const language of ['zh', 'en'] as const) {
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(text('shell.start.title', language));
        await expect(page.getByRole('alert')).toContainText(opening(cause.key, language));
        await expect(page.getByText(cause.code, { exact: true })).toBeVisible();
        const ways = ['shell.start.open-folder', 'shell.start.report', 'shell.start.retry', ...cause.ways] as const;
        for (const way of ways) await expect(button(page, way, language)).toBeVisible();
        if (PACKED === undefined)
          await page.screenshot({ path: join(ROOT, 'test-results', 'shots', `start-${cause.code}-${language}.png`) });
        await press(page, 'shell.start.other-language', language);
      }
      await press(page, 'shell.start.quit', 'zh').catch(gone);
      expect(await ended).toBe(1);
      expect(contents(folder)).toEqual(before);
    } finally {
      undo?.();
    }
  });
}

test.describe(() => {
  test.skip(PACKED !== undefined, 'what needs the main process is tested in the checkout');

  test('a database that was let go is opened by trying again', async () => {
    const folder = library(base);
    const letGo = await held(join(folder, 'assent.sqlite'));
    const { page } = await started(folder);
    await expect(page.getByText('database-locked', { exact: true })).toBeVisible();
    letGo();
    await press(page, 'shell.start.retry', await language(page));
    await expect(page.getByRole('navigation').first()).toBeVisible();
    await expect(page.getByText('云舟网络互联服务条款（示例）').first()).toBeVisible();
  });

  test('a damaged database gives way to the newest whole backup, and is kept', async () => {
    const folder = library(base);
    const damaged = Buffer.from(LIBRARY).fill(0x41, 0, 4096);
    writeFileSync(join(folder, 'assent.sqlite'), damaged);
    mkdirSync(join(folder, 'backups'));
    writeFileSync(join(folder, 'backups', 'assent-1.sqlite'), LIBRARY);
    writeFileSync(join(folder, 'backups', 'assent-2.sqlite'), damaged);
    const { page } = await started(folder);
    await expect(page.getByText('database-damaged', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: /恢复 .* 的备份|Restore the backup/u }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText('云舟网络互联服务条款（示例）').first()).toBeVisible();
    const kept = readdirSync(join(folder, 'backups')).filter((name) => name.startsWith('replaced-'));
    expect(kept.map((name) => readFileSync(join(folder, 'backups', name)).equals(damaged))).toContain(true);
  });

  test('where the records are missing nothing begins before the person says so', async () => {
    const folder = join(base, 'data');
    mkdirSync(folder);
    writeFileSync(join(folder, 'window.json'), '{"records":true}');
    const { page } = await started(folder);
    await expect(page.getByText('database-missing', { exact: true })).toBeVisible();
    expect(existsSync(join(folder, 'assent.sqlite'))).toBe(false);
    await press(page, 'shell.start.begin-anew', await language(page));
    await expect(page.getByRole('navigation').first()).toBeVisible();
  });

  test('the problem report is read before it is saved, and names nobody and no text', async () => {
    const folder = withDatabase(library(base), (database) => database.pragma('user_version = 99'));
    const { app, page } = await started(folder);
    const file = join(base, 'report.txt');
    await app?.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, file);
    const shown = await language(page);
    await press(page, 'shell.start.report', shown);
    await expect(page.locator('pre')).toContainText('database-newer');
    const read = await page.locator('pre').innerText();
    await page.screenshot({ path: join(ROOT, 'test-results', 'shots', 'start-report.png') });
    await press(page, 'shell.start.report-save', shown);
    await expect.poll(() => existsSync(file) && readFileSync(file, 'utf8').trim()).toBe(read.trim());
    expect(read).not.toContain('云舟');
    expect(read).not.toContain(homedir());
  });

  test('a second start brings the first window to the front, which says so', async () => {
    const folder = library(base);
    const { page } = await started(folder);
    await expect(page.getByRole('navigation').first()).toBeVisible();
    const second = spawn(executable(), [...switches(), ROOT, `--data=${folder}`], { stdio: 'ignore' });
    const [code] = (await once(second, 'exit')) as [number | null];
    expect(code).toBe(0);
    await expect(page.getByText(anyOf(zh('frame.openedAlready'), en('frame.openedAlready')))).toBeVisible();
  });

  test('a page damaged in the middle is told when it was read, after the list is there', async () => {
    const folder = library(base);
    const first = await started(folder);
    await expect(first.page.getByRole('navigation').first()).toBeVisible();
    await first.app?.close();
    const file = join(folder, 'assent.sqlite');
    const database = new Sqlite(file);
    // A leaf of the index of words, which no start reads.
    const leaf = "SELECT max(pageno) FROM dbstat WHERE name = 'clause_words_data' AND pagetype = 'leaf'";
    const at = database.prepare(leaf).pluck().get() as number;
    database.pragma('wal_checkpoint(TRUNCATE)');
    database.close();
    writeFileSync(file, readFileSync(file).fill(0xff, (at - 1) * 4096, (at - 1) * 4096 + 100));
    const { page } = await started(folder);
    await expect(page.getByRole('navigation').first()).toBeVisible();
    await expect(page.getByText(anyOf(zh('evidence.fileDamaged'), en('evidence.fileDamaged')))).toBeVisible({
      timeout: 30_000,
    });
  });

  test('a whole database is told as such in the settings', async () => {
    const folder = library(base);
    const { page } = await started(folder);
    await rail(page, 'settings').click();
    const whole = /数据库文件完好|Database file intact/u;
    await expect(page.getByText(whole)).toBeVisible({ timeout: 30_000 });
  });

  test('nobody at the screen: a rehearsal that cannot begin ends with a code and a line', async () => {
    const folder = join(base, 'data');
    writeFileSync(folder, 'a file');
    const child = spawn(executable(), [...switches(), ROOT, `--data=${folder}`, `--demo=${join(base, 'demo')}`]);
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const [code] = (await once(child, 'exit')) as [number | null];
    expect(code).toBe(1);
    expect(said).toContain('folder-is-a-file');
  });
});
