import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { command as clock } from '../../../../src-main/cli/clock.ts';
import type { Command } from '../../../../src-main/cli/command.ts';
import { command as fees } from '../../../../src-main/cli/fees.ts';
import { command as sla } from '../../../../src-main/cli/sla.ts';

const TEXTS = {
  workdays: `远星云服务协议

一、变更

1.1 远星云可提前十五个工作日以站内信方式通知您修改本协议。您继续使用的，视为接受修改。

二、费用

2.1 您应在收到账单之日起10个工作日内付款。逾期付款的，每逾期一日按应付未付金额的万分之五支付违约金。

2.2 先付费订单在服务期满前不能提前终止。服务费用不足一个月的按一个月计算。

三、通知

3.1 以邮寄方式发出的，自寄出后第三个工作日视为送达。电子邮件发出后24小时视为送达。
`,
  orderAndBill: `远星主机服务协议

一、费用

1.1 订单应在下单后3日内付款，逾期订单失效。

1.2 月结账单应在收到账单之日起20日内付款。
`,
  hongkong: `Farstar Cloud Services Agreement

1. Changes

1.1 Farstar Ltd. ("Provider") may change these Terms by giving Customer at least ten (10) business days' prior written notice by email.

2. Governing law

2.1 This Agreement is governed by the laws of Hong Kong.
`,
  uncapped: `远星服务等级协议

1. 可用性

1.1 月度可用性不低于99.95%。

月度可用性\t赔偿
低于99.95%但等于或高于99%\t月度服务费的10%
低于99%\t月度服务费的100%

2. 申请

2.1 客户应在故障发生后两个月内提出赔偿申请，逾期不予受理。
`,
  half: `远星服务等级协议

1. 可用性

1.1 月度可用性不低于99.95%。

月度可用性\t赔偿
低于99.95%\t月度服务费的80%

2.1 赔偿总额不超过当月服务费的50%。
`,
  days: `远星数据库服务等级协议

1. 服务可用性

1.1 月度可用性不低于99.99%。

服务可用性\t赔偿
低于99.99%但等于或高于99%\t延长服务时间10天
低于99%\t延长服务时间30天
`,
} as const;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assent-quantity-'));
  for (const [name, text] of Object.entries(TEXTS)) writeFileSync(join(folder, `${name}.txt`), text);
  writeFileSync(join(folder, 'outages.csv'), 'start,end\n2026-03-05 10:00,2026-03-05 20:00\n');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the JSON that is looked into
async function json(command: Command, name: keyof typeof TEXTS, ...args: readonly string[]): Promise<any> {
  const lines: string[] = [];
  const now = (): Date => new Date('2026-11-23T02:00:00Z');
  const all = ['--document', join(folder, `${name}.txt`), ...args];
  await command.run({ args: all, json: true, language: 'zh', now, print: (line) => lines.push(line) });
  return JSON.parse(lines.join('\n'));
}

interface Unknown {
  readonly field: string;
}
const unknownIn = (answer: { readonly unknown: readonly Unknown[] }, field: string): Unknown | undefined =>
  answer.unknown.find((each) => each.field === field);
const creditsIn = (answer: { readonly scopes: readonly { readonly scope: string; readonly credit: string }[] }) =>
  answer.scopes.map(({ scope, credit }) => [scope, credit]);

