import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cycle } from '../../../../src-main/agreement/quantity/billing-cycle.ts';
import type { Fact } from '../../../../src-main/agreement/fact.ts';
import { type Answer, type Deadline, mapAnswer } from '../../../../src-main/term/answer.ts';
import { say } from '../../../../src-main/agreement/sentence.ts';
import { addDays, type CivilDate } from '../../../../src-main/term/calendar/civil-date.ts';
import { type Outage, periodMinutes } from '../../../../src-main/term/service/outages.ts';
import { byCycle, daysOfPeriod, monthHolding, periodDays } from '../../../../src-main/term/service/period.ts';
import { serviceLevel } from '../../../../src-main/term/service/service-level.ts';
import { missingOf, valueOf } from '../basis-of.ts';
import { basis, stated, whyNot, working } from '../quantity/stated.ts';

const PERCENT = { unit: 'percent' } as const;
const promise = stated('availability', { promise: 99.9 }, PERCENT);
const tier = stated(
  'credit-tier',
  { below: 99.9, credit: { amount: 10, unit: 'percent', of: 'month-fee' } },
  { ...PERCENT, quote: 'below 99.9 %: 10 % of the month’s fee' },
);
const closes = stated('claim-closes', 10, { unit: 'day', anchor: 'month-end', quote: '相关月份结束后10日内' });
const cycle = (words: string): Fact => stated('billing-cycle', words, { unit: 'text', quote: words });
/** An hour and a half on 3 April: of 31 days from 16 March it is 0.2016 %, below 99.9 %; in March of the calendar there is nothing. */
const APRIL = [{ from: '2026-04-03T10:00:00+08:00', to: '2026-04-03T11:30:00+08:00' }];
const march = (facts: readonly Fact[], month = '2026-03') =>
  serviceLevel(basis([promise, tier, closes, ...facts]), {
    month,
    fee: { fee: '1000.00' },
    downtime: { outages: APRIL },
  });

