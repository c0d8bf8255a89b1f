import {
  existsSync,
  readdirSync,
  readFileSync,
  statfsSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { survey } from '../../../../src-main/kernel/files/file-check.ts';
import { record } from '../../../../src-main/kernel/record.ts';
import { type Backup, backupsIn, sweep, thinOut } from '../../../../src-main/shell/backup/folder.ts';
import { copyBackup, makeBackup, makeBackupFolder } from '../../../../src-main/shell/backup/make.ts';
import { backupFolder, backupName } from '../../../../src-main/shell/backup/names.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

let app: AppUnderTest;
let directory: string;
beforeEach(() => {
  app = new AppUnderTest();
  directory = backupFolder(app.folder);
  write(3);
});
afterEach(() => app.end());

function write(count: number): void {
  for (let n = 0; n < count; n += 1)
    record(app.ports, {
      entry: { kind: 'settings-changed', subject: 'setting:test', payload: { n } },
      write: () => undefined,
      changed: [],
    });
}
const make = () => makeBackup(directory, (file) => app.store.backupTo(file), survey);
const listed = () => backupsIn(directory, survey);

describe('a backup', () => {
  test('is one file that nobody else may read, looked through to its end', async () => {
    const made = await make();
    expect(made.survey).toMatchObject({ state: 'whole', sound: true, entries: 3 });
    expect(readdirSync(directory).sort()).toEqual([made.name, `${made.name}.pass`]);
    expect(statSync(made.file).mode & 0o777).toBe(0o600);
    expect(statSync(directory).mode & 0o777).toBe(0o700);
    const { whole } = await listed();
    expect(whole).toMatchObject([{ name: made.name, kind: 'ours', survey: { entries: 3 } }]);
    expect(whole[0]?.survey.head?.hash).toBe(app.store.ledger.tip()?.hash);
  });

  test('that is not whole when it is looked through is not kept', async () => {
    const half = async (file: string): Promise<void> => {
      await app.store.backupTo(file);
      truncateSync(file, 8192);
    };
    await expect(makeBackup(directory, half, survey)).rejects.toMatchObject({ code: 'backup-not-whole' });
    expect(readdirSync(directory)).toEqual([]);
  });

  test('that cannot be written leaves nothing', async () => {
    const full = (file: string): Promise<void> => {
      writeFileSync(file, 'a part');
      return Promise.reject(Object.assign(new Error('no space'), { code: 'ENOSPC' }));
    };
    await expect(makeBackup(directory, full, survey)).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(readdirSync(directory)).toEqual([]);
  });

  test('is copied to another place in the same way', async () => {
    const { file } = await make();
    const there = join(app.folder, 'disk');
    await makeBackupFolder(there);
    await copyBackup(file, join(there, 'copy.sqlite'), survey);
    expect(readFileSync(join(there, 'copy.sqlite')).equals(readFileSync(file))).toBe(true);
    expect((await backupsIn(there, survey)).whole).toHaveLength(1);
  });
});

describe('the list', () => {
  test('has no half file, whatever it is called', async () => {
    const { file } = await make();
    const bytes = readFileSync(file);
    const half = join(directory, backupName('assent', new Date('2026-01-02T03:04:05.678Z')));
    writeFileSync(half, bytes.subarray(0, bytes.length / 2));
    writeFileSync(join(directory, 'assent-x.sqlite'), '');
    writeFileSync(`${half}.part`, bytes);
    expect((await listed()).whole.map((backup) => backup.file)).toEqual([file]);
    expect((await listed()).unusable).toBe(2);
  });

  test('does not believe a note about a file that was changed since', async () => {
    const { file } = await make();
    const { mtime } = statSync(file);
    const bytes = readFileSync(file).fill(0, 4096, 5000);
    writeFileSync(file, bytes);
    utimesSync(file, mtime, new Date(mtime.getTime() + 1000));
    expect((await listed()).whole).toEqual([]);
  });

  test('says of a faithful copy of altered records that they do not agree with their hashes', async () => {
    const { file } = await make();
    const database = new Sqlite(file);
    database.exec(`DROP TRIGGER ledger_fixed;
      UPDATE ledger SET entry = replace(entry, '"n":1', '"n":7') WHERE sequence = 2`);
    database.close();
    expect((await listed()).whole).toMatchObject([{ survey: { sound: false, entries: 3 } }]);
  });

  test('keeps in mind that a file is damaged, and writes no note of it', async () => {
    const { file } = await make();
    truncateSync(file, 8192);
    let passes = 0;
    const counted = (path: string) => {
      passes += 1;
      return survey(path);
    };
    expect((await backupsIn(directory, counted)).unusable).toBe(1);
    expect((await backupsIn(directory, counted)).unusable).toBe(1);
    expect(passes).toBe(1);
    expect(existsSync(`${file}.pass`)).toBe(false);
  });

  test('looks through a file once', async () => {
    await make();
    let passes = 0;
    await backupsIn(directory, (file) => {
      passes += 1;
      return survey(file);
    });
    expect(passes).toBe(0);
  });
});

test('the newest ten stay, and of every month its newest', async () => {
  const { file } = await make();
  const bytes = readFileSync(file);
  const days = [...Array(14).keys()].map((n) => new Date(Date.UTC(2026, 5, 28 - n)));
  const months = [...Array(6).keys()].flatMap((n) => [new Date(Date.UTC(2026, n, 10)), new Date(Date.UTC(2026, n, 3))]);
  for (const at of [...days, ...months]) writeFileSync(join(directory, backupName('assent', at)), bytes);
  await thinOut((await listed()).whole);
  const left = (await listed()).whole.map(({ at }) => at.slice(0, 10));
  const newest = [file, ...days].slice(1, 10).map((at) => (at as Date).toISOString().slice(0, 10));
  expect(left.slice(1, 10)).toEqual(newest);
  expect(left.slice(10)).toEqual(['2026-05-10', '2026-04-10', '2026-03-10', '2026-02-10', '2026-01-10']);
});

describe('what is no longer kept', () => {
  const at = (n: number) => new Date(Date.UTC(2026, 5, 28 - n));
  const whole = (n: number, survey: Partial<Backup['survey']> = {}, name = backupName('assent', at(n))): Backup => {
    const file = join(directory, name);
    writeFileSync(file, '');
    return {
      name,
      file,
      kind: 'ours',
      at: at(n).toISOString(),
      bytes: 0,
      survey: { state: 'whole', sound: true, entries: 3, first: 'a', ...survey },
    };
  };
  const days = (count: number, survey?: Partial<Backup['survey']>) =>
    [...Array(count).keys()].map((n) => whole(n, survey));
  beforeEach(async () => makeBackupFolder(directory));

  test('is never a file that a person named', async () => {
    const theirs = whole(20, {}, 'before the audit.sqlite');
    await thinOut([...days(12), theirs]);
    expect(existsSync(theirs.file)).toBe(true);
    expect(readdirSync(directory)).toHaveLength(11);
  });

  test('is never what was made just now, whatever its date', async () => {
    const made = whole(20);
    await thinOut([...days(12), made], made.name);
    expect(existsSync(made.file)).toBe(true);
  });

  test.each([{ sound: false }, { first: 'b' }])('is not pushed out by newer ones with %j', async (survey) => {
    const last = whole(20);
    await thinOut([...days(14, survey), last]);
    expect(existsSync(last.file)).toBe(true);
    expect(readdirSync(directory)).toHaveLength(11);
  });
});

test('of years past one backup a year stays, of the last two one a month', async () => {
  await makeBackupFolder(directory);
  const months = [...Array(60).keys()].map((n): Backup => {
    const at = new Date(Date.UTC(2030, 11 - n, 15));
    const name = backupName('assent', at);
    writeFileSync(join(directory, name), '');
    const survey = { state: 'whole', sound: true, entries: 3, first: 'a' } as const;
    return { name, file: join(directory, name), kind: 'ours', at: at.toISOString(), bytes: 0, survey };
  });
  await thinOut(months);
  const left = readdirSync(directory).map((name) => name.slice('assent-'.length, 'assent-2030-01'.length));
  expect(left.filter((month) => month >= '2029-01')).toHaveLength(24);
  expect(left.filter((month) => month < '2029-01')).toEqual(['2026-12', '2027-12', '2028-12']);
});

test('a disk that would be full is left alone before anything is written', async () => {
  const { bavail, bsize } = statfsSync(app.folder);
  const written = vi.fn(() => Promise.resolve());
  await expect(makeBackup(directory, written, survey, bavail * bsize)).rejects.toMatchObject({
    code: 'backup-no-room',
  });
  expect(written).not.toHaveBeenCalled();
  expect(readdirSync(directory)).toEqual([]);
});

test('what was begun and never finished goes before the next one is made, here and in the second place', async () => {
  await makeBackupFolder(directory);
  for (const name of ['x.sqlite.part', 'x.sqlite.part-journal', 'gone.sqlite.pass'])
    writeFileSync(join(directory, name), '');
  await sweep(directory);
  expect(readdirSync(directory)).toEqual([]);
  const { file } = await make();
  const there = join(app.folder, 'disk');
  await makeBackupFolder(there);
  writeFileSync(join(there, 'y.sqlite.part'), '');
  await copyBackup(file, join(there, 'copy.sqlite'), survey);
  expect(readdirSync(there).sort()).toEqual(['copy.sqlite', 'copy.sqlite.pass']);
});
