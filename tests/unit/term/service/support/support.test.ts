import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Fact, Quantity } from '../../../../../src-main/agreement/fact.ts';
import { instantSeconds } from '../../../../../src-main/term/calendar/civil-date.ts';
import { dueOf } from '../../../../../src-main/term/service/support/due.ts';
import { supportHours } from '../../../../../src-main/term/service/support/promised.ts';
import { supportMonth, wordOf } from '../../../../../src-main/term/service/support/support-month.ts';
import { readTickets, wholeTickets } from '../../../../../src-main/term/service/support/ticket-log.ts';
import type { Ticket } from '../../../../../src-main/term/service/support/ticket.ts';
import { ticketTimes } from '../../../../../src-main/term/service/support/ticket-times.ts';
import { tableOfText } from '../../../../../src-main/term/service/log/table.ts';
import { periodFees } from '../../../../../src-main/term/service/service-level.ts';
import { missingOf, valueOf } from '../../basis-of.ts';
import { basis, stated } from '../../quantity/stated.ts';

const OFFICE = stated('support-hours', { days: 'working', spans: [{ from: '09:00', to: '18:00' }] }, { unit: 'hour' });
const time = (kind: 'response' | 'restore', value: number, unit: Fact['unit'], severity?: string): Fact =>
  stated(kind, value, { unit, ...(severity === undefined ? {} : { scope: { severity } }) });
const at = (text: string): string => `2026-${text}:00+08:00`;
const ticket = (opened: string, more: Partial<Ticket> = {}): Ticket => ({ opened: at(opened), ...more });

/** The one time of a ticket: kept, by how many seconds late, or what is missing. */
function told(facts: readonly Fact[], one: Ticket, kind: 'response' | 'restore' = 'response'): unknown {
  const answer = ticketTimes(basis(facts), one).times.find((each) => each.kind === kind)?.answer;
  if (!answer?.known) return answer?.missing.map(({ name }) => name);
  return answer.value.late ?? 'kept';
}

describe('a time on the clock', () => {
  const facts = [time('response', 15, 'minute')];
  test('is kept to its last second, and missed by what comes after it', () => {
    expect(told(facts, ticket('09-07T10:00', { responded: at('09-07T10:15') }))).toBe('kept');
    expect(told(facts, ticket('09-07T10:00', { responded: '2026-09-07T10:15:01+08:00' }))).toEqual({
      least: 1,
      most: 1,
    });
  });

  test('that was not logged is not known, and neither is one that was logged before its ticket', () => {
    expect(told(facts, ticket('09-07T10:00'))).toEqual(['responded']);
    expect(told(facts, ticket('09-07T10:00', { responded: at('09-07T09:00') }))).toEqual(['responded']);
  });

  test('where support has hours and nobody says whether they matter, is known only where both readings agree', () => {
    const both = [...facts, OFFICE];
    expect(told(both, ticket('09-07T10:00', { responded: at('09-07T10:16') }))).toEqual({ least: 60, most: 60 });
    // Saturday: late on the clock, in time by the hours.
    expect(told(both, ticket('09-12T10:00', { responded: at('09-12T11:00') }))).toEqual(['reading']);
    // Late by both: at least since Monday 9:15, at most since Saturday 10:15.
    expect(told(both, ticket('09-12T10:00', { responded: at('09-14T09:16') }))).toEqual({ least: 60, most: 169_260 });
    const always = stated('support-hours', { days: 'all', spans: [{ from: '00:00', to: '24:00' }] }, { unit: 'hour' });
    expect(told([...facts, always], ticket('09-12T10:00', { responded: at('09-12T11:00') }))).toEqual({
      least: 2700,
      most: 2700,
    });
  });
});

describe('a time in working hours', () => {
  const facts = [time('restore', 8, 'working-hour'), OFFICE];
  test('runs over nights, weekends and holidays, and on days that make up for them', () => {
    // Friday 17:00 and one hour; Monday to 16:00.
    expect(told(facts, ticket('09-11T17:00', { restored: at('09-14T16:00') }), 'restore')).toBe('kept');
    expect(told(facts, ticket('09-11T17:00', { restored: at('09-14T16:01') }), 'restore')).toEqual({
      least: 60,
      most: 60,
    });
    // Before National Day: one hour on 30 September, seven on 8 October.
    expect(told(facts, ticket('09-30T17:00', { restored: at('10-08T16:00') }), 'restore')).toBe('kept');
    // Sunday 20 September is worked.
    expect(told(facts, ticket('09-20T09:00', { restored: at('09-20T17:01') }), 'restore')).toEqual({
      least: 60,
      most: 60,
    });
  });

  test('of which no hours are stated is known only where no hours could make it late', () => {
    const [promise] = facts;
    expect(told([promise!], ticket('09-11T10:00', { restored: at('09-11T18:00') }), 'restore')).toBe('kept');
    expect(told([promise!], ticket('09-11T10:00', { restored: at('09-14T18:00') }), 'restore')).toEqual([
      'support-hours',
    ]);
  });

  test('in a year without a table is late only where it is so with every day worked and with none', () => {
    const far = (restored: string): Ticket => ({
      opened: '2031-03-03T09:00:00+08:00',
      restored: `2031-03-${restored}:00+08:00`,
    });
    expect(told(facts, far('03T17:00'), 'restore')).toBe('kept');
    expect(told(facts, far('04T17:00'), 'restore')).toEqual(['2031']);
  });

  test('under another law is not counted by the mainland’s holidays', () => {
    const law = stated('governing-law', '香港法律', { unit: 'text' });
    expect(told([...facts, law], ticket('09-11T10:00', { restored: at('09-14T18:00') }), 'restore')).toEqual([
      '香港法律',
    ]);
  });
});

