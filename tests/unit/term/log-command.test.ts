import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { UsageError } from '../../../src-main/cli/command.ts';
import { logChoices } from '../../../src-main/cli/log-map.ts';
import { command as sla } from '../../../src-main/cli/sla.ts';

const TEXTS = {
  together: `远星组网服务等级协议

1. 可用性

1.1 不可用分钟：某一分钟内，客户接入的全部网络实例的连接请求均失败的，计为不可用。

1.2 月度可用性不低于99.95%。

月度可用性\t赔偿
低于99.95%\t月度服务费的15%

2. 终止

2.1 服务连续中断超过72小时的，客户可以终止服务。
`,
  yearly: `远星存储年度服务协议

1. 可用性

1.1 服务可用性按自然年统计，年度可用性不低于99.9%。

年度可用性\t赔偿
低于99.9%但等于或高于99%\t年度服务费的5%
低于99%\t年度服务费的10%

1.2 每月最高赔偿不超过月度服务费的30%。
`,
  vouchers: `远星对象存储服务等级协议

1. 可用性

1.1 月度服务可用性不低于99.95%。每个月按30天计算。

服务可用性\t赔偿代金券金额
低于99.95%\t月度服务费用的10%

1.2 赔偿以代金券形式发放，总额不超过月度服务费用的30%。
`,
  silent: `远星主机服务等级协议

1. 可用性

1.1 月度可用性不低于99.95%。

月度可用性\t赔偿
低于99.95%\t月度服务费的15%
`,
} as const;

const LOGS: Readonly<Record<string, string | Uint8Array>> = {
  'apart.csv': 'start,end,instances\n2026-09-03 10:00,2026-09-03 10:15,a\n2026-09-05 10:00,2026-09-05 10:15,b\n',
  'one.csv': 'start,end,instances\n2026-09-03 10:00,2026-09-03 10:30,a\n',
  'runs.csv': 'start,end,instances\n2026-09-03 10:00,2026-09-05 10:00,a\n2026-09-05 10:00,2026-09-06 10:00,b\n',
  'own.csv': iconv.encode('起于;止于;设备\n03/09/2026 02:00;03/09/2026 02:25;甲机\n', 'gbk'),
  'bad.csv': 'start,end\n2026-09-03 10:00,2026-09-03 10:25\n2026-09-31 10:00,2026-09-31 10:25\n',
  'pairs.csv': 'start,end,instances\n2026-09-01 10:00,2026-09-04 12:00,a\n2026-09-03 10:00,2026-09-03 10:20,"b,c"\n',
  'hints.csv': 'start,end,duration,ticket\n2026-09-03 10:00,2026-09-03 10:25,250分钟,T-1\n',
  'down.csv': 'start,end\n2026-09-03 10:00,\n',
};

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assent-log-'));
  for (const [name, text] of Object.entries(TEXTS)) writeFileSync(join(folder, `${name}.txt`), text);
  for (const [name, log] of Object.entries(LOGS)) writeFileSync(join(folder, name), log);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function said(document: keyof typeof TEXTS, log: string, args: readonly string[] = [], asJson = true) {
  const lines: string[] = [];
  await sla.run({
    args: [
      ...['--document', join(folder, `${document}.txt`), '--month', '2026-09', '--fee', '1000'],
      ...['--outages', join(folder, log), ...args],
    ],
    json: asJson,
    language: 'zh',
    now: () => new Date('2026-09-03T03:00:00Z'),
    print: (line) => lines.push(line),
  });
  return lines.join('\n');
}
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the JSON that is looked into
const json = async (...args: Parameters<typeof said>): Promise<any> => JSON.parse(await said(...args));

