import { expect, test } from '@playwright/test';
import { App, rail, reference } from './app.ts';
import { anyOf, like, zh } from './texts.ts';

test.describe.configure({ mode: 'serial' });

const app = new App();
test.beforeAll(async () => {
  await app.start();
  await app.chooseFiles(reference().path);
  await app.page.getByRole('button', { name: zh('library.import') }).click();
  await app.page.getByRole('button', { name: zh('import.confirm') }).click();
  await app.page.getByRole('heading', { name: zh('library.title') }).waitFor();
});
test.afterAll(() => app.end());

/** Opens the newest version of the agreement of a kind from the library, by its row. */
async function open(kind: string): Promise<void> {
  const [agreement] = app.rows<{ id: string }>(`SELECT id FROM agreement WHERE kind = '${kind}'`);
  await rail(app.page, 'library').click();
  await app.page.locator(`[id="row-${agreement?.id}"]`).dblclick();
  await app.page.locator('[data-clause]').first().waitFor();
}

/** The numbers that stand before the clauses on the page. */
const numbers = async (): Promise<readonly string[]> =>
  (await app.page.locator('[data-clause] > .number').allInnerTexts()).map((text) => text.trim()).filter(Boolean);

/** The clause with a number, and how its words are drawn. */
const numbered = (number: string) =>
  app.page.locator('[data-clause]').filter({ has: app.page.locator(`.number:text-is("${number}")`) });
const weights = (clauses: ReturnType<typeof numbered>): Promise<readonly string[]> =>
  clauses.locator('p').evaluateAll((paragraphs) =>
    paragraphs.flatMap((paragraph) => {
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      const weights: string[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node.textContent?.trim()) weights.push(getComputedStyle(node.parentElement!).fontWeight);
      }
      return weights;
    }),
  );

test('the service terms show their 84 numbered clauses', async () => {
  await open('terms');
  expect(await numbers()).toHaveLength(84);
});

test('7.4 and 7.5 of the service terms are bold, every word of them; plain clauses are not', async () => {
  for (const number of ['7.4', '7.5']) {
    expect(new Set(await weights(numbered(number))), number).toEqual(new Set(['700']));
    await expect(numbered(number)).toHaveClass(/conspicuous/);
  }
  expect(new Set(await weights(numbered('1.1')))).toEqual(new Set(['400']));
});

test('the margin says whether the source or a rule made it bold, and why', async () => {
  const { page } = app;
  const clause = numbered('7.4');
  await clause.scrollIntoViewIfNeeded();
  await clause.hover();
  const word = clause.locator('.word');
  await expect(word).toBeVisible();
  const text = await word.innerText();
  expect([zh('review.reader.boldByRule'), zh('review.reader.boldInSource')]).toContain(text);
  await clause.click();
  await expect(page.getByRole('complementary', { name: zh('review.reader.why') })).toContainText(`7.4 ${text}`);
  await expect(page.getByRole('complementary', { name: zh('review.reader.why') })).toContainText(
    zh('review.reader.because'),
  );
});

test('the nine exclusions of the service level agreement are bold', async () => {
  await open('sla');
  const exclusions = app.page.locator('[data-clause].conspicuous').filter({
    has: app.page.locator('.number:text-matches("^[（(]?[0-9]+[)）]$")'),
  });
  await expect(exclusions).toHaveCount(9);
  expect(new Set(await weights(exclusions))).toEqual(new Set(['700']));
});

test('each version of the line agreement shows 82 numbered clauses; [ and ] go between them', async () => {
  const { page } = app;
  await open('service-agreement');
  expect(await numbers()).toHaveLength(82);
  await expect(page.getByText(zh('review.reader.version', { ordinal: 2 }), { exact: true })).toBeVisible();
  await page.keyboard.press('[');
  await expect(page.getByText(zh('review.reader.version', { ordinal: 1 }), { exact: true })).toBeVisible();
  await page.locator('[data-clause]').first().waitFor();
  expect(await numbers()).toHaveLength(82);
  await page.keyboard.press(']');
  await expect(page.getByText(zh('review.reader.version', { ordinal: 2 }), { exact: true })).toBeVisible();
});

test('J and K go through the conspicuous clauses, O folds the outline, D goes to the decision', async () => {
  const { page } = app;
  await open('terms');
  const current = page.locator('[data-clause].current');
  await page.keyboard.press('j');
  const first = await current.getAttribute('data-clause');
  await expect(current).toBeFocused();
  await expect(current).toBeInViewport();
  await page.keyboard.press('j');
  await expect(current).not.toHaveAttribute('data-clause', first ?? '');
  await page.keyboard.press('k');
  await expect(current).toHaveAttribute('data-clause', first ?? '');
  await expect(page.getByText(like('review.reader.conspicuousOf', { at: 1, of: /\d+/ }))).toBeVisible();

  const outline = page.getByRole('navigation', { name: zh('review.reader.outline') });
  await expect(outline).toBeVisible();
  await page.keyboard.press('o');
  await expect(outline).toBeHidden();
  await page.keyboard.press('o');
  await outline.getByRole('button').nth(20).click();
  await expect(current).toBeInViewport();

  await page.keyboard.press('d');
  await expect(page.getByRole('button', { name: zh('acceptance.statement.buttons.accept') })).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await page.locator('[data-clause]').first().waitFor();
});

