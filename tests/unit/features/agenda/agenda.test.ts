import type { MonthView } from '../../../../src-main/contract/rights.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { words } from '../../../../src-main/agreement/sentence.ts';
import { Refusal } from '../../../../src-main/agreement/refusal.ts';
import type { AgendaLine, AgendaView } from '../../../../src-main/contract/agenda.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

let desk: AppUnderTest;

beforeEach(async () => {
  desk = await AppUnderTest.withSamples();
});
afterEach(() => desk.end());

const view = (): AgendaView => desk.handlers['agenda.list']({}) as AgendaView;
const line = (kind: AgendaLine['kind']): AgendaLine | undefined => view().lines.find((each) => each.kind === kind);

async function order(): Promise<string> {
  const { orderId } = await desk.handlers['rights.saveOrder']({
    agreementId: desk.agreement('跨域专线服务协议').id,
    order: {
      service: '专线',
      number: '',
      plan: 'prepaid',
      orderedOn: '2026-11-20',
      amount: '100',
      settlementDay: '2026-09-01',
      invoiceType: 'special',
      note: '核对余额',
      remindOn: '2026-11-25',
    },
  });
  return orderId;
}

describe('the agenda', () => {
  test('without a date nothing is due; what an order, an outage and a company put on it comes overdue first', async () => {
    expect(view()).toMatchObject({ open: 0, overdue: 0 });
    await order();
    const { overdue, lines: all } = view();
    const lines = all.filter(({ state }) => state !== 'open');
    expect(lines.map(({ kind, state, date }) => [kind, state, date])).toEqual([
      ['overdue', 'overdue', '2026-10-11'],
      ['termination', 'overdue', '2026-10-12'],
      ['own-note', 'ahead', '2026-11-25'],
      ['payment', 'ahead', '2026-11-30'],
      ['invoice-issue', 'ahead', '2026-12-12'],
    ]);
    expect(overdue).toBe(2);
    expect(lines[0]).toMatchObject({ place: { screen: 'rights', part: 'orders' } });
  });

  test('a claim that opened is not late but can be made now; drafted, it stays open; sent, it is done; closed, that it opened is gone', async () => {
    const { id: agreementId, versions } = desk.agreement('服务等级协议');
    desk.conclude(versions[0] ?? '');
    await desk.handlers['rights.pasteOutages']({ agreementId, text: '2026-10-03 09:00,2026-10-03 19:00' });
    expect(line('claim-opens')).toMatchObject({ state: 'now', date: '2026-11-10' });
    // Without a table for 2027 the last day may move: the agenda keeps the day that is safe in any case.
    expect(line('claim-closes')).toMatchObject({ state: 'ahead', date: '2027-01-31' });
    await desk.handlers['rights.setMonthFee']({ agreementId, month: '2026-10', fee: { fee: '1000' } });
    await desk.handlers['rights.claim']({ agreementId, month: '2026-10' });
    expect(line('claim-closes')).toMatchObject({ state: 'ahead', date: '2027-01-31' });
    expect(line('claim-opens')).toMatchObject({ state: 'now' });
    const { claim } = desk.handlers['rights.month']({ agreementId, month: '2026-10' }) as MonthView;
    const sent = { origin: claim!.origin, state: 'sent', on: '2026-11-23', channel: 'ticket', by: '李航' } as const;
    await desk.handlers['letters.takeCaseStep'](sent);
    expect(line('claim-closes')).toMatchObject({ state: 'done', done: { by: 'record', on: '2026-11-23' } });
    expect(line('claim-opens')).toMatchObject({ state: 'done' });
    await desk.handlers['rights.pasteOutages']({ agreementId, text: '2026-05-03 09:00,2026-05-03 19:00' });
    const may = view().lines.filter(({ id }) => id.includes('2026-05'));
    expect(may.map(({ kind, state }) => [kind, state])).toEqual([['claim-closes', 'overdue']]);
  });

  test('payment and the steps of an invoice are done by their own records', async () => {
    const orderId = await order();
    await desk.handlers['rights.setInvoiceState']({ orderId, month: '2026-11', state: 'received', on: '2026-11-22' });
    expect(line('invoice-issue')).toMatchObject({ state: 'done', done: { on: '2026-11-22', by: 'record' } });
  });

  test('putting off hides until the day, with its reason; a day not after today is refused', async () => {
    await order();
    const itemId = line('own-note')?.id ?? '';
    await desk.handlers['agenda.snooze']({ itemId, until: '2026-11-24', reason: '等对账' });
    expect(line('own-note')).toMatchObject({ state: 'snoozed', snoozed: { reason: '等对账' } });
    desk.now = new Date('2026-11-24T01:00:00Z');
    expect(line('own-note')).toMatchObject({ state: 'ahead' });
    expect(() => desk.handlers['agenda.snooze']({ itemId, until: '2026-11-24', reason: '再等' })).toThrow(Refusal);
  });

  test('what is due today is not put off; what was put off before it was done is so again when that is taken back', async () => {
    await order();
    const itemId = line('own-note')?.id ?? '';
    await desk.handlers['agenda.snooze']({ itemId, until: '2026-11-24', reason: '等对账' });
    await desk.handlers['agenda.done']({ itemId, on: '2026-11-23', note: '', file: false });
    expect(line('own-note')).toMatchObject({ state: 'done' });
    await desk.handlers['agenda.reopen']({ itemId });
    expect(line('own-note')).toMatchObject({ state: 'snoozed', snoozed: { until: '2026-11-24', reason: '等对账' } });
    await desk.handlers['agenda.reopen']({ itemId });
    expect(line('own-note')).toMatchObject({ state: 'ahead' });
    desk.now = new Date('2026-11-25T01:00:00Z');
    expect(line('own-note')).toMatchObject({ state: 'today' });
    const entries = desk.store.ledger.count();
    expect(() => desk.handlers['agenda.snooze']({ itemId, until: '2026-11-30', reason: '再等' })).toThrow(
      expect.objectContaining({ code: 'snooze-today' }),
    );
    expect(desk.store.ledger.count()).toBe(entries);
  });

  test('done keeps note and evidence, stands in the ledger, and can be taken back; a closed dialog writes nothing', async () => {
    await order();
    const itemId = line('payment')?.id ?? '';
    const done = { itemId, on: '2026-11-23', note: '网银', file: true };
    expect(await desk.handlers['agenda.done'](done)).toEqual({ done: false });
    expect(line('payment')?.state).toBe('ahead');
    desk.chosen = [{ name: '回单.pdf', bytes: new Uint8Array([1]) }];
    expect(await desk.handlers['agenda.done'](done)).toEqual({ done: true });
    expect(line('payment')).toMatchObject({ state: 'done', done: { note: '网银', file: '回单.pdf', by: 'person' } });
    await desk.handlers['agenda.reopen']({ itemId });
    expect(line('payment')?.state).toBe('ahead');
    const entries = desk.store.ledger.ofSubject(`agenda:${itemId}`);
    expect(entries.map(({ kind }) => kind)).toEqual(['agenda-done', 'agenda-reopened']);
    // In both languages: whoever reads the ledger in the other one reads what it was called there.
    const called = words(line('payment')!.title);
    expect(called.en).not.toBe(called.zh);
    for (const { payload } of entries) expect(payload).toMatchObject({ title: called });
  });

  test('the calendar file holds the asked items that have a date', async () => {
    await order();
    const items = view().lines.map(({ id }) => id);
    expect(await desk.handlers['agenda.calendar']({ items, language: 'zh' })).toEqual({
      fileName: '签阅待办 2026-11-23.ics',
      leftOut: 0,
    });
    const text = new TextDecoder().decode(desk.saved[0]?.bytes);
    const dated = view().lines.filter(({ date }) => date !== undefined);
    expect(text.match(/BEGIN:VEVENT/gu)).toHaveLength(dated.length);
    expect(text).toContain('DTSTART;VALUE=DATE:20261130');
  });

  test('contacts that were never confirmed are due today, confirmed ones half a year later', async () => {
    const company = {
      name: '示例远航科技有限公司',
      creditCode: '91330106MA2CFLDG4R',
      address: '示例市',
      legalRepresentative: '陈远',
      contact: '李航',
      phone: '0571-88880000',
      email: '',
      bank: '',
      bankAccount: '',
      signatory: '',
      signatoryRole: '',
    };
    const saved = await desk.handlers['settings.saveCompany']({ company });
    expect(line('contact-confirmation')).toMatchObject({ state: 'today', closable: true });
    const done = (on: string) =>
      desk.handlers['agenda.done']({
        itemId: line('contact-confirmation')?.id ?? '',
        on,
        note: '已电话核对',
        file: false,
      });
    // Done is the confirmation itself: it is asked for again half a year later, and again after that.
    expect(await done('2026-08-31')).toEqual({ done: true });
    expect(line('contact-confirmation')).toMatchObject({ state: 'ahead', date: '2027-02-28' });
    const [last] = desk.store.ledger.ofSubject(`company:${saved.id}`).slice(-1);
    expect(last?.payload).toMatchObject({ contactsConfirmedOn: '2026-08-31', note: '已电话核对' });
    await done('2026-11-01');
    expect(line('contact-confirmation')).toMatchObject({ state: 'ahead', date: '2027-05-01' });
    await desk.handlers['settings.confirmContacts']({ id: saved.id, on: '2026-11-02' });
    expect(line('contact-confirmation')).toMatchObject({ state: 'ahead', date: '2027-05-02' });
  });
});
