import { expect, test } from 'vitest';
import { read } from '../../../../src-main/agreement/read.ts';
import { importSource } from '../../../../src-main/import/source.ts';

async function clause(words: string) {
  const text = `示例专线服务等级协议\n\n1. 可用性\n\n1.1 月度可用性不低于99.9%。\n\n2. 补偿\n\n2.1 ${words}\n`;
  const { documents } = read(await importSource(new TextEncoder().encode(text), 'sla.txt'));
  const [document] = documents;
  const here = document?.clauses.find(({ number }) => number === '2.1');
  return { facts: document?.facts.filter((fact) => fact.clause === here?.id) ?? [], tags: here?.tags ?? [] };
}

/** What burdens the customer, of the kinds that a credit was once taken for. */
const TAKEN_FOR = ['liquidated-damages', 'liability-exclusion', 'liability-cap', 'breach', 'sla-exclusion'];

test.each([
  ['线路中断的，按丢失时长的8倍补偿客户使用时间。', 8],
  ['客户可获得丢失时长四倍的服务延期。', 4],
  ['For each outage, Provider credits four times the lost service time.', 4],
])('so many times the lost time is a credit of the provider, under its own name: %s', async (words, amount) => {
  const { facts, tags } = await clause(words);
  expect(facts).toEqual([
    expect.objectContaining({
      kind: 'lost-time-credit',
      unit: 'times',
      party: 'provider',
      value: expect.objectContaining({ amount, unit: 'times' }) as object,
    }),
  ]);
  expect(tags.map(({ kind }) => kind)).toContain('sla-credit');
  expect(tags.map(({ kind }) => kind).filter((kind) => TAKEN_FOR.includes(kind))).toEqual([]);
});

test.each([
  ['线路中断的，服务商按丢失时长对应服务费的8倍赔偿。', 8],
  ['线路中断的，服务商按中断时间内服务费的100倍赔偿。', 100],
  ['Customer receives ten times the fees for the lost time.', 10],
])('so many times the fee of the lost time is a credit in money: %s', async (words, amount) => {
  const { facts, tags } = await clause(words);
  expect(facts.map(({ kind, value }) => [kind, value])).toEqual([
    ['credit-tier', { below: 100, credit: { amount, unit: 'times', of: 'outage-fee' } }],
  ]);
  expect(tags.map(({ kind }) => kind)).toContain('sla-credit');
  expect(tags.map(({ kind }) => kind).filter((kind) => TAKEN_FOR.includes(kind))).toEqual([]);
});

test.each([
  ['If uptime is not met, Customer receives 20% of the monthly fee.', { amount: 20, unit: 'percent', of: 'month-fee' }],
  [
    'If the availability commitment is missed, you are entitled to 15 % of the monthly fee.',
    { amount: 15, unit: 'percent', of: 'month-fee' },
  ],
  ['未达到上述可用性的，客户有权获得当月服务费的12%。', { amount: 12, unit: 'percent', of: 'month-fee' }],
])('what the customer gets when the level is not met is a credit without the word: %s', async (words, credit) => {
  const { facts, tags } = await clause(words);
  expect(facts.map(({ kind, value }) => [kind, value])).toEqual([['credit-tier', { below: 99.9, credit }]]);
  expect(tags.map(({ kind }) => kind)).toContain('sla-credit');
});

test.each(['Customer receives 20% of the referral revenue each month.', '客户有权获得合同总价12%的预付款发票。'])(
  'what the customer gets for something else is none: %s',
  async (words) => {
    expect((await clause(words)).facts.filter(({ kind }) => kind === 'credit-tier')).toEqual([]);
  },
);
