import { expect, test } from '@playwright/test';
import { App } from './app.ts';
import { liveIn } from './lived-in.ts';
import { openText } from './main-way.ts';
import { SAMPLE, samplePath, TITLE } from './sample.ts';

/**
 * The main screens, pixel by pixel, as pictures beside this file: a change that breaks a layout is seen, also where nobody
 * looks. In the shipped fonts on every machine, on a day that stands still. After a change on purpose the pictures are taken
 * anew with `npm run test:e2e -- e2e/looks --update-snapshots`, and looked at.
 */
test.describe.configure({ mode: 'serial' });

const app = new App();

/** The chrome's font is the system's, which differs from machine to machine: the shipped one takes its place. */
const shippedFonts = (): Promise<void> =>
  app.page.evaluate(async () => {
    document.documentElement.style.setProperty('--sans', "'Noto Serif SC'");
    await document.fonts.ready;
  });

/**
 * How this machine draws letters: the shipped font at the size of the text, as one number. Another renderer or other
 * settings of it draw every letter a little otherwise, and no layout can be judged by pixels.
 */
const lettersDrawn = (): Promise<number> =>
  app.page.evaluate(() => {
    const canvas = new OffscreenCanvas(240, 40);
    const context = canvas.getContext('2d')!;
    context.font = "17px 'Noto Serif SC'";
    context.fillText('签阅 3.1 协议 Assent 99.95%', 4, 26);
    let sum = 0;
    for (const value of context.getImageData(0, 0, 240, 40).data) sum = (sum * 31 + value) % 2_147_483_647;
    return sum;
  });

/** The same on the machine where the pictures were taken. */
const LETTERS_OF_THE_PICTURES = 526_193_756;

async function looksAsBefore(name: string): Promise<void> {
  await shippedFonts();
  test.skip(
    (await lettersDrawn()) !== LETTERS_OF_THE_PICTURES,
    'this machine draws letters otherwise than the one of the pictures',
  );
  await app.page.mouse.move(1279, 799);
  await expect(app.page).toHaveScreenshot(`${name}.png`, { maxDiffPixelRatio: 0.002, animations: 'disabled' });
}

test.beforeAll(async () => {
  test.setTimeout(120_000);
  await app.start();
  await app.resize(1280, 800);
  await app.prefer({ language: 'zh', theme: 'light' });
  await liveIn(app);
  await app.page.reload();
  await app.screens.frame.shown();
});
test.afterAll(() => app.end());

test('the library with an agreement chosen', async () => {
  await app.screens.library.row(TITLE.line).click();
  await looksAsBefore('library');
});

test('the reader', async () => {
  await openText(app, SAMPLE.sla);
  await app.screens.reader.next();
  await looksAsBefore('reader');
});

test('the decision', async () => {
  await app.screens.reader.decideByKey();
  await app.screens.decision.shown();
  await looksAsBefore('decision');
});

test('the comparison', async () => {
  await app.screens.frame.goTo('library');
  await app.screens.library.compare(TITLE.line);
  await app.screens.compare.shown();
  await looksAsBefore('compare');
});

for (const screen of ['notices', 'letters', 'rights', 'agenda', 'evidence', 'settings'] as const) {
  test(`the screen ${screen}`, async () => {
    await app.screens.frame.goTo(screen);
    // A backup of its own hour checks the whole ledger too: so that it is not by chance what the answer rests on.
    if (screen === 'evidence') await app.screens.evidence.verifyAll();
    await app.page.waitForTimeout(300);
    await looksAsBefore(screen);
  });
}

test('the import review', async () => {
  await app.screens.library.import(samplePath('terms'));
  await app.screens.importReview.shown(1);
  await looksAsBefore('import-review');
});
