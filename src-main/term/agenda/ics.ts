import { say, type Sentence, sentence, type Language } from '../../agreement/sentence.ts';
import { type AgendaItem, standsOn } from './agenda.ts';
import type { Unknown } from '../answer.ts';
import {
  type CivilDate,
  type Instant,
  addDays,
  civilDateAt,
  dateWords,
  fromDayNumber,
  instantSeconds,
} from '../calendar/civil-date.ts';
import { BEIJING, startOfDayIn, zoneWords } from '../calendar/zone.ts';
import { ALARM_LEADS } from '../notice/reminders.ts';

/** What a calendar was told about an item last. */
export interface ExportedEvent {
  /** Counts what changed about it: the day, or that it was called off. */
  readonly sequence: number;
  readonly day: CivilDate;
  readonly title: string;
  /** It was called off: done, withdrawn, or no longer due. */
  readonly cancelled?: true;
}

/** By the item's id. */
export type Exported = Readonly<Record<string, ExportedEvent>>;

/** A calendar file and what could not be put into it: what has no day at all has no place in a calendar. */
export interface CalendarFile {
  /** RFC 5545 text, CRLF line ends, UTF-8. */
  readonly text: string;
  readonly leftOut: readonly AgendaItem[];
  /** What calendars know once the file is saved. */
  readonly exported: Exported;
}

export interface CalendarOptions {
  /** The time of writing, for DTSTAMP. */
  readonly now: Instant;
  readonly language: Language;
  /** What earlier files told. */
  readonly before?: Exported;
  /** Whether an item that an earlier file told is still to be done; without it only the items given are. */
  readonly stillOpen?: (id: string) => boolean;
  /** What the file and each event in it say of themselves first: that they are a demo's. */
  readonly mark?: Sentence | undefined;
}

const ALARM_HOUR = 9;
const MAX_OCTETS = 75;

/** Escapes a TEXT value. Source: RFC 5545, 3.3.11; control characters other than tab and line feed are not allowed at all. */
function escapeText(text: string): string {
  return (
    text
      .replace(/\r\n?/gu, '\n')
      // eslint-disable-next-line no-control-regex -- the format forbids exactly these
      .replace(/[\u0000-\u0008\u000B-\u001F\u007F]/gu, '')
      .replace(/[\\;,]/gu, (mark) => `\\${mark}`)
      .replace(/\n/gu, '\\n')
  );
}

function octets(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/** Folds a content line at 75 octets, never inside a character. Source: RFC 5545, 3.1. */
export function foldLine(line: string): string {
  // A UTF-16 unit is at most three octets, so a line this short needs no counting.
  if (line.length * 3 <= MAX_OCTETS) return line;
  let folded = '';
  let length = 0;
  for (const char of line) {
    const size = octets(char);
    if (length + size > MAX_OCTETS) {
      folded += '\r\n ';
      length = 1;
    }
    folded += char;
    length += size;
  }
  return folded;
}

function basicDate(date: CivilDate): string {
  return date.replaceAll('-', '');
}

function utcStamp(instant: Instant): string {
  const seconds = instantSeconds(instant);
  const day = Math.floor(seconds / 86_400);
  const rest = seconds - day * 86_400;
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${basicDate(fromDayNumber(day))}T${two(rest / 3600)}${two((rest % 3600) / 60)}${two(rest % 60)}Z`;
}

/** Days before the day at which an alarm still lies ahead by Beijing's clock; where none does, on the day itself if that does. */
function alarmsAhead(day: CivilDate, now: Instant): readonly number[] {
  const ahead = (lead: number): boolean =>
    startOfDayIn(addDays(day, -lead), BEIJING) + ALARM_HOUR * 3600 > instantSeconds(now);
  const leads = ALARM_LEADS.filter(ahead);
  return leads.length > 0 ? leads : [0].filter(ahead);
}

/** An all-day event begins at midnight where it is read; the alarm sounds at nine, so many days before. */
function trigger(days: number): string {
  const hours = days * 24 - ALARM_HOUR;
  return hours > 0 ? `-PT${hours}H` : `PT${-hours}H`;
}

function alarm(days: number, summary: string): readonly string[] {
  return ['BEGIN:VALARM', 'ACTION:DISPLAY', `TRIGGER:${trigger(days)}`, `DESCRIPTION:${summary}`, 'END:VALARM'];
}

/** UIDs are made of plain characters; anything else in an id is written as its code point, so that ids stay apart. */
function uid(id: string): string {
  return `${id.replace(/[^A-Za-z0-9._-]/gu, (char) => `=${(char.codePointAt(0) ?? 0).toString(16)}=`)}@assent`;
}

/** Beside why and what follows: how late one could argue, or that only a bound is known, and the hour at which the day ends. */
function description(item: AgendaItem): Sentence {
  const { why, ifMissed, latest, hour, date, zone = BEIJING } = item;
  const lines: Sentence[] = [
    ...(date.known ? [] : [withoutDay(date)]),
    ...(latest === undefined ? [] : [latestLine(latest)]),
    ...(hour === undefined ? [] : [sentence('term.calendar-file.hour', { hour, zone: zoneWords(zone) })]),
    ...(zone === BEIJING ? [] : [sentence('term.calendar-file.zone', { zone: zoneWords(zone) })]),
  ];
  return lines.reduce<Sentence>(
    (before, line) => sentence('term.calendar-file.lines', { before, line }),
    sentence('term.calendar-file.description', { why, ifMissed }),
  );
}

function withoutDay({ missing: lacking, notAfter }: Unknown): Sentence {
  const missing = lacking.map(({ text }) => text);
  return notAfter === undefined
    ? sentence('term.calendar-file.not-before', { missing })
    : sentence('term.calendar-file.between', { day: dateWords(notAfter), missing });
}

function latestLine(latest: NonNullable<AgendaItem['latest']>): Sentence {
  if (!latest.known) {
    const missing = latest.missing.map(({ text }) => text);
    return latest.notAfter === undefined
      ? sentence('term.calendar-file.latest-unknown', { missing })
      : sentence('term.calendar-file.latest-within', { day: dateWords(latest.notAfter), missing });
  }
  const day = dateWords(latest.day);
  const article = latest.why?.statute;
  return article
    ? sentence('term.calendar-file.latest', { day, article })
    : sentence('term.calendar-file.latest-day', { day });
}

interface Told extends ExportedEvent {
  readonly id: string;
}

function head({ id, sequence, day, title }: Told, stamp: string): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${uid(id)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${basicDate(day)}`,
    `DTEND;VALUE=DATE:${basicDate(addDays(day, 1))}`,
    `SUMMARY:${escapeText(title)}`,
    `SEQUENCE:${sequence}`,
  ];
}

