import { type Sentence, sentence } from '../../agreement/sentence.ts';
import type { TierValue } from '../../agreement/fact.ts';
import { creditWords, quantityWords } from '../../agreement/fact-words.ts';
import { typed } from '../../agreement/quantity/typed.ts';
import { Refusal } from '../../agreement/refusal.ts';
import {
  type Answer,
  type Missing,
  type TermStep,
  type Understands,
  allSteps,
  known,
  mapAnswer,
  missingInput,
  restingOn,
  unknown,
} from '../answer.ts';
import type { TermBasis } from '../basis.ts';
import { type ClaimWindow, claimWindow } from './claim-window.ts';
import { type CivilDate, civilDateAt } from '../calendar/civil-date.ts';
import { type CreditCap, capInYuan, creditCap } from './credit-cap.ts';
import { availabilityPercent, breachOf, promisedOf, selectTier } from './credit-tier.ts';
import { type DownRule, downRule } from './down-rule.ts';
import { cutOff, decimal, type Ratio, ratio } from '../fees/exact.ts';
import { formatYuan, parseYuan } from '../fees/money.ts';
import { shareRatio } from '../fees/share.ts';
import { feeWithoutVouchers } from './fee-definition.ts';
import { type ExactFee, type Fees, type MonthFee, feeOfBase, feesOf, partOf } from './month-fee.ts';
import { pickQuantity, type Question } from '../pick-fact.ts';
import {
  isAbout,
  type MinuteCounting,
  monthMinutes,
  type Outage,
  periodStretch,
  stretchOf,
  within,
} from './outages.ts';
import { daysOfPeriod, type Period, type PeriodKind, periodKind, periodMonths, periodWords } from './period.ts';
import { longestUnbroken } from './unbroken.ts';

/**
 * How much was down: the log; minutes the person already counted; or, where the text measures by errors, the availability that the
 * provider gives. A log without a row of the period records nothing of it, unless the person says that nothing was down.
 */
export type Downtime =
  | {
      readonly outages: readonly Outage[];
      readonly counting?: MinuteCounting;
      /** The instances that the fee is for; absent: as the log names them. */
      readonly instances?: readonly string[];
      /** The person says that nothing else was down. */
      readonly complete?: true;
    }
  | { readonly minutes: number; readonly excludedMinutes?: number }
  | { readonly availability: string };

export interface ServiceMonth {
  /** The month, or the quarter or year that the text measures by. */
  readonly month: Period;
  readonly downtime: Downtime;
  readonly fee?: MonthFee;
}

export interface ServiceLevel {
  readonly month: Period;
  readonly totalMinutes: number;
  /** Whether anything is recorded of the month; where nothing is, nothing is said of it. */
  readonly recorded: boolean;
  /** Whether the minutes below say what was down: not where the text measures otherwise, or several instances are not told apart. */
  readonly counted: boolean;
  readonly unavailableMinutes: number;
  /** Shown, not dropped: minutes that only an exclusion takes out of the count. */
  readonly excludedMinutes: number;
  /** Percent, cut off after six digits; comparisons use the exact fraction. */
  readonly availability: Answer<string>;
  /** The same if no exclusion were accepted. */
  readonly availabilityWithoutExclusions: Answer<string>;
  readonly promised: Answer<number>;
  readonly breach: Answer<boolean>;
  /** The tier that applies; `undefined` inside a known answer when nothing is owed. */
  readonly tier: Answer<TierValue | undefined>;
  /** Percent of the month's fee; unknown where the credit is a share of another fee or no share at all. */
  readonly creditPercent: Answer<number>;
  /** Yuan, two decimals. */
  readonly monthlyFee: Answer<string>;
  /** Yuan; unknown where the text states none. */
  readonly cap: Answer<string>;
  /** Yuan, as money or vouchers; unknown where the credit is days of service. */
  readonly credit: Answer<string>;
  /** Days by which the service is prolonged; unknown where the credit is money. */
  readonly serviceDays: Answer<number>;
  readonly termination: Answer<TerminationRight>;
  readonly claim: ClaimWindow;
  readonly steps: readonly TermStep[];
}

/** The customer's right to end the service after an unbroken outage. */
export interface TerminationRight {
  readonly allowed: boolean;
  /** Longest unbroken counted outage of one instance in hours, cut off after two digits. */
  readonly longestHours: string;
  readonly instance?: string;
  readonly began?: string;
  readonly ended?: string;
  /** Why it was not longer: exclusions, other instances, service again. */
  readonly brokenBy: readonly Sentence[];
}

interface Counted {
  readonly counted: number;
  readonly excluded: number;
  readonly recorded: boolean;
  readonly steps: readonly TermStep[];
  /** What is missing for a figure at all. */
  readonly missing?: Missing;
  /** What is missing because more instances than the log names make it less: `counted` is the most it can be. */
  readonly atMost?: Missing;
}