describe('a month of service that begins on a day of its own', () => {
  test('has the outages of its own days, and none of the calendar’s', () => {
    const found = march([cycle('每个计费月自每月16日至次月15日')]);
    expect(found).toMatchObject({
      month: '2026-03',
      period: '2026-03~16',
      totalMinutes: 44_640,
      unavailableMinutes: 90,
    });
    expect(valueOf(found.availability)).toBe('99.798387');
    expect(valueOf(found.credit)).toBe('100.00');
    // It ends on 15 April, and the tenth day after that is the 25th.
    expect(valueOf(mapAnswer(found.claim.closes, ({ safe }) => safe))).toBe('2026-04-25');
    expect(working(found.availability)).toContain('2026年3月（2026-03-16 至 2026-04-15）');
  });

  test('can be named after the month in which it ends', () => {
    const found = march([cycle('上月26日至本月25日为一个计费周期')], '2026-04');
    expect(found).toMatchObject({ period: '2026-04~-26', totalMinutes: 44_640, unavailableMinutes: 90 });
  });

  test('without such a day it is the calendar’s', () => {
    expect(march([])).toMatchObject({ period: '2026-03', totalMinutes: 44_640, recorded: false });
    expect(march([cycle('计费周期为自然月')])).toMatchObject({ period: '2026-03', recorded: false });
  });

  test('quarters and years are made of such months', () => {
    expect(periodDays(byCycle('2026-Q1', { from: 16 }))).toEqual({ first: '2026-01-16', last: '2026-04-15' });
    expect(periodDays(byCycle('2026', { from: 16 }))).toEqual({ first: '2026-01-16', last: '2027-01-15' });
    expect(periodDays(byCycle('2026', { from: 26, before: true }))).toEqual({
      first: '2025-12-26',
      last: '2026-12-25',
    });
  });

  test('without its day the figure is unknown, with the words and what is missing, and nothing is counted by the calendar', () => {
    const found = march([cycle('每个计费周期的可用性不低于99.9%')], '2026-04');
    expect(missingOf(found.availability)).toEqual(['fact billing-cycle']);
    expect(missingOf(found.credit)).toContain('fact billing-cycle');
    expect(missingOf(found.claim.closes)).toEqual(['fact billing-cycle']);
    // A month of April that ends first ends on 1 April (it began on 2 March); the tenth day after that is the 11th.
    expect(found.claim.closes).toMatchObject({ notBefore: '2026-04-11' });
    expect(whyNot(found.availability)).toContain('每个计费周期的可用性不低于99.9%');
    expect(whyNot(found.availability)).toContain('从哪一天开始');
    expect(found.counted).toBe(false);
  });

  test('without its day what holds on every day stands as bounds', () => {
    const found = march([cycle('每个计费周期的可用性不低于99.9%')], '2026-04');
    // From 28 days (1 February or later) to 31; the outage of 3 April lies in most of such months, and in some not.
    expect(found).toMatchObject({
      totalAtLeast: 43_200,
      totalMinutes: 44_640,
      minutesAtLeast: 0,
      unavailableMinutes: 90,
    });
    expect(found.availability).toMatchObject({ known: false, atLeast: '99.791666', atMost: '100.000000' });
    expect(found.credit).toMatchObject({ known: false, atLeast: '0.00', atMost: '100.00' });
  });

  test('what is written and not understood is said so', () => {
    const found = march([cycle('计费月为每月16日至次月16日')]);
    expect(whyNot(found.availability)).toContain('看不懂');
    expect(whyNot(found.availability)).not.toContain('没有写明');
  });

  test.each([
    ['每月29日至次月28日', '2026-01', '2026-01-29', '2026-02-28'],
    ['每月29日至次月28日', '2026-02', '2026-03-01', '2026-03-28'],
    ['每月29日至次月28日', '2024-02', '2024-02-29', '2024-03-28'],
    ['每月30日至次月29日', '2026-01', '2026-01-30', '2026-02-28'],
    ['每月30日至次月29日', '2024-01', '2024-01-30', '2024-02-29'],
    ['每月31日至次月30日', '2026-03', '2026-03-31', '2026-04-30'],
    ['每月31日至次月30日', '2026-04', '2026-05-01', '2026-05-30'],
    ['上月29日至本月28日', '2026-02', '2026-01-29', '2026-02-28'],
    ['begins on the 31st of each month', '2026-04', '2026-04-30', '2026-05-30'],
  ])('%s: %s runs to the day that is written', (words, month, first, last) => {
    const { period, steps } = march([cycle(words)], month);
    expect(periodDays(period)).toEqual({ first, last });
    const [begins, ends] = [first.slice(8), last.slice(8)];
    const asWritten = words.includes(begins) && (words.includes(ends) || words.startsWith('begins'));
    expect(JSON.stringify(steps).includes('short-month')).toBe(!asWritten || words.startsWith('begins'));
  });

  test('two days that disagree are both quoted', () => {
    const found = march([cycle('每月16日至次月15日'), cycle('每月21日至次月20日')]);
    expect(missingOf(found.availability)).toEqual(['conflict billing-cycle']);
    expect(whyNot(found.availability)).toMatch(/16日.*21日/su);
  });
});

const cycles: fc.Arbitrary<Cycle> = fc
  .record({ from: fc.integer({ min: 1, max: 31 }), before: fc.boolean(), last: fc.boolean() })
  .map(({ from, before, last }) => ({
    from,
    ...(before ? { before: true as const } : {}),
    ...(last && from > 28 ? { lastWritten: true as const } : {}),
  }));

test('every day lies in one such month, and the next begins on the day after the one before ends', () => {
  fc.assert(
    fc.property(cycles, fc.integer({ min: 0, max: 1500 }), (of, ahead) => {
      const day: CivilDate = addDays('2024-01-01', ahead);
      const month = byCycle(monthHolding(day, of), of);
      const { first, last } = periodDays(month);
      expect(first <= day && day <= last).toBe(true);
      const after = byCycle(monthHolding(addDays(last, 1), of), of);
      expect(periodDays(after).first).toBe(addDays(last, 1));
      expect(daysOfPeriod(month)).toBeLessThanOrEqual(31);
    }),
    { numRuns: 300 },
  );
});

