import { describe, expect, test } from 'vitest';
import { read } from '../../../../src-main/agreement/read.ts';
import { readText } from '../../../../src-main/import/text/text.ts';

const providerOf = (opening: string): string | undefined =>
  read(readText(`示例服务等级协议\n\n${opening}\n\n1. 总则\n\n1.1. 双方应遵守本协议。\n`, 'utf-8')).documents[0]
    ?.provider;

describe('the provider is the company, not the words before its name', () => {
  test.each([
    ['本协议说明甲乙丙科技有限公司（以下简称“甲乙丙”）的可用性承诺。', '甲乙丙科技有限公司'],
    ['本服务等级协议规定了甲乙丙科技有限公司（以下简称“甲乙丙”）的可用性指标。', '甲乙丙科技有限公司'],
    ['本条款适用于甲乙丙科技有限公司（以下简称“甲乙丙”）提供的服务。', '甲乙丙科技有限公司'],
    ['本协议由甲乙丙科技有限公司（以下简称“甲乙丙”）与客户订立。', '甲乙丙科技有限公司'],
  ])('%s', (opening, provider) => {
    expect(providerOf(opening)).toBe(provider);
  });
});

describe('a provider that a text names without saying what it is', () => {
  const named = (title: string, ...clauses: readonly string[]): string | undefined =>
    read(readText([title, '', ...clauses.map((text, index) => `${index + 1}. ${text}`)].join('\n\n'), 'utf-8'))
      .documents[0]?.provider;

  test.each([
    [
      '星桥云对象存储服务条款',
      ['您违反本条款的，星桥云有权暂停服务。', '星桥云不承担由此产生的损失。', '双方应当遵守法律。'],
      '星桥云',
    ],
    [
      '对象存储服务条款',
      ['您同意星桥云有权调整规则。', '因此产生的损失，星桥云不承担责任。', '如您欠费，星桥云可随时停止服务。'],
      '星桥云',
    ],
    [
      'Terms of Service',
      ['Quayside may change these Terms.', 'You agree that Quayside is not liable.', 'Quayside will keep your data.'],
      'Quayside',
    ],
    ['Brightharbor Terms of Service', ['You pay. Brightharbor may suspend the Service.'], 'Brightharbor'],
  ])('is whoever acts as a provider does: %s', (title, clauses, provider) => {
    expect(named(title, ...clauses)).toBe(provider);
  });

  test.each([
    [
      '服务条款',
      [
        '用户应当付款。',
        '法院有权裁定。',
        '第三方不承担责任。',
        '任何一方有权解除。',
        '法院有权调查。',
        '法院有权执行。',
      ],
    ],
    [
      'Terms',
      [
        'You may use it.',
        'The Customer shall pay.',
        'Users will comply.',
        'Each Party may end this.',
        'Services may change.',
      ],
    ],
    ['服务条款', ['星桥云有权调整规则。', '客户应当付款。']],
  ])('is nobody else, and nobody on one mention: %s %s', (title, clauses) => {
    expect(named(title, ...clauses)).toBeUndefined();
  });

  test('a company that is defined goes before a name that acts', () => {
    const defined = '本条款由东港仓储有限公司（以下简称“东港”）制定。';
    expect(named('云帆服务条款', defined, '云帆有权收费。', '云帆有权停止。', '云帆有权变更。')).toBe(
      '东港仓储有限公司',
    );
  });
});
