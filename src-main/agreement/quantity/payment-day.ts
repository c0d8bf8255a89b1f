import { EN_ORDINAL, NUMBER, readNumber } from './written-numbers.ts';
import { plain } from '../meaning/sentences.ts';

/** The day by which each period is paid for, as agreements write it: `每月10日前`, `by the 5th day of the first month of each quarter`. */
export interface PaymentDay {
  /** A day of the month, its last one where the month is shorter; or its so-manieth working day. */
  readonly day: number;
  readonly working?: true;
  /** “Before” it, in words that leave open whether the day itself is in time. */
  readonly before?: true;
  /** Of every month, of one month of each quarter (1 to 3), or of one of each year (1 to 12). */
  readonly every: 'month' | 'quarter' | 'year';
  readonly month?: number;
  /** How many months after the one that is paid for, where the words say it: 1 for `次月`, 0 for `当月`, -1 for the month ahead. */
  readonly after?: -1 | 0 | 1;
}

interface Found {
  readonly value: PaymentDay;
  readonly start: number;
  readonly end: number;
}

const OF_CALENDAR = '(?:自然|日历|公历)?';
const BY =
  '(?:[（(]\\s?(?:含|包括)[^）)]{0,6}[）)]\\s?)?(?:\\s?(?:当日|当天))?(?:\\s?[（(]?(?:含(?:当日|当天|本日)?|包括当日)[）)]?)?\\s?(?:之前|以前|前|内|以内|之内|止)?';
/** That the day itself is in time, or that it is too late. */
const ITSELF_IN = /含|包括|当[日天]|本日|或之?前|及之?前|内|止/u;
const ITSELF_OUT = /不(?:含|包括)/u;
/** Right behind a day: that something is done before it. */
const BEFORE_DAY = /(?:之前|以前|前)$/u;

/**
 * Whether words name a day of a month that something is done before (`每月10日前`), and leave open whether the day itself is in time: no
 * article says whether “before” takes it in (Civil Code, article 1259).
 */
export const leavesDayOpen = (words: string): boolean =>
  BEFORE_DAY.test(words.trim()) && !ITSELF_IN.test(words) && !ITSELF_OUT.test(words);

const LAST = '(?:月?[底末](?:最后一?[日天])?|最后\\s?[一1]?\\s?[日天])';
const EVERY = `(?:每一?个?|各)${OF_CALENDAR}`;
const QUARTER_MONTH = '(首个?月|第[一1]个?月|第[二2]个?月|末月|第[三3]个?月|最后[一1]?个?月|首|末)';

/** Each way of writing it in Chinese; groups by name. */
const CHINESE: readonly RegExp[] = [
  new RegExp(
    `${EVERY}季度?(?:的)?${QUARTER_MONTH}(?:的)?\\s?(?:(?:第\\s?)?(?<day>${NUMBER})\\s?[日号]|(?:前|第)\\s?(?<work>${NUMBER})\\s?个?(?:工作日|营业日)|(?<last>${LAST}))${BY}`,
    'giu',
  ),
  new RegExp(
    `(?:每一?个?|各)(?:自然)?年度?(?:的)?\\s?(?<month>${NUMBER})\\s?月(?:份)?(?:的)?\\s?(?:第\\s?)?(?<day>${NUMBER})\\s?[日号]${BY}`,
    'giu',
  ),
  new RegExp(
    `(?:${EVERY}月(?:的|份)?|(?<next>(?:次|翌|下[一1]?个?)${OF_CALENDAR}月(?:的|份)?)|(?<same>(?:当|本|该)${OF_CALENDAR}月(?:的|份)?))\\s?(?:(?:第\\s?)?(?<day>${NUMBER})\\s?[日号]|(?:的)?(?:前|第)\\s?(?<work>${NUMBER})\\s?个?(?:工作日|营业日)|前\\s?(?<first>${NUMBER})\\s?(?:个?自然)?[日天]|(?<last>${LAST}))${BY}`,
    'giu',
  ),
];

