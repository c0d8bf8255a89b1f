import type { Fact, Share } from '../../agreement/fact.ts';
import { creditWords } from '../../agreement/fact-words.ts';
import { leavesOutVouchers, shareOfWords } from '../../agreement/quantity/share-words.ts';
import { yuanIn } from '../../agreement/quantity/yuan.ts';
import { sentence } from '../../agreement/sentence.ts';
import { type Answer, type TermStep, known, missingInput, restingOn, unknown } from '../answer.ts';
import type { TermBasis } from '../basis.ts';
import { pickFact, type Question } from '../pick-fact.ts';
import { type Fen, formatYuan, parseYuan, share } from './money.ts';
import { shareRatio } from './share.ts';

/** Fees in yuan that a cap can be a share of, as far as the person knows them. */
export interface CapFees {
  readonly monthFee?: string;
  readonly yearFee?: string;
  /** All that was paid so far. */
  readonly paid?: string;
}

export const LIABILITY_CAP: Question = {
  name: 'liability-cap',
  understands: { kinds: ['liability-cap'], units: ['percent', 'per-mille', 'times', 'money', 'text'], anchors: [] },
};

/** A cap does not hold for intent and gross negligence, nor for injury, whatever it says. */
const LIMITS: TermStep = {
  text: sentence('term.liability-cap.not-for-intent'),
  statute: sentence('term.liability-cap.article-506'),
};

const shareOf = ({ value }: Fact): Share | undefined => {
  if (typeof value === 'object') return 'amount' in value ? value : undefined;
  return typeof value === 'string' ? shareOfWords(value) : undefined;
};

const wordsOf = ({ value }: Fact): string => (typeof value === 'string' ? value : '');

/** A sum that is itself the cap: `人民币100万元`; a share beside it leaves which of the two is lower open. */
function sumOf({ value }: Fact): Fen | undefined {
  if (typeof value === 'number') return parseYuan(String(value));
  const said = typeof value === 'string' ? yuanIn(value)?.yuan : undefined;
  return said === undefined ? undefined : BigInt(Math.round(said * 100));
}

function feeOf({ of }: Share, fees: CapFees): Answer<string> {
  const [name, amount, text] =
    of === 'month-fee'
      ? (['month-fee', fees.monthFee, sentence('term.renewal.month-fee-missing')] as const)
      : of === 'year-fee' || of === 'fees-12-months'
        ? (['year-fee', fees.yearFee, sentence('term.liability-cap.twelve-months-missing')] as const)
        : of === 'fees-paid'
          ? (['paid', fees.paid, sentence('term.renewal.paid-missing')] as const)
          : (['base', undefined, sentence('term.liability-cap.base-missing')] as const);
  return amount === undefined ? unknown([missingInput(name, text)], []) : known(formatYuan(parseYuan(amount)), []);
}

/**
 * The most that the liability comes to by the text, in yuan: a sum, or a share of fees that the person knows. Unknown where the words
 * give both, several, or a base that is not known; never a figure of another base.
 */
export function liabilityCap(basis: TermBasis, fees: CapFees): Answer<string> {
  const fact = pickFact(basis, LIABILITY_CAP);
  if (!fact.known) return fact;
  const [part, sum] = [shareOf(fact.value), sumOf(fact.value)];
  if (sum !== undefined && !/%|‰|倍|分之|times|percent/iu.test(wordsOf(fact.value)))
    return known(formatYuan(sum), [...fact.steps, LIMITS]);
  if (!part || sum !== undefined) {
    const text = sentence('term.liability-cap.not-read');
    return unknown([{ what: 'fact', name: 'liability-cap', text }], fact.steps);
  }
  const fee = feeOf(part, fees);
  if (!fee.known) return restingOn([fact], { ...fee, steps: [LIMITS] });
  const cap = formatYuan(share(parseYuan(fee.value), shareRatio(part)));
  const words = { base: fee.value, share: creditWords(part), cap };
  const vouchers = leavesOutVouchers(wordsOf(fact.value)) ? [{ text: sentence('term.liability-cap.vouchers') }] : [];
  return known(cap, [...fact.steps, { text: sentence('term.liability-cap.cap', words) }, ...vouchers, LIMITS]);
}
