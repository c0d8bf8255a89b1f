import { type Sentence, sentence } from '../agreement/sentence.ts';
import { type Answer, type TermStep, type Unknown, known, mapAnswer, restingOn, unknown } from '../term/answer.ts';
import type { TermBasis } from '../term/basis.ts';
import { type CivilDate, civilDateAt, parseMonth } from '../term/calendar/civil-date.ts';
import { amountUnit, inCapitals, inCurrency, moneyNotes } from '../term/fees/currency.ts';
import { damages } from '../term/fees/fees.ts';
import { reachedOn } from '../term/fees/instalments.ts';
import { lateFeeFigures, lateFeeOf, type OverdueAmount, type Payment } from '../term/fees/late-fee.ts';
import { parseYuan } from '../term/fees/money.ts';
import { overdueTermination, renewalDue } from '../term/fees/orders.ts';
import { telecomArrears } from '../term/fees/telecom.ts';
import { earlyEnd } from '../term/fees/refund-agreed.ts';
import { type Command, type CommandContext, type Usage, UsageError } from './command.ts';
import { billPart, dueOf, monthPart, orderPart, type Part, withPaymentRule } from './fees-due.ts';
import { statutesBeside } from '../term/statutes/beside.ts';
import { basisOf, pickDocument } from './term-document.ts';
import {
  dateGiven,
  type ResultLine,
  flags,
  needsWith,
  oneNeeded,
  oneOf,
  printResult,
  required,
  twoDays,
  wholeNumber,
} from './term-output.ts';

const USAGE: Usage = {
  synopsis: 'assent fees --document FILE[:N] OPTION… [--json] [--lang=zh|en]',
  options: [
    ['--document FILE[:N]', sentence('cli.fees.usage.document')],
    ['--ordered DATE', sentence('cli.fees.usage.ordered')],
    ['--billed DATE', sentence('cli.fees.usage.billed')],
    ['--month YYYY-MM', sentence('cli.fees.usage.month')],
    ['  --payment-rule N', sentence('cli.fees.usage.payment-rule')],
    ['--ends DATE', sentence('cli.fees.usage.ends')],
    ['--due DATE', sentence('cli.fees.usage.due')],
    ['  --amount YUAN', sentence('cli.fees.usage.amount')],
    ['  --paid DATE', sentence('cli.fees.usage.paid')],
    ['  --payment DATE=YUAN', sentence('cli.fees.usage.payment')],
    ['  --reference-rate PERCENT', sentence('cli.fees.usage.reference-rate')],
    ['--paid-total YUAN', sentence('cli.fees.usage.paid-total')],
    ['--prepaid YUAN --months N --starts DATE --ended DATE', sentence('cli.fees.usage.prepaid')],
    ['  --part-month whole|daily', sentence('cli.fees.usage.part-month')],
    ['  --ended-by provider|customer', sentence('cli.fees.usage.ended-by')],
    ['  --year-fee YUAN', sentence('cli.fees.usage.year-fee')],
    ['--own KIND=VALUE', sentence('cli.fees.usage.own')],
    ['--scope CLASS', sentence('cli.term-output.usage.scope')],
    ['--statutes FILE', sentence('cli.term-output.usage.statutes')],
  ],
};

const OPTIONS = {
  document: { type: 'string' },
  ordered: { type: 'string' },
  ends: { type: 'string' },
  due: { type: 'string' },
  amount: { type: 'string' },
  paid: { type: 'string' },
  billed: { type: 'string' },
  month: { type: 'string' },
  payment: { type: 'string', multiple: true },
  'payment-rule': { type: 'string' },
  'reference-rate': { type: 'string' },
  'paid-total': { type: 'string' },
  prepaid: { type: 'string' },
  months: { type: 'string' },
  starts: { type: 'string' },
  ended: { type: 'string' },
  'part-month': { type: 'string' },
  'ended-by': { type: 'string' },
  'year-fee': { type: 'string' },
  own: { type: 'string', multiple: true },
  scope: { type: 'string' },
  statutes: { type: 'string' },
} as const;

/** Options that say nothing without another one. */
const NEEDS = {
  paid: 'amount',
  payment: 'amount',
  'reference-rate': 'amount',
  months: 'prepaid',
  starts: 'prepaid',
  ended: 'prepaid',
  'part-month': 'prepaid',
  'ended-by': 'prepaid',
} as const;

