import type { FactKind } from '../agreement/fact.ts';
import { sentence } from '../agreement/sentence.ts';
import { type Answer, type Deadline, known, unknown } from '../term/answer.ts';
import { missingFact, type TermBasis } from '../term/basis.ts';
import { type CivilDate, firstDayOf, parseMonth } from '../term/calendar/civil-date.ts';
import { lastDayOf, safeDay } from '../term/calendar/deadline.ts';
import { billDue, paymentDue } from '../term/fees/orders.ts';
import { nextPaymentDay } from '../term/fees/payment-day.ts';
import { dateGiven, type ResultLine, required, twoDays } from './term-output.ts';

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
        },
        {
          name: 'payment.safeDay',
          label: sentence('cli.fees.safe-day'),
          answer: safeDay(due),
        },
        { name: 'payment.lapses', label: sentence('cli.fees.order-void-from'), answer: twoDays(lapses) },
        ...(bill && bill !== due ? billLines(bill) : []),
      ];
    },
  };
}

const billLines = (bill: Answer<Deadline>): readonly ResultLine[] => [
  { name: 'payment.billLastDay', label: sentence('cli.fees.last-day-to-pay-bill'), answer: twoDays(bill) },
];

/** A bill alone: it needs no order. */
export function billPart(billed: string): Part {
  return {
    kinds: ['payment-due', 'payment-day'],
    work: (basis) => billLines(billDue(basis, billed) ?? paymentDue(basis, billed, billed).due),
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
): Answer<CivilDate> {
  const { due, billed, month } = given;
  if (due !== undefined) return known(dateGiven(due, 'due'), []);
  if (month !== undefined) return lastDayOf(dueInMonth(basis, parseMonth(month)));
  const day = dateGiven(required(billed, 'due'), 'billed');
  return lastDayOf(billDue(basis, day) ?? paymentDue(basis, day, day).due);
}

/** A month alone: by which of its days its fee is paid. */
export function monthPart(month: string): Part {
  return {
    kinds: ['payment-day'],
    work: (basis) => {
      const due = dueInMonth(basis, month);
      return [
        { name: 'payment.lastDay', label: sentence('cli.fees.last-day-to-pay'), answer: twoDays(due) },
        { name: 'payment.safeDay', label: sentence('cli.fees.safe-day'), answer: safeDay(due) },
      ];
    },
  };
}
