import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { say } from '../../../../src-main/agreement/sentence.ts';
import { generalZone, ZONES, zonesIn } from '../../../../src-main/agreement/quantity/zones.ts';
import { addDays, civilDateAt, startOfDaySeconds } from '../../../../src-main/term/calendar/civil-date.ts';
import { SHIPPED_CALENDAR } from '../../../../src-main/term/calendar/holiday-tables.ts';
import { BEIJING, civilDateIn, offsetAt, startOfDayIn } from '../../../../src-main/term/calendar/zone.ts';
import { countPeriod } from '../../../../src-main/term/count-period.ts';
import { serviceLevel } from '../../../../src-main/term/service/service-level.ts';
import { dayClock } from '../../../../src-main/term/day-clock.ts';
import { basis, stated, working } from '../quantity/stated.ts';

const at = (instant: string): number => Date.parse(instant) / 1000;

describe('the clock by which the days of an agreement are counted', () => {
  test('the same instant is another day in another zone, and summer time counts', () => {
    expect(civilDateIn('2026-12-22T06:00:00Z', BEIJING)).toBe('2026-12-22');
    expect(civilDateIn('2026-12-22T06:00:00Z', 'America/Los_Angeles')).toBe('2026-12-21');
    expect(offsetAt('America/Los_Angeles', at('2026-07-01T00:00:00Z'))).toBe(-420);
    expect(offsetAt('America/Los_Angeles', at('2026-12-01T00:00:00Z'))).toBe(-480);
    expect(offsetAt('+05:30', 0)).toBe(330);
    // The clocks go forward at two on 8 March 2026: the day begins by winter time, the next by summer time.
    expect(startOfDayIn('2026-03-08', 'America/Los_Angeles')).toBe(at('2026-03-08T08:00:00Z'));
    expect(startOfDayIn('2026-03-09', 'America/Los_Angeles')).toBe(at('2026-03-09T07:00:00Z'));
  });

  test.each(['圣地亚哥时间', '奥克兰时间', '华盛顿时间'])(
    '%s may be that of several places: it is none that is known',
    (place) => {
      const words = `本协议的期限均以${place}计算。`;
      expect(zonesIn(words)).toEqual([]);
      // It is said to be one, and nobody else’s.
      expect(generalZone(words)).toBe(place);
    },
  );

  test('every day begins where the day before it ends, in every zone', () => {
    const zone = fc.constantFrom(...ZONES.map((row) => row.zone), '+05:30', '-03:00');
    const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2020-01-01', days));
    fc.assert(
      fc.property(zone, day, (where, date) => {
        const [begins, next] = [startOfDayIn(date, where), startOfDayIn(addDays(date, 1), where)];
        const inside = (seconds: number): string => civilDateIn(new Date(seconds * 1000).toISOString(), where);
        expect(inside(begins)).toBe(date);
        expect(inside(next - 1)).toBe(date);
        expect(inside(next)).toBe(addDays(date, 1));
      }),
    );
  });

  test('Beijing’s is what it always was', () => {
    fc.assert(
      fc.property(fc.integer({ min: at('2000-01-01T00:00:00Z'), max: at('2090-01-01T00:00:00Z') }), (seconds) => {
        const instant = new Date(seconds * 1000).toISOString();
        expect(civilDateIn(instant, BEIJING)).toBe(civilDateAt(instant));
        expect(startOfDayIn(civilDateAt(instant), BEIJING)).toBe(startOfDaySeconds(civilDateAt(instant)));
      }),
    );
  });
});

describe('a zone that is not known here', () => {
  test.each([
    ['All times are Atlantis time.', 'Atlantis time'],
    ['All times refer to the time zone of the Customer.', 'the time zone of the Customer'],
    ['Dates and times are in local time of the data centre.', 'local time of the data centre'],
    ['时间以机房所在地的当地时间为准。', '机房所在地的当地时间'],
    ["All times mean the time at Vendor's headquarters.", "the time at Vendor's headquarters"],
    ['本协议的时间以供应商总部时间为准', '供应商总部时间'],
    // Of several zones: China’s or the central one of the United States; India’s, Ireland’s or Israel’s.
    ['All times are CST.', 'CST'],
    ['Dates and times are stated in IST.', 'IST'],
    ['所有时间均以CST为准', 'CST'],
    ['日期以北京时间或者太平洋时间为准', '日期以北京时间或者太平洋时间为准'],
  ])('%s: its words are kept, and nothing else is taken for them', (sentence, words) => {
    expect(generalZone(sentence)).toBe(words);
    expect(zonesIn(words)).not.toHaveLength(1);
    const clock = dayClock(basis([stated('time-zone', words, { unit: 'text', quote: sentence })]));
    expect(clock).toMatchObject({ by: 'nobody', missing: { what: 'fact', name: 'time-zone' } });
    expect(say(clock.missing!.text, 'zh')).toContain(sentence.replace(/[。.]$/u, ''));
  });

  test.each([
    '通知时间以系统时间为准。',
    'Dates and times are those of the Response Time stated in the table.',
    '日期以付款到账时间为准。',
  ])('%s names no zone', (sentence) => {
    expect(generalZone(sentence)).toBeUndefined();
  });

  test('leaves the figures of a month open, with what holds in every zone', () => {
    const promise = stated('availability', { promise: 99.9 }, { unit: 'percent' });
    const local = stated('time-zone', 'Atlantis time', { unit: 'text', quote: 'All times are Atlantis time.' });
    const of = (from: string, to: string) =>
      serviceLevel(basis([promise, local]), { month: '2026-03', downtime: { outages: [{ from, to }] } });
    // Five hours in the middle of the month are in it everywhere: the promise is broken whatever the zone.
    const middle = of('2026-03-15T10:00:00Z', '2026-03-15T15:00:00Z');
    expect(middle.availability).toMatchObject({ known: false, missing: [{ name: 'time-zone' }] });
    expect(middle.breach).toMatchObject({ known: true, value: true });
    // On the night of the first they are in March or in February.
    const edge = of('2026-02-28T20:00:00Z', '2026-03-01T01:00:00Z');
    expect(edge).toMatchObject({ minutesAtLeast: 0, unavailableMinutes: 360, totalAtLeast: 44_580 });
    // Five hours by a clock that is put forward meanwhile are four: what is said holds of them too.
    const night = of('2026-03-28T16:00:00Z', '2026-03-28T21:00:00Z');
    expect(night).toMatchObject({ minutesAtLeast: 240, unavailableMinutes: 360 });
    expect(Number((night.availability as { atMost?: string }).atMost)).toBeGreaterThan(99.4616);
    expect(edge.breach.known).toBe(false);
  });
});

