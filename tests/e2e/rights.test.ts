import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { App, rail, ROOT } from './app.ts';
import { en, escaped, like, zh } from './texts.ts';

test.describe.configure({ mode: 'serial' });

const app = new App();
const COMPANY = {
  name: '示例远航科技有限公司',
  creditCode: '91330106MA2CFLDG4R',
  address: '示例市滨江区长河路1号',
  legalRepresentative: '陈远',
  contact: '李航',
  phone: '0571-88880000',
  email: '',
  bank: '示例银行滨江支行',
  bankAccount: '6222020200112233445',
  signatory: '陈远',
  signatoryRole: '总经理',
};

/** October 2026 of the sample service level: 99.9 % promised, 10 / 25 / 50 % below 99.9 / 99.0 / 95.0. */
const LOG = `开始时间,结束时间,原因,受影响实例,除外情形
2026-10-03 09:00:00,2026-10-03 10:00:00,核心链路中断,vpc-001;vpc-002,
2026-10-03 09:30:00,2026-10-03 10:40:00,核心链路中断（监控二）,vpc-001,
2026-10-12 02:00:00,2026-10-12 04:00:00,例行维护,vpc-001,(1)
2026-10-20 15:00:30,2026-10-20 15:05:10,抖动,vpc-002,
`;

test.beforeAll(async () => {
  const page = await app.start();
  await page.evaluate(() => window.assent.call('import.sample', {}));
  await page.evaluate((company) => window.assent.call('settings.saveCompany', { company }), COMPANY);
});
test.afterAll(() => app.end());

const open = () => rail(app.page, 'rights').click();
const figure = (label: string | RegExp) => app.page.locator('summary').filter({ hasText: label });

test('a log of outages from monitoring becomes a month: merged, counted, excluded, measured against the tiers', async () => {
  const { page } = app;
  await open();
  await page.getByRole('heading', { name: '云舟网络互联服务等级协议（示例）' }).waitFor();
  await expect(page.getByText(zh('rights.basis.newest', { ordinal: 1 }))).toBeVisible();
  await expect(page.getByRole('button', { name: zh('rights.claim') })).toBeDisabled();
  await app.shot('obligations-empty');
  const csv = join(app.folder, 'outages.csv');
  writeFileSync(csv, LOG);
  await app.chooseFiles(csv);
  await page.getByRole('button', { name: zh('rights.importCsv') }).click();
  await page.getByText(zh('rights.outage.taken', { added: 4 })).waitFor();
  await expect(page.getByRole('heading', { name: zh('rights.outage.rows', { count: 4 }) })).toBeVisible();
  // 9:00–10:40 merged is 100 minutes; 15:00:30–15:05:10 holds four whole minutes; two hours are excluded.
  await expect(figure(zh('rights.figures.down'))).toContainText('104 / 44640');
  await expect(figure(zh('rights.figures.down'))).toContainText(zh('rights.figures.excluded', { minutes: 120 }));
  await expect(figure(zh('rights.figures.availability')).first()).toContainText('99.767025%');
  await expect(figure(zh('rights.figures.breach'))).toContainText(zh('rights.figures.breached', { promised: '99.9' }));
  await expect(figure(zh('rights.figures.tier'))).toContainText('10%');
  await expect(figure(zh('rights.figures.credit'))).toContainText(zh('rights.unknown'));
  await app.chooseFiles(csv);
  await page.getByRole('button', { name: zh('rights.importCsv') }).click();
  await page.getByText(zh('rights.outage.takenSome', { added: 0, known: 4 })).waitFor();
  expect(app.rows("SELECT id FROM paper WHERE kind = 'outage'")).toHaveLength(4);
});

