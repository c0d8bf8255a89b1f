import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { PDFDocument } from 'pdf-lib';
import { App } from './app.ts';
import { locked } from './pdf-tools.ts';
import { sampleText } from './sample.ts';
import { anyOf, said, zh } from './texts.ts';

test.describe.configure({ mode: 'serial' });

const app = new App();
test.beforeAll(() => app.start());
test.afterAll(() => app.end());

const TERMS = sampleText('terms');

const reviewed = (name: string): Promise<void> => app.screens.importReview.shownOf(name);
const choose = (...paths: readonly string[]): Promise<void> => app.screens.library.import(...paths);

/** The failure on the screen, closed again. */
async function refusal(): Promise<string> {
  const { frame } = app.screens;
  await frame.failure.waitFor();
  return frame.dismissFailure();
}

/** The process that reads files, as the operating system knows it. */
const parser = (): Promise<number | undefined> =>
  app.inMain(
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
    await expect(app.screens.frame.dropHere).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 10_000 });
  await send('drop');
  await debug.detach();
}

test('a file dragged onto the window is imported: its bytes first, then the review', async () => {
  const path = app.file('拖入的条款.txt', TERMS);
  await dropFiles(path);
  await reviewed('拖入的条款.txt');
  await expect(app.screens.frame.dropHere).toBeHidden();
  const [kept] = app.rows<{ bytes: Buffer; kind: string }>(
    "SELECT s.bytes, l.kind FROM source s JOIN ledger l ON l.subject = 'source:' || s.id",
  );
  expect(kept?.kind).toBe('source-imported');
  expect(Buffer.compare(Buffer.from(kept!.bytes), readFileSync(path))).toBe(0);
  expect(app.rows('SELECT id FROM version')).toEqual([]);
});

test('the same file is known by its hash, the same words in another file by their fingerprint', async () => {
  const { library, importReview } = app.screens;
  await importReview.confirm(library);
  await choose(app.file('另一个名字.txt', TERMS));
  await reviewed('拖入的条款.txt');
  await expect(importReview.sameFile).toBeVisible();
  expect(sources()).toEqual([{ name: '拖入的条款.txt', state: 'saved' }]);

  await choose(app.file('换行不同.txt', `\uFEFF${TERMS.replaceAll('\n', '\r\n')}`));
  await reviewed('换行不同.txt');
  const known = importReview.document(0);
  await expect(known.all).toContainText(said('import.known', { title: /.+/, ordinal: /\d+/ }));
  await expect(known.ticked).toBeDisabled();
  await expect(importReview.confirmButton).toHaveCount(0);
  await expect(importReview.dismissButton).toBeEnabled();
  await importReview.setAside();
  await expect(library.named(/换行不同/)).toContainText(said('library.setAside'));
});

test('pasted text is a source of its own', async () => {
  const { importReview } = app.screens;
  await app.paste('示例粘贴协议\n\n1. 甲方应当付款。\n\n2. 乙方不承担任何间接损失的赔偿责任。\n');
  await reviewed(`${zh('frame.pasteName')} 示例粘贴协议.txt`);
  await expect(importReview.document(0).all).toContainText(said('import.clauses', { count: 2 }));
  await importReview.setAside();
});

test('what is pasted into a field stays in the field', async () => {
  const { library } = app.screens;
  await library.search.fill('');
  await library.search.focus();
  await app.paste();
  await expect(library.search).not.toHaveValue('');
  await expect(library.title).toBeVisible();
  await library.search.fill('');
});

test('a folder is imported with its subfolders, chosen or dropped; what cannot be an agreement is left', async () => {
  const { frame, importReview, library } = app.screens;
  for (const folder of ['选中', '拖入']) {
    mkdirSync(app.path(join(folder, '里层')), { recursive: true });
    app.file(join(folder, '甲.txt'), `${folder}甲协议\n\n1. 甲方应当付款。\n`);
    app.file(join(folder, '里层', '乙.md'), `# ${folder}乙协议\n\n1. 乙方应当服务。\n`);
    app.file(join(folder, '照片.png'), 'x');
    app.file(join(folder, '.hidden.txt'), 'x');
  }
  const count = (): number => sources().length;
  const before = count();
  await library.importFolder(app.path('选中'));
  await expect(frame.imported(2)).toBeVisible();
  expect(count()).toBe(before + 2);
  await dropFiles(app.path('拖入'));
  await expect.poll(count).toBe(before + 4);
  // Several files lead to the first of them.
  await expect(importReview.document(0).title).toHaveValue('拖入甲协议');
  await frame.goTo('library');
  await library.unfoldWaiting();
  await expect(library.named('乙.md')).toHaveCount(2);
});

