import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { importInWorker } from '../../../../src-main/import/guard/worker.ts';
import { importSource } from '../../../../src-main/import/source.ts';
import { invoiceWords, type InvoiceWords } from '../../../../src-main/term/invoice/invoice-words.ts';
import { INVOICE, invoiceFace, invoiceOfd, invoiceXml } from '../../../fixtures/electronic-invoice.ts';
import { buildPdf } from '../build-pdf.ts';

const ofLines = (lines: readonly { readonly text: string }[]): InvoiceWords =>
  invoiceWords(lines.map(({ text }) => text));
const read = async (bytes: Uint8Array, name: string): Promise<InvoiceWords> =>
  ofLines((await importSource(bytes, name, { invoice: true })).lines);
const code = (bytes: Uint8Array, name = 'a.xml'): Promise<string> =>
  importSource(bytes, name, { invoice: true }).then(
    () => 'read',
    (error: unknown) => (error as { readonly code: string }).code,
  );

const ALL = {
  kind: 'electronic-special',
  number: INVOICE.number,
  issuedOn: INVOICE.on,
  buyer: INVOICE.buyer,
  buyerNumber: INVOICE.buyerNumber,
  seller: INVOICE.seller,
  sellerNumber: INVOICE.sellerNumber,
  net: INVOICE.net,
  tax: INVOICE.tax,
  total: INVOICE.total,
  rates: ['6%'],
};

describe('an electronic invoice', () => {
  test('is read from its data', async () => {
    expect(await read(invoiceXml(), 'invoice.xml')).toEqual(ALL);
  });

  test('in the guarded process, too', async () => {
    expect(ofLines((await importInWorker(invoiceXml(), 'invoice.xml', { invoice: true })).lines)).toEqual(ALL);
  });

  test('whatever encoding its data are declared in', async () => {
    const text = new TextDecoder().decode(invoiceXml()).replace('UTF-8', 'GBK');
    expect(await read(iconv.encode(text, 'gbk'), 'invoice.xml')).toEqual(ALL);
  });

  test('from the archive that the tax platform sends, and from the data inside an OFD', async () => {
    expect(await read(zipSync({ 'in/dzfp_1.xml': invoiceXml() }), 'dzfp.zip')).toEqual(ALL);
    expect(await read(invoiceOfd({}, true), 'invoice.ofd')).toEqual(ALL);
  });

  test('from what an OFD says of itself, as far as it does', async () => {
    const { number, issuedOn, buyerNumber, sellerNumber, net, tax } = ALL;
    expect(await read(invoiceOfd(), 'invoice.ofd')).toEqual({ number, issuedOn, buyerNumber, sellerNumber, net, tax });
  });

  test('from its printed face, where buyer and seller stand side by side', async () => {
    const pdf = await buildPdf(({ page }) => {
      const { write } = page();
      for (const [text, x, y] of invoiceFace()) write(text, x, y, undefined, 9);
    });
    expect(await read(pdf, 'invoice.pdf')).toEqual(ALL);
  });

  test('has its rate as a share or in percent', async () => {
    for (const [rate, said] of [
      ['0.13', '13%'],
      ['0.07', '7%'],
      ['.015', '1.5%'],
      ['9%', '9%'],
    ] as const)
      expect((await read(invoiceXml({ rate }), 'a.xml')).rates).toEqual([said]);
  });

  test('that takes another back says so', async () => {
    const red = { blue: false, net: '-33962.26', tax: '-2037.74', total: '-36000.00' };
    expect(await read(invoiceXml(red), 'a.xml')).toMatchObject({ red: true, total: '-36000.00', net: '-33962.26' });
  });
});

describe('what cannot be read as an invoice', () => {
  test('is refused with its cause', async () => {
    expect(await code(strToU8('<?xml version="1.0"?><Other/>'))).toBe('no-text');
    expect(await code(strToU8('<?xml version="1.0"?><EInvoice><Header></EInvoice>'))).toBe('invoice-corrupt');
    expect(await code(invoiceOfd().subarray(0, 300), 'a.ofd')).toBe('invoice-corrupt');
    expect(await code(strToU8('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><EInvoice>&b;</EInvoice>'))).toBe(
      'no-text',
    );
  });

  test('of an archive of several nobody can say which is meant', async () => {
    const two = zipSync({ '1.xml': invoiceXml(), '2.xml': invoiceXml({ number: '26332000000012345679' }) });
    expect(await code(two, 'two.zip')).toBe('no-text');
  });

  test('a value does not make a line of its own', async () => {
    const xml = invoiceXml({ buyer: '甲公司\n价税合计：1.00' });
    expect(await read(xml, 'a.xml')).toMatchObject({ buyer: '甲公司 价税合计:1.00' });
    expect((await read(xml, 'a.xml')).total).not.toBe('1.00');
  });

  test('the same data are no agreement', async () => {
    expect((await importSource(invoiceXml(), 'a.xml')).lines.some(({ text }) => text.startsWith('发票号码：'))).toBe(
      false,
    );
  });
});
