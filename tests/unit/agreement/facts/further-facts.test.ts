import { describe, expect, test } from 'vitest';
import type { Fact, FactKind } from '../../../../src-main/agreement/fact.ts';
import { factWords } from '../../../../src-main/agreement/fact-words.ts';
import { say } from '../../../../src-main/agreement/sentence.ts';
import { facts } from '../../../../src-main/agreement/facts/facts.ts';
import { classify } from '../../../../src-main/agreement/meaning/classify.ts';
import { read } from '../../../../src-main/agreement/read.ts';
import { readText } from '../../../../src-main/import/text/text.ts';
import { documentOf } from '../meaning.ts';

const of = (kind: FactKind, text: string, document: 'terms' | 'sla' = 'terms'): readonly Fact[] => {
  const structured = documentOf([text], document);
  return facts(structured, classify(structured)).filter((fact) => fact.kind === kind);
};
const lengths = (kind: FactKind, text: string, document?: 'sla'): unknown[] =>
  of(kind, text, document).map(({ value, unit, anchor }) => [value, unit, anchor]);

test('a ceiling of the credits alone is none of the liability', () => {
  const text = 'Total credits shall not exceed 40% of the monthly fee for plan A and 15% for plan B.';
  expect(of('liability-cap', text, 'sla')).toEqual([]);
  expect(of('credit-cap', text, 'sla')).toHaveLength(1);
});

test('a value that is a whole sentence loses its full stop inside another one', () => {
  const fact: Fact = {
    id: 'c/court/1',
    kind: 'court',
    value: '由甲地法院管辖。',
    unit: 'text',
    clause: 'c',
    quote: '',
  };
  expect(say(factWords(fact), 'zh')).toBe('由甲地法院管辖');
  expect(say(factWords({ ...fact, value: 'the courts of the first place.' }), 'en')).toBe(
    'the courts of the first place',
  );
});

describe('by when a credit is asked for', () => {
  test.each([
    ['用户须自故障发生之日起20日内提出赔偿申请。', 20, 'day', 'incident'],
    ['用户须在故障恢复后20个自然日内提交赔偿申请。', 20, 'day', 'restored'],
    ['用户应于当月结束后12个工作日内申请赔偿。', 12, 'working-day', 'month-end'],
    ['赔偿申请须在次月10日前提出。', 9, 'day', 'month-end'],
    ['您应在每月前8个工作日内就上月提出赔偿申请。', 8, 'working-day', 'month-end'],
    ['最晚提出赔偿申请的时间不应超过相应月份结束后四十五（45）日。', 45, 'day', 'month-end'],
    ['You must request a credit within fifteen (15) days after the end of the month.', 15, 'day', 'month-end'],
    ['Credit requests must be submitted within 20 days of the outage.', 20, 'day', 'incident'],
    ['Claims for credits received later than 25 days after the end of the month are refused.', 25, 'day', 'month-end'],
    [
      'File a claim within 50 days after the last day of the month in which the outage happened.',
      50,
      'day',
      'month-end',
    ],
    ['客户须自月度结束之日起40日内申请。', 40, 'day', 'month-end'],
    ['申请应于故障结束之日起八日内提出。', 8, 'day', 'restored'],
    ['客户应于季度结束后40日内申请。', 40, 'day', 'month-end'],
    ['客户须自收到故障报告之日起25日内申请。', 25, 'day', 'received'],
    ['申请应在次月6日至24日之间提出。', 24, 'day', 'month-end'],
    ['Submit a credit claim by the end of the second billing cycle after the incident.', 2, 'month', 'month-end'],
  ])('%s', (text, value, unit, anchor) => {
    expect(lengths('claim-closes', text, 'sla')).toEqual([[value, unit, anchor]]);
  });

  test.each([
    '服务商应在收到赔偿申请后10个工作日内审核。',
    'We process each credit request within 10 days of receipt.',
    '代金券自发放之日起90日内有效，逾期不得申请。',
  ])('“%s” is no time to claim', (text) => {
    expect(of('claim-closes', text, 'sla')).toEqual([]);
  });
});

