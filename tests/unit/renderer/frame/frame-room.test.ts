import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import type { ImportOutcome } from '../../../../src-main/contract/import.ts';
import App from '../../../../src-renderer/frame/App.svelte';
import { SCREENS as SCREENS_BY_NAME } from '../../../../src-renderer/frame/screens.ts';
import { go, way } from '../../../../src-renderer/kernel/navigation.svelte.ts';
import { aLibrary } from '../given/agreements.ts';
import { app, railButton, start } from '../given/app.ts';
import { accessible } from '../given/axe.ts';
import { resizeTo } from '../given/browser.ts';
import { later, pending } from '../given/double.ts';
import { every, the } from '../given/find.ts';
import { click, press } from '../given/hands.ts';
import { given, inEach, settled } from '../given/page.ts';

describe('the room the window gives', () => {
  it('the rail widens and narrows with Ctrl and backslash, and stays so', async () => {
    const main = await app();
    expect(await press('\\', { ctrl: true })).toBe(true);
    expect(main.inputs('settings.setPreferences')).toEqual([{ panes: { rail: 216 } }]);
    expect(the('navigation', 'frame.main').classList.contains('wide')).toBe(true);
    await press('\\', { ctrl: true });
    expect(main.inputs('settings.setPreferences').at(-1)).toEqual({ panes: { rail: 72 } });
    expect(the('navigation', 'frame.main').classList.contains('wide')).toBe(false);
  });

  inEach('in one column the rail is opened by a button, and closes when it was used', async (language) => {
    await given({ ...start }, { language });
    resizeTo(640);
    render(App);
    await settled();
    expect(every('navigation', 'frame.main')).toEqual([]);
    await click(the('button', 'frame.main'));
    await accessible();
    await click(railButton('agenda'));
    expect(way.here).toEqual({ screen: 'agenda' });
    expect(every('navigation', 'frame.main')).toEqual([]);
  });

  it('a library without agreements offers the other language, named in itself', async () => {
    const main = await app({ 'library.list': () => aLibrary([]) });
    await click(screen.getByRole('button', { name: 'English' }));
    expect(main.inputs('settings.setPreferences')).toEqual([{ language: 'en' }]);
    expect(document.documentElement.lang).toBe('en');
    cleanup();
    await app();
    expect(screen.queryByRole('button', { name: 'English' })).toBeNull();
  });
});

it('a key that an input method uses reaches nothing, wherever it is pressed; the next one does again', async () => {
  await app();
  const heard: string[] = [];
  const hear = ({ key }: KeyboardEvent): void => void heard.push(key);
  document.body.addEventListener('keydown', hear);
  for (const key of ['k', '?', 'j', ' ', 'Enter', 'Escape', 'z'])
    await press(key, { ctrl: key === 'k', composing: true });
  expect([heard, document.querySelector('dialog[open]')]).toEqual([[], null]);
  await press('?');
  expect(heard).toEqual(['?']);
  document.body.removeEventListener('keydown', hear);
});

it('a file that is dropped is brought in on every screen', async () => {
  const answer = later<ImportOutcome>();
  const main = await app({ 'import.bytes': () => answer.promise });
  const places = ['settings', 'agenda', 'evidence', 'letters', 'notices', 'rights'] as const;
  const dataTransfer = {
    types: ['Files'],
    files: [new File(['words'], 'terms.txt')],
    items: [],
    getData: () => '',
  };
  for (const place of places) {
    vi.spyOn(SCREENS_BY_NAME, place).mockImplementation(pending);
    go({ screen: place });
    await settled();
    const event = new Event('drop', { bubbles: true, cancelable: true });
    Object.defineProperty(event, 'dataTransfer', { value: dataTransfer });
    await fireEvent(screen.getByRole('main'), event);
    await settled();
    expect([place, event.defaultPrevented]).toEqual([place, true]);
  }
  expect(main.inputs('import.bytes').map(({ name }) => name)).toContain('terms.txt');
  answer.refuse();
  await settled();
});
