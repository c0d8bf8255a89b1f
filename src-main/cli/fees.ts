import { type Sentence, sentence } from '../agreement/sentence.ts';
import type { FactKind } from '../agreement/fact.ts';
import { type Answer, type TermStep, known, mapAnswer } from '../term/answer.ts';
import type { TermBasis } from '../term/basis.ts';
import { capitals } from '../term/fees/capitals.ts';
import { civilDateAt, parseCivilDate } from '../term/calendar/civil-date.ts';
import { earlyEndBan } from '../term/fees/early-end.ts';
import { damages, refundOfUnused } from '../term/fees/fees.ts';
import { lateFeeOf, type Payment } from '../term/fees/late-fee.ts';
import { overdueTermination, paymentDue, renewalDue } from '../term/fees/orders.ts';
import { safeDay } from '../term/calendar/deadline.ts';
import { type Command, type CommandContext, type Usage, UsageError } from './command.ts';
import { basisOf, pickDocument } from './term-document.ts';
import { type ResultLine, flags, oneOf, printResult, required, twoDays, wholeNumber } from './term-output.ts';

const USAGE: Usage = {
  synopsis: 'assent fees --document FILE[:N] OPTION… [--json] [--lang=zh|en]',
  options: [
    ['--document FILE[:N]', sentence('cli.fees.usage.document')],
    ['--ordered DATE', sentence('cli.fees.usage.ordered')],
    ['  --billed DATE', sentence('cli.fees.usage.billed')],
    ['--ends DATE', sentence('cli.fees.usage.ends')],
    ['--due DATE', sentence('cli.fees.usage.due')],
    ['  --amount YUAN', sentence('cli.fees.usage.amount')],
    ['  --paid DATE', sentence('cli.fees.usage.paid')],
    ['  --payment DATE=YUAN', sentence('cli.fees.usage.payment')],
    ['  --reference-rate PERCENT', sentence('cli.fees.usage.reference-rate')],
    ['--paid-total YUAN', sentence('cli.fees.usage.paid-total')],
    ['--prepaid YUAN --months N --starts DATE --ended DATE', sentence('cli.fees.usage.prepaid')],
    ['  --part-month whole|daily', sentence('cli.fees.usage.part-month')],
    ['--own KIND=VALUE', sentence('cli.fees.usage.own')],
    ['--scope CLASS', sentence('cli.term-output.usage.scope')],
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
  payment: { type: 'string', multiple: true },
  'reference-rate': { type: 'string' },
  'paid-total': { type: 'string' },
  prepaid: { type: 'string' },
  months: { type: 'string' },
  starts: { type: 'string' },
  ended: { type: 'string' },
  'part-month': { type: 'string' },
  own: { type: 'string', multiple: true },
  scope: { type: 'string' },
} as const;

type Given = ReturnType<typeof flags<typeof OPTIONS>>;

/** One thing worked out: its lines and the working of each. */
interface Part {
  readonly kinds: readonly FactKind[];
  readonly work: (basis: TermBasis) => readonly ResultLine[];
}

/** An amount in figures and in capitals. */
function amountLines(name: string, what: Sentence, amount: Answer<string>): readonly ResultLine[] {
  return [
    { name, label: sentence('cli.fees.in-yuan', { what }), answer: amount },
    {
      name: `${name}InCapitals`,
      label: sentence('cli.fees.in-capitals', { what }),
      answer: mapAnswer(amount, capitals),
    },
  ];
}

/** `2026-03-01=500.00`, one payment of several. */
function paymentOf(argument: string): Payment {
  const at = argument.lastIndexOf('=');
  if (at < 0) throw new UsageError(`--payment ${argument}: DATE=YUAN`);
  return { on: parseCivilDate(argument.slice(0, at)), amount: argument.slice(at + 1) };
}

function orderPart(ordered: string, billed: string | undefined): Part {
  return {
    kinds: ['payment-due'],
    work: (basis) => {
      const { due, lapses } = paymentDue(basis, ordered, billed);
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
      ];
    },
  };
}

