import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { asWritten, say } from '../../../../src-main/agreement/sentence.ts';
import type { AgendaView } from '../../../../src-main/contract/agenda.ts';
import type { MonthView } from '../../../../src-main/contract/rights.ts';
import type { UndoToken } from '../../../../src-main/contract/undo.ts';
import { OWN_FORM } from '../../../../src-main/features/letters/own-forms.ts';
import { TIMESTAMP_ROOT } from '../../../../src-main/kernel/papers/timestamps.ts';
import { RECORD_KINDS } from '../../../../src-main/record-kinds.ts';
import { repository } from '../../../../src-main/kernel/papers/repository.ts';
import { ENTRY_KINDS } from '../../../../src-main/ledger/entry.ts';
import { COMPANY } from '../../../fixtures/company.ts';
import { AppUnderTest } from '../ports.ts';

let desk: AppUnderTest;
beforeEach(async () => {
  desk = await AppUnderTest.withSamples();
});
afterEach(() => desk.end());

const AT = '2026-11-23T02:00:00.000Z';
const kinds = (count: number): readonly string[] =>
  desk.store.ledger
    .latest(count, 0)
    .map(({ kind }) => kind)
    .toReversed();
const undo = (token: UndoToken) => desk.handlers['library.undo'](token);
const agenda = (): readonly string[] => (desk.handlers['agenda.list']({}) as AgendaView).lines.map(({ id }) => id);

const line = (): string => desk.agreement('跨域专线服务协议').id;
const level = (): string => desk.agreement('服务等级协议').id;
const month = (): MonthView => desk.handlers['rights.month']({ agreementId: level(), month: '2026-10' }) as MonthView;

const ordered = {
  service: '专线',
  number: 'SO-1',
  plan: 'prepaid',
  orderedOn: '2026-11-20',
  amount: '36000',
  invoiceType: 'ordinary',
  note: '',
} as const;
const order = async (): Promise<string> =>
  (await desk.handlers['rights.saveOrder']({ agreementId: line(), order: ordered })).orderId;

const form = (id: string): void =>
  repository(desk.store, OWN_FORM).put(
    {
      id,
      state: 'kept',
      body: {
        fields: [{ key: 'companyName', label: { zh: '公司名称', en: 'Company' }, kind: 'text', required: true }],
        places: [{ id: 'p1', label: '公司名称', field: 'companyName' }],
        title: '登记表',
        format: 'docx',
        file: '登记表.docx',
        sha256: 'a'.repeat(64),
      },
    },
    AT,
  );

