import type { FactKind } from '../agreement/fact.ts';
import { Refusal } from '../agreement/refusal.ts';
import { inOneLine, sentence } from '../agreement/sentence.ts';
import { type Answer, type Deadline, known, unknown } from '../term/answer.ts';
import { missingFact, type TermBasis } from '../term/basis.ts';
import { type CivilDate, firstDayOf, parseMonth } from '../term/calendar/civil-date.ts';
import { lastDayOf, safeDay } from '../term/calendar/deadline.ts';
import { namedDay } from '../term/count-period.ts';
import { billDue, billPicks, duePicks, paymentDue } from '../term/fees/orders.ts';
import { byPaymentRule, differentRules, type PaymentChoice, paymentRuleKey } from '../term/fees/payment-rules.ts';
import { nextPaymentDay } from '../term/fees/payment-day.ts';
import { dateGiven, type ResultLine, required, twoDays, wholeNumber } from './term-output.ts';

/** When orders, bills and months are to be paid, for the command about fees. */

/** One thing worked out: its lines and the working of each. */
export interface Part {
  readonly kinds: readonly FactKind[];
  readonly work: (basis: TermBasis) => readonly ResultLine[];
}

/** An order: until when it is to be paid, and when it comes to nothing. */
export function orderPart(ordered: string, billed: string | undefined): Part {
  return {
    kinds: ['payment-due', 'payment-day'],
    work: (basis) => {
      const { due, lapses } = paymentDue(basis, ordered, billed);
      const bill = billed === undefined ? undefined : billDue(basis, billed);
      return [
        {
          name: 'payment.lastDay',
          label: sentence('cli.fees.last-day-to-pay'),
          answer: twoDays(due),
          lastDay: true,
        },
        {
          name: 'payment.safeDay',
          label: sentence('cli.fees.safe-day'),
          answer: safeDay(due),
        },
        { name: 'payment.lapses', label: sentence('cli.fees.order-void-from'), answer: twoDays(lapses) },
        ...(bill && bill !== due ? billLines(bill) : []),
        ...ruleLines(basis, duePicks(basis, ordered, billed)),
      ];
    },
  };
}

const billLines = (bill: Answer<Deadline>): readonly ResultLine[] => [
  {
    name: 'payment.billLastDay',
    label: sentence('cli.fees.last-day-to-pay-bill'),
    answer: twoDays(bill),
    lastDay: true,
  },
];

/** The rules of payment, where the text states several: each with the day that it gives, to pick one from by its number. */
function ruleLines(basis: TermBasis, choices: readonly PaymentChoice[]): readonly ResultLine[] {
  const numbers = differentRules(basis).map(({ fact }) => paymentRuleKey(fact));
  return choices.map(({ rule, found: { fact, step }, due }) => {
    const nth = numbers.indexOf(rule) + 1;
    const number = step.clause?.number ?? '';
    const label = sentence('cli.fees.rule', { nth, number, quote: inOneLine(fact.quote) });
    return { name: `payment.rules.${nth}`, label, answer: twoDays(due), lastDay: true };
  });
}

/** A basis with the rule of payment that was picked by its number. Refuses (`no-such-rule`) a number that none has. */
export function withPaymentRule(basis: TermBasis, given: string | undefined): TermBasis {
  if (given === undefined) return basis;
  const nth = wholeNumber(given, 'payment-rule');
  const rules = differentRules(basis);
  const rule = rules[nth - 1];
  if (!rule) {
    const next = sentence('cli.fees.no-such-rule.next', { count: rules.length });
    throw new Refusal('no-such-rule', sentence('cli.fees.no-such-rule', { nth }), next);
  }
  return byPaymentRule(basis, paymentRuleKey(rule.fact));
}

/** A bill alone: it needs no order. */
export function billPart(billed: string): Part {
  return {
    kinds: ['payment-due', 'payment-day'],
    work: (basis) => [
      ...billLines(billDue(basis, billed) ?? paymentDue(basis, billed, billed).due),
      ...ruleLines(basis, billPicks(basis, billed)),
    ],
  };
}

/** The day on which a month's fee is to be paid, by a day of the month that the text names. */
const dueInMonth = (basis: TermBasis, month: string): Answer<Deadline> =>
  nextPaymentDay(basis, firstDayOf(month)) ?? unknown([missingFact('payment-day', basis)], []);

/** The day on which a sum falls due: as given, or by the text from its bill or its month. */
export function dueOf(
  basis: TermBasis,
  given: {
    readonly due?: string | undefined;
    readonly billed?: string | undefined;
    readonly month?: string | undefined;
  },
): FallsDue {
  const { due, billed, month } = given;
  if (due !== undefined) return { on: known(dateGiven(due, 'due'), []) };
  if (month !== undefined) return fallsDueBy(dueInMonth(basis, parseMonth(month)));
  const day = dateGiven(required(billed, 'due'), 'billed');
  return fallsDueBy(billDue(basis, day) ?? paymentDue(basis, day, day).due);
}

/** The day from which a sum is late, and how late it can be argued to have fallen due. */
interface FallsDue {
  readonly on: Answer<CivilDate>;
  readonly latest?: CivilDate;
}

function fallsDueBy(end: Answer<Deadline>): FallsDue {
  const named = namedDay(end);
  // Nothing is late on a day that may itself be in time.
  const on = named === undefined ? lastDayOf(end) : known(named, end.steps);
  return { on, ...(end.known ? { latest: end.value.latest } : {}) };
}

/** A month alone: by which of its days its fee is paid. */
export function monthPart(month: string): Part {
  return {
    kinds: ['payment-day'],
    work: (basis) => {
      const due = dueInMonth(basis, month);
      return [
        { name: 'payment.lastDay', label: sentence('cli.fees.last-day-to-pay'), answer: twoDays(due), lastDay: true },
        { name: 'payment.safeDay', label: sentence('cli.fees.safe-day'), answer: safeDay(due) },
      ];
    },
  };
}
