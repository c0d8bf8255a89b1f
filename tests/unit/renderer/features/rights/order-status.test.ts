import { describe, expect } from 'vitest';
import type { OrderFigure, OrderView } from '../../../../../src-main/contract/rights.ts';
import { invoicesAnswer, ordersAnswer } from '../../../../../src-renderer/features/rights/orders/order-status.ts';
import { money } from '../../../../../src-renderer/kernel/money.ts';
import { longDate, relativeDays } from '../../../../../src-renderer/kernel/dates.ts';
import { anId } from '../../given/agreements.ts';
import { given, inEach, said, TODAY } from '../../given/page.ts';
import { anInvoice, anOrder, known, lacks, unknown } from '../../given/rights.ts';

const due = (payBy: string | undefined, ...more: readonly OrderFigure[]): OrderView =>
  anOrder({
    figures: [
      { name: 'payBy', as: 'date', answer: payBy === undefined ? unknown(lacks('day')) : known(payBy) },
      ...more,
    ],
  });

describe('what is to be paid, in words', () => {
  inEach('is what is due first', async (language) => {
    await given({}, { language });
    const later = { ...due('2027-01-05'), id: anId(56), amount: '99' };
    expect(ordersAnswer([later, due('2026-12-05')])).toBe(
      said('rights.due.pay', {
        amount: money('14400'),
        date: longDate('2026-12-05'),
        relative: relativeDays('2026-12-05'),
      }),
    );
    expect(ordersAnswer([due('2026-11-20')])).toBe(
      said('rights.due.payPast', { amount: money('14400'), date: longDate('2026-11-20'), days: 10 }),
    );
    expect(ordersAnswer([{ ...due('2026-12-05'), settledOn: '2026-11-01' }])).toBe(said('rights.due.none'));
    // Paid, but late: what may be asked for that is told.
    const fee = { name: 'lateFee', as: 'money', answer: known('66.00') } as const;
    expect(ordersAnswer([{ ...due('2026-11-19', fee), settledOn: '2026-11-30' }])).toBe(
      said('rights.due.noneButFee', { fee: money('66.00') }),
    );
    expect(ordersAnswer([due(undefined)])).toBe(said('rights.due.unpaid', { amount: money('14400') }));
  });

  inEach(
    'where nothing is, an order that lapsed is told before the fee of one that was paid late',
    async (language) => {
      await given({}, { language });
      const fee = (amount: string): OrderFigure => ({ name: 'lateFee', as: 'money', answer: known(amount) });
      const late = (amount: string, more = {}) => ({
        ...due('2026-11-19', fee(amount)),
        settledOn: '2026-11-30',
        ...more,
      });
      const lapsed = { ...due('2026-10-20'), lapsed: { on: '2026-10-21', steps: [] } };
      expect(ordersAnswer([late('66.00'), lapsed])).toBe(
        said('rights.due.lapsedAndFee', { date: longDate('2026-10-21'), fee: money('66.00') }),
      );
      const both = ordersAnswer([late('66.00'), late('5.50', { currency: 'USD' }), late('4.00')]);
      expect(both).toContain(money('70.00'));
      expect(both).toContain(money('5.50', 'USD'));
      expect(both).not.toContain('75');
    },
  );

  inEach('is what is overdue, with its fee where that is known', async (language) => {
    await given({}, { language });
    const late = { name: 'lateDays', as: 'number', answer: known('18') } as const;
    const fee = { name: 'lateFee', as: 'money', answer: known('1944.00') } as const;
    expect(ordersAnswer([due('2026-11-12', late, fee)])).toBe(
      said('rights.due.overdueFee', { amount: money('14400'), days: 18, fee: money('1944.00') }),
    );
    // Of an order of which part is paid, what is left of what fell due.
    const all = { name: 'lateTotal', as: 'money', answer: known('5944.00') } as const;
    expect(ordersAnswer([due('2026-11-12', late, fee, all)])).toBe(
      said('rights.due.overdueFee', { amount: money('4000.00'), days: 18, fee: money('1944.00') }),
    );
    expect(ordersAnswer([{ ...due(undefined), paid: '400.00' }])).toBe(
      said('rights.due.unpaid', { amount: money('14000.00') }),
    );
    expect(ordersAnswer([due('2026-11-12', late)])).toBe(
      said('rights.due.overdue', { amount: money('14400'), days: 18 }),
    );
  });
});

describe('which invoices can be had, in words', () => {
  const asked = (day: string | undefined, more = {}) =>
    anInvoice({
      dates: {
        ask: { agreement: day === undefined ? unknown(lacks('day')) : known(day), guide: unknown(lacks('guide')) },
        issue: { agreement: unknown(lacks('day')), guide: unknown(lacks('guide')) },
        contradictions: [],
        steps: [],
      },
      ...more,
    });

  inEach('are counted and added up', async (language) => {
    await given({}, { language });
    const order = anOrder({ invoices: [asked(TODAY), asked('2026-11-05'), asked('2027-01-05')] });
    expect(invoicesAnswer([order])).toBe(said('rights.due.invoicesNow', { count: 2, amount: money('2400.00') }));
    const abroad = anOrder({ invoices: [asked(TODAY, { currency: 'USD' })] });
    const each = invoicesAnswer([anOrder({ invoices: [asked(TODAY)] }), abroad]);
    expect(each).toContain(money('1200.00'));
    expect(each).toContain(money('1200.00', 'USD'));
    expect(invoicesAnswer([anOrder({ invoices: [asked('2027-01-05')] })])).toBe(
      said('rights.due.invoicesFrom', { date: longDate('2027-01-05'), relative: relativeDays('2027-01-05') }),
    );
    expect(invoicesAnswer([anOrder({ invoices: [asked(undefined)] })])).toBe(
      said('rights.due.invoicesUnknown', { count: 1 }),
    );
    expect(invoicesAnswer([anOrder({ invoices: [asked(TODAY, { state: 'received' })] })])).toBe(
      said('rights.due.noInvoices'),
    );
  });
});
