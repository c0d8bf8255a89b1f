import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../../src-main/agreement/fact.ts';
import { factWords } from '../../../../src-main/agreement/fact-words.ts';
import { say } from '../../../../src-main/agreement/sentence.ts';
import { facts } from '../../../../src-main/agreement/facts/facts.ts';
import { classify } from '../../../../src-main/agreement/meaning/classify.ts';
import { yuanIn } from '../../../../src-main/agreement/quantity/yuan.ts';
import { documentOf } from '../meaning.ts';

function factsOf(...clauses: readonly string[]): readonly Fact[] {
  const document = documentOf(clauses);
  return facts(document, classify(document));
}

const told = (...clauses: readonly string[]): readonly unknown[] =>
  factsOf(...clauses).map(({ kind, value, unit }) => [kind, value, unit]);

describe('how long an agreement holds, and how it goes on', () => {
  test.each<[string, readonly unknown[]]>([
    ['本协议自2031年5月1日起生效，期限为一年。', [1, 'year']],
    ['本《排版服务协议》自2031年5月1日起生效，期限一年，到期前另行商定。', [1, 'year']],
    ['本合同自双方签署之日起生效，期限为24个月。', [24, 'month']],
    ['合同自签署之日起生效，期限两年。', [2, 'year']],
    ['This Agreement takes effect on May 1, 2031 and has a term of eighteen months.', [18, 'month']],
    ['This Agreement enters into force on 1 May 2031 and is concluded for a period of two years.', [2, 'year']],
    ['This Typesetting Agreement shall commence on 1 May 2031, with a term of one year.', [1, 'year']],
  ])('said behind the day on which it takes effect: %s', (text, length) => {
    expect(told(text)).toContainEqual(['term', ...length]);
  });

  test.each([
    '本协议自2031年5月1日起生效，保密期限为三年。',
    '本协议的价目表自2031年5月1日起生效，期限为一年。',
    '补充协议自签署之日起生效，期限两年。',
    '本协议自签署之日起生效，期满前30日另行通知。',
    '本协议自签署之日起生效，期限届满前30日通知。',
    'The discount under this Agreement takes effect on May 1, 2031 and has a term of two years.',
    'The amendment to this Agreement takes effect on May 1, 2031 and has a term of two years.',
    'This Agreement takes effect on May 1, 2031 and the pilot phase has a term of one month.',
    'This Agreement takes effect on May 1, 2031 and gives support for a term of three months.',
  ])('what takes effect or lasts is another thing: %s', (text) => {
    expect(told(text).filter((fact) => Array.isArray(fact) && fact[0] === 'term')).toEqual([]);
  });

  test.each<[string, readonly unknown[]]>([
    ['本协议有效期为一年。', [['term', 1, 'year']]],
    ['服务期限：24个月。', [['term', 24, 'month']]],
    ['The initial term is three years.', [['term', 3, 'year']]],
    ['The agreement runs for 24 months.', [['term', 24, 'month']]],
    ['This contract takes effect on the day Customer accepts it and continues for two years.', [['term', 2, 'year']]],
    ['The terms enter into force upon acceptance and remain in force for 18 months.', [['term', 18, 'month']]],
    [
      '本合同届满前45日，双方均未书面表示异议的，自动延长两年。',
      [
        ['auto-renewal', 2, 'year'],
        ['non-renewal-notice', 45, 'day'],
      ],
    ],
    ['任何一方不愿续约的，应在届满前15个工作日书面通知对方。', [['non-renewal-notice', 15, 'working-day']]],
    ['如需取消自动续订，请至少提前24小时操作。', [['non-renewal-notice', 24, 'hour']]],
    [
      '除非一方于届满前45日书面告知另一方终止，否则合同自动续展两年。',
      [
        ['auto-renewal', 2, 'year'],
        ['non-renewal-notice', 45, 'day'],
      ],
    ],
    [
      'Unless one party gives notice of termination at least 45 days before the end of the term, the contract renews for two years.',
      [
        ['auto-renewal', 2, 'year'],
        ['non-renewal-notice', 45, 'day'],
      ],
    ],
    [
      'Unless either party gives notice of termination at least 30 days before the end, this agreement renews.',
      [['non-renewal-notice', 30, 'day']],
    ],
    ['我方调价的，应提前45日通知客户，客户不同意的可以解除合同。', [['price-notice', 45, 'day']]],
    [
      'The plan renews for successive two-year terms unless either party gives sixty (60) days’ notice of non-renewal before expiry.',
      [
        ['auto-renewal', 2, 'year'],
        ['non-renewal-notice', 60, 'day'],
      ],
    ],
    [
      'The subscription renews automatically unless cancelled 14 days before it ends.',
      [['non-renewal-notice', 14, 'day']],
    ],
    ['Plans renew automatically each month.', [['auto-renewal', 1, 'month']]],
    [
      '续约时价格涨幅不超过上一期的8%。',
      [['price-increase-cap', { amount: 8, unit: 'percent', of: { words: '上一期' } }, 'percent']],
    ],
    ['调整资费的，应提前20日公告。', [['price-notice', 20, 'day']]],
    ['客户承诺每年最低消费人民币12.5万元。', [['minimum-commitment', 125_000, 'money']]],
    ['Customer commits to a minimum annual spend of USD 20,000.', [['minimum-commitment', 'USD 20,000', 'text']]],
    [
      '客户提前解除合同的，应支付剩余合同期服务费的40%。',
      [['early-termination-fee', { amount: 40, unit: 'percent', of: 'remaining-term' }, 'percent']],
    ],
    [
      'On early termination Customer pays three (3) months of charges.',
      [['early-termination-fee', { amount: 3, unit: 'times', of: 'month-fee' }, 'times']],
    ],
    ['服务终止后60日内，客户可以下载其数据。', [['data-return', 60, 'day']]],
    ['停止某个接口的，提前六个月通知。', [['sunset-notice', 6, 'month']]],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  test.each([
    ['您应在服务期满前30日支付续费款项。', 'a lead for paying'],
    ['保密期限为三年。', 'how long something is kept secret'],
    ['试用期限为7天。', 'a trial'],
    ['到期前30日我们会提醒您自动续费。', 'a reminder'],
    ['违约金不超过合同金额的20%。', 'a cap of damages'],
    ['月可用率低于99%的，客户可提前解除合同。', 'a level of service'],
    ['发票应保存30日。', 'papers that are kept'],
    ['终止功能之外的事项另行约定，期限7日。', 'no feature'],
    ['货位订单我们为您保留五日，合同期满后五日内可以取回押金。', 'an order that is kept'],
  ])('%s states none of it: %s', (text) => {
    const kinds = factsOf(text).map(({ kind }) => kind);
    for (const kind of [
      'term',
      'auto-renewal',
      'non-renewal-notice',
      'price-increase-cap',
      'early-termination-fee',
      'data-return',
      'sunset-notice',
    ])
      expect(kinds).not.toContain(kind);
  });

  test('notice against a renewal is never taken for a lead to pay, nor for one to terminate', () => {
    for (const text of [
      '期满前30日未通知不续约的，自动续展一年。',
      'It renews yearly unless either party gives notice not to renew 30 days before the end of the term.',
    ]) {
      const kinds = factsOf(text).map(({ kind }) => kind);
      expect(kinds, text).toContain('non-renewal-notice');
      expect(kinds, text).not.toContain('renewal-lead');
      expect(kinds, text).not.toContain('termination-notice');
    }
  });

  test.each<[string, number | undefined]>([
    ['本协议期满自动续展一年，续展以两次为限。', 2],
    ['合同届满自动延长一年。自动延长最多三次。', 3],
    ['The agreement renews for up to two additional one-year terms.', 2],
    ['期满自动续期一年。', undefined],
  ])('how often at most: %s', (text, times) => {
    const renewal = factsOf(text).find(({ kind }) => kind === 'auto-renewal');
    expect(renewal).toMatchObject({ value: 1, unit: 'year' });
    expect(renewal?.times).toBe(times);
  });

  test.each([
    '本协议期满不自动续期，双方另行签订书面协议。',
    '服务期届满即终止，不自动续费。',
    'This agreement does not renew automatically.',
    'The order shall not be renewed unless the parties agree in writing.',
  ])('that nothing is renewed is a renewal that comes no times: %s', (text) => {
    const stated = factsOf(text);
    expect(stated).toEqual([expect.objectContaining({ kind: 'auto-renewal', times: 0 })]);
    expect(stated.map((fact) => [say(factWords(fact), 'zh'), say(factWords(fact), 'en')])).toEqual([
      ['不自动续期', 'does not renew automatically'],
    ]);
  });

  test.each([
    '客户关闭自动续费的，期满不自动续费。',
    '如任何一方提出异议，本协议期满不再续期。',
    'If you elect so, the plan will not renew.',
    '期满后双方协商一致可以续约一年。',
  ])('not what only follows from an act: %s', (text) => {
    expect(factsOf(text).filter(({ kind }) => kind === 'auto-renewal')).toEqual([]);
  });

  test.each<[string, string | undefined, string | undefined]>([
    ['本协议有效期至2027年12月31日。', undefined, '2027-12-31'],
    ['本合同自2026年3月1日起至2028年2月29日止。', '2026-03-01', '2028-02-29'],
    ['服务期限自2026年3月1日起两年。', '2026-03-01', undefined],
    ['本协议自2026年1月1日起生效，有效期一年。', '2026-01-01', undefined],
    ['本协议于2027年6月30日到期。', undefined, '2027-06-30'],
    ['The initial term begins on 1 March 2026 and ends on 28 February 2029.', '2026-03-01', '2029-02-28'],
    ['This agreement continues until 28 February 2027.', undefined, '2027-02-28'],
    // A day from which a version holds, an offer or a sum begins is none of a term.
    ['本协议自2026年1月1日起生效。', undefined, undefined],
    ['优惠活动期限自2026年1月1日起至2026年2月1日止。', undefined, undefined],
    ['本协议修订版自2026年1月1日起施行，公示期至2026年2月1日。', undefined, undefined],
  ])('the days that the text names: %s', (text, starts, ends) => {
    const value = (kind: string): unknown => factsOf(text).find((fact) => fact.kind === kind)?.value;
    expect([value('start-date'), value('end-date')]).toEqual([starts, ends]);
  });

  test.each<[string, number, number]>([
    ['服务商调整续约价格的，应在期满前60日通知客户；客户不同意的，可在期满前30日通知不续约。', 60, 30],
    ['服务商应于续约前30日通知新价格，客户可在续约前45日书面通知不再续约。', 30, 45],
    [
      'Provider may increase fees on renewal with 60 days’ notice, and Customer may give notice of non-renewal 30 days before the end of the term.',
      60,
      30,
    ],
  ])('a notice of a new price and one against the renewal, in either order: %s', (text, price, cancel) => {
    const of = (kind: string) => factsOf(text).filter((fact) => fact.kind === kind);
    expect(of('price-notice').map(({ value }) => value)).toEqual([price]);
    expect(of('non-renewal-notice').map(({ value }) => value)).toEqual([cancel]);
    expect([...of('renewal-lead'), ...of('change-notice'), ...of('termination-notice')]).toEqual([]);
  });

  test.each<[string, number | undefined]>([
    ['合同期内客户的采购金额不低于50万元。', 500_000],
    ['客户应在合同期内完成不低于10万元的消费。', 100_000],
    ['Customer shall purchase at least CNY 300,000 of services during the term.', 300_000],
    ['充值金额不低于5万元的，享受九折优惠。', undefined],
    ['Customers who spend at least CNY 10,000 qualify for a discount.', undefined],
  ])('what must be spent at least, with or without “every year”: %s', (text, yuan) => {
    expect(factsOf(text).find(({ kind }) => kind === 'minimum-commitment')?.value).toBe(yuan);
  });

  test('a renewal for the same length takes the one term that is stated, and none where two are', () => {
    expect(told('合同期限为18个月。', '届满后自动续展相同期限。')).toContainEqual(['auto-renewal', 18, 'month']);
    const two = told('合同期限为18个月。', '合同期限为两年。', '届满后自动续展相同期限。');
    expect(two.some((fact) => (fact as readonly unknown[])[0] === 'auto-renewal')).toBe(false);
  });

  test('every quote is a part of its clause, letter for letter, and facts stand in the order of the clauses', () => {
    const clauses = ['本协议有效期为三年。', '月可用性不低于99.9%。', '期满前６０日未提出不续约的，自动续期一年。'];
    const document = documentOf(clauses);
    const found = facts(document, classify(document));
    expect(found.map(({ kind }) => kind)).toEqual(['term', 'availability', 'auto-renewal', 'non-renewal-notice']);
    for (const { clause, quote } of found)
      expect(document.clauses.find(({ id }) => id === clause)?.text).toContain(quote);
  });
});

describe('what comes of saying nothing', () => {
  const NEVER = ['auto-renewal', 0, 'year'];
  test.each<readonly [string, readonly unknown[]]>([
    // Nobody asks for another term: it ends.
    ['期满前45日双方均未书面提出续签的，本合同到期自行终止。', [['renewal-lead', 45, 'day'], NEVER]],
    ['合同期满未签署续约协议的，合同自动失效。', [NEVER]],
    ['本协议有效期两年，期满自动终止。', [['term', 2, 'year'], NEVER]],
    ['If neither party gives notice of renewal, this agreement terminates automatically.', [NEVER]],
    ['This contract expires at the end of the term unless extended in writing.', [NEVER]],
    // Nobody says no: it goes on.
    [
      '期满前45日内未书面通知不续约的，合同自动续期两年。',
      [
        ['auto-renewal', 2, 'year'],
        ['non-renewal-notice', 45, 'day'],
      ],
    ],
    ['到期前双方未提出终止的，合同自动延长一年。', [['auto-renewal', 1, 'year']]],
    [
      'Unless a party gives notice of non-renewal 45 days before the term ends, it renews for a further 24 months.',
      [
        ['auto-renewal', 24, 'month'],
        ['non-renewal-notice', 45, 'day'],
      ],
    ],
    // What follows a notice, and what else runs out.
    ['一方通知不续约的，本协议期满自动终止。', []],
    ['If such notice is given, this agreement ends at the end of the term.', []],
    ['优惠价格到期后自动终止。', []],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

test.each<readonly [string, number, string]>([
  [
    'A party that will not renew gives notice at least 60 and not more than 90 days before the end of the term.',
    60,
    'day',
  ],
  [
    'The contract renews for one year unless notice of non-renewal is given between 30 and 75 days before expiry.',
    30,
    'day',
  ],
  ['不续约的，应在期满前至少45日、至多90日书面通知对方。', 45, 'day'],
  ['不续约的，应在期满前90日至45日之间书面通知对方。', 45, 'day'],
])(
  'of a time with two ends the nearer one is the notice, and no time to pay for a renewal: %s',
  (text, value, unit) => {
    expect(told(text).filter((fact) => (fact as readonly unknown[])[0] !== 'auto-renewal')).toEqual([
      ['non-renewal-notice', value, unit],
    ]);
  },
);

test.each<readonly [string, string, object | undefined]>([
  ['US dollars', 'US$120,000', { currency: 'USD', amount: 120_000 }],
  ['US dollars in words', '12万美元', { currency: 'USD', amount: 120_000 }],
  ['Hong Kong dollars', '港币5,000元', { currency: 'HKD', amount: 5000 }],
  ['Hong Kong dollars by their sign', 'HK$5,000.50', { currency: 'HKD', amount: 5000.5 }],
  ['euros', 'EUR 1.5 million', { currency: 'EUR', amount: 1_500_000 }],
  ['dollars of nobody', '$5,000', undefined],
])('an amount of money knows its currency: %s', (_name, words, foreign) => {
  expect(yuanIn(words)).toEqual({ words, ...(foreign && { foreign }) });
});
