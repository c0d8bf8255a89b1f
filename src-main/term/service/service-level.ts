import { type Sentence, sentence } from '../../agreement/sentence.ts';
import type { TierValue } from '../../agreement/fact.ts';
import {
  type Answer,
  type Missing,
  type TermStep,
  type Understands,
  type Unknown,
  allSteps,
  known,
  mapAnswer,
  missingInput,
  restingOn,
  unknown,
} from '../answer.ts';
import { factsOf, type TermBasis } from '../basis.ts';
import { type ClaimWindow, claimWindow } from './claim-window.ts';
import { type CivilDate, civilDateAt } from '../calendar/civil-date.ts';
import { type Counted, countDown, type Downtime, statedPercent } from './count-down.ts';
import { capInYuan, creditCap } from './credit-cap.ts';
import { availabilityPercent, breachOf, promisedOf, selectTier } from './credit-tier.ts';
import { type DownRule, downRule } from './down-rule.ts';
import { cutOff, type Ratio, ratio } from '../fees/exact.ts';
import { formatYuan } from '../fees/money.ts';
import { feeWithoutVouchers } from './fee-definition.ts';
import { creditOf, type CreditGround, daysOf, fullCreditOf, percentOf } from './month-credit.ts';
import { feeOfPeriod, type Fees, feesOf, type MonthFee, partOf } from './month-fee.ts';
import { periodStretch, stretchOf, within } from './outages.ts';
import { daysOfPeriod, type Period, type PeriodKind, periodKind, periodMonths, periodWords } from './period.ts';
import { pickQuantity, type Question } from '../pick-fact.ts';
import { hoursUnknown, type ServiceTime, serviceTime } from './service-time.ts';
import { longestUnbroken } from './unbroken.ts';

export type { Downtime } from './count-down.ts';

export interface ServiceMonth {
  /** The month, or the quarter or year that the text measures by. */
  readonly month: Period;
  readonly downtime: Downtime;
  readonly fee?: MonthFee;
  /** What was paid for the quarter or the year, where that is measured. */
  readonly periodFee?: MonthFee;
  /** For the year, where no month's fee is given. */
  readonly yearFee?: string;
}

