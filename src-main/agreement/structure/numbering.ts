import {
  CHINESE_NUMERAL,
  chineseNumeral,
  enclosedNumeral,
  englishNumeral,
  letterNumeral,
  romanNumeral,
} from '../quantity/numerals.ts';

/** A number found at the start of a line. Whether it is one of a clause may still depend on its neighbours. */
export interface ClauseNumber {
  /** As written, without closing punctuation. */
  readonly raw: string;
  /** Numbers of one style count together: `第条`, `一、`, `(一)`, `1.`, `(1)`, `1.1`, `(a)`, `(i)`, `Section` … */
  readonly style: string;
  /** `3.1.2` → [3, 1, 2]; other styles have one value. */
  readonly values: readonly number[];
  /** Characters from the start of the line to the first word after the number. */
  readonly length: number;
  /** Counts only when a neighbour continues it. */
  readonly weak: boolean;
  /** Another reading of the same mark: a letter that is also a roman numeral, `1.30` that is `1.` before `30`. */
  readonly other?: ClauseNumber;
}

const N = `[${CHINESE_NUMERAL}]`;
const CHINESE_WORD = new RegExp(`^第 {0,2}(\\d{1,4}|${N}{1,7}) {0,2}(编|部分|篇|章|节|条|款|项)(?:之(${N}{1,2}))?`);
const CHINESE_ANNEX = new RegExp(`^(附件|附录|附表) {0,2}(\\d{1,3}|${N}{1,4}|[A-Z](?![A-Za-z]))`);
const ENGLISH_WORD =
  /^(article|section|chapter|part|clause|exhibit|schedule|annex|appendix|attachment|§) {0,2}(\d{1,3}(?:\.\d{1,3}){0,6}|[ivxlc]{1,7}|[a-z]|[a-z]{3,8})(?:-(\d{1,3}))?(?![a-z0-9])/i;
