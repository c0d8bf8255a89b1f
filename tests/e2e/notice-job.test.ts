import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { printedPages } from '../unit/pdf/scan/simulate.ts';
import { accept } from './accept.ts';
import { App, ROOT } from './app.ts';
import { importAll } from './main-way.ts';
import { recordsOf } from './notice-records.ts';
import { AGREED, DEARER, FIRST, HOSTING, USED } from './notice-texts.ts';
import { flat, textOf } from './pdf-tools.ts';
import { COMPANY, saveCompany } from './sample.ts';
import { scanOf, type SealZone } from './sealed-paper.ts';
import { said, zh } from './texts.ts';

test.describe.configure({ mode: 'serial' });

const app = new App();
const BY = '李航';
const WAYBILL = '1234567890123';

test.beforeAll(async () => {
  await app.start();
  await app.resize(1440, 900);
  await app.runFrom('2026-08-03T01:00:00Z');
  await saveCompany(app, COMPANY);
});
test.afterAll(() => app.end());

const { noticeRows, notice, kindsOf, payloadOf, versions, agreementId, lastDays, standing } = recordsOf(app);

/** Shows the agreement's page. */
async function showAgreement(shot: string): Promise<void> {
  const { frame, library } = app.screens;
  await frame.goTo('library');
  await library.row(HOSTING).click();
  await app.page.getByRole('heading', { name: said('library.versions') }).waitFor();
  await app.shot(shot);
}

async function register(fill: {
  readonly sent: string;
  readonly effective: string;
  readonly subject: string;
  readonly announcement: string;
}): Promise<void> {
  const { frame, notices } = app.screens;
  await frame.goTo('notices');
  await notices.fillNew({ agreement: HOSTING, channel: 'email', ...fill });
  await notices.saveNew(HOSTING);
}

/** Imports the announced text for the notice that is shown. */
async function importFor(name: string, text: string): Promise<void> {
  const { notices, importReview } = app.screens;
  await notices.importNewText(app.file(name, text));
  await importReview.shown(1);
  await importReview.press();
  await notices.clock.waitFor();
}

test('an agreement is saved, and decided and accepted in the world: it stands', async () => {
  await app.runFrom('2026-08-03T02:00:00Z');
  await importAll(app, app.file('托管协议.txt', FIRST));
  await accept(app, versions()[0]!.id);
  await showAgreement('job-0-accepted');
  expect(await standing()).toMatchObject([{ ordinal: 1, state: 'accepted', stands: true }]);
});

/*
 * Twenty days after 14 September 2026 end on 4 October, within the holidays of the National Day, which last until the 7th. They move
 * neither the end of the notice nor the effect on the 5th: act by the 4th.
 */
test('a change comes by mail: delivered that day, with one last day that no holiday moves', async () => {
  await app.runFrom('2026-09-15T02:00:00Z');
  const { agenda, frame, notices } = app.screens;
  await register({
    sent: '2026-09-14',
    effective: '',
    subject: '提高逾期违约金，缩短数据保留期',
    announcement: '青禾将修订托管服务协议，通知满二十天后施行。',
  });
  await expect(notices.day('delivered').all).toContainText('2026年9月14日');
  const last = notices.day('lastDayToAct').all;
  await expect(last).toContainText('2026年10月4日');
  await expect(last).not.toContainText('2026年10月8日');
  await app.shot('job-1-registered');
  expect(notice(0).state).toBe('announced');
  expect(JSON.parse(notice(0).body)).toMatchObject({ channel: 'email', sent: '2026-09-14' });
  expect(kindsOf(`notice:${notice(0).id}`)).toEqual(['notice-registered']);
  expect(await lastDays()).toHaveLength(1);
  await frame.goTo('agenda');
  await expect(agenda.item('2026年10月4日').all.first()).toBeVisible();
  await app.shot('job-1-agenda');
});

test('its new text is imported for it and compared: what it changes stands on the notice', async () => {
  const { frame, notices, compare } = app.screens;
  await frame.goTo('notices');
  await importFor('托管协议-9月.txt', DEARER);
  expect(JSON.parse(notice(0).body)).toMatchObject({ newVersionId: versions()[1]!.id });
  await app.shot('job-2-imported');
  await notices.compare();
  await expect(compare.impactOf('1.2')).toBeVisible();
  await expect(compare.impactOf('2.2')).toBeVisible();
  await app.shot('job-2-compared');
  await frame.back();
});

test('objected: the letter says what is not agreed to, in the words of both texts', async () => {
  await app.runFrom('2026-09-18T02:00:00Z');
  const { notices, letters } = app.screens;
  await notices.object();
  await notices.say({ by: BY });
  await notices.confirm();
  await expect(notices.state('objected')).toBeVisible();
  expect(notice(0).state).toBe('objected');
  await app.shot('job-3-objected');
  await notices.writeObjection();
  await letters.shown();
  await letters.field('handler').fill(BY);
  // Why, only the person can say.
  await expect(letters.exportButton).toHaveCount(0);
  await letters.field('changes.1.why').fill('七日不够取回数据');
  await letters.field('changes.2.why').fill('比例是原约定的六倍');
  await expect(letters.exportButton).toBeEnabled();
  await letters.onPaper('原约定的六倍').first().waitFor();
  await app.shot('job-3-draft');
  // Nothing has gone out yet: the day still stands.
  expect(await lastDays()).toHaveLength(1);
});

