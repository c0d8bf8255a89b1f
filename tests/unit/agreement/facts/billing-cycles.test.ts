import { describe, expect, test } from 'vitest';
import { read } from '../../../../src-main/agreement/read.ts';
import { cycleIn, saidCycle } from '../../../../src-main/agreement/quantity/billing-cycle.ts';
import { saidFact } from '../../../../src-main/agreement/said-fact.ts';
import { readText } from '../../../../src-main/import/text/text.ts';

/** What is read of clauses of a service level agreement: each day on which its months begin, `?` where the words leave it open. */
const told = (...lines: readonly string[]): readonly string[] =>
  (read(readText(['远岸托管服务等级协议', '', ...lines].join('\n\n'), 'utf-8')).documents[0]?.facts ?? [])
    .filter(({ kind }) => kind === 'billing-cycle')
    .map(({ value }) => {
      const cycle = typeof value === 'string' ? cycleIn(value) : undefined;
      return cycle ? `${cycle.before === true ? '-' : ''}${cycle.from}` : '?';
    });

describe('the day on which months begin, in words', () => {
  test.each<readonly [string, object | undefined]>([
    ['每月16日至次月15日', { from: 16 }],
    ['每月十六日零时起至次月十五日', { from: 16 }],
    ['当月21日-下月20日', { from: 21 }],
    ['上月26日至本月25日', { from: 26, before: true }],
    ['每月16日0时至次月16日0时', { from: 16 }],
    ['每月1日至当月最后一日', { from: 1 }],
    ['自然月', { from: 1 }],
    ['以每月5日为起始日', { from: 5 }],
    ['from the 16th day of each calendar month through the 15th day of the following month', { from: 16 }],
    ['begins on the 21st of each month', { from: 21 }],
    // Neither a month nor a day.
    ['每月16日至次月16日', undefined],
    ['每月16日至次月20日', undefined],
    ['上月26日至次月25日', undefined],
    ['每个计费周期', undefined],
  ])('%s', (words, expected) => {
    expect(cycleIn(words)).toEqual(expected);
  });

  test('as a person writes it down', () => {
    for (const words of ['16', '１６', '16日', '每月16号', '16th', '每月16日至次月15日'])
      expect(saidCycle(words)).toEqual({ from: 16 });
    expect(saidFact('billing-cycle', '16')).toMatchObject({ kind: 'billing-cycle', value: '16', unit: 'text' });
    for (const words of ['32', '0', '月中', '16-20']) expect(() => saidFact('billing-cycle', words)).toThrow();
  });
});

describe('the months of a service, of its clauses', () => {
  test.each<readonly [readonly string[], readonly string[]]>([
    [['1.1 计费周期为每月16日至次月15日。月度可用性不低于99.9%。'], ['16']],
    [['1.1 服务周期：上月26日至本月25日为一个服务周期。'], ['-26']],
    [['1.1 “Billing Month” means the period from the 16th of each month to the 15th of the following month.'], ['16']],
    // What only speaks of such months says nothing beside what says their day.
    [['1.1 每个计费周期的可用性不低于99.9%。', '1.2 计费周期自每月10日起算，为10日至次月9日。'], ['10']],
    [['1.1 服务商承诺每个账单周期内服务可用性不低于99.9%。'], ['?']],
    [['1.1 We make the service available with an uptime of at least 99.9% in each monthly billing cycle.'], ['?']],
    [['1.1 自服务开通之日起每满一个月为一个服务周期，每个服务周期的可用性不低于99.9%。'], ['?']],
    // Months of the calendar, and what such months are not measured by.
    [['1.1 服务周期为一个自然月，月度可用性不低于99.9%。'], ['1']],
    [['1.1 月度可用性不低于99.9%。'], []],
    [['1.1 月度可用性不低于99.9%。', '1.2 赔偿为当个计费周期服务费的10%。'], []],
    [['1.1 服务费按计费周期支付，每月5日前缴纳。'], []],
    [['1.1 客户应在计费周期结束后30日内提出可用性赔偿申请。'], []],
  ])('%s', (lines, expected) => {
    expect(told(...lines)).toEqual(expected);
  });
});
