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
    // A day of a calendar month is that day, in figures or in words.
    ['begins on the fifteenth day of each calendar month', { from: 15 }],
    ['begins on the twenty-first (21st) of every calendar month', { from: 21 }],
    ['begins on the first day of each month', { from: 1 }],
    ['自每个自然月的18日起算', { from: 18 }],
    ['从每自然月第18日零时开始', { from: 18 }],
    ['自2025年3月12日起，每满一个月为一期', { from: 12 }],
    // The last day alone, and the day of the bill.
    ['ends on the 20th of each month', { from: 21 }],
    ['ends on the last day of each month', { from: 1 }],
    ['截止于每月24日', { from: 25 }],
    ['每月18日为账单日，周期截至账单日', { from: 19 }],
    ['出账日为每月18日，周期自出账日次日起算', { from: 19 }],
    ['出账日为每月18日，周期自出账日起算', { from: 18 }],
    ['出账日为每月18日', undefined],
    ['自每月最后一日起算', { from: 31 }],
    ['begins on the 24th of the preceding month and ends on the 23rd', { from: 24, before: true }],
    ['from midnight on the 7th of each month to midnight on the 7th of the following month', { from: 7 }],
    // The day that is written last counts where a month has none of its first.
    ['每月29日至次月28日', { from: 29, lastWritten: true }],
    ['上月30日至本月29日', { from: 30, lastWritten: true, before: true }],
    ['from the 31st of each month to the 30th of the following month', { from: 31, lastWritten: true }],
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
    // Bills are paid by a month of their own; what is measured does not refer to it.
    [
      ['1.1 月度可用性不低于99.9%，按自然月统计。', '2. 付款', '2.1 账单周期为每月21日至次月20日，收到账单后支付。'],
      [],
    ],
    [
      [
        '1.1 Monthly uptime is at least 99.9%.',
        '2. Payment',
        '2.1 Each billing period runs from the 21st of each month to the 20th of the following month; invoices are payable in 10 days.',
      ],
      [],
    ],
    [
      ['1.1 每个账单周期的可用性不低于99.9%。', '2. 付款', '2.1 账单周期为每月21日至次月20日，收到账单后支付。'],
      ['21'],
    ],
    // Two months for one measure are both told.
    [
      ['1.1 每个账单周期的可用性不低于99.9%，账单周期为每月21日至次月20日。', '1.2 可用性按自然月统计。'],
      ['21', '1'],
    ],
    [
      ['1.1 月度可用性不低于99.9%。', '3. 释义', '3.1 账单周期是指每月21日至次月20日。'],
      ['?', '21'],
    ],
    // What is written and not understood goes before what only speaks of such months.
    [['1.1 每个计费月的可用性不低于99.9%。计费月为每月16日至次月16日。'], ['?']],
    // A monthly cycle without a day: the month of a definition is that cycle, and not said to be the calendar's.
    [
      [
        '1.1 Uptime in any monthly billing cycle is at least 99.9%.',
        '1.2 “Uptime” means the share of minutes during the month in which the service was available.',
      ],
      ['?'],
    ],
    // What the text means by a month.
    [
      [
        '1.1 月度可用性不低于99.9%。本合同所称“月”系指账单周期。',
        '2. 付款',
        '2.1 账单周期为每月21日至次月20日，客户收到账单后十日内付款。',
      ],
      ['21'],
    ],
    [['1.1 月度可用性不低于99.9%。', '1.2 “月”是指自每月21日起至次月20日止的一段时间。'], ['21']],
    [['1.1 月度可用性不低于99.9%。本合同所称“月”指账单周期。'], ['?']],
    [['1.1 月度可用性不低于99.9%。“月”指自然月。'], []],
    [
      [
        '1.1 Monthly uptime is at least 99.9%.',
        '1.2 “Month” means the time from the 21st of a calendar month to the 20th of the next.',
      ],
      ['21'],
    ],
    [['1.1 Monthly uptime is at least 99.9%. “Month” means a billing cycle.'], ['?']],
    [
      [
        '1.1 Uptime is at least 99.9% in each billing cycle.',
        '1.2 Every billing cycle closes on the last day of each month.',
      ],
      ['1'],
    ],
    [['1.1 每个账单周期的可用性不低于99.9%。', '1.2 账单周期截至每月最后一日。'], ['1']],
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
