import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Fact, TierValue } from '../../../../src-main/agreement/fact.ts';
import { mapAnswer } from '../../../../src-main/term/answer.ts';
import { formatYuan } from '../../../../src-main/term/fees/money.ts';
import type { Outage } from '../../../../src-main/term/service/outages.ts';
import { type ServiceMonth, serviceLevel } from '../../../../src-main/term/service/service-level.ts';
import { valueOf } from '../basis-of.ts';
import { basis, stated, text, whyNot } from '../quantity/stated.ts';

/**
 * Agreements as providers write them, each with the facts that its clauses state; what is expected is worked out from the clause
 * beside it.
 */
const PERCENT = { unit: 'percent' } as const;
const promise = (value: number, more: Partial<Fact> = {}, member = {}) =>
  stated('availability', { promise: value, ...member }, { ...PERCENT, ...more });
const tier = (below: number, from: number | undefined, credit: TierValue['credit'], more: Partial<Fact> = {}) =>
  stated('credit-tier', { below, ...(from === undefined ? {} : { from }), credit }, { unit: credit.unit, ...more });
const month = (amount: number) => ({ amount, unit: 'percent', of: 'month-fee' }) as const;
const days = (value: number) => ({ value, unit: 'service-day' }) as const;
const cap = (amount: number) =>
  stated('credit-cap', month(amount), { ...PERCENT, quote: `不超过当月服务费的${amount}%` });

const level = (
  facts: readonly Fact[],
  service: Partial<ServiceMonth> & Pick<ServiceMonth, 'downtime'>,
  { scope, words = [] }: { readonly scope?: string; readonly words?: readonly string[] } = {},
) =>
  serviceLevel(basis(facts, { sources: [text(facts, ...words)], ...(scope === undefined ? {} : { scope }) }), {
    month: '2026-09',
    fee: { fee: '1000.00' },
    ...service,
  });
const lastDay = ({ claim }: ReturnType<typeof level>) => valueOf(mapAnswer(claim.closes, ({ safe }) => safe));
const outage = (from: string, to: string): Outage => ({
  from: `2026-09-${from}:00+08:00`,
  to: `2026-09-${to}:00+08:00`,
});

describe('a credit of a share of the line’s cost, at most half of the fee, claimed within days of the outage', () => {
  const facts = [
    promise(99.9),
    tier(99.9, undefined, month(20)),
    cap(50),
    stated('claim-closes', 10, { unit: 'day', anchor: 'incident', quote: 'within 10 days of the outage' }),
  ];

  test('is a fifth of the fee: half of it is never reached', () => {
    const found = level(facts, { downtime: { outages: [outage('03T10:00', '03T11:00')] } });
    expect([valueOf(found.credit), valueOf(found.cap)]).toEqual(['200.00', '500.00']);
    // The tenth day after 3 September.
    expect(lastDay(found)).toBe('2026-09-13');
  });
});

describe('storage classes with tiers of their own and a cap of half the fee', () => {
  const [standard, rare] = [{ scope: { class: '标准' } }, { scope: { class: '低频' } }];
  const facts = [
    promise(99.95, standard),
    promise(99.9, rare),
    tier(99.95, 99.9, month(10), { ...standard, quote: '标准一' }),
    tier(99.9, 98, month(30), { ...standard, quote: '标准二' }),
    tier(99.9, 99, month(10), { ...rare, quote: '低频一' }),
    tier(99, 98, month(30), { ...rare, quote: '低频二' }),
    cap(50),
    stated('claim-closes', 60, { unit: 'day', anchor: 'month-end', quote: '月份结束后六十（60）日' }),
  ];
  // 216 of 43 200 minutes: 99.5 %.
  const down = { downtime: { minutes: 216 } };

  test('gives the rare class its 10 %, and the standard one its 30 %', () => {
    expect(valueOf(level(facts, down, { scope: '低频' }).credit)).toBe('100.00');
    expect(valueOf(level(facts, down, { scope: '标准' }).credit)).toBe('300.00');
    expect(whyNot(level(facts, down).credit)).toContain('低频');
  });

  test('is claimed until the sixtieth day after the month', () => {
    expect(lastDay(level(facts, down, { scope: '低频' }))).toBe('2026-11-29');
  });
});

