import type { Cycle } from '../../agreement/quantity/billing-cycle.ts';
import { type Month, shiftMonth } from '../calendar/civil-date.ts';
import type { Zone } from '../calendar/zone.ts';
import { compare, type Ratio } from '../fees/exact.ts';
import { availabilityPercent } from './credit-tier.ts';
import { merge, minutesUntil, periodMinutes, periodStretch } from './outages.ts';
import { byCycle, monthsIn, type Period, plainPeriod } from './period.ts';
import type { Stretch } from './stretches.ts';

/** What holds of a period on whatever day its months begin. */
export interface AnyCycle {
  readonly leastTotal: number;
  readonly mostTotal: number;
  readonly leastDown: number;
  readonly mostDown: number;
  readonly between: readonly [Ratio, Ratio];
}

const CYCLES: readonly Cycle[] = Array.from({ length: 31 }, (_, index) => index + 1).flatMap(
  (from): readonly Cycle[] => (from === 1 ? [{ from }] : [{ from }, { from, before: true }]),
);

/** The months of a period with the one before and the one after: no cycle of theirs reaches beyond. */
function monthsAround(period: Period): readonly Month[] {
  const months = monthsIn(period);
  const [first = plainPeriod(period)] = months;
  return [shiftMonth(first, -1), ...months, shiftMonth(months.at(-1) ?? first, 1)];
}

/**
 * The least and the most that a period comes to over every day on which its months can begin, in the month that it is named after or
 * in the one before.
 * @param downIn what counts as down in a calendar month
 */
export function anyCycle(period: Period, downIn: (month: Month) => readonly Stretch[], zone: Zone): AnyCycle {
  const until = minutesUntil(merge(monthsAround(period).flatMap(downIn)));
  const all = CYCLES.map((cycle) => {
    const days = byCycle(period, cycle);
    const { from, to } = periodStretch(days, zone);
    const total = periodMinutes(days, zone);
    const down = until(to) - until(from);
    return { total, down, available: availabilityPercent(total, down) };
  });
  const totals = all.map(({ total }) => total);
  const downs = all.map(({ down }) => down);
  const ratios = all.map(({ available }) => available).toSorted(compare);
  const [low = availabilityPercent(1, 0)] = ratios;
  return {
    leastTotal: Math.min(...totals),
    mostTotal: Math.max(...totals),
    leastDown: Math.min(...downs),
    mostDown: Math.max(...downs),
    between: [low, ratios.at(-1) ?? low],
  };
}
