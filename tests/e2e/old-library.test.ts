import { expect, test } from '@playwright/test';
import { App } from './app.ts';
import { formerLibrary } from './former.ts';
import { openText } from './main-way.ts';

test.describe.configure({ mode: 'serial' });

const app = new App();
test.beforeAll(async () => {
  app.file('assent.sqlite', formerLibrary());
  await app.start();
});
test.afterAll(() => app.end());

test('a library of version 0.1.0 is asked once what became of its decisions; nothing stands before', async () => {
  const { library } = app.screens;
  const { questions } = library;
  await expect(library.standing('decided').first()).toBeVisible();
  await expect(library.standing('accepted')).toHaveCount(0);
  await library.answerButton.click();
  await expect(questions.recordButton).toBeDisabled();
  await app.shot('library-questions');
  await questions.together.selectOption('decision-day');
  await questions.each.first().selectOption('not-yet');
  for (const seals of await questions.seals.all()) await seals.selectOption('ours');
  await questions.by.fill('李航');
  await questions.recordButton.click();
  await expect(questions.all).toBeHidden();
  await expect(library.answerButton).toHaveCount(0);
  await expect(library.standing('accepted').first()).toBeVisible();
  const told = app.rows<{ state: string; n: number }>(
    "SELECT state, count(*) AS n FROM paper WHERE kind = 'happening' GROUP BY state ORDER BY state",
  );
  expect(told.map(({ state }) => state)).toEqual(['concluded', 'not-yet']);
  await app.restart();
  await expect(app.screens.library.answerButton).toHaveCount(0);
});

test('in the reader a version is marked as accepted with the provider, and as ended', async () => {
  const { standing } = app.screens.reader;
  await openText(app, 'Yunzhou Message Service Terms');
  await standing.conclude({ on: '2026-01-05', by: '李航' });
  await expect(standing.since('2026-01-05')).toBeVisible();
  await standing.end({ on: '2026-02-01', by: '李航' });
  await expect(standing.between('2026-01-05', '2026-02-01')).toBeVisible();
  await app.shot('reader-standing');
});
