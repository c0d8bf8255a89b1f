import { chineseNumeral } from './numerals.ts';
import { plain } from '../meaning/sentences.ts';

/** Numbers as agreements write them in running text: `30`, `三十`, `三十（30）`, `thirty (30)`, `半`, `1,000.50`, `九十九点九五`. */

const EN_UNITS = [
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  ...['eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'],
];
const EN_TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const EN_ORDINALS = [
  ...['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'],
  ...['eleventh', 'twelfth', 'thirteenth', 'fourteenth', 'fifteenth', 'sixteenth', 'seventeenth', 'eighteenth'],
  ...['nineteenth', 'twentieth', 'twenty-first', 'twenty-second', 'twenty-third', 'twenty-fourth', 'twenty-fifth'],
  ...['twenty-sixth', 'twenty-seventh', 'twenty-eighth', 'twenty-ninth', 'thirtieth', 'thirty-first'],
];

/** Longer word first, so that `fourteen` is not read as `four`. */
const longestFirst = (words: readonly string[]): string => words.toReversed().join('|');

const DIGITS = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const ZH = '[〇零一二两三四五六七八九十廿卅百千万壹贰叁肆伍陆柒捌玖拾佰仟]{1,12}(?:点[〇零一二三四五六七八九]{1,6})?';
const EN_TENS_WORD = `(?:${EN_TENS.slice(2).join('|')})(?:[- ](?:${longestFirst(EN_UNITS.slice(1, 10))}))?`;
const EN_SMALL = `(?:${EN_TENS_WORD}|${longestFirst(EN_UNITS.slice(1))})`;
const EN = String.raw`\b${EN_SMALL}(?:[- ]hundred(?: (?:and )?${EN_SMALL})?)?\b`;

/** A number that is written twice, in words and in digits. */
const TWICE = `(?:${ZH}|${EN})\\s?[（(]\\s?(?:${DIGITS})\\s?[)）]|(?:${DIGITS})\\s?[（(]\\s?(?:${ZH}|${EN})\\s?[)）]|${ZH}\\s?[（(]\\s?${ZH}\\s?[)）]`;

/** Source of a regular expression for one number; use with the flags `iu`. Holds no capturing group. */
export const NUMBER = `(?:${TWICE}|${DIGITS}|${ZH}|${EN})`;

/** Source of a regular expression for an English ordinal: `fifth`, `5th`, `fifth (5th)`. */
export const EN_ORDINAL = String.raw`(?:(?:${longestFirst(EN_ORDINALS.slice(1))})(?:\s?\(\s?\d{1,2}(?:st|nd|rd|th)?\s?\))?|\d{1,2}(?:st|nd|rd|th)(?:\s?\([a-z]+\))?)`;

function chineseNumber(text: string): number | undefined {
  if (text === '半') return 0.5;
  const [whole = '', fraction] = text.split('点');
  const [myriads, rest] = whole.includes('万')
    ? [whole.split('万')[0] ?? '', whole.split('万')[1] ?? '']
    : [undefined, whole];
  const below = rest === '' && myriads !== undefined ? 0 : chineseNumeral(rest);
  const above = myriads === undefined ? 0 : chineseNumeral(myriads);
  if (below === undefined || above === undefined) return undefined;
  const value = above * 10_000 + below;
  if (fraction === undefined) return value;
  const digits = [...fraction].map((digit) => chineseNumeral(digit));
  return digits.includes(undefined) ? undefined : Number(`${value}.${digits.join('')}`);
}

function englishNumber(text: string): number | undefined {
  let total = 0;
  for (const word of text.toLowerCase().split(/[\s-]+/u)) {
    const unit = EN_UNITS.indexOf(word);
    const ten = EN_TENS.indexOf(word, 2);
    const ordinal = EN_ORDINALS.indexOf(word, 1);
    if (word === 'hundred') total = Math.max(1, total) * 100;
    else if (unit >= 0) total += unit;
    else if (ten >= 0) total += ten * 10;
    else if (ordinal >= 0) total += ordinal;
    else if (word !== 'and') return undefined;
  }
  return total;
}

function plainNumber(text: string): number | undefined {
  const written = plain(text).trim();
  const digits = /^(\d[\d,]*(?:\.\d+)?)(?:st|nd|rd|th)?$/iu.exec(written);
  if (digits?.[1] !== undefined) return Number(digits[1].replaceAll(',', ''));
  return chineseNumber(written) ?? englishNumber(written);
}

