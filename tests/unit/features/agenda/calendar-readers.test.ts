import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AgendaView } from '../../../../src-main/contract/agenda.ts';
import type { NoticeView } from '../../../../src-main/contract/notices.ts';
import { AppUnderTest } from '../../kernel/ports.ts';
import { has } from '../../pdf/paper-tools.ts';

/**
 * The calendar file, as programs read it that know nothing of this code: Debian's python3-icalendar (RFC 5545) and khal. Debian's own
 * Python runs them, whatever other one stands first on the path.
 */
const READER = `
import sys, json, icalendar
calendar = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())
def event(each):
    return {
        'uid': str(each['UID']), 'day': each.decoded('DTSTART').isoformat(), 'end': each.decoded('DTEND').isoformat(),
        'whole': not hasattr(each.decoded('DTSTART'), 'hour'), 'sequence': int(each['SEQUENCE']),
        'status': str(each.get('STATUS', '')), 'title': str(each['SUMMARY']), 'text': str(each.get('DESCRIPTION', '')),
        'alarms': [int(alarm.decoded('TRIGGER').total_seconds() // 3600) for alarm in each.walk('VALARM')],
    }
print(json.dumps({'errors': [str(e) for c in calendar.walk() for e in c.errors], 'method': str(calendar['METHOD']),
    'events': [event(each) for each in calendar.walk('VEVENT')]}))
`;
interface ReadEvent {
  readonly uid: string;
  readonly day: string;
  readonly end: string;
  readonly whole: boolean;
  readonly sequence: number;
  readonly status: string;
  readonly title: string;
  readonly text: string;
  readonly alarms: readonly number[];
}
interface ReadFile {
  readonly errors: readonly string[];
  readonly method: string;
  readonly events: readonly ReadEvent[];
}

let desk: AppUnderTest;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'assent-calendar-'));
  desk = await AppUnderTest.withSamples();
});
afterEach(() => {
  desk.end();
  rmSync(folder, { recursive: true });
});

const items = (): AgendaView['lines'] => (desk.handlers['agenda.list']({}) as AgendaView).lines;

/** Saves the whole agenda as a calendar file; where it was saved. */
async function exported(name: string): Promise<string> {
  await desk.handlers['agenda.calendar']({ items: items().map(({ id }) => id), language: 'zh' });
  const path = join(folder, name);
  writeFileSync(path, desk.saved.at(-1)?.bytes ?? new Uint8Array());
  return path;
}
const readBy = (path: string): ReadFile =>
  JSON.parse(execFileSync('/usr/bin/python3', ['-c', READER, path], { encoding: 'utf8' })) as ReadFile;
const about = ({ events }: ReadFile, id: string): ReadEvent | undefined =>
  events.find(({ uid }) => uid.includes(`${id.replaceAll('notice:', '')}@`));

/** Two notices: of the one the last day is a holiday, the other is called off later. */
function registered(): readonly [string, string] {
  const { id, versions } = desk.agreement('跨域专线服务协议');
  desk.conclude(versions[0] ?? '');
  const notice = { agreementId: id, kind: 'change', channel: 'site', sent: '2026-11-10' } as const;
  const [one, other] = ['2026-12-27', '2026-12-20'].map((announcedEffective) => {
    const view = desk.handlers['notices.register']({ ...notice, announcedEffective }) as NoticeView;
    return view.id;
  });
  return [one ?? '', other ?? ''];
}

