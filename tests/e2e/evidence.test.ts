import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { _electron, chromium, expect, test } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import { openAuthority } from '../unit/ledger/timestamp-authority.ts';
import { App, ROOT } from './app.ts';
import { like, zh } from './texts.ts';

test.describe.configure({ mode: 'serial' });

const CHROMIUM = '/usr/bin/chromium';
const app = new App();
const colleague = new App();
const out = mkdtempSync(join(tmpdir(), 'assent-evidence-'));
const bundle = join(out, '证据包.assent.zip');

test.beforeAll(() => app.start());
test.afterAll(async () => {
  await app.end();
  await colleague.end();
  rmSync(out, { recursive: true, force: true });
});

const COMPANY = {
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
};

async function furnish(of: App): Promise<void> {
  await of.page.evaluate(async (company) => {
    await window.assent.call('import.sample', {});
    await window.assent.call('settings.saveCompany', { company });
  }, COMPANY);
}

test('the ledger is said to be unsigned, and signs once a passphrase is set', async () => {
  const { page } = app;
  await furnish(app);
  await app.shot('evidence-unsigned');
  await page.getByRole('button', { name: zh('evidence.key.bannerNone') }).click();
  await page.locator('input[name="passphrase"]').fill('签阅 口令 2026');
  await page.locator('input[name="passphraseAgain"]').fill('签阅 口令 2026');
  await app.shot('key-dialog');
  await page.getByRole('button', { name: zh('evidence.key.set'), exact: true }).click();
  await expect(page.getByRole('button', { name: zh('evidence.key.bannerNone') })).toHaveCount(0);
  const [stored] = app.rows<{ value: string }>("SELECT value FROM setting WHERE name = 'device-key'");
  expect(JSON.parse(stored?.value ?? '{}')).toMatchObject({ sealed: { by: 'passphrase' } });
});

test('a question about a clause is noted beside it, sent, and stands at the decision', async () => {
  const { page } = app;
  await page.clock.install();
  await page
    .getByRole('button', { name: /服务等级协议/ })
    .first()
    .dblclick();
  await page.locator('.conspicuous').first().waitFor();
  await page.keyboard.press('j');
  await page.getByRole('button', { name: zh('review.explanations.ask') }).click();
  await page.locator('textarea[name="question"]').fill('哪些情形不计入不可用时间？');
  await page.locator('input[name="askedBy"]').fill('陈远');
  await app.shot('explanation-ask');
  await page.getByRole('button', { name: zh('review.explanations.record') }).click();
  await page.getByRole('button', { name: zh('review.explanations.markSent') }).click();
  await page.locator('input[name="who"]').fill('工单 7');
  await page.getByRole('button', { name: zh('review.explanations.save'), exact: true }).click();
  await expect(page.getByText(zh('review.explanations.states.sent'))).toBeVisible();
  await app.shot('explanation-margin');
});

test('every field of an acceptance’s evidence stands in a record made by the app, none blank', async () => {
  test.setTimeout(120_000);
  const { page } = app;
  const clauses = page.locator('.conspicuous');
  await page.locator('[data-clause]').first().scrollIntoViewIfNeeded();
  for (let index = 0; index < (await clauses.count()); index += 1) {
    await clauses.nth(index).scrollIntoViewIfNeeded();
    await clauses.nth(index).click();
    await app.pass(32);
    await page.keyboard.press('Space');
  }
  await page.locator('[data-end]').scrollIntoViewIfNeeded();
  await app.pass(3);
  await page.getByRole('button', { name: zh('review.reader.decide') }).click();
  await page.locator('input[name="person"]').fill('陈远');
  await page.locator('input[name="role"]').fill('总经理');
  await expect(page.getByText('哪些情形不计入不可用时间？')).toBeVisible();
  await page.getByRole('radio', { name: zh('review.conclusion.kinds.just-clicked') }).check();
  await page.getByRole('button', { name: zh('acceptance.statement.buttons.accept') }).click();
  await page.getByRole('heading', { name: zh('review.decision.done') }).waitFor();
  const [row] = app.rows<{ record: string }>('SELECT record FROM acceptance');
  const record = JSON.parse(row?.record ?? '{}') as Record<string, unknown>;
  expect(blanks(record)).toEqual([]);
  for (const path of FIELDS) expect([path, valueAt(record, path)]).not.toEqual([path, undefined]);
  expect(record).toMatchObject({
    decision: 'accepted',
    networkAddress: 'not collected',
    person: { name: '陈远', role: '总经理' },
    company: { name: COMPANY.name, creditCode: COMPANY.creditCode },
    time: { source: 'system clock', rollback: false },
    explanations: [{ question: '哪些情形不计入不可用时间？', state: 'sent' }],
    words: { button: zh('acceptance.statement.buttons.accept'), language: 'zh' },
  });
  const seen = (record['review'] as { clauses: ClauseEvidence[] }).clauses;
  expect(seen.length).toBe(
    await countOf('SELECT conspicuous AS n FROM reading WHERE version_id = (SELECT version_id FROM acceptance)'),
  );
  for (const { emphasis, attention } of seen) {
    expect(attention.how).toBe('seen');
    expect(attention.acknowledgedAt).toMatch(/Z$/);
    expect(attention.seconds).toBeGreaterThanOrEqual(attention.needed);
    expect(emphasis.weight).toBeGreaterThanOrEqual(600);
    expect(emphasis.picture).toMatch(/^[0-9a-f]{64}$/);
    const kept = app.rows<{ media_type: string; size: number }>(
      `SELECT media_type, length(bytes) AS size FROM attachment WHERE sha256 = '${emphasis.picture}'`,
    );
    expect(kept).toMatchObject([{ media_type: 'image/png' }]);
  }
  const [printed] = app.rows<{ n: number }>(
    `SELECT count(*) AS n FROM attachment WHERE sha256 = '${String(valueAt(record, 'hashes.renderedPdf'))}'`,
  );
  expect(printed?.n).toBe(1);
});

