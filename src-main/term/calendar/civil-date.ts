import { typedDates, typedMonth } from '../../../assets/typed/typed-words.ts';
import { type Sentence, sentence } from '../../agreement/sentence.ts';
import { Refusal } from '../../agreement/refusal.ts';

export { dateWords, monthWords } from '../../agreement/date-words.ts';

/** A day of the calendar without a clock or a zone, as ISO `YYYY-MM-DD`; sorts as text. Years 1900–9999. */
export type CivilDate = string;

/** A calendar month as `YYYY-MM`; sorts as text. */
export type Month = string;

/** An instant as ISO 8601 with an explicit offset: `2026-03-01T09:30:00+08:00` or `…Z`. */
export type Instant = string;

/** China keeps UTC+8 all year round, in every province. */
export const BEIJING_OFFSET_MINUTES = 480;

const SECONDS_PER_DAY = 86_400;

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days of a month; `month` is 1–12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whether the text is a day that exists (`2026-02-29` is not). */
export function isCivilDate(text: string): boolean {
  const match = /^(19\d{2}|[2-9]\d{3})-(\d{2})-(\d{2})$/u.exec(text);
  if (!match) return false;
  const month = Number(match[2]);
  const day = Number(match[3]);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(Number(match[1]), month);
}

/**
 * The day that was typed, in any usual writing (`2026-9-1`, `2026/9/1`, `2026年9月1日`, full width). Refuses (`bad-date`) what is no
 * day, and what could be two (`3/4/2026`): both are named, none is picked.
 */
export function parseCivilDate(text: string): CivilDate {
  if (isCivilDate(text)) return text;
  const readings = typedDates(text).filter(isCivilDate);
  const [only] = readings;
  if (only !== undefined && readings.length === 1) return only;
  if (only !== undefined) {
    throw new Refusal(
      'bad-date',
      sentence('term.civil-date.two-readings', { text, readings }),
      sentence('term.civil-date.bad-date.next'),
    );
  }
  throw new Refusal('bad-date', noSuchDay(text), sentence('term.civil-date.bad-date.next'));
}

/** What about the writing of a day is impossible: its month, its day, or that it is none at all. */
function noSuchDay(text: string): Sentence {
  const [only, other] = typedDates(text);
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(only ?? '') ?? [];
  if (year === undefined || other !== undefined) return sentence('term.civil-date.bad-date', { text });
  const first = `${year}-${month}-01`;
  if (!isCivilDate(first)) return sentence('term.civil-date.no-such-month', { text, month: Number(month) });
  const days = daysInMonth(Number(year), Number(month));
  return Number(day) > days
    ? sentence('term.civil-date.no-such-day', { text, month: `${year}-${month}`, days })
    : sentence('term.civil-date.bad-date', { text });
}

/** The month, or a `Refusal` (`bad-month`). */
export function parseMonth(text: string): Month {
  const month = typedMonth(text);
  if (/^\d{4}-\d{2}$/u.test(month) && isCivilDate(`${month}-01`)) return month;
  throw new Refusal(
    'bad-month',
    sentence('term.civil-date.bad-month', { text }),
    sentence('term.civil-date.bad-month.next'),
  );
}

