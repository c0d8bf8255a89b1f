import { sentence } from '../../agreement/sentence.ts';
import type { Fact, Share } from '../../agreement/fact.ts';
import { amountsIn } from '../../agreement/quantity/yuan.ts';
import { leavesOutVouchers, shareOfWords } from '../../agreement/quantity/share-words.ts';
import {
  type Answer,
  type Missing,
  type TermStep,
  type Understands,
  known,
  missingInput,
  restingOn,
  unknown,
} from '../answer.ts';
import { type FoundFact, type TermBasis, factsOf, missingFact, sourcesStating } from '../basis.ts';
import { classesOf, classNotChosen, conflict, inScope, isClass, notUnderstood, quotesOf } from '../pick-fact.ts';
import { capsInDoubt, classesTold } from '../caps-in-doubt.ts';
import { clausesAbout } from '../unrecognised.ts';
import { type Fen, formatYuan } from '../fees/money.ts';
import {
  cappedOver,
  isLonger,
  ofAllTime,
  ofIncident,
  ofMonthlyCredits,
  shareOfIncident,
  timeOfSum,
} from './cap-time.ts';
import { type ExactFee, type Fees, feeOfBase, partOf } from './month-fee.ts';
import { shareRatio } from '../fees/share.ts';
import { statedSum } from '../fees/stated-sum.ts';

/** A credit is capped by a share of the month's or the year's fee; by fees over a longer time it is capped in effect never. */
export const CREDIT_CAP: Understands = {
  kinds: ['credit-cap', 'liability-cap'],
  units: ['percent', 'per-mille', 'times', 'money', 'text'],
  anchors: [],
};

/**
 * The cap of a credit: none stated; in fen; or stated over a time so long that a month's credit cannot reach it, by itself: where it
 * counts the other months' credits too, `besides` is what would tell how much of it they took.
 */
export type CreditCap =
  | { readonly by: 'none' }
  | { readonly by: 'fee'; readonly fen: Fen }
  | { readonly by: 'longer-time'; readonly besides?: readonly Missing[] };

/** A cap of the liability binds a credit only where the text of the credit states it. */
export function capFacts(basis: Pick<TermBasis, 'sources'>): readonly FoundFact[] {
  const own = factsOf(basis, 'credit-cap');
  if (own.length > 0) return own;
  const tiers = sourcesStating(basis.sources, 'credit-tier');
  return tiers.flatMap((source) => factsOf({ sources: [source] }, 'liability-cap'));
}

const shareOf = ({ value }: Fact): Share | undefined => {
  // Beside a sum a share is one of two bounds.
  if (typeof value === 'string') return amountsIn(value).length > 0 ? undefined : shareOfWords(value);
  return typeof value === 'object' && 'amount' in value ? value : undefined;
};

/** Counted over more or less than the credit of one month. */
const OF_ANOTHER_TIME =
  /每次|单次|每起|每日|每年|年度|全年|累计|合计|一年|\b(?:per|each|every|annual|aggregate|year|total)\b/iu;

/** Two bounds of which one holds, or a sum beside a share. */
const ONE_OF_TWO =
  /%|％|倍|分之|或|较|孰|两者|二者|\b(?:or|lesser|greater|lower|higher|whichever|times|plus)\b|\band\b[^,.;]*\bfee/iu;
const ADDED_UP = /累计|合计|\b(?:aggregate|total)\b/giu;
const BY_THE_MONTH =
  /每(?:个)?(?:自然)?月(?:度)?|单月|\b(?:per|each|every|a|any)\s(?:calendar\s)?month(?:ly\s(?:period|cycle))?\b/giu;

/**
 * A cap in money, in the currency of the agreement: one of the credits themselves, or one that stands beside the credit that it is of
 * (`赔偿…，但不超过…元`). Absent where it is none, or of another time.
 */
function sumOf(basis: TermBasis, fact: Fact): Fen | undefined {
  if (ofIncident(basis, fact)) return undefined;
  const words = fact.quote.replaceAll(BY_THE_MONTH, ' ');
  const counted = ofMonthlyCredits(basis, fact) ? words.replaceAll(ADDED_UP, ' ') : words;
  return OF_ANOTHER_TIME.test(counted) ? undefined : sumOfAnyTime(basis, fact);
}

function sumOfAnyTime(basis: TermBasis, fact: Fact): Fen | undefined {
  const { kind, value, quote } = fact;
  if (kind !== 'credit-cap' && !/%/u.test(quote)) return undefined;
  if (typeof value === 'string' && kind === 'credit-cap' && ONE_OF_TWO.test(value)) return undefined;
  return statedSum(basis, fact);
}

/** Fees of a time that is longer than the period, so that all of them cap its credit in effect never. */
const LONGER: Readonly<Record<Fees['kind'], ReadonlySet<unknown>>> = {
  month: new Set(['fees-12-months', 'year-fee', 'quarter-fee']),
  quarter: new Set(['fees-12-months', 'year-fee']),
  year: new Set(),
};

