import { expect, test } from '@playwright/test';
import { App } from './app.ts';
import { drawPages, flat, laidOutText } from './pdf-tools.ts';
import { COMPANY, furnish, SAMPLE, TITLE } from './sample.ts';
import { en, said, saidWhole } from './texts.ts';

test.describe.configure({ mode: 'serial' });

const app = new App();
/** The title of the claim letter, which is Chinese in either language. */
const CLAIM_LETTER = '服务等级索赔函';

/** October 2026 of the sample service level: 99.9 % promised, 10 / 25 / 50 % below 99.9 / 99.0 / 95.0. */
const LOG = `开始时间,结束时间,原因,受影响实例,除外情形
2026-10-03 09:00:00,2026-10-03 10:00:00,核心链路中断,vpc-001;vpc-002,
2026-10-03 09:30:00,2026-10-03 10:40:00,核心链路中断（监控二）,vpc-001;vpc-002,
2026-10-12 02:00:00,2026-10-12 04:00:00,例行维护,vpc-001;vpc-002,(1)
2026-10-20 15:00:30,2026-10-20 15:05:10,抖动,vpc-001;vpc-002,
`;

test.beforeAll(async () => {
  await app.start();
  await furnish(app, { ...COMPANY, bank: '示例银行滨江支行', bankAccount: '6222020200112233445' });
});
test.afterAll(() => app.end());

const open = (): Promise<void> => app.screens.frame.goTo('rights');

test('a log of outages from monitoring becomes a month: merged, counted, excluded, measured against the tiers', async () => {
  const { rights } = app.screens;
  await open();
  await rights.shownOf(TITLE.sla);
  await expect(rights.onNewest(1)).toBeVisible();
  await expect(rights.claimButton).toHaveCount(0);
  await app.shot('obligations-empty');
  const csv = app.file('outages.csv', LOG);
  await rights.importOutages(csv, 4);
  await rights.taken(4).waitFor();
  await expect(rights.outages(4)).toBeVisible();
  // Only what all instances have in common is down: which there are is said once.
  await rights.addUnit('专线包');
  // 9:00–10:40 merged is 100 minutes; 15:00:30–15:05:10 holds four whole minutes; two hours are excluded.
  await expect(rights.figure('down')).toContainText('104 / 44,640');
  await expect(rights.figure('down')).toContainText(said('rights.figures.excluded', { minutes: 120 }));
  await expect(rights.figure('availability').first()).toContainText('99.767025%');
  await expect(rights.figure('breach')).toContainText(said('rights.figures.breached', { promised: '99.9' }));
  await expect(rights.figure('tier')).toContainText('10%');
  await expect(rights.figure('creditVouchers')).toContainText(said('rights.unknown'));
  // The same log again has nothing new.
  await rights.importOutages(csv, 0);
  expect(app.rows("SELECT id FROM paper WHERE kind = 'outage'")).toHaveLength(4);
});

test('the fee makes the credit; every figure opens its working with the clause', async () => {
  const { page } = app;
  const { rights } = app.screens;
  await rights.fee.fill('12000');
  await rights.vouchers.fill('11500');
  await rights.saveFee();
  await expect(rights.figure('cap')).toContainText(said('format.quantity.money', { n: '500.00' }));
  // The agreement defines the month’s fee as what is left without vouchers: the credit is 10 % of that.
  await expect(rights.figure('creditVouchers')).toContainText(said('format.quantity.money', { n: '50.00' }));
  await expect(rights.figure('creditVouchers')).toContainText('伍拾元整');
  await rights.vouchers.fill('');
  await rights.saveFee();
  await expect(rights.figure('creditVouchers')).toContainText(said('format.quantity.money', { n: '1200.00' }));
  await expect(rights.figure('creditVouchers')).toContainText('壹仟贰佰元整');
  await rights.figure('creditVouchers').click();
  await expect(rights.creditWithinCap('10', '1200.00')).toBeVisible();
  await expect(rights.figure('opens')).toContainText('2026年11月10日');
  await expect(rights.figure('opens')).toContainText(said('rights.window.open'));
  // There is no verified table of days off for 2027: the counted day is safe, the latest one is open.
  await expect(rights.figure('closes')).toContainText('2027年1月31日');
  await rights.showChartAsTable();
  await expect(rights.rowOf(/^2026-10-12 0 120/)).toBeVisible();
  await app.shot('obligations-month');
  await page.setViewportSize({ width: 1024, height: 700 });
  await app.shot('obligations-month-1024');
  await page.setViewportSize({ width: 1280, height: 800 });
});

