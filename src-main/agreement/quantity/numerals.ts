const CHINESE_DIGITS: Readonly<Record<string, number>> = {
  ...{ 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
  ...{ 壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9 },
};
const CHINESE_UNITS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };

/** Characters of a Chinese numeral below ten thousand, for use inside a character class. */
export const CHINESE_NUMERAL = '零〇一二两三四五六七八九十廿卅百千壹贰叁肆伍陆柒捌玖拾佰仟';

/** Twenty and thirty in one character each, written out. */
const SHORT_TENS: Readonly<Record<string, string>> = { 廿: '二十', 卅: '三十' };

/** `十三` → 13, `一百零二` → 102, `廿四` → 24, `二〇二三` → 2023; undefined when it is no numeral (`十十`, `百一二`). */
export function chineseNumeral(written: string): number | undefined {
  const text = written.replaceAll(/[廿卅]/gu, (ten) => SHORT_TENS[ten] ?? ten);
  if (text === '') return undefined;
  if (![...text].some((character) => character in CHINESE_UNITS)) return digitByDigit(text);
  let total = 0;
  let digit: number | undefined;
  let unitBefore = Infinity;
  for (const character of text) {
    const unit = CHINESE_UNITS[character];
    if (unit === undefined) {
      const value = CHINESE_DIGITS[character];
      if (value === undefined || (digit !== undefined && digit !== 0)) return undefined;
      digit = value;
    } else {
      if (unit >= unitBefore) return undefined;
      total += (digit === undefined || (digit === 0 && unit === 10) ? 1 : digit) * unit;
      unitBefore = unit;
      digit = undefined;
    }
  }
  return total + (digit ?? 0);
}

function digitByDigit(text: string): number | undefined {
  const digits = [...text].map((character) => CHINESE_DIGITS[character]);
  return digits.includes(undefined) ? undefined : Number(digits.join(''));
}

const ROMAN = /^m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/i;
const ROMAN_VALUES: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

/** `iv` → 4, `XII` → 12; undefined when it is no well-formed roman numeral. */
export function romanNumeral(text: string): number | undefined {
  if (text === '' || !ROMAN.test(text)) return undefined;
  const values = [...text.toLowerCase()].map((letter) => ROMAN_VALUES[letter] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}

/** `a` → 1, `z` → 26, `aa` → 27, `bb` → 28 (doubled letters after z); undefined for other words. */
export function letterNumeral(text: string): number | undefined {
  const lower = text.toLowerCase();
  if (!/^([a-z])\1?$/.test(lower)) return undefined;
  return lower.charCodeAt(0) - 96 + (lower.length === 2 ? 26 : 0);
}

const ENGLISH_ORDINALS =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'.split(' ');

/** `Two` → 2, up to fifteen; undefined for other words. */
export function englishNumeral(text: string): number | undefined {
  const index = ENGLISH_ORDINALS.indexOf(text.toLowerCase());
  return index < 0 ? undefined : index + 1;
}

/** First code point, last code point, value of the first: single characters that are a number with its punctuation. */
const ENCLOSED: readonly (readonly [first: number, last: number, value: number, style: string])[] = [
  [0x2460, 0x2473, 1, '①'],
  [0x2474, 0x2487, 1, '⑴'],
  [0x2488, 0x249b, 1, '⒈'],
  [0x249c, 0x24b5, 1, '⒜'],
  [0x24b6, 0x24cf, 1, 'Ⓐ'],
  [0x24d0, 0x24e9, 1, 'ⓐ'],
  [0x2776, 0x277f, 1, '❶'],
  [0x2780, 0x2789, 1, '①'],
  [0x3220, 0x3229, 1, '㈠'],
  [0x3280, 0x3289, 1, '㊀'],
  [0x3251, 0x325f, 21, '①'],
  [0x32b1, 0x32bf, 36, '①'],
  [0x2160, 0x216b, 1, 'Ⅰ'],
  [0x2170, 0x217b, 1, 'ⅰ'],
];

/** `①` → 1, `㉑` → 21, `㈠` → 1, `Ⅳ` → 4, with the style they belong to. */
export function enclosedNumeral(character: string): { readonly value: number; readonly style: string } | undefined {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x2160 || code > 0x32bf) return undefined;
  const row = ENCLOSED.find(([first, last]) => code >= first && code <= last);
  return row && { value: row[2] + code - row[0], style: row[3] };
}