type Given = ReturnType<typeof flags<typeof OPTIONS>>;

/** An amount in figures and in capitals. */
function amountLines(basis: TermBasis, name: string, what: Sentence, amount: Answer<string>): readonly ResultLine[] {
  return [
    { name, label: sentence('cli.fees.in-unit', { what, unit: amountUnit(basis) }), answer: amount },
    {
      name: `${name}InCapitals`,
      label: sentence('cli.fees.in-capitals', { what }),
      answer: inCapitals(basis, amount),
    },
  ];
}

/** `2026-03-01=500.00`, one payment of several. */
function paymentOf(argument: string): Payment {
  const at = argument.lastIndexOf('=');
  if (at < 0) throw new UsageError(`--payment ${argument}: DATE=YUAN`);
  return { on: dateGiven(argument.slice(0, at), 'payment'), amount: argument.slice(at + 1) };
}

/** The late fee of a sum, and what it comes to with the sum. */
function lateLines(basis: TermBasis, overdue: OverdueAmount, due: Answer<CivilDate>): readonly ResultLine[] {
  const late = restingOn([due], lateFeeOf(basis, overdue));
  const { days, fee, total } = lateFeeFigures(late, [overdue]);
  const over = late.known ? late.value.overpaid : undefined;
  return [
    { name: 'lateFee.days', label: sentence('cli.fees.days-overdue'), answer: days },
    ...amountLines(basis, 'lateFee.fee', sentence('cli.fees.late-fee'), fee),
    ...amountLines(basis, 'lateFee.total', sentence('cli.fees.amount-late-fee'), total),
    ...(over === undefined
      ? []
      : amountLines(basis, 'lateFee.overpaid', sentence('cli.fees.overpaid'), known(over, late.steps))),
  ];
}

/** What a sum that is late comes to, where the day on which it fell due is not known. */
function lateUnknown(basis: TermBasis, due: Unknown): readonly ResultLine[] {
  return [
    { name: 'lateFee.days', label: sentence('cli.fees.days-overdue'), answer: due },
    ...amountLines(basis, 'lateFee.fee', sentence('cli.fees.late-fee'), unknown(due.missing, due.steps)),
  ];
}

function overduePart(given: Given, today: string): Part {
  const { amount } = given;
  const until = given.paid === undefined ? today : dateGiven(given.paid, 'paid');
  const payments = (given.payment ?? []).map(paymentOf);
  const paidOff = amount === undefined ? undefined : reachedOn(parseYuan(amount), payments);
  const rate = given['reference-rate'];
  const lateOf = (sum: string, due: CivilDate, latest?: CivilDate): OverdueAmount => ({
    ...{ amount: sum, settlementDay: due, until, payments },
    ...(latest === undefined ? {} : { latestDay: latest }),
    ...(rate === undefined ? {} : { referenceRate: rate }),
  });
  return {
    kinds: ['overdue-termination', ...(amount === undefined ? [] : (['late-fee'] as const))],
    work: (basis) => {
      const { on: fallsDue, latest } = dueOf(basis, given);
      if (!fallsDue.known) return amount === undefined ? [] : lateUnknown(basis, fallsDue);
      const due = fallsDue.value;
      const { lastDayToPay, from } = overdueTermination(basis, due, paidOff);
      const lawful = telecomArrears(basis, due, paidOff);
      return [
        ...(amount === undefined ? [] : lateLines(basis, lateOf(amount, due, latest), fallsDue)),
        {
          name: 'overdue.lastDayToPay',
          label: sentence('cli.fees.last-day-before-termination'),
          answer: twoDays(lastDayToPay),
          lastDay: true,
        },
        { name: 'overdue.terminationFrom', label: sentence('cli.fees.termination-from'), answer: twoDays(from) },
        ...(lawful
          ? [
              {
                name: 'overdue.lawfulSuspensionFrom',
                label: sentence('cli.fees.lawful-suspension'),
                answer: twoDays(lawful.suspension),
              },
              {
                name: 'overdue.lawfulTerminationFrom',
                label: sentence('cli.fees.lawful-termination'),
                answer: twoDays(lawful.termination),
              },
            ]
          : []),
      ];
    },
  };
}

