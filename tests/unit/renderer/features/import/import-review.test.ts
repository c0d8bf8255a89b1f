import { cleanup, render, screen, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { asWritten, sentence } from '../../../../../assets/messages/say.ts';
import ImportReview from '../../../../../src-renderer/features/import/ImportReview.svelte';
import { notice } from '../../../../../src-renderer/kernel/failures.svelte.ts';
import { go, way } from '../../../../../src-renderer/kernel/navigation.svelte.ts';
import { dismiss, toasts } from '../../../../../src-renderer/kernel/toasts.svelte.ts';
import { anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { aFailure, later, pending, refused } from '../../given/double.ts';
import { every, field, reads, readsText, refusedHere, the } from '../../given/find.ts';
import { click, isDisabled, pick, press, valueOf, write } from '../../given/hands.ts';
import { aProposal, aReading, anImport } from '../../given/import.ts';
import { box, confirmButton, first, place, review, second, untouched } from '../../given/import-review.ts';
import { inEach, said, settled, show } from '../../given/page.ts';
import { aClause, aDocument } from '../../given/review.ts';

beforeEach(untouched);

describe('states of the import review', () => {
  it('loading: nothing can be confirmed', async () => {
    await review(anImport(), { 'import.review': pending });
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('failed: told, and nothing can be confirmed', async () => {
    await review(anImport(), { 'import.review': refused() });
    expect(notice.failure).toEqual(aFailure());
    expect(screen.queryByRole('button')).toBeNull();
  });

  inEach('empty: a source in which no document was found', async (language) => {
    await review(anImport([]), {}, { language });
    expect(reads('import.documents', { count: 0 })).toBe(true);
    expect(isDisabled(confirmButton())).toBe(true);
    await accessible();
  });

  inEach('few: the source beside what was read from it', async (language) => {
    await review(anImport([first, second]), {}, { language });
    expect(within(the('listbox', 'import.source')).getAllByText(/^Line \d of the source$/u)).toHaveLength(6);
    expect(reads('import.documents', { count: 2 })).toBe(true);
    expect(reads('import.annex', { title: 'Storage terms' })).toBe(true);
    expect(reads('import.lines', { first: 4, last: 6 })).toBe(true);
    expect(reads('import.clauses', { count: 7 })).toBe(true);
    expect(reads('import.conspicuous', { count: 2 })).toBe(true);
    expect(screen.getByDisplayValue('Harbour Board')).toBeTruthy();
    await accessible();
  });

  inEach(
    'each document says how many clauses depart from the positions, and what was not recognised',
    async (language) => {
      const proposal = aProposal({
        departing: { unacceptable: 1, negotiable: 2 },
        unrecognised: [asWritten('Return of data'), asWritten('Service credits')],
      });
      await review(anImport([first, second], { proposals: [proposal, aProposal()] }), {}, { language });
      expect(reads('import.departing', { unacceptable: 1, negotiable: 2 })).toBe(true);
      expect(reads('import.unrecognised', { what: ['Return of data', 'Service credits'] })).toBe(true);
      expect(document.querySelectorAll('.departs')).toHaveLength(1);
      await accessible();
    },
  );

  it('many: three hundred documents', async () => {
    const documents = Array.from({ length: 300 }, (_, at) =>
      aDocument({ title: `Document ${at}`, lines: [at + 1, at + 1], clauses: [] }),
    );
    await review(anImport(documents));
    expect(document.querySelectorAll('article')).toHaveLength(300);
  });

  inEach('notes of the reading and facts in the text are said', async (language) => {
    const notes = [{ code: 'n', text: '有一页没有读出', english: 'One page was not read' }];
    const facts = [
      {
        id: 'f',
        label: asWritten('Notice'),
        words: asWritten('thirty days'),
        clause: 'c4',
        quote: 'within 30 days',
        figure: '30 days',
      },
    ];
    const documents = [aDocument({ clauses: [aClause('c4', 'Notice is given within 30 days.', { number: '1.3' })] })];
    const proposals = [aProposal({ facts, marks: { c4: 'none' } })];
    await review(anImport(documents, { reading: aReading(documents, { notes }), proposals }), {}, { language });
    expect(readsText(language === 'zh' ? '有一页没有读出' : 'One page was not read')).toBe(true);
    expect(screen.getByTitle(/^Notice(?:：|: )thirty days$/u).textContent).toBe('30 days');
    expect(document.querySelectorAll('.conspicuous')).toHaveLength(1);
    await accessible();
  });

  inEach('how far it was read is said, page by page and part by part', async (language) => {
    const page = (number: number, state: 'text' | 'ocr' | 'picture-unread') =>
      ({ part: `page ${number}`, page: number, kind: 'page', state, words: 9 }) as const;
    const coverage = [
      ...[1, 2, 3].map((number) => page(number, 'text')),
      page(4, 'picture-unread'),
      page(5, 'text'),
      { part: 'comments', kind: 'notes', state: 'unread', words: 12, why: asWritten('Comments stay out') } as const,
    ];
    await review(anImport([first], { reading: aReading([first], { coverage }) }), {}, { language });
    expect(reads('import.coverage.pages.text', { pages: ['1–3', '5'] })).toBe(true);
    const what = sentence('import.coverage.state.picture-unread');
    expect(reads('import.coverage.page', { page: 4, what })).toBe(true);
    expect(reads('import.coverage.why', { why: asWritten('Comments stay out'), count: 12 })).toBe(true);
  });

  inEach('what is in the library already is not offered again', async (language) => {
    const known = { versionId: anId(101), title: 'Storage terms', ordinal: 3 };
    await review(anImport([first], { proposals: [aProposal({ known })] }), {}, { language });
    expect(reads('import.known', { title: 'Storage terms', ordinal: 3 })).toBe(true);
    expect(isDisabled(box('Storage terms'))).toBe(true);
    expect(reads('import.allKnown')).toBe(true);
    expect(every('button', 'import.confirm')).toEqual([]);
    await click(the('button', 'import.toLibrary'));
    expect(way.here).toEqual({ screen: 'library' });
  });
});

describe('confirming', () => {
  it('sends what is ticked, under the titles as they stand', async () => {
    const main = await review(anImport([first, second]), { 'import.confirm': () => [] });
    await write(screen.getAllByLabelText(said('library.titleField'))[1]!, ' Prices at the gate ');
    await click(confirmButton());
    expect(main.inputs('import.confirm')).toEqual([
      {
        sourceId: anId(31),
        documents: [
          { index: 0, fingerprint: first.fingerprint, title: 'Storage terms' },
          { index: 1, fingerprint: second.fingerprint, title: 'Prices at the gate', provider: 'Harbour Board' },
        ],
      },
    ]);
    await click(the('button', 'import.toLibrary'));
    expect(way.here).toEqual({ screen: 'library' });
  });

  inEach('who provides can be said of a new agreement, and taken away', async (language) => {
    const main = await review(anImport([first, second]), { 'import.confirm': () => [] }, { language });
    const fields = screen.getAllByLabelText<HTMLInputElement>(said('library.provider'));
    expect(fields.map(({ value }) => value)).toEqual(['', 'Harbour Board']);
    await write(fields[0]!, ' Quay Storage ');
    await write(fields[1]!, '');
    await click(confirmButton());
    expect(main.inputs('import.confirm')[0]).toMatchObject({
      documents: [
        { index: 0, provider: 'Quay Storage' },
        { index: 1, provider: '' },
      ],
    });
    await accessible();
  });

  it('a next version has the provider of its agreement', async () => {
    const resembles = { agreementId: anId(1), title: 'Storage terms (old)', likeness: 0.9, sameProvider: true };
    const agreements = [{ id: anId(1), title: 'Storage terms (old)', next: 3 }];
    await review(anImport([first], { proposals: [aProposal({ resembles })], agreements }));
    expect(screen.queryByLabelText(said('library.provider'))).toBeNull();
  });

  it('one agreement that was saved is the one that is shown', async () => {
    await review(anImport([first]), { 'import.confirm': () => [{ versionId: anId(101), agreementId: anId(1) }] });
    await click(confirmButton());
    await click(the('button', 'import.toLibrary'));
    expect(way.here).toEqual({ screen: 'library', agreementId: anId(1) });
  });

  const ofNotice = { ...place, noticeId: anId(41) } as const;
  const ofIt = { noticeId: anId(41) };
  const saved = { versionId: anId(102), agreementId: anId(1) };

  it('the notice that was kept with a source is the one whose new text it is, also on another day', async () => {
    const main = await review(anImport([first], ofIt), { 'import.confirm': () => [{ ...saved, announced: true }] });
    await click(confirmButton());
    expect(main.inputs('import.confirm')[0]).toMatchObject(ofIt);
    expect(way.here).toEqual({ screen: 'notices', noticeId: anId(41) });
  });

  it('a text that is put off for later names its notice, so that it is kept with it', async () => {
    const answers = { 'import.review': () => anImport([first], ofIt), 'import.setAside': () => undefined };
    const main = await show(ImportReview, { place: ofNotice }, answers);
    expect(main.inputs('import.review')[0]).toMatchObject(ofIt);
    await click(the('button', 'import.setAside'));
    expect(way.here).toEqual({ screen: 'notices', noticeId: anId(41) });
  });

  it('the new text of a notice says whose it is, and leads back to the notice', async () => {
    const main = await show(
      ImportReview,
      { place: ofNotice },
      { 'import.review': () => anImport([first], ofIt), 'import.confirm': () => [{ ...saved, announced: true }] },
    );
    await click(confirmButton());
    expect(main.inputs('import.confirm')[0]).toMatchObject({ sourceId: anId(31), noticeId: anId(41) });
    expect(way.here).toEqual({ screen: 'notices', noticeId: anId(41) });
    expect(notice.said).not.toBe(said('import.notAnnounced'));
  });

  inEach('what is not a version of the agreement of the notice is told as such', async (language) => {
    await show(
      ImportReview,
      { place: ofNotice },
      { 'import.review': () => anImport([first], ofIt), 'import.confirm': () => [saved] },
      { language },
    );
    await click(confirmButton());
    expect(notice.said).toBe(said('import.notAnnounced'));
    expect(way.here).toEqual({ screen: 'notices', noticeId: anId(41) });
  });

  it('what was done and its notice stay with a source while another one is looked at', async () => {
    const main = await show(
      ImportReview,
      { place: ofNotice },
      {
        'import.review': ({ sourceId }) => anImport([first, second], sourceId === anId(31) ? ofIt : {}),
        'import.confirm': () => [{ ...saved, announced: true }],
      },
    );
    await write(screen.getAllByLabelText(said('library.titleField'))[0]!, 'Storage');
    await click(box('Price list'));
    cleanup();
    render(ImportReview, { props: { place: { ...place, sourceId: anId(32) } } });
    await settled();
    expect((box('Price list') as HTMLInputElement).checked).toBe(true);
    cleanup();
    render(ImportReview, { props: { place } });
    await settled();
    await click(confirmButton());
    expect(main.inputs('import.confirm')).toEqual([
      {
        sourceId: anId(31),
        documents: [{ index: 0, fingerprint: first.fingerprint, title: 'Storage' }],
        noticeId: anId(41),
      },
    ]);
    expect(way.here).toEqual({ screen: 'notices', noticeId: anId(41) });
  });

  it.each([
    ['import.dismissSource', [{ id: anId(31), name: 'terms.txt' }], true],
    ['import.dismissSource', [{ id: anId(31), name: 'terms.txt' }], false],
    ['import.toLibrary', [], true],
    ['import.toLibrary', [], false],
  ] as const)(
    'the new text of a notice that is in the library already is linked or told (%s, %j, %s)',
    async (button, queue, announced) => {
      for (const { id } of toasts.all) dismiss(id);
      const known = { versionId: anId(101), title: 'Storage terms', ordinal: 3 };
      const main = await show(
        ImportReview,
        { place: ofNotice },
        {
          'import.review': () => anImport([first], { proposals: [aProposal({ known })], queue, ...ofIt }),
          'import.dismissDuplicate': () => ({ announced }),
        },
      );
      await click(the('button', button));
      expect(main.inputs('import.dismissDuplicate')).toEqual([{ sourceId: anId(31), away: true, noticeId: anId(41) }]);
      expect(notice.said === said('import.notAnnounced')).toBe(!announced);
      expect(way.here).toEqual({ screen: 'notices', noticeId: anId(41) });
    },
  );

  it('what is not ticked is left out; nothing ticked, nothing to confirm', async () => {
    const main = await review(anImport([first, second]), { 'import.confirm': () => [] });
    await click(box('Storage terms'));
    await click(box('Price list'));
    expect(isDisabled(confirmButton())).toBe(true);
    await click(box('Price list'));
    await click(confirmButton());
    expect(main.inputs('import.confirm')[0]?.documents.map(({ index }) => index)).toEqual([1]);
  });

  it('an emptied title is the one of the text', async () => {
    const main = await review(anImport([first]), { 'import.confirm': () => [] });
    await write(field('library.titleField'), '  ');
    await click(confirmButton());
    expect(main.inputs('import.confirm')[0]?.documents[0]?.title).toBe('Storage terms');
  });

  inEach('one that looks like the next version is saved as such, or as new', async (language) => {
    const resembles = { agreementId: anId(1), title: 'Storage terms (old)', likeness: 0.9, sameProvider: false };
    const agreements = [{ id: anId(1), title: 'Storage terms (old)', next: 2 }];
    const view = anImport([first], { proposals: [aProposal({ resembles })], agreements });
    const main = await review(view, { 'import.confirm': refused() }, { language });
    await click(confirmButton());
    await pick(the('combobox', 'import.saveAs'), 'new');
    await press('Enter', { ctrl: true });
    expect(main.inputs('import.confirm').map(({ documents }) => documents[0]?.agreementId)).toEqual([
      anId(1),
      undefined,
    ]);
    expect(refusedHere()).toBe(true);
    expect(way.canGoBack).toBe(false);
  });

  it('one that follows another of the same source follows only while that one is ticked', async () => {
    const follows = { index: 0, title: 'Storage terms', likeness: 0.9, sameProvider: false };
    const main = await review(anImport([first, second], { proposals: [aProposal(), aProposal({ follows })] }), {
      'import.confirm': refused(),
    });
    await click(confirmButton());
    await click(box('Storage terms'));
    await click(confirmButton());
    expect(main.inputs('import.confirm').map(({ documents }) => documents.at(-1)?.follows)).toEqual([0, undefined]);
  });

  it('Ctrl or ⌘ with Enter confirms, wherever the focus is; while an input method composes it does not', async () => {
    const main = await review(anImport(), { 'import.confirm': refused() });
    field('library.titleField').focus();
    await press('Enter', { ctrl: true, composing: true });
    expect(main.inputs('import.confirm')).toHaveLength(0);
    await press('Enter', { ctrl: true });
    expect(main.inputs('import.confirm')).toHaveLength(1);
  });

  it('what is read otherwise by now is not saved, and shown as it is read', async () => {
    const main = await review(anImport([first]), { 'import.confirm': refused({ code: 'reading-changed' }) });
    main.answer({ 'import.review': () => anImport([second]) });
    await click(confirmButton());
    expect(refusedHere()).toBe(true);
    expect(main.inputs('import.confirm')[0]?.documents[0]?.fingerprint).toBe(first.fingerprint);
    expect(valueOf(field('library.titleField'))).toBe('Price list');
  });

  it('is sent once', async () => {
    const answer = later<readonly { versionId: string; agreementId: string }[]>();
    const main = await review(anImport(), { 'import.confirm': () => answer.promise });
    await click(confirmButton());
    await click(confirmButton());
    expect(main.inputs('import.confirm')).toHaveLength(1);
    answer.refuse();
    await settled();
    expect(isDisabled(confirmButton())).toBe(false);
  });

  it('set aside: back to the library, but not when that was refused', async () => {
    const main = await review(anImport(), { 'import.setAside': refused() });
    go(place);
    await click(the('button', 'import.setAside'));
    expect(way.here).toEqual(place);
    main.answer({ 'import.setAside': () => undefined });
    await click(the('button', 'import.setAside'));
    expect(main.inputs('import.setAside')).toEqual([{ sourceId: anId(31) }, { sourceId: anId(31) }]);
    expect(way.here).toEqual({ screen: 'library' });
  });
});
