import { BEIJING, type Zone } from '../../agreement/quantity/zones.ts';
import {
  BEIJING_OFFSET_MINUTES,
  type CivilDate,
  type Instant,
  civilDateAt,
  fromDayNumber,
  instantSeconds,
  startOfDaySeconds,
} from './civil-date.ts';

export { BEIJING, type Zone, zoneWords } from '../../agreement/quantity/zones.ts';

const formats = new Map<Zone, Intl.DateTimeFormat>();

function formatOf(zone: Zone): Intl.DateTimeFormat {
  const made =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  formats.set(zone, made);
  return made;
}

const DAY = 86_400;
/** UTC days whose distance is kept at hand, a zone. */
const DAYS_AT_HAND = 5000;
/** The distance on each UTC day on which it does not change; nothing of a day on which it does. */
const steady = new Map<Zone, Map<number, number | undefined>>();

/** How far the clock of a zone is ahead of UTC at an instant, in minutes; summer time counts. @param seconds since 1970, UTC */
export function offsetAt(zone: Zone, seconds: number): number {
  if (zone === BEIJING) return BEIJING_OFFSET_MINUTES;
  // Logs have a hundred thousand moments: the system's tables are asked once a day, not once a moment.
  const days = steady.get(zone) ?? new Map<number, number | undefined>();
  steady.set(zone, days);
  const day = Math.floor(seconds / DAY);
  if (!days.has(day)) {
    if (days.size >= DAYS_AT_HAND) days.clear();
    const first = askedOffset(zone, day * DAY);
    days.set(day, first === askedOffset(zone, (day + 1) * DAY) ? first : undefined);
  }
  return days.get(day) ?? askedOffset(zone, seconds);
}

function askedOffset(zone: Zone, seconds: number): number {
  const fixed = /^([+-])(\d{2}):(\d{2})$/u.exec(zone);
  if (fixed) return (fixed[1] === '-' ? -1 : 1) * (Number(fixed[2]) * 60 + Number(fixed[3]));
  const part = new Map(
    formatOf(zone)
      .formatToParts(seconds * 1000)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const at = (name: Intl.DateTimeFormatPartTypes): number => part.get(name) ?? 0;
  const there = Date.UTC(at('year'), at('month') - 1, at('day'), at('hour'), at('minute'), at('second')) / 1000;
  return Math.round((there - Math.floor(seconds)) / 60);
}

/** The day on the calendar of a zone at an instant. */
export const civilDateIn = (instant: Instant, zone: Zone): CivilDate =>
  civilDateAt(instant, offsetAt(zone, instantSeconds(instant)));

/** The days on the calendar of a zone in which moments lie (seconds since 1970, UTC): each once, in the order they came. */
export function civilDaysIn(moments: readonly number[], zone: Zone): readonly CivilDate[] {
  return [...new Set(moments.map((at) => dayNumberIn(at, zone)))].map(fromDayNumber);
}

/** The day on which a moment lies by the clock of a zone, as a number. */
export const dayNumberIn = (seconds: number, zone: Zone): number =>
  Math.floor((seconds + offsetAt(zone, seconds) * 60) / DAY);

/** Seconds since 1970, UTC, at which a day begins by the clock of a zone. */
export const startOfDayIn = (day: CivilDate, zone: Zone): number => momentIn(day, 0, zone);

/**
 * Seconds since 1970, UTC, at which the clock of a zone shows a time of a day.
 * @param clock that time, in seconds since the clock showed midnight
 */
export function momentIn(day: CivilDate, clock: number, zone: Zone): number {
  // The distance may change during the day: it is asked for once more, at the instant that the first answer gives.
  const there = startOfDaySeconds(day, 0) + clock;
  const near = there - offsetAt(zone, there) * 60;
  return there - offsetAt(zone, near) * 60;
}
