import {
  beside as besideIn,
  type Joint,
  listed,
  say as sayIn,
  sentence,
  type Given,
  type MessageKey,
} from '../../assets/messages/say.ts';
import type { Sentence, Language } from '../../src-main/contract/views.ts';
import type { Preferences } from '../../src-main/contract/settings.ts';
import { call } from './client.svelte.ts';

let chosen = $state<Preferences>({ language: 'zh', theme: 'system', textSize: 100, panes: {}, handledBy: '' });

/** What the person chose. Read inside markup or `$derived`, so that it follows. */
export const i = {
  get preferences(): Preferences {
    return chosen;
  },
  get language(): Language {
    return chosen.language;
  },
};

/**
 * A text of the catalogue in the person's language, its places filled. Read inside markup or `$derived`, so that it
 * follows the choice.
 */
export function t<Key extends MessageKey>(key: Key, ...given: Given<Key>): string {
  return sayIn(sentence(key, ...given), chosen.language);
}

/** A sentence of the main side in the person's language. */
export const say = (sentence: Sentence): string => sayIn(sentence, chosen.language);

/** Texts one behind the other in a line of the person's language. */
export const beside = (...texts: readonly string[]): string => besideIn(chosen.language, ...texts);

/** A list in the person's language, with the mark that stands between its members there. */
export const list = (members: readonly string[], joint?: Joint): string => listed(members, chosen.language, joint);

/** A sentence that stands by itself, in a cell or as a value: in English it begins with a capital, but for a name that has none. */
export const sayAlone = (sentence: Sentence): string => {
  const said = say(sentence);
  return chosen.language === 'en' ? said.replace(/^\p{Ll}+(?=[\s,;:]|$)/u, (word) => capital(word)) : said;
};
const capital = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

/** What stands between two sentences in a line where they are drawn apart: a blank, in Chinese nothing. */
export const gap = (): string => listed(['', ''], chosen.language, 'sentences');

export async function loadPreferences(): Promise<void> {
  take(await call('settings.preferences', {}));
}

export async function choose(wish: Partial<Preferences>): Promise<void> {
  take(await call('settings.setPreferences', wish));
}

/** Widths are written when a drag ends; the page follows at once. */
export function choosePane(name: string, width: number): Promise<void> {
  return choose({ panes: { ...chosen.panes, [name]: Math.round(width) } });
}

/** The next form that asks who handles it begins with this name. */
export async function rememberHandler(name: string): Promise<void> {
  if (name !== '' && name !== chosen.handledBy) await choose({ handledBy: name });
}

function take(preferences: Preferences): void {
  chosen = preferences;
  document.documentElement.lang = say(sentence('format.language-tag'));
  document.documentElement.style.setProperty('--text-size', String(preferences.textSize / 100));
}
