import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildVerifier } from '../../.config/verifier.mjs';
import { BUNDLE_FORGERIES } from './bundle-forgeries.ts';
import { BUNDLE_REMAKES } from './bundle-remakes.ts';
import { setStage, type Stage } from './stage.ts';
import { byPage, said, type Said } from './surfaces.ts';

/** Debian's own; the verifier must work in a browser that nobody prepared. */
const CHROMIUM = '/usr/bin/chromium';
const absent = existsSync(CHROMIUM) ? '' : ' (skipped: Debian’s chromium is not installed)';
/** All of them in the long run (`ASSENT_FORGERIES=all`), every so many otherwise. */
const STRIDE = process.env['ASSENT_FORGERIES'] === 'all' ? 1 : 12;

const cases = [...BUNDLE_FORGERIES, ...BUNDLE_REMAKES].filter((_, index) => index % STRIDE === 0);
const folder = mkdtempSync(join(tmpdir(), 'assent-forger-page-'));
let stage: Stage;
let browser: Browser;
let pages: Readonly<Record<'with' | 'without', Page>>;

/** What the page shows, read from what it writes beside its words for whoever checks it. */
async function shown(page: Page, bytes: Uint8Array): Promise<Said> {
  await page.evaluate(() => document.getElementById('verdict')?.remove());
  await page
    .locator('#file')
    .setInputFiles({ name: 'bundle.assent.zip', mimeType: 'application/zip', buffer: Buffer.from(bytes) });
  await page.locator('#verdict').waitFor();
  const read = (name: string): Promise<string> =>
    page.locator('#verdict').evaluate((verdict, attribute) => verdict.getAttribute(attribute) ?? '', `data-${name}`);
  return {
    integrity: (await read('integrity')) as Said['integrity'],
    keyId: await read('key'),
    source: (await read('source')) as Said['source'],
    authority: await read('authority'),
    ok: (await read('ok')) === 'true',
  };
}

describe.skipIf(absent !== '')(
  `the offline page in Chromium says of forged bundles what the others say${absent}`,
  () => {
    beforeAll(async () => {
      stage = await setStage();
      const url = pathToFileURL(await buildVerifier(folder)).href;
      browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
      const open = async (ed25519: boolean): Promise<Page> => {
        const page = await (await browser.newContext({ offline: true, locale: 'zh-CN' })).newPage();
        // As in browsers of before Ed25519: the algorithm is not known.
        if (!ed25519)
          await page.addInitScript(() => {
            const known = crypto.subtle.importKey.bind(crypto.subtle) as (...given: unknown[]) => Promise<CryptoKey>;
            const importKey = (...given: unknown[]): Promise<CryptoKey> =>
              given[2] === 'Ed25519'
                ? Promise.reject(new DOMException('Unrecognized name.', 'NotSupportedError'))
                : known(...given);
            Object.defineProperty(crypto.subtle, 'importKey', { value: importKey });
          });
        await page.goto(url);
        return page;
      };
      pages = { with: await open(true), without: await open(false) };
    }, 120_000);
    afterAll(async () => {
      await browser?.close();
      stage?.end();
      rmSync(folder, { recursive: true, force: true });
    });

    test('of the bundle itself', async () => {
      const expected = said(await byPage(stage.bundle));
      expect(expected).toMatchObject({ ok: true, keyId: stage.keyId });
      for (const page of Object.values(pages)) expect(await shown(page, stage.bundle)).toEqual(expected);
    });

    test.each(cases.map((forgery) => [forgery.name, forgery] as const))('%s', async (_name, forgery) => {
      const bytes = forgery.forge(stage);
      const expected = said(await byPage(bytes));
      expect(await shown(pages.with, bytes)).toEqual(expected);
      expect(await shown(pages.without, bytes)).toEqual(expected);
    });
  },
);
