import { describe, expect, test } from 'vitest';
import { read } from '../../../../src-main/agreement/read.ts';
import { partiesOf } from '../../../../src-main/agreement/parties/parties.ts';
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
    [
      '备份规则',
      [
        '星桥云提供的备份按量计费。',
        '请登录星桥云控制台查看。',
        '您的星桥云账户欠费的，备份将被清除。',
        '备份可以恢复。',
        '备份将被保留。',
      ],
      '星桥云',
    ],
    ['运费规则', ['Quaydock 有权调整运费。', '由 Quaydock 承担的部分不退。', 'Quaydock 用户可以申诉。'], 'Quaydock'],
    [
      'Terms of Service',
      ['quayd may change these Terms. quayd’s services may stop.', 'You pay quayd. quayd will keep your data.'],
      'quayd',
    ],
    [
      'Fair Use',
      [
        'Content sent through Quayside must be lawful.',
        'People on Quayside and partners of Quayside agree to this.',
        'Write to help@quayside.com about any Confidential Information.',
        'The Confidential Information is what Quayside marks as such.',
      ],
      'Quayside',
    ],
    ['停车服务规则', ['车辆自行看管。', '东港停车有限公司不在场的，以告示为准。'], '东港停车有限公司'],
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

  test('is not a company that merely stands in the text where another acts', () => {
    const card = 'Payments are made by Harbor Cards, Inc. on a page of its own.';
    expect(
      named(
        'Terms of Service',
        card,
        'Quayside may change prices.',
        'Quayside will serve you.',
        'Quayside is not liable.',
      ),
    ).toBe('Quayside');
  });

  test('a company that is defined goes before a name that acts', () => {
    const defined = '本条款由东港仓储有限公司（以下简称“东港”）制定。';
    expect(named('云帆服务条款', defined, '云帆有权收费。', '云帆有权停止。', '云帆有权变更。')).toBe(
      '东港仓储有限公司',
    );
  });
});

describe('what tells a provider from a product', () => {
  test.each<[string, readonly string[], string]>([
    [
      'whose short name is explained',
      ['云帆平台服务协议', '“东港”是指“青原市东港科技有限公司”。', '云帆平台有权收费。', '云帆平台有权停止。'],
      '青原市东港科技有限公司',
    ],
    [
      'who runs it',
      ['云帆平台服务协议', '云帆平台由青原市东港科技有限公司开发和运营。', '云帆平台有权收费。'],
      '青原市东港科技有限公司',
    ],
    [
      'whose mail it is',
      [
        'Terms of Service',
        'Write to us at legal@quayside.io.',
        'You can reach quayside by mail only.',
        'Service is paid for.',
      ],
      'quayside',
    ],
  ])('%s', (_what, paragraphs, name) => {
    expect(read(readText(paragraphs.join('\n\n'), 'utf-8'), {}, null).documents[0]?.provider).toBe(name);
  });
});

describe('the lettered parties', () => {
  const sides = (...clauses: readonly string[]): readonly (string | undefined)[] => {
    const text = ['示例合作合同', '', ...clauses.map((each, index) => `${index + 1}. ${each}`)].join('\n\n');
    const [document] = read(readText(text, 'utf-8')).documents;
    if (!document) throw new Error('the text is one document');
    const { side } = partiesOf(document);
    return [side('甲方'), side('乙方'), side('丙方')];
  };

  test('are told apart by what each does; without a sign 甲方 buys', () => {
    expect(sides('甲方向乙方提供仓储服务。', '乙方应按月支付仓储费。', '甲方有权暂停服务。')).toEqual([
      ...['provider', 'customer', undefined],
    ]);
    expect(sides('丙方为甲方和乙方提供撮合平台。', '甲方、乙方应向丙方支付佣金。', '丙方不承担担保责任。')).toEqual([
      ...['customer', 'customer', 'provider'],
    ]);
    expect(sides('双方应当遵守法律。')).toEqual(['customer', 'provider', undefined]);
  });

  test('are named where they are named', () => {
    const named = (line: string): string | undefined => providerOf(`${line}\n\n甲方：某某\n\n本合同由双方订立。`);
    expect(named('丙方（居间方）：东港居间有限公司')).toBe('东港居间有限公司');
    expect(named('保证人（乙方）：东港担保有限公司，地址如下')).toBe('东港担保有限公司');
    expect(named('乙方（服务商）：（盖章）')).toBeUndefined();
  });
});

