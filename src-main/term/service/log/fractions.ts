import { instantSeconds } from '../../calendar/civil-date.ts';

/** Parts of a second, as monitors write them: moments keep their milliseconds, so that no outage is longer or shorter than it was. */

const OFFSET = /(?:Z|[+-]\d{2}:\d{2})$/u;
/** Behind the seconds of a time of day, or the milliseconds since 1970. */
const FRACTION = /[:：]\s*\d{1,2}(?:[.,](?<part>\d+))|^\s*[1-3]\d{9}(?<millis>\d{3})(?:\.\d+)?\s*$/u;

/** The part of a second in a cell that says a moment; from 0 to below 1. */
export function fractionOf(cell: string): number {
  const { part, millis } = FRACTION.exec(cell.normalize('NFKC'))?.groups ?? {};
  const digits = part ?? millis;
  return digits === undefined ? 0 : Number(`0.${digits}`);
}

/** A moment with the part of a second that it was cut off at, in milliseconds. */
export function withPart(at: string, fraction: number): string {
  const millis = Math.min(999, Math.round(fraction * 1000));
  return millis === 0 ? at : at.replace(OFFSET, (offset) => `.${String(millis).padStart(3, '0')}${offset}`);
}

/** Seconds since 1970 of a moment, with its milliseconds; most moments have none, and a log has many moments. */
export const exactSeconds = (at: string): number => instantSeconds(at) + (at.includes('.') ? fractionOf(at) : 0);

/** The moment so many seconds since 1970, to the millisecond: `2026-10-14T02:00:00Z`, `2026-10-14T02:00:00.900Z`. */
export const momentAt = (seconds: number): string =>
  new Date(Math.round(seconds * 1000)).toISOString().replace('.000', '');

/** A moment so many seconds later, on the same clock. */
export function later(from: string, seconds: number): string {
  const offset = OFFSET.exec(from)?.[0] ?? 'Z';
  const at = exactSeconds(from) + seconds;
  const [, sign = '+', hours = '0', minutes = '0'] = /^([+-])(\d{2}):(\d{2})$/u.exec(offset) ?? [];
  const ahead = (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
  return momentAt(at + ahead).replace('Z', offset);
}
