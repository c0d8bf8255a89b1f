import { describe, expect, test } from 'vitest';
import type { Fact, FactKind } from '../../../../src-main/agreement/fact.ts';
import { facts } from '../../../../src-main/agreement/facts/facts.ts';
import { factNamed } from '../../../../src-main/agreement/fact-words.ts';
import { say } from '../../../../src-main/agreement/sentence.ts';
import { classify } from '../../../../src-main/agreement/meaning/classify.ts';
import { documentOf } from '../meaning.ts';

const of = (kind: FactKind, text: string): readonly Fact[] => {
  const document = documentOf([text]);
  return facts(document, classify(document)).filter((fact) => fact.kind === kind);
};
const lengths = (kind: FactKind, text: string): unknown[] => of(kind, text).map(({ value, unit }) => [value, unit]);

describe('how long a notice is', () => {
  test.each<[string, FactKind, number, string]>([
    ['本公司修订本规则的，应提前陆拾日书面通知用户。', 'change-notice', 60, 'day'],
    ['本公司修订规则，须提前不少于一个自然月通知用户。', 'change-notice', 1, 'month'],
    ['规则变更的通知期不少于两个月。', 'change-notice', 2, 'month'],
    ['任一方解除合同，须于解除日前一个月书面通知另一方。', 'termination-notice', 1, 'month'],
    ['任一方终止合作的，应在终止前四十五日书面告知另一方。', 'termination-notice', 45, 'day'],
    [
      "The vendor may end this Agreement on 48 hours' notice by terminating the account.",
      'termination-notice',
      48,
      'hour',
    ],
    ["The vendor may amend these Terms on ninety-six (96) hours' prior notice.", 'change-notice', 96, 'hour'],
    ["Either party may terminate by at least two (2) months' written notice.", 'termination-notice', 2, 'month'],
    ["The vendor may end this Agreement upon five (5) months' notice.", 'termination-notice', 5, 'month'],
    ['本公司修订规则，应提前二十五（贰拾伍）日公告。', 'change-notice', 25, 'day'],
    ['本公司修订规则，应在生效前不少于12日且不多于50日通知用户。', 'change-notice', 12, 'day'],
    ['平台调整规则的，应至少15日且不超过40日前公告。', 'change-notice', 15, 'day'],
    [
      "We may change these Terms on not less than 14 days and not more than 45 days' notice.",
      'change-notice',
      14,
      'day',
    ],
    ['紧急修改规则的，应提前卅六小时通知用户。', 'change-notice', 36, 'hour'],
    ['客户解除合同的，应提前廿日通知。', 'termination-notice', 20, 'day'],
    ['任一方终止合作，须提前满10个工作日书面通知。', 'termination-notice', 10, 'working-day'],
    ['平台修订规则，应提前足15日公告。', 'change-notice', 15, 'day'],
    [
      'We will tell you of any change to these Terms at least one (1) month before it takes effect.',
      'change-notice',
      1,
      'month',
    ],
  ])('%s', (text, kind, value, unit) => {
    expect(lengths(kind, text)).toEqual([[value, unit]]);
  });

  test.each<[string, FactKind]>([
    ['用户不同意修改的，可在收到通知之日起12日内提出异议，并有权解除合同。', 'change-notice'],
    ['用户不同意修改的，可在收到通知之日起12日内提出异议，并有权解除合同。', 'termination-notice'],
    ['Within 12 days of the notice the customer may object or terminate.', 'termination-notice'],
    ['The customer may object to the change within 12 days of the notice and may terminate.', 'change-notice'],
    ['系统维护前72小时将通知用户。', 'change-notice'],
    ['You may cancel at least 96 hours prior to the end of the then-current month.', 'termination-notice'],
  ])('a time to choose in, or a notice of works, is none: %s', (text, kind) => {
    expect(lengths(kind, text)).toEqual([]);
  });
});

describe('two numbers with one unit', () => {
  test.each<[string, FactKind, readonly number[], string]>([
    ['客户解除合同的，应提前20或45天通知服务商。', 'termination-notice', [45, 20], 'day'],
    ['平台修订规则，须提前七或十四个工作日公告。', 'change-notice', [14, 7], 'working-day'],
    ["Either party may terminate on one or two months' written notice.", 'termination-notice', [2, 1], 'month'],
  ])('are both told: %s', (text, kind, values, unit) => {
    const found = of(kind, text);
    expect(found.map(({ value }) => value)).toEqual(values);
    expect(found.map((each) => each.unit)).toEqual(values.map(() => unit));
    expect(found.map(({ conflictsWith }) => conflictsWith)).toEqual([[found[1]?.id], [found[0]?.id]]);
  });

  test('the number of a clause is no length', () => {
    expect(lengths('change-notice', 'Under clause 4 or 30 days after the notice, the change takes effect.')).toEqual([
      [30, 'day'],
    ]);
  });
});

