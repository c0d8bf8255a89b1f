import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { PDFDocument } from 'pdf-lib';
import { sampleSealPng } from '../../src-main/pdf/finish/sample-seal.ts';
import { App, rail, ROOT } from './app.ts';
import { barriers, judge, ownPdf, ownWord } from './letter-files.ts';
import { like, zh } from './texts.ts';

test.describe.configure({ mode: 'serial' });

const app = new App();
const COMPANY = {
  name: '示例远航科技有限公司',
  creditCode: '91330106MA2CFLDG4R',
  address: '示例市滨江区长河路1号',
  legalRepresentative: '陈远',
  contact: '李航',
  phone: '0571-88880000',
  email: 'demo@example.com',
  bank: '示例银行滨江支行',
  bankAccount: '',
  signatory: '陈远',
  signatoryRole: '总经理',
};
const PASSWORD = '签阅密码 2026';
/** Clicks the first button of this name. */
const clickFirst = (name: string | RegExp): Promise<void> =>
  app.page.getByRole('button', { name, exact: true }).first().click();

const inFolder = (name: string): string => join(app.folder, name);
const missing = (tool: string): boolean => spawnSync('which', [tool]).status !== 0;

test.beforeAll(async () => {
  const page = await app.start();
  await page.evaluate(async (company) => {
    await window.assent.call('import.sample', {});
    await window.assent.call('settings.saveCompany', { company });
  }, COMPANY);
});
test.afterAll(() => app.end());

interface Output {
  sha256: string;
  kind: string;
  signatures?: { name: string }[];
}

/** The last output of the letter that was changed last. */
function lastOutput(): Output {
  const [paper] = app.rows<{ body: string }>("SELECT body FROM paper WHERE kind = 'letter' ORDER BY updated_at DESC");
  const { outputs } = JSON.parse(paper?.body ?? '{}') as { outputs: Output[] };
  return outputs.at(-1)!;
}

test('the screen shows the very pages that are exported, at the proportions of A4', async () => {
  const { page } = app;
  await rail(page, 'letters').click();
  await clickFirst(/信息安全承诺书/);
  const first = page.locator('figure[data-drawn=true]').first();
  await first.getByText(COMPANY.name).waitFor();
  const box = await first.boundingBox();
  expect(box!.height / box!.width).toBeCloseTo(297 / 210, 2);
  await app.shot('letters-preview');
  await page.locator('input[name="address"]').fill('示例市西湖区文三路9号');
  await first.getByText('文三路9号').waitFor();
});

test('a mistyped credit code is said at its field and stops the export', async () => {
  const { page } = app;
  const code = page.locator('input[name="creditCode"]');
  await code.fill('91330106MA2CFLDG4X');
  await expect(page.getByText('校验位不符').first()).toBeVisible();
  await expect(page.getByRole('button', { name: zh('letters.export') })).toBeDisabled();
  await app.shot('letters-problem');
  await code.fill(COMPANY.creditCode);
  await expect(page.getByRole('button', { name: zh('letters.export') })).toBeEnabled();
});

test('the seal lies over name and date at its true size and follows the arrow keys', async () => {
  const { page } = app;
  const mark = page.getByRole('button', {
    name: like('letters.sealAt', { name: zh('letters.shapes.round-42'), x: '0.0', y: /.+/ }),
  });
  await mark.scrollIntoViewIfNeeded();
  const sheet = (await page.locator('figure').last().boundingBox())!;
  const before = (await mark.boundingBox())!;
  expect((before.width / sheet.width) * 210).toBeCloseTo(42, 0);
  await mark.focus();
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('ArrowUp');
  const moved = page.getByRole('button', { name: like('letters.sealAt', { name: /.+/, x: '-5.0', y: '0.5' }) });
  const after = (await moved.boundingBox())!;
  expect(((after.x - before.x) / sheet.width) * 210).toBeCloseTo(-5, 0);
  await page.locator('input[name="seam"]').check();
  await expect(page.getByRole('img', { name: zh('letters.seamSlice') }).first()).toBeVisible();
  await app.shot('letters-seal');
  await page.getByRole('button', { name: zh('letters.centre') }).click();
  await page.locator('input[name="seam"]').uncheck();
});

