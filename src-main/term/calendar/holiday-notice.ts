import { type Sentence, sentence } from '../../agreement/sentence.ts';
import type { HolidayTable } from './calendar.ts';
import { type CivilDate, addDays, dateWords, daysBetween, isCivilDate, weekday, yearOf } from './civil-date.ts';

/** The days of a year’s arrangement as they were read, and everything that does not fit: with a problem it is not used. */
export interface ReadHolidays extends Pick<HolidayTable, 'daysOff' | 'makeUpWorkdays'> {
  readonly year: number;
  /** Number of the notice, where the text has it: `国办发明电〔2025〕7号`. */
  readonly number?: string;
  readonly problems: readonly Sentence[];
}

type Off = HolidayTable['daysOff'][number];
type Worked = HolidayTable['makeUpWorkdays'][number];

interface Found {
  readonly daysOff: readonly Off[];
  readonly makeUpWorkdays: readonly Worked[];
  readonly problems: readonly Sentence[];
}

const WEEKDAYS = '一二三四五六日';

/** A day as a notice writes it: its year and month only where they change. */
const DAY = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:（([^（）]*)）)?/u;
const DAYS = new RegExp(DAY, 'gu');
/** One holiday of the notice: `二、春节：…` up to the next one. */
const ITEM =
  /(?:^|\n)\s*[一二三四五六七八九十]+、\s*([^：:\n]{1,20})[：:]([\s\S]*?)(?=\n\s*[一二三四五六七八九十]+、|$)/gu;

const iso = (year: number, month: number, day: number): CivilDate =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** Days in the order they are written; a weekday in brackets has to be the day’s own. */
function daysIn(
  text: string,
  year: number,
  before: number | undefined,
): { dates: CivilDate[]; problems: Sentence[]; month: number | undefined } {
  const dates: CivilDate[] = [];
  const problems: Sentence[] = [];
  let month = before;
  for (const [, ownYear, ownMonth, day, aside = ''] of text.matchAll(DAYS)) {
    month = ownMonth === undefined ? month : Number(ownMonth);
    const date = iso(Number(ownYear ?? year), month ?? 0, Number(day));
    if (!isCivilDate(date)) {
      problems.push(sentence('term.holiday-notice.no-day', { text: date }));
      continue;
    }
    const said = /(?:周|星期)([一二三四五六日天])/u.exec(aside)?.[1]?.replace('天', '日');
    if (said !== undefined && WEEKDAYS[weekday(date) - 1] !== said) {
      problems.push(sentence('term.holiday-notice.weekday', { day: dateWords(date), said }));
    }
    dates.push(date);
  }
  return { dates, problems, month };
}

/** What one sentence of an item says: days off from one day to another, or days that are worked. */
function readItem(name: string, text: string, year: number): Found {
  const daysOff: Off[] = [];
  const makeUpWorkdays: Worked[] = [];
  const problems: Sentence[] = [];
  let month: number | undefined;
  for (const said of text.split(/[。；;\n]/u)) {
    const read = daysIn(said, year, month);
    month = read.month;
    problems.push(...read.problems);
    const [from, to = from] = read.dates;
    if (from === undefined || to === undefined) continue;
    if (/上班/u.test(said)) makeUpWorkdays.push(...read.dates.map((date) => ({ name, date })));
    else if (/放假|休息|公休/u.test(said)) {
      daysOff.push({ name, from, to });
      const stated = /共\s*(\d+)\s*天|放假\s*(\d+)\s*天/u.exec(said)?.slice(1).find(Boolean);
      const counted = daysBetween(from, to) + 1;
      if (stated !== undefined && Number(stated) !== counted)
        problems.push(sentence('term.holiday-notice.count', { name, stated: Number(stated), counted }));
    }
  }
  return { daysOff, makeUpWorkdays, problems };
}

