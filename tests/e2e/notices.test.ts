import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { App, rail, ROOT } from './app.ts';
import { violations } from './violations.ts';
import { anyOf, en, like, zh } from './texts.ts';

test.describe.configure({ mode: 'serial' });

const LINE = '云舟跨域专线服务协议（示例）';
const app = new App();

test.beforeAll(async () => {
  const page = await app.start();
  await page.evaluate(() => window.assent.call('import.sample', {}));
  await rail(page, 'notices').click();
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

async function register(fill: { sent: string; effective: string; subject: string; text?: string }): Promise<void> {
  const { page } = app;
  await page.getByRole('button', { name: zh('notices.register') }).click();
  const form = page.getByRole('dialog');
  await form.locator('select[name=agreementId]').selectOption({ label: LINE });
  await form.locator('input[name=sent]').fill(fill.sent);
  await form.locator('input[name=announcedEffective]').fill(fill.effective);
  await form.locator('input[name=subject]').fill(fill.subject);
  if (fill.text) await form.locator('textarea[name=announcement]').fill(fill.text);
  if (fill.text) {
    await app.shot('notice-form');
    expect(await violations(app)).toEqual([]);
  }
  await form.getByRole('button', { name: zh('notices.form.save'), exact: true }).click();
  await page.getByRole('heading', { name: LINE }).waitFor();
}

test('a notice is registered: the clock runs on the old text, the shortfall is flagged, every date has its working', async () => {
  const { page } = app;
  await app.shot('notices-empty');
  await register({
    sent: '2026-11-10',
    effective: '2026-11-30',
    subject: '缩短变更公告期，提高违约金',
    text: '关于修订跨域专线服务协议的公告：修订后的协议自2026年11月30日起施行。',
  });
  await expect(page.getByText(zh('notices.shortfall', { days: 11 }))).toBeVisible();
  await expect(page.locator('[data-line=lastDayToAct]')).toContainText('2026年11月29日');
  await expect(page.locator('[data-line=earliestEffective]')).toContainText('2026年12月11日');
  await page.locator('[data-line=earliestEffective] summary').click();
  await expect(page.locator('[data-line=earliestEffective]')).toContainText('《民法典》第二百零一条');
  await expect(
    page
      .locator('[data-line=earliestEffective]')
      .getByRole('button', { name: zh('notices.clause', { number: '5.2' }) }),
  ).toBeVisible();
  await expect(
    page.getByText(
      anyOf(
        ...(['beforehandByClause', 'beforehandPastByClause'] as const).map((key) =>
          like(`notices.${key}`, { date: /.+/, number: '5.2' }),
        ),
      ),
    ),
  ).toBeVisible();
  await app.shot('notice-detail');
  expect(await violations(app)).toEqual([]);
  const [row] = noticeRows();
  expect(row?.state).toBe('announced');
  expect(kinds(row?.id ?? '')).toEqual(['notice-registered']);
  expect(app.rows('SELECT name FROM attachment')).toEqual([{ name: '公告.txt' }]);
  await expect(rail(page, 'notices')).toContainText('1');
});

test('the working leads to the clause; the comparison is one step away', async () => {
  const { page } = app;
  await page
    .locator('[data-line=earliestEffective]')
    .getByRole('button', { name: zh('notices.clause', { number: '5.2' }) })
    .click();
  await expect(page.locator('.clause.current')).toContainText('提前30天公告');
  await page.getByRole('button', { name: zh('frame.back') }).click();
  await page.getByRole('button', { name: zh('notices.compare') }).click();
  await expect(page.getByRole('region', { name: zh('compare.impact') })).toBeVisible();
  await page.getByRole('button', { name: zh('frame.back') }).click();
});

test('objecting asks for a name; its list is ticked with day and evidence; each step is an entry', async () => {
  const { page } = app;
  await page.getByRole('button', { name: zh('notices.begin') }).click();
  await page.getByRole('button', { name: zh('notices.object') }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: zh('notices.confirm') })).toBeDisabled();
  await dialog.locator('input[name=by]').fill('陈远');
  await app.shot('notice-object');
  await dialog.getByRole('button', { name: zh('notices.confirm') }).click();
  for (const item of ['stop-using', 'confirm-in-writing']) {
    const line = page.locator(`[data-item=${item}]`);
    await line.getByRole('button', { name: zh('notices.tick') }).click();
    await line.locator('input[name=evidence]').fill('工单 2026-1101');
    if (item === 'stop-using') await app.shot('notice-checklist');
    if (item === 'stop-using') expect(await violations(app)).toEqual([]);
    await line.getByRole('button', { name: zh('frame.save') }).click();
    await expect(line).toContainText(like('notices.doneOn', { date: /.+/, evidence: '工单 2026-1101' }));
  }
  await expect(page.getByText(zh('notices.checklistLeft', { left: 3 }))).toBeVisible();
  const [row] = noticeRows();
  expect(row?.state).toBe('objected');
  expect(kinds(row?.id ?? '')).toEqual([
    'notice-registered',
    'notice-decided',
    'notice-decided',
    'objection-step',
    'objection-sent',
  ]);
});

test('lapsing is never silent: said beforehand, set down only on a named person’s word', async () => {
  const { page } = app;
  await register({ sent: '2026-10-01', effective: '2026-10-21', subject: '调整检修安排' });
  expect(noticeRows()[1]?.state).toBe('announced');
  await page.getByRole('button', { name: zh('notices.begin') }).click();
  await page.getByRole('button', { name: zh('notices.lapse') }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('视为接受变更')).toBeVisible();
  await dialog.locator('input[name=usedOn]').fill('2026-10-25');
  await dialog.locator('input[name=by]').fill('李航');
  await app.shot('notice-lapse');
  await dialog.getByRole('button', { name: zh('notices.confirm') }).click();
  await expect(page.getByText(/2026年10月25日.*仍在使用.*第 5\.2 条/)).toBeVisible();
  const row = noticeRows()[1];
  expect(row?.state).toBe('lapsed');
  expect(kinds(row?.id ?? '').at(-1)).toBe('notice-lapsed');
});

