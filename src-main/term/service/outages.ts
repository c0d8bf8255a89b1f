import { atOnce, givenByEach } from '../../agreement/at-once.ts';
import { sentence } from '../../agreement/sentence.ts';
import { Refusal } from '../../agreement/refusal.ts';
import { type Instant, addDays } from '../calendar/civil-date.ts';
import { BEIJING, startOfDayIn, type Zone } from '../calendar/zone.ts';
import { type Period, periodDays } from './period.ts';
import { exactSeconds } from './log/fractions.ts';
import { commonOf, firstPlace, type Stretch } from './stretches.ts';

export type { Stretch } from './stretches.ts';

/** One row of the outage log. `to` is the first moment of service again. */
export interface Outage {
  readonly from: Instant;
  readonly to: Instant;
  /** `from` and `to` as seconds, where somebody read them already; absent: they are read here. */
  readonly at?: Stretch;
  /** It goes on: `to` is the moment up to which that is known. */
  readonly ongoing?: true;
  /** Whether its log or a person said in which zone its moments are; absent where nobody noted that. */
  readonly zoned?: boolean;
  readonly cause?: string;
  readonly instances?: readonly string[];
  /** Set when the row falls under an exclusion of the agreement: which one, and what shows it. Still shown, never dropped. */
  readonly exclusion?: { readonly item: string; readonly evidence?: string };
}

/** A row as it was recorded: without an end it goes on. */
export type RecordedOutage = Omit<Outage, 'to' | 'at' | 'ongoing'> & { readonly to?: Instant };

/** Outages as they are known at a moment: what goes on lasts until then. */
export function knownUntil(rows: readonly RecordedOutage[], now: Instant): readonly Outage[] {
  return rows.map((row) => {
    const { to } = row;
    if (to !== undefined) return { ...row, to };
    return { ...row, to: exactSeconds(row.from) > exactSeconds(now) ? row.from : now, ongoing: true };
  });
}

/**
 * How a minute counts. `whole`: only a clock minute that was down from its first to its last second (an agreement that calls
 * a minute unavailable when every attempt in it failed). `started`: every clock minute touched.
 */
export type MinuteCounting = 'whole' | 'started';

/** What counts as down, as the document defines it. */
export interface Counting {
  readonly minutes: MinuteCounting;
  /** Minutes of one interval that is down or not, 1 where it counts by minutes. */
  readonly interval?: number;
  /** Seconds that an outage must last to count at all. */
  readonly atLeast?: number;
  /** By whose clock the period begins and ends; Beijing's where it is absent. */
  readonly zone?: Zone;
  /** Only what lies in these hours counts, merged and in order; absent: all time does. */
  readonly hours?: readonly Stretch[];
  /** Only what all of these instances have in common is down; absent: what any of them has. */
  readonly allOf?: readonly string[];
}

/** The stretch a row covers. Refuses (`outage-inverted`) one that ends before it begins. */
export function stretchOf(outage: Pick<Outage, 'from' | 'to' | 'at'>): Stretch {
  if (outage.at) return outage.at;
  const from = exactSeconds(outage.from);
  const to = exactSeconds(outage.to);
  if (to >= from) return { from, to };
  throw new Refusal(
    'outage-inverted',
    sentence('term.outages.outage-inverted', { from: outage.from, to: outage.to }),
    sentence('term.outages.outage-inverted.next'),
  );
}

/** The same rows with the stretch of each, so that no one reads their moments again. Refuses as `stretchOf` does. */
export const withStretches = (outages: readonly Outage[]): readonly Outage[] =>
  outages.every(({ at }) => at !== undefined) ? outages : outages.map((row) => ({ ...row, at: stretchOf(row) }));

/** The same in slices: a log has as many moments to read as it has rows. */
export function* stretchesInSlices(outages: readonly Outage[]): Generator<void, readonly Outage[]> {
  if (outages.every(({ at }) => at !== undefined)) return outages;
  return yield* givenByEach(outages, (row): Outage => ({ ...row, at: stretchOf(row) }));
}

