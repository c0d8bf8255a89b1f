import { describe, expect, test } from 'vitest';
import { differing } from '../../../../src-main/compare/impact/differing.ts';
import { factReason, figureReason, partyReason } from '../../../../src-main/compare/impact/reasons.ts';
import { say } from '../../../../src-main/agreement/sentence.ts';

describe('what is quoted of a change', () => {
  test.each([
    [
      '谈不拢的，双方都可以去供应商所在地的法院起诉。',
      '谈不拢的，双方都可以去供货商所在地的法院起诉。',
      ['供应商', '供货商'],
    ],
    [
      '双方对履行有分歧时先行协商，协商不成的提交仲裁。',
      '双方对履行有分歧时先行协商，协商未成的提交仲裁。',
      ['不成', '未成'],
    ],
    [
      'Disputes are settled by the courts at the seat of the provider.',
      'Disputes are settled by the courts at the seat of the provided.',
      ['provider', 'provided'],
    ],
  ])('are whole words: %s', (old, next, [struck, inserted]) => {
    expect(differing(old, next, 40)).toEqual([[struck], [inserted]]);
  });

  test('begins with a whole word where it is begun before the change', () => {
    const old =
      '双方在托管服务的提供、验收或者结算上有分歧而书面往来三次仍然谈不拢的，先请同业公会的调解员出面调停；调停没有结果的，向原告住所地的法院起诉';
    const [[was = '']] = differing(old, `${old}，或者申请仲裁`, 40);
    expect(was.startsWith('…')).toBe(true);
    const words = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(old)];
    expect(words.map(({ index }) => index)).toContain(old.indexOf(was.slice(1)));
  });

  test('ends with a whole word where it is cut', () => {
    const { text } = partyReason(['the subcontractor that was appointed notwithstanding'], ['the provider']);
    expect(say(text, 'en')).toContain('the subcontractor that was appointed…');
  });

  test('is a day in words where it is written as in a table', () => {
    const { text } = figureReason('date', ['2026-12-01'], ['2027-01-31']);
    expect(say(text, 'en')).toMatch(/1 Dec 2026.*31 Jan 2027/u);
    expect(say(text, 'zh')).toMatch(/2026年12月1日.*2027年1月31日/u);
    const fact = (value: string) => [{ kind: 'effective-date', value, unit: 'date', quote: value } as never];
    const { text: told } = factReason('effective-date', fact('2026-12-01'), fact('2027-01-31'));
    expect(say(told, 'en')).toMatch(/1 Dec 2026.*31 Jan 2027/u);
  });

  test('is told whole or not at all where many days change', () => {
    const old = ['2026-01-15', '2026-02-15', '2026-03-15', '2026-04-15'];
    const { text } = figureReason('date', old, ['2027-01-15']);
    expect(say(text, 'zh')).toContain('2026年1月15日、2026年2月15日、2026年3月15日、…');
    expect(say(text, 'zh')).not.toMatch(/2026-|4月/u);
    expect(say(text, 'en')).not.toMatch(/2026-|Apr/u);
  });
});
