import { z } from 'zod';
import type { KeptFile } from '../../agreement/kept-file.ts';
import { sentence } from '../../agreement/sentence.ts';
import type { JsonObject } from '../../ledger/canonical-json.ts';
import type { Store } from '../../store/store.ts';
import { type Calendar, calendarOf, type HolidayTable } from '../../term/calendar/calendar.ts';
import { HOLIDAY_TABLES, SHIPPED_CALENDAR } from '../../term/calendar/holiday-tables.ts';
import { keptFile } from './members.ts';
import { type PaperKind, type Repository, repository } from './repository.ts';
import { shape } from './shape.ts';
import { PAPERS } from '../stored-names.ts';

/** A year's arrangement that a person gave, with the text or table it was read from; the subject of the paper is the year. */
export interface KeptHolidays extends Pick<HolidayTable, 'year' | 'daysOff' | 'makeUpWorkdays'> {
  readonly number?: string;
  readonly file: KeptFile;
}

export const HOLIDAYS: PaperKind<KeptHolidays, 'kept'> = {
  name: PAPERS.settings.holidays,
  noun: sentence('kernel.papers.holidays'),
  feature: 'settings',
  states: ['kept'],
  shape: shape(
    z.strictObject({
      year: z.int(),
      number: z.string().exactOptional(),
      daysOff: z.array(z.strictObject({ name: z.string(), from: z.string(), to: z.string() })),
      makeUpWorkdays: z.array(z.strictObject({ name: z.string(), date: z.string() })),
      file: keptFile,
    }),
  ),
  called: ({ body }) => String(body.year),
  removal: {
    what: 'holidays',
    entries: { removed: 'holidays-removed', restored: 'holidays-restored' },
    entry: ({ body }) => ({ subject: `setting:holidays-${body.year}`, payload: holidaysPayload(body) }),
    changed: ['settings', 'agenda', 'notices', 'rights', 'library'],
  },
};

/** What an entry about a table says: the year and the hash of what it was read from, and how many days it names. */
export const holidaysPayload = ({ year, number, file, daysOff, makeUpWorkdays }: KeptHolidays): JsonObject => ({
  year,
  ...(number === undefined ? {} : { number }),
  file: { ...file },
  daysOff: daysOff.map(({ from, to }) => `${from}/${to}`),
  makeUpWorkdays: makeUpWorkdays.map(({ date }) => date),
});

export const holidayPapers = (store: Store): Repository<KeptHolidays, 'kept'> => repository(store, HOLIDAYS);

/** The years whose table is shipped: a person's own table of such a year is not counted with. */
export const SHIPPED_YEARS: ReadonlySet<number> = new Set(HOLIDAY_TABLES.map(({ year }) => year));

/** The calendar that every day is counted by: the shipped tables, and the person's for years that none is shipped for. */
export function calendarFor(store: Store): Calendar {
  const own = holidayPapers(store)
    .list()
    .filter(({ body }) => !SHIPPED_YEARS.has(body.year));
  return own.length === 0 ? SHIPPED_CALENDAR : calendarOf([...HOLIDAY_TABLES, ...own.map(({ body }) => tableOf(body))]);
}

function tableOf({ year, number, file, daysOff, makeUpWorkdays }: KeptHolidays): HolidayTable {
  const source = { issuer: '', title: file.name, number: number ?? file.name, date: '', url: '' };
  return { year, source, daysOff, makeUpWorkdays };
}
