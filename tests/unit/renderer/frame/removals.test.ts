import CourtPart from '../../../../src-renderer/features/evidence/court/CourtPart.svelte';
import { courtLine } from '../given/court.ts';
import { render, screen } from '@testing-library/svelte';
import type { Component } from 'svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { asWritten } from '../../../../assets/messages/say.ts';
import type { CallName } from '../../../../src-main/contract/index.ts';
import { REMOVABLE, type Removable } from '../../../../src-main/contract/undo.ts';
import TimestampList from '../../../../src-renderer/features/evidence/TimestampList.svelte';
import LetterEditor from '../../../../src-renderer/features/letters/LetterEditor.svelte';
import Letters from '../../../../src-renderer/features/letters/Letters.svelte';
import FactsPart from '../../../../src-renderer/features/rights/FactsPart.svelte';
import InvoiceRecords from '../../../../src-renderer/features/rights/invoices/InvoiceRecords.svelte';
import OrderCard from '../../../../src-renderer/features/rights/orders/OrderCard.svelte';
import LogList from '../../../../src-renderer/features/rights/outages/LogList.svelte';
import OutageTable from '../../../../src-renderer/features/rights/outages/OutageTable.svelte';
import HolidayTables from '../../../../src-renderer/features/settings/HolidayTables.svelte';
import TicketPart from '../../../../src-renderer/features/rights/tickets/TicketPart.svelte';
import SignatoryList from '../../../../src-renderer/features/settings/SignatoryList.svelte';
import Toasts from '../../../../src-renderer/frame/Toasts.svelte';
import { notice } from '../../../../src-renderer/kernel/failures.svelte.ts';
import { dismiss, toasts } from '../../../../src-renderer/kernel/toasts.svelte.ts';
import { aToken, anId } from '../given/agreements.ts';
import { aFailure, type Answers, type Double, refused } from '../given/double.ts';
import { refusedHere, the } from '../given/find.ts';
import { click, press } from '../given/hands.ts';
import { aLetter, aTemplate, somePages } from '../given/letters.ts';
import { given, said, settled } from '../given/page.ts';
import {
  aMonth,
  anInvoice,
  anInvoiceRecord,
  anOrder,
  anOutage,
  aSaidFact,
  aTicket,
  someRights,
  someSupport,
} from '../given/rights.ts';
import { aCompany, aSignatory } from '../given/settings.ts';

vi.mock('../../../../src-renderer/kernel/pdf.ts', async () => (await import('../given/paper.ts')).paper);

interface Removal {
  readonly component: unknown;
  readonly props: Readonly<Record<string, unknown>>;
  /** What the screen asks beside the removal. */
  readonly answers: Answers;
  readonly button: () => HTMLElement;
  readonly call: CallName;
  /** What is said once it is removed. */
  readonly text: () => string;
}

const nothing = (): void => undefined;
const own = aTemplate({ id: 'form', title: asWritten('Their own form'), source: 'own-form' });
const roots = [{ id: anId(75), subject: 'Time Root', notAfter: '2030-01-01T00:00:00Z' }];