test('an electronic copy carries the seal at 42.0 ± 0.1 mm and says what it is', async () => {
  const { page } = app;
  const fonts = join(ROOT, 'out', 'assets', 'fonts');
  const regular = readFileSync(join(fonts, 'NotoSerifSC-Regular.ttf'));
  const bold = readFileSync(join(fonts, 'NotoSerifSC-Bold.ttf'));
  const png = inFolder('seal.png');
  writeFileSync(png, sampleSealPng(COMPANY.name, 'round-42', { regular, bold }));
  await app.chooseFiles(png);
  await page.getByRole('button', { name: zh('letters.chooseSeal') }).click();
  await page.getByText('seal.png').waitFor();

  await page.getByRole('button', { name: zh('letters.write') }).click();
  const pad = (await page.getByRole('img', { name: zh('letters.writeHere') }).boundingBox())!;
  await page.mouse.move(pad.x + 120, pad.y + 60);
  await page.mouse.down();
  for (const [x, y] of [
    [180, 130],
    [240, 60],
    [300, 150],
    [380, 80],
  ] as const)
    await page.mouse.move(pad.x + x, pad.y + y, { steps: 4 });
  await page.mouse.up();
  await app.shot('letters-signpad');
  await page.getByRole('button', { name: zh('letters.takeIt') }).click();
  await page.locator('figure').last().scrollIntoViewIfNeeded();
  await app.shot('letters-pictures');

  const copy = inFolder('copy.pdf');
  await app.saveAs(copy);
  await page.getByRole('button', { name: zh('letters.copy') }).click();
  await page.getByText(zh('letters.exported', { name: 'copy.pdf' })).waitFor();
  expect(execFileSync('pdftotext', [copy, '-']).toString()).toContain('不是加盖实物印章的原件');
  const images = execFileSync('pdfimages', ['-list', copy]).toString().split('\n');
  const seal = images.map((line) => line.trim().split(/\s+/u)).find((cells) => cells[3] === '992');
  const millimetres = (992 / Number(seal![12])) * 25.4;
  expect(Math.abs(millimetres - 42)).toBeLessThanOrEqual(0.1);
  expect(lastOutput().kind).toBe('electronic-copy');
  await clickFirst(zh('letters.drop'));
  await clickFirst(zh('letters.drop'));
});

async function makeIdentity(name: string, file: string): Promise<void> {
  const { page } = app;
  await page.getByRole('button', { name: zh('letters.makeNew') }).click();
  await page.locator('input[name="certificateName"]').fill(name);
  await page.locator('input[name="newPassword"]').fill(PASSWORD);
  await app.saveAs(inFolder(file));
  await page.getByRole('button', { name: zh('letters.make') }).click();
  await page.getByText(like('letters.made', { name: /.+/ })).waitFor();
}

test('a wrong password is said in the dialog, which stays open; then the letter is signed', async () => {
  const { page } = app;
  await page.getByRole('button', { name: zh('letters.sign') }).click();
  await makeIdentity('陈远', 'first.p12');
  const dialog = page.getByRole('dialog');
  await app.chooseFiles(inFolder('first.p12'));
  await dialog.locator('input[name="password"]').fill('不是这个密码');
  await dialog.getByRole('button', { name: zh('letters.sign') }).click();
  await expect(dialog.getByRole('alert')).toContainText('证书密码不对');
  await app.shot('letters-sign-refused');
  await dialog.locator('input[name="password"]').fill(PASSWORD);
  await app.saveAs(inFolder('signed.pdf'));
  await dialog.getByRole('button', { name: zh('letters.sign') }).click();
  await expect(dialog).toBeHidden();
  expect(lastOutput()).toMatchObject({ kind: 'signed', signatures: [{ name: '陈远' }] });
});

