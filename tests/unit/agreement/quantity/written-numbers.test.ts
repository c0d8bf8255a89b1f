import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNumber } from '../../../../src-main/agreement/quantity/written-numbers.ts';

const DIGITS = '零一二三四五六七八九';

/** 1–999 in Chinese, as a person writes it. */
function inChinese(value: number): string {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const head = hundreds > 0 ? `${DIGITS[hundreds]}百` : '';
  const middle =
    tens > 0 ? `${hundreds === 0 && tens === 1 ? '' : DIGITS[tens]}十` : hundreds > 0 && ones > 0 ? '零' : '';
  return head + middle + (ones > 0 ? DIGITS[ones] : '');
}

describe('numbers as agreements write them', () => {
  test.each([
    ['30', 30],
    ['1,000.50', 1000.5],
    ['三十', 30],
    ['十五', 15],
    ['一百零五', 105],
    ['二〇二四', 2024],
    ['两', 2],
    ['半', 0.5],
    ['三万五千', 35_000],
    ['九十九点九五', 99.95],
    ['三十（30）', 30],
    ['30（三十）', 30],
    ['thirty', 30],
    ['forty-five', 45],
    ['one hundred and twenty', 120],
    ['one-hundred eighty (180)', 180],
    ['thirty (30)', 30],
    ['fifth', 5],
    ['5th', 5],
  ])('%s is %d', (written, value) => {
    expect(readNumber(written)).toBe(value);
  });

  test('a number that is written twice and disagrees with itself has no value', () => {
    expect(readNumber('三十（60）')).toBeUndefined();
    expect(readNumber('thirty (60)')).toBeUndefined();
  });

  test('words are no numbers', () => {
    expect(readNumber('若干')).toBeUndefined();
    expect(readNumber('several')).toBeUndefined();
  });

  test('every number up to 999 is read back from Chinese', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 999 }), (value) => readNumber(inChinese(value)) === value));
  });
});
