import { DAY_NOTATIONS } from './days-named.ts';
import { CHINESE_NUMERAL } from './numerals.ts';
import { feeFractionsIn } from './shares/worded-shares.ts';
import { contradictions, EN_ORDINAL, NUMBER, readNumber } from './written-numbers.ts';
import { requirementsOf } from '../meaning/phrase-grams.ts';
import type { Stretch } from '../meaning/sentences.ts';

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

/**
 * One quantity in a text: where it stands, what it measures, its value; `upTo` where the text gives a range, `either` where it gives a choice
 * of two numbers with one unit (`20或45天`), of which the value is the one at the unit.
 */
export interface Quantity extends Stretch {
  readonly measure: Measure;
  readonly value: number;
  readonly upTo?: number;
  readonly either?: number;
  /** ISO date of a `date`, its words where there is no such day; digits as written of a `phone`. */
  readonly text?: string;
}

/** A notation with its own mark before or inside the number (第…日, 千分之…, a date). */
interface Notation {
  readonly measure: Measure;
  readonly pattern: RegExp;
  readonly read: (match: RegExpMatchArray) => { value: number; upTo?: number; text?: string } | undefined;
}

const valueOf = (match: RegExpMatchArray): { value: number } | undefined => {
  const value = readNumber(match[1] ?? '');
  return value === undefined ? undefined : { value };
};

const scaled = (read: { value: number } | undefined, factor: number): { value: number } | undefined =>
  read && { value: Number((read.value * factor).toPrecision(12)) };

const expression = (source: string): RegExp => new RegExp(source, 'giu');

const NOTATIONS: readonly Notation[] = [
  ...DAY_NOTATIONS,
  {
    measure: 'phone',
    pattern: expression(
      String.raw`(?<![\d.,a-z-])(?:\(?\+\d{1,3}\)?[ -]?)?(?:(?<=\+\d{1,3}[ -])\(?\d{1,4}\)?(?:[ -]\d{2,4}){2,4}|\(?0\d{2,3}\)?[- ]\d{7,8}|0\d{2,3}-\d{5,8}|0800[ -]?\d{3}[ -]?\d{3,4}|[48]00\d\s?-\s?\d{3}\s?-\s?\d{3}|[48]00[- ]?\d{3,4}[- ]?\d{3,4}|(?:1[-. ])?\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}|\d{4}[- ]\d{4}|1[3-9]\d{9}|1\d{4}|9\d{4})(?:-\d{1,5})?(?![\d%,.]\d|\d|%|天|日|元|年|名|个|人)`,
    ),
    read: (match) => ({ value: 0, text: match[0].trim() }),
  },
  { measure: 'permille', pattern: expression(String.raw`千分之(${NUMBER})`), read: valueOf },
  {
    measure: 'permille',
    pattern: expression(String.raw`万分之(${NUMBER})`),
    read: (match) => scaled(valueOf(match), 0.1),
  },
  {
    measure: 'percent',
    pattern: expression(String.raw`百分之(${NUMBER}|百)(?:\s?[（(]\s?[\d.]+\s?%\s?[)）])?`),
    read: valueOf,
  },
  {
    measure: 'percent',
    pattern: expression(String.raw`\b[a-z-]+\sper\s?cent\s?\(\s?(\d+(?:\.\d+)?)\s?%\s?\)`),
    read: valueOf,
  },
  { measure: 'times', pattern: expression('双倍(?!数)'), read: () => ({ value: 2 }) },
  // `假一赔三`, `收一罚十`: so many for one.
  {
    measure: 'times',
    pattern: expression(String.raw`(?<=[\p{Script=Han}]一(?:罚|赔|补))(${NUMBER})(?![\d倍元%个年月日天])`),
    read: valueOf,
  },
  {
    measure: 'times',
    pattern: expression(String.raw`\b(twice|double|treble|triple)\b`),
    read: (match) => ({ value: /twice|double/iu.test(match[1] ?? '') ? 2 : 3 }),
  },
  { measure: 'times', pattern: expression(String.raw`\b(${NUMBER})[- ]?fold\b`), read: valueOf },
  {
    measure: 'times',
    pattern: expression(String.raw`\b(two|three|four|five|six|seven|eight|nine|ten)fold\b`),
    read: valueOf,
  },
  {
    measure: 'day',
    pattern: expression(String.raw`(?<=\bnet[- ])(\d{1,3})\b(?!\s?(?:days?|calendar|business|%|of))`),
    read: valueOf,
  },
  {
    measure: 'day',
    pattern: expression(
      String.raw`\b(?:a|one|each|per)\s(week)(?='s?\snotice|\s(?:before|beforehand|in\sadvance|ahead|prior))`,
    ),
    read: () => ({ value: 7 }),
  },
  {
    measure: 'month',
    pattern: expression(
      String.raw`\b(half\s)?an?\s(?:half\s)?month(?='s?\s(?:\w+\s)?notice|\s(?:before|beforehand|in\sadvance|ahead|prior|after|of))`,
    ),
    read: (match) => ({ value: /half/iu.test(match[0]) ? 0.5 : 1 }),
  },
  {
    measure: 'nth-workday',
    pattern: expression(String.raw`第\s?(${NUMBER})\s?个?(?:工作日|营业日|交易日)`),
    read: valueOf,
  },
  {
    measure: 'nth-day',
    pattern: expression(String.raw`第\s?(${NUMBER})\s?个?(?:自然日|日历日|日历天|天|日)`),
    read: valueOf,
  },
  {
    measure: 'nth-workday',
    pattern: expression(String.raw`\b(${EN_ORDINAL})\s(?:business|working)\sday\b`),
    read: valueOf,
  },
  {
    measure: 'nth-day',
    pattern: expression(
      String.raw`\b(${EN_ORDINAL})\s(?:calendar\s|natural\s|full\s|clear\s)?day(?!\sof\s(?:the|each|every|such|that|any)\b)\b`,
    ),
    read: valueOf,
  },
  {
    measure: 'day-of-month',
    pattern: expression(
      String.raw`\b(${EN_ORDINAL})(?:\s(?:calendar\s)?day)?(?=\sof\s(?:the|each|every|such|that)\s(?:[a-z]+\s){0,2}month)`,
    ),
    read: valueOf,
  },
  {
    measure: 'day-of-month',
    pattern: expression(String.raw`(?<=月(?:的|份)?\s?(?:第)?)(\d{1,2}|[一二三四五六七八九十廿]{1,3})\s?[日号](?!内)`),
    read: valueOf,
  },
];

