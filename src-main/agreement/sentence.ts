import { type Param, type Sentence as Keyed, words, type Words } from '../../assets/messages/say.ts';

export {
  amount,
  asWritten,
  beside,
  currencyCalled,
  currencyName,
  currencyUnit,
  isSentence,
  LANGUAGES,
  listed,
  say,
  sentence,
  words,
} from '../../assets/messages/say.ts';
export { stateWord } from '../../assets/messages/state-words.ts';
export type { Language, MessageKey, Param, Words } from '../../assets/messages/say.ts';

/** A sentence for a person: a key of the catalogue, or words that were frozen before. Say it where a person reads it. */
export type Sentence = Keyed | Words;

/** A name as it stands inside an English sentence: its capital goes, unless the word is all capitals (VAT, AI). */
export function inSentence(name: Sentence): Words {
  const { zh, en } = words(name);
  return { zh, en: /^[A-Z][a-z]/u.test(en) ? en.charAt(0).toLowerCase() + en.slice(1) : en };
}

/** Words of a clause as one line; the cells of a table stand apart by the comma of their own language. */
export const inOneLine = (quote: string): string =>
  quote.trim().replace(/\s*[\t\n]\s*/gu, /\p{Script=Han}/u.test(quote) ? '，' : ', ');

/** Words of a clause beside each other: Chinese ones stand apart by their own mark, also in an English sentence. */
export const quotedWords = (quoted: readonly string[]): Param =>
  quoted.every((word) => /\p{Script=Han}/u.test(word)) ? quoted.join('、') : quoted;

/** One step of a computed date or amount: what was done, and the clause, statute article or calendar row it rests on. */
export interface WorkingStep {
  readonly text: Sentence;
  /** Clause of the agreement, as id and number as written. */
  readonly clause?: { readonly id?: string; readonly number?: string; readonly quote?: string };
  /** Statute article, e.g. `民法典第203条`. */
  readonly statute?: Sentence;
  /** Row of a shipped calendar, e.g. `2026-10-01 国庆节`. */
  readonly calendar?: Sentence;
}
