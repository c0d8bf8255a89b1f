import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { command } from '../../../src-main/cli/compare.ts';

const folder = mkdtempSync(join(tmpdir(), 'assent-compare-'));
afterAll(() => rmSync(folder, { recursive: true }));

const TEXT = `示例线路服务协议

1. 费用

1.1. 客户应在账单出具后30天内付清费用。

1.2. 平台在次月开具发票。

2. 其他

2.1. 争议由平台所在地人民法院管辖。
`;

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function run(args: readonly string[], json = false, language: 'zh' | 'en' = 'zh'): Promise<string> {
  const printed: string[] = [];
  const code = await command.run({ args, json, language, now: () => new Date(0), print: (text) => printed.push(text) });
  expect(code).toBe(0);
  return printed.join('\n');
}

const old = file('old.txt', TEXT);
const next = file('new.txt', TEXT.replace('30天', '15天'));

test('prints the documented shape', async () => {
  const answer = JSON.parse(await run([old, next], true)) as unknown;
  expect(answer).toMatchObject({
    identical: false,
    sameWords: false,
    changes: [
      {
        kind: 'changed',
        old: { number: '1.1' },
        new: { number: '1.1' },
        edits: [{ old: '30天', new: '15天', at: [9, 9] }],
        material: true,
      },
    ],
    summary: { added: 0, removed: 0, changed: 1, moved: 0, renumbered: 0, emphasis: 0 },
  });
});

test('prints the impact first, then the redline, readable without colour', async () => {
  const lines = (await run([old, next])).split('\n');
  expect(lines.find((line) => line.startsWith('!'))).toContain('1.1');
  expect(lines.at(-1)).toContain('[-30天-]{+15天+}');
  expect(await run([old, next], false, 'en')).toContain('from “30 days” to “15 days”');
});

test('one byte more is not identical, although the words are the same', async () => {
  const windows = file('crlf.txt', TEXT.replaceAll('\n', '\r\n'));
  expect(JSON.parse(await run([old, windows], true))).toMatchObject({ identical: false, sameWords: true, changes: [] });
  expect(JSON.parse(await run([old, old], true))).toMatchObject({ identical: true, sameWords: true });
});

test('an annex that the new file does not hold is named as not compared, and none of its clauses as removed', async () => {
  const annex = `
附件一 线路使用承诺书

一、本用户承诺不转租线路，平台有权单方终止服务而不承担任何责任。

二、本用户承诺赔偿平台因此受到的全部损失。
`;
  const whole = file('with-annex.txt', TEXT + annex);
  const lines = (await run([whole, next])).split('\n');
  expect(lines.filter((line) => line.includes('承诺书'))).toEqual(['没有对比：《线路使用承诺书》（新文件里没有）']);
  const answer = JSON.parse(await run([whole, old], true)) as { readonly documents: unknown };
  expect(answer).toMatchObject({ identical: false, changes: [], summary: { removed: 0 } });
  expect(answer.documents).toContainEqual({ old: { title: '线路使用承诺书' } });
  // The other way round it is new, and every clause of it is told.
  expect(JSON.parse(await run([old, whole], true))).toMatchObject({ summary: { removed: 0, added: 4 } });
});

test('refuses a file that is not there and a document that is not in it; other arguments are a usage error', async () => {
  await expect(run([join(folder, 'none.txt'), next])).rejects.toMatchObject({ code: 'file-not-readable' });
  await expect(run([old, next, '--old-document', '9'])).rejects.toMatchObject({ code: 'no-such-document' });
  await expect(run([old])).rejects.toMatchObject({ name: 'UsageError' });
  await expect(run([old, next, '--colour'])).rejects.toMatchObject({ name: 'UsageError' });
});
