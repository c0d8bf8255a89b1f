import { cleanup, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { ReadingChoices } from '../../../../../src-main/contract/views.ts';
import { asWritten } from '../../../../../assets/messages/say.ts';
import ImportReview from '../../../../../src-renderer/features/import/ImportReview.svelte';
import { notice } from '../../../../../src-renderer/kernel/failures.svelte.ts';
import { go, way } from '../../../../../src-renderer/kernel/navigation.svelte.ts';
import { type Toast, toasts, undo } from '../../../../../src-renderer/kernel/toasts.svelte.ts';
import { anId, aPending } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { aFailure, type Answers, later, pending, refused } from '../../given/double.ts';
import { every, field, reads, readsText, refusedHere, the } from '../../given/find.ts';
import { click, isDisabled, pick, press, valueOf, write } from '../../given/hands.ts';
import { aProposal, aReading, anImport } from '../../given/import.ts';
import {
  box,
  choices,
  confirmButton,
  first,
  line,
  place,
  review,
  second,
  undoLast,
} from '../../given/import-review.ts';
import { inEach, said, settled, show } from '../../given/page.ts';
import { aClause, aDocument } from '../../given/review.ts';

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
    expect(reads('import.conspicuous', { count: 2 })).toBe(true);
    expect(readsText('Harbour Board')).toBe(true);
    await accessible();
  });

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
    const proposals = [aProposal({ facts, keyClauses: ['c4'] })];
    await review(anImport(documents, { reading: aReading(documents, { notes }), proposals }), {}, { language });
    expect(readsText(language === 'zh' ? '有一页没有读出' : 'One page was not read')).toBe(true);
    expect(screen.getByTitle('Notice thirty days').textContent).toBe('30 days');
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
    expect(reads('import.coverage.pages.picture-unread', { pages: ['4'] })).toBe(true);
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

  it('one agreement that was saved is the one that is shown', async () => {
    await review(anImport([first]), { 'import.confirm': () => [{ versionId: anId(101), agreementId: anId(1) }] });
    await click(confirmButton());
    await click(the('button', 'import.toLibrary'));
    expect(way.here).toEqual({ screen: 'library', agreementId: anId(1) });
  });

  const ofNotice = { ...place, noticeId: anId(41) } as const;
  const saved = { versionId: anId(102), agreementId: anId(1) };

  it('the new text of a notice says whose it is, and leads back to the notice', async () => {
    const main = await show(
      ImportReview,
      { place: ofNotice },
      { 'import.review': () => anImport([first]), 'import.confirm': () => [{ ...saved, announced: true }] },
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
      { 'import.review': () => anImport([first]), 'import.confirm': () => [saved] },
      { language },
    );
    await click(confirmButton());
    expect(notice.said).toBe(said('import.notAnnounced'));
    expect(way.here).toEqual({ screen: 'notices', noticeId: anId(41) });
  });

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

