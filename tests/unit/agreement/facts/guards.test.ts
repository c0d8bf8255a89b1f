import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../../src-main/agreement/fact.ts';
import { withoutFeeCeilings } from '../../../../src-main/agreement/facts/further-facts.ts';
import { read } from '../../../../src-main/agreement/read.ts';
import { readText } from '../../../../src-main/import/text/text.ts';

/** The facts of some kinds that clauses state: kind, value with unit. */
const told = (kinds: readonly string[], ...lines: readonly string[]): readonly string[] =>
  (read(readText(['远岸托管服务协议', '', '1. 条款', ...lines].join('\n\n'), 'utf-8')).documents[0]?.facts ?? [])
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ kind, value, unit }) => (typeof value === 'number' ? `${kind} ${value} ${unit}` : kind));

describe('a time that something else has is no time to pay', () => {
  const PAYS = ['payment-due', 'overdue-termination'];
  test.each<readonly [string, readonly string[]]>([
    ['1.1 客户应在收到账单之日起12日内付款。', ['payment-due 12 day']],
    // How long one must be in arrears before the service stops, or ends.
    ['1.1 逾期付款超过9日的，我方可以暂停服务。', []],
    ['1.1 逾期付款超过9日的，我方可以暂停服务；超过40日的，我方可以终止本协议。', ['overdue-termination 40 day']],
    // A discount for paying soon.
    ['1.1 客户在收到账单之日起5日内付款的，享受3%的折扣。', []],
    ['1.1 Invoices paid within 10 days of receipt earn a discount of 2%.', []],
    ['1.1 客户提出退款的，我方在收到申请后7日内付款。', []],
    // By when what was suspended is resumed.
    ['1.1 暂停服务后15日内客户补缴费用的，恢复服务。', []],
    ['1.1 Service is resumed if Customer pays within 15 days after suspension.', []],
  ])('or is one: %s', (clause, expected) => {
    expect(told(PAYS, clause)).toEqual(expected);
  });
});

describe('what is charged while a service is suspended is no fee for paying late', () => {
  test.each<readonly [string, number]>([
    ['1.1 客户逾期付款超过15日的，服务方可暂停服务，并自暂停之日起每日按原价的50%计费。', 0],
    ['1.1 逾期付款被暂停服务的，自暂停之日起每日按日租金的50%收费。', 0],
    [
      '1.1 If payment is overdue, from the day of suspension Customer is billed each day at 50% of the standard price.',
      0,
    ],
    ['1.1 While the service is suspended for overdue fees, Customer is charged at 30% of the standard fee per day.', 0],
    ['1.1 逾期付款的，自逾期之日起每日按逾期金额的0.5‰计收违约金。', 1],
    // Charged without a suspension, it is for being late.
    ['1.1 逾期付款的，供应商有权按每日万分之三的标准计收服务费违约金。', 1],
    ['1.1 用户逾期付款的，供应商按日千分之二的标准收费。', 1],
    ['1.1 逾期付款的，服务商可以暂停服务，并按日万分之五的标准收费。', 1],
    ['1.1 Overdue payments are charged at 0.03% of the contract price for each day of delay.', 1],
    [
      '1.1 If payment is overdue, Provider may suspend the service and is paid by 0.1% of the contract price per day.',
      1,
    ],
  ])('but its price: %s', (clause, count) => {
    expect(told(['late-fee', 'late-fee-per-day'], clause)).toHaveLength(count);
  });
});

describe('the ceiling of another fee is no cap of the liability', () => {
  const CAPS = ['liability-cap', 'early-termination-fee'];
  test.each<readonly [string, readonly string[]]>([
    ['1.1 我方的赔偿责任总额不超过客户已支付费用的50%。', ['liability-cap']],
    ['1.1 提前解约的，应支付的费用总额不超过已支付费用的50%。', []],
    ['1.1 The charge for early termination shall not exceed 50% of the fees paid.', []],
    // A sentence of both keeps the liability's.
    ['1.1 提前终止时，我方的赔偿责任不超过客户已支付费用的50%。', ['liability-cap']],
  ])('%s', (clause, expected) => {
    expect(told(CAPS, clause).filter((each) => each === 'liability-cap')).toEqual(
      expected.filter((each) => each === 'liability-cap'),
    );
  });
});

test('a cap that was read of a ceiling of another fee is taken out, and one of the liability stays', () => {
  const texts: Readonly<Record<string, string>> = {
    fee: '客户提前解约的，解约金总额以已付费用的50%为限。',
    late: 'Late payment charges are limited to 20% of the fees paid.',
    both: '因逾期付款引起的，我方的赔偿责任以已付费用的50%为限。',
    own: '我方的责任总额以已付费用的50%为限。',
  };
  const cap = (clause: string): Fact => ({
    id: `${clause}/liability-cap/1`,
    kind: 'liability-cap',
    value: '50%',
    unit: 'text',
    clause,
    quote: texts[clause] ?? '',
  });
  const kept = withoutFeeCeilings(Object.keys(texts).map(cap), (id) => texts[id] ?? '');
  expect(kept.map(({ clause }) => clause)).toEqual(['both', 'own']);
});

describe('notice of another price is notice of no change of the text', () => {
  const NOTICES = ['price-notice', 'change-notice'];
  test.each<readonly [string, readonly string[]]>([
    ['1.1 我方修改本协议的，提前20日通知客户。', ['change-notice 20 day']],
    ['1.1 我方调整价格的，提前45日通知客户。', ['price-notice 45 day']],
    ['1.1 We may increase the fees on 60 days’ notice.', ['price-notice 60 day']],
    ['1.1 客户要求折扣的，应提前15日提出申请。', []],
  ])('%s', (clause, expected) => {
    expect(told(NOTICES, clause)).toEqual(expected);
  });
});

describe('a time to fetch what is stored is no time to pay, and a site is no letter box', () => {
  const KINDS = ['data-return', 'overdue-termination', 'delivery', 'change-notice'];
  test.each<readonly [string, readonly string[]]>([
    ['1.1 服务终止后45日内，客户可以自行导出所存文件，逾期将被删除。', ['data-return 45 day']],
    ['1.1 合同解除之日起45日内客户可取回数据，逾期未取回的予以清除。', ['data-return 45 day']],
    ['1.1 欠费满45日仍未缴清的，我方可以终止本协议并释放实例。', ['overdue-termination 45 day']],
    ['1.1 Changes of these terms are effective 45 days after they are posted.', ['change-notice 45 day']],
    ['1.1 Amendments take effect 45 days after posting.', ['change-notice 45 day']],
    ['1.1 Notices by registered mail are effective 6 days after posting.', ['delivery']],
    ['1.1 A notice sent by post is deemed served 6 days after posting.', ['delivery']],
  ])('%s', (clause, expected) => {
    expect(told(KINDS, clause)).toEqual(expected);
  });
});
