import { describe, expect, test } from 'vitest';
import { read } from '../../../../src-main/agreement/read.ts';
import { readText } from '../../../../src-main/import/text/text.ts';

const KINDS = new Set(['availability', 'credit-tier', 'credit-cap']);

/** Promise, tier or cap with the class that it holds for. */
const told = (...lines: readonly string[]): readonly string[] =>
  (read(readText(['远岸托管服务等级协议', '', ...lines].join('\n\n'), 'utf-8')).documents[0]?.facts ?? [])
    .filter(({ kind }) => KINDS.has(kind))
    .map(({ kind, value, scope }) => {
      const figure =
        typeof value !== 'object'
          ? value
          : 'promise' in value
            ? value.promise
            : 'below' in value
              ? `${value.below}:${'amount' in value.credit ? value.credit.amount : value.credit.value}`
              : 'amount' in value
                ? value.amount
                : '';
      return `${kind} ${figure} ${scope?.['class'] ?? ''}`.trim();
    });

describe('classes that a text names', () => {
  test.each<readonly [string, readonly string[], readonly string[]]>([
    [
      'in a list that gives the promise in full for the first alone',
      [
        '1. Levels',
        '1.1 Gold: the Service shall be available 99.95% of each month. Silver: 99.4%. Bronze: best efforts, without commitment.',
      ],
      [
        'availability 99.95 Gold',
        'availability 99.4 Silver',
        'availability Bronze: best efforts, without commitment Bronze',
      ],
    ],
    [
      'in such a list in Chinese',
      ['1. 等级', '1.1 金牌：月度可用性不低于99.95%。银牌：99.4%。铜牌：不作承诺。'],
      ['availability 99.95 金牌', 'availability 99.4 银牌', 'availability 铜牌：不作承诺 铜牌'],
    ],
    [
      'in headings by their customers',
      ['1. 白金客户', '1.1 月度可用性不低于99.97%。', '2. 普通客户', '2.1 月度可用性不低于99.4%。'],
      ['availability 99.97 白金', 'availability 99.4 普通客户'],
    ],
    [
      'as the others',
      ['1. 可用性', '1.1 尊享版月度可用性不低于99.97%，其他版本月度可用性不低于99.4%。'],
      ['availability 99.97 尊享版', 'availability 99.4 其他版本'],
    ],
    [
      'in one sentence',
      ['1. 可用性', '1.1 基础版的月度可用性不低于99.9%，企业版的月度可用性不低于99.99%。'],
      ['availability 99.9 基础版', 'availability 99.99 企业版'],
    ],
    [
      'with the tiers of each',
      [
        '1. 可用性',
        '1.1 金牌服务的月度可用性不低于99.95%，银牌服务的月度可用性不低于99.5%。',
        '1.2 金牌服务的月度可用性低于99.95%的，赔偿当月服务费的20%。',
        '1.3 银牌服务的月度可用性低于99.5%的，赔偿当月服务费的10%。',
      ],
      ['availability 99.95 金牌', 'availability 99.5 银牌', 'credit-tier 99.95:20 金牌', 'credit-tier 99.5:10 银牌'],
    ],
    [
      'in headings, over tables of their own',
      [
        '1. 金牌服务',
        '1.1 月度可用性不低于99.95%。',
        '月度可用性\t赔偿\n低于99.95%\t月度服务费的30%',
        '2. 银牌服务',
        '2.1 月度可用性不低于99.5%。',
        '月度可用性\t赔偿\n低于99.5%\t月度服务费的10%',
      ],
      ['availability 99.95 金牌', 'credit-tier 99.95:30 金牌', 'availability 99.5 银牌', 'credit-tier 99.5:10 银牌'],
    ],
    [
      'in English',
      [
        '1. Availability',
        '1.1 For the Gold plan, monthly uptime is at least 99.95%. For the Silver plan, monthly uptime is at least 99.5%.',
      ],
      ['availability 99.95 Gold', 'availability 99.5 Silver'],
    ],
    [
      'two in one breath',
      ['1. 可用性', '1.1 基础版和标准版的月度可用性不低于99.9%。', '1.2 旗舰版的月度可用性不低于99.99%。'],
      ['availability 99.9 基础版', 'availability 99.9 标准版', 'availability 99.99 旗舰版'],
    ],
    // A single class is no class, and words that only look like one name none.
    ['one alone', ['1. 可用性', '1.1 企业版的月度可用性不低于99.9%。'], ['availability 99.9']],
    [
      'a company and a grade',
      [
        '1. 可用性',
        '1.1 企业客户的月度可用性按行业标准级别考核，不低于99.9%。',
        '1.2 低于99.9%的，赔偿当月服务费的10%。',
      ],
      ['availability 99.9', 'credit-tier 99.9:10'],
    ],
  ])('%s', (_name, lines, expected) => {
    expect(told(...lines)).toEqual(expected);
  });
});

