import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { beijingTime } from '../../../../src-main/agreement/beijing-time.ts';
import { say, sentence } from '../../../../src-main/agreement/sentence.ts';
import { survey } from '../../../../src-main/kernel/files/file-check.ts';
import { sha256Hex } from '../../../../src-main/ledger/node-digest.ts';
import { record } from '../../../../src-main/kernel/record.ts';
import { tellRestored } from '../../../../src-main/kernel/backup/restored.ts';
import { backupsIn } from '../../../../src-main/shell/backup/folder.ts';
import { makeBackup } from '../../../../src-main/shell/backup/make.ts';
import { backupFolder, finishRestore } from '../../../../src-main/shell/backup/names.ts';
import { prepareRestore } from '../../../../src-main/shell/backup/restore.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

/** The moves that are left before the machine goes off, and whether the backups lie on another disk. */
const power = vi.hoisted(() => ({ left: Infinity, otherDisk: false }));
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const renameSync: typeof fs.renameSync = (from, to) => {
    if (power.left <= 0) throw new Error('the machine went off');
    power.left -= 1;
    const across = String(to).includes('backups') && !String(from).includes('backups');
    if (power.otherDisk && across) throw Object.assign(new Error('another disk'), { code: 'EXDEV' });
    fs.renameSync(from, to);
  };
  return { ...fs, renameSync };
});

let app: AppUnderTest;
let directory: string;
let backup: string;
beforeEach(async () => {
  power.left = Infinity;
  app = new AppUnderTest();
  directory = backupFolder(app.folder);
  write(3);
  backup = (await makeBackup(directory, (file) => app.store.backupTo(file), survey)).file;
  write(4);
});
afterEach(() => {
  power.left = Infinity;
  power.otherDisk = false;
  app.end();
});

function write(count: number): void {
  for (let n = 0; n < count; n += 1)
    record(app.ports, {
      entry: { kind: 'settings-changed', subject: 'setting:test', payload: { n } },
      write: () => undefined,
      changed: [],
    });
}
const present = () => ({ entries: app.store.ledger.count(), head: app.store.ledger.tip()?.hash ?? '' });
const prepare = (file = backup) =>
  prepareRestore(app.folder, { file, how: 'backup' }, { surveyor: survey, present: present() });
const database = (): string => join(app.folder, 'assent.sqlite');
/** What lies in the data folder, by content; SQLite's own index of its log left out. */
const contents = () =>
  readdirSync(app.folder)
    .filter((name) => name !== 'backups' && !name.endsWith('-shm'))
    .map((name) => `${name} ${sha256Hex(readFileSync(join(app.folder, name)))}`);

