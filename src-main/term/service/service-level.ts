import { sentence } from '../../agreement/sentence.ts';
import type { TierValue } from '../../agreement/fact.ts';
import { creditWords, quantityWords } from '../../agreement/fact-words.ts';
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
import { type CivilDate, type Month, civilDateAt, daysInMonth, monthWords } from '../calendar/civil-date.ts';
import { type CreditCap, capInYuan, creditCap } from './credit-cap.ts';
import { availabilityPercent, breachOf, promisedOf, selectTier } from './credit-tier.ts';
import { cutOff, ratio } from '../fees/exact.ts';
import { formatYuan, parseYuan } from '../fees/money.ts';
import { shareRatio } from '../fees/share.ts';
import { feeWithoutVouchers } from './fee-definition.ts';
import { type ExactFee, type Fees, type MonthFee, feeOfBase, feesOf, partOf } from './month-fee.ts';
import { pickQuantity, type Question } from '../pick-fact.ts';
import { type MinuteCounting, type Outage, longestOutageSeconds, monthMinutes, stretchOf, within } from './outages.ts';

/** How much was down: the log, or minutes the person already counted. A log without a row of the month records nothing of it. */
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
  /** Whether anything is recorded of the month; where nothing is, nothing is said of it. */
  readonly recorded: boolean;
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
  /** Longest unbroken counted outage in hours, cut off after two digits. */
  readonly longestHours: string;
}

interface Counted {
  readonly counted: number;
  readonly excluded: number;
  readonly recorded: boolean;
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
    return { counted: downtime.minutes, excluded, recorded: true, step: { text, by: 'person' } };
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
  const recorded = within(month, downtime.outages.map(stretchOf)).length > 0;
  return { counted: minutes.counted, excluded: minutes.excluded, recorded, step: { text, by: 'person' } };
}

function formulaStep(month: Month, total: number, down: number, shown: string): TermStep {
  const days = total / 1440;
  const name = monthWords(month);
  return {
    text: sentence('term.service-level.formula', { name, days, total, down, shown }),
  };
}

/** Nothing is recorded of the month: neither that the promise was kept nor that it was broken. */
function notRecorded(month: Month): Missing {
  return missingInput('outages', sentence('term.service-level.not-recorded', { name: monthWords(month) }));
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

function terminationOf(basis: TermBasis, downtime: Downtime): Answer<TerminationRight> {
  const needed = pickQuantity(basis, OUTAGE_TERMINATION);
  if (!needed.known) return needed;
  if ('minutes' in downtime) {
    const text = sentence('term.service-level.outage-log-missing');
    return unknown([missingInput('outages', text)], needed.steps);
  }
  const seconds = longestOutageSeconds(downtime.outages);
  const { value, unit } = needed.value;
  const wanted = value * (SECONDS[unit] ?? 3600);
  const allowed = seconds >= wanted;
  const longestHours = cutOff(ratio(BigInt(seconds), 3600n), 2);
  const words = { longestHours, value: Number((wanted / 3600).toFixed(2)) };
  const text = allowed
    ? sentence('term.service-level.termination.allowed', words)
    : sentence('term.service-level.termination.not-allowed', words);
  return known({ allowed, longestHours }, [...needed.steps, { text }]);
}

/** The days on which counted outages of the month began. */
function incidentsOf(month: Month, downtime: Downtime): readonly CivilDate[] | undefined {
  if ('minutes' in downtime) return undefined;
  return downtime.outages
    .filter((outage) => outage.exclusion === undefined && within(month, [stretchOf(outage)]).length > 0)
    .map(({ from }) => civilDateAt(from));
}

/** Works out one service month: availability, breach, tier, credit, termination right and claim window, each with its working. */
export function serviceLevel(basis: TermBasis, service: ServiceMonth): ServiceLevel {
  const { month, downtime } = service;
  const totalMinutes = daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7))) * 1440;
  const { counted, excluded, recorded, step } = count(month, downtime, totalMinutes);
  const exact = availabilityPercent(totalMinutes, counted);
  const shown = cutOff(exact, 6);
  const nothing = unknown([notRecorded(month)], []);
  const ifRecorded = <T>(answer: Answer<T>): Answer<T> =>
    recorded || (!answer.known && answer.steps.length === 0) ? answer : restingOn([answer], nothing);
  const formula = formulaStep(month, totalMinutes, counted, shown);
  const availability = recorded ? known(shown, [step, formula]) : nothing;
  const promised = promisedOf(basis);
  const breach = ifRecorded(breachOf(promised, exact));
  const tier = ifRecorded(selectTier(basis, exact));
  const fees = feesOf(service.fee, totalMinutes, counted, feeWithoutVouchers(basis));
  const monthlyFee = mapAnswer(fees.month, ({ total, months }) => formatYuan(partOf(total, months, ratio(1n, 1n))));
  const ground: CreditGround = { tier, promised, fees, cap: creditCap(basis, fees) };
  const cap = capInYuan(ground.cap);
  const credit = creditOf(ground);
  const termination = terminationOf(basis, downtime);
  const claim = claimWindow(basis, month, incidentsOf(month, downtime));
  return {
    month,
    totalMinutes,
    recorded,
    unavailableMinutes: counted,
    excludedMinutes: excluded,
    availability,
    availabilityWithoutExclusions: recorded
      ? known(cutOff(availabilityPercent(totalMinutes, counted + excluded), 6), [])
      : nothing,
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
      step,
      ...(recorded ? [formula] : []),
      ...allSteps([breach, tier, fees.month, cap, credit, termination]),
      ...claim.steps,
    ],
  };
}