test('a second person signs the signed file; both signatures hold, and one flipped byte breaks them', async () => {
  test.skip(
    ['pdfsig', 'mutool', 'openssl'].some(missing),
    'pdfsig, mutool and openssl are needed to judge a signature',
  );
  const { page } = app;
  await clickFirst(zh('letters.signAgain'));
  await makeIdentity('李航', 'second.p12');
  await app.chooseFiles(inFolder('second.p12'));
  const twice = inFolder('twice.pdf');
  await app.saveAs(twice);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: zh('letters.sign') })
    .click();
  await expect(page.getByRole('dialog')).toBeHidden();
  expect(lastOutput().signatures?.map(({ name }) => name)).toEqual(['陈远', '李航']);
  await page.getByText('twice.pdf').first().scrollIntoViewIfNeeded();
  await app.shot('letters-outputs');
  expect(judge(twice)).toEqual({ pdfsig: true, mutool: true, openssl: true });

  const bytes = readFileSync(twice);
  bytes[2000] = (bytes[2000] ?? 0) ^ 1;
  writeFileSync(inFolder('broken.pdf'), bytes);
  expect(judge(inFolder('broken.pdf'))).toEqual({ pdfsig: false, mutool: false, openssl: false });

  const entries = app.rows<{ entry: string }>(
    "SELECT entry FROM ledger WHERE kind = 'letter-signed' ORDER BY sequence",
  );
  const entry = JSON.parse(entries.at(-1)?.entry ?? '{}') as { payload: unknown };
  expect(entry.payload).toMatchObject({ sha256: lastOutput().sha256, kind: 'signed' });
});

test('a timestamp request goes out; an answer that is not one is refused', async () => {
  const { page } = app;
  const query = inFolder('query.tsq');
  await app.saveAs(query);
  await clickFirst(zh('letters.timestampQuery'));
  await page.getByText(zh('letters.querySaved', { name: 'query.tsq' })).waitFor();
  expect(execFileSync('openssl', ['ts', '-query', '-in', query, '-text']).toString()).toContain(
    'Hash Algorithm: sha256',
  );
  await app.chooseFiles(query);
  await clickFirst(zh('letters.timestampAnswer'));
  await page.getByRole('alert').waitFor();
  await page
    .getByRole('alert')
    .getByRole('button', { name: zh('frame.close') })
    .click();
});

