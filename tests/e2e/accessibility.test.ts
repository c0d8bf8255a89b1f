import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { App } from './app.ts';
import { escaped, zh } from './texts.ts';

test.describe.configure({ mode: 'serial' });

const app = new App();
test.beforeAll(async () => {
  await app.start();
  await app.page.evaluate(() => window.assent.call('import.sample', {}));
});
test.afterAll(() => app.end());

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What a tool can find that keeps someone out: serious and critical findings, as rule and place. */
async function findings(): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page: app.page }).setLegacyMode(true).withTags(STANDARDS).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${String(target)}: ${failureSummary}`),
    );
}

/** Goes to a screen by the palette, as someone without a mouse would. */
async function goTo(name: string): Promise<void> {
  await app.page.keyboard.press('Control+k');
  await app.page.getByRole('combobox', { name: zh('frame.palette') }).fill(name);
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByRole('dialog')).toBeHidden();
}

const SCREENS = [
  zh('frame.library'),
  zh('frame.notices'),
  zh('frame.letters'),
  zh('frame.rights'),
  zh('frame.agenda'),
  zh('frame.evidence'),
  zh('frame.settings'),
];

const openFirst = async (): Promise<void> => {
  await goTo('云舟网络互联服务等级协议');
  await app.page.locator('[data-clause]').first().waitFor();
};

for (const theme of ['light', 'dark'] as const) {
  test(`every screen, ${theme}: nothing serious for an automatic check`, async () => {
    test.setTimeout(180_000);
    const { page } = app;
    // Playwright pretends a light system unless told not to.
    await page.emulateMedia({ colorScheme: null });
    await page.evaluate((theme) => window.assent.call('settings.setPreferences', { theme }), theme);
    const paper = (): Promise<string> =>
      page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    await expect.poll(paper).toBe(theme === 'dark' ? 'rgb(26, 27, 29)' : 'rgb(251, 250, 247)');
    for (const name of SCREENS) {
      await goTo(name);
      await expect(page).toHaveTitle(new RegExp(name));
      await page.waitForTimeout(250);
      expect(await findings(), name).toEqual([]);
    }
    await openFirst();
    await page.keyboard.press('j');
    expect(await findings(), 'reader').toEqual([]);
    await page.keyboard.press('d');
    await page.getByRole('button', { name: zh('acceptance.statement.buttons.accept') }).waitFor();
    expect(await findings(), 'decision').toEqual([]);
    await page.keyboard.press('Alt+ArrowLeft');
    await page.keyboard.press('?');
    expect(await findings(), 'keys').toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    expect(await findings(), 'palette').toEqual([]);
    await page.keyboard.press('Escape');
  });
}

test('the import review, with a failure and a dialog on the screen', async () => {
  const { page } = app;
  await page.evaluate(() => window.assent.call('settings.setPreferences', { theme: 'light' }));
  await app.electron.evaluate(({ BrowserWindow, clipboard }) => {
    void clipboard.writeText('示例粘贴协议\n\n1. 甲方应当付款。\n\n2. 乙方不承担任何间接损失的赔偿责任。\n');
    BrowserWindow.getAllWindows()[0]?.webContents.paste();
  });
  await page.getByRole('button', { name: zh('import.confirm') }).waitFor();
  expect(await findings()).toEqual([]);
  await goTo(zh('frame.letters'));
  await page
    .getByRole('button', { name: /信息安全承诺书/ })
    .first()
    .click();
  await page.locator('figure').first().waitFor();
  expect(await findings()).toEqual([]);
});

test('headings are in order and every screen has one first heading, one main part and named regions', async () => {
  const { page } = app;
  for (const name of SCREENS) {
    await goTo(name);
    await page.waitForTimeout(200);
    const found = await page.evaluate(() => ({
      levels: [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ tagName }) => Number(tagName[1])),
      mains: document.querySelectorAll('main').length,
    }));
    expect(found.mains, name).toBe(1);
    expect(found.levels[0], name).toBe(1);
    const jumps = found.levels.filter((level, at) => at > 0 && level > (found.levels[at - 1] ?? 1) + 1);
    expect(jumps, name).toEqual([]);
  }
});

/** The element that has the focus, and whether that can be seen. */
const focused = () =>
  app.page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const shown = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2;
    return {
      name: `${element.tagName} ${element.ariaLabel ?? element.innerText}`.slice(0, 60).replace(/\s+/gu, ' '),
      shown: shown || element === document.body,
      inside: box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth,
    };
  });

test('the focus is always visible, wherever Tab leads', async () => {
  const { page } = app;
  for (const name of [zh('frame.library'), zh('frame.settings'), zh('frame.letters')]) {
    await goTo(name);
    await page.waitForTimeout(200);
    const hidden: string[] = [];
    for (let step = 0; step < 30; step += 1) {
      await page.keyboard.press('Tab');
      const at = await focused();
      if (!at.shown || !at.inside) hidden.push(at.name);
    }
    expect(hidden, name).toEqual([]);
  }
});

/** Presses Tab until the control with a name has the focus. */
async function tabTo(name: RegExp): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    if (name.test((await focused()).name)) return;
    await app.page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${String(name)}`);
}

