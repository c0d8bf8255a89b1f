import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import iconv from 'iconv-lite';
import { App, rail } from './app.ts';
import { zh } from './texts.ts';

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

const documents = () => app.page.getByRole('article');
const lineOf = (text: string) =>
  app.page
    .getByRole('list', { name: zh('import.source') })
    .getByRole('listitem')
    .filter({ hasText: text });

async function choose(name: string, content: string | Uint8Array): Promise<void> {
  const path = join(app.folder, name);
  writeFileSync(path, content);
  await rail(app.page, 'library').click();
  await app.chooseFiles(path);
  await app.page.getByRole('button', { name: zh('library.import') }).click();
  await app.page.getByRole('heading', { name, exact: true }).waitFor();
}

test('the encoding can be changed, and the source is read anew', async () => {
  const { page } = app;
  await choose('国标.txt', iconv.encode(TEXT, 'gb18030'));
  const encoding = page.getByRole('combobox', { name: zh('import.encoding') });
  await expect(encoding).toHaveValue('gb18030');
  await expect(lineOf('首页')).toHaveCount(1);
  await encoding.selectOption('big5');
  await expect(lineOf('首页')).toHaveCount(0);
  await encoding.selectOption('gb18030');
  await expect(lineOf('首页')).toHaveCount(1);
  await page.getByRole('button', { name: zh('import.setAside') }).click();
});

test('a join is undone and done again', async () => {
  await choose('两份.txt', TEXT);
  await expect(documents()).toHaveCount(2);
  const first = documents().first();
  await first.getByText(zh('import.repairs', { count: 1 })).click();
  await first.getByRole('button', { name: zh('import.undoJoin') }).click();
  await first.getByText(zh('import.repairs', { count: 0 })).waitFor();
  await first.getByRole('button', { name: zh('import.redoJoin') }).click();
  await first.getByText(zh('import.repairs', { count: 1 })).waitFor();
});

test('a dropped line is kept when a person says so', async () => {
  const line = lineOf('首页');
  await line.getByRole('button', { name: zh('import.keepLine') }).click();
  await expect(line.getByRole('button', { name: zh('import.keepLine') })).toHaveCount(0);
});

test('documents are merged and split', async () => {
  await documents()
    .nth(1)
    .getByRole('button', { name: zh('import.mergeUp') })
    .click();
  await expect(documents()).toHaveCount(1);
  const line = lineOf('示例乙服务协议');
  await line.hover();
  await line.getByRole('button', { name: zh('import.splitHere') }).click();
  await expect(documents()).toHaveCount(2);
  await expect(documents().nth(1).getByRole('textbox')).toHaveValue('示例乙服务协议');
});

test('the title a person gives and the documents they tick are what is saved, as they were reviewed', async () => {
  const { page } = app;
  await documents().first().getByRole('textbox').fill('改过名的甲协议');
  await documents().nth(1).getByRole('checkbox').uncheck();
  await page.getByRole('button', { name: zh('import.confirm') }).click();
  await page.getByRole('heading', { name: zh('library.title') }).waitFor();
  const saved = app.rows<{ title: string; document: string }>(
    'SELECT a.title, r.document FROM version v JOIN agreement a ON a.id = v.agreement_id JOIN reading r ON r.version_id = v.id',
  );
  expect(saved.map(({ title }) => title)).toEqual(['改过名的甲协议']);
  const { clauses } = JSON.parse(saved[0]?.document ?? '{}') as { clauses: { text: string }[] };
  expect(clauses.map(({ text }) => text)).toContain('首页');
  expect(clauses.map(({ text }) => text)).toContain('甲方应当按照双方约定的期限向乙方支付本合同项下的全部服务费用。');
});

test('a changed file is offered as the next version, and can be a new agreement instead', async () => {
  const { page } = app;
  await choose('改动.txt', TEXT.replace('间接损失', '间接损失或者利润损失').split('示例乙')[0] ?? '');
  const how = documents().first().getByRole('combobox');
  await expect(how).toHaveValue('next');
  await page.getByRole('button', { name: zh('import.confirm') }).click();
  await page.getByRole('heading', { name: zh('library.title') }).waitFor();
  await choose('再改.txt', TEXT.replace('间接损失', '间接损失、商誉损失').split('示例乙')[0] ?? '');
  await documents().first().getByRole('combobox').selectOption('new');
  await page.getByRole('button', { name: zh('import.confirm') }).click();
  await page.getByRole('heading', { name: zh('library.title') }).waitFor();
  expect(app.rows('SELECT agreement_id FROM version')).toHaveLength(3);
  expect(app.rows('SELECT id FROM agreement')).toHaveLength(2);
});
