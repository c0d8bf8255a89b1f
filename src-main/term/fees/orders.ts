import { sentence } from '../../agreement/sentence.ts';
import { LENGTH_UNITS } from '../../agreement/fact.ts';
import {
  type Answer,
  type Deadline,
  type Missing,
  type TermStep,
  allSteps,
  known,
  missingInput,
  restingOn,
  unknown,
} from '../answer.ts';
import { type FoundFact, quoted, type TermBasis } from '../basis.ts';
import { countPeriod, periodLength } from '../count-period.ts';
import { firstDayOf } from '../first-day.ts';
import { type CivilDate, addDays, addMonths, dateWords } from '../calendar/civil-date.ts';
import { dayAfter, safeDay } from '../calendar/deadline.ts';
import { type PeriodLength, lengthWords, workingDaysBefore } from '../calendar/period.ts';
import { sentenceOfFact } from '../unread-words.ts';
import { askedFacts, conflict, pickQuantity, type Question } from '../pick-fact.ts';
import { isPaidByDay, nextPaymentDay, paymentRules } from './payment-day.ts';
import { betweenChoices, type PaymentChoice, paymentChoices } from './payment-rules.ts';

/** Until when an order or an invoice is to be paid. */
export interface PaymentDue {
  readonly due: Answer<Deadline>;
  /** First day on which the unpaid order is void; unknown where the period does not run from the order. */
  readonly lapses: Answer<Deadline>;
  readonly steps: readonly TermStep[];
}

const FROM_HOURS = LENGTH_UNITS.filter((unit) => unit !== 'minute');
const FROM_DAYS = FROM_HOURS.filter((unit) => unit !== 'hour');

/** The payment period of an order, after which it lapses. */
export const ORDER_PAYMENT: Question = {
  name: 'payment-due-days',
  understands: { kinds: ['payment-due'], units: FROM_HOURS, anchors: ['order'] },
};

/** The payment period of a bill: it runs from the day the bill was received, and no order lapses by it. */
export const BILL_PAYMENT: Question = {
  name: 'payment-due-days',
  understands: { kinds: ['payment-due'], units: FROM_HOURS, anchors: ['invoice', 'received'] },
};

export const RENEWAL: Question = {
  name: 'renewal-lead-days',
  understands: { kinds: ['renewal-lead'], units: FROM_DAYS, anchors: ['term-end'], unsaid: 'term-end' },
};

export const OVERDUE: Question = {
  name: 'overdue-termination-days',
  understands: { kinds: ['overdue-termination'], units: FROM_DAYS, anchors: ['due'], unsaid: 'due' },
};

function periodFrom(basis: TermBasis, start: CivilDate, question: Question): Answer<Deadline> {
  const stated = pickQuantity(basis, question);
  if (!stated.known) return stated;
  const length: PeriodLength = periodLength(stated.value) ?? { days: stated.value.value };
  const { hour } = stated.value;
  const closes = hour === undefined ? {} : { closeOfBusiness: hour };
  const end = countPeriod(basis, start, length, { ...closes, ...firstDayOf(basis, stated.value) });
  return { ...end, steps: [...stated.steps, ...end.steps] };
}

const LAPSES =
  /订单[^。；;]{0,12}(?:失效|作废|(?:自动)?取消|(?:自动)?关闭)|\border[^.;]{0,40}\b(?:lapses?|void|cancell?ed|expires?)\b/iu;

/** An order or its goods are kept until it is paid, or given up when it is not. */
const KEPT_UNTIL =
  /保留|预留|失效|作废|取消|关闭|释放|无效|\b(?:kept|held|reserv\w+|laps\w+|void|cancel\w*|expir\w*|releas\w+)\b/iu;

/** The sentence by which an order lapses, where no period for it was read. */
function lapseWords({ sources }: TermBasis): string | undefined {
  const pieces = sources.flatMap(({ clauses }) => clauses.flatMap(({ text }) => text.split(/(?<=[。；;])/u)));
  return pieces.find((piece) => LAPSES.test(piece))?.trim();
}

/** The times to pay, of the class that is asked about. */
const dueRules = (basis: TermBasis): readonly FoundFact[] =>
  paymentRules(basis).filter(({ fact }) => fact.kind === 'payment-due');

/** Whether the text gives a payment period that runs from the bill and none that runs from the order. */
function paidByBill(basis: TermBasis): boolean {
  const anchors = dueRules(basis).map(({ fact }) => fact.anchor);
  return anchors.length > 0 && anchors.every((anchor) => anchor === 'invoice' || anchor === 'received');
}

/** Whether what was settled falls due by a bill of it, or by a day of the month, and not on the day of settling. */
export const isPaidOnBill = (basis: TermBasis): boolean => statesBills(basis) || isPaidByDay(basis);