test('an exclusion is set on the outage and checked with its evidence', async () => {
  const { rights } = app.screens;
  await rights.exclusionOf('2026-10-20').selectOption({ label: '第 2.2 条 (2) 客户侧设备或线路故障；' });
  await expect(rights.figure('down')).toContainText('100 / 44,640');
  await rights.countOutage('2026-10-20');
  await expect(rights.figure('down')).toContainText('104 / 44,640');
  await rights.verdict('第 2.2 条 (1)').selectOption('applies');
  await expect(rights.noEvidence).toBeVisible();
  await rights.attachProof(app.file('维护公告.pdf', '%PDF-1.4 维护公告'));
  await expect(rights.value('维护公告.pdf')).toBeVisible();
  await expect(rights.checkedExclusions(1, 4)).toBeVisible();
  await rights.exclusions.scrollIntoViewIfNeeded();
  await app.shot('obligations-exclusions');
});

test('the claim letter stands among the letters, filled, and exports as a PDF that cites each clause', async () => {
  const { frame, letters, rights } = app.screens;
  // Nothing stands yet: a claim waits until the person says which text it rests on.
  await expect(rights.claimBlocked(1)).toBeVisible();
  await rights.chooseText(1);
  await expect(rights.onChosen(1)).toBeVisible();
  await rights.claim();
  await letters.onPaper(CLAIM_LETTER).waitFor();
  await app.shot('obligations-claim-letter');
  const pdf = app.path('claim.pdf');
  await letters.exportPdf(pdf);
  const text = flat(laidOutText(pdf));
  for (const words of [
    '99.767025%',
    '99.9%',
    '1,200.00',
    '人民币1,200.00元（大写：人民币壹仟贰佰元整）',
    '收到本函之日起15日内',
    '发放代金券',
    '附表二',
    '第2.1条',
    '第3.1条',
    '2026年10月',
    'vpc-001、vpc-002',
    COMPANY.name,
    '云舟网络互联',
  ]) {
    expect(text).toContain(words);
  }
  expect(text).not.toContain('undefined');
  // What a late claim would forfeit is nothing that the claim itself relies on.
  expect(text).not.toContain('第3.2条');
  drawPages(pdf, 'claim-letter');
  const claims = app.rows<{ n: number }>("SELECT count(*) AS n FROM ledger WHERE kind = 'claim-drafted'");
  expect(claims).toEqual([{ n: 1 }]);
  await frame.back();
  await expect(rights.claimDrafted('1,200.00')).toBeVisible();
  // What is owed was drafted: the next step is to send it, not another draft.
  await expect(rights.claimButton).toHaveCount(0);
  await rights.openClaim();
  await letters.onPaper(CLAIM_LETTER).waitFor();
  expect(app.rows("SELECT id FROM paper WHERE kind = 'letter'")).toHaveLength(1);
});

