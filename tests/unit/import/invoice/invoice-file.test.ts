import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { importInWorker } from '../../../../src-main/import/guard/worker.ts';
import { importSource } from '../../../../src-main/import/source.ts';
import { invoiceWords, type InvoiceWords } from '../../../../src-main/term/invoice/invoice-words.ts';
import { INVOICE, invoiceFace, invoiceOfd, invoiceXml } from '../../../fixtures/electronic-invoice.ts';
import { buildPdf } from '../build-pdf.ts';

const read = async (bytes: Uint8Array, name: string): Promise<InvoiceWords> =>
  invoiceWords(await importSource(bytes, name, { invoice: true }));
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
    expect(invoiceWords(await importInWorker(invoiceXml(), 'invoice.xml', { invoice: true }))).toEqual(ALL);
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
      ['0.060000', '6%'],
      ['0.015000', '1.5%'],
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
    expect(await code(strToU8('<?xml version="1.0"?><Other/>'))).toBe('no-invoice');
    expect(await code(zipSync({ 'a.txt': strToU8('nothing') }), 'a.zip')).toBe('no-invoice');
    expect(await code(strToU8('<?xml version="1.0"?><EInvoice><Header></EInvoice>'))).toBe('invoice-corrupt');
    expect(await code(invoiceOfd().subarray(0, 300), 'a.ofd')).toBe('invoice-corrupt');
    expect(await code(strToU8('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><EInvoice>&b;</EInvoice>'))).toBe(
      'no-invoice',
    );
  });

  test('of an archive of several nobody can say which is meant; the same data twice are one', async () => {
    const two = zipSync({ '1.xml': invoiceXml(), '2.xml': invoiceXml({ number: '26332000000012345679' }) });
    expect(await code(two, 'two.zip')).toBe('several-invoices');
    expect(await read(zipSync({ '1.xml': invoiceXml(), 'copy/1.xml': invoiceXml() }), 'one.zip')).toEqual(ALL);
  });

  test('data far larger than any invoice are refused before they are gone through, alone as in an archive', async () => {
    const huge = strToU8(new TextDecoder().decode(invoiceXml()) + ' '.repeat(2 * 1024 * 1024));
    expect(await code(huge)).toBe('invoice-too-large');
    expect(await code(zipSync({ 'a.xml': huge }), 'a.zip')).toBe('no-invoice');
  });

  test('a value says nothing but itself, whatever stands in its text', async () => {
    for (const buyer of [
      '甲公司\n价税合计：1.00',
      '甲公司 价税合计：999999.00 （小写）¥5.00',
      '甲公司 税率：13% 9% 普通发票 是否蓝字发票：否 发票号码：26332000000000000001',
      '甲公司 红字发票信息确认单 销售方名称：别家',
    ]) {
      const { buyer: said, ...others } = await read(invoiceXml({ buyer }), 'a.xml');
      expect(said).toContain('甲公司 ');
      expect(others).toEqual((({ buyer: _, ...all }) => all)(ALL));
    }
  });

  test('an amount has at most two decimals, and a day exists', async () => {
    const total = async (written: string) => (await read(invoiceXml({ total: written }), 'a.xml')).total;
    expect(await total('106')).toBe('106.00');
    expect(await total('106.5')).toBe('106.50');
    expect(await total('-0106.500')).toBe('-106.50');
    expect(await total('0.00')).toBe('0.00');
    // What it is in may stand behind it, as on paper; of another currency it is no amount of this invoice.
    expect(await total('106元')).toBe('106.00');
    for (const none of ['106.005', '1e9', '106美元', '--1']) expect(await total(none)).toBeUndefined();
    expect(await read(invoiceXml({ on: '2025-13-45' }), 'a.xml')).not.toHaveProperty('issuedOn');
    expect(await read(invoiceXml({ on: '2025-02-29' }), 'a.xml')).not.toHaveProperty('issuedOn');
  });

  test('data are read whatever prefix their names carry', async () => {
    const prefixed = new TextDecoder()
      .decode(invoiceXml())
      .replaceAll(/<(\/?)(?=[A-Z])/gu, '<$1n:')
      .replace('<n:EInvoice>', '<n:EInvoice xmlns:n="urn:example">');
    expect(await read(strToU8(prefixed), 'a.xml')).toEqual(ALL);
    expect(await read(strToU8(prefixed.slice(prefixed.indexOf('<n:'))), 'a.xml')).toEqual(ALL);
  });

  test('the same data are no agreement', async () => {
    expect((await importSource(invoiceXml(), 'a.xml')).lines.some(({ text }) => text.startsWith('发票号码：'))).toBe(
      false,
    );
  });
});