test('what cannot be read is kept whole, and a sentence says so', async () => {
  const picture = await PDFDocument.create();
  picture.addPage([300, 300]).drawRectangle({ width: 100, height: 100 });
  const plain = app.file('只有图.pdf', await picture.save());
  const under = app.path('加密.pdf');
  locked(plain, under);
  const broken = app.file(
    '坏的.docx',
    new Uint8Array([0x50, 0x4b, 3, 4, ...Array.from({ length: 500 }, (_, at) => at % 251)]),
  );
  const large = app.file('太大.txt', new Uint8Array(21 * 2 ** 20).fill(0x61));
  for (const [path, why] of [
    [plain, said('import.refusals.no-text')],
    [under, said('import.refusals.pdf-encrypted')],
    [broken, anyOf(said('import.refusals.docx-corrupt'), said('import.refusals.not-word'))],
    [large, said('import.refusals.file-too-large')],
  ] as const) {
    await choose(path);
    const text = await refusal();
    expect(text).toMatch(why);
    expect(text).toMatch(said('import.refusals.kept'));
  }
  const kept = app.rows<{ name: string; state: string; size: number }>(
    "SELECT s.name, r.state, s.size FROM source s JOIN source_reading r ON r.source_id = s.id WHERE r.state = 'unreadable'",
  );
  expect(kept.map(({ name }) => name).sort()).toEqual(['加密.pdf', '只有图.pdf', '坏的.docx', '太大.txt'].sort());
  await choose(app.file('空的.txt', ''));
  expect(await refusal()).toMatch(said('import.queue.file-empty', { name: '空的.txt' }));
  await app.screens.library.named('加密.pdf').click();
  expect(await refusal()).toMatch(said('import.refusals.pdf-encrypted'));
});

test('a parser that hangs can be cancelled, one that dies is replaced; the files are kept and can be read later', async () => {
  const { frame, library, importReview } = app.screens;
  const bar = frame.reading;
  const made = (name: string): string => app.file(name, `${name}协议\n\n1. 甲方应当付款。\n`);
  await choose(made('先读.txt'));
  await reviewed('先读.txt');
  const pid = await parser();
  process.kill(pid!, 'SIGSTOP');
  await choose(made('挂住一.txt'), made('挂住二.txt'));
  await expect(bar).toContainText('0/2');
  await frame.cancelReading();
  expect(await refusal()).toMatch(said('import.refusals.import-cancelled'));
  process.kill(pid!, 'SIGKILL');
  await expect(bar).toBeHidden();
  expect(sources().filter(({ name }) => name.startsWith('挂住'))).toEqual([{ name: '挂住一.txt', state: 'pending' }]);
  await library.unfoldWaiting();
  await library.named('挂住一.txt').click();
  await reviewed('挂住一.txt');
  await expect(importReview.documents).toHaveCount(1);

  const second = await parser();
  process.kill(second!, 'SIGSTOP');
  await choose(made('死去.txt'));
  await expect(bar).toBeVisible();
  process.kill(second!, 'SIGKILL');
  expect(await refusal()).toMatch(said('import.refusals.kept'));
  expect(sources().find(({ name }) => name === '死去.txt')?.state).toBe('unreadable');
  await frame.goTo('library');
  await expect(library.interrupted).toBeVisible();
  await app.shot('library-interrupted');
  await library.readAgain('死去.txt');
  await reviewed('死去.txt');
  expect(sources().find(({ name }) => name === '死去.txt')?.state).toBe('pending');

  await choose(made('再读.txt'));
  await reviewed('再读.txt');
  process.kill((await parser())!, 'SIGKILL');
  await choose(made('又读.txt'));
  await reviewed('又读.txt');
});
