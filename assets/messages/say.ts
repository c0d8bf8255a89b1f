/**
 * Sentences as values. A sentence is a key of the catalogue with what fills its places; it becomes text only where a person
 * reads it, in that person's language. Both sides of the process speak through this one function.
 *
 * The catalogue is `<language>/<room>.json`, key to text. In a text
 *   {name}          is replaced by the parameter, a number or text as it is, a sentence in the same language, a list joined
 *   {names:clauses} is a list joined by semicolons, {names:commas} by commas, {names:and} by commas with the word before the
 *                   last; {whys:sentences} one sentence after the other
 *   {day:padded}    is a number with at least two digits
 *   {n:grouped}     is a number with its thousands apart; {fee:money} is an amount as the language writes it, in yuan where the
 *                   sentence names no other currency
 *   {n:ordinal}     is which one in a row, in English: `6th`
 *   {kind:lower}    is a name within a sentence: without the capital that it has by itself, unless the capital is an acronym's
 *   {n|day|days}    is the first word when the parameter is 1 and the second one otherwise (Chinese texts need none)
 * `catalogue.ts` beside this file is generated from the texts (`.config/messages.mjs`): a missing key, a missing language or
 * a parameter that one language lacks fails the build, and a wrong key or parameter does not compile.
 */
import { CATALOGUES, type Language, LANGUAGES, type Messages } from './catalogue.ts';
import { clauseWords } from './clause-words.ts';

export { LANGUAGES };
export type { Language };
export type MessageKey = keyof Messages;

/** What fills a place of a text. */
export type Param = string | number | Sentence | Words | readonly Param[];

/** A sentence, not yet said in any language. */
export interface Sentence {
  readonly key: MessageKey;
  readonly params?: Readonly<Record<string, Param>>;
  /** What its amounts are in, and those of the sentences in it: a code of `names.currency`. Absent: yuan. */
  readonly currency?: string;
}

/** A sentence as it was said, in both languages: what records keep, so that later wording never changes them. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** What must be given with a key: nothing, or a value for every place of its text. */
export type Given<Key extends MessageKey> = [Messages[Key]] extends [never]
  ? []
  : [params: Readonly<Record<Messages[Key], Param>>];

/** Makes a sentence; the parameters that its text asks for must be given, and no others. */
export function sentence<Key extends MessageKey>(key: Key, ...given: Given<Key>): Sentence {
  const [params] = given;
  return params === undefined ? { key } : { key, params };
}

/** What stands between the members of a list, in each language, and before its last one where that is another. */
const JOINTS: Readonly<Record<Joint, Readonly<Record<Language, string>>>> = {
  words: { zh: '、', en: ', ' },
  sentences: { zh: '', en: ' ' },
  clauses: { zh: '；', en: '; ' },
  commas: { zh: '，', en: ', ' },
  and: { zh: '、', en: ', ' },
};
const LAST_JOINT: Readonly<Partial<Record<Joint, Readonly<Record<Language, string>>>>> = {
  and: { zh: '和', en: ' and ' },
};
/** How a list is joined: as words, sentences one after the other, clauses, clauses of one sentence, or words with “and”. */
export type Joint = 'words' | 'sentences' | 'clauses' | 'commas' | 'and';

/** The members of a list as a language joins them: the one place that knows which mark stands between them. */
export function listed(members: readonly string[], language: Language, joint: Joint = 'words'): string {
  const between = JOINTS[joint][language];
  const last = LAST_JOINT[joint]?.[language] ?? between;
  return members.reduce(
    (said, member, at) => said + (at === 0 ? '' : at < members.length - 1 ? between : last) + member,
    '',
  );
}

