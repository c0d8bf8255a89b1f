import { WHOLE_MONTH } from './part-month.ts';

const BASIS =
  /(?:一年|全年|每年|年)(?:按照?|以|为)?\s*(?<zh>36[05])\s*(?:日|天)|(?:按照?|以)\s*(?<per>36[05])\s*(?:日|天)(?:为)?一?年|\b(?<en>36[05])[- ]days?\s?(?:year|a\s?year)|\byear\sof\s(?<of>36[05])\sdays/iu;

/** How many days a year of interest has by the words, as the longer and the shorter reading: 365 and 360 where they do not say. */
export function dayCount(words: string): readonly [bigint, bigint] {
  const { zh, per, en, of } = BASIS.exec(words.normalize('NFKC'))?.groups ?? {};
  const days = zh ?? per ?? en ?? of;
  return days === undefined ? [365n, 360n] : [BigInt(days), BigInt(days)];
}

/** A rate for each month “or part of” one is due for a begun month in full: `per month or part thereof`, `每月或不足一月`. */
const OR_PART =
  /\bmonths?\s?[,(]?\s?(?:or|and|\/)\s(?:(?:any|a|each|every|for\s(?:any|each))\s)?(?:part|fraction|portion)\s(?:of\s(?:a|one|the|such|that|any)\s(?:\w+\s)?month|thereof|of\s(?:it|one))|月[（(，,]?(?:或|及)(?:其)?(?:不足|不满|部分)(?:一个?|1个?|整)?月/iu;

/** Whether a begun month counts as a whole one by the words. */
export const wholeMonths = (words: string): boolean => WHOLE_MONTH.test(words) || OR_PART.test(words);
