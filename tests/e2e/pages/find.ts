import type { Locator, Page } from '@playwright/test';
import { LANGUAGES, type MessageKey, say } from '../../../assets/messages/say.ts';
import { type Fills, said, saidWhole } from '../texts.ts';

/** Where something is looked for: on the page, or in a part of it. */
export type Within = Page | Locator;

/** A button whose name holds a text of the catalogue, in either language. */
export const button = <Key extends MessageKey>(within: Within, key: Key, ...fills: Fills<Key>): Locator =>
  within.getByRole('button', { name: said(key, ...fills) });

/** A button whose name is that text and nothing more. */
export const buttonNamed = <Key extends MessageKey>(within: Within, key: Key, ...fills: Fills<Key>): Locator =>
  within.getByRole('button', { name: saidWhole(key, ...fills) });

export const heading = <Key extends MessageKey>(within: Within, key: Key, ...fills: Fills<Key>): Locator =>
  within.getByRole('heading', { name: said(key, ...fills) });

export const tab = <Key extends MessageKey>(within: Within, key: Key, ...fills: Fills<Key>): Locator =>
  within.getByRole('tab', { name: said(key, ...fills) });

/** What shows a text of the catalogue, in either language, among other words or alone. */
export const words = <Key extends MessageKey>(within: Within, key: Key, ...fills: Fills<Key>): Locator =>
  within.getByText(said(key, ...fills));

/** What shows that text and nothing more. */
export const wordsAlone = (within: Within, key: MessageKey, params: Readonly<Record<string, string | number>> = {}) => {
  const [first, ...others] = LANGUAGES.map((language) =>
    within.getByText(say({ key, params }, language), { exact: true }),
  );
  if (!first) throw new Error('the catalogue has no language');
  return others.reduce((found, other) => found.or(other), first);
};

/** The field of a form by the name that the page gives it. */
export const field = (within: Within, name: string): Locator =>
  within.locator(`input[name="${name}"], textarea[name="${name}"], select[name="${name}"]`);

/** Chooses the entry of a list whose words fit an expression. */
export async function selectSaid(list: Locator, entry: RegExp): Promise<void> {
  const found = list.locator('option').filter({ hasText: entry });
  await list.selectOption({ label: ((await found.textContent()) ?? '').trim() });
}

/** In pixels of the page. */
const ONE_COLUMN_BELOW = 700;

/** Whether the window is so narrow that all is one column, and a list gives way to what it opened. */
export const inOneColumn = (page: Page): Promise<boolean> =>
  page.evaluate((below) => innerWidth < below, ONE_COLUMN_BELOW);
