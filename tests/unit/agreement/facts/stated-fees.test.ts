import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../../src-main/agreement/fact.ts';
import { factWords } from '../../../../src-main/agreement/fact-words.ts';
import { read } from '../../../../src-main/agreement/read.ts';
import { saidFact } from '../../../../src-main/agreement/said-fact.ts';
import { say } from '../../../../src-main/agreement/sentence.ts';
import { factsFromStored } from '../../../../src-main/agreement/stored-fact.ts';
import { importSource } from '../../../../src-main/import/source.ts';

async function fees(...clauses: readonly string[]): Promise<readonly Fact[]> {
  const text = ['示例专线服务协议', '1. 费用', ...clauses.map((words, at) => `1.${at + 1} ${words}`)].join('\n\n');
  const source = await importSource(new TextEncoder().encode(text), 'fee.txt');
  return read(source).documents.flatMap(({ facts }) => facts.filter(({ kind }) => kind === 'stated-fee'));
}
const values = async (...clauses: readonly string[]) => (await fees(...clauses)).map(({ value }) => value);

describe('what the service costs, as the text states it', () => {
  test.each<[string, object]>([
    ['本服务的月服务费为1,200元，于每月初收取。', { price: 1200, currency: 'CNY', every: 'month' }],
    ['服务费为人民币８００元/月。', { price: 800, currency: 'CNY', every: 'month' }],
    ['客户每月支付服务费人民币2000元。', { price: 2000, currency: 'CNY', every: 'month' }],
    ['本服务年费：港币36,000元。', { price: 36_000, currency: 'HKD', every: 'year' }],
    ['租用费每季度3万元。', { price: 30_000, currency: 'CNY', every: 'quarter' }],
    ['The monthly fee is USD 500.', { price: 500, currency: 'USD', every: 'month' }],
    ['Customer shall pay a service fee of EUR 1,250.50 per month.', { price: 1250.5, currency: 'EUR', every: 'month' }],
    ['The annual subscription fee for the Services is US$9,600.', { price: 9600, currency: 'USD', every: 'year' }],
    ['The fee is $90 per month.', { price: 90, every: 'month' }],
  ])('is a fact with its amount, currency and period: %s', async (clause, value) => {
    const [fact, ...others] = await fees(clause);
    expect(others).toEqual([]);
    expect(fact).toMatchObject({ kind: 'stated-fee', unit: 'money', value });
    expect(clause).toContain(fact?.quote ?? '-');
    expect(factsFromStored([fact], [])).toEqual([fact]);
  });

  test('of several packages is one for each, with its name', async () => {
    const found = await fees('标准版每月服务费为300元，旗舰版每月服务费为900元。');
    expect(found.map(({ value, scope }) => [value, scope])).toEqual([
      [{ price: 300, currency: 'CNY', every: 'month' }, { class: '标准版' }],
      [{ price: 900, currency: 'CNY', every: 'month' }, { class: '旗舰版' }],
    ]);
  });

  test('of a list of prices is one for each row, in the unit of the heading', async () => {
    const text = '示例套餐协议\n\n1. 价格\n\n套餐\t带宽\t月费（美元）\n银\t10M\t1,100\n金\t50M\t4,200\n';
    const source = await importSource(new TextEncoder().encode(text), 'list.txt');
    const found = read(source).documents.flatMap(({ facts }) => facts);
    expect(found.filter(({ kind }) => kind === 'stated-fee').map(({ value, scope }) => [value, scope])).toEqual([
      [{ price: 1100, currency: 'USD', every: 'month' }, { class: '银' }],
      [{ price: 4200, currency: 'USD', every: 'month' }, { class: '金' }],
    ]);
  });

  test.each([
    '赔偿总额不超过当月服务费的50%，且不超过1000元。',
    '月度可用性低于99.9%的，赔偿当月服务费的10%。',
    '逾期付款的，每月按欠费支付违约金500元。',
    '每月最低消费为2000元。',
    '服务费以订单所列为准。',
    '退还押金人民币1000元。',
    '重新开通须支付手续费每月20元。',
    '责任总额以每月服务费1000元为上限。',
    'Our liability shall not exceed USD 500 per month.',
    'Customer shall spend at least USD 500 per month.',
    'A reconnection fee of USD 50 per month of suspension may be charged.',
    'The monthly fee is stated in the order form.',
    'If the fees exceed USD 500 per month, Customer may ask for a discount.',
    '例如，月服务费为1000元的，每日按33元计算。',
    '优惠后月费低于100元的，不开具纸质发票。',
  ])('is none where no price is stated: %s', async (clause) => {
    expect(await values(clause)).toEqual([]);
  });

  test('is told in the currency and the period of the text', async () => {
    const [fact] = await fees('The monthly fee is USD 500.');
    expect(fact && [say(factWords(fact), 'zh'), say(factWords(fact), 'en')]).toEqual([
      '每月 500.00 美元',
      'USD 500.00 a month',
    ]);
  });

  test('is read of what a person writes', () => {
    expect(saidFact('stated-fee', '每月 1,500 元').value).toEqual({ price: 1500, currency: 'CNY', every: 'month' });
    expect(saidFact('stated-fee', 'USD 500 per year').value).toEqual({ price: 500, currency: 'USD', every: 'year' });
    expect(() => saidFact('stated-fee', '面议')).toThrow();
  });
});
