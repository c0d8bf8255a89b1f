import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LogView } from '../../../../src-main/contract/rights/service.ts';
import type { MonthView, ObligationsView } from '../../../../src-main/contract/rights.ts';
import { obligationBases } from '../../../../src-main/features/rights/basis.ts';
import { ofPeriod } from '../../../../src-main/features/rights/period-level.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

let desk: AppUnderTest;
beforeEach(async () => {
  desk = await AppUnderTest.withSamples();
});
afterEach(() => desk.end());

const level = (): { readonly agreementId: string } => ({ agreementId: desk.agreement('服务等级协议').id });
const month = (name: string): MonthView => desk.handlers['rights.month']({ ...level(), month: name }) as MonthView;
const view = (): ObligationsView => desk.handlers['rights.open'](level()) as ObligationsView;
const paste = (text: string) => desk.handlers['rights.pasteOutages']({ ...level(), text });
const say = (kind: 'billing-cycle' | 'time-zone', value: string) =>
  desk.handlers['rights.correctFact']({ ...level(), kind, value, by: '李', reason: '账单' });

describe('months that a person says begin on a day of their own', () => {
  beforeEach(async () => {
    await say('billing-cycle', '16');
    await paste('start,end\n2026-09-20 09:00,2026-09-20 10:00\n2026-10-05 09:00,2026-10-05 09:30');
  });

  test('hold the outages of their days, and are asked for by the month in which they begin', () => {
    expect(view().months).toEqual(['2026-09']);
    expect(month('2026-09')).toMatchObject({
      first: '2026-09-16',
      last: '2026-10-15',
      rowCount: 2,
      level: { month: '2026-09', totalMinutes: 43_200, unavailableMinutes: 90 },
    });
    expect(month('2026-10')).toMatchObject({ first: '2026-10-16', rowCount: 0, level: { recorded: false } });
  });

  test('are drawn from their first day to their last', () => {
    const { line, days } = month('2026-09');
    expect([line[0]?.at, line.at(-1)?.at]).toEqual([0, 30]);
    expect(days.map(({ date, counted }) => [date, counted])).toEqual([
      ['2026-09-20', 60],
      ['2026-10-05', 30],
    ]);
  });

  test('are where an outage that is typed goes', async () => {
    const outage = { from: '2026-10-10T09:00', to: '2026-10-10T09:10', cause: '', instances: [] };
    expect(await desk.handlers['rights.saveOutage']({ ...level(), outage })).toEqual({ month: '2026-09' });
    expect(await paste('start,end\n2026-10-20 09:00,2026-10-20 10:00')).toMatchObject({ month: '2026-10' });
  });

  test('hold no outage that is typed to end before it begins, which is said at its end', async () => {
    const outage = { from: '2026-10-10T09:00', to: '2026-10-10T08:10', cause: '', instances: [] };
    await expect((async () => desk.handlers['rights.saveOutage']({ ...level(), outage }))()).rejects.toMatchObject({
      code: 'outage-inverted',
      field: 'outage.to',
    });
  });

  test('rest on the text that stood on their last day', () => {
    const { end } = ofPeriod(obligationBases(desk.store, level().agreementId), '2026-09');
    expect(end).toBe('2026-10-15T15:59:59.999Z');
  });
});

describe('months by the clock of another zone', () => {
  beforeEach(() => say('time-zone', 'Central European Time'));

  test('begin and end by it: rows, days, line and the text that stood then', async () => {
    // 31 March 2026, 23:30 in Berlin, is 1 April in Beijing.
    await paste('start,end\n2026-03-31T21:30:00Z,2026-03-31T22:30:00Z');
    expect(view().months).toEqual(['2026-04', '2026-03']);
    const march = month('2026-03');
    expect(march).toMatchObject({ zone: 'Europe/Berlin', rowCount: 1, level: { totalMinutes: 44_580 } });
    expect(march.rows[0]?.minutes).toBe(30);
    expect(march.days).toMatchObject([{ date: '2026-03-31', counted: 30 }]);
    // The hour that the clocks are put forward by is no part of it.
    expect(march.line.at(-1)?.at).toBeCloseTo(31 - 1 / 24, 9);
    expect(month('2026-04').rows[0]?.minutes).toBe(30);
    const { end } = ofPeriod(obligationBases(desk.store, level().agreementId), '2026-03');
    expect(end).toBe('2026-03-31T21:59:59.999Z');
  });

  test('the days of a long log end at midnight there, also after the clocks were changed', async () => {
    const rows = Array.from({ length: 300 }, (_, n) => {
      const at = new Date(Date.UTC(2026, 2, 1) + n * 8_000_000);
      return `${at.toISOString()},${new Date(at.getTime() + 120_000).toISOString()}`;
    });
    await paste(['start,end', ...rows].join('\n'));
    const ends = month('2026-03').line.map(({ at }) => at);
    expect(ends).toHaveLength(32);
    // 28 days of 24 hours, the 29th of 23.
    expect(ends[28]).toBeCloseTo(28, 9);
    expect(ends[29]).toBeCloseTo(29 - 1 / 24, 9);
  });

  test('a log that is read is shown by it', async () => {
    const read = (await desk.handlers['rights.readLog']({
      ...level(),
      text: 'start,end\n2026-03-20 09:00,2026-03-20 10:00',
    })) as LogView;
    expect(read).toMatchObject({ clock: 'Europe/Berlin', rows: [{ from: '2026-03-20T09:00:00+01:00' }] });
  });
});

test('a cap that the text states is told alike by the facts and by a month, before any fee is known', () => {
  expect(month('2026-10').level.cap.known).toBe(false);
  const stated = view().facts.find(({ fact }) => fact === 'credit-cap')?.values[0]?.words;
  expect(stated).toBeDefined();
  expect(month('2026-10').capSaid).toEqual(stated);
});
