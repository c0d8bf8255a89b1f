import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { mapAnswer } from '../../../../src-main/term/answer.ts';
import { compare, decimal } from '../../../../src-main/term/fees/exact.ts';
import { parseYuan } from '../../../../src-main/term/fees/money.ts';
import type { Outage } from '../../../../src-main/term/service/outages.ts';
import { type ServiceMonth, serviceLevel } from '../../../../src-main/term/service/service-level.ts';
import { basisOf, documentOf, fact, missingOf, valueOf } from '../basis-of.ts';

const SLA = documentOf(
  fact('availability', 99.95),
  fact('credit-tier', { below: 99.95, from: 99, credit: 15 }),
  fact('credit-tier', { below: 99, from: 95, credit: 30 }),
  fact('credit-tier', { below: 95, credit: 100 }),
  fact('claim-opens-working-day', 5),
  fact('claim-closes-months', 2),
  fact('outage-termination-hours', 72),
  fact('liability-cap', '月度服务费用（不含用代金券抵扣的费用）'),
);

const month = (service: Partial<ServiceMonth> & Pick<ServiceMonth, 'downtime'>, source = SLA) =>
  serviceLevel(basisOf(source), { month: '2026-03', fee: { fee: '1000.00' }, ...service });

const down = (minutes: number, name = '2026-03') => month({ month: name, downtime: { minutes } });

const outage = (from: string, to: string, exclusion?: string): Outage => ({
  from: `${from}+08:00`,
  to: `${to}+08:00`,
  ...(exclusion === undefined ? {} : { exclusion: { item: exclusion } }),
});

describe('availability', () => {
  test('of March with 50 minutes down: (44640 − 50) / 44640', () => {
    const result = down(50);
    expect(result.totalMinutes).toBe(44_640);
    expect(valueOf(result.availability)).toBe('99.887992');
    expect(valueOf(result.breach)).toBe(true);
    expect(valueOf(result.creditPercent)).toBe(15);
    expect(valueOf(result.credit)).toBe('150.00');
  });

  test.each([
    ['2026-01', 44_640],
    ['2026-02', 40_320],
    ['2028-02', 41_760],
    ['2026-04', 43_200],
  ])('%s has %i minutes', (name, minutes) => {
    expect(down(0, name).totalMinutes).toBe(minutes);
  });

  test('never prints as the boundary when it is below it', () => {
    expect(valueOf(month({ month: '2026-03', downtime: { minutes: 23 } }).availability)).toBe('99.948476');
    expect(valueOf(down(22).availability)).toBe('99.950716');
  });

  test.each([-1, 0.5, 44_641, Number.NaN])('refuses %d minutes', (minutes) => {
    expect(() => down(minutes)).toThrow(/bad-minutes/u);
  });
});

describe('tiers at their boundaries', () => {
  test.each([
    ['2026-02', 20, false, 0, '20.16 minutes are the 0.05 %: 20 is above 99.95'],
    ['2026-02', 21, true, 15, 'the first minute below'],
    ['2026-04', 21, false, 0, '21.6 minutes are the 0.05 %'],
    ['2026-04', 22, true, 15, 'the first minute below'],
    ['2026-04', 432, true, 15, 'exactly 99.00 %: still the first tier'],
    ['2026-04', 433, true, 30, 'the first minute below 99.00 %'],
    ['2026-04', 2160, true, 30, 'exactly 95.00 %: still the second tier'],
    ['2026-04', 2161, true, 100, 'the first minute below 95.00 %'],
    ['2026-04', 43_200, true, 100, 'down all month'],
    ['2026-04', 0, false, 0, 'never down'],
  ])('%s, %i minutes: breach %s, credit %i %% (%s)', (name, minutes, breach, credit) => {
    const result = down(minutes, name);
    expect(valueOf(result.breach)).toBe(breach);
    expect(valueOf(result.creditPercent)).toBe(credit);
  });

  test('the promise itself is no breach: 99.95 % met exactly', () => {
    const twentieth = documentOf(
      fact('availability', 99.5),
      fact('credit-tier', { below: 99.5, from: 90, credit: 10 }),
    );
    const exact = month({ month: '2026-04', downtime: { minutes: 216 } }, twentieth);
    expect(valueOf(exact.availability)).toBe('99.500000');
    expect(valueOf(exact.breach)).toBe(false);
    expect(valueOf(exact.credit)).toBe('0.00');
    expect(valueOf(month({ month: '2026-04', downtime: { minutes: 217 } }, twentieth).credit)).toBe('100.00');
  });

  test('a gap between tiers is not guessed across', () => {
    const gap = documentOf(
      fact('availability', 99.9),
      fact('credit-tier', { below: 99.9, from: 99, credit: 10 }),
      fact('credit-tier', { below: 98, credit: 50 }),
    );
    const result = month({ month: '2026-04', downtime: { minutes: 500 } }, gap);
    expect(valueOf(result.breach)).toBe(true);
    expect(missingOf(result.credit)).toEqual(['conflict credit-tier']);
  });

  test('open tiers apply the deepest that fits', () => {
    const open = documentOf(
      fact('credit-tier', { below: 99.9, credit: 10 }),
      fact('credit-tier', { below: 99, credit: 25 }),
    );
    expect(valueOf(month({ downtime: { minutes: 1000 } }, open).creditPercent)).toBe(25);
  });
});

