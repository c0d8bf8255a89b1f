import { daysInMonth } from '../../calendar/civil-date.ts';
import { offsetsAt, zoneOf } from './zone.ts';

/** In which order a date with the year last is written. */
export type DateOrder = 'dmy' | 'mdy';

/** What 上午12:10 means: ten past midnight, as spreadsheets write it, or ten past noon. */
export type TwelveOfMorning = 'midnight' | 'noon';

/**
 * Why a cell is no moment. `order`: day and month could be either way round; `twelve`: midnight or noon; `twice`: the clocks were put
 * back over it and showed it twice.
 */
export type MomentFault =
  'unreadable' | 'no-such-day' | 'no-such-time' | 'no-time' | 'order' | 'twelve' | 'zone' | 'twice';

/** A moment as ISO with its offset, and whether the cell itself said the offset. */
export type Moment =
  { readonly instant: string; readonly zoned: boolean } | { readonly fault: MomentFault; readonly cell: string };

export interface MomentRules {
  /** For cells that say no zone of their own: an offset or a place. */
  readonly zone: string;
  readonly order?: DateOrder | undefined;
  readonly twelve?: TwelveOfMorning | undefined;
}

const HALF = '(?<half>[ap]\\.?m\\.?|凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|夜间)';
const TIME = `(?:${HALF}\\s*)?(?<hour>\\d{1,2})\\s*[:时點点]\\s*(?<minute>\\d{1,2})\\s*分?(?::?\\s*(?<second>\\d{1,2})(?:[.,]\\d+)?\\s*秒?)?`;
const TAIL = `(?:\\s*(?<late>[ap]\\.?m\\.?))?(?:\\s*\\(?(?<zone>[^()]*?)\\)?)?$`;
const BETWEEN = '(?:[T,]|\\s)*';
/** Weekdays stand in many exports and add nothing. */
const WEEKDAY =
  /(?:\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?|(?:星期|周)[一二三四五六日天])\s*/giu;

const YEAR_FIRST = new RegExp(
  `^(?<year>\\d{4})\\s*[-/.年]\\s*(?<month>\\d{1,2})\\s*[-/.月]\\s*(?<day>\\d{1,2})\\s*[日号]?${BETWEEN}${TIME}${TAIL}`,
  'iu',
);
const YEAR_LAST = new RegExp(
  `^(?<first>\\d{1,2})(?<mark>[-/.])(?<other>\\d{1,2})\\k<mark>(?<year>\\d{4})${BETWEEN}${TIME}${TAIL}`,
  'iu',
);
const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const DAY_NAME_YEAR = new RegExp(
  `^(?<day>\\d{1,2})(?:st|nd|rd|th)?[ -](?<name>${MONTHS})[a-z]*\\.?,?[ -](?<year>\\d{4})${BETWEEN}${TIME}${TAIL}`,
  'iu',
);
const NAME_DAY_YEAR = new RegExp(
  `^(?<name>${MONTHS})[a-z]*\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})${BETWEEN}${TIME}${TAIL}`,
  'iu',
);
const TOGETHER =
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})[T ]?(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})?\s*(?<zone>Z|[+-]\d{2}:?\d{2})?$/u;
const DAY_ONLY = /^(?:\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*[日号]?|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{8})$/u;
/** What nearly every export writes, without the costs of the others. */
const PLAIN = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?$/u;

/** Seconds or milliseconds since 1970, between 2001 and 2096. */
const EPOCH = /^(?<seconds>[1-3]\d{9})(?:\d{3})?(?:\.\d+)?$/u;
/** Days since 1899-12-30, as spreadsheets count when a cell lost its format. */
const SERIAL = /^(?<days>[3-6]\d{4})\.\d+$/u;
const SERIAL_EPOCH_DAYS = 25_569;

const two = (part: number): string => String(part).padStart(2, '0');

/** The hour of a half of the day; `undefined` for an hour that it cannot have. */
function hourOf(
  hour: number,
  half: string | undefined,
  twelve: TwelveOfMorning | undefined,
): number | 'twelve' | undefined {
  if (half === undefined) return hour;
  const said = half.toLowerCase().replaceAll('.', '');
  const after = said === 'pm' || /^(?:下午|傍晚|晚上|晚间|夜间)$/u.test(said);
  if (said === '中午') return hour >= 11 && hour <= 12 ? hour : hour >= 1 && hour <= 2 ? hour + 12 : undefined;
  // 下午14:00 is written too: the hour speaks for itself.
  if (hour > 12) return after && !/m$/u.test(said) ? hour : undefined;
  if (hour === 0) return after ? undefined : 0;
  if (after) return hour === 12 ? (/^(?:晚上|晚间|夜间)$/u.test(said) ? 24 : 12) : hour + 12;
  if (hour !== 12) return hour;
  if (said !== '上午') return 0;
  return twelve === undefined ? 'twelve' : twelve === 'noon' ? 12 : 0;
}

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

