import { asWritten, type Sentence, sentence } from '../../agreement/sentence.ts';
import type { Missing, TermStep } from '../answer.ts';
import { type CivilDate, addDays, dateWords, weekday, yearOf } from './civil-date.ts';

/** The official notice a table rests on. */
export interface HolidaySource {
  readonly issuer: string;
  readonly title: string;
  /** `国办发明电〔2025〕7号` */
  readonly number: string;
  readonly date: CivilDate;
  readonly url: string;
}

/** One year's arrangement of statutory holidays and make-up workdays, as published. Its first days may lie in the December before. */
export interface HolidayTable {
  readonly year: number;
  readonly source: HolidaySource;
  /** Later notices that changed the arrangement; the rows are as amended. */
  readonly amendments?: readonly HolidaySource[];
  readonly daysOff: readonly { readonly name: string; readonly from: CivilDate; readonly to: CivilDate }[];
  readonly makeUpWorkdays: readonly { readonly name: string; readonly date: CivilDate }[];
}

export type DayKind = 'workday' | 'make-up-workday' | 'weekend' | 'holiday';

/** What a day is, and the row that says so. */
export interface DayStatus {
  readonly kind: DayKind;
  /** 法定休假日 in the sense of Civil Code article 203: a statutory holiday or a weekend, unless worked as a make-up day. */
  readonly off: boolean;
  readonly name?: string;
  /** For the working: `2026-10-01 国庆节（国办发明电〔2025〕7号）`. */
  readonly row: Sentence;
}

/** Tables put together; immutable. */
export interface Calendar {
  readonly years: ReadonlySet<number>;
  readonly rows: ReadonlyMap<CivilDate, DayStatus>;
  readonly sources: ReadonlyMap<number, readonly string[]>;
}

const rowOf = (date: CivilDate, what: Sentence, source: readonly string[]): Sentence =>
  sentence('term.calendar.row', { date, what, source });

/** The holidays by the names that the notices write. */
const HOLIDAYS: Readonly<Record<string, Sentence>> = {
  元旦: sentence('term.holiday.new-year'),
  春节: sentence('term.holiday.spring-festival'),
  清明节: sentence('term.holiday.qingming'),
  劳动节: sentence('term.holiday.labour-day'),
  端午节: sentence('term.holiday.dragon-boat'),
  中秋节: sentence('term.holiday.mid-autumn'),
  国庆节: sentence('term.holiday.national-day'),
};

/** A holiday, or several that fall together, in words; a name that is not known as it was entered. */
function holidayName(name: string): Sentence {
  const names = name.split('、').map((each) => HOLIDAYS[each] ?? asWritten(each));
  const [only, ...more] = names;
  return only && more.length === 0 ? only : sentence('term.holiday.together', { names });
}

/** Rows as what a step rests on; nothing where there is none. */
export function restingOnRows(rows: readonly Sentence[]): Pick<TermStep, 'calendar'> {
  return rows.length === 0 ? {} : { calendar: sentence('term.calendar.rows', { rows }) };
}

/** Puts tables together. A year that no table covers stays unknown, even where a neighbour's table reaches into it. */
export function calendarOf(tables: readonly HolidayTable[]): Calendar {
  const rows = new Map<CivilDate, DayStatus>();
  const sources = new Map<number, readonly string[]>();
  for (const table of tables) {
    const source = [table.source, ...(table.amendments ?? [])].map((notice) => notice.number);
    sources.set(table.year, source);
    for (const { name, from, to } of table.daysOff) {
      for (let date = from; date <= to; date = addDays(date, 1)) {
        rows.set(date, { kind: 'holiday', off: true, name, row: rowOf(date, holidayName(name), source) });
      }
    }
    for (const { name, date } of table.makeUpWorkdays) {
      rows.set(date, {
        kind: 'make-up-workday',
        off: false,
        name,
        row: rowOf(date, sentence('term.calendar.made-up', { name: holidayName(name) }), source),
      });
    }
  }
  return { years: new Set(tables.map((table) => table.year)), rows, sources };
}

/** What the day is, or `undefined` when its year has no verified table: then nothing may be said about it. */
export function dayStatus(calendar: Calendar, date: CivilDate): DayStatus | undefined {
  if (!calendar.years.has(yearOf(date))) return undefined;
  const row = calendar.rows.get(date);
  if (row) return row;
  const source = calendar.sources.get(yearOf(date)) ?? [];
  return weekday(date) >= 6
    ? { kind: 'weekend', off: true, row: rowOf(date, sentence('term.calendar.weekend'), source) }
    : { kind: 'workday', off: false, row: rowOf(date, sentence('term.calendar.workday'), source) };
}

/** What to say when a year has no table. */
export function missingYear(year: number): Missing {
  return {
    what: 'calendar',
    name: String(year),
    text: sentence('term.calendar.missing-year', { year }),
  };
}

/** What to say when a year has no table and working days are counted by it: what is known of the day is a bound alone. */
export const missingCount = (year: number): Missing => ({ ...missingYear(year), counts: true });

/**
 * The last days of a year can still be rearranged by the next year's notice (New Year's Day 2023 began on 2022-12-31).
 * Said as a caution where that notice is not shipped; the answer rests on what is published.
 */
export function yearEndCaution(calendar: Calendar, date: CivilDate): readonly TermStep[] {
  const next = yearOf(date) + 1;
  if (date.slice(5) < '12-25' || calendar.years.has(next)) return [];
  const words = dateWords(date);
  return [
    {
      text: sentence('term.calendar.year-end-caution', { words, next }),
      ...restingOnRows((calendar.sources.get(yearOf(date)) ?? []).map(asWritten)),
    },
  ];
}
