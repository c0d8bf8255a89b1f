import { sentence } from '../../agreement/sentence.ts';
import { Refusal } from '../../agreement/refusal.ts';
import type { Fact, Share } from '../../agreement/fact.ts';
import { shareWords } from '../../agreement/fact-words.ts';
import { type Answer, type TermStep, known, unknown } from '../answer.ts';
import type { OwnValue, TermBasis } from '../basis.ts';
import { pickFact, type Question } from '../pick-fact.ts';
import {
  type CivilDate,
  addDays,
  addMonths,
  dateWords,
  daysBetween,
  hasCorrespondingDay,
} from '../calendar/civil-date.ts';
import { ADJUSTABLE } from './adjustable.ts';
import { type Ratio, ratio } from './exact.ts';
import { formatYuan, parseYuan, share } from './money.ts';
import { type PartMonth, partMonthRule, type UnusedRule } from './part-month.ts';
import { shareRatio } from './share.ts';

const ROUNDED = sentence('term.fees.rounded');

const isShare = (value: Fact['value']): value is Share => typeof value === 'object' && 'amount' in value;

/** What the customer owes as a multiple of all fees paid. What the provider gives, or a multiple of another fee, is something else. */
export const DAMAGES: Question = {
  name: 'damages-multiple',
  understands: { kinds: ['damages-multiple'], units: ['percent', 'per-mille', 'times'], anchors: [] },
  about: ({ party, value }) => party !== 'provider' && !(isShare(value) && value.of === 'outage-fee'),
  counts: ({ value }) => isShare(value) && value.of === 'fees-paid',
};

/** Words that have more paid where the multiple does not cover the loss. */
const FURTHER_LOSS =
  /不足以(?:弥补|赔偿|补偿)|补足|(?:仍|还|另)(?:应|须|需|有权)[^，。；]{0,10}(?:赔偿|补偿|追偿)|超(?:过|出)[^，。；]{0,10}(?:部分|损失)[^。；]{0,10}(?:赔偿|承担)|in addition to|(?:further|additional|actual) (?:loss|damage)|without prejudice/iu;

/** Damages as a multiple of the fees paid so far, in yuan. Further loss is on top where the agreement says so. */
export function damages(basis: TermBasis, paidSoFar: string): Answer<string> {
  const multiple = pickFact(basis, DAMAGES);
  if (!multiple.known) return multiple;
  const { value } = multiple.value;
  if (!isShare(value)) return unknown([], multiple.steps);
  const { clause } = multiple.value;
  const words = basis.sources
    .flatMap(({ clauses }) => clauses.filter(({ id }) => id === clause))
    .map(({ text }) => text);
  const more = words.some((each) => FURTHER_LOSS.test(each));
  const fen = parseYuan(paidSoFar);
  const sum = formatYuan(share(fen, shareRatio(value)));
  return known(sum, [
    ...multiple.steps,
    { text: sentence('term.fees.damages', { fen: formatYuan(fen), multiple: shareWords(value), sum }) },
    ...(more ? [{ text: sentence('term.fees.damages-more') }] : []),
    ADJUSTABLE,
  ]);
}

/** A prepaid order that ends early. */
export interface PrepaidOrder {
  readonly total: string;
  readonly months: number;
  /** First day of service. */
  readonly starts: CivilDate;
  /** Last day of service. */
  readonly ends: CivilDate;
  /** Who ended it; absent where nobody says. */
  readonly endedBy?: 'provider' | 'customer';
  /** The year's fee, yuan, where the total is that of another time. */
  readonly yearFee?: string;
  /** Where the agreement is silent about a part of a month. */
  readonly partMonth?: OwnValue<PartMonth>;
}

export interface Refund {
  /** Months that count as used; with a count by the day, whole months used. */
  readonly usedMonths: number;
  /** Yuan. */
  readonly refund: string;
}

interface Used {
  readonly whole: number;
  /** Days used of the month that was begun, and its length; absent when it ended with a month. */
  readonly begun?: { readonly days: number; readonly of: number };
}

/** Last day of the k-th month of service: the day before the corresponding day, or the month's last day where there is none. */
function monthOfServiceEnds(starts: CivilDate, k: number): CivilDate {
  const day = addMonths(starts, k);
  return hasCorrespondingDay(starts, k) ? addDays(day, -1) : day;
}

function used(order: PrepaidOrder): Used {
  let whole = 0;
  while (whole < order.months && monthOfServiceEnds(order.starts, whole + 1) <= order.ends) whole += 1;
  const before = monthOfServiceEnds(order.starts, whole);
  const days = daysBetween(before, order.ends);
  if (whole >= order.months || days <= 0) return { whole };
  return { whole, begun: { days, of: daysBetween(before, monthOfServiceEnds(order.starts, whole + 1)) } };
}

function refuseOrder(): never {
  throw new Refusal('bad-order', sentence('term.fees.bad-order'), sentence('term.fees.bad-order.next'));
}

/** The refund by the days of the whole service that are left. */
function refundByDays(order: PrepaidOrder, months: number, said: readonly TermStep[]): Answer<Refund> {
  const before = addDays(order.starts, -1);
  const of = daysBetween(before, monthOfServiceEnds(order.starts, order.months));
  const days = Math.min(of, daysBetween(before, order.ends));
  const left = of - days;
  const fen = parseYuan(order.total);
  const refund = formatYuan(share(fen, ratio(BigInt(left), BigInt(of))));
  const words = { from: dateWords(order.starts), to: dateWords(order.ends), days, of };
  return known({ usedMonths: months, refund }, [
    ...said,
    { text: sentence('term.fees.used.days', words), by: 'person' },
    { text: sentence('term.fees.refund-by-days', { fen: formatYuan(fen), left, of, refund, rounded: ROUNDED }) },
  ]);
}

/** The refund of unused months of a prepaid order, counted as the agreement counts a part of a month. */
export function refundOfUnused(basis: TermBasis, order: PrepaidOrder): Answer<Refund> {
  if (!Number.isInteger(order.months) || order.months < 1 || order.ends < addDays(order.starts, -1)) refuseOrder();
  const stated = partMonthRule(basis, order.partMonth);
  const fen = parseYuan(order.total);
  const { whole, begun } = used(order);
  if (stated.known && stated.value === 'days') return refundByDays(order, whole, stated.steps);
  // Where the service ended with a month, no part of one is to be counted.
  const rule: Answer<UnusedRule> = stated.known || begun ? stated : known('whole', []);
  if (!rule.known) return rule;
  const byDay = rule.value === 'daily' && begun !== undefined;
  const months = begun && !byDay ? whole + 1 : whole;
  const usedPart: Ratio = byDay
    ? { n: BigInt(whole * begun.of + begun.days), d: BigInt(begun.of) }
    : ratio(BigInt(months), 1n);
  const unused: Ratio = { n: BigInt(order.months) * usedPart.d - usedPart.n, d: usedPart.d * BigInt(order.months) };
  const refund = formatYuan(share(fen, unused));
  const [from, to] = [dateWords(order.starts), dateWords(order.ends)];
  const usedWords = { from, to, months, ordered: order.months };
  return known({ usedMonths: months, refund }, [
    ...rule.steps,
    {
      text: byDay
        ? sentence('term.fees.used.by-the-day', { ...usedWords, days: begun.days, of: begun.of })
        : sentence('term.fees.used.whole-months', usedWords),
      by: 'person',
    },
    {
      text: sentence('term.fees.refund', {
        fen: formatYuan(fen),
        months: order.months,
        refund,
        rounded: ROUNDED,
      }),
    },
  ]);
}