test('the evidence screen shows the decision in words, the ledger as a list, and verifies all of it', async () => {
  const { page } = app;
  await page
    .getByRole('navigation')
    .getByRole('button', { name: zh('evidence.title') })
    .click();
  await page.getByRole('heading', { name: zh('acceptance.certificate.titles.accepted') }).waitFor();
  await expect(page.getByText('网络地址', { exact: true })).toBeVisible();
  await app.shot('evidence-decision');
  await page.getByRole('tab', { name: zh('evidence.parts.ledger') }).click();
  await page.getByRole('button', { name: zh('ledger.entry.kind.acceptance-decided') }).waitFor();
  await app.shot('evidence-ledger');
  await page.locator('select[name="group"]').selectOption('decisions');
  await expect(page.getByRole('row')).not.toHaveCount(0);
  await page.getByRole('button', { name: zh('ledger.entry.kind.acceptance-decided') }).click();
  await app.shot('evidence-entry');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: zh('evidence.verifyAll') }).click();
  await expect(page.getByText(like('evidence.checkedAt', { when: /.+/, count: /\d+/ }))).toBeVisible();
  await expect(page.getByRole('img', { name: like('evidence.whole', { count: /\d+/ }) })).toBeVisible();
});

test('a timestamp goes out and comes back verified', async () => {
  const { page } = app;
  const authority = openAuthority('ec');
  try {
    const request = join(out, 'request.tsq');
    const answer = join(out, 'answer.tsr');
    await page.getByRole('tab', { name: zh('evidence.parts.timestamps') }).click();
    await app.saveAs(request);
    await page.getByRole('button', { name: zh('evidence.request') }).click();
    await expect.poll(() => existsSync(request)).toBe(true);
    await page.getByText(like('evidence.waiting', { when: /.+/ })).waitFor();
    writeFileSync(answer, authority.answer(readFileSync(request)));
    await app.chooseFiles(answer);
    await page.getByRole('button', { name: zh('evidence.attach') }).click();
    await page.getByText(zh('evidence.stampUntrusted')).waitFor();
    await app.shot('evidence-timestamps');
  } finally {
    authority.close();
  }
});

test('a bundle from the app verifies on the command line and in a browser without a network', async () => {
  test.setTimeout(90_000);
  const { page } = app;
  await page.getByRole('tab', { name: zh('evidence.parts.decisions') }).click();
  await page.getByRole('heading', { name: zh('acceptance.certificate.titles.accepted') }).waitFor();
  await app.saveAs(join(out, 'certificate.pdf'));
  await page.getByRole('button', { name: zh('evidence.certificate'), exact: true }).click();
  await expect.poll(() => existsSync(join(out, 'certificate.pdf'))).toBe(true);
  await app.saveAs(bundle);
  await page.getByRole('button', { name: zh('evidence.export') }).click();
  await app.shot('evidence-export');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: zh('evidence.export') })
    .click();
  await expect.poll(() => existsSync(bundle)).toBe(true);
  const answer = JSON.parse(
    execFileSync('npm', ['run', '--silent', 'cli', '--', 'verify', bundle, '--json'], { cwd: ROOT }).toString(),
  ) as { ok: boolean; records: unknown[]; checks: { ok: boolean }[] };
  expect(answer.ok).toBe(true);
  expect(answer.records).toHaveLength(1);
  expect(answer.checks.length).toBeGreaterThan(8);

  test.skip(!existsSync(CHROMIUM), 'Debian’s chromium is not installed');
  execFileSync('unzip', ['-o', '-q', bundle, 'verify.html', '-d', out]);
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  try {
    const context = await browser.newContext({ offline: true, locale: 'zh-CN' });
    const verifier = await context.newPage();
    await verifier.goto(pathToFileURL(join(out, 'verify.html')).href);
    await verifier.locator('input[type="file"]').first().setInputFiles(bundle);
    await verifier.locator('[data-ok]').first().waitFor();
    expect(await verifier.locator('li.bad').count()).toBe(0);
    expect(await verifier.locator('[data-clause]').count()).toBeGreaterThan(5);
    await verifier.screenshot({ path: join(ROOT, 'test-results', 'shots', 'verifier.png'), fullPage: false });
  } finally {
    await browser.close();
  }
});

