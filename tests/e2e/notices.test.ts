import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { App, ROOT } from './app.ts';
import { importSample, sampleText, TITLE } from './sample.ts';
import { inOrder, said } from './texts.ts';
import { violations } from './violations.ts';

test.describe.configure({ mode: 'serial' });

const app = new App();

test.beforeAll(async () => {
  await app.start();
  await importSample(app);
  await app.screens.frame.goTo('notices');
});
test.afterAll(() => app.end());

const noticeRows = () =>
  app.rows<{ id: string; state: string; body: string }>(
    "SELECT id, state, body FROM paper WHERE desk = 'notices' AND kind = 'notice' ORDER BY created_at",
  );
const kinds = (noticeId: string) =>
  app
    .rows<{ kind: string; subject: string }>('SELECT kind, subject FROM ledger ORDER BY sequence')
    .filter(({ subject }) => subject === `notice:${noticeId}`)
    .map(({ kind }) => kind);

async function register(fill: { sent: string; effective: string; subject: string; announcement?: string }) {
  const { notices } = app.screens;
  await notices.fillNew({ agreement: TITLE.line, ...fill });
  if (fill.announcement !== undefined) {
    await app.shot('notice-form');
    expect(await violations(app.page)).toEqual([]);
  }
  await notices.saveNew(TITLE.line);
}

test('a notice is registered: the clock runs on the old text, the shortfall is flagged, every date has its working', async () => {
  const { frame, notices } = app.screens;
  await app.shot('notices-empty');
  await register({
    sent: '2026-11-10',
    effective: '2026-11-30',
    subject: '缩短变更公告期，提高违约金',
    announcement: '关于修订跨域专线服务协议的公告：修订后的协议自2026年11月30日起施行。',
  });
  await expect(notices.shortfall(11)).toBeVisible();
  await expect(notices.day('lastDayToAct').all).toContainText('2026年11月29日');
  const effective = notices.day('earliestEffective');
  await expect(effective.all).toContainText('2026年12月11日');
  await effective.showWorking();
  await expect(effective.all).toContainText(said('term.statutes.article-201'));
  await expect(effective.clause('5.2')).toBeVisible();
  await expect(notices.beforehand('5.2')).toBeVisible();
  await app.shot('notice-detail');
  expect(await violations(app.page)).toEqual([]);
  const [row] = noticeRows();
  expect(row?.state).toBe('announced');
  expect(kinds(row?.id ?? '')).toEqual(['notice-registered']);
  expect(app.rows('SELECT name FROM attachment')).toEqual([{ name: '公告.txt' }]);
  await expect(frame.railButton('notices')).toContainText('1');
});

test('the working leads to the clause; the comparison is one step away', async () => {
  const { frame, reader, compare, notices } = app.screens;
  await notices.day('earliestEffective').clause('5.2').click();
  await expect(reader.current).toContainText('提前30天公告');
  await frame.back();
  await notices.compare();
  await expect(compare.impact).toBeVisible();
  await frame.back();
});

test('objecting asks for a name; its list is ticked with day and evidence; each step is an entry', async () => {
  const { notices } = app.screens;
  await notices.object();
  await notices.confirm();
  await expect(notices.nameless).toBeVisible();
  await notices.say({ by: '陈远' });
  await app.shot('notice-object');
  await notices.confirm();
  for (const name of ['stop-using', 'confirm-in-writing']) {
    const step = notices.step(name);
    await step.tick('工单 2026-1101');
    if (name === 'stop-using') await app.shot('notice-checklist');
    if (name === 'stop-using') expect(await violations(app.page)).toEqual([]);
    await step.save();
    await expect(step.all).toContainText(said('notices.doneOn', { date: /.+/, evidence: '工单 2026-1101' }));
  }
  await expect(notices.stepsLeft(3)).toBeVisible();
  const [row] = noticeRows();
  expect(row?.state).toBe('objected');
  expect(kinds(row?.id ?? '')).toEqual(['notice-registered', 'notice-decided', 'objection-step', 'objection-sent']);
});

