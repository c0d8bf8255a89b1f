import { Refusal } from '../../agreement/refusal.ts';
import { sentence } from '../../agreement/sentence.ts';
import type { Handlers } from '../../contract/call.ts';
import type { HolidayPreview, HolidayYear, settingsCalls } from '../../contract/settings.ts';
import { decode } from '../../import/text/encoding.ts';
import { unknownThing } from '../../kernel/failure.ts';
import { named, toKeep } from '../../kernel/kept-files.ts';
import {
  holidayPapers,
  HOLIDAYS,
  holidaysPayload,
  type KeptHolidays,
  SHIPPED_YEARS,
} from '../../kernel/papers/holidays.ts';
import { removePaper } from '../../kernel/papers/removal.ts';
import type { Ports } from '../../kernel/ports.ts';
import { record } from '../../kernel/record.ts';
import { holidayDifferences, readHolidays } from '../../term/calendar/holiday-notice.ts';
import { HOLIDAY_TABLES } from '../../term/calendar/holiday-tables.ts';

type Calls = Pick<
  Handlers<typeof settingsCalls>,
  | 'settings.holidays'
  | 'settings.chooseHolidays'
  | 'settings.readHolidays'
  | 'settings.keepHolidays'
  | 'settings.removeHolidays'
>;

/** Holiday tables: the shipped ones, and those that a person gives for years that none is shipped for yet. */
export function holidayHandlers(ports: Ports): Calls {
  const { store } = ports;
  return {
    'settings.holidays': () => holidayYears(ports),

    'settings.chooseHolidays': async () => {
      const [file] = await ports.files.choose({
        title: sentence('settings.holidays.choose'),
        extensions: ['txt', 'csv', 'tsv', 'md'],
      });
      return file && { name: file.name, text: decode(file.bytes).text };
    },

    'settings.readHolidays': ({ text }) => preview(text),

    'settings.keepHolidays': ({ text, name }) => {
      const { problems, daysOff, makeUpWorkdays, year, number } = preview(text);
      const [problem] = problems;
      if (problem) throw unusable(problem);
      const file = toKeep({ name: name ?? `${year}.txt`, bytes: new TextEncoder().encode(text) });
      const body: KeptHolidays = {
        year,
        ...(number === undefined ? {} : { number }),
        daysOff,
        makeUpWorkdays,
        file: named(file),
      };
      const id = holidayPapers(store).about(String(year))?.id ?? ports.newId();
      record(ports, {
        entry: { kind: 'holidays-imported', subject: `setting:holidays-${year}`, payload: holidaysPayload(body) },
        files: [file],
        write: () => {
          holidayPapers(store).put({ id, subject: String(year), state: 'kept', body }, ports.now().toISOString());
        },
        changed: ['settings', 'agenda', 'notices', 'rights', 'library'],
      });
      return holidayYears(ports);
    },

    'settings.removeHolidays': ({ id }) => {
      const kept = holidayPapers(store).get(id);
      if (!kept) throw unknownThing(sentence('kernel.papers.holidays'));
      return removePaper(ports, HOLIDAYS, kept);
    },
  };
}

function preview(text: string): HolidayPreview {
  const read = readHolidays(text);
  if (!SHIPPED_YEARS.has(read.year)) return read;
  return { ...read, problems: [...read.problems, sentence('settings.holidays.shipped-already', { year: read.year })] };
}

/** All tables, newest year first; where one is shipped since the person gave theirs, the shipped one counts and the difference is told. */
function holidayYears({ store }: Pick<Ports, 'store'>): readonly HolidayYear[] {
  const own = holidayPapers(store).list();
  const shipped = HOLIDAY_TABLES.map(({ year, source, daysOff, makeUpWorkdays }): HolidayYear => ({
    year,
    from: 'shipped',
    used: true,
    number: source.number,
    daysOff,
    makeUpWorkdays,
    differs: [],
  }));
  const given = own.map(({ id, body: { year, number, file, daysOff, makeUpWorkdays } }): HolidayYear => {
    const table = HOLIDAY_TABLES.find((one) => one.year === year);
    return {
      id,
      year,
      from: 'person',
      used: table === undefined,
      ...(number === undefined ? {} : { number }),
      file: { ...file },
      daysOff,
      makeUpWorkdays,
      differs: table ? holidayDifferences({ daysOff, makeUpWorkdays }, table) : [],
    };
  });
  return [...given, ...shipped].toSorted((a, b) => b.year - a.year);
}

const unusable = (problem: Refusal['sentence']): Refusal =>
  new Refusal('holidays-unusable', problem, sentence('settings.holidays.unusable.next'), { field: 'text' });