function overduePart(due: string, given: Given, today: string): Part {
  const { amount } = given;
  const paid = given.paid === undefined ? today : parseCivilDate(given.paid);
  return {
    kinds: ['overdue-termination', ...(amount === undefined ? [] : (['late-fee'] as const))],
    work: (basis) => {
      const { lastDayToPay, from } = overdueTermination(basis, due);
      const rate = given['reference-rate'];
      const late =
        amount === undefined
          ? undefined
          : lateFeeOf(basis, {
              amount,
              settlementDay: due,
              until: paid,
              payments: (given.payment ?? []).map(paymentOf),
              ...(rate === undefined ? {} : { referenceRate: rate }),
            });
      return [
        ...(late === undefined
          ? []
          : [
              {
                name: 'lateFee.days',
                label: sentence('cli.fees.days-overdue'),
                answer: mapAnswer(late, (fee) => fee.daysOverdue),
              },
              ...amountLines(
                'lateFee.fee',
                sentence('cli.fees.late-fee'),
                mapAnswer(late, (fee) => fee.fee),
              ),
              ...amountLines(
                'lateFee.total',
                sentence('cli.fees.amount-late-fee'),
                mapAnswer(late, (fee) => fee.total),
              ),
            ]),
        {
          name: 'overdue.lastDayToPay',
          label: sentence('cli.fees.last-day-before-termination'),
          answer: twoDays(lastDayToPay),
        },
        {
          name: 'overdue.terminationFrom',
          label: sentence('cli.fees.termination-from'),
          answer: twoDays(from),
        },
      ];
    },
  };
}

function refundPart(total: string, given: Given): Part {
  const months = wholeNumber(required(given.months, 'months'), 'months');
  const starts = parseCivilDate(required(given.starts, 'starts'));
  const ends = parseCivilDate(required(given.ended, 'ended'));
  const partMonth = given['part-month'];
  const own = partMonth === undefined ? undefined : oneOf(partMonth, ['whole', 'daily'], 'part-month');
  return {
    kinds: [],
    work: (basis) => {
      const refund = refundOfUnused(basis, {
        total,
        months,
        starts,
        ends,
        ...(own === undefined ? {} : { partMonth: { value: own, by: 'person' } }),
      });
      const ban = earlyEndBan(basis.sources);
      return [
        ...(ban
          ? [{ name: 'refund.forbiddenBy', label: ban.text, answer: known(ban.clause?.quote ?? '', [ban]) }]
          : []),
        {
          name: 'refund.usedMonths',
          label: sentence('cli.fees.months-used'),
          answer: mapAnswer(refund, (back) => back.usedMonths),
        },
        ...amountLines(
          'refund.amount',
          sentence('cli.fees.refund'),
          mapAnswer(refund, (back) => back.refund),
        ),
      ];
    },
  };
}

function partsOf(given: Given, today: string): readonly Part[] {
  const { ordered, ends, due, prepaid } = given;
  const paidTotal = given['paid-total'];
  return [
    ...(ordered === undefined
      ? []
      : [orderPart(parseCivilDate(ordered), given.billed === undefined ? undefined : parseCivilDate(given.billed))]),
    ...(ends === undefined
      ? []
      : [
          {
            kinds: ['renewal-lead'],
            work: (basis: TermBasis) => [
              {
                name: 'renewal.payBy',
                label: sentence('cli.fees.renew-by'),
                answer: renewalDue(basis, parseCivilDate(ends)),
              },
            ],
          } as const,
        ]),
    ...(due === undefined ? [] : [overduePart(parseCivilDate(due), given, today)]),
    ...(paidTotal === undefined
      ? []
      : [
          {
            kinds: ['damages-multiple'],
            work: (basis: TermBasis) => amountLines('damages', sentence('cli.fees.damages'), damages(basis, paidTotal)),
          } as const,
        ]),
    ...(prepaid === undefined ? [] : [refundPart(prepaid, given)]),
  ];
}

async function run(context: CommandContext): Promise<number> {
  const given = flags(context.args, OPTIONS);
  const parts = partsOf(given, civilDateAt(context.now().toISOString()));
  if (parts.length === 0) throw new UsageError('--ordered | --ends | --due | --paid-total | --prepaid?');
  const needed = parts.flatMap((part) => part.kinds);
  const picked = await pickDocument(required(given.document, 'document'), needed);
  const basis = basisOf([picked.document], { ...given, now: context.now });
  const lines = parts.flatMap((part) => part.work(basis));
  const steps: readonly TermStep[] = [...new Set(lines.flatMap((line) => line.answer.steps))];
  printResult(context, { document: { index: picked.index, title: picked.document.title }, fields: {}, lines, steps });
  return 0;
}

export const command: Command = { usage: USAGE, run };
