import { sentence } from '../../agreement/sentence.ts';
import { Refusal } from '../../agreement/refusal.ts';
import {
  type Instant,
  type Month,
  addDays,
  firstDayOf,
  instantSeconds,
  lastDayOf,
  startOfDaySeconds,
} from '../calendar/civil-date.ts';

/** One row of the outage log. `to` is the first moment of service again. */
export interface Outage {
  readonly from: Instant;
  readonly to: Instant;
  readonly cause?: string;
  readonly instances?: readonly string[];
  /** Set when the row falls under an exclusion of the agreement: which one, and what shows it. Still shown, never dropped. */
  readonly exclusion?: { readonly item: string; readonly evidence?: string };
}

/** A stretch of time in seconds since 1970 UTC, end exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * How a minute counts. `whole`: only a clock minute that was down from its first to its last second (an agreement that calls
 * a minute unavailable when every attempt in it failed). `started`: every clock minute touched.
 */
export type MinuteCounting = 'whole' | 'started';

/** The outage as a stretch; refuses one that ends before it begins (`outage-inverted`). */
export function stretchOf(outage: Outage): Stretch {
  const [from, to] = [instantSeconds(outage.from), instantSeconds(outage.to)];
  if (to >= from) return { from, to };
  throw new Refusal(
    'outage-inverted',
    sentence('term.outages.outage-inverted', { from: outage.from, to: outage.to }),
    sentence('term.outages.outage-inverted.next'),
  );
}

/** Overlapping and touching stretches as one each, in order of time. */
export function merge(stretches: readonly Stretch[]): readonly Stretch[] {
  const merged: Stretch[] = [];
  for (const next of [...stretches].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = merged.at(-1);
    if (last && next.from <= last.to) merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, next.to) };
    else merged.push(next);
  }
  return merged;
}

/** The part of the stretches that lies inside the month, Beijing time. */
export function within(month: Month, stretches: readonly Stretch[]): readonly Stretch[] {
  const begin = startOfDaySeconds(firstDayOf(month));
  const end = startOfDaySeconds(addDays(lastDayOf(month), 1));
  return stretches
    .map(({ from, to }) => ({ from: Math.max(from, begin), to: Math.min(to, end) }))
    .filter(({ from, to }) => to > from);
}

/** Minutes of merged stretches. A started minute that two stretches touch counts once. */
export function minutesOf(stretches: readonly Stretch[], counting: MinuteCounting): number {
  const minutes = merge(stretches).map(({ from, to }) =>
    counting === 'whole'
      ? { from: Math.ceil(from / 60), to: Math.max(Math.ceil(from / 60), Math.floor(to / 60)) }
      : { from: Math.floor(from / 60), to: Math.ceil(to / 60) },
  );
  return merge(minutes).reduce((sum, { from, to }) => sum + to - from, 0);
}

/** Minutes of a month's outages: all of them, those that count, and those that only an exclusion takes away. */
export interface MonthMinutes {
  readonly all: number;
  readonly counted: number;
  readonly excluded: number;
}

/**
 * Minutes of the month. A minute that a counted outage covers counts, even when an excluded one covers it too:
 * the exclusion explains only what nothing else explains.
 */
export function monthMinutes(month: Month, outages: readonly Outage[], counting: MinuteCounting): MonthMinutes {
  const rows = outages.map((outage) => ({ stretch: stretchOf(outage), excluded: outage.exclusion !== undefined }));
  const inside = (some: typeof rows): number =>
    minutesOf(
      within(
        month,
        some.map(({ stretch }) => stretch),
      ),
      counting,
    );
  const all = inside(rows);
  const counted = rows.some(({ excluded }) => excluded) ? inside(rows.filter(({ excluded }) => !excluded)) : all;
  return { all, counted, excluded: all - counted };
}

/** The longest unbroken stretch of counted outage, in seconds, across month ends; 0 for an empty log. */
export function longestOutageSeconds(outages: readonly Outage[]): number {
  const counted = merge(outages.filter((outage) => outage.exclusion === undefined).map(stretchOf));
  return Math.max(0, ...counted.map(({ from, to }) => to - from));
}