/** Overlapping and touching stretches as one each, in order of time. */
export const merge = (stretches: readonly Stretch[]): readonly Stretch[] =>
  joined(
    stretches.every(({ from }, index) => from >= (stretches[index - 1]?.from ?? -Infinity))
      ? stretches
      : [...stretches].sort((a, b) => a.from - b.from || a.to - b.to),
  );

/** The same of stretches that begin one after the other. */
function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const merged: Stretch[] = [];
  let last: Stretch | undefined;
  for (const next of stretches) {
    if (last && next.from <= last.to) {
      if (next.to <= last.to) continue;
      last = { from: last.from, to: next.to };
      merged[merged.length - 1] = last;
    } else {
      last = next;
      merged.push(next);
    }
  }
  return merged;
}

/** The stretch of a service month or of another period, by the clock of a zone. */
export function periodStretch(period: Period, zone: Zone = BEIJING): Stretch {
  const { first, last } = periodDays(period);
  return { from: startOfDayIn(first, zone), to: startOfDayIn(addDays(last, 1), zone) };
}

/** The minutes of a period by the clock of a zone: a month in which clocks are put forward has an hour less. */
export function periodMinutes(period: Period, zone?: Zone): number {
  const { from, to } = periodStretch(period, zone);
  return (to - from) / 60;
}

/** Whether anything of a stretch lies in a span. */
export const reachesInto =
  (span: Stretch) =>
  ({ from, to }: Stretch): boolean =>
    Math.min(to, span.to) > Math.max(from, span.from);

/** What of merged stretches lies in a span. */
function inside(span: Stretch, merged: readonly Stretch[]): readonly Stretch[] {
  const within: Stretch[] = [];
  for (let at = firstPlace(merged, ({ to }) => to > span.from); at < merged.length; at += 1) {
    const next = merged[at];
    if (!next || next.from >= span.to) break;
    const cut = next.from < span.from || next.to > span.to;
    const part = cut ? { from: Math.max(next.from, span.from), to: Math.min(next.to, span.to) } : next;
    if (part.to > part.from) within.push(part);
  }
  return within;
}

const inHours = (down: readonly Stretch[], { hours }: Counting): readonly Stretch[] =>
  hours === undefined ? down : commonOf(down, hours);

/** Whether a row is about the instance: it names it, or names none and is about all. */
export const isAbout = ({ instances = [] }: Pick<Outage, 'instances'>, name: string): boolean =>
  instances.length === 0 || instances.includes(name);

/** Whether a row is about one of the instances. */
export function isAboutAny(names: readonly string[]): (row: Pick<Outage, 'instances'>) => boolean {
  const wanted = new Set(names);
  return ({ instances = [] }) =>
    wanted.size > 0 && (instances.length === 0 || instances.some((name) => wanted.has(name)));
}

/** What the rows about each instance cover, by one look at the rows however many instances there are; in slices. */
export function* coveredByInstance(outages: readonly Outage[]): Generator<void, (name: string) => readonly Stretch[]> {
  const own = new Map<string, Stretch[]>();
  const unnamed: Stretch[] = [];
  yield* givenByEach(outages, (row) => {
    const stretch = stretchOf(row);
    if ((row.instances ?? []).length === 0) unnamed.push(stretch);
    for (const name of new Set(row.instances)) {
      const others = own.get(name);
      if (others) others.push(stretch);
      else own.set(name, [stretch]);
    }
  });
  const all = merge(unnamed);
  yield;
  return (name) => {
    const named = own.get(name);
    return named ? merge([...named, ...all]) : all;
  };
}

/** When the service was down: all that any row covers, or what the rows of all instances have in common. */
function* downTime(outages: readonly Outage[], { allOf, atLeast = 0 }: Counting): Generator<void, readonly Stretch[]> {
  const [first, ...others] = allOf ?? [];
  let down: readonly Stretch[];
  if (first === undefined) {
    const stretches = yield* givenByEach(outages, stretchOf);
    down = merge(stretches);
  } else {
    const of = yield* coveredByInstance(outages);
    down = of(first);
    for (const name of others) {
      if (down.length === 0) break;
      yield;
      down = commonOf(down, of(name));
    }
  }
  yield;
  return atLeast === 0 ? down : down.filter(({ from, to }) => to - from >= atLeast);
}

