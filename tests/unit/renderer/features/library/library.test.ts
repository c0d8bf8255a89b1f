import { cleanup, screen, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import type { Shelf } from '../../../../../src-main/contract/library.ts';
import type { ImportOutcome } from '../../../../../src-main/contract/import.ts';
import { shelfView } from '../../../../../src-renderer/features/library/shelf-view.svelte.ts';
import { notice } from '../../../../../src-renderer/kernel/failures.svelte.ts';
import { way } from '../../../../../src-renderer/kernel/navigation.svelte.ts';
import { toasts, undo } from '../../../../../src-renderer/kernel/toasts.svelte.ts';
import { aLine, anAgenda } from '../../given/agenda.ts';
import { agreements, aLibrary, anAgreement, anId, aPending, aVersion, onShelf } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { aFailure, later, pending, refused } from '../../given/double.ts';
import { reads, readsText, the } from '../../given/find.ts';
import { click, doubleClick, press, write } from '../../given/hands.ts';
import { CRANE, HARBOUR, inspected, library } from '../../given/library.ts';
import { inEach, said, settled } from '../../given/page.ts';

const list = (): HTMLElement => the('listbox', 'library.list');
const rows = (): readonly HTMLElement[] => within(list()).queryAllByRole('option');
const row = (name: RegExp): HTMLElement => within(list()).getByRole('option', { name });
const chip = (shelf: Shelf): HTMLElement =>
  within(the('group', 'library.shelves')).getByRole('button', {
    name: new RegExp(`^${said(`library.shelf.${shelf}`)}`),
  });
const selected = (): string | undefined =>
  rows()
    .find((each) => each.getAttribute('aria-selected') === 'true')
    ?.querySelector('b')?.textContent;

describe('states of the library', () => {
  inEach('empty: says what belongs here, and offers an import and the sample set', async (language) => {
    await library([], {}, { language });
    expect(the('heading', 'library.empty')).toBeTruthy();
    expect(reads('library.emptyText')).toBe(true);
    expect(the('button', 'library.import')).toBeTruthy();
    expect(the('button', 'library.sample')).toBeTruthy();
    await accessible();
  });

  it('loading: shows nothing that would have to be taken back', async () => {
    await library([], { 'library.list': pending });
    expect(screen.queryByRole('heading')).toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('failed: the failure goes to the notice, and no empty library is claimed', async () => {
    await library([], { 'library.list': refused() });
    expect(notice.failure).toEqual(aFailure());
    expect(reads('library.empty')).toBe(false);
  });

  inEach('few: each with state, date, person and next date, under its provider', async (language) => {
    const line = aLine({ kind: 'payment', date: '2026-12-10', agreement: { id: CRANE.id, title: 'Crane hire' } });
    await library([HARBOUR, CRANE], { 'agenda.list': () => anAgenda([line]) }, { language });
    expect(rows()).toHaveLength(2);
    const crane = row(/Crane hire/u).textContent;
    const date = language === 'zh' ? '11-20' : '20 Nov';
    expect(crane).toContain(said('library.row.by', { word: said('names.state.accepted'), date, person: 'Ada' }));
    expect(crane).toContain(said('term.agenda-items.kind-words.payment.title'));
    expect(crane).toContain(said('frame.daysAhead', { days: 10 }));
    expect(row(/Crane hire/u).querySelector('.soon')).not.toBeNull();
    expect(list().textContent).toContain('Cranes Ltd');
    expect(row(/Harbour/u).textContent).toContain(said('names.state.not-reviewed'));
    await accessible();
  });

  inEach('many: three hundred are counted, and only those near the window are on the page', async (language) => {
    await library(
      agreements(300).map((each) => onShelf({ ...each, shelves: ['to-review'] })),
      {},
      { language },
    );
    expect(rows().length).toBeLessThan(300);
    expect(chip('to-review').textContent).toContain('300');
  });

  inEach('only sources that are no version yet: the list, not the empty library', async (language) => {
    await library([], { 'library.list': () => aLibrary([], [aPending()]) }, { language });
    expect(reads('library.empty')).toBe(false);
    expect(reads('library.pending')).toBe(true);
  });

  it('follows what is written elsewhere', async () => {
    const main = await library([HARBOUR]);
    main.answer({ 'library.list': () => aLibrary([HARBOUR, CRANE]) });
    main.send('changed', { features: ['library'] });
    await settled();
    expect(rows()).toHaveLength(2);
  });
});

describe('a row of the library', () => {
  it('says that a newer version waits beside the accepted one', async () => {
    const waits = {
      ...CRANE,
      versions: [...CRANE.versions, aVersion({ id: anId(203), ordinal: 3 })],
      shown: anId(202),
      waiting: anId(203),
    };
    await library([waits]);
    expect(row(/Crane/u).textContent).toContain('v2');
    expect(row(/Crane/u).textContent).toContain(said('library.row.waiting', { ordinal: 3 }));
    await doubleClick(row(/Crane/u));
    expect(way.here).toEqual({ screen: 'review', versionId: anId(203) });
  });

  it('says from whom it came, else what it is an annex of, else how much is to be read', async () => {
    const annexOf = { id: anId(1), title: 'Harbour storage terms' };
    const accepted = [aVersion({ id: anId(501), state: 'accepted', since: '2026-11-01' })];
    await library(
      [
        anAgreement({ id: anId(3), title: 'A', origin: 'Southern Ferries' }),
        anAgreement({ id: anId(4), title: 'B', versions: [aVersion({ id: anId(401), conspicuous: 7 })] }),
        anAgreement({ id: anId(5), title: 'C', annexOf, versions: accepted }),
        anAgreement({ id: anId(6), title: 'D', versions: accepted }),
      ].map(onShelf),
    );
    const [a, b, c, d] = rows().map(({ textContent }) => textContent);
    expect(a).toContain(said('library.origin', { name: 'Southern Ferries' }));
    expect(b).toContain(said('library.conspicuous', { count: 7 }));
    expect(c).toContain(said('library.annexOf', { title: 'Harbour storage terms' }));
    expect(d).toContain(said('library.row.nothing'));
  });

  it('of reference material says what it is, and no state', async () => {
    await library([onShelf({ ...anAgreement({ kind: 'guide' }), reference: true })]);
    expect(list().textContent).toContain(said('library.reference.title'));
    expect(rows()[0]?.textContent).toContain(said('names.documentKind.guide'));
    expect(rows()[0]?.textContent).not.toContain(said('names.state.not-reviewed'));
  });
});

describe('narrowing and order', () => {
  it('a chip shows a part, and what is archived is in its own alone', async () => {
    const gone = onShelf({ ...anAgreement({ id: anId(9), title: 'Old lease' }), shelves: ['archived'] });
    await library([HARBOUR, CRANE, gone]);
    expect(rows()).toHaveLength(2);
    await click(chip('in-force'));
    expect(rows()).toHaveLength(1);
    await click(chip('archived'));
    expect(rows()[0]?.textContent).toContain('Old lease');
    await click(chip('new-version'));
    expect(reads('library.noneMatch')).toBe(true);
    await click(the('button', 'library.clear'));
    expect(rows()).toHaveLength(2);
  });

  it('the menu sorts; it takes the focus, goes by the arrows and gives the focus back', async () => {
    await library();
    await click(the('button', 'library.listMenu'));
    expect(document.activeElement).toBe(the('menuitemradio', 'library.sorts.provider'));
    expect(the('menuitemradio', 'library.sorts.provider').getAttribute('aria-checked')).toBe('true');
    await press('ArrowDown');
    await press('ArrowDown');
    expect(document.activeElement).toBe(the('menuitemradio', 'library.sorts.name'));
    await press('Enter');
    expect(shelfView.sort).toBe('name');
    expect(document.activeElement).toBe(the('button', 'library.listMenu'));
    expect(rows().map((each) => each.querySelector('b')?.textContent)).toEqual(['Crane hire', 'Harbour storage terms']);
    await click(the('button', 'library.listMenu'));
    await press('Escape');
    expect(screen.queryByRole('menu')).toBeNull();
  });
});

describe('choosing in the library', () => {
  it('arrows, J and K move the choice, stop at the ends, and Enter opens; the focus stays on the list', async () => {
    await library();
    expect(document.activeElement).toBe(list());
    expect(await press('ArrowDown')).toBe(true);
    expect(selected()).toBe('Crane hire');
    await press('k');
    expect(selected()).toBe('Crane hire');
    await press('j');
    await press('j');
    expect(selected()).toBe('Harbour storage terms');
    expect(document.activeElement).toBe(list());
    expect(list().getAttribute('aria-activedescendant')).toBe(`row-${HARBOUR.id}`);
    await press('Home');
    expect(selected()).toBe('Crane hire');
    await press('Enter');
    expect(way.here).toEqual({ screen: 'review', versionId: anId(202) });
  });

  it('keys of an input method move nothing', async () => {
    await library();
    await press('ArrowDown', { composing: true });
    await press('j', { composing: true });
    expect(selected()).toBeUndefined();
  });

  it('nothing is chosen at first: what is due stands there, and Escape comes back to it', async () => {
    await library();
    expect(the('region', 'library.overview.title')).toBeTruthy();
    await click(row(/Crane/u));
    expect(screen.getByRole('region', { name: 'Crane hire' })).toBeTruthy();
    await press('Escape');
    expect(the('region', 'library.overview.title')).toBeTruthy();
  });

  it('one who goes quickly asks only about where one stops', async () => {
    const main = await library();
    await press('ArrowDown');
    await inspected();
    main.forget();
    await press('ArrowDown');
    await press('ArrowUp');
    await press('ArrowDown');
    await inspected();
    expect(main.inputs('library.inspect').at(-1)).toEqual({ agreementId: HARBOUR.id });
    expect(main.inputs('library.inspect').length).toBeLessThan(3);
  });

  it('is remembered: coming back finds the same agreement and the focus on the list', async () => {
    await library();
    await click(row(/Crane/u));
    await doubleClick(row(/Crane/u));
    cleanup();
    expect(shelfView.chosen).toBe(CRANE.id);
  });

  it('a place that names an agreement chooses it', async () => {
    await library([HARBOUR, CRANE], {}, {}, { screen: 'library', agreementId: CRANE.id });
    expect(selected()).toBe('Crane hire');
  });

  it('both ways of importing are there', async () => {
    const main = await library([HARBOUR, CRANE], { 'import.choose': () => [] });
    await click(screen.getAllByRole('button', { name: new RegExp(said('library.import')) })[0] as HTMLElement);
    await click(the('button', 'library.listMenu'));
    await click(the('menuitem', 'library.importFolder'));
    expect(main.inputs('import.choose')).toEqual([{ what: 'files' }, { what: 'folder' }]);
  });
});

describe('the sample set', () => {
  const samples = [HARBOUR, CRANE].map((each) => ({ ...each, sample: true }));
  const away = samples.map((each) => ({ ...each, shelves: ['archived'] as const }));

  it('is asked for once, however often it is clicked', async () => {
    const answer = later<readonly ImportOutcome[]>();
    const main = await library([], { 'import.sample': () => answer.promise });
    await click(the('button', 'library.sample'));
    expect(the('button', 'library.sample').matches(':disabled')).toBe(true);
    answer.refuse();
    await settled();
    expect(main.inputs('import.sample')).toHaveLength(1);
    expect(notice.failure).toEqual(aFailure());
    expect(the('button', 'library.sample').matches(':disabled')).toBe(false);
  });

  it('is put away in one go, with the way back', async () => {
    const main = await library(samples, {
      'library.putSamplesAway': () => ({ agreementIds: [anId(2)] }),
      'library.archive': () => undefined,
    });
    expect(reads('library.samples.count', { count: 2 })).toBe(true);
    await click(the('button', 'library.samples.putAway'));
    expect(toasts.undoable?.text).toBe(said('library.samples.gone'));
    if (toasts.undoable) await undo(toasts.undoable);
    expect(main.inputs('library.putSamplesAway')).toEqual([{ away: true }]);
    // Only what this put away comes back, not what was in the archive before.
    expect(main.inputs('library.archive')).toEqual([{ agreementIds: [anId(2)], away: false }]);
  });

  it('once away, it leaves the empty library, which brings it back instead of reading it anew', async () => {
    const main = await library(away, { 'library.putSamplesAway': () => ({ agreementIds: [] }) });
    expect(the('heading', 'library.empty')).toBeTruthy();
    await click(the('button', 'library.sample'));
    expect(main.inputs('library.putSamplesAway')).toEqual([{ away: false }]);
    expect(main.inputs('import.sample')).toEqual([]);
  });
});

describe('searching', () => {
  const hit = {
    versionId: anId(101),
    title: 'Harbour storage terms',
    ordinal: 1,
    clauseId: 'c4',
    number: '4.2',
    excerpt: 'a berth for the winter',
  };

  it('asks once for what was typed last, and leads to the clause found', async () => {
    const main = await library([HARBOUR], { 'library.search': () => [hit] });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await write(the('searchbox', 'library.filter'), 'ber');
    await write(the('searchbox', 'library.filter'), ' berth ');
    vi.advanceTimersByTime(120);
    await settled();
    expect(main.inputs('library.search')).toEqual([{ query: 'berth' }]);
    expect(reads('library.results', { count: 1 })).toBe(true);
    expect(screen.getByText(/Harbour storage terms/u, { selector: '.hit .quiet' }).textContent).toContain(
      said('library.hitOf', { title: hit.title, ordinal: 1 }),
    );
    expect([...document.querySelectorAll('mark')].map(({ textContent }) => textContent)).toEqual(['berth']);
    await click(screen.getByRole('button', { name: /a berth for the winter/u }));
    expect(way.here).toEqual({ screen: 'review', versionId: anId(101), clauseId: 'c4', find: 'berth' });
  });

  it('filters the titles and providers at once; down leads into the list, Escape empties it', async () => {
    await library([HARBOUR, CRANE], { 'library.search': () => [] });
    await write(the('searchbox', 'library.filter'), 'CRANES');
    expect(rows()).toHaveLength(1);
    await press('ArrowDown');
    expect(document.activeElement).toBe(list());
    expect(selected()).toBe('Crane hire');
    the('searchbox', 'library.filter').focus();
    await press('Escape');
    expect(rows()).toHaveLength(2);
  });

  it('a search that nobody waits for any more is not asked', async () => {
    const main = await library([HARBOUR], { 'library.search': () => [hit] });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await write(the('searchbox', 'library.filter'), 'berth');
    cleanup();
    vi.advanceTimersByTime(120);
    await settled();
    expect(main.inputs('library.search')).toEqual([]);
  });

  inEach('says when nothing was found, and asks nothing for blanks', async (language) => {
    const main = await library([HARBOUR], { 'library.search': () => [] }, { language });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await write(the('searchbox', 'library.filter'), 'nowhere');
    vi.advanceTimersByTime(120);
    await settled();
    expect(reads('library.noResults')).toBe(true);
    await write(the('searchbox', 'library.filter'), '   ');
    vi.advanceTimersByTime(120);
    await settled();
    expect(main.inputs('library.search')).toHaveLength(1);
    expect(reads('library.noResults')).toBe(false);
    expect(readsText('nowhere')).toBe(false);
  });
});
