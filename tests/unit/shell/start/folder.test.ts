import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isNetworkMount, keepPrivate, refuseMissing, refuseUnusable } from '../../../../src-main/shell/start/folder.ts';

let base: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'assent-folder-'));
});
afterEach(() => {
  rmSync(base, { recursive: true, force: true });
});

const code = (work: () => void): string => {
  try {
    work();
    return 'fine';
  } catch (error) {
    return (error as { readonly code: string }).code;
  }
};

describe('a data folder', () => {
  test('is made where it was not, and left empty', () => {
    const folder = join(base, 'a', 'b');
    expect(refuseUnusable(folder)).toBe(true);
    expect(readdirSync(folder)).toEqual([]);
    expect(refuseUnusable(folder)).toBe(false);
  });

  test('that is a file, or lies in one, is refused', () => {
    writeFileSync(join(base, 'file'), '');
    expect(code(() => refuseUnusable(join(base, 'file')))).toBe('folder-is-a-file');
    expect(code(() => refuseUnusable(join(base, 'file', 'data')))).toBe('folder-is-a-file');
  });

  test.skipIf(process.platform !== 'linux')('where nothing can be made is refused, and does not hang', () => {
    expect(code(() => refuseUnusable('/proc/1/assent'))).toBe('folder-not-usable');
  });

  test('with a folder in the database’s place is refused, and that folder stays', () => {
    mkdirSync(join(base, 'assent.sqlite'));
    expect(code(() => refuseUnusable(base))).toBe('database-is-a-folder');
    expect(existsSync(join(base, 'assent.sqlite'))).toBe(true);
  });

  describe.skipIf(process.platform === 'win32')('that was open to others', () => {
    const kept = (mode: number, own: boolean): number => {
      chmodSync(base, mode);
      keepPrivate(base, own);
      return statSync(base).mode & 0o7777;
    };

    test('is closed where it is the app’s own', () => expect(kept(0o755, true)).toBe(0o700));

    test('stays open where somebody chose it, until it holds the records', () => {
      expect(kept(0o755, false)).toBe(0o755);
      writeFileSync(join(base, 'assent.sqlite'), '');
      expect(kept(0o755, false)).toBe(0o700);
    });

    test('stays open where it is shared on purpose, with the records in it', () => {
      writeFileSync(join(base, 'assent.sqlite'), '');
      expect(kept(0o2775, false)).toBe(0o2775);
      expect(kept(0o1777, false)).toBe(0o1777);
    });
  });

  test('that held records is refused without its database, and with an empty one', () => {
    const refused = (held: boolean, empty = false) => code(() => refuseMissing(base, held, () => empty));
    expect(refused(true)).toBe('database-missing');
    expect(refused(false)).toBe('fine');
    writeFileSync(join(base, 'assent.sqlite'), '');
    expect(refused(true)).toBe('fine');
    expect(refused(true, true)).toBe('database-empty');
    expect(refused(false, true)).toBe('fine');
  });
});

describe('a mount', () => {
  const mounts = [
    '22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw',
    '30 22 0:40 / /home/shared rw - nfs4 files:/home rw',
    '31 22 0:41 / /mnt/two\\040words rw - cifs //files/two rw',
    '32 22 0:42 / /mnt/remote rw - fuse.sshfs me@files: rw',
    '33 22 0:43 / /mnt/vault rw - fuse.gocryptfs /home/me/vault rw',
    '34 30 8:2 / /home/shared/local rw - ext4 /dev/sdb1 rw',
  ].join('\n');

  test.each([
    ['/home/me/data', false],
    ['/home/shared/data', true],
    ['/home/sharedness', false],
    ['/mnt/two words/data', true],
    ['/mnt/remote', true],
    ['/mnt/vault/data', false],
    ['/home/shared/local/data', false],
  ])('%s lies on another computer: %j', (path, expected) => expect(isNetworkMount(path, mounts)).toBe(expected));
});
