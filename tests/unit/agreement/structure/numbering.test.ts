import { describe, expect, it } from 'vitest';
import { parseNumber } from '../../../../src-main/agreement/structure/numbering.ts';
import { settleNumbers } from '../../../../src-main/agreement/structure/numbering-sequence.ts';

const read = (text: string): readonly unknown[] | undefined => {
  const number = parseNumber(text);
  return number && [number.raw, number.values, text.slice(number.length)];
};
const settled = (lines: readonly string[]): readonly (string | undefined)[] =>
  settleNumbers(lines.map(parseNumber)).map((number) => number && `${number.style} ${number.values.join('.')}`);

describe('numbers as people write them', () => {
  it.each<[string, string, number[], string]>([
    ['第九条 保密', '第九条', [9], '保密'],
    ['第十二章　总则', '第十二章', [12], '总则'],
    ['第3条：费用', '第3条', [3], '费用'],
    ['第 十 条 责任', '第 十 条', [10], '责任'],
    ['十三、争议', '十三', [13], '争议'],
    ['二．服务', '二', [2], '服务'],
    ['五. 其他', '五', [5], '其他'],
    ['（三）账号', '（三）', [3], '账号'],
    ['(一)账号', '(一)', [1], '账号'],
    ['1. Scope', '1', [1], 'Scope'],
    ['1 . 定义', '1', [1], '定义'],
    ['2、费用', '2', [2], '费用'],
    ['3)费用', '3', [3], '费用'],
    ['（4）费用', '（4）', [4], '费用'],
    ['(12) fees', '(12)', [12], 'fees'],
    ['①直接损失', '①', [1], '直接损失'],
    ['⒊ 费用', '⒊', [3], '费用'],
    ['㈡ 费用', '㈡', [2], '费用'],
    ['3.1.3.10. 通知', '3.1.3.10', [3, 1, 3, 10], '通知'],
    ['1．1 服务', '1．1', [1, 1], '服务'],
    ['１．２．３服务', '１．２．３', [1, 2, 3], '服务'],
    ['3.1服务', '3.1', [3, 1], '服务'],
    ['1.1 Fees', '1.1', [1, 1], 'Fees'],
    ['(a) resell', '(a)', [1], 'resell'],
    ['b) resell', 'b', [2], 'resell'],
    ['C. Fees', 'C', [3], 'Fees'],
    ['iv. notices', 'iv', [4], 'notices'],
    ['ARTICLE IV', 'ARTICLE IV', [4], ''],
    ['Article 5 – Fees', 'Article 5', [5], 'Fees'],
    ['Section 4.2 Fees', 'Section 4.2', [4, 2], 'Fees'],
    ['§ 7 Liability', '§ 7', [7], 'Liability'],
    ['EXHIBIT B: Fees', 'EXHIBIT B', [2], 'Fees'],
    ['附件1：承诺书', '附件1', [1], '承诺书'],
    ['附件二 价格表', '附件二', [2], '价格表'],
    ['2-1 费用', '2-1', [2, 1], '费用'],
    ['3-1-4费用', '3-1-4', [3, 1, 4], '费用'],
    ['A.1 Fees', 'A.1', [1001, 1], 'Fees'],
    ['B.2.c. Fees', 'B.2.c', [1002, 2, 3], 'Fees'],
    ['A.1.b.iv Fees', 'A.1.b.iv', [1001, 1, 2, 4], 'Fees'],
    ['II.3 Fees', 'II.3', [1002, 3], 'Fees'],
    ['4.1.b Fees', '4.1.b', [4, 1, 2], 'Fees'],
    ['4(a) Fees', '4(a)', [4, 1], 'Fees'],
    ['4.1(b)(ii) Fees', '4.1(b)(ii)', [4, 1, 2, 2], 'Fees'],
    ['Rule 3. Fees', 'Rule 3', [3], 'Fees'],
    ['Third, the fees', 'Third', [3], 'the fees'],
    ['第三步 付款', '第三步', [3], '付款'],
    ['问题三：付款', '问题三', [3], '付款'],
    ['6.3. ____ 退款', '6.3', [6, 3], '____ 退款'],
    ['\u200b7.2.1 Fees', '7.2.1', [7, 2, 1], 'Fees'],
    ['\u200b    （二）费用', '（二）', [2], '费用'],
    ['**3.1 Fees', '3.1', [3, 1], 'Fees'],
    ['·（2）攻击引起的', '（2）', [2], '攻击引起的'],
    ['• 4) fees', '4', [4], 'fees'],
    ['- b) 押金不退', 'b', [2], '押金不退'],
    ['—（三）费用', '（三）', [3], '费用'],
  ])('%s', (text, raw, values, rest) => {
    expect(read(text)).toEqual([raw, values, rest]);
  });

  it.each([
    '第三条约定的费用由甲方承担',
    '第三条、第四条的约定除外',
    '第三方服务',
    '99.95%以上',
    '- 30 days after',
    '-3.5 % of the fee',
    '· 3‰的违约金',
    '3‰的违约金',
    '2.0_跨域',
    '0571-10010',
    '3-5-周',
    'U.S. law applies',
    'A.I. systems',
    'third, the fees',
    '192.168.1.1/24',
    '2023年3月20日',
    '2023.3.20 发布',
    '4.3条、4.4条和4.5条',
    '7×24小时',
    'Section 4.2 applies to this',
    'e.g. a resale',
    'U.S. law',
    '附件1的各项承诺',
    '(the) customer',
    'part of the service',
    '30 days after',
    'www.example.com',
  ])('is no clause number: %s', (text) => {
    expect(settled([text])).toEqual([undefined]);
  });

  it('tells letters and romans apart by their neighbours', () => {
    expect(settled(['(a) x', '(i) x', '(ii) x', '(b) x'])).toEqual(['(a) 1', '(i) 1', '(i) 2', '(a) 2']);
    expect(settled(['(g) x', '(h) x', '(i) x', '(j) x'])).toEqual(['(a) 7', '(a) 8', '(a) 9', '(a) 10']);
    expect(settled(['(h) x', '(i) x', '(ii) x'])).toEqual(['(a) 8', '(i) 1', '(i) 2']);
    expect(settled(['I. A', 'II. B', 'III. C', 'IV. D', 'V. E'])).toEqual(['I. 1', 'I. 2', 'I. 3', 'I. 4', 'I. 5']);
    expect(settled(['A. x', 'B. x', 'C. x', 'D. x'])).toEqual(['A. 1', 'A. 2', 'A. 3', 'A. 4']);
  });

  it('believes a doubtful number only beside its neighbour', () => {
    expect(settled(['1 定义', '2 服务', '3 费用'])).toEqual(['1 1', '1 2', '1 3']);
    expect(settled(['2 服务器'])).toEqual([undefined]);
    expect(settled(['J. Smith signs'])).toEqual([undefined]);
    expect(settled(['1.1 服务', '1.2个人信息', '1.3 费用'])).toEqual(['1.1 1.1', '1.1 1.2', '1.1 1.3']);
    expect(settled(['1.5倍赔偿'])).toEqual([undefined]);
    expect(settled(['2. 费用', '3.30日内付款'])).toEqual(['1. 2', '1. 3']);
  });

  it('is quick on hostile text', () => {
    const hostile = [
      '1.'.repeat(50_000),
      '('.repeat(50_000),
      '第'.repeat(50_000),
      'i'.repeat(50_000),
      '一'.repeat(50_000),
    ];
    const started = performance.now();
    for (const text of hostile) parseNumber(text);
    expect(performance.now() - started).toBeLessThan(200);
    expect(parseNumber(''.padEnd(10))).toBeUndefined();
  });
});