/** Merged stretches in whole intervals. A started interval that two stretches touch counts once. */
function inIntervals(merged: readonly Stretch[], { minutes, interval = 1 }: Counting): readonly Stretch[] {
  const step = interval * 60;
  const [begin, end] = minutes === 'whole' ? [Math.ceil, Math.floor] : [Math.floor, Math.ceil];
  const intervals: Stretch[] = [];
  for (const { from, to } of merged) {
    const part = { from: step * begin(from / step), to: step * end(to / step) };
    if (part.to > part.from) intervals.push(part);
  }
  return joined(intervals);
}

/** When the service was down in a period, in whole intervals: by all rows, and by those that count. */
export interface DownTime {
  readonly all: readonly Stretch[];
  readonly counted: readonly Stretch[];
}

/**
 * When the service was down by rows, whatever the period and however its minutes count, in slices. Rows that lie outside a period
 * cannot be down in it, but make an outage long enough to count.
 */
export function* downByRows(outages: readonly Outage[], counting: Counting): Generator<void, DownTime> {
  const all = yield* downTime(outages, counting);
  if (!outages.some(({ exclusion }) => exclusion !== undefined)) return { all, counted: all };
  const ours = outages.filter(({ exclusion }) => exclusion === undefined);
  yield;
  return { all, counted: yield* downTime(ours, counting) };
}

/** What of it lies in a period, in whole intervals; in slices. */
export function* cutToPeriod(
  period: Period,
  { all, counted }: DownTime,
  counting: Counting,
): Generator<void, DownTime> {
  const span = periodStretch(period, counting.zone);
  function* cut(down: readonly Stretch[]): Generator<void, readonly Stretch[]> {
    const within = inHours(inside(span, down), counting);
    yield;
    return inIntervals(within, counting);
  }
  const whole = yield* cut(all);
  return { all: whole, counted: counted === all ? whole : yield* cut(counted) };
}

/** What was down in a period by its rows, in slices. */
export function* downInSlices(
  period: Period,
  outages: readonly Outage[],
  counting: Counting,
): Generator<void, DownTime> {
  return yield* cutToPeriod(period, yield* downByRows(outages, counting), counting);
}

/**
 * What was down in the period. A minute that a counted outage covers counts, even when an excluded one covers it too: the exclusion
 * explains only what nothing else explains.
 */
export const downIn = (period: Period, outages: readonly Outage[], counting: Counting): DownTime =>
  atOnce(downInSlices(period, outages, counting));

/** Minutes of a period's outages: all of them, those that count, and those that only an exclusion takes away. */
export interface MonthMinutes {
  readonly all: number;
  readonly counted: number;
  readonly excluded: number;
}

const minutesOf = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, { from, to }) => sum + (to - from) / 60, 0);

export function downMinutes({ all, counted }: DownTime): MonthMinutes {
  const [both, ours] = [minutesOf(all), minutesOf(counted)];
  return { all: both, counted: ours, excluded: both - ours };
}

/** Minutes of the period by one look at its outages. */
export function monthMinutes(
  period: Period,
  outages: readonly Outage[],
  counting: MinuteCounting | Counting,
): MonthMinutes {
  return downMinutes(downIn(period, outages, typeof counting === 'string' ? { minutes: counting } : counting));
}

/** Minutes of merged stretches up to any moment (seconds since 1970), each answer found without walking through all. */
export function minutesUntil(stretches: readonly Stretch[]): (seconds: number) => number {
  const before: number[] = [];
  let sum = 0;
  for (const { from, to } of stretches) {
    before.push(sum);
    sum += (to - from) / 60;
  }
  return (seconds) => {
    const begun = firstPlace(stretches, ({ from }) => from >= seconds) - 1;
    const last = stretches[begun];
    return last ? (before[begun] ?? 0) + (Math.min(last.to, seconds) - last.from) / 60 : 0;
  };
}
