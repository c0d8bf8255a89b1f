import { sentence } from '../agreement/sentence.ts';
import type { LegacyKind } from '../agreement/legacy-fact.ts';
import { type Answer, type TermStep, mapAnswer } from '../term/answer.ts';
import type { TermBasis } from '../term/basis.ts';
import { capitals } from '../term/fees/capitals.ts';
import { civilDateAt, parseCivilDate } from '../term/calendar/civil-date.ts';
import { damages, lateFee, refundOfUnused } from '../term/fees/fees.ts';
import { overdueTermination, paymentDue, renewalDue } from '../term/fees/orders.ts';
import { countedDay } from '../term/calendar/period.ts';
import { type Command, type CommandContext, UsageError } from './command.ts';
import { basisOf, pickDocument } from './term-document.ts';
import { type ResultLine, flags, oneOf, printResult, required, wholeNumber } from './term-output.ts';

const USAGE = `assent fees --document FILE[:N] [what to work out…] [--json] [--lang=zh|en]
  --document FILE[:N]    the agreement; N as in \`read --json\` (0-based)
  --ordered DATE         an order: until when it can be paid, when it lapses
  --ends DATE            last day of a term: latest day to pay for the renewal
  --due DATE             settlement day of a fee: from when the provider may terminate
    --amount YUAN          and the late fee on it
    --paid DATE            up to this day (default: today, Beijing)
  --paid-total YUAN      fees paid so far: damages as a multiple of them
  --prepaid YUAN --months N --starts DATE --ended DATE
                         a prepaid order that ends early: refund of unused months
    --part-month whole|daily   how a begun month counts, where the agreement is silent
  --own KIND=NUMBER      a value the document does not state; may be repeated`;

const OPTIONS = {
  document: { type: 'string' },
  ordered: { type: 'string' },
  ends: { type: 'string' },
  due: { type: 'string' },
  amount: { type: 'string' },
  paid: { type: 'string' },
  'paid-total': { type: 'string' },
  prepaid: { type: 'string' },
  months: { type: 'string' },
  starts: { type: 'string' },
  ended: { type: 'string' },
  'part-month': { type: 'string' },
  own: { type: 'string', multiple: true },
} as const;

type Given = ReturnType<typeof flags<typeof OPTIONS>>;

/** One thing worked out: its lines and the working of each. */
interface Part {
  readonly kinds: readonly LegacyKind[];
  readonly work: (basis: TermBasis) => readonly ResultLine[];
}

function amountLines(name: string, zh: string, en: string, amount: Answer<string>): readonly ResultLine[] {
  return [
    { name, label: { zh: `${zh}（元）`, en: `${en} (CNY)` }, answer: amount },
    {
      name: `${name}InCapitals`,
      label: { zh: `${zh}大写`, en: `${en} in capitals` },
      answer: mapAnswer(amount, capitals),
    },
  ];
}

function orderPart(ordered: string): Part {
  return {
    kinds: ['payment-due-days'],
    work: (basis) => {
      const { due, lapses } = paymentDue(basis, ordered);
      return [
        {
          name: 'payment.lastDay',
          label: sentence('cli.fees.order-part.work.label'),
          answer: mapAnswer(due, (end) => end.lastDay),
        },
        {
          name: 'payment.safeDay',
          label: sentence('cli.fees.order-part.work.label-2'),
          answer: countedDay(due),
        },
        { name: 'payment.lapses', label: sentence('cli.fees.order-part.work.label-3'), answer: lapses },
      ];
    },
  };
}

function overduePart(due: string, given: Given, today: string): Part {
  const { amount } = given;
  const paid = given.paid === undefined ? today : parseCivilDate(given.paid);
  return {
    kinds: ['overdue-termination-days', ...(amount === undefined ? [] : (['late-fee-per-day'] as const))],
    work: (basis) => {
      const { lastDayToPay, from } = overdueTermination(basis, due);
      const late = amount === undefined ? undefined : lateFee(basis, amount, due, paid);
      return [
        ...(late === undefined
          ? []
          : [
              {
                name: 'lateFee.days',
                label: sentence('cli.fees.overdue-part.work.label'),
                answer: mapAnswer(late, (fee) => fee.daysOverdue),
              },
              ...amountLines(
                'lateFee.fee',
                '违约金',
                'late fee',
                mapAnswer(late, (fee) => fee.fee),
              ),
              ...amountLines(
                'lateFee.total',
                '本金与违约金合计',
                'amount and late fee',
                mapAnswer(late, (fee) => fee.total),
              ),
            ]),
        {
          name: 'overdue.lastDayToPay',
          label: sentence('cli.fees.overdue-part.work.label-2'),
          answer: mapAnswer(lastDayToPay, (end) => end.lastDay),
        },
        {
          name: 'overdue.terminationFrom',
          label: sentence('cli.fees.overdue-part.work.label-3'),
          answer: from,
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
      return [
        {
          name: 'refund.usedMonths',
          label: sentence('cli.fees.refund-part.work.label'),
          answer: mapAnswer(refund, (back) => back.usedMonths),
        },
        ...amountLines(
          'refund.amount',
          '应退',
          'refund',
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
    ...(ordered === undefined ? [] : [orderPart(parseCivilDate(ordered))]),
    ...(ends === undefined
      ? []
      : [
          {
            kinds: ['renewal-lead-days'],
            work: (basis: TermBasis) => [
              {
                name: 'renewal.payBy',
                label: sentence('cli.fees.parts-of.work.label'),
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
            work: (basis: TermBasis) => amountLines('damages', '赔偿', 'damages', damages(basis, paidTotal)),
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
  const basis = basisOf([picked.document], given.own);
  const lines = parts.flatMap((part) => part.work(basis));
  const steps: readonly TermStep[] = [...new Set(lines.flatMap((line) => line.answer.steps))];
  printResult(context, { document: { index: picked.index, title: picked.document.title }, fields: {}, lines, steps });
  return 0;
}

export const command: Command = { usage: USAGE, run };