test('a claim is a draft until a person says that it went out; every step is said, kept and can be taken back', async () => {
  const { frame, rights } = app.screens;
  await frame.back();
  await rights.markSent('李航');
  await app.shot('claim-sent');
  await rights.saveSent();
  await expect(rights.claimSent('1,200.00')).toBeVisible();
  await expect(rights.markSentButton).toHaveCount(0);
  const state = (): unknown => app.rows("SELECT state FROM paper WHERE kind = 'claim'");
  expect(state()).toEqual([{ state: 'sent' }]);
  await rights.undoStep();
  await expect(rights.claimDrafted('1,200.00')).toBeVisible();
  await rights.markSent('李航');
  await rights.saveSent();
  for (const step of ['arrived', 'answered'] as const) await rights.takeStep(step, '李航');
  await rights.takeStep('credited', '李航', '1200');
  await expect(rights.caseState('credited')).toBeVisible();
  await app.shot('claim-settled');
  expect(state()).toEqual([{ state: 'settled' }]);
  expect(app.rows("SELECT kind FROM ledger WHERE kind LIKE 'claim-%' OR kind LIKE 'case-%' ORDER BY sequence")).toEqual(
    [
      'claim-drafted',
      'claim-sent',
      'case-step-undone',
      'claim-sent',
      'case-arrived',
      'case-answered',
      'case-settled',
    ].map((kind) => ({ kind })),
  );
});

test('an order gives its dates and amounts, unknown ones ask for the person’s own value', async () => {
  const { rights } = app.screens;
  await open();
  await rights.choose(SAMPLE.line);
  await rights.show('orders');
  const fields = {
    service: '跨域专线 200M 带宽包',
    number: 'SO-2026-1101',
    amount: '36000',
    orderedOn: '2026-11-20',
    starts: '2026-12-01',
    ends: '2027-11-30',
    settlementDay: '2026-11-01',
    remindOn: '2026-12-15',
    months: '12',
  };
  await rights.fillOrder(fields, '核对账户余额');
  // Unpaid ten days after the order it is void, unless it was served all the same.
  await rights.servedAnyway();
  await app.shot('obligations-order-dialog');
  await rights.saveOrder();
  await expect(rights.orderFigure('payBy').first()).toContainText('2026年11月30日');
  await expect(rights.value('叁万陆仟元整').first()).toBeVisible();
  await expect(rights.orderFigure('renewBy')).toContainText(said('rights.unknown'));
  await rights.orderFigure('renewBy').click();
  await rights.giveOwn('renewal-lead-days', '15');
  await expect(rights.orderFigure('renewBy')).toContainText('2027年11月15日');
  await expect(rights.orderFigure('renewBy')).toContainText(said('rights.yours'));
  await app.shot('obligations-orders');
});

test('an invoice has its days, its title and its state', async () => {
  const { rights } = app.screens;
  await rights.show('invoices');
  await expect(rights.invoiceIssue).toContainText('2026年12月12日');
  await expect(rights.value(COMPANY.creditCode)).toBeVisible();
  await rights.invoiceState.selectOption('asked');
  await expect(rights.invoiceStateWord).toHaveText(saidWhole('rights.invoice.states.asked'));
  await app.shot('obligations-invoices');
  await rights.show('facts');
  await app.shot('obligations-facts');
});

test('rows can be pasted and typed; a time that cannot be read is refused with its row', async () => {
  const { rights } = app.screens;
  await rights.choose('网络互联服务等级协议');
  await rights.pasteOutages('2026-09-01 00:00\t2026-09-04 01:00\t断网');
  await rights.addPasted(1);
  await rights.taken(1).waitFor();
  await expect(rights.figure('availability').first()).toContainText('89.861111%');
  await expect(rights.figure('tier')).toContainText('50%');
  // What the terms say of ending the service is asked only where the person chose to.
  await expect(rights.figure('termination')).toContainText(said('rights.unknown'));
  await rights.pasteOutages('2026-09-01 00:00,昨天');
  await expect(rights.badTime(1, '昨天')).toBeVisible();
});

test('English and dark', async () => {
  const { frame, rights } = app.screens;
  await app.preferAnew({ language: 'en', theme: 'dark' });
  await frame.goTo('rights');
  await rights.months.selectOption('2026-10');
  await expect(rights.value(en('format.quantity.money', { n: '1200.00' })).first()).toBeVisible();
  await app.shot('obligations-month-en-dark');
  await rights.choose(SAMPLE.line);
  await rights.show('orders');
  await app.shot('obligations-orders-en-dark');
});
