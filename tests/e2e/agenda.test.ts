import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { App, reference } from './app.ts';
import { importAll } from './main-way.ts';
import { drawPages, flat, laidOutText } from './pdf-tools.ts';
import { importSample, TITLE } from './sample.ts';
import { en, said, zh } from './texts.ts';

const DAY_MS = 86_400_000;

/** So many days from today, as a civil date in Beijing. */
const ahead = (days: number): string => new Date(Date.now() + 8 * 3_600_000 + days * DAY_MS).toISOString().slice(0, 10);

test.describe('the agenda of the sample set', () => {
  test.describe.configure({ mode: 'serial' });
  const app = new App();

  test.beforeAll(async () => {
    const page = await app.start();
    await importSample(app);
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
    const { frame, library, agenda } = app.screens;
    await frame.goTo('library');
    await expect(library.nextDates).toBeVisible();
    await app.shot('agenda-library');
    await frame.goTo('agenda');
    await expect(agenda.groups.first()).toContainText(said('agenda.groups.overdue'));
    const first = agenda.itemOf('overdue');
    await expect(first.all).toContainText(said('term.agenda-items.kind-words.overdue.if-missed'));
    await expect(first.all).toContainText(said('term.agenda-items.grounds', { grounds: /第/ }));
    await expect(agenda.item('核对余额').all).toContainText(said('frame.daysAhead', { days: 3 }));
    await expect(agenda.payment.all).toContainText(said('frame.daysAhead', { days: 8 }));
    await first.showWorking();
    await expect(first.working(/逾期满四十日/)).toBeVisible();
    await expect(agenda.namedOf('claim-closes')).toHaveCount(1);
    await expect(agenda.group('now', 1)).toBeVisible();
    await app.shot('agenda-list');
  });

  test('putting off asks for a reason, done takes evidence, both stand in the ledger and can be taken back', async () => {
    const { agenda } = app.screens;
    const note = agenda.item('核对余额');
    await note.snooze();
    await agenda.fillSnooze(ahead(2), '等财务对账');
    await app.shot('agenda-snooze');
    await agenda.saveSnooze();
    await expect(note.all).toHaveCount(0);

    const { payment } = agenda;
    await payment.done();
    await agenda.keepDone('网银付款', app.file('回单.pdf', '%PDF-1.4 回单'));
    await expect(payment.all).toHaveCount(0);
    await agenda.settledToo.check();
    await expect(payment.all).toContainText(said('agenda.doneOnWith', { day: /.+/, note: '网银付款、回单.pdf' }));
    await expect(note.all).toContainText('等财务对账');
    await app.shot('agenda-settled');
    const kinds = app.rows<{ kind: string }>("SELECT kind FROM ledger WHERE kind LIKE 'agenda-%' ORDER BY sequence");
    expect(kinds.map(({ kind }) => kind)).toEqual(['agenda-snoozed', 'agenda-done']);
    await note.reopen();
    await expect(note.snoozeButton).toBeVisible();
    await agenda.settledToo.uncheck();
  });

  test('filters keep a kind or an agreement; the month shows the days', async () => {
    const { agenda } = app.screens;
    await agenda.kind.selectOption('overdue');
    await expect(agenda.items).toHaveCount(1);
    await agenda.kind.selectOption('');
    await agenda.byMonth();
    await expect(agenda.today).toBeVisible();
    await app.shot('agenda-calendar');
    await agenda.asList();
  });

  test('the calendar file has one event for each dated item, the PDF one row for each line', async () => {
    const { agenda } = app.screens;
    const ics = app.path('agenda.ics');
    await agenda.saveCalendar(ics);
    const lines = readFileSync(ics, 'utf8').replaceAll('\r\n ', '').split('\r\n');
    const dated = await agenda.dated.count();
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(dated);
    const at = lines.findIndex(
      (line) => line === `SUMMARY:${zh('term.agenda-items.kind-words.own-note.title')} · 核对余额`,
    );
    expect(at).toBeGreaterThan(0);
    const begin = lines.slice(0, at).findLast((line) => line.startsWith('DTSTART'));
    expect(begin).toBe(`DTSTART;VALUE=DATE:${ahead(3).replaceAll('-', '')}`);

    const pdf = app.path('agenda.pdf');
    await agenda.savePdf(pdf);
    const text = flat(laidOutText(pdf));
    for (const words of [
      zh('agenda.agenda-paper.title'),
      '跨域专线SO-1',
      '核对余额',
      zh('agenda.agenda-paper.states.overdue'),
      zh('agenda.kinds.termination'),
    ])
      expect(text).toContain(words);
    drawPages(pdf, 'agenda-pdf');
  });

  test('English and dark', async () => {
    const { page } = app;
    const { frame, agenda, rights } = app.screens;
    await page.emulateMedia({ colorScheme: 'dark' });
    await app.preferAnew({ language: 'en' });
    await frame.goTo('agenda');
    await expect(agenda.title).toBeVisible();
    await expect(agenda.title).toHaveText(en('agenda.title'));
    await app.shot('agenda-en-dark');
    await agenda.byMonth();
    await app.shot('agenda-calendar-en-dark');
    await frame.goTo('rights');
    await rights.choose(TITLE.line);
    await rights.show('orders');
    await app.shot('obligations-orders-dark');
    await page.setViewportSize({ width: 1920, height: 1080 });
    await rights.choose(TITLE.sla);
    await rights.show('service');
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
    const { frame, rights } = app.screens;
    await importAll(app, reference().path);
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
    await frame.goTo('rights');
    await rights.show('orders');
    await expect(rights.value('玖仟捌佰元伍角整')).toBeVisible();
    await expect(rights.noEarlyEnd).toBeVisible();
    await app.shot('obligations-seed-orders');
    await rights.show('invoices');
    await expect(rights.value('2026年11月10日 周二').first()).toBeVisible();
    await rights.showInvoiceSteps();
    await rights.steps.first().check();
    await expect(rights.stepsDone(1)).toBeVisible();
    await app.shot('obligations-seed-invoices');
  });
});
