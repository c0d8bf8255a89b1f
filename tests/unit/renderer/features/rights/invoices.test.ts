import { screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { ObligationsView } from '../../../../../src-main/contract/rights.ts';
import Rights from '../../../../../src-renderer/features/rights/Rights.svelte';
import { longDate, monthName } from '../../../../../src-renderer/kernel/dates.ts';
import { way } from '../../../../../src-renderer/kernel/navigation.svelte.ts';
import { anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { refused, type Answers, type Double } from '../../given/double.ts';
import { dialog, every, field, reads, readsText, the } from '../../given/find.ts';
import { click, isDisabled, pick, write } from '../../given/hands.ts';
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

  it('its state is set as of a day, its steps ticked', async () => {
    const steps = [
      { clauseId: 'g1', text: 'Fill in the form', done: true },
      { clauseId: 'g2', text: 'Send the form', done: false },
    ];
    const main = await part('invoices', of(anInvoice({ steps, state: 'asked', since: { asked: '2026-11-06' } })), {
      'rights.setInvoiceState': () => undefined,
      'rights.tickInvoice': () => undefined,
    });
    expect(reads('rights.invoice.stepsFrom', { title: 'Invoice guide' })).toBe(true);
    expect(readsText('1/2')).toBe(true);
    expect(readsText('2026-11-06')).toBe(true);
    await write(field('rights.invoice.on'), '2026-11-20');
    await pick(field('rights.invoice.state'), 'issued');
    await click(screen.getByLabelText('Send the form'));
    const key = { orderId: anId(55), month: '2026-10' };
    expect(main.inputs('rights.setInvoiceState')).toEqual([{ ...key, state: 'issued', on: '2026-11-20' }]);
    expect(main.inputs('rights.tickInvoice')).toEqual([{ ...key, clauseId: 'g2', done: true }]);
  });

  it('of an order that is paid afterwards another month can be asked for', async () => {
    const main = await part('invoices', of(anInvoice(), anOrder({ plan: 'postpaid' })), {
      'rights.addInvoice': () => undefined,
    });
    // What is missing is said at the field, not by a grey button.
    expect(isDisabled(the('button', 'frame.save'))).toBe(false);
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
