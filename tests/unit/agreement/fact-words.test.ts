import { describe, expect, test } from 'vitest';
import { say } from '../../../assets/messages/say.ts';
import { factWords } from '../../../src-main/agreement/fact-words.ts';
import { saidReadings } from '../../../src-main/agreement/said-fact.ts';

const told = (written: string): readonly (readonly [string, string])[] =>
  saidReadings('late-fee', written).map((fact) => [say(factWords(fact), 'zh'), say(factWords(fact), 'en')] as const);

describe('a rate of a late fee has one form, however it was written', () => {
  test.each(['每日 2‰', '每日 0.2%', '每日千分之二', '0.2% a day'])('%s', (written) => {
    expect(told(written)).toEqual([['每天 2‰（0.2%）', '2‰ (0.2%) a day']]);
  });

  test('what is shown is read as the same again', () => {
    for (const [zh, en] of told('每日 0.5‰')) {
      expect([zh, en]).toEqual(['每天 0.5‰（0.05%）', '0.5‰ (0.05%) a day']);
      expect(told(zh)).toEqual([[zh, en]]);
      expect(told(en)).toEqual([[zh, en]]);
    }
  });

  test('what says two things is read as neither', () => {
    expect(told('每天 2‰（0.3%）')).toEqual([]);
  });

  // A whole percent is small to nobody.
  test.each([
    ['每月 2%', '每月 2%', '2% a month'],
    ['每年 18.25%', '每年 18.25%', '18.25% a year'],
    ['每日 1%', '每天 1%', '1% a day'],
  ])('%s stays', (written, zh, en) => {
    expect(told(written)).toEqual([[zh, en]]);
  });
});

describe('what is promised and what a credit begins at are told apart', () => {
  const words = (kind: 'availability' | 'credit-tier', written: string): readonly string[] =>
    saidReadings(kind, written).flatMap((fact) => [say(factWords(fact), 'zh'), say(factWords(fact), 'en')]);

  test('a promise is the least that is kept', () => {
    expect(words('availability', '99.95%')).toEqual(['不低于 99.95%', 'at least 99.95%']);
  });

  test('what is only aimed at is no promise', () => {
    const [promise] = saidReadings('availability', '99.95%');
    const target = { ...promise!, value: { promise: 99.95, target: true } } as const;
    expect([say(factWords(target), 'zh'), say(factWords(target), 'en')]).toEqual([
      '99.95%（目标，不是承诺）',
      '99.95% as a target, not promised',
    ]);
  });

  test.each([
    [
      '低于 99.95%：月费的 10%',
      '可用性低于 99.95%：月服务费的 10%',
      'availability below 99.95%: 10% of the monthly fee',
    ],
    [
      'below 99.95%, from 99%: 10% of the monthly fee',
      '可用性低于 99.95%、不低于 99%：月服务费的 10%',
      'availability below 99.95% but at least 99%: 10% of the monthly fee',
    ],
  ])('a tier says what it measures: %s', (written, zh, en) => {
    expect(words('credit-tier', written)).toEqual([zh, en]);
    // What is shown is read as the same again.
    for (const shown of [zh, en]) expect(words('credit-tier', shown)).toEqual([zh, en]);
  });
});
