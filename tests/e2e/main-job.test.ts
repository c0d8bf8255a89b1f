import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { App, rail, reference } from './app.ts';
import { anyOf, like, zh } from './texts.ts';

test.describe.configure({ mode: 'serial' });

const app = new App();
test.beforeAll(() => app.start());
test.afterAll(() => app.end());

test('the dump is imported by the file dialog and read into its documents', async () => {
  const { page } = app;
  await app.shot('library-empty');
  await app.chooseFiles(reference().path);
  await page.getByRole('button', { name: zh('library.import') }).click();
  await page.getByRole('heading', { name: zh('import.documents', { count: 8 }) }).waitFor();
  await app.shot('import-review');
  await page.getByRole('button', { name: zh('import.confirm') }).click();
  await page.getByRole('heading', { name: zh('library.title') }).waitFor();
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
  const { page } = app;
  await page
    .getByRole('button', { name: /服务条款/ })
    .first()
    .click();
  await page
    .getByRole('button', { name: zh('library.open'), exact: true })
    .first()
    .click();
  await page.locator('[data-clause]').first().waitFor();
  await app.shot('reader');
  await page.keyboard.press('j');
  await app.shot('reader-current');
});

test('a clause cannot be acknowledged before it was on screen for its time', async () => {
  const { page } = app;
  await page.clock.install();
  const button = page
    .getByRole('complementary')
    .getByRole('button', { name: like('review.reader.seconds', { left: /\d+/ }) });
  await expect(button).toBeDisabled();
  await app.pass(40);
  await expect(page.getByRole('button', { name: zh('review.reader.acknowledge') })).toBeEnabled();
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: zh('review.reader.acknowledged') })).toBeDisabled();
  await app.shot('reader-noted');
});

/** Lets every clause that must be seen come on screen for its time, as a person would, on clocks that run faster. */
async function readWholeText(): Promise<void> {
  const { page } = app;
  const note = page.getByRole('complementary').getByRole('button', {
    name: anyOf(
      zh('review.reader.acknowledge'),
      zh('review.reader.acknowledged'),
      like('review.reader.seconds', { left: /\d+/ }),
    ),
  });
  const clauses = await page.locator('[data-clause].conspicuous').count();
  for (let index = 0; index < clauses; index += 1) {
    await page.keyboard.press('j');
    await expect(async () => {
      await app.pass(4);
      await expect(note).toHaveText(zh('review.reader.acknowledge'), { timeout: 500 });
    }).toPass({ timeout: 60_000, intervals: [0] });
    await page.keyboard.press('Space');
    await expect(note).toHaveText(zh('review.reader.acknowledged'));
  }
  await page.locator('[data-end]').scrollIntoViewIfNeeded();
  await app.pass(3);
}

