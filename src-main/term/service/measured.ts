import { sentence } from '../../agreement/sentence.ts';
import { type Answer, type TermStep, type Unknown, unknown } from '../answer.ts';
import type { Cycle } from '../../agreement/quantity/billing-cycle.ts';
import type { TermBasis } from '../basis.ts';
import type { Zone } from '../calendar/zone.ts';
import { type DayClock, dayClock } from '../day-clock.ts';
import { type AnyCycle, anyMonth, knownRows, mixedRows, overClockChanges } from './any-cycle.ts';
import { openIn } from './billing-cycle.ts';
import { type Ratio, ratio } from '../fees/exact.ts';
import { type Counted, countDown, type CountedIn, type Downtime, downByLog, minutesBy } from './count-down.ts';
import { availabilityPercent, breachOf, selectTier } from './credit-tier.ts';
import type { DownRule } from './down-rule.ts';
import { MINUTES_OPEN } from './minute-counting.ts';
import { type MinuteCounting, type Outage, periodMinutes } from './outages.ts';
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
  /** The least that the minutes can be, where the day on which months begin is not known: `totalMinutes` and `down` are the most. */
  readonly least?: { readonly total: number; readonly down: number };
  /** The availability at least and at most, where only a calendar is missing for the hours, or the day on which months begin. */
  readonly between?: readonly [Ratio, Ratio];
}

interface Time {
  readonly hours: Answer<ServiceTime> | undefined;
  readonly running: ServiceTime | undefined;
  readonly by: Measured['by'];
  /** Minutes of the period; of the service's hours those that they come to, unless the text fixes them. */
  readonly total: (ofHours: number | undefined) => number;
}

/** The time of a period that counts: all of it, so many days as the text fixes, or the service's hours. */
function timeOf(basis: TermBasis, month: Period, rule: DownRule, zone: Zone): Time {
  const hours = serviceTime(basis, month, rule);
  const running = hours?.known === true ? hours.value : undefined;
  const fixed = rule.fixedMonth && rule.fixedMonth.minutes * MONTHS[periodKind(month)];
  const all = fixed ?? periodMinutes(month, zone);
  return { hours, running, by: measuredBy(fixed, running), total: (ofHours) => fixed ?? ofHours ?? all };
}

/**
 * What of a period is measured, and what was down in it, by the document's own definition; each look at all rows is a slice.
 * @param cycle the day on which its months begin; where that is not known, nothing that rests on its minutes is
 */
export function* measured(
  basis: TermBasis,
  { month, downtime, cycle }: { readonly month: Period; readonly downtime: Downtime; readonly cycle: Answer<Cycle> },
  rule: DownRule,
): Generator<void, Measured> {
  const { zone } = dayClock(basis);
  const { hours, running, by, total } = timeOf(basis, month, rule, zone);
  const noCycle = cycle.known ? undefined : cycle;
  const any = noCycle && by === 'month' ? yield* typedOnAnyDay(month, downtime, noCycle, zone) : undefined;
  const totalMinutes = any?.mostTotal ?? total(running?.mostMinutes);
  const period = { month, total: totalMinutes, zone };
  const down = yield* countDown({ ...period, hours: running?.most }, downtime, rule);
  const lacking = 'availability' in downtime ? undefined : (noCycle ?? hoursUnknown(hours));
  const ground: Measured = {
    totalMinutes,
    down,
    hours,
    by,
    ...(lacking ? { lacking } : {}),
  };
  if (any) return { ...ground, ...typedOf(any, down.counted) };
  if (noCycle && by === 'month' && 'outages' in downtime)
    return yield* onAnyDay(month, downtime, { rule, zone, missing: noCycle.missing }, ground);
  if (!lacking || noCycle || !running || !('outages' in downtime)) return ground;
  return yield* betweenHours(ground, downtime, running, { ...period, fewest: total(running.leastMinutes), rule });
}

/** Of minutes that a person counted: the fewest and the most of the period on whatever day its months begin, or in whatever zone. */
function* typedOnAnyDay(
  month: Period,
  downtime: Downtime,
  { missing }: Unknown,
  zone: Zone,
): Generator<void, AnyCycle | undefined> {
  if (!('minutes' in downtime)) return undefined;
  const nothing = { down: { all: [], counted: [] }, counting: { minutes: 'whole' } } as const;
  return yield* anyMonth(month, nothing, openIn({ missing }), zone);
}

/** Minutes that a person counted are those of the period, however long it is. */
const typedOf = ({ leastTotal, mostTotal }: AnyCycle, down: number): Pick<Measured, 'least' | 'between'> => ({
  least: { total: leastTotal, down },
  between: [availabilityPercent(leastTotal, Math.min(down, leastTotal)), availabilityPercent(mostTotal, down)],
});

/** The same where a calendar is missing for the hours: in the fewest and in the most that they can be. */
function* betweenHours(
  ground: Measured,
  { counting = 'whole' }: { readonly counting?: MinuteCounting },
  running: ServiceTime,
  { fewest, rule, ...period }: Omit<CountedIn, 'hours'> & { readonly fewest: number; readonly rule: DownRule },
): Generator<void, Measured> {
  const { down, totalMinutes } = ground;
  const when = down.down ?? { all: [], counted: [] };
  const counted = yield* minutesBy({ ...period, hours: running.least }, when, counting, rule);
  const low = fewest > down.counted ? availabilityPercent(fewest, down.counted) : ratio(0n, 1n);
  return { ...ground, between: [low, availabilityPercent(totalMinutes, counted)] };
}

