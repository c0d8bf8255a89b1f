import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { say } from '../../../src-main/agreement/sentence.ts';
import { type Command, UsageError } from '../../../src-main/cli/command.ts';
import { command as fees } from '../../../src-main/cli/fees.ts';
import { command as invoice } from '../../../src-main/cli/invoice.ts';
import { command as sla } from '../../../src-main/cli/sla.ts';
import { command as term } from '../../../src-main/cli/term.ts';

let folder = '';
const at = (name: string): string => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assent-words-'));
  writeFileSync(at('late.txt'), '甲服务协议\n\n1.1 逾期付款的，每日按逾期金额的1‰支付违约金。\n1.2 增值税税率为6%。\n');
  writeFileSync(
    at('two.txt'),
    'Hosting Agreement\n\n1.1 Customer shall pay each invoice within 45 days of the invoice date.\n1.2 Customer shall pay undisputed sums within 20 days of receipt of the invoice.\n',
  );
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function run(command: Command, args: readonly string[], json = true): Promise<string> {
  const lines: string[] = [];
  const now = (): Date => new Date('2026-04-30T02:00:00Z');
  await command.run({ args, json, language: 'en', now, print: (line) => lines.push(line) });
  return lines.join('\n');
}

async function wrong(command: Command, args: readonly string[]): Promise<string> {
  try {
    await run(command, args);
  } catch (error) {
    if (error instanceof UsageError) return typeof error.wrong === 'string' ? error.wrong : say(error.wrong, 'en');
    throw error;
  }
  return '';
}

describe('a command that lacks an option', () => {
  test.each([
    [invoice, [], '--plan is missing. Give it as --plan prepaid|postpaid: prepaid or postpaid.'],
    [sla, [], '--month is missing. Give it as --month YYYY-MM: the month to work out, such as 2026-03.'],
    [term, [], 'One of these options is needed: --starts, --ends.'],
    [fees, ['--prepaid', '100', '--months', 'x'], '--months needs a whole number; “x” is none.'],
    [invoice, ['--plan', 'later'], '--plan can’t be “later”. Choose from prepaid, postpaid.'],
  ] as const)('says which, and what to give with it', async (command, args, said) => {
    expect(await wrong(command, args)).toBe(said);
  });
});

test('a late fee by a day that a holiday moves is told by the latest arguable day as well', async () => {
  writeFileSync(
    at('moved.txt'),
    '甲服务协议\n\n1.1 客户应于收到账单后15日内付款。\n1.2 逾期付款的，按日支付逾期金额0.5‰的违约金。\n',
  );
  // The fifteenth day is 1 May, Labour Day; the days off end on 5 May. On the 8th it is seven days late, or two: 1 000 × 0.5‰ each.
  const billed = ['--document', at('moved.txt'), '--billed', '2026-04-16', '--amount', '1000', '--paid', '2026-05-08'];
  const told = JSON.parse(await run(fees, billed)) as { lateFee: unknown; steps: readonly { text: string }[] };
  expect(told.lateFee).toMatchObject({ days: 7, fee: '3.50' });
  expect(told.steps.map(({ text }) => text).join(' ')).toContain('6 May 2026');
  expect(told.steps.map(({ text }) => text).join(' ')).toMatch(/2 days late, and the fee is CNY\s1\.00/u);
});

test('a sum to be paid “before” a day is not late on that day, which may itself be in time', async () => {
  writeFileSync(
    at('before.txt'),
    '甲服务协议\n\n1.1 客户应于每月5日前支付当月服务费。\n1.2 逾期付款的，按日支付逾期金额0.5‰的违约金。\n',
  );
  const paid = ['--document', at('before.txt'), '--month', '2026-03', '--amount', '1000', '--paid', '2026-03-15'];
  // From 6 to 15 March: ten days.
  expect(JSON.parse(await run(fees, paid))).toMatchObject({ lateFee: { days: 10, fee: '5.00' } });
});

test('a day that is not known is told with the days that it lies between, and each rule with its words to pick from', async () => {
  const args = ['--document', at('two.txt'), '--billed', '2026-03-02'];
  const told = await run(fees, args, false);
  expect(told).toContain('not known, between 2026-03-22 and 2026-04-16');
  expect(told).toContain(
    'Payment rule 2: 1.2 “Customer shall pay undisputed sums within 20 days of receipt of the invoice.”',
  );
  const picked = JSON.parse(await run(fees, [...args, '--payment-rule', '2'])) as { payment: unknown };
  expect(picked.payment).toEqual({ billLastDay: { safe: '2026-03-22', latest: '2026-03-23' } });
});

