import { describe, expect, test } from 'vitest';
import { amountsIn, yuanIn } from '../../../../src-main/agreement/quantity/yuan.ts';

describe('a sum that two words say the currency of is one', () => {
  test.each([
    ['NT$ 500 yuan', 'TWD'],
    ['NT$500元', 'TWD'],
    ['S$ 500', 'SGD'],
    ['US$ 500', 'USD'],
  ])('of the currency that is foreign: %s', (words, currency) => {
    expect(amountsIn(words).map(({ foreign, yuan }) => [foreign, yuan])).toEqual([
      [{ amount: 500, currency }, undefined],
    ]);
    expect(yuanIn(words)?.foreign).toEqual({ amount: 500, currency });
  });

  test.each(['500 yuan', 'RMB 500 yuan', '¥500元'])('of yuan: %s', (words) => {
    expect(amountsIn(words).map(({ yuan }) => yuan)).toEqual([500]);
  });
});
