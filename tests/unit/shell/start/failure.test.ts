import { EventEmitter } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { askAfterFailure, type FailureGround, startFailure } from '../../../../src-main/shell/start/failure.ts';
import { Refusal } from '../../../../src-main/agreement/refusal.ts';
import { asWritten } from '../../../../src-main/agreement/sentence.ts';
import { openStore } from '../../../../src-main/store/store.ts';

vi.mock('electron', () => ({ app: { isPackaged: true, getPath: () => '/nowhere' }, dialog: {}, shell: {} }));
vi.mock('../../../../src-main/shell/backup/survey-process.ts', async () => {
  const { survey } = await import('../../../../src-main/kernel/files/file-check.ts');
  return { surveyProcess: () => survey };
});

let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'assent-failure-'));
  mkdirSync(join(folder, 'backups'));
  const store = openStore(join(folder, 'begun.sqlite'));
  await store.backupTo(join(folder, 'backups', 'assent-1.sqlite'));
  store.close();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a backup that cannot be put in place is told on the page, which goes on taking decisions', async () => {
  const damaged = new Refusal('database-damaged', asWritten('damaged'), asWritten('restore'));
  const failure = await startFailure(damaged, folder, 'checker');
  expect(failure.backups).toMatchObject([{ id: 'beside/assent-1.sqlite', sound: true }]);
  // It was whole when it was listed.
  truncateSync(join(folder, 'backups', 'assent-1.sqlite'), 8192);

  const pages: string[] = [];
  const errors: unknown[] = [];
  const webContents = new EventEmitter();
  const window = Object.assign(new EventEmitter(), { webContents, loadURL: vi.fn(), show: vi.fn() });
  const decided = askAfterFailure(failure, {
    window,
    served: { put: (html: string) => pages.push(html) },
    folder,
    checker: 'checker',
    language: 'en',
    report: () => '',
    log: { error: (_name: string, error: unknown) => errors.push(error) },
  } as unknown as FailureGround);
  webContents.emit('will-frame-navigate', { url: 'app://start/restore?backup=beside%2Fassent-1.sqlite' });
  await vi.waitFor(() => expect(pages).toHaveLength(2));
  expect(pages[1]).toContain('database-damaged');
  expect(pages[1]).toContain('Backup “assent-1.sqlite” wasn’t found');
  expect(pages[1]).not.toContain('type="radio"');
  expect(errors).toHaveLength(1);
  webContents.emit('will-frame-navigate', { url: 'app://start/retry' });
  expect(await decided).toEqual({ what: 'retry' });
});

test('what is offered first is the newest that the person had not put away, and that agrees with its hashes', async () => {
  const store = openStore(join(folder, 'begun.sqlite'));
  const later = (day: string, kind: string) => join(folder, 'backups', `${kind}-2030-01-${day}T00-00-00-000Z.sqlite`);
  await store.backupTo(later('03', 'replaced'));
  await store.backupTo(later('02', 'assent'));
  await store.backupTo(later('04', 'assent'));
  store.close();
  const unsound = new Sqlite(later('04', 'assent'));
  unsound
    .prepare(
      `INSERT INTO attachment (sha256, name, media_type, bytes, kept_at)
       VALUES (hex(randomblob(32)), 'x', 'text/plain', x'00', '2030-01-04')`,
    )
    .run();
  unsound.close();
  const damaged = new Refusal('database-damaged', asWritten('damaged'), asWritten('restore'));
  const { backups } = await startFailure(damaged, folder, 'checker');
  expect(backups?.map(({ id }) => id.slice('beside/'.length, 'beside/assent-2030-01-02'.length))).toEqual([
    'assent-2030-01-02',
    'assent-1.sqlite',
    'replaced-2030-01-',
    'assent-2030-01-04',
  ]);
});

describe('while a backup is being put in place', () => {
  const asked = async () => {
    const damaged = new Refusal('database-damaged', asWritten('damaged'), asWritten('restore'));
    const webContents = new EventEmitter();
    const window = Object.assign(new EventEmitter(), { webContents, loadURL: vi.fn(), show: vi.fn() });
    const decided = askAfterFailure(await startFailure(damaged, folder, 'checker'), {
      window,
      served: { put: () => '' },
      folder,
      checker: 'checker',
      language: 'en',
      report: () => '',
      log: { error: vi.fn() },
    } as unknown as FailureGround);
    const press = (action: string) => webContents.emit('will-frame-navigate', { url: `app://start/${action}` });
    return { window, press, decided };
  };
  const waiting = () => readdirSync(folder).filter((name) => name.startsWith('restore-at-start'));

  test('no other way out is taken', async () => {
    const { press, decided } = await asked();
    press('restore');
    press('begin-anew');
    press('restore');
    expect(await decided).toEqual({ what: 'retry' });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(waiting()).toEqual([expect.stringMatching(/\.sqlite$/u)]);
  });

  test('closing the window leaves nothing that would take the database’s place at the next start', async () => {
    const { window, press, decided } = await asked();
    press('restore');
    setImmediate(() => window.emit('closed'));
    expect(await decided).toEqual({ what: 'quit' });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(waiting()).toEqual([]);
  });
});
