import { beside, t } from './preferences.svelte.ts';

/** The hour at which a last day ends where nothing closes it earlier. */
export const MIDNIGHT = '24:00';

const DAY_MS = 86_400_000;
/** Beijing is eight hours ahead of UTC all year round. */
const BEIJING_MS = 8 * 3_600_000;
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;

/** A civil date (or the day in Beijing of an instant) with its weekday: `2026年12月22日 周二`. */
export function longDate(text: string): string {
  const day = civilDay(text);
  return t('frame.dateLong', {
    year: day.getUTCFullYear(),
    month: t(`frame.shortMonths.${monthOf(day)}`),
    day: day.getUTCDate(),
    weekday: t(`frame.weekdays.${WEEKDAYS[day.getUTCDay()] ?? 'sun'}`),
  });
}

/** The same without its year, where the year goes without saying: `12月22日 周二`. */
export function dateOfYear(text: string): string {
  const day = civilDay(text);
  return t('frame.dayWithWeekday', {
    month: t(`frame.shortMonths.${monthOf(day)}`),
    day: day.getUTCDate(),
    weekday: t(`frame.weekdays.${WEEKDAYS[day.getUTCDay()] ?? 'sun'}`),
  });
}

/** A month, given as `2026-12` or by a day of it, in words: `2026年12月`. */
export function monthName(text: string): string {
  const day = civilDay(`${text.slice(0, 7)}-01`);
  return t('frame.monthOfYear', { year: day.getUTCFullYear(), month: t(`frame.months.${monthOf(day)}`) });
}

/** A month without its year, where there is little room: `12月`, `Dec`. */
export function shortMonth(text: string): string {
  const month = monthOf(civilDay(`${text.slice(0, 7)}-01`));
  return t(`frame.shortMonths.${month}`);
}

/** What a month, or the quarter or year that a text measures by, is called. */
export function periodName(text: string): string {
  const year = text.slice(0, 4);
  if (text.length === 4) return t('term.period-words.year', { year });
  return /Q/u.test(text) ? t('term.period-words.quarter', { year, n: Number(text.slice(-1)) }) : monthName(text);
}

/** The day in Beijing of an instant (or a civil date as it is): what stands begins and ends with days there. */
export function beijingDate(text: string): string {
  return text.length === 10 ? text : inBeijing(text).toISOString().slice(0, 10);
}

/** A civil date (or the day in Beijing of an instant) where there is little room: `2026-12-22`, `22 Dec 2026`. */
export function denseDate(text: string): string {
  const day = civilDay(text);
  return t('frame.dateDense', { year: day.getUTCFullYear(), ...monthAndDay(day) });
}

/** As `denseDate`, without the year where it is this year's: `12-22`, `22 Dec`. */
export function listDate(text: string): string {
  const day = civilDay(text);
  const thisYear = day.getUTCFullYear() === civilDay(today()).getUTCFullYear();
  return thisYear ? t('frame.dateOfYear', monthAndDay(day)) : denseDate(text);
}

const monthAndDay = (day: Date) => ({ month: t(`frame.denseMonths.${monthOf(day)}`), day: day.getUTCDate() });

/**
 * The clock on the wall in Beijing at an instant, like every day and duty: `2026-12-22 09:30`, `22 Dec 2026, 09:30`. On a
 * device whose own clock shows something else it is said whose time it is.
 */
export function dateTime(instant: string): string {
  const when = t('frame.dateTime', { date: denseDate(instant), time: timeOfDay(instant) });
  return isBeijingTime(instant) ? when : t('frame.beijingTime', { when });
}

/** The same with its day in words, where one reads sentences and not columns: `2026年12月22日 周二 09:30`. */
export function longTime(instant: string): string {
  const when = t('frame.dateTime', { date: longDate(instant), time: timeOfDay(instant) });
  return isBeijingTime(instant) ? when : t('frame.beijingTime', { when });
}

