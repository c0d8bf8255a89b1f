import { say, sentence, type Given, type Language, LANGUAGES, type MessageKey } from '../../assets/messages/say.ts';
import type { Messages } from '../../assets/messages/catalogue.ts';

/** A text of the catalogue in Chinese, as the page shows it: tests name what they expect by its key. */
export const zh = <Key extends MessageKey>(key: Key, ...given: Given<Key>): string =>
  say(sentence(key, ...given), 'zh');

/** A text of the catalogue in English. */
export const en = <Key extends MessageKey>(key: Key, ...given: Given<Key>): string =>
  say(sentence(key, ...given), 'en');

/** A text as part of a regular expression; a blank in it may be one that does not break. */
export const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&').replaceAll(' ', '\\s');

type Fill = string | number | RegExp;

/** What fills the places of a text that is looked for: nothing, or for every place a value or an expression. */
export type Fills<Key extends MessageKey> = [Messages[Key]] extends [never]
  ? []
  : [fills: Readonly<Record<Messages[Key], Fill>>];

/** A text of the catalogue in one language as the source of an expression: what fills a place may be one itself. */
function sourceOf(key: MessageKey, fills: Readonly<Record<string, Fill>>, language: Language): string {
  const given = Object.entries(fills);
  // A place for an expression is filled by a mark that no text holds, and the mark then by its expression.
  const mark = (at: number): string => String.fromCodePoint(0xe000 + at);
  const params = Object.fromEntries(given.map(([name, fill], at) => [name, fill instanceof RegExp ? mark(at) : fill]));
  // Whether a blank stands beside a place depends in Chinese on what fills it.
  const open = escaped(say({ key, params }, language)).replaceAll(
    /\\s(?=[\uE000-\uE0FF])|(?<=[\uE000-\uE0FF])\\s/gu,
    language === 'zh' ? '\\s?' : '\\s',
  );
  return given.reduce(
    (source, [, fill], at) => (fill instanceof RegExp ? source.replaceAll(mark(at), fill.source) : source),
    open,
  );
}

const inEither = <Key extends MessageKey>(key: Key, fills: Fills<Key>): string =>
  `(?:${LANGUAGES.map((language) => sourceOf(key, fills[0] ?? {}, language)).join('|')})`;

/** A text of the catalogue in either language, anywhere in what is looked at. */
export const said = <Key extends MessageKey>(key: Key, ...fills: Fills<Key>): RegExp =>
  new RegExp(inEither(key, fills), 'u');

/** What is this text of the catalogue in either language, and nothing more. */
export const saidWhole = <Key extends MessageKey>(key: Key, ...fills: Fills<Key>): RegExp =>
  new RegExp(`^\\s*${inEither(key, fills)}\\s*$`, 'u');

/** What begins with this text of the catalogue in either language. */
export const saidFirst = <Key extends MessageKey>(key: Key, ...fills: Fills<Key>): RegExp =>
  new RegExp(`^\\s*${inEither(key, fills)}`, 'u');

/** Any of several texts or patterns. */
export const anyOf = (...wanted: readonly (string | RegExp)[]): RegExp =>
  new RegExp(wanted.map((each) => (typeof each === 'string' ? escaped(each) : each.source)).join('|'), 'u');

/** Texts or patterns one after the other. */
export const inOrder = (...parts: readonly (string | RegExp)[]): RegExp =>
  new RegExp(parts.map((each) => (typeof each === 'string' ? escaped(each) : each.source)).join(''), 'u');
