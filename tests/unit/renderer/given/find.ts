import { screen, within, type ByRoleMatcher } from '@testing-library/svelte';
import { expect } from 'vitest';
import type { Given, MessageKey } from '../../../../assets/messages/say.ts';
import { notice } from '../../../../src-renderer/kernel/failures.svelte.ts';
import { aFailure } from './double.ts';
import { click, write } from './hands.ts';
import { inWords, said } from './page.ts';

const flat = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Where to look: the open dialog when there is one, as a person does; else the page. */
function inFront(): HTMLElement {
  const dialogs = document.querySelectorAll<HTMLElement>('dialog[open]');
  return dialogs[dialogs.length - 1] ?? document.body;
}

const placeOf = (role: ByRoleMatcher): HTMLElement => (role === 'dialog' ? document.body : inFront());

/** The one element of a role with a name of the catalogue; a failed test says so when there is none, or more. */
export const the = <Key extends MessageKey>(role: ByRoleMatcher, key: Key, ...params: Given<Key>): HTMLElement =>
  within(placeOf(role)).getByRole(role, { name: flat(said(key, ...params)) });

/** Elements of a role with a name of the catalogue. */
export const every = <Key extends MessageKey>(role: ByRoleMatcher, key: Key, ...params: Given<Key>): HTMLElement[] =>
  within(placeOf(role)).queryAllByRole(role, { name: flat(said(key, ...params)) });

/** The field whose label is a text of the catalogue, or begins with it and goes on with a hint. */
export function field<Key extends MessageKey>(key: Key, ...params: Given<Key>): HTMLElement {
  const text = flat(said(key, ...params));
  const [exact, ...others] = within(inFront()).queryAllByLabelText((label) => flat(label) === text);
  if (exact && others.length === 0) return exact;
  return within(inFront()).getByLabelText((label) => flat(label).startsWith(text.replace(/[)）]$/u, '')));
}

/** Whether a text of the catalogue can be read on the page. */
export const reads = <Key extends MessageKey>(key: Key, ...params: Given<Key>): boolean =>
  readsText(said(key, ...params));

/** Whether a text can be read on the page. */
export const readsText = (text: string): boolean => flat(document.body.textContent).includes(flat(text));

/** The open dialog, if one is. */
export const dialog = (): HTMLElement | null => screen.queryByRole('dialog');

/** Whether a refusal of a call stands where the form is that sent it, and nowhere else. */
export const refusedHere = (): boolean =>
  notice.failure === undefined &&
  within(inFront())
    .queryAllByRole('alert')
    .some(({ textContent }) => textContent.includes(inWords(aFailure().sentence)));

/**
 * Sending is stopped while a field that must be filled in is empty, and while there are only blanks in it: nothing
 * went out, and the field says that it is empty. Call it with nothing but this field missing.
 */
export async function stopsAt(
  name: string,
  { control, send, sent }: { control: () => HTMLElement; send: () => HTMLElement; sent: () => readonly unknown[] },
): Promise<void> {
  for (const typed of ['', '   ', '　\u00a0']) {
    await write(control(), typed);
    await click(send());
    expect([typed, sent()]).toEqual([typed, []]);
    expect([typed, reads('frame.field.missing', { name })]).toEqual([typed, true]);
    expect(control().getAttribute('aria-invalid')).toBe('true');
  }
}
