import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { PDFDocument } from 'pdf-lib';
import { chanceOf, printedPages, scanned, scannerOf, stamped, toJpeg } from '../unit/pdf/scan/simulate.ts';
import { App, rail } from './app.ts';
import { like, zh } from './texts.ts';

test.describe.configure({ mode: 'serial' });

const app = new App();
const COMPANY = {
  name: '示例远航科技有限公司',
  creditCode: '91330106MA2CFLDG4R',
  address: '示例市滨江区长河路1号',
  legalRepresentative: '陈远',
  contact: '李航',
  phone: '0571-88880000',
  email: 'demo@example.com',
  bank: '示例银行滨江支行',
  bankAccount: '',
  signatory: '陈远',
  signatoryRole: '总经理',
};
const RED = [205, 30, 48] as const;

let pages: ReturnType<typeof printedPages>;
let zone: { readonly page: number; readonly box: { left: number; bottom: number; width: number; height: number } };

test.beforeAll(async () => {
  const page = await app.start();
  await page.evaluate(async (company) => {
    await window.assent.call('import.sample', {});
    await window.assent.call('settings.saveCompany', { company });
  }, COMPANY);
});
test.afterAll(() => app.end());

/** The exported print, stamped (or not) and laid on a scanner, as one PDF of pictures. */
async function scanFile(name: string, options: { readonly seal: boolean; readonly upTo?: number }): Promise<string> {
  const chance = chanceOf(name.length);
  const box = { left: zone.box.left + 6, bottom: zone.box.bottom + 3, width: 42, height: 42 };
  const stamp = { shape: 'round-42', box, colour: RED, ink: 0.85, uneven: 0.4, turn: 3 } as const;
  const sheets = pages
    .slice(0, options.upTo)
    .map((sheet, index) => (options.seal && index + 1 === zone.page ? stamped(sheet, stamp, chance) : sheet));
  const pdf = await PDFDocument.create();
  for (const sheet of sheets) {
    const picture = await pdf.embedJpg(toJpeg(scanned(sheet, scannerOf(chance, 200), chance), 70));
    pdf.addPage([595.28, 841.89]).drawImage(picture, { x: 0, y: 0, width: 595.28, height: 841.89 });
  }
  const file = join(app.folder, name);
  writeFileSync(file, await pdf.save());
  return file;
}

const letterState = (): string =>
  app.rows<{ state: string }>("SELECT state FROM paper WHERE kind = 'letter'")[0]?.state ?? '';
const entries = (): readonly string[] =>
  app
    .rows<{ kind: string }>("SELECT kind FROM ledger WHERE kind LIKE 'sealed-copy-%' ORDER BY sequence")
    .map(({ kind }) => kind);

test('a letter is exported to be printed and sealed', async () => {
  test.setTimeout(120_000);
  const { page } = app;
  await rail(page, 'letters').click();
  await page
    .getByRole('button', { name: /信息安全承诺书/u })
    .first()
    .click();
  await page.getByRole('heading', { name: zh('letters.scans.title') }).waitFor();
  const file = join(app.folder, 'letter.pdf');
  await app.saveAs(file);
  await page.getByRole('button', { name: zh('letters.export') }).click();
  await page.getByText(zh('letters.exported', { name: 'letter.pdf' })).waitFor();
  pages = printedPages(readFileSync(file));
  const [row] = app.rows<{ body: string }>("SELECT body FROM paper WHERE kind = 'letter'");
  const body = JSON.parse(row?.body ?? '{}') as { outputs: { zones: (typeof zone)[] }[] };
  zone = body.outputs[0]!.zones[0]!;
  expect(zone.box.width).toBeCloseTo(50, 1);
});

