import { givenByEach } from '../../agreement/at-once.ts';
import { sentence } from '../../agreement/sentence.ts';
import type { CountingRule } from '../../contract/rights.ts';
import { addDays, type Month } from '../../term/calendar/civil-date.ts';
import { startOfDayIn } from '../../term/calendar/zone.ts';
import { dayClock } from '../../term/day-clock.ts';
import { inCurrency } from '../../term/fees/currency.ts';
import { countedPeriod } from '../../term/service/billing-cycle.ts';
import { promisePeriod } from '../../term/service/credit-tier.ts';
import { isOfSum } from '../../term/service/month-credit.ts';
import type { MonthFee } from '../../term/service/month-fee.ts';
import { minuteCounting } from '../../term/service/minute-counting.ts';
import type { Outage, Stretch } from '../../term/service/outages.ts';
import { monthsIn, type Period, periodAround, periodDays, periodMonths } from '../../term/service/period.ts';
import { type ServiceLevel, serviceLevelInSlices, type ServiceMonth } from '../../term/service/service-level.ts';
import { endOfDay, type ObligationBases, type ObligationBasis } from './basis.ts';
import type { OutageLog, OutagePaper } from './outage-records.ts';
import type { OwnTerms, ServiceUnit } from './own-terms.ts';

/** How minutes count: the document's words, else the person's, else the way that claims the least. */
export function countingRule({ terms, own }: ObligationBasis): CountingRule {
  const stated = minuteCounting(terms.sources);
  const [step] = stated.steps;
  if (stated.known && step) return { value: stated.value, by: 'document', step };
  const words = {
    whole: sentence('rights.service-month.whole'),
    started: sentence('rights.service-month.started'),
  };
  if (own.counting) {
    return {
      value: own.counting,
      by: 'person',
      step: {
        text: sentence('rights.service-month.chosen', { way: words[own.counting] }),
        by: 'person',
      },
    };
  }
  return {
    value: 'whole',
    by: 'default',
    step: {
      text: sentence('rights.service-month.cautious', { way: words.whole }),
    },
  };
}

/** The log as the calculation takes it, in slices. */
export const outagesOf = (log: readonly OutagePaper[]): Generator<void, readonly Outage[]> =>
  givenByEach(log, ({ at, body: { from, to, ongoing, cause, instances, exclusion, zoned } }): Outage => {
    const row = zoned === undefined ? { from, to, at, cause, instances } : { from, to, at, cause, instances, zoned };
    if (!ongoing && exclusion === undefined) return row;
    return {
      ...row,
      ...(ongoing ? { ongoing } : {}),
      ...(exclusion === undefined ? {} : { exclusion: { item: exclusion } }),
    };
  });

/** The instances that a unit is measured by, as logs name them. */
export const namesOf = ({ name, instances }: ServiceUnit): readonly string[] =>
  instances.length > 0 ? instances : [name];

/** What is measured: the only unit there is, the one of that name, or the agreement as a whole. */
export function unitOf({ own }: Pick<ObligationBasis, 'own'>, name?: string): ServiceUnit | undefined {
  const units = own.units ?? [];
  return units.find((unit) => unit.name === name) ?? (units.length === 1 ? units[0] : undefined);
}

type LevelOfUnit = ServiceLevel & { readonly unit?: string };

/** The figures of a month (or of the period that its text measures by) of one unit, in slices. */
export function* levelInSlicesOf(
  basis: ObligationBasis,
  outages: readonly Outage[],
  period: Period,
  { month, unit }: { readonly month: Month; readonly unit: ServiceUnit | undefined },
): Generator<void, ServiceLevel> {
  const { own, terms } = basis;
  const scope = unit?.scope ?? own.scope;
  const { value: counting, by } = countingRule(basis);
  const downtime = {
    outages,
    // What nobody said is left open: where a result rests on it, both are told.
    ...(by === 'default' ? {} : { counting }),
    ...(unit ? { instances: namesOf(unit) } : {}),
    ...(isComplete(own, period) ? { complete: true as const } : {}),
  };
  const level = yield* serviceLevelInSlices(scope === undefined ? terms : { ...terms, scope }, {
    downtime,
    ...paidFor(own, period, { month, unit }, (own.units ?? []).length > 1 && isOfSum(terms)),
  });
  return inCurrency(terms, level);
}