describe('classes that headings name, or that a text leaves out', () => {
  const TIERS = (below: string, deep: number): readonly string[] => [
    `（1）可用性低于${below}%但不低于98%的，返还月服务费的10%；`,
    `（2）可用性低于98%的，返还月服务费的${deep}%。`,
  ];

  test.each<readonly [string, readonly string[]]>([
    ['as numbered lines', ['3.1 双机热备：', ...TIERS('99.9', 40), '3.2 单机：', ...TIERS('99.5', 20)]],
    [
      'as headings that say what stands below them',
      ['3.1 双机热备的赔偿标准', ...TIERS('99.9', 40), '3.2 单机的赔偿标准', ...TIERS('99.5', 20)],
    ],
  ])('a heading is the class of the tiers below it, %s', (_way, lines) => {
    expect(told('3. 赔偿', ...lines)).toEqual([
      'credit-tier 99.9:10 双机热备',
      'credit-tier 98:40 双机热备',
      'credit-tier 99.5:10 单机',
      'credit-tier 98:20 单机',
    ]);
  });

  test('in English, with a table below each', () => {
    const table = (credit: number): string =>
      `| Uptime | Credit |\n| --- | --- |\n| below 99% | ${credit}% of the monthly fee |`;
    const lines = ['## 3.1 Multi-zone deployments', table(30), '## 3.2 Single-zone deployments', table(15)];
    expect(told('# 3 Service credits', ...lines)).toEqual([
      'credit-tier 99:30 Multi-zone deployments',
      'credit-tier 99:15 Single-zone deployments',
    ]);
  });

  test('one list of tiers whose steps have headings is of no class', () => {
    const lines = [
      '3.1 第一档',
      '可用性低于99.9%但不低于99%的，返还月服务费的10%。',
      '3.2 第二档',
      '可用性低于99%的，返还月服务费的30%。',
    ];
    expect(told('3. 赔偿', ...lines)).toEqual(['credit-tier 99.9:10', 'credit-tier 99:30']);
  });

  test.each<readonly [string, readonly string[]]>([
    ['备用副本不享有赔偿。', ['备用副本']],
    ['免费版和测试实例均不参与赔偿。', ['免费版', '测试实例']],
    ['本协议的赔偿不适用于体验套餐。', ['体验套餐']],
    ['Standby replicas are not eligible for service credits.', ['Standby replicas']],
    ['No credits are due for trial accounts.', ['trial accounts']],
    ['Preview instances receive no credits.', ['Preview instances']],
    // A cause, a time and a person that did something are no class.
    ['计划内维护不计入赔偿。', []],
    ['逾期付款的用户不享有赔偿。', []],
    ['因不可抗力造成的中断不参与赔偿。', []],
    ['该实例不参与赔偿。', []],
  ])('%s', (words, classes) => {
    const lines = ['1. 可用性', '1.1 月度可用性不低于99.9%。', `1.2 ${words}`];
    const left = classes.map((name) => `availability ${words} ${name}`);
    expect(told(...lines)).toEqual(['availability 99.9', ...left]);
  });
});
