import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { App, ROOT } from './app.ts';
import { fillWithMany } from './many.ts';
import { brokenOn, cutOn, dayOfFilesOn, roomForText, unseenOn, untranslatedOn } from './page-faults.ts';
import { RAIL, type RailScreen } from './pages/frame.ts';
import { importSample, saveCompany, SAMPLE, TITLE } from './sample.ts';
import { said } from './texts.ts';

test.describe.configure({ mode: 'serial' });

/**
 * Rows of the matrix: both languages and both themes once, paired differently for the screens and for the agreement's own
 * screens, each at one of two sizes; with ASSENT_APPEARANCE=all (the long run) every pair for both, forced colours, and more sizes; with names of rows,
 * `zh-forced,en-dark`, the long run of these.
 */
const ALL_ROWS = [
  ['zh', 'light'],
  ['zh', 'dark'],
  ['en', 'light'],
  ['en', 'dark'],
  ['zh', 'forced'],
  ['en', 'forced'],
] as const;
const WANTED = process.env['ASSENT_APPEARANCE'];
const EVERY = WANTED !== undefined;
const rows = (...few: readonly (0 | 1 | 2 | 3)[]) =>
  EVERY
    ? ALL_ROWS.filter((row) => WANTED === 'all' || WANTED.split(',').includes(row.join('-')))
    : few.map((index) => ALL_ROWS[index]);
const PATIENCE = EVERY ? 1_800_000 : 180_000;
/** Of the window, and how much the page in it is enlarged: twice of 1280×800 is 640×400. */
const ALL_SIZES: readonly (readonly [width: number, height: number, zoom?: number])[] = [
  [1280, 800],
  [1024, 700],
  [1920, 1080],
  [1366, 768],
  [1280, 800, 2],
];
/** The sizes that a row is looked at in. */
const sizesOf = (row: number) => (EVERY ? ALL_SIZES : [ALL_SIZES[row]!]);

const SHOTS = join(ROOT, 'test-results', 'shots');
const MANY = 300;
/** A person takes what is done by then for immediate; with room for a machine that does other things meanwhile. */
const AT_ONCE_MS = 1500;

const app = new App();
test.beforeAll(() => app.start());
test.afterAll(() => app.end());

/** Applies language and theme and starts the page anew, so that all of it speaks that language. */
async function prefer(wish: { language?: 'zh' | 'en'; theme?: 'light' | 'dark' | 'forced' }): Promise<void> {
  const { theme, ...rest } = wish;
  // Playwright pretends a light system unless told not to.
  await app.page.emulateMedia({ colorScheme: null, forcedColors: theme === 'forced' ? 'active' : null });
  await app.preferAnew(theme === undefined || theme === 'forced' ? rest : { ...rest, theme });
  if (theme === 'forced') {
    const forced = (): Promise<boolean> => app.page.evaluate(() => matchMedia('(forced-colors: active)').matches);
    await expect.poll(forced).toBe(true);
  } else if (theme) {
    const dark = (): Promise<boolean> => app.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
    await expect.poll(dark).toBe(theme === 'dark');
  }
}

/** Gives the window a size and enlarges what is in it. @returns the width that the page then has, for names. */
async function size([width, height, zoom = 1]: (typeof ALL_SIZES)[number]): Promise<number> {
  await app.inMain(({ BrowserWindow }, zoom) => {
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(zoom);
  }, 1);
  await app.resize(width, height);
  await app.inMain(({ BrowserWindow }, zoom) => {
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(zoom);
  }, zoom);
  await expect.poll(() => app.page.evaluate(() => innerWidth)).toBe(width / zoom);
  return width / zoom;
}

/** Goes to a screen by the menu's command and waits until the window's title says so. */
const goTo = async (screen: RailScreen): Promise<void> => {
  await app.inMain(
    ({ BrowserWindow }, place) =>
      BrowserWindow.getAllWindows()[0]?.webContents.send('assent:command', { name: 'go', place }),
    { screen },
  );
  await expect(app.page).toHaveTitle(said(`frame.${screen}`));
  await app.page.waitForTimeout(180);
};