describe('a provider for whom little speaks', () => {
  const of = (...paragraphs: readonly string[]): string | undefined =>
    read(readText(paragraphs.join('\n\n'), 'utf-8'), {}, null).documents[0]?.provider;

  test.each<[string, readonly string[], string | undefined]>([
    [
      'whose user the reader is',
      ['关于计费调整的通知', '尊敬的星桥云用户：', '证书的计费方式将于下月调整。'],
      '星桥云',
    ],
    [
      'by the form of a brand',
      ['带宽说明', '星桥云提供的带宽适用于多种场景。', '如有疑问，可查阅星桥云的文档。'],
      '星桥云',
    ],
    [
      'a name that is written small',
      [
        'Terms of Use',
        'Welcome to quuxlabs. These terms are between you and quuxlabs.',
        "Your use of quuxlabs's services is at your own risk.",
        'We may change the site. quuxlabs does not promise anything.',
      ],
      'quuxlabs',
    ],
    [
      'the host of its addresses',
      [
        'Rules of the forum',
        'Be kind on quuxlabs. Ask the people of quuxlabs first.',
        'Write to help@quuxlabs.com or visit quuxlabs.',
      ],
      'quuxlabs',
    ],
    ['words of a sentence are none', ['说明', '影响用户的，影响账户的，影响平台的，均应处理。'], undefined],
  ])('%s', (_what, paragraphs, expected) => expect(of(...paragraphs)).toBe(expected));
});

describe('a provider that English definitions name without the form of a company', () => {
  const named = (definition: string): string | undefined =>
    read(
      readText(
        ['Terms of Use', '1. Interpretation', definition, '2. Use', 'The Company may end it.'].join('\n\n'),
        'utf-8',
      ),
    ).documents[0]?.provider;

  test.each([
    [
      '“Company” (referred to as either "the Company", "We" or "Us") refers to Oakline Labs, 12 Elm Street.',
      'Oakline Labs',
    ],
    ['“Provider” means Quayside.', 'Quayside'],
    ['“We” and “us” mean the Harbour & Lane Collective, with its seat in Elmport.', 'Harbour & Lane Collective'],
  ])('%s', (definition, provider) => expect(named(definition)).toBe(provider));

  test.each([
    ['“Company” means any person that uses the Service.', 'Any'],
    ['“Supplier” means Customer, where it resells.', 'Customer'],
  ])('%s', (definition, wrong) => expect(named(definition) ?? '').not.toContain(wrong));
});

describe('who provides, in Chinese', () => {
  const named = (title: string, ...clauses: readonly string[]): string | undefined =>
    read(readText([title, '', ...clauses.map((text, index) => `${index + 1}. ${text}`)].join('\n\n'), 'utf-8'))
      .documents[0]?.provider;
  const side = (letter: string, ...clauses: readonly string[]): string | undefined => {
    const [document] = read(readText(['合作合同', '', ...clauses].join('\n\n'), 'utf-8')).documents;
    return document && partiesOf(document).side(letter);
  };

  test.each([
    ['下线通知', ['为改善体验，星桥云将于2031年4月1日下线旧版本。', '请及时升级。'], '星桥云'],
    ['收费说明', ['东港快递近期调整运费。', '请知悉。'], '东港快递'],
    ['隐私政策', ['南浦商城服务提供者（或简称“我们”）重视隐私。', '孩子的信息受到保护。'], '南浦'],
    ['许可证', ['版权声明 (C) 2031 南浦星桥科技有限公司。', '您须保留本许可证。'], '南浦星桥科技有限公司'],
    ['使用许可', ['版权所有 © 2031 东港软件有限公司，保留所有权利。', '不得出租。'], '东港软件有限公司'],
  ] as const)('%s: %s', (title, clauses, provider) => {
    expect(named(title, ...clauses)).toBe(provider);
  });

  test.each([
    ['服务条款', ['双方将于2031年4月1日签约。', '请及时升级。']],
    ['隐私政策', ['您的授权可以撤回。授权有权撤回。', '如您取消授权，授权将失效。', '授权可以随时变更。']],
    ['入驻规则', ['店铺类型及相关有权变更。', '店铺类型及相关不承担责任。', '指不符合规定有权下架。']],
  ] as const)('nobody: %s: %s', (title, clauses) => {
    expect(named(title, ...clauses)).toBeUndefined();
  });

  test.each([
    ['甲方', ['1. 乙方应按月向甲方支付平台管理费。', '2. 甲方收到款项后向乙方开具发票。']],
    ['甲方', ['1. 乙方向甲方提供真实资料。', '2. 甲方为乙方提供培训服务。', '3. 乙方支付服务费。']],
    ['乙方', ['1. 甲方委托乙方编制报告。', '2. 甲方应支付乙方技术咨询费。']],
  ] as const)('%s provides: %s', (letter, clauses) => {
    expect(side(letter, ...clauses)).toBe('provider');
  });

  test('who is paid for a breach provides nothing by that', () => {
    expect(side('乙方', '1. 乙方为甲方提供运维服务。', '2. 乙方违约的，应向甲方支付违约金。')).toBe('provider');
    expect(side('乙方', '1. 甲方向乙方提供场地及资料。', '2. 甲方使用服务。')).toBe('provider');
  });
});
