import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Refusal } from '../../../../src-main/agreement/refusal.ts';
import { say } from '../../../../src-main/agreement/sentence.ts';
import type { InvoiceView, ObligationsView } from '../../../../src-main/contract/rights.ts';
import type { InvoiceFile, InvoiceInput } from '../../../../src-main/contract/rights/invoices.ts';
import { sha256Hex } from '../../../../src-main/ledger/node-digest.ts';
import { COMPANY } from '../../../fixtures/company.ts';
import { INVOICE, invoiceOfd, invoiceXml } from '../../../fixtures/electronic-invoice.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

let app: AppUnderTest;
let agreementId: string;
let orderId: string;
const MONTH = '2026-09';

beforeEach(async () => {
  app = await AppUnderTest.withSamples();
  agreementId = app.agreement('跨域专线服务协议').id;
  await app.handlers['settings.saveCompany']({ company: COMPANY });
  const order = {
    ...{ service: '专线', number: 'SO-1', orderedOn: '2026-09-25', amount: '36000', note: '' },
    plan: 'prepaid',
    invoiceType: 'special',
  } as const;
  ({ orderId } = await app.handlers['rights.saveOrder']({ agreementId, order }));
  app.now = new Date('2026-11-10T02:00:00.000Z');
});
afterEach(() => app.end());

const request = (): InvoiceView => {
  const [view] = (app.handlers['rights.open']({ agreementId }) as ObligationsView).orders[0]?.invoices ?? [];
  if (!view) throw new Error('no request');
  return view;
};
const came = () => {
  const [invoice] = request().kept;
  if (!invoice) throw new Error('no invoice');
  return invoice;
};
const choose = async (...files: readonly { readonly name: string; readonly bytes: Uint8Array }[]) => {
  app.chosen = [...files];
  return app.handlers['rights.chooseInvoiceFiles']({});
};
const said = ([file]: readonly InvoiceFile[]): InvoiceInput => {
  const { rates = [], red: _red, ...read } = file?.read ?? {};
  const empty = { kind: 'electronic-special', number: '', code: '', issuedOn: '', buyer: '', buyerNumber: '' } as const;
  return { ...empty, seller: '', sellerNumber: '', net: '', tax: '', total: '', ...read, rate: rates.join(', ') };
};
const keep = (files: readonly InvoiceFile[], more: Partial<InvoiceInput> = {}, invoiceId?: string) =>
  app.handlers['rights.keepInvoice']({
    ...{ orderId, month: MONTH, invoice: { ...said(files), ...more }, files: files.map(({ sha256 }) => sha256) },
    ...(invoiceId === undefined ? {} : { invoiceId }),
  });
const kept = async (more: Partial<InvoiceInput> = {}): Promise<string> =>
  (await keep(await choose({ name: '发票.xml', bytes: invoiceXml() }), more)).invoiceId;