/** What may stand right after a number and makes it a quantity. A round-the-clock mark before it (7×24小时) makes it none. */
interface Unit {
  readonly measure: Measure;
  readonly after: RegExp;
  /** Days of a week. */
  readonly factor?: number;
  /** 半 counts as one half here. */
  readonly half?: true;
}

const after = (source: string): RegExp => new RegExp(source, 'iuy');
const UNITS: readonly Unit[] = [
  { measure: 'permille', after: after(String.raw`\s?‰`) },
  { measure: 'percent', after: after(String.raw`\s?(?:%|per\s?cent\b|percentage\spoints?|个百分点)`) },
  { measure: 'times', after: after(String.raw`\s?倍(?!数)|\s?x\b|\stimes\b`) },
  {
    measure: 'workday',
    after: after(String.raw`\s?个?(?:工作日|营业日|交易日|工作天)|[\s-](?:full\s)?(?:business|working)[\s-]days?\b`),
  },
  {
    measure: 'day',
    after: after(
      String.raw`\s?个?(?:连续)?(?:自然日|日历日|日历天|天|日)(?![元常志程期报夜])|[\s-](?:(?:calendar|natural|consecutive|full|clear|continuous)[\s-])?days?\b`,
    ),
  },
  { measure: 'day', after: after(String.raw`\s?(?:周(?![年岁])|个?星期|[\s-]weeks?\b)|[\s-]weeks?\b`), factor: 7 },
  {
    measure: 'month',
    after: after(String.raw`\s?个(?:自然|日历|整|完整)?月|[\s-](?:(?:calendar|consecutive|full)[\s-])?months?\b`),
    half: true,
  },
  { measure: 'year', after: after(String.raw`\s?年(?!月|度|级)|[\s-]years?\b`), half: true },
  {
    measure: 'hour',
    after: after(
      String.raw`(?:\s?个?(?:连续)?小时|[\s-]?(?:(?:consecutive|continuous|full)[\s-])?hours?\b)(?!\s?[×xX*✕/]\s?\d)`,
    ),
  },
  { measure: 'minute', after: after(String.raw`\s?分钟|[\s-]?(?:(?:consecutive|continuous)[\s-])?minutes?\b`) },
];

const NUMBERS = new RegExp(String.raw`(${NUMBER}|半)(?:(\s?(?:-|–|—|~|～|至|到|to|或者?|or)\s?)(${NUMBER}))?`, 'giu');
/** Between two numbers with one unit that are a choice, and no range. */
const OR = /^\s?(?:或者?|or)\s?$/iu;
/** What is chosen between: lengths, and not the numbers of clauses. */
const LENGTHS: ReadonlySet<Measure> = new Set(['day', 'workday', 'month', 'year', 'hour']);
const CLAUSE_BEFORE = /第\s?$|\b(?:clauses?|sections?|articles?|paragraphs?|items?)\s$/iu;
const CLOCK_BEFORE = /[×xX*✕/]\s?$/u;
/** 3月20日 and 第5日 are no periods, nor are digits that end a longer figure. */
const BOUND_BEFORE = /[月第\d.]$/u;
const LONGEST_YEARS = 99;