const DECIMAL = /^(\d{1,3}(?:(?: \. ?|\.)\d{1,3})+)(?!\d)( ?[.、)])?/;
const INTEGER = /^(\d{1,3}) ?([.、)])([.、](?!\d))?/;
const BARE_INTEGER = /^(\d{1,2}) +(?=[\p{Lu}\p{Script=Han}“"「《【(])/u;
const BRACKETED_INTEGER = /^\( ?(\d{1,3}) ?\)[、.]?/;
const CHINESE = new RegExp(`^(${N}{1,5}) ?([、.]|:(?=\\S))`);
const BARE_CHINESE = new RegExp(`^(${N}{1,3}) +(?=\\S)`);
const BRACKETED_CHINESE = new RegExp(`^(\\( ?)?(${N}{1,4}) ?\\)[、.]?`);
const LETTER = /^([a-z]{1,5})([.)、])(?=\s|[\p{Script=Han}“"「《【(]|[A-Z][a-z]|$)/iu;
/** A full-width stop after a letter is the mark of an item, whatever follows: `a．H.264`. */
const WIDE_LETTER = /^([a-z]{1,2})(．)/i;
const BRACKETED_LETTER = /^\( ?([a-z]{1,5}|[A-Z]{1,5}) ?\)[、.]?/;

/** What follows a reference to a clause, not its own number: `第三条约定的`, `4.3条、4.4条`. */
const CHINESE_REFERENCE = /^(?:约定|规定|所述|所列|所|的|中|之|及|和|与|或|至|到|第|款|项下?|内|以[上下]|等|[,。;)、])/;
const DECIMAL_REFERENCE = /^(?:条[^款]|条$|款[、,]|项[、,]|章|节[、,]|[、至和及与到~～,;] ?\d)/;
const ANNEX_REFERENCE = /^(?:的|中|所|规定|约定|为|及|和|与|是|或|至|等|内|[,。;、)]|-\d)/;
const FIGURE_AFTER = /^ ?[%‰°℃℉=×/_~]|^-[0-9a-z]|^:\d/i;
/** Glued to a figure these make it a measure; a clause may still begin with them (`1.1个人信息`). */
const UNIT_AFTER =
  /^ ?(?:[个日天年月周秒元万亿次倍名人份页级版折分米台家点]|以[上下]|小时|分钟|[kmgt]?b(?:ps)?\b|days?\b|hours?\b|months?\b|years?\b|percent\b|million\b|billion\b|times\b|ms\b)/i;

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

/** Reads the number at the start of `text`, in any of the styles in use; undefined when there is none. */
export function parseNumber(text: string): ClauseNumber | undefined {
  const first = text.charCodeAt(0);
  // Most lines start with an ordinary Chinese character: `第`, `附` and the numerals are the only ones that matter here.
  if (first >= 0x4e00 && first <= 0x9fff && !/^[第附]/.test(text) && !CHINESE_NUMERAL.includes(text.charAt(0)))
    return undefined;
  const start = plainStart(text);
  for (const parse of PARSERS) {
    const found = parse(start, text);
    if (found) return found;
  }
  return undefined;
}

type Parser = (start: string, text: string) => ClauseNumber | undefined;

/** `consumed` characters of `text` are number and punctuation; blanks after them go too. */
function number(
  text: string,
  consumed: number,
  rawLength: number,
  rest: Pick<ClauseNumber, 'style' | 'values' | 'weak'> & { readonly other?: ClauseNumber | undefined },
): ClauseNumber {
  const { other, ...own } = rest;
  const blank = /^[\s\u3000]*/.exec(text.slice(consumed))?.[0].length ?? 0;
  const raw = text.slice(0, rawLength).trim();
  return { raw, length: consumed + blank, ...own, ...(other && { other }) };
}

const chineseWord: Parser = (start, text) => {
  const match = CHINESE_WORD.exec(start);
  if (!match?.[1] || !match[2]) return undefined;
  const value = /\d/.test(match[1]) ? Number(match[1]) : chineseNumeral(match[1]);
  const after = start.slice(match[0].length);
  if (value === undefined || (match[3] === undefined && CHINESE_REFERENCE.test(after))) return undefined;
  const closer = /^ ?[:、.]?/.exec(after)?.[0].length ?? 0;
  const weak = match[2] === '款' || match[2] === '项' || (after !== '' && !/^[\s:、.《“【(]/.test(after));
  return number(text, match[0].length + closer, match[0].length, { style: `第${match[2]}`, values: [value], weak });
};

const chineseAnnex: Parser = (start, text) => {
  const match = CHINESE_ANNEX.exec(start);
  if (!match?.[2]) return undefined;
  const after = start.slice(match[0].length);
  if (ANNEX_REFERENCE.test(after)) return undefined;
  const value = /\d/.test(match[2]) ? Number(match[2]) : (chineseNumeral(match[2]) ?? letterNumeral(match[2]));
  if (value === undefined) return undefined;
  const closer = /^ ?[:、.—–-]{0,2}/.exec(after)?.[0].length ?? 0;
  return number(text, match[0].length + closer, match[0].length, { style: '附件', values: [value], weak: false });
};

const englishWord: Parser = (start, text) => {
  const match = ENGLISH_WORD.exec(start);
  if (!match?.[1] || !match[2]) return undefined;
  const word = match[1].toLowerCase();
  const isAnnex = /^(?:exhibit|schedule|annex|appendix|attachment)$/.test(word);
  if (match[1].charAt(0) !== match[1].charAt(0).toUpperCase() && word !== '§') return undefined;
  const values = englishFigure(match[2], isAnnex);
  const after = start.slice(match[0].length);
  // "Section 4.2 applies" is a reference; a heading or a sentence of its own starts with a capital or after a stop.
  const heads = /^(?: ?[.:)–—-]+(?: |$|\p{Lu})| *$| +[\p{Lu}\p{Script=Han}“"(\d])/u.test(after);
  if (!values || !heads || /^ +(?:and|or|of|to) /i.test(after)) return undefined;
  const closer = /^ ?[.:)–—-]*/.exec(after)?.[0].length ?? 0;
  const style = isAnnex ? 'Annex' : values.length > 1 ? '1.1' : `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
  const weak = /^ *$/.test(after) && word === 'part';
  return number(text, match[0].length + closer, match[0].length, { style, values, weak });
};

/** `4.2` → [4, 2], `IV` → [4], `Two` → [2], `B` → [2]; a letter of an annex is a letter first (Exhibit C), else a roman numeral. */
function englishFigure(figure: string, isAnnex: boolean): readonly number[] | undefined {
  if (/\d/.test(figure)) return figure.split('.').map(Number);
  const word = englishNumeral(figure);
  if (word === undefined && /^[a-z]/.test(figure)) return undefined;
  const letter = figure.length === 1 ? letterNumeral(figure) : undefined;
  const value = isAnnex ? (letter ?? romanNumeral(figure) ?? word) : (romanNumeral(figure) ?? word ?? letter);
  return value === undefined ? undefined : [value];
}

const decimal: Parser = (start, text) => {
  const match = DECIMAL.exec(start);
  if (!match?.[1]) return undefined;
  const parts = match[1].split('.').map((part) => part.trim());
  const after = start.slice(match[0].length);
  const other = integerBefore(start, text);
  // `1.01` numbers like `1.1` where a neighbour says so; `0.5` and `1.002` are figures.
  const padded = parts.some((part) => part.startsWith('0'));
  if (padded && !(parts.length === 2 && /^0[1-9]$/.test(parts[1] ?? '') && !/^0/.test(parts[0] ?? ''))) return other;
  if (FIGURE_AFTER.test(after)) return other;
  if (match[2] === undefined && (/^[a-z]/.test(after) || DECIMAL_REFERENCE.test(after))) return other;
  const values = parts.map(Number);
  const measure = (parts.length === 2 || /^ ?以[上下]/.test(after)) && match[2] === undefined && UNIT_AFTER.test(after);
  const midSentence = match[2] === undefined && /^ +[a-z]/.test(after);
  const weak = padded || measure || midSentence || values.some((value) => value > 99);
  return number(text, match[0].length, match[1].length, { style: '1.1', values, weak, other });
};

/** `1.30日内` may be clause 1 that begins with a figure. */
function integerBefore(start: string, text: string): ClauseNumber | undefined {
  const match = /^(\d{1,2})\.(?=\d)/.exec(start);
  if (!match?.[1] || match[1].startsWith('0') || !/^\d+(?:\.\d+)?\s?[%‰\p{L}]/u.test(start.slice(match[0].length)))
    return undefined;
  return number(text, match[0].length, match[1].length, { style: '1.', values: [Number(match[1])], weak: true });
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
  decimal,
  integer,
  bracketedInteger,
  enclosed,
  chinese,
  bracketedChinese,
  letter,
  bareInteger,
];