const refusal = async (work: () => unknown): Promise<string> => {
  try {
    await work();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'not refused';
};
const words = (): readonly string[] => came().differences.map(({ text }) => say(text, 'zh'));
const agenda = async () => (await app.handlers['agenda.list']({})).lines.filter(({ kind }) => kind === 'red-letter');

describe('an invoice that came', () => {
  test('is kept with its files, byte for byte, in one entry, and is what was asked for', async () => {
    const files = await choose(
      { name: '发票.xml', bytes: invoiceXml() },
      { name: '发票.ofd', bytes: invoiceOfd() },
      { name: '照片.png', bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1]) },
    );
    expect(files.map(({ read, unread }) => [read?.number, unread === undefined])).toEqual([
      [INVOICE.number, true],
      [INVOICE.number, true],
      [undefined, false],
    ]);
    await keep(files);
    const { seller: _, ...ours } = came();
    expect(ours).toMatchObject({ number: INVOICE.number, issuedOn: INVOICE.on, total: '36000.00', rates: ['6%'] });
    expect(request()).toMatchObject({ state: 'received', since: { received: '2026-11-10' } });
    const [entry] = app.store.ledger.latest(1, 0);
    expect(entry).toMatchObject({ kind: 'invoice-kept', subject: `agreement:${agreementId}` });
    expect(JSON.stringify(entry?.payload)).toContain(sha256Hex(invoiceXml()));
    expect(new Uint8Array(app.store.attachments.bytes(sha256Hex(invoiceOfd())) ?? [])).toEqual(invoiceOfd());
    await app.handlers['rights.saveInvoiceFile']({ invoiceId: came().id, sha256: sha256Hex(invoiceXml()) });
    expect(app.saved.at(-1)).toEqual({ name: '发票.xml', bytes: invoiceXml() });
  });

  test('differs by name where it is not what was asked for, and where its files say something else', async () => {
    const other = { buyer: '别家示例公司', kind: '普通发票', total: '35000.00' } as const;
    const files = await choose({ name: '甲.xml', bytes: invoiceXml(other) });
    await keep(files, { number: '26332000000099999999' });
    const all = words().join('');
    expect(all).toContain('购买方名称是“别家示例公司”，应为“示例远航科技有限公司”');
    expect(all).toContain('索取的是增值税专用发票');
    expect(all).toContain('价税合计 35,000.00 元，订单金额 36,000.00 元');
    expect(all).toContain('不等于价税合计');
    expect(all).toContain(`文件“甲.xml”的发票号码是“${INVOICE.number}”，这里记的是“26332000000099999999”`);
  });

  test('with a number, a day or a buyer that cannot be is refused at its field', async () => {
    const files = await choose({ name: '发票.xml', bytes: invoiceXml() });
    const field = async (more: Partial<InvoiceInput>): Promise<string | undefined> => {
      try {
        await keep(files, more);
      } catch (error) {
        if (error instanceof Refusal) return `${error.code} ${error.field ?? ''}`;
        throw error;
      }
      return 'kept';
    };
    expect(await field({ number: '2633200000001234567' })).toBe('invoice-number invoice.number');
    expect(await field({ kind: 'former-electronic', number: '12345678' })).toBe('invoice-number invoice.code');
    expect(await field({ issuedOn: '2026-11-11' })).toBe('invoice-future invoice.issuedOn');
    // The number of the former tax registration: no invoice is issued to it any more.
    expect(await field({ buyerNumber: '330106744912345' })).toBe('invoice-buyer invoice.buyerNumber');
    expect(await field({ buyerNumber: '91330106MA2CFLDG4A' })).toBe('invoice-buyer invoice.buyerNumber');
    expect(await field({ total: '很多' })).toBe('bad-amount invoice.total');
    expect(request().kept).toEqual([]);
  });

  test('is changed in place, removed with its way back, and keeps its order from being removed', async () => {
    const id = await kept();
    const files = came().files;
    await keep(files, { rate: '9%' }, id);
    expect(request().kept).toHaveLength(1);
    expect(words()).toEqual([
      '发票税率 9%，协议写 6%。税率以开票时的法定税率为准，请向开票方核实。',
      '文件“发票.xml”的税率是“6%”，这里记的是“9%”。',
    ]);
    expect(await refusal(() => app.handlers['rights.removeOrder']({ orderId }))).toBe('order-invoiced');
    const token = await app.handlers['rights.removeInvoice']({ invoiceId: id });
    expect(request()).toMatchObject({ kept: [], state: 'none' });
    await app.handlers['library.undo'](token);
    expect(came().rates).toEqual(['9%']);
    expect(app.store.ledger.latest(2, 0).map(({ kind }) => kind)).toEqual(['invoice-restored', 'invoice-removed']);
  });

  test('of two buyers each must use and pay; the same number is noticed', async () => {
    await kept({ net: '', tax: '', total: '18000.00' });
    await kept({ number: '26332000000012345679', buyer: '示例远航物流有限公司', net: '', tax: '', total: '18000.00' });
    expect(words().join('')).toContain('购买方只能是实际使用并付款的单位');
    expect(words().join('')).not.toContain('订单金额');
    await kept({ net: '', tax: '', total: '18000.00' });
    expect(words().join('')).toContain('请核对是否重复入账');
  });
});

describe('what it was used for', () => {
  test('is stated with its day, changed, and taken back', async () => {
    const invoiceId = await kept();
    const use = (how: 'deducted' | 'booked', on: string) =>
      app.handlers['rights.sayInvoiceUse']({ invoiceId, use: { how, on } });
    expect(await refusal(() => use('deducted', '2026-11-11'))).toBe('invoice-future');
    expect(await refusal(() => use('deducted', '2026-10-11'))).toBe('invoice-before-issue');
    await use('deducted', '2026-11-05');
    expect(came().use).toEqual({ how: 'deducted', on: '2026-11-05' });
    expect(
      came()
        .redNotes.map((note) => say(note, 'zh'))
        .join(''),
    ).toContain('进项税额暂按确认单所列税额转出');
    await app.handlers['rights.sayInvoiceUse']({ invoiceId });
    expect(came()).not.toHaveProperty('use');
    expect(
      came()
        .redNotes.map((note) => say(note, 'zh'))
        .join(''),
    ).toContain('由开票方直接开具红字发票');
  });
});

