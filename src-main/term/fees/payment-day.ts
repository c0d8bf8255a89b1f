import { type PaymentDay, paymentDayIn } from '../../agreement/quantity/payment-day.ts';
import { sentence } from '../../agreement/sentence.ts';
import { type Answer, type Deadline, known, type TermStep, unknown } from '../answer.ts';
import { factsOf, type FoundFact, type TermBasis } from '../basis.ts';
import {
  type CivilDate,
  dateWords,
  dayOfMonth,
  firstDayOf,
  lastDayOf,
  type Month,
  monthOf,
  monthWords,
  shiftMonth,
} from '../calendar/civil-date.ts';
import { workingDayIn } from '../calendar/period.ts';
import { beforeOrOn, fixedDay } from '../count-period.ts';
import { classesOf, conflict, inScope, quotesOf } from '../pick-fact.ts';
import { workingDaysOf } from '../service/working-days.ts';

/** The longest time from one such day to the next, in months. */
const LONGEST = 13;

/**
 * The rules by which what is billed is paid, of the class that is asked about: a time from the bill and a day of the month are told of
 * one matter alike, and one that holds for another class is no second rule.
 */
export const paymentRules = (basis: TermBasis): readonly FoundFact[] =>
  inScope(factsOf(basis, 'payment-due', 'payment-day'), basis.scope);

/** What an order of a service is paid by: the rules of the class that its name names, else those of the agreement. */
export function rulesForService(basis: TermBasis, service: string): TermBasis {
  const classes = classesOf(factsOf(basis, 'payment-due', 'payment-day').map(({ fact }) => fact));
  const named = classes.find((each) => service.toLowerCase().includes(each.toLowerCase()));
  return named === undefined ? basis : { ...basis, scope: named };
}

/** The day of the month by which a text wants each of its periods paid for; undefined where it names none. */
function statedDay(basis: TermBasis): Answer<PaymentDay> | undefined {
  const facts = paymentRules(basis).filter(({ fact }) => fact.kind === 'payment-day');
  if (facts.length === 0) return undefined;
  const steps = facts.flatMap((each) => each.steps);
  const days = facts.map(({ fact }) => (typeof fact.value === 'string' ? paymentDayIn(fact.value) : undefined));
  const [first] = days;
  if (days.some((day) => JSON.stringify(day) !== JSON.stringify(first)))
    return unknown([conflict('payment-day', facts)], steps);
  if (first) return known(first, facts[0]?.steps ?? []);
  const text = sentence('term.payment-day.not-read', { quotes: quotesOf(facts) });
  return unknown([{ what: 'fact', name: 'payment-day', text }], steps);
}

/** Whether the text wants its periods paid for by a day of the month, read or not. */
export const isPaidByDay = (basis: TermBasis): boolean => statedDay(basis) !== undefined;

const isDueIn = ({ every, month }: PaymentDay, at: Month): boolean => {
  const number = Number(at.slice(5));
  return every === 'month' || (every === 'quarter' ? ((number - 1) % 3) + 1 === month : number === month);
};

/** By whose working days the text counts them; the facts of one rule say it alike. */
const calendarOf = (basis: TermBasis): string | undefined =>
  paymentRules(basis).find(({ fact }) => fact.kind === 'payment-day')?.fact.calendar;

function dayIn(basis: TermBasis, rule: PaymentDay, month: Month): Answer<CivilDate> {
  if (rule.working !== true) return known(dayOfMonth(month, rule.day), []);
  const { calendar, missing } = workingDaysOf(basis, calendarOf(basis));
  if (missing || calendar === undefined) return unknown(missing ? [missing] : [], [], firstDayOf(month));
  const of = { first: firstDayOf(month), last: lastDayOf(month), name: monthWords(month) };
  return workingDayIn(of, rule.day, calendar);
}

/**
 * The first day to pay by that is not before a day: of a bill that was received, or of an order. Undefined where the text names no day of
 * the month. Where the words say which month is paid for on it, what was ordered is paid for with that month.
 * @param ordered it is the day of an order: its own month is the first to be paid for
 */
export function nextPaymentDay(basis: TermBasis, from: CivilDate, ordered?: true): Answer<Deadline> | undefined {
  const rule = statedDay(basis);
  if (!rule?.known) return rule && unknown(rule.missing, rule.steps, from);
  const first = ordered === true && rule.value.after === 1 ? shiftMonth(monthOf(from), 1) : monthOf(from);
  const start = first === monthOf(from) ? from : firstDayOf(first);
  for (let ahead = 0; ahead <= LONGEST; ahead += 1) {
    const month = shiftMonth(first, ahead);
    if (!isDueIn(rule.value, month)) continue;
    const day = dayIn(basis, rule.value, month);
    const steps: readonly TermStep[] = [...rule.steps, ...day.steps];
    if (!day.known) return unknown(day.missing, steps, start);
    if (day.value < start) continue;
    const step = { text: sentence('term.payment-day.next', { from: dateWords(from), day: dateWords(day.value) }) };
    const due = fixedDay(basis, day.value);
    const by = rule.value.before === true && day.value > start ? beforeOrOn(day.value, due) : due;
    return { ...by, steps: [...steps, step, ...by.steps] };
  }
  return unknown([], rule.steps, start);
}
