import { describe, expect, test } from 'vitest';
import type { Language } from '../../../src-main/agreement/sentence.ts';
import { unbroken, unbrokenInCell } from '../../../src-main/pdf/unbroken.ts';
import { breakLines } from '../../../src-main/pdf/plain/lines.ts';
import { typeset } from '../../../src-main/pdf/typeset/typeset.ts';

const found = (text: string, language: Language = 'zh'): readonly string[] =>
  unbroken(text, language).map((stretch) => stretch.text);
const inCell = (text: string, language: Language = 'zh'): readonly string[] =>
  unbrokenInCell(text, language).map((stretch) => stretch.text);

describe('over two lines no paper breaks', () => {
  test.each([
    ['a day', '自2026年12月1日起', '2026年12月1日'],
    ['a day with blanks', '截至 2026 年 12 月 1 日为止', '2026 年 12 月 1 日'],
    ['a day of a version', '2026年10月15日版', '2026年10月15日版'],
    ['a time', '于 2026-10-03 09:00 开始', '2026-10-03 09:00'],
    ['a time with its zone', '自 2026-12-02 01:20:38（北京时间）起', '2026-12-02 01:20:38（北京时间）'],
    ['a word in quotes', '没有标为“已注意”；其余', '“已注意”'],
    ['a number and its unit', '提前30个工作日告知', '30个工作日'],
    ['an amount', '费用为12,000.00元整', '12,000.00元'],
    ['a number of a clause and of its item', '依第 2.2 条（1）计算', '第 2.2 条（1）'],
    ['a version by its number', '《示例协议》（第2版）', '第2版'],
    ['an entry', '我方台账第 22 号', '第 22 号'],
    ['an article with its paragraph', '依第九十四条第一款第五项', '第九十四条'],
    ['a short article with the name of its law', '依《民法典》第六条', '《民法典》第六条'],
    ['an article behind the long name of its law', '《中华人民共和国民法典》第五百零六条', '第五百零六条'],
    ['an address of mail', '发送至office_a@example.com即可', 'office_a@example.com'],
    ['a telephone number', '电话0571-88880000', '0571-88880000'],
    ['a label', '李航，电子邮箱：见下', '电子邮箱：'],
  ])('%s', (_, text, whole) => {
    expect(found(text)).toContain(whole);
  });

  test.each([
    ['a day', 'It ended on 23 November 2026 at last.', '23 November 2026'],
    ['a short day', 'By Wed 2 Dec 2026 at noon', '2 Dec 2026'],
    [
      'an article in a sentence in Chinese',
      'it says: 我公司就此保留依第五百六十三条第一款第四项解除协议并请求赔偿的权利。',
      '第五百六十三条',
    ],
    ['a number and what it counts', 'within 10 working days of it', '10 working days'],
    ['an item of a clause', 'see Clause 2.2 (4) of it', 'Clause 2.2 (4)'],
    ['seconds by their sign', '(required: 3.5 s), not', '3.5 s)'],
    ['an entry', 'from entry 39 on', 'entry 39'],
    ['an amount', 'a credit of CNY 1,500.00 is due', 'CNY 1,500.00'],
    ['an article', 'under Article 496(2) of it', 'Article 496(2)'],
    ['the form of a company', 'Example Cloud Co., Ltd. owes', 'Cloud Co., Ltd.'],
    ['a name in Chinese', 'The keeper is 韩梅梅. On a change', '韩梅梅'],
    ['a company in Chinese', 'books of 示例远航科技有限公司 show', '示例远航科技有限公司'],
    ['a title in Chinese with its brackets', 'the 云舟互联服务协议（示例） of 2026', '云舟互联服务协议（示例）'],
  ])('%s of an English one', (_, text, whole) => {
    expect(found(text, 'en')).toContain(whole);
  });

  test.each([
    ['贵公司认为义务已经履行或者不应履行的，请说明依据并附证据。', 'zh'],
    ['第三人不履行债务，条款另有约定的除外', 'zh'],
    ['双方经协商：可以变更', 'zh'],
    ['以（北京时间）为准', 'zh'],
    ['协议称“服务商可以随时变更”的', 'zh'],
    ['No entry is missing; 3 servers, clause (4)', 'en'],
    ['May we ask you to reply; the Article is long, No further 2', 'en'],
    ['Company limited its liability to what it owes', 'en'],
    ['一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑', 'en'],
  ] as const)('ordinary words may: %s', (text, language) => {
    expect(found(text, language).filter((each) => each !== '双方经协商：')).toEqual([]);
  });

  test('a long code breaks, or its line would be half empty', () => {
    expect(found('a-'.repeat(20))).toEqual([]);
  });
});

describe('in a cell', () => {
  test.each([
    ['a form of evidence', '电子文件', '电子文件'],
    ['a word among others', '中断记录的复制件', '复制件'],
    ['a word with the marks around it', '（说明）', '（说明）'],
    ['a day with its brackets', '（2026年10月15日版，', '（2026年10月15日版，'],
    ['an article', '第二百零一条、第二百零二条', '第二百零一条、'],
  ])('%s goes on to the next line whole', (_, text, whole) => {
    expect(inCell(text)).toContain(whole);
  });

  test('what is told of stretches is where they stand, and none overlaps another', () => {
    const text = '证明《示例协议》（2026年10月15日版）\n第 2 版的电子文件，于 2026-10-03 09:00 到达';
    let end = 0;
    for (const { index, text: whole } of unbrokenInCell(text, 'zh')) {
      expect(text.slice(index, index + whole.length)).toBe(whole);
      expect(index).toBeGreaterThanOrEqual(end);
      end = index + whole.length;
    }
  });
});

test('both page setters keep to it', () => {
  const text = '自2026年12月1日起';
  const html = typeset(
    { title: 'x', style: 'letter', language: 'zh', blocks: [{ kind: 'paragraph', runs: [{ text }] }] },
    { fontUrl: () => '' },
  );
  expect(html).toContain('自<span class="together">2026年12月1日</span>起');
  const lines = breakLines([{ text }], {
    ...{ size: 10, measure: 70, width: (each) => (/\d/u.test(each) ? 5 : 10) },
    whole: (words) => unbroken(words, 'zh'),
  });
  expect(lines.map(({ segments }) => segments.map((each) => each.text).join(''))).toEqual([
    '自',
    '2026年12月1日',
    '起',
  ]);
});

test('in English the blank behind a wide bracket does not double its white', () => {
  const set = (language: Language): string =>
    typeset(
      { title: 'x', style: 'letter', language, blocks: [{ kind: 'paragraph', runs: [{ text: '协议（示例） of' }] }] },
      { fontUrl: () => '' },
    );
  expect(set('en')).toContain('<span class="narrow"> </span>of');
  expect(set('zh')).toContain('） of');
});
