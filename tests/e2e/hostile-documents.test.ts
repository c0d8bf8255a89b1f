import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { App } from './app.ts';
import { hostileHtml, hostileLetter, hostileMarkdown, LITERAL, TRACE } from './hostile.ts';
import { type Outside, outside } from './outside.ts';
import { flat, inPlainSight, textOf } from './pdf-tools.ts';
import { COMPANY, saveCompany } from './sample.ts';

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

const makers: readonly (readonly [string, (origin: string) => string])[] = [
  ['hostile.html', hostileHtml],
  ['hostile.md', hostileMarkdown],
  ['hostile.txt', hostileLetter],
];
for (const [name, make] of makers) {
  test(`${name}: import review, library and reader show its words and run none of them`, async () => {
    const { library, importReview, reader } = app.screens;
    await library.import(app.file(name, make(world.origin)));
    await importReview.shown();
    await expectQuiet();
    // The three are alike by the attempts that they share, and so it is asked whether one continues another.
    await importReview.asNewAgreements();
    await importReview.answerAndConfirm(library);
    await expectQuiet();
    await library.openLast(/示例恶意|恶意专线/);
    await reader.shown();
    await expect(reader.text).toContainText(LITERAL);
    await reader.find('<img src=x');
    await expectQuiet();
  });
}

test('a search shows the words of its hits and runs none of them', async () => {
  const { frame, library } = app.screens;
  await frame.goTo('library');
  await library.search.fill('onerror');
  await expect(library.row(/onerror/)).toBeVisible();
  await expectQuiet();
});

test('the letter: preview, PDF and company details carry the words, with no script, link or request', async () => {
  const { frame, letters } = app.screens;
  const kept = await saveCompany(app, {
    ...COMPANY,
    name: `示例公司${LITERAL}`,
    address: `</style><style>@import url(${world.origin}/import)</style>`,
    contact: `<a href="javascript:window.${TRACE}=1">李航</a>`,
    email: 'a@example.com',
    bank: `银行${LITERAL}`,
    bankAccount: '1',
  });
  expect(kept).toMatchObject({ ok: true });
  await frame.goTo('letters');
  await letters.open('恶意信息安全承诺书');
  // straight quotes are drawn, but the page's text does not always give them back
  const bare = (text: string): string => text.replace(/[^\p{L}\p{N}<>=/.]/gu, '');
  const words = async (): Promise<string> => bare((await letters.paper.allTextContents()).join(''));
  await expect.poll(words).toContain(bare(LITERAL));
  await expect(letters.activeOnPaper).toHaveCount(0);
  await expectQuiet();

  const pdf = app.path('letter.pdf');
  await letters.exportPdf(pdf);
  expect(flat(textOf(pdf))).toContain(flat(LITERAL));
  const plain = app.path('plain.pdf');
  inPlainSight(pdf, plain);
  expect(readFileSync(plain, 'latin1')).not.toMatch(/\/(JavaScript|JS|URI|Launch|OpenAction|GoToR|SubmitForm)\b/u);
  await expectQuiet();
});

test('the text saved as a PDF is as quiet', async () => {
  const { frame, library, reader } = app.screens;
  await frame.goTo('library');
  await library.openLast('示例恶意服务协议');
  const pdf = app.path('text.pdf');
  await reader.savePdf(pdf);
  expect(flat(textOf(pdf))).toContain(flat(LITERAL));
  await expectQuiet();
});

test('a paper from elsewhere is laid out without script and without the network', async () => {
  const counted = await app.inMain(async ({ BrowserWindow, session }, origin) => {
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
