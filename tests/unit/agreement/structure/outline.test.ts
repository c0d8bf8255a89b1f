import { describe, expect, it } from 'vitest';
import type { AgreementDocument } from '../../../../src-main/agreement/model.ts';
import { read } from '../../../../src-main/agreement/read.ts';
import { readText } from '../../../../src-main/import/text/text.ts';

const only = (text: string): AgreementDocument => {
  const { documents } = read(readText(text, 'utf-8'));
  expect(documents).toHaveLength(1);
  return documents[0] as AgreementDocument;
};
/** `number:level:role` of every numbered clause. */
const shape = (document: AgreementDocument): readonly string[] =>
  document.clauses
    .filter(({ number }) => number !== undefined)
    .map(({ number, level, role }) => `${number}:${level}:${role}`);
const anomalies = (document: AgreementDocument): readonly string[] =>
  document.clauses.flatMap(({ number, anomaly }) => (anomaly ? [`${number} ${anomaly}`] : []));

describe('the outline', () => {
  it('nests chapters, articles, decimals and items', () => {
    const document = only(
      '示例服务合同\n第一章 总则\n第一条 目的\n本合同明确双方权利。\n第二章 费用\n第二条 支付\n2.1甲方应付款。\n（1）按月；\n①现金；\n②转账；\n（2）按年。\n2.2逾期的，应付违约金。\n第三条 其他\n一、一式两份。\n二、盖章生效。',
    );
    expect(shape(document)).toEqual([
      ...[
        '第一章:1:heading',
        '第一条:2:heading',
        '第二章:1:heading',
        '第二条:2:heading',
        '2.1:3:clause',
        '（1）:4:item',
      ],
      ...['①:5:item', '②:5:item', '（2）:4:item', '2.2:3:clause', '第三条:2:heading', '一:3:clause', '二:3:clause'],
    ]);
    expect(anomalies(document)).toEqual([]);
  });

  it('keeps a list inside the section that has its style, and goes on the sections after it', () => {
    const document = only(
      '# 示例服务合同\n\n## 3. 赔偿\n按约定赔偿。\n\n## 4. 例外\n因下列原因中断的，乙方不赔：\n1. 甲方误操作；\n2. 甲方欠费；\n3. 停电；\n4. 地震。\n\n## 5. 其他\n1. 盖章生效。',
    );
    expect(shape(document)).toEqual([
      ...['3:1:heading', '4:1:heading', '1:2:item', '2:2:item', '3:2:item', '4:2:item', '5:1:heading', '1:2:item'],
    ]);
    const lead = document.clauses.find(({ text }) => text.endsWith('乙方不赔：'));
    expect(lead?.parent).toBe(document.clauses.find(({ number }) => number === '4')?.id);
  });

  it('nests English articles, sections, letters and romans', () => {
    const document = only(
      'Master Services Agreement\n\nARTICLE I\nDEFINITIONS\n\n1.1 "Service" means the service.\n\nARTICLE II – FEES\n\n2.1 Payment. Customer shall pay:\n(a) fees; and\n(b) taxes, being\n(i) sales tax; and\n(ii) use tax.\n2.2 Refunds. None.',
    );
    expect(shape(document)).toEqual([
      ...[
        'ARTICLE I:1:heading',
        '1.1:2:definition',
        'ARTICLE II:1:heading',
        '2.1:2:clause',
        '(a):3:item',
        '(b):3:item',
      ],
      ...['(i):4:item', '(ii):4:item', '2.2:2:clause'],
    ]);
    expect(document.clauses.find(({ number }) => number === '2.1')?.heading).toBe('Payment');
  });

  it('keeps duplicated, skipped and misplaced numbers as written and says so', () => {
    const document = only('示例条款\n1. 甲\n1.1 一。\n1.3 二。\n1.3 三。\n1.2 四。\n2.2.1 五。\n2. 乙\n2.2 六。');
    expect(anomalies(document)).toEqual([
      '1.3 gap',
      '1.3 duplicate-number',
      '1.2 misplaced',
      '2.2.1 misplaced',
      '2.2 gap',
    ]);
  });

  it('reads steps that start again at one as items of their section', () => {
    const document = only(
      '操作指南\n\n开通服务\n\n1. 登录控制台。\n2. 选择套餐。\n\n关闭服务\n\n1. 进入列表。\n2. 点击关闭。\n',
    );
    expect(shape(document)).toEqual(['1:2:item', '2:2:item', '1:2:item', '2:2:item']);
    expect(anomalies(document)).toEqual([]);
    expect(document.kind).toBe('guide');
  });

  it('splits several clauses in one line, logs it, and undoes it when asked', () => {
    const text = '示例条款\n2.1 费用为每月 100 元。2.2 逾期每日加收 3‰。2.3 依照第2.1条执行，详见 2.4 页。';
    const document = only(text);
    expect(document.clauses.map(({ number }) => number)).toEqual([undefined, '2.1', '2.2', '2.3']);
    expect(document.repairs.map(({ kind }) => kind)).toEqual(['split-line']);
    expect(read(readText(text, 'utf-8'), { keepLines: [2] }).documents[0]?.clauses).toHaveLength(2);
  });

  it('leaves an enumeration inside a sentence alone', () => {
    const document = only('示例条款\n1. 甲方违约（包括a.未付款，及b.违法）的，(i) 应当赔偿；以及 (ii) 应当停止。');
    expect(document.clauses).toHaveLength(2);
  });

  it('finds definitions, tables, signatures and places to fill in', () => {
    const document = only(
      '示例服务协议\n1. 定义\n服务周期：一个自然月。\n2. 价格\n项目\t单价\n甲\t100\n乙\t200\n甲方（盖章）：＿＿＿＿    乙方（盖章）：＿＿＿＿\n法定代表人：\n日期：    年  月  日',
    );
    expect(document.clauses.map(({ role }) => role)).toEqual([
      ...['heading', 'heading', 'definition', 'heading', 'table', 'signature', 'signature', 'signature'],
    ]);
    expect(document.tables[0]).toMatchObject({
      header: ['项目', '单价'],
      rows: [
        ['甲', '100'],
        ['乙', '200'],
      ],
    });
    expect(document.blanks.map(({ label }) => label)).toEqual(['甲方', '乙方', '法定代表人', '日期']);
  });

  it('takes numbers that a tab sets apart for numbers, not for a column', () => {
    const document = only(
      '示例服务协议\n1.\t以一个自然月为一个周期，不满一个月的不计。\n2.\t按分钟计算。\n甲方\t100\n乙方\t200',
    );
    expect(shape(document)).toEqual(['1:1:clause', '2:1:clause']);
    expect(document.tables).toHaveLength(1);
  });

  it('nests dashed and lettered numbers by their parts', () => {
    const dashed = only(
      '示例服务协议\n第一条 服务\n1-1 甲。\n1-2 乙：\n1-2-1 丙。\n1-2-2 丁。\n第二条 费用\n2-1 戊。\n2-2 己。',
    );
    expect(shape(dashed)).toEqual([
      ...['第一条:1:heading', '1-1:2:clause', '1-2:2:clause', '1-2-1:3:clause', '1-2-2:3:clause'],
      ...['第二条:1:heading', '2-1:2:clause', '2-2:2:clause'],
    ]);
    const lettered = only(
      'Services Agreement\nA. Services\nA.1 The provider serves.\nA.1.a It serves well.\nA.1.b It serves soon.\nA.2 It stops.\nB. Fees\nB.1 Fees are due.',
    );
    expect(shape(lettered)).toEqual([
      ...[
        'A:1:heading',
        'A.1:2:clause',
        'A.1.a:3:clause',
        'A.1.b:3:clause',
        'A.2:2:clause',
        'B:1:heading',
        'B.1:2:clause',
      ],
    ]);
    expect([...anomalies(dashed), ...anomalies(lettered)]).toEqual([]);
  });

  it('keeps both languages of a bilingual agreement without calling the second a duplicate', () => {
    const document = only(
      'Services Agreement 服务协议\n1. Services 服务\n1.1 The Provider shall serve the Customer.\n1.1 提供方应当向客户提供服务。\n1.2 The Customer shall pay the fees.\n1.2 客户应当支付费用。',
    );
    expect(document.language).toBe('mixed');
    expect(anomalies(document)).toEqual([]);
  });

  it('gives the same words the same id, whatever their number', () => {
    const [before, after] = [
      only('示例条款\n1. 甲方应付款。\n2. 乙方应服务。'),
      only('示例条款\n1. 总则。\n2. 甲方应付款。\n3. 乙方应服务。'),
    ];
    const idOf = (document: AgreementDocument, text: string): string | undefined =>
      document.clauses.find((clause) => clause.text === text)?.id;
    for (const text of ['甲方应付款。', '乙方应服务。']) expect(idOf(after, text)).toBe(idOf(before, text));
  });
});