const ORDINAL_DAY = `(?:(?<day>${EN_ORDINAL})(?:\\s(?:calendar\\s)?day)?|(?<work>${EN_ORDINAL})\\s(?:business|working)\\sday|(?<last>last)\\s(?:calendar\\s)?day|day\\s(?<plain>\\d{1,2}))`;
const BEFORE =
  '(?<by>(?:on\\sor\\s(?:before|prior\\sto)|by|before|prior\\sto|not?\\slater\\sthan|no\\slater\\sthan|at\\sthe\\slatest\\s(?:on|by)|on|due|until)\\s)?(?:the\\s)?';
const EACH = '(?:each|every|any)';
const ENGLISH: readonly RegExp[] = [
  new RegExp(
    `\\b${BEFORE}${ORDINAL_DAY}\\s(?:of|in)\\s(?:the\\s)?(?<nth>first|second|third|last)\\smonth\\s(?:of|in)\\s(?:${EACH}|the)\\s(?:calendar\\s)?quarter\\b`,
    'giu',
  ),
  new RegExp(
    `\\b${BEFORE}${ORDINAL_DAY}\\s(?:of|in)\\s(?:(?<of>the|each|every|any|that|such|a)\\s)?(?:(?<next>following|next|succeeding|subsequent)\\s|(?<same>same|current|relevant|that)\\s)?(?:calendar\\s|billing\\s|service\\s)?month(?:\\s(?<follows>following|after)\\b)?`,
    'giu',
  ),
  new RegExp(
    `\\bwithin\\sthe\\sfirst\\s(?<first>${NUMBER})\\s(?:(?<working>business|working)\\s)?(?:calendar\\s)?days?\\s(?:of|in)\\s${EACH}\\s(?:calendar\\s)?month\\b`,
    'giu',
  ),
  new RegExp(
    `\\bmonthly\\s(?:in\\s(?:advance|arrears)\\s)?${BEFORE}(?<day>${EN_ORDINAL})(?:\\s(?:calendar\\s)?day)?\\b(?!\\s(?:day|of))`,
    'giu',
  ),
];

const SERVED: readonly (readonly [PaymentDay['after'], RegExp])[] = [
  [1, /(?:上|前)[一1]?个?(?:自然|日历)?月|\b(?:previous|preceding|prior|last)\s(?:calendar\s)?month|in\sarrears/iu],
  [
    -1,
    /(?:下|次)[一1]?个?(?:自然|日历)?月(?:度|份)?(?:的)?[^，。；]{0,8}(?:费|款|租)|\bfor\sthe\s(?:following|next)\s(?:calendar\s)?month/iu,
  ],
  [
    0,
    /(?:当|本)(?:自然|日历)?月(?:度|份)?(?:的)?[^，。；]{0,8}(?:费|款|租)|\bfor\s(?:that|the\ssame|the\scurrent)\s(?:calendar\s)?month/iu,
  ],
];

const FIRST: readonly (readonly [number, RegExp])[] = [
  [1, /首|[一1]|first/iu],
  [2, /[二2]|second/iu],
  [3, /末|[三3]|最后|third|last/iu],
];

const ordinal = (words: string | undefined): number | undefined =>
  words === undefined ? undefined : readNumber(words.replace(/(\d)(?:st|nd|rd|th)\b/giu, '$1'));

/** Which month of a quarter words name: the last words of a list are looked for first. */
function monthOfQuarter(words: string): number | undefined {
  if (/最后|末|last/iu.test(words)) return 3;
  return FIRST.find(([, pattern]) => pattern.test(words))?.[0];
}