function refundPart(total: string, given: Given): Part {
  const months = wholeNumber(required(given.months, 'months'), 'months');
  const starts = dateGiven(required(given.starts, 'starts'), 'starts');
  const ends = dateGiven(required(given.ended, 'ended'), 'ended');
  const partMonth = given['part-month'];
  const own = partMonth === undefined ? undefined : oneOf(partMonth, ['whole', 'daily'], 'part-month');
  const { 'ended-by': endedBy, 'year-fee': yearFee } = given;
  const by = endedBy === undefined ? undefined : oneOf(endedBy, ['provider', 'customer'], 'ended-by');
  return {
    kinds: ['early-termination-fee'],
    work: (basis) => {
      const { ban, unused, fee, refund } = earlyEnd(basis, {
        total,
        months,
        starts,
        ends,
        ...(own === undefined ? {} : { partMonth: { value: own, by: 'person' } }),
        ...(by === undefined ? {} : { endedBy: by }),
        ...(yearFee === undefined ? {} : { yearFee }),
      });
      return [
        ...(ban
          ? [{ name: 'refund.forbiddenBy', label: ban.text, answer: known(ban.clause?.quote ?? '', [ban]) }]
          : []),
        {
          name: 'refund.usedMonths',
          label: sentence('cli.fees.months-used'),
          answer: mapAnswer(unused, (back) => back.usedMonths),
        },
        ...amountLines(
          basis,
          'refund.unused',
          sentence('cli.fees.unused'),
          mapAnswer(unused, (back) => back.refund),
        ),
        ...(fee ? amountLines(basis, 'refund.earlyEndFee', sentence('cli.fees.early-end-fee'), fee) : []),
        ...amountLines(basis, 'refund.amount', sentence('cli.fees.refund'), refund),
      ];
    },
  };
}

function partsOf(given: Given, today: string): readonly Part[] {
  const { billed, ordered, ends, due, prepaid } = given;
  const paidTotal = given['paid-total'];
  return [
    ...(ordered === undefined
      ? billed === undefined
        ? []
        : [billPart(dateGiven(billed, 'billed'))]
      : [orderPart(dateGiven(ordered, 'ordered'), billed === undefined ? undefined : dateGiven(billed, 'billed'))]),
    ...(ends === undefined
      ? []
      : [
          {
            kinds: ['renewal-lead'],
            work: (basis: TermBasis) => [
              {
                name: 'renewal.payBy',
                label: sentence('cli.fees.renew-by'),
                answer: renewalDue(basis, dateGiven(ends, 'ends')),
              },
            ],
          } as const,
        ]),
    ...(given.month === undefined ? [] : [monthPart(parseMonth(given.month))]),
    ...(due === undefined && given.amount === undefined ? [] : [overduePart(given, today)]),
    ...(paidTotal === undefined
      ? []
      : [
          {
            kinds: ['damages-multiple'],
            work: (basis: TermBasis) =>
              amountLines(basis, 'damages', sentence('cli.fees.damages'), damages(basis, paidTotal)),
          } as const,
        ]),
    ...(prepaid === undefined ? [] : [refundPart(prepaid, given)]),
  ];
}

async function run(context: CommandContext): Promise<number> {
  const given = flags(context.args, OPTIONS);
  needsWith(given, NEEDS);
  if (given.due === undefined && given.billed === undefined && given.month === undefined)
    needsWith(given, { amount: 'due' });
  const parts = partsOf(given, civilDateAt(context.now().toISOString()));
  if (parts.length === 0)
    throw oneNeeded(['--ordered', '--billed', '--month', '--ends', '--due', '--paid-total', '--prepaid']);
  const needed = parts.flatMap((part) => part.kinds);
  const picked = await pickDocument(required(given.document, 'document'), needed);
  const basis = withPaymentRule(basisOf([picked.document], { ...given, now: context.now }), given['payment-rule']);
  const lines = parts.flatMap((part) => part.work(basis));
  const ofLines = lines.flatMap((line) => line.answer.steps);
  const steps: readonly TermStep[] = [...new Set([...moneyNotes(basis), ...ofLines])];
  const document = { index: picked.index, title: picked.document.title };
  const statutes = statutesBeside(basis, needed);
  printResult(context, inCurrency(basis, { document, fields: {}, lines, steps, statutes }));
  return 0;
}

export const command: Command = { usage: USAGE, run };