function composed(cell: string, parts: Parts, zone: string | undefined, rules: MomentRules): Moment {
  const { year, month, day, hour, minute, second } = parts;
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return { fault: 'no-such-day', cell };
  const midnight = hour === 24 && minute === 0 && second === 0;
  if ((hour > 23 && !midnight) || minute > 59 || second > 59) return { fault: 'no-such-time', cell };
  const written = zone?.trim() ?? '';
  const place = written === '' ? rules.zone : zoneOf(written);
  if (place === undefined) return { fault: 'zone', cell };
  const [offset, other] = offsetsAt(place, Date.UTC(year, month - 1, day, hour, minute, second) / 1000);
  if (offset === undefined) return { fault: 'no-such-time', cell };
  if (other !== undefined) return { fault: 'twice', cell };
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  return {
    instant: `${date}T${two(hour)}:${two(minute)}:${two(second)}${offset}`,
    zoned: written !== '',
  };
}

/** Which of the two is the month, where the writing or the person says it; `undefined` where it could be either. */
function monthAndDay(
  first: number,
  other: number,
  mark: string | undefined,
  order: DateOrder | undefined,
): readonly [number, number] | undefined {
  if (first > 12 || mark === '.') return [other, first];
  if (other > 12 || first === other) return [first, other];
  if (order === undefined) return undefined;
  return order === 'dmy' ? [other, first] : [first, other];
}

function ofEpoch(cell: string): Moment | undefined {
  const seconds = EPOCH.exec(cell)?.groups?.['seconds'];
  if (seconds !== undefined) {
    return { instant: `${new Date(Number(seconds) * 1000).toISOString().slice(0, 19)}Z`, zoned: true };
  }
  return undefined;
}

function ofSerial(cell: string, rules: MomentRules): Moment | undefined {
  if (!SERIAL.test(cell)) return undefined;
  const at = new Date(Math.round((Number(cell) - SERIAL_EPOCH_DAYS) * 86_400) * 1000);
  const parts = {
    ...{ year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() },
    ...{ hour: at.getUTCHours(), minute: at.getUTCMinutes(), second: at.getUTCSeconds() },
  };
  return composed(cell, parts, undefined, rules);
}

function ofWords(cell: string, text: string, rules: MomentRules): Moment {
  const said = text.replace(WEEKDAY, '').trim();
  const match =
    YEAR_FIRST.exec(said) ??
    YEAR_LAST.exec(said) ??
    DAY_NAME_YEAR.exec(said) ??
    NAME_DAY_YEAR.exec(said) ??
    TOGETHER.exec(said);
  const groups = match?.groups;
  if (!groups) return { fault: DAY_ONLY.test(said) ? 'no-time' : 'unreadable', cell };
  const number = (name: string): number => Number(groups[name] ?? '0');
  const { name, mark, half, late } = groups;
  const monthDay =
    groups['first'] === undefined
      ? ([
          name === undefined ? number('month') : MONTHS.split('|').indexOf(name.slice(0, 3).toLowerCase()) + 1,
          number('day'),
        ] as const)
      : monthAndDay(number('first'), number('other'), mark, rules.order);
  if (!monthDay) return { fault: 'order', cell };
  const hour = hourOf(number('hour'), half ?? late, rules.twelve);
  if (hour === undefined) return { fault: 'no-such-time', cell };
  if (hour === 'twelve') return { fault: 'twelve', cell };
  const [month, day] = monthDay;
  return composed(
    cell,
    { year: number('year'), month, day, hour, minute: number('minute'), second: number('second') },
    groups['zone'],
    rules,
  );
}

/** Reads a cell as a moment, in every writing of monitors and spreadsheets; fractions of a second are cut off, see `fractions.ts`. */
export function momentOf(cell: string, rules: MomentRules): Moment {
  const plain = PLAIN.exec(cell);
  if (plain) {
    const [year, month, day, hour, minute, second] = plain.slice(1, 7).map(Number) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    return composed(cell, { year, month, day, hour, minute, second }, plain[7], rules);
  }
  const text = cell.normalize('NFKC').trim();
  return ofEpoch(text) ?? ofSerial(text, rules) ?? ofWords(cell, text, rules);
}

const TIME_ONLY = new RegExp(`^${TIME}${TAIL}`, 'iu');
/** A day with nothing or midnight behind it, as spreadsheets show one. */
const MIDNIGHT = /[T\s]+0{1,2}:00(?::00(?:\.0+)?)?$/u;

/** A time of day without its day. */
export const isTimeOnly = (cell: string): boolean => TIME_ONLY.test(cell.normalize('NFKC').trim());

/** A day and a time that stand in two columns, as one cell. */
export const joined = (day: string, time: string): string => `${day.trim().replace(MIDNIGHT, '')} ${time}`;

const YEAR_LAST_DATE = /^\s*(\d{1,2})[-/](\d{1,2})[-/]\d{4}/u;

/** Whether a cell is a date whose first two numbers are day and month, in either order. */
export const isYearLast = (cell: string): boolean => YEAR_LAST_DATE.test(cell);

/** The orders that dates show by a day above twelve. */
export function shownOrders(cells: Iterable<string>): ReadonlySet<DateOrder> {
  const orders = new Set<DateOrder>();
  for (const cell of cells) {
    const match = YEAR_LAST_DATE.exec(cell);
    if (!match) continue;
    const [first, other] = [Number(match[1]), Number(match[2])];
    if (first > 12 && other <= 12) orders.add('dmy');
    if (other > 12 && first <= 12) orders.add('mdy');
  }
  return orders;
}
