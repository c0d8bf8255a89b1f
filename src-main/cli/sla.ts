import { say, sentence } from '../agreement/sentence.ts';
import type { FactKind, TierValue } from '../agreement/fact.ts';
import { tierWords } from '../agreement/fact-words.ts';
import { type Answer, known, mapAnswer, unknown } from '../term/answer.ts';
import { capitals } from '../term/fees/capitals.ts';
import type { TermBasis } from '../term/basis.ts';
import { serviceClasses } from '../term/service/credit-tier.ts';
import { downRule } from '../term/service/down-rule.ts';
import type { MonthFee } from '../term/service/month-fee.ts';
import type { LogReading } from '../term/service/log/log-reading.ts';
import { knownUntil } from '../term/service/outages.ts';
import { parsePeriod, periodKind, periodWords } from '../term/service/period.ts';
import { type Downtime, type ServiceLevel, serviceLevel, type ServiceMonth } from '../term/service/service-level.ts';
import { checkInstances, logFields, logOf, printLog } from './sla-log.ts';
import { type Command, type CommandContext, type Usage, UsageError } from './command.ts';
import { statutesBeside } from '../term/statutes/beside.ts';
import { lawLines } from './sla-law.ts';
import { basisOf, pickDocument } from './term-document.ts';
import { type ResultLine, flags, oneOf, printResult, required, twoDays, wholeNumber } from './term-output.ts';

const USAGE: Usage = {
  synopsis:
    'assent sla --document FILE[:N] --month YYYY-MM|YYYY-QN|YYYY (--outages FILE | --unavailable-minutes N | --availability PERCENT) [OPTION…] [--json] [--lang=zh|en]',
  options: [
    ['--document FILE[:N]', sentence('cli.sla.usage.document')],
    ['--terms FILE[:N]', sentence('cli.sla.usage.terms')],
    ['--month YYYY-MM', sentence('cli.sla.usage.month')],
    ['--unavailable-minutes N', sentence('cli.sla.usage.unavailable-minutes')],
    ['--excluded-minutes N', sentence('cli.sla.usage.excluded-minutes')],
    ['--outages FILE', sentence('cli.sla.usage.outages')],
    ['--map start=…,end=…,dates=dmy|mdy,zone=…', sentence('cli.sla.usage.map')],
    ['--encoding NAME', sentence('cli.sla.usage.encoding')],
    ['--instance NAME', sentence('cli.sla.usage.instance')],
    ['--availability PERCENT', sentence('cli.sla.usage.availability')],
    ['--count whole|started', sentence('cli.sla.usage.count')],
    ['--fee YUAN', sentence('cli.sla.usage.fee')],
    ['--prepaid YUAN --months N', sentence('cli.sla.usage.prepaid')],
    ['--voucher YUAN', sentence('cli.sla.usage.voucher')],
    ['--year-fee YUAN', sentence('cli.sla.usage.year-fee')],
    ['--own KIND=VALUE', sentence('cli.sla.usage.own')],
    ['--scope CLASS', sentence('cli.term-output.usage.scope')],
    ['--statutes FILE', sentence('cli.term-output.usage.statutes')],
  ],
};

const NEEDED: readonly FactKind[] = ['availability', 'credit-tier', 'claim-opens', 'claim-closes'];

interface Given {
  readonly 'unavailable-minutes'?: string;
  readonly 'excluded-minutes'?: string;
  readonly outages?: string;
  readonly map?: string;
  readonly encoding?: string;
  readonly instance?: readonly string[];
  readonly availability?: string;
  readonly count: string;
  readonly fee?: string;
  readonly prepaid?: string;
  readonly months?: string;
  readonly voucher?: string;
  readonly 'year-fee'?: string;
}