test('the main job is done with the keyboard alone', async () => {
  test.setTimeout(180_000);
  const { page } = app;
  const { keyboard } = page;
  await goTo(zh('frame.settings'));
  await tabTo(new RegExp(`^BUTTON ${escaped(zh('settings.addCompany'))}`));
  await keyboard.press('Enter');
  await page.locator('input[name="name"]').focus();
  await keyboard.type('示例键盘科技有限公司');
  await tabTo(new RegExp(`^BUTTON ${escaped(zh('frame.save'))}`));
  await keyboard.press('Enter');
  await expect(page.getByText(zh('settings.saved'))).toBeVisible();

  await page.clock.install();
  await openFirst();
  for (let count = await page.locator('[data-clause].conspicuous').count(); count > 0; count -= 1) {
    await keyboard.press('j');
    await app.pass(40);
    await expect(page.getByRole('button', { name: zh('review.reader.acknowledge') })).toBeEnabled();
    await keyboard.press('Space');
    await expect(page.getByRole('button', { name: zh('review.reader.acknowledged'), exact: true })).toBeVisible();
  }
  await page.locator('article').press('End');
  await app.pass(3);
  await expect(page.getByRole('button', { name: zh('review.reader.complete') })).toBeVisible();
  await keyboard.press('d');
  await page.locator('input[name="person"]').waitFor();
  await tabTo(/^INPUT/);
  await keyboard.type('陈远');
  await keyboard.press('Tab');
  await keyboard.type('总经理');
  const chosen = page.locator('input[name="conclusion"]').first();
  for (let step = 0; step < 20 && !(await chosen.evaluate((element) => element === document.activeElement)); step += 1)
    await keyboard.press('Tab');
  await keyboard.press('Space');
  await expect(chosen).toBeChecked();
  await tabTo(new RegExp(`^BUTTON ${escaped(zh('acceptance.statement.buttons.accept'))}`));
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: zh('review.decision.done') }).waitFor();
  expect(app.rows('SELECT id FROM acceptance')).toHaveLength(1);
});

test('at 200 % nothing is lost: no sideways scrolling, and the one action can be reached', async () => {
  const { page } = app;
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2));
  try {
    for (const name of SCREENS) {
      await goTo(name);
      await page.waitForTimeout(250);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1);
      expect(wide, name).toBe(false);
    }
    await goTo(zh('frame.library'));
    await expect(page.getByRole('button', { name: zh('library.import') })).toBeInViewport({ ratio: 1 });
    await openFirst();
    await expect(page.getByRole('button', { name: zh('review.reader.decide') })).toBeInViewport({ ratio: 1 });
    expect((await page.locator('article').boundingBox())?.height).toBeGreaterThan(120);
    await app.shot('zoom-200-reader');
  } finally {
    await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(1));
  }
});