function refuseMinutes(given: number, total: number): never {
  throw new Refusal(
    'bad-minutes',
    sentence('term.service-level.bad-minutes', { given, total }),
    sentence('term.service-level.bad-minutes.next'),
  );
}

function ownMinutes(minutes: number, excluded: number, total: number): Counted {
  for (const given of [minutes, excluded, minutes + excluded]) {
    if (!Number.isInteger(given) || given < 0 || given > total) refuseMinutes(given, total);
  }
  const text = sentence('term.service-level.own-minutes', { minutes, excluded });
  return { counted: minutes, excluded, recorded: true, steps: [{ text, by: 'person' }] };
}

/** Which instances a log is counted over, or what stands in the way. */
function overInstances(
  outages: readonly Outage[],
  rule: DownRule,
  given: readonly string[] | undefined,
): {
  readonly rows: readonly Outage[];
  readonly allOf?: readonly string[];
  readonly missing?: Missing;
  readonly atMost?: Missing;
} {
  const names = [...new Set(outages.flatMap(({ instances = [] }) => instances))].sort();
  const rows = given === undefined ? outages : outages.filter((row) => given.some((name) => isAbout(row, name)));
  if (rule.all) {
    if (given !== undefined) return { rows, allOf: given };
    if (names.length === 0) return { rows };
    return {
      rows,
      allOf: names,
      atMost: missingInput('instances', sentence('term.down-rule.all-instances', { names })),
    };
  }
  if (given !== undefined || names.length < 2) return { rows };
  return { rows, missing: missingInput('instance', sentence('term.down-rule.which-instance', { names })) };
}

function countLog(
  month: Period,
  downtime: Extract<Downtime, { readonly outages: unknown }>,
  total: number,
  rule: DownRule,
): Counted {
  const minutes = downtime.counting ?? 'whole';
  const { rows, allOf, missing, atMost } = overInstances(downtime.outages, rule, downtime.instances);
  const found = monthMinutes(month, rows, {
    minutes,
    ...(rule.interval ? { interval: rule.interval.minutes } : {}),
    ...(rule.atLeast ? { atLeast: rule.atLeast.seconds } : {}),
    ...(allOf ? { allOf } : {}),
  });
  const counted = Math.min(found.counted, total);
  const excluded = Math.min(found.all, total) - counted;
  const words =
    minutes === 'whole' ? sentence('term.service-level.rule.whole') : sentence('term.service-level.rule.started');
  const text = sentence('term.service-level.outage-log', {
    length: rows.length,
    rule: words,
    all: counted + excluded,
    counted,
    excluded,
  });
  const steps: readonly TermStep[] = [
    { text, by: 'person' },
    ...(rule.all && allOf ? [rule.all] : []),
    ...(rule.interval ? [rule.interval.step] : []),
    ...(rule.atLeast ? [rule.atLeast.step] : []),
  ];
  // A row of another instance is a record of the month all the same: the log was kept.
  const recorded = downtime.complete === true || within(month, downtime.outages.map(stretchOf)).length > 0;
  const lacking = rule.errors ? missingInput('availability', sentence('term.down-rule.errors-missing')) : missing;
  return {
    counted,
    excluded,
    recorded,
    steps: rule.errors ? [...steps, rule.errors] : steps,
    ...(lacking ? { missing: lacking } : {}),
    ...(atMost ? { atMost } : {}),
  };
}

function count(month: Period, downtime: Downtime, total: number, rule: DownRule): Counted {
  if ('minutes' in downtime) return ownMinutes(downtime.minutes, downtime.excludedMinutes ?? 0, total);
  if ('outages' in downtime) return countLog(month, downtime, total, rule);
  const text = sentence('term.service-level.own-availability', { value: downtime.availability });
  return {
    counted: 0,
    excluded: 0,
    recorded: true,
    steps: [{ text, by: 'person' }, ...(rule.errors ? [rule.errors] : [])],
  };
}

function formulaStep(month: Period, total: number, down: number, shown: string): TermStep {
  return {
    text: sentence('term.service-level.formula', { name: periodWords(month), days: total / 1440, total, down, shown }),
  };
}

/** Nothing is recorded of the month: neither that the promise was kept nor that it was broken. */
function notRecorded(month: Period): Missing {
  return missingInput('outages', sentence('term.service-level.not-recorded', { name: periodWords(month) }));
}

interface CreditGround {
  readonly tier: Answer<TierValue | undefined>;
  readonly promised: Answer<number>;
  readonly fees: Fees;
  readonly cap: Answer<CreditCap>;
}

