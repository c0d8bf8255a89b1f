import { say, sentence, type Language } from '../../agreement/sentence.ts';
import type { AgendaItem } from './agenda.ts';
import { type CivilDate, type Instant, addDays, fromDayNumber, instantSeconds } from '../calendar/civil-date.ts';
import { REMINDER_LEADS } from '../notice/reminders.ts';

/** A calendar file and what could not be put into it: a date that is unknown has no place in a calendar. */
export interface CalendarFile {
  /** RFC 5545 text, CRLF line ends, UTF-8. */
  readonly text: string;
  readonly leftOut: readonly AgendaItem[];
}

export interface CalendarOptions {
  /** The time of writing, for DTSTAMP. */
  readonly now: Instant;
  readonly language: Language;
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

function event(item: AgendaItem, date: CivilDate, stamp: string, options: CalendarOptions): readonly string[] {
  const { language } = options;
  const summary = escapeText(say(item.title, language));
  const { why, ifMissed } = item;
  const description = sentence('term.calendar-file.description', { why, ifMissed });
  return [
    'BEGIN:VEVENT',
    `UID:${uid(item.id)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${basicDate(date)}`,
    `DTEND;VALUE=DATE:${basicDate(addDays(date, 1))}`,
    `SUMMARY:${summary}`,
    `DESCRIPTION:${escapeText(say(description, language))}`,
    `CATEGORIES:${escapeText(item.kind)}`,
    'TRANSP:TRANSPARENT',
    ...REMINDER_LEADS.flatMap((days) => alarm(days, summary)),
    'END:VEVENT',
  ];
}

/**
 * Agenda items as an iCalendar file of all-day events with alarms: no time zone can shift an all-day date. Done items are not
 * written; the UID of an item never changes, so importing again updates instead of doubling. Source: RFC 5545.
 */
export function calendarFile(items: readonly AgendaItem[], options: CalendarOptions): CalendarFile {
  const open = items.filter((item) => item.done === undefined);
  const stamp = utcStamp(options.now);
  const events = open.flatMap((item) => (item.date.known ? event(item, item.date.value, stamp, options) : []));
  const name = say(sentence('term.calendar-file.name'), options.language);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Assent//Assent//${options.language.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${name}`,
    ...events,
    'END:VCALENDAR',
  ];
  return {
    text: lines.map((line) => `${foldLine(line)}\r\n`).join(''),
    leftOut: open.filter((item) => !item.date.known),
  };
}
