import { expect, test } from '@playwright/test';
import { accept } from './accept.ts';
import { App, reference } from './app.ts';
import { importAll, openText } from './main-way.ts';
import { drawPages, flat, laidOutText } from './pdf-tools.ts';
import { importSample, TITLE } from './sample.ts';
import { said, zh } from './texts.ts';
import { violations } from './violations.ts';

test.describe.configure({ mode: 'serial' });

async function openComparison(app: App, title: string): Promise<void> {
  const { frame, library, compare } = app.screens;
  await frame.goTo('library');
  await library.compare(title);
  await compare.shown();
}

test.describe('the two versions of the sample agreement', () => {
  const app = new App();
  test.beforeAll(async () => {
    await app.start();
    await importSample(app);
    await openComparison(app, TITLE.line);
  });
  test.afterAll(() => app.end());

  test('what matters comes first, with its reasons; each line jumps to its place', async () => {
    const { page } = app;
    const { compare } = app.screens;
    await expect(compare.impactOf('4.3')).toContainText(said('names.tag.liability-cap'));
    await expect(compare.impactOf('5.2')).toContainText('30 天 → 20 天');
    await expect(compare.conserved).toBeVisible();
    await compare.sideBySide();
    await app.shot('compare-side');
    await page.setViewportSize({ width: 1920, height: 1080 });
    await app.shot('compare-side-1920');
    await page.setViewportSize({ width: 1280, height: 800 });
    expect(await violations(page)).toEqual([]);
    await compare.impactOf('5.2').click();
    await expect(compare.current).toContainText('提前');
    await expect(compare.deletedIn(compare.current)).toHaveText(['30天']);
    await expect(compare.insertedIn(compare.current)).toHaveText(['20天']);
    await app.shot('compare-side-current');
  });

  test('a clause that came stands on the new side alone', async () => {
    const { compare } = app.screens;
    const row = compare.added('3.4');
    await expect(row).toContainText(said('compare.absent'));
    await expect(compare.insertedIn(row)).toHaveCount(1);
  });

  test('in one text, changes only, by keyboard', async () => {
    const { page } = app;
    const { compare } = app.screens;
    await compare.inOneText();
    await expect(compare.onlyChanges).toBeChecked();
    await expect(compare.unchanged.first()).toBeVisible();
    const changed = await compare.rows.count();
    await compare.rows.first().click();
    for (let step = 1; step < changed; step += 1) await compare.nextByKey();
    await expect(compare.position(changed, changed)).toBeVisible();
    await compare.previousByKey();
    await expect(compare.position(changed - 1, changed)).toBeVisible();
    await app.shot('compare-inline-changes');
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.waitForTimeout(300);
    await app.shot('compare-inline-dark');
    expect(await violations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
  });

  test('the printed redline says the same', async () => {
    const pdf = app.path('redline.pdf');
    await app.screens.compare.savePdf(pdf);
    const text = flat(laidOutText(pdf));
    expect(text).toContain(zh('compare.impact'));
    expect(text).toContain(zh('pdf.redline.changes'));
    expect(text).toContain('30天20天公告');
    drawPages(pdf, 'redline', '-f', '1', '-l', '1');
  });

  test('any two versions can be picked; a version against itself is identical', async () => {
    const { compare } = app.screens;
    await compare.older.selectOption(await compare.newer.inputValue());
    await expect(compare.identical).toBeVisible();
    await app.shot('compare-identical');
  });

  test('in English and in the dark', async () => {
    const { page } = app;
    const { library, compare } = app.screens;
    await app.preferAnew({ language: 'en' });
    await page.setViewportSize({ width: 1024, height: 700 });
    await library.compare(TITLE.line);
    await compare.shown();
    await page.emulateMedia({ colorScheme: 'dark' });
    await app.shot('compare-en-dark-1024');
  });
});

test.describe('a new version after one was accepted', () => {
  const app = new App();
  let versions: readonly { id: string }[] = [];
  test.beforeAll(async () => {
    const page = await app.start();
    await importSample(app);
    versions = app.rows<{ id: string }>(`SELECT id FROM version WHERE title = '${TITLE.line}' ORDER BY ordinal`);
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

  test('the review asks for the comparison; its end alone does not count, every change does', async () => {
    const { reader, compare } = app.screens;
    await openText(app, TITLE.line);
    await reader.compareByKey();
    await compare.shown();
    await expect(compare.counts).toBeVisible();
    await compare.toEnd();
    await expect(compare.counts).toBeVisible();
    await compare.goThrough();
    await expect(compare.counted.first()).toBeVisible();
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
    await app.start();
    await importAll(app, reference().path);
  });
  test.afterAll(() => app.end());

  test('exactly the nine edits, emphasis and layout as such, nothing added, removed, moved or renumbered', async () => {
    const { compare } = app.screens;
    const agreement = app.rows<{ title: string }>(
      "SELECT a.title FROM agreement a JOIN version v ON v.agreement_id = a.id WHERE a.kind = 'service-agreement' GROUP BY a.id HAVING count(v.id) = 2",
    )[0];
    await openComparison(app, agreement?.title ?? '');
    await expect(compare.edits(9)).toBeVisible();
    await expect(compare.formattedOnly(2)).toBeVisible();
    await expect(compare.changesOfPlace).toHaveCount(0);
    const { edits } = reference();
    expect(await compare.inserted.allTextContents()).toEqual(edits.map(([, , next]) => next).filter(Boolean));
    expect(await compare.deleted.allTextContents()).toEqual(edits.map(([, old]) => old).filter(Boolean));
    await compare.next();
    await app.shot('compare-seed');
  });
});