describe('credit', () => {
  test('is capped at the fee without vouchers', () => {
    const result = month({
      month: '2026-04',
      downtime: { minutes: 3000 },
      fee: { fee: '1000.00', vouchers: '400.00' },
    });
    expect(valueOf(result.creditPercent)).toBe(100);
    expect(valueOf(result.cap)).toBe('600.00');
    expect(valueOf(result.credit)).toBe('600.00');
  });

  test('within the cap is the share of the whole fee', () => {
    const result = month({ downtime: { minutes: 50 }, fee: { fee: '1000.00', vouchers: '400.00' } });
    expect(valueOf(result.credit)).toBe('150.00');
  });

  test('is rounded to the fen once, halves up', () => {
    expect(valueOf(month({ downtime: { minutes: 50 }, fee: { fee: '0.10' } }).credit)).toBe('0.02');
    expect(valueOf(month({ downtime: { minutes: 50 }, fee: { fee: '333.33' } }).credit)).toBe('50.00');
  });

  test('of a prepaid year is apportioned by month, not rounded in between', () => {
    const result = month({ downtime: { minutes: 50 }, fee: { total: '1000.00', months: 12 } });
    expect(valueOf(result.monthlyFee)).toBe('83.33');
    expect(valueOf(result.credit)).toBe('12.50');
  });

  test('needs the fee, and says so', () => {
    const { fee: _, ...withoutFee } = { fee: undefined, month: '2026-03', downtime: { minutes: 50 } };
    const result = serviceLevel(basisOf(SLA), withoutFee);
    expect(missingOf(result.credit)).toEqual(['input fee']);
    expect(valueOf(result.breach)).toBe(true);
  });

  test('refuses vouchers above the fee and no months at all', () => {
    expect(() => month({ downtime: { minutes: 1 }, fee: { fee: '10', vouchers: '10.01' } })).toThrow(/vouchers/u);
    expect(() => month({ downtime: { minutes: 1 }, fee: { total: '10', months: 0 } })).toThrow(/bad-months/u);
  });
});

describe('outages', () => {
  const logged = (...outages: readonly Outage[]) => month({ downtime: { outages } });

  test('count only clock minutes that were down throughout', () => {
    expect(logged(outage('2026-03-05T10:00:30', '2026-03-05T10:05:30')).unavailableMinutes).toBe(4);
    expect(logged(outage('2026-03-05T10:00:00', '2026-03-05T10:05:00')).unavailableMinutes).toBe(5);
    expect(logged(outage('2026-03-05T10:00:10', '2026-03-05T10:00:50')).unavailableMinutes).toBe(0);
  });

  test('count every minute touched where the agreement counts so', () => {
    const outages = [outage('2026-03-05T10:00:30', '2026-03-05T10:05:30')];
    expect(month({ downtime: { outages, counting: 'started' } }).unavailableMinutes).toBe(6);
  });

  test('that overlap or touch are one: two half minutes make a whole one', () => {
    expect(
      logged(outage('2026-03-05T10:00:00', '2026-03-05T10:30:00'), outage('2026-03-05T10:20:00', '2026-03-05T10:50:00'))
        .unavailableMinutes,
    ).toBe(50);
    expect(
      logged(outage('2026-03-05T10:00:00', '2026-03-05T10:00:30'), outage('2026-03-05T10:00:30', '2026-03-05T10:01:00'))
        .unavailableMinutes,
    ).toBe(1);
  });

  test('are cut to the month in Beijing, whatever their offset', () => {
    const across: Outage = { from: '2026-02-28T15:50:00Z', to: '2026-02-28T16:10:00Z' };
    expect(logged(across).unavailableMinutes).toBe(10);
    expect(month({ month: '2026-02', downtime: { outages: [across] } }).unavailableMinutes).toBe(10);
  });

  test('under an exclusion are shown, not dropped', () => {
    const result = logged(
      outage('2026-03-05T10:00:00', '2026-03-05T10:30:00', '预先通知的维护'),
      outage('2026-03-05T10:20:00', '2026-03-05T11:00:00'),
    );
    expect(result.unavailableMinutes).toBe(40);
    expect(result.excludedMinutes).toBe(20);
    expect(valueOf(result.availabilityWithoutExclusions)).toBe('99.865591');
  });

  test('that end before they begin are refused', () => {
    expect(() => logged(outage('2026-03-05T10:00:00', '2026-03-05T09:00:00'))).toThrow(/outage-inverted/u);
  });

  test.each([
    ['2026-03-05T10:00:00', '2026-03-08T10:00:00', true, '72.00'],
    ['2026-03-05T10:00:00', '2026-03-08T09:59:59', false, '71.99'],
  ])('%s to %s allow termination: %s', (from, to, allowed, longestHours) => {
    expect(valueOf(logged(outage(from, to)).termination)).toMatchObject({ allowed, longestHours });
  });

  test('joined across the month’s end count for the 72 hours, excluded ones do not', () => {
    const two = [
      outage('2026-02-27T00:00:00', '2026-03-01T00:00:00'),
      outage('2026-03-01T00:00:00', '2026-03-02T00:00:00'),
    ];
    expect(valueOf(mapAnswer(logged(...two).termination, (right) => right.allowed))).toBe(true);
    const excluded = outage('2026-03-05T10:00:00', '2026-03-09T10:00:00', '不可抗力');
    expect(valueOf(mapAnswer(logged(excluded).termination, (right) => right.allowed))).toBe(false);
  });

  test('without a log, nobody can say whether they were in a row', () => {
    expect(missingOf(down(5000).termination)).toEqual(['input outages']);
  });
});

