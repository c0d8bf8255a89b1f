import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { asWritten } from '../../../../../assets/messages/say.ts';
import type { TableRow, TableView } from '../../../../../src-main/contract/library/table.ts';
import AgreementTable from '../../../../../src-renderer/features/library/table/AgreementTable.svelte';
import Particulars from '../../../../../src-renderer/features/library/table/Particulars.svelte';
import {
  ALL,
  choicesOf,
  inSight,
  type Narrowed,
  shownRows,
} from '../../../../../src-renderer/features/library/table/table-rows.ts';
import { way } from '../../../../../src-renderer/kernel/navigation.svelte.ts';
import { anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { later } from '../../given/double.ts';
import { field, reads, readsText, the } from '../../given/find.ts';
import { click, pick, press, write } from '../../given/hands.ts';
import { inEach, said, settled, show } from '../../given/page.ts';

const cell = (words: string, sort: number | string = words, outlier = false) => ({
  words: asWritten(words),
  sort,
  ...(outlier ? { outlier: true as const } : {}),
});

const aRow = (nth: number, title: string, cells: TableRow['cells'] = {}): TableRow => ({
  agreementId: anId(nth),
  state: 'accepted',
  archived: false,
  cells: { title: cell(title), ...cells },
});

const ROWS: readonly TableRow[] = [
  aRow(1, 'Berth terms', { changeNotice: cell('30 days', 30), owner: cell('Ada') }),
  aRow(2, 'Crane terms', { changeNotice: cell('7 days', 7, true) }),
  aRow(3, 'Anchor terms'),
  { ...aRow(4, 'Old terms'), archived: true },
];

const aTable = (rows = ROWS): TableView => ({
  today: '2026-11-29',
  rows,
  columns: [
    { name: 'title', label: asWritten('Agreement'), figure: false },
    { name: 'owner', label: asWritten('Owner'), figure: false },
    { name: 'changeNotice', label: asWritten('Notice'), figure: true },
  ],
});

const titles = (): readonly (string | null)[] =>
  within(screen.getByRole('table'))
    .getAllByRole('button')
    .map(({ textContent }) => textContent.trim())
    .filter((words) => words.endsWith('terms'));

describe('the table over all agreements', () => {
  inEach('shows every row by name, marks what is far from the others, leaves the archive out', async (language) => {
    await show(AgreementTable, {}, { 'library.table': () => aTable() }, { language });
    await settled();
    expect(titles()).toEqual(['Anchor terms', 'Berth terms', 'Crane terms']);
    expect(reads('library.table.count', { shown: 3, all: 4 })).toBe(true);
    expect(reads('library.table.outlier', { words: '7 days' })).toBe(true);
    await accessible();
  });

  it('is sorted by a column, what is not known last either way', async () => {
    await show(AgreementTable, {}, { 'library.table': () => aTable() });
    await settled();
    await click(screen.getByRole('button', { name: 'Notice' }));
    expect(titles()).toEqual(['Crane terms', 'Berth terms', 'Anchor terms']);
    await click(screen.getByRole('button', { name: /^Notice/u }));
    expect(titles()).toEqual(['Berth terms', 'Crane terms', 'Anchor terms']);
    expect(screen.getByRole('columnheader', { name: /^Notice/u }).getAttribute('aria-sort')).toBe('descending');
  });

  it('is narrowed by words and to what is far from the others', async () => {
    await show(AgreementTable, {}, { 'library.table': () => aTable() });
    await settled();
    await write(screen.getByRole('searchbox'), 'ada berth');
    expect(titles()).toEqual(['Berth terms']);
    await write(screen.getByRole('searchbox'), '');
    await click(the('button', 'library.table.outlying'));
    expect(titles()).toEqual(['Crane terms']);
    await write(screen.getByRole('searchbox'), 'nothing like it');
    expect(reads('library.table.none')).toBe(true);
  });

  it('is gone through by the keys, and Enter opens the agreement', async () => {
    await show(AgreementTable, {}, { 'library.table': () => aTable() });
    await settled();
    screen.getByRole('group', { name: said('library.table.title') }).focus();
    await press('ArrowDown');
    await press('Enter');
    expect(way.here).toMatchObject({ screen: 'library', agreementId: anId(1) });
  });

  it('is exported as it is shown', async () => {
    const { inputs } = await show(
      AgreementTable,
      {},
      { 'library.table': () => aTable(), 'library.exportTable': () => ({ fileName: 'all.xlsx' }) },
    );
    await settled();
    await write(screen.getByRole('searchbox'), 'crane');
    await click(the('button', 'library.table.xlsx'));
    await waitFor(() => expect(inputs('library.exportTable')).toHaveLength(1));
    expect(inputs('library.exportTable')[0]).toMatchObject({ format: 'xlsx', agreementIds: [anId(2)] });
  });

  inEach('says on the button that was pressed that the file is being made, and on no other', async (language) => {
    const answer = later<{ readonly fileName: string }>();
    await show(
      AgreementTable,
      {},
      { 'library.table': () => aTable(), 'library.exportTable': () => answer.promise },
      { language },
    );
    await settled();
    await click(the('button', 'library.table.csv'));
    expect(the('button', 'frame.writingOut.export').getAttribute('aria-busy')).toBe('true');
    the('button', 'library.table.xlsx');
    answer.give({ fileName: 'all.csv' });
    await settled();
    the('button', 'library.table.csv');
  });

  inEach('a cell that departs from the position says so, and its rows alone can be asked for', async (language) => {
    const departs = { ...cell('10% of the fee'), departs: 'negotiable' as const };
    const rows = [
      aRow(1, 'Berth terms', { owner: departs, departs: { ...cell('1 to negotiate', 1), departs: 'negotiable' } }),
      aRow(2, 'Crane terms', { provider: cell('Harbour'), tags: cell('cloud、core') }),
      aRow(3, 'Anchor terms', { provider: cell('Quay') }),
    ];
    await show(AgreementTable, {}, { 'library.table': () => aTable(rows) }, { language });
    await settled();
    expect(reads('library.table.departs', { words: '10% of the fee', stance: said('names.stance.negotiable') })).toBe(
      true,
    );
    await click(the('button', 'library.table.departing'));
    expect(titles()).toEqual(['Berth terms']);
    expect(the('button', 'library.table.departing').getAttribute('aria-pressed')).toBe('true');
    await accessible();
    await click(the('button', 'library.table.all'));
    expect(titles()).toHaveLength(3);
    await pick(screen.getByRole('combobox', { name: said('library.table.columns.provider') }), 'Quay');
    expect(titles()).toEqual(['Anchor terms']);
  });

  it('is narrowed to one tag, one provider, and to what ends or must be cancelled soon', () => {
    const rows = [
      aRow(1, 'A', { tags: cell('cloud、core'), ends: cell('2026-12-31') }),
      aRow(2, 'B', { tags: cell('core'), ends: cell('2027-12-31'), cancelBy: cell('2026-12-01') }),
      aRow(3, 'C', { provider: cell('Quay'), ends: cell('2026-11-28') }),
    ];
    const left = (narrowed: Partial<Narrowed>): readonly string[] =>
      shownRows(
        rows,
        '2026-11-29',
        { sort: 'title', descending: false, query: '', narrowed: { ...ALL, ...narrowed } },
        () => '',
      ).map(({ cells }) => String(cells.title?.sort));
    expect(left({ chosen: { tags: 'core' } })).toEqual(['A', 'B']);
    expect(left({ chosen: { tags: 'cloud', provider: 'Quay' } })).toEqual([]);
    expect(left({ chosen: { provider: 'Quay' } })).toEqual(['C']);
    expect(left({ within: 30 })).toEqual(['B']);
    expect(left({ within: 32 })).toEqual(['A', 'B']);
    expect(choicesOf(rows, 'tags', () => '').map(({ value }) => value)).toEqual(['cloud', 'core']);
  });

  it('draws of many rows only those in sight', () => {
    expect(inSight(5000, { top: 36 * 1000, height: 720, row: 36 })).toEqual({ from: 990, to: 1030 });
    expect(inSight(3, { top: 0, height: 720, row: 36 })).toEqual({ from: 0, to: 3 });
    const choice = { sort: 'title', descending: true, query: '', narrowed: { ...ALL, archivedToo: true } } as const;
    expect(shownRows(ROWS, '2026-11-29', choice, () => '').map(({ agreementId }) => agreementId)).toEqual(
      [4, 2, 1, 3].map(anId),
    );
  });
});

describe('what is kept of an agreement', () => {
  inEach('stands with its tags, is edited, and taken back', async (language) => {
    const particulars = { owner: 'Ada Berg', amount: '12000.00', currency: 'CNY', tags: ['cloud', 'core'] };
    const { inputs } = await show(
      Particulars,
      { agreementId: anId(1), particulars },
      { 'library.keepParticulars': () => undefined },
      { language },
    );
    expect(readsText('Ada Berg')).toBe(true);
    expect(readsText('12,000.00 CNY')).toBe(true);
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['cloud', 'core']);
    await accessible();
    await click(the('button', 'library.particulars.edit'));
    await write(field('library.particulars.department'), 'Harbour');
    await write(field('library.particulars.tags'), 'cloud，quay');
    await click(the('button', 'frame.save'));
    expect(inputs('library.keepParticulars')).toEqual([
      { agreementId: anId(1), particulars: { ...particulars, department: 'Harbour', tags: ['cloud', 'quay'] } },
    ]);
  });

  it('says that nothing is kept', async () => {
    await show(Particulars, { agreementId: anId(1), particulars: { tags: [] } }, {});
    expect(reads('library.particulars.none')).toBe(true);
  });
});
