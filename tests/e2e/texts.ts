import { say, sentence, type Given, type MessageKey } from '../../assets/messages/say.ts';
import type { Messages } from '../../assets/messages/catalogue.ts';

/** A text of the catalogue in Chinese, as the page shows it: tests name what they look for by its key. */
export const zh = <Key extends MessageKey>(key: Key, ...given: Given<Key>): string =>
  say(sentence(key, ...given), 'zh');

/** A text of the catalogue in English. */
export const en = <Key extends MessageKey>(key: Key, ...given: Given<Key>): string =>
  say(sentence(key, ...given), 'en');

/** A text as part of a regular expression. */
export const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

type Fill = string | number | RegExp;

/** A Chinese text of the catalogue as a regular expression: what fills a place may be one itself. */
export function like<Key extends MessageKey>(key: Key, fills: Readonly<Record<Messages[Key], Fill>>): RegExp {
  const given = Object.entries<Fill>(fills);
  // Every place is filled by a mark that no text holds, and the mark then by its expression.
  const mark = (at: number): string => String.fromCodePoint(0xe000 + at);
  const params = Object.fromEntries(given.map(([name], at) => [name, mark(at)]));
  const text = say({ key, params }, 'zh');
  const source = given.reduce(
    (pattern, [, fill], at) =>
      pattern.replaceAll(mark(at), fill instanceof RegExp ? fill.source : escaped(String(fill))),
    escaped(text),
  );
  return new RegExp(source, 'u');
}

/** Any of several texts or patterns. */
export const anyOf = (...wanted: readonly (string | RegExp)[]): RegExp =>
  new RegExp(wanted.map((each) => (typeof each === 'string' ? escaped(each) : each.source)).join('|'), 'u');