test('a provider’s Word form is filled in its own file', async () => {
  const { page } = app;
  const original = inFolder('线路登记表.docx');
  writeFileSync(original, ownWord());
  await app.chooseFiles(original);
  await showShelf();
  await page.getByRole('button', { name: zh('letters.importForm') }).click();
  await expect(page.locator('input[name="companyName"]')).toHaveValue(COMPANY.name);
  await page.getByLabel('专线用途').fill('办公互联');
  await page.locator('mark', { hasText: '办公互联' }).waitFor();
  await app.shot('letters-word-form');
  const filled = inFolder('filled.docx');
  await app.saveAs(filled);
  await page.getByRole('button', { name: zh('letters.exportWord') }).click();
  await page.getByText(zh('letters.exported', { name: 'filled.docx' })).waitFor();
  const xml = strFromU8(unzipSync(readFileSync(filled))['word/document.xml']!);
  for (const value of [COMPANY.name, COMPANY.creditCode, '办公互联']) expect(xml).toContain(value);
  expect(xml).not.toMatch(/\{\{|____/u);
});

test('a provider’s PDF form is filled in its own fields', async () => {
  const { page } = app;
  const original = inFolder('开通申请.pdf');
  writeFileSync(original, await ownPdf());
  await app.chooseFiles(original);
  await showShelf();
  await page.getByRole('button', { name: zh('letters.importForm') }).click();
  await page.locator('figure[data-drawn=true]').waitFor();
  await page.getByLabel('agree').selectOption('是');
  await app.shot('letters-pdf-form');
  const filled = inFolder('filled.pdf');
  await app.saveAs(filled);
  await page.getByRole('button', { name: zh('letters.export') }).click();
  await page.getByText(zh('letters.exported', { name: 'filled.pdf' })).waitFor();
  expect(execFileSync('pdftotext', [filled, '-']).toString()).toContain(COMPANY.name);
  const form = (await PDFDocument.load(readFileSync(filled))).getForm();
  expect(form.getFields().map((field) => field.getName())).toEqual(['f0', 'f1', 'f2', 'agree']);
  expect(form.getTextField('f1').getText()).toBe(COMPANY.creditCode);
  expect(form.getCheckBox('agree').isChecked()).toBe(true);
});

async function showShelf(): Promise<void> {
  const { page } = app;
  const back = page.getByRole('button', { name: zh('letters.toAll') });
  if (await back.isVisible()) await back.click();
}

test('a set that contradicts itself is named; one that agrees goes into one folder', async () => {
  const { page } = app;
  await showShelf();
  await page.getByRole('button', { name: zh('letters.set') }).click();
  const dialog = page.getByRole('dialog');
  const boxes = dialog.getByRole('group', { name: zh('letters.mine') }).getByRole('checkbox');
  for (let index = 0; index < (await boxes.count()); index += 1) await boxes.nth(index).check();
  const agreement = dialog.getByRole('checkbox', { name: /跨域专线服务协议/ });
  await agreement.last().check();
  await expect(dialog.getByText(/对应的不是所选的/)).toBeVisible();
  await expect(dialog.getByRole('button', { name: zh('letters.saveSet') })).toBeDisabled();
  await app.shot('letters-set-differs');
  await agreement.last().uncheck();
  await agreement.first().check();
  await app.shot('letters-set');
  await expect(dialog.getByRole('button', { name: zh('letters.saveSet') })).toBeEnabled();
  const folder = inFolder('set');
  mkdirSync(folder);
  await app.chooseFiles(folder);
  await dialog.getByRole('button', { name: zh('letters.saveSet') }).click();
  await page.getByText(like('letters.setSaved', { count: /\d+/, folder: /.+/ })).waitFor();
  const names = readdirSync(folder);
  expect(names.filter((name) => name.endsWith('.pdf')).length).toBeGreaterThanOrEqual(3);
  expect(names.some((name) => name.endsWith('.docx'))).toBe(true);
  // what was signed goes along signed, the very bytes
  const signed = names.find((name) => name.includes('已签名'));
  expect(readFileSync(join(folder, signed!))).toEqual(readFileSync(inFolder('twice.pdf')));
});

test('a printer that scales is remembered and warned of', async () => {
  const { page } = app;
  await clickFirst(/信息安全承诺书/);
  await page.getByRole('button', { name: zh('letters.calibrate') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[name="printer"]').fill('前台激光机');
  await dialog.locator('input[name="measured"]').fill('97.2');
  await dialog.getByRole('button', { name: zh('letters.remember') }).click();
  await expect(dialog.getByText(like('letters.printerScales', { name: '前台激光机', measured: '97.2' }))).toBeVisible();
  await app.shot('letters-printer');
  const ruler = inFolder('ruler.pdf');
  await app.saveAs(ruler);
  await dialog.getByRole('button', { name: zh('letters.saveRuler') }).click();
  await expect.poll(() => readdirSync(app.folder)).toContain('ruler.pdf');
  await dialog.getByRole('button', { name: zh('frame.close') }).click();
  await expect(page.getByText(/前台激光机/).first()).toBeVisible();
});

test('the letters screen holds together in both languages, dark and light, narrow and wide', async () => {
  const { page } = app;
  for (const [width, height] of [
    [1024, 700],
    [1280, 800],
    [1920, 1080],
  ] as const) {
    for (const [language, theme] of [
      ['zh', 'light'],
      ['en', 'dark'],
    ] as const) {
      await page.evaluate(([language, theme]) => window.assent.call('settings.setPreferences', { language, theme }), [
        language,
        theme,
      ] as const);
      await app.electron.evaluate(
        ({ BrowserWindow }, [width, height]) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
        [width, height] as const,
      );
      await page.emulateMedia({ colorScheme: theme });
      await page.reload();
      await page.waitForSelector('nav');
      await rail(page, 'letters').click();
      await clickFirst(/信息安全承诺书/);
      await page.locator('figure[data-drawn=true]').first().waitFor();
      await app.shot(`letters-${language}-${theme}-${width}`);
      if (width === 1280) expect(await barriers(page)).toEqual([]);
    }
  }
});