/** The window as it is: of an enlarged page the test runner's own picture shows a corner. */
async function picture(name: string): Promise<void> {
  const zoom = await app.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor());
  if (zoom === 1) return void (await app.shot(name));
  // It is the frame that was drawn last, and the page may be about to draw another.
  await app.page.waitForTimeout(180);
  const seen = await app.inMain(async ({ BrowserWindow }) =>
    (await BrowserWindow.getAllWindows()[0]?.webContents.capturePage())?.toPNG().toString('base64'),
  );
  await mkdir(SHOTS, { recursive: true });
  await writeFile(join(SHOTS, `${name}.png`), Buffer.from(seen ?? '', 'base64'));
}

const broken = async (): Promise<readonly string[]> => [
  ...(await brokenOn(app.page)),
  ...(await cutOn(app.page)),
  ...(await unseenOn(app.page)),
];
const untranslated = (): Promise<readonly string[]> => untranslatedOn(app.page);
const dayOfFiles = (): Promise<readonly string[]> => dayOfFilesOn(app.page);

async function lookAt(name: string, screens: readonly RailScreen[] = RAIL): Promise<void> {
  for (const screen of screens) {
    await goTo(screen);
    await picture(`${name}-${screen}`);
    expect.soft(await broken(), `${name} ${screen}`).toEqual([]);
    // In one column what was recorded has three fifths of the height.
    if (name.endsWith('-640') && screen === 'evidence')
      expect.soft(await roomForText(app.page), `${name} ${screen}`).toBeGreaterThanOrEqual(0.6);
    if (name.includes('-en-')) expect.soft(await dayOfFiles(), `${name} ${screen}`).toEqual([]);
  }
}

test('with nothing in it, every screen stands whole in both languages', async () => {
  await app.resize(1280, 800);
  await lookAt('empty-zh-1280');
  await prefer({ language: 'en', theme: 'dark' });
  await app.resize(1024, 700);
  await lookAt('empty-en-dark-1024');
  for (const screen of RAIL) {
    await goTo(screen);
    expect.soft(await untranslated(), screen).toEqual([]);
  }
  await prefer({ language: 'zh', theme: 'light' });
});

test('with the sample set, every screen stands whole at every size, light and dark, in both languages', async () => {
  test.setTimeout(PATIENCE);
  await importSample(app);
  for (const [row, [language, theme]] of rows(0, 3).entries()) {
    await prefer({ language, theme });
    for (const each of sizesOf(row)) {
      const width = await size(each);
      await lookAt(`sample-${language}-${theme}-${width}`);
    }
  }
});

/** Pastes as the window would be given it; the virtual screen's own clipboard sometimes hands over nothing. */
async function pasteAgreement(mark: string): Promise<void> {
  const text = `示例粘贴协议${mark}\n\n首页\n\n1. 甲方应当付款。\n\n2. 乙方不承担任何间接损失的赔偿责任。\n`;
  await app.page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
  await expect(app.screens.importReview.titles).toHaveValue(/示例粘贴协议/);
}

test('what the rail does not reach stands whole at every size: reader, decision, comparison, letter, review, dialogs', async () => {
  test.setTimeout(PATIENCE);
  await importSample(app);
  const { frame, library, reader, decision, compare, letters, rights, evidence } = app.screens;
  for (const [row, [language, theme]] of rows(1, 2).entries()) {
    await prefer({ language, theme });
    for (const each of sizesOf(row)) {
      const width = await size(each);
      const look = async (what: string): Promise<void> => {
        const name = `${what}-${language}-${theme}-${width}`;
        await picture(name);
        expect.soft(await broken(), name).toEqual([]);
      };
      await goTo('library');
      await library.open(TITLE.sla);
      await reader.shown();
      await reader.next();
      await look('reader');
      await reader.decideByKey();
      await decision.shown();
      await look('decision');
      await goTo('library');
      await library.compare(TITLE.line);
      await compare.shown();
      await look('compare');
      await goTo('letters');
      await letters.open(SAMPLE.letter);
      await letters.shown();
      await app.page.waitForTimeout(400);
      await look('letter');
      await goTo('rights');
      await rights.choose(TITLE.sla);
      await rights.show('facts');
      await look('facts');
      await rights.beginCorrection();
      await look('fact');
      await app.page.keyboard.press('Escape');
      await expect(frame.dialog).toHaveCount(0);
      await goTo('library');
      await library.table();
      await look('table');
      await goTo('evidence');
      await evidence.beginBundle();
      await frame.dialog.waitFor();
      await look('bundle');
      await app.page.keyboard.press('Escape');
      await expect(frame.dialog).toHaveCount(0);
      await goTo('library');
      await pasteAgreement(`${language}${theme}${width}`);
      await look('import');
    }
  }
});