describe('days of service, a month of thirty days, outages of five minutes and more, two classes with one table', () => {
  const [single, double] = [{ scope: { class: '单实例' } }, { scope: { class: '高可用' } }];
  const facts = [
    promise(99.9, single),
    promise(99.99, double),
    tier(99.99, 99.9, days(3)),
    tier(99.9, 99, days(10)),
    tier(99, undefined, days(30)),
  ];
  const words = [
    '连续5分钟以上无法访问的，计入不可用时间；不足5分钟的不计入。',
    '服务周期总分钟数：按每月30天计算，为43200分钟。',
  ];
  const of = (scope: string, ...outages: readonly Outage[]) =>
    level(facts, { month: '2026-10', downtime: { outages } }, { scope, words });
  const october = (from: string, to: string): Outage => ({
    from: `2026-10-03T${from}:00+08:00`,
    to: `2026-10-03T${to}:00+08:00`,
  });

  test('gives days, never yuan, by the fixed month', () => {
    // 44 of 43 200 minutes: 99.898 %, below 99.9; of 44 640 it would be above.
    const found = of('高可用', october('10:00', '10:44'));
    expect([found.totalMinutes, valueOf(found.serviceDays), found.credit.known]).toEqual([43_200, 10, false]);
  });

  test('gives nothing to a class that keeps its own promise', () => {
    const twenty = october('10:00', '10:20');
    expect(valueOf(of('高可用', twenty).serviceDays)).toBe(3);
    expect(of('单实例', twenty)).toMatchObject({ breach: { value: false }, tier: { value: undefined } });
  });

  test('does not count outages of less than five minutes', () => {
    const short = Array.from({ length: 12 }, (_, n) =>
      october(`10:${String(n * 5).padStart(2, '0')}`, `10:${String(n * 5 + 4).padStart(2, '0')}`),
    );
    expect(of('高可用', ...short)).toMatchObject({ unavailableMinutes: 0, breach: { value: false } });
  });
});

describe('a share of the year’s fee for a year below its promise, with a cap of the month’s', () => {
  const facts = [
    promise(99.9, {}, { period: 'year' }),
    tier(99.9, 99, { amount: 5, unit: 'percent', of: 'year-fee' }, { quote: '年度服务费的5%' }),
  ];

  test('is no credit of a month, and 5 % of the year’s fee for the year', () => {
    expect(level(facts, { downtime: { minutes: 40_000 } }).credit.known).toBe(false);
    const year = { month: '2026', downtime: { minutes: 600 }, fee: { fee: '1000.00', yearFee: '10800.00' } };
    expect(valueOf(level(facts, year).credit)).toBe('540.00');
    // A cap in fees of the month says nothing for a year that has twelve of them.
    expect(level([...facts, cap(30)], year).credit.known).toBe(false);
  });
});

describe('a target without a promise, and two months from the incident', () => {
  test('a target owes nothing and breaks nothing', () => {
    const found = level(
      [promise(99.9, { quote: '目标为99.9%，不作承诺' }, { target: true }), tier(99.9, undefined, month(10))],
      {
        downtime: { minutes: 1000 },
      },
    );
    expect([found.breach.known, found.credit.known]).toEqual([false, false]);
  });

  test('the window runs from the first incident of the month', () => {
    const closes = stated('claim-closes', 2, { unit: 'month', anchor: 'incident', quote: '故障发生后两个月内' });
    const facts = [promise(99.9), tier(99.9, undefined, month(10)), closes];
    const outages = [outage('20T10:00', '20T12:00'), outage('05T10:00', '05T12:00')];
    expect(lastDay(level(facts, { downtime: { outages } }))).toBe('2026-11-05');
  });
});

describe('whatever the agreement', () => {
  test('no fact, no figure: without tiers there is no credit, without a fee no yuan, without a promise no breach', () => {
    const bare = level([], { downtime: { minutes: 500 } });
    expect([bare.breach, bare.tier, bare.credit, bare.cap, bare.termination].map(({ known }) => known)).toEqual(
      Array.from({ length: 5 }, () => false),
    );
    const { fee: _, ...without } = { month: '2026-09', downtime: { minutes: 500 }, fee: undefined };
    const facts = [promise(99.9), tier(99.9, undefined, month(10))];
    expect(serviceLevel(basis(facts), without).credit.known).toBe(false);
    expect(level([tier(99.9, undefined, month(10))], { downtime: { minutes: 500 } }).breach.known).toBe(false);
  });

  test('no credit is above its cap, whatever its form, and the more was down the more is owed', () => {
    const credit = fc.oneof(
      fc.integer({ min: 1, max: 100 }).map(month),
      fc.integer({ min: 1, max: 20 }).map((amount) => ({ amount, unit: 'times', of: 'outage-fee' }) as const),
    );
    fc.assert(
      fc.property(credit, fc.integer({ min: 1, max: 100 }), fc.nat(43_200), fc.nat(43_200), (given, percent, a, b) => {
        const facts = [promise(99.9), tier(99.9, undefined, given), cap(percent)];
        const owed = (minutes: number) => Number(valueOf(level(facts, { downtime: { minutes } }).credit));
        expect(owed(a)).toBeLessThanOrEqual(Number(formatYuan(BigInt(percent) * 1000n)));
        expect(owed(Math.max(a, b))).toBeGreaterThanOrEqual(owed(Math.min(a, b)));
      }),
      { numRuns: 80 },
    );
  });
});
