import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Fact, TierValue } from '../../../../src-main/agreement/fact.ts';
import { shareOfWords } from '../../../../src-main/agreement/quantity/share-words.ts';
import { claimWindow } from '../../../../src-main/term/service/claim/claim-window.ts';
import type { MonthFee } from '../../../../src-main/term/service/month-fee.ts';
import { serviceClasses } from '../../../../src-main/term/service/credit-tier.ts';
import { type ServiceMonth, serviceLevel } from '../../../../src-main/term/service/service-level.ts';
import { mapAnswer } from '../../../../src-main/term/answer.ts';
import type { TermBasis } from '../../../../src-main/term/basis.ts';
import { valueOf } from '../basis-of.ts';
import { basis, stated, text, whyNot, working } from './stated.ts';

const PERCENT = { unit: 'percent' } as const;
const promise = (value: number, more: Partial<Fact> = {}, member = {}) =>
  stated('availability', { promise: value, ...member }, { ...PERCENT, ...more });
const tier = (below: number, from: number | undefined, credit: TierValue['credit'], more: Partial<Fact> = {}) =>
  stated('credit-tier', { below, ...(from === undefined ? {} : { from }), credit }, { unit: credit.unit, ...more });
const ofMonth = (amount: number) => ({ amount, unit: 'percent', of: 'month-fee' }) as const;

/** A month of 43 200 minutes. */
const april = (
  facts: readonly Fact[],
  minutes: number,
  more: Partial<ServiceMonth> & Partial<Pick<TermBasis, 'scope' | 'sources'>> = {},
) => {
  const { scope, sources = [text(facts)], ...service } = more;
  return serviceLevel(basis(facts, { sources, ...(scope === undefined ? {} : { scope }) }), {
    month: '2026-04',
    downtime: { minutes },
    fee: { fee: '1000.00' },
    ...service,
  });
};

describe('days of service', () => {
  const facts = [
    promise(99.99),
    tier(99.99, undefined, { value: 30, unit: 'service-day' }, { quote: '延长服务时间30天' }),
  ];

  test('are days, never yuan', () => {
    const level = april(facts, 500);
    expect(valueOf(level.serviceDays)).toBe(30);
    expect(level.credit.known).toBe(false);
    expect(whyNot(level.credit)).toContain('30 天服务');
    expect(level.creditPercent.known).toBe(false);
  });
});

describe('a share of the year’s fee', () => {
  const facts = [
    promise(99.9),
    tier(99.9, undefined, { amount: 5, unit: 'percent', of: 'year-fee' }, { quote: '年度服务费的5%' }),
  ];

  test('is not taken of the month’s fee: without the year’s it is unknown', () => {
    const level = april(facts, 100);
    expect(level.credit).toMatchObject({ known: false, missing: [{ what: 'input', name: 'yearFee' }] });
    expect(level.creditPercent.known).toBe(false);
  });

  test('is taken of the year’s fee that is given, or of what was paid for twelve months', () => {
    expect(valueOf(april(facts, 100, { fee: { fee: '1000.00', yearFee: '10800.00' } }).credit)).toBe('540.00');
    expect(valueOf(april(facts, 100, { fee: { total: '10800.00', months: 12 } }).credit)).toBe('540.00');
    expect(april(facts, 100, { fee: { total: '5400.00', months: 6 } }).credit.known).toBe(false);
  });
});

describe('a multiple of the fee for the outage', () => {
  test('is a credit: ten times the part of the fee that fell on the outage', () => {
    const facts = [promise(99.9), tier(99.9, undefined, { amount: 10, unit: 'times', of: 'outage-fee' })];
    // 1000 yuan ÷ 43 200 minutes × 432 minutes = 10 yuan; ten times is 100.
    expect(valueOf(april(facts, 432).credit)).toBe('100.00');
  });
});

