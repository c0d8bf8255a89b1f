import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read } from '../../../../src-main/agreement/read.ts';
import { readMarkdown } from '../../../../src-main/import/markdown/markdown.ts';
import { readText } from '../../../../src-main/import/text/text.ts';
import { references } from '../../../fixtures/references.ts';

const lines = (source: string) => readMarkdown(source, 'utf-8').lines;

describe('Markdown as lines', () => {
  it('takes headings, lists with their marks as written, tables and code', () => {
    const found = lines(
      '## 1. 定义\n\n1. 甲\n1. 乙\n   - 丙\n\n| a | b |\n|---|---|\n| 1 | **2** |\n\n```js\n1. x\n```\n',
    );
    expect(found[0]).toMatchObject({ line: 1, text: '1. 定义', heading: 2 });
    expect(found[1]).toMatchObject({ line: 3, text: '甲', list: { ordered: true, marker: '1.', depth: 0 } });
    expect(found[2]).toMatchObject({ text: '乙', list: { marker: '1.' } });
    expect(found[3]).toMatchObject({ text: '丙', list: { ordered: false, depth: 1 } });
    expect(found[4]).toMatchObject({ cells: ['a', 'b'], header: true, table: 1 });
    expect(found[5]).toMatchObject({ line: 9, cells: ['1', '2'], emphasis: [{ start: 2, end: 3, strong: true }] });
    expect(found[6]).toMatchObject({ line: 12, text: '1. x', verbatim: true });
  });

  it('keeps emphasis, also where the grammar refuses it beside Chinese punctuation', () => {
    const [line] = lines('本条 **责任限制：**甲方与 <u>乙方</u> 均不承担');
    const words = line?.emphasis.map(({ start, end }) => line.text.slice(start, end));
    expect(words).toEqual(['责任限制：', '乙方']);
    expect(line?.text).toBe('本条 责任限制：甲方与 乙方 均不承担');
  });

  it('takes a table that stands as HTML between the blocks for a table', () => {
    const found = lines(
      '甲\n\n<table>\n<tr><th>等级</th><th>可用性</th></tr>\n<tr><td rowspan=2>标准</td>\n<td>低于<b>99%</b></td></tr>\n<tr><td>低于<br>95%</td></tr>\n</table>\n乙\n\n丙',
    );
    expect(found.map(({ line, text, cells, header }) => [line, cells ?? text, header])).toEqual([
      [1, '甲', undefined],
      [4, ['等级', '可用性'], true],
      [5, ['标准', '低于99%'], undefined],
      [7, ['', '低于 95%'], undefined],
      [9, '乙', undefined],
      [11, '丙', undefined],
    ]);
  });

  it('takes a tag without its end for characters', () => {
    expect(lines('甲 <b> 乙')).toMatchObject([{ text: '甲 <b> 乙', emphasis: [] }]);
  });

  it('says which lines go on a paragraph and which begin a new one', () => {
    expect(lines('甲\n乙  \n丙\n\n丁').map(({ line, continues }) => [line, continues])).toEqual([
      [1, undefined],
      [2, true],
      [3, undefined],
      [5, undefined],
    ]);
    const { documents } = read(
      readMarkdown('示例条款\n\n1.1 The Customer shall\npay all fees.\n1.2 Nothing else.\n', 'utf-8'),
    );
    expect(documents[0]?.clauses.map(({ number, text }) => [number, text])).toEqual([
      [undefined, '示例条款'],
      ['1.1', 'The Customer shall pay all fees.'],
      ['1.2', 'Nothing else.'],
    ]);
    expect(documents[0]?.repairs).toEqual([]);
  });

  it.each([
    '版本：V3.2\n发布日期：2031年4月2日\n**生效日期：** 2031年5月4日',
    '甲方（客户）：点击接受的客户\n乙方（服务商）：示例排版有限公司',
    'Version: 3.2\nDate of publication: April 2, 2031\nEffective date: May 4, 2031',
  ])('leaves entries of a head on lines of their own: %s', (head) => {
    const { documents } = read(readMarkdown(`# 示例服务协议\n\n${head}\n\n第一条 服务\n\n1.1 提供服务。\n`, 'utf-8'));
    const clauses = documents.flatMap((each) => each.clauses.map(({ text }) => text));
    for (const entry of head.replaceAll('**', '').split('\n')) expect(clauses).toContain(entry);
  });

  it.each([
    'Fees: the Customer pays for the\nServices: typesetting and proofs.',
    'The Provider delivers these goods and\nServices: typesetting and proofs.',
    '费用包括：排版费、\n校对费：按页计算。',
    'Scope: the Provider sets all pages that the Customer sends in the course of a month.\nPages: of any size.',
  ])('makes one of a paragraph that goes on: %s', (paragraph) => {
    const { documents } = read(readMarkdown(`# 示例服务协议\n\n1.1 甲方付款。\n\n${paragraph}\n`, 'utf-8'));
    expect(documents.flatMap((each) => each.clauses).at(-1)?.text).toMatch(
      /^(?:Fees|The Provider|费用|Scope).*(?:proofs|计算|size)\.?。?$/u,
    );
  });

  it('takes paragraphs that are set in from the margin for words, and a program for one', () => {
    const found = lines(
      '条款\n\n    （一）先付款；\n    （二）后**交货**。\n\n1.     any failure of a network;\n\n文\n\n    let x = { 价: 1 };\n',
    );
    expect(found.map(({ text, verbatim }) => [text, verbatim])).toEqual([
      ['条款', undefined],
      ['（一）先付款；', undefined],
      ['（二）后交货。', undefined],
      ['any failure of a network;', undefined],
      ['文', undefined],
      ['let x = { 价: 1 };', true],
    ]);
    expect(found[2]?.emphasis).toMatchObject([{ start: 4, end: 6, strong: true }]);
    expect(found[3]).toMatchObject({ line: 6, list: { marker: '1.' } });
  });

  it('takes two marked stretches that touch apart, and no star of a covered number', () => {
    expect(lines('**2-2****卖家交货**')).toMatchObject([{ text: '2-2卖家交货', emphasis: [{ start: 0, end: 7 }] }]);
    expect(lines('号码 138****1234 仅示意')).toMatchObject([{ text: '号码 138****1234 仅示意', emphasis: [] }]);
  });

  it('takes a number that follows for one, though the words after it go on a sentence', () => {
    const source =
      '示例条款\n\n## 3. 争议\n\nUnless:\n3.1 other terms say so; or\n3.2 the law does,\nthe rules apply.\n';
    expect(read(readMarkdown(source, 'utf-8')).documents[0]?.clauses.map(({ number }) => number)).toEqual([
      undefined,
      '3',
      undefined,
      '3.1',
      '3.2',
    ]);
    const wrapped = '示例条款\n\n3.1 Fees, and what is owed late, are due under\n3.2 and no later.\n';
    expect(read(readMarkdown(wrapped, 'utf-8')).documents[0]?.clauses).toHaveLength(2);
  });

  it('takes the attributes of a heading for the writer’s, not for words', () => {
    const found = readMarkdown(
      '# 域名条款 {#concept_x1 .concept}\n\n## **付款** {#pay}\n\n按 {#pay} 付款 {#x}\n',
      'utf-8',
    ).lines;
    expect(found.map(({ text }) => text)).toEqual(['域名条款', '付款', '按 {#pay} 付款 {#x}']);
    expect(found[1]?.emphasis).toMatchObject([{ start: 0, end: 2, strong: true }]);
  });

  it('lets the number decide where a heading level disagrees with it', () => {
    const { documents } = read(
      readMarkdown(
        '# Terms of Service\n\n# 1. Fees\n\n#### 1.1 Payment\n\nPay.\n\n## 2. Law\n\n# 2.1 Court\n\nHere.\n',
        'utf-8',
      ),
    );
    expect(documents[0]?.clauses.filter(({ number }) => number).map(({ number, level }) => [number, level])).toEqual([
      ['1', 1],
      ['1.1', 2],
      ['2', 1],
      ['2.1', 2],
    ]);
  });

  it('keeps words that stand beside an opening fence, but no name of a programming language', () => {
    expect(lines('```甲方 付款\n乙方\n```').map(({ text }) => text)).toEqual(['甲方 付款', '乙方']);
    expect(lines('```json\n{}\n```').map(({ text }) => text)).toEqual(['{}']);
  });

  it('keeps every word of any Markdown', () => {
    const piece = fc.constantFrom(
      '# ',
      '1. ',
      '- ',
      '> ',
      '**',
      '__',
      '`',
      '```\n',
      '甲方',
      '付款',
      ' ',
      '\n',
      '\n\n',
      '| a | b |\n|---|---|\n| c | d |\n',
      '[x](y)',
      '<b>',
      '</b>',
      '<br>',
    );
    const words = (text: string): string =>
      [
        ...text
          .replace(/\]\(y\)/g, ']')
          .replace(/<\/?br?>/g, '')
          .matchAll(/[\p{Script=Han}acdx]/gu),
      ]
        .map(([one]) => one)
        .toSorted()
        .join('');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        const source = pieces.join('');
        expect(
          words(
            lines(source)
              .map(({ text }) => text.replace(/<\/?br?>/g, ''))
              .join(''),
          ),
        ).toBe(words(source));
      }),
      { numRuns: 300 },
    );
  });

  it('reads deep nesting without falling', () => {
    expect(lines(`${'> '.repeat(300)}甲`).at(-1)?.text).toContain('甲');
    expect(lines(`${'- '.repeat(300)}甲`).at(-1)?.text).toContain('甲');
  });
});

describe.each(references)('$name as Markdown', ({ text: source }) => {
  it('is the same documents with the same numbered clauses as it is as text', () => {
    const shape = (of: typeof readText): unknown =>
      read(of(source, 'utf-8')).documents.map(({ title, kind, clauses, annexOf }) => [
        ...[title, kind, annexOf],
        clauses.flatMap(({ number, level }) => (number === undefined ? [] : [`${number} ${level}`])),
      ]);
    expect(shape(readMarkdown)).toEqual(shape(readText));
  });
});