test('a colleague opens the bundle by a double click, sees it verified, and has it apart by origin', async () => {
  test.setTimeout(60_000);
  const executablePath = process.env['ASSENT_ELECTRON'] ?? '';
  const switches = (process.env['ASSENT_ELECTRON_SWITCHES'] ?? '').split(' ').filter(Boolean);
  const electron = await _electron.launch({
    executablePath,
    args: [...switches, ROOT, `--data=${colleague.folder}`, bundle],
    env: { ...process.env, LC_ALL: 'C.UTF-8', LANG: 'C.UTF-8' },
  });
  try {
    const page = await electron.firstWindow();
    await page.getByText(zh('evidence.bundleGood'), { exact: true }).waitFor();
    await page.screenshot({ path: join(ROOT, 'test-results', 'shots', 'bundle-review.png') });
    await page.locator('input[name="origin"]').fill('李工');
    await page.getByRole('button', { name: zh('evidence.import') }).click();
    await page.getByRole('heading', { name: zh('library.title') }).waitFor();
    await page
      .getByText(zh('library.origin', { name: '李工' }))
      .first()
      .waitFor();
    await page.screenshot({ path: join(ROOT, 'test-results', 'shots', 'library-origin.png') });
    const [version] = colleague.rows<{ id: string }>('SELECT version_id AS id FROM acceptance');
    const opened = await page.evaluate((versionId) => window.assent.call('review.open', { versionId }), version?.id);
    expect(opened).toMatchObject({ ok: true, value: { agreement: { origin: '李工' } } });
    expect(colleague.rows("SELECT 1 FROM ledger WHERE kind = 'ceremony-started'")).toEqual([]);
  } finally {
    await electron.close();
  }
});

test('after a restart the key is locked and says so; a changed entry is told at the start', async () => {
  const page = await app.restart();
  await page.getByRole('button', { name: zh('evidence.key.bannerLocked') }).click();
  await page.locator('input[name="currentPassphrase"]').fill('签阅 口令 2026');
  await page.getByRole('button', { name: zh('evidence.key.unlock'), exact: true }).click();
  await expect(page.getByRole('button', { name: zh('evidence.key.bannerLocked') })).toHaveCount(0);
  await app.stop();
  const database = new Sqlite(join(app.folder, 'assent.sqlite'));
  database.exec('DROP TRIGGER ledger_fixed');
  database.exec(`UPDATE ledger SET entry = replace(entry, '陈远', '陈近') WHERE kind = 'acceptance-decided'`);
  database.close();
  const again = await app.start();
  await expect(again.getByText(zh('evidence.tailBroken'))).toBeVisible();
  await app.shot('ledger-broken');
});

interface ClauseEvidence {
  readonly attention: {
    readonly how: string;
    readonly seconds: number;
    readonly needed: number;
    readonly acknowledgedAt: string;
  };
  readonly emphasis: { readonly weight: number; readonly picture: string };
}

/** The fields of the evidence of one acceptance, as the design lists them. */
const FIELDS = [
  'id',
  'agreement.id',
  'version.id',
  'sources.0.id',
  'hashes.canonicalText',
  'reading.sha256',
  'reading.reader',
  'sources.0.sha256',
  'hashes.renderedPdf',
  'decision',
  'reason',
  'words.statement',
  'words.button',
  'person.name',
  'person.role',
  'authority.basis',
  'company.name',
  'company.creditCode',
  'time.utc',
  'time.offsetMinutes',
  'time.source',
  'time.rollback',
  'review.openedAt',
  'review.firstShownAt',
  'review.endReachedAt',
  'review.secondsBy',
  'review.clauses.0.attention.how',
  'review.clauses.0.attention.seconds',
  'review.clauses.0.attention.acknowledgedAt',
  'review.clauses.0.emphasis.weight',
  'review.clauses.0.emphasis.decoration',
  'review.clauses.0.emphasis.picture',
  'acceptedBefore',
  'explanations.0.clauseId',
  'explanations.0.question',
  'explanations.0.sent',
  'explanations.0.answer',
  'environment.build',
  'environment.osUser',
  'environment.device',
  'environment.locale',
  'networkAddress',
  'previousLedgerHash',
];

function valueAt(record: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], record);
}

/** Places where nothing stands: an absence is said in words, so none may be found. */
function blanks(value: unknown, place = 'record'): readonly string[] {
  if (value === null || value === undefined || value === '' || (typeof value === 'string' && value.trim() === ''))
    return [place];
  if (typeof value !== 'object') return [];
  const members = Object.entries(value);
  return members.length === 0 ? [place] : members.flatMap(([name, member]) => blanks(member, `${place}.${name}`));
}

async function countOf(sql: string): Promise<number> {
  return Promise.resolve(app.rows<{ n: number }>(sql)[0]?.n ?? -1);
}