/** The day that a match writes; none where there is no such day. */
function dayIn({ 0: match, groups = {} }: RegExpMatchArray): Pick<PaymentDay, 'day' | 'working'> | undefined {
  const { day, work, last, first, working, plain: written, by = '' } = groups;
  if (last !== undefined) return { day: 31 };
  const value = ordinal(day ?? work ?? first ?? written);
  if (value === undefined || !Number.isInteger(value) || value < 1 || value > 31) return undefined;
  // “Before the 10th” is over when the 10th begins.
  const earlier = /^(?:before|prior)/iu.test(by) ? value - 1 : value;
  if (earlier < 1) return undefined;
  const open = first === undefined && leavesDayOpen(match);
  return {
    day: earlier,
    ...(work !== undefined || working !== undefined ? { working: true } : {}),
    ...(open ? { before: true } : {}),
  };
}

/** Of which month of a quarter or a year a match is; `none` where it names one that does not exist, undefined where it is of every month. */
function monthIn(match: RegExpMatchArray): Pick<PaymentDay, 'every' | 'month'> | 'none' | undefined {
  const quarter = match.groups?.['nth'] ?? (/季/u.test(match[0]) ? match[1] : undefined);
  const written = match.groups?.['month'];
  if (quarter === undefined && written === undefined) return undefined;
  const month = quarter === undefined ? readNumber(written ?? '') : monthOfQuarter(quarter);
  if (month === undefined || month < 1 || month > 12) return 'none';
  return { every: quarter === undefined ? 'year' : 'quarter', month };
}

function foundIn(text: string, match: RegExpMatchArray): Found | undefined {
  const groups: Readonly<Record<string, string | undefined>> = match.groups ?? {};
  const named = dayIn(match);
  const of = monthIn(match);
  if (!named || of === 'none') return undefined;
  const at = { start: match.index ?? 0, end: (match.index ?? 0) + match[0].length };
  if (of) return { value: { ...named, ...of }, ...at };
  const next = groups['next'] !== undefined || groups['follows'] !== undefined;
  const same = groups['same'] !== undefined;
  // “Of the month” alone may be the month of something else.
  if (!next && !same && /^(?:the|that|such|a)$/iu.test(groups['of'] ?? '')) return undefined;
  const around = text.slice(Math.max(0, at.start - 40), at.start) + text.slice(at.end, at.end + 60);
  const after = next ? 1 : same ? 0 : SERVED.find(([, pattern]) => pattern.test(around))?.[0];
  return { value: { ...named, every: 'month', ...(after === undefined ? {} : { after }) }, ...at };
}

/** From that day on, or up to another one, or one of several: not by it. */
const NO_LAST_DAY =
  /^\s?(?:[日号]?(?:起|开始|之?后|以后|至|到|[-–—~、]|[和及或与]\s?(?:每月)?[\d一二三四五六七八九十])|(?:,|and|or|to|through|until|-|–)\s?(?:on\s)?(?:the\s)?(?:\d|[a-z-]+(?:st|nd|rd|th)\b))/iu;
const ONE_OF_SEVERAL =
  /(?:\d(?:st|nd|rd|th)|[\d一二三四五六七八九十]\s?[日号])\s?(?:、|,|和|及|或|and|or|to|through|-|–)\s?(?:the\s)?$/iu;

/** Every such day that a text writes, in order, none overlapping. Offsets are those of the text. */
export function paymentDaysIn(written: string): readonly Found[] {
  const text = plain(written);
  const found: Found[] = [];
  for (const pattern of [...CHINESE, ...ENGLISH]) {
    for (const match of text.matchAll(pattern)) {
      const each = foundIn(text, match);
      if (!each || NO_LAST_DAY.test(text.slice(each.end)) || ONE_OF_SEVERAL.test(text.slice(0, each.start))) continue;
      if (!found.some(({ start, end }) => each.start < end && start < each.end)) found.push(each);
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
}

/** The one day that words write; none where they write several. */
export function paymentDayIn(written: string): PaymentDay | undefined {
  const [only, other] = paymentDaysIn(written.normalize('NFKC'));
  return other === undefined ? only?.value : undefined;
}
