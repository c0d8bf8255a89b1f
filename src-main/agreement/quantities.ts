import { EN_ORDINAL, NUMBER, readNumber } from './written-numbers.ts';
import { requirementsOf } from './phrase-grams.ts';
import type { Stretch } from './sentences.ts';

/** What a quantity measures. `nth-day` is an ordinal (第五个自然日), `day-of-month` a date without month (5日, the 5th). */
export type Measure =
  | 'day'
  | 'workday'
  | 'month'
  | 'year'
  | 'hour'
  | 'minute'
  | 'percent'
  | 'permille'
  | 'times'
  | 'nth-day'
  | 'nth-workday'
  | 'day-of-month'
  | 'date'
  | 'phone';

/** One quantity in a text: where it stands, what it measures, its value; `upTo` where the text gives a range. */
export interface Quantity extends Stretch {
  readonly measure: Measure;
  readonly value: number;
  readonly upTo?: number;
  /** ISO date of a `date`, digits as written of a `phone`. */
  readonly text?: string;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const RANGE = String.raw`(?:\s?(?:-|–|—|~|～|至|到|to)\s?(NUMBER))?`.replace('NUMBER', NUMBER);
const CLOCK = String.raw`(?<![×xX*✕/]\s?)`;

interface Notation {
  readonly measure: Measure;
  readonly pattern: RegExp;
  readonly read: (match: RegExpMatchArray) => { value: number; upTo?: number; text?: string } | undefined;
}

const counted = (match: RegExpMatchArray): { value: number; upTo?: number } | undefined => {
  const value = readNumber(match[1] ?? '');
  const upTo = match[2] === undefined ? undefined : readNumber(match[2]);
  if (value === undefined) return undefined;
  return upTo === undefined ? { value } : { value, upTo };
};

const scaled = (factor: number) => (match: RegExpMatchArray) => {
  const read = counted(match);
  return read && { value: Number((read.value * factor).toPrecision(12)) };
};

const iso = (year: number, month: number, day: number): { value: number; text: string } | undefined =>
  month < 1 || month > 12 || day < 1 || day > 31
    ? undefined
    : { value: 0, text: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` };

const expression = (source: string): RegExp => new RegExp(source, 'giu');
/** A notation that starts with the number itself: tried only where a number starts. */
const atNumber = (source: string): RegExp => new RegExp(source, 'iuy');
const NUMBER_START = new RegExp(`${NUMBER}|半`, 'giu');

/** Notations in order of precedence: a stretch that an earlier one took is closed to the later ones. */
const NOTATIONS: readonly Notation[] = [
  {
    measure: 'date',
    pattern: expression(
      String.raw`(?<!\d)([12]\d{3}|[一二][〇零一二三四五六七八九]{3})\s?年\s?(\d{1,2}|[一二三四五六七八九十]{1,2})\s?月\s?(\d{1,2}|[一二三四五六七八九十]{1,3})\s?[日号]`,
    ),
    read: (match) =>
      iso(readNumber(match[1] ?? '') ?? 0, readNumber(match[2] ?? '') ?? 0, readNumber(match[3] ?? '') ?? 0),
  },
  {
    measure: 'date',
    pattern: expression(String.raw`(?<![\d.-])([12]\d{3})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d.-]\d)`),
    read: (match) => iso(Number(match[1]), Number(match[2]), Number(match[3])),
  },
  {
    measure: 'date',
    pattern: expression(String.raw`\b(${MONTH})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s([12]\d{3})\b`),
    read: (match) =>
      iso(Number(match[3]), MONTHS.indexOf((match[1] ?? '').slice(0, 3).toLowerCase()) + 1, Number(match[2])),
  },
  {
    measure: 'date',
    pattern: expression(String.raw`\b(\d{1,2})(?:st|nd|rd|th)?\s(?:day of\s)?(${MONTH})\.?,?\s([12]\d{3})\b`),
    read: (match) =>
      iso(Number(match[3]), MONTHS.indexOf((match[2] ?? '').slice(0, 3).toLowerCase()) + 1, Number(match[1])),
  },
  {
    measure: 'phone',
    pattern: expression(
      String.raw`(?<![\d.,a-z-])(?:\(?\+\d{1,3}\)?[ -]?)?(?:\(?0\d{2,3}\)?[- ]\d{7,8}|0\d{2,3}-\d{5,8}|[48]00[- ]?\d{3,4}[- ]?\d{3,4}|\(?\d{3}\)?[- ]\d{3}[- ]\d{4}|\d{4}[- ]\d{4}|1[3-9]\d{9}|1\d{4}|9\d{4})(?:-\d{1,5})?(?![\d%,.]\d|\d|%|天|日|元|年|名|个|人)`,
    ),
    read: (match) => ({ value: 0, text: match[0].trim() }),
  },
  { measure: 'permille', pattern: atNumber(String.raw`(${NUMBER})\s?‰`), read: counted },
  { measure: 'permille', pattern: expression(String.raw`千分之(${NUMBER})`), read: counted },
  { measure: 'permille', pattern: expression(String.raw`万分之(${NUMBER})`), read: scaled(0.1) },
  {
    measure: 'percent',
    pattern: expression(String.raw`百分之(${NUMBER}|百)(?:\s?[（(]\s?[\d.]+\s?%\s?[)）])?`),
    read: counted,
  },
  {
    measure: 'percent',
    pattern: expression(String.raw`(?:\b[a-z-]+\s(?:per\s?cent)\s?\(\s?)(\d+(?:\.\d+)?)\s?%\s?\)`),
    read: (match) => ({ value: Number(match[1]) }),
  },
  {
    measure: 'percent',
    pattern: atNumber(String.raw`(${NUMBER})\s?(?:%|per\s?cent\b|个百分点)`),
    read: (match) => counted([match[0], match[1] ?? '']),
  },
  {
    measure: 'times',
    pattern: atNumber(String.raw`(${NUMBER})\s?倍(?!数)`),
    read: counted,
  },
  { measure: 'times', pattern: expression('双倍(?!数)'), read: () => ({ value: 2 }) },
  { measure: 'times', pattern: atNumber(String.raw`\b(${NUMBER})(?:\s?x|\stimes)\b`), read: counted },
  {
    measure: 'times',
    pattern: expression(String.raw`\b(twice|double|treble|triple)\b`),
    read: (match) => ({ value: /twice|double/iu.test(match[1] ?? '') ? 2 : 3 }),
  },
  {
    measure: 'nth-workday',
    pattern: expression(String.raw`第\s?(${NUMBER})\s?个?(?:工作日|营业日|交易日)`),
    read: counted,
  },
  {
    measure: 'nth-day',
    pattern: expression(String.raw`第\s?(${NUMBER})\s?个?(?:自然日|日历日|日历天|天|日)`),
    read: counted,
  },
  {
    measure: 'nth-workday',
    pattern: expression(String.raw`\b(${EN_ORDINAL})\s(?:business|working)\sday\b`),
    read: counted,
  },
  {
    measure: 'nth-day',
    pattern: expression(
      String.raw`\b(${EN_ORDINAL})\s(?:calendar\s|natural\s)?day(?!\sof\s(?:the|each|every|such|that|any)\b)\b`,
    ),
    read: counted,
  },
  {
    measure: 'day-of-month',
    pattern: expression(
      String.raw`\b(${EN_ORDINAL})(?:\s(?:calendar\s)?day)?(?=\sof\s(?:the|each|every|such|that)\s(?:[a-z]+\s){0,2}month)`,
    ),
    read: counted,
  },
  {
    measure: 'day-of-month',
    pattern: expression(String.raw`(?<=月(?:的|份)?\s?(?:第)?)(\d{1,2}|[一二三四五六七八九十廿]{1,3})\s?[日号](?!内)`),
    read: counted,
  },
  {
    measure: 'workday',
    pattern: atNumber(String.raw`${CLOCK}(${NUMBER})${RANGE}\s?个?(?:工作日|营业日|交易日|工作天)`),
    read: counted,
  },
  {
    measure: 'workday',
    pattern: atNumber(String.raw`${CLOCK}\b(${NUMBER})${RANGE}[\s-](?:full\s)?(?:business|working)[\s-]days?\b`),
    read: counted,
  },
  {
    measure: 'day',
    pattern: atNumber(
      String.raw`${CLOCK}(?<![月第\d.])(${NUMBER})${RANGE}\s?个?(?:连续)?(?:自然日|日历日|日历天|天|日)(?![元常志程期报夜])`,
    ),
    read: counted,
  },
  {
    measure: 'day',
    pattern: atNumber(
      String.raw`${CLOCK}\b(${NUMBER})${RANGE}[\s-](?:(?:calendar|natural|consecutive|full|clear|continuous)[\s-])?days?\b`,
    ),
    read: counted,
  },
  {
    measure: 'day',
    pattern: atNumber(String.raw`${CLOCK}(?<![第\d.])(${NUMBER})\s?(?:周(?![年岁])|个?星期|[\s-]weeks?\b)`),
    read: scaled(7),
  },
  {
    measure: 'month',
    pattern: atNumber(String.raw`${CLOCK}(?<![第\d.])(${NUMBER}|半)${RANGE}\s?个(?:自然|日历|整|完整)?月`),
    read: counted,
  },
  {
    measure: 'month',
    pattern: atNumber(String.raw`\b(${NUMBER})${RANGE}[\s-](?:(?:calendar|consecutive|full)[\s-])?months?\b`),
    read: counted,
  },
  {
    measure: 'year',
    pattern: atNumber(
      String.raw`(?<![第\d.])(\d{1,2}|[一二两三四五六七八九十]{1,2}|半|${NUMBER}(?=\s?[-]?years?\b))\s?(?:年(?!月|度|级)|[\s-]?years?\b)`,
    ),
    read: counted,
  },
  {
    measure: 'hour',
    pattern: atNumber(
      String.raw`${CLOCK}(?<![第\d.])(${NUMBER})${RANGE}\s?(?:个?(?:连续)?小时|[\s-]?(?:(?:consecutive|continuous|full)[\s-])?hours?\b)(?!\s?[×xX*✕/]\s?\d)`,
    ),
    read: counted,
  },
  {
    measure: 'minute',
    pattern: atNumber(
      String.raw`${CLOCK}(?<![第\d.])(${NUMBER})${RANGE}\s?(?:分钟|[\s-]?(?:(?:consecutive|continuous)[\s-])?minutes?\b)`,
    ),
    read: counted,
  },
];

/** What a text must hold before a notation is looked for, see `phrase-grams.ts`. */
const REQUIRED = NOTATIONS.map(({ pattern }) => requirementsOf(pattern.source));
const FIGURE =
  /[\d‰一二两三四五六七八九十百半双]|\b(?:days?|months?|hours?|weeks?|years?|minutes?|per\s?cent|twice|double|treble|triple|times)\b/iu;

function matchesOf(pattern: RegExp, text: string, numbers: readonly number[]): readonly RegExpMatchArray[] {
  if (!pattern.sticky) return [...text.matchAll(pattern)];
  return numbers.flatMap((start) => {
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    return match ? [match] : [];
  });
}

/**
 * All quantities of a text made `plain`, in order, none overlapping. A round-the-clock mark (7×24, 24/7) is no period.
 * @param grams the text's runs, see `gramsOf`
 */
export function quantities(text: string, grams: ReadonlySet<string>): readonly Quantity[] {
  if (!FIGURE.test(text)) return [];
  const found: Quantity[] = [];
  const taken = new Uint8Array(text.length);
  const numbers = [...text.matchAll(NUMBER_START)].map((match) => match.index);
  for (const [index, { measure, pattern, read }] of NOTATIONS.entries()) {
    if (REQUIRED[index]?.some((requirement) => !requirement.some((gram) => grams.has(gram)))) continue;
    for (const match of matchesOf(pattern, text, numbers)) {
      const start = match.index ?? 0;
      const end = start + match[0].length;
      if (taken[start] === 1 || taken[end - 1] === 1) continue;
      const value = read(match);
      if (value === undefined) continue;
      taken.fill(1, start, end);
      found.push({ start, end, measure, ...value });
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
}
