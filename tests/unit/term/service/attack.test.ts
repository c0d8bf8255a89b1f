import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { command as sla } from '../../../../src-main/cli/sla.ts';

/** Each figure was worked out by hand from the clause before the command was run. */
const TIERS = `
月度可用性\t赔偿
低于99.95%但等于或高于99%\t月度服务费的10%
低于99%但等于或高于95%\t月度服务费的25%
低于95%\t月度服务费的100%
`;
const PLAIN = `云渡计算服务等级协议

1. 可用性

1.1 月度可用性不低于99.95%。
${TIERS}`;
const HOURS = `云渡工单系统服务等级协议

1. 服务时间

1.1 服务时间为每天8:00至20:00。

1.2 可用性只统计服务时间内的可用情况，服务时间外的中断不计入不可用时间。

1.3 月度可用性不低于99%。

月度可用性\t赔偿
低于99%\t月度服务费的10%
`;
const TOGETHER = PLAIN.replace(
  '1.1 月度',
  '1.0 不可用分钟：某一分钟内全部实例的请求均失败的，计为不可用。\n\n1.1 月度',
);
const DOLLARS = `Brightcloud Service Level Agreement

1. Fees

1.1 All fees are invoiced in US dollars (USD) and are exclusive of taxes.

2. Availability

2.1 Monthly Uptime Percentage shall be at least 99.9%.

Monthly Uptime Percentage\tService Credit
Less than 99.9% but equal to or greater than 99.0%\t10%
Less than 99.0%\t30%

2.2 Total Service Credits for a month shall not exceed 50% of the monthly fee.
`;
const QUARTER = `云渡专线服务等级协议

1. 可用性

1.1 服务可用性按季度统计，季度可用性不低于99.9%。

季度可用性\t赔偿
低于99.9%但等于或高于99%\t季度服务费的5%
低于99%\t季度服务费的10%

1.2 客户应在季度结束后30日内提出赔偿申请。
`;
const YEAR = `云渡归档服务等级协议

1. 可用性

1.1 服务可用性按自然年统计，年度可用性不低于99.9%。

年度可用性\t赔偿
低于99.9%\t年度服务费的5%

1.2 每月最高赔偿不超过月度服务费的30%。
`;
const SUPPORT = `云渡支持服务协议

1. 支持

1.1 一级故障30分钟内响应、4小时内恢复，二级故障8个工作小时内恢复。

1.2 支持时间为工作日9:00-12:00、13:30-18:00。

1.3 未按时响应的，每次减免当月服务费的2%。
`;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assent-attack-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Given {
  readonly outages?: string;
  readonly tickets?: string;
  readonly language?: 'zh' | 'en';
  readonly json?: boolean;
}

async function said(document: string, args: readonly string[], given: Given = {}): Promise<string> {
  const file = join(folder, 'document.txt');
  writeFileSync(file, document);
  const logs = (['outages', 'tickets'] as const).flatMap((name) => {
    const text = given[name];
    if (text === undefined) return [];
    writeFileSync(join(folder, `${name}.csv`), text);
    return [`--${name}`, join(folder, `${name}.csv`)];
  });
  const lines: string[] = [];
  await sla.run({
    args: ['--document', file, ...args, ...logs],
    json: given.json ?? true,
    language: given.language ?? 'zh',
    now: () => new Date('2026-12-01T02:00:00Z'),
    print: (line) => lines.push(line),
  });
  return lines.join('\n');
}
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the JSON that is looked into
const json = async (...of: Parameters<typeof said>): Promise<any> => JSON.parse(await said(...of));
interface Lacking {
  readonly field: string;
  readonly atMost?: string;
  readonly missing: readonly { readonly name: string; readonly text: string }[];
}
/** What is said of a figure that is not known. */
const lacking = (told: unknown, name: string): Lacking | undefined =>
  (told as { readonly unknown: readonly Lacking[] }).unknown.find(({ field }) => field === name);
const september = ['--month', '2026-09', '--fee', '1000'];
const minutes = (n: number): readonly string[] => [...september, '--unavailable-minutes', String(n)];

