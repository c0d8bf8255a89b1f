import { describe, expect, test } from 'vitest';
import { say } from '../../../../src-main/agreement/sentence.ts';
import {
  INVOICE_DIFFERENCES,
  invoiceDifferences,
  invoiceKey,
  type InvoiceAsked,
  type InvoiceSaid,
  readDifferences,
  redReadDifferences,
  restAfter,
} from '../../../../src-main/term/invoice/compare-invoice.ts';
import { invoiceNumberFault, plainDigits, yearOfNumber } from '../../../../src-main/term/invoice/invoice-kind.ts';
import { redStateAt, voidFrom } from '../../../../src-main/term/invoice/red-letter.ts';

describe('the number of an invoice', () => {
  const twenty = '26332000000012345678';

  test('has 20 digits and no code where it is electronic', () => {
    expect(invoiceNumberFault('electronic-special', twenty, '')).toBeUndefined();
    expect(invoiceNumberFault('electronic-ordinary', twenty.slice(1), '')).toBe('number-20');
    expect(invoiceNumberFault('electronic-ordinary', `${twenty.slice(1)}A`, '')).toBe('number-20');
    expect(invoiceNumberFault('electronic-special', '12345678', '033002200111')).toBe('number-20');
    expect(invoiceNumberFault('electronic-special', twenty, '033002200111')).toBe('code-needless');
  });

  test('has 8 and a code of 10 or 12 in the former kinds; a printed electronic one its 20', () => {
    expect(invoiceNumberFault('former-electronic', '12345678', '033002200111')).toBeUndefined();
    expect(invoiceNumberFault('paper-special', '12345678', '3300221130')).toBeUndefined();
    expect(invoiceNumberFault('paper-special', twenty, '')).toBeUndefined();
    expect(invoiceNumberFault('paper-special', '1234567', '')).toBe('number-8-or-20');
    expect(invoiceNumberFault('former-electronic', twenty, '')).toBe('number-8');
    expect(invoiceNumberFault('former-electronic', '12345678', '')).toBe('code-10-or-12');
    expect(invoiceNumberFault('paper-ordinary', '12345678', '33002211301')).toBe('code-10-or-12');
  });

  test('is taken as it is pasted, and bears its year', () => {
    expect(plainDigits('２６３３ 2000-0000 1234 5678')).toBe(twenty);
    expect(yearOfNumber(twenty)).toBe(2026);
    expect(yearOfNumber('12345678')).toBeUndefined();
  });
});

const SAID: InvoiceSaid = {
  kind: 'electronic-special',
  number: '26332000000012345678',
  code: '',
  issuedOn: '2026-10-12',
  buyer: '示例远航科技有限公司',
  buyerNumber: '91330106MA2CFLDG4R',
  seller: '示例联讯通信有限公司',
  sellerNumber: '91330100MA27X1Y73E',
  net: '33962.26',
  tax: '2037.74',
  total: '36000.00',
  rates: ['6%'],
};
const ASKED: InvoiceAsked = {
  type: 'special',
  buyer: { name: '示例远航科技有限公司', taxNumber: '91330106MA2CFLDG4R' },
  seller: '示例联讯通信有限公司',
  amount: '36000.00',
  rate: 6,
  others: [],
  elsewhere: new Set(),
};

