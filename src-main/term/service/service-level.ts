import { sentence } from '../../agreement/sentence.ts';
import type { CreditTier } from '../../agreement/legacy-fact.ts';
import { Refusal } from '../../agreement/refusal.ts';
import { type Answer, type TermStep, allSteps, known, mapAnswer, missingInput, unknown } from '../answer.ts';
import { type TermBasis, factsOf, numberOf } from '../basis.ts';
import { type ClaimWindow, claimWindow } from './claim-window.ts';
import { type Month, daysInMonth, monthWords } from '../calendar/civil-date.ts';
import { availabilityPercent, breachOf, selectTier } from './credit-tier.ts';
import { cutOff, decimal, ratio, times } from '../fees/exact.ts';
import { formatYuan } from '../fees/money.ts';
import { type ExactFee, type MonthFee, exactFee, partOf } from './month-fee.ts';
import { type MinuteCounting, type Outage, longestOutageSeconds, monthMinutes } from './outages.ts';

/** How much was down: the log, or minutes the person already counted. */
export type Downtime =
  | { readonly outages: readonly Outage[]; readonly counting?: MinuteCounting }
  | { readonly minutes: number; readonly excludedMinutes?: number };

export interface ServiceMonth {
  readonly month: Month;
  readonly downtime: Downtime;
  readonly fee?: MonthFee;
}

export interface ServiceLevel {
  readonly month: Month;
  readonly totalMinutes: number;
  readonly unavailableMinutes: number;
  /** Shown, not dropped: minutes that only an exclusion takes out of the count. */
  readonly excludedMinutes: number;
  /** Percent, cut off after six digits; comparisons use the exact fraction. */
  readonly availability: string;
  /** The same if no exclusion were accepted. */
  readonly availabilityWithoutExclusions: string;
  readonly promised: Answer<number>;
  readonly breach: Answer<boolean>;
  /** The tier that applies; `undefined` inside a known answer when nothing is owed. */
  readonly tier: Answer<CreditTier | undefined>;
  /** Percent of the month's fee. */
  readonly creditPercent: Answer<number>;
  /** Yuan, two decimals. */
  readonly monthlyFee: Answer<string>;
  readonly cap: Answer<string>;
  readonly credit: Answer<string>;
  readonly termination: Answer<TerminationRight>;
  readonly claim: ClaimWindow;
  readonly steps: readonly TermStep[];
}

/** The customer's right to end the service after an unbroken outage. */
export interface TerminationRight {
  readonly allowed: boolean;
  /** Longest unbroken counted outage in hours, cut off after two digits. */
  readonly longestHours: string;
}

interface Counted {
  readonly counted: number;
  readonly excluded: number;
  readonly step: TermStep;
}

function refuseMinutes(given: number, total: number): never {
  throw new Refusal(
    'bad-minutes',
    sentence('term.service-level.bad-minutes', { given, total }),
    sentence('term.service-level.bad-minutes.next'),
  );
}

function count(month: Month, downtime: Downtime, total: number): Counted {
  if ('minutes' in downtime) {
    const excluded = downtime.excludedMinutes ?? 0;
    for (const given of [downtime.minutes, excluded, downtime.minutes + excluded]) {
      if (!Number.isInteger(given) || given < 0 || given > total) refuseMinutes(given, total);
    }
    const text = sentence('term.service-level.own-minutes', { minutes: downtime.minutes, excluded });
    return { counted: downtime.minutes, excluded, step: { text, by: 'person' } };
  }
  const counting = downtime.counting ?? 'whole';
  const minutes = monthMinutes(month, downtime.outages, counting);
  const rule =
    counting === 'whole' ? sentence('term.service-level.rule.whole') : sentence('term.service-level.rule.started');
  const text = sentence('term.service-level.outage-log', {
    length: downtime.outages.length,
    rule,
    all: minutes.all,
    counted: minutes.counted,
    excluded: minutes.excluded,
  });
  return { counted: minutes.counted, excluded: minutes.excluded, step: { text, by: 'person' } };
}

function formulaStep(month: Month, total: number, down: number, shown: string): TermStep {
  const days = total / 1440;
  const name = monthWords(month);
  return {
    text: sentence('term.service-level.formula', { name, days, total, down, shown }),
  };
}

