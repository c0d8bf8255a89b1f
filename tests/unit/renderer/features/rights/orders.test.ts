import { screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { ObligationsView, OrderFigure } from '../../../../../src-main/contract/rights.ts';
import Rights from '../../../../../src-renderer/features/rights/Rights.svelte';
import { denseDate, longDate, monthName, relativeDays } from '../../../../../src-renderer/kernel/dates.ts';
import { way } from '../../../../../src-renderer/kernel/navigation.svelte.ts';
import { anId, aToken } from '../../given/agreements.ts';
import { money } from '../../../../../src-renderer/kernel/money.ts';
import { accessible } from '../../given/axe.ts';
import { refused, type Answers, type Double } from '../../given/double.ts';
import { dialog, every, field, reads, readsText, the } from '../../given/find.ts';
import { click, isDisabled, pick, valueOf, write } from '../../given/hands.ts';
import { inEach, said, settled, show } from '../../given/page.ts';
import { aChoice, aFact, anInvoice, anOrder, aStep, known, lacks, someRights, unknown } from '../../given/rights.ts';

const part = (
  name: string,
  view: ObligationsView,
  answers: Answers = {},
  wish: Parameters<typeof show>[3] = {},
): Promise<Double> =>
  show(
    Rights,
    { place: { screen: 'rights', agreementId: anId(1), part: name } },
    { 'rights.list': () => [aChoice()], 'rights.reopenedClaims': () => [], 'rights.open': () => view, ...answers },
    wish,
  );

describe('orders', () => {
  inEach('empty', async (language) => {
    await part('orders', someRights(), {}, { language });
    expect(reads('rights.order.none')).toBe(true);
    await accessible();
  });

  inEach('few: what was ordered, paid, and what follows from it', async (language) => {
    const figures: readonly OrderFigure[] = [
      { name: 'payBy', as: 'date', answer: known('2026-12-05') },
      { name: 'lateTotal', as: 'money', answer: known('1234567.00'), capitals: '壹佰贰拾叁万肆仟伍佰陆拾柒元整' },
      { name: 'usedMonths', as: 'number', answer: known('3') },
      { name: 'lateDays', as: 'number', answer: known('12') },
      { name: 'refund', as: 'money', answer: unknown(lacks('refund', 'input')) },
    ];
    const order = anOrder({
      figures,
      paidOn: '2026-10-02',
      settledOn: '2026-10-02',
      starts: '2026-10-01',
      ends: '2027-09-30',
      note: 'by the gate',
      earlyEnd: aStep('No refund'),
    });
    await part('orders', someRights({ orders: [order] }), {}, { language });
    expect(reads('rights.order.paid', { day: denseDate('2026-10-02') })).toBe(true);
    expect(reads('rights.order.term', { from: denseDate('2026-10-01'), to: denseDate('2027-09-30') })).toBe(true);
    expect(reads('format.quantity.money', { n: '1234567.00' })).toBe(true);
    // Amounts in words stand beside figures in Chinese alone.
    expect(readsText('壹佰贰拾叁万肆仟伍佰陆拾柒元整')).toBe(language === 'zh');
    expect(reads('rights.order.monthsUsed', { months: 3 })).toBe(true);
    expect(reads('rights.order.days', { days: 12 })).toBe(true);
    expect(readsText(longDate('2026-12-05'))).toBe(true);
    expect(readsText(relativeDays('2026-12-05'))).toBe(true);
    expect(readsText('Missing: refund')).toBe(true);
    expect(readsText('No refund')).toBe(true);
    await accessible();
  });

  it('many', async () => {
    const orders = Array.from({ length: 60 }, (_, at) => anOrder({ id: anId(600 + at), service: `Berth ${at}` }));
    await part('orders', someRights({ orders }));
    expect(every('button', 'rights.order.remove')).toHaveLength(60);
    expect(reads('rights.order.unpaid')).toBe(true);
  });

  inEach('one is added with what is known of it', async (language) => {
    const main = await part(
      'orders',
      someRights(),
      { 'rights.saveOrder': () => ({ orderId: anId(55) }) },
      { language },
    );
    await click(the('button', 'rights.order.add'));
    await click(the('button', 'frame.save'));
    expect(main.inputs('rights.saveOrder')).toEqual([]);
    await accessible();
    await write(field('rights.order.service'), 'Berth 12');
    await write(field('rights.order.amount'), '14400');
    await write(field('rights.order.orderedOn'), '2026-10-01');
    await write(field('rights.order.months'), '12');
    await pick(field('rights.order.plan'), 'postpaid');
    await write(field('rights.order.settlementDay'), '2026-11-01');
    await click(the('button', 'frame.save'));
    expect(main.inputs('rights.saveOrder')).toEqual([
      {
        agreementId: anId(1),
        order: {
          service: 'Berth 12',
          number: '',
          plan: 'postpaid',
          amount: '14400',
          invoiceType: 'special',
          note: '',
          orderedOn: '2026-10-01',
          settlementDay: '2026-11-01',
          months: 12,
        },
      },
    ]);
    expect(dialog()).toBeNull();
  });

  inEach(
    'payments in part, instalments, the bill’s day, the rate and the company are sent as they are typed',
    async (language) => {
      const main = await part(
        'orders',
        someRights(),
        { 'rights.saveOrder': () => ({ orderId: anId(55) }) },
        { language },
      );
      await click(the('button', 'rights.order.add'));
      await write(field('rights.order.service'), 'Berth 12');
      await write(field('rights.order.amount'), '14400');
      await write(field('rights.order.orderedOn'), '2026-10-01');
      await write(field('rights.order.billedOn'), '2026-10-05');
      await write(field('rights.order.referenceRate'), ' 3.45 ');
      await click(the('button', 'rights.order.add-payment'));
      await write(field('rights.order.partDay', { number: 1 }), '2026-10-09');
      await write(field('rights.order.partAmount', { number: 1 }), '4400');
      await pick(field('rights.order.company'), anId(61));
      await accessible();
      await click(the('button', 'frame.save'));
      expect(main.inputs('rights.saveOrder')[0]?.order).toMatchObject({
        billedOn: '2026-10-05',
        referenceRate: '3.45',
        payments: [{ on: '2026-10-09', amount: '4400' }],
        companyId: anId(61),
      });
      expect(main.inputs('rights.saveOrder')[0]?.order).not.toHaveProperty('dues');
    },
  );

  it('instalments that are kept are shown, one is taken away, and what is paid of it is told', async () => {
    const dues = [
      { on: '2026-11-01', amount: '7200.00' },
      { on: '2026-12-01', amount: '7200.00' },
    ];
    const main = await part('orders', someRights({ orders: [anOrder({ dues, paid: '500.00' })] }), {
      'rights.saveOrder': () => ({ orderId: anId(55) }),
    });
    expect(
      reads('rights.order.paidPart', {
        paid: money('500.00'),
        amount: money('14400'),
      }),
    ).toBe(true);
    await click(within(screen.getByRole('article')).getByRole('button', { name: said('rights.order.edit') }));
    await click(the('button', 'rights.order.partRemove', { number: 2 }));
    await click(the('button', 'frame.save'));
    expect(main.inputs('rights.saveOrder')[0]?.order.dues).toEqual([dues[0]]);
  });

  it('one is changed under its id, or removed; a refusal keeps the dialog', async () => {
    const main = await part('orders', someRights({ orders: [anOrder({ months: 6, starts: '2026-10-01' })] }), {
      'rights.saveOrder': refused(),
      'rights.removeOrder': () => aToken('order'),
    });
    await click(within(screen.getByRole('article')).getByRole('button', { name: said('rights.order.edit') }));
    expect(valueOf(field('rights.order.months'))).toBe('6');
    await write(field('rights.order.months'), '');
    await click(the('button', 'frame.save'));
    const [sent] = main.inputs('rights.saveOrder');
    expect(sent?.orderId).toBe(anId(55));
    expect(sent?.order).toMatchObject({ starts: '2026-10-01' });
    expect(sent?.order).not.toHaveProperty('months');
    expect(dialog()).not.toBeNull();
    await click(the('button', 'frame.cancel'));
    await click(the('button', 'rights.order.remove'));
    expect(main.inputs('rights.removeOrder')).toEqual([{ orderId: anId(55) }]);
  });
});

describe('invoices', () => {
  const of = (invoice = anInvoice(), order = anOrder()): ObligationsView =>
    someRights({
      orders: [{ ...order, invoices: [invoice] }],
      guide: { ...someRights().basis, title: 'Invoice guide' },
    });

  inEach('empty', async (language) => {
    await part('invoices', someRights(), {}, { language });
    expect(reads('rights.invoice.none')).toBe(true);
    await accessible();
  });

  inEach('on whose name, of which month, when to ask and when it comes', async (language) => {
    await part('invoices', of(), {}, { language });
    expect(readsText('91310000TEST00001X')).toBe(true);
    expect(reads('rights.invoice.charges', { month: monthName('2026-10') })).toBe(true);
    expect(readsText(longDate('2026-11-05'))).toBe(true);
    expect(reads('format.quantity.money', { n: '1132.08' })).toBe(true);
    expect(reads('rights.invoice.noGuide')).toBe(true);
    // A source that is silent is left out where the other one speaks.
    expect(readsText('Missing: guide')).toBe(false);
    await accessible();
  });

  it('where both sources are silent, that is said once', async () => {
    const silent = { agreement: unknown(lacks('agreement')), guide: unknown(lacks('guide')) };
    await part(
      'invoices',
      of(
        anInvoice({ dates: { ask: silent, issue: silent, contradictions: [], steps: [] }, vat: unknown(lacks('vat')) }),
      ),
    );
    expect(readsText('Missing: agreement')).toBe(true);
    expect(readsText('Missing: guide')).toBe(false);
  });

  inEach('where they disagree, both are quoted', async (language) => {
    const contradictions = [
      {
        about: 'ask' as const,
        agreement: { date: '2026-11-05', clause: { id: 'c4', quote: 'on the fifth' } },
        guide: { date: '2026-11-10' },
      },
    ];
    const { dates } = anInvoice();
    await part('invoices', of(anInvoice({ dates: { ...dates, contradictions } })), {}, { language });
    expect(screen.getByRole('note').textContent).toContain('on the fifth');
    expect(screen.getByRole('note').textContent).toContain(longDate('2026-11-10'));
    await accessible();
  });

  inEach('without a company the way to one is shown', async (language) => {
    const { invoiceTitle: _, ...view } = of();
    await part('invoices', { ...view, companies: [] }, {}, { language });
    await click(the('button', 'rights.invoice.noCompany'));
    expect(way.here).toEqual({ screen: 'settings', part: 'companies' });
  });

  inEach('of several companies the person picks one; which it is of, and why, is said', async (language) => {
    const companies = [
      { id: anId(61), name: 'Northern Ferries' },
      { id: anId(62), name: 'Southern Ferries' },
    ];
    const { invoiceTitle: _, ...unknownYet } = of();
    const main = await part(
      'invoices',
      { ...unknownYet, companies },
      { 'rights.chooseCompany': () => undefined },
      { language },
    );
    expect(readsText(said('rights.invoice.companyUnknown'))).toBe(true);
    expect(readsText('91310000TEST00001X')).toBe(false);
    await pick(field('rights.invoice.company'), anId(62));
    expect(main.inputs('rights.chooseCompany')).toEqual([{ agreementId: anId(1), companyId: anId(62) }]);
    await accessible();
  });

  inEach('an order of another company has a billing name of its own', async (language) => {
    const ours = someRights().invoiceTitle!;
    const theirs = { ...ours, companyId: anId(62), by: 'order', name: 'Southern Ferries' } as const;
    await part('invoices', of(anInvoice(), anOrder({ invoiceTitle: theirs })), {}, { language });
    expect(readsText('Southern Ferries')).toBe(true);
    expect(readsText(said('rights.invoice.companyBy.order'))).toBe(true);
    expect(readsText(said('rights.invoice.companyBy.record'))).toBe(true);
  });

  it('its state is set as of a day, its steps ticked, its file kept', async () => {
    const steps = [
      { clauseId: 'g1', text: 'Fill in the form', done: true },
      { clauseId: 'g2', text: 'Send the form', done: false },
    ];
    const main = await part('invoices', of(anInvoice({ steps, state: 'asked', since: { asked: '2026-11-06' } })), {
      'rights.setInvoiceState': () => undefined,
      'rights.tickInvoice': () => undefined,
      'rights.addInvoiceFile': () => undefined,
    });
    expect(reads('rights.invoice.stepsFrom', { title: 'Invoice guide' })).toBe(true);
    expect(readsText('1/2')).toBe(true);
    expect(readsText('2026-11-06')).toBe(true);
    await write(field('rights.invoice.on'), '2026-11-20');
    await pick(field('rights.invoice.state'), 'issued');
    await click(screen.getByLabelText('Send the form'));
    await click(the('button', 'rights.invoice.file'));
    const key = { orderId: anId(55), month: '2026-10' };
    expect(main.inputs('rights.setInvoiceState')).toEqual([{ ...key, state: 'issued', on: '2026-11-20' }]);
    expect(main.inputs('rights.tickInvoice')).toEqual([{ ...key, clauseId: 'g2', done: true }]);
    expect(main.inputs('rights.addInvoiceFile')).toEqual([key]);
  });

  it('of an order that is paid afterwards another month can be asked for', async () => {
    const main = await part('invoices', of(anInvoice(), anOrder({ plan: 'postpaid' })), {
      'rights.addInvoice': () => undefined,
    });
    expect(isDisabled(the('button', 'frame.save'))).toBe(true);
    await write(field('rights.invoice.addMonth'), '2026-11');
    await click(the('button', 'frame.save'));
    expect(main.inputs('rights.addInvoice')).toEqual([{ orderId: anId(55), month: '2026-11' }]);
  });
});

describe('facts', () => {
  const value = (number: number, text: string) => ({
    value: number,
    words: aStep(text).text,
    step: aStep(text, { clause: { id: 'c4', number: '4.2', quote: text } }),
  });

  inEach('what the text states, does not state, or states twice', async (language) => {
    const facts = [
      aFact({
        kind: 'availability',
        label: aStep('Promise').text,
        values: [value(99.9, '99.9 percent')],
      }),
      aFact({ values: [] }),
      aFact({
        kind: 'vat-rate',
        label: aStep('Tax').text,
        values: [value(6, 'six'), value(9, 'nine')],
        conflict: true,
      }),
    ];
    const main = await part('facts', someRights({ facts }), { 'rights.settle': () => undefined }, { language });
    expect(reads('rights.facts.silent')).toBe(true);
    expect(reads('rights.facts.conflict')).toBe(true);
    expect(screen.queryByLabelText(said('rights.settle', { name: 'Promise' }))).toBeNull();
    await accessible();
    const own = screen.getByLabelText(said('rights.settle', { name: 'Tax' }));
    await write(own, '6');
    await click(within(own.closest('form')!).getByRole('button'));
    expect(main.inputs('rights.settle')).toEqual([{ agreementId: anId(1), kind: 'vat-rate', value: 6 }]);
    await click(every('button', 'rights.clause', { number: '4.2' })[0]!);
    expect(way.here).toEqual({ screen: 'review', versionId: anId(101), clauseId: 'c4' });
  });

  inEach('an own value is told, and can be taken back', async (language) => {
    const facts = [aFact({ own: 20 })];
    const main = await part('facts', someRights({ facts }), { 'rights.settle': () => undefined }, { language });
    expect(reads('rights.settled', { value: '20 days' })).toBe(true);
    await click(the('button', 'rights.takeBack'));
    expect(main.inputs('rights.settle')).toEqual([{ agreementId: anId(1), kind: 'change-notice-days' }]);
  });

  it('how a month in part counts is settled, and taken back', async () => {
    const partMonth = { answer: unknown(lacks('part-month')) };
    const main = await part('facts', someRights({ partMonth }), { 'rights.settlePartMonth': () => undefined });
    await click(the('button', 'rights.order.partMonths.daily'));
    main.answer({ 'rights.open': () => someRights({ partMonth: { answer: known('daily'), own: 'daily' } }) });
    main.send('changed', { features: ['rights'] });
    await settled();
    await click(the('button', 'rights.takeBack'));
    expect(main.inputs('rights.settlePartMonth')).toEqual([
      { agreementId: anId(1), value: 'daily' },
      { agreementId: anId(1) },
    ]);
  });
});

describe('what an agreement’s figures rest on', () => {
  const candidates = [
    { agreementId: anId(2), title: 'Price list' },
    { agreementId: anId(3), title: 'Yard rules' },
  ];
  const view = someRights({
    basis: { ...someRights().basis, by: 'newest' },
    candidates,
    companions: [{ ...someRights().basis, agreementId: anId(2), title: 'Price list' }],
    guides: [{ agreementId: anId(4), title: 'Invoice guide' }],
  });

  inEach('other texts are asked where it is silent; which ones, a person says', async (language) => {
    const main = await part('facts', view, { 'rights.companions': () => undefined }, { language });
    expect(reads('rights.basis.newest', { ordinal: 1 })).toBe(true);
    await click(the('button', 'rights.basis.change'));
    await accessible();
    await click(screen.getByLabelText('Price list'));
    await click(screen.getByLabelText('Yard rules'));
    await pick(field('rights.basis.guide'), anId(4));
    await click(the('button', 'frame.save'));
    expect(main.inputs('rights.companions')).toEqual([
      { agreementId: anId(1), agreementIds: [anId(3)], guideId: anId(4) },
    ]);
    expect(dialog()).toBeNull();
  });

  it('what was refused stays as ticked; nothing to ask, nothing to change', async () => {
    await part('facts', view, { 'rights.companions': refused() });
    await click(the('button', 'rights.basis.change'));
    await click(screen.getByLabelText('Yard rules'));
    await click(the('button', 'frame.save'));
    expect(screen.getByLabelText<HTMLInputElement>('Yard rules').checked).toBe(true);
    await click(the('button', 'frame.cancel'));
    await part('facts', someRights({ versions: [] }));
    expect(every('button', 'rights.basis.change')).toHaveLength(1);
  });
});
