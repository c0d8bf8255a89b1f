import { cleanup, screen, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { asWritten } from '../../../../../assets/messages/say.ts';
import Library from '../../../../../src-renderer/features/library/Library.svelte';
import { notice } from '../../../../../src-renderer/kernel/failures.svelte.ts';
import { way } from '../../../../../src-renderer/kernel/navigation.svelte.ts';
import type { ImportOutcome } from '../../../../../src-main/contract/import.ts';
import type { LibraryView } from '../../../../../src-main/contract/library.ts';
import { anAgenda } from '../../given/agenda.ts';
import { agreements, aHash, aLibrary, anAgreement, anId, aPending, aVersion } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { aFailure, later, pending, refused, type Answers, type Double } from '../../given/double.ts';
import { every, reads, the } from '../../given/find.ts';
import { click, doubleClick, press, write } from '../../given/hands.ts';
import { inEach, said, settled, show } from '../../given/page.ts';

const quiet: Answers = {
  'library.list': () => aLibrary(),
  'agenda.list': () => anAgenda(),
  'import.offers': () => ({ offers: [], unread: [] }),
};

const library = (answers: Answers = {}, wish: Parameters<typeof show>[3] = {}): Promise<Double> =>
  show(Library, {}, { ...quiet, ...answers }, wish);

const two = anAgreement({
  id: anId(2),
  title: 'Crane hire',
  provider: 'Cranes Ltd',
  versions: [
    aVersion({
      id: anId(201),
      state: 'superseded',
      why: asWritten('A newer one was accepted.'),
      fingerprint: aHash(201),
    }),
    aVersion({ id: anId(202), ordinal: 2, state: 'accepted', since: '2026-11-20', conspicuous: 4 }),
  ],
});

describe('states of the library', () => {
  inEach('empty: says so, and offers the sample and an import', async (language) => {
    await library({ 'library.list': () => aLibrary([]) }, { language });
    expect(the('heading', 'library.empty')).toBeTruthy();
    expect(reads('library.emptyText')).toBe(true);
    expect(the('button', 'library.import')).toBeTruthy();
    expect(the('button', 'library.sample')).toBeTruthy();
    await accessible();
  });

  it('loading: shows nothing that would have to be taken back', async () => {
    await library({ 'library.list': pending });
    expect(screen.queryByRole('heading')).toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('failed: the failure goes to the notice, and no empty library is claimed', async () => {
    await library({ 'library.list': refused() });
    expect(notice.failure).toEqual(aFailure());
    expect(reads('library.empty')).toBe(false);
  });

  inEach('few: each with its newest state, the first one beside it whole', async (language) => {
    await library({ 'library.list': () => aLibrary([two, anAgreement()]) }, { language });
    const list = the('region', 'library.title');
    expect(within(list).getAllByRole('button')).toHaveLength(2);
    expect(list.textContent).toContain(`${said('names.state.accepted')} 2026-11-20`);
    const card = screen.getByRole('region', { name: 'Crane hire' });
    expect(card.textContent).toContain('Cranes Ltd');
    expect(card.textContent).toContain(said('library.version', { ordinal: 2 }));
    expect(card.textContent).toContain('A newer one was accepted.');
    expect(card.textContent).toContain(aHash(201));
    expect(card.textContent).toContain(said('library.conspicuous', { count: 4 }));
    await accessible();
  });

  inEach('many: three hundred are all listed', async (language) => {
    await library({ 'library.list': () => aLibrary(agreements(300)) }, { language });
    expect(within(the('region', 'library.title')).getAllByRole('button')).toHaveLength(300);
  });

  inEach('only sources that are no version yet: the list, not the empty library', async (language) => {
    await library({ 'library.list': () => aLibrary([], [aPending()]) }, { language });
    expect(reads('library.empty')).toBe(false);
    expect(screen.getByRole('button', { name: /moorings\.docx/u }).textContent).toContain(said('library.pending'));
    await accessible();
  });

  it('what changed elsewhere is looked at again, other changes are not', async () => {
    const main = await library();
    main.answer({ 'library.list': () => aLibrary([two]) });
    main.send('changed', { features: ['rights'] });
    await settled();
    expect(main.inputs('library.list')).toHaveLength(1);
    main.send('changed', { features: ['library'] });
    await settled();
    expect(screen.getByRole('region', { name: 'Crane hire' })).toBeTruthy();
  });
});

describe('a row of the library', () => {
  it('says that a newer version waits beside the accepted one', async () => {
    const waiting = anAgreement({
      versions: [
        aVersion({ state: 'accepted', since: '2026-10-06', stands: true }),
        aVersion({ id: anId(102), ordinal: 2, state: 'not-reviewed' }),
      ],
    });
    await library({ 'library.list': () => aLibrary([waiting]) });
    expect(reads('library.newVersion', { from: 1, to: 2 })).toBe(true);
  });

  it('a declined newer version does not wait', async () => {
    const declined = anAgreement({
      versions: [
        aVersion({ state: 'accepted', stands: true }),
        aVersion({ id: anId(102), ordinal: 2, state: 'declined' }),
      ],
    });
    await library({ 'library.list': () => aLibrary([declined]) });
    expect(reads('library.newVersion', { from: 1, to: 2 })).toBe(false);
    expect(the('region', 'library.title').textContent).toContain(said('names.state.declined'));
  });

  it('says from whom it came, else how much is conspicuous, else what it is', async () => {
    const list = [
      anAgreement({ id: anId(3), origin: 'Southern Ferries' }),
      anAgreement({ id: anId(4), versions: [aVersion({ id: anId(401), conspicuous: 7 })] }),
      anAgreement({ id: anId(5), kind: 'sla', versions: [aVersion({ id: anId(501) })] }),
    ];
    await library({ 'library.list': () => aLibrary(list) });
    const rows = within(the('region', 'library.title')).getAllByRole('button');
    expect(rows[0]?.textContent).toContain(said('library.origin', { name: 'Southern Ferries' }));
    expect(rows[1]?.textContent).toContain(said('library.conspicuous', { count: 7 }));
    expect(rows[2]?.textContent).toContain(said('names.documentKind.sla'));
  });
});

describe('choosing in the library', () => {
  const list = (): LibraryView => aLibrary([anAgreement(), two]);

  it('the arrows move the choice and the focus, stop at the ends, and Enter opens the newest version', async () => {
    await library({ 'library.list': list });
    await click(screen.getByRole('button', { name: /Harbour storage/u }));
    await press('ArrowUp');
    expect(document.activeElement?.textContent).toContain('Harbour storage');
    expect(await press('ArrowDown')).toBe(true);
    await press('ArrowDown');
    const row = screen.getByRole('button', { name: /Crane hire/u });
    expect(document.activeElement).toBe(row);
    expect(row.getAttribute('aria-current')).toBe('true');
    await press('Enter');
    expect(way.here).toEqual({ screen: 'review', versionId: anId(202) });
  });

  it('a click shows, a double click opens', async () => {
    await library({ 'library.list': list });
    const row = screen.getByRole('button', { name: /Crane hire/u });
    await click(row);
    expect(screen.getByRole('region', { name: 'Crane hire' })).toBeTruthy();
    expect(way.canGoBack).toBe(false);
    await doubleClick(row);
    expect(way.here).toEqual({ screen: 'review', versionId: anId(202) });
  });

  it('each version can be opened, and compared with the one before', async () => {
    await library({ 'library.list': () => aLibrary([two]) });
    expect(every('button', 'library.open')).toHaveLength(2);
    await click(every('button', 'library.open')[1]!);
    expect(way.here).toEqual({ screen: 'review', versionId: anId(201) });
    await click(the('button', 'library.compare'));
    expect(way.here).toEqual({ screen: 'compare', oldVersionId: anId(201), newVersionId: anId(202) });
  });

  it('where sealed copies came back it says which text governs, and what is open', async () => {
    const texts = { governs: 'neither', openDifferences: 2 } as const;
    await library({ 'library.list': () => aLibrary([anAgreement({ versions: [aVersion({ texts })] })]) });
    expect(reads('review.explanations.texts.governs.neither')).toBe(true);
    expect(reads('review.explanations.texts.open', { count: 2 })).toBe(true);
  });

  it('both ways of importing are there', async () => {
    const main = await library({ 'import.choose': () => [] });
    await click(the('button', 'library.import'));
    await click(the('button', 'library.importFolder'));
    expect(main.inputs('import.choose')).toEqual([{ what: 'files' }, { what: 'folder' }]);
  });

  it('the sample is asked for once, however often it is clicked', async () => {
    const answer = later<readonly ImportOutcome[]>();
    const main = await library({ 'library.list': () => aLibrary([]), 'import.sample': () => answer.promise });
    await click(the('button', 'library.sample'));
    expect(the('button', 'library.sample').matches(':disabled')).toBe(true);
    answer.refuse();
    await settled();
    expect(main.inputs('import.sample')).toHaveLength(1);
    expect(notice.failure).toEqual(aFailure());
    expect(the('button', 'library.sample').matches(':disabled')).toBe(false);
  });
});

describe('searching', () => {
  const hit = {
    versionId: anId(101),
    agreementTitle: 'Harbour storage terms',
    ordinal: 1,
    clauseId: 'c4',
    number: '4.2',
    excerpt: 'a berth for the winter',
  };

  it('asks once for what was typed last, and leads to the clause found', async () => {
    const main = await library({ 'library.search': () => [hit] });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await write(the('searchbox', 'library.filter'), 'ber');
    await write(the('searchbox', 'library.filter'), ' berth ');
    vi.advanceTimersByTime(120);
    await settled();
    expect(main.inputs('library.search')).toEqual([{ query: ' berth ' }]);
    expect(the('heading', 'library.results', { count: 1 })).toBeTruthy();
    await click(screen.getByRole('button', { name: /a berth for the winter/u }));
    expect(way.here).toEqual({ screen: 'review', versionId: anId(101), clauseId: 'c4', find: 'berth' });
  });

  it('filters the titles and providers at once', async () => {
    await library({ 'library.list': () => aLibrary([anAgreement(), two]), 'library.search': () => [] });
    await write(the('searchbox', 'library.filter'), 'CRANES');
    expect(screen.queryByRole('button', { name: /Harbour storage/u })).toBeNull();
    expect(screen.getByRole('button', { name: /Crane hire/u })).toBeTruthy();
  });

  it('a search that nobody waits for any more is not asked', async () => {
    const main = await library({ 'library.search': () => [hit] });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await write(the('searchbox', 'library.filter'), 'berth');
    cleanup();
    vi.advanceTimersByTime(120);
    await settled();
    expect(main.inputs('library.search')).toEqual([]);
  });

  inEach('says when nothing was found, and asks nothing for blanks', async (language) => {
    const main = await library({ 'library.search': () => [] }, { language });
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
  });
});
