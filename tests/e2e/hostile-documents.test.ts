import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { App, rail } from './app.ts';
import { hostileHtml, hostileLetter, hostileMarkdown, LITERAL, TRACE } from './hostile.ts';
import { type Outside, outside } from './outside.ts';
import { like, zh } from './texts.ts';

test.describe.configure({ mode: 'serial' });

const app = new App();
let world: Outside;
test.beforeAll(async () => {
  world = await outside();
  await app.start();
});
test.afterAll(async () => {
  await app.end();
  world.close();
});

/** Nothing ran, nothing went out, and no element of the document's own making stands in the page. */
async function expectQuiet(): Promise<void> {
  await app.page.waitForTimeout(300);
  const found = await app.page.evaluate((trace) => {
    const foreign = 'main script, main style, main img, main object, main embed, main video, main base, main a[href]';
    return {
      ran: trace in window,
      elements: [...document.querySelectorAll(foreign)].map(({ outerHTML }) => outerHTML),
    };
  }, TRACE);
  expect(found).toEqual({ ran: false, elements: [] });
  expect(world.arrived()).toEqual([]);
}

async function importFile(name: string, text: string): Promise<void> {
  const path = join(app.folder, name);
  writeFileSync(path, text);
  await rail(app.page, 'library').click();
  await app.chooseFiles(path);
  await app.page.getByRole('button', { name: zh('library.import') }).click();
  await app.page.getByRole('heading', { name: like('import.documents', { count: /\d+/ }) }).waitFor();
}

const makers: readonly (readonly [string, (origin: string) => string])[] = [
  ['hostile.html', hostileHtml],
  ['hostile.md', hostileMarkdown],
  ['hostile.txt', hostileLetter],
];
for (const [name, make] of makers) {
  test(`${name}: import review, library and reader show its words and run none of them`, async () => {
    const { page } = app;
    await importFile(name, make(world.origin));
    await expectQuiet();
    await page.getByRole('button', { name: zh('import.confirm') }).click();
    await page.getByRole('heading', { name: zh('library.title') }).waitFor();
    await expectQuiet();
    await page
      .getByRole('button', { name: /示例恶意|恶意专线/ })
      .last()
      .dblclick();
    await page.locator('[data-clause]').first().waitFor();
    await expect(page.locator('article')).toContainText(LITERAL);
    await page.keyboard.press('f');
    await page.getByRole('searchbox').fill('<img src=x');
    await expectQuiet();
  });
}

test('a search shows the words of its hits and runs none of them', async () => {
  const { page } = app;
  await rail(page, 'library').click();
  await page.getByRole('searchbox').fill('onerror');
  await expect(page.getByRole('button', { name: /onerror/ }).first()).toBeVisible();
  await expectQuiet();
});

test('the letter: preview, PDF and company details carry the words, with no script, link or request', async () => {
  const { page } = app;
  const company = {
    name: `示例公司${LITERAL}`,
    creditCode: '91330106MA2CFLDG4R',
    address: `</style><style>@import url(${world.origin}/import)</style>`,
    legalRepresentative: '陈远',
    contact: `<a href="javascript:window.${TRACE}=1">李航</a>`,
    phone: '0571-88880000',
    email: 'a@example.com',
    bank: `银行${LITERAL}`,
    bankAccount: '1',
    signatory: '陈远',
    signatoryRole: '总经理',
  };
  const kept = await page.evaluate((company) => window.assent.call('settings.saveCompany', { company }), company);
  expect(kept).toMatchObject({ ok: true });
  await rail(page, 'letters').click();
  await page
    .getByRole('button', { name: /恶意信息安全承诺书/ })
    .first()
    .click();
  const paper = page.locator('figure');
  // straight quotes are drawn, but the page's text does not always give them back
  const bare = (text: string): string => text.replace(/[^\p{L}\p{N}<>=/.]/gu, '');
  const words = async (): Promise<string> => bare((await paper.allTextContents()).join(''));
  await expect.poll(words).toContain(bare(LITERAL));
  await expect(
    paper.locator('script, img[src="x"], a[href^="javascript"], meta[http-equiv=refresh], base'),
  ).toHaveCount(0);
  await expectQuiet();

  const pdf = join(app.folder, 'letter.pdf');
  await app.saveAs(pdf);
  await page.getByRole('button', { name: zh('letters.export') }).click();
  await page.getByText(zh('letters.exported', { name: 'letter.pdf' })).waitFor();
  expect(execFileSync('pdftotext', [pdf, '-']).toString().replace(/\s/gu, '')).toContain(LITERAL.replace(/\s/gu, ''));
  const plain = join(app.folder, 'plain.pdf');
  execFileSync('qpdf', ['--qdf', '--object-streams=disable', pdf, plain]);
  expect(readFileSync(plain, 'latin1')).not.toMatch(/\/(JavaScript|JS|URI|Launch|OpenAction|GoToR|SubmitForm)\b/u);
  await expectQuiet();
});

test('the text saved as a PDF is as quiet', async () => {
  const { page } = app;
  await rail(page, 'library').click();
  await page
    .getByRole('button', { name: /示例恶意服务协议/ })
    .last()
    .dblclick();
  const pdf = join(app.folder, 'text.pdf');
  await app.saveAs(pdf);
  await page.getByRole('button', { name: zh('review.reader.savePdf') }).click();
  await page.getByText(zh('review.reader.saved', { name: 'text.pdf' })).waitFor();
  expect(execFileSync('pdftotext', [pdf, '-']).toString().replace(/\s/gu, '')).toContain(LITERAL.replace(/\s/gu, ''));
  await expectQuiet();
});

test('a paper from elsewhere is laid out without script and without the network', async () => {
  const counted = await app.electron.evaluate(async ({ BrowserWindow, session }, origin) => {
    const window = new BrowserWindow({
      show: false,
      webPreferences: { session: session.fromPartition('papers'), sandbox: true, javascript: false },
    });
    const page = `<title>quiet</title><script>document.title = 'ran'</script><img src="${origin}/paper">`;
    await window.loadURL(`data:text/html,${encodeURIComponent(page)}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const title = window.getTitle();
    window.destroy();
    return title;
  }, world.origin);
  expect(counted).toBe('quiet');
  await expectQuiet();
});
