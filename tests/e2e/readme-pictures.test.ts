import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { App, ROOT } from './app.ts';
import { openText } from './main-way.ts';
import { SAMPLE, samplePath, saveCompany } from './sample.ts';

/**
 * The README's pictures are taken from the app itself: `ASSENT_PICTURES=1 npm run test:e2e -- pictures` takes them anew.
 * They show the sample set, never a provider's text.
 */
test.skip(process.env['ASSENT_PICTURES'] !== '1', 'pictures are taken anew only when asked for (ASSENT_PICTURES=1)');

const FOLDER = join(ROOT, 'docs', 'pictures');

test('the pictures of the README', async () => {
  const app = new App();
  const page = await app.start();
  const picture = (name: string): Promise<Buffer> => page.screenshot({ path: join(FOLDER, `${name}.png`) });
  try {
    await mkdir(FOLDER, { recursive: true });
    const { frame, library, importReview, reader, letters } = app.screens;
    await library.import(samplePath('newestLine'));
    await importReview.shown(2);
    await picture('import-review');
    await importReview.confirm(library);
    await saveCompany(app);
    await openText(app, SAMPLE.line);
    await reader.next();
    await expect(reader.margin).toBeVisible();
    await picture('reader');
    await frame.goTo('letters');
    await letters.open(SAMPLE.letter);
    await letters.pictures.first().waitFor();
    await page.waitForTimeout(2_000);
    await picture('letter');
  } finally {
    await app.end();
  }
});