describe('a time in days', () => {
  test('does not count the day itself, and ends when business ends on its last, or at midnight', () => {
    const facts = [time('restore', 1, 'working-day')];
    expect(told(facts, ticket('09-11T08:00', { restored: '2026-09-14T23:59:59+08:00' }), 'restore')).toBe('kept');
    expect(told([...facts, OFFICE], ticket('09-11T08:00', { restored: at('09-14T18:01') }), 'restore')).toEqual({
      least: 60,
      most: 60,
    });
    expect(
      told([time('restore', 2, 'day')], ticket('09-11T08:00', { restored: at('09-14T00:01') }), 'restore'),
    ).toEqual({
      least: 60,
      most: 60,
    });
  });

  test('or in months is no promise that can be counted', () => {
    expect(
      told([time('restore', 1, 'month')], ticket('09-11T08:00', { restored: at('09-12T08:00') }), 'restore'),
    ).toEqual(['restore']);
  });
});

describe('a severity', () => {
  const facts = [time('response', 15, 'minute', '一级故障'), time('response', 60, 'minute', '二级故障')];
  const after = (severity: string | undefined): unknown =>
    told(
      facts,
      ticket('09-07T10:00', { responded: at('09-07T10:30'), ...(severity === undefined ? {} : { severity }) }),
    );
  test('has its own time, however the log writes it; one that is not told has none, and none is asked for', () => {
    expect(after('P1')).toEqual({ least: 900, most: 900 });
    expect(after('Sev 2')).toBe('kept');
    expect(after('P3')).toEqual(['response']);
    expect(after(undefined)).toEqual(['severity']);
  });

  test('that is not logged does not matter where all have the same time', () => {
    const same = [time('response', 15, 'minute', 'P1'), time('response', 15, 'minute', 'P2')];
    expect(told(same, ticket('09-07T10:00', { responded: at('09-07T10:30') }))).toEqual({ least: 900, most: 900 });
  });
});

describe('what is given for missed times', () => {
  const share = (quote: string): Fact => ({
    ...stated('support-credit', { amount: 1, unit: 'percent', of: 'month-fee' }, { unit: 'percent' }),
    quote,
  });
  const promises = [time('response', 15, 'minute'), time('restore', 4, 'hour')];
  const late = ticket('09-07T10:00', { responded: at('09-07T10:30'), restored: at('09-07T15:00') });
  const credit = (quote: string, tickets: readonly Ticket[], fee: string | null = '1000') => {
    const given = basis([...promises, share(quote)]);
    const fees = periodFees(given, { month: '2026-09', ...(fee === null ? {} : { fee: { fee } }) });
    return supportMonth(given, '2026-09', tickets, fees).credit;
  };

  test('is counted by what it is given for', () => {
    expect(valueOf(credit('未按时响应的，每次赔偿', [late])!)).toBe('10.00');
    expect(valueOf(credit('未按时响应的，每次赔偿', [late, late])!)).toBe('20.00');
    // Both times of one ticket, and a text that leaves open whether that is once or twice.
    expect(credit('未按时响应或恢复的，每次赔偿', [late])).toMatchObject({
      known: false,
      atLeast: '10.00',
      atMost: '20.00',
    });
    // No “each time”: once, or as often as it happened.
    expect(credit('未按时响应的，赔偿', [late, late])).toMatchObject({
      known: false,
      atLeast: '10.00',
      atMost: '20.00',
    });
  });

  test('needs the fee, and is said to be nowhere where the text gives nothing', () => {
    expect(missingOf(credit('未按时响应的，每次赔偿', [late], null)!)).toEqual(['input fee']);
    const none = supportMonth(basis(promises), '2026-09', [late], periodFees(basis(promises), { month: '2026-09' }));
    expect(missingOf(none.credit!)).toEqual(['fact support-credit']);
    const kept = ticket('09-07T10:00', { responded: at('09-07T10:10'), restored: at('09-07T11:00') });
    expect(credit('未按时响应的，每次赔偿', [kept])).toBeUndefined();
  });

  test('counts the tickets of its month alone', () => {
    const told = supportMonth(basis(promises), '2026-10', [late], periodFees(basis(promises), { month: '2026-10' }));
    expect(told.tickets).toEqual([]);
  });
});