test('use after the effect is never taken silently: said beforehand, set down only on a named person’s word, and concedes nothing', async () => {
  const { notices } = app.screens;
  await register({ sent: '2026-10-01', effective: '2026-10-21', subject: '调整检修安排' });
  expect(noticeRows()[1]?.state).toBe('announced');
  await notices.markStillUsed();
  await expect(notices.quoted('视为接受变更')).toBeVisible();
  await notices.say({ usedOn: '2026-10-25', by: '李航' });
  await app.shot('notice-in-use');
  await notices.confirm();
  await expect(notices.usedOn(/2026年10月25日.*/)).toBeVisible();
  const row = noticeRows()[1];
  expect(row?.state).toBe('in-use');
  expect(kinds(row?.id ?? '').at(-1)).toBe('notice-use-noted');
});

test('the calendar file has what is still to be done, with alarms: the objection went out, its last day is closed and its arrival open', async () => {
  const file = app.path('notices.ics');
  await app.screens.notices.saveCalendar(file);
  const text = readFileSync(file, 'utf8');
  expect(text).toContain('DTSTART;VALUE=DATE:20261130\r\n');
  expect(text.match(/BEGIN:VEVENT/gu)).toHaveLength(2);
  expect(text.replaceAll('\r\n ', '').match(/^SUMMARY:.*登记送达/gmu)).toHaveLength(1);
  // Only alarms that still lie ahead, which depends on the day of the test; never more than three.
  expect(text.match(/BEGIN:VALARM/gu)?.length ?? 0).toBeLessThanOrEqual(3);
});

/*
 * Twenty days after 23 November 2026 end on Sunday 13 December. Nobody has to act on the last day of a notice, so article 203 moves
 * neither it nor the effect after it: act by the Sunday, and by no other day.
 */
test('without an announced day: one last day, whatever weekend it lies on; a withdrawn notice is called off', async () => {
  const { notices } = app.screens;
  await register({ sent: '2026-11-23', effective: '', subject: '修订附件' });
  const last = notices.day('lastDayToAct').all;
  await expect(last).toContainText('2026年12月13日');
  await expect(last).not.toContainText('最晚可主张');
  await expect(notices.day('effective').all).toContainText('2026年12月14日');
  await expect(notices.day('effective').all).not.toContainText('2026年12月15日');
  await app.shot('notice-weekend');
  expect(await violations(app.page)).toEqual([]);
  const file = app.path('weekend.ics');
  await notices.saveCalendar(file);
  const first = readFileSync(file, 'utf8').replaceAll('\r\n ', '');
  expect(first).toContain('DTSTART;VALUE=DATE:20261213\r\n');
  expect(first).not.toContain('最晚可主张');
  await notices.withdraw('李航');
  await notices.saveCalendar(file);
  const second = readFileSync(file, 'utf8');
  expect(second.match(/STATUS:CANCELLED/gu)).toHaveLength(2);
  expect(second.match(/SEQUENCE:1/gu)).toHaveLength(2);
});

test('after a restart everything is there and the chain verifies', async () => {
  const before = noticeRows();
  await app.restart();
  const { frame, notices } = app.screens;
  expect(noticeRows()).toEqual(before);
  await frame.goTo('notices');
  await expect(notices.inUse).toBeVisible();
  await expect(notices.stepsLeft(3)).toBeVisible();
  expect(await app.verifyLedger()).toMatchObject({ ok: true, value: { ok: true } });
});

/** Puts the main process at a time, and writes down what its notifications and its tray show. */
async function standAt(instant: string): Promise<void> {
  await app.inMain(({ Notification, Tray }, iso) => {
    const world = globalThis as unknown as {
      Clock?: DateConstructor;
      shown: { title: string; body: string; emit: (name: string) => void }[];
      tip: string;
    };
    const Clock = (world.Clock ??= Date);
    const shift = Clock.parse(iso) - Clock.now();
    globalThis.Date = class extends Clock {
      constructor(...given: readonly unknown[]) {
        super(...((given.length === 0 ? [Clock.now() + shift] : given) as [number]));
      }
      static override now(): number {
        return Clock.now() + shift;
      }
    } as DateConstructor;
    world.shown = [];
    Notification.isSupported = () => true;
    Notification.prototype.show = function show(this: Electron.Notification) {
      world.shown.push(this);
    };
    Tray.prototype.setToolTip = (tip: string) => {
      world.tip = tip;
    };
  }, instant);
}

