import { describe, expect, test } from 'vitest';
import { liabilityCap } from '../../../../src-main/term/fees/liability-cap.ts';
import { serviceClasses } from '../../../../src-main/term/service/credit-tier.ts';
import { missingOf, valueOf } from '../basis-of.ts';
import { basisOfText, september } from './straight-from-text.ts';

const MINUTES = 600;
const ZH = ['月度可用性不低于99.9%。', '可用性低于99.9%的，赔偿当月服务费的80%。'];
const EN = ['Monthly uptime is at least 99.9%.', 'If uptime is below 99.9%, the credit is 80% of the monthly fee.'];
const terms = (words: string) => (/\p{Script=Han}/u.test(words) ? ZH : EN);

describe('caps that one sentence gives several products side by side', () => {
  test.each([
    ['块存储的赔偿总额不超过当月服务费的20%，文件存储不超过50%。', '块存储', '文件存储'],
    ['块存储每月赔偿不超过月服务费的20%；文件存储每月赔偿不超过月服务费的50%。', '块存储', '文件存储'],
    ['赔偿上限：块存储为月服务费的20%，文件存储为月服务费的50%。', '块存储', '文件存储'],
    ['块存储服务的赔偿以月服务费的20%为限，文件存储服务以月服务费的50%为限。', '块存储', '文件存储'],
    ['块存储的赔偿不超过200元，文件存储不超过500元。', '块存储', '文件存储'],
    ['对象存储的赔偿不超过200元，文件存储不超过500元。', '对象存储', '文件存储'],
    ['对话机器人的赔偿不超过200元，就近接入不超过500元。', '对话机器人', '就近接入'],
    ['对块存储，赔偿不超过200元，对文件存储，赔偿不超过500元。', '块存储', '文件存储'],
    ['For block storage the cap is 20% of the monthly fee, for file storage 50%.', 'block storage', 'file storage'],
    [
      'For block storage, total credits shall not exceed 20% of the monthly fee; for file storage, they shall not exceed 50% of the monthly fee.',
      'block storage',
      'file storage',
    ],
    [
      'Credits are capped at 20% of the monthly fee for block storage and 50% of the monthly fee for file storage.',
      'block storage',
      'file storage',
    ],
    ['For the mail service credits are limited to RMB 200 and for the chat service to RMB 500.', 'mail', 'chat'],
  ])('are each of its own: %s', (cap, low, high) => {
    const text = [...terms(cap), cap];
    expect(serviceClasses(basisOfText(...text))).toEqual([low, high]);
    const of = (scope: string) => valueOf(september(text, MINUTES, { scope }).credit);
    expect([of(low), of(high)]).toEqual(['200.00', '500.00']);
    const { credit } = september(text, MINUTES);
    expect(credit).toMatchObject({ known: false, atLeast: '0.00', atMost: '500.00' });
    expect(missingOf(credit)).toEqual(['input scope']);
  });

  test.each([
    '赔偿不超过当月服务费的20%，且不影响其他权利。',
    '单次赔偿不超过100元，每月赔偿不超过当月服务费的20%。',
    '人身损害的赔偿不超过100元，财产损失不超过200元。',
    'For each incident credits shall not exceed 10% of the monthly fee, for any month 20%.',
    'For the first year the cap is 20% of the monthly fee, for later years 50%.',
    'Credits shall not exceed 20% of the monthly fee, and for the rest the law applies.',
  ])('are not made of cases, times or harms: %s', (cap) => {
    expect(serviceClasses(basisOfText(...terms(cap), cap))).toEqual([]);
  });

  test.each([
    '代金券赔偿不超过200元，现金不超过500元。',
    '块存储的代金券赔偿不超过200元，现金不超过500元。',
    '块存储和对象存储的赔偿不超过200元，文件存储不超过500元。',
    '一般缺陷的赔偿不超过200元，重大缺陷不超过500元。',
    '普通工单的赔偿不超过200元，紧急工单不超过500元。',
    '新购的赔偿不超过200元，老用户不超过500元。',
    '可用性的赔偿不超过200元，数据丢失不超过500元。',
    '整体的赔偿不超过200元，块存储不超过500元。',
    '存储的赔偿不超过200元，块存储不超过500元。',
    '块存储累计赔偿不超过200元，文件存储不超过500元。',
    '年度赔偿上限：块存储为200元，文件存储为500元。',
    '块存储的赔偿责任不超过200元，文件存储的代金券不超过500元。',
    'Credits are limited to 20% of the monthly fee for convenience and 50% for the whole agreement.',
    'Credits are limited to 20% of the monthly fee for standard support and 50% of the monthly fee for the term.',
  ])('are none where a name is no product, holds several, or what is bounded differs: %s', (cap) => {
    const text = [...terms(cap), cap];
    expect(serviceClasses(basisOfText(...text))).toEqual([]);
    expect(september(text, MINUTES, { scope: '块存储' }).credit).toMatchObject({ known: false, atMost: '800.00' });
  });

  test('bound nothing together where a further cap names no product', () => {
    const credits = [...ZH, '块存储的赔偿不超过200元，文件存储不超过500元。', '其他产品的赔偿不超过700元。'];
    expect(september(credits, MINUTES).credit).toMatchObject({ known: false, atLeast: '0.00', atMost: '800.00' });
    const liability = basisOfText(
      '任何情况下，服务商的累计赔偿责任不超过100000元。',
      '块存储的责任不超过2000元，文件存储的责任不超过5000元。',
    );
    const answer = liabilityCap(liability, {});
    expect(answer).toMatchObject({ known: false });
    expect(answer).not.toHaveProperty('atMost');
    expect(answer).not.toHaveProperty('atLeast');
  });

  test.each(['一般缺陷', '块存储和对象存储', '现金'])(
    'of a name that may hold the chosen product are quoted and leave its cap unknown: %s',
    (name) => {
      const basis = basisOfText(...ZH, '赔偿不超过200元。');
      const sources = basis.sources.map((source) => ({
        ...source,
        facts: source.facts.map((fact) => (/cap/u.test(fact.kind) ? { ...fact, scope: { class: name } } : fact)),
      }));
      const { cap, credit } = september([...ZH, '赔偿不超过200元。'], MINUTES, { sources, scope: '块存储' });
      expect(missingOf(cap)).toEqual(['fact credit-cap']);
      expect(JSON.stringify(cap)).toContain('赔偿不超过200元');
      expect(credit).toMatchObject({ known: false, atMost: '800.00' });
    },
  );

  test('bound the liability of each product, and of all where none is chosen', () => {
    const basis = basisOfText(
      'The liability under this agreement is limited as follows.',
      'For the archive product our total liability is limited to 20% of the annual fee, for the backup product 50% of the annual fee.',
    );
    const fees = { yearFee: '12000.00' };
    const of = (scope: string) => valueOf(liabilityCap({ ...basis, scope }, fees));
    expect([of('archive'), of('backup')]).toEqual(['2400.00', '6000.00']);
    expect(liabilityCap(basis, fees)).toMatchObject({ known: false, atLeast: '2400.00', atMost: '6000.00' });
  });
});

