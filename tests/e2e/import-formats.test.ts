import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { PDFDocument } from 'pdf-lib';
import { App, rail, ROOT } from './app.ts';
import { like, zh } from './texts.ts';

test.describe.configure({ mode: 'serial' });

const app = new App();
test.beforeAll(() => app.start());
test.afterAll(() => app.end());

const sample = (name: string): string => readFileSync(join(ROOT, 'assets', 'sample', name), 'utf8');
const TERMS = sample('1-示例云网络服务条款.txt');

function file(name: string, content: string | Uint8Array): string {
  const path = join(app.folder, name);
  writeFileSync(path, content);
  return path;
}

const toLibrary = (): Promise<void> => rail(app.page, 'library').click();
const reviewed = (name: string): Promise<void> => app.page.getByRole('heading', { name, exact: true }).waitFor();
const documents = () => app.page.getByRole('article');

async function choose(...paths: readonly string[]): Promise<void> {
  await toLibrary();
  await app.chooseFiles(...paths);
  await app.page.getByRole('button', { name: zh('library.import') }).click();
}

/** The failure on the screen, closed again. */
async function refusal(): Promise<string> {
  const alert = app.page.getByRole('alert');
  const text = await alert.innerText();
  await alert.getByRole('button', { name: zh('frame.close') }).click();
  return text;
}

/** The process that reads files, as the operating system knows it. */
const parser = (): Promise<number | undefined> =>
  app.electron.evaluate(
    ({ app }) =>
      app.getAppMetrics().find((it) => it.name === 'Assent parser' || it.serviceName === 'Assent parser')?.pid,
  );
const sources = (): readonly { name: string; state: string }[] =>
  app.rows('SELECT s.name, r.state FROM source s JOIN source_reading r ON r.source_id = s.id ORDER BY s.imported_at');

/** Drops real files from the disk onto the window, as the system would. */
async function dropFiles(...files: readonly string[]): Promise<void> {
  const debug = await app.page.context().newCDPSession(app.page);
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  const send = (type: 'dragEnter' | 'dragOver' | 'drop'): Promise<unknown> =>
    debug.send('Input.dispatchDragEvent', { type, x: 640, y: 400, data });
  // A window that was just opened takes no drag before its first frame.
  await expect(async () => {
    await send('dragEnter');
    await send('dragOver');
    await expect(app.page.getByText(zh('frame.dropHere'))).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 10_000 });
  await send('drop');
  await debug.detach();
}

test('a file dragged onto the window is imported: its bytes first, then the review', async () => {
  const { page } = app;
  const path = file('拖入的条款.txt', TERMS);
  await dropFiles(path);
  await reviewed('拖入的条款.txt');
  await expect(page.getByText(zh('frame.dropHere'))).toBeHidden();
  const [kept] = app.rows<{ bytes: Buffer; kind: string }>(
    "SELECT s.bytes, l.kind FROM source s JOIN ledger l ON l.subject = 'source:' || s.id",
  );
  expect(kept?.kind).toBe('source-imported');
  expect(Buffer.compare(Buffer.from(kept!.bytes), readFileSync(path))).toBe(0);
  expect(app.rows('SELECT id FROM version')).toEqual([]);
});

test('the same file is known by its hash, the same words in another file by their fingerprint', async () => {
  const { page } = app;
  await page.getByRole('button', { name: zh('import.confirm') }).click();
  await page.getByRole('heading', { name: zh('library.title') }).waitFor();
  await choose(file('另一个名字.txt', TERMS));
  await reviewed('拖入的条款.txt');
  await expect(page.getByText(zh('import.sameFile'))).toBeVisible();
  expect(sources()).toEqual([{ name: '拖入的条款.txt', state: 'saved' }]);

  await choose(file('换行不同.txt', `\uFEFF${TERMS.replaceAll('\n', '\r\n')}`));
  await reviewed('换行不同.txt');
  await expect(documents().first()).toContainText(like('import.known', { title: /.+/, ordinal: /\d+/ }));
  await expect(documents().first().getByRole('checkbox')).toBeDisabled();
  await expect(page.getByRole('button', { name: zh('import.confirm') })).toBeDisabled();
  await page.getByRole('button', { name: zh('import.setAside') }).click();
  await expect(page.getByRole('button', { name: /换行不同/ })).toContainText(zh('library.setAside'));
});

test('pasted text is a source of its own', async () => {
  const { page } = app;
  await app.electron.evaluate(({ BrowserWindow, clipboard }, text) => {
    void clipboard.writeText(text);
    BrowserWindow.getAllWindows()[0]?.webContents.paste();
  }, '示例粘贴协议\n\n1. 甲方应当付款。\n\n2. 乙方不承担任何间接损失的赔偿责任。\n');
  await reviewed(`${zh('frame.pasteName')}.txt`);
  await expect(documents().first()).toContainText(zh('import.clauses', { count: 2 }));
  await page.getByRole('button', { name: zh('import.setAside') }).click();
});

test('what is pasted into a field stays in the field', async () => {
  const { page } = app;
  await page.getByRole('searchbox').fill('');
  await page.getByRole('searchbox').focus();
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.paste());
  await expect(page.getByRole('searchbox')).not.toHaveValue('');
  await expect(page.getByRole('heading', { name: zh('library.title') })).toBeVisible();
  await page.getByRole('searchbox').fill('');
});

