import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
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
