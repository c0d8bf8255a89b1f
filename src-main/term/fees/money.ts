import { sentence } from '../../agreement/sentence.ts';
import { typedAmount } from '../../../assets/typed/typed-words.ts';
import { Refusal } from '../../agreement/refusal.ts';
import { type Ratio, roundHalfUp } from './exact.ts';

/** An amount in fen (1/100 yuan); outside of `term` it is written as yuan with two decimals: `1000.00`. */
export type Fen = bigint;

/** Reads yuan: digits, optional grouped thousands, at most two decimals, an optional ¥. Refuses anything else (`bad-amount`). */
export function parseYuan(text: string): Fen {
  const amount = typedAmount(text);
  if (amount === undefined) {
    throw new Refusal(
      'bad-amount',
      sentence('term.money.bad-amount', { text }),
      sentence('term.money.bad-amount.next'),
    );
  }
  const [yuan = '0', decimals = ''] = amount.split('.');
  return BigInt(yuan) * 100n + BigInt(decimals.padEnd(2, '0'));
}

/** Yuan with two decimals: `1000.00`. */
export function formatYuan(fen: Fen): string {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0');
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The amount times a ratio, rounded once to the fen, halves up (四舍五入). */
export function share(fen: Fen, part: Ratio): Fen {
  return roundHalfUp({ n: fen * part.n, d: part.d });
}