describe('a log on the command line', () => {
  test('says how each row was read', async () => {
    expect((await json('silent', 'down.csv')).log).toMatchObject({
      encoding: 'utf-8',
      shape: 'from-to',
      zones: { assumed: 1 },
      rows: [{ line: 2, from: '2026-09-03T10:00:00+08:00', to: 'ongoing', excluded: 'none' }],
    });
    // An hour has gone by: it counts until now.
    expect((await json('silent', 'down.csv')).unavailableMinutes).toBe(60);
    expect(await said('silent', 'down.csv', [], false)).toContain('第 2 行');
  });

  test('is mapped, with the order of dates, the zone and the encoding', async () => {
    const map = ['--map', 'start=起于,end=止于,instances=设备,dates=dmy,zone=UTC', '--encoding', 'gb18030'];
    const { log, unavailableMinutes } = await json('silent', 'own.csv', map);
    expect(unavailableMinutes).toBe(25);
    expect(log.rows).toMatchObject([{ from: '2026-09-03T02:00:00Z', instances: ['甲机'] }]);
    await expect(json('silent', 'own.csv')).rejects.toMatchObject({ code: 'outage-columns' });
    await expect(json('silent', 'own.csv', ['--map', 'start=起于,end=止于'])).rejects.toMatchObject({
      code: 'outage-order',
    });
    expect(() => logChoices('start')).toThrow(UsageError);
    expect(() => logChoices('colour=red')).toThrow(UsageError);
  });

  test('is refused as a whole where a row cannot be read, with its line', async () => {
    await expect(json('silent', 'bad.csv')).rejects.toMatchObject({
      code: 'outage-time',
      sentence: { key: 'term.outage-log.no-such-day', params: { line: 3 } },
    });
  });

  test('of several instances: what all of them have in common, or each by itself', async () => {
    expect(await json('together', 'apart.csv')).toMatchObject({ breach: false, credit: '0.00' });
    expect(await json('together', 'one.csv')).toMatchObject({ breach: 'unknown', credit: 'unknown' });
    expect(await json('together', 'one.csv', ['--instance', 'a'])).toMatchObject({ breach: true, credit: '150.00' });
    const all = ['--instance=a', '--instance=b,c'];
    expect(await json('together', 'one.csv', all)).toMatchObject({ breach: 'unknown' });
    expect(await json('together', 'one.csv', [...all, '--complete'])).toMatchObject({ breach: false });
    const each = await json('silent', 'apart.csv');
    expect(each).toMatchObject({ breach: 'unknown', unavailableMinutes: 'unknown' });
    expect(each.instances).toMatchObject([
      { instance: 'a', unavailableMinutes: 15, breach: false },
      { instance: 'b', unavailableMinutes: 15, breach: false },
    ]);
  });

  test('of two that failed one after the other is no seventy-two hours, and says why', async () => {
    const { termination, longestOutage } = await json('together', 'runs.csv');
    expect(termination).toEqual({ allowed: false, longestHours: '48.00' });
    expect(longestOutage).toMatchObject({ instance: 'a', hours: '48.00' });
    expect(longestOutage.brokenBy).toEqual([expect.stringContaining('（b）')]);
  });
});

