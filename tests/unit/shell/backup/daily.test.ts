import { mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { survey } from '../../../../src-main/kernel/files/file-check.ts';
import type { BackupPort } from '../../../../src-main/kernel/ports.ts';
import { record } from '../../../../src-main/kernel/record.ts';
import { backups } from '../../../../src-main/shell/backup/backups.ts';
import { dailyBackups } from '../../../../src-main/shell/backup/daily.ts';
import { backupFolder, backupName } from '../../../../src-main/shell/backup/names.ts';
import { placeIn, rememberSecondPlace, secondPlace } from '../../../../src-main/shell/backup/second-place.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

vi.mock('electron', () => ({ app: {}, dialog: {}, shell: {} }));

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
  const daily = dailyBackups({ port, store: app.store, folder: app.folder, now: () => new Date(), told: tell });
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