/** What stands in the way of any credit, whatever its form. */
function lacking({ tier, promised }: CreditGround): Answer<TierValue | undefined> {
  // A promise that is stated but cannot be used leaves open which tiers are meant, and for what time.
  if (!promised.known && promised.steps.length > 0) {
    const missing = [...promised.missing, ...(tier.known ? [] : tier.missing)];
    return unknown(
      [...new Map(missing.map((each) => [`${each.what} ${each.name}`, each])).values()],
      allSteps([promised, tier]),
    );
  }
  return tier;
}

const notMoney = (tier: TierValue): Missing | undefined =>
  'amount' in tier.credit || tier.credit.unit === 'money'
    ? undefined
    : {
        what: 'fact',
        name: 'credit-tier',
        text: sentence('term.service-level.no-money', { given: quantityWords(tier.credit) }),
      };

/** The credit before the cap, in fen. */
function fullCredit(tier: TierValue, fees: Fees): Answer<bigint> {
  const { credit } = tier;
  const none = notMoney(tier);
  if (none) return unknown([none], []);
  if (!('amount' in credit)) return known(parseYuan(String(credit.value)), []);
  const fee = feeOfBase(fees, credit.of);
  if (!fee) return unknown([missingInput('base', sentence('term.service-level.base-missing'))], []);
  return mapAnswer(fee, ({ total, months }: ExactFee) => partOf(total, months, shareRatio(credit)));
}

function creditOf(ground: CreditGround): Answer<string> {
  const tier = lacking(ground);
  if (!tier.known) {
    const { month } = ground.fees;
    return unknown([...tier.missing, ...(month.known ? [] : month.missing)], allSteps([tier, month]));
  }
  if (tier.value === undefined) {
    const text = sentence('term.service-level.no-credit');
    return known('0.00', [...tier.steps, { text }]);
  }
  const full = fullCredit(tier.value, ground.fees);
  if (!full.known) return restingOn([tier], full);
  const { cap } = ground;
  if (!cap.known) return restingOn([tier, full], cap);
  const fen = full.value;
  const limit = cap.value.by === 'fee' ? cap.value.fen : undefined;
  const words = { given: creditWords(tier.value.credit), full: formatYuan(fen) };
  const text =
    limit === undefined
      ? sentence('term.service-level.credit-uncapped', words)
      : fen > limit
        ? sentence('term.service-level.credit-above-cap', { ...words, cap: formatYuan(limit) })
        : sentence('term.service-level.credit-within-cap', words);
  const credit = limit !== undefined && fen > limit ? limit : fen;
  return restingOn([tier, full], known(formatYuan(credit), [{ text }]));
}

function daysOf(ground: CreditGround): Answer<number> {
  const tier = lacking(ground);
  if (!tier.known) return tier;
  const { value } = tier;
  if (value && !('amount' in value.credit) && value.credit.unit === 'service-day')
    return known(value.credit.value, tier.steps);
  return unknown([{ what: 'fact', name: 'credit-tier', text: sentence('term.service-level.no-days') }], tier.steps);
}

function percentOf(ground: CreditGround): Answer<number> {
  const tier = lacking(ground);
  if (!tier.known) return tier;
  const credit = tier.value?.credit ?? { amount: 0, unit: 'percent', of: 'month-fee' };
  if ('amount' in credit && credit.unit === 'percent' && credit.of === 'month-fee')
    return known(credit.amount, tier.steps);
  return unknown([{ what: 'fact', name: 'credit-tier', text: sentence('term.service-level.no-percent') }], tier.steps);
}

/** An unbroken outage of so many hours, days (of 24 hours) or minutes. */
export const OUTAGE_TERMINATION: Question & { readonly understands: Understands } = {
  name: 'outage-termination-hours',
  understands: {
    kinds: ['outage-termination'],
    units: ['minute', 'hour', 'day'],
    anchors: ['incident'],
    unsaid: 'incident',
  },
};

const SECONDS: Readonly<Record<string, number>> = { minute: 60, hour: 3600, day: 86_400 };

function terminationOf(basis: TermBasis, period: Period, downtime: Downtime): Answer<TerminationRight> {
  const needed = pickQuantity(basis, OUTAGE_TERMINATION);
  if (!needed.known) return needed;
  if (!('outages' in downtime)) {
    const text = sentence('term.service-level.outage-log-missing');
    return unknown([missingInput('outages', text)], needed.steps);
  }
  const run = longestUnbroken(downtime.outages, periodStretch(period));
  const { value, unit } = needed.value;
  const wanted = value * (SECONDS[unit] ?? 3600);
  const allowed = run.seconds >= wanted;
  const longestHours = cutOff(ratio(BigInt(run.seconds), 3600n), 2);
  const words = { longestHours, value: Number((wanted / 3600).toFixed(2)) };
  const text = allowed
    ? sentence('term.service-level.termination.allowed', words)
    : sentence('term.service-level.termination.not-allowed', words);
  const { instance, from, to, brokenBy } = run;
  const right = {
    allowed,
    longestHours,
    brokenBy: allowed ? [] : brokenBy,
    ...(instance === undefined ? {} : { instance }),
    ...(from === undefined ? {} : { began: from }),
    ...(to === undefined ? {} : { ended: to }),
  };
  return known(right, [...needed.steps, { text }, ...right.brokenBy.map((each): TermStep => ({ text: each }))]);
}

