import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Language, say, sentence } from '../../../src-main/agreement/sentence.ts';
import { type Command, UsageError } from '../../../src-main/cli/command.ts';
import { command as clock } from '../../../src-main/cli/clock.ts';
import { command as fees } from '../../../src-main/cli/fees.ts';
import { command as invoice } from '../../../src-main/cli/invoice.ts';
import { command as sla } from '../../../src-main/cli/sla.ts';
import { fileAndIndex } from '../../../src-main/cli/term-document.ts';
import { references } from '../../fixtures/references.ts';

/** A day that nothing moves. */
const on = (day: string) => ({ safe: day, latest: day });

const TERMS = `星云存储服务协议

一、费用

1.1 您应在下单后 5 天内付款，逾期未付的订单失效。

1.2 续费应在服务期满前至少 10 天办理并付款。

1.3 逾期付款的，每天按欠款的 1‰ 支付违约金；逾期 20 天仍未付清的，我方有权终止服务。

二、变更

2.1 我方修改本协议的，将提前 15 天在官网公告。您继续使用服务即视为接受修改。
`;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assent-term-'));
  writeFileSync(join(folder, 'terms.txt'), TERMS);
  writeFileSync(
    join(folder, 'outages.csv'),
    'start,end\n2026-03-05 10:00,2026-03-05 10:30\n2026-03-05 10:20,2026-03-05 10:50\n',
  );
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Printed {
  readonly text: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the JSON that is looked into
  readonly json: any;
}

async function run(
  command: Command,
  args: readonly string[],
  language: Language = 'zh',
  json = true,
): Promise<Printed> {
  const lines: string[] = [];
  const now = (): Date => new Date('2026-11-23T02:00:00Z');
  await command.run({ args, json, language, now, print: (line) => lines.push(line) });
  const text = lines.join('\n');
  return { text, json: json ? JSON.parse(text) : undefined };
}