test('exported: the PDF names notice, clauses and demand', async () => {
  const { letters } = app.screens;
  const file = app.path('异议函.pdf');
  await letters.exportPdf(file);
  const text = flat(textOf(file));
  for (const words of [
    '青禾示例数据有限公司',
    COMPANY.name,
    '2026年9月14日',
    '邮件',
    HOSTING,
    '0.5‰',
    '3‰',
    '六十日',
    '理由：比例是原约定的六倍',
  ])
    expect(text).toContain(words);
  await app.shot('job-3-exported');
  expect(await lastDays()).toHaveLength(1);
});

test('sealed: the scan of the stamped paper is read, confirmed and kept', async () => {
  test.setTimeout(180_000);
  const { letters } = app.screens;
  const [row] = app.rows<{ body: string }>("SELECT body FROM paper WHERE kind = 'letter'");
  const { outputs } = JSON.parse(row?.body ?? '{}') as { outputs: { zones: SealZone[] }[] };
  const pages = printedPages(readFileSync(app.path('异议函.pdf')));
  const scan = await scanOf(pages, outputs[0]!.zones[0]!, { seed: 7, seal: 40 });
  await letters.scan.import(app.file('盖章件.pdf', scan));
  await expect(letters.scan.overall('seals')).toBeVisible({ timeout: 90_000 });
  await app.shot('job-3-scan');
  await letters.scan.seeSignature();
  await letters.scan.confirm();
  await expect(letters.scan.decided('confirmed')).toBeVisible();
  await letters.scan.close();
  await expect(letters.way.taken('sealed')).toBeVisible();
  await app.shot('job-3-sealed');
  expect(app.rows("SELECT state FROM paper WHERE kind = 'letter'")).toEqual([{ state: 'sealed' }]);
  expect(await lastDays()).toHaveLength(1);
});

test('sent by EMS with number and proof: only now is the day closed; then it arrives', async () => {
  await app.runFrom('2026-09-21T02:00:00Z');
  const { letters, frame, notices } = app.screens;
  const proof = app.file('邮寄详情单.png', await app.shot('job-3-to-send'));
  await letters.way.say('sent', { on: '2026-09-21', by: BY, channel: 'ems', number: WAYBILL, proof });
  await app.shot('job-3-sent-form');
  await letters.way.save('sent');
  expect(await lastDays()).toHaveLength(0);
  expect(payloadOf('objection-sent')).toMatchObject({ by: BY, on: '2026-09-21', channel: 'ems', number: WAYBILL });
  expect(app.rows("SELECT name FROM attachment WHERE name = '邮寄详情单.png'")).toHaveLength(1);
  await app.runFrom('2026-09-23T02:00:00Z');
  await letters.way.say('arrived', { on: '2026-09-23', by: BY });
  await letters.way.save('arrived');
  await expect(letters.way.line('sent')).toContainText(WAYBILL);
  await app.shot('job-3-arrived');
  await frame.goTo('notices');
  await expect(notices.way.taken('arrived')).toBeVisible();
  // What went out in time warns of no last day, in the list or on the line.
  await expect(app.page.getByText(said('notices.objectionArrivedShort', { date: '09-23' }))).toBeVisible();
  await expect(app.page.getByText(said('notices.lastDayShort', { date: '10-04', left: 11 }))).toHaveCount(0);
  await app.shot('job-3-notice-arrived');
});

test('going on as was agreed is said: the former text still stands, and the new one is told as objected to', async () => {
  await app.runFrom('2026-10-20T02:00:00Z');
  const { notices } = app.screens;
  await notices.keepOn();
  await notices.say({ by: BY });
  await app.shot('job-3-keep-on');
  await notices.confirm();
  await expect(notices.state('continuing')).toBeVisible();
  await app.shot('job-3-continuing');
  await showAgreement('job-3-agreement');
  expect(await standing()).toMatchObject([
    { ordinal: 1, state: 'accepted', stands: true },
    { ordinal: 2, state: 'objected', stands: false },
  ]);
  const objected = said('library.linked.objected', {
    state: said('names.noticeState.continuing'),
    letter: said('letters.case.states.arrived'),
  });
  await expect(app.page.getByText(objected).first()).toBeVisible();
});

