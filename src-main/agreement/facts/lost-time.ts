import type { Fact } from '../fact.ts';
import type { Clause } from '../model.ts';
import { sentenceOf, wordsAt } from '../meaning/phrases.ts';
import { sentences } from '../meaning/sentences.ts';

const TIME_ZH =
  '(?:不可用|故障|中断|停机|宕机|延误|丢失|损失)(?:的|持续)?(?:总)?(?:时间|时长|时段|期间|分钟数|小时数|天数)';
const TIME_EN =
  '(?:the\\s|any\\s|such\\s)?(?:(?:amount|length|duration|period)\\sof\\s)?(?:the\\s)?(?:time\\s(?:lost|during|for|that|in)\\b|lost\\s(?:service\\s)?time|downtime|(?:unavailable|down)\\s(?:time|minutes|hours)|outage(?:\\stime|\\sminutes)?|(?:unavailability|interruption)\\b)';

/** So many times the time in which the service was down. */
const TIMES_LOST: readonly RegExp[] = [
  `${TIME_ZH}(?:的)?\\s?(?<q>\\uE009)`,
  `(?<q>\\uE009)(?:于|的)?${TIME_ZH}`,
  `(?<q>\\uE009)\\s(?:as\\slong\\sas\\s)?${TIME_EN}`,
].map((source) => new RegExp(source, 'giu'));
const GIVEN =
  /赔偿|补偿|赔付|返还|延长|延期|顺延|赠送|补足|获得|credit|extend|extension|compensat|prolong|add(?:s|ed)?\b|\breceiv|\bentitled\b|\bgrant|free of charge/iu;
/** A fee of that time is a sum of money, and another fact. */
const OF_A_FEE = /^[^，。；,.;]{0,4}(?:服务)?[费款]|^\s?(?:fees?|charges?)\b/iu;

/**
 * What is given back of the service as a multiple of the time in which it was down (`按故障时间的十倍补偿`): a credit that the provider owes,
 * of no fee and no sum, so that no calculator makes money of it.
 */
export function lostTimeFacts(sources: readonly { readonly clause: Clause }[]): readonly Fact[] {
  return sources.flatMap(({ clause }) => {
    const found = sentences(clause.text).flatMap((stretch): readonly Omit<Fact, 'id'>[] => {
      const sentence = sentenceOf(clause.text, stretch);
      const { text, quantities } = sentence;
      if (!GIVEN.test(text)) return [];
      return TIMES_LOST.flatMap((pattern) => [...text.matchAll(pattern)]).flatMap((match) => {
        const quantity = quantities.get(match.index + match[0].indexOf(match.groups?.['q'] ?? ''));
        const end = match.index + match[0].length;
        if (!quantity || OF_A_FEE.test(text.slice(end))) return [];
        const words = wordsAt(clause.text, sentence, { start: match.index, end });
        return [
          {
            ...({ kind: 'lost-time-credit', unit: 'times', party: 'provider', clause: clause.id } as const),
            value: { amount: quantity.value, unit: 'times', of: { words } } as const,
            quote: clause.text.slice(stretch.start, stretch.end).trim(),
          },
        ];
      });
    });
    return found.map((fact, index) => ({ id: `${clause.id}/lost-time-credit/${index + 1}`, ...fact }));
  });
}
