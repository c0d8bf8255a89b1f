import { sentence } from '../agreement/sentence.ts';
import { readFile } from 'node:fs/promises';
import type { LegacyKind } from '../agreement/legacy-fact.ts';
import { Refusal } from '../agreement/refusal.ts';
import { known, mapAnswer } from '../term/answer.ts';
import { capitals } from '../term/fees/capitals.ts';
import { parseMonth } from '../term/calendar/civil-date.ts';
import type { MonthFee } from '../term/service/month-fee.ts';
import { readOutageLog } from '../term/service/outage-log.ts';
import { type Downtime, serviceLevel } from '../term/service/service-level.ts';
import { type Command, type CommandContext, UsageError } from './command.ts';
import { basisOf, pickDocument } from './term-document.ts';
import { flags, oneOf, printResult, required, wholeNumber } from './term-output.ts';

const USAGE = `assent sla --document FILE[:N] --month YYYY-MM (--unavailable-minutes N | --outages FILE.csv) [options] [--json] [--lang=zh|en]
  --document FILE[:N]        the service-level agreement; N as in \`read --json\` (0-based)
  --terms FILE[:N]           a second document for what the first does not state (termination after an outage)
  --month YYYY-MM            the service month
  --unavailable-minutes N    minutes already counted
  --excluded-minutes N       minutes under an exclusion, shown beside them
  --outages FILE.csv         outage log with columns start,end[,cause,instances,exclusion,evidence]; Beijing time without an offset
  --count whole|started      whole (default): only minutes down throughout; started: every minute touched
  --fee YUAN                 the month's fee, e.g. 1000.00
  --prepaid YUAN --months N  instead of --fee: paid at once for N months, apportioned
  --voucher YUAN             part of it paid by voucher, outside of the cap
  --own KIND=NUMBER          a value the document does not state; may be repeated`;

const NEEDED: readonly LegacyKind[] = ['availability', 'credit-tier', 'claim-opens-working-day', 'claim-closes-months'];

async function logText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new Refusal(
      'file-not-readable',
      sentence('cli.sla.file-not-readable', { path }),
      sentence('cli.sla.file-not-readable.next'),
      { cause: error },
    );
  }
}

interface Given {
  readonly 'unavailable-minutes'?: string;
  readonly 'excluded-minutes'?: string;
  readonly outages?: string;
  readonly count: string;
  readonly fee?: string;
  readonly prepaid?: string;
  readonly months?: string;
  readonly voucher?: string;
}

async function downtimeOf(given: Given): Promise<Downtime> {
  const { outages, 'unavailable-minutes': minutes, 'excluded-minutes': excluded } = given;
  if ((outages === undefined) === (minutes === undefined)) throw new UsageError('--unavailable-minutes | --outages?');
  if (outages !== undefined) {
    return {
      outages: readOutageLog(await logText(outages)),
      counting: oneOf(given.count, ['whole', 'started'], 'count'),
    };
  }
  return {
    minutes: wholeNumber(minutes ?? '', 'unavailable-minutes'),
    ...(excluded === undefined ? {} : { excludedMinutes: wholeNumber(excluded, 'excluded-minutes') }),
  };
}

function feeOf(given: Given): MonthFee | undefined {
  const vouchers = given.voucher === undefined ? {} : { vouchers: given.voucher };
  if (given.prepaid !== undefined) {
    if (given.fee !== undefined) throw new UsageError('--fee | --prepaid?');
    return { total: given.prepaid, months: wholeNumber(required(given.months, 'months'), 'months'), ...vouchers };
  }
  return given.fee === undefined ? undefined : { fee: given.fee, ...vouchers };
}

async function run(context: CommandContext): Promise<number> {
  const given = flags(context.args, {
    document: { type: 'string' },
    terms: { type: 'string' },
    month: { type: 'string' },
    'unavailable-minutes': { type: 'string' },
    'excluded-minutes': { type: 'string' },
    outages: { type: 'string' },
    count: { type: 'string', default: 'whole' },
    fee: { type: 'string' },
    prepaid: { type: 'string' },
    months: { type: 'string' },
    voucher: { type: 'string' },
    own: { type: 'string', multiple: true },
  });
  const month = parseMonth(required(given.month, 'month'));
  const downtime = await downtimeOf(given);
  const fee = feeOf(given);
  const picked = await pickDocument(required(given.document, 'document'), NEEDED);
  const terms =
    given.terms === undefined ? [] : [(await pickDocument(given.terms, ['outage-termination-hours'])).document];
  const basis = basisOf([picked.document, ...terms], given.own);
  const level = serviceLevel(basis, { month, downtime, ...(fee === undefined ? {} : { fee }) });
  printResult(context, {
    document: { index: picked.index, title: picked.document.title },
    fields: { month },
    lines: [
      {
        name: 'totalMinutes',
        label: sentence('cli.sla.run.lines.label'),
        answer: known(level.totalMinutes, []),
      },
      {
        name: 'unavailableMinutes',
        label: sentence('cli.sla.run.lines.label-2'),
        answer: known(level.unavailableMinutes, []),
      },
      {
        name: 'excludedMinutes',
        label: sentence('cli.sla.run.lines.label-3'),
        answer: known(level.excludedMinutes, []),
      },
      { name: 'availability', label: sentence('cli.sla.run.lines.label-4'), answer: known(level.availability, []) },
      {
        name: 'availabilityWithoutExclusions',
        label: sentence('cli.sla.run.lines.label-5'),
        answer: known(level.availabilityWithoutExclusions, []),
      },
      { name: 'promised', label: sentence('cli.sla.run.lines.label-6'), answer: level.promised },
      { name: 'breach', label: sentence('cli.sla.run.lines.label-7'), answer: level.breach },
      {
        name: 'tier',
        label: sentence('cli.sla.run.lines.label-8'),
        answer: mapAnswer(level.tier, (tier) => tier ?? 'none'),
      },
      { name: 'creditPercent', label: sentence('cli.sla.run.lines.label-9'), answer: level.creditPercent },
      { name: 'monthlyFee', label: sentence('cli.sla.run.lines.label-10'), answer: level.monthlyFee },
      { name: 'cap', label: sentence('cli.sla.run.lines.label-11'), answer: level.cap },
      { name: 'credit', label: sentence('cli.sla.run.lines.label-12'), answer: level.credit },
      {
        name: 'creditInCapitals',
        label: sentence('cli.sla.run.lines.label-13'),
        answer: mapAnswer(level.credit, capitals),
      },
      { name: 'claimOpens', label: sentence('cli.sla.run.lines.label-14'), answer: level.claim.opens },
      {
        name: 'claimCloses',
        label: sentence('cli.sla.run.lines.label-15'),
        answer: mapAnswer(level.claim.closes, (end) => end.lastDay),
      },
      { name: 'termination', label: sentence('cli.sla.run.lines.label-16'), answer: level.termination },
    ],
    steps: level.steps,
  });
  return 0;
}

export const command: Command = { usage: USAGE, run };
