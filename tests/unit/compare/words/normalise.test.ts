import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, wordsKey } from '../../../../src-main/compare/words/normalise.ts';

test('width, shape and white space are layout', () => {
  expect(wordsKey('３０ 天（“甲方”）　—')).toBe(wordsKey('30天("甲方")-'));
  expect(wordsKey('the  sealed\ntext')).toBe('the sealed text');
  expect(wordsKey('⽅法')).toBe('方法');
});

test('punctuation, letter case and a space that parts words are words', () => {
  for (const [a, b] of [
    ['甲，乙', '甲、乙'],
    ['Fee', 'fee'],
    ['3. 5', '3.5'],
    ['a b', 'ab'],
  ] as const)
    expect(wordsKey(a)).not.toBe(wordsKey(b));
});

test('a text far longer than any before folds as a short one does', () => {
  const long = '服务协议'.repeat(3000);
  expect(wordsKey(long)).toBe(long);
  const longer = '线路，'.repeat(9000);
  expect(fold(longer).text).toBe('线路,'.repeat(9000));
});

test('every unit is traced to where it stood', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { text: folded, at } = fold(text);
      expect(at.length).toBe(folded.length);
      for (let index = 1; index < at.length; index += 1) expect(at[index]).toBeGreaterThan(at[index - 1] ?? 0);
      expect(wordsKey(folded)).toBe(folded);
    }),
  );
});
