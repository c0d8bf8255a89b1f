import { cleanup, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { asWritten } from '../../../../../assets/messages/say.ts';
import type { Changes, Inspection } from '../../../../../src-main/contract/library.ts';
import { notice } from '../../../../../src-renderer/kernel/failures.svelte.ts';
import { way } from '../../../../../src-renderer/kernel/navigation.svelte.ts';
import { toasts, undo } from '../../../../../src-renderer/kernel/toasts.svelte.ts';
import { money } from '../../../../../src-renderer/kernel/money.ts';
import { aLine, anAgenda } from '../../given/agenda.ts';
import { aHash, anId, anInspection, aVersion } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { aFailure, refused, type Answers, type Double } from '../../given/double.ts';
import { dialog, field, reads, readsText, the } from '../../given/find.ts';
import { click, press, write } from '../../given/hands.ts';
import { CRANE, HARBOUR, inspected, library } from '../../given/library.ts';
import { inEach, said, settled } from '../../given/page.ts';

type Wish = Parameters<typeof library>[2];

/** The crane's agreement chosen, with what is told of it. */
async function inspector(
  more: Partial<Inspection> = {},
  answers: Answers = {},
  wish: Wish = {},
  of = CRANE,
): Promise<Double> {
  const main = await library([of], { 'library.inspect': () => anInspection(of, more), ...answers }, wish, {
    screen: 'library',
    agreementId: of.id,
  });
  await inspected();
  return main;
}

const changes: Changes = {
  oldVersionId: anId(201),
  oldOrdinal: 1,
  newVersionId: anId(202),
  newOrdinal: 2,
  all: 7,
  material: 2,
  open: false,
};

const accepted: Partial<Inspection> = {
  acceptance: { versionId: anId(202), ordinal: 2, documents: 3, keyClauses: 4, noted: 4, governs: 'click' },
  decision: { decision: 'accepted', at: '2026-11-20T06:05:00Z', person: 'Ada', role: 'Head', basis: 'post' },
};
const answersOf = (): string => screen.getByRole('article').querySelector('dl')?.textContent ?? '';
const primary = (): HTMLElement => screen.getByRole('contentinfo').querySelector('button.primary') as HTMLElement;

describe('the four answers', () => {
  inEach('say what was accepted, when and by whom, what changed, and what comes next', async (language) => {
    const line = aLine({
      kind: 'notice-last-day',
      date: '2026-12-21',
      agreement: { id: CRANE.id, title: 'Crane hire' },
      place: { screen: 'notices', noticeId: anId(8) },
    });
    const given = { 'library.changes': () => changes, 'agenda.list': () => anAgenda([line]) };
    await inspector(accepted, given, { language });
    expect(answersOf()).toContain(said('library.answers.version', { ordinal: 2, count: 3 }));
    expect(answersOf()).toContain(said('library.answers.allNoted', { count: 4 }));
    expect(answersOf()).toContain(
      said('library.answers.person', { person: 'Ada', role: 'Head', basis: said('library.answers.bases.post') }),
    );
    expect(answersOf()).toContain(said('library.answers.changes', { all: 7, material: 2 }));
    expect(answersOf()).toContain(said('library.answers.since', { ordinal: 1 }));
    expect(answersOf()).toContain(said('term.agenda-items.kind-words.notice-last-day.title'));
    await accessible();
    await click(the('button', 'library.answers.changes', { all: 7, material: 2 }));
    expect(way.here).toEqual({ screen: 'compare', oldVersionId: anId(201), newVersionId: anId(202) });
  });

  inEach('say so where nothing was accepted, decided, compared or is due', async (language) => {
    const review = { versionId: anId(101), ordinal: 1, noted: 0, keyClauses: 5, minutesLeft: 3, complete: false };
    await inspector({ review }, {}, { language }, HARBOUR);
    for (const key of ['none', 'nobody', 'nothingBefore', 'first'] as const)
      expect(answersOf()).toContain(said(`library.answers.${key}`));
    expect(answersOf()).toContain(said('library.row.nothing'));
    expect(answersOf()).toContain(said('library.answers.minutes', { count: 3 }));
  });

  it('tell of what was noted only what the record tells, and that a sealed text prevails', async () => {
    const acceptance = { versionId: anId(202), ordinal: 2, documents: 1, keyClauses: 4, noted: 3 };
    await inspector({ ...accepted, acceptance });
    expect(answersOf()).toContain(said('library.answers.someNoted', { noted: 3, count: 4 }));
    cleanup();
    await inspector({ ...accepted, acceptance: { ...acceptance, governs: 'sealed' } });
    expect(answersOf()).toContain(said('library.answers.sealedPrevails'));
  });
});

describe('facts, versions and what is linked', () => {
  const facts: Inspection['facts'] = [
    {
      id: 'f1',
      kind: 'change-notice',
      label: asWritten('Notice of change'),
      words: asWritten('30 days'),
      clause: 'c3',
      quote: 'thirty days before',
      number: '3.1',
      conflicts: [],
    },
    {
      id: 'f2',
      kind: 'late-fee',
      label: asWritten('Late fee'),
      words: asWritten('1 per mille'),
      clause: 'c9',
      quote: 'pays',
      conflicts: ['7.2'],
    },
    {
      id: 'f3',
      kind: 'damages-multiple',
      label: asWritten('Damages'),
      words: asWritten('one and a half'),
      clause: 'c8',
      quote: '',
      number: '8',
      own: asWritten('1.5 times'),
      conflicts: [],
    },
  ];

  inEach('a fact leads to its clause; an own value and a contradiction are said', async (language) => {
    await inspector({ facts }, {}, { language });
    expect(reads('library.facts.own', { words: 'one and a half' })).toBe(true);
    expect(reads('library.facts.conflict', { clauses: said('rights.clause', { number: '7.2' }) })).toBe(true);
    expect(reads('library.facts.unnumbered')).toBe(true);
    await accessible();
    await click(screen.getByRole('button', { name: /Notice of change/u }));
    expect(way.here).toEqual({ screen: 'review', versionId: anId(202), clauseId: 'c3' });
  });

  it('none were read: that is said', async () => {
    await inspector();
    expect(reads('library.facts.none')).toBe(true);
  });

  it('every version shows its own title, and can be opened, compared and exported', async () => {
    const given = anInspection(CRANE);
    const versions = given.versions.map((version) =>
      version.ordinal === 2 ? { ...version, recordId: anId(77), compareWith: anId(201) } : version,
    );
    const main = await inspector(
      { versions },
      {
        'evidence.certificate': () => ({ fileName: 'record.pdf', sha256: aHash(1) }),
        'evidence.exportBundle': () => ({ fileName: 'bundle.zip', sha256: aHash(2), bytes: 9 }),
      },
    );
    const timeline = the('region', 'library.versions');
    expect(within(timeline).getAllByRole('listitem')).toHaveLength(2);
    expect(timeline.textContent).toContain('Crane hire, first edition');
    expect(timeline.textContent).toContain('A newer one was accepted.');
    await click(the('button', 'library.recordOf', { ordinal: 2 }));
    expect(notice.said).toBe(said('evidence.exported', { name: 'record.pdf' }));
    await click(the('button', 'library.bundleOf', { ordinal: 2 }));
    expect(notice.said).toBe(said('evidence.exported', { name: 'bundle.zip' }));
    expect(main.inputs('evidence.exportBundle')).toEqual([
      { scope: { kind: 'acceptance', acceptanceId: anId(77) }, seen: aHash(99) },
    ]);
    await click(the('button', 'library.openVersion', { ordinal: 1 }));
    expect(way.here).toEqual({ screen: 'review', versionId: anId(201) });
    await click(the('button', 'library.compareVersion', { ordinal: 2 }));
    expect(way.here).toEqual({ screen: 'compare', oldVersionId: anId(201), newVersionId: anId(202) });
  });

  it('where sealed copies came back it says which text governs, and what is open', async () => {
    const texts = { governs: 'neither', openDifferences: 2 } as const;
    const of = { ...HARBOUR, versions: [aVersion({ texts })] };
    await inspector({}, {}, {}, of);
    expect(reads('review.explanations.texts.governs.neither')).toBe(true);
    expect(reads('review.explanations.texts.open', { count: 2 })).toBe(true);
  });

  it('what other desks hold leads there, with its state and amount', async () => {
    const place = { screen: 'rights', agreementId: CRANE.id, part: 'orders' } as const;
    const linked = [{ id: 'o', what: 'order', title: asWritten('Order 7'), amount: '144000.00', place } as const];
    await inspector({ linked });
    expect(the('region', 'library.linked.title').textContent).toContain(money('144000.00'));
    await click(screen.getByRole('button', { name: 'Order 7' }));
    expect(way.here).toEqual(place);
  });

  it('hashes stand under the technical details, folded', async () => {
    await inspector();
    const details = screen.getByText(said('library.technical.title')).closest('details');
    expect(details?.open).toBe(false);
    expect(details?.textContent).toContain(aHash(201));
    details?.remove();
    expect(readsText(aHash(201))).toBe(false);
  });
});

describe('the one next thing', () => {
  const step = (what: Inspection['next']['do']): Partial<Inspection> => ({
    next: { do: what, versionId: anId(202), ordinal: 2 },
  });

  it.each([
    ['review', { screen: 'review', versionId: anId(202) }],
    ['continue', { screen: 'review', versionId: anId(202) }],
    ['decide', { screen: 'decision', versionId: anId(202) }],
    ['read', { screen: 'review', versionId: anId(202) }],
  ] as const)('%s', async (what, place) => {
    await inspector(step(what));
    expect(primary().textContent).toBe(said(`library.next.${what}`, { ordinal: 2 }));
    await click(primary());
    expect(way.here).toEqual(place);
  });

  inEach('what was decided and not made yet is said in the world', async (language) => {
    const of = { ...CRANE, versions: [aVersion({ id: anId(202), ordinal: 2, state: 'decided', since: '2026-11-27' })] };
    const main = await inspector(step('conclude'), { 'review.conclude': () => undefined }, { language }, of);
    expect(reads('library.made.text')).toBe(true);
    await click(primary());
    const world = dialog();
    expect(world?.textContent).toContain('Crane hire');
    await click(the('button', 'frame.cancel'));
    expect(dialog()).toBeNull();
    expect(main.inputs('review.conclude')).toEqual([]);
  });

  it('where nothing is to be read, what is due soon', async () => {
    const line = aLine({
      date: '2026-12-10',
      agreement: { id: CRANE.id, title: '' },
      place: { screen: 'rights', agreementId: CRANE.id, part: 'orders' },
    });
    await inspector(step('read'), { 'agenda.list': () => anAgenda([line]) });
    expect(primary().textContent).toBe(said('library.next.due.rights'));
    await click(primary());
    expect(way.here).toMatchObject({ screen: 'rights' });
  });

  it('a list of forms leads to the letters', async () => {
    const of = { ...HARBOUR, kind: 'form-list', reference: true, shelves: [] } as const;
    await inspector({}, {}, {}, of);
    expect(reads('library.reference.forms')).toBe(true);
    await click(primary());
    expect(way.here).toEqual({ screen: 'letters' });
  });
});

describe('the menu of an agreement', () => {
  const open = async (): Promise<void> => click(the('button', 'library.more'));

  it('archives, says what leaves the agenda with it, with the way back, and takes out again', async () => {
    const agreement = { id: CRANE.id, title: 'Crane hire' };
    const lines = [
      aLine({ id: 'a', agreement }),
      aLine({ id: 'b', agreement, state: 'overdue' }),
      aLine({ id: 'c', agreement, state: 'done' }),
      aLine({ id: 'd' }),
    ];
    const main = await inspector({}, { 'library.archive': () => undefined, 'agenda.list': () => anAgenda(lines) });
    await open();
    await click(the('menuitem', 'library.archive.put'));
    expect(toasts.undoable?.text).toBe(said('library.archive.doneWithDates', { title: 'Crane hire', count: 2 }));
    if (toasts.undoable) await undo(toasts.undoable);
    expect(main.inputs('library.archive')).toEqual([
      { agreementIds: [CRANE.id], away: true },
      { agreementIds: [CRANE.id], away: false },
    ]);
  });

  it('of one in the archive the next thing is to take it out', async () => {
    const of = { ...CRANE, shelves: ['archived'] as const };
    const next = { do: 'unarchive', versionId: anId(202), ordinal: 2 } as const;
    const main = await inspector({ next }, { 'library.archive': () => undefined }, {}, of);
    expect(reads('library.archive.what')).toBe(true);
    await click(primary());
    expect(main.inputs('library.archive')).toEqual([{ agreementIds: [CRANE.id], away: false }]);
  });

  it('what was refused is told, and nothing is said to be done', async () => {
    await inspector({}, { 'library.archive': refused() });
    const before = toasts.all.length;
    await open();
    await click(the('menuitem', 'library.archive.put'));
    expect(notice.failure).toEqual(aFailure());
    expect(toasts.all.length).toBe(before);
  });

  inEach('renaming begins with what is there, and gives the focus back', async (language) => {
    await inspector({}, {}, { language });
    await open();
    await click(the('menuitem', 'library.rename'));
    expect((field('library.titleField') as HTMLInputElement).value).toBe('Crane hire');
    await accessible();
    await click(the('button', 'frame.cancel'));
    expect(dialog()).toBeNull();
    expect(document.activeElement).toBe(the('button', 'library.more'));
  });

  it('renaming sends both, or no provider where it was emptied', async () => {
    const main = await inspector({}, { 'library.rename': () => undefined });
    await open();
    await click(the('menuitem', 'library.rename'));
    await write(field('library.titleField'), 'Cranes by the day');
    await press('Enter');
    await open();
    await click(the('menuitem', 'library.rename'));
    await write(field('library.provider'), '');
    await click(the('button', 'frame.save'));
    expect(main.inputs('library.rename')).toEqual([
      { agreementId: CRANE.id, title: 'Cranes by the day', provider: 'Cranes Ltd' },
      { agreementId: CRANE.id, title: 'Crane hire' },
    ]);
    // Whatever it was called before comes back, with whose it was.
    expect(toasts.undoable?.text).toBe(said('library.renamed', { title: 'Crane hire' }));
    await undo(toasts.undoable!);
    expect(main.inputs('library.rename').at(-1)).toEqual({
      agreementId: CRANE.id,
      title: 'Crane hire',
      provider: 'Cranes Ltd',
    });
  });

  it('a refused name is told, and what was typed stays', async () => {
    await inspector({}, { 'library.rename': refused() });
    await open();
    await click(the('menuitem', 'library.rename'));
    await write(field('library.titleField'), 'Cranes by the day');
    await click(the('button', 'frame.save'));
    expect((field('library.titleField') as HTMLInputElement).value).toBe('Cranes by the day');
    expect(readsText('The given call was refused.')).toBe(true);
  });
});

describe('while it loads', () => {
  it('failed: the failure is told, the name stands, nothing is claimed', async () => {
    await inspector({}, { 'library.inspect': refused() });
    expect(notice.failure).toEqual(aFailure());
    expect(screen.getByRole('heading', { name: 'Crane hire' })).toBeTruthy();
    expect(reads('library.answers.none')).toBe(false);
  });

  it('follows what is written elsewhere', async () => {
    const main = await inspector();
    main.answer({ 'library.inspect': () => anInspection(CRANE, accepted) });
    main.send('changed', { features: ['review'] });
    await settled();
    expect(answersOf()).toContain(said('library.answers.version', { ordinal: 2, count: 3 }));
  });
});
