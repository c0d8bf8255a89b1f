import { afterEach, beforeEach, expect, test } from 'vitest';
import { letterPapers } from '../../../../src-main/kernel/papers/letters.ts';
import { readMonth } from '../../../../src-main/letter/written.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

/** A claim that was begun while its month was words: it goes on with the month, or the period, that they name. */

let desk: AppUnderTest;
beforeEach(() => {
  desk = new AppUnderTest();
});
afterEach(() => desk.end());

async function older(month: string, language: 'zh' | 'en') {
  const { id: letterId } = await desk.handlers['letters.start']({ templateId: 'service-credit-claim' });
  await desk.handlers['letters.fill']({ letterId, values: {}, language });
  const papers = letterPapers(desk.store);
  const letter = papers.get(letterId);
  if (!letter) throw new Error('no letter');
  const body = { ...letter.body, values: { ...letter.body.values, month } };
  papers.put({ id: letterId, state: 'draft', body }, '2026-11-20T02:00:00.000Z');
  return desk.handlers['letters.open']({ letterId });
}

test.each([
  ['March 2026', 'en', { month: '2026-03' }],
  ['March\u00a02026', 'en', { month: '2026-03' }],
  ['2026年3月', 'zh', { month: '2026-03' }],
  ['2026-03', 'zh', { month: '2026-03' }],
  ['2026年第一季度', 'zh', { period: '2026年第一季度' }],
  ['the first quarter of 2026', 'en', { period: 'the first quarter of 2026' }],
] as const)('%s', async (month, language, named) => {
  const { values, problems } = await older(month, language);
  const { month: of, period } = values;
  expect({ ...(of === undefined ? {} : { month: of }), ...(period === undefined ? {} : { period }) }).toEqual(named);
  expect(problems.map(({ field }) => field)).not.toContain('month');
});

test.each(['2026年第一季度', '2026年3月16日至2026年4月15日', '2026年13月', 'Quarter 2026', '3 March 2026', '2026'])(
  '%s is no month',
  (words) => {
    expect(readMonth(words)).toBeUndefined();
  },
);

test('a month says itself in another language', async () => {
  const { id: letterId, values } = await older('2026年3月', 'zh');
  const told = await desk.handlers['letters.fill']({ letterId, values: values as never, language: 'en' });
  expect(told.values['month']).toBe('2026-03');
});
