import type { Cycle } from '../../agreement/quantity/billing-cycle.ts';
import { type Month, shiftMonth } from '../calendar/civil-date.ts';
import type { Zone } from '../calendar/zone.ts';
import { compare, type Ratio } from '../fees/exact.ts';
import { availabilityPercent } from './credit-tier.ts';
import { cutToPeriod, type Counting, type DownTime, merge, minutesUntil, periodStretch } from './outages.ts';
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

/**
 * Every day on which a month can begin, in the month that it is named after or in the one before; from the 29th on also by its last day,
 * the one before, which falls otherwise where a month is too short.
 */
export const CYCLES: readonly Cycle[] = Array.from({ length: 31 }, (_, index) => index + 1).flatMap(
  (from): readonly Cycle[] => {
    if (from === 1) return [{ from }];
    const ways: readonly Cycle[] = from > 28 ? [{ from }, { from, lastWritten: true }] : [{ from }];
    return ways.flatMap((way): readonly Cycle[] => [way, { ...way, before: true }]);
  },
);

/** The months of a period with two before and two after: no cycle of theirs reaches beyond, by whatever clock. */
function monthsAround(period: Period): readonly Month[] {
  const months = monthsIn(period);
  const [first = plainPeriod(period)] = months;
  const last = months.at(-1) ?? first;
  return [shiftMonth(first, -2), shiftMonth(first, -1), ...months, shiftMonth(last, 1), shiftMonth(last, 2)];
}

/** Every distance from UTC that is in use, in half hours. */
export const OFFSETS: readonly Zone[] = Array.from({ length: 53 }, (_, index) => index - 24).map((halves) => {
  const [sign, minutes] = [halves < 0 ? '-' : '+', Math.abs(halves) * 30];
  return `${sign}${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
});

/** Minutes by which a period can be longer or shorter where clocks are put forward or back. */
const CLOCK_CHANGE = 60;

/** What is open of a period's days, and the clock by which they are counted where that is not. */
interface Open {
  readonly cycle: boolean;
  readonly zone: boolean;
}

/** Every stretch of time that a period can be, where something of its days is open. */
function spansOf(period: Period, { cycle, zone: noZone }: Open, zone: Zone): readonly Stretch[] {
  const periods = cycle ? CYCLES.map((each) => byCycle(period, each)) : [period];
  const zones = noZone ? OFFSETS : [zone];
  const spans = new Map<string, Stretch>();
  for (const each of periods)
    for (const clock of zones) {
      const span = periodStretch(each, clock);
      spans.set(`${span.from} ${span.to}`, span);
    }
  return [...spans.values()];
}

/**
 * The least and the most that a period comes to over everything that is open: every day on which its months can begin, in the month that
 * it is named after or in the one before, every zone in which they can, or both together. In slices.
 * @param down when the service was down, and how what of it lies in a calendar month counts
 */
export function* anyMonth(
  period: Period,
  { down, counting }: { readonly down: DownTime; readonly counting: Counting },
  open: Open,
  zone: Zone,
): Generator<void, AnyCycle> {
  const counted: Stretch[] = [];
  for (const month of monthsAround(period)) {
    const { all } = yield* cutToPeriod(month, { all: down.all, counted: down.all }, { ...counting, zone });
    for (const stretch of all) counted.push(stretch);
  }
  const spans = spansOf(period, open, zone);
  yield;
  const found = over(spans, merge(counted));
  yield;
  return open.zone ? overClockChanges(found) : found;
}

/**
 * What holds of a log in which some rows say their zone and others do not: these stay where they are written on the calendar while the
 * others move with the zone, so that they can come to lie over each other or apart.
 * @param together as if the rows moved as one
 * @param parts what each kind of row comes to for itself: at least that of the larger, at most both one after the other
 */
export function mixedRows(together: AnyCycle, parts: readonly Pick<AnyCycle, 'leastDown' | 'mostDown'>[]): AnyCycle {
  const { leastTotal, mostTotal } = together;
  const leastDown = Math.min(together.leastDown, Math.max(...parts.map((each) => each.leastDown)));
  const apart = parts.reduce((sum, each) => sum + each.mostDown, 0);
  const mostDown = Math.max(together.mostDown, Math.min(mostTotal, apart));
  return withinBounds({ leastTotal, mostTotal, leastDown, mostDown });
}

/**
 * The same where of every row it is known whether it says its zone.
 * @param around of all rows, for the minutes of the period
 */
export function knownRows(
  { leastTotal, mostTotal }: AnyCycle,
  parts: readonly Pick<AnyCycle, 'leastDown' | 'mostDown'>[],
): AnyCycle {
  const leastDown = Math.max(0, ...parts.map((each) => each.leastDown));
  const mostDown = Math.min(
    mostTotal,
    parts.reduce((sum, each) => sum + each.mostDown, 0),
  );
  return withinBounds({ leastTotal, mostTotal, leastDown, mostDown });
}

/** Minutes between bounds, with the availabilities that these allow: the most down in the least time, and the other way round. */
const withinBounds = (minutes: Omit<AnyCycle, 'between'>): AnyCycle => ({
  ...minutes,
  between: [
    availabilityPercent(minutes.leastTotal, Math.min(minutes.mostDown, minutes.leastTotal)),
    availabilityPercent(minutes.mostTotal, minutes.leastDown),
  ],
});

/** A row without a zone was read by another clock: over a change of the right one it is that much shorter or longer. */
export function overClockChanges(found: AnyCycle): AnyCycle {
  const leastDown = Math.max(0, found.leastDown - CLOCK_CHANGE);
  const mostDown = found.mostDown === 0 ? 0 : found.mostDown + CLOCK_CHANGE;
  const [leastTotal, mostTotal] = [found.leastTotal - CLOCK_CHANGE, found.mostTotal + CLOCK_CHANGE];
  return withinBounds({ leastTotal, mostTotal, leastDown, mostDown });
}

function over(spans: readonly Stretch[], down: readonly Stretch[]): AnyCycle {
  const until = minutesUntil(down);
  const totals = spans.map(({ from, to }) => (to - from) / 60);
  const downs = spans.map(({ from, to }) => until(to) - until(from));
  const ratios = totals.map((total, index) => availabilityPercent(total, downs[index] ?? 0)).toSorted(compare);
  const [low = availabilityPercent(1, 0)] = ratios;
  return {
    leastTotal: Math.min(...totals),
    mostTotal: Math.max(...totals),
    leastDown: Math.min(...downs),
    mostDown: Math.max(...downs),
    between: [low, ratios.at(-1) ?? low],
  };
}
