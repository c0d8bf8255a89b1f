import { sentence } from '../agreement/sentence.ts';
import { readFile } from 'node:fs/promises';
import type { FactKind, TierValue } from '../agreement/fact.ts';
import { Refusal } from '../agreement/refusal.ts';
import { known, mapAnswer } from '../term/answer.ts';
import { capitals } from '../term/fees/capitals.ts';
import { parseMonth } from '../term/calendar/civil-date.ts';
import { serviceClasses } from '../term/service/credit-tier.ts';
import type { MonthFee } from '../term/service/month-fee.ts';
import { readOutageLog } from '../term/service/outage-log.ts';
import { type Downtime, type ServiceLevel, serviceLevel } from '../term/service/service-level.ts';
import { type Command, type CommandContext, type Usage, UsageError } from './command.ts';
import { basisOf, pickDocument } from './term-document.ts';
import { type ResultLine, flags, oneOf, printResult, required, twoDays, wholeNumber } from './term-output.ts';

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
    ['--year-fee YUAN', sentence('cli.sla.usage.year-fee')],
    ['--own KIND=VALUE', sentence('cli.sla.usage.own')],
    ['--scope CLASS', sentence('cli.term-output.usage.scope')],
  ],
};

const NEEDED: readonly FactKind[] = ['availability', 'credit-tier', 'claim-opens', 'claim-closes'];

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
  readonly 'year-fee'?: string;
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
  const { voucher, 'year-fee': yearFee } = given;
  const vouchers = {
    ...(voucher === undefined ? {} : { vouchers: voucher }),
    ...(yearFee === undefined ? {} : { yearFee }),
  };
  if (given.prepaid !== undefined) {
    if (given.fee !== undefined) throw new UsageError('--fee | --prepaid?');
    return { total: given.prepaid, months: wholeNumber(required(given.months, 'months'), 'months'), ...vouchers };
  }
  return given.fee === undefined ? undefined : { fee: given.fee, ...vouchers };
}

interface ScopedLevel {
  readonly scope: string;
  readonly level: ServiceLevel;
}

/** Figures that each class of service has of its own. */
const OF_CLASS: ReadonlySet<string> = new Set([
  'promised',
  'breach',
  'tier',
  'creditPercent',
  'credit',
  'creditInCapitals',
  'serviceDays',
]);

/** A tier as it always was where it is a share of the month's fee; else with what its credit is. */
function tierLine(tier: TierValue | undefined): unknown {
  if (tier === undefined) return 'none';
  const { credit } = tier;
  return 'amount' in credit && credit.unit === 'percent' && credit.of === 'month-fee'
    ? { below: tier.below, ...(tier.from === undefined ? {} : { from: tier.from }), credit: credit.amount }
    : tier;
}

function linesOf(level: ServiceLevel): readonly ResultLine[] {
  const ofRecord = (minutes: number) =>
    level.recorded ? known(minutes, []) : mapAnswer(level.availability, () => minutes);
  return [
    {
      name: 'totalMinutes',
      label: sentence('cli.sla.total-minutes'),
      answer: known(level.totalMinutes, []),
    },
    {
      name: 'unavailableMinutes',
      label: sentence('cli.sla.unavailable-minutes'),
      answer: ofRecord(level.unavailableMinutes),
    },
    {
      name: 'excludedMinutes',
      label: sentence('cli.sla.excluded-minutes'),
      answer: ofRecord(level.excludedMinutes),
    },
    { name: 'availability', label: sentence('cli.sla.availability'), answer: level.availability },
    {
      name: 'availabilityWithoutExclusions',
      label: sentence('cli.sla.availability-without-exclusions'),
      answer: level.availabilityWithoutExclusions,
    },
    { name: 'promised', label: sentence('cli.sla.promised'), answer: level.promised },
    { name: 'breach', label: sentence('cli.sla.breach'), answer: level.breach },
    {
      name: 'tier',
      label: sentence('cli.sla.tier'),
      answer: mapAnswer(level.tier, tierLine),
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
    ...(level.serviceDays.known
      ? [{ name: 'serviceDays', label: sentence('cli.sla.service-days'), answer: level.serviceDays }]
      : []),
    { name: 'claimOpens', label: sentence('cli.sla.claims-open'), answer: level.claim.opens },
    {
      name: 'claimCloses',
      label: sentence('cli.sla.claims-close'),
      answer: twoDays(level.claim.closes),
    },
    { name: 'termination', label: sentence('cli.sla.termination'), answer: level.termination },
  ];
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
    'year-fee': { type: 'string' },
    own: { type: 'string', multiple: true },
    scope: { type: 'string' },
  });
  const month = parseMonth(required(given.month, 'month'));
  const downtime = await downtimeOf(given);
  const fee = feeOf(given);
  const picked = await pickDocument(required(given.document, 'document'), NEEDED);
  const terms = given.terms === undefined ? [] : [(await pickDocument(given.terms, ['outage-termination'])).document];
  const basis = basisOf([picked.document, ...terms], { ...given, now: context.now });
  const service = { month, downtime, ...(fee === undefined ? {} : { fee }) };
  const classes = given.scope === undefined ? serviceClasses(basis) : [];
  const level = serviceLevel(basis, service);
  // Of several classes each has its own figures, and there is no single one.
  const perClass: readonly ScopedLevel[] =
    classes.length > 1 ? classes.map((scope) => ({ scope, level: serviceLevel({ ...basis, scope }, service) })) : [];
  printResult(context, {
    document: { index: picked.index, title: picked.document.title },
    fields: { month },
    lines: perClass.length > 0 ? linesOf(level).filter(({ name }) => !OF_CLASS.has(name)) : linesOf(level),
    ...(perClass.length > 0
      ? {
          scopes: perClass.map(({ scope, level: one }) => ({
            scope,
            lines: linesOf(one).filter(({ name }) => OF_CLASS.has(name)),
          })),
        }
      : {}),
    steps: [...new Set([level, ...perClass.map(({ level: one }) => one)].flatMap(({ steps }) => steps))],
  });
  return 0;
}

export const command: Command = { usage: USAGE, run };
