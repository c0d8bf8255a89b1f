import { chineseNumeral, englishNumeral, letterNumeral, romanNumeral } from '../quantity/numerals.ts';
import { N, number, type Parser } from './clause-number.ts';

const CHINESE_WORD = new RegExp(`^第 {0,2}(\\d{1,4}|${N}{1,7}) {0,2}(编|部分|篇|章|节|条|款|项|步)(?:之(${N}{1,2}))?`);
const CHINESE_ANNEX = new RegExp(`^(附件|附录|附表) {0,2}(\\d{1,3}|${N}{1,4}|[A-Z](?![A-Za-z]))`);
const ENGLISH_WORD =
  /^(article|section|chapter|part|clause|exhibit|schedule|annex|appendix|attachment|§) {0,2}(\d{1,3}(?:\.\d{1,3}){0,6}|[ivxlc]{1,7}|[a-z]|[a-z]{3,8})(?:-(\d{1,3}))?(?![a-z0-9])/i;
const OTHER_WORD =
  /^(rule|step|question|item|paragraph|no\.|sec\.|art\.|cl\.) ?(\d{1,2}) ?(?:[.:)–—-]+|(?= *$| +\p{Lu}))/iu;
const ORDINAL = /^(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?:ly)?[,:] /i;
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const CHINESE_QUESTION = new RegExp(`^(问题|步骤) ?(\\d{1,2}|${N}{1,3}) ?(?:[:、.]|$)`);

/** What follows a reference to a clause, not its own number: `第三条约定的`, `4.3条、4.4条`. */
const CHINESE_REFERENCE = /^(?:约定|规定|所述|所列|所|的|中|之|及|和|与|或|至|到|第|款|项下?|内|以[上下]|等|[,。;)、])/;
const ANNEX_REFERENCE = /^(?:的|中|所|规定|约定|为|及|和|与|是|或|至|等|内|[,。;、)]|-\d)/;

/** `第三条`, `第二章` */
export const chineseWord: Parser = (start, text) => {
  const match = CHINESE_WORD.exec(start);
  if (!match?.[1] || !match[2]) return undefined;
  const value = /\d/.test(match[1]) ? Number(match[1]) : chineseNumeral(match[1]);
  const after = start.slice(match[0].length);
  if (value === undefined || (match[3] === undefined && CHINESE_REFERENCE.test(after))) return undefined;
  const closer = /^ ?[:、.]?/.exec(after)?.[0].length ?? 0;
  const weak = /^[款项步]$/u.test(match[2]) || (after !== '' && !/^[\s:、.《“【(]/.test(after));
  return number(text, match[0].length + closer, match[0].length, { style: `第${match[2]}`, values: [value], weak });
};

/** `附件一` */
export const chineseAnnex: Parser = (start, text) => {
  const match = CHINESE_ANNEX.exec(start);
  if (!match?.[2]) return undefined;
  const after = start.slice(match[0].length);
  if (ANNEX_REFERENCE.test(after)) return undefined;
  const value = /\d/.test(match[2]) ? Number(match[2]) : (chineseNumeral(match[2]) ?? letterNumeral(match[2]));
  if (value === undefined) return undefined;
  const closer = /^ ?[:、.—–-]{0,2}/.exec(after)?.[0].length ?? 0;
  return number(text, match[0].length + closer, match[0].length, { style: '附件', values: [value], weak: false });
};

/** `Section 4`, `Article IV`, `Exhibit B` */
export const englishWord: Parser = (start, text) => {
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

/** `Rule 3.`, `Step 2: …`: counts with its neighbours. */
export const otherWord: Parser = (start, text) => {
  const match = OTHER_WORD.exec(start);
  if (!match?.[1] || !match[2] || !/^\p{Lu}/u.test(match[1])) return undefined;
  const rawLength = match[0].replace(/[\s.:)–—-]+$/u, '').length;
  const style = match[1].toLowerCase();
  return number(text, match[0].length, rawLength, { style, values: [Number(match[2])], weak: true });
};

/** `First, …`, `Second, …` */
export const ordinal: Parser = (start, text) => {
  const match = ORDINAL.exec(start);
  if (!match?.[1] || !/^\p{Lu}/u.test(match[1])) return undefined;
  const value = ORDINALS.indexOf(match[1].toLowerCase()) + 1;
  return number(text, match[0].length, match[0].length - 2, { style: 'First', values: [value], weak: true });
};

/** `问题三：`, `步骤1` */
export const chineseQuestion: Parser = (start, text) => {
  const match = CHINESE_QUESTION.exec(start);
  const value = /\d/.test(match?.[2] ?? '') ? Number(match?.[2]) : chineseNumeral(match?.[2] ?? '');
  if (!match?.[1] || !match[2] || value === undefined) return undefined;
  const rawLength = match[0].replace(/[\s:、.]+$/u, '').length;
  return number(text, match[0].length, rawLength, { style: match[1], values: [value], weak: true });
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