describe.skipIf(!has('khal'))('the calendar file in strangers’ hands', () => {
  test('every item is a whole day with all its alarms, and nothing in it is wrong (needs khal)', async () => {
    registered();
    const file = readBy(await exported('first.ics'));
    expect(file).toMatchObject({ errors: [], method: 'PUBLISH' });
    const dated = items().filter(({ date, notBefore }) => (date ?? notBefore) !== undefined);
    expect(file.events.length).toBe(dated.length);
    expect(file.events.length).toBeGreaterThan(3);
    expect(file.events.map(({ day }) => day).toSorted()).toEqual(
      dated.map(({ date, notBefore }) => date ?? notBefore).toSorted(),
    );
    for (const event of file.events) {
      expect(event.whole).toBe(true);
      expect(Date.parse(event.end) - Date.parse(event.day)).toBe(86_400_000);
      // Nine o'clock, 30, 7 and 1 days before, as far as that lies ahead; else on the day.
      expect([-711, -159, -15, 9]).toEqual(expect.arrayContaining([...event.alarms]));
      expect(event.alarms.length).toBeLessThanOrEqual(3);
      expect(event.status).toBe('');
    }
    expect(new Set(file.events.map(({ uid }) => uid)).size).toBe(file.events.length);
  });

  test('a second file has the same UIDs; what was sent, withdrawn or done is called off, with a higher number (needs khal)', async () => {
    const [objected, withdrawn] = registered();
    const first = readBy(await exported('first.ics'));
    const again = readBy(await exported('again.ics'));
    expect(again.events).toEqual(first.events);

    void desk.handlers['notices.move']({ noticeId: withdrawn, to: 'withdrawn', by: '陈远' });
    void desk.handlers['notices.move']({ noticeId: objected, to: 'under-review', by: '' });
    void desk.handlers['notices.move']({ noticeId: objected, to: 'objected', by: '陈远' });
    const drafted = readBy(await exported('drafted.ics'));
    // A decision is no sending: its day stays.
    expect(about(drafted, `${objected}=2f=notice-last-day`)).toMatchObject({ status: '', sequence: 0 });
    expect(about(drafted, `${withdrawn}=2f=notice-last-day`)).toMatchObject({ status: 'CANCELLED', sequence: 1 });
    expect(about(drafted, `${withdrawn}=2f=notice-effect`)?.status).toBe('CANCELLED');

    void desk.handlers['notices.tick']({
      noticeId: objected,
      item: 'confirm-in-writing',
      done: { on: '2026-11-23', evidence: 'EMS 1001' },
    });
    const sent = readBy(await exported('sent.ics'));
    expect(about(sent, `${objected}=2f=notice-last-day`)).toMatchObject({ status: 'CANCELLED', sequence: 1 });
    // That it arrives by the day stands in the calendar until it is noted.
    expect(about(sent, `${objected}=2f=notice-last-day=2f=arrival`)).toMatchObject({ status: '', sequence: 0 });
    const uids = new Set(first.events.map(({ uid }) => uid));
    expect(sent.events.filter(({ uid, status }) => status === 'CANCELLED' && !uids.has(uid))).toEqual([]);

    // The sending was taken back: the day is there again, above what was called off.
    void desk.handlers['notices.tick']({ noticeId: objected, item: 'confirm-in-writing' });
    const back = readBy(await exported('back.ics'));
    expect(about(back, `${objected}=2f=notice-last-day`)).toMatchObject({ status: '', sequence: 2 });
    expect(about(back, `${objected}=2f=notice-last-day=2f=arrival`)?.status).toBe('CANCELLED');
  });

  test('khal takes them in; a second file puts what was called off in its place, and doubles nothing (needs khal)', async () => {
    const [, withdrawn] = registered();
    const config = join(folder, 'khal.conf');
    const place = (name: string): string => join(folder, name);
    writeFileSync(
      config,
      `[calendars]\n[[own]]\npath = ${place('own')}\n[sqlite]\npath = ${place('khal.db')}\n` +
        '[locale]\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d\n' +
        'longdatetimeformat = %Y-%m-%d\ntimeformat = %H:%M\n',
    );
    mkdirSync(place('own'));
    const khal = (...args: readonly string[]): string =>
      execFileSync('khal', ['-c', config, ...args], {
        encoding: 'utf8',
        env: { ...process.env, HOME: folder, LC_ALL: 'C.UTF-8' },
      });
    const shown = (): readonly string[] =>
      khal('list', '--format', '{start-date} {title} {cancelled}', '--day-format', '', '2026-01-01', '800d')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
    const first = await exported('first.ics');
    khal('import', '--batch', '-a', 'own', first);
    const { events } = readBy(first);
    expect(shown().toSorted()).toEqual(events.map(({ day, title }) => `${day} ${title}`).toSorted());

    void desk.handlers['notices.move']({ noticeId: withdrawn, to: 'withdrawn', by: '陈远' });
    khal('import', '--batch', '-a', 'own', await exported('second.ics'));
    const after = shown();
    expect(after).toHaveLength(events.length);
    expect(after.filter((line) => line.endsWith('CANCELLED'))).toHaveLength(2);
  });
});
