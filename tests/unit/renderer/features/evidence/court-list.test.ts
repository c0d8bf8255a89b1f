import { screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { CourtListView } from '../../../../../src-main/contract/evidence/court.ts';
import CourtList from '../../../../../src-renderer/features/evidence/court/CourtList.svelte';
import CourtPart from '../../../../../src-renderer/features/evidence/court/CourtPart.svelte';
import { leftAs, moved, numbersOf } from '../../../../../src-renderer/features/evidence/court/court-rows.ts';
import { notice } from '../../../../../src-renderer/kernel/failures.svelte.ts';
import { anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { aCourtList, anExhibit, courtLine } from '../../given/court.ts';
import { aFailure, refused, type Answers, type Double } from '../../given/double.ts';
import { dialog, reads, the } from '../../given/find.ts';
import { check, click, isDisabled, pick, write } from '../../given/hands.ts';
import { inEach, inWords, said, settled, show } from '../../given/page.ts';

const nothing = (): void => undefined;

/** The editor of one list; what is saved comes back as it was sent. */
async function editor(
  view: CourtListView = aCourtList(),
  answers: Answers = {},
  wish: Parameters<typeof show>[3] = {},
  onback: () => void = nothing,
): Promise<Double> {
  const kept: Answers = {
    'evidence.courtList': () => view,
    'evidence.saveCourtList': ({ rows }) => ({
      ...view,
      rows: rows.flatMap(({ key }) => view.rows.filter((row) => row.key === key)),
    }),
    'evidence.courtAdverse': () => ({ lines: [], seen: '0'.repeat(64) }),
  };
  return show(CourtList, { listId: view.id, onback }, { ...kept, ...answers }, wish);
}

const rows = (): readonly HTMLElement[] => screen.getAllByRole('row').slice(1);
const row = (at: number): HTMLElement => rows()[at]!;
const names = (): readonly (string | undefined)[] =>
  rows().map((line) => line.querySelector('strong')?.textContent ?? undefined);
const numbers = (): readonly (string | null)[] => rows().map((line) => line.querySelector('.number')!.textContent);
const inRow = (at: number, role: string, name: string): HTMLElement => within(row(at)).getByRole(role, { name });

describe('the editor of a list of evidence', () => {
  inEach('shows every piece with its number, its file and what in it is adverse', async (language) => {
    await editor(aCourtList(), {}, { language });
    expect(names()).toEqual(['Crane terms, version 1', 'The decision', 'The ledger']);
    expect(numbers()).toEqual(['1', '2', '3']);
    expect(row(0).textContent).toContain('crane.txt');
    expect(row(0).textContent).not.toContain(said('court.adverse', { text: 'noted 3 clauses' }));
    expect(row(1).textContent).toContain(said('court.adverse', { text: 'noted 3 clauses' }));
    expect(reads('court.status', { count: 3, adverse: 1 })).toBe(true);
    await accessible();
  });

  it('moves a piece up and down, and no further than the ends', async () => {
    const main = await editor();
    expect(isDisabled(inRow(0, 'button', said('court.up')))).toBe(true);
    expect(isDisabled(inRow(2, 'button', said('court.down')))).toBe(true);
    expect(isDisabled(the('button', 'court.save'))).toBe(true);
    await click(inRow(0, 'button', said('court.down')));
    expect(names()).toEqual(['The decision', 'Crane terms, version 1', 'The ledger']);
    expect(numbers()).toEqual(['1', '2', '3']);
    await click(inRow(2, 'button', said('court.up')));
    await click(the('button', 'court.save'));
    expect(main.inputs('evidence.saveCourtList')[0]?.rows.map(({ key }) => key)).toEqual([
      'decision:2',
      'ledger:own',
      'text:1',
    ]);
    expect(notice.said).toBe(said('court.saved'));
    expect(isDisabled(the('button', 'court.save'))).toBe(true);
  });

  it('leaves a piece out: it loses its number and its adverse line is no longer counted', async () => {
    const main = await editor();
    await check(inRow(1, 'checkbox', said('court.in')));
    expect(numbers()).toEqual(['1', '—', '2']);
    expect(reads('court.statusNone', { count: 2 })).toBe(true);
    await click(the('button', 'court.save'));
    expect(main.inputs('evidence.saveCourtList')[0]?.rows[1]).toMatchObject({ key: 'decision:2', left: true });
  });

  it('never lets the ledger be left out, which proves the others', async () => {
    await editor();
    expect(within(row(2)).queryByRole('checkbox')).toBeNull();
  });

  it('keeps a purpose in own words and a form; words that nobody changed stay the product’s', async () => {
    const main = await editor();
    await write(inRow(0, 'textbox', said('court.list.columns.purpose')), '  What we agreed on ');
    await pick(inRow(1, 'combobox', said('court.list.columns.form')), 'copy');
    await click(the('button', 'court.save'));
    expect(main.inputs('evidence.saveCourtList')).toEqual([
      {
        listId: anId(91),
        title: 'Crane dispute',
        rows: [
          { key: 'text:1', form: 'electronic', purpose: 'What we agreed on' },
          { key: 'decision:2', form: 'copy' },
          { key: 'ledger:own', form: 'electronic' },
        ],
      },
    ]);
  });

  it('a refusal of saving is told, and what was changed stays and keeps the export back', async () => {
    const main = await editor(aCourtList(), { 'evidence.saveCourtList': refused() });
    await click(inRow(0, 'button', said('court.down')));
    await click(the('button', 'court.export'));
    expect(notice.failure).toEqual(aFailure());
    expect(dialog()).toBeNull();
    expect(names()[0]).toBe('The decision');
    expect(main.inputs('evidence.saveCourtList')).toHaveLength(1);
    main.answer({ 'evidence.saveCourtList': () => aCourtList() });
    await click(the('button', 'court.export'));
    expect(dialog()?.textContent).toContain(said('court.exportHeading'));
  });

  it('goes back with what was changed kept, and asks for nothing to be kept where nothing was', async () => {
    let went = 0;
    const main = await editor(aCourtList(), {}, {}, () => (went += 1));
    await click(the('button', 'court.back'));
    expect([went, main.inputs('evidence.saveCourtList').length]).toEqual([1, 0]);
    await click(inRow(0, 'button', said('court.down')));
    await click(the('button', 'court.back'));
    expect([went, main.inputs('evidence.saveCourtList').length]).toEqual([2, 1]);
  });

  it('a list that cannot be read is told, and nothing of it is shown', async () => {
    await editor(aCourtList(), { 'evidence.courtList': refused() });
    expect(notice.failure).toEqual(aFailure());
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('says when it last left, and as what', async () => {
    const exported = [{ at: '2026-11-20T02:00:00Z', as: 'pack' as const, sha256: '1'.repeat(64) }];
    await editor(aCourtList({ exported }));
    expect(document.body.textContent).toContain(said('court.as.pack'));
  });
});

describe('the lists', () => {
  const lists: Answers = {
    'evidence.courtLists': () => [courtLine],
    'evidence.captures': () => [],
    'evidence.courtList': () => aCourtList(),
  };

  inEach('none yet; one is opened and left again', async (language) => {
    const main = await show(CourtPart, {}, { ...lists, 'evidence.courtLists': () => [] }, { language });
    // What begins one stands where every screen has its one next thing.
    expect(document.querySelectorAll('footer button.primary')).toHaveLength(1);
    expect(reads('court.noLists')).toBe(true);
    await accessible();
    main.answer(lists);
    main.send('changed', { features: ['evidence'] });
    await settled();
    await click(the('button', 'court.open'));
    expect(names()).toHaveLength(3);
    await click(the('button', 'court.back'));
    expect(screen.getByRole('heading', { name: 'Crane dispute' })).toBeTruthy();
  });
});

describe('rows as a person leaves them', () => {
  const shown = anExhibit();
  const left = { shown, left: false, form: 'electronic', purpose: inWords(shown.purpose) } as const;

  it('are numbered without what is left out', () => {
    expect(numbersOf([{ left: false }, { left: true }, { left: false }])).toEqual([1, undefined, 2]);
  });

  it('are moved within their bounds', () => {
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 7, 1)).toEqual(['a', 'b']);
  });

  it('keep a purpose only where it is the person’s own, and emptied words give the product’s back', () => {
    expect(leftAs(left, left.purpose)).not.toHaveProperty('purpose');
    expect(leftAs({ ...left, purpose: '  ' }, left.purpose)).not.toHaveProperty('purpose');
    expect(leftAs({ ...left, purpose: 'Mine' }, left.purpose)).toHaveProperty('purpose', 'Mine');
    const own = { ...left, shown: anExhibit({ own: true }) };
    expect(leftAs(own, own.purpose)).toHaveProperty('purpose', own.purpose);
  });
});
