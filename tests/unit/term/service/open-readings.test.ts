import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { command as sla } from '../../../../src-main/cli/sla.ts';

/** Where a text leaves open how something counts, the figures are told for every way of it. Worked out by hand before the command ran. */

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assent-open-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function said(document: string, outages: string, ...more: readonly string[]): Promise<string> {
  const files = { document: join(folder, 'document.txt'), outages: join(folder, 'outages.csv') };
  writeFileSync(files.document, document);
  writeFileSync(files.outages, `start,end\n${outages}\n`);
  const lines: string[] = [];
  await sla.run({
    args: ['--document', files.document, '--outages', files.outages, '--month', '2026-09', '--fee', '1000', ...more],
    json: false,
    language: /\p{Script=Han}/u.test(document) ? 'zh' : 'en',
    now: () => new Date('2026-12-01T02:00:00Z'),
    print: (line) => lines.push(line),
  });
  return lines.join('\n');
}

const MONTHLY = `Brightcloud Service Level Agreement

1. Uptime

1.1 Uptime is at least 99.9% in any monthly billing cycle.

1.2 "Uptime" is the share of minutes during the month in which the service was available.

1.3 If uptime is below 99.9%, the credit is 10% of the monthly fee.

2. Claims

2.1 Claims for credits must be submitted by the end of the second billing cycle after the incident.

2.2 Claims for credits made later than thirty (30) days after the end of the month are not accepted.
`;

describe('a monthly billing cycle without its day', () => {
  test('the day is asked for with the words, the calendar month is one reading, and the last day to claim is bounded', async () => {
    const told = await said(MONTHLY, '2026-09-03 10:00,2026-09-03 15:00', '--complete');
    expect(told).not.toContain('Billing cycle: calendar month');
    expect(told).toContain('does not say when that starts (“Uptime is at least 99.9% in any monthly billing cycle.”)');
    expect(told).toContain(
      'by calendar months there are 43,200 minutes, 300 of them unavailable, availability 99.305555%',
    );
    expect(told).toMatch(/Last day to claim: .*between 2026-\d\d-\d\d and 202\d-\d\d-\d\d/u);
    expect(told).toContain('no earlier than Fri 30 Oct 2026 and no later than Mon 30 Nov 2026');
  });

  test('once the day is said, the last day is one of the two that the text states', async () => {
    const told = await said(
      `${MONTHLY}\n2.3 Each billing cycle is a calendar month.\n`,
      '2026-09-03 10:00,2026-09-03 15:00',
    );
    expect(told).toMatch(/Last day to claim: .*2026-10-30.*2026-11-30/u);
  });
});

/** An outage of ten seconds in every second minute of so many. */
const short = (count: number): string =>
  Array.from({ length: count }, (_, index) => {
    const at = new Date(Date.UTC(2026, 8, 2) + index * 120_000).toISOString().slice(0, 17);
    return `${at}20Z,${at}30Z`;
  }).join('\n');

describe('how seconds count, where the text does not say', () => {
  const ZH = '云渡服务等级协议\n\n1. 可用性\n\n1.1 月度可用性不低于99.9%。\n\n1.2 低于99.9%的，赔偿月度服务费的10%。\n';
  test('both figures are told where the promise rests on it', async () => {
    const told = await said(ZH, short(432));
    expect(told).toMatch(/不可用分钟：.*0 到 432/u);
    expect(told).toMatch(/可用性 %：.*99\.000000 到 100\.000000/u);
    expect(told).not.toMatch(/未达承诺：[是否]/u);
    expect(told).toContain('赔偿金额（元）：还不能确定，在 0.00 到 100.00 之间');
  });

  test.each([
    ['--count', 'whole', '不可用分钟：0'],
    ['--count', 'started', '不可用分钟：432'],
  ])('a choice settles it: %s %s', async (option, way, expected) => {
    expect(await said(ZH, short(432), option, way)).toContain(expected);
  });

  test('so does the text, and a difference on which nothing rests leaves the figure known', async () => {
    expect(await said(ZH.replace('1.2 ', '1.2 不足一分钟的按一分钟计。'), short(432))).toContain('不可用分钟：432');
    expect(await said(ZH, short(2))).toContain('不可用分钟：0');
    const en =
      'Brightcloud Service Level Agreement\n\n1. Uptime\n\n1.1 Monthly uptime is at least 99.9%.\n\n1.2 If uptime is below 99.9%, the credit is 10% of the monthly fee.\n';
    expect(await said(en, short(432))).toMatch(/Unavailable minutes: .*between 0 and 432/u);
  });
});

describe('a ceiling of one class', () => {
  const ZH = (rest: string): string =>
    `云渡服务等级协议\n\n1. 可用性\n\n1.1 月度可用性不低于99.9%。\n\n2. 赔偿\n\n2.1 旗舰版客户：可用性低于99.9%的，赔偿月度服务费的30%，但不超过${rest}。\n\n2.2 其余客户：可用性低于99.9%的，赔偿月度服务费的10%。\n`;
  test.each([
    ['2000元', '旗舰版', '300.00'],
    ['200元', '旗舰版', '200.00'],
    ['50元', '其余客户', '100.00'],
  ])('%s of the first: %s has %s', async (cap, scope, expected) => {
    const told = await said(ZH(cap), '2026-09-03 10:00,2026-09-03 15:00', '--scope', scope);
    expect(told).toContain(`赔偿金额（元）：${expected}`);
  });
});
