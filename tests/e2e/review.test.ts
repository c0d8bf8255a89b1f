import { expect, test } from '@playwright/test';
import { App, reference } from './app.ts';
import { importAll, seeCurrent } from './main-way.ts';
import { said, saidWhole } from './texts.ts';

test.describe.configure({ mode: 'serial' });

const app = new App();
test.beforeAll(async () => {
  await app.start();
  await importAll(app, reference().path);
});
test.afterAll(() => app.end());

/** Opens the newest version of the agreement of a kind from the library, by its row. */
async function open(kind: string): Promise<void> {
  const [agreement] = app.rows<{ id: string }>(`SELECT id FROM agreement WHERE kind = '${kind}'`);
  const { frame, library, reader } = app.screens;
  await frame.goTo('library');
  await library.rowOf(agreement?.id ?? '').dblclick();
  await reader.shown();
}

test('the service terms show their 84 numbered clauses', async () => {
  await open('terms');
  expect(await app.screens.reader.numbers()).toHaveLength(84);
});

test('7.4 and 7.5 of the service terms are bold, every word of them; plain clauses are not', async () => {
  const { reader } = app.screens;
  for (const number of ['7.4', '7.5']) {
    expect(new Set(await reader.weights(reader.clause(number))), number).toEqual(new Set(['700']));
    await expect(reader.clause(number)).toHaveClass(/conspicuous/);
  }
  expect(new Set(await reader.weights(reader.clause('1.1')))).toEqual(new Set(['400']));
});

test('the margin says whether the source or a rule made it bold, and why', async () => {
  const { reader } = app.screens;
  const clause = reader.clause('7.4');
  await clause.scrollIntoViewIfNeeded();
  await clause.hover();
  const word = reader.whoMadeBold(clause);
  await expect(word).toBeVisible();
  const text = await word.innerText();
  const makers = [
    saidWhole('review.decision.marked.none'),
    saidWhole('review.decision.marked.whole'),
    saidWhole('review.decision.marked.part'),
  ];
  expect(makers.some((maker) => maker.test(text))).toBe(true);
  await clause.click();
  await expect(reader.notes).toContainText(text.trim());
  await expect(reader.notes).toContainText(said('review.notes.because', { words: /.+/ }));
});

test('the nine exclusions of the service level agreement are bold', async () => {
  await open('sla');
  const { reader } = app.screens;
  const exclusions = reader.conspicuousNumbered('^[（(]?[0-9]+[)）]$');
  await expect(exclusions).toHaveCount(9);
  expect(new Set(await reader.weights(exclusions))).toEqual(new Set(['700']));
});

test('each version of the line agreement shows 82 numbered clauses, and leads to the other', async () => {
  const { reader } = app.screens;
  await open('service-agreement');
  expect(await reader.numbers()).toHaveLength(82);
  await expect(reader.version(2)).toBeVisible();
  await reader.openVersion(1);
  await expect(reader.version(1)).toBeVisible();
  await reader.shown();
  expect(await reader.numbers()).toHaveLength(82);
  await reader.openVersion(2);
  await expect(reader.version(2)).toBeVisible();
});

test('J and K go through the key clauses, [ and ] through the sections, O folds the outline, D goes to the decision', async () => {
  const { frame, reader, decision } = app.screens;
  await open('terms');
  const { current, outline } = reader;
  await reader.toStart();
  await reader.next();
  const first = await current.getAttribute('data-clause');
  await expect(current).toBeFocused();
  await expect(current).toBeInViewport();
  await reader.next();
  await expect(current).not.toHaveAttribute('data-clause', first ?? '');
  await reader.previous();
  await expect(current).toHaveAttribute('data-clause', first ?? '');
  await reader.nextSection();
  await expect(current).toHaveClass(/heading/);
  await expect(current).toBeInViewport();
  await reader.previousSection();
  await expect(current).toHaveClass(/heading/);

  await expect(outline).toBeVisible();
  await reader.toggleOutline();
  await expect(outline).toBeHidden();
  await reader.toggleOutline();
  await reader.outlineEntries.nth(20).click();
  await expect(current).toBeInViewport();

  await reader.decideByKey();
  await expect(decision.acceptButton).toBeVisible();
  await frame.backByKey();
  await reader.shown();
});

