import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { App } from './app.ts';
import { RAIL } from './pages/frame.ts';
import { screensOf } from './pages/screens.ts';
import { importSample, TITLE } from './sample.ts';
import { started } from './started.ts';
import { said } from './texts.ts';
import { FileDialogs } from './file-dialogs.ts';

test.describe.configure({ mode: 'serial' });

const app = new App();
test.beforeAll(() => app.start());
test.afterAll(() => app.end());

/** Left and right edge of what stands at the start of the window, in CSS pixels. */
const edges = async (): Promise<readonly [number, number]> => {
  const box = await app.screens.frame.rail.boundingBox();
  return [box?.x ?? -1, (box?.x ?? 0) + (box?.width ?? 0)];
};

/** The window's content as at 200 %: half as wide in CSS pixels. */
const zoom = (factor: number): Promise<void> =>
  app.inMain(
    ({ BrowserWindow }, factor) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(factor),
    factor,
  );

test('an empty library offers the other language, and the page speaks it at once', async () => {
  const { frame } = app.screens;
  await frame.speak('en');
  await expect(frame.language).toHaveAttribute('lang', 'en');
  await frame.speak('zh');
  await expect(frame.language).toHaveAttribute('lang', 'zh-CN');
});

test('the rail is as wide on every screen, in both languages and at every size; in one column it is opened', async () => {
  test.setTimeout(120_000);
  const { page, screens } = app;
  await importSample(app);
  for (const language of ['zh', 'en'] as const) {
    await app.preferAnew({ language });
    for (const [width, height] of [
      [1920, 1080],
      [1366, 768],
      [1024, 700],
    ] as const) {
      await app.resize(width, height);
      for (const screen of RAIL) {
        await screens.frame.goTo(screen);
        expect([screen, width, ...(await edges())]).toEqual([screen, width, 0, 72]);
        const cut = await screens.frame.rail.evaluate(
          (rail) =>
            [...rail.querySelectorAll('.word')].filter((word) => word.scrollWidth > word.clientWidth + 1).length,
        );
        expect([screen, cut]).toEqual([screen, 0]);
      }
    }
  }
  await app.resize(1280, 800);
  await screens.frame.widen();
  await expect.poll(edges).toEqual([0, 216]);
  await screens.frame.widen();
  await expect.poll(edges).toEqual([0, 72]);
  await zoom(2);
  await expect(screens.frame.rail).toHaveCount(0);
  await screens.frame.menu.click();
  await screens.frame.goTo('agenda');
  await expect(screens.frame.rail).toHaveCount(0);
  await expect(page).toHaveTitle(said('frame.agenda'));
  await zoom(1);
});

test('the bar and the title name the agreement, and going back comes to the same place', async () => {
  const { page, screens } = app;
  await app.preferAnew({ language: 'zh' });
  await screens.frame.goByPalette(TITLE.terms);
  await screens.reader.shown();
  await expect(screens.frame.crumbs.filter({ hasText: TITLE.terms })).toHaveCount(1);
  await expect(page).toHaveTitle(new RegExp(TITLE.terms, 'u'));
  const scrolled = (): Promise<number> =>
    page.evaluate(() => Math.max(...[...document.querySelectorAll('main *')].map(({ scrollTop }) => scrollTop)));
  await page.mouse.move(640, 400);
  await page.mouse.wheel(0, 700);
  await expect.poll(scrolled).toBeGreaterThan(400);
  const before = await scrolled();
  await screens.frame.goTo('agenda');
  await expect(page).toHaveTitle(said('frame.agenda'));
  await screens.frame.backByKey();
  await screens.reader.shown();
  // The reader comes back to the clause at the top of the window: within a line of where one left it.
  await expect.poll(async () => Math.abs((await scrolled()) - before)).toBeLessThan(30);
});

test('a failure of the screen covers nothing that one may want to press', async () => {
  const { page, screens } = app;
  await screens.frame.goTo('evidence');
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(['no bundle at all'], 'broken.zip'));
    document.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
  });
  await expect(screens.frame.failure).toBeVisible();
  const covered = await screens.frame.failure.evaluate((alert) => {
    const { left, right, top, bottom } = alert.getBoundingClientRect();
    return [...document.querySelectorAll('button')]
      .filter((button) => !alert.contains(button))
      .map((button) => button.getBoundingClientRect())
      .filter((box) => box.width > 0 && box.right > left && box.left < right && box.bottom > top && box.top < bottom)
      .length;
  });
  expect(covered).toBe(0);
  await screens.frame.dismissFailure();
});

test('the first start speaks the system’s language and has a sample set in it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'assent-first-'));
  const first = await started(folder, { LANGUAGE: 'en_GB' });
  try {
    if (!first.app) return;
    const { frame } = screensOf(first.page, new FileDialogs(first.app));
    await frame.shown();
    await expect(frame.language).toHaveAttribute('lang', 'en');
    await first.page.evaluate(() => window.assent.call('import.sample', {}));
    const titles = await first.page.evaluate(async () => {
      const list = (await window.assent.call('library.list', {})) as {
        readonly value: { readonly agreements: readonly { readonly title: string }[] };
      };
      return list.value.agreements.map(({ title }) => title);
    });
    expect(titles).toHaveLength(4);
    expect(titles.every((title) => title.endsWith('(Sample)'))).toBe(true);
  } finally {
    await first.app?.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
