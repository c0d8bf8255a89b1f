import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { say } from '../../../../src-main/agreement/sentence.ts';
import type { Fact } from '../../../../src-main/agreement/fact.ts';
import { serviceLevel } from '../../../../src-main/term/service/service-level.ts';
import { valueOf } from '../basis-of.ts';
import { basis, stated } from '../quantity/stated.ts';

const PERCENT = { unit: 'percent' } as const;
const promise = stated('availability', { promise: 99.9 }, PERCENT);
const tier = stated(
  'credit-tier',
  { below: 99.9, credit: { amount: 10, unit: 'percent', of: 'month-fee' } },
  { ...PERCENT, quote: 'below 99.9 %: 10 % of the month’s fee' },
);
const cycle = (words: string): Fact => stated('billing-cycle', words, { unit: 'text', quote: words });

describe('a month without its day, and minutes that a person counted', () => {
  const typed = (month: string, minutes: number, facts: readonly Fact[]) =>
    serviceLevel(basis([promise, tier, ...facts]), { month, fee: { fee: '1000.00' }, downtime: { minutes } });
  const open = [cycle('每个计费周期的可用性不低于99.9%')];

  test('the month has as many minutes as one of them can have, and those that were down are told', () => {
    // February from the 1st has 28 days; from the 16th of January it has 31.
    const found = typed('2026-02', 100, open);
    expect(found).toMatchObject({
      totalAtLeast: 40_320,
      totalMinutes: 44_640,
      unavailableMinutes: 100,
      counted: true,
    });
    expect(found).not.toHaveProperty('minutesAtMost');
    expect(found.availability).toMatchObject({ known: false, atLeast: '99.751984', atMost: '99.775985' });
    expect(valueOf(found.breach)).toBe(true);
    expect(valueOf(found.credit)).toBe('100.00');
    expect(found.steps.map(({ text }) => say(text, 'zh')).join()).toContain('不可用 100 分钟');
  });

  test('what would hold on some days alone stays open', () => {
    // 42 minutes of 28 days are more than 0.1 %, of 31 days they are less.
    const found = typed('2026-02', 42, open);
    expect(found.breach).toMatchObject({ known: false });
    expect(found.credit).toMatchObject({ known: false, atLeast: '0.00', atMost: '100.00' });
  });

  test('every day lies between the bounds', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 28 }),
        fc.boolean(),
        fc.integer({ min: 0, max: 200 }),
        fc.constantFrom('2026-02', '2026-03', '2026-04', '2024-02'),
        (from, before, minutes, month) => {
          const any = typed(month, minutes, open);
          const words =
            before && from > 1 ? `上月${from}日至本月${from - 1}日为一个计费周期` : `每个计费月自每月${from}日起`;
          const one = typed(month, minutes, [cycle(words)]);
          const { availability } = any;
          if (!availability.known) {
            expect(Number(availability.atLeast)).toBeLessThanOrEqual(Number(valueOf(one.availability)));
            expect(Number(availability.atMost)).toBeGreaterThanOrEqual(Number(valueOf(one.availability)));
          }
          if (any.credit.known) expect(any.credit.value).toBe(valueOf(one.credit));
        },
      ),
      { numRuns: 60 },
    );
  });
});
