import { render, screen, waitFor, within } from '@testing-library/svelte';
import App from '../../../../src-renderer/frame/App.svelte';
import type { RailScreen } from '../../../../src-renderer/frame/rail/rail-screens.ts';
import { anAgenda } from './agenda.ts';
import { aLibrary } from './agreements.ts';
import type { Answers, Double } from './double.ts';
import { the } from './find.ts';
import { given, said, settled } from './page.ts';
import { ledgerAnswers } from './settings.ts';

/** What the frame and the library ask when the app starts. */
export const start: Answers = {
  ...ledgerAnswers(),
  'library.list': () => aLibrary(),
  'library.unreadable': () => [],
  'agenda.list': () => anAgenda(),
  'notices.list': () => ({ notices: [], today: '2026-11-30' }),
  'import.offers': () => ({ offers: [], unread: [] }),
  'evidence.openedBundle': () => undefined,
  'settings.startNotices': () => [],
};

export async function app(answers: Answers = {}, wish: Parameters<typeof given>[1] = {}): Promise<Double> {
  const main = await given({ ...start, ...answers }, wish);
  render(App);
  await waitFor(() => screen.getByRole('main').querySelector('h1') ?? Promise.reject(new Error('no screen yet')));
  await settled();
  return main;
}

export const railButton = (screenName: RailScreen): HTMLElement =>
  within(the('navigation', 'frame.main')).getByRole('button', { name: new RegExp(said(`frame.${screenName}`), 'u') });