describe('what is said of a log is used or refused, never dropped', () => {
  const why = (args: readonly string[], log = 'one.csv', document: keyof typeof TEXTS = 'silent') =>
    said(document, log, args).then(
      () => 'taken',
      (error: unknown) => (error as { code: string }).code,
    );

  test.each(['zone=garbage', 'zone=Europe/Nowhere', 'instances=nobody', 'cause=nothing', 'end=never'])(
    '--map %s names neither a zone nor a column',
    async (map) => {
      expect(await why(['--map', map])).toBe('outage-columns');
    },
  );

  test('a place as the zone moves the rows to its clock', async () => {
    const { log } = await json('silent', 'one.csv', ['--map', 'zone=America/New_York']);
    expect(log).toMatchObject({ zones: { person: 1 }, rows: [{ from: '2026-09-03T10:00:00-04:00' }] });
  });

  test('an instance that no row names is refused, with those that rows name', async () => {
    const refused = await said('silent', 'pairs.csv', ['--instance', 'z']).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'no-such-instance', next: { params: { names: ['a', 'b', 'c'] } } });
    expect(await json('silent', 'pairs.csv', ['--instance', 'c'])).toMatchObject({ unavailableMinutes: 20 });
    // All must be down together: those that never were belong to the count, but not without any that was.
    expect(await why(['--instance', 'a,z'], 'one.csv', 'together')).toBe('taken');
    expect(await why(['--instance', 'z'], 'one.csv', 'together')).toBe('no-such-instance');
  });

  test('an instance that no row names was up all the time where the person says that nothing else was down', async () => {
    const of = (document: keyof typeof TEXTS, names: string) =>
      json(document, 'one.csv', ['--instance', names, '--complete']);
    // A name that the log does not know at all may be misspelt, and silence about it no proof.
    for (const document of ['silent', 'together'] as const) {
      const refused = await of(document, 'z').catch((error: unknown) => error);
      expect(refused).toMatchObject({ code: 'no-such-instance', next: { params: { names: ['a'] } } });
      expect(await of(document, 'y,z').catch((error: unknown) => error)).toMatchObject({ code: 'no-such-instance' });
    }
    // One of five has records: all five were never down together.
    expect(await of('together', 'a,b,c,d,e')).toMatchObject({ unavailableMinutes: 0, credit: '0.00' });
    const told = await said('together', 'one.csv', ['--instance', 'a,b,c,d,e', '--complete'], false);
    expect(told).toContain('b、c、d、e 没有出现在记录里');
    expect(told).not.toContain('a、b、c');
  });

  test('the right to terminate is that of the instance', async () => {
    const right = async (name: string): Promise<unknown> =>
      (await json('together', 'pairs.csv', ['--instance', name])).termination;
    expect(await right('a')).toEqual({ allowed: true, longestHours: '74.00' });
    expect(await right('b')).toEqual({ allowed: false, longestHours: '0.33' });
  });

  test('columns that were not used and what contradicts itself are told', async () => {
    const { log } = await json('silent', 'hints.csv');
    expect(log.unused).toEqual(['ticket']);
    expect(log.remarks).toEqual([{ line: 2, text: expect.stringContaining('250分钟') as string }]);
    expect(await said('silent', 'hints.csv', [], false)).toContain('没有用到的列：ticket');
  });
});

describe('what is asked and what is printed', () => {
  async function month(document: keyof typeof TEXTS, args: readonly string[], asJson = true): Promise<string> {
    const lines: string[] = [];
    await sla.run({
      args: ['--document', join(folder, `${document}.txt`), ...args],
      json: asJson,
      language: 'zh',
      now: () => new Date('2027-01-03T03:00:00Z'),
      print: (line) => lines.push(line),
    });
    return lines.join('\n');
  }
  const year = ['--month', '2026', '--unavailable-minutes', '800', '--year-fee', '12000'];
  const october = ['--month', '2026-10', '--unavailable-minutes', '600', '--fee', '1000'];

  test('a share of the year’s fee is taken of it, and is the most until the cap is known', async () => {
    const { unknown } = JSON.parse(await month('yearly', year)) as { unknown: readonly { field: string }[] };
    expect(unknown.find(({ field }) => field === 'credit')).toMatchObject({
      atMost: '600.00',
      missing: [{ name: 'credit-cap' }],
    });
    const read = await month('yearly', year, false);
    expect(read).toContain('赔偿档位：可用性低于 99.9%、不低于 99%：年费的 5%');
    expect(read).toContain('2026年总分钟：525600');
    expect(read).not.toMatch(/year-fee|percent|当月/u);
  });

  test('a credit in vouchers is called so, and a month of fixed days has them by the agreement', async () => {
    const read = await month('vouchers', october, false);
    expect(read).toContain('赔偿代金券（元）：100.00');
    expect(read).toContain('以券的形式发放，不是现金');
    expect(read).toContain('2026年10月按协议计 30 天');
    expect(read).not.toContain('赔偿金额');
  });

  test('a class that nothing is told for is refused', async () => {
    const refused = await month('silent', [...october, '--scope', '低频']).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'no-such-scope' });
    const own = ['--own', 'credit-tier[低频]=低于99.95% 赔偿月费的10%', '--scope', '高频'];
    const other = await month('silent', [...october, ...own]).catch((error: unknown) => error);
    expect(other).toMatchObject({ code: 'no-such-scope', next: { params: { classes: ['低频'] } } });
  });

  test('minutes that can be fewer are a bound, not a figure', async () => {
    const answer = await json('together', 'one.csv');
    expect(answer.unavailableMinutes).toBe('unknown');
    expect(answer.unknown).toContainEqual(expect.objectContaining({ field: 'unavailableMinutes', atMost: '30' }));
    expect(await json('together', 'one.csv', ['--instance', 'a'])).toMatchObject({ unavailableMinutes: 30 });
  });
});
