import { EventEmitter } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { askAfterFailure, type FailureGround, startFailure } from '../../../../src-main/shell/start/failure.ts';
import { Refusal } from '../../../../src-main/agreement/refusal.ts';
import { asWritten } from '../../../../src-main/agreement/sentence.ts';
import { openStore } from '../../../../src-main/store/store.ts';

vi.mock('electron', () => ({ app: { isPackaged: true }, dialog: {}, shell: {} }));

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
  const failure = await startFailure(damaged, folder);
  expect(failure.backup).toMatch(/^\d{4}-/u);
  // Where the backup would be written there is something that cannot be written over.
  mkdirSync(join(folder, 'restore-at-start.sqlite.part'));

  const pages: string[] = [];
  const errors: unknown[] = [];
  const webContents = new EventEmitter();
  const window = Object.assign(new EventEmitter(), { webContents, loadURL: vi.fn(), show: vi.fn() });
  const decided = askAfterFailure(failure, {
    window,
    served: { put: (html: string) => pages.push(html) },
    folder,
    language: 'en',
    report: () => '',
    log: { error: (_name: string, error: unknown) => errors.push(error) },
  } as unknown as FailureGround);
  webContents.emit('will-frame-navigate', { url: 'app://start/restore' });
  await vi.waitFor(() => expect(pages).toHaveLength(2));
  expect(pages[1]).not.toContain('database-damaged');
  expect(errors).toHaveLength(1);
  webContents.emit('will-frame-navigate', { url: 'app://start/retry' });
  expect(await decided).toEqual({ what: 'retry' });
});
