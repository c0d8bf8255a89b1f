import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { App, rail, reference, ROOT } from './app.ts';
import { anyOf, en, like, zh } from './texts.ts';

const DAY_MS = 86_400_000;

/** So many days from today, as a civil date in Beijing. */
const ahead = (days: number): string => new Date(Date.now() + 8 * 3_600_000 + days * DAY_MS).toISOString().slice(0, 10);

test.describe('the agenda of the sample set', () => {
  test.describe.configure({ mode: 'serial' });
  const app = new App();

  test.beforeAll(async () => {
    const page = await app.start();
    await page.evaluate(() => window.assent.call('import.sample', {}));
    const [line] = app.rows<{ id: string }>("SELECT id FROM agreement WHERE kind = 'service-agreement'");
    const [level] = app.rows<{ id: string }>("SELECT id FROM agreement WHERE kind = 'sla'");
    await page.evaluate(
      ([agreementId, orderedOn, starts, settlementDay, remindOn]) =>
        window.assent.call('rights.saveOrder', {
          agreementId,
          order: {
            service: '跨域专线',
            number: 'SO-1',
            plan: 'prepaid',
            orderedOn,
            amount: '36000',
            starts,
            settlementDay,
            invoiceType: 'special',
            note: '核对余额',
            remindOn,
          },
        }),
      [line?.id ?? '', ahead(-2), ahead(0), ahead(-60), ahead(3)] as const,
    );
    await page.evaluate(([agreementId, text]) => window.assent.call('rights.pasteOutages', { agreementId, text }), [
      level?.id ?? '',
      `${ahead(-40)} 01:00,${ahead(-40)} 05:00,断网`,
    ] as const);
  });
  test.afterAll(() => app.end());

  test('everything dated stands in one list, overdue first, and is counted in the navigation and the library', async () => {
    const { page } = app;
    await rail(page, 'library').click();
    await expect(page.getByRole('heading', { name: zh('library.nextDates') })).toBeVisible();
    await app.shot('agenda-library');
    await page
      .getByRole('button', { name: zh('agenda.title'), exact: false })
      .first()
      .click();
    const groups = page.locator('section h2');
    await expect(groups.first()).toContainText(zh('agenda.states.overdue'));
    const first = page.locator('[data-item]').filter({ hasText: zh('term.agenda-items.kind-words.overdue.title') });
    await expect(first).toContainText(zh('term.agenda-items.kind-words.overdue.if-missed'));
    await expect(first).toContainText('依据：第');
    await expect(page.locator('[data-item]').filter({ hasText: '核对余额' })).toContainText(
      zh('frame.daysAhead', { days: 3 }),
    );
    await expect(
      page.locator('[data-item$="/payment"]').filter({ hasText: zh('term.agenda-items.kind-words.payment.title') }),
    ).toContainText(zh('frame.daysAhead', { days: 8 }));
    await first.getByText(zh('agenda.working')).click();
    await expect(first.getByText(/逾期满四十日/)).toBeVisible();
    await expect(
      page.locator('[data-item]').filter({ hasText: `：${zh('term.agenda-items.kind-words.claim-closes.title')}` }),
    ).toHaveCount(1);
    await expect(page.getByRole('heading', { name: `${zh('agenda.states.now')} 1` })).toBeVisible();
    await app.shot('agenda-list');
  });

  test('putting off asks for a reason, done takes evidence, both stand in the ledger and can be taken back', async () => {
    const { page } = app;
    const note = page.locator('[data-item]').filter({ hasText: '核对余额' });
    await note.getByRole('button', { name: zh('agenda.snooze') }).click();
    await page.locator('input[name="until"]').fill(ahead(2));
    await page.locator('input[name="reason"]').fill('等财务对账');
    await app.shot('agenda-snooze');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: zh('frame.save') })
      .click();
    await expect(note).toHaveCount(0);

    const receipt = join(app.folder, '回单.pdf');
    writeFileSync(receipt, '%PDF-1.4 回单');
    await app.chooseFiles(receipt);
    const payment = page
      .locator('[data-item$="/payment"]')
      .filter({ hasText: zh('term.agenda-items.kind-words.payment.title') });
    await payment.getByRole('button', { name: zh('agenda.done') }).click();
    await page.locator('textarea[name="done-note"]').fill('网银付款');
    await page.getByRole('button', { name: zh('agenda.keepWithFile') }).click();
    await expect(payment).toHaveCount(0);
    await page.getByLabel(zh('agenda.showDone')).check();
    await expect(payment).toContainText(like('agenda.doneOnWith', { day: /.+/, note: '网银付款、回单.pdf' }));
    await expect(note).toContainText('等财务对账');
    await app.shot('agenda-settled');
    const kinds = app.rows<{ kind: string }>("SELECT kind FROM ledger WHERE kind LIKE 'agenda-%' ORDER BY sequence");
    expect(kinds.map(({ kind }) => kind)).toEqual(['agenda-snoozed', 'agenda-done']);
    await note.getByRole('button', { name: zh('agenda.reopen') }).click();
    await expect(note.getByRole('button', { name: zh('agenda.snooze') })).toBeVisible();
    await page.getByLabel(zh('agenda.showDone')).uncheck();
  });

  test('filters keep a kind or an agreement; the month shows the days', async () => {
    const { page } = app;
    await page.locator('select[name="kind"]').selectOption('overdue');
    await expect(page.locator('[data-item]')).toHaveCount(1);
    await page.locator('select[name="kind"]').selectOption('');
    await page.getByRole('button', { name: zh('agenda.calendar') }).click();
    await expect(page.locator('td[aria-current="date"]')).toBeVisible();
    await app.shot('agenda-calendar');
    await page.getByRole('button', { name: zh('agenda.list') }).click();
  });

  test('the calendar file has one event for each dated item, the PDF one row for each line', async () => {
    const { page } = app;
    const ics = join(app.folder, 'agenda.ics');
    await app.saveAs(ics);
    await page.getByRole('button', { name: zh('agenda.ics') }).click();
    await page
      .getByText(
        anyOf(
          zh('agenda.saved', { name: 'agenda.ics' }),
          like('agenda.savedWithout', { name: 'agenda.ics', count: /\d+/ }),
        ),
      )
      .waitFor();
    const lines = readFileSync(ics, 'utf8').replaceAll('\r\n ', '').split('\r\n');
    const dated = await page
      .locator('[data-item]')
      .filter({ hasNotText: zh('agenda.unknownDate') })
      .count();
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(dated);
    const at = lines.findIndex(
      (line) => line === `SUMMARY:核对余额：${zh('term.agenda-items.kind-words.own-note.title')}`,
    );
    expect(at).toBeGreaterThan(0);
    const begin = lines.slice(0, at).findLast((line) => line.startsWith('DTSTART'));
    expect(begin).toBe(`DTSTART;VALUE=DATE:${ahead(3).replaceAll('-', '')}`);

    const pdf = join(app.folder, 'agenda.pdf');
    await app.saveAs(pdf);
    await page.getByRole('button', { name: zh('agenda.pdf') }).click();
    await page.getByText(zh('agenda.saved', { name: 'agenda.pdf' })).waitFor();
    const text = execFileSync('pdftotext', ['-layout', pdf, '-']).toString().replace(/\s+/gu, '');
    for (const words of [
      '待办清单',
      '跨域专线SO-1',
      '核对余额',
      zh('agenda.states.overdue'),
      zh('agenda.kinds.termination'),
    ])
      expect(text).toContain(words);
    execFileSync('pdftoppm', ['-r', '60', '-png', pdf, join(ROOT, 'test-results', 'shots', 'agenda-pdf')]);
  });

  test('English and dark', async () => {
    const { page } = app;
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.evaluate(() => window.assent.call('settings.setPreferences', { language: 'en' }));
    await page.reload();
    await page.waitForSelector('nav');
    await page.locator('nav button').filter({ hasText: 'Agenda' }).click();
    await expect(page.getByRole('heading', { name: 'Agenda' })).toBeVisible();
    await app.shot('agenda-en-dark');
    await page.getByRole('button', { name: 'Calendar', exact: true }).click();
    await app.shot('agenda-calendar-en-dark');
    await page.getByRole('button', { name: en('frame.rights') }).click();
    await page.getByRole('tab', { name: 'Fees and dates' }).click();
    await app.shot('obligations-orders-dark');
    await page.setViewportSize({ width: 1920, height: 1080 });
    await page.getByRole('tab', { name: 'Service level and claims' }).click();
    await app.shot('obligations-service-1920-dark');
  });
});

