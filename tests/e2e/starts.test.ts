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
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import { type MessageKey, say } from '../../assets/messages/say.ts';
import { ROOT } from './app.ts';
import { hasProgram } from '../../.config/debian.mjs';
import { canMount } from '../../.config/mounts.mjs';
import { executable, switches } from './executable.ts';
import { FileDialogs } from './file-dialogs.ts';
import { type Screens, screensOf } from './pages/screens.ts';
import { FailedStart } from './pages/start.ts';
import { TITLE } from './sample.ts';
import { PACKED, type Started, started as startedOn } from './started.ts';
import { CAUSES, held, library, LIBRARY, MOUNTED, withDatabase } from './start-causes.ts';

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
/** The page is gone before the key is up: that is what quitting is. */
function gone(error: unknown): void {
  if (!String(error).includes('has been closed')) throw error;
}

let base: string;
let running: ChildProcess | undefined;

async function started(...args: Parameters<typeof startedOn>): ReturnType<typeof startedOn> {
  const made = await startedOn(...args);
  running = made.process;
  return made;
}

/** The file dialogs of an app whose main process is within reach. */
function dialogsOf({ app }: Started): FileDialogs {
  if (!app) throw new Error('the main process of a packed app is out of reach');
  return new FileDialogs(app);
}
const screens = (made: Started): Screens => screensOf(made.page, dialogsOf(made));