describe('taking it back', () => {
  const tell = (invoiceId: string, red: Parameters<(typeof app.handlers)['rights.tellRedLetter']>[0]['red']) =>
    app.handlers['rights.tellRedLetter']({ invoiceId, red });
  const raised = { move: 'raised', by: 'seller', form: 'HZ-1', reason: '开票有误' } as const;
  const issued = { move: 'issued', number: '26332000000012340000', on: '2026-11-09', reason: '', files: [] } as const;

  test('neither used nor booked, the seller issues the red letter alone', async () => {
    const invoiceId = await kept();
    await tell(invoiceId, { ...issued, reason: '开票有误' });
    expect(came().red).toMatchObject({ state: 'issued', issued: { number: issued.number, on: '2026-11-09' } });
    expect(await refusal(() => tell(invoiceId, { ...raised, at: '2026-11-09T10:00' }))).toBe('red-issued');
    await app.handlers['rights.undoRedLetter']({ invoiceId });
    expect(came()).not.toHaveProperty('red');
  });

  test('used, it needs a form that is confirmed within 72 hours; the agenda has its last minute', async () => {
    const invoiceId = await kept();
    await app.handlers['rights.sayInvoiceUse']({ invoiceId, use: { how: 'deducted', on: '2026-11-05' } });
    expect(await refusal(() => tell(invoiceId, issued))).toBe('red-unconfirmed');
    expect(await refusal(() => tell(invoiceId, { move: 'confirmed', at: '2026-11-09T10:00' }))).toBe('red-not-raised');
    expect(await refusal(() => tell(invoiceId, { ...raised, at: '2026-11-10T10:01' }))).toBe('invoice-future');
    await tell(invoiceId, { ...raised, at: '2026-11-09T16:30' });
    expect(came().red).toMatchObject({ state: 'raised', voidFrom: '2026-11-12T08:30:00.000Z' });
    expect(await agenda()).toMatchObject([{ date: '2026-11-12', hour: '16:30', state: 'ahead' }]);
    expect(await refusal(() => tell(invoiceId, { ...raised, at: '2026-11-09T17:00' }))).toBe('red-under-way');
    // The hours pass: it is void without anybody's word, and an answer afterwards is none.
    app.now = new Date('2026-11-12T08:30:00.000Z');
    expect(came().red?.state).toBe('lapsed');
    expect(await refusal(() => tell(invoiceId, { move: 'confirmed', at: '2026-11-12T16:30' }))).toBe('red-lapsed');
    // One that came in time and is told late counts.
    await tell(invoiceId, { move: 'confirmed', at: '2026-11-12T16:29' });
    expect(came().red).toMatchObject({ state: 'confirmed', form: 'HZ-1' });
    expect(await agenda()).toMatchObject([{ state: 'done' }]);
    const files = await choose({ name: '红字.xml', bytes: invoiceXml({ number: issued.number }) });
    await tell(invoiceId, { ...issued, on: '2026-11-12', files: files.map(({ sha256 }) => sha256) });
    expect(came().red).toMatchObject({ state: 'issued', reason: '开票有误' });
    const [entry] = app.store.ledger.latest(1, 0);
    expect(entry?.kind).toBe('red-letter-told');
    expect(JSON.stringify(entry?.payload)).toContain(files[0]?.sha256);
    // It is in the record, can be saved again, and is held against what it took back: here it is no red one.
    expect(came().red?.issued?.files?.map(({ name, read }) => [name, read?.number])).toEqual([
      ['红字.xml', issued.number],
    ]);
    await app.handlers['rights.saveInvoiceFile']({ invoiceId, sha256: files[0]?.sha256 ?? '' });
    expect(app.saved.at(-1)?.name).toBe('红字.xml');
    expect(words().join('')).toContain('文件“红字.xml”不是红字发票');
  });

  test('the red-letter invoice is not before the confirmation of its form, and has a number of its own', async () => {
    const invoiceId = await kept();
    await tell(invoiceId, { ...raised, at: '2026-11-09T16:30' });
    await tell(invoiceId, { move: 'confirmed', at: '2026-11-09T17:30' });
    expect(await refusal(() => tell(invoiceId, { ...issued, on: '2026-11-08' }))).toBe('red-before-confirmed');
    expect(await refusal(() => tell(invoiceId, { ...issued, number: INVOICE.number }))).toBe('red-number-own');
    await kept({ number: '26332000000012340009' });
    expect(await refusal(() => tell(invoiceId, { ...issued, number: '26332000000012340009' }))).toBe(
      'red-number-taken',
    );
    await tell(invoiceId, issued);
    const other = request().kept.find(({ id }) => id !== invoiceId)?.id ?? '';
    expect(await refusal(() => tell(other, { ...issued, reason: '开票有误' }))).toBe('red-number-taken');
  });

  test('a form that was refused or is void leaves the invoice as it was: its use can be stated', async () => {
    const invoiceId = await kept();
    const use = { how: 'deducted', on: '2026-11-10' } as const;
    await tell(invoiceId, { ...raised, at: '2026-11-09T16:30' });
    expect(await refusal(() => app.handlers['rights.sayInvoiceUse']({ invoiceId, use }))).toBe('invoice-red');
    app.now = new Date('2026-11-12T08:30:00.000Z');
    await app.handlers['rights.sayInvoiceUse']({ invoiceId, use });
    expect(came().use).toEqual(use);
    // From then on the seller cannot issue by itself.
    expect(await refusal(() => tell(invoiceId, issued))).toBe('red-unconfirmed');
  });

  test('what was told of an invoice holds its later changes', async () => {
    const invoiceId = await kept();
    const { files } = came();
    await app.handlers['rights.sayInvoiceUse']({ invoiceId, use: { how: 'booked', on: '2026-10-20' } });
    expect(await refusal(() => keep(files, { issuedOn: '2026-10-21' }, invoiceId))).toBe('invoice-after-its-use');
    await app.handlers['rights.sayInvoiceUse']({ invoiceId });
    await tell(invoiceId, { ...issued, reason: '开票有误' });
    expect(await refusal(() => keep(files, { total: '1.00', net: '', tax: '' }, invoiceId))).toBe('invoice-reversed');
    expect(await refusal(() => keep([], said(files), invoiceId))).toBe('invoice-reversed');
    const more = await choose({ name: '发票.ofd', bytes: invoiceOfd() });
    await keep([...files, ...more], said(files), invoiceId);
    expect(came().files.map(({ name }) => name)).toEqual(['发票.xml', '发票.ofd']);
    await app.handlers['rights.undoRedLetter']({ invoiceId });
    await tell(invoiceId, { ...raised, at: '2026-11-09T16:30' });
    expect(await refusal(() => keep(files, { issuedOn: '2026-11-10' }, invoiceId))).toBe('invoice-after-its-use');
  });

  test('an invoice stays with its request', async () => {
    const invoiceId = await kept();
    const { files } = came();
    const order = {
      ...{ service: '云主机', number: 'SO-2', orderedOn: '2026-09-26', amount: '1', note: '' },
      plan: 'prepaid',
      invoiceType: 'special',
    } as const;
    const { orderId: other } = await app.handlers['rights.saveOrder']({ agreementId, order });
    const moved = { orderId: other, month: MONTH, invoiceId, invoice: said(files), files: [] };
    expect(await refusal(() => app.handlers['rights.keepInvoice'](moved))).not.toBe('not refused');
  });

  test('a form that was refused or is void can be raised anew; the use cannot change meanwhile', async () => {
    const invoiceId = await kept();
    await app.handlers['rights.sayInvoiceUse']({ invoiceId, use: { how: 'booked', on: '2026-11-05' } });
    await tell(invoiceId, { ...raised, at: '2026-11-09T16:30' });
    expect(await refusal(() => app.handlers['rights.sayInvoiceUse']({ invoiceId }))).toBe('invoice-red');
    await tell(invoiceId, { move: 'refused', at: '2026-11-09T17:30' });
    await tell(invoiceId, { ...raised, by: 'us', at: '2026-11-09T18:00' });
    expect(came().red).toMatchObject({ state: 'raised', by: 'us' });
    await app.handlers['rights.undoRedLetter']({ invoiceId });
    expect(came().red?.state).toBe('refused');
  });
});