describe('an invoice against its request', () => {
  const found = (said: Partial<InvoiceSaid>, asked: Partial<InvoiceAsked> = {}) =>
    invoiceDifferences({ ...SAID, ...said }, { ...ASKED, ...asked });
  const names = (...given: Parameters<typeof found>) => found(...given).map(({ name }) => name);

  test('as it was asked for differs in nothing', () => {
    expect(found({})).toEqual([]);
    expect(found({ buyer: '示例远航科技有限公司 ', seller: '示例联讯通信有限公司' })).toEqual([]);
    // What nobody knows is held against nothing.
    expect(invoiceDifferences(SAID, { type: 'special', amount: '', others: [], elsewhere: new Set() })).toEqual([]);
  });

  test('every difference is named', () => {
    const all = [
      ...names({ kind: 'electronic-ordinary' }),
      ...names({ buyer: '别家公司' }),
      ...names({ buyerNumber: '91330100MA27X1Y73E' }),
      ...names({ seller: '别家公司' }),
      ...names({ total: '35000.00', net: '32962.26' }),
      ...names({ tax: '2037.75' }),
      ...names({ issuedOn: '2025-10-12' }),
      ...names({}, { elsewhere: new Set([invoiceKey(SAID)]) }),
      ...names({ net: '-33962.26', tax: '-2037.74', total: '-36000.00' }, { amount: '-36000.00' }),
      ...names({ rates: ['9%'] }),
    ];
    expect(all).toEqual([...INVOICE_DIFFERENCES]);
  });

  test('in both languages with what stands there and what should', () => {
    const [amount] = found({ total: '35000.00', net: '32962.26' });
    expect(say(amount!.text, 'zh')).toBe('价税合计 35,000.00 元，订单金额 36,000.00 元。');
    expect(say(amount!.text, 'en')).toBe('The total is CNY 35,000.00; the order is for CNY 36,000.00.');
  });

  test('another rate is to be known, and no fault: the statutory one counts', () => {
    const [rate] = found({ rates: ['9%'] });
    expect(rate?.note).toBe(true);
    expect(say(rate!.text, 'zh')).toContain('税率以开票时的法定税率为准');
  });

  test('several invoices together are the charge; one taken back counts as nothing', () => {
    const half = { net: '16981.13', tax: '1018.87', total: '18000.00' };
    const other = { total: '18000.00', number: '26332000000099999999', code: '' };
    const takenBackBy = ['26332000000099999000'];
    expect(found(half, { others: [other] })).toEqual([]);
    expect(names(half, { others: [{ ...other, takenBackBy }] })).toEqual(['amount']);
    expect(names(half, { others: [{ ...other, number: SAID.number }] })).toEqual(['twice']);
  });

  test('the rest goes on counting towards the charge, its own and that of another invoice', () => {
    expect(names({ total: '36000.00' }, { rest: '18000.00' })).toEqual(['amount']);
    const other = {
      number: '26332000000012340007',
      code: '',
      total: '36000.00',
      takenBackBy: ['26332000000012340002'],
    };
    expect(names({ net: '', tax: '', total: '18000.00' }, { others: [{ ...other, rest: '18000.00' }] })).toEqual([]);
    expect(names({ net: '', tax: '', total: '18000.00' }, { others: [other] })).toEqual(['amount']);
  });

  test('a red-letter invoice that is kept beside the one it took back is counted with it: as nothing', () => {
    const blue = { total: '36000.00', number: '26332000000012340001', code: '', takenBackBy: ['26332000000012340002'] };
    const red = { total: '-36000.00', number: '26332000000012340002', code: '' };
    expect(names({}, { others: [blue, red] })).toEqual([]);
    expect(names({ ...red, net: '', tax: '' }, { others: [blue] })).toEqual(['negative']);
    // One that took nothing back here still counts.
    expect(names({}, { others: [red] })).toEqual(['amount']);
  });

  test('a red letter is what it is, whatever sign its total was told with', () => {
    const blue = { total: '36000.00', number: '26332000000012340001', code: '', takenBackBy: ['26332000000012340002'] };
    const red = { total: '36000.00', number: '26332000000012340002', code: '' };
    expect(names({}, { others: [blue, red] })).toEqual([]);
    expect(restAfter('36000.00', '18000.00')).toBe('18000.00');
    expect(restAfter('36000.00', '36000.00')).toBeUndefined();
  });

  test('the same number of 8 digits under another code is another invoice', () => {
    const former = { kind: 'former-electronic', number: '87654321', code: '033002200113' } as const;
    const other = { total: '0.00', number: '87654321', code: '033002200114' };
    expect(names(former, { others: [other], elsewhere: new Set(['033002200115 87654321']) })).toEqual([]);
    expect(names(former, { others: [{ ...other, code: former.code }] })).toEqual(['twice']);
    expect(names(former, { elsewhere: new Set([invoiceKey(former)]) })).toEqual(['twice']);
  });

  test('what a file says otherwise than is kept is named with the file', () => {
    const [differs, ...more] = readDifferences(SAID, { number: '26332000000012345679', total: '36000.00' }, 'a.ofd');
    expect(more).toEqual([]);
    expect(say(differs!.text, 'zh')).toBe(
      '文件“a.ofd”的发票号码是“26332000000012345679”，这里记的是“26332000000012345678”。',
    );
    expect(say(differs!.text, 'en')).toContain('In “a.ofd” the invoice number is');
  });

  test('so are another kind, code and rate in a file, and that it is a red-letter one', () => {
    const told = (said: Partial<InvoiceSaid>, read: Parameters<typeof readDifferences>[1]) =>
      readDifferences({ ...SAID, ...said }, read, 'a.xml').map(({ text }) => say(text, 'zh'));
    expect(told({}, { kind: 'electronic-ordinary', rates: ['13%'], red: true })).toEqual([
      expect.stringContaining('发票种类是“'),
      '文件“a.xml”的税率是“13%”，这里记的是“6%”。',
      '文件“a.xml”是一张红字发票，这里记的是蓝字发票。',
    ]);
    expect(told({ code: '033002200113' }, { code: '033002200114' })).toHaveLength(1);
    // A print of an electronic invoice is of the same kind, rates have no order, and a red one is kept as one.
    expect(told({ kind: 'paper-special' }, { kind: 'electronic-special' })).toEqual([]);
    expect(told({ rates: ['6%', '13%'] }, { rates: ['13%', '6%'] })).toEqual([]);
    expect(told({ total: '-1.00' }, { red: true, total: '-1.00' })).toEqual([]);
  });

  test('the file of a red-letter invoice is held against what was told of it and what it takes back', () => {
    const issued = { number: '26332000000012340002', on: '2026-11-09' };
    const told = (read: Parameters<typeof redReadDifferences>[2]) =>
      redReadDifferences(SAID, issued, read, 'r.xml').map(({ text }) => say(text, 'en'));
    expect(told({ number: issued.number, issuedOn: issued.on, total: '-36000.00', red: true })).toEqual([]);
    expect(told({ number: SAID.number })).toEqual([expect.stringContaining('the invoice number is')]);
    expect(told({ total: '36000.00' })).toEqual([expect.stringContaining('is no red-letter invoice')]);
    expect(told({ total: '-36000.01', red: true })).toEqual([expect.stringContaining('more than the invoice’s')]);
  });
});