const TABLE_DAY = /(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?/gu;
const WORKED = /班|work/iu;
const OFF = /休|假|节|元旦|off|holiday/iu;

/** Rows of a table: one day, or the first and the last, whether it is off or worked, and a name. */
function readTable(text: string): Found {
  const daysOff: Off[] = [];
  const makeUpWorkdays: Worked[] = [];
  const problems: Sentence[] = [];
  for (const row of text.split('\n')) {
    const dates = [...row.matchAll(TABLE_DAY)].map(([, year, month, day]) =>
      iso(Number(year), Number(month), Number(day)),
    );
    const [from, to = from] = dates;
    if (from === undefined || to === undefined) continue;
    const words = row.replace(TABLE_DAY, ' ');
    const name =
      words
        .split(/[,，;；\t|]/u)
        .map((cell) => cell.trim())
        .find((cell) => /[^\d\s休班假放调上工作日]/u.test(cell)) ?? '';
    const bad = dates.find((date) => !isCivilDate(date));
    if (bad !== undefined) problems.push(sentence('term.holiday-notice.no-day', { text: bad }));
    else if (WORKED.test(words)) makeUpWorkdays.push(...[...new Set([from, to])].map((date) => ({ name, date })));
    else if (OFF.test(words)) daysOff.push({ name, from, to });
    else problems.push(sentence('term.holiday-notice.row', { row: row.trim() }));
  }
  return { daysOff: runs(daysOff), makeUpWorkdays, problems };
}

/** Days that follow one another under one name are one run. */
function runs(days: readonly Off[]): readonly Off[] {
  return days
    .toSorted((a, b) => a.from.localeCompare(b.from))
    .reduce<readonly Off[]>((all, day) => {
      const last = all.at(-1);
      return last && last.name === day.name && addDays(last.to, 1) === day.from
        ? [...all.slice(0, -1), { ...last, to: day.to }]
        : [...all, day];
    }, []);
}

/** Days that are off in every year. Source: Regulation on Public Holidays for National Annual Festivals and Memorial Days, article 2. */
const ALWAYS_OFF = ['01-01', '05-01', '10-01'];

function faults(year: number, { daysOff, makeUpWorkdays }: Found): readonly Sentence[] {
  const off = new Set<CivilDate>();
  const problems: Sentence[] = [];
  for (const { name, from, to } of daysOff) {
    if (to < from || daysBetween(from, to) > 30) {
      problems.push(sentence('term.holiday-notice.run', { name, from: dateWords(from), to: dateWords(to) }));
      continue;
    }
    for (let date = from; date <= to; date = addDays(date, 1)) off.add(date);
  }
  for (const { date } of makeUpWorkdays) {
    if (off.has(date)) problems.push(sentence('term.holiday-notice.both', { day: dateWords(date) }));
    else if (weekday(date) < 6) problems.push(sentence('term.holiday-notice.no-weekend', { day: dateWords(date) }));
  }
  const earliest = `${year - 1}-12-01`;
  for (const date of [...off, ...makeUpWorkdays.map((worked) => worked.date)].sort()) {
    if (date < earliest || yearOf(date) > year)
      problems.push(sentence('term.holiday-notice.other-year', { day: dateWords(date), year }));
  }
  for (const day of ALWAYS_OFF) {
    if (!off.has(`${year}-${day}`))
      problems.push(sentence('term.holiday-notice.not-off', { day: dateWords(`${year}-${day}`) }));
  }
  return problems;
}

/**
 * Reads a year’s arrangement of holidays out of the State Council’s notice as pasted, or out of a table (one row a day or a run of
 * days). Nothing is guessed: what does not fit the calendar is a problem, and with one nothing is used.
 */
export function readHolidays(pasted: string): ReadHolidays {
  const text = pasted
    .normalize('NFKC')
    .replace(/\((.*?)\)/gu, '（$1）')
    .replace(/\r\n?/gu, '\n');
  const number = /\S{2,8}〔\d{4}〕\d+号/u.exec(text)?.[0];
  const titled = /(\d{4})年(?:部分)?节假日/u.exec(text)?.[1] ?? /关于(\d{4})年/u.exec(text)?.[1];
  const items = titled === undefined ? [] : [...text.matchAll(ITEM)];
  const found: Found =
    items.length === 0
      ? readTable(text)
      : items
          .map(([, name = '', body = '']) => readItem(name.trim(), body, Number(titled)))
          .reduce((all, one) => ({
            daysOff: [...all.daysOff, ...one.daysOff],
            makeUpWorkdays: [...all.makeUpWorkdays, ...one.makeUpWorkdays],
            problems: [...all.problems, ...one.problems],
          }));
  const year = titled === undefined ? commonYear(found) : Number(titled);
  const nothing = found.daysOff.length === 0 || year === 0;
  return {
    year,
    ...(number === undefined ? {} : { number }),
    daysOff: found.daysOff,
    makeUpWorkdays: found.makeUpWorkdays,
    problems: nothing ? [sentence('term.holiday-notice.nothing')] : [...found.problems, ...faults(year, found)],
  };
}

/** The year in which most days off end; 0 where there are none. */
function commonYear({ daysOff }: Found): number {
  const counts = new Map<number, number>();
  for (const { to } of daysOff) counts.set(yearOf(to), (counts.get(yearOf(to)) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}

/** Days on which two arrangements of one year differ, in order. */
export function holidayDifferences(
  a: Pick<HolidayTable, 'daysOff' | 'makeUpWorkdays'>,
  b: Pick<HolidayTable, 'daysOff' | 'makeUpWorkdays'>,
): readonly CivilDate[] {
  const [first, second] = [kinds(a), kinds(b)];
  return [...new Set([...first.keys(), ...second.keys()])].filter((day) => first.get(day) !== second.get(day)).sort();
}

function kinds({ daysOff, makeUpWorkdays }: Pick<HolidayTable, 'daysOff' | 'makeUpWorkdays'>): Map<CivilDate, string> {
  const days = new Map<CivilDate, string>();
  for (const { from, to } of daysOff) for (let day = from; day <= to; day = addDays(day, 1)) days.set(day, 'off');
  for (const { date } of makeUpWorkdays) days.set(date, 'worked');
  return days;
}
