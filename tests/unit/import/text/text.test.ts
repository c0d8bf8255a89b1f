import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeMarks } from '../../../../src-main/import/text/marks.ts';
import { readText } from '../../../../src-main/import/text/text.ts';

const bold = (text: string): readonly string[] =>
  takeMarks(text)
    .emphasis.filter(({ strong }) => strong)
    .map(({ start, end }) => takeMarks(text).text.slice(start, end));

describe('marks of emphasis in plain text', () => {
  it.each([
    ['附件1**承诺书**', '附件1承诺书', ['承诺书']],
    ['在**发票管理**页面，单击**提交**。', '在发票管理页面，单击提交。', ['发票管理', '提交']],
    ['**责任限制：**甲方', '责任限制：甲方', ['责任限制：']],
    ['__责任__与<b>免责</b>', '责任与免责', ['责任', '免责']],
    ['***重要***', '重要', ['重要']],
  ])('takes pairs out and keeps what they marked: %s', (text, words, marked) => {
    expect(takeMarks(text).text).toBe(words);
    expect(bold(text)).toEqual(marked);
  });

  it.each([
    '金额:** ￥ 3.00',
    '甲方：______',
    '姓名：__ 日期：__',
    '2**10 + 3**5',
    'a__b__c',
    '加速2.0_跨域_版',
    '<b>没有结束',
    '* 星号 *',
    '** 空 **',
  ])('leaves a mark without a partner as characters: %s', (text) => {
    expect(takeMarks(text)).toEqual({ text, emphasis: [] });
  });

  it('keeps underlines apart from bold', () => {
    expect(takeMarks('<u>下划</u>线').emphasis).toEqual([
      { start: 0, end: 2, strong: false, underline: true, origin: 'source' },
    ]);
  });

  it('moves spans that were known before with the text', () => {
    const known = [{ start: 6, end: 8, strong: false, underline: true, origin: 'source' as const }];
    const { text, emphasis } = takeMarks('**甲**乙丙丁', known);
    expect(text).toBe('甲乙丙丁');
    expect(emphasis.find(({ underline }) => underline)).toMatchObject({ start: 2, end: 4 });
  });

  it('loses nothing but marks, for any text', () => {
    const piece = fc.constantFrom('**', '__', '***', '<b>', '</b>', '<u>', '</u>', '甲', ' ', 'a', '1', '。');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const { text, emphasis } = takeMarks(pieces.join(''));
        const words = (value: string): string => value.replace(/<\/?[bu]>|[*_]/g, '');
        expect(words(text)).toBe(words(pieces.join('')));
        for (const { start, end } of emphasis) {
          expect(start).toBeLessThanOrEqual(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('plain text as lines', () => {
  it('numbers lines as the file does and leaves blank ones out', () => {
    const { lines } = readText('\uFEFF甲\r\n\r\n乙\n丙', 'utf-8');
    expect(lines.map(({ line, text }) => [line, text])).toEqual([
      [1, '甲'],
      [3, '乙'],
      [4, '丙'],
    ]);
  });

  it('takes headings, bullets, pipe tables, code blocks and page breaks as what they are', () => {
    const { lines } = readText(
      '# 标题\n- (1) 甲\n| a | **b** |\n|---|---|\n| 1 | 2 |\n```\n1. code\n```\n\f下页',
      'utf-8',
    );
    expect(lines[0]).toMatchObject({ text: '标题', heading: 1 });
    expect(lines[1]).toMatchObject({ text: '(1) 甲', list: { ordered: false, marker: '-' } });
    expect(lines[2]).toMatchObject({ cells: ['a', 'b'], header: true, table: 1 });
    expect(lines[2]?.emphasis).toHaveLength(1);
    expect(lines[3]).toMatchObject({ cells: ['1', '2'], table: 1 });
    expect(lines[4]).toMatchObject({ text: '1. code', verbatim: true });
    expect(lines[5]).toMatchObject({ text: '下页', page: 2 });
  });

  it('does not take a lone fence for a code block', () => {
    expect(readText('1. 甲\n```\n2. 乙', 'utf-8').lines.some(({ verbatim }) => verbatim)).toBe(false);
  });

  it('lines to write on are kept whatever their length, and a page number is no item', () => {
    const lines = readText('期限：____年__月__日至____年__月__日\n- 3 -\n□ 变更账号', 'utf-8').lines;
    expect(lines.map(({ text, list }) => [text, list])).toEqual([
      ['期限：____年__月__日至____年__月__日', undefined],
      ['- 3 -', undefined],
      ['□ 变更账号', undefined],
    ]);
  });

  it('a line underlined with = or - is a heading; the next line of a bullet hangs behind it', () => {
    const { lines } = readText(
      'Late payment\n============\n\n* Remote hands: 30 minutes;\n  after that 45 EUR.',
      'utf-8',
    );
    expect(lines.map(({ text, heading, continues }) => [text, heading, continues])).toEqual([
      ['Late payment', 1, undefined],
      ['Remote hands: 30 minutes;', undefined, undefined],
      ['after that 45 EUR.', undefined, true],
    ]);
  });
});
