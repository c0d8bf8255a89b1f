import { describe, expect, it } from 'vitest';
import type { LibraryAgreement } from '../../../../../src-main/contract/library.ts';
import {
  nextDates,
  searchKeys,
  shelfItems,
  type Wish,
} from '../../../../../src-renderer/features/library/shelf-rows.ts';
import { aLine } from '../../given/agenda.ts';
import { anAgreement, aVersion, onShelf } from '../../given/agreements.ts';

const NAMES = { reference: 'Reference', noProvider: 'Not stated' };
const agreement = (id: string, more: Partial<LibraryAgreement> = {}): LibraryAgreement =>
  onShelf({ ...anAgreement({ id, title: id, versions: [aVersion({ id: `${id}1`, title: `${id} terms` })] }), ...more });

function listed(
  agreements: readonly LibraryAgreement[],
  wish: Partial<Wish> = {},
  lines: Parameters<typeof nextDates>[0] = [],
) {
  const around = { keys: searchKeys(agreements), next: nextDates(lines), names: NAMES };
  return shelfItems(agreements, { query: '', shelf: undefined, sort: 'provider', ...wish }, around).map((item) =>
    item.kind === 'group' ? `${item.name} ${item.count}` : item.id,
  );
}

describe('the list', () => {
  const all = [
    agreement('crane', { provider: 'Zeppelin' }),
    agreement('dock', { provider: 'Aero', shelves: ['to-review'] }),
    agreement('berth', { provider: 'Zeppelin', shelves: ['in-force'] }),
    agreement('guide', { reference: true, provider: 'Aero' }),
    agreement('old', { shelves: ['archived'] }),
    agreement('lone'),
  ];

  it('stands in groups by provider, those without one after them, reference material last; the archive apart', () => {
    expect(listed(all)).toEqual([
      'Aero 1',
      'dock',
      'Zeppelin 2',
      'crane',
      'berth',
      'Not stated 1',
      'lone',
      'Reference 1',
      'guide',
    ]);
    expect(listed(all, { shelf: 'archived' })).toEqual(['Not stated 1', 'old']);
    expect(listed(all, { shelf: 'in-force', sort: 'name' })).toEqual(['berth']);
  });

  it('finds by title, by the title of any version, and by provider', () => {
    expect(listed(all, { query: 'CRANE', sort: 'name' })).toEqual(['crane']);
    expect(listed(all, { query: ' dock terms', sort: 'name' })).toEqual(['dock']);
    expect(listed(all, { query: 'zepp', sort: 'name' })).toEqual(['berth', 'crane']);
    expect(listed(all, { query: 'nothing' })).toEqual([]);
  });

  it('goes by the next date, those without one last', () => {
    const lines = [
      aLine({ id: 'a', date: '2026-12-01', agreement: { id: 'lone', title: '' } }),
      aLine({ id: 'b', date: '2026-12-09', agreement: { id: 'berth', title: '' } }),
      aLine({ id: 'c', state: 'done', date: '2026-11-01', agreement: { id: 'dock', title: '' } }),
    ];
    expect(listed(all, { sort: 'next-date' }, lines).slice(0, 3)).toEqual(['lone', 'berth', 'crane']);
  });

  it('goes by the day of acceptance, the last first', () => {
    const accepted = (id: string, since: string): LibraryAgreement =>
      agreement(id, { versions: [aVersion({ id, state: 'accepted', since })], shown: id });
    const three = [accepted('a', '2026-01-01'), accepted('b', '2026-05-01'), agreement('c')];
    expect(listed(three, { sort: 'accepted' })).toEqual(['b', 'a', 'c']);
  });
});

describe('the next date of an agreement', () => {
  it('is its first line that is still to be done and has a date', () => {
    const of = { id: 'x', title: '' };
    const { date: _date, ...unknown } = aLine({ id: 'n', state: 'unknown', agreement: of });
    const lines = [
      aLine({ id: 'o', state: 'overdue', date: '2026-11-01', agreement: of }),
      aLine({ id: 'p', state: 'ahead', date: '2026-12-01', agreement: of }),
      unknown,
    ];
    expect(nextDates(lines).get('x')?.id).toBe('o');
    expect(nextDates([aLine({ state: 'snoozed', agreement: of })]).size).toBe(0);
    expect(nextDates([unknown]).size).toBe(0);
  });

  it('leads to a term that has to be entered only where nothing has a day', () => {
    const of = { id: 'x', title: 'x' };
    const { date: _date, ...asked } = aLine({ id: 't', kind: 'term-start', state: 'open', agreement: of });
    const ahead = aLine({ id: 'a', state: 'ahead', date: '2026-12-01', agreement: of });
    expect(nextDates([asked]).get('x')?.id).toBe('t');
    expect(nextDates([ahead, asked]).get('x')?.id).toBe('a');
    expect(nextDates([{ ...asked, state: 'snoozed' }]).size).toBe(0);
    // Nothing else without a day is told as the next thing of an agreement.
    expect(nextDates([{ ...asked, kind: 'answer' }]).size).toBe(0);
  });

  it('three thousand are filtered faster than one can type', () => {
    const many = Array.from({ length: 3000 }, (_, at) => agreement(`agreement ${at}`, { provider: `P${at % 40}` }));
    const keys = searchKeys(many);
    const began = performance.now();
    const wish = { query: 'agreement 29', shelf: undefined, sort: 'provider' } as const;
    expect(shelfItems(many, wish, { keys, next: new Map(), names: NAMES }).length).toBeGreaterThan(100);
    expect(performance.now() - began).toBeLessThan(150);
  });
});
