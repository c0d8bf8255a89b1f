import { NUMBER, readNumber } from './written-numbers.ts';

/**
 * On which day each month begins by which a service is paid for and measured, where that is not the first: in the month that the
 * words name, or in the one before it (`上月26日至本月25日`).
 */
export interface Cycle {
  readonly from: number;
  readonly before?: true;
}

const DAY = `(?:第)?(${NUMBER})\\s?[日号](?:\\s?(?:零时|零点|0\\s?[时点](?:整)?|0?0:00))?`;
const RANGE = new RegExp(
  `(?:(每个?|当|本|上个?|前[1一]?个?)?月)\\s?${DAY}\\s?(?:起|开始)?\\s?(?:至|到|-|–|—|~)\\s?(次|下[1一]?个?|翌|本|当|同|该)月\\s?(?:的)?${DAY}`,
  'u',
);
const WHOLE =
  /(?:每个?|当)月(?:的)?\s?(?:1|一|首)\s?[日号]\s?(?:起|开始)?\s?(?:至|到|-|–|—|~)\s?(?:当|本|同|该)?月(?:的)?\s?(?:底|末|最后[1一]?[日天]|月末|31\s?[日号])|自然月|日历月|公历月|\bcalendar\smonths?\b/iu;
const FROM = [
  new RegExp(`每个?月(?:的)?\\s?${DAY}\\s?(?:为|作为|起算|开始|起)`, 'u'),
  new RegExp(`(?:起始日|起算日|开始日|首日)[^，。；\\d]{0,8}每个?月(?:的)?\\s?${DAY}`, 'u'),
] as const;
const NTH = '(\\d{1,2})(?:st|nd|rd|th)';
const EN_RANGE = new RegExp(
  `\\b${NTH}(?:\\s(?:calendar\\s)?day)?(?:\\sof\\s(?:each|every|any|a|one|the)\\s(?:calendar\\s)?month)?,?\\s(?:to|through|until|till|-|–)\\s(?:and\\sincluding\\s)?(?:the\\s)?${NTH}(?:\\s(?:calendar\\s)?day)?\\sof\\sthe\\s(?:following|next|succeeding|subsequent)(?:\\scalendar)?\\smonth`,
  'iu',
);
const EN_FROM = new RegExp(
  `(?:begin|start|commenc)\\w*\\s(?:on|from|at|with)\\s(?:the\\s)?${NTH}(?:\\s(?:calendar\\s)?day)?\\sof\\s(?:each|every|a|the)\\s(?:calendar\\s)?month`,
  'iu',
);

const isDay = (day: number | undefined): day is number =>
  day !== undefined && Number.isInteger(day) && day >= 1 && day <= 31;

/** From a day to the one before it: to the day itself only where its hour is named, for then the day is left out. */
function between(from: string, to: string, words: string): number | undefined {
  const [first, last] = [readNumber(from), readNumber(to)];
  if (!isDay(first) || !isDay(last)) return undefined;
  const excluded = last === first && /(?:零时|零点|0\s?[时点]|0:00)/u.test(words);
  return last === first - 1 || excluded ? first : undefined;
}

/** The day on which the months of a service begin, as agreements write it; absent where the words do not say it. */
export function cycleIn(written: string): Cycle | undefined {
  const words = written.normalize('NFKC');
  const [range, monthFrom = '每', from = '', monthTo = '', to = ''] = RANGE.exec(words) ?? [];
  if (range !== undefined) {
    const first = between(from, to, range);
    const earlier = /^[上前]/u.test(monthFrom);
    // From a day of the month before to one of this month, or from this month to the next: anything else is no month.
    if (first === undefined || earlier !== /^[本当同该]/u.test(monthTo)) return undefined;
    return earlier ? { from: first, before: true } : { from: first };
  }
  const english = EN_RANGE.exec(words);
  if (english) {
    const first = between(english[1] ?? '', english[2] ?? '', '');
    return first === undefined ? undefined : { from: first };
  }
  for (const pattern of [...FROM, EN_FROM]) {
    const first = readNumber(pattern.exec(words)?.[1] ?? '');
    if (isDay(first)) return { from: first };
  }
  return WHOLE.test(words) ? { from: 1 } : undefined;
}

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
