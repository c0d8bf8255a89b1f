import { expect, type Locator } from '@playwright/test';
import type { App } from './app.ts';
import type { Signatory } from './pages/decision.ts';

/** What a person does from a file to an accepted version, step by step. */

/** Imports files and saves all that is read from them. */
export async function importAll(app: App, ...paths: readonly string[]): Promise<void> {
  const { library, importReview } = app.screens;
  await library.import(...paths);
  await importReview.confirm(library);
}

/** Opens the review of an agreement by a text of its title. */
export async function openText(app: App, title: string): Promise<void> {
  const { library, reader } = app.screens;
  await library.open(title);
  await reader.shown();
}

/** Lets time pass until what is current may be noted: each of its clauses was on screen for its time. */
export async function seeCurrent(app: App): Promise<void> {
  const { reader } = app.screens;
  await expect(async () => {
    if (!(await reader.ready())) await app.pass(4);
    expect(await reader.ready()).toBe(true);
  }).toPass({ timeout: 60_000, intervals: [0] });
}

/** How far down a card one scrolls, look by look. */
const LOOKS = [0, 200, 400, 600] as const;

/** The same for the card of a ring, looked through from its beginning as one does with a wheel, as often as it takes. */
export async function seeRing(app: App, ring: Locator): Promise<void> {
  const { reader } = app.screens;
  let look = 0;
  await expect(async () => {
    await ring.evaluate((element) => element.scrollIntoView({ block: 'start' }));
    const down = LOOKS[look % LOOKS.length] ?? 0;
    await reader.text.evaluate((text, by) => text.scrollBy(0, by), down);
    look += 1;
    if (!(await reader.ready(ring))) await app.pass(4);
    expect(await reader.ready(ring)).toBe(true);
  }).toPass({ timeout: 60_000, intervals: [0] });
}

/**
 * Notes every clause that must be by the keyboard: Space goes to the first, and then notes one card after the other, each
 * once it was on screen for its time, on clocks that run faster. The window's clock must be taken.
 */
export async function noteAll(app: App): Promise<void> {
  const { reader } = app.screens;
  const cards = await reader.rings.count();
  if ((await reader.ring.count()) === 0) await reader.noteCurrent();
  for (let noted = await reader.notedRings.count(); noted < cards; noted += 1) {
    await seeCurrent(app);
    await reader.noteCurrent();
    await expect(reader.notedRings).toHaveCount(noted + 1);
  }
}

/** Reads a version as it must be read before a decision: every clause that must be noted, and to the end. */
export async function readAll(app: App): Promise<void> {
  const { reader } = app.screens;
  await noteAll(app);
  await reader.toEnd();
  await app.pass(3);
  await expect(reader.complete).toBeVisible();
}

/** Goes on to the decision and fills in who decides. */
export async function beginDecision(app: App, who: Signatory): Promise<void> {
  const { reader, decision } = app.screens;
  await reader.decide();
  await decision.fill(who);
}
