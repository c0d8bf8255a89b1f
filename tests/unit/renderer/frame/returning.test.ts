import { render, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import App from '../../../../src-renderer/frame/App.svelte';
import { SCREENS } from '../../../../src-renderer/frame/screens.ts';
import { unfocused } from '../../../../src-renderer/kernel/focus.ts';
import { back, go, replace, way } from '../../../../src-renderer/kernel/navigation.svelte.ts';
import { anAgenda } from '../given/agenda.ts';
import { aLibrary, anId } from '../given/agreements.ts';
import { press } from '../given/hands.ts';
import { given, settled } from '../given/page.ts';
import { ledgerAnswers } from '../given/settings.ts';
import Berths from './Berths.svelte';

/** The app with a screen that one can scroll in place of three of its own. */
async function app(): Promise<void> {
  await given({
    ...ledgerAnswers(),
    'library.list': () => aLibrary([]),
    'library.unreadable': () => [],
    'agenda.list': () => anAgenda(),
    'notices.list': () => ({ notices: [], today: '2026-11-30' }),
    'evidence.openedBundle': () => undefined,
    'settings.startNotices': () => [],
  });
  for (const name of ['library', 'agenda', 'notices'] as const) {
    vi.spyOn(SCREENS, name).mockResolvedValue({ default: Berths as never });
  }
  render(App);
  await shown();
}

async function shown(): Promise<void> {
  await waitFor(() => screen.getByRole('list', { name: 'Berths' }));
  await settled();
  await new Promise((resolve) => setTimeout(resolve));
}

const list = (): HTMLElement => screen.getByRole('list', { name: 'Berths' });
const berth = (name: string): HTMLElement => screen.getByRole('button', { name });

function scroll(to: number): void {
  list().scrollTop = to;
  list().dispatchEvent(new Event('scroll'));
}

describe('going back', () => {
  it('comes to the same place of the screen, with the focus where it was', async () => {
    await app();
    berth('Berth 7').focus();
    scroll(340);
    go({ screen: 'agenda' });
    await shown();
    expect(list().scrollTop).toBe(0);
    back();
    await shown();
    expect(list().scrollTop).toBe(340);
    expect(document.activeElement).toBe(berth('Berth 7'));
  });

  it('leaves the screen to the person as soon as they do something', async () => {
    await app();
    scroll(340);
    go({ screen: 'agenda' });
    await shown();
    back();
    await shown();
    scroll(20);
    window.dispatchEvent(new Event('wheel'));
    list().append(document.createElement('p'));
    await settled();
    expect(list().scrollTop).toBe(20);
  });

  it('another detail keeps the list that it was chosen from as it was', async () => {
    await app();
    go({ screen: 'notices' });
    await shown();
    berth('Berth 7').focus();
    scroll(340);
    replace({ screen: 'notices', noticeId: anId(1) });
    await shown();
    expect(list().scrollTop).toBe(340);
  });

  it('what was not chosen from begins at its beginning', () => {
    way.left.scrolled.set('div.0/ul.0', 20);
    way.left.scrolled.set('div.1', 900);
    way.left.focus = 'div.0/ul.0/li.3/button.0';
    replace({ screen: 'notices', noticeId: anId(2) });
    expect([...way.left.scrolled]).toEqual([['div.0/ul.0', 20]]);
  });
});

describe('the focus', () => {
  it('is on the page after a screen was gone to, and a key never finds it nowhere', async () => {
    await app();
    go({ screen: 'agenda' });
    await shown();
    expect(document.activeElement).toBe(screen.getByRole('main'));
    // A screen that has its own idea of where to begin may still take it.
    expect(unfocused()).toBe(true);
    berth('Berth 3').focus();
    expect(unfocused()).toBe(false);
    berth('Berth 3').remove();
    await press('ArrowDown');
    expect(document.activeElement).toBe(screen.getByRole('main'));
  });
});
