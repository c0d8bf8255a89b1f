import { type Param, sentence } from '../../agreement/sentence.ts';
import type { Fact, LateFeeValue } from '../../agreement/fact.ts';
import { shareWords } from '../../agreement/fact-words.ts';
import { type Answer, type TermStep, allSteps, known, missingInput, restingOn, unknown } from '../answer.ts';
import type { TermBasis } from '../basis.ts';
import { type CivilDate, dateWords } from '../calendar/civil-date.ts';
import { CIVIL_CODE } from '../calendar/statutes.ts';
import { type PickedFact, pickFact, type Question, rivalReadings } from '../pick-fact.ts';
import { compare, type Ratio, decimal, plus, ratio, times } from './exact.ts';
import { adjustable, yearRate } from './adjustable.ts';
import { afterGrace, ceilingInMoney, ceilingOn, underCeiling } from './late-fee-limits.ts';
import { type Fen, formatYuan, parseYuan, share } from './money.ts';
import {
  monthsOfSpan,
  type OverdueAmount,
  overdueSteps,
  perDay,
  restOf,
  type Span,
  spansOf,
  whole,
} from './overdue.ts';
import { eitherOf, feeByScale, outerBounds, rateScale } from './several-rates.ts';
import { shareRatio } from './share.ts';
import { isTelecom } from './telecom.ts';
import { dayCount, wholeMonths } from './late-fee-counts.ts';
import { type OverReference, overReference } from '../../agreement/quantity/reference-rate.ts';
import { statedCeiling } from '../../agreement/quantity/ceiling.ts';
import { sentenceOfFact } from '../unread-words.ts';

/** A late fee; amounts in yuan with two decimals. */
export interface LateFee {
  readonly daysOverdue: number;
  readonly fee: string;
  /** What is still unpaid and the late fee together. */
  readonly total: string;
  /** What was paid beyond the amount and the late fee; absent where nothing was. */
  readonly overpaid?: string;
}

export type { OverdueAmount, Payment } from './overdue.ts';

/** A share of what is overdue, by the day, month or year, or a published rate that the person looks up. */
export const LATE_FEE: Question = {
  name: 'late-fee-per-day',
  understands: {
    kinds: ['late-fee'],
    units: ['percent', 'per-mille', 'times', 'text'],
    anchors: ['due'],
    unsaid: 'due',
  },
  counts: ({ value }) => isLateFee(value) && ('reference' in value || value.rate.of === 'overdue'),
};

const isLateFee = (value: Fact['value']): value is LateFeeValue =>
  typeof value === 'object' && ('reference' in value || 'per' in value);

const ROUNDED = sentence('term.fees.rounded');

/** What a late fee is counted on. */
interface Ground {
  readonly overdue: OverdueAmount;
  readonly spans: readonly Span[];
  readonly steps: readonly TermStep[];
  /** The sentence that the fee was read from. */
  readonly words: string;
}

function answerOf({ steps }: Ground, fee: Fen, text: TermStep['text']): Answer<Fen> {
  return known(fee, [...steps, { text }]);
}

/** Two readings that the text leaves open: both are said, and the amount lies between them. */
function between({ steps }: Ground, least: Fen, most: Fen, text: TermStep['text'], name: string): Answer<Fen> {
  return unknown([{ what: 'fact', name, text }], steps, { atLeast: formatYuan(least), atMost: formatYuan(most) });
}

/** An annual rate runs by the day; whether a year has 365 or 360 days of interest, the text may leave open. */
function byYear(ground: Ground, rate: Ratio, said: Param): Answer<Fen> {
  const [longer, shorter] = dayCount(ground.words);
  const [least, most] = [
    perDay(ground.spans, times(rate, ratio(1n, longer))),
    perDay(ground.spans, times(rate, ratio(1n, shorter))),
  ];
  const words = { rate: said, days: whole(ground.spans), least: formatYuan(least), most: formatYuan(most) };
  return least === most
    ? answerOf(ground, least, sentence('term.fees.late-fee-year', words))
    : between(ground, least, most, sentence('term.fees.late-fee-year-open', words), 'late-fee-year');
}

/** By the month: whole months are sure; a begun one counts by the day, whole or not at all, as the text says. */
function byMonth(ground: Ground, rate: Ratio, said: Param): Answer<Fen> {
  const counted = ground.spans.map((span) => ({ span, ...monthsOfSpan(span) }));
  const sum = (months: 'ended' | 'begun'): Fen =>
    share(
      counted.reduce((fen, each) => fen + each.span.fen * BigInt(each[months]), 0n),
      rate,
    );
  const [least, most] = [sum(wholeMonths(ground.words) ? 'begun' : 'ended'), sum('begun')];
  const words = { rate: said, least: formatYuan(least), most: formatYuan(most), days: whole(ground.spans) };
  return least === most
    ? answerOf(ground, least, sentence('term.fees.late-fee-month', words))
    : between(ground, least, most, sentence('term.fees.late-fee-month-open', words), 'late-fee-month');
}

