import { sortedInSlices } from '../../../agreement/at-once.ts';
import { type CivilDate, fromDayNumber } from '../../calendar/civil-date.ts';
import { dayNumberIn, type Zone } from '../../calendar/zone.ts';
import { type Outage, periodStretch, stretchOf } from '../outages.ts';
import type { Period } from '../period.ts';
import { firstPlace, type Stretch } from '../stretches.ts';

/** The first day on which an outage of a period began, and the first on which one ended; absent where none lies in it. */
export interface FirstIncident {
  readonly began: CivilDate | undefined;
  readonly ended: CivilDate | undefined;
}

/** Rows in two orders, with the outermost of what comes before and after: what reaches into a span is found without a look at all. */
interface Rows {
  readonly byBegin: readonly Stretch[];
  /** The latest end of a row and of all before it. */
  readonly endsBy: readonly number[];
  readonly byEnd: readonly Stretch[];
  /** The earliest beginning of a row and of all after it. */
  readonly beginsFrom: readonly number[];
}

function* inOrder(rows: readonly Stretch[]): Generator<void, Rows> {
  const byBegin = yield* sortedInSlices(rows, (a, b) => a.from - b.from);
  const byEnd = yield* sortedInSlices(rows, (a, b) => a.to - b.to);
  let end = -Infinity;
  const endsBy = byBegin.map(({ to }) => (end = Math.max(end, to)));
  let begin = Infinity;
  const beginsFrom = byEnd.toReversed().map(({ from }) => (begin = Math.min(begin, from)));
  return { byBegin, endsBy, byEnd, beginsFrom: beginsFrom.reverse() };
}

/** The row that begins first of those that reach into a span. */
function beginsFirst({ byBegin, endsBy }: Rows, span: Stretch): Stretch | undefined {
  // The first place at which something has ended after the span began is that of the row that does so.
  const row = byBegin[firstPlace(endsBy, (end) => end > span.from)];
  return row && row.from < span.to ? row : undefined;
}

/** The row that ends first of those that reach into a span. */
function endsFirst({ byEnd, beginsFrom }: Rows, ends: readonly number[], span: Stretch): Stretch | undefined {
  for (let at = firstPlace(ends, (end) => end > span.from); (beginsFrom[at] ?? Infinity) < span.to; at += 1) {
    const row = byEnd[at];
    if (row && row.from < span.to) return row;
  }
  return undefined;
}

/**
 * The first outages of any period by any clock, the rows being sorted once. Two readings: a row that says no zone shows the
 * clock of the period, whichever that is, so that it stays on its day; one of which nobody noted whether it does may do either, and the
 * days are those between. In slices.
 * @param outages the log; what is excluded is no incident
 * @param clock by which rows without a zone were read
 */
export function* firstIncidentsBy(
  outages: readonly Outage[],
  clock: Zone,
): Generator<void, (period: Period, zone: Zone) => readonly FirstIncident[]> {
  const incidents = outages.filter((row) => row.exclusion === undefined);
  const of = function* (zoned: boolean | undefined): Generator<void, (Rows & { ends: readonly number[] }) | undefined> {
    const rows = incidents.filter((row) => row.zoned === zoned).map(stretchOf);
    const lasting = rows.filter(({ from, to }) => to > from);
    yield;
    if (lasting.length === 0) return undefined;
    const sorted = yield* inOrder(lasting);
    return { ...sorted, ends: sorted.byEnd.map(({ to }) => to) };
  };
  const [said, unsaid, unnoted] = [yield* of(true), yield* of(false), yield* of(undefined)];
  return (period, zone) => {
    const there = periodStretch(period, zone);
    const here = zone === clock ? there : periodStretch(period, clock);
    const both = { from: Math.max(there.from, here.from), to: Math.min(there.to, here.to) };
    type Found = readonly [began: number, ended: number];
    const first = (rows: typeof said, span: Stretch, dayOf: (at: number) => number): Found => {
      if (!rows) return [Infinity, Infinity];
      const [begin, end] = [beginsFirst(rows, span), endsFirst(rows, rows.ends, span)];
      return [begin ? dayOf(begin.from) : Infinity, end ? dayOf(end.to) : Infinity];
    };
    const at = (by: Zone) => (moment: number) => dayNumberIn(moment, by);
    const later = (moment: number): number => Math.max(dayNumberIn(moment, zone), dayNumberIn(moment, clock));
    const certain = [first(said, there, at(zone)), first(unsaid, here, at(clock))];
    const readings = unnoted
      ? [
          [...certain, first(unnoted, there, at(zone)), first(unnoted, here, at(clock))],
          // At the latest: what reaches into the period by either clock, on the later of its days.
          [...certain, first(unnoted, both, later)],
        ]
      : [certain];
    const day = (numbers: readonly number[]): CivilDate | undefined => {
      const least = Math.min(...numbers);
      return least === Infinity ? undefined : fromDayNumber(least);
    };
    return readings.map((found) => ({
      began: day(found.map(([began]) => began)),
      ended: day(found.map(([, ended]) => ended)),
    }));
  };
}
