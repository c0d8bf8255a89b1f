import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { App, rail, ROOT } from './app.ts';
import { zh } from './texts.ts';

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
    await app.chooseFiles(join(ROOT, 'assets', 'sample', '4-示例跨域专线服务协议-2026-10.txt'));
    await page.getByRole('button', { name: zh('library.import') }).click();
    await page.getByRole('heading', { name: zh('import.documents', { count: 2 }) }).waitFor();
    await picture('import-review');
    await page.getByRole('button', { name: zh('import.confirm') }).click();
    await page.getByRole('heading', { name: zh('library.title') }).waitFor();
    await page.evaluate(() =>
      window.assent.call('settings.saveCompany', {
        company: {
          name: '示例远航科技有限公司',
          creditCode: '91330106MA2CFLDG4R',
          address: '示例市滨江区长河路1号',
          legalRepresentative: '陈远',
          contact: '李航',
          phone: '0571-88880000',
          email: '',
          bank: '',
          bankAccount: '',
          signatory: '陈远',
          signatoryRole: '总经理',
        },
      }),
    );
    await page
      .getByRole('button', { name: /跨域专线服务协议/u })
      .first()
      .dblclick();
    await page.locator('[data-clause]').first().waitFor();
    await page.keyboard.press('j');
    await expect(page.getByRole('complementary').first()).toBeVisible();
    await picture('reader');
    await rail(page, 'letters').click();
    await page
      .getByRole('button', { name: /信息安全承诺书/u })
      .first()
      .click();
    await page.locator('canvas').first().waitFor();
    await page.waitForTimeout(2_000);
    await picture('letter');
  } finally {
    await app.end();
  }
});