describe('the cap', () => {
  const tiers = [promise(99.9), tier(99.9, undefined, ofMonth(80))];
  const cap = (words: string) => stated('liability-cap', words, { unit: 'text', quote: `赔偿总额不超过${words}` });
  const paid = { fee: { fee: '1000.00', vouchers: '400.00' } };

  test('of half the fee is half the fee', () => {
    const level = april([...tiers, cap('当月服务费的50%')], 100);
    expect([valueOf(level.cap), valueOf(level.credit)]).toEqual(['500.00', '500.00']);
  });

  test('leaves out what vouchers paid only where the document says so', () => {
    const plain = april([...tiers, cap('月度服务费用')], 100, paid);
    expect([valueOf(plain.cap), valueOf(plain.credit)]).toEqual(['1000.00', '800.00']);
    const without = april([...tiers, cap('月度服务费用（不含用代金券抵扣的费用）')], 100, paid);
    expect([valueOf(without.cap), valueOf(without.credit)]).toEqual(['600.00', '600.00']);
  });

  test.each([
    ['月服务费：客户在该月支付的费用，不含代金券抵扣的部分。'],
    ['“月度服务费用”是指客户在一个自然月支付的费用，不包括以优惠券、代金券支付的部分。'],
    ['Monthly Service Fee: the fee paid in that month, excluding any part paid with vouchers.'],
  ])('and the credit leave it out where the document defines the month’s fee so: %s', (definition) => {
    const facts = [promise(99.9), tier(99.9, undefined, ofMonth(10)), cap('当月的月服务费')];
    const level = april(facts, 100, { ...paid, sources: [text(facts, definition)] });
    expect([valueOf(level.monthlyFee), valueOf(level.cap), valueOf(level.credit)]).toEqual([
      '600.00',
      '600.00',
      '60.00',
    ]);
    expect(level.credit.steps.map(({ clause }) => clause?.quote)).toContain(definition);
  });

  test('is not lowered by the definition of another document, nor by a clause that says how a credit is paid', () => {
    const facts = [promise(99.9), tier(99.9, undefined, ofMonth(10)), cap('当月的月服务费')];
    const other = text([], '月服务费：客户在该月支付的费用，不含代金券抵扣的部分。');
    const paying = '赔偿以代金券发放，不含代金券已抵扣的订单。';
    const level = april(facts, 100, { ...paid, sources: [other, text(facts, paying)] });
    expect([valueOf(level.cap), valueOf(level.credit)]).toEqual(['1000.00', '100.00']);
  });

  test('is not made up for a document that states none', () => {
    const level = april(tiers, 100, paid);
    expect(level.cap.known).toBe(false);
    expect(whyNot(level.cap)).toContain('没有写明赔偿上限');
    expect(valueOf(level.credit)).toBe('800.00');
  });

  test('of fees over twelve months stands above a month’s credit', () => {
    const level = april([...tiers, cap('前十二个月已支付的服务费')], 100);
    expect(level.cap.known).toBe(false);
    expect(valueOf(level.credit)).toBe('800.00');
  });

  test('that cannot be read leaves the credit open, with the words', () => {
    const level = april([...tiers, cap('双方另行约定的金额')], 100);
    expect(level.credit.known).toBe(false);
    expect(whyNot(level.credit)).toContain('双方另行约定的金额');
  });

  test.each([
    ['当月服务费的50%', { amount: 50, unit: 'percent', of: 'month-fee' }],
    ['50% of the monthly fee', { amount: 50, unit: 'percent', of: 'month-fee' }],
    ['当月服务费的百分之五十', { amount: 50, unit: 'percent', of: 'month-fee' }],
    ['月度服务费用', { amount: 100, unit: 'percent', of: 'month-fee' }],
    ['the fees paid in the twelve (12) months before', { amount: 100, unit: 'percent', of: 'fees-12-months' }],
    ['年度服务费的5%', { amount: 5, unit: 'percent', of: 'year-fee' }],
    ['故障期间服务费的10倍', { amount: 10, unit: 'times', of: 'outage-fee' }],
    ['服务费的30%或50%', undefined],
    ['合理的金额', undefined],
  ])('%s', (words, share) => {
    expect(shareOfWords(words)).toEqual(share);
  });
});

