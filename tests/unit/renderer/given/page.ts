import { cleanup, configure, render } from '@testing-library/svelte';
import { tick, type Component, type ComponentProps } from 'svelte';
import { expect, it, vi } from 'vitest';
import { say, sentence, type Given, type MessageKey } from '../../../../assets/messages/say.ts';
import { LANGUAGES, type Language, type Sentence } from '../../../../src-main/agreement/sentence.ts';
import type { Preferences } from '../../../../src-main/contract/settings.ts';
import { exporting } from '../../../../src-renderer/kernel/files/exporting.svelte.ts';
import { bringing } from '../../../../src-renderer/kernel/files/importing.svelte.ts';
import { closeFailure, notice } from '../../../../src-renderer/kernel/failures.svelte.ts';
import { back, replace, way } from '../../../../src-renderer/kernel/navigation.svelte.ts';
import { i, loadPreferences } from '../../../../src-renderer/kernel/preferences.svelte.ts';
import { aHash } from './agreements.ts';
import { browser, watching } from './browser.ts';
import { double, type Answers, type Double } from './double.ts';

/** The instant of every test: 09:00 in Beijing on a Monday. */
export const NOW = new Date('2026-11-30T01:00:00Z');
export const TODAY = '2026-11-30';

/** What is waited for may have to be loaded first, on a machine that does other work too. */
configure({ asyncUtilTimeout: 15_000 });

const soon = setImmediate;
let main: Double | undefined;

/** The app before anything is shown: the main side answers so, in this language, on the given day. */
export async function given(answers: Answers, wish: Partial<Preferences> = {}): Promise<Double> {
  browser();
  vi.setSystemTime(NOW);
  let chosen: Preferences = { language: 'zh', theme: 'system', textSize: 100, panes: {}, handledBy: '', ...wish };
  main = double({
    'settings.preferences': () => chosen,
    'settings.setPreferences': (more) => (chosen = { ...chosen, ...(more as Partial<Preferences>) }),
    // Nothing was begun yet, unless a test says so.
    'letters.case': () => undefined,
    'letters.caseOfLetter': () => undefined,
    // The library is empty, unless a test says so.
    'library.list': () => ({ agreements: [], questions: [], pending: [], readAgain: [] }),
    // Nothing that leaves speaks against anybody, unless a test says so.
    'evidence.adverse': () => ({ lines: [], seen: aHash(99), entries: { whole: 12, hashed: 30 } }),
    ...answers,
  });
  await loadPreferences();
  while (way.canGoBack) back();
  replace({ screen: 'library' });
  closeFailure();
  main.forget();
  return main;
}

/** The app with one component shown, and everything there that comes of it at once. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- so Svelte itself says "whatever its properties are"
export async function show<Shown extends Component<any>>(
  component: Shown,
  props: ComponentProps<Shown>,
  answers: Answers,
  wish: Partial<Preferences> = {},
): Promise<Double> {
  const started = await given(answers, wish);
  render(component as Component, { props });
  await settled();
  return started;
}

/** Until nothing more comes of what was asked: answers have arrived and what they changed is on the page. */
export async function settled(): Promise<void> {
  for (let quiet = 0, seen = -1; quiet < 3;) {
    await tick();
    await new Promise((resolve) => soon(resolve));
    const calls = main?.calls.length ?? 0;
    quiet = calls === seen ? quiet + 1 : 0;
    seen = calls;
  }
}

/** A text of the catalogue in the language of the page. */
export const said = <Key extends MessageKey>(key: Key, ...params: Given<Key>): string =>
  inWords(sentence(key, ...params));

/** A sentence in the language of the page. */
export const inWords = (sentence: Sentence): string => say(sentence, i.language);

/** The same test in every language of the product. */
export function inEach(name: string, test: (language: Language) => Promise<void>): void {
  it.each(LANGUAGES)(`${name} (%s)`, test);
}

const following: (() => void)[] = [];

/** What was begun goes on until the test is over, as in the app until its window is closed. */
export const untilTheEnd = (stop: () => void): void => void following.push(stop);

/** Defects of the page that the main side or a person would run into, whatever the test looked at. */
function defects(): readonly string[] {
  const faults = [...(main?.faults ?? [])];
  if (notice.failure?.code === 'page-defect') faults.push(`a defect of the page was shown: ${notice.failure.details}`);
  cleanup();
  for (const stop of following.splice(0)) stop();
  if (main && main.listening() > 0) faults.push(`${main.listening()} still listen after their component is gone`);
  if (exporting.now) faults.push(`an ${exporting.now} has not ended: its bar would stand in every test that follows`);
  if (bringing.now)
    faults.push(`${bringing.now.name} is still being brought in: its bar would stand in the tests that follow`);
  if (watching() > 0) faults.push(`${watching()} observers still watch after their component is gone`);
  return faults;
}

/** What `after-each.ts` does after every test: nothing of it is left for the next one, and it left no defect. */
export function afterTest(): void {
  const found = defects();
  main = undefined;
  closeFailure();
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  expect(found).toEqual([]);
}
