import { chineseNumeral, enclosedNumeral, CHINESE_NUMERAL, letterNumeral, romanNumeral } from '../quantity/numerals.ts';
import { type ClauseNumber, N, number, type Parser } from './clause-number.ts';
import { dashed, decimal, mixed, tailed, UNIT_AFTER } from './path-numbers.ts';
import { chineseAnnex, chineseQuestion, chineseWord, englishWord, ordinal, otherWord } from './worded-numbers.ts';

const INTEGER = /^(\d{1,3}) ?([.、)])([.、](?!\d))?/;
const BARE_INTEGER = /^(\d{1,2})(?: ?[:–—-])? +(?=[\p{Lu}\p{Script=Han}“"「《【(])/u;
const BRACKETED_INTEGER = /^\( ?(\d{1,3}) ?\)[、.]?/;
const CHINESE = new RegExp(`^(${N}{1,5}) ?([、.]|:(?=\\S))`);
const BARE_CHINESE = new RegExp(`^(${N}{1,3}) +(?=\\S)`);
const BRACKETED_CHINESE = new RegExp(`^(\\( ?)?(${N}{1,4}) ?\\)[、.]?`);
const LETTER = /^([a-z]{1,5})([.)、])(?=\s|[\p{Script=Han}“"「《【(]|[A-Z][a-z]|$)/iu;
/** A full-width stop after a letter is the mark of an item, whatever follows: `a．H.264`. */
const WIDE_LETTER = /^([a-z]{1,2})(．)/i;
const BRACKETED_LETTER = /^\( ?([a-z]{1,5}|[A-Z]{1,5}) ?\)[、.]?/;

const HALF_WIDTH: Readonly<Record<string, string>> = {
  '．': '.',
  '（': '(',
  '）': ')',
  '　': ' ',
  '\u00a0': ' ',
  '：': ':',
  '，': ',',
  '；': ';',
  '\t': ' ',
};

/** The start of a line with full-width digits, letters and brackets made ASCII, unit for unit, so that offsets hold. */
function plainStart(text: string): string {
  return text
    .slice(0, 48)
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[．（）　\u00a0：，；\t]/g, (wide) => HALF_WIDTH[wide] ?? wide);
}

/**
 * What has no width, marks of emphasis without a partner, and a bullet, or a dash with a blank or a bracket behind it: they may stand
 * before a number and are none of it.
 */
const UNSEEN =
  /^(?:[\u200b-\u200d\u2060\ufeff]|\*{2,3}(?=\S)|[·•●▪‣◦○■□◆◇➢※] ?|[-–—*](?=[ （(]) ?)[\s\u200b-\u200d\u2060\ufeff]*/u;

/** Reads the number at the start of `text`, in any of the styles in use; undefined when there is none. */
export function parseNumber(text: string): ClauseNumber | undefined {
  const unseen = UNSEEN.exec(text)?.[0].length ?? 0;
  if (unseen === 0) return numberAt(text);
  const found = numberAt(text.slice(unseen));
  return found && behind(found, unseen);
}

/** The number of a text of which so many characters before it are none of it. */
const behind = ({ other, ...found }: ClauseNumber, before: number): ClauseNumber => ({
  ...found,
  length: found.length + before,
  ...(other && { other: behind(other, before) }),
});

function numberAt(text: string): ClauseNumber | undefined {
  const first = text.charCodeAt(0);
  // Most lines start with an ordinary Chinese character: `第`, `附`, `问题`, `步骤` and the numerals are the only ones that matter here.
  if (first >= 0x4e00 && first <= 0x9fff && !/^[第附问步]/.test(text) && !CHINESE_NUMERAL.includes(text.charAt(0)))
    return undefined;
  const start = plainStart(text);
  for (const parse of PARSERS) {
    const found = parse(start, text);
    if (found) return found;
  }
  return undefined;
}

const integer: Parser = (start, text) => {
  const match = INTEGER.exec(start);
  if (!match?.[1] || !match[2] || Number(match[1]) === 0) return undefined;
  const after = start.slice(match[0].length);
  if (match[2] === '.' && /^[a-z0-9]/.test(after)) return undefined;
  const weak = /^\d/.test(after) || Number(match[1]) > 99;
  const style = match[2] === ')' ? '1)' : match[2] === '、' ? '1、' : '1.';
  return number(text, match[0].length, match[1].length, { style, values: [Number(match[1])], weak });
};

const bareInteger: Parser = (start, text) => {
  const match = BARE_INTEGER.exec(start);
  if (!match?.[1] || match[1].startsWith('0') || UNIT_AFTER.test(start.slice(match[0].length))) return undefined;
  return number(text, match[0].length, match[1].length, { style: '1', values: [Number(match[1])], weak: true });
};

const bracketedInteger: Parser = (start, text) => {
  const match = BRACKETED_INTEGER.exec(start);
  if (!match?.[1] || Number(match[1]) === 0) return undefined;
  const close = start.indexOf(')') + 1;
  return number(text, match[0].length, close, { style: '(1)', values: [Number(match[1])], weak: false });
};

const enclosed: Parser = (start, text) => {
  const found = enclosedNumeral(start.charAt(0));
  if (!found) return undefined;
  const closer = /^.[、.:]?/u.exec(start)?.[0].length ?? 1;
  return number(text, closer, 1, { style: found.style, values: [found.value], weak: false });
};

const chinese: Parser = (start, text) => {
  const match = CHINESE.exec(start) ?? BARE_CHINESE.exec(start);
  if (!match?.[1]) return undefined;
  const value = chineseNumeral(match[1]);
  if (value === undefined || value === 0) return undefined;
  const after = start.slice(match[0].length);
  const weak = match[2] === undefined || match[2] === ':' || new RegExp(`^${N}{1,3}[、级方]`).test(after);
  return number(text, match[0].length, match[1].length, { style: '一、', values: [value], weak });
};

const bracketedChinese: Parser = (start, text) => {
  const match = BRACKETED_CHINESE.exec(start);
  if (!match?.[2]) return undefined;
  const value = chineseNumeral(match[2]);
  if (value === undefined || value === 0) return undefined;
  const [style, length] = match[1] === undefined ? ['一)', match[2].length] : ['(一)', start.indexOf(')') + 1];
  return number(text, match[0].length, length, { style, values: [value], weak: false });
};

const letter: Parser = (start, text) => {
  const bracketed = BRACKETED_LETTER.exec(start);
  const match = bracketed ?? LETTER.exec(start) ?? WIDE_LETTER.exec(text);
  const word = match?.[1];
  if (!match || !word) return undefined;
  const upper = /^[A-Z]+$/.test(word);
  if (!upper && !/^[a-z]+$/.test(word)) return undefined;
  const close = bracketed ? start.indexOf(')') + 1 : word.length;
  const form = (sample: string): string =>
    bracketed ? `(${sample})` : `${sample}${match[2] === ')' ? ')' : match[2] === '、' ? '、' : '.'}`;
  const reading = (value: number | undefined, sample: string): ClauseNumber | undefined =>
    value === undefined
      ? undefined
      : number(text, match[0].length, close, {
          style: form(upper ? sample.toUpperCase() : sample),
          values: [value],
          weak: !bracketed,
        });
  const asLetter = reading(letterNumeral(word), 'a');
  const asRoman = reading(romanNumeral(word), 'i');
  if (asLetter && asRoman) return { ...asLetter, other: asRoman };
  return asLetter ?? asRoman;
};

const PARSERS: readonly Parser[] = [
  chineseWord,
  chineseAnnex,
  englishWord,
  otherWord,
  ordinal,
  chineseQuestion,
  mixed,
  tailed,
  decimal,
  dashed,
  integer,
  bracketedInteger,
  enclosed,
  chinese,
  bracketedChinese,
  letter,
  bareInteger,
];
