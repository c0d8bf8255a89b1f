import { createHash } from 'node:crypto';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { App, ROOT } from './app.ts';
import { beginDecision, openText, readAll } from './main-way.ts';
import { checked, drawPages, flat, textOf } from './pdf-tools.ts';
import { COMPANY, DECIDER, furnish, SAMPLE, TITLE } from './sample.ts';
import { en, zh } from './texts.ts';

test.describe.configure({ mode: 'serial' });

const app = new App();
const out = mkdtempSync(join(tmpdir(), 'assent-court-'));
const pack = join(out, 'pack.zip');
const apart = join(out, 'apart');

test.beforeAll(() => app.start());
test.afterAll(async () => {
  await app.end();
  rmSync(out, { recursive: true, force: true });
});

const CASE = '与云舟公司服务合同纠纷';
const PURPOSE = '证明双方约定的服务可用性标准及赔偿上限';
const PAGE = 'https://cloud.example.com/legal/sla';
const OPERATOR = '李航';
const TITLE_OF_PAGE = '服务等级协议页';
const CAPTURED = zh('court.exhibit.capture', { page: TITLE_OF_PAGE });
/** How the list calls a decision of one's own to accept. */
const DECISION = `的内部决定（${zh('court.decision.accepted')}）`;
/** What the text of the agreement was read from. */
const SOURCE = join(ROOT, 'assets', 'sample', 'zh', '2-示例服务等级协议.txt');

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

interface Payload {
  readonly payload: Readonly<Record<string, unknown>>;
}

/** What the ledger says of the subjects of one kind. */
const entries = (kind: string): readonly Payload[] =>
  app
    .rows<{ entry: string }>(`SELECT entry FROM ledger WHERE kind = '${kind}' ORDER BY sequence`)
    .map(({ entry }) => JSON.parse(entry) as Payload);

/** The same picture in both lights. */
async function shots(name: string): Promise<void> {
  for (const theme of ['dark', 'light'] as const) {
    await app.page.emulateMedia({ colorScheme: theme });
    await app.shot(`court-${name}-${theme}`);
  }
}

/** A page as a browser saves it in one file. */
const savedPage = (address: string): string =>
  [
    'From: <Saved by Blink>',
    `Snapshot-Content-Location: ${address}`,
    'Subject: level agreement',
    'Date: Mon, 23 Nov 2026 09:55:00 +0800',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;',
    '\ttype="text/html";',
    '\tboundary="part"',
    '',
    '--part',
    'Content-Type: text/html',
    `Content-Location: ${address}`,
    '',
    '<p>99.95%</p>',
    '--part--',
  ].join('\r\n');

