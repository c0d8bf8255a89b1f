import { describe, expect, test } from 'vitest';

import type { FactKind } from '../../../src-main/agreement/fact.ts';
import { layOver, type SaidFact, unusedSaid } from '../../../src-main/agreement/known-fact.ts';
import { Refusal } from '../../../src-main/agreement/refusal.ts';
import { saidFact, saidReadings } from '../../../src-main/agreement/said-fact.ts';
import { presentFact } from '../../../src-main/agreement/stored-fact.ts';
import { typedDates, typedMonth } from '../../../assets/typed/typed-words.ts';
import { stated } from '../term/quantity/stated.ts';

const month = (amount: number) => ({ amount, unit: 'percent', of: 'month-fee' });

describe('what a person writes for a fact', () => {
  test.each<[FactKind, string, object]>([
    ['change-notice', '15 个工作日', { value: 15, unit: 'working-day' }],
    ['change-notice', '十五个工作日', { value: 15, unit: 'working-day' }],
    ['change-notice', '１０ business days in Hong Kong', { value: 10, unit: 'working-day', calendar: 'HK' }],
    ['claim-closes', '故障发生后两个月', { value: 2, unit: 'month', anchor: 'incident' }],
    ['payment-due', '收到账单后30天', { value: 30, unit: 'day', anchor: 'invoice' }],
    ['vat-rate', '6%', { value: 6, unit: 'percent' }],
    ['credit-cap', '当月服务费的50%', { value: month(50), unit: 'percent' }],
    ['damages-multiple', '累计已付费用的2倍', { value: { amount: 2, unit: 'times', of: 'fees-paid' }, unit: 'times' }],
    ['credit-tier', '低于 99.95%，不低于 99%：月费的 10%', { value: { below: 99.95, from: 99, credit: month(10) } }],
    ['credit-tier', 'below 95%: 100%', { value: { below: 95, credit: month(100) } }],
    [
      'credit-tier',
      '低于99%：延长服务30天',
      { unit: 'service-day', value: { below: 99, credit: { value: 30, unit: 'service-day' } } },
    ],
    ['availability', '每年 99.9%', { value: { promise: 99.9, period: 'year' } }],
    ['late-fee', '1.5% per month', { value: { rate: { amount: 1.5, unit: 'percent', of: 'overdue' }, per: 'month' } }],
    ['late-fee', '每日万分之五', { value: { rate: { amount: 0.5, unit: 'per-mille' }, per: 'day' } }],
    ['late-fee', '一年期LPR的1.5倍', { value: { reference: 'LPR', rate: '1.5倍' }, unit: 'text' }],
    ['delivery', '电子邮件 24 小时', { value: { channel: 'email', delay: { value: 24, unit: 'hour' } }, unit: 'hour' }],
    ['delivery', '邮寄后第三个工作日', { value: { channel: 'post', delay: { value: 3, unit: 'working-day' } } }],
    ['outage-termination', '4,320 minutes', { value: 4320, unit: 'minute' }],
    ['minimum-commitment', '1,000,000 元', { value: 1_000_000, unit: 'money' }],
    ['credit-tier', '低于 99%：赔偿 1,000 元', { value: { below: 99, credit: { value: 1000, unit: 'money' } } }],
    ['credit-tier', '低于 99%：年费的 10%', { value: { below: 99, credit: { ...month(10), of: 'year-fee' } } }],
    ['late-fee', '每年 12%', { value: { rate: { amount: 12, unit: 'percent', of: 'overdue' }, per: 'year' } }],
    ['invoice-special', '预付费 次月 5 日', { value: { plan: 'prepaid', months: 1, day: 5 } }],
    ['invoice-special', '预付费 当月 5 日', { value: { plan: 'prepaid', months: 0, day: 5 } }],
    ['invoice-special', '后付费 两个月后 5 日', { value: { plan: 'postpaid', months: 2, day: 5 } }],
    ['invoice-special', '后付费 下月 5 日', { value: { plan: 'postpaid', months: 1, day: 5 } }],
    ['invoice-special', 'postpaid, following month, day 5', { value: { plan: 'postpaid', months: 1, day: 5 } }],
    ['effective-date', '2026年9月1日', { value: '2026-09-01', unit: 'date' }],
    ['governing-law', '香港法律', { value: '香港法律', unit: 'text' }],
  ])('%s: %s', (kind, written, fact) => {
    const read = saidFact(kind, written);
    expect(read).toMatchObject(fact);
    // What is kept can be read again.
    expect(presentFact.safeParse(read).success).toBe(true);
  });

  test('a tier with a sum and a share has a reading each, and neither is taken silently', () => {
    const both = '低于 99%：赔偿 100 元或月费的 10%';
    expect(saidReadings('credit-tier', both).map(({ unit }) => unit)).toEqual(['money', 'percent']);
    expect(() => saidFact('credit-tier', both)).toThrow(/two-readings/u);
    expect(saidFact('credit-tier', both, undefined, 1).value).toEqual({ below: 99, credit: month(10) });
    expect(() => saidFact('credit-tier', both, undefined, 2)).toThrow(/two-readings/u);
    expect(saidReadings('credit-tier', '低于 99%：延长 3 天，或月费的 10%').map(({ unit }) => unit)).toEqual([
      'service-day',
      'percent',
    ]);
  });

  test.each<[FactKind, string, string]>([
    ['delivery', '邮寄：寄出后第 3 个工作日视为送达', 'posted'],
    ['delivery', '电子邮件发出后 24 小时视为送达', 'sent'],
    ['delivery', '网站公告，自公告之日起 3 天视为送达', 'announced'],
    ['delivery', 'email: on the next day after it is received', 'received'],
    ['delivery', '快递，签收后 1 天', 'received'],
    ['change-notice', '公告后 30 天', 'announced'],
    ['change-notice', '收到通知之日起 30 天', 'received'],
    ['price-notice', '邮件发出后 90 天', 'sent'],
  ])('%s: “%s” counts from its own words', (kind, written, anchor) => {
    expect(saidReadings(kind, written)[0]).toMatchObject({ anchor });
  });

  test('two readings are both named, and none is taken', () => {
    expect(saidReadings('change-notice', '5至7天').map(({ value }) => value)).toEqual([5, 7]);
    expect(() => saidFact('change-notice', '5至7天')).toThrow(Refusal);
    expect(() => saidFact('change-notice', '5至7天')).toThrow(/two-readings/u);
  });

  test.each<[FactKind, string]>([
    ['change-notice', '十五'],
    ['change-notice', '15'],
    ['credit-tier', '月费的 10%'],
    ['late-fee', '1.5%'],
    ['invoice-special', '5 日'],
    ['invoice-special', '后付费 5 日'],
    ['invoice-special', '后付费 上月 5 日'],
    ['invoice-special', '后付费、预付费均为次月 5 日'],
    ['late-fee', '每月 2%，不足一月按日折算'],
    ['late-fee', '每日按累计已付费用的 1‰'],
    ['credit-tier', '低于 99%：合同总额的 10%'],
    ['credit-tier', 'below 99%: 10% of the deposit'],
    ['outage-termination', '4,32 minutes'],
    ['minimum-commitment', '10,00 元'],
  ])('%s: %s says too little', (kind, written) => {
    expect(() => saidFact(kind, written)).toThrow(/not-read/u);
  });
});