/** The bill was not received yet, or nobody said when: it did not come before the earliest day that is known, and is due no sooner. */
function unbilled(basis: TermBasis, earliest: CivilDate): Answer<Deadline> {
  const rule = pickQuantity(basis, BILL_PAYMENT);
  const bound = safeDay(periodFrom(basis, earliest, BILL_PAYMENT));
  const lacking = missingInput('billed', sentence('term.orders.bill-missing'));
  return restingOn([rule], unknown([lacking], [], bound.known ? { notBefore: bound.value } : {}));
}

/** Bills are paid within a time of their own and by a day of the month as well: which of the two holds is not known. */
function twoRules(basis: TermBasis, byDay: Answer<Deadline>, byBill: Answer<Deadline>): Answer<Deadline> {
  return restingOn([byDay, byBill], unknown([conflict('payment-day', paymentRules(basis))], []));
}

/** The order is paid for by what the text says of bills or of a day of the month; it says nothing of when an order lapses. */
function withoutLapse(basis: TermBasis, due: Answer<Deadline>): PaymentDue {
  const quote = lapseWords(basis);
  const byBill = paidByBill(basis);
  const text =
    quote === undefined
      ? byBill
        ? sentence('term.orders.no-lapse')
        : sentence('term.orders.lapse-not-said')
      : sentence('term.orders.no-lapse-recognised', { quote: quoted(quote) });
  const steps = byBill ? pickQuantity(basis, BILL_PAYMENT).steps : [];
  const lapses: Answer<Deadline> = unknown([{ what: 'fact', name: 'payment-due-days', text }], steps);
  return { due, lapses, steps: allSteps([due, lapses]) };
}

/**
 * The payment period of an order placed on that day, or, where the text counts from the bill, of the bill received on that day; or the day
 * of the month by which the text wants it paid. A platform may not wait for a holiday to end: the order is told to lapse after the safe day.
 * @param settled the day on which the month was settled, before which no bill of it came
 */
export function paymentDue(basis: TermBasis, ordered: CivilDate, billed?: CivilDate, settled?: CivilDate): PaymentDue {
  const byText = dueByText(basis, ordered, billed, settled);
  const due = betweenChoices(byText.due, duePicks(basis, ordered, billed, settled));
  return due === byText.due ? byText : { ...byText, due, steps: allSteps([due, byText.lapses]) };
}

/**
 * The same for an order that a person keeps, of which a bill came or is to come: where the text states a time for orders and another for
 * bills, which of them it is paid by is for the person to say.
 */
export function keptOrderDue(
  basis: TermBasis,
  ordered: CivilDate,
  billed?: CivilDate,
  settled?: CivilDate,
): PaymentDue {
  const by = paymentDue(basis, ordered, billed, settled);
  const hasBill = billed !== undefined || settled !== undefined;
  const picks = hasBill && by.due.known ? duePicks(basis, ordered, billed, settled) : [];
  if (picks.length < 2 || !statesOrderAndBill(basis)) return by;
  const lacking = conflict(
    'payment-day',
    picks.map(({ found }) => found),
  );
  const open: Answer<Deadline> = unknown([lacking], []);
  const due = betweenChoices(open, picks);
  const notBefore = by.lapses.known ? { notBefore: by.lapses.value.safe } : {};
  const lapses: Answer<Deadline> = restingOn([due], unknown([lacking], [], notBefore));
  return { due, lapses, steps: allSteps([due, lapses]) };
}

/** Whether the text states a time to pay orders and, beside it, when bills or periods are paid. */
function statesOrderAndBill(basis: TermBasis): boolean {
  const ofOrder = dueRules(basis).some(({ fact }) => fact.anchor === 'order');
  return ofOrder && (statesBills(basis) || isPaidByDay(basis));
}

/** Whether the text gives bills a time of their own. */
const statesBills = (basis: TermBasis): boolean =>
  dueRules(basis).some(({ fact: { anchor } }) => anchor === 'invoice' || anchor === 'received');

/** The rules of payment to pick from, where a text states several, with the day of each. */
export function duePicks(
  basis: TermBasis,
  ordered: CivilDate,
  billed?: CivilDate,
  settled?: CivilDate,
): readonly PaymentChoice[] {
  return paymentChoices(basis, (alone) => dueByText(alone, ordered, billed, settled).due);
}

function dueByText(basis: TermBasis, ordered: CivilDate, billed?: CivilDate, settled?: CivilDate): PaymentDue {
  const byBill = paidByBill(basis);
  const from = billed ?? settled;
  const ofOrder = dueRules(basis).length > 0 && !byBill;
  const byDay =
    from !== undefined ? nextPaymentDay(basis, from) : ofOrder ? undefined : nextPaymentDay(basis, ordered, true);
  if (byBill) {
    const due = billed === undefined ? unbilled(basis, settled ?? ordered) : periodFrom(basis, billed, BILL_PAYMENT);
    return withoutLapse(basis, byDay ? twoRules(basis, byDay, due) : due);
  }
  if (byDay) return withoutLapse(basis, byDay);
  const due = periodFrom(basis, ordered, ORDER_PAYMENT);
  const lapses: Answer<Deadline> =
    !due.known || saysLapse(basis)
      ? dayAfter(due, (day) => sentence('term.orders.lapses', { day }))
      : restingOn([due], unknown([{ what: 'fact', name: 'lapse', text: sentence('term.orders.lapse-not-said') }], []));
  return { due, lapses, steps: allSteps([due, lapses]) };
}

