import { expect, test } from 'vitest';
import { factWords, figuresAlike } from '../../../../src-main/agreement/fact-words.ts';
import type { Fact } from '../../../../src-main/agreement/fact.ts';
import { say } from '../../../../src-main/agreement/sentence.ts';

const cap = (value: Fact['value'], unit: Fact['unit'] = 'text'): Fact => ({
  id: 'c1/liability-cap/1',
  kind: 'liability-cap',
  value,
  unit,
  clause: 'c1',
  quote: 'Liability is capped.',
});

test.each([
  ['100 % of the month’s fee', '100% of the month’s fee'],
  ['100 percent of the month’s fee', '100% of the month’s fee'],
  ['100 per cent of the month’s fee', '100% of the month’s fee'],
  ['3 ‰ a day', '3‰ a day'],
  ['月费的 100 %', '月费的 100%'],
  ['the fees of 12 months', 'the fees of 12 months'],
])('%s is written as %s', (written, said) => {
  expect(figuresAlike(written)).toBe(said);
});

test('a cap is worded alike whether its words or its figure were kept', () => {
  const words = say(factWords(cap('100 % of the monthly fee.')), 'en');
  const figure = say(factWords(cap({ amount: 100, unit: 'percent', of: 'month-fee' }, 'percent')), 'en');
  expect(words).toBe('100% of the monthly fee');
  expect(figure).toBe(words);
});