describe('days that are typed', () => {
  test.each([
    ...['2026-09-01', '2026/9/1', '2026.9.1', '2026年9月1日', '２０２６／９／１', '20260901', ' 2026-9-1 '],
    ...['1 Sep 2026', 'Sep 1, 2026', 'September 1st, 2026', '1st of September 2026', '01-Sep-2026', '2026 Sept 1'],
    ...['Tuesday, 1 September 2026', '2026年9月1日（星期二）', '二〇二六年九月一日', '２０２６年９月１日'],
  ])('%s', (written) => {
    expect(typedDates(written)).toEqual(['2026-09-01']);
  });
  test.each([
    ['二〇二六年十二月三十一日', '2026-12-31'],
    ['二零二六年十月二十日', '2026-10-20'],
  ])('%s', (written, day) => {
    expect(typedDates(written)).toEqual([day]);
  });
  test.each(['9 Foo 2026', 'Sep 2026', '1 Sep 26', '2026年九月'])('%s is no day', (written) => {
    expect(typedDates(written)).toEqual([]);
  });
  test('with the year last may have two readings', () => {
    expect(typedDates('3/4/2026')).toEqual(['2026-04-03', '2026-03-04']);
    expect(typedDates('13/4/2026')).toEqual(['2026-04-13']);
    expect(typedDates('soon')).toEqual([]);
  });
  test.each(['2026-09', '2026/9', '2026年9月', '２０２６．９', 'Sep 2026', 'September, 2026'])(
    'the month %s',
    (written) => {
      expect(typedMonth(written)).toBe('2026-09');
    },
  );
});

