import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentence } from '../../../../src-main/agreement/sentence.ts';
import { lastDayItem, noticeItems, overdueItems, paymentItem } from '../../../../src-main/term/agenda/agenda-items.ts';
import type { AgendaItem } from '../../../../src-main/term/agenda/agenda.ts';
import { calendarFile } from '../../../../src-main/term/agenda/ics.ts';
import { addDays, dayNumber, fromDayNumber } from '../../../../src-main/term/calendar/civil-date.ts';
import { overdueTermination, paymentDue } from '../../../../src-main/term/fees/orders.ts';
import { noticeClock } from '../../../../src-main/term/notice/notice-clock.ts';
import { reminderSchedule } from '../../../../src-main/term/notice/reminders.ts';
import { agendaPaper } from '../../../../src-main/features/agenda/agenda-paper.ts';
import { basisOf, documentOf, fact } from '../../term/basis-of.ts';

const DAYS = { notice: 30, pay: 7, overdue: 15 };
const BASIS = basisOf(
  documentOf(
    fact('change-notice-days', DAYS.notice),
    fact('payment-due-days', DAYS.pay, '期满未付的订单失效'),
    fact('overdue-termination-days', DAYS.overdue),
  ),
);
const SUBJECT = { id: 'r', name: { zh: '线', en: 'line' } };

/** The items that begin on a day, each with the day that plain counting gives. */
function itemsOf(start: string): readonly (readonly [AgendaItem, string])[] {
  const [act, effect] = noticeItems(SUBJECT, noticeClock(BASIS, { kind: 'change', channel: 'site', sent: start }));
  const [overdue, end] = overdueItems(SUBJECT, overdueTermination(BASIS, start));
  if (!act || !effect || !overdue || !end) throw new Error('items');
  return [
    [act, addDays(start, DAYS.notice)],
    [effect, addDays(start, DAYS.notice + 1)],
    [paymentItem(SUBJECT, paymentDue(BASIS, start)), addDays(start, DAYS.pay)],
    [overdue, addDays(start, DAYS.overdue)],
    [end, addDays(start, DAYS.overdue + 1)],
  ];
}

describe('the counted day', () => {
  // Years with a table and years without one.
  const day = fc.integer({ min: dayNumber('2020-01-01'), max: dayNumber('2029-12-31') }).map(fromDayNumber);

  test('is what agenda, calendar and reminders go by, with or without a table; the latest is never before it', () => {
    fc.assert(
      fc.property(day, (start) => {
        const items = itemsOf(start);
        const { text, leftOut } = calendarFile(
          items.map(([item]) => item),
          { now: '2026-11-23T00:00:00Z', language: 'en' },
        );
        const told = [...text.matchAll(/DTSTART;VALUE=DATE:(\d{4})(\d\d)(\d\d)/gu)].map(([, ...parts]) =>
          parts.join('-'),
        );
        expect(leftOut).toEqual([]);
        expect(told).toEqual(items.map(([, counted]) => counted));
        for (const [item, counted] of items) {
          expect(item.date).toMatchObject({ known: true, value: counted });
          if (item.latest?.known) expect(item.latest.day > counted).toBe(true);
        }
        const [act] = items;
        const lastDayToAct = act?.[0].date.known ? act[0].date.value : '';
        const clock = { id: 'r', recordedOn: '2000-01-01', lastDayToAct, closed: false };
        expect(reminderSchedule(clock).at(-1)?.date).toBe(act?.[1]);
      }),
    );
  });

  test('stands first on paper, too, with the latest arguable one under it', () => {
    const line = {
      id: 'r',
      kind: 'payment',
      title: SUBJECT.name,
      why: SUBJECT.name,
      ifMissed: SUBJECT.name,
      state: 'ahead',
      date: '2026-10-05',
      latest: { known: true, day: '2026-10-08' },
      missing: [],
      steps: [],
      closable: true,
    } as const;
    const paper = JSON.stringify(agendaPaper([line], '2026-09-25', 'zh'));
    expect(paper).toContain('2026年10月5日');
    expect(paper).toContain('最晚可主张 2026年10月8日');
  });

  test('a day to cancel in working days, without the table of its year, tells both bounds in calendar and register', () => {
    const [safe, last] = ['2030-12-09', '2030-12-16'];
    const missing = [
      { what: 'calendar', name: '2030', text: sentence('term.calendar.missing-year', { year: 2030 }) },
    ] as const;
    const item = lastDayItem(SUBJECT, 'cancel-by', {
      known: false,
      missing,
      steps: [],
      notBefore: safe,
      notAfter: last,
    });
    const { text } = calendarFile([item], { now: '2026-11-23T00:00:00Z', language: 'en' });
    const unfolded = text.replaceAll('\r\n ', '');
    expect(unfolded).toContain('DTSTART;VALUE=DATE:20301209');
    expect(unfolded).toMatch(/No later than Mon 16 Dec 2030\\; which day isn’t known yet/u);
    const line = {
      ...{ id: item.id, kind: item.kind, title: item.title, why: item.why, ifMissed: item.ifMissed },
      ...{ missing: [], steps: [], closable: true },
    };
    const dated = { ...line, state: 'ahead', date: safe, ...(item.latest ? { latest: item.latest } : {}) } as const;
    expect(JSON.stringify(agendaPaper([dated], '2026-09-25', 'en'))).toContain('No later than Mon 16 Dec 2030');
    const open = { ...line, state: 'unknown', notBefore: safe, notAfter: last } as const;
    expect(JSON.stringify(agendaPaper([open], '2026-09-25', 'zh'))).toMatch(
      /不早于 2030年12月9日[^"]*最晚不过 2030年12月16日/u,
    );
  });

  test('an event without a day of its own says between which days it lies', () => {
    const missing = [{ what: 'input', name: 'received', text: sentence('term.renewal.starts-missing') }] as const;
    const date = { known: false, missing, steps: [], notBefore: '2026-12-01', notAfter: '2026-12-05' } as const;
    const item: AgendaItem = {
      id: 'r/claim-opens',
      kind: 'claim-opens',
      title: SUBJECT.name,
      why: SUBJECT.name,
      ifMissed: SUBJECT.name,
      date,
    };
    const { text } = calendarFile([item], { now: '2026-11-23T00:00:00Z', language: 'zh' });
    expect(text.replaceAll('\r\n ', '')).toContain('不早于这一天，不晚于 2026年12月5日');
  });

  test('what was snoozed says until when and why, by the marks of its language', () => {
    const line = {
      ...{ id: 'r', kind: 'payment', title: SUBJECT.name, why: SUBJECT.name, ifMissed: SUBJECT.name },
      ...{ state: 'snoozed', date: '2026-10-05', snoozed: { until: '2026-10-01', reason: 'waiting' } },
      ...{ missing: [], steps: [], closable: true },
    } as Parameters<typeof agendaPaper>[0][number];
    const state = (language: 'zh' | 'en', snoozed = line.snoozed): string | undefined => {
      const table = agendaPaper([{ ...line, ...(snoozed ? { snoozed } : {}) }], '2026-09-25', language).blocks[1];
      return table?.kind === 'table' ? table.rows[0]?.at(-1) : undefined;
    };
    expect(state('en')).toBe('Snoozed\nSnooze until 2026-10-01: waiting');
    expect(state('zh')).toMatch(/2026-10-01：waiting$/u);
    expect(state('en', { until: '2026-10-01', reason: '' })).toBe('Snoozed\nSnooze until 2026-10-01');
  });
});