/** A cycle in words that give it back. */
const inWords = ({ from, before, lastWritten }: Cycle): string => {
  if (from === 1) return '计费周期为自然月';
  if (lastWritten === true && before === true) return `上月${from}日至本月${from - 1}日为一个计费周期`;
  if (lastWritten === true) return `每个计费月自每月${from}日至次月${from - 1}日`;
  return `计费周期以每月${from}日为起始日`;
};

describe('where neither the day on which months begin is known nor by whose clock', () => {
  const open = [
    cycle('any monthly billing cycle'),
    stated('time-zone', 'the local time of the data centre', { unit: 'text', quote: 'local time of the data centre' }),
  ];
  const incident = stated('claim-closes', 10, { unit: 'day', anchor: 'incident', quote: '故障发生后10日内' });
  const zoneAt = (name: string): Fact => stated('time-zone', `UTC${name}`, { unit: 'text', quote: name });
  const levelOf = (facts: readonly Fact[], month: string, outages: readonly Outage[]) =>
    serviceLevel(basis([promise, tier, incident, ...facts]), {
      month,
      fee: { fee: '1000.00' },
      downtime: { outages, counting: 'whole' },
    });

  /** The last day that is known lies between the bounds of the one that is not. */
  const expectBetween = (closes: Answer<Deadline>, between: Answer<Deadline>): void => {
    if (!closes.known || between.known) return;
    expect((between.notBefore ?? '') <= closes.value.safe).toBe(true);
    expect((between.notAfter ?? '') >= closes.value.safe).toBe(true);
  };

  test('an outage that is the first by one clock and outside by another does not pull the latest day to claim forward', () => {
    const outages = [
      { from: '2026-03-02T00:00:00Z', to: '2026-03-02T00:01:00Z' },
      // To one minute past midnight of 1 March in Beijing; by UTC it is over long before March.
      { from: '2026-02-28T02:45:00Z', to: '2026-02-28T16:01:00Z' },
    ];
    // February by its last day, the 28th of March: it begins on 1 March.
    const found = levelOf([cycle(inWords({ from: 29, lastWritten: true })), zoneAt('+00:00')], '2026-02', outages);
    expect(valueOf(mapAnswer(found.claim.closes, ({ safe }) => safe))).toBe('2026-03-12');
    expectBetween(found.claim.closes, levelOf(open, '2026-02', outages).claim.closes);
  });

  test('a row without a zone stays on its day; one that says its own moves with the clock', () => {
    const [beijing, nowhere] = [
      cycle('计费周期为自然月'),
      stated('time-zone', 'the local time of the data centre', { unit: 'text', quote: 'local time' }),
    ];
    const closesOf = (zoned: boolean) => {
      const row = { from: '2026-03-10T12:00:00+08:00', to: '2026-03-10T13:00:00+08:00', zoned };
      return levelOf([beijing, nowhere], '2026-03', [row]).claim.closes;
    };
    // Ten days from 10 March; at noon in Beijing it is the 9th in the zone that is last.
    expect(closesOf(false)).toMatchObject({ notBefore: '2026-03-20', notAfter: '2026-03-20' });
    expect(closesOf(true)).toMatchObject({ notBefore: '2026-03-19', notAfter: '2026-03-20' });
  });

  test('both are said to be missing', () => {
    const found = levelOf(open, '2026-03', APRIL);
    expect(missingOf(found.availability)).toEqual(['fact billing-cycle', 'fact time-zone']);
    expect(missingOf(found.claim.closes)).toEqual(['fact billing-cycle', 'fact time-zone']);
  });

  test('the bounds hold for every such day together with every zone', () => {
    const outages = fc.array(
      fc
        .record({ at: fc.integer({ min: 0, max: 92 * 96 }), long: fc.integer({ min: 1, max: 900 }) })
        .map(({ at, long }) => {
          const from = Date.parse('2026-01-15T00:00:00Z') + at * 900_000;
          return { from: new Date(from).toISOString(), to: new Date(from + long * 60_000).toISOString() };
        }),
      { minLength: 1, maxLength: 6 },
    );
    const known = cycles.filter(
      ({ before, lastWritten, from }) => before !== true || lastWritten === true || from === 1,
    );
    const zones = fc.constantFrom('-12:00', '-05:00', '+00:00', '+05:30', '+08:00', '+14:00');
    fc.assert(
      fc.property(outages, known, zones, fc.constantFrom('2026-02', '2026-03'), (rows, of, zone, month) => {
        const bounds = levelOf(open, month, rows);
        const found = levelOf(
          [cycle(inWords(of)), stated('time-zone', `UTC${zone}`, { unit: 'text', quote: zone })],
          month,
          rows,
        );
        const { total, down } = { total: found.totalMinutes, down: found.unavailableMinutes };
        expect(bounds.totalAtLeast ?? bounds.totalMinutes).toBeLessThanOrEqual(total);
        expect(bounds.totalMinutes).toBeGreaterThanOrEqual(total);
        expect(bounds.minutesAtLeast ?? bounds.unavailableMinutes).toBeLessThanOrEqual(down);
        expect(bounds.unavailableMinutes).toBeGreaterThanOrEqual(down);
        if (down > 0) expectBetween(found.claim.closes, bounds.claim.closes);
      }),
      { numRuns: 25 },
    );
  });

  test('a log that says no zone moves with the clock, one that says Beijing’s does not', () => {
    const nowhere = stated('time-zone', 'the local time of the data centre', { unit: 'text', quote: 'local time' });
    // From 23:00 on the last of February to 01:00 on the first of March.
    const row = (zoned: boolean) => [{ from: '2026-02-28T23:00:00+08:00', to: '2026-03-01T01:00:00+08:00', zoned }];
    const [unsaid, said] = [levelOf([nowhere], '2026-03', row(false)), levelOf([nowhere], '2026-03', row(true))];
    // By any clock an hour of it lies in March, give or take the hour of a change of clocks.
    expect([unsaid.minutesAtLeast, unsaid.unavailableMinutes]).toEqual([0, 120]);
    const long = (zoned: boolean) => [{ from: '2026-03-10T00:00:00+08:00', to: '2026-03-20T00:00:00+08:00', zoned }];
    expect(levelOf([nowhere], '2026-03', long(false)).minutesAtLeast).toBe(14_340);
    expect(said.minutesAtLeast).toBe(0);
    expect(said.unavailableMinutes).toBeGreaterThanOrEqual(120);
    const told = (of: typeof said): string => of.steps.map(({ text }) => say(text, 'en')).join(' ');
    expect(told(unsaid)).toContain('1 outages the log says no zone');
    expect(told(said)).not.toContain('says no zone');
  });

  test.each([false, true])(
    'the bounds hold for a log of which some rows say their zone and others do not (noted: %s)',
    (noted) => {
      const nowhere = stated('time-zone', 'the local time of the data centre', { unit: 'text', quote: 'local time' });
      const first = Date.parse('2026-02-27T00:00:00Z');
      const row = fc
        .record({
          at: fc.integer({ min: 0, max: 36 * 48 }),
          long: fc.integer({ min: 1, max: 900 }),
          says: fc.boolean(),
        })
        .map(({ at, long, says }) => ({
          from: first + at * 1_800_000,
          to: first + at * 1_800_000 + long * 60_000,
          says,
        }));
      const zones = fc.constantFrom('-12:00', '-05:00', '+00:00', '+05:30', '+08:00', '+14:00');
      // A row that says no zone shows the clock of whatever zone it is.
      const written = (clock: number, zone: string): string => `${new Date(clock).toISOString().slice(0, 19)}${zone}`;
      fc.assert(
        fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), zones, (rows, zone) => {
          const by = (own: string) =>
            rows.map(({ from, to, says }) => {
              const at = says ? (noted ? '+08:00' : '+00:00') : own;
              return { from: written(from, at), to: written(to, at), ...(noted ? { zoned: says } : {}) };
            });
          const bounds = levelOf([nowhere], '2026-03', by('+08:00'));
          const there = stated('time-zone', `UTC${zone}`, { unit: 'text', quote: zone });
          const found = levelOf([there], '2026-03', by(zone));
          const down = found.unavailableMinutes;
          expect(bounds.minutesAtLeast ?? bounds.unavailableMinutes).toBeLessThanOrEqual(down);
          expect(bounds.unavailableMinutes).toBeGreaterThanOrEqual(down);
          if (down > 0) expectBetween(found.claim.closes, bounds.claim.closes);
        }),
        { numRuns: 100 },
      );
    },
  );

  // From 31 March to 30 April, by its last day: in the zone that is last, 30 April ends at 20:00 on 1 May in Beijing.
  const LATEST = cycle(inWords({ from: 31, lastWritten: true }));

  test('an outage that only the latest day and the last clock have in the month counts towards the most', () => {
    const row = [{ from: '2026-05-01T10:00:00+08:00', to: '2026-05-01T15:00:00+08:00' }];
    expect(levelOf([LATEST, zoneAt('-12:00')], '2026-03', row).unavailableMinutes).toBe(300);
    expect(levelOf(open, '2026-03', row).unavailableMinutes).toBeGreaterThanOrEqual(300);
  });

  test('of a month that is too short both ways of saying its day are counted: by its first and by its last', () => {
    const row = [{ from: '2026-04-30T20:00:00+08:00', to: '2026-04-30T22:00:00+08:00' }];
    const [monthly, beijing] = [cycle('any monthly billing cycle'), zoneAt('+08:00')];
    expect(levelOf([LATEST, beijing], '2026-03', row).unavailableMinutes).toBe(120);
    const bounds = levelOf([monthly, beijing], '2026-03', row);
    expect(bounds.unavailableMinutes).toBeGreaterThanOrEqual(120);
    expect(missingOf(bounds.availability)).toEqual(['fact billing-cycle']);
  });
});