/** What stands in an event under its title: the mark, and what there is to say. */
const words = (mark: Sentence | undefined, language: Language, text?: Sentence): readonly string[] =>
  mark || text
    ? [`DESCRIPTION:${escapeText([mark, text].flatMap((each) => (each ? [say(each, language)] : [])).join('\n'))}`]
    : [];

function event(item: AgendaItem, told: Told, { now, language, mark }: CalendarOptions): readonly string[] {
  return [
    ...head(told, utcStamp(now)),
    ...words(mark, language, description(item)),
    `CATEGORIES:${escapeText(item.kind)}`,
    'TRANSP:TRANSPARENT',
    ...alarmsAhead(told.day, now).flatMap((days) => alarm(days, escapeText(told.title))),
    'END:VEVENT',
  ];
}

const cancelled = (told: Told, { now, language, mark }: CalendarOptions): readonly string[] => [
  ...head(told, utcStamp(now)),
  ...words(mark, language),
  'STATUS:CANCELLED',
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
];

/** What a calendar is told now: the same event again, or, where its day changed or it was called off or is open again, its next state. */
function next(before: ExportedEvent | undefined, now: Omit<ExportedEvent, 'sequence'>): ExportedEvent {
  const same = before !== undefined && before.day === now.day && before.cancelled === now.cancelled;
  const sequence = before === undefined ? 0 : same ? before.sequence : before.sequence + 1;
  return { sequence, ...now };
}

/** How long a calendar is told that something was called off, in days from its day. */
const KEPT_DAYS = 400;

/**
 * Agenda items as an iCalendar file of all-day events with alarms: no time zone can shift an all-day date. The UID of an item never
 * changes, so importing again updates instead of doubling; what an earlier file told and is no longer to be done is called off
 * (`STATUS:CANCELLED`), what never was told and is done is not written. Source: RFC 5545.
 */
export function calendarFile(items: readonly AgendaItem[], options: CalendarOptions): CalendarFile {
  const { now, language, before = {}, mark } = options;
  const open = items.filter((item) => item.done === undefined);
  const openIds = new Set(open.map(({ id }) => id));
  const isOpen = options.stillOpen ?? ((id: string): boolean => openIds.has(id));
  const today = civilDateAt(now);
  const events = open.flatMap((item) => {
    const day = standsOn(item);
    if (day === undefined) return [];
    const told = { id: item.id, ...next(before[item.id], { day, title: say(item.title, language) }) };
    return [{ told, lines: event(item, told, options) }];
  });
  const calledOff = Object.entries(before).flatMap(([id, { day, title, ...earlier }]) => {
    if (openIds.has(id) || isOpen(id) || addDays(day, KEPT_DAYS) < today) return [];
    const told = { id, ...next({ day, title, ...earlier }, { day, title, cancelled: true }) };
    return [{ told, lines: cancelled(told, options) }];
  });
  const all = [...events, ...calledOff];
  const kept = Object.entries(before).filter(([, { day }]) => addDays(day, KEPT_DAYS) >= today);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Assent//Assent//${language.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${say(sentence('term.calendar-file.name'), language)}`,
    ...(mark ? [`X-WR-CALDESC:${escapeText(say(mark, language))}`] : []),
    ...all.flatMap((each) => each.lines),
    'END:VCALENDAR',
  ];
  return {
    text: lines.map((line) => `${foldLine(line)}\r\n`).join(''),
    leftOut: open.filter((item) => standsOn(item) === undefined),
    exported: Object.fromEntries([...kept, ...all.map(({ told: { id, ...told } }) => [id, told] as const)]),
  };
}