function byReference(ground: Ground, value: Extract<LateFeeValue, { readonly reference: string }>): Answer<Fen> {
  const { referenceRate } = ground.overdue;
  const { reference, rate } = value;
  if (referenceRate === undefined) {
    const text = sentence('term.fees.reference-missing', { reference });
    return unknown([missingInput('referenceRate', text)], ground.steps, { atLeast: '0.00' });
  }
  const over = rate === undefined ? { times: '1', plus: '0' } : overReference(rate);
  if (over === undefined) {
    const text = sentence('term.fees.reference-rate-not-read', { rate: rate ?? '' });
    return unknown([{ what: 'fact', name: 'late-fee-per-day', text }], ground.steps, { atLeast: '0.00' });
  }
  const step: TermStep = {
    text: sentence('term.fees.own-reference', { reference, rate: referenceRate }),
    by: 'person',
  };
  return byPublished({ ...ground, steps: [...ground.steps, step] }, over, referenceRate);
}

const signed = (points: string): string => (points.startsWith('-') ? ` - ${points.slice(1)}%` : ` + ${points}%`);

/** By a published rate as the words raise, lower and limit it; a yearly rate that they put beside it as the same is a second reading. */
function byPublished(ground: Ground, over: OverReference, published: string): Answer<Fen> {
  const { times: factor, plus: points, atMost, atLeast, yearly } = over;
  const raised = plus(times(decimal(factor), decimal(published)), decimal(points));
  const counted = `${published}%${factor === '1' ? '' : ` × ${factor}`}${points === '0' ? '' : signed(points)}`;
  const capped = atMost !== undefined && compare(raised, decimal(atMost)) > 0;
  const lifted = atLeast !== undefined && compare(raised, decimal(atLeast)) < 0;
  const limit = capped ? atMost : lifted ? atLeast : undefined;
  const [percent, said] = limit === undefined ? [raised, counted] : [decimal(limit), `${limit}%`];
  const annual = compare(percent, decimal('0')) < 0 ? decimal('0') : times(percent, ratio(1n, 100n));
  const limited: TermStep[] = [
    ...(capped ? [{ text: sentence('term.fees.reference-ceiling', { counted, most: said }) }] : []),
    ...(lifted ? [{ text: sentence('term.fees.reference-floor', { counted, least: said }) }] : []),
  ];
  const fee = byYear({ ...ground, steps: [...ground.steps, ...limited] }, annual, said);
  if (yearly === undefined || compare(raised, decimal(yearly)) === 0) return fee;
  const other = byYear(ground, times(decimal(yearly), ratio(1n, 100n)), `${yearly}%`);
  const text = sentence('term.fees.reference-two-readings', { counted, yearly: `${yearly}%` });
  return eitherOf(fee, other, { what: 'fact', name: 'late-fee-per-day', text });
}

function byRate(ground: Ground, { rate, per }: Extract<LateFeeValue, { readonly per: string }>): Answer<Fen> {
  const { spans, overdue } = ground;
  const [part, said] = [shareRatio(rate), shareWords(rate)];
  if (per === 'month') return byMonth(ground, part, said);
  if (per === 'year') return byYear(ground, part, said);
  const fee = perDay(spans, part);
  const text =
    spans.length > 1
      ? sentence('term.fees.late-fee-in-parts', { rate: said, fee: formatYuan(fee), rounded: ROUNDED })
      : sentence('term.fees.late-fee', {
          fen: formatYuan(spans[0]?.fen ?? parseYuan(overdue.amount)),
          rate: said,
          days: whole(spans),
          fee: formatYuan(fee),
          rounded: ROUNDED,
        });
  return answerOf(ground, fee, text);
}

