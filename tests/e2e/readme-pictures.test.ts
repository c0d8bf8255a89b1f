import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { PNG } from 'pngjs';
import { App, ROOT } from './app.ts';
import { liveIn } from './lived-in.ts';
import { openText } from './main-way.ts';
import { ENGLISH, englishPath, SAMPLE, samplePath, TITLE } from './sample.ts';

/**
 * The READMEs' pictures are taken from the app itself: `ASSENT_PICTURES=1 npm run test:e2e -- pictures` takes them anew, in
 * each language the sheet of all screens and three of them at full size. They show the sample set, never a provider's text.
 */
test.skip(process.env['ASSENT_PICTURES'] !== '1', 'pictures are taken anew only when asked for (ASSENT_PICTURES=1)');

const LANGUAGES = [
  { language: 'zh', folder: '.', titles: TITLE, letter: SAMPLE.letter, file: samplePath('newestLine') },
  { language: 'en', folder: 'en', titles: ENGLISH, letter: undefined, file: englishPath },
] as const;
/** On the sheet, in rows of so many. */
const ACROSS = 3;
const GAP = 12;

/** Half as large: each point is the mean of four. */
function halved(picture: PNG): PNG {
  const small = new PNG({ width: picture.width >> 1, height: picture.height >> 1 });
  const at = (x: number, y: number, part: number): number => picture.data[(y * picture.width + x) * 4 + part] ?? 0;
  for (let y = 0; y < small.height; y += 1)
    for (let x = 0; x < small.width; x += 1)
      for (let part = 0; part < 4; part += 1) {
        const [left, top] = [2 * x, 2 * y];
        const four =
          at(left, top, part) + at(left + 1, top, part) + at(left, top + 1, part) + at(left + 1, top + 1, part);
        small.data[(y * small.width + x) * 4 + part] = four >> 2;
      }
  return small;
}

/** Pictures of one size on one sheet, row by row, with a little grey between them. */
function sheetOf(pictures: readonly Buffer[]): Buffer {
  const small = pictures.map((picture) => halved(PNG.sync.read(picture)));
  const [{ width, height }] = small as [PNG];
  const sheet = new PNG({
    width: ACROSS * (width + GAP) + GAP,
    height: Math.ceil(small.length / ACROSS) * (height + GAP) + GAP,
  });
  sheet.data.fill(200);
  for (let at = 3; at < sheet.data.length; at += 4) sheet.data[at] = 255;
  for (const [index, picture] of small.entries()) {
    const left = GAP + (index % ACROSS) * (width + GAP);
    const top = GAP + Math.floor(index / ACROSS) * (height + GAP);
    PNG.bitblt(picture, sheet, 0, 0, width, height, left, top);
  }
  return PNG.sync.write(sheet);
}

/** The review of a file that the library does not have yet. */
async function importReviewOf(language: 'zh' | 'en', file: string): Promise<Buffer> {
  const app = new App();
  const page = await app.start();
  try {
    await app.resize(1280, 800);
    await app.preferAnew({ language, theme: 'light' });
    await app.screens.library.import(file);
    await app.screens.importReview.shown();
    await page.waitForTimeout(500);
    return await page.screenshot();
  } finally {
    await app.end();
  }
}

for (const { language, folder, titles, letter, file } of LANGUAGES) {
  test(`the pictures of the README (${language})`, async () => {
    test.setTimeout(300_000);
    const into = join(ROOT, 'docs', 'pictures', folder);
    await mkdir(into, { recursive: true });
    await writeFile(join(into, 'import-review.png'), await importReviewOf(language, file));
    const app = new App();
    const page = await app.start();
    const taken: Buffer[] = [];
    const take = async (name?: string): Promise<void> => {
      await page.waitForTimeout(500);
      const picture = await page.screenshot();
      taken.push(picture);
      if (name !== undefined) await writeFile(join(into, `${name}.png`), picture);
    };
    try {
      await app.resize(1280, 800);
      await app.preferAnew({ language, theme: 'light' });
      await liveIn(app, language);
      await page.reload();
      const { frame, library, reader, decision, compare, letters } = app.screens;
      await frame.shown();
      await library.row(titles.line).click();
      await take();
      await openText(app, titles.sla);
      await reader.next();
      await expect(reader.margin).toBeVisible();
      await take('reader');
      await reader.decideByKey();
      await decision.shown();
      await take();
      await frame.goTo('library');
      await library.compare(titles.line);
      await compare.shown();
      await take();
      await frame.goTo('notices');
      await take();
      await frame.goTo('letters');
      if (letter !== undefined) {
        await letters.open(letter);
        await letters.pictures.first().waitFor();
        await page.waitForTimeout(2_000);
      }
      await take(letter === undefined ? undefined : 'letter');
      for (const screen of ['rights', 'agenda', 'evidence'] as const) {
        await frame.goTo(screen);
        await take();
      }
      await writeFile(join(into, 'screens.png'), sheetOf(taken));
    } finally {
      await app.end();
    }
  });
}
