import { expect, test } from 'vitest';
import { typedDates } from '../../../assets/typed/typed-words.ts';
import { factWords } from '../../../src-main/agreement/fact-words.ts';
import { say } from '../../../src-main/agreement/sentence.ts';

test.each([
  ['zh', '2026年12月1日'],
  ['en', '1 Dec 2026'],
] as const)('a day that a text gives is told in words, and read again as it is told (%s)', (language, words) => {
  const told = say(
    factWords({ kind: 'effective-date', value: '2026-12-01', unit: 'date', quote: '2026.12.01' } as never),
    language,
  );
  expect(told).toBe(words);
  expect(typedDates(told)).toEqual(['2026-12-01']);
});