test('a folder is imported with its subfolders, chosen or dropped; what cannot be an agreement is left', async () => {
  const { page } = app;
  for (const folder of ['选中', '拖入']) {
    mkdirSync(join(app.folder, folder, '里层'), { recursive: true });
    file(join(folder, '甲.txt'), `${folder}甲协议\n\n1. 甲方应当付款。\n`);
    file(join(folder, '里层', '乙.md'), `# ${folder}乙协议\n\n1. 乙方应当服务。\n`);
    file(join(folder, '照片.png'), 'x');
    file(join(folder, '.hidden.txt'), 'x');
  }
  const count = (): number => sources().length;
  const before = count();
  await app.chooseFiles(join(app.folder, '选中'));
  await page.getByRole('button', { name: zh('library.importFolder') }).click();
  await expect(page.getByText(zh('frame.imported', { count: 2 }))).toBeVisible();
  expect(count()).toBe(before + 2);
  await dropFiles(join(app.folder, '拖入'));
  await expect.poll(count).toBe(before + 4);
  await expect(page.getByRole('button', { name: /乙\.md/ })).toHaveCount(2);
});

test('what cannot be read is kept whole, and a sentence says so', async () => {
  const { page } = app;
  const picture = await PDFDocument.create();
  picture.addPage([300, 300]).drawRectangle({ width: 100, height: 100 });
  const plain = file('只有图.pdf', await picture.save());
  const locked = join(app.folder, '加密.pdf');
  execFileSync('qpdf', ['--encrypt', 'open', 'owner', '256', '--', plain, locked]);
  const broken = file(
    '坏的.docx',
    new Uint8Array([0x50, 0x4b, 3, 4, ...Array.from({ length: 500 }, (_, at) => at % 251)]),
  );
  const large = file('太大.txt', new Uint8Array(21 * 2 ** 20).fill(0x61));
  for (const [path, word] of [
    [plain, /正文/],
    [locked, /加密|密码/],
    [broken, /docx|Word|压缩|损坏/i],
    [large, /20 ?MB|太大|超过/],
  ] as const) {
    await choose(path);
    await page.getByRole('alert').waitFor();
    const text = await refusal();
    expect(text).toMatch(word);
    expect(text).toMatch(/原文件|来源/u);
  }
  const kept = app.rows<{ name: string; state: string; size: number }>(
    "SELECT s.name, r.state, s.size FROM source s JOIN source_reading r ON r.source_id = s.id WHERE r.state = 'unreadable'",
  );
  expect(kept.map(({ name }) => name).sort()).toEqual(['加密.pdf', '只有图.pdf', '坏的.docx', '太大.txt'].sort());
  await choose(file('空的.txt', ''));
  await page.getByRole('alert').waitFor();
  expect(await refusal()).toContain('没有保存任何内容');
  await page.getByRole('button', { name: /加密\.pdf/ }).click();
  expect(await refusal()).toMatch(/加密|密码/u);
});

test('a parser that hangs can be cancelled, one that dies is replaced; the files are kept and can be read later', async () => {
  const { page } = app;
  const made = (name: string): string => file(name, `${name}协议\n\n1. 甲方应当付款。\n`);
  await choose(made('先读.txt'));
  await reviewed('先读.txt');
  const pid = await parser();
  process.kill(pid!, 'SIGSTOP');
  await choose(made('挂住一.txt'), made('挂住二.txt'));
  const bar = page.getByRole('status').filter({ hasText: like('frame.readingFile', { name: /.+/ }) });
  await expect(bar).toContainText('0/2');
  await bar.getByRole('button', { name: zh('frame.cancel') }).click();
  await page.getByRole('alert').waitFor();
  expect(await refusal()).toContain(zh('import.refusals.import-cancelled'));
  process.kill(pid!, 'SIGKILL');
  await expect(bar).toBeHidden();
  expect(sources().filter(({ name }) => name.startsWith('挂住'))).toEqual([{ name: '挂住一.txt', state: 'pending' }]);
  await page.getByRole('button', { name: /挂住一\.txt/ }).click();
  await reviewed('挂住一.txt');
  await expect(documents()).toHaveCount(1);

  const second = await parser();
  process.kill(second!, 'SIGSTOP');
  await choose(made('死去.txt'));
  await expect(bar).toBeVisible();
  process.kill(second!, 'SIGKILL');
  await page.getByRole('alert').waitFor();
  expect(await refusal()).toMatch(/原样保留/u);
  expect(sources().find(({ name }) => name === '死去.txt')?.state).toBe('unreadable');
  await toLibrary();
  await expect(page.getByText(zh('library.interrupted'))).toBeVisible();
  await app.shot('library-interrupted');
  await page.getByRole('button', { name: zh('library.readAgainOf', { name: '死去.txt' }) }).click();
  await reviewed('死去.txt');
  expect(sources().find(({ name }) => name === '死去.txt')?.state).toBe('pending');

  await choose(made('再读.txt'));
  await reviewed('再读.txt');
  process.kill((await parser())!, 'SIGKILL');
  await choose(made('又读.txt'));
  await reviewed('又读.txt');
});
