import { sentence } from '../agreement/sentence.ts';
import { type Answer, known } from '../term/answer.ts';
import type { TermBasis } from '../term/basis.ts';
import type { CivilDate } from '../term/calendar/civil-date.ts';
import { type DatedAmount, reachedOn, total } from '../term/fees/instalments.ts';
import { lateFeeFigures, lateFeeOf } from '../term/fees/late-fee.ts';
import { formatYuan, parseYuan } from '../term/fees/money.ts';
import { UsageError } from './command.ts';
import { dateGiven, type ResultLine } from './term-output.ts';

/** A payment as it was typed; without an amount it is all that was left. */
interface TypedPayment {
  readonly on: CivilDate;
  readonly amount?: string;
}

function typedPayment(argument: string): TypedPayment {
  const at = argument.indexOf('=');
  if (at < 0) return { on: dateGiven(argument, 'paid') };
  return { on: dateGiven(argument.slice(0, at), 'paid'), amount: formatYuan(parseYuan(argument.slice(at + 1))) };
}

/** What was paid of an invoice. */
export interface Paid {
  readonly payments: readonly DatedAmount[];
  /** Day on which nothing was left to pay, as far as payments reach it. */
  readonly settledOn?: CivilDate;
}

/** Reads `--paid DATE[=YUAN]…`: a payment without an amount settles the rest. @throws UsageError */
export function paidOf(given: readonly string[] | undefined, amount: string | undefined): Paid {
  const typed = (given ?? []).map(typedPayment).toSorted((one, other) => one.on.localeCompare(other.on));
  const open = typed.filter((each) => each.amount === undefined);
  if (open.length > 1) throw new UsageError(sentence('cli.invoice.paid-twice'));
  const stated = typed.flatMap(({ on, amount: sum }) => (sum === undefined ? [] : [{ on, amount: sum }]));
  const [settling] = open;
  if (amount === undefined) {
    if (stated.length > 0) throw new UsageError(sentence('cli.invoice.paid-without-amount'));
    return { payments: [], ...(settling ? { settledOn: settling.on } : {}) };
  }
  const rest = parseYuan(amount) - total(stated);
  const payments = settling && rest > 0n ? [...stated, { on: settling.on, amount: formatYuan(rest) }] : stated;
  const settledOn = reachedOn(parseYuan(amount), payments);
  return { payments, ...(settledOn === undefined ? {} : { settledOn }) };
}

/** What was paid and what is left of an amount; with the day on which it fell due, how late each part is and what it costs. */
export function paidLines(
  basis: TermBasis,
  amount: string,
  { payments }: Paid,
  { due, today }: { readonly due: Answer<CivilDate> | undefined; readonly today: CivilDate },
): readonly ResultLine[] {
  const left = parseYuan(amount) - total(payments);
  const parts = payments.map((payment, at) => ({
    ...payment,
    name: `payments.${at + 1}`,
    label: sentence('cli.invoice.part-paid', { day: payment.on, amount: payment.amount }),
  }));
  const open = { on: today, amount: formatYuan(left), name: 'unpaid', label: sentence('cli.invoice.part-open') };
  const all = left > 0n ? [...parts, open] : parts;
  return [
    { name: 'paid', label: sentence('cli.invoice.paid'), answer: known(formatYuan(total(payments)), []) },
    { name: 'left', label: sentence('cli.invoice.left'), answer: known(formatYuan(left > 0n ? left : 0n), []) },
    ...(due ? all.flatMap((part) => latePart(basis, part, due)) : []),
  ];
}

/** How late one part is, and its late fee. */
function latePart(
  basis: TermBasis,
  part: DatedAmount & Pick<ResultLine, 'name' | 'label'>,
  due: Answer<CivilDate>,
): readonly ResultLine[] {
  const { name, label, amount, on } = part;
  const days = { name: `${name}.daysLate`, label: sentence('cli.invoice.part-days', { part: label }) };
  const fee = { name: `${name}.lateFee`, label: sentence('cli.invoice.part-fee', { part: label }) };
  if (!due.known) return [{ ...days, answer: due }];
  if (on <= due.value) return [{ ...days, answer: known(0, due.steps) }];
  const overdue = { amount, settlementDay: due.value, until: on, payments: [] };
  const figures = lateFeeFigures(lateFeeOf(basis, overdue), [overdue]);
  return [
    { ...days, answer: figures.days },
    { ...fee, answer: figures.fee },
  ];
}