describe('tiers and caps at their edges', () => {
  // 0.05 % of 43 200 minutes is 21.6: 21 keep the promise. 1 % is 432: at 99 % exactly the first tier holds.
  test.each([
    [21, '0.00'],
    [22, '100.00'],
    [432, '100.00'],
    [433, '250.00'],
    [2160, '250.00'],
    [2161, '1000.00'],
  ])('%i minutes: %s', async (down, credit) => {
    expect(await json(PLAIN, minutes(down))).toMatchObject({ credit });
  });

  test('a cap of half lowers a credit of all, and half a fen goes up', async () => {
    const capped = `${PLAIN}\n1.2 当月赔偿总额不超过当月服务费的50%。\n`;
    expect(await json(capped, minutes(3000))).toMatchObject({ cap: '500.00', credit: '500.00' });
    const small = ['--month', '2026-09', '--fee', '0.02', '--unavailable-minutes', '500'];
    expect(await json(PLAIN, small)).toMatchObject({ credit: '0.01' });
  });

  test('what credits come to at most is no availability that is promised', async () => {
    expect(
      await json(DOLLARS, ['--month', '2026-09', '--fee', '$2,000', '--unavailable-minutes', '500']),
    ).toMatchObject({
      promised: 99.9,
      cap: '1000.00',
      credit: '600.00',
    });
  });
});

describe('instances of which nothing was recorded', () => {
  const instances = [...september, '--instance', 'a', '--instance', 'b'];
  const log = 'start,end,instance\n2026-09-03 10:00,2026-09-03 11:00,a\n';
  test('may have been down as well, until the person says that they were not', async () => {
    expect(await json(TOGETHER, instances, { outages: log })).toMatchObject({ breach: 'unknown', credit: 'unknown' });
    expect(await json(TOGETHER, [...instances, '--complete'], { outages: log })).toMatchObject({
      breach: false,
      credit: '0.00',
    });
    const both = `${log}2026-09-03 10:30,2026-09-03 12:00,b\n`;
    expect(await json(TOGETHER, instances, { outages: both })).toMatchObject({
      unavailableMinutes: 30,
      credit: '100.00',
    });
  });

  test('make no month without records a good one; what the person says does', async () => {
    const other = 'start,end\n2026-08-03 10:00,2026-08-03 10:20\n';
    expect(await json(PLAIN, september, { outages: other })).toMatchObject({ availability: 'unknown' });
    expect(await json(PLAIN, [...september, '--complete'], { outages: other })).toMatchObject({ credit: '0.00' });
  });
});