test('find marks every hit, counts them and goes from one to the next', async () => {
  const { reader } = app.screens;
  const { search, searchCount } = reader;
  await reader.find('赔偿');
  await expect(reader.found.first()).toBeVisible();
  await expect(searchCount).toHaveText(/^1 \/ \d+$/);
  await search.press('Enter');
  await search.press('Enter');
  await expect(searchCount).toHaveText(/^2 \/ \d+$/);
  await expect(reader.current).toBeInViewport();
  await expect(reader.foundInCurrent.first()).toBeVisible();
  await search.press('Shift+Enter');
  await expect(searchCount).toHaveText(/^1 \/ \d+$/);
  await search.press('Escape');
  await expect(search).toBeHidden();
  await expect(reader.found).toHaveCount(0);
});

test('what is on screen in real time is believed', async () => {
  const { reader } = app.screens;
  await reader.next();
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
  // A busy machine writes a report late, so that this cannot be held to the tenth; `screen-time.test.ts` holds the sums to it.
  expect(Math.abs(last.counted - first.counted - passed)).toBeLessThan(1.5);
  await expect(reader.impossibleSeconds).toHaveCount(0);
});

test('Space notes the clause that has been on screen for its time and no other, and goes on', async () => {
  const { reader } = app.screens;
  await app.takeClock();
  await reader.next();
  const first = (await reader.current.getAttribute('data-clause')) ?? '';
  await reader.noteCurrent();
  await expect(reader.told).toHaveText(said('review.reader.seconds', { left: /\d+/ }));
  await expect(reader.current).toHaveAttribute('data-clause', first);
  await seeCurrent(app);
  await reader.noteCurrent();
  await expect(reader.notedRings).toHaveCount(1);
  await expect(reader.current).not.toHaveAttribute('data-clause', first);
  await expect(reader.current).toBeInViewport();
});

test('the nine exclusions are one card: one ring notes each of them, and each is recorded by itself', async () => {
  await open('sla');
  const { reader } = app.screens;
  const ring = reader.rings.nth(2);
  await ring.scrollIntoViewIfNeeded();
  await reader.conspicuousNumbered('^[（(]5[)）]$').click();
  await seeCurrent(app);
  const before = app.rows<{ observations: string }>('SELECT observations FROM review ORDER BY updated_at DESC');
  await ring.click();
  await expect(ring).toHaveAttribute('aria-pressed', 'true');
  await expect(reader.noted(9)).toBeVisible();
  const [row] = app.rows<{ observations: string }>('SELECT observations FROM review ORDER BY updated_at DESC');
  const { clauses } = JSON.parse(row?.observations ?? '{}') as {
    clauses: Record<string, { seconds: number; acknowledgedAt?: string; weight?: number }>;
  };
  const noted = Object.values(clauses).filter(({ acknowledgedAt }) => acknowledgedAt !== undefined);
  expect(noted).toHaveLength(9);
  expect(noted.filter(({ seconds, weight }) => !(seconds >= 2) || weight !== 700)).toEqual([]);
  expect(before[0]?.observations).not.toContain('acknowledgedAt');
});

test('PageDown, End and Home move the text without a click; it is opened again where one left it', async () => {
  await open('terms');
  const { frame, reader } = app.screens;
  const top = (): Promise<number> => reader.text.evaluate((text) => text.scrollTop);
  await expect(reader.text).toBeFocused();
  await app.page.keyboard.press('PageDown');
  await app.pass(2);
  await expect.poll(top).toBeGreaterThan(200);
  await app.page.keyboard.press('End');
  await app.pass(2);
  await expect(reader.end).toBeInViewport();
  await app.page.keyboard.press('Home');
  await app.pass(2);
  await expect.poll(top).toBe(0);
  await reader.outlineEntries.filter({ hasText: '7.3' }).click();
  await app.pass(6);
  await frame.goTo('library');
  await open('terms');
  await expect(reader.clause('7.3')).toBeInViewport();
  await expect(reader.continued).toContainText('7.3');
});

test('seconds that have not passed are refused, whatever the window says', async () => {
  const [version] = app.rows<{ id: string }>(
    'SELECT version_id AS id FROM reading WHERE conspicuous > 5 ORDER BY conspicuous DESC',
  );
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
  const { frame, library, reader } = app.screens;
  await frame.goTo('library');
  await library.search.fill('间接');
  await library.hits.first().click();
  await expect(reader.current).toBeInViewport();
  await expect(reader.foundInCurrent.first()).toHaveText('间接');
});
