import { BEIJING, offsetAt, type Zone } from '../calendar/zone.ts';

/** The wall clock of a zone to the minute, as a person reads it: `2026-10-03 09:00`. @param seconds since 1970 UTC */
export const wallClock = (seconds: number, zone: Zone = BEIJING): string =>
  new Date((seconds + offsetAt(zone, seconds) * 60) * 1000).toISOString().slice(0, 16).replace('T', ' ');
