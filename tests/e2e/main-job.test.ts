import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { App, reference } from './app.ts';
import { beginDecision, openText, readAll, seeCurrent } from './main-way.ts';
import { checked, laidOutText } from './pdf-tools.ts';
import { COMPANY, DECIDER, SAMPLE } from './sample.ts';
import { said } from './texts.ts';

test.describe.configure({ mode: 'serial' });

const app = new App();
test.beforeAll(() => app.start());
test.afterAll(() => app.end());

test('the dump is imported by the file dialog and read into its documents', async () => {
  const { library, importReview } = app.screens;
  await app.shot('library-empty');
  await library.import(reference().path);
  await importReview.shown(8);
  await app.shot('import-review');
  await importReview.confirm(library);
  await app.shot('library');
  const kinds = app.rows<{ kind: string; versions: number }>(
    'SELECT a.kind, count(v.id) AS versions FROM agreement a JOIN version v ON v.agreement_id = a.id GROUP BY a.kind ORDER BY a.kind',
  );
  expect(kinds).toEqual([
    { kind: 'commitment-letter', versions: 2 },
    { kind: 'form-list', versions: 1 },
    { kind: 'guide', versions: 1 },
    { kind: 'service-agreement', versions: 2 },
    { kind: 'sla', versions: 1 },
    { kind: 'terms', versions: 1 },
  ]);
});

test('the reader shows liability clauses in bold', async () => {
  const { library, reader } = app.screens;
  await library.review(SAMPLE.terms);
  await reader.shown();
  await app.shot('reader');
  await reader.next();
  await app.shot('reader-current');
});

test('a clause cannot be acknowledged before it was on screen for its time', async () => {
  const { reader } = app.screens;
  await app.takeClock();
  await reader.noteCurrent();
  await expect(reader.told).toHaveText(said('review.reader.seconds', { left: /\d+/ }));
  await expect(reader.notedRings).toHaveCount(0);
  await seeCurrent(app);
  await expect(reader.ring).toHaveAccessibleName(said('review.ring.ready'));
  await reader.noteCurrent();
  await expect(reader.notedRings).toHaveCount(1);
  await app.shot('reader-noted');
});

test('accepting too early is refused; after the ceremony it is one record with its ledger entry', async () => {
  test.setTimeout(180_000);
  const { frame, reader, decision, settings } = app.screens;
  await frame.goTo('settings');
  const filled = Object.entries(COMPANY).filter(([, value]) => value !== '');
  await settings.addCompany(Object.fromEntries(filled));
  await expect(settings.company(COMPANY.name)).toBeVisible();
  await app.shot('settings');

  await frame.goTo('library');
  await openText(app, SAMPLE.sla);
  await beginDecision(app, DECIDER);
  await expect(decision.acceptButton).toBeDisabled();
  const [version] = app.rows<{ id: string }>(
    "SELECT v.id FROM version v JOIN agreement a ON a.id = v.agreement_id WHERE a.kind = 'sla'",
  );
  const [kept] = app.rows<{ id: string }>("SELECT id FROM paper WHERE kind = 'company'");
  const early = await app.page.evaluate((decided) => window.assent.call('review.decide', decided), {
    versionId: version?.id,
    companyId: kept?.id,
    decision: 'accepted',
    ...DECIDER,
    basis: 'legal-representative',
    language: 'zh',
  });
  expect(early).toMatchObject({ ok: false, failure: { code: 'ceremony-incomplete' } });
  expect(app.rows('SELECT id FROM acceptance')).toEqual([]);

  await decision.backToReview();
  await reader.shown();
  await readAll(app);
  await app.shot('reader-complete');
  await beginDecision(app, DECIDER);
  // How it was made to the provider is asked for and never presumed.
  await expect(decision.acceptButton).toBeDisabled();
  await decision.sayJustClicked('示例账号');
  await app.shot('decision');
  await decision.accept();
  await app.shot('decision-done');
  const [record] = app.rows<{ record: string }>('SELECT record FROM acceptance');
  expect(JSON.parse(record?.record ?? '{}')).toMatchObject({
    decision: 'accepted',
    person: { name: DECIDER.person, role: DECIDER.role },
    company: { name: COMPANY.name, creditCode: COMPANY.creditCode },
    networkAddress: 'not collected',
  });
  const [happening] = app.rows<{ state: string; body: string }>(
    "SELECT state, body FROM paper WHERE kind = 'happening'",
  );
  expect(happening?.state).toBe('concluded');
  expect(JSON.parse(happening?.body ?? '{}')).toMatchObject({
    how: 'clicked-at-provider',
    account: '示例账号',
    said: DECIDER.person,
  });
});

test('the commitment letter is filled from the company, exported and signed', async () => {
  const { frame, letters } = app.screens;
  await frame.goTo('letters');
  await letters.open(SAMPLE.letter);
  await letters.onPaper(COMPANY.name).first().waitFor();
  await app.shot('letter');
  const letter = app.path('letter.pdf');
  await letters.exportPdf(letter);
  const text = laidOutText(letter);
  expect(text).toContain(COMPANY.name);
  for (const item of ['一', '二', '三', '四', '五']) expect(text).toMatch(new RegExp(`^\\s*${item}、`, 'mu'));
  expect(checked(letter)).toContain('No syntax or stream encoding errors');

  const certificate = app.path('signer.p12');
  const signed = app.path('signed.pdf');
  const root = app.path('root.cer');
  await letters.sign();
  await letters.signing.makeCertificate({ password: '签阅密码 2026', to: certificate });
  await letters.signing.saveRoot(root);
  await expect.poll(() => existsSync(root)).toBe(true);
  await letters.signing.sign(certificate, signed);
  await letters.exported('signed.pdf').waitFor();
  await app.shot('letter-signed');

  const database = mkdtempSync(join(tmpdir(), 'assent-nss-'));
  execFileSync('certutil', ['-N', '-d', `sql:${database}`, '--empty-password']);
  execFileSync('certutil', ['-A', '-d', `sql:${database}`, '-n', 'assent', '-t', 'C,C,C', '-i', root]);
  const trusted = execFileSync('pdfsig', ['-nssdir', `sql:${database}`, signed]).toString();
  expect(trusted).toContain('Signature is Valid');
  expect(trusted).toContain('Certificate is Trusted');
  rmSync(database, { recursive: true });
});

test('after a restart state, record and ledger are there and the chain verifies', async () => {
  const ledger = () => app.rows<{ kind: string }>('SELECT sequence, hash, kind FROM ledger ORDER BY sequence');
  const before = ledger();
  await app.restart();
  await expect(app.screens.library.row(SAMPLE.sla)).toContainText(said('names.state.accepted'));
  const after = ledger();
  expect(after.slice(0, before.length)).toEqual(before);
  // The clock that ran ahead for this test is right again, and at most that is told.
  expect(after.slice(before.length).filter(({ kind }) => kind !== 'clock-rollback')).toEqual([]);
  expect(await app.verifyLedger()).toMatchObject({ ok: true, value: { ok: true, checked: after.length } });
  await app.shot('library-accepted');
});
