import { describe, expect, test } from 'vitest';
import { shareOfWords } from '../../../../src-main/agreement/quantity/share-words.ts';
import { factWords } from '../../../../src-main/agreement/fact-words.ts';
import { say } from '../../../../src-main/agreement/sentence.ts';
import { shareRatio } from '../../../../src-main/term/fees/share.ts';
import { stated } from '../../term/quantity/stated.ts';

const percentOf = (words: string): number | undefined => {
  const share = shareOfWords(words);
  return share?.unit === 'percent' ? Number(share.amount.toFixed(2)) : share && share.amount * 100;
};

describe('a share in words is that share and no more', () => {
  test.each<[string, number]>([
    ['当期月费的一半', 50],
    ['所涉月份服务费的二分之一', 50],
    ['月度服务费半数', 50],
    ['当月费用的三分之一', 33.33],
    ['该月服务费的四分之三', 75],
    ['全年服务费的十分之一', 10],
    ['当月服务费的三成', 30],
    ['当月服务费的三成半', 35],
    ['当月服务费的1/4', 25],
    ['当月服务费的双倍', 200],
    ['当月服务费的一倍半', 150],
    ['half of the charges for that month', 50],
    ['one half of the monthly charge', 50],
    ['one-third of the monthly fees', 33.33],
    ['three quarters of the monthly fee', 75],
    ['two-fifths of the annual fee', 40],
    ['a quarter of the monthly fee', 25],
    ['1/3 of the monthly fee', 33.33],
    ['half the monthly fee', 50],
    ['twice the monthly fee', 200],
    ['one and a half times the monthly fee', 150],
    ['百分之六十的月费', 60],
    ['当月服务费', 100],
    ['the monthly fee', 100],
    ['the fees of the first half-year', 100],
    ['半年的服务费', 100],
  ])('%s', (words, percent) => expect(percentOf(words)).toBe(percent));

  test.each([
    '当月服务费的一定比例',
    '按比例计算的当月服务费',
    '当月服务费的七折',
    '当月服务费的若干分之一',
    'a reasonable portion of the monthly fee',
    'a certain percentage of the monthly fee',
    'the monthly fee pro rata',
    'half of one third of the monthly fee',
  ])('%s is no figure', (words) => expect(shareOfWords(words)).toBeUndefined());
});

test('a third is counted exactly and told as one', () => {
  const third = shareOfWords('the fees paid, one third of the monthly fee');
  expect(third && shareRatio(third)).toEqual({ n: 1n, d: 3n });
  const cap = shareOfWords('当月服务费的三分之二');
  expect(cap && say(factWords(stated('credit-cap', cap)), 'zh')).toBe('月服务费的 2/3');
});