describe('a number that is written twice and says two things', () => {
  test.each<[string, FactKind, readonly number[]]>([
    ["We may change these Terms on at least thirty (60) days' prior written notice.", 'change-notice', [30, 60]],
    ['应提前三十（60）日通知修改。', 'change-notice', [30, 60]],
    ['Invoices are payable within 45 (thirty) days of the invoice.', 'payment-due', [45, 30]],
    ["We may change these Terms on two (3) weeks' notice.", 'change-notice', [14, 21]],
    ['增值税税率为百分之六（9%）。', 'vat-rate', [6, 9]],
  ])('both are told, and contradict each other: %s', (text, kind, values) => {
    const found = of(kind, text);
    expect(found.map(({ value }) => value)).toEqual(values);
    expect(found.map(({ conflictsWith }) => conflictsWith)).toEqual([[found[1]?.id], [found[0]?.id]]);
    expect(new Set(found.map(({ id }) => id)).size).toBe(2);
  });

  test('also of a rate', () => {
    const rates = of('late-fee', '逾期付款的，每逾期一日按欠款的百分之一（0.5%）支付违约金。');
    expect(rates.map(({ value }) => value)).toEqual([
      { rate: { amount: 1, unit: 'percent', of: 'overdue' }, per: 'day' },
      { rate: { amount: 0.5, unit: 'percent', of: 'overdue' }, per: 'day' },
    ]);
  });

  test('one that agrees with itself is told once', () => {
    for (const text of ['应提前三十（30）日通知修改。', '应提前叁拾（30）日通知修改。'])
      expect(lengths('change-notice', text)).toEqual([[30, 'day']]);
  });
});

describe('one rule with its cases', () => {
  const cases = (text: string): unknown[] =>
    of('change-notice', text).map(({ value, scope }) => [value, scope?.['class']]);

  test.each<[string, readonly (readonly [number, string])[]]>([
    [
      '重大修改应提前40日通知用户，其他修改应提前20日通知用户。',
      [
        [40, '重大修改'],
        [20, '其他修改'],
      ],
    ],
    [
      '本公司对本协议作出重大变更的，提前40日通知；一般变更的，提前20日通知；调整价格的，提前80日通知。',
      [
        [40, '重大变更'],
        [20, '一般变更'],
      ],
    ],
    [
      "We shall give 40 days' notice of material changes, 20 days' notice of other changes and 80 days' notice of any price increase.",
      [
        [40, 'material changes'],
        [20, 'other changes'],
      ],
    ],
    [
      'Material changes take effect 40 days after notice; all other changes take effect 20 days after notice.',
      [
        [40, 'Material changes'],
        [20, 'all other changes'],
      ],
    ],
  ])('%s', (text, expected) => {
    expect(cases(text)).toEqual(expected);
  });

  test('and the price of its own beside them', () => {
    const text =
      "We shall give 40 days' notice of material changes, 20 days' notice of other changes and 80 days' notice of any price increase.";
    expect(lengths('price-notice', text)).toEqual([[80, 'day']]);
  });
});

describe('whose notice of an end it is', () => {
  const givers = (text: string): unknown[] => of('termination-notice', text).map(({ value, party }) => [value, party]);

  test.each<[string, readonly (readonly [number, Fact['party']])[]]>([
    [
      '客户解除合同的，应提前20日通知提供方；提供方解除合同的，应提前70日通知客户。',
      [
        [20, 'customer'],
        [70, 'provider'],
      ],
    ],
    [
      "Customer may terminate on 20 days' notice; Provider may terminate on 70 days' notice.",
      [
        [20, 'customer'],
        [70, 'provider'],
      ],
    ],
    ['任何一方均可提前20日书面通知对方解除合同。', [[20, 'both']]],
    // Which side “Party A” is, the words alone do not say.
    ['甲方解除合同的，应提前20日书面通知。', [[20, undefined]]],
  ])('%s', (text, expected) => {
    expect(givers(text)).toEqual(expected);
  });
});