describe('tiers of several classes', () => {
  const standard = { scope: { class: '标准存储' } };
  const rare = { scope: { class: '低频存储' } };
  const facts = [
    promise(99.95, standard),
    promise(99.9, rare),
    tier(99.95, 99.9, ofMonth(10), { ...standard, quote: 's1' }),
    tier(99.9, 98, ofMonth(30), { ...standard, quote: 's2' }),
    tier(99.9, 99, ofMonth(10), { ...rare, quote: 'r1' }),
    tier(99, 98, ofMonth(30), { ...rare, quote: 'r2' }),
  ];
  /** 216 of 43 200 minutes: 99.5 %. */
  const minutes = 216;

  test('are told apart: no credit without a class, and each class its own', () => {
    const level = april(facts, minutes);
    expect(level.credit).toMatchObject({ known: false });
    expect(whyNot(level.credit)).toContain('标准存储');
    expect(serviceClasses(basis(facts))).toEqual(['标准存储', '低频存储']);
    expect(valueOf(april(facts, minutes, { scope: '低频存储' }).credit)).toBe('100.00');
    expect(valueOf(april(facts, minutes, { scope: '标准存储' }).credit)).toBe('300.00');
  });

  test('a class that the text does not name gets nothing from another’s', () => {
    const level = april(facts, minutes, { scope: '归档存储' });
    expect([level.breach.known, level.tier.known, level.credit.known]).toEqual([false, false, false]);
  });

  test('without their classes contradict each other: both lines are quoted, none is picked', () => {
    const bare = facts.map(({ scope: _, ...fact }) => fact);
    const level = april(bare, minutes);
    expect(level.tier).toMatchObject({ known: false, missing: [{ what: 'conflict' }] });
    expect(whyNot(level.tier)).toContain('“s2”');
    expect(whyNot(level.tier)).toContain('“r1”');
  });
});

describe('promises', () => {
  test('two of them are both shown', () => {
    const facts = [
      promise(99.9, { quote: '不低于99.9%' }),
      promise(99.99, { quote: '不低于99.99%' }),
      tier(99.99, undefined, ofMonth(10)),
    ];
    const level = april(facts, 100);
    expect(level.promised).toMatchObject({ known: false, missing: [{ what: 'conflict' }] });
    expect(whyNot(level.promised)).toMatch(/“不低于99\.9%”.*“不低于99\.99%”/u);
    expect(level.credit.known).toBe(false);
  });

  test('a target is none', () => {
    const level = april([promise(99.9, { quote: '目标为99.9%，不作承诺' }, { target: true })], 10_000);
    expect([level.promised.known, level.breach.known]).toEqual([false, false]);
    expect(whyNot(level.breach)).toContain('没有承诺');
    expect(valueOf(april([promise(99.9), promise(99.99, {}, { target: true })], 0).promised)).toBe(99.9);
  });

  test('of a year is not judged by a month', () => {
    const level = april([promise(99.9, {}, { period: 'year' }), tier(99.9, undefined, ofMonth(10))], 10_000);
    expect([level.breach.known, level.credit.known]).toEqual([false, false]);
  });
});

describe('a month without records', () => {
  const facts = [promise(99.9), tier(99.9, undefined, ofMonth(10))];

  test('is not recorded, never kept', () => {
    const march = [{ from: '2026-03-01T10:00:00+08:00', to: '2026-03-01T11:00:00+08:00' }];
    for (const outages of [[], march]) {
      const level = april(facts, 0, { downtime: { outages } });
      expect(level.recorded).toBe(false);
      for (const answer of [level.availability, level.breach, level.tier, level.credit])
        expect(answer.known).toBe(false);
      expect(whyNot(level.breach)).toContain('没有记录');
    }
  });

  test('nothing down, said by a person, is a record', () => {
    expect(valueOf(april(facts, 0).availability)).toBe('100.000000');
    expect(valueOf(april(facts, 0).breach)).toBe(false);
  });
});

describe('a credit of the quarter’s fee', () => {
  const quarterly = [
    stated('availability', { promise: 99.9, period: 'quarter' }, { unit: 'percent' }),
    stated(
      'credit-tier',
      { below: 99.9, credit: { amount: 10, unit: 'percent', of: 'quarter-fee' } },
      { unit: 'percent' },
    ),
  ];
  const quarter = (fee: MonthFee) =>
    serviceLevel(basis(quarterly), { month: '2026-Q1', downtime: { availability: '99.5' }, fee }).credit;

  test('is one of what was paid for three months, never of a month', () => {
    expect(valueOf(quarter({ total: '3000', months: 3 }))).toBe('300.00');
    expect(quarter({ fee: '1000' })).toMatchObject({ known: false, missing: [{ name: 'quarterFee' }] });
    expect(quarter({ total: '12000', months: 12 })).toMatchObject({ known: false });
  });
});