describe('what is removed comes back', () => {
  test('an order, with its figures and its dates', async () => {
    const orderId = await order();
    const before = { orders: (await desk.handlers['rights.open']({ agreementId: line() })).orders, agenda: agenda() };
    expect(before.agenda.some((id) => id.startsWith(`order:${orderId}`))).toBe(true);
    const token = await desk.handlers['rights.removeOrder']({ orderId });
    expect((await desk.handlers['rights.open']({ agreementId: line() })).orders).toEqual([]);
    expect(agenda().some((id) => id.startsWith(`order:${orderId}`))).toBe(false);
    await undo(token);
    expect((await desk.handlers['rights.open']({ agreementId: line() })).orders).toEqual(before.orders);
    expect(agenda()).toEqual(before.agenda);
    expect(kinds(2)).toEqual(['order-removed', 'order-restored']);
    expect(desk.store.ledger.head()?.payload).toMatchObject({ paper: orderId, number: 'SO-1' });
  });

  test('an outage, with the minutes it counts', async () => {
    await desk.handlers['rights.pasteOutages']({ agreementId: level(), text: '2026-10-03 09:00,2026-10-03 10:00' });
    const [row] = month().rows;
    const token = await desk.handlers['rights.removeOutage']({ outageId: row!.id });
    expect([month().rows.length, month().level.unavailableMinutes]).toEqual([0, 0]);
    await undo(token);
    expect(month().level.unavailableMinutes).toBe(60);
    expect(kinds(2)).toEqual(['outage-removed', 'outage-restored']);
  });

  test('a letter and the provider’s form it fills in: the form first', async () => {
    const formId = '00000000-0000-4000-8000-000000000001';
    form(formId);
    const templateId = `own-form:${formId}`;
    const letter = await desk.handlers['letters.start']({ templateId });
    const letterGone = await desk.handlers['letters.remove']({ letterId: letter.id });
    const formGone = await desk.handlers['letters.removeForm']({ templateId });
    await expect(undo(letterGone)).rejects.toMatchObject({ code: 'restore-needs' });
    await undo(formGone);
    await undo(letterGone);
    expect(kinds(4)).toEqual(['letter-removed', 'form-removed', 'form-restored', 'letter-restored']);
    const { letters, templates } = await desk.handlers['letters.list']({});
    expect(letters.map(({ id }) => id)).toEqual([letter.id]);
    expect(templates.some(({ id }) => id === templateId)).toBe(true);
  });

  test('a signatory, who may be chosen again', async () => {
    const company = (await desk.handlers['settings.saveCompany']({ company: COMPANY })).id;
    const signatory = { companyId: company, name: '周敏', role: '采购总监', basis: 'post' } as const;
    const { id } = await desk.handlers['settings.saveSignatory']({ signatory });
    const names = async () => (await desk.handlers['settings.signatories']({})).map(({ name }) => name);
    const token = await desk.handlers['settings.removeSignatory']({ id });
    expect(await names()).toEqual([COMPANY.legalRepresentative]);
    await undo(token);
    expect(await names()).toEqual([COMPANY.legalRepresentative, '周敏']);
    expect(kinds(2)).toEqual(['signatory-removed', 'signatory-restored']);
    expect(desk.store.ledger.head()).toMatchObject({ subject: `signatory:${id}`, payload: { company, name: '周敏' } });
  });

  test('a root for timestamps', async () => {
    const id = '00000000-0000-4000-8000-000000000002';
    const body = { subject: 'CN=Root', notAfter: AT, der: '3000' };
    repository(desk.store, TIMESTAMP_ROOT).put({ id, state: 'trusted', body }, AT);
    const token = await desk.handlers['evidence.distrustRoot']({ rootId: id });
    expect((await desk.handlers['evidence.timestamps']({})).roots).toEqual([]);
    await undo(token);
    expect((await desk.handlers['evidence.timestamps']({})).roots).toMatchObject([{ id, subject: 'CN=Root' }]);
    expect(kinds(2)).toEqual(['timestamp-root-removed', 'timestamp-root-restored']);
  });
});

describe('the undoing', () => {
  test('is offered for 30 days in the list of what was removed, and refused after', async () => {
    const orderId = await order();
    const token = await desk.handlers['rights.removeOrder']({ orderId });
    desk.now = new Date('2026-12-23T01:59:00.000Z');
    const [removed, ...more] = await desk.handlers['library.recentlyRemoved']({});
    expect(more).toEqual([]);
    expect(removed).toMatchObject({ token, name: asWritten('专线 SO-1'), until: '2026-12-23T02:00:00.000Z' });
    expect(say(removed!.noun, 'zh')).toBe('订单');
    desk.now = new Date('2026-12-23T02:00:01.000Z');
    expect(await desk.handlers['library.recentlyRemoved']({})).toEqual([]);
    await expect(undo(token)).rejects.toMatchObject({ code: 'removed-long-ago' });
    expect(desk.store.papers.byId(orderId)?.removedAt).toBe(token.removedAt);
  });

  test('undoes one removal: neither twice nor a later one', async () => {
    const orderId = await order();
    const token = await desk.handlers['rights.removeOrder']({ orderId });
    await undo(token);
    await expect(undo(token)).rejects.toMatchObject({ code: 'not-removed' });
    desk.now = new Date('2026-11-23T03:00:00.000Z');
    await desk.handlers['rights.removeOrder']({ orderId });
    await expect(undo(token)).rejects.toMatchObject({ code: 'not-removed' });
    await expect(undo({ ...token, what: 'letter' })).rejects.toMatchObject({ code: 'not-found' });
  });

  test('and every removal has words of its own in the ledger', () => {
    const removals = RECORD_KINDS.papers.flatMap(({ removal }) => (removal ? [removal.entries] : []));
    expect(new Set(removals.flatMap(Object.values)).size).toBe(22);
    for (const { removed, restored } of removals) {
      expect(say(ENTRY_KINDS[removed], 'zh')).toMatch(/移除$/u);
      expect(say(ENTRY_KINDS[restored], 'zh')).toMatch(/恢复$/u);
    }
  });
});
