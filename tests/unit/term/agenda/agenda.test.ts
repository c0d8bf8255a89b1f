import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  AGENDA_KINDS,
  type AgendaItem,
  agendaState,
  filterAgenda,
  mergeAgenda,
  nextItems,
} from '../../../../src-main/term/agenda/agenda.ts';
import { known, unknown } from '../../../../src-main/term/answer.ts';
import { missingYear } from '../../../../src-main/term/calendar/calendar.ts';

const TODAY = '2026-11-23';

function item(id: string, date: string | undefined, more: Partial<AgendaItem> = {}): AgendaItem {
  return {
    id,
    date: date === undefined ? unknown([missingYear(2027)], []) : known(date, []),
    title: { zh: id, en: id },
    why: { zh: '依据', en: 'why' },
    ifMissed: { zh: '后果', en: 'what happens' },
    kind: 'payment',
    ...more,
  };
}

const ids = (items: readonly AgendaItem[]): readonly string[] => items.map(({ id }) => id);

describe('the agenda', () => {
  test('lists overdue first, then by date, then what has no date, then snoozed and done', () => {
    const merged = mergeAgenda(
      [
        [
          item('ahead', '2026-12-01'),
          item('unknown', undefined),
          item('done', '2026-11-01', { done: { on: '2026-11-01', evidence: 'e' } }),
        ],
        [item('older', '2026-10-01'), item('today', TODAY), item('overdue', '2026-11-20')],
        [item('snoozed', '2026-11-30', { snoozed: { on: TODAY, until: '2026-11-28', reason: '等回复' } })],
      ],
      TODAY,
    );
    expect(ids(merged)).toEqual(['older', 'overdue', 'today', 'ahead', 'unknown', 'snoozed', 'done']);
  });

  test('puts what may be overdue behind what is, and before all that is not', () => {
    const bill = { what: 'input', name: 'billed', text: { zh: '账单', en: 'bill' } } as const;
    const perhaps = item('perhaps', '2026-11-20', { latest: { known: false, missing: [bill] } });
    const list = [item('today', TODAY), perhaps, item('overdue', '2026-11-22'), item('unknown', undefined)];
    expect(agendaState(perhaps, TODAY)).toBe('perhaps');
    expect(ids(mergeAgenda([list], TODAY))).toEqual(['overdue', 'perhaps', 'today', 'unknown']);
    expect(ids(nextItems(mergeAgenda([list], TODAY), TODAY, 2))).toEqual(['overdue', 'perhaps']);
  });

  test('keeps one item per id, the later list’s', () => {
    expect(mergeAgenda([[item('a', '2026-12-01')], [item('a', '2026-12-05')]], TODAY)).toMatchObject([
      { date: { value: '2026-12-05' } },
    ]);
  });

  test('a snooze ends on its day, and never hides what is due today', () => {
    const snoozed = { on: '2026-11-20', until: '2026-11-25', reason: 'r' };
    expect(agendaState(item('a', '2026-12-01', { snoozed }), '2026-11-24')).toBe('snoozed');
    expect(agendaState(item('a', '2026-12-01', { snoozed }), '2026-11-25')).toBe('ahead');
    expect(agendaState(item('a', TODAY, { snoozed }), TODAY)).toBe('today');
    expect(agendaState(item('a', undefined, { snoozed }), TODAY)).toBe('snoozed');
  });

  test('what becomes overdue during a snooze is overdue; what was overdue already may sleep', () => {
    const snoozed = { on: '2026-11-20', until: '2026-11-30', reason: 'r' };
    expect(agendaState(item('a', '2026-11-22', { snoozed }), TODAY)).toBe('overdue');
    expect(agendaState(item('a', '2026-11-10', { snoozed }), TODAY)).toBe('snoozed');
  });

  test('filters by kind, agreement, state and range; a range leaves out what has no date', () => {
    const items = [
      item('a', '2026-12-01', { kind: 'renewal', agreement: 'x' }),
      item('b', '2026-12-31', { agreement: 'y' }),
      item('c', undefined, { agreement: 'x' }),
    ];
    expect(ids(filterAgenda(items, { kinds: ['renewal'] }, TODAY))).toEqual(['a']);
    expect(ids(filterAgenda(items, { agreement: 'x' }, TODAY))).toEqual(['a', 'c']);
    expect(ids(filterAgenda(items, { from: '2026-12-02' }, TODAY))).toEqual(['b']);
    expect(ids(filterAgenda(items, { states: ['unknown'] }, TODAY))).toEqual(['c']);
    expect(ids(filterAgenda(items, {}, TODAY))).toEqual(['a', 'b', 'c']);
  });

  test('the front page takes the next ones with a date', () => {
    const agenda = mergeAgenda(
      [[item('u', undefined), item('b', '2026-12-02'), item('a', '2026-11-01'), item('c', '2026-12-03')]],
      TODAY,
    );
    expect(ids(nextItems(agenda, TODAY, 2))).toEqual(['a', 'b']);
  });

  test('merging keeps every id once and does not depend on the order of the lists', () => {
    const some = fc.uniqueArray(
      fc.record({
        id: fc.integer({ min: 0, max: 50 }),
        day: fc.integer({ min: 1, max: 28 }),
        kind: fc.constantFrom(...AGENDA_KINDS),
      }),
      { selector: ({ id }) => id, maxLength: 20 },
    );
    fc.assert(
      fc.property(some, (rows) => {
        const items = rows.map(({ id, day, kind }) =>
          item(`i${id}`, `2026-11-${String(day).padStart(2, '0')}`, { kind }),
        );
        const merged = mergeAgenda([items], TODAY);
        expect(mergeAgenda([[...items].reverse()], TODAY)).toEqual(merged);
        expect([...ids(merged)].sort()).toEqual([...ids(items)].sort());
      }),
    );
  });
});
