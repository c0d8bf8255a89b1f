import { factWords } from '../../agreement/fact-words.ts';
import type { FeePeriod } from '../../agreement/quantity/fee-value.ts';
import type { Fact } from '../../agreement/fact.ts';
import type { Sentence } from '../../agreement/sentence.ts';
import type { TermStep } from '../answer.ts';
import { factsOf, type TermBasis } from '../basis.ts';
import { classesOf } from '../pick-fact.ts';
import { currencyOf, isFee } from './currency.ts';

/** A fee that the agreement states, as an order can take it. */
export interface FeeOnOffer {
  readonly fact: Fact;
  readonly words: Sentence;
  readonly scope?: string;
  /** In the agreement's currency. */
  readonly price: string;
  /** For how many months it is. */
  readonly months?: number;
  readonly step: TermStep;
}

const MONTHS: Readonly<Record<FeePeriod, number>> = { month: 1, quarter: 3, 'half-year': 6, year: 12 };

/**
 * What the text says that the service costs: every fee that it states, and no first of several. One in another currency than the agreement
 * charges in is none, as nothing is converted, and neither is one that is not certain.
 */
export function feesOnOffer(basis: Pick<TermBasis, 'sources'>): readonly FeeOnOffer[] {
  const { code } = currencyOf(basis);
  return factsOf(basis, 'stated-fee').flatMap(({ fact, step }): readonly FeeOnOffer[] => {
    const { value, doubt } = fact;
    if (!isFee(value) || doubt !== undefined) return [];
    if (value.currency !== undefined && value.currency !== code) return [];
    const [scope] = classesOf([fact]);
    return [
      {
        ...{ fact, step, words: factWords(fact), price: value.price.toFixed(2) },
        ...(scope === undefined ? {} : { scope }),
        ...(value.every ? { months: MONTHS[value.every] } : {}),
      },
    ];
  });
}