describe('when a notice counts as delivered, by the way it goes', () => {
  const rules = (text: string): unknown[] =>
    of('delivery', text).map(({ value }) =>
      typeof value === 'object' && 'channel' in value ? [value.channel, value.delay.value, value.delay.unit] : value,
    );

  test.each<[string, readonly unknown[]]>([
    [
      '电子邮件在发送成功时送达，快递自签收时送达。',
      [
        ['email', 0, 'day'],
        ['post', 0, 'day'],
      ],
    ],
    [
      '短信发送后24小时视为送达，站内信发布后即时送达。',
      [
        ['sms', 24, 'hour'],
        ['message', 0, 'day'],
      ],
    ],
    ['Notices are deemed given upon posting on the website.', [['site', 0, 'day']]],
    [
      'Notice by courier is deemed given on the third business day after dispatch; notice by email is deemed given on transmission.',
      [
        ['post', 3, 'working-day'],
        ['email', 0, 'day'],
      ],
    ],
  ])('%s', (text, expected) => {
    expect(rules(text)).toEqual(expected);
  });
});

describe('what late payment costs by a published rate', () => {
  test.each([
    ['逾期付款的，按同期LPR的150%计收利息。', 'LPR', '的150%'],
    ['逾期付款的，按一年期LPR加50个基点计收利息。', '一年期LPR', '加50个基点'],
    ['Late payments bear interest at 150% of the one-year LPR.', 'one-year LPR', '150% of'],
    ['Late payments bear interest at the one-year LPR plus 200 basis points.', 'one-year LPR', 'plus 200 basis points'],
  ])('%s', (text, reference, rate) => {
    expect(of('late-fee', text).map(({ value }) => value)).toEqual([{ reference, rate }]);
  });
});

describe('numbers that contradict each other', () => {
  test('in Chinese numerals of both kinds are two readings', () => {
    expect(lengths('change-notice', '本公司修订规则应提前肆拾（四十五）日通知用户。')).toEqual([
      [40, 'day'],
      [45, 'day'],
    ]);
  });

  test('of one length leave the other length of the sentence alone', () => {
    const text =
      "The Agreement renews for successive two-year terms unless a party gives sixty (45) days' notice of non-renewal before expiry.";
    expect(of('auto-renewal', text)).toMatchObject([{ value: 2, unit: 'year' }]);
    expect(of('auto-renewal', text)[0]).not.toHaveProperty('doubt');
    expect(lengths('non-renewal-notice', text)).toEqual([
      [60, 'day'],
      [45, 'day'],
    ]);
  });

  test('of a share in words and in signs are two readings, in one unit', () => {
    const rates = of('late-fee', '每迟延一日，按欠款的万分之肆（0.06%）支付违约金。').map(({ value }) => value);
    expect(rates).toMatchObject([{ rate: { amount: 0.4 } }, { rate: { amount: 0.6 } }]);
    const same = of('late-fee', '每迟延一日，按欠款的万分之六（0.06%）支付违约金。');
    expect(same.filter(({ conflictsWith }) => conflictsWith)).toEqual([]);
  });
});

test.each<readonly [FactKind, string]>([
  ['termination-notice', 'Either side may terminate on not less than 40 days and not more than 80 days notice.'],
  ['price-notice', 'Prices may rise on each renewal, on 40 days notice before the renewal date.'],
])('of a notice with two ends the nearer one counts, and prices that rise are prices: %s', (kind, text) => {
  expect(lengths(kind, text)).toEqual([[40, 'day']]);
  expect(of('renewal-lead', text)).toEqual([]);
});

test.each([
  ['服务商可以暂停服务；暂停前应当提前7日通知客户。', []],
  ['服务商暂停服务的，应当提前7日通知客户。', []],
  ['服务商暂停或终止服务的，应当提前7日通知客户。', [[7, 'day']]],
  ['服务商终止或者暂停服务的，应当提前7日通知客户。', [[7, 'day']]],
] as const)('a notice before a suspension is none of an end: %s', (text, told) => {
  const document = documentOf(['7 违约与终止', `7.2 ${text}`]);
  const found = facts(document, classify(document)).filter(({ kind }) => kind === 'termination-notice');
  expect(found.map(({ value, unit }) => [value, unit])).toEqual(told);
});

test('a notice of the end is called by whose it is', () => {
  const [ours] = of('termination-notice', '客户可提前15日书面通知服务商解除本协议。');
  const [theirs] = of('termination-notice', '服务商终止服务的，应当提前60日通知客户。');
  expect([ours, theirs].map((fact) => fact && say(factNamed(fact), 'zh'))).toEqual([
    '终止通知期（我方）',
    '终止通知期（服务商）',
  ]);
});

test.each([
  'Plans renew for one year. We will invoice you 30 days before the renewal date.',
  '服务商将在续费到期前30日发送账单。',
])('when the provider sends a bill ahead of a renewal is no time to pay for it: %s', (text) => {
  expect(of('renewal-lead', text)).toEqual([]);
});
