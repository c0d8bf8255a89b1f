import { describe, expect, it } from 'vitest';
import type { AgreementDocument } from '../../../../src-main/agreement/model.ts';
import { read } from '../../../../src-main/agreement/read.ts';
import { readText } from '../../../../src-main/import/text/text.ts';

const readAll = (text: string): readonly AgreementDocument[] => read(readText(text, 'utf-8')).documents;
const texts = (text: string): readonly string[] =>
  readAll(text).flatMap(({ clauses }) => clauses.map((clause) => clause.text));

describe('sentences that a page cut', () => {
  it('joins Chinese without a space, English with one, and logs both', () => {
    const [document] = readAll(
      '1. 甲方应当按照双方约定的期限向乙方支付本合同项下的全部服务\n\n费用。\n\n2. The Customer shall pay all of the\n\nfees when they are due.',
    );
    expect(document?.clauses.map(({ text }) => text)).toEqual([
      '甲方应当按照双方约定的期限向乙方支付本合同项下的全部服务费用。',
      'The Customer shall pay all of the fees when they are due.',
    ]);
    expect(document?.repairs.map(({ kind, line }) => [kind, line])).toEqual([
      ['joined-lines', 1],
      ['joined-lines', 5],
    ]);
  });

  it.each([
    ['a heading and its text', '二、服务费用\n\n费用以订单页面公示的价格为准，按月结算。'],
    [
      'a title and its text',
      '示例云服务使用条款（适用于中国内地各地域的全部客户与用户）\n\n本条款由双方订立，自签署之日起生效。',
    ],
    [
      'a formula and its text',
      '可用性 = (总分钟数 - 不可用分钟数) / 总分钟数 × 100%\n\n特别说明：以上按月统计，单路接入不在保证范围内。',
    ],
    ['a label and its value', '甲方：示例有限公司\n\n地址：示例路一号。'],
    ['a sentence that ended', '甲方应当付款。\n\n乙方应当服务，并提供支持。'],
    ['a sentence and a number', '甲方应当承担下列义务，包括但不限于以下各项内容\n\n（1）按时付款；\n\n（2）如实登记。'],
  ])('does not join %s', (_, text) => {
    expect(texts(text)).toHaveLength(text.split('\n\n').length);
    expect(readAll(text).flatMap(({ repairs }) => repairs)).toEqual([]);
  });

  it.each([
    [
      'a clause it refers to',
      '1.4 The Customer may also terminate for convenience under\n\nSection 8.5 (Ending). Use is consent.',
    ],
    ['a number told twice', '1.4 A part of a minute is rounded up to one\n\n(1) minute. The Provider counts them.'],
  ])('goes on with %s', (_, text) => {
    const [document] = readAll(`1. Terms\n\n1.3 The Provider serves.\n\n${text}\n\n1.5 The Customer pays.\n`);
    expect(document?.clauses.map(({ number }) => number)).toEqual(['1', '1.3', '1.4', '1.5']);
  });

  it('makes paragraphs of hard-wrapped lines, one repair each', () => {
    const paragraph = [
      'The Provider will make the services available to the Customer under this',
      'agreement and the order forms, and will use reasonable efforts to keep',
      'them available at least 99.95% of the time in each month, as set out in',
      'Section 4.2 below. Credits are the only remedy for a month that is under',
      'it.',
    ].join('\n');
    const [document] = readAll(`1. Service\n\n${paragraph}\n\n2. Fees\n\n${paragraph}\n`);
    expect(document?.clauses.map(({ number, text }) => number ?? text.split(' ').length)).toEqual(['1', 54, '2', 54]);
    expect(document?.repairs).toHaveLength(2);
    const apart = read(readText(`1. Service\n\n${paragraph}\n\n2. Fees\n\n${paragraph}\n`, 'utf-8'), {
      keepApart: [3],
    });
    expect(apart.documents[0]?.repairs.map(({ line }) => line)).toEqual([11]);
  });

  it('takes the furniture of pages out, and the sentence across it together', () => {
    const page = (n: number, body: string): string => `示例服务合同\n${body}\n第 ${n} 页 共 3 页`;
    const reading = read(
      readText(
        [
          page(1, '1. 甲方应当按照双方约定的期限向乙方支付本合同项下的全部服务'),
          page(2, '费用，并开具发票。\n2. 乙方应当服务。'),
          page(3, '3. 其他事项。'),
        ].join('\n\f'),
        'utf-8',
      ),
    );
    const [document] = reading.documents;
    expect(document?.title).toBe('示例服务合同');
    expect(document?.clauses.map(({ number }) => number)).toEqual([undefined, '1', '2', '3']);
    expect(document?.clauses[1]?.text).toContain('全部服务费用，并开具发票。');
  });
});
