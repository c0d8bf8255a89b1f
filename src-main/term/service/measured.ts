import type { Answer, Unknown } from '../answer.ts';
import type { Cycle } from '../../agreement/quantity/billing-cycle.ts';
import type { TermBasis } from '../basis.ts';
import { dayClock } from '../day-clock.ts';
import { type Ratio, ratio } from '../fees/exact.ts';
import { type Counted, countDown, type Downtime } from './count-down.ts';
import { availabilityPercent } from './credit-tier.ts';
import type { DownRule } from './down-rule.ts';
import { periodMinutes } from './outages.ts';
import { type Period, type PeriodKind, periodKind } from './period.ts';
import { hoursUnknown, type ServiceTime, serviceTime } from './service-time.ts';

const MONTHS: Readonly<Record<PeriodKind, number>> = { month: 1, quarter: 3, year: 12 };

/** What is measured: all minutes of the period or those of the service's hours, and what was down in them. */
export interface Measured {
  readonly totalMinutes: number;
  readonly down: Counted;
  readonly by: 'month' | 'fixed' | 'hours';
  readonly hours: Answer<ServiceTime> | undefined;
  /** Why the hours are not known, or the days of the month. */
  readonly lacking?: Unknown;
  /** The availability at least and at most, where only a calendar is missing for the hours. */
  readonly between?: readonly [Ratio, Ratio];
}

/**
 * What of a period is measured, and what was down in it, by the document's own definition.
 * @param cycle the day on which its months begin; where that is not known, nothing that rests on its minutes is
 */
export function measured(
  basis: TermBasis,
  { month, downtime, cycle }: { readonly month: Period; readonly downtime: Downtime; readonly cycle: Answer<Cycle> },
  rule: DownRule,
): Measured {
  const { zone } = dayClock(basis);
  const hours = serviceTime(basis, month, rule);
  const running = hours?.known === true ? hours.value : undefined;
  const fixed = rule.fixedMonth && rule.fixedMonth.minutes * MONTHS[periodKind(month)];
  const all = fixed ?? periodMinutes(month, zone);
  const total = (ofHours: number | undefined): number => fixed ?? ofHours ?? all;
  const totalMinutes = total(running?.mostMinutes);
  const down = countDown(month, downtime, totalMinutes, rule, running?.most, zone);
  const noCycle = cycle.known ? undefined : cycle;
  const lacking = 'availability' in downtime ? undefined : (noCycle ?? hoursUnknown(hours));
  const ground: Measured = {
    totalMinutes,
    down,
    hours,
    by: fixed === undefined ? (running ? 'hours' : 'month') : 'fixed',
    ...(lacking ? { lacking } : {}),
  };
  if (!lacking || noCycle || !running || !('outages' in downtime)) return ground;
  const fewest = total(running.leastMinutes);
  const counted = countDown(month, downtime, totalMinutes, rule, running.least, zone).counted;
  const low = fewest > down.counted ? availabilityPercent(fewest, down.counted) : ratio(0n, 1n);
  return { ...ground, between: [low, availabilityPercent(totalMinutes, counted)] };
}
