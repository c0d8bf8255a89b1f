import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Language } from '../../../../src-main/agreement/sentence.ts';
import { command as clock } from '../../../../src-main/cli/clock.ts';
import type { Command } from '../../../../src-main/cli/command.ts';
import { command as sla } from '../../../../src-main/cli/sla.ts';
import { command as term } from '../../../../src-main/cli/term.ts';
import { SHIPPED_STATUTES } from '../../../../src-main/term/statutes/statute-table.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assent-law-'));
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  write(
    'sla.txt',
    '示例专线服务等级协议\n\n1. 可用性\n\n1.1 月度可用性不低于99.9%。\n\n月度可用性\t赔偿\n低于99.9%\t月度服务费的10%\n\n2. 终止\n\n2.1 连续中断达72小时的，客户可以终止本协议。\n\n3. 申请\n\n3.1 客户应在故障月结束后30日内提出赔偿申请，逾期不予受理。\n',
  );
  write(
    'terms.txt',
    '示例云服务协议\n\n1. 变更\n\n1.1 示例云可提前30日公告修改本协议。本协议的日期和期间均以太平洋时间为准。\n\n2. 期限\n\n2.1 本协议自2026年3月1日起有效期一年，期满前30日未通知不续约的，自动续展一年，最多续展两次。\n',
  );
  write('long.csv', 'start,end\n2026-03-02 10:00,2026-03-05 12:00\n');
  write(
    'mine.json',
    JSON.stringify({ ...SHIPPED_STATUTES, rows: SHIPPED_STATUTES.rows.filter(({ id }) => id === 'assignment') }),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string): string => join(folder, name);

async function printed(
  command: Command,
  args: readonly string[],
  json: boolean,
  language: Language = 'zh',
): Promise<string> {
  const lines: string[] = [];
  await command.run({
    ...{ args, json, language, print: (line: string) => lines.push(line) },
    now: () => new Date('2026-11-29T04:00:00Z'),
  });
  return lines.join('\n');
}
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the JSON that is looked into
const asked = async (command: Command, ...args: readonly string[]): Promise<any> =>
  JSON.parse(await printed(command, args, true));

describe('the law on the command line', () => {
  const month = ['--document', '', '--month', '2026-03', '--outages', '', '--fee', '1000'];
  const ofMonth = (): string[] => month.with(1, file('sla.txt')).with(5, file('long.csv'));

  test('stands beside the figures of a month with its days, and changes none of them', async () => {
    const answer = await asked(sla, ...ofMonth());
    expect(answer).toMatchObject({ breach: true, credit: '100.00', claimCloses: { safe: '2026-04-30' } });
    // The outage was long enough on the 5th at ten; damages can be claimed for three years from the 2nd.
    // The life of a right needs no table of holidays; the last day of limitation does.
    expect(answer.lawful.endRight).toEqual({ safe: '2027-03-05', latest: '2027-03-05' });
    const bounds = Object.fromEntries(
      (answer.unknown as { field: string; notBefore?: string }[]).map(({ field, notBefore }) => [field, notBefore]),
    );
    expect(bounds).toMatchObject({ 'lawful.limitation': '2029-03-02' });
    const ids = (answer.statutes as { id: string }[]).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['telecom-repair', 'limitation', 'end-by-notice']));
  });

  test('is said to be no advice where a person reads it', async () => {
    const args = ['--document', file('terms.txt'), '--announced', '2026-09-01'];
    expect(await printed(clock, args, false)).toContain('不是法律意见');
    expect(await printed(clock, args, false, 'en')).toContain('not legal advice');
  });

  test('is that of a person’s own table where they give one', async () => {
    const args = ['--document', file('terms.txt'), '--announced', '2026-09-01', '--statutes', file('mine.json')];
    expect(await asked(clock, ...args)).not.toHaveProperty('statutes');
  });
});

describe('the clock of the text on the command line', () => {
  test('an instant is the day that it is there, and a term begins and is renewed as the text says', async () => {
    const given = ['--document', file('terms.txt')];
    // 06:00 UTC on the 2nd is still the 1st in California.
    const answer = await asked(clock, ...given, '--announced', '2026-09-02T06:00:00Z', '--received', '2026-09-01');
    expect(answer.announced).toBe('2026-09-01');
    const renewal = await asked(term, ...given, '--on', '2026-11-29');
    expect(renewal).toMatchObject({ end: { safe: '2027-02-28' }, cancelBy: { safe: '2027-01-29' } });
    expect(renewal.renewals).toHaveLength(2);
  });
});