describe('what credits come to at most', () => {
  test.each([
    ['The maximum Service Credit in any month is 30% of the monthly fee.', 30],
    ['The maximum total credit for the monthly period shall not exceed 40% of your fee for that period.', 40],
  ])('%s', (text, amount) => {
    expect(of('credit-cap', text, 'sla')[0]?.value).toEqual({ amount, unit: 'percent', of: 'month-fee' });
  });
});

describe('what paying late costs', () => {
  const rate = (amount: number, per: string) => ({ rate: { amount, unit: 'percent', of: 'overdue' }, per });
  test.each<[string, unknown]>([
    ['逾期付款的，按年利率10%计收利息。', rate(10, 'year')],
    ['逾期付款的，按每月2%支付滞纳金。', rate(2, 'month')],
    ['Late payments bear interest at 1.25% per month.', rate(1.25, 'month')],
    ['Overdue amounts accrue interest at 9% per annum.', rate(9, 'year')],
    ['逾期付款的，按一年期LPR的三倍支付利息。', { reference: '一年期LPR', rate: '3倍' }],
    ['逾期付款的，按同期贷款利率的1.2倍支付违约金。', { reference: '同期贷款利率', rate: '1.2倍' }],
    [
      '逾期付款的，每日按未付金额的2‰支付违约金，但违约金总额不超过未付金额的15%。',
      {
        rate: { amount: 2, unit: 'per-mille', of: 'overdue' },
        per: 'day',
        atMost: { amount: 15, unit: 'percent', of: 'overdue' },
      },
    ],
    [
      '逾期超过4个工作日的，每日按未付金额的0.2%支付违约金。',
      { ...rate(0.2, 'day'), after: { value: 4, unit: 'working-day' } },
    ],
  ])('%s', (text, value) => {
    expect(of('late-fee', text).map((fact) => fact.value)).toEqual([value]);
  });

  test('each day late is no time of grace', () => {
    expect(of('late-fee', '逾期付款的，每逾期一日按未付金额的2‰支付违约金。')[0]?.value).not.toHaveProperty('after');
  });
});

describe('when a notice counts as delivered', () => {
  const rules = (text: string): unknown[] =>
    of('delivery', text).map(({ value }) =>
      typeof value === 'object' && 'delay' in value ? [value.channel, value.delay.value, value.delay.unit] : value,
    );

  test.each<[string, unknown[]]>([
    ['公告自发布之日起第六日视为送达。', [['site', 6, 'day']]],
    ['Notices by email are deemed received thirty-six (36) hours after sending.', [['email', 36, 'hour']]],
    ['Notices sent by email are deemed received on the next business day.', [['email', 1, 'working-day']]],
    [
      '通知通过电子邮件发送的，发出后第3个工作日视为送达；以短信方式发送的，发出即视为送达。',
      [
        ['email', 3, 'working-day'],
        ['sms', 0, 'day'],
      ],
    ],
    [
      'Notices by email are deemed received at the time of sending, or if sent after 6 p.m. on the next Business Day.',
      [['email', 0, 'text']],
    ],
  ])('%s', (text, expected) => {
    expect(rules(text)).toEqual(expected);
  });

  test('a delay that is not read is never none', () => {
    const [fact] = of('delivery', 'Notices by email are deemed received several hours after sending.');
    expect(fact?.unit).not.toBe('day');
  });
});

describe('the law of the mainland in English', () => {
  test.each(["laws of the People's Republic of China", 'laws of the People’s Republic of China'])('%s', (law) => {
    expect(of('governing-law', `This Agreement is governed by the ${law}.`).map(({ value }) => value)).toEqual([law]);
  });
});

describe('what is said beside a length', () => {
  test.each([
    ['服务连续中断超过48小时的，客户有权终止服务。', true],
    ['服务连续中断达到48小时的，客户有权终止服务。', undefined],
    ['If the Service is unavailable for more than 48 consecutive hours, Customer may terminate.', true],
  ])('%s', (text, over) => {
    expect(of('outage-termination', text)[0]?.over).toBe(over);
  });

  test('two cases of one rule are no contradiction', () => {
    const found = of('change-notice', '对于重大变更，平台应提前45天通知；其他变更提前20天通知。');
    expect(found.map(({ value, scope }) => [value, scope])).toEqual([
      [45, { class: '重大变更' }],
      [20, { class: '其他变更' }],
    ]);
  });
});