/**
 * The clock on the wall to the second, where there are seconds: `2026-03-01 09:30:05`, `1 Mar 2026, 09:30:05`.
 * @param zone whose clock, Beijing's where none is named
 */
export function exactTime(instant: string, zone?: string): string {
  const wall = wallIso(instant, zone);
  return t('frame.dateTime', { date: denseDate(wall.slice(0, 10)), time: wall.slice(11, 19).replace(/:00$/u, '') });
}

/** An instant as a zone's clock shows it, Beijing's where none is named: `2026-03-01T09:30:05`. */
export function wallIso(instant: string, zone?: string): string {
  if (zone === undefined) return inBeijing(instant).toISOString().slice(0, 19);
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(new Date(instant));
  return parts.replace(' ', 'T');
}

/** Hours and minutes of an instant in Beijing: `09:30`. */
export function timeOfDay(instant: string): string {
  return inBeijing(instant).toISOString().slice(11, 16);
}

/** Whether the device's clock shows Beijing's time at an instant. */
const isBeijingTime = (instant: string): boolean => new Date(instant).getTimezoneOffset() * 60_000 === -BEIJING_MS;

/** The device shows another time than Beijing’s, by which every day is counted: then that is said beside the days. */
export const elsewhere = (): boolean => !isBeijingTime(new Date().toISOString());

/**
 * How the end of a day of another clock is told: whose clock, and when that is on this device; only the clock where both end together.
 * @param ends when the day ends (UTC ISO)
 */
export function endsHere(zone: string, ends: string): string {
  const here = new Date(Date.parse(ends) - new Date(ends).getTimezoneOffset() * 60_000).toISOString();
  if (here.slice(11, 16) === '00:00') return zone;
  const when = t('frame.dateTime', { date: denseDate(here.slice(0, 10)), time: here.slice(11, 16) });
  return t('frame.endsHere', { zone, when });
}

/** A date whose UTC fields are those of the clock on the wall in Beijing. */
const inBeijing = (instant: string): Date => new Date(Date.parse(instant) + BEIJING_MS);

/**
 * Days from today to a civil date: negative in the past. Today is Beijing's day, by which the main side counts every duty:
 * by the device's own day the two would disagree for hours of each day.
 */
export function daysFromToday(text: string): number {
  return daysApart(today(), text);
}

/** Days from one civil date to another: negative when the other is earlier. */
export function daysApart(from: string, to: string): number {
  return Math.round((civilDay(to).getTime() - civilDay(from).getTime()) / DAY_MS);
}

/** The civil date a number of days after another. */
export function inDays(text: string, days: number): string {
  return new Date(civilDay(text).getTime() + days * DAY_MS).toISOString().slice(0, 10);
}

/** Today in Beijing, as a civil date: the day by which the main side counts every duty. */
export function today(): string {
  return beijingDate(new Date().toISOString());
}

/** `（30 天后）` as words without brackets. */
export function relativeDays(text: string): string {
  return daysAway(daysFromToday(text));
}

/** A distance in days as words: today, ahead, or ago where it is negative. */
export function daysAway(days: number): string {
  if (days === 0) return t('frame.today');
  return days > 0 ? t('frame.daysAhead', { days }) : t('frame.daysAgo', { days: -days });
}

/** A text that is a date or an instant and nothing else, as the person writes it; every other text as it is. */
export function asWritten(text: string): string {
  const [whole, day, time, zone] =
    /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/u.exec(text) ?? [];
  if (whole === undefined || day === undefined || Number.isNaN(Date.parse(day))) return text;
  if (time === undefined) return longDate(day);
  return zone === undefined ? beside(longDate(day), time) : beside(longDate(text), timeOfDay(text));
}

const monthOf = (day: Date): (typeof MONTHS)[number] => MONTHS[day.getUTCMonth()] ?? 'jan';

/** Midnight UTC of the civil day: of a date as written, of an instant in Beijing. */
const civilDay = (text: string): Date => new Date(`${beijingDate(text)}T00:00:00Z`);
