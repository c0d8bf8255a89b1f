import { letterNumeral, romanNumeral } from '../quantity/numerals.ts';
import { type ClauseNumber, number, type Parser } from './clause-number.ts';

/** `A.1`, `II.3`, `A.1.a`, `1.1.b`: figures and letters in one number. */
const MIXED =
  /^([A-Z]|[IVX]{2,4}|\d{1,2})((?:\.\d{1,2})*)((?:\.(?:[a-z]|[ivx]{2,4}|\d{1,2})){0,3})([.)])?(?=\s|[\p{Script=Han}“"]|$)/u;
/** `4(a)`, `4.1(b)`, `4.1(b)(ii)` */
const TAILED =
  /^(\d{1,2}(?:\.\d{1,2}){0,3})((?:\((?:[a-z]|[ivx]{2,4}|\d{1,2})\)){1,2})[.:]?(?= +[\p{Lu}\p{Script=Han}“"])/u;
const DECIMAL = /^(\d{1,3}(?:(?: \. ?|\.)\d{1,3})+)(?!\d)( ?[.、)])?/;
/** `2-1`, `3-1-4`: the dashes of a number; a range or a date looks the same and has no neighbours. */
const DASHED = /^([1-9]\d?(?:-[1-9]\d?){1,4})(?![\d-])( ?[.、)])?/;
const DECIMAL_REFERENCE = /^(?:条[^款]|条$|款[、,]|项[、,]|章|节[、,]|[、至和及与到~～,;] ?\d)/;
const FIGURE_AFTER = /^ ?[%‰°℃℉=×/_~]|^-[0-9a-z]|^:\d/i;
/** Glued to a figure these make it a measure; a clause may still begin with them (`1.1个人信息`). */
export const UNIT_AFTER =
  /^ ?(?:[个日天年月周秒元万亿次倍名人份页级版折分米台家点]|以[上下]|小时|分钟|[kmgt]?b(?:ps)?\b|days?\b|hours?\b|months?\b|years?\b|percent\b|million\b|billion\b|times\b|ms\b)/i;

/** Letters of a path count from here, so that `A.1` is not `1.1`. */
const LETTERS = 1000;

/** A part of a path: figures are themselves; so deep a small roman is one, else it is a letter. */
function partOf(part: string, depth: number): number | undefined {
  if (/^\d+$/u.test(part)) return Number(part);
  const [letter, roman] = [letterNumeral(part), romanNumeral(part)];
  return part.length > 1 || depth > 2 ? (roman ?? letter) : (letter ?? roman);
}

/** Figures and letters in one number. */
export const mixed: Parser = (start, text) => {
  const match = MIXED.exec(start);
  const [whole = '', first = '', figures = '', more = ''] = match ?? [];
  const lettered = /^[A-Z]/u.test(first);
  // Figures alone are a decimal number, a letter alone is a letter: `U.S.` and `A.I.` are neither.
  if (!match || (lettered ? figures === '' : !/[a-z]/u.test(more))) return undefined;
  const parts = (figures + more).split('.').slice(1);
  const values = parts.map((part, depth) => partOf(part, depth + 1));
  const head = lettered ? (first.length > 1 ? romanNumeral(first) : letterNumeral(first)) : Number(first);
  if (head === undefined || values.includes(undefined)) return undefined;
  const path = [lettered ? head + LETTERS : head, ...values.map((value) => value ?? 0)];
  const rawLength = first.length + figures.length + more.length;
  return number(text, whole.length, rawLength, { style: lettered ? 'A.1' : '1.a', values: path, weak: !lettered });
};

/** A decimal number with letters in brackets after it. */
export const tailed: Parser = (start, text) => {
  const match = TAILED.exec(start);
  if (!match?.[1] || !match[2]) return undefined;
  const tail = match[2]
    .slice(1, -1)
    .split(')(')
    .map((part, depth) => partOf(part, depth + 1));
  if (tail.includes(undefined)) return undefined;
  const values = [...match[1].split('.').map(Number), ...tail.map((value) => value ?? 0)];
  return number(text, match[0].length, match[1].length + match[2].length, { style: '1(a)', values, weak: true });
};

/** What makes a figure of `1.5`; a place to fill in may follow a number that is closed (`6.3. ____`). */
const isFigure = (after: string, closed: boolean): boolean =>
  (FIGURE_AFTER.test(after) && !(closed && /^ ?_/.test(after))) ||
  (!closed && (/^[a-z]/.test(after) || DECIMAL_REFERENCE.test(after)));

/** `3.1.2` */
export const decimal: Parser = (start, text) => {
  const match = DECIMAL.exec(start);
  if (!match?.[1]) return undefined;
  const parts = match[1].split('.').map((part) => part.trim());
  const after = start.slice(match[0].length);
  const other = integerBefore(start, text);
  // `1.01` numbers like `1.1` where a neighbour says so; `0.5` and `1.002` are figures.
  const padded = parts.some((part) => part.startsWith('0'));
  if (padded && !(parts.length === 2 && /^0[1-9]$/.test(parts[1] ?? '') && !/^0/.test(parts[0] ?? ''))) return other;
  if (isFigure(after, match[2] !== undefined)) return other;
  const values = parts.map(Number);
  const measure = (parts.length === 2 || /^ ?以[上下]/.test(after)) && match[2] === undefined && UNIT_AFTER.test(after);
  const midSentence = match[2] === undefined && /^ +[a-z]/.test(after);
  const weak = padded || measure || midSentence || values.some((value) => value > 99);
  return number(text, match[0].length, match[1].length, { style: '1.1', values, weak, other });
};

/** `3-1-2`: counts with its neighbours. */
export const dashed: Parser = (start, text) => {
  const match = DASHED.exec(start);
  if (!match?.[1]) return undefined;
  const after = start.slice(match[0].length);
  if (isFigure(after, match[2] !== undefined)) return undefined;
  return number(text, match[0].length, match[1].length, {
    style: '1-1',
    values: match[1].split('-').map(Number),
    weak: true,
  });
};

/** `1.30日内` may be clause 1 that begins with a figure. */
function integerBefore(start: string, text: string): ClauseNumber | undefined {
  const match = /^(\d{1,2})\.(?=\d)/.exec(start);
  if (!match?.[1] || match[1].startsWith('0') || !/^\d+(?:\.\d+)?\s?[%‰\p{L}]/u.test(start.slice(match[0].length)))
    return undefined;
  return number(text, match[0].length, match[1].length, { style: '1.', values: [Number(match[1])], weak: true });
}