describe('hours of the service', () => {
  // 30 days of 12 hours are 21 600 minutes, 1 % of them 216.
  test('alone are measured where the text says so', async () => {
    const kept = { outages: 'start,end\n2026-09-03 07:00,2026-09-03 11:36\n' };
    expect(await json(HOURS, september, kept)).toMatchObject({
      totalMinutes: 21_600,
      unavailableMinutes: 216,
      breach: false,
    });
    const broken = { outages: 'start,end\n2026-09-03 18:00,2026-09-04 09:37\n' };
    expect(await json(HOURS, september, broken)).toMatchObject({ unavailableMinutes: 217, credit: '100.00' });
  });

  test('are not narrowed by hours that are only stated, nor by hours that run around the clock', async () => {
    const down = { outages: 'start,end\n2026-09-03 07:00,2026-09-03 11:36\n' };
    const only = HOURS.replace(/1\.2 [^\n]+/u, '1.2 客户应妥善保管账号。');
    expect(await json(only, september, down)).toMatchObject({ totalMinutes: 43_200, unavailableMinutes: 276 });
    const always = HOURS.replace('每天8:00至20:00', '7×24小时');
    expect(await json(always, september, down)).toMatchObject({ totalMinutes: 43_200, unavailableMinutes: 276 });
  });

  test('that are counted but not named leave everything open', async () => {
    const unnamed = HOURS.replace('每天8:00至20:00', '5×8小时');
    expect(await json(unnamed, minutes(500))).toMatchObject({ availability: 'unknown', credit: 'unknown' });
  });

  test('of working days need the year’s table; without it the availability lies between bounds', async () => {
    const working = HOURS.replace('每天8:00', '工作日8:00');
    const known = await json(working, september, { outages: 'start,end\n2026-09-19 09:00,2026-09-20 09:00\n' });
    // Saturday the 19th is free, Sunday the 20th makes up for a holiday: 22 days, one hour of the outage.
    expect(known).toMatchObject({ totalMinutes: 22 * 720, unavailableMinutes: 60 });
    const args = ['--month', '2031-09', '--fee', '1000'];
    const open = await json(working, args, { outages: 'start,end\n2031-09-19 09:00,2031-09-19 10:00\n' });
    expect(open).toMatchObject({ availability: 'unknown', totalMinutes: 'unknown' });
    expect(lacking(open, 'totalMinutes')).toMatchObject({
      atMost: String(30 * 720),
      missing: [{ what: 'calendar', name: '2031' }],
    });
  });

  test('that a person names narrow it, and say so', async () => {
    const own = [...september, '--own', 'service-hours=工作日 9:00-18:00'];
    const down = { outages: 'start,end\n2026-09-05 07:00,2026-09-05 23:36\n2026-09-07 17:30,2026-09-07 19:00\n' };
    expect(await json(PLAIN, own, down)).toMatchObject({ totalMinutes: 22 * 540, unavailableMinutes: 30 });
  });
});

describe('a currency', () => {
  const args = ['--month', '2026-09', '--fee', '2000', '--unavailable-minutes', '500'];
  test('is that of the agreement in every line and step, with no capitals, and tax is told', async () => {
    for (const language of ['zh', 'en'] as const) {
      const text = await said(DOLLARS, args, { json: false, language });
      expect(text).toContain(language === 'zh' ? '600.00 美元' : 'USD 600.00');
      expect(text).not.toMatch(language === 'zh' ? /(?<!美)元(?!整)[^，]{0,2}/u : /CNY/u);
      expect(text).toContain(language === 'zh' ? '不含税' : 'without tax');
    }
    expect(await json(DOLLARS, args)).toMatchObject({ creditInCapitals: 'unknown' });
  });

  test('is never changed: an amount in another one is refused', async () => {
    for (const fee of ['2000元', '€2000', 'HK$2000'])
      await expect(
        json(DOLLARS, ['--month', '2026-09', '--fee', fee, '--unavailable-minutes', '5']),
      ).rejects.toMatchObject({
        code: 'other-currency',
      });
    await expect(
      json(PLAIN, ['--month', '2026-09', '--fee', 'US$5', '--unavailable-minutes', '5']),
    ).rejects.toMatchObject({
      code: 'other-currency',
    });
  });
});

describe('a quarter and a year', () => {
  test('have a fee, a credit and a window of their own', async () => {
    const args = ['--month', '2026-Q3', '--quarter-fee', '9000', '--unavailable-minutes', '200'];
    // 92 days: 0.1 % are 132 minutes. Thirty days after 30 September end on 30 October.
    expect(await json(QUARTER, args)).toMatchObject({
      totalMinutes: 92 * 1440,
      credit: '450.00',
      claimCloses: { safe: '2026-10-30' },
    });
    const month = ['--month', '2026-Q3', '--fee', '3000', '--unavailable-minutes', '200'];
    expect(await json(QUARTER, month)).toMatchObject({ breach: true, credit: 'unknown' });
  });

  test('are not capped by what caps a month: that is quoted', async () => {
    const year = await json(YEAR, [...['--month', '2026', '--year-fee', '100000', '--unavailable-minutes', '600']]);
    expect([year.cap, year.credit]).toEqual(['unknown', 'unknown']);
    const open = lacking(year, 'credit');
    expect(open).toMatchObject({ atMost: '5000.00', missing: [{ name: 'credit-cap' }] });
    expect(open?.missing[0]?.text).toContain('赔偿不超过月度服务费的30%');
  });
});