describe('whose time it is', () => {
  test('the customer’s time to choose is no notice of a change', () => {
    expect(of('change-notice', '甲方在公告之日起6个工作日之内可以选择继续使用调整后的服务。')).toEqual([]);
    const text = "Provider may change the terms on 25 days' notice. Customer may reject the change within 8 days.";
    expect(of('change-notice', text).map(({ value }) => value)).toEqual([25]);
  });

  test('the end of a feature is not the end of the agreement, a price not a renewal', () => {
    const feature = '服务商下线某项功能的，应提前四个月通知客户。';
    expect(of('termination-notice', feature)).toEqual([]);
    expect(lengths('sunset-notice', feature)).toEqual([[4, 'month', 'announced']]);
    expect(of('non-renewal-notice', '服务商可在续期时调整价格，但应提前80日通知，且涨幅不超过6%。')).toEqual([]);
  });

  test('an order lapses after hours, and a notice may be of months', () => {
    expect(lengths('payment-due', '您未在下单后12小时内付费的，订单失效。')).toEqual([[12, 'hour', 'order']]);
    expect(lengths('change-notice', '服务商变更本协议的，应提前两个月通知客户。')).toEqual([[2, 'month', undefined]]);
    expect(lengths('overdue-termination', '逾期付款超过6个自然日的，暂停服务；超过20个自然日的，终止服务。')).toEqual([
      [20, 'day', 'due'],
    ]);
  });
});

describe('tiers by class', () => {
  const table = [
    '示例存储服务等级协议',
    '',
    '1. 赔偿',
    '1.1 未达到承诺的，按下表赔偿。',
    '',
    '| 类型 | 服务可用性 | 赔偿代金券金额 |',
    '| --- | --- | --- |',
    '| 热存储 | 低于99.9%但等于或高于99% | 月度服务费用的10% |',
    '| | 低于99% | 月度服务费用的25% |',
    '| 冷存储 | 低于99%但等于或高于98% | 月度服务费用的10% |',
  ].join('\n');

  test('each has its class, a blank cell that of the line above, and vouchers are vouchers', () => {
    const { documents } = read(readText(table, 'utf-8'));
    const tiers = documents.flatMap((each) => each.facts).filter(({ kind }) => kind === 'credit-tier');
    expect(tiers.map(({ scope }) => scope?.['class'])).toEqual(['热存储', '热存储', '冷存储']);
    for (const { value } of tiers) expect(value).toMatchObject({ form: 'voucher' });
  });

  test('a quarter’s fee is not the month’s', () => {
    const quarter = table.replaceAll('月度服务费用', '季度服务费');
    const { documents } = read(readText(quarter, 'utf-8'));
    const tiers = documents.flatMap((each) => each.facts).filter(({ kind }) => kind === 'credit-tier');
    expect(tiers).toHaveLength(3);
    for (const { value } of tiers) expect(value).toMatchObject({ credit: { of: 'quarter-fee' } });
  });
});

