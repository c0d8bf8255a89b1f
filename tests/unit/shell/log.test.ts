import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sentence } from '../../../src-main/agreement/sentence.ts';
import { Refusal } from '../../../src-main/agreement/refusal.ts';
import { lineOf, openLog } from '../../../src-main/shell/log.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'assent-log-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('a line of the log', () => {
  test('says the kind of an error, its code and its place in the program, and none of its words', () => {
    const error = Object.assign(
      new TypeError('示例远航科技有限公司 的 协议.pdf\n    at 陈远 (/home/chenyuan/secret.txt:1:1)'),
      {
        code: 'EACCES',
      },
    );
    const line = lineOf({ name: 'save-failed' }, error);
    expect(line).toMatch(/^save-failed TypeError EACCES < .*log\.test\.ts:\d+/u);
    for (const word of ['示例', '协议', '陈远', 'chenyuan', 'secret']) expect(line).not.toContain(word);
  });

  test('says what a refusal was because of', () => {
    const cause = Object.assign(new Error('the company’s name'), { code: 'SQLITE_FULL' });
    const refusal = new Refusal(
      'disk-full',
      sentence('store.database.disk-full', { path: '/home/chenyuan/公司' }),
      sentence('store.database.disk-full.next'),
      { cause },
    );
    const line = lineOf({ name: 'start-failed' }, refusal);
    expect(line).toMatch(/^start-failed Refusal disk-full < .* because Error SQLITE_FULL/u);
    for (const word of ['chenyuan', '公司', 'company']) expect(line).not.toContain(word);
  });

  test('a code that is a sentence is none', () => {
    expect(lineOf({ name: 'x' }, Object.assign(new Error('y'), { code: 'a name, 张三' }))).not.toContain('张三');
  });

  test('what was thrown without being an error is told by its type alone', () => {
    expect(lineOf({ name: 'x' }, '张三')).toBe('x string');
  });
});

describe('the log file', () => {
  test('holds what was noted, one line each, and nobody else may read it', () => {
    const log = openLog(folder);
    log.note({ name: 'start', code: '1.2.3', figures: { entries: 7 } });
    log.error('save-failed', new Error('words'));
    const file = join(log.folder, 'assent.log');
    expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(2);
    expect(log.lines()[0]).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z info start 1\.2\.3 entries=7$/u);
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(statSync(log.folder).mode & 0o077).toBe(0);
  });

  test('is turned over when it is large: one old file, and the newest lines of both', () => {
    const log = openLog(folder);
    for (let line = 0; line < 12_000; line += 1) log.note({ name: 'a-line-as-long-as-they-are', figures: { line } });
    const sizes = ['assent.log', 'assent.old.log'].map((name) => statSync(join(log.folder, name)).size);
    for (const size of sizes) expect(size).toBeLessThan(600 * 1024);
    expect(log.lines()).toHaveLength(200);
    expect(log.lines().at(-1)).toContain('line=11999');
  });

  test('a folder that takes no log stops nothing', () => {
    writeFileSync(join(folder, 'logs'), 'a file');
    const log = openLog(folder);
    expect(() => log.note({ name: 'start' })).not.toThrow();
  });
});