/** Cap: the month's fee without what vouchers paid. The clause is cited where the reading found one. */
function capOf(basis: TermBasis, fee: Answer<ExactFee>): Answer<string> {
  if (!fee.known) return fee;
  const { total, vouchers, months } = fee.value;
  const cap = formatYuan(partOf(total - vouchers, months, ratio(1n, 1n)));
  const [fact] = factsOf(basis, 'liability-cap');
  const text = sentence('term.service-level.cap', { cap });
  return known(cap, [...fee.steps, { text, ...(fact?.step.clause ? { clause: fact.step.clause } : {}) }]);
}

function creditOf(tier: Answer<CreditTier | undefined>, fee: Answer<ExactFee>): Answer<string> {
  if (tier.known && tier.value === undefined) {
    const text = sentence('term.service-level.no-credit');
    return known('0.00', [...tier.steps, { text }]);
  }
  if (!tier.known || !fee.known) {
    const missing = [...(tier.known ? [] : tier.missing), ...(fee.known ? [] : fee.missing)];
    return unknown(missing, allSteps([tier, fee]));
  }
  const percent = tier.value?.credit ?? 0;
  const { total, vouchers, months } = fee.value;
  const full = partOf(total, months, times(decimal(percent), ratio(1n, 100n)));
  const cap = partOf(total - vouchers, months, ratio(1n, 1n));
  const credit = full < cap ? full : cap;
  const text =
    full > cap
      ? sentence('term.service-level.credit-above-cap', { percent, full: formatYuan(full), cap: formatYuan(cap) })
      : sentence('term.service-level.credit-within-cap', { percent, full: formatYuan(full) });
  return known(formatYuan(credit), [...tier.steps, ...fee.steps, { text }]);
}

function terminationOf(basis: TermBasis, downtime: Downtime): Answer<TerminationRight> {
  const hours = numberOf(basis, 'outage-termination-hours');
  if (!hours.known) return hours;
  if ('minutes' in downtime) {
    const text = sentence('term.service-level.outage-log-missing');
    return unknown([missingInput('outages', text)], hours.steps);
  }
  const seconds = longestOutageSeconds(downtime.outages);
  const allowed = seconds >= hours.value * 3600;
  const longestHours = cutOff(ratio(BigInt(seconds), 3600n), 2);
  const text = allowed
    ? sentence('term.service-level.termination.allowed', { longestHours, value: hours.value })
    : sentence('term.service-level.termination.not-allowed', { longestHours, value: hours.value });
  return known({ allowed, longestHours }, [...hours.steps, { text }]);
}

/** Works out one service month: availability, breach, tier, credit, termination right and claim window, each with its working. */
export function serviceLevel(basis: TermBasis, service: ServiceMonth): ServiceLevel {
  const { month, downtime } = service;
  const totalMinutes = daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7))) * 1440;
  const { counted, excluded, step } = count(month, downtime, totalMinutes);
  const exact = availabilityPercent(totalMinutes, counted);
  const availability = cutOff(exact, 6);
  const breach = breachOf(basis, exact);
  const tier = selectTier(basis, exact);
  const fee = exactFee(service.fee);
  const monthlyFee = mapAnswer(fee, ({ total, months }) => formatYuan(partOf(total, months, ratio(1n, 1n))));
  const cap = capOf(basis, fee);
  const credit = creditOf(tier, fee);
  const termination = terminationOf(basis, downtime);
  const claim = claimWindow(basis, month);
  return {
    month,
    totalMinutes,
    unavailableMinutes: counted,
    excludedMinutes: excluded,
    availability,
    availabilityWithoutExclusions: cutOff(availabilityPercent(totalMinutes, counted + excluded), 6),
    promised: numberOf(basis, 'availability'),
    breach,
    tier,
    creditPercent: mapAnswer(tier, (found) => found?.credit ?? 0),
    monthlyFee,
    cap,
    credit,
    termination,
    claim,
    steps: [
      step,
      formulaStep(month, totalMinutes, counted, availability),
      ...allSteps([breach, tier, fee, cap, credit, termination]),
      ...claim.steps,
    ],
  };
}
