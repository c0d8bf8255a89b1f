import { expect, test } from '@playwright/test';
import { App, reference } from './app.ts';
import { countHands, handsCounted } from './counted-hands.ts';
import { importAll, noteAll, seeRing } from './main-way.ts';
import { SAMPLE, saveCompany } from './sample.ts';

/**
 * How much a person does with their hands for the first agreement, from the library to the record: presses of the mouse, or
 * of keys. The company is known; what the import review asks for is not counted here.
 */

const MOST_CLICKS = 25;
const MOST_KEYS = 40;
/** From the reader to the record. */
const MOST_KEYS_TO_DECIDE = 8;

let app: App;
test.beforeEach(async () => {
  test.setTimeout(180_000);
  app = new App();
  await app.start();
  await app.resize(1280, 800);
  await importAll(app, reference().path);
  await saveCompany(app);
  await app.takeClock();
});
test.afterEach(() => app.end());

test('the first agreement is accepted with few clicks', async () => {
  const { library, reader, decision } = app.screens;
  await countHands(app);
  await library.review(SAMPLE.terms);
  await reader.shown();
  const cards = await reader.rings.count();
  for (let at = 0; at < cards; at += 1) {
    const ring = reader.rings.nth(at);
    await seeRing(app, ring);
    await ring.click();
    await expect(reader.notedRings).toHaveCount(at + 1);
  }
  await reader.toEnd();
  await app.pass(3);
  await expect(reader.complete).toBeVisible();
  await reader.primary.click();
  await decision.shown();
  await decision.sayJustClicked();
  await decision.accept();
  expect(app.rows('SELECT id FROM acceptance')).toHaveLength(1);
  const { clicks, keys } = await handsCounted(app);
  test.info().annotations.push({ type: 'measured', description: `${clicks} clicks` });
  expect(keys).toBeLessThanOrEqual(1);
  expect(clicks).toBeLessThanOrEqual(MOST_CLICKS);
});

test('the first agreement is accepted with few keys, and no mouse', async () => {
  const { keyboard } = app.page;
  const { library, reader, decision } = app.screens;
  await expect(library.rows.first()).toBeVisible();
  await countHands(app);
  // The telecom's agreement and its letter come first in the list; this one needs no other beside it.
  for (let down = 0; down < 3; down += 1) await keyboard.press('j');
  await keyboard.press('Enter');
  await reader.shown();
  const atReader = await handsCounted(app);
  const cards = await reader.rings.count();
  await noteAll(app);
  // Space goes to the first key clause; each further one notes where one is and goes on.
  const noted = await handsCounted(app);
  expect(noted.keys - atReader.keys).toBe(cards + 1);
  await reader.toEndByKey();
  await app.pass(3);
  await expect(reader.complete).toBeVisible();
  const read = await handsCounted(app);
  await reader.decideByKey();
  await decision.shown();
  await expect(decision.conclusions.first()).toBeFocused();
  await keyboard.press('Space');
  await keyboard.press('Control+Enter');
  await decision.done.waitFor();
  expect(app.rows('SELECT id FROM acceptance')).toHaveLength(1);
  const { clicks, keys } = await handsCounted(app);
  const toDecide = keys - read.keys;
  test.info().annotations.push({
    type: 'measured',
    description: `${keys} keys: ${read.keys - atReader.keys} in the reader for ${cards} key clauses, ${toDecide} to decide`,
  });
  expect(toDecide).toBeLessThanOrEqual(MOST_KEYS_TO_DECIDE);
  expect(clicks).toBe(0);
  expect(keys).toBeLessThanOrEqual(MOST_KEYS);
});

test('J goes to the next key clause by one key, and K back', async () => {
  const { keyboard } = app.page;
  const { library, reader } = app.screens;
  await library.review(SAMPLE.terms);
  await reader.shown();
  await countHands(app);
  const cards = await reader.rings.count();
  for (let at = 0; at < cards; at += 1) {
    await keyboard.press('j');
    await expect(reader.ring).toHaveAttribute('data-ring', await ringAt(at));
  }
  await keyboard.press('k');
  await expect(reader.ring).toHaveAttribute('data-ring', await ringAt(cards - 2));
  expect(await handsCounted(app)).toEqual({ clicks: 0, keys: cards + 1 });
});

const ringAt = async (at: number): Promise<string> =>
  (await app.screens.reader.rings.nth(at).getAttribute('data-ring')) ?? '';
