import { atOnce } from '../../agreement/at-once.ts';
import { sentence } from '../../agreement/sentence.ts';
import type { TierValue } from '../../agreement/fact.ts';
import {
  type Answer,
  type Missing,
  type TermStep,
  allSteps,
  known,
  mapAnswer,
  missingInput,
  restingOn,
  unknown,
} from '../answer.ts';
import type { TermBasis } from '../basis.ts';
import { billingCycle, monthsByCycle } from './billing-cycle.ts';
import { type ClaimWindow, claimWindow, incidentsIn } from './claim/claim-window.ts';
import { type Zone, zoneWords } from '../calendar/zone.ts';
import { dayClock } from '../day-clock.ts';
import { type Downtime, statedPercent } from './count-down.ts';
import { capInYuan } from './credit-cap.ts';
import {
  availabilityPercent,
  breachOf,
  classesLeftOut,
  isDeepest,
  promisedOf,
  notThoughKept,
  selectTier,
} from './credit-tier.ts';
import { type DownRule, downRule } from './down-rule.ts';
import { cutOff, type Ratio, ratio } from '../fees/exact.ts';
import { formatYuan } from '../fees/money.ts';
import { feeWithoutVouchers } from './fee-definition.ts';
import { creditBetween, daysOf, fullCreditOf, groundOf, percentOf } from './month-credit.ts';
import { feeOfPeriod, type Fees, feesOf, type MonthFee, partOf } from './month-fee.ts';
import { periodMinutes, type Stretch, stretchesInSlices } from './outages.ts';
import { byCycle, daysOfPeriod, lacksItsDay, type Period, periodDays, periodKind, periodWords } from './period.ts';
import { type Measured, measuringOf, rowsWithoutZone } from './measured.ts';
import { minuteCounting } from './minute-counting.ts';
import { calendarReading, windowOnAnyDay } from './unknown-days.ts';
import { terminationOf, type TerminationRight } from './termination-right.ts';

export type { Downtime } from './count-down.ts';
export { OUTAGE_TERMINATION, outageHours, type TerminationRight } from './termination-right.ts';

export interface ServiceMonth {
  /** The month, or the quarter or year that the text measures by. */
  readonly month: Period;
  readonly downtime: Downtime;
  readonly fee?: MonthFee;
  /** What was paid for the quarter or the year, where that is measured. */
  readonly periodFee?: MonthFee;
  /** For the year, where no month's fee is given. */
  readonly yearFee?: string;
  /** What the credit is a share of, where the text leaves that open; the person's own. */
  readonly baseFee?: string;
  /** Credits of other months that one cap counts together with this one's; the person's own. */
  readonly taken?: string;
}

export interface ServiceLevel {
  /** As it was asked for, whatever day its months begin on. */
  readonly month: Period;
  /** With the day on which its months begin, where that is not the first. */
  readonly period: Period;
  readonly totalMinutes: number;
  /** Only the hours of the service are measured: the total is theirs. */
  readonly inHours?: true;
  /** What is missing for saying that the total is as much as that. */
  readonly totalAtMost?: Missing;
  /** The least that the total can be, where it is not known. */
  readonly totalAtLeast?: number;
  /** Whether anything is recorded of the month; where nothing is, nothing is said of it. */
  readonly recorded: boolean;
  /** Whether the minutes below say what was down: not where the text measures otherwise, or several instances are not told apart. */
  readonly counted: boolean;
  readonly unavailableMinutes: number;
  /** What is missing for saying that it was as much as that: it can be less. */
  readonly minutesAtMost?: Missing;
  /** The least that it can be, where that is more than nothing. */
  readonly minutesAtLeast?: number;
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
  /** When the service was down by the agreement's own definition, of a log that was counted: a row outside it does not count. */
  readonly downTime?: readonly Stretch[];
  readonly steps: readonly TermStep[];
}