test('a class that is promised nothing is told in its words, and the promise of another is not its own', () => {
  const of = (scope: string) => {
    const gold = stated('availability', { promise: 99.9 }, { ...PERCENT, scope: { class: 'Gold' } });
    const none = { unit: 'text', scope: { class: 'Bronze' }, quote: 'Bronze: best efforts' } as const;
    const facts = [gold, stated('availability', 'Bronze: best efforts', none), tier];
    return serviceLevel(basis(facts, { scope }), { month: '2026-04', downtime: { outages: APRIL } });
  };
  expect(valueOf(of('Gold').breach)).toBe(true);
  expect(of('Bronze').promised.known).toBe(false);
  expect(of('Bronze').breach.known).toBe(false);
  expect(whyNot(of('Bronze').promised)).toContain('best efforts');
});

describe('a month in which clocks change', () => {
  test('has the minutes that its own clock shows', () => {
    expect(periodMinutes('2026-03', 'Europe/Berlin')).toBe(44_580);
    expect(periodMinutes('2026-10', 'Europe/Berlin')).toBe(44_700);
    expect(periodMinutes('2026-03', 'Asia/Shanghai')).toBe(44_640);
    expect(periodMinutes('2026', 'Europe/Berlin')).toBe(525_600);
  });

  test('is measured by them, and says so', () => {
    const facts = [promise, tier, stated('time-zone', 'Central European Time', { unit: 'text' })];
    const found = serviceLevel(basis(facts), {
      month: '2026-03',
      downtime: { outages: [{ from: '2026-03-10T09:00:00Z', to: '2026-03-10T09:44:35Z' }], counting: 'whole' },
    });
    // 44 whole minutes of 44,580: 99.901301 %; of 44,640 it would have been 99.901433 %.
    expect(found).toMatchObject({ totalMinutes: 44_580, unavailableMinutes: 44 });
    expect(valueOf(found.availability)).toBe('99.901301');
    expect(working(found.availability)).toContain('44,580 分钟');
  });
});
