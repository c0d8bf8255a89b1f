import { screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { asWritten } from '../../../../../assets/messages/say.ts';
import type { ImportReview as Review } from '../../../../../src-main/contract/import.ts';
import ImportReview from '../../../../../src-renderer/features/import/ImportReview.svelte';
import { notice } from '../../../../../src-renderer/kernel/failures.svelte.ts';
import { go, way } from '../../../../../src-renderer/kernel/navigation.svelte.ts';
import { anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { scrolledTo } from '../../given/browser.ts';
import { aFailure, later, pending, refused, type Answers, type Double } from '../../given/double.ts';
import { every, field, reads, readsText, refusedHere, the } from '../../given/find.ts';
import { click, isDisabled, pick, valueOf, write } from '../../given/hands.ts';
import { aReading, anImport } from '../../given/import.ts';
import { inEach, said, settled, show } from '../../given/page.ts';
import { aClause, aDocument } from '../../given/review.ts';

const place = { screen: 'import', sourceId: anId(31) } as const;

const review = (view: Review, answers: Answers = {}, wish: Parameters<typeof show>[3] = {}): Promise<Double> =>
  show(ImportReview, { place }, { 'import.review': () => view, ...answers }, wish);

const first = aDocument({ title: 'Storage terms', lines: [1, 3] });
const second = aDocument({ title: 'Price list', lines: [4, 6], kind: 'guide', annexOf: 0, provider: 'Harbour Board' });
const box = (title: string): HTMLElement =>
  screen.getByRole('checkbox', { name: `${said('import.include')}: ${title}` });
const line = (number: number): HTMLElement => document.getElementById(`line-${number}`)!;

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
    expect(isDisabled(the('button', 'import.confirm'))).toBe(true);
    await accessible();
  });

  inEach('few: the source beside what was read from it', async (language) => {
    await review(anImport([first, second]), {}, { language });
    expect(within(the('list', 'import.source')).getAllByText(/^Line \d of the source$/u)).toHaveLength(6);
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

  inEach('notes of the reading, odd numbers and facts are said', async (language) => {
    const notes = [{ code: 'n', text: '有一页没有读出', english: 'One page was not read' }];
    const facts = [{ id: 'f', label: asWritten('Notice'), words: asWritten('thirty days'), clause: 'c4', quote: 'q' }];
    const documents = [
      aDocument({ clauses: [aClause('c9', 'Out of order', { number: '9', anomaly: 'misplaced', lines: [2, 2] })] }),
    ];
    const view = anImport(documents, {
      reading: aReading(documents, { notes }),
      proposals: [{ conspicuous: 0, facts }],
    });
    await review(view, {}, { language });
    expect(readsText(language === 'zh' ? '有一页没有读出' : 'One page was not read')).toBe(true);
    expect(reads('import.anomalies', { count: 1 })).toBe(true);
    expect(reads('names.anomaly.misplaced')).toBe(true);
    expect(readsText('thirty days')).toBe(true);
    await accessible();
    await click(screen.getByRole('button', { name: '9' }));
    expect(scrolledTo).toEqual([line(2)]);
  });

  inEach('what is in the library already is not offered again', async (language) => {
    const known = { versionId: anId(101), title: 'Storage terms', ordinal: 3 };
    await review(anImport([first], { proposals: [{ conspicuous: 0, facts: [], known }] }), {}, { language });
    expect(reads('import.known', { title: 'Storage terms', ordinal: 3 })).toBe(true);
    expect(isDisabled(box('Storage terms'))).toBe(true);
    expect(isDisabled(the('button', 'import.confirm'))).toBe(true);
  });
});

