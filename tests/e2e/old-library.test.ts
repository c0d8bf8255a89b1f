import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { App, ROOT } from './app.ts';
import { zh } from './texts.ts';

test.describe.configure({ mode: 'serial' });

const app = new App();
test.beforeAll(async () => {
  const library = join(ROOT, 'tests/fixtures/database/library-0001.sqlite.gz');
  writeFileSync(join(app.folder, 'assent.sqlite'), gunzipSync(readFileSync(library)));
  await app.start();
});
test.afterAll(() => app.end());

test('a library of version 0.1.0 is asked once what became of its decisions; nothing stands before', async () => {
  const { page } = app;
  const shelf = page.getByRole('region', { name: zh('library.title') });
  await expect(shelf.getByText(zh('names.state.decided')).first()).toBeVisible();
  await expect(shelf.getByText(new RegExp(`^${zh('names.state.accepted')}`))).toHaveCount(0);
  await page.getByRole('button', { name: zh('library.questions.answer') }).click();
  const dialog = page.getByRole('dialog');
  const record = dialog.getByRole('button', { name: zh('review.standing.record') });
  await expect(record).toBeDisabled();
  await app.shot('library-questions');
  await dialog.locator('select[name="all"]').selectOption('decision-day');
  await dialog.locator('select[name="world"]').first().selectOption('not-yet');
  for (const seals of await dialog.locator('select[name="seals"]').all()) await seals.selectOption('ours');
  await dialog.locator('input[name="by"]').fill('李航');
  await record.click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: zh('library.questions.answer') })).toHaveCount(0);
  await expect(shelf.getByText(new RegExp(`^${zh('names.state.accepted')}`)).first()).toBeVisible();
  const told = app.rows<{ state: string; n: number }>(
    "SELECT state, count(*) AS n FROM paper WHERE kind = 'happening' GROUP BY state ORDER BY state",
  );
  expect(told.map(({ state }) => state)).toEqual(['concluded', 'not-yet']);
  await app.restart();
  await expect(app.page.getByRole('button', { name: zh('library.questions.answer') })).toHaveCount(0);
});

test('in the reader a version is marked as accepted with the provider, and as ended', async () => {
  const { page } = app;
  const shelf = page.getByRole('region', { name: zh('library.title') });
  await shelf.getByRole('button', { name: /Yunzhou Message Service Terms/ }).dblclick();
  await page.locator('[data-clause]').first().waitFor();
  await page.getByRole('button', { name: zh('review.standing.conclude') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: zh('review.conclusion.kinds.made') }).check();
  await dialog.locator('input[name="concludedOn"]').fill('2026-01-05');
  await dialog.locator('input[name="by"]').fill('李航');
  await dialog.getByRole('button', { name: zh('review.standing.record') }).click();
  await expect(page.getByText(zh('review.standing.since', { from: '2026-01-05' }))).toBeVisible();
  await page.getByRole('button', { name: zh('review.standing.end') }).click();
  await dialog.locator('input[name="date"]').fill('2026-02-01');
  await dialog.locator('input[name="by"]').fill('李航');
  await dialog.getByRole('button', { name: zh('review.standing.record') }).click();
  await expect(
    page.getByText(zh('review.standing.between', { from: '2026-01-05', until: '2026-02-01' })),
  ).toBeVisible();
  await app.shot('reader-standing');
});