/** What a text must hold before a notation is looked for, see `phrase-grams.ts`. */
const REQUIRED = NOTATIONS.map(({ pattern }) => requirementsOf(pattern.source));
const FIGURE = new RegExp(
  String.raw`[\d‰%半双${CHINESE_NUMERAL}]|\b(?:days?|months?|hours?|weeks?|years?|minutes?|per\s?cent|twice|double|treble|triple|times|half|[a-z]*fold|thirds?|quarters?|fourths?|fifths?|sixths?|tenths?|twelfths?)\b`,
  'iu',
);

function unitAt(text: string, at: number, before: string, half: boolean): { unit: Unit; end: number } | undefined {
  for (const unit of UNITS) {
    if (half && unit.half !== true) continue;
    if ((unit.measure === 'day' || unit.measure === 'month') && BOUND_BEFORE.test(before)) continue;
    unit.after.lastIndex = at;
    if (unit.after.test(text)) return { unit, end: unit.after.lastIndex };
  }
  return undefined;
}

/** Hours of a service (7×24) are no length. */
const isMultiplied = (before: string, measure: Measure): boolean =>
  measure !== 'percent' && measure !== 'permille' && CLOCK_BEFORE.test(before);

/** What looks like a quantity and is none: hours of a service, the number of a year. */
const isNone = (before: string, measure: Measure, value: number): boolean =>
  isMultiplied(before, measure) || (measure === 'year' && value > LONGEST_YEARS);

/** A number; of one that is written twice and says two things, the first: both are told of the fact, see `two-readings.ts`. */
const numberOf = (written: string): number | undefined =>
  written === '半' ? 0.5 : (readNumber(written) ?? contradictions(written)[0]?.values[0]);

/** A choice of two lengths with one unit; of other measures, or behind the word for a clause, it is none. */
function chosen(
  text: string,
  { start, end }: Stretch,
  { measure, factor = 1 }: Unit,
  [either, value]: readonly [number, number | undefined],
): Quantity | undefined {
  const isClause = CLAUSE_BEFORE.test(text.slice(Math.max(0, start - 12), start));
  if (value === undefined || isClause || !LENGTHS.has(measure)) return undefined;
  return { start, end, measure, value: value * factor, either: either * factor };
}

/** The quantity that a number and the unit behind it make; a range keeps both ends. */
function counted(
  text: string,
  start: number,
  [, first = '', dash = '', last]: readonly (string | undefined)[],
): Quantity | undefined {
  const before = text.slice(Math.max(0, start - 3), start);
  const one = start + first.length;
  const both = last === undefined ? undefined : unitAt(text, one + dash.length + last.length, before, false);
  const found = both ?? unitAt(text, one, before, first === '半');
  const value = numberOf(first);
  if (!found || value === undefined) return undefined;
  const { unit, end } = found;
  if (isNone(before, unit.measure, value)) return undefined;
  if (both && OR.test(dash)) return chosen(text, { start, end }, unit, [value, numberOf(last ?? '')]);
  const upTo = both ? readNumber(last ?? '') : undefined;
  // Half a year is six months; half a month is no number of days.
  if (unit.measure === 'year' && first === '半' && !both) return { start, end, measure: 'month', value: 6 };
  const quantity = { start, end, measure: unit.measure, value: value * (unit.factor ?? 1) };
  return upTo === undefined ? quantity : { ...quantity, upTo: upTo * (unit.factor ?? 1) };
}

/**
 * All quantities of a text made `plain`, in order, none overlapping.
 * @param grams the text's runs, see `gramsOf`
 */
export function quantities(text: string, grams: ReadonlySet<string>): readonly Quantity[] {
  if (!FIGURE.test(text)) return [];
  const found: Quantity[] = [];
  const taken = new Uint8Array(text.length);
  const add = (quantity: Quantity): void => {
    if (taken[quantity.start] === 1 || taken[quantity.end - 1] === 1) return;
    taken.fill(1, quantity.start, quantity.end);
    found.push(quantity);
  };
  for (const [index, { measure, pattern, read }] of NOTATIONS.entries()) {
    if (REQUIRED[index]?.some((requirement) => !requirement.some((gram) => grams.has(gram)))) continue;
    for (const match of text.matchAll(pattern)) {
      const value = read(match);
      if (value) add({ start: match.index, end: match.index + match[0].length, measure, ...value });
    }
  }
  for (const { start, end, percent } of feeFractionsIn(text)) add({ start, end, measure: 'percent', value: percent });
  for (const match of text.matchAll(NUMBERS)) {
    const quantity = counted(text, match.index, match);
    if (quantity) add(quantity);
    else if (match[3] !== undefined) {
      const start = match.index + match[0].length - match[3].length;
      const second = counted(text, start, [match[3], match[3]]);
      if (second) add(second);
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
}
