import { instantSeconds } from '../../calendar/civil-date.ts';

/** Parts of a second, as monitors write them: outages are counted in whole seconds, and no cut may make one longer than it was. */

const OFFSET = /(?:Z|[+-]\d{2}:\d{2})$/u;
/** Behind the seconds of a time of day, or the milliseconds since 1970. */
const FRACTION = /[:：]\s*\d{1,2}(?:[.,](?<part>\d+))|^\s*[1-3]\d{9}(?<millis>\d{3})(?:\.\d+)?\s*$/u;

/** The part of a second in a cell that says a moment; from 0 to below 1. */
export function fractionOf(cell: string): number {
  const { part, millis } = FRACTION.exec(cell.normalize('NFKC'))?.groups ?? {};
  const digits = part ?? millis;
  return digits === undefined ? 0 : Number(`0.${digits}`);
}

/** A moment so many seconds later, on the same clock. */
export function later(from: string, seconds: number): string {
  const offset = OFFSET.exec(from)?.[0] ?? 'Z';
  const at = instantSeconds(from) + seconds;
  const [, sign = '+', hours = '0', minutes = '0'] = /^([+-])(\d{2}):(\d{2})$/u.exec(offset) ?? [];
  const ahead = (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
  return `${new Date((at + ahead) * 1000).toISOString().slice(0, 19)}${offset}`;
}

/**
 * The end of an outage, so that its whole seconds are those that really passed: from 10:00:00.9 to 10:01:00.1 it was down for 59 seconds,
 * not for a minute.
 * @param from part of a second at which it began
 * @param end its end, cut off at the second, with the part that was cut off
 */
export const endInWhole = (from: number, end: { readonly at: string; readonly fraction: number }): string =>
  end.fraction < from ? later(end.at, -1) : end.at;