/** The window as it prints itself. */
const printed = async (): Promise<Buffer> =>
  Buffer.from(
    await app.inMain(async ({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      return (await window?.webContents.printToPDF({}))?.toString('base64') ?? '';
    }),
    'base64',
  );

test('a decision is recorded, and a page that was captured, with the files as the browser saved them', async () => {
  test.setTimeout(240_000);
  const { frame, evidence, decision, court } = app.screens;
  await furnish(app);
  await app.takeClock();
  await openText(app, SAMPLE.sla);
  await readAll(app);
  await beginDecision(app, DECIDER);
  await decision.sayJustClicked();
  await decision.accept();

  await frame.goTo('evidence');
  await evidence.show('court');
  await shots('empty-zh');
  const page = Buffer.from(savedPage(PAGE));
  const pdf = await printed();
  await court.beginCapture();
  await court.fillCapture(
    TITLE.sla,
    {
      title: TITLE_OF_PAGE,
      address: PAGE,
      operator: OPERATOR,
      witness: DECIDER.person,
      device: '办公电脑',
      browser: 'Firefox 140',
      network: '公司宽带',
      offset: '2',
      start: '2026-11-23T09:50',
      end: '2026-11-23T09:58',
    },
    app.file('page.mhtml', page),
    app.file('page.pdf', pdf),
  );
  await shots('capture-zh');
  await court.recordCapture();
  const [recorded] = entries('capture-recorded');
  expect(recorded?.payload).toMatchObject({ address: PAGE, operator: OPERATOR });
  for (const bytes of [page, pdf])
    expect(app.rows(`SELECT 1 FROM attachment WHERE sha256 = '${hashOf(bytes)}'`)).toHaveLength(1);
  const sheet = join(out, 'sheet.pdf');
  await court.saveSheet(sheet);
  await expect.poll(() => existsSync(sheet)).toBe(true);
  const told = flat(textOf(sheet));
  for (const words of [zh('court.capture.title'), PAGE, OPERATOR, hashOf(page), hashOf(pdf)])
    expect(told).toContain(flat(words));
  expect(told).toContain(flat(zh('court.capture.address-agrees')));
});

test('the hash of the ledger is deposited, and the receipt that came back is found to name it', async () => {
  const { evidence, court } = app.screens;
  const sheet = join(out, 'deposit.pdf');
  await evidence.show('timestamps');
  await court.beginDeposit();
  await shots('deposit-zh');
  await court.deposit('notary', { to: '某公证处', by: OPERATOR }, sheet);
  const [made] = entries('deposit-made');
  const hash = String(made?.payload['hash']);
  expect(flat(textOf(sheet))).toContain(hash);
  expect(flat(textOf(sheet))).toContain(flat(zh('court.deposit.title')));
  const receipt = `公证事项：哈希 ${hash}`;
  await court.beginReceipt(app.file('receipt.txt', receipt));
  await shots('receipt-zh');
  await court.keepReceipt({ authority: '某公证处', number: '（2026）证字第 1 号', on: '2026-11-24', by: OPERATOR });
  await expect(court.receiptHolds).toBeVisible();
  await shots('deposits-zh');
  expect(entries('deposit-receipt-kept')[0]?.payload).toMatchObject({ way: 'notary', holds: 'named' });
  expect(app.rows(`SELECT 1 FROM attachment WHERE sha256 = '${hashOf(Buffer.from(receipt))}'`)).toHaveLength(1);
});

test('a list is composed, put in order, given its purposes, and one row is left out of it', async () => {
  const { evidence, court } = app.screens;
  await evidence.show('court');
  await court.beginList();
  await shots('begin-zh');
  await court.compose(CASE, TITLE.sla);
  await shots('list-zh');
  const [first = '', second = ''] = await court.names();
  expect(first).toContain(TITLE.sla);
  await court.purpose(court.row(first)).fill(PURPOSE);
  await court.form(court.row(first)).selectOption('copy');
  await court.moveDown(court.row(first));
  await court.leaveOut(court.row(CAPTURED));
  // A decision of one's own to accept speaks for the other side: it is in the list once that is wanted.
  const decision = (await court.names()).find((name) => name.includes(DECISION)) ?? '';
  await expect(court.row(decision).getByRole('checkbox')).not.toBeChecked();
  await court.takeIn(court.row(decision));
  await court.back();
  await court.openList();
  expect((await court.names()).slice(0, 2)).toEqual([second, first]);
  await expect(court.purpose(court.row(first))).toHaveValue(PURPOSE);
  await expect(court.row(CAPTURED).getByRole('checkbox')).not.toBeChecked();
  await expect(court.row(CAPTURED).getByRole('cell').first()).toHaveText('—');
});

test('the pack leaves once what is adverse was read, and holds what the list names', async () => {
  test.setTimeout(120_000);
  const { court } = app.screens;
  const names = await court.names();
  const moved = names[1] ?? '';
  await court.beginExport();
  await shots('export-zh');
  expect(await court.adverseLines.count()).toBeGreaterThan(0);
  await expect(court.exportButton).toBeDisabled();
  await court.adverseRead.check();
  await court.exportTo(pack, 'zh');

  execFileSync('unzip', ['-o', '-q', pack, '-d', apart], { env: { ...process.env, LC_ALL: 'C.UTF-8' } });
  const files = readdirSync(apart);
  const list = join(apart, `${zh('court.list.title')}.pdf`);
  const statement = join(apart, `${zh('court.statement.title')}.pdf`);
  expect(files.toSorted()).toEqual(
    ['SHA256SUMS.txt', 'ledger.assent.zip', 'pack.json', 'verify.html', zh('court.file.folder')]
      .concat(`${zh('court.list.title')}.pdf`, `${zh('court.statement.title')}.pdf`)
      .toSorted(),
  );
  const sums = readFileSync(join(apart, 'SHA256SUMS.txt'), 'utf8').trim().split('\n');
  for (const line of sums) expect(hashOf(readFileSync(join(apart, line.slice(66))))).toBe(line.slice(0, 64));
  const exhibits = readdirSync(join(apart, zh('court.file.folder')));
  const source = exhibits.find((name) => name.startsWith('02') && name.endsWith('.txt')) ?? '';
  expect(readFileSync(join(apart, zh('court.file.folder'), source))).toEqual(readFileSync(SOURCE));
  expect(exhibits.filter((name) => name.includes('mhtml'))).toEqual([]);

  for (const paper of [list, statement]) expect(checked(paper)).toContain('No syntax or stream encoding errors');
  const listed = flat(textOf(list));
  for (const words of [CASE, COMPANY.name, PURPOSE, moved, zh('court.form.copy')])
    expect(listed).toContain(flat(words));
  expect(listed).not.toContain(TITLE_OF_PAGE);
  const stated = flat(textOf(statement));
  for (const key of ['court.statement.r93-1', 'court.statement.r94-5', 'court.statement.l5-1'] as const)
    expect(stated).toContain(flat(zh(key)));
  drawPages(list, 'court-paper-list-zh');
  drawPages(statement, 'court-paper-statement-zh');

  const lines = entries('court-pack-exported');
  expect(lines).toHaveLength(1);
  expect(lines[0]?.payload).toMatchObject({ as: 'pack', sha256: hashOf(readFileSync(pack)) });
  expect(entries('court-pack-made')[0]?.payload).toMatchObject({
    manifest: hashOf(readFileSync(join(apart, 'pack.json'))),
  });
});

test('the command line finds the pack whole, and one with a changed byte not', () => {
  test.setTimeout(90_000);
  const verify = (file: string) =>
    spawnSync('npm', ['run', '--silent', 'cli', '--', 'verify', file], { cwd: ROOT }).status;
  expect(verify(pack)).toBe(0);
  const changed = join(out, 'changed.zip');
  const bytes = readFileSync(pack);
  const at = bytes.indexOf('99.9');
  expect(at).toBeGreaterThan(0);
  bytes[at] = '8'.charCodeAt(0);
  writeFileSync(changed, bytes);
  expect(verify(changed)).not.toBe(0);
});

test('in English everything is said in English', async () => {
  test.setTimeout(120_000);
  const { frame, evidence, court } = app.screens;
  await app.preferAnew({ language: 'en' });
  await frame.goTo('evidence');
  await evidence.show('court');
  await shots('lists-en');
  await court.openList();
  await shots('list-en');
  await court.beginExport();
  await shots('export-en');
  await court.adverseRead.check();
  const english = join(out, 'english.zip');
  await court.exportTo(english, 'en');
  const list = join(out, 'list-en.pdf');
  writeFileSync(list, execFileSync('unzip', ['-p', english, `${en('court.list.title')}.pdf`]));
  expect(flat(textOf(list))).toContain(flat(en('court.list.columns.purpose')));
  await court.back();
  await court.beginList();
  await shots('begin-en');
  await frame.escape();
  await court.beginCapture();
  await shots('capture-en');
  await frame.escape();
  await evidence.show('timestamps');
  await shots('deposits-en');
  await court.beginDeposit();
  await shots('deposit-en');
});
