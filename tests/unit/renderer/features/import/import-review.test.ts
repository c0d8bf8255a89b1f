import { screen, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { asWritten, sentence } from '../../../../../assets/messages/say.ts';
import { notice } from '../../../../../src-renderer/kernel/failures.svelte.ts';
import { way } from '../../../../../src-renderer/kernel/navigation.svelte.ts';
import { anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { aFailure, pending, refused } from '../../given/double.ts';
import { every, reads, readsText, the } from '../../given/find.ts';
import { click, isDisabled } from '../../given/hands.ts';
import { aProposal, aReading, anImport } from '../../given/import.ts';
import { box, confirmButton, first, review, second, untouched } from '../../given/import-review.ts';
import { inEach } from '../../given/page.ts';
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
    // A count of nothing is a word.
    expect([reads('import.noDocuments'), reads('import.documents', { count: 0 })]).toEqual([true, false]);
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
    expect(reads('import.noneConspicuous')).toBe(false);
    await accessible();
  });

  inEach(
    'each document says how many clauses depart from the positions, and what was not recognised',
    async (language) => {
      const proposal = aProposal({
        departing: { unacceptable: 1, negotiable: 2 },
        unrecognised: [asWritten('Return of data'), asWritten('Service credits'), asWritten('AI use')],
      });
      await review(anImport([first, second], { proposals: [proposal, aProposal()] }), {}, { language });
      expect(reads('import.departing', { unacceptable: 1, negotiable: 2 })).toBe(true);
      const what =
        language === 'en'
          ? ['return of data', 'service credits', 'AI use']
          : ['Return of data', 'Service credits', 'AI use'];
      expect(reads('import.unrecognised', { what })).toBe(true);
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
