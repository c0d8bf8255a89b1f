import { sentence } from '../agreement/sentence.ts';
import type { FactKind } from '../agreement/fact.ts';
import { inCurrency, moneyNotes, typedAmount } from '../term/fees/currency.ts';
import type { TermBasis } from '../term/basis.ts';
import { civilDateIn } from '../term/calendar/zone.ts';
import { dayClock } from '../term/day-clock.ts';
import { serviceClasses } from '../term/service/credit-tier.ts';
import { downRule } from '../term/service/down-rule.ts';
import type { LogReading } from '../term/service/log/log-reading.ts';
import { knownUntil } from '../term/service/outages.ts';
import { parsePeriod, type PeriodKind, periodKind } from '../term/service/period.ts';
import { isOfSum } from '../term/service/month-credit.ts';
import { type Downtime, type ServiceLevel, serviceLevel, type ServiceMonth } from '../term/service/service-level.ts';
import { linesOf, longestOutage, OF_CLASS, OF_INSTANCE } from './sla-lines.ts';
import { checkInstances, logFields, logOf, printLog } from './sla-log.ts';
import { printTickets, slaTickets, ticketsOf } from './sla-tickets.ts';
import type { Command, CommandContext, Usage } from './command.ts';
import { statutesBeside } from '../term/statutes/beside.ts';
import { lawLines } from './sla-law.ts';
import { basisOf, pickDocument } from './term-document.ts';
import {
  type ResultLine,
  type TermResult,
  flags,
  needsWith,
  oneNeeded,
  oneOf,
  onlyOne,
  printResult,
  required,
  wholeNumber,
} from './term-output.ts';

const USAGE: Usage = {
  synopsis:
    'assent sla --document FILE[:N] --month YYYY-MM|YYYY-QN|YYYY (--outages FILE | --unavailable-minutes N | --availability PERCENT | --tickets FILE) [OPTION…] [--json] [--lang=zh|en]',
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
    ['--complete', sentence('cli.sla.usage.complete')],
    ['--tickets FILE', sentence('cli.sla.usage.tickets')],
    [
      '--tickets-map opened=…,responded=…,restored=…,severity=…,dates=dmy|mdy,zone=…',
      sentence('cli.sla.usage.tickets-map'),
    ],
    ['--availability PERCENT', sentence('cli.sla.usage.availability')],
    ['--count whole|started', sentence('cli.sla.usage.count')],
    ['--fee YUAN', sentence('cli.sla.usage.fee')],
    ['--prepaid YUAN --months N', sentence('cli.sla.usage.prepaid')],
    ['--voucher YUAN', sentence('cli.sla.usage.voucher')],
    ['--quarter-fee YUAN', sentence('cli.sla.usage.quarter-fee')],
    ['--year-fee YUAN', sentence('cli.sla.usage.year-fee')],
    ['--taken YUAN', sentence('cli.sla.usage.taken')],
    ['--base YUAN', sentence('cli.sla.usage.base')],
    ['--own KIND=VALUE', sentence('cli.sla.usage.own')],
    ['--scope CLASS', sentence('cli.term-output.usage.scope')],
    ['--statutes FILE', sentence('cli.term-output.usage.statutes')],
  ],
};

const NEEDED: readonly FactKind[] = [
  'availability',
  'credit-tier',
  'claim-opens',
  'claim-closes',
  'response',
  'restore',
];

interface Given {
  readonly 'unavailable-minutes'?: string;
  readonly 'excluded-minutes'?: string;
  readonly outages?: string;
  readonly map?: string;
  readonly encoding?: string;
  readonly instance?: readonly string[];
  readonly complete?: boolean;
  readonly tickets?: string;
  readonly 'tickets-map'?: string;
  readonly availability?: string;
  readonly count?: string;
  readonly fee?: string;
  readonly prepaid?: string;
  readonly months?: string;
  readonly voucher?: string;
  readonly 'quarter-fee'?: string;
  readonly 'year-fee'?: string;
  readonly base?: string;
  readonly taken?: string;
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
      ...(given.count === undefined ? {} : { counting: oneOf(given.count, ['whole', 'started'], 'count') }),
      ...(instances.length === 0 ? {} : { instances }),
      ...(given.complete === true ? { complete: true as const } : {}),
    };
  }
  if (availability !== undefined) return { availability };
  // Of tickets alone nothing is known about what was down.
  if (minutes === undefined && given.tickets !== undefined) return { outages: [] };
  return {
    minutes: wholeNumber(minutes ?? '', 'unavailable-minutes'),
    ...(excluded === undefined ? {} : { excludedMinutes: wholeNumber(excluded, 'excluded-minutes') }),
  };
}

/** The fees as they were given, in the agreement's currency. */
function feesOf(
  given: Given,
  basis: TermBasis,
  kind: PeriodKind,
): Pick<ServiceMonth, 'fee' | 'periodFee' | 'yearFee' | 'baseFee' | 'taken'> {
  const of = (text: string): string => typedAmount(basis, text);
  const { fee, prepaid, months, voucher, 'year-fee': year } = given;
  const vouchers = voucher === undefined ? {} : { vouchers: of(voucher) };
  if (prepaid !== undefined && fee !== undefined) throw onlyOne(['--fee', '--prepaid']);
  const whole = kind === 'month' ? undefined : given[`${kind}-fee`];
  return {
    ...(fee === undefined ? {} : { fee: { fee: of(fee), ...vouchers } }),
    ...(prepaid === undefined
      ? {}
      : { fee: { total: of(prepaid), months: wholeNumber(required(months, 'months'), 'months'), ...vouchers } }),
    ...(whole === undefined ? {} : { periodFee: { fee: of(whole), ...vouchers } }),
    ...(year === undefined ? {} : { yearFee: of(year) }),
    ...(given.base === undefined ? {} : { baseFee: of(given.base) }),
    ...(given.taken === undefined ? {} : { taken: of(given.taken) }),
  };
}

