import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { AgendaItem } from '../../../../src-main/term/agenda/agenda.ts';
import { known, unknown } from '../../../../src-main/term/answer.ts';
import { missingYear } from '../../../../src-main/term/calendar/calendar.ts';
import { calendarFile, foldLine } from '../../../../src-main/term/agenda/ics.ts';

interface Property {
  readonly name: string;
  readonly params: readonly string[];
  readonly value: string;
}
interface Component {
  readonly name: string;
  readonly properties: readonly Property[];
  readonly children: readonly Component[];
}

/** Physical lines: CRLF only, 75 octets at most, no character cut in two. */
function checkPhysical(text: string): void {
  if (!text.endsWith('\r\n') || /[^\r]\n|\r[^\n]|^\n/u.test(text)) throw new Error('line ends');
  for (const physical of text.slice(0, -2).split('\r\n')) {
    const bytes = new TextEncoder().encode(physical);
    if (bytes.length > 75) throw new Error(`${bytes.length} octets`);
    if (new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) !== physical)
      throw new Error('cut character');
  }
}

function readLine(line: string): Property {
  const match = /^([A-Z0-9-]+)((?:;[A-Z-]+=(?:"[^"]*"|[^;:",]+))*):(.*)$/su.exec(line);
  if (!match) throw new Error(`not a content line: ${line}`);
  const [, name = '', params = '', value = ''] = match;
  // eslint-disable-next-line no-control-regex -- what the format forbids
  if (/[\u0000-\u0008\u000A-\u001F\u007F]/u.test(value)) throw new Error('control character');
  return { name, params: params.split(';').slice(1), value };
}

/** A strict reader of RFC 5545: physical lines as above, content lines, balanced components, exactly one calendar. */
function readCalendar(text: string): Component {
  checkPhysical(text);
  const root = { name: 'ROOT', properties: [] as Property[], children: [] as Component[] };
  const stack = [root];
  for (const line of text.slice(0, -2).replaceAll('\r\n ', '').split('\r\n')) {
    const property = readLine(line);
    const top = stack.at(-1);
    if (!top) throw new Error('unbalanced');
    if (property.name === 'BEGIN') {
      const child = { name: property.value, properties: [], children: [] };
      top.children.push(child);
      stack.push(child);
    } else if (property.name === 'END') {
      if (top.name !== property.value) throw new Error(`END:${property.value} inside ${top.name}`);
      stack.pop();
    } else top.properties.push(property);
  }
  const calendar = root.children[0];
  if (stack.length !== 1 || !calendar || root.children.length !== 1) throw new Error('one calendar');
  return calendar;
}

function one(component: Component, name: string): string {
  const found = component.properties.filter((property) => property.name === name);
  if (found.length !== 1) throw new Error(`${found.length} × ${name}`);
  return found[0]?.value ?? '';
}

/** The inverse of TEXT escaping; refuses a bare separator or an unknown escape. */
function unescapeText(value: string): string {
  if (/(?<!\\)(?:\\\\)*[;,]/u.test(value.replace(/\\[\\;,nN]/gu, ''))) throw new Error('bare separator');
  return value.replace(/\\(.)/gu, (_, char: string) => {
    if (!'\\;,nN'.includes(char)) throw new Error(`escape \\${char}`);
    return char === 'n' || char === 'N' ? '\n' : char;
  });
}

function item(id: string, date: string, words = '事项'): AgendaItem {
  return {
    id,
    date: known(date, []),
    title: { zh: words, en: 'item' },
    why: { zh: words, en: 'why' },
    ifMissed: { zh: words, en: 'missed' },
    kind: 'renewal',
  };
}

const OPTIONS = { now: '2026-11-23T00:30:00+08:00', language: 'zh' } as const;

