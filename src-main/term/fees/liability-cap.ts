import type { Fact, Share } from '../../agreement/fact.ts';
import { factWords, shareWords } from '../../agreement/fact-words.ts';
import { leavesOutVouchers, shareOfWords } from '../../agreement/quantity/share-words.ts';
import { type Sentence, sentence } from '../../agreement/sentence.ts';
import {
  type Answer,
  type Bounds,
  type TermStep,
  known,
  mapAnswer,
  missingInput,
  restingOn,
  unknown,
} from '../answer.ts';
import type { TermBasis } from '../basis.ts';
import { capsInDoubt } from '../caps-in-doubt.ts';
import { askedFacts, classesOf, inScope, notUnderstood, pickFact, type Question } from '../pick-fact.ts';
import { type Fen, formatYuan, parseYuan, share } from './money.ts';
import { shareRatio } from './share.ts';
import { statedSum } from './stated-sum.ts';

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

/** A sum stands beside something else, and the cap is one of the two. */
const ONE_OF_TWO =
  /%|‰|倍|分之|或|较|孰|两者|二者|\b(?:times|percent|per\scent|or|lesser|greater|lower|higher|whichever)\b|\b(?:and|与|和)\b[^,.;，。；]*(?:fee|费)/iu;
const LOWER = /较低|较少|较小|孰低|孰少|从低|\b(?:lesser|lower|less\sof|smaller)\b/iu;
const HIGHER = /较高|较多|较大|孰高|孰多|从高|\b(?:greater|higher|larger)\b/iu;
const NAMES_MONEY =
  /\d\s*(?:[百千万亿]\s*)?(?:元|dollars|euros|pounds|yuan|renminbi)|[$€£¥￥]\s?\d|\b(?:USD|EUR|GBP|RMB|CNY|HKD|SGD|JPY)\s?\d/iu;

/** Of two, the lower or the higher: how the one that is known bounds it. */
function bounded(words: string, sum: Fen | undefined): Bounds {
  if (sum === undefined || LOWER.test(words) === HIGHER.test(words)) return {};
  return LOWER.test(words) ? { atLeast: '0.00', atMost: formatYuan(sum) } : { atLeast: formatYuan(sum) };
}

/** What was paid, and not what it costs: `实际支付的服务费`, `the fees paid`. */
const WHAT_WAS_PAID =
  /(?<!应(?:当|予)?)(?<!需)(?<!须)(?:已|实际|所|用户|客户|甲方|乙方|您)(?:实际|已经?)?(?:向[^，。；]{0,12})?(?:支付|付|缴纳|缴付|交纳)(?!期)|实付|实缴|\b(?:actually\s)?paid\b(?!\s(?:or|and)\s(?:are\s)?payable)/iu;

/** A fee that the person may know. */
interface FeeKnown {
  readonly name: string;
  readonly amount: keyof CapFees;
  readonly missing: Sentence;
}

const MONTH_FEE: FeeKnown = {
  name: 'month-fee',
  amount: 'monthFee',
  missing: sentence('term.renewal.month-fee-missing'),
};
const YEAR_FEE: FeeKnown = {
  name: 'year-fee',
  amount: 'yearFee',
  missing: sentence('term.liability-cap.twelve-months-missing'),
};
const PAID: FeeKnown = { name: 'paid', amount: 'paid', missing: sentence('term.renewal.paid-missing') };
const PAID_IN_TIME: FeeKnown = { ...PAID, missing: sentence('term.liability-cap.paid-in-time-missing') };

/** Each base with the fee that it is, and the one where the words speak of what was paid. */
const FEES: Partial<Readonly<Record<string, { readonly fee: FeeKnown; readonly wherePaid?: FeeKnown }>>> = {
  'month-fee': { fee: MONTH_FEE },
  'year-fee': { fee: YEAR_FEE, wherePaid: PAID_IN_TIME },
  'fees-12-months': { fee: YEAR_FEE, wherePaid: PAID_IN_TIME },
  'fees-paid': { fee: PAID },
};