test('accepting too early is refused; after the ceremony it is one record with its ledger entry', async () => {
  test.setTimeout(180_000);
  const { page } = app;
  await rail(page, 'settings').click();
  await page.getByRole('button', { name: zh('settings.addCompany') }).click();
  const company = {
    name: '示例远航科技有限公司',
    creditCode: '91330106MA2CFLDG4R',
    address: '示例市滨江区长河路1号',
    legalRepresentative: '陈远',
    contact: '李航',
    phone: '0571-88880000',
    signatory: '陈远',
    signatoryRole: '总经理',
  };
  for (const [field, value] of Object.entries(company)) await page.locator(`input[name="${field}"]`).fill(value);
  await page.getByRole('button', { name: zh('frame.save') }).click();
  await expect(page.getByText('示例远航科技有限公司')).toBeVisible();
  await app.shot('settings');

  await rail(page, 'library').click();
  await page
    .getByRole('button', { name: /服务等级协议/ })
    .first()
    .dblclick();
  await page.locator('[data-clause]').first().waitFor();
  await page.getByRole('button', { name: zh('review.reader.decide') }).click();
  await page.locator('input[name="person"]').fill('陈远');
  await page.locator('input[name="role"]').fill('总经理');
  await expect(page.getByRole('button', { name: zh('acceptance.statement.buttons.accept') })).toBeDisabled();
  const [version] = app.rows<{ id: string }>(
    "SELECT v.id FROM version v JOIN agreement a ON a.id = v.agreement_id WHERE a.kind = 'sla'",
  );
  const [kept] = app.rows<{ id: string }>("SELECT id FROM paper WHERE kind = 'company'");
  const early = await page.evaluate(
    ([versionId, companyId]) =>
      window.assent.call('review.decide', {
        versionId,
        companyId,
        decision: 'accepted',
        person: '陈远',
        role: '总经理',
        basis: 'legal-representative',
        language: 'zh',
      }),
    [version?.id, kept?.id],
  );
  expect(early).toMatchObject({ ok: false, failure: { code: 'ceremony-incomplete' } });
  expect(app.rows('SELECT id FROM acceptance')).toEqual([]);

  await page.getByRole('button', { name: zh('review.decision.back') }).click();
  await page.locator('[data-clause]').first().waitFor();
  await readWholeText();
  await expect(page.getByRole('button', { name: zh('review.reader.complete') })).toBeVisible();
  await app.shot('reader-complete');
  await page.getByRole('button', { name: zh('review.reader.decide') }).click();
  await page.locator('input[name="person"]').fill('陈远');
  await page.locator('input[name="role"]').fill('总经理');
  // How it was made to the provider is asked for and never presumed.
  const accept = page.getByRole('button', { name: zh('acceptance.statement.buttons.accept') });
  await expect(accept).toBeDisabled();
  await page.getByRole('radio', { name: zh('review.conclusion.kinds.just-clicked') }).check();
  await page.locator('input[name="account"]').fill('示例账号');
  await app.shot('decision');
  await accept.click();
  await page.getByRole('heading', { name: zh('review.decision.done') }).waitFor();
  await app.shot('decision-done');
  const [record] = app.rows<{ record: string }>('SELECT record FROM acceptance');
  expect(JSON.parse(record?.record ?? '{}')).toMatchObject({
    decision: 'accepted',
    person: { name: '陈远', role: '总经理' },
    company: { name: '示例远航科技有限公司', creditCode: '91330106MA2CFLDG4R' },
    networkAddress: 'not collected',
  });
  const [happening] = app.rows<{ state: string; body: string }>(
    "SELECT state, body FROM paper WHERE kind = 'happening'",
  );
  expect(happening?.state).toBe('concluded');
  expect(JSON.parse(happening?.body ?? '{}')).toMatchObject({
    how: 'clicked-at-provider',
    account: '示例账号',
    said: '陈远',
  });
});

test('the commitment letter is filled from the company, exported and signed', async () => {
  const { page } = app;
  await rail(page, 'letters').click();
  await page
    .getByRole('button', { name: /信息安全承诺书/ })
    .first()
    .click();
  await page.locator('figure').getByText('示例远航科技有限公司').first().waitFor();
  await app.shot('letter');
  const letter = join(app.folder, 'letter.pdf');
  await app.saveAs(letter);
  await page.getByRole('button', { name: zh('letters.export') }).click();
  await page.getByText(zh('letters.exported', { name: 'letter.pdf' })).waitFor();
  const text = execFileSync('pdftotext', ['-layout', letter, '-']).toString();
  expect(text).toContain('示例远航科技有限公司');
  for (const item of ['一', '二', '三', '四', '五']) expect(text).toMatch(new RegExp(`^\\s*${item}、`, 'mu'));
  expect(execFileSync('qpdf', ['--check', letter]).toString()).toContain('No syntax or stream encoding errors');

  const p12 = join(app.folder, 'signer.p12');
  const signed = join(app.folder, 'signed.pdf');
  const root = join(app.folder, 'root.cer');
  await page.getByRole('button', { name: zh('letters.sign') }).click();
  await page.getByRole('button', { name: zh('letters.makeNew') }).click();
  await page.locator('input[name="newPassword"]').fill('签阅密码 2026');
  await app.saveAs(p12);
  await page.getByRole('button', { name: zh('letters.make') }).click();
  await page.getByText(like('letters.made', { name: /.+/ })).waitFor();
  await app.saveAs(root);
  await page.getByRole('button', { name: zh('letters.saveRoot') }).click();
  await expect.poll(() => existsSync(root)).toBe(true);
  await app.chooseFiles(p12);
  await app.saveAs(signed);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: zh('letters.sign') })
    .click();
  await page.getByText(zh('letters.exported', { name: 'signed.pdf' })).waitFor();
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
  const before = app.rows('SELECT sequence, hash FROM ledger ORDER BY sequence');
  const page = await app.restart();
  await expect(page.getByRole('button', { name: /服务等级协议/ }).first()).toContainText(zh('names.state.accepted'));
  expect(app.rows('SELECT sequence, hash FROM ledger ORDER BY sequence')).toEqual(before);
  const check = await page.evaluate(() => window.assent.call('evidence.verify', {}));
  expect(check).toMatchObject({ ok: true, value: { ok: true, checked: before.length } });
  await app.shot('library-accepted');
});