describe('a red letter over a part of an invoice', () => {
  const issued = { number: '26332000000012340002', on: '2026-11-09' };

  test('is no difference but told as a part, with what is left', () => {
    const [told, ...more] = redReadDifferences(SAID, issued, { total: '-18000.50', red: true }, 'r.xml');
    expect([told?.note, more]).toEqual([true, []]);
    expect(say(told!.text, 'zh')).toContain('部分冲红');
    expect(say(told!.text, 'en')).toContain('CNY 17,999.50');
    expect([restAfter('36000.00', '-36000.00'), restAfter('36000.00', '-36000.01'), restAfter('1.00', '')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('a red-letter form', () => {
  const raisedAt = '2026-10-01T08:30:00.000Z';

  test('is void after 72 hours of the clock, whatever days these are', () => {
    // From before the National Day week into it: nothing moves.
    expect(voidFrom(raisedAt)).toBe('2026-10-04T08:30:00.000Z');
    const raised = { state: 'raised', form: '', reason: '', raisedAt } as const;
    expect(redStateAt(raised, '2026-10-04T08:29:59.999Z')).toBe('raised');
    expect(redStateAt(raised, '2026-10-04T08:30:00.000Z')).toBe('lapsed');
    expect(redStateAt({ ...raised, state: 'confirmed' }, '2026-11-01T00:00:00.000Z')).toBe('confirmed');
  });
});