describe('what is said of two things or of two cases', () => {
  const told = (kind: string, words: string): readonly string[] =>
    (
      read(readText(['远岸托管服务协议', '', '1. 条款', `1.1 ${words}`].join('\n\n'), 'utf-8')).documents[0]?.facts ??
      []
    )
      .filter((fact) => fact.kind === kind)
      .map(({ value, scope }) =>
        [typeof value === 'string' ? value : JSON.stringify(value), scope?.['case'] ?? ''].join(' | '),
      );

  test.each<readonly [string, readonly string[]]>([
    [
      'Our total liability is limited to the fees of the last six months, and in respect of any single event to EUR 9,000.',
      ['the fees of the last six months | ', 'in respect of any single event to EUR 9,000 | '],
    ],
    [
      'Our liability shall not exceed (a) the fees paid in the year before and (b) USD 9,000 for each claim.',
      ['(a) the fees paid in the year before | ', '(b) USD 9,000 for each claim | '],
    ],
    [
      'Our liability is limited to the greater of the fees paid in six months and EUR 9,000.',
      ['the greater of the fees paid in six months and EUR 9,000 | '],
    ],
  ])('two caps are two facts, the higher of two is one: %s', (words, expected) => {
    expect(told('liability-cap', words)).toEqual(expected);
  });

  test.each<readonly [string, readonly string[]]>([
    [
      '客户住所地在香港的，本协议适用香港法律；否则适用中华人民共和国法律。',
      ['香港法律 | 客户住所地在香港', '中华人民共和国法律 | '],
    ],
    [
      '与我方香港公司签约的，本协议适用香港法律，否则适用中华人民共和国法律。',
      ['香港法律 | 与我方香港公司签约', '中华人民共和国法律 | '],
    ],
    ['本协议适用中华人民共和国法律；客户在香港的适用香港法律。', ['中华人民共和国法律 | ', '香港法律 | 客户在香港']],
    [
      'These terms are governed by the laws of Hong Kong if you are established there, and by the laws of Singapore in all other cases.',
      ['laws of Hong Kong | if you are established there', 'laws of Singapore | '],
    ],
  ])('a law that holds in one case only has it as its scope: %s', (words, expected) => {
    expect(told('governing-law', words)).toEqual(expected);
  });

  test.each<readonly [string, readonly string[]]>([
    [
      '服务不可用的，按不可用时间的8倍延长服务期。',
      ['{"amount":8,"unit":"times","of":{"words":"不可用时间的8倍"}} | '],
    ],
    [
      'The customer receives a credit of eight times the time lost.',
      ['{"amount":8,"unit":"times","of":{"words":"eight times the time lost"}} | '],
    ],
    ['故障时间超过8小时的，客户可以终止本协议。', []],
  ])('so many times the lost time is a credit of the provider: %s', (words, expected) => {
    expect(told('lost-time-credit', words)).toEqual(expected);
  });
});

describe('a ceiling of late fees in a clause of its own', () => {
  const FEES = [
    '逾期付款的，客户按日支付欠款0.04%的滞纳金。',
    'Overdue sums bear a late charge of 0.04% per day.',
  ] as const;
  const all = (...clauses: readonly string[]) => {
    const document = documentOf(clauses);
    return facts(document, classify(document));
  };
  test.each([
    [FEES[0], '滞纳金总额不超过欠款总额的18%。'],
    [FEES[0], '违约金总额不超过欠款的１８％。'],
    [FEES[0], '前款滞纳金的总额以欠款金额的18%为限，供方不承担其他责任。'],
    [FEES[1], 'Late charges shall not exceed in total 18% of the overdue amount.'],
    [FEES[1], 'The aggregate of all interest payable under this clause is capped at 18% of the sum outstanding.'],
  ])('is theirs, and no cap of the liability: %s %s', (fee, ceiling) => {
    const found = all(fee, ceiling);
    expect(found.some(({ kind }) => kind === 'liability-cap' || kind === 'credit-cap')).toBe(false);
    const [late] = found.filter(({ kind }) => kind === 'late-fee');
    expect(late).toMatchObject({ value: { atMost: { amount: 18, unit: 'percent', of: 'overdue' } } });
    expect(late?.doubt).toBeUndefined();
  });

  test('of two that differ none holds for sure', () => {
    const found = all(FEES[0], '滞纳金总额不超过欠款的18%。', '滞纳金累计不超过欠款的9%。');
    expect(found.find(({ kind }) => kind === 'late-fee')?.doubt).toContain('9%');
  });

  test('leaves the cap of the liability beside it alone', () => {
    const found = all(FEES[0], '供方的赔偿总额不超过合同总价的10%。滞纳金总额不超过欠款的18%。');
    expect(found.filter(({ kind }) => kind === 'liability-cap').map(({ value }) => value)).toEqual(['合同总价的10%']);
  });
});
