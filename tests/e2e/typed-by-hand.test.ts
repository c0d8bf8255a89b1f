import { expect, type Locator, test } from '@playwright/test';
import { App } from './app.ts';
import { button } from './pages/find.ts';
import { furnish, TITLE } from './sample.ts';

/** Every field of a day, a month or a number takes what a hand types into it in any usual form, and in either width. */
test.describe.configure({ mode: 'serial' });

const app = new App();
test.beforeAll(async () => {
  await app.start();
  await furnish(app);
});
test.afterAll(() => app.end());

const FORMS: Readonly<Record<string, { readonly meant: string; readonly written: readonly string[] }>> = {
  date: { meant: '2026-09-01', written: ['2026/9/1', '2026-9-1', '20260901', '1 Sep 2026'] },
  month: { meant: '2026-09', written: ['2026/9', '2026-09', '202609'] },
  'datetime-local': { meant: '2026-09-01T08:30', written: ['2026-9-1 8:30', '2026/09/01 08:30'] },
  number: { meant: '1000', written: ['１０００', '１,000'] },
};

/** What no such field takes: it stays to be mended, is no value, and is said. */
const IMPOSSIBLE: Readonly<Record<string, string>> = {
  date: '2026/2/30',
  month: '2026/13',
  'datetime-local': '2026/2/30 08:30',
};

/** What a field made otherwise of what was typed into it, by the field and what was typed. */
async function mistaken(field: Locator): Promise<readonly string[]> {
  const type = (await field.getAttribute('data-type')) ?? (await field.getAttribute('type')) ?? '';
  const name = (await field.getAttribute('name')) ?? '';
  const { meant, written } = FORMS[type] ?? { meant: '', written: [] };
  const wrong: string[] = [];
  const none = IMPOSSIBLE[type];
  for (const form of [...written, ...(none === undefined ? [] : [none])]) {
    await field.fill('');
    await field.blur();
    await field.focus();
    await field.pressSequentially(form);
    const took = await field
      .and(app.page.locator('input'))
      .evaluate(
        (input: HTMLInputElement) =>
          new Promise<string>((done) => setTimeout(() => done(input.dataset['value'] ?? input.value), 20)),
      );
    if (took !== (form === none ? '' : meant)) wrong.push(`${name} ${type} ${form}: ${took}`);
    await field.blur();
    if (form === none && (await field.getAttribute('aria-invalid')) !== 'true')
      wrong.push(`${name} ${type} ${form}: not said`);
  }
  await field.fill('');
  return wrong;
}

test('what is typed is what is meant, on an English page too', async () => {
  const { frame, rights, notices } = app.screens;
  await app.preferAnew({ language: 'en' });
  const fields = frame.dialog.locator('input[data-type], input[type=number]');
  const look = async (count: number): Promise<void> => {
    await expect(fields).toHaveCount(count);
    for (const field of await fields.all()) expect.soft(await mistaken(field)).toEqual([]);
    await app.page.keyboard.press('Escape');
    await button(frame.dialog, 'frame.discard').click();
    await expect(frame.dialog).toHaveCount(0);
  };
  await frame.goTo('rights');
  await rights.choose(TITLE.line);
  await rights.reach('term');
  await rights.beginTerm();
  await look(2);
  await frame.goTo('rights');
  await rights.choose(TITLE.line);
  await rights.reach('orders');
  await rights.beginOrder();
  await look(9);
  await frame.goTo('rights');
  await rights.choose(TITLE.line);
  await rights.beginOutage();
  await look(2);
  await frame.goTo('notices');
  await notices.begin();
  await look(2);
});