export interface ServiceLevel {
  readonly month: Period;
  readonly totalMinutes: number;
  /** Only the hours of the service are measured: the total is theirs. */
  readonly inHours?: true;
  /** What is missing for saying that the total is as much as that. */
  readonly totalAtMost?: Missing;
  /** Whether anything is recorded of the month; where nothing is, nothing is said of it. */
  readonly recorded: boolean;
  /** Whether the minutes below say what was down: not where the text measures otherwise, or several instances are not told apart. */
  readonly counted: boolean;
  readonly unavailableMinutes: number;
  /** What is missing for saying that it was as much as that: it can be less. */
  readonly minutesAtMost?: Missing;
  /** Shown, not dropped: minutes that only an exclusion takes out of the count. */
  readonly excludedMinutes: number;
  /** Percent, cut off after six digits; comparisons use the exact fraction. Unknown with its bounds where a calendar is missing. */
  readonly availability: Answer<string>;
  /** The same if no exclusion were accepted. */
  readonly availabilityWithoutExclusions: Answer<string>;
  readonly promised: Answer<number>;
  readonly breach: Answer<boolean>;
  /** The tier that applies; `undefined` inside a known answer when nothing is owed. */
  readonly tier: Answer<TierValue | undefined>;
  /** Percent of the month's fee; unknown where the credit is a share of another fee or no share at all. */
  readonly creditPercent: Answer<number>;
  /** The fee of the month, or of the quarter or year that is measured; two decimals. */
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

function formulaStep(
  month: Period,
  total: number,
  down: number,
  shown: string,
  by: 'month' | 'fixed' | 'hours',
): TermStep {
  const words = { name: periodWords(month), days: total / 1440, total, down, shown };
  if (by === 'hours') {
    const { days: _days, ...ofHours } = words;
    return { text: sentence('term.service-level.formula-hours', ofHours) };
  }
  return {
    text:
      by === 'fixed'
        ? sentence('term.service-level.formula-fixed', words)
        : sentence('term.service-level.formula', words),
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

/** The days on which counted outages of the period began. */
function incidentsOf(month: Period, downtime: Downtime): readonly CivilDate[] | undefined {
  if (!('outages' in downtime)) return undefined;
  return downtime.outages
    .filter((outage) => outage.exclusion === undefined && within(month, [stretchOf(outage)]).length > 0)
    .map(({ from }) => civilDateAt(from));
}

const MONTHS: Readonly<Record<PeriodKind, number>> = { month: 1, quarter: 3, year: 12 };

/** The fees of a period, whatever was down in it. */
export function periodFees(basis: TermBasis, { month, fee, periodFee, yearFee }: Omit<ServiceMonth, 'downtime'>): Fees {
  const defined = feeWithoutVouchers(basis);
  return feesOf({
    kind: periodKind(month),
    total: daysOfPeriod(month) * 1440,
    ...(fee ? { fee } : {}),
    ...(periodFee ? { periodFee } : {}),
    ...(yearFee === undefined ? {} : { yearFee }),
    ...(defined ? { defined } : {}),
  });
}

/** What is measured: all minutes of the period or those of the service's hours, and what was down in them. */
interface Measured {
  readonly totalMinutes: number;
  readonly down: Counted;
  readonly by: 'month' | 'fixed' | 'hours';
  readonly hours: Answer<ServiceTime> | undefined;
  /** Why the hours are not known. */
  readonly lacking?: Unknown;
  /** The availability at least and at most, where only a calendar is missing for the hours. */
  readonly between?: readonly [Ratio, Ratio];
}

function measured(basis: TermBasis, { month, downtime }: ServiceMonth, rule: DownRule): Measured {
  const hours = serviceTime(basis, month, rule);
  const running = hours?.known === true ? hours.value : undefined;
  const fixed = rule.fixedMonth && rule.fixedMonth.minutes * MONTHS[periodKind(month)];
  const all = fixed ?? daysOfPeriod(month) * 1440;
  const total = (ofHours: number | undefined): number => fixed ?? ofHours ?? all;
  const totalMinutes = total(running?.mostMinutes);
  const down = countDown(month, downtime, totalMinutes, rule, running?.most);
  const lacking = 'availability' in downtime ? undefined : hoursUnknown(hours);
  const ground: Measured = {
    totalMinutes,
    down,
    hours,
    by: fixed === undefined ? (running ? 'hours' : 'month') : 'fixed',
    ...(lacking ? { lacking } : {}),
  };
  if (!lacking || !running || !('outages' in downtime)) return ground;
  const fewest = total(running.leastMinutes);
  const counted = countDown(month, downtime, totalMinutes, rule, running.least).counted;
  const low = fewest > down.counted ? availabilityPercent(fewest, down.counted) : ratio(0n, 1n);
  return { ...ground, between: [low, availabilityPercent(totalMinutes, counted)] };
}

/** Whether no tier of the text lies below one that is open downwards. */
const isDeepest = (basis: TermBasis, tier: TierValue): boolean =>
  factsOf(basis, 'credit-tier').every(
    ({ fact: { value } }) => typeof value !== 'object' || !('below' in value) || value.below >= tier.below,
  );

/** Works out one service month: availability, breach, tier, credit, termination right and claim window, each with its working. */
export function serviceLevel(basis: TermBasis, service: ServiceMonth): ServiceLevel {
  const { month, downtime } = service;
  const rule = downRule(basis.sources);
  const kind = periodKind(month);
  const { totalMinutes, down, by, hours, lacking: noHours, between } = measured(basis, service, rule);
  const { counted, excluded, recorded } = down;
  const exact =
    'availability' in downtime ? statedPercent(downtime.availability) : availabilityPercent(totalMinutes, counted);
  const shown = cutOff(exact, 6);
  const promised = promisedOf(basis, kind);
  const nothing = (missing: Missing): Answer<never> => unknown([missing], down.steps);
  /** An answer that needs the availability: where that lies between two, only what holds at both. */
  const at = <T>(answer: (available: Ratio) => Answer<T>): Answer<T> => {
    if (!noHours) return answer(exact);
    const [low, high] = (between ?? []).map(answer);
    const same =
      low?.known === true && high?.known === true && JSON.stringify(low.value) === JSON.stringify(high.value);
    return same && low ? restingOn([noHours], low) : noHours;
  };
  /** An answer that needs what was down; whether it holds even if less was down, or more. */
  const resting = <T>(
    answer: Answer<T>,
    holdsIfLess: (value: T) => boolean,
    holdsIfMore: (value: T) => boolean = () => false,
  ): Answer<T> => {
    const lacking =
      (recorded ? undefined : notRecorded(month)) ??
      down.missing ??
      (answer.known && holdsIfLess(answer.value) ? undefined : down.atMost) ??
      (answer.known && holdsIfMore(answer.value) ? undefined : down.atLeast);
    if (!lacking || (!answer.known && answer.steps.length === 0)) return answer;
    return restingOn([answer], nothing(lacking));
  };
  const formula =
    'availability' in downtime || noHours
      ? []
      : [
          ...(hours?.steps ?? []),
          formulaStep(month, totalMinutes, counted, shown, by),
          ...(rule.fixedMonth ? [rule.fixedMonth.step] : []),
        ];
  const bounds = between ? { atLeast: cutOff(between[0], 6), atMost: cutOff(between[1], 6) } : {};
  const availability: Answer<string> = resting<string>(
    noHours ? { ...noHours, ...bounds } : known(shown, [...down.steps, ...formula]),
    () => counted === 0,
  );
  const breach = resting(
    at((available) => breachOf(promised, available)),
    (broken) => !broken,
    (broken) => broken,
  );
  // Tiers are told for all classes together: of a class that keeps its own promise none applies.
  const kept = basis.scope !== undefined && breach.known && !breach.value;
  const tier = kept
    ? known(undefined, breach.steps)
    : resting(
        at((available) => selectTier(basis, available)),
        (value) => value === undefined,
        (value) => value !== undefined && value.from === undefined && isDeepest(basis, value),
      );
  const defined = feeWithoutVouchers(basis);
  const fees = feesOf({
    kind,
    total: totalMinutes,
    ...(service.fee ? { fee: service.fee } : {}),
    ...(service.periodFee ? { periodFee: service.periodFee } : {}),
    ...(service.yearFee === undefined ? {} : { yearFee: service.yearFee }),
    ...(noHours ? {} : { down: counted }),
    ...(defined ? { defined } : {}),
  });
  const monthlyFee = mapAnswer(feeOfPeriod(fees), ({ total, months }) =>
    formatYuan(partOf(total, months, ratio(1n, 1n))),
  );
  const ground: CreditGround = { tier, promised, fees, cap: creditCap(basis, fees) };
  const cap = capInYuan(ground.cap);
  const credit = creditOf(ground);
  const termination = terminationOf(basis, month, downtime);
  const atMost = down.atMost ?? noHours?.missing[0];
  const claim = claimWindow(basis, periodMonths(month).last, incidentsOf(month, downtime));
  return {
    month,
    totalMinutes,
    recorded,
    ...(by === 'hours' ? { inHours: true as const } : {}),
    ...(noHours?.missing[0] ? { totalAtMost: noHours.missing[0] } : {}),
    counted: down.missing === undefined && down.atLeast === undefined && !('availability' in downtime),
    unavailableMinutes: counted,
    ...(atMost && counted > 0 ? { minutesAtMost: atMost } : {}),
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
      ...allSteps([breach, tier, feeOfPeriod(fees), cap, credit, termination]),
      ...claim.steps,
    ],
  };
}
