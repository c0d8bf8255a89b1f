import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { asWritten } from '../../../../src-main/agreement/sentence.ts';
import { survey } from '../../../../src-main/kernel/files/file-check.ts';
import type { BackupPort } from '../../../../src-main/kernel/ports.ts';
import { record } from '../../../../src-main/kernel/record.ts';
import { backups } from '../../../../src-main/shell/backup/backups.ts';
import { regularBackups } from '../../../../src-main/shell/backup/regular.ts';
import { backupFolder, backupName } from '../../../../src-main/shell/backup/names.ts';
import { placeIn, rememberSecondPlace, secondPlace } from '../../../../src-main/shell/backup/second-place.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

/** What the dialogs answer. */
const dialogs = vi.hoisted(() => ({ opened: '', saved: '' }));
vi.mock('electron', () => ({
  app: {},
  dialog: {
    showOpenDialog: () => Promise.resolve({ filePaths: [dialogs.opened] }),
    showSaveDialog: () => Promise.resolve({ canceled: false, filePath: dialogs.saved }),
  },
  shell: {},
}));

/** A share whose system does not answer until it is let go. */
const share = vi.hoisted(() => ({ hangs: false, asked: 0, letGo: (): void => undefined }));
vi.mock('node:fs/promises', async (original) => {
  const fs = await original<typeof import('node:fs/promises')>();
  const access: typeof fs.access = async (path) => {
    if (share.hangs && String(path).endsWith('disk')) {
      share.asked += 1;
      await new Promise((resolve) => (share.letGo = () => resolve(undefined)));
    }
    return fs.access(path);
  };
  return { ...fs, access };
});

const NEXT_YEAR = new Date(Date.now() + 366 * 24 * 3_600_000);

let app: AppUnderTest;
let port: BackupPort;
beforeEach(() => {
  app = new AppUnderTest();
  for (let n = 0; n < 3; n += 1)
    record(app.ports, {
      entry: { kind: 'settings-changed', subject: 'setting:test', payload: { n } },
      write: () => undefined,
      changed: [],
    });
  port = backups({
    folder: app.folder,
    surveyor: survey,
    surveyorThere: survey,
    now: () => new Date(),
    window: () => undefined,
    language: () => 'en',
    nativeBinding: undefined,
  });
  mkdirSync(join(app.folder, 'disk'));
});
afterEach(() => {
  vi.useRealTimers();
  app.end();
});

const beside = (): readonly string[] =>
  readdirSync(backupFolder(app.folder)).filter((name) => name.endsWith('.sqlite'));
const place = () => placeIn(join(app.folder, 'disk'), 'abcdefgh', '2026-01-01T00:00:00.000Z');
const there = (): readonly string[] => readdirSync(place().directory).filter((name) => name.endsWith('.sqlite'));

/** A backup that was made while the clock was a year ahead. */
async function ahead(): Promise<string> {
  const { name } = await port.make(app.store);
  const ahead = backupName('assent', NEXT_YEAR);
  renameSync(join(backupFolder(app.folder), name), join(backupFolder(app.folder), ahead));
  return ahead;
}

test('a backup from the future does not end the daily ones', async () => {
  await ahead();
  vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval'] });
  let tell: (error: unknown) => void = () => undefined;
  const told = new Promise<unknown>((resolve) => {
    tell = resolve;
  });
  const daily = regularBackups({ port, store: app.store, folder: app.folder, now: () => new Date(), told: tell });
  vi.advanceTimersByTime(30_000);
  expect(await told).toBeUndefined();
  daily.stop();
  expect(beside()).toHaveLength(2);
});

test('what is copied to the second place is what was just made, not what is dated later', async () => {
  await ahead();
  rememberSecondPlace(app.folder, place());
  const { name } = await port.make(app.store);
  expect(there()).toEqual([name]);
});

test('when a backup was last copied is told only of one that was', async () => {
  rememberSecondPlace(app.folder, place());
  await port.make(app.store);
  const { last } = secondPlace(app.folder) ?? {};
  expect(last).toBeDefined();
  await new Promise((resolve) => setTimeout(resolve, 5));
  await port.copyNewest();
  expect(secondPlace(app.folder)?.last).toBe(last);
  expect(there()).toHaveLength(1);
});

test('after failures it waits longer and longer, and begins anew once one was made', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval'] });
  const made = vi.fn<BackupPort['make']>(() => Promise.reject(new Error('full')));
  const daily = regularBackups({
    // What is on the disk takes a time of its own, which no faked clock counts.
    port: { ...port, make: made, overview: () => Promise.resolve({ backups: [], unusable: 0 }) },
    store: app.store,
    folder: app.folder,
    now: () => new Date(),
    told: () => undefined,
  });
  const looked = async (quarters: number): Promise<number> => {
    await vi.advanceTimersByTimeAsync(quarters * 15 * 60_000);
    return made.mock.calls.length;
  };
  // The first look and the one after a quarter of an hour come before the waiting.
  expect(await looked(1)).toBe(1);
  expect(await looked(1)).toBe(2);
  expect(await looked(3)).toBe(2);
  expect(await looked(1)).toBe(3);
  const before = made.mock.calls.length;
  const day = (await looked(96)) - before;
  expect(day).toBeGreaterThan(2);
  expect(day).toBeLessThan(8);
  made.mockResolvedValue({} as Awaited<ReturnType<BackupPort['make']>>);
  await looked(25);
  const good = made.mock.calls.length;
  expect(await looked(3)).toBe(good + 3);
  daily.stop();
});