describe('restoring a backup', () => {
  test('puts it in place, and its ledger says from where and which numbers are used twice', async () => {
    const before = present();
    await prepare();
    app.restart(() => finishRestore(app.folder));
    expect(app.store.ledger.count()).toBe(3);
    const told = tellRestored(app.ports);
    expect(told).toMatchObject({ entries: 3, present: before });
    expect(app.store.ledger.head()).toMatchObject({
      sequence: 4,
      kind: 'backup-restored',
      payload: { entries: 3, present: before, usedTwice: { from: 4, to: 7 } },
    });
    expect(tellRestored(app.ports)).toBeUndefined();
  });

  test('says so with the time and the entries of the copy at every start, until it is put away', async () => {
    const made = app.store.ledger.head()?.at ?? '';
    const told = async () => (await app.handlers['settings.startNotices']({})).map((each) => each.sentence);
    expect(await told()).toEqual([]);
    await prepare();
    app.restart(() => finishRestore(app.folder));
    tellRestored(app.ports);
    const said = [sentence('settings.notices.restored', { time: beijingTime(made), count: 3 })];
    expect(await told()).toEqual(said);
    app.restart();
    tellRestored(app.ports);
    expect(await told()).toEqual(said);
    await app.handlers['settings.acceptNotices']({ reason: '' });
    expect(await told()).toEqual([]);
    app.restart();
    expect(await told()).toEqual([]);
  });

  test('says what its ledger had when it was restored, which stays true whatever is recorded since', () => {
    const said = (['zh', 'en'] as const).flatMap((language) => [
      say(sentence('settings.notices.restored', { time: '2026-11-02', count: 1 }), language),
      say(sentence('settings.notices.restored-undated', { count: 1 }), language),
      say(sentence('settings.notices.moved', { count: 1200 }), language),
      say(sentence('settings.notices.restored-twice', { from: 4, to: 7 }), language),
    ]);
    expect(said).toEqual([
      '数据已从备份恢复：截至 2026-11-02，恢复时台账有 1 条记录。',
      '数据已从备份恢复，恢复时台账有 1 条记录。',
      '已换入另一台电脑的数据，换入时台账有 1,200 条记录。',
      '第 4–7 号恢复前已用过，恢复后重复编号；已记入台账。原来的数据在“设置 › 备份”里，可以换回。',
      'This data was restored from a backup: it went up to 2026-11-02, and its ledger had 1 entry.',
      'This data was restored from a backup; its ledger had 1 entry.',
      'The other computer’s data was imported; its ledger had 1,200 entries.',
      'Numbers 4–7 were used before the restore, and for other entries after it; the ledger says so. The earlier data is under Settings › Backup and can be restored.',
    ]);
  });

  test('keeps what it replaced, with its log, and can be taken back', async () => {
    const head = present();
    // What was committed last stands in the log alone.
    copyFileSync(database(), join(app.folder, 'x'));
    copyFileSync(`${database()}-wal`, join(app.folder, 'x-wal'));
    await prepare();
    app.restart(() => {
      for (const part of ['', '-wal']) renameSync(join(app.folder, `x${part}`), database() + part);
      finishRestore(app.folder);
    });
    const { whole } = await backupsIn(directory, survey);
    const replaced = whole.find(({ kind }) => kind === 'replaced');
    expect(replaced?.survey).toMatchObject({ entries: head.entries, head: { hash: head.head } });
    tellRestored(app.ports);
    await prepare(replaced?.file);
    app.restart(() => finishRestore(app.folder));
    expect(app.store.ledger.tip()?.hash).toBe(head.head);
    tellRestored(app.ports);
    // The number that told of the first restore was one of these before, and is again.
    expect(app.store.ledger.head()?.payload).toMatchObject({ usedTwice: { from: 4, to: 4 } });
  });

  test('of the state that it is in uses no number twice', async () => {
    const same = (await makeBackup(directory, (file) => app.store.backupTo(file), survey)).file;
    await prepare(same);
    app.restart(() => finishRestore(app.folder));
    tellRestored(app.ports);
    expect(app.store.ledger.head()).toMatchObject({ kind: 'backup-restored' });
    expect(app.store.ledger.head()?.payload).not.toHaveProperty('usedTwice');
  });

  test.each([Infinity, 0, 1, 2, 3, 4])(
    'whose backups lie on another disk, cut off after %d moves, loses nothing',
    async (moves) => {
      const head = present();
      copyFileSync(database(), join(app.folder, 'x'));
      copyFileSync(`${database()}-wal`, join(app.folder, 'x-wal'));
      await prepare();
      app.restart(() => {
        for (const part of ['', '-wal']) renameSync(join(app.folder, `x${part}`), database() + part);
        power.otherDisk = true;
        power.left = moves;
        try {
          finishRestore(app.folder);
        } catch (error) {
          expect(String(error)).toContain('went off');
        }
        power.left = Infinity;
        finishRestore(app.folder);
      });
      expect(app.store.ledger.count()).toBe(3);
      const { whole } = await backupsIn(directory, survey);
      const replaced = whole.filter(({ kind }) => kind === 'replaced');
      expect(replaced.map((one) => one.survey.head?.hash)).toContain(head.head);
    },
  );

  test('writes over nothing that was replaced before, whatever came into its place since', async () => {
    await prepare();
    const [waiting = ''] = readdirSync(app.folder).filter((name) => name.startsWith('restore-at-start-'));
    const replaced = join(directory, waiting.replace('restore-at-start-', 'replaced-'));
    writeFileSync(replaced, 'what stood before');
    const head = present();
    app.restart(() => finishRestore(app.folder));
    expect(readFileSync(replaced, 'utf8')).toBe('what stood before');
    const { whole } = await backupsIn(directory, survey);
    expect(whole.find(({ kind }) => kind === 'replaced')?.survey.head?.hash).toBe(head.head);
  });

  test('that was cut off while it was prepared leaves nothing behind', () => {
    const left = ['restore-at-start-2026-01-02T03-04-05-678Z.sqlite.part', '.assent-1-x.part'];
    for (const name of left) writeFileSync(join(app.folder, name), '');
    finishRestore(app.folder);
    expect(readdirSync(app.folder).filter((name) => left.includes(name))).toEqual([]);
  });

  test('that is not whole is refused before anything is touched', async () => {
    const bytes = readFileSync(backup);
    writeFileSync(backup, bytes.subarray(0, bytes.length - 4096));
    const before = contents();
    await expect(prepare()).rejects.toMatchObject({ code: 'backup-damaged' });
    expect(contents()).toEqual(before);
  });

  test('whose copy does not come out whole is refused as well, and leaves nothing', async () => {
    const before = contents();
    let passes = 0;
    const surveyor = async (file: string) => {
      passes += 1;
      return passes === 1 ? survey(file) : ({ state: 'damaged' } as const);
    };
    await expect(
      prepareRestore(app.folder, { file: backup, how: 'backup' }, { surveyor, present: present() }),
    ).rejects.toMatchObject({ code: 'backup-damaged' });
    expect(contents()).toEqual(before);
  });

  test('asked for twice puts the second one in place, and nothing of the first', async () => {
    write(1);
    const second = (await makeBackup(directory, (file) => app.store.backupTo(file), survey)).file;
    await prepare(second);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await prepare();
    app.restart(() => finishRestore(app.folder));
    expect(app.store.ledger.count()).toBe(3);
    expect(readdirSync(app.folder).filter((name) => name.startsWith('restore-'))).toEqual([]);
  });

  test.each([0, 1, 2])('cut off after %d moves is finished by the next start, with nothing lost', async (moves) => {
    const head = present();
    copyFileSync(database(), join(app.folder, 'x'));
    copyFileSync(`${database()}-wal`, join(app.folder, 'x-wal'));
    await prepare();
    app.restart(() => {
      for (const part of ['', '-wal']) renameSync(join(app.folder, `x${part}`), database() + part);
      power.left = moves;
      expect(() => finishRestore(app.folder)).toThrow('went off');
      power.left = Infinity;
      finishRestore(app.folder);
    });
    expect(app.store.ledger.count()).toBe(3);
    const { whole } = await backupsIn(directory, survey);
    const replaced = whole.filter(({ kind }) => kind === 'replaced');
    expect(replaced.map((one) => one.survey.head?.hash)).toEqual([head.head]);
  });

  test('of an earlier version is restored, too, and a file of another sort is not', async () => {
    const foreign = join(app.folder, 'foreign.sqlite');
    const other = new Sqlite(foreign);
    other.exec('CREATE TABLE x (y)');
    other.close();
    await expect(prepare(foreign)).rejects.toMatchObject({ code: 'backup-damaged' });
    rmSync(foreign);
    expect(existsSync(database())).toBe(true);
    mkdirSync(join(app.folder, 'nothing'));
    await expect(prepare(join(app.folder, 'nothing'))).rejects.toMatchObject({ code: 'backup-damaged' });
  });
});
