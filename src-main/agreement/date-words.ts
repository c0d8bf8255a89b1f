import { asWritten, sentence, type Sentence } from './sentence.ts';

const WEEKDAYS = [
  sentence('format.weekday.sunday'),
  sentence('format.weekday.monday'),
  sentence('format.weekday.tuesday'),
  sentence('format.weekday.wednesday'),
  sentence('format.weekday.thursday'),
  sentence('format.weekday.friday'),
  sentence('format.weekday.saturday'),
] as const;
const MONTHS = [
  sentence('format.month.january'),
  sentence('format.month.february'),
  sentence('format.month.march'),
  sentence('format.month.april'),
  sentence('format.month.may'),
  sentence('format.month.june'),
  sentence('format.month.july'),
  sentence('format.month.august'),
  sentence('format.month.september'),
  sentence('format.month.october'),
  sentence('format.month.november'),
  sentence('format.month.december'),
] as const;

/** As a month is named by itself; beside a day it may be shorter. */
const WHOLE_MONTHS = [
  sentence('format.whole-month.january'),
  sentence('format.whole-month.february'),
  sentence('format.whole-month.march'),
  sentence('format.whole-month.april'),
  sentence('format.whole-month.may'),
  sentence('format.whole-month.june'),
  sentence('format.whole-month.july'),
  sentence('format.whole-month.august'),
  sentence('format.whole-month.september'),
  sentence('format.whole-month.october'),
  sentence('format.whole-month.november'),
  sentence('format.whole-month.december'),
] as const;

function partsOf(date: string) {
  const month = MONTHS[Number(date.slice(5, 7)) - 1];
  const day = Number(date.slice(8, 10));
  return month && { year: date.slice(0, 4), month, day };
}

/** The day in words with its weekday: `2026年3月31日（周二）`. `date` is an ISO day; what is none is said as it was written. */
export function dateWords(date: string): Sentence {
  const parts = partsOf(date);
  const weekday = WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()];
  return parts && weekday ? sentence('format.date', { ...parts, weekday }) : asWritten(date);
}

/** The day in words, as letters are dated: `2026年3月31日`. `date` is an ISO day; what is none is said as it was written. */
export function dayWords(date: string): Sentence {
  const parts = partsOf(date);
  return parts ? sentence('format.day', parts) : asWritten(date);
}

/** The month in words: `2026年3月`. `month` is `YYYY-MM`; what is none is said as it was written. */
export function monthWords(month: string): Sentence {
  const name = WHOLE_MONTHS[Number(month.slice(5, 7)) - 1];
  return name ? sentence('format.month', { year: month.slice(0, 4), month: name }) : asWritten(month);
}
