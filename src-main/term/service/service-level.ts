import { type Sentence, sentence } from '../../agreement/sentence.ts';
import type { TierValue } from '../../agreement/fact.ts';
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
import { countDown, type Downtime, statedPercent } from './count-down.ts';
import { capInYuan, creditCap } from './credit-cap.ts';
import { availabilityPercent, breachOf, promisedOf, selectTier } from './credit-tier.ts';
import { downRule } from './down-rule.ts';
import { cutOff, ratio } from '../fees/exact.ts';
import { formatYuan } from '../fees/money.ts';
import { feeWithoutVouchers } from './fee-definition.ts';
import { creditOf, type CreditGround, daysOf, fullCreditOf, percentOf } from './month-credit.ts';
import { feesOf, type MonthFee, partOf } from './month-fee.ts';
import { periodStretch, stretchOf, within } from './outages.ts';
import { daysOfPeriod, type Period, type PeriodKind, periodKind, periodMonths, periodWords } from './period.ts';
import { pickQuantity, type Question } from '../pick-fact.ts';
import { longestUnbroken } from './unbroken.ts';

export type { Downtime } from './count-down.ts';

export interface ServiceMonth {
  /** The month, or the quarter or year that the text measures by. */
  readonly month: Period;
  readonly downtime: Downtime;
  readonly fee?: MonthFee;
  /** Yuan for the year, where no month's fee is given. */
  readonly yearFee?: string;
}

export interface ServiceLevel {
  readonly month: Period;
  readonly totalMinutes: number;
  /** Whether anything is recorded of the month; where nothing is, nothing is said of it. */
  readonly recorded: boolean;
  /** Whether the minutes below say what was down: not where the text measures otherwise, or several instances are not told apart. */
  readonly counted: boolean;
  readonly unavailableMinutes: number;
  /** What is missing for saying that it was as much as that: it can be less. */
  readonly minutesAtMost?: Missing;
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
  /** Yuan before the cap. */
  readonly fullCredit: Answer<string>;
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

function formulaStep(month: Period, total: number, down: number, shown: string, fixed: boolean): TermStep {
  const words = { name: periodWords(month), days: total / 1440, total, down, shown };
  return {
    text: fixed ? sentence('term.service-level.formula-fixed', words) : sentence('term.service-level.formula', words),
  };
}

/** Nothing is recorded of the month: neither that the promise was kept nor that it was broken. */
function notRecorded(month: Period): Missing {
  return missingInput('outages', sentence('term.service-level.not-recorded', { name: periodWords(month) }));
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

/** “More than” leaves the number itself out; without it the number is enough. */
function terminationWords(
  allowed: boolean,
  over: boolean,
  words: { readonly longestHours: string; readonly value: number },
): Sentence {
  if (over) {
    return allowed
      ? sentence('term.service-level.termination.allowed-over', words)
      : sentence('term.service-level.termination.not-over', words);
  }
  return allowed
    ? sentence('term.service-level.termination.allowed', words)
    : sentence('term.service-level.termination.not-allowed', words);
}

/** How many hours an unbroken outage has to be for the customer to end the service; absent where the text does not say. */
export function outageHours(basis: TermBasis): number | undefined {
  const needed = pickQuantity(basis, OUTAGE_TERMINATION);
  return needed.known ? (needed.value.value * (SECONDS[needed.value.unit] ?? 3600)) / 3600 : undefined;
}

function terminationOf(basis: TermBasis, period: Period, downtime: Downtime): Answer<TerminationRight> {
  const needed = pickQuantity(basis, OUTAGE_TERMINATION);
  if (!needed.known) return needed;
  if (!('outages' in downtime)) {
    const text = sentence('term.service-level.outage-log-missing');
    return unknown([missingInput('outages', text)], needed.steps);
  }
  const run = longestUnbroken(downtime.outages, periodStretch(period), downtime.instances);
  const { value, unit, over } = needed.value;
  const wanted = value * (SECONDS[unit] ?? 3600);
  const allowed = over === true ? run.seconds > wanted : run.seconds >= wanted;
  const longestHours = cutOff(ratio(BigInt(run.seconds), 3600n), 2);
  const words = { longestHours, value: Number((wanted / 3600).toFixed(2)) };
  const text = terminationWords(allowed, over === true, words);
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

/** The days on which counted outages of the period began, and those on which they ended. */
function incidentsOf(
  month: Period,
  downtime: Downtime,
): { readonly began?: readonly CivilDate[]; readonly ended?: readonly CivilDate[] } {
  if (!('outages' in downtime)) return {};
  const counted = downtime.outages.filter(
    (outage) => outage.exclusion === undefined && within(month, [stretchOf(outage)]).length > 0,
  );
  return { began: counted.map(({ from }) => civilDateAt(from)), ended: counted.map(({ to }) => civilDateAt(to)) };
}

const MONTHS: Readonly<Record<PeriodKind, number>> = { month: 1, quarter: 3, year: 12 };

/** Works out one service month: availability, breach, tier, credit, termination right and claim window, each with its working. */
export function serviceLevel(basis: TermBasis, service: ServiceMonth): ServiceLevel {
  const { month, downtime } = service;
  const rule = downRule(basis.sources);
  const kind = periodKind(month);
  const totalMinutes = rule.fixedMonth ? rule.fixedMonth.minutes * MONTHS[kind] : daysOfPeriod(month) * 1440;
  const down = countDown(month, downtime, totalMinutes, rule);
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
      : [
          formulaStep(month, totalMinutes, counted, shown, rule.fixedMonth !== undefined),
          ...(rule.fixedMonth ? [rule.fixedMonth.step] : []),
        ];
  const availability = resting(known(shown, [...down.steps, ...formula]), () => counted === 0);
  const breach = resting(breachOf(promised, exact), (broken) => !broken);
  // Tiers are told for all classes together: of a class that keeps its own promise none applies.
  const kept = basis.scope !== undefined && breach.known && !breach.value;
  const tier = kept
    ? known(undefined, breach.steps)
    : resting(selectTier(basis, exact), (value) => value === undefined);
  const fees = feesOf(service.fee, totalMinutes, counted, feeWithoutVouchers(basis), kind, service.yearFee);
  const monthlyFee = mapAnswer(fees.month, ({ total, months }) => formatYuan(partOf(total, months, ratio(1n, 1n))));
  const ground: CreditGround = { tier, promised, fees, cap: creditCap(basis, fees) };
  const cap = capInYuan(ground.cap);
  const credit = creditOf(ground);
  const termination = terminationOf(basis, month, downtime);
  const { began, ended } = incidentsOf(month, downtime);
  const claim = claimWindow(basis, periodMonths(month).last, began, ended);
  return {
    month,
    totalMinutes,
    recorded,
    counted: down.missing === undefined && !('availability' in downtime),
    unavailableMinutes: counted,
    ...(down.atMost && counted > 0 ? { minutesAtMost: down.atMost } : {}),
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
    fullCredit: fullCreditOf(ground),
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
