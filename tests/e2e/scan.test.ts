import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { printedPages } from '../unit/pdf/scan/simulate.ts';
import { App } from './app.ts';
import { COMPANY, furnish, SAMPLE } from './sample.ts';
import { scanOf, type SealZone } from './sealed-paper.ts';
import { said } from './texts.ts';

test.describe.configure({ mode: 'serial' });

const app = new App();

let pages: ReturnType<typeof printedPages>;
let zone: SealZone;

test.beforeAll(async () => {
  await app.start();
  await furnish(app, { ...COMPANY, email: 'demo@example.com', bank: '示例银行滨江支行' });
});
test.afterAll(() => app.end());

/** The exported print, stamped (or not) and laid on a scanner, as one PDF of pictures. */
async function scanFile(name: string, options: { readonly seal: boolean; readonly upTo?: number }): Promise<string> {
  const { seal, ...rest } = options;
  return app.file(name, await scanOf(pages, zone, { ...rest, seed: name.length, seal: seal ? 42 : undefined }));
}

const letterState = (): string =>
  app.rows<{ state: string }>("SELECT state FROM paper WHERE kind = 'letter'")[0]?.state ?? '';
const entries = (): readonly string[] =>
  app
    .rows<{ kind: string }>("SELECT kind FROM ledger WHERE kind LIKE 'sealed-copy-%' ORDER BY sequence")
    .map(({ kind }) => kind);

test('a letter is exported to be printed and sealed', async () => {
  test.setTimeout(120_000);
  const { frame, letters } = app.screens;
  await frame.goTo('letters');
  await letters.open(SAMPLE.letter);
  await letters.scan.offered.waitFor();
  const file = app.path('letter.pdf');
  await letters.exportPdf(file);
  pages = printedPages(readFileSync(file));
  const [row] = app.rows<{ body: string }>("SELECT body FROM paper WHERE kind = 'letter'");
  const body = JSON.parse(row?.body ?? '{}') as { outputs: { zones: SealZone[] }[] };
  zone = body.outputs[0]!.zones[0]!;
  expect(zone.box.width).toBeCloseTo(50, 1);
});

test('a scan without the seal is incomplete, says so, and cannot be confirmed', async () => {
  test.setTimeout(120_000);
  const { scan } = app.screens.letters;
  await scan.import(await scanFile('without.pdf', { seal: false }));
  await expect(scan.overall('incomplete')).toBeVisible({ timeout: 90_000 });
  await expect(scan.findings.first()).toContainText(said('pdf.words.seal-reasons.no-red'));
  await expect(scan.confirmButton).toHaveCount(0);
  await expect(scan.overruleButton).toBeDisabled();
  await app.shot('scan-incomplete');
  await scan.reject();
  await expect(scan.decided('rejected')).toBeVisible();
  await scan.close();
  expect(letterState()).toBe('exported');
  expect(entries()).toEqual(['sealed-copy-received', 'sealed-copy-overruled']);
});

test('the sealed paper is read as complete, confirmed, kept whole and chained; the letter is sealed', async () => {
  test.setTimeout(120_000);
  const { scan } = app.screens.letters;
  await scan.import(await scanFile('sealed.pdf', { seal: true }));
  await expect(scan.overall('seals')).toBeVisible({ timeout: 90_000 });
  await expect(scan.sealOverName).toBeVisible();
  await expect(scan.sheets.first()).toBeVisible();
  await app.shot('scan-complete');
  await scan.seeSignature();
  await scan.confirm();
  await expect(scan.decided('confirmed')).toBeVisible();
  await scan.close();
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
    { name: 'sealed.pdf', size: readFileSync(app.path('sealed.pdf')).length },
    { name: 'without.pdf', size: readFileSync(app.path('without.pdf')).length },
  ]);
  const copies = app.rows<{ state: string }>(
    "SELECT state FROM paper WHERE desk = 'evidence' AND kind = 'sealed-copy'",
  );
  expect(copies).toEqual([{ state: 'confirmed' }]);
  expect(await app.verifyLedger()).toMatchObject({ ok: true, value: { ok: true } });
});

test('an electronic file is refused as no scan, in words, and nothing is kept of it', async () => {
  const { scan } = app.screens.letters;
  const before = app.rows('SELECT sha256 FROM attachment');
  await scan.import(app.path('letter.pdf'));
  await expect(scan.noScan).toBeVisible({ timeout: 60_000 });
  expect(app.rows('SELECT sha256 FROM attachment')).toEqual(before);
  await app.shot('scan-refused');
});