function partsOf(date: CivilDate): Parts {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

function compose(year: number, month: number, day: number): CivilDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Days since 1970-01-01, by the calendar alone (years counted from 1 March, so that the leap day comes last). */
export function dayNumber(date: CivilDate): number {
  const { year, month, day } = partsOf(date);
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The day with that number; the inverse of `dayNumber`. */
export function fromDayNumber(number: number): CivilDate {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch + (monthFromMarch < 10 ? 3 : -9);
  return compose(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** Days from the first to the second day; negative when the second is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** ISO weekday: 1 Monday … 7 Sunday. */
export function weekday(date: CivilDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

export function yearOf(date: CivilDate): number {
  return partsOf(date).year;
}

export function monthOf(date: CivilDate): Month {
  return date.slice(0, 7);
}

/** The month that lies so many months later (earlier, when negative). */
export function shiftMonth(month: Month, months: number): Month {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  return compose(Math.floor(count / 12), (count % 12) + 1, 1).slice(0, 7);
}

export function firstDayOf(month: Month): CivilDate {
  return `${month}-01`;
}

export function lastDayOf(month: Month): CivilDate {
  return dayOfMonth(month, 31);
}

/** That day of the month, or its last day when the month is shorter. */
export function dayOfMonth(month: Month, day: number): CivilDate {
  const { year, month: number } = partsOf(firstDayOf(month));
  return compose(year, number, Math.min(day, daysInMonth(year, number)));
}

/**
 * The corresponding day so many months later, or the last day of that month when it has none.
 * Source: Civil Code article 202 (31 January + 1 month is 28 February, 29 in a leap year).
 */
export function addMonths(date: CivilDate, months: number): CivilDate {
  return dayOfMonth(shiftMonth(monthOf(date), months), partsOf(date).day);
}

/** Whether the month so many months later has the same day: false for 31 January + 1 month. */
export function hasCorrespondingDay(date: CivilDate, months: number): boolean {
  return partsOf(addMonths(date, months)).day === partsOf(date).day;
}

const ZERO = 48;
/** Of `YYYY-MM-DDTHH:MM:SSZ`, what stands between the digits. */
const MARKS = [
  [4, '-'],
  [7, '-'],
  [10, 'T'],
  [13, ':'],
  [16, ':'],
] as const;

/**
 * Seconds of an instant as most are written: `2026-03-01T09:30:00Z` or with `+08:00`, on a day that every month has. Logs have a hundred
 * thousand of them. Anything else is read with care.
 */
function plainSeconds(text: string): number | undefined {
  const { length } = text;
  if ((length !== 20 || text[19] !== 'Z') && (length !== 25 || text[22] !== ':')) return undefined;
  for (const [at, mark] of MARKS) if (text[at] !== mark) return undefined;
  const two = (at: number): number => {
    const [tens, ones] = [text.charCodeAt(at) - ZERO, text.charCodeAt(at + 1) - ZERO];
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? NaN : tens * 10 + ones;
  };
  const [month, day, hour, minute, second] = [two(5), two(8), two(11), two(14), two(17)];
  const right = month >= 1 && month <= 12 && day >= 1 && day <= 28 && hour <= 23 && minute <= 59 && second <= 59;
  const year = two(0) * 100 + two(2);
  if (!right || !(year >= 1970)) return undefined;
  const sign = length === 20 ? 0 : text[19] === '+' ? 1 : text[19] === '-' ? -1 : NaN;
  const offset = length === 20 ? 0 : sign * (two(20) * 60 + two(23));
  if (!(Math.abs(offset) <= 18 * 60)) return undefined;
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - offset * 60;
}

/** Seconds since 1970-01-01T00:00Z of an instant with an explicit offset; a `Refusal` (`bad-instant`) for anything else. */
export function instantSeconds(text: Instant): number {
  const plain = plainSeconds(text);
  if (plain !== undefined) return plain;
  const match = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/u.exec(
    text.trim(),
  );
  if (match && isCivilDate(match[1] ?? '')) {
    const [hour, minute, second] = [Number(match[2]), Number(match[3]), Number(match[4] ?? '0')];
    const zone = match[5] ?? 'Z';
    const zoneMinutes = zone === 'Z' ? 0 : Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
    const offset = zone.startsWith('-') ? -zoneMinutes : zoneMinutes;
    const endOfDay = hour === 24 && minute === 0 && second === 0;
    if ((hour <= 23 || endOfDay) && minute <= 59 && second <= 59 && zoneMinutes <= 18 * 60) {
      return dayNumber(match[1] ?? '') * SECONDS_PER_DAY + hour * 3600 + minute * 60 + second - offset * 60;
    }
  }
  throw new Refusal(
    'bad-instant',
    sentence('term.civil-date.bad-instant', { text }),
    sentence('term.civil-date.bad-instant.next'),
  );
}

/** The day an instant falls on at the given offset; Beijing unless said otherwise. */
export function civilDateAt(instant: Instant, offsetMinutes: number = BEIJING_OFFSET_MINUTES): CivilDate {
  return fromDayNumber(Math.floor((instantSeconds(instant) + offsetMinutes * 60) / SECONDS_PER_DAY));
}

/** Seconds since 1970-01-01T00:00Z at which the day begins at the given offset; Beijing unless said otherwise. */
export function startOfDaySeconds(date: CivilDate, offsetMinutes: number = BEIJING_OFFSET_MINUTES): number {
  return dayNumber(date) * SECONDS_PER_DAY - offsetMinutes * 60;
}
