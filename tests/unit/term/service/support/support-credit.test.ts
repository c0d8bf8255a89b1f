import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { read } from '../../../../../src-main/agreement/read.ts';
import { readText } from '../../../../../src-main/import/text/text.ts';
import type { Fact } from '../../../../../src-main/agreement/fact.ts';
import { supportRate } from '../../../../../src-main/agreement/quantity/support-rate.ts';
import { periodFees } from '../../../../../src-main/term/service/service-level.ts';
import { supportMonth } from '../../../../../src-main/term/service/support/support-month.ts';
import type { Ticket } from '../../../../../src-main/term/service/support/ticket.ts';
import { missingOf, valueOf } from '../../basis-of.ts';
import { basis, stated, whyNot } from '../../quantity/stated.ts';

const at = (text: string): string => `2026-${text}:00+08:00`;
const gives = (quote: string): Fact => stated('support-credit', quote, { unit: 'text', quote });
const PROMISES = [
  stated('response', 30, { unit: 'minute', quote: '30分钟内响应' }),
  stated('restore', 4, { unit: 'hour', quote: '4小时内恢复' }),
];

/** A ticket opened at ten that was answered and restored so many minutes later. */
const ticket = (responded: number, restored?: number): Ticket => {
  const after = (minutes: number) => new Date(Date.parse(at('09-07T10:00')) + minutes * 60_000).toISOString();
  return {
    opened: at('09-07T10:00'),
    responded: after(responded),
    ...(restored === undefined ? {} : { restored: after(restored) }),
  };
};

function credit(quotes: readonly string[], tickets: readonly Ticket[], promises = PROMISES) {
  const given = basis([...promises, ...quotes.map(gives)]);
  const fees = periodFees(given, { month: '2026-09', fee: { fee: '1000' } });
  return supportMonth(given, '2026-09', tickets, fees).credit!;
}

