import type { FeePeriod, FeeValue } from './fee-value.ts';
import { plain, type Stretch } from '../meaning/sentences.ts';
import { amountsIn, type StatedMoney } from './yuan.ts';

/** For how long a fee is paid, as words behind its amount, before it, or in its name say it. */
const PERIODS: readonly (readonly [FeePeriod, string, string])[] = [
  ['half-year', '半年(?:度)?', 'half[-\\s]?year(?:ly)?|semi-?annual(?:ly)?|six\\smonths'],
  ['month', '(?:个)?(?:自然)?月(?:度)?', 'months?|monthly'],
  ['quarter', '季(?:度)?', 'quarters?|quarterly'],
  ['year', '年(?:度)?', 'years?|yearly|annum|annual(?:ly)?'],
];
const BEHIND = PERIODS.map(
  ([per, zh, en]) =>
    [
      per,
      new RegExp(
        `^\\s?(?:（含税）|\\(含税\\))?\\s?(?:(?:/|每|一)\\s?(?:${zh})|(?:/|per|a|an|each|every)\\s?(?:calendar\\s)?(?:${en})\\b|(?:${en})\\b)`,
        'iu',
      ),
    ] as const,
);
const AHEAD = PERIODS.map(
  ([per, zh, en]) =>
    [
      per,
      new RegExp(
        `(?:每|按)\\s?(?:${zh})|(?:${zh})(?=[^，。]{0,4}(?:费|租|价))|包(?:${zh})|\\b(?:${en})\\b|\\b(?:per|each|every)\\s(?:${en})\\b`,
        'giu',
      ),
    ] as const,
);

/** The period that words behind an amount give it. */
const behindIt = (words: string): { readonly every: FeePeriod; readonly length: number } | undefined =>
  BEHIND.flatMap(([every, pattern]) => {
    const found = pattern.exec(words);
    return found ? [{ every, length: found[0].length }] : [];
  })[0];

/** The period that words give a fee: the one that stands last in them. */
export const periodIn = (words: string): FeePeriod | undefined =>
  AHEAD.flatMap(([every, pattern]) => [...words.matchAll(pattern)].map(({ index }) => ({ every, index }))).toSorted(
    (a, b) => b.index - a.index,
  )[0]?.every;

/** A price of one piece, one user or one gigabyte is no fee of the service. */
const OF_A_PIECE =
  /^\s?(?:\/|每)\s?(?![月季年]|半年|个月|自然月|months?\b|years?\b|quarters?\b)[\p{L}]|^\s?per\s(?!month|year|quarter|annum|calendar|half)/iu;

/** A fee as words state it, with its place in them. */
export interface StatedFee extends Stretch {
  readonly value: FeeValue;
  /** Whether its period stands with the amount itself. */
  readonly timed: boolean;
}

const currencyOf = ({ yuan, foreign }: StatedMoney): Pick<FeeValue, 'currency'> =>
  yuan !== undefined ? { currency: 'CNY' } : foreign ? { currency: foreign.currency } : {};

/** A `$` that no words beside it explain. */
const bare = ({ words }: StatedMoney): number | undefined => {
  const found = /^\$\s?([\d,]+(?:\.\d+)?)$/u.exec(words);
  return found ? Number((found[1] ?? '').replaceAll(',', '')) : undefined;
};

/** Every amount of the words that can be a fee: in its currency, over the period that stands around it. */
export function feesIn(text: string): readonly StatedFee[] {
  const words = plain(text);
  let from = 0;
  return amountsIn(words).flatMap((money): readonly StatedFee[] => {
    const ahead = words.slice(from, money.start);
    const behind = behindIt(words.slice(money.end));
    from = money.end + (behind?.length ?? 0);
    const price = money.yuan ?? money.foreign?.amount ?? bare(money);
    if (price === undefined || price <= 0 || OF_A_PIECE.test(words.slice(money.end))) return [];
    const every = behind?.every ?? periodIn(ahead);
    const value = { price, ...currencyOf(money), ...(every && { every }) };
    return [{ value, timed: behind !== undefined, start: money.start, end: from }];
  });
}
