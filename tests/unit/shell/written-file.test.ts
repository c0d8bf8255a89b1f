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
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { say } from '../../../src-main/agreement/sentence.ts';
import { Refusal } from '../../../src-main/agreement/refusal.ts';
import { writeWhole } from '../../../src-main/shell/written-file.ts';

/** A disk that takes the bytes and has no room for them when they are to be there for good. */
const disk = vi.hoisted(() => ({ full: false }));
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const fsyncSync = (descriptor: number): void => {
    if (disk.full) throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
    fs.fsyncSync(descriptor);
  };
  return { ...fs, fsyncSync };
});

let folder: string;
beforeEach(() => {
  disk.full = false;
  folder = mkdtempSync(join(tmpdir(), 'assent-save-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const BYTES = new TextEncoder().encode('一份文书');

function refusal(path: string, flag: 'w' | 'wx' = 'w'): Refusal {
  try {
    writeWhole(path, BYTES, flag);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('it was saved');
}

test('a file is written whole, over what was there', () => {
  const file = join(folder, '承诺书.pdf');
  writeFileSync(file, 'something much longer than what comes now, and older');
  writeWhole(file, BYTES);
  expect(readFileSync(file)).toEqual(Buffer.from(BYTES));
});

test.each([
  ['the disk is full', () => '/dev/full', '“full”没有保存：磁盘已满'],
  ['there is no such folder', () => join(folder, 'gone', '承诺书.pdf'), '“承诺书.pdf”没有保存：文件夹不存在'],
  ['it is a folder', () => folder, '没有保存：这个名称是一个文件夹'],
  ['its name is too long', () => join(folder, `${'长'.repeat(100)}.pdf`), '没有保存：文件名太长'],
  ['a file stands where the folder should', () => join(folder, 'file', '承诺书.pdf'), '没有保存：文件夹不存在'],
])('where %s the file is named and why', (_what, path, words) => {
  writeFileSync(join(folder, 'file'), '');
  const { code, sentence } = refusal(path());
  expect(code).toBe('file-not-saved');
  expect(say(sentence, 'zh')).toContain(words);
});

test('what must not be written over is not', () => {
  const file = join(folder, 'kept.pdf');
  writeFileSync(file, 'before');
  expect(say(refusal(file, 'wx').sentence, 'zh')).toContain('同名文件已存在');
  expect(readFileSync(file, 'utf8')).toBe('before');
});

test('a failure leaves no half file', () => {
  mkdirSync(join(folder, 'is-folder'));
  refusal(join(folder, 'is-folder'));
  expect(existsSync(join(folder, 'is-folder'))).toBe(true);
});

test('a save that fails leaves the file that was there, and nothing beside it', () => {
  const file = join(folder, '台账.json');
  writeFileSync(file, 'before');
  // Whatever stops it after the bytes are written: the disk is full, the machine goes off.
  disk.full = true;
  expect(say(refusal(file).sentence, 'zh')).toContain('磁盘已满');
  expect(readFileSync(file, 'utf8')).toBe('before');
  expect(readdirSync(folder)).toEqual(['台账.json']);
});

test('a file that is replaced keeps who may read it', () => {
  const file = join(folder, 'kept.pdf');
  writeFileSync(file, 'before', { mode: 0o640 });
  writeWhole(file, BYTES);
  expect(statSync(file).mode & 0o777).toBe(0o640);
});
