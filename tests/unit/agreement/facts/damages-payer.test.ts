import { describe, expect, test } from 'vitest';
import { damages } from '../../../../src-main/term/fees/fees.ts';
import { basisOfText } from '../../term/basis-of-text.ts';
import { valueOf } from '../../term/basis-of.ts';

const found = (text: string) =>
  basisOfText(text).sources.flatMap(({ facts }) => facts.filter(({ kind }) => kind === 'damages-multiple'));

describe('who owes what a breach costs', () => {
  test.each([
    ['乙方泄露甲方数据的，应向甲方支付已付费用的三倍作为赔偿。', 'provider'],
    ['服务商泄露数据的，客户有权要求其支付已付费用三倍的违约金。', 'provider'],
    ['商家售假的，退一赔三。', 'provider'],
    ['甲方转售服务的，应向乙方支付已付费用两倍的违约金。', 'customer'],
    ['用户转租账号的，服务商有权收取已付费用双倍的违约金。', 'customer'],
    ['甲方转租的，应按已付费用的两倍赔偿。', 'customer'],
    ['任何一方泄密的，应向对方支付已付费用两倍的违约金。', 'both'],
    ['违约方应按合同总额的20%向守约方支付违约金。', 'both'],
    ['If Supplier discloses the data, Customer may claim threefold the fees paid as damages.', 'provider'],
    ['If you resell the service, you shall pay us twice the fees paid as liquidated damages.', 'customer'],
    ['The Provider may charge five-fold the fees paid as a penalty for resale.', 'customer'],
    ['A party in breach shall pay the other party a tenfold penalty of the fees paid.', 'both'],
    ['擅自转租的，须支付已付费用两倍的违约金。', undefined],
    // What one side may or may not do is no claim for the sum.
    ['The Customer may not resell the service and shall pay three times the fees paid as damages.', 'customer'],
    [
      'The Customer may resell the service with consent and shall otherwise pay twice the fees paid as damages.',
      'customer',
    ],
    ['Customer may not claim or charge for resale and shall pay twice the fees paid as damages.', 'customer'],
    ['The Customer may charge its own users and shall pay twice the fees paid as damages for resale.', 'customer'],
    ['The Customer can’t claim a credit and shall pay twice the fees paid as damages for resale.', 'customer'],
    ['For disclosure the Customer may in court claim twice the fees paid as damages.', 'provider'],
    ['The Provider is entitled to inspect, and the Customer shall pay twice the fees paid as damages.', 'customer'],
    ['The Provider can require the Customer to pay twice the fees paid as damages.', 'customer'],
    ['The Provider shall receive twice the fees paid as damages for resale.', 'customer'],
    ['甲方可以转租，但不得要求减免，否则应按已付费用的两倍赔偿。', 'customer'],
    ['甲方无权要求退款，转租的，应按已付费用的两倍赔偿。', 'customer'],
    // Each or any of other things is no side.
    ['For each breach of clause 4 the Provider shall pay three times the fees paid as damages.', 'provider'],
    ['For any breach the Customer shall pay twice the fees paid as a penalty.', 'customer'],
    ['In either case the Provider shall pay twice the fees paid as damages.', 'provider'],
    ['For the other breaches the Provider shall pay twice the fees paid as damages.', 'provider'],
    ['Either party shall pay the other twice the fees paid as damages for disclosure.', 'both'],
    ['The defaulting party shall pay the innocent party twice the fees paid as damages.', 'both'],
    ['Whoever discloses shall pay the other twice the fees paid as damages.', 'both'],
    ['Each shall pay twice the fees paid as damages for disclosure.', 'both'],
    ['Each of the parties shall pay twice the fees paid as damages for disclosure.', 'both'],
  ])('%s', (text, party) => {
    expect(found(text).map((fact) => fact.party)).toEqual([party]);
  });

  test('what the provider owes is nothing that the customer has to pay', () => {
    const text = '乙方泄露甲方数据的，应向甲方支付已付费用的三倍作为赔偿。';
    expect(damages(basisOfText(text), '5000').known).toBe(false);
    expect(valueOf(damages(basisOfText('甲方转租的，应按已付费用的两倍赔偿。'), '5000'))).toBe('10000.00');
  });
});

test.each([
  ['threefold', 3],
  ['three-fold', 3],
  ['tenfold', 10],
])('%s is so many times', (word, amount) => {
  const [fact] = found(`If you resell the service, you shall pay ${word} the fees paid as damages.`);
  expect(fact?.value).toMatchObject({ amount, unit: 'times', of: 'fees-paid' });
});

test('fees of some time are not all that was paid', () => {
  const [fact] = found('If you resell the service, you shall pay threefold the fees paid for the month as damages.');
  expect(fact?.value).toMatchObject({ amount: 3, of: { words: expect.stringContaining('for the month') } });
});

describe('what paying late costs by the month', () => {
  const kinds = (text: string): readonly string[] =>
    basisOfText(text).sources.flatMap(({ facts }) => facts.map(({ kind }) => kind));

  test.each(['客户未按期付款的，每月按欠费金额的2%加收违约金。', '迟延付款的，每逾期一个月按欠款的1.5%支付违约金。'])(
    'is a late fee alone: %s',
    (text) => {
      expect(kinds(text)).toEqual(['late-fee']);
    },
  );

  test('a share of the monthly fee is what a breach costs, and no rate by the month', () => {
    expect(kinds('客户擅自转让的，应按每月服务费的200%支付违约金。')).toEqual(['damages-multiple']);
  });
});
