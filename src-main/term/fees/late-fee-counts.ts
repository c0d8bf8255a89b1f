import { WHOLE_MONTH } from './part-month.ts';

const BASIS =
  /(?:一年|全年|每年|年)(?:按照?|以|为)?\s*(?<zh>36[05])\s*(?:日|天)|(?:按照?|以)\s*(?<per>36[05])\s*(?:日|天)(?:为)?一?年|\b(?<en>36[05])[- ]days?\s?(?:year|a\s?year)|\byear\sof\s(?<of>36[05])\sdays/iu;

/** How many days a year of interest has by the words, as the longer and the shorter reading: 365 and 360 where they do not say. */
export function dayCount(words: string): readonly [bigint, bigint] {
  const { zh, per, en, of } = BASIS.exec(words.normalize('NFKC'))?.groups ?? {};
  const days = zh ?? per ?? en ?? of;
  return days === undefined ? [365n, 360n] : [BigInt(days), BigInt(days)];
}

/** Whether a begun month counts as a whole one by the words. */
export const wholeMonths = (words: string): boolean => WHOLE_MONTH.test(words);