describe('the zone that a text names', () => {
  test.each([
    ['本协议所称日期和时刻均以北京时间为准', '北京时间', BEIJING],
    ['本条款的期间按香港时间计算', '香港时间', 'Asia/Hong_Kong'],
    ['All dates and times in this Agreement are in Pacific Time.', 'Pacific Time', 'America/Los_Angeles'],
    ['All times are UTC.', 'UTC', 'UTC'],
    ['Deadlines are calculated in UTC+5:30.', 'UTC+5:30', '+05:30'],
    ['所有期限均以UTC+8为准', 'UTC+8', BEIJING],
    // Places and the names of the time zone database.
    ['All dates and times in these Terms are in Europe/Madrid.', 'Europe/Madrid', 'Europe/Madrid'],
    ['Times are stated in Zurich time.', 'Zurich time', 'Europe/Zurich'],
    ['All times are in Melbourne time (AEST/AEDT).', 'Melbourne time', 'Australia/Melbourne'],
    ['Dates and times are given in India Standard Time.', 'India Standard Time', 'Asia/Kolkata'],
    ['Measurements are made in Brasilia time.', 'Brasilia time', 'America/Sao_Paulo'],
    ['All times are US Central Time.', 'US Central Time', 'America/Chicago'],
    ['本协议的时间均以迪拜时间为准', '迪拜时间', 'Asia/Dubai'],
    ['All times are Berlin time (CET/CEST).', 'CET', 'Europe/Berlin'],
    // Abbreviations: one distance all year, or the clock of a place.
    ['All times are EST.', 'EST', '-05:00'],
    ['Times are given in EDT.', 'EDT', '-04:00'],
    ['All times are ET.', 'ET', 'America/New_York'],
    ['All times are EST/EDT.', 'EST/EDT', 'America/New_York'],
    ['All times are in PST.', 'PST', '-08:00'],
    ['All times are in PT.', 'PT', 'America/Los_Angeles'],
    ['All dates and times are BST.', 'BST', '+01:00'],
    ['All times are MSK.', 'MSK', 'Europe/Moscow'],
    ['All times are KST (UTC+9).', 'UTC+9', '+09:00'],
    ['Times are in KST.', 'KST', 'Asia/Seoul'],
    ['All times are Z (Zulu).', 'Zulu', 'UTC'],
    ['本协议的时间以EST时间为准', 'EST', '-05:00'],
    ['日期和时间均以世界协调时为准', '世界协调时', 'UTC'],
    ['时间按格林威治标准时间计算', '格林威治标准时', 'UTC'],
  ])('%s', (sentence, words, zone) => {
    expect(generalZone(sentence)).toBe(words);
    expect(zonesIn(words)).toEqual([zone]);
  });

  test.each([
    '例行维护时间为每日2:00至4:00（北京时间）',
    'Support is available at times stated in Pacific Time on our help desk page.',
    '本协议的期间为三十日',
  ])('not every time that is named is the clock of the duties: %s', (sentence) => {
    expect(generalZone(sentence)).toBeUndefined();
  });
});

describe('who says by whose clock', () => {
  const pacific = stated('time-zone', 'Pacific Time', { unit: 'text' });
  const hongKong = stated('time-zone', '香港时间', { unit: 'text' });

  test('a person before the text, the text before Beijing, and of two in one text none', () => {
    expect(dayClock(basis([]))).toMatchObject({ zone: BEIJING, by: 'nobody', steps: [] });
    expect(dayClock(basis([pacific]))).toMatchObject({ zone: 'America/Los_Angeles', by: 'text' });
    expect(dayClock(basis([pacific], { zone: 'UTC' }))).toMatchObject({ zone: 'UTC', by: 'person' });
    const two = dayClock(basis([pacific, hongKong]));
    expect(two).toMatchObject({ zone: BEIJING, by: 'nobody' });
    expect(two.steps.map(({ text }) => say(text, 'zh')).join()).toContain('不同的时区');
  });

  test('a period says by whose clock its last day ends', () => {
    const end = countPeriod(basis([pacific]), '2026-03-02', { days: 10 });
    expect(end).toMatchObject({ known: true, value: { safe: '2026-03-12' } });
    expect(working(end)).toContain('美国太平洋时间');
    expect(working(end, 'en')).toContain('US Pacific time');
    const usual = countPeriod({ sources: [], calendar: SHIPPED_CALENDAR }, '2026-03-02', { days: 10 });
    expect(working(usual)).toContain('北京时间');
  });

  test('where nothing else is said, what must be done over a counter ends with its hours (203 II)', () => {
    expect(working(countPeriod(basis([]), '2026-03-02', { days: 10 }))).toContain('停止营业');
  });
});
