import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LetterView } from '../../../../src-main/contract/letters.ts';
import type { MonthView } from '../../../../src-main/contract/rights.ts';
import { filledOf, letterOf } from '../../../../src-main/features/letters/letter-records.ts';
import { claimPapers } from '../../../../src-main/features/rights/claim-records.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

let app: AppUnderTest;
let agreementId: string;
const month = '2026-10';

async function agreed(title: string, words: string, fee = '1000'): Promise<void> {
  const bytes = new TextEncoder().encode(`${title}\n\n${words}`);
  const outcome = await app.handlers['import.bytes']({ name: 'terms.txt', bytes });
  if (!('sourceId' in outcome) || outcome.sourceId === undefined) throw new Error('not imported');
  await app.handlers['import.confirm']({ sourceId: outcome.sourceId, documents: [{ index: 0, title }] });
  const { id, versions } = app.agreement(title);
  agreementId = id;
  app.conclude(versions[0] ?? '');
  await app.handlers['rights.pasteOutages']({ agreementId, text: '2026-10-03 09:00,2026-10-06 09:00,核心链路中断' });
  await app.handlers['rights.setMonthFee']({ agreementId, month, fee: { fee } });
}

async function claimed(): Promise<LetterView> {
  const { letterId } = await app.handlers['rights.claim']({ agreementId, month });
  return app.handlers['letters.open']({ letterId });
}

const dated = ({ id, values }: LetterView, date: string) =>
  app.handlers['letters.fill']({ letterId: id, values: { ...values, date } });

const monthOf = async (): Promise<MonthView> => app.handlers['rights.month']({ agreementId, month });

const words = (letterId: string): string =>
  filledOf(app.store, letterOf(app.store, letterId))
    .blocks.map((block) => {
      if ('runs' in block) return block.runs.map((run) => run.text).join('');
      return 'text' in block ? block.text : '';
    })
    .join('\n');

beforeEach(() => {
  app = new AppUnderTest();
  app.now = new Date('2026-10-01T02:00:00.000Z');
});
afterEach(() => app.end());

const on = (day: string): void => void (app.now = new Date(`${day}T02:00:00.000Z`));

const chinese = (beside: string): Promise<void> =>
  agreed(
    '示例云主机服务协议',
    `服务提供方：示例云网有限公司

第一条 服务等级
1.1 月度可用性不低于99.95%。
1.2 月度可用性低于99.95%但不低于95.00%的，赔偿当月服务费的10%；低于95.00%的，赔偿当月服务费的20%。
1.3 客户应当在相关月份结束后30日内提出赔偿申请。${beside}
`,
  );

const english = (credit: string, more = ''): Promise<void> =>
  agreed(
    'Sample Compute Service Agreement',
    `Provider: Sample Compute Ltd.

1. Fees
1.1 The fee for compute instances is USD 1,000 per month, payable within 20 days of the invoice.
2. Service levels
2.1 The Provider commits to a monthly availability of compute instances of at least 99.9%.
2.2 ${credit} Claims must be received within 30 days after the end of the month.${more}
3. Governing law
3.1 This Agreement is governed by the laws of Singapore.
`,
  );
const TIERS =
  'If monthly availability is below 99.9% but at least 95.0%, the Customer receives a credit of 10% of the monthly fee; below 95.0%, 20% of the monthly fee.';

describe('what a claim asks for', () => {
  test('is vouchers where the clause beside the tiers gives credits as vouchers, and no account is named for them', async () => {
    await chinese('赔偿以代金券形式发放。');
    on('2026-11-10');
    const { id, values } = await claimed();
    expect(values['remedy']).toBe('代金券');
    expect(words(id)).toContain('发放代金券人民币200.00元');
    expect(words(id)).not.toContain('款项');
    expect(JSON.stringify(values['steps'])).toContain('申请补偿：代金券');
  });

  test.each([
    '已使用代金券支付的费用不计入赔偿基数。',
    '补偿按代金券购买的服务另行核定。',
    '代金券不予赔偿。',
    '赔偿金额均以现金而非代金券形式支付。',
    '服务商无权以该赔偿抵扣后续服务费。',
  ])('is a payment where a clause beside the tiers speaks of vouchers otherwise: %s', async (beside) => {
    await chinese(beside);
    on('2026-11-10');
    const { id, values } = await claimed();
    expect(values['remedy']).toBe('款项');
    expect(words(id)).toContain('收款账户请与下列联系人确认');
  });

  test('is a credit where the text gives one, in the currency that its fee is stated in', async () => {
    await english(TIERS);
    on('2026-11-10');
    expect(await monthOf()).toMatchObject({ currency: 'USD', level: { credit: { value: '200.00' } } });
    const { id, values } = await claimed();
    expect(values['remedy']).toBe('费用抵扣额');
    expect(words(id)).toContain('credit us with USD 200.00 in the form of a credit against our fees.');
    expect(words(id)).not.toMatch(/CNY|payment/u);
    expect(JSON.stringify(values['steps'])).toContain('Credit claimed: credit');
    expect(JSON.stringify(values['steps'])).not.toMatch(/CNY/u);
    expect(() => app.handlers['rights.setMonthFee']({ agreementId, month, fee: { fee: '1000元' } })).toThrow();
  });

  test.each([
    ' Credits are paid to the account of the Customer.',
    ' Credits shall be settled in cash within 30 days.',
    ' The Provider pays each credit to the bank account of the Customer.',
  ])('is a payment where the credit is paid:%s', async (paid) => {
    await english(TIERS, paid);
    on('2026-11-10');
    expect((await claimed()).values['remedy']).toBe('款项');
  });
});

describe('a claim for a month that is not over', () => {
  const IN_TIME = '本函在协议约定的申请期内提出';

  test('says so, tells by which records it is, and does not say that it is within the time to claim', async () => {
    await chinese('');
    on('2026-10-08');
    expect(await monthOf()).toMatchObject({ running: { last: '2026-10-31', today: '2026-10-08' } });
    const letter = await claimed();
    const { id, values } = letter;
    expect(values['month']).toBeUndefined();
    await dated(letter, '2026-10-08');
    expect(words(id)).toContain('2026年10月（尚未结束，按截至2026年10月8日的记录）该服务的可用性为');
    expect(words(id)).not.toContain(IN_TIME);
  });

  test('is drafted anew once it is over, with the month’s own availability and within the time to claim', async () => {
    await chinese('');
    on('2026-10-31');
    const early = await claimed();
    expect((await claimed()).id).toBe(early.id);
    on('2026-11-01');
    expect(await monthOf()).toMatchObject({ claim: { early: true } });
    expect((await monthOf()).running).toBeUndefined();
    const letter = await claimed();
    const { id } = letter;
    expect(id).not.toBe(early.id);
    expect((await monthOf()).claim?.early).toBeUndefined();
    await dated(letter, '2026-11-01');
    expect(words(id)).not.toContain('尚未结束');
    expect(words(id)).toContain('2026年10月该服务的可用性为');
    expect(words(id)).toContain(IN_TIME);
    expect((await claimed()).id).toBe(id);
    expect(claimPapers(app.store).list()).toHaveLength(2);
  });
});
