import { describe, expect, test } from 'vitest';
import { serviceClasses } from '../../../../src-main/term/service/credit-tier.ts';
import { missingOf, valueOf } from '../basis-of.ts';
import { basisOfText, september } from './straight-from-text.ts';

const MINUTES = 600;
const PROMISE = '月度可用性不低于99.9%。';
const PROMISE_EN = 'Monthly uptime is at least 99.9%.';
const terms = (words: string): readonly string[] => [/\p{Script=Han}/u.test(words) ? PROMISE : PROMISE_EN, words];
const creditOf = (text: readonly string[], scope?: string) =>
  september(text, MINUTES, scope === undefined ? {} : { scope }).credit;

describe('credits that one tier gives several products side by side', () => {
  test.each([
    ['可用性低于99.9%的，按月服务费赔偿：块存储为10%，问答引擎为20%。', '块存储', '问答引擎'],
    ['可用性低于99.9%的，块存储赔偿月服务费的10%，文件存储赔偿月服务费的20%，但故意除外。', '块存储', '文件存储'],
    ['可用性低于99.9%的，块存储赔偿月服务费的10%，文件存储赔偿20%，不可抗力造成的不在此限。', '块存储', '文件存储'],
    ['可用性低于99.9%的，标准版赔偿月服务费的10%，企业版赔偿20%，但免费版除外。', '标准版', '企业版'],
    [
      'If uptime is below 99.9%, the credit is 10% of the monthly fee for block storage, 20% for the search index, save for wilful acts.',
      'block storage',
      'search index',
    ],
    [
      'If uptime is below 99.9%, the credit is for block storage 10% of the monthly fee, for the search index 20%.',
      'block storage',
      'search index',
    ],
  ])('are each of its own, and what is excepted of them all is no class: %s', (words, low, high) => {
    const text = terms(words);
    expect(serviceClasses(basisOfText(...text))).toEqual([low, high]);
    expect([valueOf(creditOf(text, low)), valueOf(creditOf(text, high))]).toEqual(['100.00', '200.00']);
    expect(missingOf(creditOf(text))).toEqual(['input scope']);
  });

  test('are of each line of a list by its own bounds', () => {
    const text = terms(
      '可用性低于99.9%但不低于99%的，块存储赔偿月服务费的10%、文件存储20%；低于99%的，块存储赔偿月服务费的30%、文件存储50%。',
    );
    expect([valueOf(creditOf(text, '块存储')), valueOf(creditOf(text, '文件存储'))]).toEqual(['300.00', '500.00']);
  });

  test('are of the fee that each names', () => {
    const text = terms('可用性低于99.9%的，块存储赔偿月服务费的20%，文件存储赔偿年服务费的10%。');
    expect(valueOf(creditOf(text, '块存储'))).toBe('200.00');
    expect(missingOf(creditOf(text, '文件存储'))).toEqual(['input yearFee']);
  });

  test.each([
    '可用性低于99.9%的，块存储赔偿月服务费的20%，累计50%。',
    '可用性低于99.9%的，块存储赔偿月服务费的20%，代金券10%。',
    '可用性低于99.9%的，块存储赔偿月服务费的20%，老用户10%。',
    '可用性低于99.9%的，块存储赔偿月服务费的10%，连续两期再加5%。',
    '可用性低于99.9%的，块存储赔偿月服务费的10%，延迟到账利息5%。',
    'If uptime is below 99.9%, the credit is 10% of the monthly fee for block storage and 20% for repeated breaches.',
    '可用性低于99.9%的，首次赔偿月服务费的20%，再次赔偿10%。',
    '可用性低于99.9%的，平台原因赔偿月服务费的20%，网络原因赔偿10%。',
    '可用性低于99.9%的，存储赔偿月服务费的20%，块存储赔偿10%。',
    '可用性低于99.9%的，块存储赔偿月服务费的20%，文件存储赔偿10%，但块存储冷备除外。',
    'If uptime is below 99.9%, the credit is 10% of the monthly fee for block storage and 20% for the first month.',
    'If uptime is below 99.9%, the credit is 10% of the monthly fee for block storage and 20% for each outage.',
    'If uptime is below 99.9%, the credit is 10% of the monthly fee for one fault and 20% for any other.',
  ])('are none where a name is no product, or an exception is about one of them: %s', (words) => {
    const text = terms(words);
    expect(serviceClasses(basisOfText(...text))).toEqual([]);
    expect(creditOf(text)).toMatchObject({ known: false });
  });

  test('leave one product with its exception as it was', () => {
    const text = terms('可用性低于99.9%的，块存储赔偿月服务费的20%，但故意除外。');
    expect(serviceClasses(basisOfText(...text))).toEqual([]);
    expect(valueOf(creditOf(text))).toBe('200.00');
  });
});

describe('a cap beside another one in its sentence', () => {
  const credits = [PROMISE, '可用性低于99.9%的，赔偿当月服务费的80%。'];

  test.each([
    ['块存储的赔偿不超过当月服务费的20%，文件存储不超过50%，但故意除外。', '块存储', '文件存储'],
    ['块存储的赔偿不超过当月服务费的20%，文件存储不超过50%，故意或者重大过失造成的不受此限。', '块存储', '文件存储'],
    ['标准版的赔偿不超过当月服务费的20%，企业版不超过50%。', '标准版', '企业版'],
  ])('is that of its product, whatever both except: %s', (cap, low, high) => {
    const text = [...credits, cap];
    expect([valueOf(creditOf(text, low)), valueOf(creditOf(text, high))]).toEqual(['200.00', '500.00']);
  });

  test('is that of a class which the promises tell, whatever it is called', () => {
    const text = [
      '问答引擎的月度可用性不低于99.9%，向量检索的月度可用性不低于99.5%。',
      '月度可用性低于承诺的，赔偿月服务费的80%。',
      '问答引擎的赔偿不超过月服务费的20%，向量检索不超过50%。',
    ];
    expect([valueOf(creditOf(text, '问答引擎')), valueOf(creditOf(text, '向量检索'))]).toEqual(['200.00', '500.00']);
  });

  test.each([
    '一般缺陷的赔偿不超过当月服务费的20%，重大缺陷不超过50%。',
    '问答引擎的赔偿不超过当月服务费的20%，向量检索不超过50%。',
    '新购的赔偿以当月服务费的20%为限，续费的以50%为限。',
    '问答引擎的赔偿最高为当月服务费的20%，向量检索最高为50%。',
  ])('is not taken for all where nobody read whose the other one is: %s', (cap) => {
    const { credit, cap: most } = september([...credits, cap], MINUTES);
    expect(most).toMatchObject({ known: false });
    expect(credit).toMatchObject({ known: false, atLeast: '0.00', atMost: '800.00' });
  });

  test.each([
    '赔偿不超过当月服务费的20%，税率不超过6%。',
    '赔偿不超过当月服务费的20%，故意造成的不低于50%。',
    '赔偿不超过当月服务费的20%（即最高20%），误差不超过1%。',
    '赔偿不超过当月服务费的20%，逾期利率不超过3%。',
    '赔偿不超过当月服务费的20%，退款手续费不超过2%。',
    '赔偿不超过当月服务费的20%，数据抽检比例不超过3%。',
    '赔偿不超过当月服务费的20%，月度故障率不超过1%。',
  ])('is certain beside what bounds something else: %s', (cap) => {
    expect(valueOf(september([...credits, cap], MINUTES).credit)).toBe('200.00');
  });
});