function measuredBy(fixed: number | undefined, running: ServiceTime | undefined): Measured['by'] {
  if (fixed !== undefined) return 'fixed';
  return running ? 'hours' : 'month';
}

/**
 * The same where the text does not say how part of a minute counts: between whole minutes alone and every minute that was touched.
 * Absent where it says so, a person chose, or both come to the same.
 */
function* measuredEitherWay(
  basis: TermBasis,
  { month, downtime }: { readonly month: Period; readonly downtime: Downtime },
  rule: DownRule,
  ground: Measured,
): Generator<void, Measured | undefined> {
  if (!('outages' in downtime) || downtime.counting !== undefined || rule.interval || ground.lacking) return undefined;
  const { totalMinutes, down, hours } = ground;
  if (!down.down) return undefined;
  const running = hours?.known === true ? hours.value.most : undefined;
  const { zone } = dayClock(basis);
  const most = yield* minutesBy({ month, total: totalMinutes, hours: running, zone }, down.down, 'started', rule);
  if (most === down.counted) return undefined;
  return {
    ...ground,
    down: { ...down, counted: most },
    lacking: unknown([MINUTES_OPEN], down.steps),
    least: { total: totalMinutes, down: down.counted },
    between: [availabilityPercent(totalMinutes, most), availabilityPercent(totalMinutes, down.counted)],
  };
}

/** Rows that say no zone are read by Beijing's clock, and move with whatever clock is the right one. Of rows in Beijing of which nobody noted whether they said so it cannot be told. */
const moves = (row: Outage): boolean => row.zoned === false || isUntold(row);
const isUntold = ({ from, zoned }: Outage): boolean => zoned === undefined && from.endsWith('+08:00');

/** What is told of a log whose rows are counted by a clock that nobody knows: of how many of them the zone is not known either. */
export function rowsWithoutZone({ missing }: DayClock, downtime: Downtime): readonly TermStep[] {
  if (!missing || !('outages' in downtime)) return [];
  const { outages } = downtime;
  const count = outages.filter(moves).length;
  if (count === 0) return [];
  return [{ text: sentence('term.billing-cycle.rows-without-zone', { count, others: outages.length - count }) }];
}

/** The rule by which most counts: every interval that any row touches, however short. */
const touched = ({ all: _all, atLeast: _atLeast, ...rule }: DownRule): DownRule => rule;

/** What holds on whatever day the months begin, or in whatever zone. */
function* onAnyDay(
  month: Period,
  downtime: Extract<Downtime, { readonly outages: unknown }>,
  { rule, zone, missing }: Pick<Unknown, 'missing'> & { readonly rule: DownRule; readonly zone: Zone },
  ground: Measured,
): Generator<void, Measured> {
  const rows = downtime.outages.filter(({ exclusion }) => exclusion === undefined);
  const open = openIn({ missing });
  function* ofRows(outages: readonly Outage[], spans: boolean, loose: boolean): Generator<void, AnyCycle> {
    const { instances: _all, ...given } = downtime;
    const [log, by] = loose ? [{ ...given, outages }, touched(rule)] : [{ ...downtime, outages }, rule];
    const down = yield* downByLog(log, by);
    const minutes = loose ? 'started' : (downtime.counting ?? 'whole');
    const counting = { minutes, ...(by.interval ? { interval: by.interval.minutes } : {}) } as const;
    const found = yield* anyMonth(month, { down, counting }, { ...open, zone: spans }, zone);
    return open.zone && !spans ? overClockChanges(found) : found;
  }
  const whole = yield* ofRows(rows, open.zone, false);
  const here = rows.filter(moves);
  const elsewhere = rows.filter((row) => !moves(row));
  const isMixed = open.zone && here.length > 0 && elsewhere.length > 0;
  function* part(of: readonly Outage[], spans: boolean): Generator<void, Pick<AnyCycle, 'leastDown' | 'mostDown'>> {
    const strict = yield* ofRows(of, spans, false);
    const loose = yield* ofRows(of, spans, true);
    return { leastDown: strict.leastDown, mostDown: loose.mostDown };
  }
  const isTold = open.zone && here.length > 0 && !here.some(isUntold);
  const parts = isMixed || isTold ? [yield* part(here, false), yield* part(elsewhere, true)] : [];
  const any = isTold ? knownRows(whole, parts) : isMixed ? mixedRows(whole, parts) : whole;
  const { mostTotal, mostDown, leastTotal, leastDown, between } = any;
  return {
    ...ground,
    totalMinutes: mostTotal,
    down: { ...ground.down, counted: mostDown, recorded: ground.down.recorded || mostDown > 0 },
    least: { total: leastTotal, down: leastDown },
    between,
  };
}

/** What is measured; between both ways of counting a minute where the text leaves that open and the promise or the tier rests on it; each is a slice. */
export function* measuringOf(
  basis: TermBasis,
  service: Parameters<typeof measured>[1],
  rule: DownRule,
  promised: Answer<number>,
): Generator<void, Measured> {
  const ground = yield* measured(basis, service, rule);
  yield;
  const either = yield* measuredEitherWay(basis, service, rule, ground);
  const results = either?.between?.map((available) =>
    [breachOf(promised, available), selectTier(basis, available)].map((each) => (each.known ? each.value : '?')),
  );
  return either && JSON.stringify(results?.[0]) !== JSON.stringify(results?.[1]) ? either : ground;
}
