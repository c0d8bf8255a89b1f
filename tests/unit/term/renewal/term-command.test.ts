import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Language } from '../../../../src-main/agreement/sentence.ts';
import { UsageError } from '../../../../src-main/cli/command.ts';
import { command } from '../../../../src-main/cli/term.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assent-renewal-'));
  writeFileSync(
    join(folder, 'chinese.txt'),
    '晨星平台协议\n\n1. 期限\n\n1.1 本协议有效期为两年。\n\n1.2 期满前60日，双方均未书面提出异议的，自动续展一年。\n\n1.3 协议终止后45日内，客户可以导出数据。\n',
  );
  writeFileSync(
    join(folder, 'english.txt'),
    'Harbour Services Agreement\n\n1. Term\n\n1.1 This Agreement renews automatically for successive one-year terms unless either party gives 45 days’ notice of non-renewal before expiry.\n',
  );
  writeFileSync(
    join(folder, 'working-days.txt'),
    '晨星排期协议\n\n1. 期限\n\n1.1 本协议有效期一年，期满前15个工作日未书面通知不续约的，自动续展一年。\n\n1.2 协议终止后45日内，客户可以导出数据。\n',
  );
  writeFileSync(join(folder, 'silent.txt'), '晨星网站使用说明\n\n1. 使用\n\n1.1 请按时续费，到期后服务停止。\n');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Printed {
  readonly [field: string]: unknown;
  readonly renewals: readonly unknown[];
  readonly renewal: Readonly<Record<string, unknown>>;
  readonly exit: Readonly<Record<string, unknown>>;
  readonly unknown: readonly { readonly field: string }[];
  readonly steps: readonly { readonly source: string }[];
}

async function run(file: string | undefined, args: readonly string[], json = true, language: Language = 'zh') {
  const lines: string[] = [];
  const document = file === undefined ? [] : ['--document', join(folder, file)];
  const now = (): Date => new Date('2026-11-23T02:00:00Z');
  await command.run({ args: [...document, ...args], json, language, now, print: (line) => lines.push(line) });
  const text = lines.join('\n');
  return { text, json: (json ? JSON.parse(text) : {}) as Printed };
}

test('silence that renews is told as notice against it: two years, 60 days before their end', async () => {
  const { json } = await run('chinese.txt', ['--starts', '2025-03-01']);
  expect(json).toMatchObject({
    starts: '2025-03-01',
    end: { safe: '2027-02-28', latest: '2027-03-01' },
    // 60 days back from 28 February 2027: 30 December 2026.
    cancelBy: { safe: '2026-12-30', latest: '2026-12-31' },
    renewal: { length: { years: 1 }, notice: { days: 60 }, next: { safe: '2027-03-01' } },
    price: { announcedBy: 'unknown', ceiling: 'unknown' },
  });
  expect(json.renewals[0]).toMatchObject({ starts: '2027-03-01', end: { safe: '2028-02-29' } });
  expect(json.steps.some(({ source }) => source.includes('第 1.2 条'))).toBe(true);
});

test('an English text without a first term needs it from the person, and takes it', async () => {
  const silent = await run('english.txt', ['--starts', '2026-01-01']);
  expect(silent.json).toMatchObject({ end: 'unknown', cancelBy: 'unknown', renewal: { notice: { days: 45 } } });
  expect(silent.json.unknown.map(({ field }) => field)).toContain('cancelBy');
  const own = await run('english.txt', ['--starts', '2026-01-01', '--own', 'term=1 year']);
  expect(own.json).toMatchObject({
    end: { safe: '2026-12-31' },
    cancelBy: { safe: '2026-11-16', latest: '2026-11-17' },
  });
  expect(JSON.stringify(own.json.steps)).toContain('您填写的');
});

test('a text that is silent, and no text at all', async () => {
  const { json } = await run('silent.txt', ['--starts', '2026-01-01']);
  const { renewal, exit } = json;
  for (const field of [json['end'], json['cancelBy'], renewal['length'], renewal['next'], exit['dataUntil']])
    expect(field).toBe('unknown');
  expect(json.renewals).toEqual([]);
  const own = await run(undefined, ['--ends', '2026-12-31', '--own', 'non-renewal-notice=90 days']);
  expect(own.json).toMatchObject({ end: { safe: '2026-12-31' }, cancelBy: { safe: '2026-10-02' } });
});

test('in words, in both languages, and what is wrong is said', async () => {
  expect((await run('chinese.txt', ['--starts=2025-03-01'], false)).text).toContain('取消最后一日');
  expect((await run('chinese.txt', ['--starts=2025-03-01'], false, 'en')).text).toContain('Last day to cancel');
  await expect(run('chinese.txt', [])).rejects.toThrow(UsageError);
});

test('a day to cancel in working days, without the table of its year, is told by its safe day and its latest', async () => {
  const { json } = await run('working-days.txt', ['--ends', '2030-12-31', '--on', '2030-06-01']);
  expect(json).toMatchObject({ cancelBy: 'unknown' });
  expect(json.unknown).toContainEqual(
    expect.objectContaining({ field: 'cancelBy', notBefore: '2030-12-09', notAfter: '2030-12-16' }),
  );
  // So are the terms that follow: each by its place in the list.
  expect(json.renewals[0]).toMatchObject({ cancelBy: 'unknown' });
  expect(json.unknown).toContainEqual(
    expect.objectContaining({ field: 'renewals.0.cancelBy', notBefore: '2031-12-08', notAfter: '2031-12-16' }),
  );
  const { text } = await run('working-days.txt', ['--ends', '2030-12-31', '--on', '2030-06-01'], false);
  expect(text).toMatch(/取消最后一日：稳妥日 2030-12-09，最晚不过 2030-12-16/u);
  // A day that only a table could move later is told as the day to keep to, and never as one before which nothing is due.
  expect(text).toMatch(/数据取回期限：稳妥日 2031-02-14，最晚可主张到哪天还不能确定/u);
});
