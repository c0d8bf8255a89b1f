import { expect, test } from '@playwright/test';
import { App } from './app.ts';
import { noteAll } from './main-way.ts';
import { RAIL, type RailScreen } from './pages/frame.ts';
import { COMPANY, DECIDER, importSample, SAMPLE, TITLE } from './sample.ts';
import { inOrder, said, zh } from './texts.ts';
import { COLOUR_RULES, violations } from './violations.ts';

test.describe.configure({ mode: 'serial' });

const app = new App();
test.beforeAll(async () => {
  await app.start();
  await importSample(app);
});
test.afterAll(() => app.end());

/** Goes where the palette leads for these words, as someone without a mouse would. */
async function goTo(where: string): Promise<void> {
  const { frame } = app.screens;
  await frame.goByPalette(where);
  await expect(frame.dialog).toBeHidden();
}

const goToScreen = (screen: RailScreen): Promise<void> => goTo(zh(`frame.${screen}`));

const openFirst = async (): Promise<void> => {
  await goTo(TITLE.sla);
  await app.screens.reader.shown();
};

for (const theme of ['light', 'dark'] as const) {
  test(`every screen, ${theme}: nothing for an automatic check to find`, async () => {
    test.setTimeout(180_000);
    const { page } = app;
    // What is no matter of colour is the same in both.
    const rules = theme === 'dark' ? COLOUR_RULES : undefined;
    // Playwright pretends a light system unless told not to.
    await page.emulateMedia({ colorScheme: null });
    await app.prefer({ theme });
    const paper = (): Promise<string> =>
      page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    await expect.poll(paper).toBe(theme === 'dark' ? 'rgb(26, 27, 29)' : 'rgb(251, 250, 247)');
    for (const screen of RAIL) {
      await goToScreen(screen);
      await expect(page).toHaveTitle(said(`frame.${screen}`));
      await page.waitForTimeout(250);
      expect(await violations(page, rules), screen).toEqual([]);
    }
    const { frame, reader, decision } = app.screens;
    await openFirst();
    await reader.next();
    expect(await violations(page, rules), 'reader').toEqual([]);
    await reader.decideByKey();
    await decision.acceptButton.waitFor();
    expect(await violations(page, rules), 'decision').toEqual([]);
    await frame.backByKey();
    await frame.showKeys();
    expect(await violations(page, rules), 'keys').toEqual([]);
    await frame.escape();
    await frame.openPalette();
    expect(await violations(page, rules), 'palette').toEqual([]);
    await frame.escape();
  });
}

test('the import review, with a failure and a dialog on the screen', async () => {
  const { page } = app;
  const { importReview, letters } = app.screens;
  await app.prefer({ theme: 'light' });
  await app.paste('示例粘贴协议\n\n1. 甲方应当付款。\n\n2. 乙方不承担任何间接损失的赔偿责任。\n');
  await importReview.confirmButton.waitFor();
  expect(await violations(page)).toEqual([]);
  await goToScreen('letters');
  await letters.open(SAMPLE.letter);
  await letters.shown();
  expect(await violations(page)).toEqual([]);
});

test('a fault of the least weight is found too', async () => {
  const { page } = app;
  await goToScreen('library');
  await page.evaluate(() => document.querySelector('main')?.insertAdjacentHTML('beforeend', '<h2 id="planted"></h2>'));
  const found = await violations(page);
  await page.evaluate(() => document.querySelector('#planted')?.remove());
  expect(found.join(' ')).toContain('empty-heading #planted');
});

test('headings are in order and every screen has one first heading, one main part and named regions', async () => {
  const { page } = app;
  for (const screen of RAIL) {
    await goToScreen(screen);
    await page.waitForTimeout(200);
    const found = await page.evaluate(() => ({
      levels: [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ tagName }) => Number(tagName[1])),
      mains: document.querySelectorAll('main').length,
    }));
    expect(found.mains, screen).toBe(1);
    expect(found.levels[0], screen).toBe(1);
    const jumps = found.levels.filter((level, at) => at > 0 && level > (found.levels[at - 1] ?? 1) + 1);
    expect(jumps, screen).toEqual([]);
  }
});

/**
 * The element that has the focus, and whether that can be seen: at a list at the line that it is on, or else the one that
 * the first key goes to.
 */
const focused = () =>
  app.page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const line = document.getElementById(element.getAttribute('aria-activedescendant') ?? '');
    const drawn = element.role === 'listbox' ? (line ?? element.querySelector('[role=option]') ?? element) : element;
    const style = getComputedStyle(drawn);
    const box = drawn.getBoundingClientRect();
    const shown = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2;
    return {
      name: `${element.tagName} ${element.ariaLabel ?? element.innerText}`.slice(0, 60).replace(/\s+/gu, ' '),
      shown: shown || element === document.body,
      inside: box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth,
    };
  });

test('the focus is always visible, wherever Tab leads', async () => {
  const { page } = app;
  for (const screen of ['library', 'settings', 'letters'] as const) {
    await goToScreen(screen);
    await page.waitForTimeout(200);
    const hidden: string[] = [];
    for (let step = 0; step < 30; step += 1) {
      await page.keyboard.press('Tab');
      const at = await focused();
      if (!at.shown || !at.inside) hidden.push(at.name);
    }
    expect(hidden, screen).toEqual([]);
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
  const { reader, decision, settings } = app.screens;
  const pressTo = async (name: RegExp): Promise<void> => {
    await tabTo(name);
    await keyboard.press('Enter');
  };
  await goToScreen('settings');
  await pressTo(inOrder(/^BUTTON /u, said('settings.addCompany')));
  await settings.companyName.focus();
  await keyboard.type(COMPANY.name);
  await settings.legalRepresentative.focus();
  await keyboard.type(DECIDER.person);
  await pressTo(inOrder(/^BUTTON /u, said('frame.add')));
  await expect(settings.saved).toBeVisible();

  await app.takeClock();
  await openFirst();
  await noteAll(app);
  await reader.toEndByKey();
  await app.pass(3);
  await expect(reader.complete).toBeVisible();
  // Whoever signs is known: from the end of the text it takes three keys.
  await reader.decideByKey();
  await decision.shown();
  await expect(decision.conclusions.first()).toBeFocused();
  await keyboard.press('Space');
  await expect(decision.conclusions.first()).toBeChecked();
  await keyboard.press('Control+Enter');
  await decision.done.waitFor();
  expect(app.rows('SELECT id FROM acceptance')).toHaveLength(1);
});

test('at 200 % nothing is lost: no sideways scrolling, and the one action can be reached', async () => {
  const { page } = app;
  const { library, reader } = app.screens;
  await app.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2));
  try {
    for (const screen of RAIL) {
      await goToScreen(screen);
      await page.waitForTimeout(250);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1);
      expect(wide, screen).toBe(false);
    }
    await goToScreen('library');
    await expect(library.importButton).toBeInViewport({ ratio: 1 });
    await openFirst();
    await expect(reader.primary).toBeInViewport({ ratio: 1 });
    const share = await reader.text.evaluate((text) => text.clientHeight / window.innerHeight);
    expect(share).toBeGreaterThanOrEqual(0.6);
    await app.shot('zoom-200-reader');
  } finally {
    await app.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(1));
  }
});
