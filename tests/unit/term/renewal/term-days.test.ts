import { expect, test } from 'vitest';
import { say, sentence } from '../../../../src-main/agreement/sentence.ts';
import { SHIPPED_CALENDAR } from '../../../../src-main/term/calendar/holiday-tables.ts';
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