function formulaStep(
  month: Period,
  { totalMinutes: total, down: { counted: down }, by }: Measured,
  shown: string,
  zone: Zone,
): TermStep {
  const days = by === 'fixed' ? total / 1440 : daysOfPeriod(month);
  const words = { name: periodWords(month), days, total, down, shown };
  if (by === 'month' && total !== days * 1440)
    return { text: sentence('term.service-level.formula-clock', { ...words, zone: zoneWords(zone) }) };
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

function minutesCounted(basis: TermBasis, month: Period): number {
  const cycle = billingCycle(basis);
  return periodMinutes(cycle.known ? byCycle(month, cycle.value) : month, dayClock(basis).zone);
}

/**
 * The fees of a period.
 * @param of its minutes, and how many of them were down; absent where that is not known
 */
export function periodFees(
  basis: TermBasis,
  { month, fee, periodFee, yearFee, baseFee, taken }: Omit<ServiceMonth, 'downtime'>,
  of: { readonly total: number; readonly down?: number } = { total: minutesCounted(basis, month) },
): Fees {
  const defined = feeWithoutVouchers(basis);
  return feesOf({
    kind: periodKind(month),
    ...of,
    ...(fee ? { fee } : {}),
    ...(periodFee ? { periodFee } : {}),
    ...(yearFee === undefined ? {} : { yearFee }),
    ...(baseFee === undefined ? {} : { baseFee }),
    ...(taken === undefined ? {} : { taken }),
    ...(defined ? { defined } : {}),
  });
}

/** What is said of the minutes of a period. */
function minutesOf(
  { totalMinutes, down, by, lacking, least }: Measured,
  downtime: Downtime,
  noDays: boolean,
): Pick<
  ServiceLevel,
  | 'totalMinutes'
  | 'recorded'
  | 'inHours'
  | 'totalAtMost'
  | 'totalAtLeast'
  | 'minutesAtLeast'
  | 'counted'
  | 'unavailableMinutes'
  | 'minutesAtMost'
  | 'excludedMinutes'
> {
  const isTyped = 'minutes' in downtime;
  const atMost = down.atMost ?? (isTyped && least ? undefined : lacking?.missing[0]);
  return {
    totalMinutes,
    recorded: down.recorded,
    ...(by === 'hours' ? { inHours: true as const } : {}),
    ...(lacking?.missing[0] && least?.total !== totalMinutes ? { totalAtMost: lacking.missing[0] } : {}),
    counted:
      down.missing === undefined && down.atLeast === undefined && !('availability' in downtime) && (!noDays || isTyped),
    unavailableMinutes: down.counted,
    ...(atMost && down.counted > 0 ? { minutesAtMost: atMost } : {}),
    excludedMinutes: down.excluded,
    ...(least && least.total !== totalMinutes ? { totalAtLeast: least.total } : {}),
    ...(least && !isTyped ? { minutesAtLeast: least.down } : {}),
  };
}

/** The working of the availability; nothing where it is given, or its minutes are not known. */
function formulaOf(
  month: Period,
  measure: Measured,
  downtime: Downtime,
  { rule, zone }: { readonly rule: DownRule; readonly zone: Zone },
): readonly TermStep[] {
  const { totalMinutes, down, hours, lacking } = measure;
  if ('availability' in downtime || lacking) return [];
  const shown = cutOff(availabilityPercent(totalMinutes, down.counted), 6);
  return [
    ...(hours?.steps ?? []),
    formulaStep(month, measure, shown, zone),
    ...(rule.fixedMonth ? [rule.fixedMonth.step] : []),
  ];
}

/** How minutes count: as was chosen, else as the text says, else left open. */
function* counted(basis: TermBasis, downtime: Downtime): Generator<void, Downtime> {
  if (!('outages' in downtime)) return downtime;
  const stated = downtime.counting === undefined ? minuteCounting(basis.sources) : undefined;
  const counting = stated?.known === true ? { counting: stated.value } : {};
  return { ...downtime, ...counting, outages: yield* stretchesInSlices(downtime.outages) };
}

/** Whether what was down is told of the period itself: where its days are not known only by a person who counted its minutes. */
const isTold = (cycle: Answer<unknown>, downtime: Downtime): boolean => cycle.known || 'minutes' in downtime;

/** Works out one service month: availability, breach, tier, credit, termination right and claim window, each with its working. */
export const serviceLevel = (basis: TermBasis, given: ServiceMonth): ServiceLevel =>
  atOnce(serviceLevelInSlices(basis, given));

/** The same in slices: each look at all of a log's rows is one. */
export function* serviceLevelInSlices(basis: TermBasis, given: ServiceMonth): Generator<void, ServiceLevel> {
  const { cycle, month, clock } = monthsByCycle(basis, given.month);
  const downtime = yield* counted(basis, given.downtime);
  yield;
  const service = { ...given, month, downtime };
  const rule = downRule(basis.sources);
  const kind = periodKind(month);
  const promised = promisedOf(basis, kind);
  const measure = yield* measuringOf(basis, { ...service, cycle }, rule, promised);
  yield;
  const { totalMinutes, down, lacking: noHours, between } = measure;
  const { counted: minutes, excluded, recorded } = down;
  const exact =
    'availability' in downtime ? statedPercent(downtime.availability) : availabilityPercent(totalMinutes, minutes);
  const shown = cutOff(exact, 6);
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
    if (!cycle.known && !between && !('availability' in downtime))
      return answer.known ? unknown(cycle.missing, cycle.steps) : answer;
    const lacking =
      (recorded ? undefined : notRecorded(month)) ??
      down.missing ??
      (answer.known && holdsIfLess(answer.value) ? undefined : down.atMost) ??
      (answer.known && holdsIfMore(answer.value) ? undefined : down.atLeast);
    if (!lacking || (!answer.known && answer.steps.length === 0)) return answer;
    return restingOn([answer], nothing(lacking));
  };
  const formula = formulaOf(month, measure, downtime, { rule, zone: clock.zone });
  const bounds = between ? { atLeast: cutOff(between[0], 6), atMost: cutOff(between[1], 6) } : {};
  const availability: Answer<string> = resting<string>(
    noHours ? { ...noHours, ...bounds } : known(shown, [...down.steps, ...formula]),
    () => minutes === 0,
  );
  const breach = resting(
    at((available) => breachOf(promised, available)),
    (broken) => !broken,
    (broken) => broken,
  );
  // Tiers are told for all classes together: of a class that keeps its own promise none applies.
  const kept = basis.scope !== undefined && breach.known && !breach.value;
  const owed: Answer<TierValue | undefined> = kept
    ? known(undefined, breach.steps)
    : resting(
        at((available) => selectTier(basis, available)),
        (value) => value === undefined,
        (value) => value !== undefined && value.from === undefined && isDeepest(basis, value),
      );
  const tier = notThoughKept(basis, breach, owed);
  const fees = periodFees(basis, service, { total: totalMinutes, ...(noHours ? {} : { down: minutes }) });
  const monthlyFee = mapAnswer(feeOfPeriod(fees), ({ total, months }) =>
    formatYuan(partOf(total, months, ratio(1n, 1n))),
  );
  const ground = groundOf(basis, { tier, promised, fees }, noHours ? undefined : down.outages);
  const cap = capInYuan(ground.cap);
  const credit = creditBetween(
    ground,
    between?.map((available) => selectTier(basis, available)),
  );
  yield;
  const termination = yield* terminationOf(basis, month, downtime);
  yield;
  const log = { outages: 'outages' in downtime ? downtime.outages : undefined, zone: clock.zone };
  const { began, ended } = yield* incidentsIn(month, log);
  const window = claimWindow(basis, month, began, ended);
  const claim = cycle.known ? window : yield* windowOnAnyDay(basis, cycle, { month, window }, log);
  yield;
  const calendar = cycle.known || clock.missing ? [] : yield* calendarReading(basis, service, rule, window);
  return {
    month: given.month,
    period: month,
    ...minutesOf(measure, downtime, !cycle.known),
    availability,
    availabilityWithoutExclusions:
      availability.known && !('availability' in downtime)
        ? known(cutOff(availabilityPercent(totalMinutes, minutes + excluded), 6), [])
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
    ...(down.stretches ? { downTime: down.stretches } : {}),
    steps: [
      ...clock.steps,
      ...cycle.steps,
      ...(lacksItsDay(month) ? [{ text: sentence('term.billing-cycle.short-month', periodDays(month)) }] : []),
      ...(isTold(cycle, downtime) ? down.steps : calendar),
      ...rowsWithoutZone(clock, downtime),
      ...(recorded ? formula : []),
      ...allSteps([breach, tier, feeOfPeriod(fees), cap, credit, termination]),
      ...claim.steps,
      ...classesLeftOut(basis),
    ],
  };
}