/** Fees of a shorter time: what caps the credit of one month says nothing of a whole quarter's or year's. */
const SHORTER: Readonly<Record<Fees['kind'], ReadonlySet<unknown>>> = {
  month: new Set(),
  quarter: new Set(['month-fee']),
  year: new Set(['month-fee', 'quarter-fee']),
};

/**
 * The cap counts the credits of a longer time than the one that is measured: how much of it is left, only the others tell.
 * @param taken what a person says of the others
 */
function ofLongerTime(facts: readonly FoundFact[], cap: Fen | undefined, taken: Fees['taken']): Answer<CreditCap> {
  const steps = facts.flatMap((each) => each.steps);
  const bounds = cap === undefined ? {} : { atMost: formatYuan(cap) };
  if (taken && !taken.known) return unknown(taken.missing, steps, bounds);
  if (cap !== undefined && taken) {
    const left = taken.value < cap ? cap - taken.value : 0n;
    const said = { cap: formatYuan(cap), taken: formatYuan(taken.value), left: formatYuan(left) };
    const step = { text: sentence('term.service-level.cap-left', said), by: 'person' } as const;
    return known({ by: 'fee', fen: left }, [...steps, step]);
  }
  const text = sentence('term.service-level.cap-of-longer', { quotes: quotesOf(facts) });
  return unknown([missingInput('taken', text)], steps, bounds);
}

/** The text caps the credit of a shorter time than the one that is measured. */
function ofShorterTime(facts: readonly FoundFact[]): Missing {
  const text = sentence('term.service-level.cap-of-shorter', { quotes: quotesOf(facts) });
  return { what: 'fact', name: 'credit-cap', text };
}

/** Whether a clause of the text that gives the credits speaks of a cap of them. */
const capClauses = (basis: TermBasis): boolean =>
  sourcesStating(basis.sources, 'credit-tier').some((source) => clausesAbout(source, 'credit-cap').length > 0);

/** The cap where none of those that were read is one of the chosen class. */
function capOfNone(basis: TermBasis, all: readonly FoundFact[]): Answer<CreditCap> {
  if (all.length > 0 && basis.scope === undefined) {
    const steps = all.flatMap((each) => each.steps);
    return unknown([classNotChosen(classesOf(all.map(({ fact }) => fact)))], steps);
  }
  // A clause about a cap that was not read is not a text that states none.
  // Where every cap that was read is one of another class, this class has none.
  return all.length === 0 && capClauses(basis)
    ? unknown([missingFact('credit-cap', basis)], [])
    : known({ by: 'none' }, []);
}

/** The cap of a month's credit, from the document alone; known as `none` where it states none. */
export function creditCap(basis: TermBasis, fees: Fees): Answer<CreditCap> {
  const all = capFacts(basis);
  const facts = inScope(all, basis.scope);
  const doubted = capsInDoubt(basis, all);
  const inDoubt = notUnderstood('credit-cap', doubted);
  if (inDoubt)
    return unknown(
      [inDoubt],
      doubted.flatMap((each) => each.steps),
    );
  const first = facts[0];
  if (!first) return capOfNone(basis, all);
  const steps = facts.flatMap((each) => each.steps);
  const classes = classesOf(facts.map(({ fact }) => fact));
  if (classes.length > 1) return capOfEach(basis, fees, { classes, steps });
  const uncertain = notUnderstood(
    'credit-cap',
    facts.filter(({ fact }) => fact.doubt !== undefined),
  );
  if (uncertain) return unknown([uncertain], steps);
  const inMoney = capInMoney(basis, fees, facts);
  if (inMoney) return inMoney;
  const shares = facts.map(({ fact }) => shareOf(fact));
  const share = shares[0];
  const missing = notUnderstood('credit-cap', facts) ?? missingFact('credit-cap', basis);
  if (!share || shares.some((each) => JSON.stringify(each) !== JSON.stringify(share))) {
    const differ = shares.length > 1 && shares.every((each) => each !== undefined);
    return unknown([differ ? conflict('credit-cap', facts) : missing], steps);
  }
  return capByShare(basis, fees, { facts, first, share }, missing);
}

/** The cap where each of several classes has its own and none was chosen: the one that all of them come to, else no more than the highest. */
function capOfEach(
  basis: TermBasis,
  fees: Fees,
  { classes, steps }: { readonly classes: readonly string[]; readonly steps: readonly TermStep[] },
): Answer<CreditCap> {
  const caps = classes.map((scope) => creditCap({ ...basis, scope }, fees));
  // A cap of no class holds for the products that have none of their own, and a class without a cap is not bound by the others'.
  const all = capFacts(basis);
  const ofAll = all.every(({ fact }) => fact.scope !== undefined);
  const capped = classesTold(basis).every((told) => classes.some((each) => isClass(each, told)));
  if (!ofAll || !capped) return unknown([classNotChosen(classes)], steps);
  const sums = caps.flatMap((each) => (each.known && each.value.by === 'fee' ? [each.value.fen] : []));
  const [highest] = sums.toSorted((a, b) => (a < b ? 1 : -1));
  if (highest === undefined || sums.length < classes.length) return unknown([classNotChosen(classes)], steps);
  if (sums.every((each) => each === highest)) return known({ by: 'fee', fen: highest }, steps);
  return unknown([classNotChosen(classes)], steps, { atMost: formatYuan(highest) });
}