interface ScopedLevel {
  readonly scope: string;
  readonly level: ServiceLevel;
}

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
  const { baseFee, ...others } = service;
  const ofOne = baseFee === undefined || isOfSum(basis) ? others : service;
  return names.map((instance) => ({
    instance,
    level: serviceLevel(basis, { ...ofOne, downtime: { ...downtime, instances: [instance] } }),
  }));
}

/** One way of saying what was down, or tickets alone. @throws UsageError */
function checkWays(given: Given): void {
  needsWith({ ...given }, { 'tickets-map': 'tickets' });
  const ways = [given.outages, given['unavailable-minutes'], given.availability].filter((each) => each !== undefined);
  const options = ['--outages', '--unavailable-minutes', '--availability'];
  if (ways.length > 1) throw onlyOne(options);
  if (ways.length === 0 && given.tickets === undefined) throw oneNeeded([...options, '--tickets']);
  // Before the document is read: what cannot be a figure is told whatever the text says.
  for (const name of ['unavailable-minutes', 'excluded-minutes'] as const) {
    const minutes = given[name];
    if (minutes !== undefined) wholeNumber(minutes, name);
  }
}

/** The figures that each class and each instance has of its own. */
function ownLines(
  basis: TermBasis,
  classes: readonly ScopedLevel[],
  instances: readonly InstanceLevel[],
): Pick<TermResult, 'scopes' | 'instances'> {
  const only = (level: ServiceLevel, names: ReadonlySet<string>): readonly ResultLine[] =>
    linesOf(basis, level).filter(({ name }) => names.has(name));
  return {
    ...(classes.length > 0
      ? { scopes: classes.map(({ scope, level }) => ({ scope, lines: only(level, OF_CLASS) })) }
      : {}),
    ...(instances.length > 0
      ? { instances: instances.map(({ instance, level }) => ({ instance, lines: only(level, OF_INSTANCE) })) }
      : {}),
  };
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
    complete: { type: 'boolean' },
    tickets: { type: 'string' },
    'tickets-map': { type: 'string' },
    availability: { type: 'string' },
    count: { type: 'string' },
    fee: { type: 'string' },
    prepaid: { type: 'string' },
    months: { type: 'string' },
    voucher: { type: 'string' },
    'quarter-fee': { type: 'string' },
    'year-fee': { type: 'string' },
    base: { type: 'string' },
    taken: { type: 'string' },
    own: { type: 'string', multiple: true },
    scope: { type: 'string' },
    statutes: { type: 'string' },
  });
  const month = parsePeriod(required(given.month, 'month'));
  checkWays(given);
  const picked = await pickDocument(required(given.document, 'document'), NEEDED);
  const terms = given.terms === undefined ? [] : [(await pickDocument(given.terms, ['outage-termination'])).document];
  const basis = basisOf([picked.document, ...terms], { ...given, now: context.now });
  const { zone } = dayClock(basis);
  const tickets = given.tickets === undefined ? undefined : await ticketsOf(given.tickets, given, zone);
  const log = given.outages === undefined ? undefined : await logOf(given.outages, given, zone);
  const downtime = downtimeOf(given, log, context.now());
  const fees = feesOf(given, basis, periodKind(month));
  const service = {
    month,
    downtime,
    ...fees,
  };
  const classes = given.scope === undefined ? serviceClasses(basis) : [];
  checkInstances(service, log, downRule(basis.sources).all !== undefined);
  const level = serviceLevel(basis, service);
  // Of several classes each has its own figures, and there is no single one.
  const perClass: readonly ScopedLevel[] =
    classes.length > 1 ? classes.map((scope) => ({ scope, level: serviceLevel({ ...basis, scope }, service) })) : [];
  const perInstance = eachInstance(basis, service, level);
  const support = tickets && slaTickets(basis, service, tickets, context);
  const today = civilDateIn(context.now().toISOString(), zone);
  const whole = [...linesOf(basis, level, today), ...(support?.lines ?? [])];
  const paid = Object.keys(fees).length > 0;
  const result: TermResult = {
    document: { index: picked.index, title: picked.document.title },
    fields: {
      month,
      ...longestOutage(level, context),
      ...(log ? { zone, log: logFields(log, context) } : {}),
      ...support?.fields,
    },
    lines: [
      ...(perClass.length > 0 ? whole.filter(({ name }) => !OF_CLASS.has(name)) : whole),
      ...lawLines(basis, level, downtime),
    ],
    ...(support ? { tickets: support.tickets } : {}),
    ...ownLines(basis, perClass, perInstance),
    statutes: statutesBeside(basis, ['credit-tier', 'claim-closes', 'availability', 'outage-termination']),
    steps: [
      ...(paid ? moneyNotes(basis) : []),
      ...new Set(
        [level, ...perClass.map(({ level: one }) => one), ...(support ? [support.support] : [])].flatMap(
          ({ steps }) => steps,
        ),
      ),
    ],
  };
  printResult(context, inCurrency(basis, result));
  if (log && !context.json) printLog(context, log, { zone, ...(level.downTime ? { down: level.downTime } : {}) });
  if (support && !context.json) printTickets(context, support);
  return 0;
}

export const command: Command = { usage: USAGE, run };