test('a second change is decided and accepted before its day: its text stands from that day, not before', async () => {
  await app.runFrom('2026-11-05T02:00:00Z');
  const { notices, compare } = app.screens;
  await register({
    sent: '2026-11-02',
    effective: '2026-12-01',
    subject: '延长数据保留期',
    announcement: '修订后的托管服务协议自2026年12月1日起施行。',
  });
  await importFor('托管协议-11月.txt', AGREED);
  await notices.compare();
  await compare.shown();
  // What stands is compared with it, not the text that was objected to.
  await expect(compare.impactOf('2.2')).toHaveCount(0);
  await compare.goThrough();
  await expect(compare.counted.first()).toBeVisible();
  await app.shot('job-4-compared');
  await accept(app, versions()[2]!.id);
  expect(noticeRows().map(({ state }) => state)).toEqual(['continuing', 'accepted']);
  await showAgreement('job-4-before-its-day');
  expect(await standing()).toMatchObject([
    { ordinal: 1, stands: true },
    { ordinal: 2, stands: false },
    { ordinal: 3, stands: false },
  ]);
  await app.runFrom('2026-12-02T02:00:00Z');
  await showAgreement('job-4-from-its-day');
  expect(await standing()).toMatchObject([
    { ordinal: 1, state: 'superseded', stands: false },
    { ordinal: 2, stands: false },
    { ordinal: 3, state: 'accepted', stands: true, from: '2026-11-30T16:00:00.000Z' },
  ]);
});

test('a third change: a person says that the service was used on, which concedes nothing: what stood goes on standing', async () => {
  await app.runFrom('2026-12-04T02:00:00Z');
  const { frame, notices } = app.screens;
  await register({
    sent: '2026-12-03',
    effective: '2026-12-28',
    subject: '缩短变更通知期',
    announcement: '修订后的托管服务协议自2026年12月28日起施行。',
  });
  await importFor('托管协议-12月.txt', USED);
  await app.runFrom('2026-12-31T02:00:00Z');
  await frame.goTo('library');
  expect(notice(2).state).toBe('announced');
  expect((await standing())[2]).toMatchObject({ ordinal: 3, stands: true });
  await frame.goTo('notices');
  await app.shot('job-5-past');
  await notices.markStillUsed();
  await expect(notices.quoted('视为接受变更')).toBeVisible();
  await notices.say({ usedOn: '2026-12-30', by: BY });
  await app.shot('job-5-use');
  await notices.confirm();
  await expect(notices.usedOn(/2026年12月30日.*/)).toBeVisible();
  await app.shot('job-5-in-use');
  expect(notice(2).state).toBe('in-use');
  expect(kindsOf(`notice:${notice(2).id}`).at(-1)).toBe('notice-use-noted');
  expect(payloadOf('notice-use-noted')).toMatchObject({ usedOn: '2026-12-30', by: BY, acceptance: 'not-conceded' });
  await showAgreement('job-5-agreement');
  expect(await standing()).toMatchObject([
    { ordinal: 1, state: 'superseded', stands: false },
    { ordinal: 2, stands: false },
    { ordinal: 3, state: 'accepted', stands: true },
    { ordinal: 4, stands: false },
  ]);
});

test('the record and the bundle verify and tell from when to when it stood; a restart changes nothing', async () => {
  test.setTimeout(120_000);
  const bundle = app.path('托管协议.zip');
  await app.files.saveAs(bundle);
  // By the calls of the page: what is adverse in it is looked at first, or nothing leaves.
  await app.page.evaluate(async (id) => {
    const scope = { kind: 'agreement', agreementId: id };
    const look = (await window.assent.call('evidence.adverse', { scope })) as {
      readonly value: { readonly seen: string };
    };
    await window.assent.call('evidence.exportBundle', { scope, seen: look.value.seen });
  }, agreementId());
  const answer = JSON.parse(
    execFileSync('npm', ['run', '--silent', 'cli', '--', 'verify', bundle, '--json'], { cwd: ROOT }).toString(),
  ) as { ok: boolean; records: unknown[] };
  expect(answer.ok).toBe(true);
  expect(answer.records).toHaveLength(2);
  const certificate = app.path('记录.pdf');
  const [last] = app.rows<{ id: string }>('SELECT id FROM acceptance ORDER BY decided_at DESC');
  await app.files.saveAs(certificate);
  await app.page.evaluate(async (acceptanceId) => {
    const scope = { kind: 'acceptance', acceptanceId };
    const look = (await window.assent.call('evidence.adverse', { scope })) as {
      readonly value: { readonly seen: string };
    };
    await window.assent.call('evidence.certificate', { acceptanceId, language: 'zh', seen: look.value.seen });
  }, last!.id);
  const text = flat(textOf(certificate));
  expect(text).toContain('2026-12-01');
  // The service was used on after the next text: a fact, by which what was accepted stands as before.
  expect(text).toContain(`${flat(zh('names.state.concluded'))}2026-11-05`);
  // The restart sets the clock back to the machine's: that is told, and nothing is called altered for it.
  const whole = { ok: true, value: { ok: true, integrity: 'intact', faults: [], unchecked: [] } };
  expect(await app.verifyLedger()).toMatchObject(whole);
  await app.restart();
  const after = await app.verifyLedger();
  expect(after).toMatchObject(whole);
  expect(JSON.stringify(after)).toContain('ledger.chain-walk.clock-set-back');
  expect(noticeRows().map(({ state }) => state)).toEqual(['continuing', 'accepted', 'in-use']);
});