test.describe('invoices of the reference dump', () => {
  test.describe.configure({ mode: 'serial' });
  const app = new App();
  test.beforeAll(() => app.start());
  test.afterAll(() => app.end());

  test('agreement and guide disagree: both days are shown with their sources, and the steps of the guide are a checklist', async () => {
    const { page } = app;
    await app.chooseFiles(reference().path);
    await page.getByRole('button', { name: zh('library.import') }).click();
    await page.getByRole('button', { name: zh('import.confirm') }).click();
    await page.getByRole('heading', { name: zh('library.title') }).waitFor();
    const [agreement] = app.rows<{ id: string }>("SELECT id FROM agreement WHERE kind = 'service-agreement'");
    await page.evaluate(
      (agreementId) =>
        window.assent.call('rights.saveOrder', {
          agreementId,
          order: {
            service: '跨境带宽包',
            number: 'P-1',
            plan: 'prepaid',
            orderedOn: '2026-10-15',
            amount: '9800.50',
            months: 12,
            starts: '2026-10-15',
            ends: '2027-10-14',
            invoiceType: 'special',
            note: '',
          },
        }),
      agreement?.id ?? '',
    );
    await rail(page, 'rights').click();
    await page.getByRole('tab', { name: zh('rights.parts.orders') }).click();
    await expect(page.getByText('玖仟捌佰元伍角整')).toBeVisible();
    await expect(page.getByText(zh('term.early-end.ban'))).toBeVisible();
    await app.shot('obligations-seed-orders');
    await page.getByRole('tab', { name: zh('rights.parts.invoices') }).click();
    await expect(page.getByText('2026年11月10日 周二').first()).toBeVisible();
    await page.getByText(zh('rights.invoice.steps')).click();
    await page.getByRole('checkbox').first().check();
    await expect(page.getByText(/^1\/\d+/)).toBeVisible();
    await app.shot('obligations-seed-invoices');
  });
});
