/** What people type into fields and arguments: one reading of it for both sides and the command line. */

/**
 * Digits and marks in full width (１０００，．) as plain ones, without what is not seen and blanks at the ends. Words of an agreement are never
 * changed by this; it serves the reading of fields and arguments alone.
 */
export function typed(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll('。', '.')
    .replaceAll('−', '-')
    .replace(/[\u200B-\u200D\uFEFF]/gu, '')
    .trim();
}

const two = (part: string): string => part.padStart(2, '0');

/** Year, month, day in the order that leaves no doubt, with whatever stands between. */
const YEAR_FIRST = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?$/u;
const TOGETHER = /^(\d{4})(\d{2})(\d{2})$/u;
const YEAR_LAST = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})$/u;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAME =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const NTH = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
/** A month by its name: nothing is left open by its place. */
const NAMED = [
  new RegExp(`^${NTH}(?:\\s+of)?[\\s-]*${MONTH_NAME},?[\\s-]*(?<year>\\d{4})$`, 'iu'),
  new RegExp(`^${MONTH_NAME}\\s*${NTH},?\\s+(?<year>\\d{4})$`, 'iu'),
  new RegExp(`^(?<year>\\d{4}),?[\\s-]*${MONTH_NAME}[\\s-]*${NTH}$`, 'iu'),
];
/** A weekday beside it says nothing more. */
const WEEKDAY =
  /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+|\s*[（(]?(?:星期|周)[一二三四五六日天][)）]?$/iu;

const DIGITS = '〇一二三四五六七八九';
const IN_CHINESE =
  /^([〇零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})[日号]$/u;

/** Up to ninety-nine in Chinese: `二十九`. */
function small(words: string): number {
  const [tens, ones] = words.includes('十') ? words.split('十') : ['', words];
  const of = (digit: string | undefined, none: number): number =>
    digit === undefined || digit === '' ? none : DIGITS.indexOf(digit);
  return (words.includes('十') ? of(tens, 1) * 10 : 0) + of(ones, 0);
}

function inChinese(said: string): string | undefined {
  const [, year, month = '', day = ''] = IN_CHINESE.exec(said) ?? [];
  if (year === undefined) return undefined;
  const figures = [...year.replaceAll('零', '〇')].map((digit) => DIGITS.indexOf(digit)).join('');
  return `${figures}-${two(String(small(month)))}-${two(String(small(day)))}`;
}

function named(said: string): string | undefined {
  const groups = NAMED.map((pattern) => pattern.exec(said)?.groups).find((match) => match !== undefined);
  if (!groups) return undefined;
  const month = MONTHS.indexOf((groups['month'] ?? '').slice(0, 3).toLowerCase()) + 1;
  return `${groups['year'] ?? ''}-${two(String(month))}-${two(groups['day'] ?? '')}`;
}

/** The day that was typed as `YYYY-MM-DD`, whether it exists or not; several where the writing has several readings; none otherwise. */
export function typedDates(text: string): readonly string[] {
  const said = typed(text).replace(WEEKDAY, '').trim();
  const plain = YEAR_FIRST.exec(said) ?? TOGETHER.exec(said);
  if (plain) return [`${plain[1] ?? ''}-${two(plain[2] ?? '')}-${two(plain[3] ?? '')}`];
  const word = inChinese(said) ?? named(said);
  if (word !== undefined) return [word];
  const last = YEAR_LAST.exec(said);
  if (!last) return [];
  const [, a = '', b = '', year = ''] = last;
  const readings = [
    [b, a],
    [a, b],
  ].filter(([month]) => Number(month) >= 1 && Number(month) <= 12);
  return [...new Set(readings.map(([month = '', day = '']) => `${year}-${two(month)}-${two(day)}`))];
}

/** The month that was typed as `YYYY-MM`; the words as they are where they are none. */
export function typedMonth(text: string): string {
  const said = typed(text);
  const match =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?$/u.exec(said) ?? /^((?:19|20|21)\d{2})(0[1-9]|1[0-2])$/u.exec(said);
  if (match) return `${match[1] ?? ''}-${two(match[2] ?? '')}`;
  const name = new RegExp(`^${MONTH_NAME},?\\s*(?<year>\\d{4})$`, 'iu').exec(said)?.groups;
  const month = MONTHS.indexOf((name?.['month'] ?? '').slice(0, 3).toLowerCase()) + 1;
  return name ? `${name['year'] ?? ''}-${two(String(month))}` : said;
}

/**
 * The moment that was typed as `YYYY-MM-DDTHH:MM`, with seconds where they were said; several where its day has several readings,
 * none where it is no moment of a day. Whether the day exists is not asked.
 */
export function typedMoments(text: string): readonly string[] {
  const match = /^(.+?)(?:,?[T\s]\s*|(?<=[日号])\s*)(\d{1,2})\s*[:时点]\s*(\d{2})(?:\s*[:分]\s*(\d{2})秒?|分)?$/u.exec(
    typed(text),
  );
  const [, day = '', hour = '', minute = '', second] = match ?? [];
  if (!match || Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return [];
  return typedDates(day).map((date) => `${date}T${two(hour)}:${minute}${second === undefined ? '' : `:${second}`}`);
}

/** The amount that was typed, as digits with at most two decimals: `￥１２，０００.50 元` is `12000.50`; undefined for what is none. */
export function typedAmount(text: string): string | undefined {
  const words = typed(text).replaceAll('，', ',');
  const match = /^[¥￥]?\s*(\d{1,16}|\d{1,3}(?:,\d{3}){1,5})(\.\d{1,2})?\s*元?$/u.exec(words);
  return match ? `${(match[1] ?? '').replaceAll(',', '')}${match[2] ?? ''}` : undefined;
}

/** The number that was typed, without the marks of its thousands; undefined for what is none. */
export function typedNumber(text: string): string | undefined {
  const number = typed(text).replaceAll(/(?<=\d)[,'\s](?=\d{3}(?:\D|$))/gu, '');
  return /^-?\d+(?:\.\d+)?$/u.test(number) ? number : undefined;
}