/**
 * Value of a number in any notation. A number written twice, `三十（30）` or `thirty (30)`, must say the same twice:
 * where the two disagree the text states no value and the answer is undefined.
 */
export function readNumber(text: string): number | undefined {
  const halves = /^([^（(]+?)\s?[（(]([^（(]+?)[)）]$/u.exec(text.trim());
  if (halves?.[1] === undefined || halves[2] === undefined) return plainNumber(text);
  const first = plainNumber(halves[1]);
  return first === plainNumber(halves[2]) ? first : undefined;
}

/** A number that is written twice and says two things: `thirty (60)`, `三十（60）`, `99.9% (99.95%)`. */
export interface Contradiction {
  readonly words: string;
  /** What stands first and what stands in the brackets. */
  readonly values: readonly [number, number];
}

const SAID_TWICE = new RegExp(
  [
    TWICE,
    `百分之(?:${ZH}|${DIGITS})\\s?[（(]\\s?(?:${DIGITS})\\s?[%％]\\s?[)）]`,
    `(?:${DIGITS})\\s?[%％]\\s?[（(]\\s?百分之(?:${ZH})\\s?[)）]`,
    `(?:${DIGITS})\\s?(?:[%％]|per\\s?cent)\\s?[（(]\\s?(?:${DIGITS})\\s?(?:[%％]|per\\s?cent)\\s?[)）]`,
    `${EN}\\sper\\s?cent\\s?\\(\\s?(?:${DIGITS})\\s?%\\s?\\)`,
  ].join('|'),
  'giu',
);
/** A share in words of a ten-thousandth, a thousandth or a hundredth, with the same in signs behind it: `万分之三（0.05%）`. */
const SHARE_TWICE = new RegExp(`([万千百])分之(${ZH}|${DIGITS})\\s?[（(]\\s?(${DIGITS})\\s?([%％‰])\\s?[)）]`, 'giu');
const PERCENT_MARKS = /百分之|[%％]|\sper\s?cent/giu;

/** Every number of the words that is written twice and says two things. */
export function contradictions(text: string): readonly Contradiction[] {
  return [...numbersTwice(text), ...sharesTwice(text)];
}

/** Of shares of ten thousand and of a thousand, which are kept per mille. */
function sharesTwice(text: string): readonly Contradiction[] {
  return [...text.matchAll(SHARE_TWICE)].flatMap(([words, of, written = '', digits = '', sign]) => {
    const [first, second] = [plainNumber(written), plainNumber(digits)];
    if (of === '百' || first === undefined || second === undefined) return [];
    const perMille = (value: number): number => Number(value.toPrecision(12));
    const values = [perMille(of === '万' ? first / 10 : first), perMille(sign === '‰' ? second : second * 10)] as const;
    return values[0] === values[1] ? [] : [{ words, values }];
  });
}

function numbersTwice(text: string): readonly Contradiction[] {
  return [...text.matchAll(SAID_TWICE)].flatMap(([words]): readonly Contradiction[] => {
    const halves = words.replaceAll(PERCENT_MARKS, '').split(/[（()）]/u);
    const [first, second] = halves.map((half) => plainNumber(half));
    return first === undefined || second === undefined || first === second ? [] : [{ words, values: [first, second] }];
  });
}

/** A figure in words before its unit (百分之十五, 两天, ten percent, three times, thirty (30) days); the groups are the number. */
const IN_WORDS = new RegExp(
  `百分之(${NUMBER})|(?<![第\\d.])(${NUMBER})(?=\\s?(?:个)?(?:自然|日历)?(?:天|日|小时)|\\s(?:per\\s?cent|times|days?|hours?)\\b)`,
  'giu',
);

/**
 * The same text with figures in words made digits (`百分之十五` → `15  %`), each as long as it was, so that every offset stays.
 * A figure that has no room for its digits is left as it is.
 */
export function inDigits(text: string): string {
  return text.replace(IN_WORDS, (written: string, percent: string | undefined, counted: string | undefined) => {
    const value = readNumber(percent ?? counted ?? '');
    const mark = percent === undefined ? '' : '%';
    const room = written.length - mark.length;
    return value === undefined || String(value).length > room ? written : String(value).padEnd(room) + mark;
  });
}