describe('confirming', () => {
  it('sends what is ticked, under the titles as they stand', async () => {
    const main = await review(anImport([first, second]), { 'import.confirm': () => [] });
    await write(screen.getAllByLabelText(said('library.titleField'))[1]!, ' Prices at the gate ');
    await click(the('button', 'import.confirm'));
    expect(main.inputs('import.confirm')).toEqual([
      {
        sourceId: anId(31),
        documents: [
          { index: 0, title: 'Storage terms' },
          { index: 1, title: 'Prices at the gate', provider: 'Harbour Board' },
        ],
      },
    ]);
    expect(way.here).toEqual({ screen: 'library' });
  });

  it('one agreement that was saved is the one that is shown', async () => {
    await review(anImport([first]), { 'import.confirm': () => [{ versionId: anId(101), agreementId: anId(1) }] });
    await click(the('button', 'import.confirm'));
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
    await click(the('button', 'import.confirm'));
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
    await click(the('button', 'import.confirm'));
    expect(notice.said).toBe(said('import.notAnnounced'));
    expect(way.here).toEqual({ screen: 'notices', noticeId: anId(41) });
  });

  it('what is not ticked is left out; nothing ticked, nothing to confirm', async () => {
    const main = await review(anImport([first, second]), { 'import.confirm': () => [] });
    await click(box('Storage terms'));
    await click(box('Price list'));
    expect(isDisabled(the('button', 'import.confirm'))).toBe(true);
    await click(box('Price list'));
    await click(the('button', 'import.confirm'));
    expect(main.inputs('import.confirm')[0]?.documents.map(({ index }) => index)).toEqual([1]);
  });

  it('an emptied title is the one of the text', async () => {
    const main = await review(anImport([first]), { 'import.confirm': () => [] });
    await write(field('library.titleField'), '  ');
    await click(the('button', 'import.confirm'));
    expect(main.inputs('import.confirm')[0]?.documents[0]?.title).toBe('Storage terms');
  });

  inEach('one that looks like the next version is saved as such, or as new', async (language) => {
    const resembles = { agreementId: anId(1), title: 'Storage terms (old)', likeness: 0.9 };
    const view = anImport([first], { proposals: [{ conspicuous: 0, facts: [], resembles }] });
    const main = await review(view, { 'import.confirm': refused() }, { language });
    await click(the('button', 'import.confirm'));
    await pick(the('combobox', 'import.include'), 'new');
    await click(the('button', 'import.confirm'));
    expect(main.inputs('import.confirm').map(({ documents }) => documents[0]?.agreementId)).toEqual([
      anId(1),
      undefined,
    ]);
    expect(refusedHere()).toBe(true);
    expect(way.canGoBack).toBe(false);
  });

  it('one that follows another of the same source follows only while that one is ticked', async () => {
    const follows = { index: 0, title: 'Storage terms', likeness: 0.9 };
    const plain = { conspicuous: 0, facts: [] };
    const main = await review(anImport([first, second], { proposals: [plain, { ...plain, follows }] }), {
      'import.confirm': refused(),
    });
    await click(the('button', 'import.confirm'));
    await click(box('Storage terms'));
    await click(the('button', 'import.confirm'));
    expect(main.inputs('import.confirm').map(({ documents }) => documents.at(-1)?.follows)).toEqual([0, undefined]);
  });

  it('is sent once', async () => {
    const answer = later<readonly { versionId: string; agreementId: string }[]>();
    const main = await review(anImport(), { 'import.confirm': () => answer.promise });
    await click(the('button', 'import.confirm'));
    await click(the('button', 'import.confirm'));
    expect(main.inputs('import.confirm')).toHaveLength(1);
    answer.refuse();
    await settled();
    expect(isDisabled(the('button', 'import.confirm'))).toBe(false);
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
  const choices = (main: Double): unknown => main.inputs('import.review').at(-1)?.choices;

  it('a document is begun at a line, or merged with the one before', async () => {
    const main = await review(anImport([first, second]));
    await click(the('button', 'import.mergeUp'));
    expect(choices(main)).toEqual({ mergeAt: [4] });
    await click(screen.getByRole('button', { name: `${said('import.splitHere')} (3)` }));
    expect(choices(main)).toEqual({ splitAt: [3] });
    expect(screen.queryByRole('button', { name: `${said('import.splitHere')} (1)` })).toBeNull();
  });

  it('a line that was dropped is kept', async () => {
    const dropped = [{ line: 2, kind: 'dropped-chrome' as const, before: 'Page 1', after: '' }];
    const main = await review(anImport([first], { reading: aReading([first], { dropped }) }));
    await click(the('button', 'import.keepLine'));
    expect(choices(main)).toEqual({ keepLines: [2] });
  });

  inEach('a join is undone, and made again', async (language) => {
    const joined = aDocument({
      lines: [1, 6],
      repairs: [{ line: 2, kind: 'joined-lines', before: 'one\ntwo', after: 'one two' }],
    });
    const main = await review(anImport([joined]), {}, { language });
    expect(reads('import.repairs', { count: 1 })).toBe(true);
    await accessible();
    main.answer({ 'import.review': () => anImport([aDocument({ lines: [1, 6] })], { choices: { keepApart: [2] } }) });
    await click(the('button', 'import.undoJoin'));
    expect(choices(main)).toEqual({ keepApart: [2] });
    await click(the('button', 'import.redoJoin'));
    expect(choices(main)).toEqual({ keepApart: [] });
  });

  it('another encoding keeps the choices; of a Word file there is none to choose', async () => {
    const main = await review(anImport([first], { choices: { keepLines: [2] }, encoding: 'koi8-r' }));
    expect(valueOf(field('import.encoding'))).toBe('koi8-r');
    await pick(field('import.encoding'), 'gb18030');
    expect(main.inputs('import.review').at(-1)).toEqual({
      sourceId: anId(31),
      choices: { keepLines: [2] },
      encoding: 'gb18030',
    });
    await show(
      ImportReview,
      { place },
      { 'import.review': () => anImport([first], { format: 'docx', encoding: 'binary' }) },
    );
    expect(every('combobox', 'import.encoding').map(isDisabled)).toContain(true);
  });

  it('what was ticked and typed stays as long as the documents are the same', async () => {
    const main = await review(anImport([first, second]));
    await click(box('Storage terms'));
    await write(screen.getAllByLabelText(said('library.titleField'))[1]!, 'Prices');
    main.answer({ 'import.review': () => anImport([first, second], { choices: { keepLines: [2] } }) });
    await pick(field('import.encoding'), 'big5');
    expect((box('Storage terms') as HTMLInputElement).checked).toBe(false);
    expect((box('Prices') as HTMLInputElement).checked).toBe(true);
    main.answer({ 'import.review': () => anImport([first]) });
    await pick(field('import.encoding'), 'utf-8');
    expect((box('Storage terms') as HTMLInputElement).checked).toBe(true);
  });

  it('a reading that is refused is told, and what was read before stays', async () => {
    const main = await review(anImport([first]));
    main.answer({ 'import.review': refused() });
    await pick(field('import.encoding'), 'big5');
    expect(notice.failure).toEqual(aFailure());
    expect(readsText('Line 1 of the source')).toBe(true);
  });

  it('a line that is asked for is brought into view', async () => {
    await review(anImport([first, second]));
    await click(the('button', 'import.lines', { first: 4, last: 6 }));
    expect(scrolledTo).toEqual([line(4)]);
  });
});
