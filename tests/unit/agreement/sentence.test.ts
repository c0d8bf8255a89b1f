import { describe, expect, test } from 'vitest';
import { readdirSync, readFileSync } from 'node:fs';
import { CATALOGUES } from '../../../assets/messages/catalogue.ts';
import type { MessageKey } from '../../../assets/messages/say.ts';
import { beside, inOneLine, listed, say, sentence } from '../../../src-main/agreement/sentence.ts';

const sealed = (number: string) =>
  say(sentence('acceptance.governing.sealed-by-clause', { number, because: '以第 四 条为准' }), 'zh');

describe('a clause in a Chinese sentence', () => {
  test.each([
    ['7.4', '第 7.4 条'],
    ['四', '第四条'],
    ['十三', '第十三条'],
    ['第九条', '第九条'],
    ['附件二', '附件二'],
    ['第三章', '第三章'],
    ['（二）', '第（二）项'],
    ['(b)', '第 (b) 项'],
    ['A', '第 A 条'],
    ['Section A', 'Section A'],
  ])('%s is called %s', (number, called) => {
    expect(sealed(number)).toContain(called);
    expect(sealed(number)).not.toContain('第 第');
  });

  test.each([
    ['7.4', 'clause 7.4'],
    ['四', 'clause 4'],
    ['十三', 'clause 13'],
    ['第二十条', 'clause 20'],
    ['一百零八', 'clause 108'],
    ['一〇八', 'clause 108'],
    ['(四)', 'item (四)'],
    ['附件二', 'Annex 2'],
    ['Section A', 'Section A'],
    ['B', 'clause B'],
  ])('in English %s is called %s', (number, called) => {
    expect(say(sentence('compare.clause', { number }), 'en')).toBe(called);
  });

  test('a quote keeps its blanks', () => {
    expect(sealed('四')).toContain('以第 四 条为准');
  });
});

describe('a blank where a Chinese sentence is joined', () => {
  const early = (received: string, sent: string, language: 'zh' | 'en' = 'zh') =>
    say(sentence('term.notice-delivery.received-early', { received, sent }), language);

  test('stands between Chinese and figures, and nowhere else', () => {
    expect(early('2026-03-02', '2026-03-05')).toContain('收到日期 2026-03-02 早于发出日期 2026-03-05。');
    expect(early('3月2日（周一）', '3月5日（周四）')).toContain('收到日期 3月2日（周一）早于发出日期 3月5日（周四）。');
    expect(early('周一', '周四')).toContain('收到日期周一早于发出日期周四。');
    expect(early('“周一”', '《附件》')).toContain('收到日期“周一”早于发出日期《附件》。');
  });

  test('stands between a day and its weekday, and between things that are named side by side', () => {
    expect(early('5日', '3月5日')).toContain('收到日期 5日早于');
    expect(say(sentence('format.label', { label: '甲' }), 'zh')).toBe('甲：');
    expect(beside('zh', '甲 ·', '《乙》')).toBe('甲 · 《乙》');
    expect(beside('zh', '移除', '甲', '（乙）', 'Deck')).toBe('移除 甲（乙）Deck');
    expect(say(sentence('frame.dateTime', { date: '12月9日（周三）', time: '14:05' }), 'zh')).toBe(
      '12月9日（周三）14:05',
    );
    expect(say(sentence('library.row.by', { word: '已接受', date: '昨天', person: '陈远' }), 'zh')).toBe(
      '已接受 昨天 陈远',
    );
  });

  test('of what fills a place is left as it is, and so is English', () => {
    expect(early('甲 乙', '丙 （丁）')).toContain('收到日期甲 乙早于发出日期丙 （丁）。');
    expect(early('（一）', '（二）', 'en')).toContain('（一）, is before the date sent, （二）.');
  });

  test('none is left over in any sentence, whatever fills its places', () => {
    const needless =
      /[\p{Script=Han}）”] [\p{Script=Han}（“]|[，。；：、！？（）《》“”] (?![·→+/|])|(?<![·→+/|]) [，。；：、！？（）《》“”]/u;
    // A text that has such a blank itself has it on purpose.
    const joined = Object.entries(CATALOGUES.zh).filter(([, text]) => !needless.test(text) && !/\} \{/u.test(text));
    const wrong = joined.flatMap(([key, text]) => {
      const names = [...text.matchAll(/\{([A-Za-z][A-Za-z0-9]*)/gu)].map(([, name = '']) => name);
      return ['（周二）', '甲', '“甲”'].flatMap((filling) => {
        const params = Object.fromEntries(names.map((name) => [name, filling]));
        const told = say({ key: key as MessageKey, params }, 'zh');
        return needless.test(told) ? [told] : [];
      });
    });
    expect(wrong).toEqual([]);
  });
});

describe('a list', () => {
  test.each([
    ['zh', 'words', '甲、乙、丙'],
    ['en', 'words', '甲, 乙, 丙'],
    ['zh', 'clauses', '甲；乙；丙'],
    ['en', 'clauses', '甲; 乙; 丙'],
    ['zh', 'and', '甲、乙和丙'],
    ['en', 'and', '甲, 乙 and 丙'],
  ] as const)('is joined in %s as %s', (language, joint, said) => {
    expect(listed(['甲', '乙', '丙'], language, joint)).toBe(said);
    expect(listed(['甲'], language, joint)).toBe('甲');
    expect(listed([], language, joint)).toBe('');
  });

  test('the cells of a quoted table stand apart as its own language does it', () => {
    expect(inOneLine('Level\t99%\n')).toBe('Level, 99%');
    expect(inOneLine('级别\t99%')).toBe('级别，99%');
  });

  test('is joined by the one function: no file has marks of a language of its own', () => {
    // Stored names and what the ledger holds have one form in every language.
    const stored =
      /called: \(|name: kept\.map|sort: kept|instances: instances|\], cause, instances|, cause, instances:/u;
    const files = ['src-main', 'src-renderer'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(?:ts|svelte)$/u.test(name))
        .map((name) => `${folder}/${name}`),
    );
    const joined = files.flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .filter(
          (line) =>
            !file.startsWith('src-main/agreement/') && /\.join\([^)]*['"`][、；，]/u.test(line) && !stored.test(line),
        )
        .map((line) => `${file}: ${line.trim()}`),
    );
    expect(joined).toEqual([]);
  });
});

describe('a sentence', () => {
  test('counts one and many, joins lists as its language does, and takes nothing for granted', () => {
    expect(say(sentence('format.quantity.day', { n: 1 }), 'en')).toBe('1 day');
    expect(say(sentence('format.quantity.day', { n: 2 }), 'en')).toBe('2 days');
    expect(() => say({ key: 'format.quantity.day' }, 'zh')).toThrow('lacks n');
  });
});
