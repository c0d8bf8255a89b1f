import { describe, expect, test } from 'vitest';
import type { Fact, TierValue } from '../../../../src-main/agreement/fact.ts';
import type { FactSource } from '../../../../src-main/term/basis.ts';
import { partMonthRule } from '../../../../src-main/term/fees/part-month.ts';
import { vatSplit } from '../../../../src-main/term/fees/invoices.ts';
import { minuteCounting } from '../../../../src-main/term/service/minute-counting.ts';
import { serviceLevel } from '../../../../src-main/term/service/service-level.ts';
import { missingOf, valueOf } from '../basis-of.ts';
import { basis, stated, text, whyNot } from './stated.ts';

const PERCENT = { unit: 'percent' } as const;
const called = (title: string, source: FactSource): FactSource => ({ title, ...source });
const ofMonth = (amount: number) => ({ amount, unit: 'percent', of: 'month-fee' }) as const;
const promise = stated('availability', { promise: 99.95 }, PERCENT);
const tier = (below: number, credit: TierValue['credit']): Fact => stated('credit-tier', { below, credit }, PERCENT);
const vat = (rate: number): Fact => stated('vat-rate', rate, { ...PERCENT, quote: `rate ${rate}` });

const net = (...sources: readonly FactSource[]) => vatSplit(basis([], { sources }), '106.00');
const april = (...sources: readonly FactSource[]) =>
  serviceLevel(basis([], { sources }), { month: '2026-04', downtime: { minutes: 216 }, fee: { fee: '1000.00' } });

describe('agreements that are asked where one is silent', () => {
  const own = called('Own', text([]));
  const six = called('Terms', text([vat(6)]));
  const nine = called('Framework', text([vat(9)]));

  test('answer together: what they state differently is shown with its agreement, and none is first', () => {
    const answer = net(own, six, nine);
    expect(missingOf(answer)).toEqual(['conflict vat-rate']);
    for (const words of ['Terms', 'rate 6', 'Framework', 'rate 9']) expect(whyNot(answer)).toContain(words);
    expect(missingOf(net(own, nine, six))).toEqual(['conflict vat-rate']);
  });

  test('are believed where they agree or only one speaks, and never against the agreement itself', () => {
    expect(valueOf(net(own, six, called('Other', text([]))))).toMatchObject({ net: '100.00' });
    expect(valueOf(net(own, six, called('Other', text([vat(6)]))))).toMatchObject({ net: '100.00' });
    expect(valueOf(net(six, nine))).toMatchObject({ net: '100.00' });
  });

  test('with other tables of tiers give no credit; with the same table they do', () => {
    const wide = text([promise, tier(99.95, ofMonth(10))]);
    const deep = text([tier(99.95, ofMonth(10)), tier(99.9, ofMonth(30))]);
    const answer = april(own, called('Level A', wide), called('Level B', deep)).credit;
    expect(answer.known).toBe(false);
    for (const words of ['Level A', 'Level B']) expect(whyNot(answer)).toContain(words);
    expect(valueOf(april(own, wide, text([tier(99.95, ofMonth(10))])).credit)).toBe('100.00');
    expect(valueOf(april(wide, deep).credit)).toBe('100.00');
  });

  test('with other caps leave the cap open', () => {
    const cap = (amount: number) =>
      text([promise, tier(99.95, ofMonth(10)), stated('liability-cap', ofMonth(amount), PERCENT)]);
    expect(missingOf(april(own, cap(50), cap(5)).cap)).toEqual(['conflict credit-cap']);
    expect(valueOf(april(own, cap(5), cap(5)).cap)).toBe('50.00');
  });

  test('with other rules for part of a month or a minute leave both to the person', () => {
    const whole = text([], '不足一个月的按一个月计算。');
    const daily = text([], '不足一个月的按实际使用天数计算。');
    const rule = (...sources: readonly FactSource[]) => partMonthRule(basis([], { sources }));
    expect(missingOf(rule(own, whole, daily))).toEqual(['conflict part-month']);
    expect(valueOf(rule(own, daily))).toBe('daily');
    expect(valueOf(rule(whole, daily))).toBe('whole');
    expect(valueOf(partMonthRule(basis([], { sources: [own, whole, daily] }), { value: 'daily', by: 'person' }))).toBe(
      'daily',
    );
    const started = text([], '不足一分钟的按一分钟计。');
    const throughout = text([], '一分钟内的请求均失败的，计为不可用。');
    expect(missingOf(minuteCounting([own, started, throughout]))).toEqual(['conflict minute-counting']);
    expect(valueOf(minuteCounting([own, started]))).toBe('started');
    expect(valueOf(minuteCounting([throughout, started]))).toBe('whole');
  });
});
