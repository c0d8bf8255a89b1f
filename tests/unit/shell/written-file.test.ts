import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { say } from '../../../src-main/agreement/sentence.ts';
import { Refusal } from '../../../src-main/agreement/refusal.ts';
import { writeWhole } from '../../../src-main/shell/written-file.ts';

let folder: string;
beforeEach(() => {
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
