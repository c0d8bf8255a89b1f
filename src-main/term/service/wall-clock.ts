import { BEIJING_OFFSET_MINUTES } from '../calendar/civil-date.ts';

/** The wall clock in Beijing to the minute, as a person reads it: `2026-10-03 09:00`. @param seconds since 1970 UTC */
export const beijingClock = (seconds: number): string =>
  new Date((seconds + BEIJING_OFFSET_MINUTES * 60) * 1000).toISOString().slice(0, 16).replace('T', ' ');