test('a scan without the seal is incomplete, says so, and cannot be confirmed', async () => {
  test.setTimeout(120_000);
  const { page } = app;
  await app.chooseFiles(await scanFile('without.pdf', { seal: false }));
  await page.getByRole('button', { name: zh('letters.scans.import') }).click();
  const dialog = page.getByRole('dialog', { name: zh('letters.scans.title') });
  await expect(dialog.getByText(zh('letters.scans.overall.incomplete'), { exact: true })).toBeVisible({
    timeout: 90_000,
  });
  await expect(dialog.getByRole('listitem').first()).toContainText(zh('pdf.words.seal-reasons.no-red'));
  await expect(dialog.getByRole('button', { name: zh('letters.scans.confirm') })).toHaveCount(0);
  await expect(dialog.getByRole('button', { name: zh('letters.scans.overrule') })).toBeDisabled();
  await app.shot('scan-incomplete');
  await dialog.getByRole('button', { name: zh('letters.scans.reject') }).click();
  await expect(
    dialog.getByText(
      like('letters.scans.decided', { date: /.+/, by: /.+/, word: zh('letters.scans.states.rejected') }),
    ),
  ).toBeVisible();
  await dialog.getByRole('button', { name: zh('letters.scans.close') }).click();
  expect(letterState()).toBe('exported');
  expect(entries()).toEqual(['sealed-copy-received', 'sealed-copy-overruled']);
});

test('the sealed paper is read as complete, confirmed, kept whole and chained; the letter is sealed', async () => {
  test.setTimeout(120_000);
  const { page } = app;
  await app.chooseFiles(await scanFile('sealed.pdf', { seal: true }));
  await page.getByRole('button', { name: zh('letters.scans.import') }).click();
  const dialog = page.getByRole('dialog', { name: zh('letters.scans.title') });
  await expect(dialog.getByText(zh('letters.scans.overall.complete'), { exact: true })).toBeVisible({
    timeout: 90_000,
  });
  await expect(dialog.getByText('印章压在署名上。')).toBeVisible();
  await expect(dialog.locator('img').first()).toBeVisible();
  await app.shot('scan-complete');
  await dialog.getByRole('button', { name: zh('letters.scans.confirm') }).click();
  await expect(
    dialog.getByText(
      like('letters.scans.decided', { date: /.+/, by: /.+/, word: zh('letters.scans.states.confirmed') }),
    ),
  ).toBeVisible();
  await dialog.getByRole('button', { name: zh('letters.scans.close') }).click();
  await app.shot('scan-letter-sealed');
  expect(letterState()).toBe('sealed');
  expect(entries()).toEqual([
    'sealed-copy-received',
    'sealed-copy-overruled',
    'sealed-copy-received',
    'sealed-copy-confirmed',
    'sealed-copy-confirmed',
  ]);
  const kept = app.rows<{ name: string; size: number }>(
    "SELECT name, length(bytes) AS size FROM attachment WHERE name IN ('sealed.pdf', 'without.pdf') ORDER BY name",
  );
  expect(kept).toEqual([
    { name: 'sealed.pdf', size: readFileSync(join(app.folder, 'sealed.pdf')).length },
    { name: 'without.pdf', size: readFileSync(join(app.folder, 'without.pdf')).length },
  ]);
  const copies = app.rows<{ state: string }>(
    "SELECT state FROM paper WHERE desk = 'evidence' AND kind = 'sealed-copy'",
  );
  expect(copies).toEqual([{ state: 'confirmed' }]);
  const check = await page.evaluate(() => window.assent.call('evidence.verify', {}));
  expect(check).toMatchObject({ ok: true, value: { ok: true } });
});

test('an electronic file is refused as no scan, in words, and nothing is kept of it', async () => {
  const { page } = app;
  const before = app.rows('SELECT sha256 FROM attachment');
  await app.chooseFiles(join(app.folder, 'letter.pdf'));
  await page.getByRole('button', { name: zh('letters.scans.import') }).click();
  await expect(page.getByText(/不是扫描图像/u)).toBeVisible({ timeout: 60_000 });
  expect(app.rows('SELECT sha256 FROM attachment')).toEqual(before);
  await app.shot('scan-refused');
});