describe('the commands keep the unit that the text states', () => {
  test('clock: fifteen working days, by message on a typed day', async () => {
    const said = [
      '--channel',
      'message',
      '--received',
      '2026年3月2日',
      '--announced',
      '２０２６/3/2',
      '--effective',
      '2026.3.20',
    ];
    expect(await json(clock, 'workdays', ...said)).toMatchObject({
      delivered: '2026-03-02',
      required: { workingDays: 15 },
      earliestEffective: { safe: '2026-03-24', latest: '2026-03-24' },
      shortfallDays: 4,
    });
  });

  test('clock: delivery by the rule of the channel', async () => {
    expect(await json(clock, 'workdays', '--channel', 'post', '--announced', '2026-03-05')).toMatchObject({
      delivered: '2026-03-10',
    });
    expect(await json(clock, 'workdays', '--channel', 'email', '--announced', '2026-03-05')).toMatchObject({
      delivered: '2026-03-06',
    });
    const message = await json(clock, 'workdays', '--channel', 'message', '--announced', '2026-03-05');
    expect(message.delivered).toBe('unknown');
  });

  test('clock: another law is said, and nothing is counted by the Civil Code', async () => {
    const answer = await json(
      clock,
      'hongkong',
      '--channel',
      'email',
      '--announced',
      '2026-03-02',
      '--received',
      '2026-03-02',
    );
    expect(answer.earliestEffective).toBe('unknown');
    expect(JSON.stringify(answer.unknown)).toContain('Hong Kong');
    expect(JSON.stringify(answer.steps)).not.toContain('第二百零三条');
  });

  test('clock: a value of one’s own stands in the place of the text and says so', async () => {
    const answer = await json(
      clock,
      'workdays',
      '--announced',
      '2026-03-02',
      '--own',
      'change-notice=20 天',
      '--own',
      'delivery=公告即视为送达',
    );
    expect(answer).toMatchObject({
      required: { days: 20 },
      earliestEffective: { safe: '2026-03-23', latest: '2026-03-23' },
    });
    expect(JSON.stringify(answer.steps)).toContain('代替');
    expect(JSON.stringify(answer.steps)).toContain('十五个工作日');
  });

  test('fees: a bill’s time to pay is no lapse of an order', async () => {
    const answer = await json(fees, 'workdays', '--ordered', '2026-03-02', '--billed', '2026-03-10');
    expect(answer.payment).toMatchObject({ lastDay: { safe: '2026-03-24', latest: '2026-03-24' }, lapses: 'unknown' });
    const unbilled = await json(fees, 'workdays', '--ordered', '2026-03-02');
    expect(unbilled.payment.lastDay).toBe('unknown');
  });

  test('fees: a bill alone is counted from the day it was received, beside an order it has a day of its own', async () => {
    const { payment } = await json(fees, 'workdays', '--billed', '2026-03-10');
    expect(payment).toEqual({ billLastDay: { safe: '2026-03-24', latest: '2026-03-24' } });
    const both = await json(fees, 'orderAndBill', '--ordered', '2026-03-02', '--billed', '2026-03-10');
    expect(both.payment).toMatchObject({
      lastDay: { safe: '2026-03-05', latest: '2026-03-05' },
      billLastDay: { safe: '2026-03-30', latest: '2026-03-30' },
    });
    const alone = await json(fees, 'orderAndBill', '--billed', '2026-03-10');
    expect(alone.payment).toEqual({ billLastDay: { safe: '2026-03-30', latest: '2026-03-30' } });
  });

  test('fees: payments in part, and digits in full width', async () => {
    const said = [
      '--due',
      '2026-03-01',
      '--paid',
      '2026-04-15',
      '--amount',
      '１０００．００',
      '--payment',
      '2026/3/11=400',
    ];
    expect(await json(fees, 'workdays', ...said)).toMatchObject({
      lateFee: { days: 45, fee: '15.50', total: '615.50' },
    });
  });

  test('fees: a refund stands beside the clause that forbids an early end', async () => {
    const said = ['--prepaid', '1200', '--months', '12', '--starts', '2026-01-15', '--ended', '2026-02-20'];
    const { refund, steps } = await json(fees, 'workdays', ...said);
    expect(refund.forbiddenBy).toContain('不能提前终止');
    expect(JSON.stringify(steps)).toContain('不能提前终止');
  });
});

describe('the credit is what the text gives', () => {
  const minutes = ['--month', '2026-03', '--fee', '1000'];

  test('no cap is printed for a document without one', async () => {
    const answer = await json(sla, 'uncapped', ...minutes, '--unavailable-minutes', '600', '--voucher', '400');
    expect(answer).toMatchObject({ cap: 'unknown', credit: '1000.00' });
    expect(unknownIn(answer as Parameters<typeof unknownIn>[0], 'cap')).toBeDefined();
  });

  test('a cap of half the fee is half the fee', async () => {
    const answer = await json(sla, 'half', ...minutes, '--unavailable-minutes', '600', '--voucher', '400');
    expect(answer).toMatchObject({ cap: '500.00', credit: '500.00' });
  });

  test('the window runs from the incident', async () => {
    const log = ['--outages', join(folder, 'outages.csv')];
    expect(await json(sla, 'uncapped', ...minutes, ...log)).toMatchObject({
      claimCloses: { safe: '2026-05-05', latest: '2026-05-06' },
    });
    const counted = await json(sla, 'uncapped', ...minutes, '--unavailable-minutes', '600');
    expect(counted.claimCloses).toBe('unknown');
    expect(unknownIn(counted as Parameters<typeof unknownIn>[0], 'claimCloses')).toMatchObject({
      notBefore: '2026-05-01',
      notAfter: '2026-05-31',
    });
  });

  test('days of service are days', async () => {
    const answer = await json(sla, 'days', ...minutes, '--unavailable-minutes', '600');
    expect(answer).toMatchObject({ credit: 'unknown', creditPercent: 'unknown', serviceDays: 30 });
  });

  test('a month that the log does not know is not recorded', async () => {
    const answer = await json(
      sla,
      'half',
      '--month',
      '2026-04',
      '--fee',
      '1000',
      '--outages',
      join(folder, 'outages.csv'),
    );
    for (const field of ['availability', 'unavailableMinutes', 'breach', 'credit'])
      expect(answer[field]).toBe('unknown');
  });

  test('several classes have figures of their own, and one is picked by its name', async () => {
    const own = ['--own', 'credit-tier[标准]=低于99.95%：月费的30%', '--own', 'credit-tier[低频]=低于99.9%：月费的10%'];
    const asked = [...minutes, '--unavailable-minutes', '600', ...own];
    const all = await json(sla, 'half', ...asked);
    expect(all).not.toHaveProperty('credit');
    expect(creditsIn(all as Parameters<typeof creditsIn>[0])).toEqual(
      expect.arrayContaining([
        ['标准', '300.00'],
        ['低频', '100.00'],
      ]),
    );
    expect(await json(sla, 'half', ...asked, '--scope', '低频')).toMatchObject({ credit: '100.00' });
  });
});