test('the fee makes the credit; every figure opens its working with the clause', async () => {
  const { page } = app;
  await page.locator('input[name="fee"]').fill('12000');
  await page.locator('input[name="vouchers"]').fill('11500');
  await page.getByRole('button', { name: zh('rights.fee.save') }).click();
  await expect(figure(zh('rights.figures.cap'))).toContainText(zh('rights.yuan', { amount: '500.00' }));
  await expect(figure(zh('rights.figures.credit'))).toContainText(zh('rights.yuan', { amount: '500.00' }));
  await page.locator('input[name="vouchers"]').fill('');
  await page.getByRole('button', { name: zh('rights.fee.save') }).click();
  await expect(figure(zh('rights.figures.credit'))).toContainText(zh('rights.yuan', { amount: '1,200.00' }));
  await expect(figure(zh('rights.figures.credit'))).toContainText('壹仟贰佰元整');
  await figure(zh('rights.figures.credit')).click();
  await expect(page.getByText('赔偿 = 月度服务费用 × 10% = 1200.00 元')).toBeVisible();
  await expect(figure(zh('rights.figures.opens'))).toContainText('2026年11月10日');
  await expect(figure(zh('rights.figures.opens'))).toContainText(zh('rights.window.open'));
  // There is no verified table of days off for 2027: the end stays unknown, its bound does not.
  await expect(figure(zh('rights.figures.closes'))).toContainText(zh('rights.unknown'));
  await expect(figure(zh('rights.figures.closes'))).toContainText(zh('rights.notBefore', { day: '2027年1月31日' }));
  await page.getByText(zh('rights.chart.table')).click();
  await expect(page.getByRole('row', { name: /^2026-10-12 0 120/ })).toBeVisible();
  await app.shot('obligations-month');
  await page.setViewportSize({ width: 1024, height: 700 });
  await app.shot('obligations-month-1024');
  await page.setViewportSize({ width: 1280, height: 800 });
});

test('an exclusion is set on the outage and checked with its evidence', async () => {
  const { page } = app;
  await page
    .getByLabel(new RegExp(`^${escaped(zh('rights.outage.exclusion'))} 2026-10-20`))
    .selectOption({ label: '(2) 客户侧设备或线路故障；' });
  await expect(figure(zh('rights.figures.down'))).toContainText('100 / 44640');
  await page
    .getByLabel(new RegExp(`^${escaped(zh('rights.outage.exclusion'))} 2026-10-20`))
    .selectOption({ label: zh('rights.outage.counted') });
  await expect(figure(zh('rights.figures.down'))).toContainText('104 / 44640');
  await page.getByLabel(`${zh('rights.exclusions.title')} (1)`).selectOption('applies');
  await expect(page.getByText(zh('rights.exclusions.noEvidence'))).toBeVisible();
  const proof = join(app.folder, '维护公告.pdf');
  writeFileSync(proof, '%PDF-1.4 维护公告');
  await app.chooseFiles(proof);
  await page
    .getByRole('button', { name: zh('rights.exclusions.attach') })
    .first()
    .click();
  await expect(page.getByText('维护公告.pdf')).toBeVisible();
  await expect(page.getByText(zh('rights.exclusions.progress', { done: 1, all: 4 }))).toBeVisible();
  await page.getByText(zh('rights.exclusions.title')).first().scrollIntoViewIfNeeded();
  await app.shot('obligations-exclusions');
});

