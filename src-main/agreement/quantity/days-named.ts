import { readNumber } from './written-numbers.ts';

/** Days of the calendar as agreements write them: `2026年3月5日`, `二〇二六年三月五日`, `2026-03-05`, `March 5, 2026`, `5th March 2026`. */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';

type Part = 'year' | 'month' | 'day';
const expression = (source: string): RegExp => new RegExp(source, 'giu');

/** Each way of writing a day, and which of its parts its groups are. */
const WAYS: readonly { readonly pattern: RegExp; readonly parts: readonly Part[] }[] = [
  {
    pattern: expression(
      String.raw`(?<!\d)([12]\d{3}|[一二][〇零一二三四五六七八九]{3})\s?年\s?(\d{1,2}|[一二三四五六七八九十]{1,2})\s?月\s?(\d{1,2}|[一二三四五六七八九十廿卅]{1,3})\s?[日号]`,
    ),
    parts: ['year', 'month', 'day'],
  },
  {
    pattern: expression(String.raw`(?<![\d.-])([12]\d{3})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d.-]\d)`),
    parts: ['year', 'month', 'day'],
  },
  {
    pattern: expression(String.raw`\b(${MONTH})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s([12]\d{3})\b`),
    parts: ['month', 'day', 'year'],
  },
  {
    pattern: expression(String.raw`\b(\d{1,2})(?:st|nd|rd|th)?\s(?:day of\s)?(${MONTH})\.?,?\s([12]\d{3})\b`),
    parts: ['day', 'month', 'year'],
  },
];

type Numbers = Readonly<Record<Part, number>>;

function numbersOf(parts: readonly Part[], match: readonly (string | undefined)[]): Numbers {
  const written = (part: Part): string => match[parts.indexOf(part) + 1] ?? '';
  const number = (words: string): number => {
    const month = MONTHS.indexOf(words.slice(0, 3).toLowerCase()) + 1;
    return month > 0 ? month : (readNumber(words) ?? 0);
  };
  return { year: number(written('year')), month: number(written('month')), day: number(written('day')) };
}

const two = (part: number): string => String(part).padStart(2, '0');
const daysIn = (year: number, month: number): number =>
  month < 1 || month > 12 ? 0 : new Date(Date.UTC(year, month, 0)).getUTCDate();

/** What a day that was written is: an ISO date, or, where the calendar has no such day, the words as they stand. */
function dayText({ year, month, day }: Numbers, words: string): string {
  return day >= 1 && day <= daysIn(year, month) ? `${year}-${two(month)}-${two(day)}` : words.trim();
}

/** The notations of a day, for the reader of quantities. A day that does not exist keeps its words: nothing is counted from it. */
export const DAY_NOTATIONS = WAYS.map(({ pattern, parts }) => ({
  measure: 'date' as const,
  pattern,
  read: (match: RegExpMatchArray): { value: number; text: string } | undefined => {
    const numbers = numbersOf(parts, match);
    // 1.13.45 is the number of a version; words of the calendar are always meant as a day.
    if (/^[\d./-]+$/u.test(match[0]) && (numbers.month > 12 || numbers.day > 31)) return undefined;
    return { value: 0, text: dayText(numbers, match[0]) };
  },
}));

/** Of words that write a day that does not exist (`2月30日`): the last day of that month, the earlier of those that can be meant. */
export function dayBeforeNone(words: string): string | undefined {
  for (const { pattern, parts } of WAYS) {
    const match = new RegExp(pattern, 'iu').exec(words);
    if (!match) continue;
    const { year, month, day } = numbersOf(parts, match);
    const last = daysIn(year, month);
    return last > 0 && day > last ? `${year}-${two(month)}-${two(last)}` : undefined;
  }
  return undefined;
}