/** Whether the person said of every month of a period that nothing else was down. */
const isComplete = ({ complete }: OwnTerms, period: Period): boolean =>
  monthsIn(period).every((month) => complete?.[month] !== undefined);

/**
 * What was paid for a period: of a month, for it or for the unit; of a quarter or a year, what was said of it alone.
 * @param isOfSeveral the credit is a share of what several units cost together: what is said of that is of none of them alone
 */
export function paidFor(
  own: OwnTerms,
  period: Period,
  { month, unit }: { readonly month: Month; readonly unit: ServiceUnit | undefined },
  isOfSeveral = false,
): Omit<ServiceMonth, 'downtime'> {
  const ofOne = (fee: MonthFee | undefined): MonthFee | undefined => {
    if (fee?.base === undefined || !isOfSeveral) return fee;
    const { base: _ofAll, ...others } = fee;
    return others;
  };
  const fee = ofOne(own.fees[month] ?? unit?.fee);
  const periodFee = period === month ? undefined : ofOne(own.fees[period]);
  return {
    month: period,
    ...(fee === undefined ? {} : { fee }),
    ...(periodFee === undefined ? {} : { periodFee }),
  };
}

/**
 * What stood at the end of a period, and when that was: by the clock of the text, and on the last day of the months that it measures
 * by, both of which the text at the end of the period itself says.
 */
export function ofPeriod(
  bases: ObligationBases,
  period: Period,
): { readonly basis: ObligationBasis; readonly end: string } {
  const near = bases(endOfDay(periodDays(period).last)).terms;
  const end = endOfDay(periodDays(countedPeriod(near, period)).last, dayClock(near).zone);
  return { basis: bases(end), end };
}

/** The period that the text of a month measures by, with what stood at its end. */
export function periodOf(
  bases: ObligationBases,
  month: Month,
): { readonly period: Period; readonly basis: ObligationBasis } {
  const { basis } = ofPeriod(bases, month);
  const period = periodAround(month, promisePeriod(basis.terms));
  return period === month ? { period, basis } : { period, basis: ofPeriod(bases, period).basis };
}

/** Days before and after a period in which an outage can be part of an unbroken one that reaches into it. */
const AROUND = 45;

/** A period with so much around it that an outage could run into it. */
export function timeAround({ terms }: Pick<ObligationBasis, 'terms'>, period: Period): Stretch {
  const { zone } = dayClock(terms);
  const { first, last } = periodDays(countedPeriod(terms, period));
  return { from: startOfDayIn(addDays(first, -AROUND), zone), to: startOfDayIn(addDays(last, AROUND), zone) };
}

/** Rows that say something of a period: they lie in it, or in so much around it that an outage could run into it; in slices. */
export const around = (basis: Pick<ObligationBasis, 'terms'>, log: OutageLog, period: Period): ReturnType<OutageLog> =>
  log(timeAround(basis, period));

/**
 * The figures of one period, as the claim and the agenda take them too: of the unit that is named, else of the only one or of the first
 * that something is owed for; where there are none, of the agreement as a whole.
 * In slices.
 * @param outages what says something of the period
 */
export function* periodLevelInSlices(
  basis: ObligationBasis,
  outages: readonly Outage[],
  period: Period,
  named?: string,
): Generator<void, LevelOfUnit> {
  const month = periodMonths(period).last;
  function* of(unit: ServiceUnit | undefined): Generator<void, LevelOfUnit> {
    const level = yield* levelInSlicesOf(basis, outages, period, { month, unit });
    return { ...level, ...(unit ? { unit: unit.name } : {}) };
  }
  const unit = unitOf(basis, named);
  if (unit) return yield* of(unit);
  const levels: LevelOfUnit[] = [];
  for (const each of basis.own.units ?? []) levels.push(yield* of(each));
  const owed = levels.find(({ tier }) => tier.known && tier.value !== undefined);
  return owed ?? levels[0] ?? (yield* of(undefined));
}
