import { expect, test } from 'vitest';
import { decode } from '../../../../../src-main/import/text/encoding.ts';
import { readLog } from '../../../../../src-main/term/service/log/read-log.ts';
import { tableOfText } from '../../../../../src-main/term/service/log/table.ts';
import { monthMinutes } from '../../../../../src-main/term/service/outages.ts';
import { LOGS } from '../../../../fixtures/outage-logs.ts';

/** Minutes of October that a log comes to, those that are left out apart; every other log is of the one stretch of twenty-five. */
const OTHERS: Readonly<Record<string, readonly [counted: number, excluded: number]>> = {
  'exactly seventy-two hours': [4320, 0],
  'an excluded stretch in the middle': [4320, 120],
  'a second less': [4319, 0],
  // From ten in the morning of the 30th to the end of the 31st.
  'over the end of a month': [2280, 0],
  'one instance after the other': [4320, 0],
  // The first minute and the last were not down throughout.
  'alerts with fractions of seconds': [24, 0],
  'dates that could be read both ways': [0, 0],
  // The third of a month that is another one.
  'dates both ways, and the person says which': [0, 0],
  'dates whose order a later row shows': [50, 0],
  'one exclusion that overlaps': [30, 20],
  'samples of a probe': [2, 0],
  'samples with a hole': [4, 0],
  'an end before the beginning': [0, 0],
  'month first, and no day that shows it': [0, 0],
  // From ten in the morning of the 14th to the end of the month.
  'still down': [25_320, 0],
  'a zone of two meanings': [0, 0],
  'paired events, newest first, one still down, one up alone': [24_025, 0],
  'Chinese halves of the day': [50, 0],
  'a length without a unit': [0, 0],
  'alerts that are over': [50, 0],
  'lengths of rows that were all well': [0, 0],
  'whether it was planned': [25, 25],
  'whether it counts': [25, 25],
  'twelve of the morning': [0, 0],
  'twelve of the morning, said to be midnight': [60, 0],
  'twelve of the morning, said to be noon': [30, 0],
  'days and times in columns of their own': [45, 0],
};

test.each(Object.entries(LOGS))('the minutes of the month: %s', (name, { bytes, choices }) => {
  const { rows } = readLog(tableOfText(decode(bytes).text), choices);
  const outages = rows.map((row) => ({ ...row, to: row.to ?? '2026-10-31T16:00:00Z' }));
  const [counted, excluded] = OTHERS[name] ?? [25, 0];
  expect(monthMinutes('2026-10', outages, 'whole')).toMatchObject({ counted, excluded });
});

test('no figure is kept of a log that is not there', () => {
  expect(Object.keys(OTHERS).filter((name) => !(name in LOGS))).toEqual([]);
});
