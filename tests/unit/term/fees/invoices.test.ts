import { say } from '../../../../src-main/agreement/sentence.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { InvoiceDay } from '../../../../src-main/agreement/fact.ts';
import type { FactSource } from '../../../../src-main/term/basis.ts';
import { askRules } from '../../../../src-main/term/fees/invoice-request.ts';
import { type InvoiceWish, invoiceDates, vatSplit } from '../../../../src-main/term/fees/invoices.ts';
import { formatYuan, parseYuan } from '../../../../src-main/term/fees/money.ts';
import { basisOf, documentOf, fact, missingOf, valueOf, wordsOf } from '../basis-of.ts';

const day = (months: number, dayOfMonth: number, plan: InvoiceDay['plan']): InvoiceDay => ({
  months,
  day: dayOfMonth,
  plan,
});

const FACTS = documentOf(
  fact('invoice-ordinary-day', day(1, 5, 'prepaid')),
  fact('invoice-special-day', day(1, 10, 'prepaid')),
  fact('invoice-ordinary-day', day(2, 5, 'postpaid')),
  fact('invoice-special-day', day(2, 10, 'postpaid')),
  fact('vat-rate', 6),
);
const ASK = wordsOf('先付费业务发生后可以实时提交开票申请。', '后付费业务自次月1日起提交开票申请。');
const AGREEMENT: FactSource = { facts: FACTS.facts, clauses: [...FACTS.clauses, ...ASK.clauses] };
const GUIDE = wordsOf('预付费订单，下个月可索取发票。例如1月的订单，2月索取。', '后付费账单，两个月后可索取发票。');

const wish = (change: Partial<InvoiceWish> = {}): InvoiceWish => ({
  plan: 'prepaid',
  month: '2026-01',
  type: 'ordinary',
  ...change,
});

describe('the day of issue', () => {
  test.each([
    ['prepaid', 'ordinary', '2026-01', '2026-02-05'],
    ['prepaid', 'special', '2026-01', '2026-02-10'],
    ['postpaid', 'ordinary', '2026-01', '2026-03-05'],
    ['postpaid', 'special', '2026-01', '2026-03-10'],
    ['prepaid', 'ordinary', '2026-12', '2027-01-05'],
    ['postpaid', 'special', '2026-11', '2027-01-10'],
  ] as const)('%s, %s, charged in %s: from %s', (plan, type, month, issued) => {
    expect(valueOf(invoiceDates(AGREEMENT, undefined, wish({ plan, type, month })).issue.agreement)).toBe(issued);
  });

  test('is the month’s last day where the month is shorter', () => {
    const late = documentOf(fact('invoice-ordinary-day', day(1, 31, 'prepaid')));
    expect(valueOf(invoiceDates(late, undefined, wish()).issue.agreement)).toBe('2026-02-28');
  });

  test('is unknown without the fact for the type or the plan', () => {
    const onlyPrepaid = documentOf(fact('invoice-ordinary-day', day(1, 5, 'prepaid')));
    expect(missingOf(invoiceDates(onlyPrepaid, undefined, wish({ type: 'special' })).issue.agreement)).toEqual([
      'fact invoice-special-day',
    ]);
    expect(missingOf(invoiceDates(onlyPrepaid, undefined, wish({ plan: 'postpaid' })).issue.agreement)).toEqual([
      'fact invoice-ordinary-day',
    ]);
  });

  test('given twice and differently is not chosen between', () => {
    const twice = documentOf(
      fact('invoice-ordinary-day', day(1, 5, 'prepaid')),
      fact('invoice-ordinary-day', day(1, 8, 'prepaid')),
    );
    expect(missingOf(invoiceDates(twice, undefined, wish()).issue.agreement)).toEqual([
      'conflict invoice-ordinary-day',
    ]);
  });
});

describe('the earliest day to ask', () => {
  test('by the agreement: at once for prepaid, from day 1 of the next month for postpaid', () => {
    expect(valueOf(invoiceDates(AGREEMENT, undefined, wish({ charged: '2026-01-17' })).ask.agreement)).toBe(
      '2026-01-17',
    );
    expect(valueOf(invoiceDates(AGREEMENT, undefined, wish({ plan: 'postpaid' })).ask.agreement)).toBe('2026-02-01');
  });

  test('by the guide: the next month for prepaid, two months later for postpaid', () => {
    expect(valueOf(invoiceDates(undefined, GUIDE, wish()).ask.guide)).toBe('2026-02-01');
    expect(valueOf(invoiceDates(undefined, GUIDE, wish({ plan: 'postpaid' })).ask.guide)).toBe('2026-03-01');
  });

  test('where guide and agreement differ, both are returned with their clauses', () => {
    const { contradictions, steps } = invoiceDates(AGREEMENT, GUIDE, wish({ plan: 'postpaid' }));
    expect(contradictions).toMatchObject([
      {
        about: 'ask',
        agreement: { date: '2026-02-01', clause: { number: '2' } },
        guide: { date: '2026-03-01', clause: { number: '2' } },
      },
    ]);
    expect(say(steps.at(-1)!.text, 'zh')).toContain('不一致');
  });

  test('where they agree, there is nothing to report', () => {
    expect(invoiceDates(GUIDE, GUIDE, wish()).contradictions).toEqual([]);
  });

  test('a guide’s fact whose words are about asking is a day to ask, not a day of issue', () => {
    const { facts } = documentOf(fact('invoice-ordinary-day', day(1, 1, 'prepaid'), '次月可以索取发票'));
    const guide: FactSource = { facts, clauses: [] };
    const dates = invoiceDates(AGREEMENT, guide, wish());
    expect(valueOf(dates.ask.guide)).toBe('2026-02-01');
    expect(missingOf(dates.issue.guide)).toEqual(['fact invoice-ordinary-day']);
  });

  test('is unknown where nobody says it', () => {
    const { ask } = invoiceDates(FACTS, undefined, wish());
    expect([missingOf(ask.agreement), missingOf(ask.guide)]).toEqual([
      ['fact invoice-request-day'],
      ['fact invoice-request-day'],
    ]);
  });

  test.each([
    ['Invoices for prepaid orders can be requested in the next month.', [['prepaid', 1, 1]]],
    ['For postpaid usage you may request an invoice two months later.', [['postpaid', 2, 1]]],
    ['后付费服务次次月10日起可申请发票。', [['postpaid', 2, 10]]],
    ['预付费与后付费的发票索取时间不同。', []],
    ['预付费和后付费都在次月索取发票。', []],
    ['预付费订单次月5日起开具发票。', []],
  ])('reads “%s”', (text, expected) => {
    expect(askRules(wordsOf(text)).map((rule) => [rule.plan, rule.months, rule.day])).toEqual(expected);
  });
});

describe('VAT', () => {
  test.each([
    ['1060.00', '1000.00', '60.00'],
    ['1000.00', '943.40', '56.60'],
    ['0.01', '0.01', '0.00'],
    ['100.00', '94.34', '5.66'],
  ])('of %s at 6 %%: net %s, tax %s', (gross, net, vat) => {
    expect(valueOf(vatSplit(basisOf(FACTS), gross))).toEqual({ rate: 6, net, vat, gross });
  });

  test('net and tax always add up to the gross', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 14n }), fc.constantFrom(0, 1, 3, 6, 9, 13, 5.5, 60), (fen, rate) => {
        const split = vatSplit(basisOf(documentOf(fact('vat-rate', rate))), formatYuan(fen));
        if (!split.known) throw new Error('known');
        expect(parseYuan(split.value.net) + parseYuan(split.value.vat)).toBe(fen);
      }),
    );
  });
});
