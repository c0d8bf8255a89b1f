import { asWritten, type Sentence, sentence } from './sentence.ts';

/** Beijing has stood eight hours east of UTC, without summer time, since 1991. */
const EAST_MS = 8 * 60 * 60_000;

/** The clock in Beijing at an instant: `2026-12-01 04:51:07`. */
export const beijingClock = (at: Date): string =>
  new Date(at.getTime() + EAST_MS).toISOString().slice(0, 19).replace('T', ' ');

/** The same with its offset, for a table that is read by itself: `2026-12-01 04:51:07+08:00`. */
export const beijingClockWithOffset = (at: Date): string => `${beijingClock(at)}+08:00`;

/**
 * An instant by the clock in Beijing, to the second, with its name: the time that a reader of these records lives by.
 * @param instant ISO 8601 with its offset; what is no instant stays as it is written
 */
export function beijingTime(instant: string): Sentence {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return asWritten(instant);
  const [day = '', time = ''] = beijingClock(at).split(' ');
  return sentence('names.beijingTime', { day, time });
}
