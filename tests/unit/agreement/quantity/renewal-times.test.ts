import { expect, test } from 'vitest';
import { factWords } from '../../../../src-main/agreement/fact-words.ts';
import { renewalTimes } from '../../../../src-main/agreement/quantity/renewal-times.ts';
import { saidFact } from '../../../../src-main/agreement/said-fact.ts';
import { say } from '../../../../src-main/agreement/sentence.ts';

test.each([
  ['合同自动顺延一年，顺延以一次为限', 1],
  ['自动续期，每次续期为12个月，最多续期两次', 2],
  ['续展不超过3次', 3],
  ['renews for up to two (2) additional one-year terms', 2],
  ['renews, with a maximum of three renewals', 3],
  ['for no more than 3 successive renewal terms', 3],
  ['may be renewed only once', 1],
  ['自动续展一年，续展次数不限', undefined],
  ['本协议自动续展一年', undefined],
  ['renews for successive periods of one year', undefined],
  ['每年最多两次通知', undefined],
])('how often at most something is renewed: %s', (words, times) => {
  expect(renewalTimes(words)).toBe(times);
});

test('a person gives the length of a renewal with how often it comes about', () => {
  const fact = saidFact('auto-renewal', '1 年，最多 2 次');
  expect(fact).toMatchObject({ value: 1, unit: 'year', times: 2 });
  expect(say(factWords(fact), 'zh')).toBe('1 年，最多 2 次');
  expect(say(factWords({ ...fact, times: 1 }), 'en')).toBe('1 year, 1 time at most');
  expect(saidFact('auto-renewal', '1 年').times).toBeUndefined();
});