const REMOVALS: Readonly<Record<Removable, Removal>> = {
  'court-list': {
    component: CourtPart,
    props: {},
    answers: { 'evidence.courtLists': () => [courtLine], 'evidence.captures': () => [] },
    button: () => the('button', 'court.remove'),
    call: 'evidence.removeCourtList',
    text: () => said('court.list.removed'),
  },
  order: {
    component: OrderCard,
    props: { order: anOrder(), basis: someRights().basis, clauses: {}, agreementId: anId(1), onedit: nothing },
    answers: {},
    button: () => the('button', 'rights.order.remove'),
    call: 'rights.removeOrder',
    text: () => said('rights.order.removed'),
  },
  outage: {
    component: OutageTable,
    props: { month: aMonth({ rows: [anOutage()] }), onedit: nothing },
    answers: {},
    button: () => screen.getByRole('button', { name: new RegExp(said('rights.outage.remove'), 'u') }),
    call: 'rights.removeOutage',
    text: () => said('rights.outage.removed'),
  },
  ticket: {
    component: TicketPart,
    props: {
      month: aMonth({ support: someSupport({ tickets: [aTicket()] }) }),
      clauses: {},
      agreementId: anId(1),
      onimport: nothing,
    },
    answers: {},
    button: () => screen.getByRole('button', { name: new RegExp(said('rights.ticket.remove'), 'u') }),
    call: 'rights.removeTicket',
    text: () => said('rights.ticket.removed'),
  },
  'outage-log': {
    component: LogList,
    props: { logs: [{ id: anId(52), name: 'monitor.csv', rows: 3, at: '2026-11-02T02:00:00Z' }] },
    answers: {},
    button: () => the('button', 'rights.log.remove', { name: 'monitor.csv' }),
    call: 'rights.removeLog',
    text: () => said('rights.log.removed'),
  },
  fact: {
    component: FactsPart,
    props: { view: someRights({ said: [aSaidFact()] }) },
    answers: {},
    button: () => the('button', 'rights.takeBack'),
    call: 'rights.removeCorrection',
    text: () => said('rights.takenBack'),
  },
  invoice: {
    component: InvoiceRecords,
    props: { order: anOrder(), request: anInvoice({ kept: [anInvoiceRecord()] }) },
    answers: {},
    button: () => the('button', 'rights.order.remove'),
    call: 'rights.removeInvoice',
    text: () => said('rights.invoice.removed'),
  },
  letter: {
    component: LetterEditor,
    props: { letterId: anId(21), onremoved: nothing, onstart: nothing },
    answers: {
      'settings.companies': () => [],
      'letters.open': () => aLetter({ title: 'Letter of commitment' }),
      'letters.preview': somePages,
      'letters.printers': () => [],
      'letters.scans': () => [],
    },
    button: () => the('button', 'letters.remove'),
    call: 'letters.remove',
    text: () => said('letters.removed', { title: 'Letter of commitment' }),
  },
  form: {
    component: Letters,
    props: { place: { screen: 'letters' } },
    answers: { 'letters.list': () => ({ templates: [own], letters: [] }) },
    button: () => the('button', 'letters.removeForm', { title: 'Their own form' }),
    call: 'letters.removeForm',
    text: () => said('letters.formRemoved'),
  },
  signatory: {
    component: SignatoryList,
    props: {},
    answers: { 'settings.signatories': () => [aSignatory()], 'settings.companies': () => [aCompany()] },
    button: () => the('button', 'settings.signatories.remove', { name: 'Ada Berg' }),
    call: 'settings.removeSignatory',
    text: () => said('settings.signatories.removed', { name: 'Ada Berg' }),
  },
  holidays: {
    component: HolidayTables,
    props: {},
    answers: {
      'settings.holidays': () => [
        {
          id: anId(71),
          year: 2027,
          from: 'person',
          used: true,
          number: '〔2026〕99号',
          daysOff: [],
          makeUpWorkdays: [],
          differs: [],
        },
      ],
    },
    button: () => the('button', 'settings.holidays.remove', { year: 2027 }),
    call: 'settings.removeHolidays',
    text: () => said('settings.holidays.removed', { year: 2027 }),
  },
  'timestamp-root': {
    component: TimestampList,
    props: {},
    answers: { 'evidence.deposits': () => [], 'evidence.timestamps': () => ({ timestamps: [], roots }) },
    button: () => the('button', 'evidence.distrust'),
    call: 'evidence.distrustRoot',
    text: () => said('evidence.rootRemoved'),
  },
};

async function removing(what: Removable, more: Answers = {}): Promise<Double> {
  const { component, props, answers, button, call } = REMOVALS[what];
  const all = { ...answers, [call]: () => aToken(what), 'library.undo': nothing, ...more } as Answers;
  const main = await given(all);
  render(Toasts);
  render(component as Component<Record<string, unknown>>, props);
  await settled();
  await click(button());
  return main;
}

beforeEach(() => {
  for (const { id } of toasts.all) dismiss(id);
});

describe.each(REMOVABLE)('a removal (%s)', (what) => {
  const { call, text } = REMOVALS[what];
  const shown = (): string => the('status', 'frame.toasts').textContent;

  it('is said with the way back, which asks for it by its token', async () => {
    const main = await removing(what);
    expect(shown()).toContain(text());
    expect(main.inputs('library.undo')).toEqual([]);
    await click(the('button', 'frame.undo'));
    expect(main.inputs('library.undo')).toEqual([aToken(what)]);
    expect(shown()).not.toContain(text());
    expect(shown()).toContain(said('frame.undone'));
  });

  it('is taken back by Ctrl+Z, once', async () => {
    const main = await removing(what);
    await press('z', { ctrl: true });
    await press('z', { ctrl: true });
    expect(main.inputs('library.undo')).toEqual([aToken(what)]);
  });

  it('that is refused is told, and nothing is said to be removed', async () => {
    const main = await removing(what, { [call]: refused() });
    expect(main.inputs(call)).toHaveLength(1);
    if (what === 'letter') expect(refusedHere()).toBe(true);
    else expect(notice.failure).toEqual(aFailure());
    expect(toasts.all).toEqual([]);
  });

  it('that cannot be taken back says why and can be tried again', async () => {
    await removing(what, { 'library.undo': refused() });
    await click(the('button', 'frame.undo'));
    expect(notice.failure).toEqual(aFailure());
    expect(shown()).toContain(text());
    expect(the('button', 'frame.undo')).toBeTruthy();
  });
});
