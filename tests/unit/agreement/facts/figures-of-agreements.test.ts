import { describe, expect, test } from 'vitest';
import type { Fact, FactKind } from '../../../../src-main/agreement/fact.ts';
import { basisOfText } from '../../term/basis-of-text.ts';
import { basisOfText as serviceLevelOf } from '../../term/service/straight-from-text.ts';

const of = (kind: FactKind, text: string): readonly Fact[] =>
  basisOfText(text).sources.flatMap(({ facts }) => facts.filter((fact) => fact.kind === kind) as readonly Fact[]);
const values = (kind: FactKind, text: string): readonly unknown[] => of(kind, text).map(({ value }) => value);

describe('words that look like a figure of another kind', () => {
  test.each<[FactKind, string]>([
    // A name that is defined is no place whose time counts.
    ['time-zone', 'Unavailable Time: the time in which the database is not available for five minutes or more.'],
    ['time-zone', 'Idle time is reckoned in whole minutes.'],
    // The time in which a bill is disputed.
    [
      'overdue-termination',
      'Customer pays all charges not paid during the sixty (60) day dispute period, or the Provider may terminate.',
    ],
    ['payment-due', '用户申请提取余额的，平台在收到申请后2个工作日内将款项汇入用户的银行账户，手续费由用户支付。'],
    ['claim-closes', '仓位在调解期间和调解书送达10日内（这段时间里租户不得申请转租），不受理该项申请。'],
    [
      'breach-notice',
      'In case of a data breach the Provider carries out within 20 days an assessment and notifies the authority.',
    ],
    [
      'governing-law',
      'At the end of the service the Provider deletes the contents, unless the applicable law of France requires otherwise.',
    ],
  ])('%s: %s', (kind, text) => {
    expect(values(kind, text)).toEqual([]);
  });

  test.each<[FactKind, string, unknown]>([
    ['time-zone', 'All times in these terms are in Lisbon Harbour Time.', 'Lisbon Harbour Time'],
    ['overdue-termination', 'If fees are overdue for 60 days, the Provider may terminate the Services.', 60],
    ['breach-notice', 'The Provider will within 48 hours notify Customer of a data breach.', 48],
    ['governing-law', 'This Agreement is governed by the law of France.', 'law of France'],
    ['court', '协商不成的，双方同意向服务方主要经营地的南浦市东港区人民法院起诉。', '南浦市东港区人民法院'],
  ])('and what is one stays: %s: %s', (kind, text, value) => {
    expect(values(kind, text)).toEqual([value]);
  });
});

test.each([
  ['用户迟付的，每日按欠款的2‰加付违约金，封顶为合同价款的10%。', 10],
  ['甲方逾期付款的，每日按未付金额的2‰支付违约金，但累计不超过合同总额的8%。', 8],
])('a ceiling in a part of its own is one of the late fee: %s', (text, amount) => {
  expect(values('late-fee', text)).toMatchObject([{ atMost: { amount, unit: 'percent' } }]);
});

test('a rate above a published one keeps its whole name', () => {
  const text = 'A sum paid late carries interest of annually 9 % above the base interest rate.';
  expect(values('late-fee', text)).toEqual([{ reference: 'base interest rate', rate: '9 % above' }]);
});

test.each([
  'You or we may terminate this Agreement by giving notice at least 30 days before.',
  'The Customer or the Provider may terminate this Agreement on 30 days’ notice.',
  '甲方或乙方可提前30日通知终止本协议。',
])('what either side may give is given by both: %s', (text) => {
  expect(of('termination-notice', text).map(({ party }) => party)).toEqual(['both']);
});

describe('what is owed for a month that misses its level, and for any breach', () => {
  const kinds = (text: string): readonly string[] =>
    serviceLevelOf(text).sources.flatMap(({ facts }) =>
      facts.flatMap(({ kind }) => (kind.endsWith('-cap') ? [kind] : [])),
    );

  test('caps the credits, and the liability', () => {
    const months =
      'If availability is missed, compensation is worked out for that month alone, and the sum shall be no more than the fee paid for such month.';
    expect(kinds(months)).toEqual(['credit-cap']);
    const breach =
      'For losses due to any breach by the Provider, its compensation shall under no circumstance exceed the total service fees paid.';
    expect(kinds(breach)).toEqual(['liability-cap']);
  });
});
