import { BEIJING, type Zone } from '../../agreement/quantity/zones.ts';
import {
  BEIJING_OFFSET_MINUTES,
  type CivilDate,
  type Instant,
  civilDateAt,
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

/** How far the clock of a zone is ahead of UTC at an instant, in minutes; summer time counts. @param seconds since 1970, UTC */
export function offsetAt(zone: Zone, seconds: number): number {
  if (zone === BEIJING) return BEIJING_OFFSET_MINUTES;
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

/** Seconds since 1970, UTC, at which a day begins by the clock of a zone. */
export function startOfDayIn(day: CivilDate, zone: Zone): number {
  // The distance may change during the day: it is asked for once more, at the instant that the first answer gives.
  const near = startOfDaySeconds(day, offsetAt(zone, startOfDaySeconds(day, 0)));
  return startOfDaySeconds(day, offsetAt(zone, near));
}