function feeOf({ of }: Share, fees: CapFees, words: string): Answer<string> {
  const row = typeof of === 'string' ? FEES[of] : undefined;
  if (!row) return unknown([missingInput('base', sentence('term.liability-cap.base-missing'))], []);
  const { name, amount, missing } = WHAT_WAS_PAID.test(words) ? (row.wherePaid ?? row.fee) : row.fee;
  const given = fees[amount];
  return given === undefined ? unknown([missingInput(name, missing)], []) : known(formatYuan(parseYuan(given)), []);
}

/**
 * Where each of several classes has a cap of its own and none was chosen: between the lowest and the highest of them. Not where the text
 * caps something without a class as well: that holds for what has no cap of its own.
 */
function withinClasses(basis: TermBasis, fees: CapFees): Bounds {
  const facts = inScope(askedFacts(basis, LIABILITY_CAP), basis.scope);
  const classes = classesOf(facts.map(({ fact }) => fact));
  if (basis.scope !== undefined || classes.length < 2 || facts.some(({ fact }) => fact.scope === undefined)) return {};
  const caps = classes.map((scope) => liabilityCap({ ...basis, scope }, fees));
  const sums = caps.flatMap((each) => (each.known ? [parseYuan(each.value)] : [])).toSorted((a, b) => (a < b ? -1 : 1));
  const [lowest, highest] = [sums[0], sums.at(-1)];
  if (lowest === undefined || highest === undefined || sums.length < classes.length) return {};
  return { atLeast: formatYuan(lowest), atMost: formatYuan(highest) };
}

/**
 * The most that the liability comes to by the text, in yuan: a sum, or a share of fees that the person knows. Unknown where the words
 * give both, several, or a base that is not known; never a figure of another base.
 */
export function liabilityCap(basis: TermBasis, fees: CapFees): Answer<string> {
  const doubted = capsInDoubt(basis, askedFacts(basis, LIABILITY_CAP));
  const inDoubt = notUnderstood('liability-cap', doubted);
  if (inDoubt)
    return unknown(
      [inDoubt],
      doubted.flatMap(({ steps }) => steps),
    );
  const fact = pickFact(basis, LIABILITY_CAP);
  if (!fact.known) return { ...fact, ...withinClasses(basis, fees) };
  const words = wordsOf(fact.value);
  const [part, sum] = [shareOf(fact.value), statedSum(basis, fact.value)];
  if (sum !== undefined && !ONE_OF_TWO.test(words)) return known(formatYuan(sum), [...fact.steps, LIMITS]);
  if (!part || sum !== undefined || NAMES_MONEY.test(words)) {
    const text =
      LOWER.test(words) || HIGHER.test(words)
        ? sentence('term.liability-cap.one-of-two')
        : sentence('term.liability-cap.not-read');
    return unknown([{ what: 'fact', name: 'liability-cap', text }], [...fact.steps, LIMITS], bounded(words, sum));
  }
  const fee = feeOf(part, fees, words);
  if (!fee.known) return restingOn([fact], { ...fee, steps: [LIMITS] });
  const cap = formatYuan(share(parseYuan(fee.value), shareRatio(part)));
  const counted = { base: fee.value, share: shareWords(part), cap };
  const vouchers = leavesOutVouchers(words) ? [{ text: sentence('term.liability-cap.vouchers') }] : [];
  return known(cap, [...fact.steps, { text: sentence('term.liability-cap.cap', counted) }, ...vouchers, LIMITS]);
}

/** The cap as the text words it, whether or not an amount can be made of it: what is read is told wherever the amount is. */
export const liabilityCapSaid = (basis: TermBasis): Answer<Sentence> =>
  mapAnswer(pickFact(basis, LIABILITY_CAP), (fact) => factWords(fact));