test('the claim letter stands among the letters, filled, and exports as a PDF that cites each clause', async () => {
  const { page } = app;
  // Nothing stands yet: a claim waits until the person says which text it rests on.
  await page.getByRole('button', { name: zh('rights.claim') }).click();
  await expect(page.getByText(zh('rights.claim.text-not-chosen', { ordinal: 1 }))).toBeVisible();
  await page
    .getByRole('button', { name: zh('frame.close') })
    .first()
    .click();
  await page
    .getByRole('button', { name: zh('rights.basis.change') })
    .first()
    .click();
  await page.locator('select[name="text"]').selectOption({ label: zh('rights.basis.version', { ordinal: 1 }) });
  await page
    .getByRole('dialog')
    .getByRole('button', { name: zh('frame.save') })
    .click();
  await expect(page.getByText(zh('rights.basis.chosen', { ordinal: 1 }))).toBeVisible();
  await page.getByRole('button', { name: zh('rights.claim') }).click();
  await page.locator('figure').getByText('服务等级赔偿申请函').waitFor();
  await app.shot('obligations-claim-letter');
  const pdf = join(app.folder, 'claim.pdf');
  await app.saveAs(pdf);
  await page.getByRole('button', { name: zh('letters.export') }).click();
  await page.getByText(zh('rights.exported', { name: 'claim.pdf' })).waitFor();
  const text = execFileSync('pdftotext', ['-layout', pdf, '-']).toString();
  const flat = text.replace(/\s+/gu, '');
  for (const words of [
    '99.767025%',
    '99.9%',
    '1,200.00',
    '壹仟贰佰元整',
    '条款2.1',
    '条款3.1',
    '条款3.2',
    '2026年10月',
    'vpc-001、vpc-002',
    '示例远航科技有限公司',
    '云舟网络互联',
  ]) {
    expect(flat).toContain(words);
  }
  expect(flat).not.toContain('undefined');
  execFileSync('pdftoppm', ['-r', '60', '-png', pdf, join(ROOT, 'test-results', 'shots', 'claim-letter')]);
  const claims = app.rows<{ n: number }>("SELECT count(*) AS n FROM ledger WHERE kind = 'claim-drafted'");
  expect(claims).toEqual([{ n: 1 }]);
  await page.getByRole('button', { name: zh('frame.back') }).click();
  await expect(page.getByText(like('rights.claimed', { day: /.+/, amount: '1200.00' }))).toBeVisible();
  await page.getByRole('button', { name: zh('rights.claim') }).click();
  await page.locator('figure').getByText('服务等级赔偿申请函').waitFor();
  expect(app.rows("SELECT id FROM paper WHERE kind = 'letter'")).toHaveLength(1);
});