test('every dialog stands whole at every size', async () => {
  test.setTimeout(PATIENCE);
  await importSample(app);
  await saveCompany(app);
  const { frame, library, rights, settings, notices } = app.screens;
  for (const [row, [language, theme]] of rows(1, 2).entries()) {
    await prefer({ language, theme });
    for (const each of sizesOf(row)) {
      const width = await size(each);
      const look = async (what: string): Promise<void> => {
        const name = `dialog-${what}-${language}-${theme}-${width}`;
        await frame.dialog.waitFor();
        await app.page.waitForTimeout(180);
        await picture(name);
        expect.soft(await broken(), name).toEqual([]);
        if (language === 'en') expect.soft(await dayOfFiles(), name).toEqual([]);
        if (language === 'en') expect.soft(await untranslated(), name).toEqual([]);
        await app.page.keyboard.press('Escape');
        await expect(frame.dialog).toHaveCount(0);
      };
      await goTo('library');
      await library.beginParticulars(TITLE.sla);
      await look('particulars');
      await goTo('rights');
      await rights.choose(TITLE.sla);
      await rights.show('service');
      await rights.beginLog();
      await look('log');
      await rights.beginOutage();
      await look('outage');
      await rights.beginUnit();
      await look('unit');
      await goTo('rights');
      await rights.choose(TITLE.line);
      await rights.reach('term');
      await rights.beginTerm();
      await look('term');
      await rights.reach('orders');
      await rights.beginOrder();
      await look('order');
      await goTo('settings');
      await settings.addCompanyButton.click();
      await look('company');
      await settings.beginSignatory();
      await look('signatory');
      await settings.beginHolidays();
      await look('holidays');
      await settings.toPositions();
      await picture(`positions-${language}-${theme}-${width}`);
      expect.soft(await broken(), 'positions').toEqual([]);
      await goTo('notices');
      await notices.begin();
      await look('notice');
      await frame.showKeys();
      await look('keys');
    }
  }
});

test('three hundred agreements: the list is there at once, filters at once and stays whole', async () => {
  test.setTimeout(120_000);
  await app.stop();
  fillWithMany(app.folder, MANY);
  const page = await app.start();
  const { library } = app.screens;
  await expect.poll(() => library.length()).toBeGreaterThanOrEqual(MANY);
  // A page keeps how much it was enlarged over a restart.
  await size([1280, 800]);
  await prefer({ language: 'zh', theme: 'light' });
  await expect.poll(() => library.length()).toBeGreaterThanOrEqual(MANY);
  await lookAt('many-zh-1280');
  await goTo('library');
  await library.rows.first().waitFor();
  const listed = await page.evaluate(async () => {
    const before = performance.now();
    await window.assent.call('library.list', {});
    return performance.now() - before;
  });
  expect(listed).toBeLessThan(AT_ONCE_MS);
  const longest = await page.evaluate(async () => {
    const field = document.querySelector<HTMLInputElement>('input[type="search"]')!;
    let longest = 0;
    for (const text of ['示', '示例', '示例专', '示例专线', '']) {
      const before = performance.now();
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      longest = Math.max(longest, performance.now() - before);
    }
    return longest;
  });
  expect(longest).toBeLessThan(AT_ONCE_MS);
  const all = await library.length();
  await library.search.fill('示例专线');
  await expect.poll(() => library.length()).toBeLessThan(all / 2);
  await expect(library.otherThan('示例专线')).toHaveCount(0);
  await library.search.fill('');
  await expect.poll(() => library.length()).toBe(all);
});
