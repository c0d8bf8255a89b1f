import { type Sentence, sentence } from '../../agreement/sentence.ts';
import { type Answer, type TermStep, allSteps, known } from '../answer.ts';
import { type TermBasis, numberOf } from '../basis.ts';
import { type CivilDate, addDays, dateWords } from '../calendar/civil-date.ts';
import { type PeriodEnd, periodEnd } from '../calendar/period.ts';

/** Until when an unpaid order lives. */
export interface PaymentDue {
  readonly due: Answer<PeriodEnd>;
  /** First day on which the unpaid order is void. */
  readonly lapses: Answer<CivilDate>;
  readonly steps: readonly TermStep[];
}

function dayAfter(end: Answer<PeriodEnd>, what: (day: Sentence) => Sentence): Answer<CivilDate> {
  if (!end.known) return end;
  const day = addDays(end.value.lastDay, 1);
  return known(day, [...end.steps, { text: what(dateWords(day)) }]);
}

function periodFrom(basis: TermBasis, start: CivilDate, kind: 'payment-due-days' | 'overdue-termination-days') {
  const days = numberOf(basis, kind);
  if (!days.known) return days;
  const end = periodEnd(start, { days: days.value }, basis.calendar);
  return { ...end, steps: [...days.steps, ...end.steps] };
}

/** The payment period of an order placed on that day. `due.countedDay` is the safe day: a platform may not wait for a holiday to end. */
export function paymentDue(basis: TermBasis, ordered: CivilDate): PaymentDue {
  const due: Answer<PeriodEnd> = periodFrom(basis, ordered, 'payment-due-days');
  const lapses = dayAfter(due, (day) => sentence('term.orders.lapses', { day }));
  return { due, lapses, steps: allSteps([due, lapses]) };
}

/**
 * The last day to pay for a renewal, so many days before the term ends. Counted backwards: it never moves to a later day,
 * which would cut the lead the agreement asks for.
 */
export function renewalDue(basis: TermBasis, termEnds: CivilDate): Answer<CivilDate> {
  const lead = numberOf(basis, 'renewal-lead-days');
  if (!lead.known) return lead;
  const day = addDays(termEnds, -lead.value);
  const [words, end] = [dateWords(day), dateWords(termEnds)];
  return known(day, [
    ...lead.steps,
    {
      text: sentence('term.orders.renewal-due', { end, value: lead.value, words }),
    },
  ]);
}

/** When a fee stays unpaid long enough for the provider to end the service. */
export interface OverdueTermination {
  /** Last day to pay without giving the provider the right to terminate. */
  readonly lastDayToPay: Answer<PeriodEnd>;
  /** First day on which the provider may terminate. */
  readonly from: Answer<CivilDate>;
  readonly steps: readonly TermStep[];
}

/** The overdue period counted from the settlement day. */
export function overdueTermination(basis: TermBasis, settlementDay: CivilDate): OverdueTermination {
  const lastDayToPay: Answer<PeriodEnd> = periodFrom(basis, settlementDay, 'overdue-termination-days');
  const from = dayAfter(lastDayToPay, (day) => sentence('term.orders.termination', { day }));
  return { lastDayToPay, from, steps: allSteps([lastDayToPay, from]) };
}
