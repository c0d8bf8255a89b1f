import { expect, test } from '@playwright/test';
import { App } from './app.ts';
import { fillWithMany } from './many.ts';
import { importSample } from './sample.ts';

test.describe.configure({ mode: 'serial' });
const app = new App();
test.beforeAll(() => app.start());
test.afterAll(() => app.end());
const row = (words: string) => app.page.getByRole('option', { name: new RegExp(words) }).first();

async function prefer(wish: { language?: 'zh' | 'en'; theme?: 'light' | 'dark' }): Promise<void> {
  await app.page.emulateMedia({ colorScheme: null });
  await app.preferAnew(wish);
}
test('sample', async () => {
  test.setTimeout(300_000);
  app.page.on('pageerror', (e) => console.log('PAGEERROR', e.stack));
  app.page.on('console', (m) => m.type() === 'error' && console.log('CONSOLE', m.text()));
  await app.resize(1280, 800);
  await app.shot('lib-empty-zh');
  await importSample(app);
  await app.page.waitForTimeout(800);
  await app.shot('lib-overview-zh');
  await row('服务条款').click();
  await app.page.waitForTimeout(900);
  await app.shot('lib-inspect-zh');
  await row('专线服务协议').click();
  await app.page.waitForTimeout(900);
  await app.shot('lib-line-zh');
  await prefer({ language: 'en', theme: 'dark' });
  await app.page.waitForTimeout(900);
  await app.shot('lib-overview-en-dark');
  await row('服务等级协议').click();
  await app.page.waitForTimeout(900);
  await app.shot('lib-inspect-en-dark');
  await app.resize(1024, 700);
  await app.page.waitForTimeout(400);
  await app.shot('lib-inspect-en-dark-1024');
  await app.inMain(({ BrowserWindow }, zoom) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(zoom), 2);
  await app.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800), undefined);
  await app.page.waitForTimeout(400);
  await app.shot('lib-page-en-dark-640');
  await prefer({ language: 'zh', theme: 'light' });
  await app.page.waitForTimeout(600);
  await app.shot('lib-list-zh-640');
  await app.inMain(({ BrowserWindow }, zoom) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(zoom), 1);
});
test('many', async () => {
  test.setTimeout(300_000);
  await app.resize(1280, 800);
  await app.stop();
  fillWithMany(app.folder, 300);
  await app.start();
  await app.resize(1280, 800);
  await app.page.waitForTimeout(1500);
  await app.shot('lib-many-zh');
  await app.page.getByRole('listbox').focus();
  await app.page.keyboard.press('End');
  await app.page.waitForTimeout(900);
  await app.shot('lib-many-end-zh');
  const t = Date.now();
  for (let i = 0; i < 30; i++) await app.page.keyboard.press('ArrowUp');
  console.log('30 arrows ms', Date.now() - t);
  await app.page.waitForTimeout(500);
  await app.shot('lib-many-up-zh');
  await expect(app.page.getByRole('option').first()).toBeAttached();
});
