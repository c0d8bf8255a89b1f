import { screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { asWritten, sentence } from '../../../../../assets/messages/say.ts';
import { notice } from '../../../../../src-renderer/kernel/failures.svelte.ts';
import { way } from '../../../../../src-renderer/kernel/navigation.svelte.ts';
import { toasts, undo } from '../../../../../src-renderer/kernel/toasts.svelte.ts';
import { aLine, anAgenda } from '../../given/agenda.ts';
import { aLibrary, anId, aPending, aVersion } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { aFailure, type Answers, type Double } from '../../given/double.ts';
import { every, reads, the } from '../../given/find.ts';
import { click } from '../../given/hands.ts';
import { CRANE, HARBOUR, library } from '../../given/library.ts';
import { inEach, said, settled } from '../../given/page.ts';

const waiting = (pending: Parameters<typeof aLibrary>[1], answers: Answers = {}): Promise<Double> =>
  library([], { 'library.list': () => aLibrary([], pending), ...answers });

describe('sources that are no version yet', () => {
  const unreadable = aPending({ state: 'unreadable', failure: aFailure({ code: 'no-text' }) });

  it('one waits for its review, one that was set aside for another look', async () => {
    await waiting([aPending(), aPending({ id: anId(32), name: 'b.txt', state: 'set-aside' })]);
    expect(screen.getByRole('button', { name: /b\.txt/u }).textContent).toContain(said('library.setAside'));
    await click(screen.getByRole('button', { name: /moorings/u }));
    expect(way.here).toEqual({ screen: 'import', sourceId: anId(31) });
  });

  it('the next step is to check the first that waits, whatever else is due', async () => {
    await library([], { 'library.list': () => aLibrary([HARBOUR], [{ ...unreadable, id: anId(33) }, aPending()]) });
    await click(the('button', 'library.overview.check'));
    expect(way.here).toEqual({ screen: 'import', sourceId: anId(31) });
  });

  it('of one that could not be read the reason is shown', async () => {
    await waiting([unreadable]);
    const row = screen.getAllByRole('button', { name: /moorings/u })[0] as HTMLElement;
    expect(row.textContent).toContain(said('library.unreadable'));
    await click(row);
    expect(notice.failure).toEqual(aFailure({ code: 'no-text' }));
    expect(way.canGoBack).toBe(false);
  });

  it('and it is dismissed, with the way back', async () => {
    const main = await waiting([unreadable], { 'library.dismissSources': () => undefined });
    await click(the('button', 'library.dismiss', { name: 'moorings.docx' }));
    expect(toasts.undoable?.text).toBe(said('library.dismissed.one', { name: 'moorings.docx' }));
    if (toasts.undoable) await undo(toasts.undoable);
    expect(main.inputs('library.dismissSources')).toEqual([
      { sourceIds: [anId(31)], away: true },
      { sourceIds: [anId(31)], away: false },
    ]);
  });

  inEach('several at once, and only those that could not be read', async (language) => {
    const many = [unreadable, { ...unreadable, id: anId(33), name: 'c.pdf' }, aPending({ id: anId(34) })];
    const main = await library(
      [],
      { 'library.list': () => aLibrary([], many), 'library.dismissSources': () => undefined },
      { language },
    );
    await accessible();
    await click(the('button', 'library.dismissAll', { count: 2 }));
    expect(main.inputs('library.dismissSources')).toEqual([{ sourceIds: [anId(31), anId(33)], away: true }]);
  });

  it('of many there is one row with how many there are, until one asks for them', async () => {
    const many = Array.from({ length: 9 }, (_, at) => aPending({ id: anId(40 + at), name: `file ${at}.txt` }));
    await waiting(many);
    expect(screen.queryAllByRole('button', { name: /file \d/u })).toEqual([]);
    expect(the('region', 'library.pending').textContent).toContain('9');
    await click(the('button', 'library.showAll'));
    expect(screen.getAllByRole('button', { name: /file \d/u })).toHaveLength(9);
  });

  inEach('of many the one row hides none that could not be read', async (language) => {
    const many = Array.from({ length: 9 }, (_, at) => aPending({ id: anId(40 + at), name: `file ${at}.txt` }));
    const broken = { ...unreadable, id: anId(60), name: 'broken.pdf' };
    await library([], { 'library.list': () => aLibrary([], [...many, broken]) }, { language });
    expect(screen.getAllByRole('button', { name: /broken/u })[0]?.textContent).toContain(said('library.unreadable'));
    expect(screen.queryAllByRole('button', { name: /file \d/u })).toEqual([]);
    await accessible();
    await click(the('button', 'library.showAll'));
    expect(screen.getAllByRole('button', { name: /file \d/u })).toHaveLength(9);
  });

  it('one whose reading was interrupted is read again', async () => {
    const main = await waiting([{ ...unreadable, interrupted: true }], {
      'import.again': ({ sourceId }) => ({ name: 'moorings.docx', sourceId }),
    });
    expect(reads('library.interrupted')).toBe(true);
    await click(the('button', 'library.readAgainOf', { name: 'moorings.docx' }));
    expect(main.inputs('import.again')).toEqual([{ sourceId: anId(31) }]);
    expect(way.here).toEqual({ screen: 'import', sourceId: anId(31) });
  });

  it('and told when it cannot be read this time either', async () => {
    await waiting([{ ...unreadable, interrupted: true }], {
      'import.again': () => ({ name: 'moorings.docx', failure: aFailure({ code: 'again' }) }),
    });
    await click(the('button', 'library.readAgainOf', { name: 'moorings.docx' }));
    expect(notice.failure).toEqual(aFailure({ code: 'again' }));
    expect(way.canGoBack).toBe(false);
  });
});

describe('the overview', () => {
  const lines = [
    aLine({ id: 'late', state: 'overdue', date: '2026-11-20', title: asWritten('Late one') }),
    aLine({ id: 'done', state: 'done', title: asWritten('Done one') }),
    aLine({ id: 'asleep', state: 'snoozed', title: asWritten('Sleeping one') }),
    aLine({ id: 'near', date: '2026-12-10', title: asWritten('Near one') }),
    aLine({ id: 'far', date: '2027-03-10', title: asWritten('Far one') }),
  ];

  inEach('tells what is due, what comes in 30 days, and what is to be read', async (language) => {
    const waits = {
      ...CRANE,
      versions: [...CRANE.versions, aVersion({ id: anId(203), ordinal: 3 })],
      waiting: anId(203),
      shelves: ['new-version', 'in-force'] as const,
    };
    const effect = aLine({
      id: 'e',
      kind: 'notice-effect',
      date: '2026-12-22',
      agreement: { id: CRANE.id, title: '' },
    });
    await library([HARBOUR, waits], { 'agenda.list': () => anAgenda([...lines, effect]) }, { language });
    const today = the('region', 'library.overview.today');
    expect(today.textContent).toContain('Late one');
    expect(today.textContent).toContain(said('frame.daysAgo', { days: 10 }));
    const page = the('article', 'library.overview.title').textContent;
    expect(page).toContain('Near one');
    for (const absent of ['Done one', 'Sleeping one', 'Far one']) expect(page).not.toContain(absent);
    const counts = (['in-force', 'to-review', 'new-version'] as const).map((shelf) =>
      sentence(`library.overview.count.${shelf}`, { count: 1 }),
    );
    expect(page).toContain(said('library.overview.counts', { counts }));
    const date = language === 'zh' ? '12-22' : '22 Dec';
    expect(page).toContain(said('library.overview.inForceFrom', { date }));
    await accessible();
    await click(the('button', 'library.overview.review', { title: 'Harbour storage terms' }));
    expect(way.here).toEqual({ screen: 'review', versionId: anId(203) });
  });

  it('where nothing is due today it names the next date', async () => {
    await library([HARBOUR], { 'agenda.list': () => anAgenda(lines.slice(3)) });
    expect(reads('library.overview.nothingToday', { date: '2026年12月10日 周四' })).toBe(true);
    await click(the('button', 'agenda.allDates'));
    expect(way.here).toEqual({ screen: 'agenda' });
  });

  it('of many it shows some, and leads to the part with all of them', async () => {
    const many = Array.from({ length: 12 }, (_, at) => ({
      ...HARBOUR,
      id: anId(900 + at),
      title: `Lease ${at}`,
      versions: [aVersion({ id: anId(950 + at) })],
      shown: anId(950 + at),
    }));
    await library(many);
    expect(within(the('article', 'library.overview.title')).getAllByRole('button', { name: /^Lease/u })).toHaveLength(
      8,
    );
    await click(the('button', 'library.overview.all', { count: 12 }));
    expect(the('listbox', 'library.list').querySelectorAll('[role=option]')).toHaveLength(12);
  });
});

describe('pages of the watched folder', () => {
  inEach('are there to review or to dismiss', async (language) => {
    const offer = {
      id: anId(51),
      sourceId: anId(31),
      name: 'new.html',
      agreementTitle: 'Crane hire',
      foundAt: '2026-11-29',
    };
    const unread = { id: anId(52), name: 'broken.html' };
    const main = await library(
      [CRANE],
      { 'import.offers': () => ({ offers: [offer], unread: [unread] }), 'import.dismissOffer': () => undefined },
      { language },
    );
    expect(reads('notices.offer', { name: 'new.html', title: 'Crane hire' })).toBe(true);
    expect(reads('notices.unread', { name: 'broken.html' })).toBe(true);
    await accessible();
    for (const button of every('button', 'notices.dismiss')) await click(button);
    const away = true;
    expect(main.inputs('import.dismissOffer')).toEqual([
      { offerId: anId(51), away },
      { offerId: anId(52), away },
    ]);
    expect(toasts.undoable?.text).toBe(said('import.dismissed', { name: 'broken.html' }));
    await undo(toasts.undoable!);
    expect(main.inputs('import.dismissOffer').at(-1)).toEqual({ offerId: anId(52), away: false });
    await click(the('button', 'notices.reviewOffer'));
    expect(way.here).toEqual({ screen: 'import', sourceId: anId(31) });
    main.answer({ 'import.offers': () => ({ offers: [], unread: [unread] }) });
    main.send('changed', { features: ['import'] });
    await settled();
    expect(the('heading', 'notices.unreadPages')).toBeTruthy();
  });
});