describe('the commands on a document of their own', () => {
  const terms = (): string => join(folder, 'terms.txt');

  test('clock: dates, and a step with its source for each', async () => {
    const { json } = await run(clock, [
      '--document',
      terms(),
      '--announced',
      '2026-03-02',
      '--effective',
      '2026-03-10',
    ]);
    expect(json).toMatchObject({
      document: { index: 0 },
      delivered: '2026-03-02',
      required: { days: 15 },
      periodEnds: on('2026-03-17'),
      earliestEffective: on('2026-03-18'),
      lastDayToAct: on('2026-03-09'),
      noticeDaysGiven: 7,
      shortfallDays: 8,
      shortfallDaysCountedBack: 7,
      unknown: [],
    });
    for (const step of json.steps) {
      expect(step.text).not.toBe('');
      expect(step.source).not.toBe('');
    }
    expect(JSON.stringify(json.steps)).toContain('第 2.1 条');
  });

  test('clock: takes an instant as a Beijing day', async () => {
    const { json } = await run(clock, ['--document', terms(), '--announced', '2026-03-01T18:00:00Z']);
    expect(json.announced).toBe('2026-03-02');
  });

  test('clock: a fact the document lacks is unknown, or the person’s own value', async () => {
    const silent = await run(clock, ['--document', terms(), '--announced', '2026-03-02', '--kind', 'assignment']);
    expect(silent.json.lastDayToAct).toBe('unknown');
    expect(JSON.stringify(silent.json.unknown)).toContain('"name":"assignment-notice-days"');
    const own = await run(clock, [
      '--document',
      terms(),
      '--announced',
      '2026-03-02',
      '--kind=assignment',
      '--own',
      'assignment-notice-days=10',
      '--own',
      'delivery=公告发布即视为送达',
    ]);
    expect(own.json.lastDayToAct).toEqual(on('2026-03-12'));
    expect(JSON.stringify(own.json.steps)).toContain('您填写');
  });

  test('fees: everything asked for, in one answer', async () => {
    const { json } = await run(fees, [
      ...['--document', terms(), '--ordered', '2026-03-02', '--ends', '2026-12-31'],
      ...['--due', '2026-11-03', '--amount', '1000.00'],
    ]);
    expect(json).toMatchObject({
      payment: {
        lastDay: { safe: '2026-03-07', latest: '2026-03-09' },
        safeDay: '2026-03-07',
        lapses: { safe: '2026-03-08', latest: '2026-03-10' },
      },
      renewal: { payBy: '2026-12-21' },
      lateFee: { days: 20, fee: '20.00', feeInCapitals: '贰拾元整', total: '1020.00' },
      overdue: {
        lastDayToPay: on('2026-11-23'),
        terminationFrom: on('2026-11-24'),
      },
    });
  });

  test('sla: a document without service levels gives minutes and no money', async () => {
    const { json } = await run(sla, [
      '--document',
      terms(),
      '--month',
      '2026-03',
      '--outages',
      join(folder, 'outages.csv'),
      '--fee',
      '100',
    ]);
    expect(json).toMatchObject({
      unavailableMinutes: 50,
      availability: '99.887992',
      breach: 'unknown',
      credit: 'unknown',
      claimOpens: 'unknown',
    });
  });

  test('in English, for a person, nothing of the sentences is Chinese', async () => {
    const { text } = await run(fees, ['--document', terms(), '--ends', '2026-12-31', '--paid-total', '5'], 'en', false);
    const known = sentence('cli.term-output.known', { label: sentence('cli.fees.renew-by'), value: '2026-12-21' });
    const unknown = sentence('cli.term-output.unknown', {
      label: sentence('cli.fees.in-unit', {
        what: sentence('cli.fees.damages'),
        unit: sentence('names.currency.CNY'),
      }),
      missing: [sentence('term.basis.missing-fact', { label: sentence('term.fact-words.damages-multiple.label') })],
    });
    expect(text.split('\n')).toEqual(expect.arrayContaining([say(known, 'en'), say(unknown, 'en')]));
    expect(text).toMatch(/^1\. The agreement says/mu);
    // The title and the clauses that are quoted are the document’s own.
    expect(text.replace('星云存储服务协议', '').replaceAll(/“[^”]*”/gu, '')).not.toMatch(
      /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u,
    );
  });

  test.each([
    ['no document', clock, ['--announced', '2026-03-01']],
    ['an unknown flag', clock, ['--document', 'x', '--announced', '2026-03-01', '--colour', 'red']],
    ['an unknown channel', clock, ['--document', 'x', '--announced', '2026-03-01', '--channel', 'pigeon']],
    ['nothing to work out', fees, ['--document', 'x']],
    [
      'minutes and a log at once',
      sla,
      ['--document', 'x', '--month', '2026-03', '--outages', 'a', '--unavailable-minutes', '1'],
    ],
    ['minutes that are no number', sla, ['--document', 'x', '--month', '2026-03', '--unavailable-minutes', '1.5']],
    ['no plan', invoice, ['--document', 'x', '--month', '2026-03']],
    ['an own value of no kind', clock, ['--document', 'PATH', '--announced', '2026-03-01', '--own', 'luck=7']],
  ] as const)('%s is a usage error', async (_, command, args) => {
    await expect(
      run(
        command,
        args.map((arg) => (arg === 'PATH' ? terms() : arg)),
      ),
    ).rejects.toBeInstanceOf(UsageError);
  });

  test.each([
    ['a day that does not exist', clock, ['--announced', '2026-02-30'], 'bad-date'],
    ['a document that is not there', clock, ['--announced', '2026-03-01'], 'no-such-document'],
    ['a month that does not exist', sla, ['--month', '2026-13', '--unavailable-minutes', '1'], 'bad-month'],
    ['more minutes than the month has', sla, ['--month', '2026-02', '--unavailable-minutes', '40321'], 'bad-minutes'],
    ['an amount that is none', fees, ['--paid-total', 'many', '--own', 'damages-multiple=2'], 'bad-amount'],
    ['an outage log that is not there', sla, ['--month', '2026-02', '--outages', '/no/such.csv'], 'file-not-readable'],
  ] as const)('%s is refused', async (name, command, args, code) => {
    const document = name.startsWith('a document') ? `${terms()}:7` : terms();
    await expect(run(command, ['--document', document, ...args])).rejects.toMatchObject({ code });
  });

  test('FILE:N is taken apart, a drive letter is not an index', () => {
    expect(fileAndIndex('a/b.txt:3')).toEqual({ path: 'a/b.txt', index: 3 });
    expect(fileAndIndex('C:\\b.txt')).toEqual({ path: 'C:\\b.txt' });
    expect(fileAndIndex('C:\\b.txt:0')).toEqual({ path: 'C:\\b.txt', index: 0 });
  });
});