describe('an invoice of which something was paid', () => {
  const args = ['--plan', 'postpaid', '--month', '2026-03', '--amount', '1000'];

  test('tells how late each part is', async () => {
    const late = ['--document', at('late.txt'), ...args, '--due', '2026-04-10'];
    const paid = ['--paid', '2026-04-08=300', '--paid', '2026-04-20=200'];
    // 200 yuan ten days late and 500 yuan twenty days late, at one per mille a day.
    expect(JSON.parse(await run(invoice, [...late, ...paid]))).toMatchObject({
      paid: '500.00',
      left: '500.00',
      payments: { 1: { daysLate: 0 }, 2: { daysLate: 10, lateFee: '2.00' } },
      unpaid: { daysLate: 20, lateFee: '10.00' },
    });
    const settled = JSON.parse(await run(invoice, [...late, ...paid, '--paid', '2026-04-25'])) as object;
    expect(settled).toMatchObject({
      paid: '1000.00',
      left: '0.00',
      payments: { 3: { daysLate: 15, lateFee: '7.50' } },
    });
    expect(settled).not.toHaveProperty('unpaid');
  });

  test('falls due by the day on which its bill came', async () => {
    const document = ['--document', at('two.txt'), '--own', 'late-fee=每日千分之一'];
    const billed = ['--billed', '2026-03-02', '--paid', '2026-04-20=200', '--own', 'payment-due=收到账单后 20 天'];
    expect(JSON.parse(await run(invoice, [...document, ...args, ...billed]))).toMatchObject({
      payments: { 1: { daysLate: 29, lateFee: '5.80' } },
    });
  });

  test('refuses what says nothing', async () => {
    const document = ['--document', at('late.txt')];
    const of = ['--plan', 'postpaid', '--month', '2026-03'];
    expect(await wrong(invoice, [...document, ...of, '--paid', '2026-04-08=300'])).toContain('--amount');
    expect(await wrong(invoice, [...document, ...args, '--paid', '2026-04-08', '--paid', '2026-04-09'])).toContain(
      'rest',
    );
  });
});

test('a term tells until when its renewal is paid for, and each length with the clause that states it', async () => {
  writeFileSync(
    at('renewal.txt'),
    '甲服务协议\n\n9.1 甲方应在期满前15日支付续费款项。\n10.1 本协议自2026年3月1日起生效，有效期一年。\n10.2 期满前30日任何一方未书面提出不续期的，本协议自动续期一年。\n',
  );
  const told = JSON.parse(await run(term, ['--document', at('renewal.txt')])) as Told;
  expect(told.renewal.payBy).toEqual({ safe: '2027-02-13', latest: '2027-02-13' });
  expect(told.steps.some(({ source }) => source.includes('9.1'))).toBe(true);
  writeFileSync(at('open.txt'), '甲服务协议\n\n10.2 期满前30日任何一方未书面提出不续期的，本协议自动续期一年。\n');
  const open = JSON.parse(await run(term, ['--document', at('open.txt'), '--starts', '2026-03-01'])) as Told;
  expect(open.steps.filter(({ source }) => source.includes('10.2'))).toHaveLength(2);
});

interface Told {
  readonly renewal: { readonly payBy: unknown };
  readonly steps: readonly { readonly source: string }[];
}

test('a claim before its window opens, or after it closed, is told to be too early or too late', async () => {
  writeFileSync(
    at('sla.txt'),
    '甲服务等级协议\n\n1.1 月度可用性不低于99.9%；低于99.9%的，赔偿当月服务费的10%。\n1.2 客户应在故障月份结束后第5个自然日起至第20个自然日内提出赔偿申请。\n',
  );
  const month = async (of: string): Promise<unknown> =>
    JSON.parse(
      await run(sla, [
        '--document',
        at('sla.txt'),
        '--month',
        of,
        '--unavailable-minutes',
        '300',
        '--own',
        'claim-closes-days=20',
      ]),
    );
  expect(await month('2026-02')).toMatchObject({ claimToday: 'too-late' });
  expect(await month('2026-04')).not.toMatchObject({ claimToday: 'too-late' });
});