/** The text of a sentence, or of words that were frozen before. @param within what amounts are in where the sentence does not say */
export function say(said: Sentence | Words, language: Language, within?: string): string {
  // Words frozen before a language was there are said in English.
  if ('zh' in said) return (said as Partial<Record<Language, string>>)[language] ?? said.en;
  const { key, params = {}, currency = within } = said;
  const text = clausesNamed(CATALOGUES[language][key], params);
  let told = '';
  let end = 0;
  for (const place of text.matchAll(PLACE)) {
    told = joined(told, text.slice(end, place.index), language);
    const [all, name = '', form, one, many] = place;
    const param = params[name];
    if (param === undefined) throw new Error(`the sentence ${key} lacks ${name}`);
    const filled =
      one === undefined
        ? inForm(param, form as Form | undefined, language, currency)
        : ((param === 1 || param === '1' ? one : many) ?? '');
    told = joined(told, filled, language, blankBefore(text, place.index));
    end = place.index + all.length;
  }
  return joined(told, text.slice(end), language);
}

/** Whether a place has a blank before it, and whether that is all that stands between it and the place before. */
const blankBefore = (text: string, at: number): 'own' | 'between' | undefined =>
  text[at - 1] === ' ' ? (text[at - 2] === '}' ? 'between' : 'own') : undefined;

/** How a place is filled. */
type Form = Joint | 'padded' | 'grouped' | 'money' | 'lower' | 'ordinal';

function inForm(param: Param, form: Form | undefined, language: Language, currency: string | undefined): string {
  if (form === 'padded') return sayParam(param, language, currency).padStart(2, '0');
  if (form === 'grouped') return grouped(sayParam(param, language, currency));
  if (form === 'money') return say(amount(param, currency), language);
  if (form === 'ordinal') return ordinal(sayParam(param, language, currency));
  if (form === 'lower') return inSentence(sayParam(param, language, currency));
  return sayParam(param, language, currency, form);
}

const ORDINALS = new Intl.PluralRules('en', { type: 'ordinal' });
const ORDINAL_ENDS: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> = { one: 'st', two: 'nd', few: 'rd' };

/** `1st`, `2nd`, `11th`; what is no whole number stays as it is. */
const ordinal = (number: string): string =>
  /^\d+$/.test(number) ? `${number}${ORDINAL_ENDS[ORDINALS.select(Number(number))] ?? 'th'}` : number;

/** A name as it stands within a sentence: `Late fee` → `late fee`; `VAT rate` and `AI use` stay. */
const inSentence = (name: string): string => name.replace(/^[A-Z](?=[a-z])/u, (initial) => initial.toLowerCase());

/** Marks that have their room in themselves: none stands beside a blank. */
const FULL_WIDTH = /[，。；：、！？（）《》【】〔〕「」“”‘’…]/u;
/** Marks that have a blank on both sides. */
const APART = /[·→+/|]/u;
const HAN = /\p{Script=Han}/u;

/**
 * A text and what follows it in a sentence. In Chinese a blank stands between Chinese and Latin letters or figures alone; whether the
 * one at this seam belongs there shows only now. Blanks within what fills a place stay as they are.
 * @param blank the text ends with a blank of the sentence; `between`: of nothing else, it keeps two things apart
 */
function joined(text: string, more: string, language: Language, blank?: 'own' | 'between'): string {
  if (language !== 'zh' || text === '' || more === '') return text + more;
  const words = blank !== 'between' && more !== ' ';
  if (blank !== undefined && text.endsWith(' '))
    return needless(text.at(-2), more, words) ? text.slice(0, -1) + more : text + more;
  return more.startsWith(' ') && needless(text.at(-1), more.slice(1), words) ? text + more.slice(1) : text + more;
}

/** Texts one behind the other in a line, each with a blank before it where the language has one there. */
export const beside = (language: Language, ...texts: readonly string[]): string =>
  texts
    .filter((text) => text !== '')
    .reduce((line, text) => (line === '' ? text : joined(`${line} `, text, language, 'between')), '');

/** A day and its weekday are two words, which stand apart. */
const needless = (before = '', after = '', words = true): boolean =>
  (!APART.test(before + (after[0] ?? '')) && (FULL_WIDTH.test(before) || FULL_WIDTH.test(after[0] ?? ''))) ||
  (words && HAN.test(before) && HAN.test(after[0] ?? '') && !(before === '日' && /^周[一二三四五六日]/u.test(after)));

