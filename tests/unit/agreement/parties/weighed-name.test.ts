import { describe, expect, test } from 'vitest';
import names from '../../../../assets/reading/names.json' with { type: 'json' };
import { knownWords, piecesOf } from '../../../../src-main/agreement/parties/known-words.ts';
import { NAME_TRAITS, nameCandidates } from '../../../../src-main/agreement/parties/name-candidates.ts';
import { read } from '../../../../src-main/agreement/read.ts';
import { readText } from '../../../../src-main/import/text/text.ts';

const named = (title: string, ...clauses: readonly string[]): string | undefined =>
  read(readText([title, '', ...clauses].join('\n\n'), 'utf-8'), {}, null).documents[0]?.provider;

describe('known words', () => {
  test('are pairs of Chinese letters and small Latin words, each once', () => {
    expect([...piecesOf('岚屿云 Quayside，岚屿 quayside 7')]).toEqual(['岚屿', '屿云', 'quayside']);
  });

  test('are told by how many texts have them', () => {
    const known = knownWords({
      many: { pairs: '服务用户', words: 'service user' },
      some: { pairs: '岚屿', words: 'quay' },
    });
    expect(['服务', 'user', '岚屿', 'quay', '务用', 'dock'].map(known.rarity)).toEqual([0, 0, 1, 1, 2, 2]);
  });

  test('the shipped weights are those of the traits, and common words are known', () => {
    expect(Object.keys(names.weights).toSorted()).toEqual([...NAME_TRAITS].toSorted());
    const known = knownWords(names);
    expect(['服务', '用户', 'agreement', 'services'].map(known.rarity)).toEqual([0, 0, 0, 0]);
  });
});

describe('the name that is the likeliest of all', () => {
  test.each([
    [
      'is written small and stands at the head of its sentences',
      [
        'Uptime Promise',
        'quuxlabs keeps the line up for 99.9 % of each month.',
        'A credit is given on request. quuxlabs pays it with the next bill.',
        'Outages that were announced do not count. quuxlabs announces them a week ahead.',
      ],
      'quuxlabs',
    ],
    [
      'is of two letters, the first of which leads to names elsewhere',
      [
        '新岚服务协议',
        '新岚为商家提供开店工具。商家使用新岚，即受本协议约束。',
        '商家在新岚开店的，新岚有权核对其资质。',
        '新岚按月结算货款。新岚的结算单以电子方式送达。',
        '因商家原因造成损失的，新岚不赔偿。',
        '商家注销店铺的，新岚自注销之日起清退保证金。',
        '就争议，商家可联系新岚。',
        '新岚修改规则的，提前公告。',
        '商家的资料由新岚保管。商家可向新岚查询。',
      ],
      '新岚',
    ],
    [
      'is the one company where a word for its part is used throughout',
      [
        '青栗生活入驻须知',
        '青栗生活由平台维护，商户应当遵守平台的规则。',
        '商户向平台缴纳保证金，平台在商户退出后退还。平台不垫付货款。',
        '平台核对商户的资质，资质不全的，平台不予开通。平台每年复核一次。',
        '平台按周结算。平台对账后付款。平台代扣佣金。平台出具账单。',
        '争议由平台先行调解。平台调解不成的，起诉至平台所在地。',
        '收款单位：东港青禾商务有限公司',
      ],
      '东港青禾商务有限公司',
    ],
  ] as const)('%s', (_why, [title, ...clauses], name) => {
    expect(named(title, ...clauses)).toBe(name);
  });

  test.each([
    ['on one mention', ['服务条款', '星桥云有权调整规则。', '客户应当付款。']],
    ['a word that anybody uses', ['收费说明', '数据备份按量收费。', '数据备份每日执行。', '删除数据备份后不再收费。']],
    [
      'a word that the text defines for a side',
      ['Terms of Order', '“Principal” means any person giving an order.', 'Principal may change it. Principal pays.'],
    ],
  ] as const)('is nobody: %s', (_why, [title, ...clauses]) => {
    expect(named(title, ...clauses)).toBeUndefined();
  });

  test('a candidate is where it stands, with the company that holds it', () => {
    const known = knownWords(names);
    const also = { company: { name: '东港岚屿科技有限公司', weak: false } };
    const candidates = nameCandidates('岚屿使用条款', ['岚屿有权停止。请联系岚屿。东港岚屿科技有限公司'], also, known);
    expect(candidates.find(({ name }) => name === '岚屿')?.traits).toMatchObject({ titleStart: 1, company: 1, two: 1 });
    expect(candidates.find(({ name }) => name === '东港岚屿科技有限公司')?.traits).toMatchObject({ full: 1, only: 1 });
    expect(candidates.find(({ name }) => name === '平台')).toBeUndefined();
  });
});

describe('of a form with a blank for the other side', () => {
  test.each([
    ['the side that is filled in', '甲方：东港健康促进中心\n\n乙方：____________', '东港健康促进中心'],
    ['not one that buys', '甲方（委托方）：东港健康促进中心\n\n乙方：____________', undefined],
    ['not where the blank is for who provides', '甲方：东港健康促进中心\n\n乙方（服务商）：______', undefined],
    ['not where both are blank', '甲方：______\n\n乙方：______', undefined],
  ])('%s', (_why, sides, name) => {
    expect(named('合作协议', sides, '1. 双方应当遵守法律。', '2. 本协议一式两份。')).toBe(name);
  });

  const BUYER = '甲方：东港松屿科技有限公司\n\n乙方：____________';
  test.each([
    ['甲方向乙方采购货架 40 组。', '甲方支付价款 2 万元。'],
    ['甲方拟从乙方处购买货架。', '双方应当遵守法律。'],
    ['甲方采购办公用品，乙方按单送货。', '双方应当遵守法律。'],
    ['甲方委托乙方校对图册。', '甲方支付报酬。'],
    ['甲方聘请乙方担任顾问。', '双方应当遵守法律。'],
    ['乙方为甲方提供保洁服务。', '甲方按月付款。'],
  ])('not one that by its deeds buys: %s %s', (...clauses) => {
    expect(named('合作协议', BUYER, ...clauses.map((text, index) => `${index + 1}. ${text}`))).toBeUndefined();
    expect(named('合作协议', BUYER.replace('甲', '丁').replace('乙方', '甲方').replace('丁', '乙'), ...clauses)).toBe(
      '东港松屿科技有限公司',
    );
  });

  test('nor then a word of the title', () => {
    const clauses = ['甲方：东港松屿科技有限公司（以下简称“甲方”）', '乙方：________', '甲方委托乙方校对图册。'];
    expect(named('校对合同', ...clauses)).toBeUndefined();
  });

  test.each([
    ['乙方向甲方采购货架 40 组。', '乙方支付价款 2 万元。'],
    ['乙方委托甲方校对图册。', '乙方支付报酬。'],
    ['乙方购买甲方的课程。', '乙方退课的，甲方退还余款。'],
    ['甲方采购部负责联络。', '乙方按月付款。'],
  ])('that sells to who fills in the blank: %s %s', (...clauses) => {
    expect(named('合作协议', BUYER, ...clauses)).toBe('东港松屿科技有限公司');
  });

  test.each([
    ['甲方（委托方）：东港松屿科技有限公司\n\n乙方：________'],
    ['甲方：东港松屿科技有限公司\n\n乙方（服务商）：________'],
  ])('not the only company where it buys by its part: %s', (sides) => {
    expect(named('合作协议', sides, '1. 双方应当遵守法律。', '2. 本协议一式两份。')).toBeUndefined();
  });
});