describe('promises that one sentence gives several products side by side', () => {
  test.each([
    ['块存储的月度可用性不低于99.5%，文件存储不低于99.9%。', '块存储', '文件存储'],
    [
      'For block storage the monthly availability is at least 99.5%, for file storage at least 99.9%.',
      'block storage',
      'file storage',
    ],
    [
      'Monthly availability is at least 99.5% for block storage and 99.9% for file storage.',
      'block storage',
      'file storage',
    ],
  ])('are each of its own: %s', (promise, low, high) => {
    const text = [promise, terms(promise)[1] ?? ''];
    const of = (scope: string) => valueOf(september(text, 100, { scope }).promised);
    expect([of(low), of(high)]).toEqual([99.5, 99.9]);
    expect(september(text, 100).promised.known).toBe(false);
  });
});

test.each([
  '服务的月度可用性不低于99.9%，工单满意度不低于95%。',
  '平台可用性不低于99.9%，数据备份率不低于99%。',
  '平台可用性不低于99.9%，响应率为95%。',
  '本服务的月度可用性不低于99.9%，数据可靠性不低于99.99%。',
  '块存储的月度可用性不低于99.9%，对象存储的可靠性不低于99.99%。',
  'For the platform uptime is at least 99.9%, for support calls at least 95%.',
  'For the platform uptime is at least 99.9%, for data durability at least 99.999%.',
])('another measure beside a promise is no promise of another product: %s', (promise) => {
  const text = [promise, terms(promise)[1] ?? ''];
  expect(serviceClasses(basisOfText(...text))).toEqual([]);
  const { promised, credit } = september(text, MINUTES);
  expect([valueOf(promised), valueOf(credit)]).toEqual([99.9, '800.00']);
});

