import type { Base, Share } from '../fact.ts';
import { IS_CEILING } from '../quantity/ceiling.ts';
import type { Quantity } from '../quantity/quantities.ts';
import { hasUnreadPart } from '../quantity/shares/worded-shares.ts';
import {
  EARLY_END,
  EARLY_MONTHS,
  EARLY_SHARE,
  FEE,
  LEVEL,
  MONTHLY,
  PAID,
  REMAINING,
  REST_IS_OWED,
  YEARLY,
} from '../rules/term.ts';
import { firstOf, quoteOf, type Stated, type Told, wholeQuote } from './told.ts';

/** A share of something, in the unit that it is written in. */
export const rateOf = ({ value, measure }: Quantity, of: Base): Share => ({
  amount: value,
  unit: measure === 'permille' ? 'per-mille' : measure === 'times' ? 'times' : 'percent',
  of,
});

function earlyBase(words: string): Base {
  if (REMAINING.test(words)) return 'remaining-term';
  if (MONTHLY.test(words)) return 'month-fee';
  if (YEARLY.test(words)) return 'year-fee';
  return PAID.test(words) ? 'fees-paid' : { words };
}

/** Who gives money back and pays on top of it is whoever got it: no fee of the customer. */
const GIVES_BACK =
  /(?:退还|返还|退回)[^。；]{0,40}(?:并|另|还)[^，。；]{0,6}向(?:甲方|乙方|客户|用户|您)(?:支付|赔偿)/u;

/** Whether a quantity is only what the fee comes to at most. */
function isCeiling({ sentence: { text, quantities } }: Told, quantity: Quantity): boolean {
  const at = [...quantities].find(([, each]) => each === quantity)?.[0] ?? 0;
  const before = text.slice(0, at);
  const around = /以[^，。；]{0,10}$/u.test(before) && /^[^，。；]{0,16}为(?:上)?限/u.test(text.slice(at));
  return around || IS_CEILING.test(before);
}

/** What the customer pays for ending before the end of the term. */
export function earlyEndFact(told: Told): readonly Stated[] {
  const { text } = told.sentence;
  if (
    !EARLY_END.test(text) ||
    GIVES_BACK.test(text) ||
    /(?:无需|不(?:必|用|需|收取|支付)|免)[^，。；]{0,10}(?:违约金|终止费|费用)/u.test(text)
  )
    return [];
  const isFee = (_words: string, quantity: Quantity): boolean => !isCeiling(told, quantity);
  const months = firstOf(told, EARLY_MONTHS, isFee);
  const share = firstOf(told, EARLY_SHARE, isFee);
  const ofFee = share && FEE.test(quoteOf(told, share)) && !LEVEL.test(quoteOf(told, share)) ? share : undefined;
  const hit = months ?? ofFee;
  const quote = hit ? quoteOf(told, hit) : wholeQuote(told);
  if (hit) {
    const { quantity } = hit;
    const part: Share = months
      ? { amount: quantity.value, unit: 'times', of: 'month-fee' }
      : rateOf(quantity, earlyBase(quote));
    return [{ kind: 'early-termination-fee', value: part, unit: part.unit, party: 'customer', quote }];
  }
  // A part of the rest that no figure was made of is not all of it.
  const all = REST_IS_OWED.test(text) && !hasUnreadPart(text);
  const rest: Share = { amount: 100, unit: 'percent', of: 'remaining-term' };
  return all ? [{ kind: 'early-termination-fee', value: rest, unit: 'percent', party: 'customer', quote }] : [];
}