test('a claim is a draft until a person says that it went out', async () => {
  const { page } = app;
  await page.getByRole('button', { name: zh('frame.back') }).click();
  await page.getByRole('button', { name: zh('rights.markSent') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(zh('rights.claimSent.by')).fill('李航');
  await app.shot('claim-sent');
  await dialog.getByRole('button', { name: zh('rights.claimSent.save') }).click();
  await expect(page.getByText(like('rights.claimWasSent', { day: /.+/, amount: '1200.00' }))).toBeVisible();
  await expect(page.getByRole('button', { name: zh('rights.markSent') })).toHaveCount(0);
  expect(app.rows("SELECT state FROM paper WHERE kind = 'claim'")).toEqual([{ state: 'sent' }]);
  expect(app.rows("SELECT kind FROM ledger WHERE kind LIKE 'claim-%' ORDER BY sequence")).toEqual([
    { kind: 'claim-drafted' },
    { kind: 'claim-sent' },
  ]);
});

test('an order gives its dates and amounts, unknown ones ask for the person’s own value', async () => {
  const { page } = app;
  await open();
  await page
    .getByRole('navigation', { name: zh('rights.choose') })
    .getByRole('button', { name: /跨域专线服务协议/ })
    .click();
  await page.getByRole('tab', { name: zh('rights.parts.orders') }).click();
  await page.getByRole('button', { name: zh('rights.order.add') }).click();
  const fields = {
    service: '跨域专线 200M 带宽包',
    number: 'SO-2026-1101',
    amount: '36000',
    orderedOn: '2026-11-20',
    starts: '2026-12-01',
    ends: '2027-11-30',
    settlementDay: '2026-11-01',
    remindOn: '2026-12-15',
  };
  for (const [name, value] of Object.entries(fields)) await page.locator(`dialog input[name="${name}"]`).fill(value);
  await page.locator('dialog input[name="months"]').fill('12');
  await page.locator('dialog textarea').fill('核对账户余额');
  await app.shot('obligations-order-dialog');
  await page.getByRole('button', { name: zh('frame.save') }).click();
  await expect(figure(zh('rights.order.figures.payBy')).first()).toContainText('2026年11月30日');
  await expect(page.getByText('叁万陆仟元整').first()).toBeVisible();
  await expect(figure(zh('rights.order.figures.renewBy'))).toContainText(zh('rights.unknown'));
  await figure(zh('rights.order.figures.renewBy')).click();
  await page.locator('input[name="own-renewal-lead-days"]').fill('15');
  await page
    .locator('form')
    .filter({ has: page.locator('input[name="own-renewal-lead-days"]') })
    .getByRole('button')
    .click();
  await expect(figure(zh('rights.order.figures.renewBy'))).toContainText('2027年11月15日');
  await expect(figure(zh('rights.order.figures.renewBy'))).toContainText(zh('rights.yours'));
  await app.shot('obligations-orders');
});

test('an invoice has its days, its title, its state and its file', async () => {
  const { page } = app;
  await page.getByRole('tab', { name: zh('rights.parts.invoices') }).click();
  await expect(figure(zh('rights.invoice.issue'))).toContainText('2026年12月12日');
  await expect(page.getByText('91330106MA2CFLDG4R')).toBeVisible();
  await page.locator('select[name="invoice-state"]').selectOption('asked');
  await expect(page.locator('article strong').first()).toHaveText(zh('rights.invoice.states.asked'));
  const file = join(app.folder, '发票.pdf');
  writeFileSync(file, '%PDF-1.4 发票');
  await app.chooseFiles(file);
  await page.getByRole('button', { name: zh('rights.invoice.file') }).click();
  await expect(page.getByText('发票.pdf')).toBeVisible();
  await app.shot('obligations-invoices');
  await page.getByRole('tab', { name: zh('rights.parts.facts') }).click();
  await app.shot('obligations-facts');
});

test('rows can be pasted and typed; a time that cannot be read is refused with its row', async () => {
  const { page } = app;
  await page
    .getByRole('navigation', { name: zh('rights.choose') })
    .getByRole('button', { name: /网络互联服务等级协议/ })
    .click();
  await page.getByRole('tab', { name: zh('rights.parts.service') }).click();
  await page.getByRole('button', { name: zh('rights.paste') }).click();
  await page.locator('textarea[name="rows"]').fill('2026-09-01 00:00\t2026-09-04 01:00\t断网');
  await page.getByRole('button', { name: zh('rights.outage.take') }).click();
  await page.getByText(zh('rights.outage.taken', { added: 1 })).waitFor();
  await expect(figure(zh('rights.figures.availability')).first()).toContainText('89.861111%');
  await expect(figure(zh('rights.figures.tier'))).toContainText('50%');
  await expect(figure(zh('rights.figures.termination'))).toContainText(
    zh('rights.figures.mayTerminate', { hours: 73 }),
  );
  await page.getByRole('button', { name: zh('rights.paste') }).click();
  await page.locator('textarea[name="rows"]').fill('2026-09-01 00:00,昨天');
  await page.getByRole('button', { name: zh('rights.outage.take') }).click();
  await expect(page.getByText(/看不懂中断记录第 1 行的时间“昨天”/)).toBeVisible();
});

test('English and dark', async () => {
  const { page } = app;
  await page.evaluate(() => window.assent.call('settings.setPreferences', { language: 'en', theme: 'dark' }));
  await page.reload();
  await page.waitForSelector('nav');
  await page.getByRole('button', { name: en('frame.rights') }).click();
  await page.getByRole('tab', { name: 'Service level and claims' }).click();
  await page.locator('select[name="months"]').selectOption('2026-10');
  await expect(page.getByText('CNY 1,200.00')).toBeVisible();
  await app.shot('obligations-month-en-dark');
  await page.getByRole('tab', { name: 'Fees and dates' }).click();
  await app.shot('obligations-orders-en-dark');
});
