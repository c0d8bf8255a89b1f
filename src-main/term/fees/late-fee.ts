import { type Param, sentence } from '../../agreement/sentence.ts';
import type { Fact, LateFeeValue } from '../../agreement/fact.ts';
import { shareWords } from '../../agreement/fact-words.ts';
import { type Answer, type TermStep, allSteps, known, missingInput, restingOn, unknown } from '../answer.ts';
import type { TermBasis } from '../basis.ts';
import { type CivilDate, addMonths, dateWords, daysBetween } from '../calendar/civil-date.ts';
import { type PickedFact, pickFact, type Question } from '../pick-fact.ts';
import { type Ratio, decimal, ratio, times } from './exact.ts';
import type { DatedAmount } from './instalments.ts';
import { type Fen, formatYuan, parseYuan, share } from './money.ts';
import { shareRatio } from './share.ts';

/** A late fee; amounts in yuan with two decimals. */
export interface LateFee {
  readonly daysOverdue: number;
  readonly fee: string;
  /** What is still unpaid and the late fee together. */
  readonly total: string;
}

/** One payment towards an amount. */
export type Payment = DatedAmount;

/** What was to be paid, and what was. */
export interface OverdueAmount {
  /** Yuan. */
  readonly amount: string;
  readonly settlementDay: CivilDate;
  /** Day up to which to count what is not paid by then. */
  readonly until: CivilDate;
  /** Payments in part; each lowers what the late fee is counted on from the day after it. */
  readonly payments?: readonly Payment[];
  /** The reference rate in percent a year, where the text refers to one. */
  readonly referenceRate?: string;
}

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

