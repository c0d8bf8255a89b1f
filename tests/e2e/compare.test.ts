import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { App, rail, reference } from './app.ts';
import { violations } from './violations.ts';
import { anyOf, en, escaped, like, zh } from './texts.ts';

test.describe.configure({ mode: 'serial' });

const LINE = '云舟跨域专线服务协议（示例）';

async function openComparison(app: App, title: string | RegExp): Promise<void> {
  const { page } = app;
  await rail(page, 'library').click();
  await page.getByRole('button', { name: title }).first().click();
  await page.getByRole('button', { name: zh('library.compare') }).click();
  await page.locator('[data-row]').first().waitFor();
}

test.describe('the two versions of the sample agreement', () => {
  const app = new App();
  test.beforeAll(async () => {
    const page = await app.start();
    await page.evaluate(() => window.assent.call('import.sample', {}));
    await openComparison(app, LINE);
  });
  test.afterAll(() => app.end());

  test('what matters comes first, with its reasons; each line jumps to its place', async () => {
    const { page } = app;
    const impact = page.getByRole('region', { name: zh('compare.impact') });
    await expect(impact.getByRole('button', { name: /^4\.3/ })).toContainText(zh('names.tag.liability-cap'));
    await expect(impact.getByRole('button', { name: /^5\.2/ })).toContainText('30');
    await app.shot('compare-side');
    await page.setViewportSize({ width: 1920, height: 1080 });
    await app.shot('compare-side-1920');
    await page.setViewportSize({ width: 1280, height: 800 });
    expect(await violations(app)).toEqual([]);
    await impact.getByRole('button', { name: /^5\.2/ }).click();
    await expect(page.locator('[data-row].current')).toContainText('提前');
    await expect(page.locator('[data-row].current del')).toHaveText(['30天']);
    await expect(page.locator('[data-row].current ins')).toHaveText(['20天']);
    await app.shot('compare-side-current');
  });

  test('a clause that came stands on the new side alone', async () => {
    const { page } = app;
    const row = page.getByRole('group', { name: new RegExp(`^3\\.4 ${escaped(zh('compare.kind.added'))}`) });
    await expect(row).toContainText(zh('compare.absent'));
    await expect(row.locator('ins')).toHaveCount(1);
  });

  test('in one text, changes only, by keyboard', async () => {
    const { page } = app;
    await page.getByRole('button', { name: zh('compare.inline') }).click();
    await page.getByLabel(zh('compare.onlyChanges')).check();
    await expect(page.getByText(like('compare.same', { count: /\d+/ })).first()).toBeVisible();
    const changed = await page.locator('[data-row]').count();
    await page.locator('[data-row]').first().click();
    for (let step = 1; step < changed; step += 1) await page.keyboard.press('j');
    await expect(page.getByText(zh('compare.position', { at: changed, of: changed }))).toBeVisible();
    await page.keyboard.press('p');
    await expect(page.getByText(zh('compare.position', { at: changed - 1, of: changed }))).toBeVisible();
    await app.shot('compare-inline-changes');
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.waitForTimeout(300);
    await app.shot('compare-inline-dark');
    expect(await violations(app)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
  });

  test('the printed redline says the same', async () => {
    const { page } = app;
    const pdf = join(app.folder, 'redline.pdf');
    await app.saveAs(pdf);
    await page.getByRole('button', { name: zh('compare.savePdf') }).click();
    await page.getByText(zh('compare.saved', { name: 'redline.pdf' })).waitFor();
    const text = execFileSync('pdftotext', ['-layout', pdf, '-']).toString().replaceAll(/\s/gu, '');
    expect(text).toContain(zh('compare.impact'));
    expect(text).toContain(zh('pdf.redline.changes'));
    expect(text).toContain('30天20天公告');
    execFileSync('pdftoppm', ['-r', '60', '-png', '-f', '1', '-l', '1', pdf, 'test-results/shots/redline']);
  });

  test('any two versions can be picked; a version against itself is identical', async () => {
    const { page } = app;
    const newer = await page.locator('select[name=newVersionId]').inputValue();
    await page.locator('select[name=oldVersionId]').selectOption(newer);
    await expect(page.getByText(zh('compare.identical'))).toBeVisible();
    await app.shot('compare-identical');
  });

  test('in English and in the dark', async () => {
    const { page } = app;
    await page.evaluate(() => window.assent.call('settings.setPreferences', { language: 'en' }));
    await page.reload();
    await page.waitForSelector('nav');
    await page.setViewportSize({ width: 1024, height: 700 });
    await page.getByRole('button', { name: LINE }).first().click();
    await page.getByRole('button', { name: en('library.compare') }).click();
    await page.locator('[data-row]').first().waitFor();
    await page.emulateMedia({ colorScheme: 'dark' });
    await app.shot('compare-en-dark-1024');
  });
});

/** Goes through a version's review and accepts it, by the same calls as the page, in less time than a person needs. */
async function accept(app: App, id: string): Promise<unknown> {
  const ask = (name: string, input: unknown): Promise<unknown> =>
    app.page.evaluate(
      async (asked) => {
        const answer = (await window.assent.call(asked.name, asked.input)) as {
          readonly ok: boolean;
          readonly value?: unknown;
          readonly failure?: unknown;
        };
        if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
        return answer.value;
      },
      { name, input },
    );
  interface Progress {
    readonly requirements: readonly { kind: string; done: boolean; clauseId?: string; versionId?: string }[];
  }
  let { progress } = (await ask('review.open', { versionId: id })) as { progress: Progress };
  for (let turn = 0; turn < 12; turn += 1) {
    const open = progress.requirements.filter(({ done, kind }) => !done && kind !== 'redline');
    const clauses = open.flatMap(({ clauseId }) => clauseId ?? []);
    const annex = open.find(({ kind }) => kind === 'annex')?.versionId;
    const seen = clauses.map((clauseId) => ({ clauseId, seconds: 15, weight: 700, decoration: 'none' }));
    const observation = { seen, acknowledged: clauses, withdrawn: [], endReached: true };
    await app.passInMain(15);
    progress = (await ask('review.observe', {
      versionId: id,
      observation: { ...observation, ...(annex === undefined ? {} : { annexOpened: annex }) },
    })) as Progress;
  }
  const [kept] = (await ask('settings.companies', {})) as readonly { id: string }[];
  const fields = 'address legalRepresentative contact phone email bank bankAccount signatory signatoryRole';
  const company = {
    name: '示例远航科技有限公司',
    creditCode: '91330106MA2CFLDG4R',
    ...Object.fromEntries(fields.split(' ').map((field) => [field, ''])),
  };
  const companyId = (kept ?? ((await ask('settings.saveCompany', { company })) as { id: string })).id;
  return ask('review.decide', {
    versionId: id,
    companyId,
    decision: 'accepted',
    person: '陈远',
    role: '总经理',
    basis: 'legal-representative',
    conclusion: { kind: 'just-clicked' },
    language: 'zh',
  });
}

test.describe('a new version after one was accepted', () => {
  const app = new App();
  let versions: readonly { id: string }[] = [];
  test.beforeAll(async () => {
    const page = await app.start();
    await page.evaluate(() => window.assent.call('import.sample', {}));
    versions = app.rows<{ id: string }>(`SELECT id FROM version WHERE title = '${LINE}' ORDER BY ordinal`);
    await accept(app, versions[0]?.id ?? '');
    const agreementId = app.rows<{ agreement_id: string }>(
      `SELECT agreement_id FROM version WHERE id = '${versions[1]?.id ?? ''}'`,
    )[0]?.agreement_id;
    await page.evaluate((notice) => window.assent.call('notices.register', notice), {
      agreementId,
      kind: 'change',
      channel: 'site',
      sent: '2026-11-10',
      newVersionId: versions[1]?.id,
    });
  });
  test.afterAll(() => app.end());

  test('the review asks for the comparison; scrolled to its end it counts', async () => {
    const { page } = app;
    await page.getByRole('button', { name: LINE }).first().dblclick();
    await page.getByRole('button', { name: like('review.reader.missing', { count: /\d+/ }) }).click();
    await page.getByRole('button', { name: zh('review.reader.redlineNotSeen') }).click();
    await page.locator('[data-row]').first().waitFor();
    await expect(
      page.getByText(anyOf(zh('compare.counts'), like('compare.countsLeft', { left: /\d+/ }))),
    ).toBeVisible();
    await page.locator('[data-end]').scrollIntoViewIfNeeded();
    await expect(page.getByText(zh('compare.counted')).first()).toBeVisible();
    await app.shot('compare-counted');
    const [review] = app.rows<{ observations: string }>(
      `SELECT observations FROM review WHERE version_id = '${versions[1]?.id ?? ''}'`,
    );
    const { redlines } = JSON.parse(review?.observations ?? '{}') as { redlines: Record<string, string> };
    expect(Object.keys(redlines)).toEqual([versions[0]?.id]);
  });

  test('accepting it settles the notice that announced it; the record holds the redline’s hash', async () => {
    await accept(app, versions[1]?.id ?? '');
    expect(app.rows("SELECT state FROM paper WHERE desk = 'notices' AND kind = 'notice'")).toEqual([
      { state: 'accepted' },
    ]);
    const record = JSON.parse(
      app.rows<{ record: string }>('SELECT record FROM acceptance ORDER BY decided_at DESC')[0]?.record ?? '{}',
    ) as { acceptedBefore: { redline: string } };
    expect(record.acceptedBefore.redline).toMatch(/^[0-9a-f]{64}$/u);
  });
});

test.describe('the two versions of the reference line agreement', () => {
  const app = new App();
  test.beforeAll(async () => {
    const page = await app.start();
    await app.chooseFiles(reference().path);
    await page.getByRole('button', { name: zh('library.import') }).click();
    await page.getByRole('button', { name: zh('import.confirm') }).click();
    await page.getByRole('heading', { name: zh('library.title') }).waitFor();
  });
  test.afterAll(() => app.end());

  test('exactly the nine edits, emphasis and layout as such, nothing added, removed, moved or renumbered', async () => {
    const { page } = app;
    const agreement = app.rows<{ title: string }>(
      "SELECT a.title FROM agreement a JOIN version v ON v.agreement_id = a.id WHERE a.kind = 'service-agreement' GROUP BY a.id HAVING count(v.id) = 2",
    )[0];
    await openComparison(app, agreement?.title ?? '');
    await expect(page.getByText(zh('compare.edits', { count: 9 }))).toBeVisible();
    await expect(page.getByText(zh('compare.count.emphasis', { count: 2 }))).toBeVisible();
    await expect(
      page.getByText(
        anyOf(
          ...(['added', 'removed', 'moved', 'renumbered'] as const).map((kind) =>
            like(`compare.count.${kind}`, { count: /\d+/ }),
          ),
        ),
      ),
    ).toHaveCount(0);
    const { edits } = reference();
    const shown = (side: 'ins' | 'del'): Promise<string[]> => page.locator(side).allTextContents();
    expect(await shown('ins')).toEqual(edits.map(([, , next]) => next).filter(Boolean));
    expect(await shown('del')).toEqual(edits.map(([, old]) => old).filter(Boolean));
    await page.getByRole('button', { name: zh('compare.next') }).click();
    await app.shot('compare-seed');
  });
});
