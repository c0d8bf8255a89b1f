import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Refusal } from '../../../src-main/agreement/refusal.ts';
import { say } from '../../../src-main/agreement/sentence.ts';
import { command as clock } from '../../../src-main/cli/clock.ts';
import type { Command } from '../../../src-main/cli/command.ts';
import { command as fees } from '../../../src-main/cli/fees.ts';
import { command as term } from '../../../src-main/cli/term.ts';

let folder = '';
let path = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assent-dates-'));
  path = join(folder, 'terms.txt');
  writeFileSync(path, '星云存储服务协议\n\n一、费用\n\n1.1 您应在收到账单后 5 天内付款。\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

async function run(command: Command, args: readonly string[]): Promise<string> {
  const printed: string[] = [];
  const print = (text: string): void => void printed.push(text);
  const now = () => new Date('2026-11-29T02:00:00Z');
  await command.run({ args, json: false, language: 'zh', now, print });
  return printed.join('\n');
}

test.each([
  [clock, ['--announced', '2026-02-30'], '--announced'],
  [clock, ['--announced', '2026-03-01', '--effective', '20260230'], '--effective'],
  [clock, ['--announced', '2026-03-01', '--received', '2026-13-01'], '--received'],
  [fees, ['--due', '2026-06-31', '--amount', '10.00'], '--due'],
  [fees, ['--billed', '2026年2月29日'], '--billed'],
  [term, ['--starts', '2026-02-30'], '--starts'],
  [term, ['--starts', '2026-01-01', '--on', '2026-00-10'], '--on'],
] as const)('an impossible day is refused with what and where: %#', async (command, args, option) => {
  const refused = await run(command, ['--document', path, ...args]).catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: 'bad-date', field: option.slice(2) });
  const { sentence: told } = refused as Refusal;
  expect(say(told, 'en')).toMatch(new RegExp(`^${option}: .*(?:has only|no month)`, 'u'));
  expect(say(told, 'zh')).toMatch(new RegExp(`^${option}：.*(?:只有|没有)`, 'u'));
});

test.each(['2026/10/12', '2026年10月12日', '20261012', '２０２６-１０-１２', '2026.10.12'])(
  'a day is taken in every usual writing: %s',
  async (day) => {
    expect(await run(fees, ['--document', path, '--billed', day])).toContain('2026-10-17');
  },
);