describe('the claim window', () => {
  const closes = (fact: Fact, incidents?: readonly string[]) => claimWindow(basis([fact]), '2026-03', incidents).closes;
  const day = (fact: Fact, incidents?: readonly string[]) =>
    valueOf(mapAnswer(closes(fact, incidents), ({ safe }) => safe));

  test('of two months after the incident runs from the incident, not from the month’s end', () => {
    const fact = stated('claim-closes', 2, { unit: 'month', anchor: 'incident', quote: '故障发生后两个月内' });
    expect(day(fact, ['2026-03-05'])).toBe('2026-05-05');
    // Of several incidents the earliest end loses nothing; each has its own.
    expect(day(fact, ['2026-03-20', '2026-03-05'])).toBe('2026-05-05');
    expect(working(closes(fact, ['2026-03-20', '2026-03-05']))).toContain('各自起算');
    // Where the day is not known, the bounds of the month hold.
    expect(closes(fact)).toMatchObject({ known: false, notBefore: '2026-05-01', notAfter: '2026-05-31' });
  });

  test('of ten days after recovery runs from the day on which the outage ended', () => {
    const fact = stated('claim-closes', 10, { unit: 'day', anchor: 'restored', quote: '故障恢复后10日内' });
    const window = claimWindow(basis([fact]), '2026-03', ['2026-03-05', '2026-03-20'], ['2026-03-07', '2026-03-21']);
    expect(valueOf(mapAnswer(window.closes, ({ safe }) => safe))).toBe('2026-03-17');
    expect(working(window.closes)).toContain('恢复');
    // That it began says nothing of when it ended.
    const open = claimWindow(basis([fact]), '2026-03', ['2026-03-05']).closes;
    expect(open).toMatchObject({ known: false, notBefore: '2026-03-11', missing: [{ name: 'restored' }] });
  });

  test.each([
    [60, 'day', '2026-05-30', 'sixty days after 31 March'],
    [10, 'working-day', '2026-04-15', 'Qingming is off on 4–6 April: 1, 2, 3, 7, 8, 9, 10, 13, 14, 15'],
    [2, 'month', '2026-05-31', 'the corresponding day'],
  ] as const)('%i %s after the month’s end: %s (%s)', (value, unit, last, _why) => {
    expect(day(stated('claim-closes', value, { unit, anchor: 'month-end' }))).toBe(last);
  });

  test('without an anchor is quoted, not guessed', () => {
    const fact = stated('claim-closes', 30, { quote: '30日内提出' });
    expect(closes(fact).known).toBe(false);
    expect(whyNot(closes(fact))).toContain('“30日内提出”');
  });
});

describe('an outage that lets the customer end the service', () => {
  const log = [{ from: '2026-04-01T00:00:00+08:00', to: '2026-04-04T00:00:00+08:00' }];
  test.each([
    [72, 'hour', true],
    [3, 'day', true],
    [73, 'hour', false],
    [4320, 'minute', true],
    [1, 'month', undefined],
  ] as const)('of %i %s: %s', (value, unit, allowed) => {
    const level = april([stated('outage-termination', value, { unit })], 0, { downtime: { outages: log } });
    expect(level.termination.known ? level.termination.value.allowed : undefined).toBe(allowed);
  });
});

describe('whatever the tiers', () => {
  const shares = fc
    .uniqueArray(fc.integer({ min: 1, max: 100 }), { minLength: 2, maxLength: 5 })
    .map((all) => all.sort((a, b) => a - b));
  const bounds = fc
    .uniqueArray(fc.integer({ min: 5000, max: 9999 }), { minLength: 5, maxLength: 5 })
    .map((all) => all.sort((a, b) => b - a));

  test('the credit of a longer outage is never smaller, and never above the cap', () => {
    fc.assert(
      fc.property(
        shares,
        bounds,
        fc.nat(43_200),
        fc.nat(43_200),
        fc.integer({ min: 1, max: 100 }),
        (credits, levels, a, b, percent) => {
          const tiers = credits.map((credit, index) =>
            tier(
              (levels[index] ?? 0) / 100,
              index + 1 < credits.length ? (levels[index + 1] ?? 0) / 100 : undefined,
              ofMonth(credit),
            ),
          );
          const cap = stated('credit-cap', { amount: percent, unit: 'percent', of: 'month-fee' }, PERCENT);
          const credit = (minutes: number): number => Number(valueOf(april([...tiers, cap], minutes).credit));
          const [less, more] = [Math.min(a, b), Math.max(a, b)];
          expect(credit(more)).toBeGreaterThanOrEqual(credit(less));
          expect(credit(more)).toBeLessThanOrEqual(10 * percent);
        },
      ),
      { numRuns: 60 },
    );
  });
});
