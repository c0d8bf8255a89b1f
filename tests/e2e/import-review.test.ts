import { expect, test } from '@playwright/test';
import iconv from 'iconv-lite';
import { App, reference } from './app.ts';
import { countHands, handsCounted } from './counted-hands.ts';

test.describe.configure({ mode: 'serial' });

const app = new App();
test.beforeAll(() => app.start());
test.afterAll(() => app.end());

/** Two agreements in one file, a sentence cut by a page, and a line of navigation. */
const TEXT = `示例甲服务协议

首页

1. 甲方应当按照双方约定的期限向乙方支付本合同项下的全部服务

费用。

2. 乙方不承担任何间接损失的赔偿责任。

示例乙服务协议

1. 丙方应当按时付款。

2. 丁方应当按时服务。
`;

async function choose(name: string, content: string | Uint8Array): Promise<void> {
  const { library, importReview } = app.screens;
  await library.import(app.file(name, content));
  await importReview.shownOf(name);
}

test('the encoding can be changed, and the source is read anew', async () => {
  const { importReview } = app.screens;
  await choose('国标.txt', iconv.encode(TEXT, 'gb18030'));
  const { encoding } = importReview;
  const line = importReview.line('首页').all;
  await expect(encoding).toHaveValue('gb18030');
  await expect(line).toHaveCount(1);
  await encoding.selectOption('big5');
  await expect(line).toHaveCount(0);
  await encoding.selectOption('gb18030');
  await expect(line).toHaveCount(1);
  await importReview.setAside();
});

test('a join is undone and done again', async () => {
  const { importReview } = app.screens;
  await choose('两份.txt', TEXT);
  await expect(importReview.documents).toHaveCount(2);
  const first = importReview.document(0);
  await expect(first.joins).toHaveCount(1);
  await first.undoJoin();
  await expect(first.joins).toHaveCount(0);
  await first.redoJoin();
  await expect(first.joins).toHaveCount(1);
});

test('a dropped line is kept when a person says so', async () => {
  const line = app.screens.importReview.line('首页');
  await line.choose();
  await line.keepButton.click();
  await expect(line.keepButton).toHaveCount(0);
});

test('documents are merged and split', async () => {
  const { importReview } = app.screens;
  await importReview.document(1).mergeUp();
  await expect(importReview.documents).toHaveCount(1);
  await importReview.line('示例乙服务协议').split();
  await expect(importReview.documents).toHaveCount(2);
  await expect(importReview.document(1).title).toHaveValue('示例乙服务协议');
});

test('a split that happened by Enter is taken back', async () => {
  const { importReview } = app.screens;
  await importReview.line('丙方应当').choose();
  await app.page.keyboard.press('Enter');
  await expect(importReview.documents).toHaveCount(3);
  await importReview.undoButton.last().click();
  await expect(importReview.documents).toHaveCount(2);
});

test('the title a person gives and the documents they tick are what is saved, as they were reviewed', async () => {
  const { library, importReview } = app.screens;
  await importReview.document(0).title.fill('改过名的甲协议');
  await importReview.document(1).ticked.uncheck();
  await importReview.confirm(library);
  const saved = app.rows<{ title: string; document: string }>(
    'SELECT a.title, r.document FROM version v JOIN agreement a ON a.id = v.agreement_id JOIN reading r ON r.version_id = v.id',
  );
  expect(saved.map(({ title }) => title)).toEqual(['改过名的甲协议']);
  const { clauses } = JSON.parse(saved[0]?.document ?? '{}') as { clauses: { text: string }[] };
  expect(clauses.map(({ text }) => text)).toContain('首页');
  expect(clauses.map(({ text }) => text)).toContain('甲方应当按照双方约定的期限向乙方支付本合同项下的全部服务费用。');
});

test('a changed file is offered as the next version, and can be a new agreement instead', async () => {
  const { library, importReview } = app.screens;
  await choose('改动.txt', TEXT.replace('间接损失', '间接损失或者利润损失').split('示例乙')[0] ?? '');
  await expect(importReview.document(0).as).toHaveValue(/^agreement /u);
  await importReview.confirm(library);
  await choose('再改.txt', TEXT.replace('间接损失', '间接损失、商誉损失').split('示例乙')[0] ?? '');
  await importReview.document(0).as.selectOption('new');
  await importReview.confirm(library);
  expect(app.rows('SELECT agreement_id FROM version')).toHaveLength(3);
  expect(app.rows('SELECT id FROM agreement')).toHaveLength(2);
});

test('a dump of several agreements is looked at, saved and its first text opened with at most ten keys, and no mouse', async () => {
  const { library, importReview, reader } = app.screens;
  const { keyboard } = app.page;
  await library.import(reference().path);
  await importReview.shown(8);
  await countHands(app);
  await keyboard.press('a');
  await keyboard.press('a');
  await keyboard.press('Control+Enter');
  // At the other places nobody looked: it asks once, and saves when told again.
  await importReview.unseen.waitFor();
  await keyboard.press('Control+Enter');
  await importReview.saved.waitFor();
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await reader.shown();
  const { clicks, keys } = await handsCounted(app);
  test.info().annotations.push({ type: 'measured', description: `${keys} keys` });
  expect(clicks).toBe(0);
  expect(keys).toBeLessThanOrEqual(10);
});
