import { NUMBER, readNumber } from './written-numbers.ts';

/**
 * On which day each month begins by which a service is paid for and measured, where that is not the first: in the month that the
 * words name, or in the one before it (`上月26日至本月25日`).
 */
export interface Cycle {
  readonly from: number;
  readonly before?: true;
  /**
   * The words write the last day, the one before: a month that has no such beginning begins after that day all the same
   * (`29日至次月28日` has the 28th of February as its last day, in years with and without a 29th).
   */
  readonly lastWritten?: true;
}

const ORDINALS = [
  ...['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh'],
  ...['twelfth', 'thirteenth', 'fourteenth', 'fifteenth', 'sixteenth', 'seventeenth', 'eighteenth', 'nineteenth'],
  ...['twentieth', 'twenty-first', 'twenty-second', 'twenty-third', 'twenty-fourth', 'twenty-fifth', 'twenty-sixth'],
  ...['twenty-seventh', 'twenty-eighth', 'twenty-ninth', 'thirtieth', 'thirty-first'],
];
const ORDINAL = new RegExp(
  `\\b(?:${ORDINALS.toReversed()
    .map((word) => word.replace('-', '[- ]'))
    .join('|')})\\b`,
  'giu',
);

/** Ordinals in words as figures, and the last day of a month as its 31st, which it is wherever a month is shorter. */
const ordinalsInFigures = (written: string): string =>
  written
    .normalize('NFKC')
    .replace(ORDINAL, (word) => `${ORDINALS.indexOf(word.toLowerCase().replace(' ', '-')) + 1}th`)
    .replace(/(\d{1,2})(?:st|nd|rd|th)\s?\(\s?\d{1,2}(?:st|nd|rd|th)?\s?\)/giu, '$1th')
    .replace(/\blast\s(?:calendar\s)?day\b/giu, '31th day')
    .replace(/月(?:的)?(?:最后\s?[1一]?\s?[日天]|月?[底末])/gu, '月31日');

const HOUR = '(?:\\s?(?:零时|零点|(?<!\\d)0\\s?[时点](?:整)?|0?0:00|24\\s?[时点]|24:00))?';
const DAY = `(?:第)?(${NUMBER})\\s?[日号]${HOUR}`;
const EVERY = '(?:每个?|各)(?:自然|日历|公历)?月(?:的)?\\s?';
const RANGE = new RegExp(
  `(?:(每个?|各|当|本|上个?|前[1一]?个?)?(?:自然|日历|公历)?月)(?:的)?\\s?${DAY}\\s?(?:起|开始)?\\s?(?:至|到|-|–|—|~)\\s?(?:(次|下[1一]?个?|翌|本|当|同|该)?(?:自然|日历|公历)?月)\\s?(?:的)?${DAY}`,
  'u',
);
const WHOLE = /自然月|日历月|公历月|\bcalendar\smonths?\b/iu;
const FROM = [
  new RegExp(`${EVERY}${DAY}\\s?(?:为|作为|起算|开始|起)`, 'u'),
  new RegExp(`(?:起始日|起算日|开始日|首日)[^，。；\\d]{0,8}${EVERY}${DAY}`, 'u'),
  new RegExp(
    `(?:自|从)\\s?(?:\\d{4}\\s?年)?\\s?\\d{1,2}\\s?月\\s?${DAY}\\s?(?:起|开始)[^。；]{0,12}每满?\\s?(?:一个?|1\\s?个?)月`,
    'u',
  ),
] as const;
const UNTIL = [
  new RegExp(`(?:截至|截止(?:至|到|于)?|结束于|止于)\\s?${EVERY}${DAY}`, 'u'),
  new RegExp(`${EVERY}${DAY}\\s?(?:止|为止|结束|截止|终了)`, 'u'),
] as const;
/** A day on which bills are made out says nothing by itself of when a month begins or ends. */
const DAY_OF_BILLS = '(?:账单日|出账日|结账日|结算日|扣费日)';
const BILL_DAY = [
  new RegExp(`${EVERY}${DAY}\\s?(?:为|是|作为|系)\\s?${DAY_OF_BILLS}`, 'u'),
  new RegExp(`${DAY_OF_BILLS}\\s?(?:为|是|系|:|：)?\\s?${EVERY}${DAY}`, 'u'),
] as const;
const UNTIL_BILL = new RegExp(
  `(?:截至|截止(?:至|到|于)?|至|到)[^，。；]{0,4}${DAY_OF_BILLS}|(?:自|从)[^，。；]{0,4}${DAY_OF_BILLS}(?:的|之)?(?:次日|翌日|第二[日天]|后[1一][日天])`,
  'u',
);
const FROM_BILL = new RegExp(`(?:自|从|以)[^，。；]{0,4}${DAY_OF_BILLS}`, 'u');

const NTH = '(?:midnight\\s(?:on|of)\\s)?(?:the\\s)?(\\d{1,2})(?:st|nd|rd|th)(?:\\s(?:calendar\\s)?day)?';
const OF_MONTH =
  '(?:\\s(?:of|in)\\s(?:the\\s)?(each|every|any|a|one|that|this|such|same|current|relevant|preceding|previous|prior|last|following|next|succeeding|subsequent)?(?:\\s?calendar)?\\s?month)?';