/** A cap in money that all facts of it state alike; absent where it is none, or of a time that its words do not say. */
function capInMoney(basis: TermBasis, fees: Fees, facts: readonly FoundFact[]): Answer<CreditCap> | undefined {
  const ofAnyTime = facts.map(({ fact }) => sumOfAnyTime(basis, fact));
  const [whole] = ofAnyTime;
  if (whole === undefined || ofAnyTime.some((each) => each !== whole)) return undefined;
  const countsMore = ({ fact }: FoundFact): boolean => isLonger(timeOfSum(basis, fact), fees) || ofAllTime(basis, fact);
  if (facts.some(countsMore)) return ofLongerTime(facts, whole, fees.taken);
  if (fees.kind !== 'month' || facts.some(({ fact }) => sumOf(basis, fact) === undefined)) return undefined;
  const text = sentence('term.service-level.cap-whole', { cap: formatYuan(whole) });
  return known({ by: 'fee', fen: whole }, [...facts.flatMap((each) => each.steps), { text }]);
}

/** What the facts of a cap, all the same, say it is a share of. */
interface ShareOfFee {
  readonly facts: readonly FoundFact[];
  readonly first: FoundFact;
  readonly share: Share;
}

/**
 * A cap of all fees of a longer time, which one month never reaches by itself. Only what was credited for the other months can bring it
 * near: absent where the cap counts those too and a person says what they were.
 */
function unreached(
  facts: readonly FoundFact[],
  fees: Fees,
  { over, fee }: { readonly over: Fees['kind'] | undefined; readonly fee: Answer<ExactFee> | undefined },
): Answer<CreditCap> | undefined {
  const steps = facts.flatMap((each) => each.steps);
  if (!fee || !isLonger(over, fees)) return known({ by: 'longer-time' }, steps);
  if (fees.taken !== undefined) return undefined;
  const left = ofLongerTime(facts, undefined, undefined);
  const besides = [...(left.known ? [] : left.missing), ...(fee.known ? [] : fee.missing)];
  return known({ by: 'longer-time', besides }, steps);
}

/** A cap that is a share of a fee. @param missing what is said where that fee is none that is known here */
function capByShare(
  basis: TermBasis,
  fees: Fees,
  { facts, first, share }: ShareOfFee,
  missing: Missing,
): Answer<CreditCap> {
  const steps = facts.flatMap((each) => each.steps);
  const whole = shareRatio(share);
  const over = cappedOver(basis, first.fact, share);
  if (SHORTER[fees.kind].has(share.of) && over !== fees.kind) return unknown([ofShorterTime(facts)], steps);
  const fee = feeOfBase(fees, share.of);
  const never =
    LONGER[fees.kind].has(share.of) && whole.n >= whole.d ? unreached(facts, fees, { over, fee }) : undefined;
  if (never) return never;
  if (!fee) return unknown([missing], steps);
  if (isLonger(over, fees)) {
    if (shareOfIncident(basis, first.fact, share)) return unknown([ofShorterTime(facts)], steps);
    if (fee.known) return ofLongerTime(facts, partOf(fee.value.total, fee.value.months, whole), fees.taken);
    // What was credited already says nothing without the fee that the cap is a share of.
    const left = ofLongerTime(facts, undefined, fees.taken);
    const lacking = fees.taken?.known !== true && !left.known ? left.missing : [];
    return unknown([...lacking, ...fee.missing], steps);
  }
  if (!fee.known) return restingOn([known(first, steps)], fee);
  const { total, vouchers, months }: ExactFee = fee.value;
  const words = `${typeof first.fact.value === 'string' ? first.fact.value : ''} ${first.fact.quote}`;
  const without = leavesOutVouchers(words);
  const fen = partOf(without ? total - vouchers : total, months, whole);
  const cap = formatYuan(fen);
  const text = without
    ? sentence('term.service-level.cap', { cap })
    : sentence('term.service-level.cap-whole', { cap });
  return known({ by: 'fee', fen }, [...steps, ...fee.steps, { text }]);
}

/** The cap in yuan, as it is shown: unknown where the text states none. */
export function capInYuan(cap: Answer<CreditCap>): Answer<string> {
  if (!cap.known) return cap;
  if (cap.value.by === 'fee') return known(formatYuan(cap.value.fen), cap.steps);
  if (cap.value.by === 'none') {
    return unknown([{ what: 'fact', name: 'credit-cap', text: sentence('term.service-level.no-cap') }], cap.steps);
  }
  return unknown(
    [missingInput('fees', sentence('term.service-level.cap-longer')), ...(cap.value.besides ?? [])],
    cap.steps,
  );
}
