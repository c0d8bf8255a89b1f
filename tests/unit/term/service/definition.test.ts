import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Fact } from '../../../../src-main/agreement/fact.ts';
import { say } from '../../../../src-main/agreement/sentence.ts';
import { downRule } from '../../../../src-main/term/service/down-rule.ts';
import { knownUntil, monthMinutes, type Outage } from '../../../../src-main/term/service/outages.ts';
import { parsePeriod, periodAround, periodDays } from '../../../../src-main/term/service/period.ts';
import { type ServiceMonth, serviceLevel } from '../../../../src-main/term/service/service-level.ts';
import { valueOf } from '../basis-of.ts';
import { basis, stated, text, whyNot } from '../quantity/stated.ts';

const ALL = '不可用分钟：某一分钟内，客户接入的全部网络实例的连接请求均失败的，计为不可用。';
const PERCENT = { unit: 'percent' } as const;
const FACTS: readonly Fact[] = [
  stated('availability', { promise: 99.95 }, PERCENT),
  stated('credit-tier', { below: 99.95, credit: { amount: 15, unit: 'percent', of: 'month-fee' } }, PERCENT),
  stated('outage-termination', 72, { unit: 'hour' }),
];

const row = (from: string, to: string, ...instances: readonly string[]): Outage => ({
  from: `2026-09-${from}:00+08:00`,
  to: `2026-09-${to}:00+08:00`,
  ...(instances.length === 0 ? {} : { instances }),
});
const september = (
  words: readonly string[],
  downtime: ServiceMonth['downtime'],
  more: Partial<ServiceMonth> = {},
  facts = FACTS,
) =>
  serviceLevel(basis(facts, { sources: [text(facts, ...words)] }), {
    month: '2026-09',
    fee: { fee: '1000.00' },
    downtime,
    ...more,
  });

describe('several instances that a person takes together', () => {
  const outages = [row('03T09:00', '03T09:15', 'net-1'), row('04T09:00', '04T09:15', 'net-2')];
  const told = (words: readonly string[], ...instances: readonly string[]) =>
    september(words, { outages, instances })
      .steps.map(({ text: said }) => say(said, 'en'))
      .join(' ');

  test('are one unit, and that nothing in the text says so is told', () => {
    expect(told([], 'net-1', 'net-2')).toContain('net-1, net-2 are counted as one, as you chose');
    expect(told([], 'net-1')).not.toContain('counted as one');
    expect(told([ALL], 'net-1', 'net-2')).not.toContain('counted as one');
  });
});

describe('that all instances must be down is known whether or not minutes are named', () => {
  test.each([
    '同一可用区内用户的全部实例同时不可用的，计为服务不可用。',
    '仅当客户的所有实例均无法访问时，才属于服务不可用。',
    'The service is unavailable only when all instances of the customer in a zone are unavailable at the same time.',
    'An outage is one only if all nodes are down.',
    'Downtime is when every replica is simultaneously unreachable.',
    '各节点均处于不可用的，计为服务不可用。',
    '所有副本都宕机的，计为服务中断。',
  ])('%s', (words) => {
    expect(downRule([text(FACTS, words)]).all?.clause?.quote).toBe(words);
  });

  test.each([
    '任一实例不可用的，即计为服务不可用。',
    '本条适用于全部实例。单个实例不可用的，计为中断。',
    '我们对所有实例同时提供监控。',
    'Any of the instances being unavailable is an outage.',
    'All instances are covered. An instance is down when it does not answer.',
    'The credit is given for all instances that were unavailable.',
    '各实例均独立计算不可用时间。',
    '每个实例均单独统计故障时间。',
    '每个节点都单独计算不可用分钟数。',
    '每个实例均单独计算不可用分钟数。',
    '全部实例均由服务商监控中断情况。',
    '所有副本都写入失败的概率极低。',
    '所有实例同时不可用的概率极低。',
    '所有实例均停止计费。',
    'All instances are monitored for being down together with their network.',
    'All nodes are down together with their network for an upgrade.',
    'Every replica is separately recorded as down at the same time.',
  ])('nothing of the kind: %s', (words) => {
    expect(downRule([text(FACTS, words)]).all).toBeUndefined();
  });
});

