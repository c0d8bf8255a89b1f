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