describe('what is said over the text', () => {
  const said = (fact: SaidFact['fact'], more: Partial<SaidFact> = {}): SaidFact => ({
    fact,
    who: 'Ada',
    at: '2026-11-23T02:00:00Z',
    reason: 'the annex',
    ...more,
  });
  const text = [stated('change-notice', 30), stated('change-notice', 60), stated('termination-notice', 30)];

  test('stands in the place of all that answers the same, and keeps it', () => {
    const [kept, laid, ...others] = layOver(text, [said(stated('change-notice', 15))]);
    expect(others).toEqual([]);
    expect(kept).toMatchObject({ kind: 'termination-notice', from: { by: 'text' } });
    expect(laid).toMatchObject({ value: 15, from: { by: 'person', who: 'Ada', instead: text[0], others: [text[1]] } });
  });

  test('a correction stands in the place of one fact alone, and only while the text says it', () => {
    const fix = said(stated('change-notice', 45), { instead: stated('change-notice', 60) });
    expect(layOver(text, [fix]).map(({ value }) => value)).toEqual([30, 30, 45]);
    expect(layOver([stated('change-notice', 90)], [fix]).map(({ value }) => value)).toEqual([90]);
  });

  test('of one class, one channel or one anchor leaves the others', () => {
    const rules = [
      stated('delivery', { channel: 'email', delay: { value: 0, unit: 'day' } }),
      stated('delivery', { channel: 'post', delay: { value: 5, unit: 'day' } }),
    ];
    const email = said(stated('delivery', { channel: 'email', delay: { value: 1, unit: 'day' } }));
    expect(layOver(rules, [email])).toHaveLength(2);
    const due = [stated('payment-due', 7, { anchor: 'order' }), stated('payment-due', 30, { anchor: 'invoice' })];
    expect(layOver(due, [said(stated('payment-due', 45, { anchor: 'invoice' }))]).map(({ value }) => value)).toEqual([
      7, 45,
    ]);
  });

  const values = (facts: SaidFact['fact'][], ...statements: SaidFact[]) =>
    layOver(facts, statements).map((fact) => fact.value);

  test('last goes before what was said earlier of the same', () => {
    const instead = stated('change-notice', 60);
    const [first, second] = [45, 50].map((value) => said(stated('change-notice', value), { instead }));
    expect(values(text, first!, second!)).toEqual([30, 30, 50]);
    expect(unusedSaid(text, [first!, second!])).toEqual(new Map([[first, 'replaced']]));
    const [all, again] = [15, 20].map((value) => said(stated('change-notice', value)));
    expect(values(text, all!, again!)).toEqual([30, 20]);
    expect(values([], all!, again!)).toEqual([20]);
    // Of the one place last, of all the places before: the other places keep what was said of all.
    expect(values(text, all!, second!)).toEqual([30, 15, 50]);
    expect(values([instead], all!, second!)).toEqual([50]);
    expect(values(text, second!, all!)).toEqual([30, 15]);
  });

  test('last of what the text no longer says leaves what was said earlier', () => {
    const lost = said(stated('change-notice', 45), { instead: stated('change-notice', 90) });
    const all = said(stated('change-notice', 15));
    expect(values(text, all, lost)).toEqual([30, 15]);
    expect(unusedSaid(text, [all, lost])).toEqual(new Map([[lost, 'not-stated']]));
  });

  test('of one class leaves another class that is told in the same words', () => {
    const of = (value: number, name: string) =>
      stated('claim-closes', value, { quote: '30 30', scope: { class: name } });
    const fix = said(of(60, 'cold'), { instead: of(30, 'cold') });
    expect(values([of(30, 'hot'), of(30, 'cold')], fix)).toEqual([30, 60]);
    expect(layOver([of(30, 'hot'), of(30, 'cold')], [fix])[0]?.scope).toEqual({ class: 'hot' });
    const every = said(stated('claim-closes', 10));
    expect(values([of(30, 'cold')], every, fix)).toEqual([10, 60]);
  });

  test('of a tier that was added is of that tier alone', () => {
    const added = (below: number, amount: number) =>
      said(stated('credit-tier', { below, credit: { amount, unit: 'percent', of: 'month-fee' } }), { beside: true });
    const [low, high, anew] = [added(95, 30), added(99, 10), added(99, 15)];
    expect(values([], low, high, anew)).toEqual([low.fact.value, anew.fact.value]);
  });

  test('beside the text replaces nothing', () => {
    expect(layOver(text, [said(stated('change-notice', 15), { beside: true })])).toHaveLength(4);
  });
});

describe('what a person says of the clock', () => {
  test('a zone by its name or distance; words that name none are not taken', () => {
    expect(saidFact('time-zone', '香港时间')).toMatchObject({ value: '香港时间', unit: 'text' });
    expect(saidFact('time-zone', 'UTC+9')).toMatchObject({ value: 'UTC+9' });
    expect(() => saidFact('time-zone', '当地时间')).toThrow();
  });

  test('close of business as an hour, and the hour of a last day with its length', () => {
    expect(saidFact('close-of-business', '17:30')).toMatchObject({ value: '17:30' });
    expect(saidFact('close-of-business', '5 pm')).toMatchObject({ value: '17:00' });
    expect(() => saidFact('close-of-business', '下班时')).toThrow();
    expect(saidFact('claim-closes', '相关月份结束后60天，最后一日17:00前')).toMatchObject({ value: 60, hour: '17:00' });
  });
});
