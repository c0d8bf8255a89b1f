import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, expect, test } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import { openAuthority } from '../unit/ledger/timestamp-authority.ts';
import { App, ROOT } from './app.ts';
import { beginDecision, openText, readAll } from './main-way.ts';
import { VerifierPage } from './pages/verifier.ts';
import { COMPANY, DECIDER, furnish, SAMPLE } from './sample.ts';
import { zh } from './texts.ts';

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

const PASSPHRASE = '签阅 口令 2026';
const QUESTION = '哪些情形不计入不可用时间？';

test('the ledger is said to be unsigned, and signs once a passphrase is set', async () => {
  const { frame, evidence } = app.screens;
  await furnish(app);
  await app.shot('evidence-unsigned');
  await frame.ledgerUnsigned.click();
  await evidence.fillNewPassphrase(PASSPHRASE);
  await app.shot('key-dialog');
  await evidence.setPassphrase();
  await expect(frame.ledgerUnsigned).toHaveCount(0);
  const [stored] = app.rows<{ value: string }>("SELECT value FROM setting WHERE name = 'device-key'");
  expect(JSON.parse(stored?.value ?? '{}')).toMatchObject({ sealed: { by: 'passphrase' } });
});

test('a question about a clause is noted beside it, sent, and stands at the decision', async () => {
  const { reader } = app.screens;
  await app.takeClock();
  await openText(app, SAMPLE.sla);
  await reader.next();
  await reader.beginQuestion(QUESTION, DECIDER.person);
  await app.shot('explanation-ask');
  await reader.recordQuestion();
  await reader.markQuestionSent('工单 7');
  await expect(reader.questionSent).toBeVisible();
  await app.shot('explanation-margin');
});

test('every field of an acceptance’s evidence stands in a record made by the app, none blank', async () => {
  test.setTimeout(120_000);
  const { decision } = app.screens;
  await readAll(app);
  await beginDecision(app, DECIDER);
  await expect(decision.question(QUESTION)).toBeVisible();
  await decision.sayJustClicked();
  await decision.accept();
  const [row] = app.rows<{ record: string }>('SELECT record FROM acceptance');
  const record = JSON.parse(row?.record ?? '{}') as Record<string, unknown>;
  expect(blanks(record)).toEqual([]);
  for (const path of FIELDS) expect([path, valueAt(record, path)]).not.toEqual([path, undefined]);
  expect(record).toMatchObject({
    decision: 'accepted',
    networkAddress: 'not collected',
    person: { name: DECIDER.person, role: DECIDER.role },
    company: { name: COMPANY.name, creditCode: COMPANY.creditCode },
    time: { source: 'system clock', rollback: false },
    explanations: [{ question: QUESTION, state: 'sent' }],
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
  const { frame, evidence } = app.screens;
  await frame.goTo('evidence');
  await evidence.show('decisions');
  await evidence.accepted.waitFor();
  await expect(evidence.networkAddress).toBeVisible();
  await app.shot('evidence-decision');
  await evidence.show('ledger');
  await evidence.decisionEntry.waitFor();
  await app.shot('evidence-ledger');
  await evidence.showOnlyDecisions();
  await expect(evidence.rows).not.toHaveCount(0);
  await evidence.decisionEntry.click();
  await app.shot('evidence-entry');
  await frame.escape();
  await evidence.verifyAll();
  await expect(evidence.verified).toBeVisible();
  await expect(frame.ledgerWhole).toBeVisible();
});

const STAMP_MAY_BE_BEFORE_MS = 280_000;

test('a timestamp goes out and comes back verified', async () => {
  test.setTimeout(180_000);
  const { evidence } = app.screens;
  // Reading passes faster for the app than for the authority, whose time may be some minutes before that of an entry, and no more.
  const [latest] = app.rows<{ at: string }>('SELECT max(at) AS at FROM ledger');
  await expect
    .poll(() => Date.now() - Date.parse(latest?.at ?? ''), { timeout: 120_000 })
    .toBeGreaterThan(-STAMP_MAY_BE_BEFORE_MS);
  const authority = openAuthority('ec');
  try {
    const request = join(out, 'request.tsq');
    const answer = join(out, 'answer.tsr');
    await evidence.show('timestamps');
    await evidence.requestTimestamp(request);
    await expect.poll(() => existsSync(request)).toBe(true);
    await evidence.waiting.waitFor();
    writeFileSync(answer, authority.answer(readFileSync(request)));
    await evidence.attachTimestamp(answer);
    await evidence.stampUntrusted.waitFor();
    await app.shot('evidence-timestamps');
  } finally {
    authority.close();
  }
});

test('a bundle from the app verifies on the command line and in a browser without a network', async () => {
  test.setTimeout(90_000);
  const { evidence } = app.screens;
  const certificate = join(out, 'certificate.pdf');
  await evidence.show('decisions');
  await evidence.accepted.waitFor();
  await evidence.saveCertificate(certificate);
  await expect(evidence.adverse.getByRole('listitem').first()).toBeVisible();
  expect(existsSync(certificate)).toBe(false);
  await app.shot('evidence-adverse');
  await evidence.exportAdverse();
  await expect.poll(() => existsSync(certificate)).toBe(true);
  await evidence.beginBundle();
  await app.shot('evidence-export');
  await evidence.saveBundle(bundle);
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
    const page = await context.newPage();
    await page.goto(pathToFileURL(join(out, 'verify.html')).href);
    const verifier = new VerifierPage(page);
    await verifier.verify(bundle);
    expect(await verifier.faults.count()).toBe(0);
    expect(await verifier.clauses.count()).toBeGreaterThan(5);
    await page.screenshot({ path: join(ROOT, 'test-results', 'shots', 'verifier.png'), fullPage: false });
  } finally {
    await browser.close();
  }
});

test('a colleague opens the bundle by a double click, sees it verified, and has it apart by origin', async () => {
  test.setTimeout(60_000);
  const page = await colleague.launch(bundle);
  try {
    const { evidence, library } = colleague.screens;
    await evidence.bundleWhole.waitFor();
    await colleague.shot('bundle-review');
    await evidence.importBundle('李工');
    await library.shown();
    await library.cameFrom('李工').first().waitFor();
    await colleague.shot('library-origin');
    const [version] = colleague.rows<{ id: string }>('SELECT version_id AS id FROM acceptance');
    const opened = await page.evaluate((versionId) => window.assent.call('review.open', { versionId }), version?.id);
    expect(opened).toMatchObject({ ok: true, value: { agreement: { origin: '李工' } } });
    expect(colleague.rows("SELECT 1 FROM ledger WHERE kind = 'ceremony-started'")).toEqual([]);
  } finally {
    await colleague.stop();
  }
});

test('after a restart the key is locked and says so; a changed entry is told at the start', async () => {
  await app.restart();
  await app.screens.frame.ledgerLocked.click();
  await app.screens.evidence.unlock(PASSPHRASE);
  await expect(app.screens.frame.ledgerLocked).toHaveCount(0);
  await app.stop();
  const database = new Sqlite(app.path('assent.sqlite'));
  database.exec('DROP TRIGGER ledger_fixed');
  database.exec(`UPDATE ledger SET entry = replace(entry, '陈远', '陈近') WHERE kind = 'acceptance-decided'`);
  database.close();
  await app.start();
  await expect(app.screens.frame.ledgerBroken).toBeVisible();
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