test('what was recorded since the newest backup is backed up within the hour, and not more often', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval'] });
  const entered = (kind: string): void => {
    const entry = { kind, subject: 'setting:test', payload: {} } as const;
    record(app.ports, { entry: entry as never, write: () => undefined, changed: [] });
  };
  const HOUR = 3_600_000;
  const newest = { name: 'assent-x.sqlite', place: 'beside', kind: 'ours', bytes: 1, sound: true } as const;
  const held = (entries: number, age: number) => ({
    backups: [{ ...newest, entries, at: new Date(Date.now() - age).toISOString() }],
    unusable: 0,
  });
  /** Whether one is made at the first look, with the newest as old as this and holding so many entries. */
  async function makes(entries: number, age: number): Promise<boolean> {
    const made = vi.fn<BackupPort['make']>(() => Promise.resolve({} as Awaited<ReturnType<BackupPort['make']>>));
    const regular = regularBackups({
      port: { ...port, make: made, overview: () => Promise.resolve(held(entries, age)) },
      ...{ store: app.store, folder: app.folder, now: () => new Date(), told: () => undefined },
    });
    await vi.advanceTimersByTimeAsync(30_000);
    regular.stop();
    return made.mock.calls.length > 0;
  }
  const all = app.store.ledger.count();
  expect(await makes(all - 1, 2 * HOUR)).toBe(true);
  expect(await makes(all - 1, HOUR / 2)).toBe(false);
  expect(await makes(all, 2 * HOUR)).toBe(false);
  // That one was made is an entry, and no reason for the next.
  entered('backup-made');
  expect(await makes(all, 2 * HOUR)).toBe(false);
  // What is no entry is backed up once a day.
  expect(await makes(all, 30 * HOUR)).toBe(true);
  entered('settings-changed');
  expect(await makes(all, 2 * HOUR)).toBe(true);
});

test('two that are asked for at once are made one after the other', async () => {
  let running = 0;
  let most = 0;
  const store = {
    backupTo: async (file: string) => {
      running += 1;
      most = Math.max(most, running);
      await app.store.backupTo(file);
      running -= 1;
    },
  } as unknown as typeof app.store;
  await Promise.all([port.make(store), port.make(store)]);
  expect(most).toBe(1);
  expect(beside()).toHaveLength(2);
});

test('a second place that does not answer is told as such, asked once, and holds nothing up', async () => {
  rememberSecondPlace(app.folder, place());
  await port.make(app.store);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  share.hangs = true;
  share.asked = 0;
  const asked = port.overview();
  await vi.waitFor(() => expect(share.asked).toBe(1));
  await vi.advanceTimersByTimeAsync(4_000);
  expect((await asked).second).toMatchObject({ there: false, silent: true });
  // Until it answers nothing more is asked of it, and a backup beside the data is made all the same.
  expect((await port.overview()).second).toMatchObject({ silent: true });
  await port.make(app.store);
  expect(share.asked).toBe(1);
  expect(beside()).toHaveLength(2);
  share.hangs = false;
  share.letGo();
  await vi.waitFor(async () => expect((await port.overview()).second).toMatchObject({ there: true }));
  expect(there()).toHaveLength(1);
});

test('a folder beside the data whose name begins the same is a second place, a link into the data is none', async () => {
  const title = asWritten('second');
  const beside = `${app.folder}-2`;
  mkdirSync(beside);
  dialogs.opened = beside;
  try {
    expect(await port.chooseSecond(title, 'abcdefgh')).toBe(true);
    const link = join(beside, 'link');
    symlinkSync(app.folder, link);
    for (const inside of [app.folder, join(app.folder, 'disk'), link, join(link, 'disk')]) {
      dialogs.opened = inside;
      await expect(port.chooseSecond(title, 'abcdefgh')).rejects.toMatchObject({ code: 'second-place-inside' });
    }
  } finally {
    rmSync(beside, { recursive: true });
  }
});

test('the file for another computer never goes over the records', async () => {
  const before = readFileSync(join(app.folder, 'assent.sqlite'));
  const link = join(app.folder, 'disk', 'link');
  symlinkSync(app.folder, link);
  const out = { name: 'x', store: app.store, finish: () => undefined };
  for (const name of ['assent.sqlite', 'Assent.SQLite', 'assent.sqlite-wal', 'backups/x.assent-data'])
    for (const folder of [app.folder, link]) {
      dialogs.saved = join(folder, name);
      await expect(port.moveOut(out)).rejects.toMatchObject({ code: 'own-file' });
    }
  expect(readFileSync(join(app.folder, 'assent.sqlite')).equals(before)).toBe(true);
  dialogs.saved = join(app.folder, 'disk', 'assent.sqlite.assent-data');
  expect(await port.moveOut(out)).toBe('assent.sqlite.assent-data');
});
