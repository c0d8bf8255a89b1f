import { asWritten, type Sentence, sentence } from './sentence.ts';

/** Beijing has stood eight hours east of UTC, without summer time, since 1991. */
const EAST_MS = 8 * 60 * 60_000;

/**
 * An instant by the clock in Beijing, to the second, with its name: the time that a reader of these records lives by.
 * @param instant ISO 8601 with its offset; what is no instant stays as it is written
 */
export function beijingTime(instant: string): Sentence {
  const at = Date.parse(instant);
  if (Number.isNaN(at)) return asWritten(instant);
  const shifted = new Date(at + EAST_MS).toISOString();
  return sentence('names.beijingTime', { day: shifted.slice(0, 10), time: shifted.slice(11, 19) });
}