describe.each(references)('the commands on $name', ({ path }) => {
  test('clock: thirty days on the site', async () => {
    const { json } = await run(clock, [
      '--document',
      `${path}:0`,
      '--announced',
      '2026-03-01',
      '--effective',
      '2026-03-20',
    ]);
    expect(json).toMatchObject({
      earliestEffective: on('2026-04-01'),
      shortfallDays: 12,
      lastDayToAct: on('2026-03-19'),
    });
  });

  test('clock: a letter posted before National Day, one month’s notice of the end', async () => {
    const change = await run(clock, ['--document', `${path}:2`, '--announced', '2026-09-29', '--channel', 'post']);
    expect(change.json).toMatchObject({
      delivered: '2026-10-04',
      periodEnds: on('2026-11-03'),
    });
    const posted = '--announced 2026-01-26 --channel post --kind termination'.split(' ');
    const end = await run(clock, ['--document', `${path}:5`, ...posted]);
    expect(end.json).toMatchObject({
      delivered: '2026-01-31',
      periodEnds: on('2026-02-28'),
      earliestEffective: on('2026-03-01'),
    });
  });

  test('clock: asks which document when several different ones would do', async () => {
    await expect(run(clock, ['--document', path, '--announced', '2026-03-01'])).rejects.toMatchObject({
      code: 'document-not-clear',
    });
  });

  test('sla: finds the only service-level agreement; credit, cap and window', async () => {
    const { json } = await run(sla, [
      '--document',
      path,
      '--month',
      '2026-03',
      '--unavailable-minutes',
      '50',
      '--fee',
      '1000.00',
    ]);
    expect(json).toMatchObject({
      availability: '99.887992',
      creditPercent: 15,
      credit: '150.00',
      claimOpens: '2026-04-09',
      claimCloses: { safe: '2026-05-31', latest: '2026-06-01' },
    });
    const all = await run(sla, [
      '--document',
      path,
      '--month',
      '2026-04',
      '--unavailable-minutes',
      '2161',
      '--fee',
      '1000.00',
      '--voucher',
      '400',
    ]);
    expect(all.json).toMatchObject({ creditPercent: 100, cap: '600.00', credit: '600.00' });
  });

  test('sla: the right to terminate comes from the terms', async () => {
    const log = join(folder, 'long.csv');
    writeFileSync(log, 'start,end\n2026-03-05 10:00,2026-03-08 10:00\n');
    const { json } = await run(sla, [
      '--document',
      path,
      '--terms',
      path,
      '--month',
      '2026-03',
      '--outages',
      log,
      '--fee',
      '1000.00',
    ]);
    expect(json.termination).toEqual({ allowed: true, longestHours: '72.00' });
  });

  test('fees: late fee, end, damages, refund', async () => {
    const { json } = await run(fees, [
      '--document',
      `${path}:2`,
      '--due',
      '2026-03-01',
      '--paid',
      '2026-04-15',
      '--amount',
      '1000.00',
      '--paid-total',
      '5000',
    ]);
    expect(json).toMatchObject({
      lateFee: { days: 45, fee: '135.00' },
      overdue: { terminationFrom: on('2026-04-01') },
      damages: '10000.00',
    });
    const back = await run(fees, [
      ...['--document', `${path}:0`, '--prepaid', '1200'],
      '--months',
      '12',
      '--starts',
      '2026-01-15',
      '--ended',
      '2026-02-20',
    ]);
    expect(back.json.refund).toMatchObject({ usedMonths: 2, amount: '1000.00' });
  });

  test.each([
    ['prepaid', 'ordinary', '2026-01-01', '2026-02-01', '2026-02-05'],
    ['prepaid', 'special', '2026-01-01', '2026-02-01', '2026-02-10'],
    ['postpaid', 'ordinary', '2026-02-01', '2026-03-01', '2026-03-05'],
    ['postpaid', 'special', '2026-02-01', '2026-03-01', '2026-03-10'],
  ])(
    'invoice, %s and %s: ask %s by the agreement, %s by the guide, issued from %s',
    async (plan, type, ask, guide, issued) => {
      const { json } = await run(invoice, ['--document', path, '--plan', plan, '--type', type, '--month', '2026-01']);
      expect(json).toMatchObject({ earliestAsk: { agreement: ask, guide }, issuedFrom: { agreement: issued } });
      expect(json.contradictions).toMatchObject([{ about: 'ask', agreement: { date: ask }, guide: { date: guide } }]);
    },
  );
});
