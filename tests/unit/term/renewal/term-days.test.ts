import { describe, expect, test } from 'vitest';
import { say, sentence } from '../../../../src-main/agreement/sentence.ts';
import { lastDayItem } from '../../../../src-main/term/agenda/agenda-items.ts';
import { calendarOf } from '../../../../src-main/term/calendar/calendar.ts';
import { addDays } from '../../../../src-main/term/calendar/civil-date.ts';
import { earliestWorkingDaysBefore } from '../../../../src-main/term/calendar/earliest.ts';
import { HOLIDAY_TABLES, SHIPPED_CALENDAR } from '../../../../src-main/term/calendar/holiday-tables.ts';
import { workingDaysBefore } from '../../../../src-main/term/calendar/period.ts';
import { dayBefore } from '../../../../src-main/term/renewal/term-days.ts';

const basis = { calendar: SHIPPED_CALENDAR };
const five = { value: 5, unit: 'working-day' } as const;

test('days off that were counted over bring the bound of a day before an end nearer', () => {
  // Back from Monday 6 January 2020: a weekend, two working days, New Year's Day; three are left of a year without a table.
  const end = { safe: '2020-01-06', latest: '2020-01-06' };
  expect(dayBefore(basis, end, five)).toMatchObject({ known: false, notAfter: '2019-12-29' });
});

test('the bound is that of the later day of an end', () => {
  // From Tuesday the 7th one working day more is counted.
  const end = { safe: '2020-01-06', latest: '2020-01-07' };
  expect(dayBefore(basis, end, five)).toMatchObject({ known: false, notAfter: '2019-12-30' });
  // From Thursday the 9th all five are: the 2nd, the 3rd, and the 6th to the 8th.
  const later = { safe: '2020-01-06', latest: '2020-01-09' };
  expect(dayBefore(basis, later, five)).toMatchObject({ known: false, notAfter: '2020-01-02' });
});

test('one day late is one day', () => {
  const late = (days: number) =>
    say(sentence('term.fees.by-latest-day', { day: '5 May 2026', days, fee: '1.00' }), 'en');
  expect(late(1)).toContain('it is 1 day late');
  expect(late(2)).toContain('it is 2 days late');
});

describe('working days before an end in a year without a table', () => {
  const before = (day: string, value: number) =>
    dayBefore(basis, { safe: day, latest: day }, { value, unit: 'working-day' });

  test('are kept by whoever acts by the earliest day that it can be', () => {
    // Back from Wednesday 30 June 2027: five weekdays are 23 June, of which the Dragon Boat festival can take three more.
    expect(before('2027-06-30', 5)).toMatchObject({ known: false, notBefore: '2027-06-18', notAfter: '2027-06-25' });
    // Far from any holiday only the weekends are off.
    expect(before('2027-08-31', 5)).toMatchObject({ known: false, notBefore: '2027-08-24', notAfter: '2027-08-26' });
  });

  test('stand on the agenda on that day, with the last one that it can be beside it', () => {
    const subject = {
      id: 'a/term',
      agreement: 'a',
      name: sentence('term.fees.by-latest-day', { day: '', days: 1, fee: '' }),
    };
    expect(lastDayItem(subject, 'cancel-by', before('2027-06-30', 5))).toMatchObject({
      date: { known: true, value: '2027-06-18' },
      latest: { known: false, notAfter: '2027-06-25' },
    });
  });

  test('end no sooner than that in any year whose table is known', () => {
    const without = (year: number) => calendarOf(HOLIDAY_TABLES.filter((table) => table.year !== year));
    for (let year = 2021; year <= 2026; year += 1) {
      for (let at = 0; at < 365; at += 3) {
        const end = addDays(`${year}-01-02`, at);
        for (const n of [1, 5, 10, 30]) {
          const real = workingDaysBefore(end, n, SHIPPED_CALENDAR);
          const bound = earliestWorkingDaysBefore(end, n, without(year));
          expect(real.known && bound <= real.value, `${n} before ${end}`).toBe(real.known);
        }
      }
    }
  });
});
