import { readdirSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { expect, test } from '@playwright/test';
import { makeMany0001 } from '../fixtures/many-0001.ts';
import { App } from './app.ts';
import { formerLibrary } from './former.ts';
import { openText } from './main-way.ts';
import { RAIL } from './pages/frame.ts';
import { TITLE } from './sample.ts';

/** Enough that bringing it to today's tables can be seen. */
const MANY = 600;

let app: App;
test.beforeEach(() => {
  app = new App();
});
test.afterEach(async () => app.end());

const database = (): string => app.path('assent.sqlite');

/** As if the reader of version 0.1.0 had overlooked what every clause of this agreement is about. */
function overlookKinds(title: string): void {
  const library = new Sqlite(database());
  const trigger = library
    .prepare<[], string>("SELECT sql FROM sqlite_schema WHERE name = 'version_fixed'")
    .pluck()
    .get();
  const stored = library.prepare<[string], string>('SELECT document FROM version WHERE title = ?').pluck().get(title);
  const document = JSON.parse(stored ?? '') as { clauses: object[] };
  const clauses = document.clauses.map((clause) => ({ ...clause, tags: [], emphasis: [] }));
  library.exec('DROP TRIGGER version_fixed');
  library
    .prepare('UPDATE version SET document = ?, conspicuous = 0 WHERE title = ?')
    .run(JSON.stringify({ ...document, clauses }), title);
  library.exec(trigger ?? '');
  library.close();
}

async function expectNoFailure(): Promise<void> {
  await app.page.waitForTimeout(300);
  await expect(app.screens.frame.failure).toHaveCount(0);
}

test('a library of version 0.1.0 is brought to today’s form, and every screen shows it without a failure', async () => {
  app.file('assent.sqlite', formerLibrary());
  await app.start();
  const { frame, reader } = app.screens;
  expect(app.rows('PRAGMA user_version')).toEqual([{ user_version: 2 }]);
  expect(readdirSync(app.path('backups')).filter((name) => name.startsWith('before-0002'))).toHaveLength(1);
  for (const screen of RAIL) {
    await frame.goTo(screen);
    await expect(frame.railButton(screen)).toHaveAttribute('aria-current', 'page');
    await expectNoFailure();
  }
  const titles = app.rows<{ title: string; id: string }>(
    "SELECT agreement.title, version.id FROM agreement JOIN version ON agreement_id = agreement.id WHERE origin = 'own' GROUP BY agreement.id",
  );
  expect(titles.length).toBeGreaterThan(7);
  for (const { title } of titles) {
    await frame.goTo('library');
    await openText(app, title);
    await expect(reader.title).toBeVisible();
    await expect(reader.clauses.first()).toBeVisible();
    await expectNoFailure();
  }
});

test('what today’s reader sees otherwise in an old version is told, shown, and kept when the person says so', async () => {
  app.file('assent.sqlite', formerLibrary());
  overlookKinds(TITLE.trial);
  await app.start();
  const { reader } = app.screens;
  await openText(app, TITLE.trial);
  await reader.lookAtReading.click();
  const { newReading } = reader;
  await expect(newReading.effect).toBeVisible();
  await expect(newReading.differences.first()).toBeVisible();
  await app.shot('read-again');
  expect(app.rows('SELECT count(*) AS count FROM reading GROUP BY version_id HAVING count(*) > 1')).toEqual([]);
  await newReading.keep();
  await expect(reader.readingKept).toBeVisible();
  await expect(reader.lookAtReading).toHaveCount(0);
  await expect(reader.readAgain).toBeVisible();
  expect(app.rows('SELECT count(*) AS count FROM reading GROUP BY version_id HAVING count(*) > 1')).toEqual([
    { count: 2 },
  ]);
  expect(app.rows('SELECT kind FROM ledger ORDER BY sequence DESC LIMIT 1')).toEqual([{ kind: 'reading-kept' }]);
  await expect(app.screens.frame.failureOfWork).toHaveCount(0);
});

test('a person who waits for a large library to be brought to today’s form sees how far it is', async () => {
  test.setTimeout(180_000);
  makeMany0001(database(), MANY);
  await app.launch();
  const { frame } = app.screens;
  await expect(frame.migration).toBeVisible({ timeout: 30_000 });
  const seen = new Set<number>();
  const look = async (): Promise<boolean> => {
    const value = await frame.migrationBar.getAttribute('value', { timeout: 500 }).catch(() => null);
    if (value !== null) seen.add(Number(value));
    return value === null;
  };
  await app.shot('migration');
  for (let over = false; !over;) over = await look();
  await frame.shown(60_000);
  const told = [...seen];
  expect(told.length).toBeGreaterThan(1);
  expect(told).toEqual(told.toSorted((a, b) => a - b));
  expect(Math.max(...told)).toBeLessThanOrEqual(2 * MANY);
  expect(app.rows('SELECT count(*) AS count FROM reading')).toEqual([{ count: MANY }]);
  await expectNoFailure();
});