test('two measures of one network are no two products', () => {
  const text = ['本服务的月度可用性不低于99.9%，网络连通率不低于99.5%。', ZH[1] ?? ''];
  expect(serviceClasses(basisOfText(...text))).toEqual([]);
  expect(september(text, MINUTES).promised.known).toBe(false);
});

test.each([
  'If the monthly availability is lower than promised, the credit is 60% of the monthly fee.',
  'If the monthly availability is below what was promised, the credit is 60% of the monthly fee.',
])('what is given where a promise is missed is none itself, and is given below it: %s', (tier) => {
  const level = september(['Monthly availability is at least 99.9%.', tier], MINUTES);
  expect(valueOf(level.promised)).toBe(99.9);
  expect(valueOf(level.credit)).toBe('600.00');
});

test('caps of products are read beside the credit that one sentence gives first', () => {
  const text = [
    '网关的月可用性不低于99.9%，数据库的月可用性不低于99.95%。',
    '低于承诺值的，赔偿月费的20%；网关的赔偿以月费的10%为限，数据库以月费的15%为限。',
  ];
  const of = (scope: string) => valueOf(september(text, MINUTES, { scope }).cap);
  expect([of('网关'), of('数据库')]).toEqual(['100.00', '150.00']);
});

test.each([
  ['月度可用性不低于99.9%。', '每低于承诺值0.1个百分点，赔偿当月费用的1%，最高15%。'],
  ['Monthly uptime is at least 99.9%.', 'For each 0.1% below 99.9%, the credit is 1% of the monthly fee.'],
])('so much for each step below a promise is no credit of one step: %s %s', (...text) => {
  expect(september(text, MINUTES).credit.known).toBe(false);
});

test.each([
  'In each month under 99.9% but not less than 99%, the credit is 10% of the monthly fee.',
  'In every calendar month under 99.9% but not less than 99%, the credit is 10% of the monthly fee.',
])('a credit of each month below a promise is one of no steps: %s', (tier) => {
  const { facts } = basisOfText('Monthly uptime is at least 99.9%.', tier).sources[0] ?? { facts: [] };
  const tiers = facts.filter(({ kind }) => kind === 'credit-tier');
  expect(tiers.length).toBeGreaterThan(0);
  expect(tiers.map(({ doubt }) => doubt)).toEqual(tiers.map(() => undefined));
});

test('credits that may together not be more than a sum in a year ask for what was credited already', () => {
  const cap = 'Credits given in one contract year may together not be more than 1,500 yuan.';
  expect(missingOf(september([...EN, cap], MINUTES).credit)).toEqual(['input taken']);
});

test('products of one sentence leave the promises under other headings their names', () => {
  const basis = basisOfText(
    ['1', '对象存储'],
    ['1.1', '标准存储的月度可用性不低于99.99%，低频存储不低于99.9%。', '1'],
    ['2', '消息队列'],
    ['2.1', '月度可用性不低于99.95%。', '2'],
    ['3', '内容分发'],
    ['3.1', '月度可用性不低于99.5%。', '3'],
  );
  expect(new Set(serviceClasses(basis))).toEqual(new Set(['标准存储', '低频存储', '消息队列', '内容分发']));
});