/** Days, fee and what is left to pay; what was paid beyond the amount goes on the fee (Civil Code, art. 561). */
function figures(overdue: OverdueAmount, spans: readonly Span[], fee: Answer<Fen>): Answer<LateFee> {
  if (!fee.known) return fee;
  const left = restOf(overdue) + fee.value;
  const value = { daysOverdue: whole(spans), fee: formatYuan(fee.value), total: formatYuan(left > 0n ? left : 0n) };
  const over = -restOf(overdue);
  if (over <= 0n) return known(value, fee.steps);
  const onFee = over < fee.value ? over : fee.value;
  const text = sentence('term.fees.overpaid', {
    over: formatYuan(over),
    onFee: formatYuan(onFee),
    back: formatYuan(over - onFee),
  });
  return known({ ...value, ...(over > onFee ? { overpaid: formatYuan(over - onFee) } : {}) }, [
    ...fee.steps,
    { text, statute: sentence('term.fees.article-561') },
  ]);
}

/**
 * The late fee of an amount from the day after the settlement day; each payment in part lowers what it is counted on. Days of grace
 * and a ceiling that the text states are kept. What it comes to by the latest arguable day is told beside it.
 */
export function lateFeeOf(basis: TermBasis, overdue: OverdueAmount): Answer<LateFee> {
  const late = lateFeeFrom(basis, overdue);
  const { settlementDay, latestDay = settlementDay } = overdue;
  if (latestDay <= settlementDay || !late.known || late.value.daysOverdue === 0) return late;
  const later = lateFeeFrom(basis, { ...overdue, settlementDay: latestDay });
  if (!later.known) return late;
  const { daysOverdue: days, fee } = later.value;
  const text = sentence('term.fees.by-latest-day', { day: dateWords(latestDay), days, fee });
  return known(late.value, [...late.steps, { text, statute: CIVIL_CODE.lastDayOrAgreed }]);
}

function lateFeeFrom(basis: TermBasis, overdue: OverdueAmount): Answer<LateFee> {
  const fact: Answer<PickedFact> = pickFact(basis, LATE_FEE);
  if (!fact.known) {
    const steps = [...fact.steps, ...rateNotUsed(overdue)];
    const rivals = rivalReadings(basis, LATE_FEE);
    const scale = rateScale(rivals);
    if (scale) return scaled(basis, overdue, scale, steps);
    return unknown(fact.missing, steps, outerBounds(rivals.map((one) => feeBy(basis, overdue, one))));
  }
  const { value } = fact.value;
  if (!isLateFee(value)) return unknown([], fact.steps);
  const spans = spansOf(overdue);
  const fee = feeBy(basis, overdue, fact.value);
  const rate = 'reference' in value ? undefined : yearRate(value);
  const none = fee.known && fee.value === 0n;
  const notes = none
    ? []
    : adjustable({ rate, referenceRate: overdue.referenceRate, spans, telecom: isTelecom(basis.sources) });
  const answer = restingOn([fact], figures(overdue, spans, fee));
  return { ...answer, steps: [...answer.steps, ...notes] };
}

/** The late fee by rates that go by how long the sum is late. */
function scaled(
  basis: TermBasis,
  overdue: OverdueAmount,
  scale: NonNullable<ReturnType<typeof rateScale>>,
  steps: readonly TermStep[],
): Answer<LateFee> {
  const spans = spansOf(overdue);
  const fee = feeByScale(basis, scale, overdue, {
    feeOn: (fact, some) => feeOn(basis, overdue, fact, some),
    limited: (fact, most) => limited(basis, fact, spans, most),
  });
  const rates = scale.flatMap(({ value }) => ('reference' in value ? [] : [yearRate(value)]));
  const notes =
    fee.known && fee.value === 0n
      ? []
      : adjustable({ rate: rates.at(-1), referenceRate: undefined, spans, telecom: isTelecom(basis.sources) });
  const answer = figures(overdue, spans, fee);
  return { ...answer, steps: [...steps, ...answer.steps, ...notes] };
}

/** The late fee by the rate of one fact on stretches of what was overdue, before its grace and its ceiling. */
function feeOn(basis: TermBasis, overdue: OverdueAmount, fact: Fact, spans: readonly Span[]): Answer<Fen> {
  const { value } = fact;
  if (!isLateFee(value)) return unknown([], []);
  const words = sentenceOfFact(basis.sources, fact);
  const ground: Ground = { overdue, spans, steps: overdueSteps(overdue, spans), words };
  return 'reference' in value ? byReference(ground, value) : byRate(ground, value);
}

/** A fee with the ceiling that the sentence of its fact puts on it. */
function limited(basis: TermBasis, fact: Fact, spans: readonly Span[], fee: Answer<Fen>): Answer<Fen> {
  const { value } = fact;
  const atMost = isLateFee(value) ? value.atMost : undefined;
  const words = sentenceOfFact(basis.sources, fact);
  const most = atMost ? ceilingOn(atMost, spans) : ceilingInMoney(statedCeiling(words));
  return most ? underCeiling(fee, most) : fee;
}