describe('a sum or a share for as long as a time was missed', () => {
  test('in words', () => {
    expect(supportRate('未能按时恢复的，每超过1小时赔偿50元')).toEqual({
      each: { yuan: 50 },
      per: { seconds: 3600, words: '每超过1小时' },
    });
    expect(
      supportRate('恢复超时的，每超过30分钟（不足30分钟按30分钟计）赔偿当月服务费的1%，累计不超过当月服务费的20%'),
    ).toEqual({
      each: { amount: 1, unit: 'percent', of: 'month-fee' },
      per: { seconds: 1800, words: '每超过30分钟' },
      begun: true,
      atMost: { amount: 20, unit: 'percent', of: 'month-fee' },
    });
    expect(
      supportRate('If restoration is late, Customer receives 1% of the monthly fee per hour late, capped at 20%.'),
    ).toMatchObject({
      each: { amount: 1, of: 'month-fee' },
      per: { seconds: 3600 },
      atMost: { amount: 20, of: 'month-fee' },
    });
    expect(supportRate('响应超时的，每次赔付100元')).toEqual({ each: { yuan: 100 } });
    // A ceiling that is not read leaves open how much it is; two figures are not picked from.
    expect(supportRate('恢复超时的，每超过1小时赔偿50元，不超过3次')).toBeUndefined();
    expect(supportRate('恢复超时的，每超过1小时赔偿50元或者100元')).toBeUndefined();
  });

  test('is counted with the tickets, in full lengths or begun ones as the text says', () => {
    // Restored after 6 h: 2 h late. After 6 h 30: two full hours, three begun ones.
    expect(valueOf(credit(['恢复超时的，每超过1小时赔偿50元。'], [ticket(10, 360)]))).toBe('100.00');
    const begun = '恢复超时的，每超过1小时赔偿50元，不足1小时按1小时计。';
    expect(valueOf(credit([begun], [ticket(10, 390)]))).toBe('150.00');
    expect(valueOf(credit(['恢复超时的，每满1小时赔偿50元。'], [ticket(10, 390)]))).toBe('100.00');
    const open = credit(['恢复超时的，每超过1小时赔偿50元。'], [ticket(10, 390)]);
    expect(open).toMatchObject({ known: false, atLeast: '100.00', atMost: '150.00' });
    expect(whyNot(open)).toContain('没有写明');
  });

  test.each([
    // Restored after 6 h 30: 150 minutes late.
    ['If restoration is late, Customer receives 1% of the monthly fee for each hour or part thereof.', '30.00'],
    ['Where a repair is delayed, Provider pays CNY 70 for each full hour of delay.', '140.00'],
    [
      'Customer receives a credit of 0.5% of the monthly fee for every 30 minutes by which restoration is delayed.',
      '25.00',
    ],
    ['恢复每延迟一日，赔偿月度服务费的4%，不足一日按一日计。', '40.00'],
    ['恢复每延迟两小时，赔偿月度服务费的3%，不足两小时的部分不予计算。', '30.00'],
  ])('%s', (words, given) => {
    const [fact] = (
      read(readText(`支持服务协议\n\n1. 支持\n\n1.1 ${words}`, 'utf-8')).documents[0]?.facts ?? []
    ).filter(({ kind }) => kind === 'support-credit');
    expect(fact?.quote).toBe(words);
    expect(valueOf(credit([words], [ticket(10, 390)]))).toBe(given);
  });

  test('two hours in words are two hours; part of them is open where the text says nothing of it', () => {
    const words = 'For every two hours of delay in restoration, Customer receives 3% of the monthly fee.';
    expect(credit([words], [ticket(10, 390)])).toMatchObject({ known: false, atLeast: '30.00', atMost: '60.00' });
  });

  test.each([
    '未按时恢复的，首个小时赔偿90元，此后每小时赔偿40元。',
    '未按时恢复的，每延迟一小时，延长服务期一天。',
    'For each late response Customer receives CNY 60, and for each hour of late restoration CNY 130.',
  ])('%s is stated, though it is not read', (words) => {
    const facts = read(readText(`支持服务协议\n\n1. 支持\n\n1.1 ${words}`, 'utf-8')).documents[0]?.facts ?? [];
    expect(facts.filter(({ kind }) => kind === 'support-credit').map(({ quote }) => quote)).toEqual([words]);
    expect(whyNot(credit([words], [ticket(10, 390)]))).not.toContain('没有写明');
  });

  test('a ceiling of each ticket holds for each, and not for the month', () => {
    const late = [ticket(10, 240 + 5 * 60), ticket(10, 240 + 2 * 60)];
    for (const ceiling of ['每张工单最高赔偿300元', '单次故障最高不超过300元'])
      expect(valueOf(credit([`恢复超时的，每满一小时赔偿100元，${ceiling}。`], late)), ceiling).toBe('500.00');
    expect(valueOf(credit(['恢复超时的，每满一小时赔偿100元，当月累计最高300元。'], late))).toBe('300.00');
    const each = 'If restoration is late, CNY 100 is credited for each full hour, up to CNY 300 per incident.';
    expect(valueOf(credit([each], late))).toBe('500.00');
    const month = 'If restoration is late, CNY 100 is credited for each full hour, up to CNY 300 per month.';
    expect(valueOf(credit([month], late))).toBe('300.00');
  });

  test('never exceeds the ceiling that stands beside it', () => {
    const capped = '恢复超时的，每超过1小时赔偿当月服务费的1%，最高不超过当月服务费的20%。';
    expect(valueOf(credit([capped], [ticket(10, 240 + 5 * 60)]))).toBe('50.00');
    expect(valueOf(credit([capped], [ticket(10, 240 + 90 * 60)]))).toBe('200.00');
    expect(valueOf(credit(['恢复超时的，每次赔偿80元，累计不超过100元。'], [ticket(5, 300), ticket(5, 300)]))).toBe(
      '100.00',
    );
  });

  test('is at least so much while the fault goes on', () => {
    const running = credit(['恢复超时的，每超过1小时赔偿50元。'], [ticket(10, 360), ticket(10)]);
    expect(running).toMatchObject({ known: false, atLeast: '100.00' });
    expect(running).not.toHaveProperty('atMost');
    expect(missingOf(running)).toEqual(['input restored']);
  });

  test('of answering and of restoring are added up where each has a clause of its own', () => {
    const both = ['响应超时的，每次赔偿20元。', '恢复超时的，每超过1小时赔偿50元。'];
    expect(valueOf(credit(both, [ticket(45, 360)]))).toBe('120.00');
    expect(missingOf(credit(['恢复超时的，每次赔偿20元。', '恢复超时的，每次赔偿50元。'], [ticket(45, 360)]))).toEqual([
      'conflict support-credit',
    ]);
  });

  test('of a severity are owed for its own tickets alone, and added up; a ticket without one may be of any', () => {
    const of = (severity: string, yuan: number): Fact => {
      const quote = `${severity}未按时响应的，每次赔偿${yuan}元`;
      return stated('support-credit', quote, { unit: 'text', quote, scope: { severity } });
    };
    const given = basis([...PROMISES, of('一级故障', 50), of('二级故障', 20)]);
    const fees = periodFees(given, { month: '2026-09', fee: { fee: '1000' } });
    const owed = (tickets: readonly Ticket[]) => supportMonth(given, '2026-09', tickets, fees).credit!;
    const ranked = (severity: string): Ticket => ({ ...ticket(45, 120), severity });
    expect(valueOf(owed([ranked('P1'), ranked('2级'), ranked('P2')]))).toBe('90.00');
    expect(valueOf(owed([ranked('P3')]))).toBe('0.00');
    const open = owed([ranked('P1'), ticket(45, 120)]);
    expect(open).toMatchObject({ known: false, atLeast: '50.00' });
    expect(missingOf(open)).toEqual(['input severity']);
    // One that says nothing of severities beside them is of all, and of none: nothing is picked.
    const mixed = basis([...PROMISES, of('一级故障', 50), gives('响应超时的，每次赔偿10元。')]);
    expect(missingOf(supportMonth(mixed, '2026-09', [ranked('P1')], fees).credit!)).toEqual([
      'conflict support-credit',
    ]);
  });

  test('of a time that was never logged may be owed as well as for the one that was missed', () => {
    const { responded: _, ...unlogged } = ticket(10, 120);
    const tickets = [ticket(45, 120), unlogged];
    const each = credit(['响应超时的，每次赔偿20元。'], tickets);
    expect(each).toMatchObject({ known: false, atLeast: '20.00', atMost: '40.00' });
    expect(whyNot(each)).toContain('没有登记');
    expect(credit(['响应超时的，赔偿20元。'], tickets)).toMatchObject({ atLeast: '20.00', atMost: '40.00' });
    // Of a restoration nothing is open by it.
    expect(valueOf(credit(['恢复超时的，每次赔偿20元。'], [ticket(10, 360), unlogged]))).toBe('20.00');
  });

  test('by length, where it is open by when something was due, has no bound but a ceiling', () => {
    const unsaid = [
      stated('restore', 4, { unit: 'hour', quote: '4小时内恢复' }),
      stated('restore', 8, { unit: 'hour', quote: '8小时内恢复' }),
      stated('response', 30, { unit: 'minute', quote: '30分钟内响应' }),
    ];
    const open = credit(['超时的，每满1小时赔偿50元，累计不超过300元。'], [ticket(90, 360)], unsaid);
    expect(open).toMatchObject({ known: false, atLeast: '50.00', atMost: '300.00' });
  });

  test('of a promise in working hours, nobody knows whether lengths run in them, too', () => {
    const working = [stated('restore', 2, { unit: 'working-hour', quote: '2个工作小时内恢复' })];
    const office = stated('support-hours', { days: 'all', spans: [{ from: '09:00', to: '18:00' }] }, { unit: 'hour' });
    const found = credit(['恢复超时的，每超过1小时赔偿50元。'], [ticket(10, 240)], [...working, office]);
    expect(found).toMatchObject({ known: false, atLeast: '0.00', atMost: '100.00' });
  });
});

test('a fault that lasted longer never gives less, and nothing exceeds the ceiling', () => {
  const quote = '恢复超时的，每超过1小时赔偿当月服务费的3%，不足1小时按1小时计，最高不超过当月服务费的20%。';
  fc.assert(
    fc.property(fc.integer({ min: 241, max: 4000 }), fc.integer({ min: 0, max: 2000 }), (took, more) => {
      const [less, longer] = [took, took + more].map((minutes) =>
        Number(valueOf(credit([quote], [ticket(5, minutes)]))),
      );
      expect(longer).toBeGreaterThanOrEqual(less ?? NaN);
      expect(longer).toBeLessThanOrEqual(200);
      expect(less).toBe(Math.min(200, 30 * Math.ceil((took - 240) / 60)));
    }),
    { numRuns: 60 },
  );
});
