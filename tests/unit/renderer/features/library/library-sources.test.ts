import { screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { asWritten } from '../../../../../assets/messages/say.ts';
import Library from '../../../../../src-renderer/features/library/Library.svelte';
import { notice } from '../../../../../src-renderer/kernel/failures.svelte.ts';
import { way } from '../../../../../src-renderer/kernel/navigation.svelte.ts';
import { aLine, anAgenda } from '../../given/agenda.ts';
import { aHash, aLibrary, anAgreement, anId, aPending, aVersion } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { aFailure, refused, type Answers, type Double } from '../../given/double.ts';
import { dialog, every, field, reads, readsText, the } from '../../given/find.ts';
import { click, press, write } from '../../given/hands.ts';
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

describe('sources that are no version yet', () => {
  const unreadable = aPending({ state: 'unreadable', failure: aFailure({ code: 'no-text' }) });

  it('one waits for its review, one that was set aside for another look', async () => {
    await library({
      'library.list': () => aLibrary([], [aPending(), aPending({ id: anId(32), name: 'b.txt', state: 'set-aside' })]),
    });
    expect(screen.getByRole('button', { name: /b\.txt/u }).textContent).toContain(said('library.setAside'));
    await click(screen.getByRole('button', { name: /moorings/u }));
    expect(way.here).toEqual({ screen: 'import', sourceId: anId(31) });
  });

  it('of one that could not be read the reason is shown', async () => {
    await library({ 'library.list': () => aLibrary([], [unreadable]) });
    const row = screen.getByRole('button', { name: /moorings/u });
    expect(row.textContent).toContain(said('library.unreadable'));
    await click(row);
    expect(notice.failure).toEqual(aFailure({ code: 'no-text' }));
    expect(way.canGoBack).toBe(false);
  });

  it('one whose reading was interrupted is read again', async () => {
    const main = await library({
      'library.list': () => aLibrary([], [{ ...unreadable, interrupted: true }]),
      'import.again': ({ sourceId }) => ({ name: 'moorings.docx', sourceId }),
    });
    expect(reads('library.interrupted')).toBe(true);
    await click(the('button', 'library.readAgainOf', { name: 'moorings.docx' }));
    expect(main.inputs('import.again')).toEqual([{ sourceId: anId(31) }]);
    expect(way.here).toEqual({ screen: 'import', sourceId: anId(31) });
  });

  it('and told when it cannot be read this time either', async () => {
    await library({
      'library.list': () => aLibrary([], [{ ...unreadable, interrupted: true }]),
      'import.again': () => ({ name: 'moorings.docx', failure: aFailure({ code: 'again' }) }),
    });
    await click(the('button', 'library.readAgainOf', { name: 'moorings.docx' }));
    expect(notice.failure).toEqual(aFailure({ code: 'again' }));
    expect(way.canGoBack).toBe(false);
  });
});

describe('renaming', () => {
  const renamed = (): Promise<Double> =>
    library({ 'library.list': () => aLibrary([two]), 'library.rename': () => undefined });

  inEach('begins with what is there, and gives the focus back', async (language) => {
    await library({ 'library.list': () => aLibrary([two]) }, { language });
    await click(the('button', 'library.rename'));
    expect((field('library.titleField') as HTMLInputElement).value).toBe('Crane hire');
    expect(document.activeElement).toBe(field('library.titleField'));
    await accessible();
    await click(the('button', 'frame.cancel'));
    expect(dialog()).toBeNull();
    expect(document.activeElement).toBe(the('button', 'library.rename'));
  });

  it('sends both, or no provider where it was emptied', async () => {
    const main = await renamed();
    await click(the('button', 'library.rename'));
    await write(field('library.titleField'), 'Cranes by the day');
    await press('Enter');
    await click(the('button', 'library.rename'));
    await write(field('library.provider'), '');
    await click(the('button', 'frame.save'));
    expect(main.inputs('library.rename')).toEqual([
      { agreementId: anId(2), title: 'Cranes by the day', provider: 'Cranes Ltd' },
      { agreementId: anId(2), title: 'Crane hire' },
    ]);
    expect(dialog()).toBeNull();
  });

  it('what was refused is told, and what was typed stays', async () => {
    const main = await renamed();
    main.answer({ 'library.rename': refused() });
    await click(the('button', 'library.rename'));
    await write(field('library.titleField'), 'Cranes by the day');
    await click(the('button', 'frame.save'));
    expect((field('library.titleField') as HTMLInputElement).value).toBe('Cranes by the day');
    expect(readsText('The given call was refused.') || notice.failure !== undefined).toBe(true);
  });
});

describe('what stands beside the library', () => {
  inEach('the next five dates, and the way to all of them', async (language) => {
    const lines = [
      aLine({ id: 'late', state: 'overdue', date: '2026-11-20', title: asWritten('Late one') }),
      aLine({ id: 'done', state: 'done', title: asWritten('Done one') }),
      aLine({ id: 'asleep', state: 'snoozed', title: asWritten('Sleeping one') }),
      ...[1, 2, 3, 4, 5].map((at) => aLine({ id: `${at}`, title: asWritten(`Date number ${at}`) })),
    ];
    await library({ 'agenda.list': () => anAgenda(lines) }, { language });
    const dates = the('region', 'library.nextDates');
    expect(within(dates).getAllByRole('listitem')).toHaveLength(5);
    expect(dates.textContent).toContain('Late one');
    expect(dates.textContent).toContain(said('frame.daysAgo', { days: 10 }));
    expect(dates.textContent).not.toContain('Done one');
    expect(dates.textContent).not.toContain('Sleeping one');
    expect(dates.textContent).not.toContain('Date number 5');
    await click(the('button', 'agenda.allDates'));
    expect(way.here).toEqual({ screen: 'agenda' });
  });

  inEach('pages of the watched folder, to review or to dismiss', async (language) => {
    const offer = {
      id: anId(51),
      sourceId: anId(31),
      name: 'new.html',
      agreementTitle: 'Crane hire',
      foundAt: '2026-11-29',
    };
    const unread = { id: anId(52), name: 'broken.html' };
    const main = await library(
      { 'import.offers': () => ({ offers: [offer], unread: [unread] }), 'import.dismissOffer': () => undefined },
      { language },
    );
    expect(reads('notices.offer', { name: 'new.html', title: 'Crane hire' })).toBe(true);
    expect(reads('notices.unread', { name: 'broken.html' })).toBe(true);
    await accessible();
    for (const button of every('button', 'notices.dismiss')) await click(button);
    expect(main.inputs('import.dismissOffer')).toEqual([{ offerId: anId(51) }, { offerId: anId(52) }]);
    await click(the('button', 'notices.reviewOffer'));
    expect(way.here).toEqual({ screen: 'import', sourceId: anId(31) });
    main.answer({ 'import.offers': () => ({ offers: [], unread: [unread] }) });
    main.send('changed', { features: ['import'] });
    await settled();
    expect(the('heading', 'notices.unreadPages')).toBeTruthy();
  });
});
