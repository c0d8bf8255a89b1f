import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { command as sla } from '../../../../src-main/cli/sla.ts';
import type { AgendaView } from '../../../../src-main/contract/agenda.ts';
import type { CaseView } from '../../../../src-main/contract/letters-cases.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

/** Until when a claim can be handed in is one answer, whoever is asked: page, letter, agenda and command line. */

const TEXT = (window: string): string =>
  `甲云服务等级协议\n\n服务商：示例云服务有限公司\n\n1. 可用性\n1.1 月度可用性不低于99.9%；低于99.9%的，赔偿当月服务费的10%。\n2. 申请\n2.1 ${window}\n`;

let desk: AppUnderTest;
let folder: string;
beforeEach(() => {
  desk = new AppUnderTest();
  folder = mkdtempSync(join(tmpdir(), 'assent-claim-days-'));
});
afterEach(() => {
  desk.end();
  rmSync(folder, { recursive: true });
});

/** An agreement with an outage in a month, and whom it can be asked of on a day. */
async function asking(window: string, month: string) {
  const file = join(folder, 'sla.txt');
  writeFileSync(file, TEXT(window));
  const log = join(folder, 'log.csv');
  writeFileSync(log, `开始,结束\n${month}-03 09:00,${month}-03 19:00\n`);
  const bytes = new TextEncoder().encode(TEXT(window));
  const outcome = await desk.handlers['import.bytes']({ name: 'sla.txt', bytes });
  const sourceId = 'sourceId' in outcome ? (outcome.sourceId ?? '') : '';
  const [saved] = await desk.handlers['import.confirm']({ sourceId, documents: [{ index: 0, title: '甲云协议' }] });
  const agreementId = saved?.agreementId ?? '';
  desk.conclude(saved?.versionId ?? '');
  await desk.handlers['rights.pasteOutages']({ agreementId, text: `${month}-03 09:00,${month}-03 19:00` });
  await desk.handlers['rights.setMonthFee']({ agreementId, month, fee: { fee: '1000' } });
  return async (today: string) => {
    desk.now = new Date(`${today}T02:00:00.000Z`);
    const page = await desk.handlers['rights.month']({ agreementId, month });
    const { letterId } = await desk.handlers['rights.claim']({ agreementId, month, outside: '示例理由' });
    const letter = (await desk.handlers['letters.caseOfLetter']({ letterId })) as CaseView;
    const { lines } = desk.handlers['agenda.list']({}) as AgendaView;
    const told: string[] = [];
    const args = ['--document', file, '--month', month, '--outages', log, '--fee', '1000'];
    await sla.run({ args, json: true, language: 'zh', now: () => desk.now, print: (line) => told.push(line) });
    const command = JSON.parse(told.join('\n')) as {
      claimToday?: string;
      unknown: readonly { field: string; missing: readonly { text: string }[] }[];
    };
    return { page, letter: letter.window, agenda: lines.map(({ kind }) => kind), command };
  };
}

describe('the last day to claim is the same for page, letter, agenda and command line', () => {
  const BY_MONTHS = '客户可在次月第5个工作日之后申请赔偿，申请应在故障月份结束后两个月内提出。';
  // Two lengths, one of which the text means: the last day lies between theirs.
  const TWO =
    '客户可于次月第5个工作日之后申请赔偿。\n2.2 赔偿申请应在故障月份结束后20日内提出。\n2.3 赔偿申请应在故障月份结束后45日内提出。';

  test.each([
    ['known', BY_MONTHS, '2026-05', ['2026-06-03', '2026-07-20', '2026-08-03'], ['before', 'open', 'closed']],
    ['without a table of holidays', BY_MONTHS, '2027-03', ['2027-05-20', '2027-06-20'], ['unknown', 'unknown']],
    ['between two readings', TWO, '2026-05', ['2026-06-18', '2026-07-15', '2026-07-16'], ['open', 'unknown', 'closed']],
  ] as const)('%s', async (_, window, month, days, expected) => {
    const places: string[] = [];
    const ask = await asking(window, month);
    for (const today of days) {
      const { page, letter, agenda, command } = await ask(today);
      const { opens, closes, safe } = page.claimDays;
      const where = page.window;
      places.push(where);
      expect(letter).toEqual({
        ...(opens === undefined ? {} : { opens }),
        ...(closes === undefined ? {} : { closes }),
        ...(safe === undefined ? {} : { safe }),
        today: where === 'before' ? 'before' : where === 'closed' ? 'after' : 'within',
      });
      // Where only the table of holidays is missing, the safe day has passed and nobody knows the latest.
      const isPastSafe = closes === undefined && safe !== undefined && today > safe;
      const otherwise = isPastSafe ? 'unknown' : undefined;
      expect(command.claimToday).toBe(where === 'before' ? 'too-early' : where === 'closed' ? 'too-late' : otherwise);
      const said = command.unknown.find(({ field }) => field === 'claimToday')?.missing.map(({ text }) => text);
      expect(said).toEqual(isPastSafe ? [expect.stringContaining('已过稳妥日')] : undefined);
      // Once it is closed, that it opened is no news.
      expect(agenda.includes('claim-opens')).toBe(where !== 'closed');
      expect(agenda).toContain('claim-closes');
    }
    expect(places).toEqual(expected);
  });
});