describe('where all instances must be down', () => {
  // Each was down a quarter of an hour, on two different days: never both.
  const apart = [row('03T10:00', '03T10:15', 'net-1'), row('05T10:00', '05T10:15', 'net-2')];
  const one = [row('03T10:00', '03T10:30', 'net-1')];

  test('two that failed one after the other are no breach', () => {
    const level = september([ALL], { outages: apart });
    expect([valueOf(level.breach), valueOf(level.credit), valueOf(level.availability)]).toEqual([
      false,
      '0.00',
      '100.000000',
    ]);
  });

  test('one that failed may be one of several: nothing is claimed before it is said which there are', () => {
    const level = september([ALL], { outages: one });
    expect(level.credit).toMatchObject({ known: false, missing: [{ name: 'instances' }] });
    expect(whyNot(level.breach)).toContain('net-1');
    const five = ['net-1', 'net-2', 'net-3', 'net-4', 'net-5'];
    // Nobody recorded anything of the other four: they were never down only where a person says so.
    expect(september([ALL], { outages: one, instances: five }).breach).toMatchObject({
      missing: [{ name: 'complete' }],
    });
    expect(valueOf(september([ALL], { outages: one, instances: five, complete: true }).breach)).toBe(false);
    expect(valueOf(september([ALL], { outages: one, instances: ['net-1'] }).credit)).toBe('150.00');
  });

  test('a row that names none is about all of them', () => {
    const level = september([ALL], { outages: [row('03T10:00', '03T10:30')] });
    expect(valueOf(level.credit)).toBe('150.00');
    const mixed = [row('03T10:00', '03T10:40'), row('03T10:00', '03T11:00', 'net-1')];
    expect(september([ALL], { outages: mixed, instances: ['net-1', 'net-2'] }).unavailableMinutes).toBe(40);
  });

  test('more instances never make more minutes', () => {
    const time = fc.integer({ min: 0, max: 600 });
    const outages = fc.array(
      fc
        .tuple(time, fc.integer({ min: 1, max: 90 }), fc.subarray(['a', 'b', 'c']))
        .map(([from, long, instances]): Outage => {
          const at = (minutes: number) => new Date(Date.UTC(2026, 8, 3) + minutes * 60_000).toISOString();
          return { from: at(from), to: at(from + long), instances };
        }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(outages, (rows) => {
        const minutes = (allOf: readonly string[]) => monthMinutes('2026-09', rows, { minutes: 'whole', allOf }).all;
        expect(minutes(['a', 'b'])).toBeLessThanOrEqual(minutes(['a']));
        expect(minutes(['a', 'b', 'c'])).toBeLessThanOrEqual(minutes(['a', 'b']));
        // A minute at a time says the same.
        const down = (name: string, minute: number) =>
          rows.some(
            ({ from, to, instances = [] }) =>
              (instances.length === 0 || instances.includes(name)) &&
              Date.parse(from) <= Date.UTC(2026, 8, 3) + minute * 60_000 &&
              Date.parse(to) >= Date.UTC(2026, 8, 3) + (minute + 1) * 60_000,
          );
        const counted = Array.from({ length: 700 }, (_, minute) => minute).filter(
          (minute) => down('a', minute) && down('b', minute),
        ).length;
        expect(minutes(['a', 'b'])).toBe(counted);
      }),
      { numRuns: 40 },
    );
  });
});

test('a text that does not say how several are counted has a figure for each, none for both', () => {
  const both = [row('03T10:00', '03T10:15', 'net-1'), row('05T10:00', '05T10:15', 'net-2')];
  const level = september([], { outages: both });
  expect(level.credit).toMatchObject({ known: false, missing: [{ what: 'input', name: 'instance' }] });
  expect(level.counted).toBe(false);
  expect(september([], { outages: both, instances: ['net-1'] }).unavailableMinutes).toBe(15);
});

describe('the document’s own units of time', () => {
  const long = [row('03T10:02', '03T10:23')];

  test.each([
    ['“不可用”指在五分钟的时间间隔内所有连接尝试均失败。', 15],
    ['"Unavailable" means that all attempts fail during a five-minute interval.', 15],
    ['连续5分钟以上无法访问的，计入不可用时间；不足5分钟的不计入。', 21],
    ['连续30分钟以上无法访问的，计入不可用时间。', 0],
    ['无法访问的时间计入不可用时间。', 21],
  ])('%s: %i minutes', (words, minutes) => {
    expect(september([words], { outages: long }).unavailableMinutes).toBe(minutes);
  });

  test('a month of thirty days has 43 200 minutes, whatever the calendar says', () => {
    const words = '服务周期总分钟数：按每月30天计算。';
    const level = september([words], { minutes: 43 }, { month: '2026-10' });
    expect([level.totalMinutes, valueOf(level.availability)]).toEqual([43_200, '99.900462']);
    expect(september([], { minutes: 43 }, { month: '2026-10' }).totalMinutes).toBe(44_640);
    const whole = [{ from: '2026-10-01T00:00:00+08:00', to: '2026-11-01T00:00:00+08:00' }];
    expect(valueOf(september([words], { outages: whole }, { month: '2026-10' }).availability)).toBe('0.000000');
  });

  test('errors are no outages: the log decides nothing, the provider’s figure does', () => {
    const words = '可用性按每5分钟的错误率计算：错误率=失败请求数÷有效请求总数。';
    const level = september([words], { outages: long });
    expect([level.breach.known, level.credit.known, level.counted]).toEqual([false, false, false]);
    expect(whyNot(level.breach)).toContain('错误率');
    const given = september([words], { availability: '99.94' });
    expect([valueOf(given.availability), valueOf(given.credit)]).toEqual(['99.940000', '150.00']);
    expect(valueOf(september([words], { availability: '99.95' }).breach)).toBe(false);
    expect(() => september([words], { availability: '101' })).toThrow(/bad-percent/u);
  });

  test('words about another thing are no rule of counting', () => {
    const facts = text(FACTS, '全部实例的费用按月支付。', '故障响应时间不超过15分钟。', '每5分钟采集一次数据。');
    expect(downRule([facts])).toEqual({});
  });
});

describe('a year and a quarter', () => {
  const facts: readonly Fact[] = [
    stated('availability', { promise: 99.9, period: 'year' }, PERCENT),
    stated('credit-tier', { below: 99.9, credit: { amount: 5, unit: 'percent', of: 'year-fee' } }, PERCENT),
  ];
  // 525 600 minutes: 526 of them are more than a thousandth.
  const minutes = (count: number, month = '2026') =>
    september([], { minutes: count }, { month, fee: { fee: '1000.00', yearFee: '10800.00' } }, facts);

  test('are measured over their own minutes', () => {
    expect(minutes(525).totalMinutes).toBe(525_600);
    expect(valueOf(minutes(525).breach)).toBe(false);
    expect([valueOf(minutes(526).breach), valueOf(minutes(526).credit)]).toEqual([true, '540.00']);
  });

  test('are not judged by a month, nor a month by a year', () => {
    expect(minutes(40_000, '2026-09').breach.known).toBe(false);
    expect(minutes(40_000, '2026-Q3').breach.known).toBe(false);
    expect(september([], { minutes: 40_000 }, { month: '2026' }).breach.known).toBe(false);
  });

  test('have no fee of the month', () => {
    const credit = stated(
      'credit-tier',
      { below: 99.9, credit: { amount: 5, unit: 'percent', of: 'month-fee' } },
      PERCENT,
    );
    const level = september([], { minutes: 526 }, { month: '2026' }, [facts[0]!, credit]);
    expect(level.credit.known).toBe(false);
  });

  test('are typed and found', () => {
    expect(['2026q3', '2026-Q3', '２０２６', '2026年9月'].map(parsePeriod)).toEqual([
      '2026-Q3',
      '2026-Q3',
      '2026',
      '2026-09',
    ]);
    expect(periodDays('2028-Q1')).toEqual({ first: '2028-01-01', last: '2028-03-31' });
    expect(periodAround('2026-09', 'quarter')).toBe('2026-Q3');
    expect(() => parsePeriod('2026-Q5')).toThrow(/bad-month/u);
  });
});

describe('seventy-two hours in a row', () => {
  const right = (...outages: readonly Outage[]) => {
    const { termination } = september([], { outages, instances: ['net-1', 'net-2'] });
    if (!termination.known) throw new Error('unknown');
    const { allowed, longestHours, instance, brokenBy } = termination.value;
    return { allowed, longestHours, instance, why: brokenBy.map((each) => say(each, 'zh')).join(' ') };
  };

  test('are one instance’s: two one after the other are none, and that is said', () => {
    const told = right(row('03T10:00', '05T10:00', 'net-1'), row('05T10:00', '06T10:00', 'net-2'));
    expect(told).toMatchObject({ allowed: false, longestHours: '48.00', instance: 'net-1' });
    expect(told.why).toContain('net-2');
    expect(right(row('03T10:00', '05T10:00', 'net-1'), row('05T10:00', '06T10:00', 'net-1')).allowed).toBe(true);
    expect(right(row('03T10:00', '05T10:00', 'net-1'), row('05T10:00', '06T10:00')).allowed).toBe(true);
  });

  test('are exact to the second', () => {
    expect(right(row('03T10:00', '06T10:00')).allowed).toBe(true);
    const short = { ...row('03T10:00', '06T10:00'), from: '2026-09-03T10:00:01+08:00' };
    expect(right(short)).toMatchObject({ allowed: false, longestHours: '71.99' });
  });

  test('are broken by an excluded stretch, and that is said', () => {
    const told = right(
      row('03T10:00', '04T10:00'),
      { ...row('04T10:00', '04T12:00'), exclusion: { item: '(1)' } },
      row('04T12:00', '06T12:00'),
    );
    expect(told).toMatchObject({ allowed: false, longestHours: '48.00' });
    expect(told.why).toContain('2026-09-04 10:00 至 2026-09-04 12:00');
    expect(told.why).toContain('(1)');
  });

  test('are broken where service came back, and that is said', () => {
    const told = right(row('03T10:00', '05T10:00'), row('05T10:05', '06T11:00'));
    expect(told.allowed).toBe(false);
    expect(told.why).toContain('2026-09-05 10:00 至 2026-09-05 10:05');
  });

  test('reach over the end of a month, and belong to no month that they do not reach', () => {
    const across: Outage = { from: '2026-08-30T10:00:00+08:00', to: '2026-09-02T10:00:00+08:00' };
    expect(right(across).allowed).toBe(true);
    const before: Outage = { from: '2026-06-01T00:00:00+08:00', to: '2026-06-09T00:00:00+08:00' };
    expect(right(before, row('03T10:00', '03T11:00'))).toMatchObject({ allowed: false, longestHours: '1.00' });
  });
});

describe('what goes on', () => {
  const open = [{ from: '2026-09-03T10:00:00+08:00' }];

  test('lasts until now, and a month ends it for the month', () => {
    const at = (now: string) => september([], { outages: knownUntil(open, now) });
    expect(at('2026-09-03T10:30:00+08:00').unavailableMinutes).toBe(30);
    expect(at('2026-11-01T00:00:00+08:00').unavailableMinutes).toBe(43_200 - 2 * 1440 - 600);
    expect(valueOf(at('2026-09-06T10:00:00+08:00').termination)).toMatchObject({ allowed: true });
    expect(at('2026-09-01T00:00:00+08:00').recorded).toBe(false);
  });
});

describe('a month without records', () => {
  test('is kept only where the person says that nothing was down', () => {
    expect(september([], { outages: [] }).breach.known).toBe(false);
    const said = september([], { outages: [], complete: true });
    expect([valueOf(said.breach), valueOf(said.availability), valueOf(said.credit)]).toEqual([
      false,
      '100.000000',
      '0.00',
    ]);
  });
});

describe('the right to terminate', () => {
  const over = FACTS.map((each) => (each.kind === 'outage-termination' ? { ...each, over: true as const } : each));
  const right = (outages: readonly Outage[], facts: readonly Fact[], ...instances: readonly string[]) =>
    september([], { outages, ...(instances.length === 0 ? {} : { instances }) }, {}, facts).termination;

  test('“more than” leaves the number itself out; without it the number is enough', () => {
    const exactly = [row('03T10:00', '06T10:00')];
    const more = [row('03T10:00', '06T10:01')];
    expect(valueOf(right(exactly, over))).toMatchObject({ allowed: false, longestHours: '72.00' });
    expect(valueOf(right(more, over))).toMatchObject({ allowed: true, longestHours: '72.01' });
    expect(valueOf(right(exactly, FACTS))).toMatchObject({ allowed: true, longestHours: '72.00' });
    const working = right(exactly, over).steps.map((step) => say(step.text, 'zh'));
    expect(working.at(-1)).toContain('没有超过 72 小时');
  });

  test('is of the instance that is asked about, not of another that was down longer', () => {
    const outages = [row('03T10:00', '06T12:00', 'net-1'), row('03T10:00', '05T10:00', 'net-2')];
    expect(valueOf(right(outages, FACTS))).toMatchObject({ allowed: true, longestHours: '74.00', instance: 'net-1' });
    expect(valueOf(right(outages, FACTS, 'net-2'))).toMatchObject({
      allowed: false,
      longestHours: '48.00',
      instance: 'net-2',
    });
  });
});