test.beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'assent-starts-'));
});
test.afterEach(() => {
  running?.kill('SIGKILL');
  running = undefined;
  // The killed app's own processes may write a moment longer.
  rmSync(base, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
});

for (const [name, cause] of Object.entries({ ...CAUSES, ...MOUNTED })) {
  test(`says so when ${name}`, async () => {
    test.skip(name in MOUNTED && !canMount(), 'this machine lets nobody mount a file system');
    test.skip(cause.needs !== undefined && !hasProgram(cause.needs), `needs ${cause.needs ?? ''}`);
    const { folder, undo } = await cause.make(base);
    try {
      const before = contents(folder);
      const { page, ended } = await started(folder, cause.env);
      const failed = new FailedStart(page);
      await expect(failed.title).toBeVisible();
      if ((await failed.language()) !== 'zh') await failed.take('shell.start.other-language', 'en');
      for (const language of ['zh', 'en'] as const) {
        await expect(failed.title).toHaveText(text('shell.start.title', language));
        await expect(failed.cause).toContainText(opening(cause.key, language));
        await expect(failed.code(cause.code)).toBeVisible();
        const ways = ['shell.start.open-folder', 'shell.start.report', 'shell.start.retry', ...cause.ways] as const;
        for (const way of ways) await expect(failed.way(way, language)).toBeVisible();
        if (PACKED === undefined)
          await page.screenshot({ path: join(ROOT, 'test-results', 'shots', `start-${cause.code}-${language}.png`) });
        await failed.take('shell.start.other-language', language);
      }
      await failed.take('shell.start.quit', 'zh').catch(gone);
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
    const made = await started(folder);
    const failed = new FailedStart(made.page);
    await expect(failed.code('database-locked')).toBeVisible();
    letGo();
    await failed.take('shell.start.retry');
    await expect(screens(made).frame.rail).toBeVisible();
    await expect(screens(made).library.row(TITLE.terms)).toBeVisible();
  });

  test('a damaged database gives way to the newest whole backup, and is kept', async () => {
    const folder = library(base);
    const damaged = Buffer.from(LIBRARY).fill(0x41, 0, 4096);
    writeFileSync(join(folder, 'assent.sqlite'), damaged);
    mkdirSync(join(folder, 'backups'));
    writeFileSync(join(folder, 'backups', 'assent-1.sqlite'), LIBRARY);
    writeFileSync(join(folder, 'backups', 'assent-2.sqlite'), damaged);
    const made = await started(folder);
    const failed = new FailedStart(made.page);
    await expect(failed.code('database-damaged')).toBeVisible();
    await failed.restore();
    await expect(screens(made).library.row(TITLE.terms)).toBeVisible();
    const kept = readdirSync(join(folder, 'backups')).filter((name) => name.startsWith('replaced-'));
    expect(kept.map((name) => readFileSync(join(folder, 'backups', name)).equals(damaged))).toContain(true);
  });

  test('where the records are missing nothing begins before the person says so', async () => {
    const folder = join(base, 'data');
    mkdirSync(folder);
    writeFileSync(join(folder, 'window.json'), '{"records":true}');
    const made = await started(folder);
    const failed = new FailedStart(made.page);
    await expect(failed.code('database-missing')).toBeVisible();
    expect(existsSync(join(folder, 'assent.sqlite'))).toBe(false);
    await failed.take('shell.start.begin-anew');
    await expect(screens(made).frame.rail).toBeVisible();
  });

  test('the problem report is read before it is saved, and names nobody and no text', async () => {
    const folder = withDatabase(library(base), (database) => database.pragma('user_version = 99'));
    const made = await started(folder);
    const file = join(base, 'report.txt');
    await dialogsOf(made).saveAs(file);
    const failed = new FailedStart(made.page);
    await failed.take('shell.start.report');
    await expect(failed.report).toContainText('database-newer');
    const read = await failed.report.innerText();
    await made.page.screenshot({ path: join(ROOT, 'test-results', 'shots', 'start-report.png') });
    await failed.take('shell.start.report-save');
    await expect.poll(() => existsSync(file) && readFileSync(file, 'utf8').trim()).toBe(read.trim());
    expect(read).not.toContain('云舟');
    expect(read).not.toContain(homedir());
  });

  test('the log’s folder opens from the page of the report', async () => {
    const folder = withDatabase(library(base), (database) => database.pragma('user_version = 99'));
    const made = await started(folder);
    const failed = new FailedStart(made.page);
    await failed.take('shell.start.report');
    await expect(failed.report).toBeVisible();
    const opened = await openedPath(made);
    await failed.take('shell.start.open-log');
    await expect.poll(opened).toBe(join(folder, 'logs'));
  });

  /** What the system's own window would be opened for, from now on. */
  async function openedPath({ app }: Started): Promise<() => Promise<string | undefined> | undefined> {
    await app?.evaluate(({ shell }) => {
      shell.openPath = (path) => {
        Object.assign(globalThis, { openedPath: path });
        return Promise.resolve('');
      };
    });
    return () => app?.evaluate(() => (globalThis as { openedPath?: string }).openedPath);
  }

  /** Has the app write down how it would start anew: another process of it no test could reach. */
  async function startsAnew({ app }: Started): Promise<() => readonly string[]> {
    const file = join(base, 'started-anew.json');
    await app?.evaluate(({ app: electron }, file) => {
      electron.relaunch = (options) =>
        void process.getBuiltinModule('node:fs').writeFileSync(file, JSON.stringify(options?.args ?? []));
    }, file);
    return () => JSON.parse(readFileSync(file, 'utf8')) as string[];
  }

  test('a folder that another computer held is opened once the person says that it does no more', async () => {
    const folder = library(base);
    symlinkSync('another-computer-4711', join(folder, 'SingletonLock'));
    const made = await started(folder);
    const anew = await startsAnew(made);
    await new FailedStart(made.page).take('shell.start.open-anyway').catch(gone);
    expect(await made.ended).toBe(0);
    expect(anew()).toContain(`--data=${folder}`);
    const again = await started(folder);
    await expect(screens(again).frame.rail).toBeVisible();
  });

  test('another folder is chosen for the records, after the report was read and left', async () => {
    const folder = join(base, 'data');
    writeFileSync(folder, 'a file');
    const made = await started(folder);
    const failed = new FailedStart(made.page);
    await failed.take('shell.start.report');
    await expect(failed.report).toContainText('folder-is-a-file');
    await failed.take('shell.start.back');
    await expect(failed.cause).toBeVisible();
    const other = join(base, 'other');
    mkdirSync(other);
    await dialogsOf(made).chooseFiles(other);
    const anew = await startsAnew(made);
    await failed.take('shell.start.choose-folder').catch(gone);
    expect(await made.ended).toBe(0);
    expect(anew()).toContain(`--data=${other}`);
    expect(anew()).not.toContain(`--data=${folder}`);
  });

  test('the data folder opens from the page of the failure', async () => {
    const folder = withDatabase(library(base), (database) => database.pragma('user_version = 99'));
    const made = await started(folder);
    const opened = await openedPath(made);
    await new FailedStart(made.page).take('shell.start.open-folder');
    await expect.poll(opened).toBe(folder);
  });

  test('a second start brings the first window to the front, which says so', async () => {
    const folder = library(base);
    const made = await started(folder);
    await expect(screens(made).frame.rail).toBeVisible();
    const second = spawn(executable(), [...switches(), ROOT, `--data=${folder}`], { stdio: 'ignore' });
    const [code] = (await once(second, 'exit')) as [number | null];
    expect(code).toBe(0);
    await expect(screens(made).frame.openedAlready).toBeVisible();
  });

  test('a page damaged in the middle is told when it was read, after the list is there', async () => {
    const folder = library(base);
    const first = await started(folder);
    await expect(screens(first).frame.rail).toBeVisible();
    await first.app?.close();
    const file = join(folder, 'assent.sqlite');
    const database = new Sqlite(file);
    // A leaf of the index of words, which no start reads.
    const leaf = "SELECT max(pageno) FROM dbstat WHERE name = 'clause_words_data' AND pagetype = 'leaf'";
    const at = database.prepare(leaf).pluck().get() as number;
    database.pragma('wal_checkpoint(TRUNCATE)');
    database.close();
    writeFileSync(file, readFileSync(file).fill(0xff, (at - 1) * 4096, (at - 1) * 4096 + 100));
    const made = await started(folder);
    await expect(screens(made).frame.rail).toBeVisible();
    await expect(screens(made).frame.fileDamaged).toBeVisible({ timeout: 30_000 });
  });

  test('a whole database is told as such in the settings', async () => {
    const folder = library(base);
    const made = await started(folder);
    await screens(made).frame.goTo('settings');
    await expect(screens(made).settings.fileWhole).toBeVisible({ timeout: 30_000 });
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