describe('tickets', () => {
  const log = (...rows: readonly string[]) => ({
    tickets: ['number,severity,opened,first response,restored', ...rows].join('\n'),
  });
  // Eight working hours from Friday 16:00: two then, three on Monday morning, three from 13:30.
  test('are held against the time of their severity, in the hours that the text states', async () => {
    const told = await json(
      SUPPORT,
      september,
      log(
        'A,P1,2026-09-07 10:00,2026-09-07 10:31,2026-09-07 12:00',
        'B,P2,2026-09-11 16:00,,2026-09-14 16:30',
        'C,P2,2026-09-11 16:00,,2026-09-14 16:31',
        'D,P1,2026-08-31 23:59,2026-09-01 02:00,',
      ),
    );
    expect(told.tickets).toMatchObject([
      { ticket: 'A', response: { kept: false, lateMinutes: 1 }, restore: { kept: true } },
      { ticket: 'B', response: 'unknown', restore: { kept: true, due: '2026-09-14T08:30:00Z' } },
      { ticket: 'C', restore: { kept: false, lateMinutes: 1 } },
    ]);
    expect(told.support).toMatchObject({ missed: 2, elsewhere: 1 });
    // Two per cent for the one response; C missed its restoration, for which nothing is given.
    expect(told.supportCredit).toBe('20.00');
  });

  test('over National Day stop with it', async () => {
    const told = await json(SUPPORT, september, log('E,二级,2026-09-30 17:00,,2026-10-08 17:31'));
    expect(told.tickets).toMatchObject([{ restore: { due: '2026-10-08T09:30:00Z', lateMinutes: 1 } }]);
  });

  test('are told to a person with how many were missed', async () => {
    const text = await said(SUPPORT, september, { ...log('A,P1,2026-09-07 10:00,2026-09-07 10:31,'), json: false });
    expect(text).toContain('工单“A”');
    expect(text).toContain('超时 1 分钟');
    expect(text).toContain('超时 1 件');
  });
});

describe('a zone of the agreement', () => {
  const TOKYO = PLAIN.replace('1.1 月度', '1.0 本协议中的日期和时间均以东京时间为准。\n\n1.1 月度');
  test('is that of rows that name none, and of the month itself; and it is said', async () => {
    // In Tokyo the month begins at 23:00 of Beijing: half an hour of this row lies in it.
    const log = { outages: 'start,end\n2026-08-31 23:30,2026-09-01 00:30\n' };
    const told = await json(TOKYO, september, log);
    expect(told).toMatchObject({ zone: 'Asia/Tokyo', unavailableMinutes: 30, credit: '100.00' });
    expect(told.log.rows).toMatchObject([{ from: '2026-08-31T23:30:00+09:00' }]);
    const zoned = { outages: 'start,end\n2026-08-31T23:30:00+08:00,2026-09-01T00:30:00+08:00\n' };
    expect(await json(TOKYO, september, zoned)).toMatchObject({ unavailableMinutes: 60 });
    const text = await said(TOKYO, september, { ...log, json: false });
    expect(text).toContain('1 行没有写时区，按协议的时区读取');
  });

  test('gives way to what a person says of the log', async () => {
    const log = { outages: 'start,end\n2026-09-03 10:00,2026-09-03 10:30\n' };
    const told = await json(TOKYO, [...september, '--map', 'zone=UTC'], log);
    expect(told.log).toMatchObject({ zones: { person: 1 }, rows: [{ from: '2026-09-03T10:00:00Z' }] });
  });

  test('has its tickets and its hours on its own clock', async () => {
    const support = SUPPORT.replace('1.1 一级', '1.0 本协议中的日期和时间均以东京时间为准。\n\n1.1 一级');
    const tickets = 'number,severity,opened,restored\nB,P2,2026-09-11 16:00,2026-09-14 16:31\n';
    const told = await json(support, september, { tickets });
    expect(told.tickets).toMatchObject([{ restore: { due: '2026-09-14T07:30:00Z', lateMinutes: 1 } }]);
  });
});