/** The late fee by one fact of the text, with its grace and its ceiling. */
function feeBy(basis: TermBasis, overdue: OverdueAmount, fact: Fact | PickedFact): Answer<Fen> {
  const { value } = fact;
  if (!isLateFee(value)) return unknown([], []);
  const spans = spansOf(overdue);
  const on = (some: readonly Span[]): Answer<Fen> => feeOn(basis, overdue, fact, some);
  const inTime = value.after ? afterGrace(basis, overdue, { spans, after: value.after, feeOn: on }) : on(spans);
  return limited(basis, fact, spans, inTime);
}

/** A published rate that was given, where nothing is counted by it. */
function rateNotUsed({ referenceRate }: OverdueAmount): readonly TermStep[] {
  if (referenceRate === undefined) return [];
  return [{ text: sentence('term.fees.reference-not-used', { rate: referenceRate }), by: 'person' }];
}

/**
 * The late fee of an amount from the day after the settlement day through the day of payment.
 * @param paid day of payment, or the day up to which to count
 */
export function lateFee(basis: TermBasis, amount: string, settlementDay: CivilDate, paid: CivilDate): Answer<LateFee> {
  return lateFeeOf(basis, { amount, settlementDay, until: paid });
}

/** Days, fee and sum of a late fee, each as an answer of its own: bounds of the fee are bounds of nothing else. */
export interface LateFeeFigures {
  readonly days: Answer<number>;
  readonly fee: Answer<string>;
  readonly total: Answer<string>;
}

/** @param overdue what the late fee was worked out of: days do not wait for a rate that has to be looked up */
export function lateFeeFigures(late: Answer<LateFee>, overdue: readonly OverdueAmount[]): LateFeeFigures {
  if (late.known) {
    const { daysOverdue, fee, total } = late.value;
    const { steps } = late;
    return { days: known(daysOverdue, steps), fee: known(fee, steps), total: known(total, steps) };
  }
  const { atLeast, atMost, ...rest } = late;
  const unpaid = overdue.map(restOf).reduce((sum, fen) => sum + (fen > 0n ? fen : 0n), 0n);
  const plus = (yuan: string): string => formatYuan(unpaid + parseYuan(yuan));
  const total = {
    ...rest,
    ...(atLeast === undefined ? {} : { atLeast: plus(atLeast) }),
    ...(atMost === undefined ? {} : { atMost: plus(atMost) }),
  };
  const longest = Math.max(0, ...overdue.map((each) => whole(spansOf(each))));
  return { days: known(longest, late.steps), fee: late, total };
}

const bound = (fees: readonly Answer<LateFee>[], name: 'atLeast' | 'atMost'): string | undefined => {
  const each = fees.map((fee) => (fee.known ? fee.value.fee : fee[name]));
  const sure = each.flatMap((yuan) => yuan ?? []);
  // What has no lower bound is at least nothing; without an upper bound there is none of the sum.
  if (name === 'atMost' && sure.length < each.length) return undefined;
  return formatYuan(sure.reduce((sum, yuan) => sum + parseYuan(yuan), 0n));
};

/** The late fees of several sums of one order together; days are those of the unpaid one that is overdue longest, or of any. */
export function lateFeesTogether(fees: readonly Answer<LateFee>[]): Answer<LateFee> {
  const [only, ...more] = fees;
  if (only && more.length === 0) return only;
  const steps = allSteps(fees);
  const missing = fees.flatMap((fee) => (fee.known ? [] : fee.missing));
  if (missing.length > 0) {
    const once = [...new Map(missing.map((each) => [`${each.what} ${each.name}`, each])).values()];
    const [atLeast, atMost] = [bound(fees, 'atLeast'), bound(fees, 'atMost')];
    return unknown(once, steps, {
      ...(atLeast === undefined ? {} : { atLeast }),
      ...(atMost === undefined ? {} : { atMost }),
    });
  }
  const values = fees.flatMap((fee) => (fee.known ? [fee.value] : []));
  const sum = (name: 'fee' | 'total'): string =>
    formatYuan(values.reduce((fen, each) => fen + parseYuan(each[name]), 0n));
  const [fee, all] = [sum('fee'), sum('total')];
  const open = values.filter((each) => each.total !== each.fee);
  const daysOverdue = Math.max(0, ...(open.length > 0 ? open : values).map((each) => each.daysOverdue));
  const text = sentence('term.fees.late-fees-together', { fees: values.map((each) => each.fee), fee });
  return known({ daysOverdue, fee, total: all }, [...steps, { text }]);
}
