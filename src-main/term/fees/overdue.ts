import { sentence } from '../../agreement/sentence.ts';
import type { TermStep } from '../answer.ts';
import { type CivilDate, addMonths, dateWords, daysBetween } from '../calendar/civil-date.ts';
import type { Ratio } from './exact.ts';
import { type DatedAmount, reachedOn } from './instalments.ts';
import { type Fen, formatYuan, parseYuan, share } from './money.ts';

/** One payment towards an amount. */
export type Payment = DatedAmount;

/** What was to be paid, and what was. */
export interface OverdueAmount {
  /** Yuan. */
  readonly amount: string;
  readonly settlementDay: CivilDate;
  /** How late the sum can be argued to have fallen due, where a day off moves its day. */
  readonly latestDay?: CivilDate;
  /** Day up to which to count what is not paid by then. */
  readonly until: CivilDate;
  /** Payments in part; each lowers what the late fee is counted on from the day after it. */
  readonly payments?: readonly Payment[];
  /** The reference rate in percent a year, where the text refers to one. */
  readonly referenceRate?: string;
}

/** A stretch of days on which one sum was overdue. */
export interface Span {
  readonly fen: Fen;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** The sums that were overdue one after the other; payments up to the settlement day lower the first. */
export function spansOf({ amount, settlementDay, until, payments = [] }: OverdueAmount): readonly Span[] {
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

/** What is left of the amount on the day up to which is counted; below zero where more was paid than was due. */
export function restOf({ amount, until, payments = [] }: OverdueAmount): Fen {
  const paid = payments.filter(({ on }) => on <= until).reduce((sum, each) => sum + parseYuan(each.amount), 0n);
  return parseYuan(amount) - paid;
}

/** The part of the stretches that lies after a day. */
export function after(day: CivilDate, spans: readonly Span[]): readonly Span[] {
  return spans.flatMap((span) => (span.to <= day ? [] : [{ ...span, from: span.from < day ? day : span.from }]));
}

/** The part of the stretches that does not lie after a day. */
export function until(day: CivilDate, spans: readonly Span[]): readonly Span[] {
  return spans.flatMap((span) => (span.from >= day ? [] : [{ ...span, to: span.to > day ? day : span.to }]));
}

export const daysOf = ({ from, to }: Span): number => daysBetween(from, to);

export const whole = (spans: readonly Span[]): number => spans.reduce((sum, each) => sum + daysOf(each), 0);

/** Rounded once: the exact sum of sum × days of all stretches, times the rate of a day. */
export function perDay(spans: readonly Span[], rate: Ratio): Fen {
  const fenDays = spans.reduce((sum, each) => sum + each.fen * BigInt(daysOf(each)), 0n);
  return share(fenDays, rate);
}

/** Whole months overdue, and those begun; from one corresponding day to the next. */
export function monthsOfSpan({ from, to }: Span): { readonly ended: number; readonly begun: number } {
  let ended = 0;
  while (addMonths(from, ended + 1) <= to) ended += 1;
  return { ended, begun: addMonths(from, ended) < to ? ended + 1 : ended };
}

/** For how many days what was overdue, and what was paid towards it, as steps. */
export function overdueSteps(
  { amount, settlementDay, until, payments = [] }: OverdueAmount,
  spans: readonly Span[],
): readonly TermStep[] {
  const days = whole(spans);
  const paidOff = days === 0 ? reachedOn(parseYuan(amount), payments) : undefined;
  const [due, end] = [dateWords(settlementDay), dateWords(paidOff ?? until)];
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
