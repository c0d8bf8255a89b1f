import { expect, test } from '@playwright/test';
import { invoiceFace, invoiceOfd, invoiceXml } from '../fixtures/electronic-invoice.ts';
import { buildPdf } from '../unit/import/build-pdf.ts';
import { App } from './app.ts';
import { COMPANY, furnish, SAMPLE } from './sample.ts';
import { said } from './texts.ts';

test.describe.configure({ mode: 'serial' });

const app = new App();

test.beforeAll(async () => {
  await app.start();
  await furnish(app, COMPANY);
});
test.afterAll(() => app.end());

test('an invoice comes as its data, OFD and PDF: kept, compared, used, and taken back by its form', async () => {
  const { rights } = app.screens;
  await app.screens.frame.goTo('rights');
  await rights.choose(SAMPLE.line);
  await rights.show('orders');
  await rights.fillOrder({ service: '跨域专线', number: 'SO-1', amount: '36000', orderedOn: '2026-11-20' }, '');
  await rights.saveOrder();
  await rights.show('invoices');
  const today = new Date(Date.now() + 8 * 60 * 60_000);
  const day = today.toISOString().slice(0, 10);
  const made = { buyer: COMPANY.name, buyerNumber: COMPANY.creditCode, seller: '别家示例公司', on: day };
  const number = `${day.slice(2, 4)}332000000012345678`;
  const pdf = await buildPdf(({ page }) => {
    const { write } = page();
    for (const [text, x, y] of invoiceFace({ ...made, number })) write(text, x, y, undefined, 9);
  });
  await rights.invoices.addInvoice(
    app.file('发票.xml', invoiceXml({ ...made, number })),
    app.file('发票.ofd', invoiceOfd({ ...made, number })),
    app.file('发票.pdf', pdf),
  );
  await expect(rights.invoices.filesRead).toHaveCount(3);
  await app.shot('obligations-invoice-dialog');
  await rights.invoices.recordInvoice();
  const invoice = rights.invoices.invoice(number);
  await expect(invoice).toContainText('36,000.00');
  // The seller is another than the provider.
  await expect(invoice).toContainText(said('term.invoice.kind.electronic-special'));
  await expect(invoice).toContainText('别家示例公司');
  await expect(
    invoice.getByRole('list', { name: said('rights.invoice.differences') }).getByRole('listitem'),
  ).toHaveCount(1);
  const kept = app.rows("SELECT kind FROM ledger WHERE kind = 'invoice-kept'");
  expect(kept).toHaveLength(1);
  await app.shot('obligations-invoice-came');
  await rights.invoices.stateUse('deducted');
  await expect(invoice).toContainText(said('rights.invoice.uses.deducted'));
  const raised = {
    form: 'HZ-2026-001',
    reason: '销售方名称有误',
    at: new Date(today.getTime() - 3_600_000).toISOString().slice(0, 16),
  };
  await rights.invoices.tellRed('raised', raised, () => app.shot('obligations-red-dialog'));
  await expect(invoice).toContainText('HZ-2026-001');
  await rights.invoices.tellRed('confirmed', { at: new Date(today.getTime() - 60_000).toISOString().slice(0, 16) });
  await rights.invoices.tellRed('issued', { number: number.replace(/8$/u, '9'), on: day });
  await expect(invoice).toContainText(number.replace(/8$/u, '9'));
  await app.shot('obligations-invoice-red');
});

test('English and dark', async () => {
  const { frame, rights } = app.screens;
  await app.preferAnew({ language: 'en', theme: 'dark' });
  await frame.goTo('rights');
  await rights.choose(SAMPLE.line);
  await rights.show('invoices');
  await expect(rights.value('HZ-2026-001')).toBeVisible();
  await app.shot('obligations-invoices-en-dark');
});