/** The days on which counted outages of the period began. */
function incidentsOf(month: Period, downtime: Downtime): readonly CivilDate[] | undefined {
  if (!('outages' in downtime)) return undefined;
  return downtime.outages
    .filter((outage) => outage.exclusion === undefined && within(month, [stretchOf(outage)]).length > 0)
    .map(({ from }) => civilDateAt(from));
}

const MONTHS: Readonly<Record<PeriodKind, number>> = { month: 1, quarter: 3, year: 12 };

/** Works out one service month: availability, breach, tier, credit, termination right and claim window, each with its working. */
export function serviceLevel(basis: TermBasis, service: ServiceMonth): ServiceLevel {
  const { month, downtime } = service;
  const rule = downRule(basis.sources);
  const kind = periodKind(month);
  const totalMinutes = rule.fixedMonth ? rule.fixedMonth.minutes * MONTHS[kind] : daysOfPeriod(month) * 1440;
  const down = count(month, downtime, totalMinutes, rule);
  const { counted, excluded, recorded } = down;
  const exact =
    'availability' in downtime ? statedPercent(downtime.availability) : availabilityPercent(totalMinutes, counted);
  const shown = cutOff(exact, 6);
  const promised = promisedOf(basis, kind);
  const nothing = (missing: Missing): Answer<never> => unknown([missing], down.steps);
  /** An answer that needs what was down; `holds` where it holds even if less was down. */
  const resting = <T>(answer: Answer<T>, holds: (value: T) => boolean): Answer<T> => {
    const lacking =
      (recorded ? undefined : notRecorded(month)) ??
      down.missing ??
      (answer.known && holds(answer.value) ? undefined : down.atMost);
    if (!lacking || (!answer.known && answer.steps.length === 0)) return answer;
    return restingOn([answer], nothing(lacking));
  };
  const formula =
    'availability' in downtime
      ? []
      : [formulaStep(month, totalMinutes, counted, shown), ...(rule.fixedMonth ? [rule.fixedMonth.step] : [])];
  const availability = resting(known(shown, [...down.steps, ...formula]), () => counted === 0);
  const breach = resting(breachOf(promised, exact), (broken) => !broken);
  const tier = resting(selectTier(basis, exact), (value) => value === undefined);
  const fees = feesOf(service.fee, totalMinutes, counted, feeWithoutVouchers(basis), kind);
  const monthlyFee = mapAnswer(fees.month, ({ total, months }) => formatYuan(partOf(total, months, ratio(1n, 1n))));
  const ground: CreditGround = { tier, promised, fees, cap: creditCap(basis, fees) };
  const cap = capInYuan(ground.cap);
  const credit = creditOf(ground);
  const termination = terminationOf(basis, month, downtime);
  const claim = claimWindow(basis, periodMonths(month).last, incidentsOf(month, downtime));
  return {
    month,
    totalMinutes,
    recorded,
    counted: down.missing === undefined && !('availability' in downtime),
    unavailableMinutes: counted,
    excludedMinutes: excluded,
    availability,
    availabilityWithoutExclusions: availability.known
      ? 'availability' in downtime
        ? availability
        : known(cutOff(availabilityPercent(totalMinutes, counted + excluded), 6), [])
      : availability,
    promised,
    breach,
    tier,
    creditPercent: percentOf(ground),
    monthlyFee,
    cap,
    credit,
    serviceDays: daysOf(ground),
    termination,
    claim,
    steps: [
      ...down.steps,
      ...(recorded ? formula : []),
      ...allSteps([breach, tier, fees.month, cap, credit, termination]),
      ...claim.steps,
    ],
  };
}

/** An availability as the provider gives it. @throws Refusal `bad-percent`. */
function statedPercent(text: string): Ratio {
  const said = typed(text).replace(/%$/u, '').trim();
  if (/^\d{1,3}(?:\.\d{1,6})?$/u.test(said) && Number(said) <= 100) return decimal(Number(said));
  throw new Refusal(
    'bad-percent',
    sentence('term.service-level.bad-percent', { text }),
    sentence('term.service-level.bad-percent.next'),
  );
}
