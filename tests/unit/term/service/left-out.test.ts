import { expect, test } from 'vitest';
import { serviceLevel } from '../../../../src-main/term/service/service-level.ts';
import { serviceClasses } from '../../../../src-main/term/service/credit-tier.ts';
import { say } from '../../../../src-main/agreement/sentence.ts';
import { valueOf } from '../basis-of.ts';
import { basis, stated } from '../quantity/stated.ts';

const PERCENT = { unit: 'percent' } as const;
const WORDS = '备用副本不享有赔偿。';
const FACTS = [
  stated('availability', { promise: 99.9 }, PERCENT),
  stated('availability', WORDS, { unit: 'text', scope: { class: '备用副本' }, quote: WORDS }),
  stated('credit-tier', { below: 99.9, credit: { amount: 10, unit: 'percent', of: 'month-fee' } }, PERCENT),
];
const of = (scope?: string) =>
  serviceLevel(basis(FACTS, scope === undefined ? {} : { scope }), {
    month: '2026-04',
    fee: { fee: '1000.00' },
    downtime: { outages: [{ from: '2026-04-03T10:00:00+08:00', to: '2026-04-03T11:30:00+08:00' }] },
  });

test('a class that the text leaves out of the credits gets none, by the words that say so', () => {
  expect(serviceClasses(basis(FACTS))).toEqual(['备用副本']);
  const left = of('备用副本');
  expect(left.tier).toMatchObject({ known: true, value: undefined });
  expect(valueOf(left.credit)).toBe('0.00');
  expect(left.steps.map(({ text }) => say(text, 'zh')).join('\n')).toContain(WORDS);
});

test('the credit of the others stands, and says whom it is not for', () => {
  expect(valueOf(of().credit)).toBe('100.00');
  expect(
    of()
      .steps.map(({ text }) => say(text, 'en'))
      .join('\n'),
  ).toContain('leaves “备用副本” out of its credits');
});