/** An amount with what it is in. @param currency a code of `names.currency`; absent: yuan */
export function amount(n: Param, currency?: string): Sentence {
  if (currency === undefined || currency === 'CNY') return { key: 'format.quantity.money', params: { n } };
  return { key: 'format.money-in', params: { n, currency: currencyName(currency) } };
}

/** What a currency is called beside an amount, by its code; what is no code that is known stays as it is written. */
export function currencyName(currency: string): Sentence {
  const key = `names.currency.${currency}`;
  return Object.hasOwn(CATALOGUES.zh, key) ? { key: key as MessageKey } : asWritten(currency);
}

/** The code of a currency that is written as it is called in either language, or by its code; what is called nothing like that stays. */
export function currencyCalled(written: string): string {
  const said = written.trim();
  const code = CURRENCY_CODES.find(
    (each) => each === said.toUpperCase() || LANGUAGES.some((language) => say(currencyName(each), language) === said),
  );
  return code ?? (/^(?:人民币|RMB)$/iu.test(said) ? 'CNY' : said);
}

/** What stands beside an amount of a currency: `元`, `USD`; that the agreement says it, where it names several. */
export function currencyUnit(currency = 'CNY'): Sentence {
  if (currency === 'several') return { key: 'term.currency.several' };
  return currencyName(currency);
}

const CURRENCY = 'names.currency.';
const CURRENCY_CODES = Object.keys(CATALOGUES.zh).flatMap((key) =>
  key.startsWith(CURRENCY) ? key.slice(CURRENCY.length) : [],
);

/** A sentence frozen in both languages, for what is stored or leaves the app. */
export function words(said: Sentence | Words): Words {
  return { zh: say(said, 'zh'), en: say(said, 'en') };
}

/**
 * A clause in a sentence is called as its agreement numbers it (`clauseWords`): `第四条` without blanks where others are `第 7.4 条`, `Annex 2`.
 * Only the place in the text is looked at, so that quoted words stay as they are.
 */
function clausesNamed(text: string, params: Readonly<Record<string, Param>>): string {
  return text.replaceAll(
    /第 \{([A-Za-z][A-Za-z0-9]*)\} 条|\b([Cc])lause \{([A-Za-z][A-Za-z0-9]*)\}/g,
    (place, inChinese: string | undefined, initial: string | undefined, inEnglish: string) => {
      const number = params[inChinese ?? inEnglish];
      if (typeof number !== 'string' || number.trim() === '' || /[{}]/u.test(number)) return place;
      const called = clauseWords(number, inChinese === undefined ? 'en' : 'zh');
      return initial === 'C' ? called.charAt(0).toUpperCase() + called.slice(1) : called;
    },
  );
}

/** Thousands apart: `12,345.60`. What is no decimal number stays as it is. */
const grouped = (number: string): string =>
  /^-?\d+(?:\.\d+)?$/.test(number) ? number.replace(/(?<!\.\d*)\B(?=(\d{3})+(?!\d))/g, ',') : number;

const PLACE =
  /\{([A-Za-z][A-Za-z0-9]*)(?::(words|sentences|clauses|commas|and|padded|grouped|money|lower|ordinal))?(?:\|([^|{}]*)\|([^|{}]*))?\}/g;

function sayParam(param: Param, language: Language, currency: string | undefined, joint: Joint = 'words'): string {
  if (typeof param === 'string') return param;
  if (typeof param === 'number') return String(param);
  if (isList(param))
    return listed(
      param.map((member) => sayParam(member, language, currency)),
      language,
      joint,
    );
  return say(param, language, currency);
}

const isList = (param: Param): param is readonly Param[] => Array.isArray(param);

/** Whether a value is a sentence of the catalogue: a known key, with parameters or without, and nothing else. */
export function isSentence(value: unknown): value is Sentence {
  if (typeof value !== 'object' || value === null || !('key' in value) || typeof value.key !== 'string') return false;
  const others = Object.keys(value).filter((name) => name !== 'key' && name !== 'params' && name !== 'currency');
  return others.length === 0 && Object.hasOwn(CATALOGUES.zh, value.key);
}

/** A name or text as somebody else wrote it, the same in every language. */
export function asWritten(text: string): Sentence {
  return sentence('format.as-written', { text });
}