const EN_RANGE = new RegExp(
  `\\b${NTH}${OF_MONTH},?\\s(?:to|through|until|till|-|–|and\\s(?:each\\s)?(?:ends?|ending|closes?|runs?\\s(?:to|through|until))(?:\\s(?:on|at))?|ending\\son)\\s(?:and\\sincluding\\s)?${NTH}${OF_MONTH}`,
  'iu',
);
const EN_EACH = '\\s(?:of|in)\\s(?:each|every|a|the)\\s(?:calendar\\s)?month';
const EN_FROM = new RegExp(`(?:begin|start|commenc|run)\\w*\\s(?:on|from|at|with)\\s${NTH}${EN_EACH}`, 'iu');
const EN_UNTIL = new RegExp(
  `\\b(?:end|clos|expir)\\w*\\s(?:on|at|with)\\s(?:the\\s)?(?:end\\sof\\s)?${NTH}${EN_EACH}`,
  'iu',
);

const isDay = (day: number | undefined): day is number =>
  day !== undefined && Number.isInteger(day) && day >= 1 && day <= 31;

/** The month behind a last day: from the day after it. */
const after = (last: number): Cycle =>
  last === 31 ? { from: 1 } : { from: last + 1, ...(last >= 28 ? { lastWritten: true as const } : {}) };

/** From a day to the one before it: to the day itself only where its hour is named, for then the day is left out. */
function between(from: string, to: string, words: string): Cycle | undefined {
  const [first, last] = [readNumber(from), readNumber(to)];
  if (!isDay(first) || !isDay(last)) return undefined;
  if (last === first && /(?:零时|零点|(?<!\d)0\s?[时点]|(?<!\d)0?0:00|midnight)/iu.test(words)) return { from: first };
  return last === first - 1 ? after(last) : undefined;
}

/** Two days as they are written, each with the words for its month. */
interface Written {
  readonly words: string;
  readonly first: string;
  readonly last: string;
  /** The first is one of the month before, or the last one of the month after. */
  readonly earlier: boolean;
  readonly later: boolean;
  /** Both are said to be days of one month, or nothing is said. */
  readonly inOne: boolean;
}

function writtenIn(words: string): Written | undefined {
  const chinese = RANGE.exec(words);
  if (chinese) {
    const [range, ofFirst = '', first = '', ofLast = '', last = ''] = chinese;
    const inOne = ofLast === '' || /^[本当同该]/u.test(ofLast);
    return { words: range, first, last, earlier: /^[上前]/u.test(ofFirst), later: !inOne, inOne };
  }
  const english = EN_RANGE.exec(words);
  if (!english) return undefined;
  const [range, first = '', ofFirst = '', last = '', ofLast = ''] = english;
  const later = /^(?:foll|next|succ|subs)/iu.test(ofLast);
  return { words: range, first, last, earlier: /^(?:prec|prev|prior|last)/iu.test(ofFirst), later, inOne: !later };
}

/** From one day to another; `undefined` where the two bound no month: of the month before to one of this, or of this to the next. */
function rangeOf({ words, first, last, earlier, later, inOne }: Written): Cycle | undefined {
  if (!earlier && inOne && readNumber(first) === 1 && readNumber(last) === 31) return { from: 1 };
  const cycle = between(first, last, words);
  if (!cycle || (earlier && later)) return undefined;
  // Chinese always names the month of the last day; English may leave it to be understood.
  if (!earlier && inOne && RANGE.test(words)) return undefined;
  return earlier ? { ...cycle, before: true } : cycle;
}

const dayOf = (words: string, patterns: readonly RegExp[]): number | undefined => {
  for (const pattern of patterns) {
    const day = readNumber(pattern.exec(words)?.[1] ?? '');
    if (isDay(day)) return day;
  }
  return undefined;
};

const NAMED_DAY = new RegExp(`月(?:的)?\\s?(?:第)?${NUMBER}\\s?[日号](?!以?内)|\\b\\d{1,2}(?:st|nd|rd|th)\\b`, 'iu');

/** Whether words name a day of the month at all, understood or not. */
export const namesDay = (written: string): boolean =>
  NAMED_DAY.test(ordinalsInFigures(written)) || new RegExp(DAY_OF_BILLS, 'u').test(written);

/** The day on which the months of a service begin, as agreements write it; absent where the words do not say it. */
export function cycleIn(written: string): Cycle | undefined {
  const words = ordinalsInFigures(written);
  const range = writtenIn(words);
  if (range) return rangeOf(range);
  const bill = dayOf(words, BILL_DAY);
  if (bill !== undefined) {
    if (UNTIL_BILL.test(words)) return after(bill);
    return FROM_BILL.test(words) ? { from: bill } : undefined;
  }
  const last = dayOf(words, [...UNTIL, EN_UNTIL]);
  const first = dayOf(words, [...FROM, EN_FROM]);
  if (first !== undefined) return { from: first };
  if (last !== undefined) return after(last);
  return WHOLE.test(words) && !NAMED_DAY.test(words) ? { from: 1 } : undefined;
}

/** Whether words speak of months of the calendar, and of no day of theirs. */
export const isOfCalendar = (written: string): boolean => WHOLE.test(written) && cycleIn(written)?.from === 1;

const SAID = new RegExp(
  `^(?:每个?月(?:的)?\\s?|the\\s|day\\s)?(${NUMBER})\\s?(?:[日号]|st|nd|rd|th)?(?:起|开始)?$`,
  'iu',
);

/** The same as a person writes it down: `16`, `16日`, `每月16日至次月15日`, `自然月`. */
export function saidCycle(written: string): Cycle | undefined {
  const words = written.normalize('NFKC').trim();
  const day = readNumber(SAID.exec(words)?.[1] ?? '');
  return isDay(day) ? { from: day } : cycleIn(words);
}