describe('a calendar file', () => {
  test('is one calendar with the properties the format requires, in both languages', () => {
    for (const language of ['zh', 'en'] as const) {
      const calendar = readCalendar(calendarFile([item('a', '2026-12-24')], { ...OPTIONS, language }).text);
      expect(calendar.name).toBe('VCALENDAR');
      expect(one(calendar, 'VERSION')).toBe('2.0');
      expect(one(calendar, 'PRODID')).not.toBe('');
      const [event] = calendar.children;
      if (!event) throw new Error('event');
      expect(one(event, 'UID')).toBe('a@assent');
      expect(one(event, 'DTSTAMP')).toBe('20261122T163000Z');
    }
  });

  test('writes whole days, which no time zone can shift, ending the day after', () => {
    const [event] = readCalendar(calendarFile([item('a', '2026-12-31')], OPTIONS).text).children;
    expect(event?.properties.filter(({ name }) => name.startsWith('DT'))).toEqual([
      { name: 'DTSTAMP', params: [], value: '20261122T163000Z' },
      { name: 'DTSTART', params: ['VALUE=DATE'], value: '20261231' },
      { name: 'DTEND', params: ['VALUE=DATE'], value: '20270101' },
    ]);
  });

  test('sounds alarms at nine in the morning, a few of the days of reminders, and only while they lie ahead', () => {
    const triggers = (day: string): readonly string[] => {
      const [event] = readCalendar(calendarFile([item('a', day)], OPTIONS).text).children;
      return (event?.children ?? []).map((alarm) => `${alarm.name} ${one(alarm, 'ACTION')} ${one(alarm, 'TRIGGER')}`);
    };
    const [month, week, day] = ['-PT711H', '-PT159H', '-PT15H'].map((at) => `VALARM DISPLAY ${at}`);
    expect(triggers('2026-12-31')).toEqual([month, week, day]);
    // It is the 23rd of November in Beijing, half an hour after midnight.
    expect(triggers('2026-12-23')).toEqual([month, week, day]);
    expect(triggers('2026-12-22')).toEqual([week, day]);
    expect(triggers('2026-11-24')).toEqual([day]);
    expect(triggers('2026-11-23')).toEqual(['VALARM DISPLAY PT9H']);
    expect(triggers('2026-11-22')).toEqual([]);
  });

  test('keeps the UID when the date or the words change, and keeps different ids apart', () => {
    const uidOf = (entry: AgendaItem): string => {
      const [event] = readCalendar(calendarFile([entry], OPTIONS).text).children;
      return event ? one(event, 'UID') : '';
    };
    expect(uidOf(item('通知/1', '2026-12-01'))).toBe(uidOf(item('通知/1', '2026-12-05', '改了')));
    expect(uidOf(item('通知/1', '2026-12-01'))).not.toBe(uidOf(item('通知-1', '2026-12-01')));
    expect(uidOf(item('a b', '2026-12-01'))).toMatch(/^[A-Za-z0-9._=@-]+$/u);
  });

  test('leaves out what is done, and names what has no date instead of inventing one', () => {
    const undated = { ...item('u', '2026-12-01'), date: unknown([missingYear(2027)], []) };
    const done = { ...item('d', '2026-12-01'), done: { on: '2026-11-01', evidence: 'e' } };
    const file = calendarFile([undated, done], OPTIONS);
    expect(readCalendar(file.text).children).toEqual([]);
    expect(file.leftOut).toEqual([undated]);
  });

  test('what has only a bound stands on it and says so; how late one could argue is told with its article', () => {
    const bound = { ...item('u', '2026-12-01'), date: unknown([missingYear(2027)], [], '2027-01-09') };
    const why = { text: { zh: '因', en: 'so' }, statute: { zh: '第二百零三条', en: 'article 203' } };
    const moved = {
      ...item('m', '2026-10-01'),
      latest: { known: true, day: '2026-10-08', why },
      hour: '18:00',
    } as const;
    const open = { ...item('o', '2027-01-09'), latest: { known: false, missing: [missingYear(2027)] } } as const;
    const file = calendarFile([bound, moved, open], OPTIONS);
    const told = readCalendar(file.text).children.map((event) => unescapeText(one(event, 'DESCRIPTION')));
    expect(file.leftOut).toEqual([]);
    expect(file.text).toContain('DTSTART;VALUE=DATE:20270109');
    expect(told[0]).toContain('不早于这一天：还没有核对过的2027年放假安排');
    expect(file.text).toContain('DTSTART;VALUE=DATE:20261001');
    expect(told[1]).toContain('最晚可主张 2026年10月8日（周四）（第二百零三条）');
    expect(told[1]).toContain('18:00（北京时间）前');
    expect(told[2]).toContain('最晚可主张到哪天还不能确定');
  });

  test('a later file calls off what is done or no longer there, once told, and counts what changed', () => {
    const events = (text: string) =>
      readCalendar(text).children.map((event) => [
        one(event, 'UID'),
        one(event, 'SEQUENCE'),
        event.properties.find(({ name }) => name === 'STATUS')?.value ?? 'on',
        event.children.length,
      ]);
    const first = calendarFile([item('a', '2026-12-01'), item('b', '2026-12-02'), item('c', '2026-12-03')], OPTIONS);
    expect(events(first.text)).toEqual([
      ['a@assent', '0', 'on', 2],
      ['b@assent', '0', 'on', 2],
      ['c@assent', '0', 'on', 2],
    ]);
    const done = { ...item('b', '2026-12-02'), done: { on: '2026-11-24', evidence: 'e' } };
    const second = calendarFile([item('a', '2026-12-05'), done], { ...OPTIONS, before: first.exported });
    expect(events(second.text)).toEqual([
      ['a@assent', '1', 'on', 2],
      ['b@assent', '1', 'CANCELLED', 0],
      ['c@assent', '1', 'CANCELLED', 0],
    ]);
    // Told again nothing changed; what is open again is on again; what was only not chosen is left as it is.
    const third = calendarFile([item('b', '2026-12-02')], {
      ...OPTIONS,
      before: second.exported,
      stillOpen: (id) => id !== 'c',
    });
    expect(events(third.text)).toEqual([
      ['b@assent', '2', 'on', 2],
      ['c@assent', '1', 'CANCELLED', 0],
    ]);
    expect(third.exported['a']).toEqual({ sequence: 1, day: '2026-12-05', title: '事项' });
  });

  test('what was called off long ago is told no more', () => {
    const before = { a: { sequence: 1, day: '2025-10-01', title: '旧', cancelled: true } } as const;
    const file = calendarFile([], { ...OPTIONS, before });
    expect([readCalendar(file.text).children, file.exported]).toEqual([[], {}]);
  });

  test('folds at 75 octets without cutting a character', () => {
    const line = `SUMMARY:${'签'.repeat(60)}𠮷`;
    const folded = foldLine(line);
    expect(folded.replaceAll('\r\n ', '')).toBe(line);
    expect(Math.max(...folded.split('\r\n').map((part) => Buffer.byteLength(part)))).toBeLessThanOrEqual(75);
    expect(foldLine('x'.repeat(75))).toBe('x'.repeat(75));
    expect(foldLine('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x`);
  });

  test('any words survive: separators, line ends, emoji, forbidden control characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (one1, two) => {
        const words = `${one1}${two},;\\\r\n结束`;
        const [event] = readCalendar(calendarFile([item('a', '2026-12-01', words)], OPTIONS).text).children;
        if (!event) throw new Error('event');
        const expected = words
          .replace(/\r\n?/gu, '\n')
          // eslint-disable-next-line no-control-regex -- what the format forbids
          .replace(/[\u0000-\u0008\u000B-\u001F\u007F]/gu, '');
        expect(unescapeText(one(event, 'SUMMARY'))).toBe(expected);
      }),
    );
  });
});