/** Whether the text says that an unpaid order comes to nothing, in a sentence of its own or in that of the payment period. */
function saysLapse(basis: TermBasis): boolean {
  const stated = askedFacts(basis, ORDER_PAYMENT);
  return (
    lapseWords(basis) !== undefined ||
    stated.length === 0 ||
    stated.some(({ fact }) => fact.quote === '' || KEPT_UNTIL.test(sentenceOfFact(basis.sources, fact)))
  );
}

/**
 * The last day to pay a bill, where the text gives bills a time or a day of the month of their own beside the time of orders; absent
 * where it does not.
 * @param billed the day the bill was received
 */
export function billDue(basis: TermBasis, billed: CivilDate): Answer<Deadline> | undefined {
  const byDay = nextPaymentDay(basis, billed);
  if (!statesBills(basis)) return byDay;
  const byBill = periodFrom(basis, billed, BILL_PAYMENT);
  return betweenChoices(byDay ? twoRules(basis, byDay, byBill) : byBill, billPicks(basis, billed));
}

/** The rules that a bill can be paid by, where a text states several, with the day of each. */
export function billPicks(basis: TermBasis, billed: CivilDate): readonly PaymentChoice[] {
  const ofBills: TermBasis = {
    ...basis,
    sources: basis.sources.map((source) => ({
      ...source,
      facts: source.facts.filter(({ kind, anchor }) => kind !== 'payment-due' || anchor !== 'order'),
    })),
  };
  return paymentChoices(ofBills, (alone) => dueByText(alone, billed, billed).due);
}

/**
 * The last day to pay for a renewal, so long before the term ends. Counted backwards: it never moves to a later day,
 * which would cut the lead the agreement asks for.
 */
export function renewalDue(basis: TermBasis, termEnds: CivilDate): Answer<CivilDate> {
  const lead = pickQuantity(basis, RENEWAL);
  if (!lead.known) return lead;
  const { value, unit, calendar } = lead.value;
  const end = dateWords(termEnds);
  if (unit === 'working-day') {
    const counted =
      calendar === undefined || calendar === 'PRC'
        ? workingDaysBefore(termEnds, value, basis.calendar)
        : unknown(
            [{ what: 'calendar', name: calendar, text: sentence('term.period.no-calendar', { place: calendar }) }],
            [],
          );
    return restingOn([lead], counted);
  }
  const day = unit === 'day' ? addDays(termEnds, -value) : addMonths(termEnds, -value * (unit === 'year' ? 12 : 1));
  const words = dateWords(day);
  return known(day, [
    ...lead.steps,
    {
      text:
        unit === 'day'
          ? sentence('term.orders.renewal-due', { end, value, words })
          : sentence('term.orders.renewal-due-months', {
              end,
              long: lengthWords(unit === 'year' ? { years: value } : { months: value }),
              words,
            }),
    },
  ]);
}

/** When a fee stays unpaid long enough for the provider to end the service. */
export interface OverdueTermination {
  /** Last day to pay without giving the provider the right to terminate. */
  readonly lastDayToPay: Answer<Deadline>;
  /** First day on which the provider may terminate. */
  readonly from: Answer<Deadline>;
  readonly steps: readonly TermStep[];
}

/**
 * The overdue period counted from the settlement day. Nothing is told of a sum that was paid in time.
 * @param paidOff day on which nothing was left to pay
 */
export function overdueTermination(
  basis: TermBasis,
  settlementDay: CivilDate,
  paidOff?: CivilDate,
): OverdueTermination {
  if (paidOff !== undefined && paidOff <= settlementDay) {
    const text = sentence('term.orders.paid-when-due', { day: dateWords(paidOff), due: dateWords(settlementDay) });
    const none: Answer<Deadline> = unknown([{ what: 'fact', name: 'not-overdue', text }], []);
    return { lastDayToPay: none, from: none, steps: [] };
  }
  const lastDayToPay = periodFrom(basis, settlementDay, OVERDUE);
  const inTime = paidOff !== undefined && lastDayToPay.known && paidOff <= lastDayToPay.value.safe;
  const from: Answer<Deadline> = inTime
    ? restingOn([lastDayToPay], unknown([paidBeforeThat(paidOff)], []))
    : dayAfter(lastDayToPay, (day) => sentence('term.orders.termination', { day }));
  return { lastDayToPay, from, steps: allSteps([lastDayToPay, from]) };
}

const paidBeforeThat = (paidOff: CivilDate): Missing => ({
  what: 'fact',
  name: 'paid-in-time',
  text: sentence('term.orders.paid-in-time', { day: dateWords(paidOff) }),
});