function downtimeOf(given: Given, log: LogReading | undefined, now: Date): Downtime {
  const { 'unavailable-minutes': minutes, 'excluded-minutes': excluded, availability } = given;
  if (log) {
    const instances = (given.instance ?? [])
      .flatMap((names) => names.split(/[,，;；、|]/u))
      .map((name) => name.trim())
      .filter((name) => name !== '');
    return {
      outages: knownUntil(log.rows, now.toISOString()),
      counting: oneOf(given.count, ['whole', 'started'], 'count'),
      ...(instances.length === 0 ? {} : { instances }),
    };
  }
  if (availability !== undefined) return { availability };
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

/** Figures that each instance has of its own, where the text does not count several together. */
const OF_INSTANCE: ReadonlySet<string> = new Set([
  ...OF_CLASS,
  'unavailableMinutes',
  'excludedMinutes',
  'availability',
]);

interface InstanceLevel {
  readonly instance: string;
  readonly level: ServiceLevel;
}

/** Each instance by itself, where the whole has no figure because the text does not say how several are counted. */
function eachInstance(basis: TermBasis, service: ServiceMonth, whole: ServiceLevel): readonly InstanceLevel[] {
  const { downtime } = service;
  const asked = whole.availability.known ? [] : whole.availability.missing;
  if (!('outages' in downtime) || !asked.some(({ name }) => name === 'instance')) return [];
  const names = [...new Set(downtime.outages.flatMap(({ instances = [] }) => instances))].sort();
  return names.map((instance) => ({
    instance,
    level: serviceLevel(basis, { ...service, downtime: { ...downtime, instances: [instance] } }),
  }));
}

/** The longest unbroken outage with whose it was and what broke it, for scripts; a person finds it in the working. */
function longestOutage({ termination }: ServiceLevel, { language }: CommandContext) {
  if (!termination.known || termination.value.began === undefined) return {};
  const { longestHours, instance, began, ended, brokenBy } = termination.value;
  const broken = brokenBy.map((each) => say(each, language));
  return {
    longestOutage: {
      hours: longestHours,
      ...(instance === undefined ? {} : { instance }),
      began,
      ended,
      brokenBy: broken,
    },
  };
}

/** A tier as it always was where it is a share of the month's fee; else with what its credit is. */
function tierLine(tier: TierValue | undefined): unknown {
  if (tier === undefined) return 'none';
  const { credit } = tier;
  return 'amount' in credit && credit.unit === 'percent' && credit.of === 'month-fee'
    ? { below: tier.below, ...(tier.from === undefined ? {} : { from: tier.from }), credit: credit.amount }
    : tier;
}

/** A tier in words where its parts alone do not say it. */
function saidTier({ tier }: ServiceLevel): Pick<ResultLine, 'words'> {
  if (!tier.known) return {};
  const { value } = tier;
  if (value === undefined) return { words: sentence('cli.sla.no-tier') };
  return tierLine(value) === value ? { words: tierWords(value) } : {};
}

function linesOf(level: ServiceLevel): readonly ResultLine[] {
  const ofRecord = (minutes: number): Answer<number> =>
    level.counted && level.recorded ? known(minutes, []) : mapAnswer(level.availability, () => minutes);
  const { minutesAtMost, unavailableMinutes } = level;
  const down: Answer<number> = minutesAtMost
    ? { ...unknown([minutesAtMost], []), atLeast: '0', atMost: String(unavailableMinutes) }
    : ofRecord(unavailableMinutes);
  const inVouchers = level.tier.known && level.tier.value?.form === 'voucher';
  return [
    {
      name: 'totalMinutes',
      label:
        periodKind(level.month) === 'month'
          ? sentence('cli.sla.total-minutes')
          : sentence('cli.sla.total-minutes-of', { name: periodWords(level.month) }),
      answer: known(level.totalMinutes, []),
    },
    {
      name: 'unavailableMinutes',
      label: sentence('cli.sla.unavailable-minutes'),
      answer: down,
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
      ...saidTier(level),
    },
    { name: 'creditPercent', label: sentence('cli.sla.credit-percent'), answer: level.creditPercent },
    { name: 'monthlyFee', label: sentence('cli.sla.monthly-fee'), answer: level.monthlyFee },
    { name: 'cap', label: sentence('cli.sla.cap'), answer: level.cap },
    {
      name: 'credit',
      label: inVouchers ? sentence('cli.sla.credit-vouchers') : sentence('cli.sla.credit'),
      answer: level.credit,
    },
    {
      name: 'creditInCapitals',
      label: sentence('cli.sla.credit-in-capitals'),
      answer: level.credit.known ? mapAnswer(level.credit, capitals) : unknown(level.credit.missing, []),
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
    {
      name: 'termination',
      label: sentence('cli.sla.termination'),
      answer: mapAnswer(level.termination, ({ allowed, longestHours }) => ({ allowed, longestHours })),
    },
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
    map: { type: 'string' },
    encoding: { type: 'string' },
    instance: { type: 'string', multiple: true },
    availability: { type: 'string' },
    count: { type: 'string', default: 'whole' },
    fee: { type: 'string' },
    prepaid: { type: 'string' },
    months: { type: 'string' },
    voucher: { type: 'string' },
    'year-fee': { type: 'string' },
    own: { type: 'string', multiple: true },
    scope: { type: 'string' },
    statutes: { type: 'string' },
  });
  const month = parsePeriod(required(given.month, 'month'));
  if (
    [given.outages, given['unavailable-minutes'], given.availability].filter((each) => each !== undefined).length !== 1
  ) {
    throw new UsageError('--outages | --unavailable-minutes | --availability?');
  }
  const log = given.outages === undefined ? undefined : await logOf(given.outages, given);
  const downtime = downtimeOf(given, log, context.now());
  const fee = feeOf(given);
  const picked = await pickDocument(required(given.document, 'document'), NEEDED);
  const terms = given.terms === undefined ? [] : [(await pickDocument(given.terms, ['outage-termination'])).document];
  const basis = basisOf([picked.document, ...terms], { ...given, now: context.now });
  const yearFee = given['year-fee'];
  const service = {
    month,
    downtime,
    ...(fee === undefined ? {} : { fee }),
    ...(yearFee === undefined ? {} : { yearFee }),
  };
  const classes = given.scope === undefined ? serviceClasses(basis) : [];
  checkInstances(service, log, downRule(basis.sources).all !== undefined);
  const level = serviceLevel(basis, service);
  // Of several classes each has its own figures, and there is no single one.
  const perClass: readonly ScopedLevel[] =
    classes.length > 1 ? classes.map((scope) => ({ scope, level: serviceLevel({ ...basis, scope }, service) })) : [];
  const perInstance = eachInstance(basis, service, level);
  printResult(context, {
    document: { index: picked.index, title: picked.document.title },
    fields: { month, ...longestOutage(level, context), ...(log ? { log: logFields(log, context) } : {}) },
    lines: [
      ...(perClass.length > 0 ? linesOf(level).filter(({ name }) => !OF_CLASS.has(name)) : linesOf(level)),
      ...lawLines(basis, level, downtime),
    ],
    ...(perClass.length > 0
      ? {
          scopes: perClass.map(({ scope, level: one }) => ({
            scope,
            lines: linesOf(one).filter(({ name }) => OF_CLASS.has(name)),
          })),
        }
      : {}),
    ...(perInstance.length > 0
      ? {
          instances: perInstance.map(({ instance, level: one }) => ({
            instance,
            lines: linesOf(one).filter(({ name }) => OF_INSTANCE.has(name)),
          })),
        }
      : {}),
    statutes: statutesBeside(basis, ['credit-tier', 'claim-closes', 'availability', 'outage-termination']),
    steps: [...new Set([level, ...perClass.map(({ level: one }) => one)].flatMap(({ steps }) => steps))],
  });
  if (log && !context.json) printLog(context, log);
  return 0;
}

export const command: Command = { usage: USAGE, run };