describe('the claim window', () => {
  test('of March 2026 opens after 8 April and closes on 1 June', () => {
    const { claim } = down(50);
    expect(valueOf(claim.opens)).toBe('2026-04-09');
    expect(valueOf(mapAnswer(claim.closes, (end) => end.latest))).toBe('2026-06-01');
  });

  test('of September 2026 opens behind the National Day week', () => {
    expect(valueOf(down(50, '2026-09').claim.opens)).toBe('2026-10-14');
  });

  test('of December 2026 is unknown at both ends, for want of the 2027 table', () => {
    const { claim } = down(50, '2026-12');
    expect(missingOf(claim.opens)).toEqual(['calendar 2027']);
    expect(missingOf(claim.closes)).toEqual(['calendar 2027']);
  });
});

describe('properties of the service level', () => {
  const minutes = fc.integer({ min: 0, max: 44_640 });
  const stamp = (minute: number): string => {
    const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
    return `2026-03-${two(minute / 1440 + 1)}T${two((minute % 1440) / 60)}:${two(minute % 60)}:00`;
  };
  const outages = fc.array(
    fc
      .tuple(fc.integer({ min: 0, max: 44_000 }), fc.integer({ min: 0, max: 600 }), fc.boolean())
      .map(([from, long, excluded]) =>
        outage(stamp(from), stamp(Math.min(from + long, 44_639)), excluded ? 'x' : undefined),
      ),
    { maxLength: 12 },
  );

  test('tiers are monotonic: more minutes down never give a smaller credit', () => {
    fc.assert(
      fc.property(minutes, minutes, (a, b) => {
        const [less, more] = a < b ? [a, b] : [b, a];
        expect(Number(valueOf(down(less).credit))).toBeLessThanOrEqual(Number(valueOf(down(more).credit)));
      }),
    );
  });

  test('no credit above the cap or the fee', () => {
    fc.assert(
      fc.property(
        minutes,
        fc.integer({ min: 0, max: 10_000_000 }),
        fc.integer({ min: 0, max: 100 }),
        (lost, fen, part) => {
          const yuan = (amount: number): string =>
            `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`;
          const vouchers = Math.floor((fen * part) / 100);
          const result = month({ downtime: { minutes: lost }, fee: { fee: yuan(fen), vouchers: yuan(vouchers) } });
          expect(parseYuan(String(valueOf(result.credit))) <= parseYuan(String(valueOf(result.cap)))).toBe(true);
          expect(parseYuan(String(valueOf(result.cap)))).toBe(BigInt(fen - vouchers));
        },
      ),
    );
  });

  test('merging never lengthens: the minutes are at most the sum of the rows, at least the longest, and at most the month', () => {
    fc.assert(
      fc.property(outages, (rows) => {
        const result = month({ downtime: { outages: rows } });
        const alone = rows
          .map((row) => month({ downtime: { outages: [row] } }))
          .map((one) => one.unavailableMinutes + one.excludedMinutes);
        const all = result.unavailableMinutes + result.excludedMinutes;
        expect(all).toBeLessThanOrEqual(alone.reduce((sum, one) => sum + one, 0));
        expect(all).toBeGreaterThanOrEqual(Math.max(0, ...alone));
        expect(all).toBeLessThanOrEqual(result.totalMinutes);
        expect(result.recorded).toBe(all > 0 || result.availability.known);
        if (!result.recorded) return;
        expect(
          compare(decimal(valueOf(result.availabilityWithoutExclusions)), decimal(valueOf(result.availability))),
        ).toBeLessThanOrEqual(0);
      }),
    );
  });

  test('the order and the repetition of rows change nothing', () => {
    fc.assert(
      fc.property(outages, (rows) => {
        const once = month({ downtime: { outages: rows } });
        const again = month({ downtime: { outages: [...rows, ...rows].reverse() } });
        expect([again.unavailableMinutes, again.excludedMinutes]).toEqual([
          once.unavailableMinutes,
          once.excludedMinutes,
        ]);
      }),
    );
  });

  test('the claim window never inverts inside the tables', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2020, max: 2025 }), fc.integer({ min: 1, max: 12 }), (year, number) => {
        const { claim } = down(50, `${year}-${String(number).padStart(2, '0')}`);
        const closes = mapAnswer(claim.closes, (end) => end.latest);
        expect(String(valueOf(claim.opens)) < String(valueOf(closes))).toBe(true);
      }),
    );
  });
});
