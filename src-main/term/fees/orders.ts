import { say } from '../../agreement/sentence.ts';
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

function dayAfter(end: Answer<PeriodEnd>, zh: (day: string) => string, en: (day: string) => string): Answer<CivilDate> {
  if (!end.known) return end;
  const day = addDays(end.value.lastDay, 1);
  const words = dateWords(day);
  return known(day, [...end.steps, { text: { zh: zh(say(words, 'zh')), en: en(say(words, 'en')) } }]);
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
  const lapses = dayAfter(
    due,
    (day) => `届满仍未付款的，订单自 ${day} 起失效。`,
    (day) => `Unpaid by then, the order is void from ${day}.`,
  );
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
      text: {
        zh: `服务期满日 ${say(end, 'zh')}不计，往前数 ${lead.value} 天，最迟于 ${say(words, 'zh')} 支付续费款；逢休假日不后延，否则提前量不足。`,
        en: `Counting ${lead.value} days back from the end ${say(end, 'en')}, which is not counted: pay by ${say(words, 'en')}; it does not move to a later day, the lead would be cut.`,
      },
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
  const from = dayAfter(
    lastDayToPay,
    (day) => `届满仍未缴清的，服务商自 ${day} 起有权终止服务。`,
    (day) => `Still unpaid then, the provider may terminate from ${day}.`,
  );
  return { lastDayToPay, from, steps: allSteps([lastDayToPay, from]) };
}
