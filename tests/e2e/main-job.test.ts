import { expect, test } from '@playwright/test';
import { App, hasSeed, NO_SEED, SEED } from './app.ts';

test.describe.configure({ mode: 'serial' });
test.skip(!hasSeed, NO_SEED);

const app = new App();
test.beforeAll(() => app.start());
test.afterAll(() => app.end());

test('the dump is imported by the file dialog and read into its documents', async () => {
  const { page } = app;
  await app.shot('library-empty');
  await app.chooseFiles(SEED);
  await page.getByRole('button', { name: '导入协议…' }).click();
  await page.getByRole('heading', { name: '8 份文档' }).waitFor();
  await app.shot('import-review');
  await page.getByRole('button', { name: '确认并存为版本' }).click();
  await page.getByRole('heading', { name: '协议库' }).waitFor();
  await app.shot('library');
  const kinds = app.rows<{ kind: string; versions: number }>(
    'SELECT a.kind, count(v.id) AS versions FROM agreement a JOIN version v ON v.agreement_id = a.id GROUP BY a.kind ORDER BY a.kind',
  );
  expect(kinds).toEqual([
    { kind: 'commitment-letter', versions: 2 },
    { kind: 'form-list', versions: 1 },
    { kind: 'guide', versions: 1 },
    { kind: 'service-agreement', versions: 2 },
    { kind: 'sla', versions: 1 },
    { kind: 'terms', versions: 1 },
  ]);
});

test('the reader shows liability clauses in bold', async () => {
  const { page } = app;
  await page
    .getByRole('button', { name: /服务条款/ })
    .first()
    .click();
  await page.getByRole('button', { name: '审阅', exact: true }).first().click();
  await page.locator('[data-clause]').first().waitFor();
  await app.shot('reader');
  await page.keyboard.press('j');
  await app.shot('reader-current');
});

test('a clause cannot be acknowledged before it was on screen for its time', async () => {
  const { page } = app;
  await page.clock.install();
  const button = page.getByRole('complementary').getByRole('button', { name: /请再看/ });
  await expect(button).toBeDisabled();
  await page.clock.runFor(40_000);
  await expect(page.getByRole('button', { name: '我已注意到这一条' })).toBeEnabled();
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: '已注意' })).toBeDisabled();
  await app.shot('reader-noted');
});