describe('reading anew with a choice', () => {
  it('a document is begun at a line, or merged with the one before', async () => {
    const main = await review(anImport([first, second]));
    await click(the('button', 'import.mergeUp'));
    expect(choices(main)).toEqual({ mergeAt: [4] });
    expect(toasts.undoable?.text).toBe(said('import.mergeDone'));
    await click(line(3));
    await click(the('button', 'import.splitHere'));
    expect(choices(main)).toEqual({ splitAt: [3] });
    await click(line(1));
    expect(every('button', 'import.splitHere')).toEqual([]);
    await click(line(4));
    expect(every('button', 'import.mergeUp')).toHaveLength(2);
  });

  it('a line that was dropped is kept', async () => {
    const dropped = [{ line: 2, kind: 'dropped-chrome' as const, before: 'Page 1', after: '' }];
    const main = await review(anImport([first], { reading: aReading([first], { dropped }) }));
    await click(line(2));
    await click(the('button', 'import.keepLine'));
    expect(choices(main)).toEqual({ keepLines: [2] });
  });

  it('each pane is one stop of Tab; the arrows go from line to line, [ and ] from document to document', async () => {
    await review(anImport([first, second]));
    const lines = [1, 2, 3, 4, 5, 6].map(line);
    expect(lines.map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1, -1, -1, -1]);
    lines[0]!.focus();
    await press('ArrowDown');
    await press('PageDown');
    expect(document.activeElement).toBe(lines[5]);
    await press('ArrowUp');
    expect(lines.map(({ tabIndex }) => tabIndex)).toEqual([-1, -1, -1, -1, 0, -1]);
    const stops = (): number[] => screen.getAllByLabelText(said('library.titleField')).map(({ tabIndex }) => tabIndex);
    expect(stops()).toEqual([0, -1]);
    await press(']');
    expect(stops()).toEqual([-1, 0]);
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Price list');
    await press('[');
    expect(stops()).toEqual([0, -1]);
  });

  it('Enter on a line splits, and the way back is said', async () => {
    const main = await review(anImport([first, second]));
    line(1).focus();
    await press('Enter');
    expect(main.inputs('import.review')).toHaveLength(1);
    await press('ArrowDown');
    await press('Enter');
    expect(choices(main)).toEqual({ splitAt: [2] });
    expect(toasts.undoable?.text).toBe(said('import.splitDone', { line: 2 }));
    await undoLast();
    expect(choices(main)).toEqual({});
  });

  /** The main side with the choices that it keeps. */
  const keeping = (): Answers => {
    let kept: ReadingChoices = {};
    return {
      'import.review': ({ choices: chosen }) =>
        anImport([first, second], { choices: (kept = (chosen as ReadingChoices | undefined) ?? kept) }),
    };
  };
  const split = async (number: number): Promise<Toast> => {
    await click(line(number));
    await click(the('button', 'import.splitHere'));
    return toasts.undoable!;
  };

  it('the way back takes back its own line, whatever was chosen after it', async () => {
    const main = await review(anImport(), keeping());
    const older = await split(2);
    const newer = await split(5);
    expect(choices(main)).toEqual({ splitAt: [2, 5] });
    await undo(older);
    expect(choices(main)).toEqual({ splitAt: [5] });
    await undo(newer);
    expect(choices(main)).toEqual({});
  });

  it('the way back does nothing once its screen is gone', async () => {
    const main = await review(anImport(), keeping());
    await split(2);
    cleanup();
    await undoLast();
    expect(choices(main)).toEqual({ splitAt: [2] });
  });

  it('another encoding keeps the choices; of a Word file and of pasted text there is none to choose', async () => {
    const main = await review(anImport([first], { choices: { keepLines: [2] }, encoding: 'koi8-r' }));
    expect(valueOf(field('import.encoding'))).toBe('koi8-r');
    await pick(field('import.encoding'), 'gb18030');
    expect(main.inputs('import.review').at(-1)).toEqual({
      sourceId: anId(31),
      choices: { keepLines: [2] },
      encoding: 'gb18030',
    });
    for (const none of [
      { format: 'docx' as const, encoding: 'binary' },
      { source: aPending({ name: '粘贴的文本.txt' }) },
      { source: aPending({ name: 'Pasted text.html' }), format: 'html' as const },
    ]) {
      cleanup();
      await show(ImportReview, { place }, { 'import.review': () => anImport([first], none) });
      expect(readsText('Line 1 of the source')).toBe(true);
      expect(every('combobox', 'import.encoding')).toEqual([]);
    }
  });

  it('what was ticked and typed stays with its document, whatever others come between', async () => {
    const main = await review(anImport([first, second]));
    await click(box('Storage terms'));
    await write(screen.getAllByLabelText(said('library.titleField'))[1]!, 'Prices');
    main.answer({ 'import.review': () => anImport([first, second], { choices: { keepLines: [2] } }) });
    await pick(field('import.encoding'), 'big5');
    expect((box('Storage terms') as HTMLInputElement).checked).toBe(false);
    expect((box('Prices') as HTMLInputElement).checked).toBe(true);
    main.answer({ 'import.review': () => anImport([first, aDocument({ title: 'Between', lines: [3, 3] }), second]) });
    await pick(field('import.encoding'), 'utf-8');
    expect((box('Storage terms') as HTMLInputElement).checked).toBe(false);
    expect((box('Between') as HTMLInputElement).checked).toBe(true);
    expect((box('Prices') as HTMLInputElement).checked).toBe(true);
  });

  it('a reading that is refused is told, and what was read before stays', async () => {
    const main = await review(anImport([first]));
    main.answer({ 'import.review': refused() });
    await pick(field('import.encoding'), 'big5');
    expect(notice.failure).toEqual(aFailure());
    expect(readsText('Line 1 of the source')).toBe(true);
  });
});
