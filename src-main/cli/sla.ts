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
import { type Command, type CommandContext, type Usage, UsageError } from './command.ts';
import { basisOf, pickDocument } from './term-document.ts';
import { flags, oneOf, printResult, required, wholeNumber } from './term-output.ts';

const USAGE: Usage = {
  synopsis:
    'assent sla --document FILE[:N] --month YYYY-MM (--unavailable-minutes N | --outages FILE.csv) [OPTION…] [--json] [--lang=zh|en]',
  options: [
    ['--document FILE[:N]', sentence('cli.sla.usage.document')],
    ['--terms FILE[:N]', sentence('cli.sla.usage.terms')],
    ['--month YYYY-MM', sentence('cli.sla.usage.month')],
    ['--unavailable-minutes N', sentence('cli.sla.usage.unavailable-minutes')],
    ['--excluded-minutes N', sentence('cli.sla.usage.excluded-minutes')],
    ['--outages FILE.csv', sentence('cli.sla.usage.outages')],
    ['--count whole|started', sentence('cli.sla.usage.count')],
    ['--fee YUAN', sentence('cli.sla.usage.fee')],
    ['--prepaid YUAN --months N', sentence('cli.sla.usage.prepaid')],
    ['--voucher YUAN', sentence('cli.sla.usage.voucher')],
    ['--own KIND=NUMBER', sentence('cli.sla.usage.own')],
  ],
};

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
        label: sentence('cli.sla.total-minutes'),
        answer: known(level.totalMinutes, []),
      },
      {
        name: 'unavailableMinutes',
        label: sentence('cli.sla.unavailable-minutes'),
        answer: known(level.unavailableMinutes, []),
      },
      {
        name: 'excludedMinutes',
        label: sentence('cli.sla.excluded-minutes'),
        answer: known(level.excludedMinutes, []),
      },
      { name: 'availability', label: sentence('cli.sla.availability'), answer: known(level.availability, []) },
      {
        name: 'availabilityWithoutExclusions',
        label: sentence('cli.sla.availability-without-exclusions'),
        answer: known(level.availabilityWithoutExclusions, []),
      },
      { name: 'promised', label: sentence('cli.sla.promised'), answer: level.promised },
      { name: 'breach', label: sentence('cli.sla.breach'), answer: level.breach },
      {
        name: 'tier',
        label: sentence('cli.sla.tier'),
        answer: mapAnswer(level.tier, (tier) => tier ?? 'none'),
      },
      { name: 'creditPercent', label: sentence('cli.sla.credit-percent'), answer: level.creditPercent },
      { name: 'monthlyFee', label: sentence('cli.sla.monthly-fee'), answer: level.monthlyFee },
      { name: 'cap', label: sentence('cli.sla.cap'), answer: level.cap },
      { name: 'credit', label: sentence('cli.sla.credit'), answer: level.credit },
      {
        name: 'creditInCapitals',
        label: sentence('cli.sla.credit-in-capitals'),
        answer: mapAnswer(level.credit, capitals),
      },
      { name: 'claimOpens', label: sentence('cli.sla.claims-open'), answer: level.claim.opens },
      {
        name: 'claimCloses',
        label: sentence('cli.sla.claims-close'),
        answer: mapAnswer(level.claim.closes, (end) => end.lastDay),
      },
      { name: 'termination', label: sentence('cli.sla.termination'), answer: level.termination },
    ],
    steps: level.steps,
  });
  return 0;
}

export const command: Command = { usage: USAGE, run };