/** A stretch of days on which one sum was overdue. */
interface Span {
  readonly fen: Fen;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** The sums that were overdue one after the other; payments up to the settlement day lower the first. */
function spansOf({ amount, settlementDay, until, payments = [] }: OverdueAmount): readonly Span[] {
  const days = [...payments].sort((a, b) => a.on.localeCompare(b.on));
  const spans: Span[] = [];
  let fen = parseYuan(amount);
  let from = settlementDay;
  for (const { on, amount: paid } of days) {
    if (on > until) break;
    if (on > from && fen > 0n) spans.push({ fen, from, to: on });
    if (on > from) from = on;
    const rest = fen - parseYuan(paid);
    fen = rest > 0n ? rest : 0n;
  }
  if (until > from && fen > 0n) spans.push({ fen, from, to: until });
  return spans;
}

function unpaid({ amount, until, payments = [] }: OverdueAmount): Fen {
  const paid = payments.filter(({ on }) => on <= until).reduce((sum, each) => sum + parseYuan(each.amount), 0n);
  const rest = parseYuan(amount) - paid;
  return rest > 0n ? rest : 0n;
}

const daysOf = ({ from, to }: Span): number => daysBetween(from, to);

const whole = (spans: readonly Span[]): number => spans.reduce((sum, each) => sum + daysOf(each), 0);

/** Rounded once: the exact sum of sum × days of all stretches, times the rate of a day. */
function perDay(spans: readonly Span[], rate: Ratio): Fen {
  const fenDays = spans.reduce((sum, each) => sum + each.fen * BigInt(daysOf(each)), 0n);
  return share(fenDays, rate);
}

/** Whole months overdue, and those begun; from one corresponding day to the next. */
function monthsOf({ from, to }: Span): { readonly ended: number; readonly begun: number } {
  let ended = 0;
  while (addMonths(from, ended + 1) <= to) ended += 1;
  return { ended, begun: addMonths(from, ended) < to ? ended + 1 : ended };
}

interface Ground {
  readonly overdue: OverdueAmount;
  readonly spans: readonly Span[];
  readonly steps: readonly TermStep[];
}

function answerOf({ overdue, spans, steps }: Ground, fee: Fen, text: TermStep['text']): Answer<LateFee> {
  const total = formatYuan(unpaid(overdue) + fee);
  return known({ daysOverdue: whole(spans), fee: formatYuan(fee), total }, [...steps, { text }]);
}

/** Two readings that the text leaves open: both are said, and the amount lies between them. */
function between({ steps }: Ground, least: Fen, most: Fen, text: TermStep['text'], name: string): Answer<LateFee> {
  return unknown([{ what: 'fact', name, text }], steps, { atLeast: formatYuan(least), atMost: formatYuan(most) });
}

/** An annual rate runs by the day; whether a year has 365 or 360 days of interest, the text may leave open. */
function byYear(ground: Ground, rate: Ratio, said: Param): Answer<LateFee> {
  const [least, most] = [
    perDay(ground.spans, times(rate, ratio(1n, 365n))),
    perDay(ground.spans, times(rate, ratio(1n, 360n))),
  ];
  const words = { rate: said, days: whole(ground.spans), least: formatYuan(least), most: formatYuan(most) };
  return least === most
    ? answerOf(ground, least, sentence('term.fees.late-fee-year', words))
    : between(ground, least, most, sentence('term.fees.late-fee-year-open', words), 'late-fee-year');
}

/** By the month: whole months are sure; a begun one counts by the day, whole or not at all, as the text says. */
function byMonth(ground: Ground, rate: Ratio, said: Param): Answer<LateFee> {
  const counted = ground.spans.map((span) => ({ span, ...monthsOf(span) }));
  const sum = (months: 'ended' | 'begun'): Fen =>
    share(
      counted.reduce((fen, each) => fen + each.span.fen * BigInt(each[months]), 0n),
      rate,
    );
  const [least, most] = [sum('ended'), sum('begun')];
  const words = { rate: said, least: formatYuan(least), most: formatYuan(most), days: whole(ground.spans) };
  return least === most
    ? answerOf(ground, least, sentence('term.fees.late-fee-month', words))
    : between(ground, least, most, sentence('term.fees.late-fee-month-open', words), 'late-fee-month');
}

function byReference(ground: Ground, value: Extract<LateFeeValue, { readonly reference: string }>): Answer<LateFee> {
  const { referenceRate } = ground.overdue;
  const { reference, rate } = value;
  if (referenceRate === undefined) {
    const text = sentence('term.fees.reference-missing', { reference });
    return unknown([missingInput('referenceRate', text)], ground.steps, { atLeast: '0.00' });
  }
  const factor =
    rate === undefined
      ? '1'
      : (/(\d+(?:\.\d+)?)\s*倍|(\d+(?:\.\d+)?)\s*(?:times|x)/iu.exec(rate)?.slice(1).find(Boolean) ?? undefined);
  if (factor === undefined) {
    const text = sentence('term.fees.reference-rate-not-read', { rate: rate ?? '' });
    return unknown([{ what: 'fact', name: 'late-fee-per-day', text }], ground.steps, { atLeast: '0.00' });
  }
  const annual = times(decimal(factor), times(decimal(referenceRate), ratio(1n, 100n)));
  const step: TermStep = {
    text: sentence('term.fees.own-reference', { reference, rate: referenceRate }),
    by: 'person',
  };
  const said = factor === '1' ? `${referenceRate}%` : `${referenceRate}% × ${factor}`;
  return byYear({ ...ground, steps: [...ground.steps, step] }, annual, said);
}

function counted(
  { amount, settlementDay, until, payments = [] }: OverdueAmount,
  spans: readonly Span[],
): readonly TermStep[] {
  const days = whole(spans);
  const [due, end] = [dateWords(settlementDay), dateWords(until)];
  const step: TermStep = {
    text:
      days === 0
        ? sentence('term.fees.not-overdue', { until: end, due })
        : spans.length > 1 || payments.length > 0
          ? sentence('term.fees.days-overdue-in-parts', {
              parts: spans.map((each) => `${formatYuan(each.fen)} × ${daysOf(each)}`),
              days,
            })
          : sentence('term.fees.days-overdue', { due, until: end, days }),
    by: 'person',
  };
  const paid = payments.map(({ on, amount: part }): TermStep => ({
    text: sentence('term.fees.payment', {
      on: dateWords(on),
      amount: formatYuan(parseYuan(part)),
      of: formatYuan(parseYuan(amount)),
    }),
    by: 'person',
  }));
  return [...paid, step];
}

/** The late fee of an amount from the day after the settlement day; each payment in part lowers what it is counted on. */
export function lateFeeOf(basis: TermBasis, overdue: OverdueAmount): Answer<LateFee> {
  const fact: Answer<PickedFact> = pickFact(basis, LATE_FEE);
  if (!fact.known) return fact;
  const { value } = fact.value;
  if (!isLateFee(value)) return unknown([], fact.steps);
  const spans = spansOf(overdue);
  const ground: Ground = { overdue, spans, steps: counted(overdue, spans) };
  if ('reference' in value) return restingOn([fact], byReference(ground, value));
  const rate = shareRatio(value.rate);
  const said = shareWords(value.rate);
  if (value.per === 'month') return restingOn([fact], byMonth(ground, rate, said));
  if (value.per === 'year') return restingOn([fact], byYear(ground, rate, said));
  const fee = perDay(spans, rate);
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
  return restingOn([fact], answerOf(ground, fee, text));
}

/**
 * The late fee of an amount from the day after the settlement day through the day of payment.
 * @param paid day of payment, or the day up to which to count
 */
export function lateFee(basis: TermBasis, amount: string, settlementDay: CivilDate, paid: CivilDate): Answer<LateFee> {
  return lateFeeOf(basis, { amount, settlementDay, until: paid });
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
