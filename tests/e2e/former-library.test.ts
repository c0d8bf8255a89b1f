import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Sqlite from 'better-sqlite3';
import { expect, type Page, test } from '@playwright/test';
import { makeMany0001 } from '../fixtures/many-0001.ts';
import { App, rail, ROOT } from './app.ts';
import { zh } from './texts.ts';

/** Enough that bringing it to today's tables can be seen. */
const MANY = 1_500;
const SCREENS = ['notices', 'letters', 'rights', 'agenda', 'evidence', 'settings', 'library'] as const;

let app: App;
test.beforeEach(() => {
  app = new App();
});
test.afterEach(async () => app.end());

const database = (): string => join(app.folder, 'assent.sqlite');

/** As if the reader of version 0.1.0 had overlooked what every clause of this agreement is about. */
function overlookKinds(title: string): void {
  const library = new Sqlite(database());
  const trigger = library
    .prepare<[], string>("SELECT sql FROM sqlite_schema WHERE name = 'version_fixed'")
    .pluck()
    .get();
  const stored = library.prepare<[string], string>('SELECT document FROM version WHERE title = ?').pluck().get(title);
  const document = JSON.parse(stored ?? '') as { clauses: object[] };
  const clauses = document.clauses.map((clause) => ({ ...clause, tags: [], emphasis: [] }));
  library.exec('DROP TRIGGER version_fixed');
  library
    .prepare('UPDATE version SET document = ?, conspicuous = 0 WHERE title = ?')
    .run(JSON.stringify({ ...document, clauses }), title);
  library.exec(trigger ?? '');
  library.close();
}

async function expectNoFailure(page: Page): Promise<void> {
  await page.waitForTimeout(300);
  await expect(page.getByRole('alert')).toHaveCount(0);
}

test('a library of version 0.1.0 is brought to today’s form, and every screen shows it without a failure', async () => {
  writeFileSync(database(), gunzipSync(readFileSync(join(ROOT, 'tests/fixtures/database/library-0001.sqlite.gz'))));
  const page = await app.start();
  expect(app.rows('PRAGMA user_version')).toEqual([{ user_version: 2 }]);
  expect(readdirSync(join(app.folder, 'backups')).filter((name) => name.startsWith('before-0002'))).toHaveLength(1);
  for (const screen of SCREENS) {
    await rail(page, screen).click();
    await expect(rail(page, screen)).toHaveAttribute('aria-current', 'page');
    await expectNoFailure(page);
  }
  const titles = app.rows<{ title: string; id: string }>(
    "SELECT agreement.title, version.id FROM agreement JOIN version ON agreement_id = agreement.id WHERE origin = 'own' GROUP BY agreement.id",
  );
  expect(titles.length).toBeGreaterThan(7);
  for (const { title } of titles) {
    await rail(page, 'library').click();
    const row = page.getByRole('button', { name: title }).first();
    await row.dblclick();
    await expect(page.locator('article h1').first()).toBeVisible();
    await expect(page.locator('[data-clause]').first()).toBeVisible();
    await expectNoFailure(page);
  }
});

test('what today’s reader sees otherwise in an old version is told, shown, and kept when the person says so', async () => {
  writeFileSync(database(), gunzipSync(readFileSync(join(ROOT, 'tests/fixtures/database/library-0001.sqlite.gz'))));
  overlookKinds('云舟网络互联试用条款（示例）');
  const page = await app.start();
  await rail(page, 'library').click();
  await page.getByRole('button', { name: '云舟网络互联试用条款（示例）' }).first().dblclick();
  const look = page.getByRole('button', { name: zh('review.readings.look') });
  await look.click();
  const dialog = page.getByRole('dialog', { name: zh('review.readings.title') });
  await expect(dialog.getByText(zh('review.readings.effect'))).toBeVisible();
  await expect(dialog.getByRole('listitem').first()).toBeVisible();
  await app.shot('read-again');
  expect(app.rows('SELECT count(*) AS count FROM reading GROUP BY version_id HAVING count(*) > 1')).toEqual([]);
  await dialog.getByRole('button', { name: zh('review.readings.keep') }).click();
  await expect(page.getByText(zh('review.readings.kept'))).toBeVisible();
  await expect(look).toHaveCount(0);
  await expect(page.getByRole('button', { name: zh('review.readings.again') })).toBeVisible();
  expect(app.rows('SELECT count(*) AS count FROM reading GROUP BY version_id HAVING count(*) > 1')).toEqual([
    { count: 2 },
  ]);
  expect(app.rows('SELECT kind FROM ledger ORDER BY sequence DESC LIMIT 1')).toEqual([{ kind: 'reading-kept' }]);
  await expectNoFailure(page);
});

test('a person who waits for a large library to be brought to today’s form sees how far it is', async () => {
  test.setTimeout(180_000);
  makeMany0001(database(), MANY);
  const page = await app.launch();
  const bar = page.getByRole('progressbar');
  await expect(page.getByText(zh('shell.migration.progress'))).toBeVisible({ timeout: 30_000 });
  const seen = new Set<number>();
  const look = async (): Promise<boolean> => {
    const value = await bar.getAttribute('value', { timeout: 500 }).catch(() => null);
    if (value !== null) seen.add(Number(value));
    return value === null;
  };
  await app.shot('migration');
  for (let over = false; !over;) over = await look();
  await page.waitForSelector('nav', { timeout: 60_000 });
  const told = [...seen];
  expect(told.length).toBeGreaterThan(1);
  expect(told).toEqual(told.toSorted((a, b) => a - b));
  expect(Math.max(...told)).toBeLessThanOrEqual(2 * MANY);
  expect(app.rows('SELECT count(*) AS count FROM reading')).toEqual([{ count: MANY }]);
  await expectNoFailure(page);
});