test('find marks every hit, counts them and goes from one to the next', async () => {
  const { page } = app;
  await page.keyboard.press('f');
  const field = page.getByRole('searchbox');
  await field.fill('赔偿');
  await expect(page.locator('article .found').first()).toBeVisible();
  const count = page.getByRole('search').getByRole('status');
  await expect(count).toHaveText(/^1 \/ \d+$/);
  await field.press('Enter');
  await field.press('Enter');
  await expect(count).toHaveText(/^2 \/ \d+$/);
  await expect(page.locator('[data-clause].current')).toBeInViewport();
  await expect(page.locator('[data-clause].current .found').first()).toBeVisible();
  await field.press('Shift+Enter');
  await expect(count).toHaveText(/^1 \/ \d+$/);
  await field.press('Escape');
  await expect(field).toBeHidden();
  await expect(page.locator('article .found')).toHaveCount(0);
});

test('what is on screen in real time is believed to the tenth of a second', async () => {
  const { page } = app;
  await page.keyboard.press('j');
  const seconds = (): number => {
    const [row] = app.rows<{ observations: string }>('SELECT observations FROM review ORDER BY updated_at DESC');
    const { clauses } = JSON.parse(row?.observations ?? '{}') as { clauses: Record<string, { seconds: number }> };
    return Math.max(...Object.values(clauses).map((clause) => clause.seconds));
  };
  // From just after one report to just after another: what the window shows in between is what is counted.
  const nextReport = async (): Promise<{ readonly at: number; readonly counted: number }> => {
    const before = seconds();
    await expect(() => expect(seconds()).toBeGreaterThan(before)).toPass({ timeout: 10_000, intervals: [10] });
    return { at: performance.now(), counted: seconds() };
  };
  const first = await nextReport();
  await nextReport();
  const last = await nextReport();
  const passed = (last.at - first.at) / 1000;
  expect(passed).toBeGreaterThan(4);
  expect(Math.abs(last.counted - first.counted - passed)).toBeLessThan(0.3);
  await expect(
    page.getByText(like('acceptance.screen-time.impossible-seconds', { claimed: /\d/, passed: /\d/ })),
  ).toHaveCount(0);
});

test('Space acknowledges the clause that has been on screen for its time, and no other', async () => {
  const { page } = app;
  await page.clock.install();
  await page.keyboard.press('j');
  const button = page.getByRole('complementary').getByRole('button', {
    name: anyOf(
      zh('review.reader.acknowledge'),
      zh('review.reader.acknowledged'),
      like('review.reader.seconds', { left: /\d+/ }),
    ),
  });
  await page.keyboard.press('Space');
  await expect(button).toHaveText(like('review.reader.seconds', { left: /\d+/ }));
  await app.pass(40);
  await expect(button).toHaveText(zh('review.reader.acknowledge'));
  await page.keyboard.press('Space');
  await expect(button).toHaveText(zh('review.reader.acknowledged'));
});

test('seconds that have not passed are refused, whatever the window says', async () => {
  const [version] = app.rows<{ id: string }>('SELECT id FROM version WHERE conspicuous > 5 ORDER BY conspicuous DESC');
  const refused = await app.page.evaluate(async (versionId) => {
    interface Answered {
      readonly ok: boolean;
      readonly value: { readonly conspicuous: readonly string[] };
      readonly failure?: { readonly code: string };
    }
    const opened = (await window.assent.call('review.open', { versionId })) as Answered;
    const { conspicuous } = opened.value;
    const seen = conspicuous.map((clauseId) => ({ clauseId, seconds: 45, weight: 700, decoration: 'none' }));
    const observation = { seen, acknowledged: [...conspicuous], withdrawn: [], endReached: true };
    const answers: (string | undefined)[] = [];
    for (const named of [{}, { sitting: crypto.randomUUID() }]) {
      const input = { versionId, observation, ...named };
      answers.push(((await window.assent.call('review.observe', input)) as Answered).failure?.code);
    }
    return answers;
  }, version?.id ?? '');
  expect(refused).toEqual(['impossible-seconds', 'impossible-seconds']);
});

test('a search in the library leads to the clause', async () => {
  const { page } = app;
  await rail(page, 'library').click();
  await page.getByRole('searchbox').fill('间接');
  const hit = page.locator('button.hit').first();
  await hit.click();
  const current = page.locator('[data-clause].current');
  await expect(current).toBeInViewport();
  await expect(current.locator('.found').first()).toHaveText('间接');
});