/** Wakes the machine and answers with what was shown since `standAt`. */
async function wake(): Promise<readonly string[]> {
  await app.inMain(({ powerMonitor }) => void powerMonitor.emit('resume'));
  return app.inMain(() => {
    const { shown } = globalThis as unknown as { shown: { title: string; body: string }[] };
    return shown.map(({ title, body }) => `${title} ${body}`);
  });
}

const tip = (): Promise<string> => app.inMain(() => (globalThis as unknown as { tip: string }).tip);

test('reminders come once, also after a week off, and the tray keeps the next date', async () => {
  await standAt('2026-12-01T01:00:00Z');
  await wake();
  await register({ sent: '2026-12-01', effective: '2026-12-21', subject: '机房搬迁' });
  await standAt('2026-12-06T01:00:00Z');
  expect(await wake()).toEqual([expect.stringMatching(said('agenda.reminders.last-ahead', { n: 14 }))]);
  expect(await wake()).toHaveLength(1);
  expect(await tip()).toContain('2026-12-20');
  await app.restart();
  await standAt('2026-12-06T09:00:00Z');
  expect(await wake()).toEqual([]);
  await standAt('2026-12-19T01:00:00Z');
  expect(await wake()).toEqual([
    expect.stringMatching(
      inOrder(said('agenda.reminders.last-ahead', { n: 1 }), /.*/u, said('agenda.reminders.more', { missed: 2 })),
    ),
  ]);
  await standAt('2026-12-08T01:00:00Z');
  expect(await wake()).toEqual([]);
  await standAt('2026-12-20T01:00:00Z');
  expect(await wake()).toEqual([expect.stringMatching(said('agenda.reminders.last-today'))]);
});

test('a click on a reminder leads to its notice', async () => {
  await app.inMain(() => {
    const { shown } = globalThis as unknown as { shown: { emit: (name: string) => void }[] };
    shown[0]?.emit('click');
  });
  await expect(app.screens.notices.subject('机房搬迁').last()).toBeVisible();
});

test('the watched folder offers a page that resembles an agreement, and keeps nothing else', async () => {
  const page = await app.restart();
  const { frame, importReview, notices } = app.screens;
  await frame.goTo('notices');
  const folder = app.path('下载');
  mkdirSync(folder);
  await notices.watchFolder(folder);
  await expect(notices.watched('下载')).toBeVisible();
  const sources = app.rows('SELECT id FROM source').length;
  copyFileSync(join(ROOT, 'package.json'), join(folder, 'package.txt'));
  writeFileSync(join(folder, '专线协议.txt'), sampleText('newestLine').replace('提前20天', '提前15天'));
  await expect(notices.offer('专线协议.txt')).toBeVisible();
  expect(app.rows('SELECT id FROM source')).toHaveLength(sources + 1);
  await app.shot('notices-offer');
  await notices.reviewOffer();
  await importReview.press();
  await expect.poll(() => app.rows("SELECT id FROM version WHERE title LIKE '%专线服务协议%'")).toHaveLength(3);
  expect(JSON.stringify(await page.evaluate(() => window.assent.call('import.watchedFolder', {})))).not.toContain(
    app.folder,
  );
});

test('in English, in the dark, and narrow', async () => {
  const { page } = app;
  const { frame, notices } = app.screens;
  await app.preferAnew({ language: 'en' });
  await frame.goTo('notices');
  await notices.clock.waitFor();
  await notices.day('lastDayToAct').showWorking();
  await app.shot('notices-en');
  await page.setViewportSize({ width: 1920, height: 1080 });
  await app.shot('notices-en-1920');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 1024, height: 700 });
  await page.waitForTimeout(300);
  await app.shot('notices-en-dark-1024');
  expect(await violations(page)).toEqual([]);
});
