import { say, sentence, type Given, type MessageKey } from '../../assets/messages/say.ts';

/** A text of the catalogue in Chinese, as the page shows it: tests name what they look for by its key. */
export const zh = <Key extends MessageKey>(key: Key, ...given: Given<Key>): string =>
  say(sentence(key, ...given), 'zh');

/** A text of the catalogue in English. */
export const en = <Key extends MessageKey>(key: Key, ...given: Given<Key>): string =>
  say(sentence(key, ...given), 'en');

/** A text as part of a regular expression. */
export const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
