import { describe, expect, test } from 'vitest';
import type { Fact, FactKind } from '../../../../src-main/agreement/fact.ts';
import { facts } from '../../../../src-main/agreement/facts/facts.ts';
import { classify } from '../../../../src-main/agreement/meaning/classify.ts';
import { documentOf } from '../meaning.ts';

const of = (kind: FactKind, ...clauses: readonly string[]): readonly Fact[] => {
  const structured = documentOf([...clauses]);
  return facts(structured, classify(structured)).filter((fact) => fact.kind === kind);
};
const shares = (text: string): unknown[] =>
  of('damages-multiple', text).map(({ value }) => {
    const { amount, unit } = value as { amount: number; unit: string };
    return [amount, unit];
  });

describe('what a breach costs as a share of a sum', () => {
  test.each([
    ['任何一方违约的，须向对方支付年度服务费的12%作为违约金。', 12],
    ['客户擅自转租机柜的，应承担合同总价25%的违约金，并恢复原状。', 25],
    ['商家提供虚假资质的，违约金为保证金总额的40%。', 40],
    ['一方泄露对方资料的，按本合同总金额的百分之三十向对方支付违约金。', 30],
    ['代理商跨区销售的，平台有权扣除其当季佣金以外货款的8%作为违约赔偿金。', undefined],
    ['违约方应以订单金额的15%计算违约金并付给守约方。', 15],
  ] as const)('%s', (text, amount) => {
    expect(shares(text)).toEqual(amount === undefined ? [] : [[amount, 'percent']]);
  });

  test.each([
    '每迟延一日，应按应付款项的2%支付违约金。',
    '违约金过分高于所造成损失的30%的，可请求减少。',
    '违约金累计不超过合同总额的10%。',
    '设计方违约的，应退还已收费用，并承担设计费9%的违约金。',
    '合作期内税率为6%，违约金另行约定。',
    '可用性低于99%的，按月服务费的10%支付违约金。',
  ])('“%s” states none', (text) => {
    expect(shares(text)).toEqual([]);
  });
});

test('what was paid before a comma is not what the share is of', () => {
  const [fact] = of('damages-multiple', '用户已支付的费用不退，另须按套餐价格的35%支付违约金。');
  expect(fact?.value).toMatchObject({ amount: 35, of: { words: '另须按套餐价格的35%支付违约金' } });
});

describe('so many for one', () => {
  test.each([
    ['经查实私收客户款项的，收一罚五。', 5],
    ['商家承诺所售商品假一赔三。', 3],
    ['材料短少的，缺一罚二。', 2],
    ['修理费按四倍计费，从履约保证金中扣除。', 4],
  ])('%s', (text, amount) => {
    expect(shares(text)).toEqual([[amount, 'times']]);
  });

  test.each(['双方就每一罚单各自核对。', '设备统一补三个备件。', '带宽按三倍计费。'])('“%s” is none', (text) => {
    expect(shares(text)).toEqual([]);
  });
});

describe('what each day of delay costs', () => {
  const rates = (text: string): unknown[] =>
    of('late-fee', text).map(({ value }) => (value as { rate: { amount: number; unit: string } }).rate.amount);

  test.each([
    ['甲方未按期交付设计款的，每延误一日，应支付未付款的2‰作为违约金。', 2],
    ['乙方逾期还款的，应就欠付本金以每日万分之五向甲方支付罚息。', 0.5],
    ['担保人代偿后，借款人应按垫付金额每日千分之三向甲方支付违约金。', 3],
    ['每逾期一天，应缴纳未交付款项的4‰作为滞纳金。', 4],
    ['客户每拖欠一日，按欠款的千分之一承担违约金。', 1],
  ])('%s', (text, amount) => {
    expect(rates(text)).toEqual([amount]);
  });

  test.each([
    '因乙方原因延误工期的，每延误一日，按合同款的1‰承担违约金。',
    '乙方逾期交付成果的，每日按合同总额的千分之三向甲方支付违约金。',
    '设备未按时交付的，每延误一日支付货款1‰的违约金。',
  ])('“%s” is no fee for paying late', (text) => {
    expect(rates(text)).toEqual([]);
  });
});

test('who gives back the price and pays on top of it owes no fee for an early end as a customer', () => {
  const text = '设计方提前终止合同的，退还已收款项，并向客户支付设计费5%的违约金。';
  expect(of('early-termination-fee', text)).toEqual([]);
  expect(of('early-termination-fee', '客户提前终止合同的，应支付设计费5%的违约金。')).toHaveLength(1);
});

test('a multiple of a published rate is no multiple of a sum', () => {
  expect(shares('逾期的，按应付款的2%/日支付违约金，并按同期贷款利率的3倍付息。')).toEqual([]);
});