test('a later answer never makes a ticket less late, and one that is in time by every reading is kept', () => {
  const units = ['minute', 'hour', 'working-hour', 'day', 'working-day'] as const;
  const start = instantSeconds('2026-06-01T00:00:00Z');
  fc.assert(
    fc.property(
      fc.record({
        value: fc.integer({ min: 1, max: 40 }),
        unit: fc.constantFrom(...units),
        opened: fc.integer({ min: 0, max: 86_400 * 120 }),
        took: fc.integer({ min: 0, max: 86_400 * 20 }),
        more: fc.integer({ min: 1, max: 86_400 * 20 }),
        office: fc.boolean(),
      }),
      ({ value, unit, opened, took, more, office }) => {
        const facts = [time('response', value, unit), ...(office ? [OFFICE] : [])];
        const iso = (seconds: number): string => new Date((start + seconds) * 1000).toISOString();
        const answered = (seconds: number) =>
          ticketTimes(basis(facts), { opened: iso(opened), responded: iso(opened + seconds) }).times[0]!.answer;
        const [sooner, later] = [answered(took), answered(took + more)];
        if (sooner.known && !sooner.value.kept) expect(later.known && later.value.kept).toBe(false);
        if (sooner.known && later.known && sooner.value.late && later.value.late)
          expect(later.value.late.least).toBeGreaterThan(sooner.value.late.least);
        const promised: Quantity = { value, unit };
        const due = dueOf(basis(facts), { opened: iso(opened) }, promised, supportHours(basis(facts), undefined));
        expect(due.latest ?? Infinity).toBeGreaterThanOrEqual(due.earliest);
        if (start + opened + took <= due.earliest) expect(sooner.known && sooner.value.kept).toBe(true);
      },
    ),
    { numRuns: 200 },
  );
});

describe('a ticket log', () => {
  const read = (text: string, choices = {}) => readTickets(tableOfText(text), choices);
  test('is read by its headings, with its zones, and what is not there stays absent', () => {
    const reading = read(
      '工单号,优先级,创建时间（UTC）,首次响应时间（UTC）,解决时间（UTC）,关闭时间\nT-1,P1,2026-09-07 02:00,2026-09-07 02:10,-,2026-09-09 02:00\n',
    );
    expect(reading).toMatchObject({
      known: true,
      unused: ['关闭时间'],
      zones: { heading: 1 },
      rows: [
        { line: 2, number: 'T-1', severity: 'P1', opened: '2026-09-07T02:00:00Z', responded: '2026-09-07T02:10:00Z' },
      ],
    });
    expect(reading.rows[0]).not.toHaveProperty('restored');
  });

  test('has each row that was not read refused with its line, and is taken whole or not at all', () => {
    const reading = read('opened,resolved\n2026-09-31 10:00,2026-09-30 11:00\n2026-09-30 10:00,2026-09-30 11:00\n');
    expect(reading.refused).toMatchObject([{ line: 2 }]);
    expect(reading.rows).toHaveLength(1);
    expect(() => wholeTickets(reading)).toThrow();
    expect(() => wholeTickets(read('a,b\n1,2\n'))).toThrow();
    expect(read('a,b\n1,2\n').known).toBe(false);
  });

  test('is mapped, and its order of dates is asked for where it could be either', () => {
    const text = 'Raised;Answered\n03/09/2026 10:00;03/09/2026 10:10\n';
    expect(read(text).known).toBe(false);
    const map = { opened: 'Raised', responded: 'Answered' };
    expect(read(text, { map }).asksOrder).toBe(true);
    expect(read(text, { map, order: 'dmy', zone: 'Z' }).rows).toMatchObject([{ opened: '2026-09-03T10:00:00Z' }]);
  });
});

test('a ticket is kept only where all that is promised of it was', () => {
  const facts = [time('response', 15, 'minute')];
  const word = (one: Ticket): string => wordOf(ticketTimes(basis(facts), one));
  expect(word(ticket('09-07T10:00', { responded: at('09-07T10:10') }))).toBe('kept');
  expect(word(ticket('09-07T10:00', { responded: at('09-07T10:20') }))).toBe('missed');
  expect(word(ticket('09-07T10:00'))).toBe('open');
  expect(word({ ...ticket('09-07T10:00', { responded: at('09-07T10:10') }), restored: at('09-09T10:10') })).toBe(
    'kept',
  );
});
