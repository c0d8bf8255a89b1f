import type { Fact } from '../../agreement/fact.ts';
import { amountsIn, markOf } from '../../agreement/quantity/yuan.ts';
import type { TermBasis } from '../basis.ts';
import { currencyOf } from './currency.ts';
import { type Fen, parseYuan } from './money.ts';

const ONLY_FIGURES = /^\d+(?:\.\d{1,2})?$/u;

const fenOf = (amount: number): Fen => BigInt(Math.round(amount * 100));

/**
 * A sum that a fact states in the currency of the agreement's amounts: `人民币100万元`, of a person also figures alone. Absent where it states
 * none, several, or one in another currency: an amount never loses what it is in.
 */
export function statedSum(
  basis: Pick<TermBasis, 'sources'>,
  { value, quote }: Pick<Fact, 'value' | 'quote'>,
): Fen | undefined {
  if (typeof value === 'number') return parseYuan(String(value));
  if (typeof value !== 'string') return undefined;
  if (quote === '' && ONLY_FIGURES.test(value.trim())) return parseYuan(value.trim());
  const sums = new Map(
    amountsIn(value)
      .flatMap((each) => markOf(each) ?? [])
      .map((each) => [JSON.stringify(each), each]),
  );
  const [only, other] = sums.values();
  if (!only || other) return undefined;
  const { code } = currencyOf(basis);
  // Where words say no more than `元` it is the agreement's own; beside another currency that is not certain.
  return (only.currency ?? 'CNY') === code ? fenOf(only.value) : undefined;
}