test('the calendar file has both dates of the open notice, with alarms', async () => {
  const { page } = app;
  const file = join(app.folder, 'notices.ics');
  await app.saveAs(file);
  await page.getByRole('button', { name: zh('notices.export') }).click();
  await page.getByText(zh('notices.exported', { name: 'notices.ics' })).waitFor();
  const text = readFileSync(file, 'utf8');
  expect(text).toContain('DTSTART;VALUE=DATE:20261129\r\n');
  expect(text.match(/BEGIN:VEVENT/gu)).toHaveLength(2);
  expect(text.match(/BEGIN:VALARM/gu)).toHaveLength(12);
});

test('after a restart everything is there and the chain verifies', async () => {
  const before = noticeRows();
  const page = await app.restart();
  expect(noticeRows()).toEqual(before);
  await rail(page, 'notices').click();
  await expect(page.getByText(zh('names.noticeState.lapsed')).first()).toBeVisible();
  await expect(page.getByText(zh('notices.checklistLeft', { left: 3 }))).toBeVisible();
  const check = await page.evaluate(() => window.assent.call('evidence.verify', {}));
  expect(check).toMatchObject({ ok: true, value: { ok: true } });
});

/** Puts the main process at a time, and writes down what its notifications and its tray show. */
async function standAt(instant: string): Promise<void> {
  await app.electron.evaluate(({ Notification, Tray }, iso) => {
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
  await app.electron.evaluate(({ powerMonitor }) => void powerMonitor.emit('resume'));
  return app.electron.evaluate(() => {
    const { shown } = globalThis as unknown as { shown: { title: string; body: string }[] };
    return shown.map(({ title, body }) => `${title} ${body}`);
  });
}

const tip = (): Promise<string> => app.electron.evaluate(() => (globalThis as unknown as { tip: string }).tip);

test('reminders come once, also after a week off, and the tray keeps the next date', async () => {
  await standAt('2026-12-01T01:00:00Z');
  await wake();
  await register({ sent: '2026-12-01', effective: '2026-12-21', subject: '机房搬迁' });
  await standAt('2026-12-06T01:00:00Z');
  expect(await wake()).toEqual([expect.stringContaining('还有 14 天')]);
  expect(await wake()).toHaveLength(1);
  expect(await tip()).toContain('2026-11-29');
  await app.restart();
  await standAt('2026-12-06T09:00:00Z');
  expect(await wake()).toEqual([]);
  await standAt('2026-12-19T01:00:00Z');
  expect(await wake()).toEqual([expect.stringMatching(/还有 1 天.*（另有 2 次提醒没有显示）/u)]);
  await standAt('2026-12-08T01:00:00Z');
  expect(await wake()).toEqual([]);
  await standAt('2026-12-20T01:00:00Z');
  expect(await wake()).toEqual([expect.stringContaining(zh('notices.notice-reminders.left-words-2'))]);
});

test('a click on a reminder leads to its notice', async () => {
  await app.electron.evaluate(() => {
    const { shown } = globalThis as unknown as { shown: { emit: (name: string) => void }[] };
    shown[0]?.emit('click');
  });
  await expect(app.page.getByText('机房搬迁').last()).toBeVisible();
});

test('the watched folder offers a page that resembles an agreement, and keeps nothing else', async () => {
  const page = await app.restart();
  await rail(page, 'notices').click();
  const folder = join(app.folder, '下载');
  mkdirSync(folder);
  await app.chooseFiles(folder);
  await page.getByRole('button', { name: zh('notices.turnOn') }).click();
  await expect(page.getByText(zh('notices.folderOn', { name: '下载' }))).toBeVisible();
  const sources = app.rows('SELECT id FROM source').length;
  const newest = readFileSync(join(ROOT, 'assets', 'sample', '4-示例跨域专线服务协议-2026-10.txt'), 'utf8');
  copyFileSync(join(ROOT, 'package.json'), join(folder, 'package.txt'));
  writeFileSync(join(folder, '专线协议.txt'), newest.replace('提前20天', '提前15天'));
  await expect(page.getByText(like('notices.offer', { name: '专线协议.txt', title: /.+/ }))).toBeVisible();
  expect(app.rows('SELECT id FROM source')).toHaveLength(sources + 1);
  await app.shot('notices-offer');
  await page.getByRole('button', { name: zh('notices.reviewOffer') }).click();
  await page.getByRole('button', { name: zh('import.confirm') }).click();
  await expect.poll(() => app.rows("SELECT id FROM version WHERE title LIKE '%专线服务协议%'")).toHaveLength(3);
  expect(JSON.stringify(await page.evaluate(() => window.assent.call('import.watchedFolder', {})))).not.toContain(
    app.folder,
  );
});

test('in English, in the dark, and narrow', async () => {
  const { page } = app;
  await page.evaluate(() => window.assent.call('settings.setPreferences', { language: 'en' }));
  await page.reload();
  await page.getByRole('button', { name: en('frame.notices') }).click();
  await page.getByRole('heading', { name: en('notices.clock') }).waitFor();
  await page.locator('[data-line=lastDayToAct] summary').click();
  await app.shot('notices-en');
  await page.setViewportSize({ width: 1920, height: 1080 });
  await app.shot('notices-en-1920');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 1024, height: 700 });
  await page.waitForTimeout(300);
  await app.shot('notices-en-dark-1024');
  expect(await violations(app)).toEqual([]);
});
