import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { filesIn } from '../../../../src-main/shell/folders/files-in.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'assent-files-in-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (...names: readonly string[]): void => {
  for (const name of names) writeFileSync(join(folder, name), 'x');
};
const found = async (): Promise<readonly string[]> =>
  (await filesIn([folder], ['txt', 'pdf'])).map((path) => relative(folder, path));

test('files of a kind that can be read, of subfolders too, in order; hidden ones left out', async () => {
  mkdirSync(join(folder, 'b'));
  put('c.txt', 'a.PDF', 'b/one.txt', '.hidden.txt', 'picture.png');
  expect(await found()).toEqual(['a.PDF', 'b/one.txt', 'c.txt']);
});

test('a link that leads nowhere, or back, hinders nothing', async () => {
  put('a.txt');
  symlinkSync(join(folder, 'gone.txt'), join(folder, 'dangling.txt'));
  symlinkSync(folder, join(folder, 'round'));
  symlinkSync(join(folder, 'a.txt'), join(folder, 'other.txt'));
  expect(await found()).toEqual(['a.txt', 'other.txt']);
});

test('a folder that cannot be read is named, and nothing is brought in', async () => {
  await expect(filesIn([join(folder, 'gone')], ['txt'])).rejects.toMatchObject({
    code: 'folder-unreadable',
    sentence: { params: { name: 'gone' } },
  });
});

test('too many are refused with their number, never cut off in silence', async () => {
  put(...Array.from({ length: 2001 }, (_, at) => `${at}.txt`));
  await expect(found()).rejects.toMatchObject({ code: 'too-many-files', sentence: { params: { count: 2001 } } });
});
