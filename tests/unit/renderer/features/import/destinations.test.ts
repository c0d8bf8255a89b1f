import { beforeEach, describe, expect, it } from 'vitest';
import type { AgreementDocument } from '../../../../../src-main/contract/views.ts';
import { sentence } from '../../../../../assets/messages/say.ts';
import ImportReview from '../../../../../src-renderer/features/import/ImportReview.svelte';
import { way } from '../../../../../src-renderer/kernel/navigation.svelte.ts';
import { anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { type Double, refused } from '../../given/double.ts';
import { every, field, reads, the } from '../../given/find.ts';
import { click, pick, press, valueOf } from '../../given/hands.ts';
import { aProposal, anImport } from '../../given/import.ts';
import {
  box,
  clauses,
  confirmButton,
  first,
  place,
  review,
  second,
  undoLast,
  untouched,
} from '../../given/import-review.ts';
import InBar from '../../given/InBar.svelte';
import { inEach, settled, show } from '../../given/page.ts';
import { aDocument } from '../../given/review.ts';

beforeEach(untouched);

describe('as what a document is saved', () => {
  const resembles = { agreementId: anId(1), title: 'Storage terms (old)', likeness: 0.912, sameProvider: true };
  const agreements = [
    { id: anId(1), title: 'Storage terms (old)', next: 3 },
    { id: anId(2), title: 'Yard rules', next: 2 },
  ];

  inEach(
    'what it continues is said with likeness, reason and the next closest, and which version that makes',
    async (language) => {
      const runnerUp = { title: 'Yard rules', likeness: 0.34, sameProvider: false };
      await review(
        anImport([first], { proposals: [aProposal({ resembles, runnerUp })], agreements }),
        {},
        { language },
      );
      const why = sentence('import.likeBoth', { percent: '91%' });
      expect(reads('import.looksLike', { title: resembles.title, why })).toBe(true);
      expect(reads('import.runnerUp', { title: 'Yard rules', percent: '34%' })).toBe(true);
      expect(valueOf(the('combobox', 'import.saveAs'))).toBe(`agreement ${anId(1)}`);
      expect(reads('import.ordinal', { ordinal: 3 })).toBe(true);
      await pick(the('combobox', 'import.saveAs'), `agreement ${anId(2)}`);
      expect(reads('import.ordinal', { ordinal: 2 })).toBe(true);
      await accessible();
    },
  );

  inEach(
    'where that cannot be told nothing is preset, and nothing saved before the person says it',
    async (language) => {
      const view = anImport([first], { proposals: [aProposal({ resembles, sure: false })], agreements });
      const main = await review(view, { 'import.confirm': () => [] }, { language });
      const as = the('combobox', 'import.saveAs');
      expect(valueOf(as)).toBe('');
      expect(reads('import.openChoice')).toBe(true);
      await press('Enter', { ctrl: true });
      expect(main.inputs('import.confirm')).toEqual([]);
      expect(document.activeElement).toBe(as);
      await pick(as, 'new');
      await click(confirmButton());
      expect(main.inputs('import.confirm')[0]?.documents).toEqual([
        { index: 0, fingerprint: first.fingerprint, title: 'Storage terms' },
      ]);
    },
  );

  const newOnes = (count: number) => sentence('import.becomes.new', { count });
  const version = (title: string, ordinal: number) => sentence('import.becomes.version-of', { title, ordinal });

  inEach('a version of an agreement in the library is called that, before and after', async (language) => {
    const answer = [{ versionId: anId(101), agreementId: anId(1) }];
    const view = anImport([first], { proposals: [aProposal({ resembles })], agreements });
    await review(view, { 'import.confirm': () => answer }, { language });
    const parts = [version('Storage terms (old)', 3)];
    expect(reads('import.becomes', { parts })).toBe(true);
    await click(confirmButton());
    expect(the('heading', 'import.savedAs', { parts })).toBeTruthy();
  });

  inEach('every mix of new agreements and new versions is told apart', async (language) => {
    const again = { agreementId: anId(2), title: 'Yard rules', likeness: 0.9, sameProvider: true };
    const follows = { index: 0, title: 'Storage terms', likeness: 0.9, sameProvider: false };
    const four = [
      first,
      second,
      aDocument({ title: 'Third', lines: [30, 31] }),
      aDocument({ title: 'Fourth', lines: [32, 33] }),
    ];
    const proposals = [aProposal(), aProposal({ follows }), aProposal({ resembles: again }), aProposal()];
    await review(anImport(four, { proposals, agreements }), {}, { language });
    expect(reads('import.becomes', { parts: [newOnes(2), sentence('import.becomes.versions', { count: 2 })] })).toBe(
      true,
    );
    await click(box('Price list'));
    expect(reads('import.becomes', { parts: [newOnes(2), version('Yard rules', 2)] })).toBe(true);
    await click(box('Fourth'));
    expect(reads('import.becomes', { parts: [newOnes(1), version('Yard rules', 2)] })).toBe(true);
  });

  it('what the documents become is said before and after', async () => {
    const follows = { index: 0, title: 'Storage terms', likeness: 0.9, sameProvider: false };
    const view = anImport([first, second], { proposals: [aProposal(), aProposal({ follows })] });
    const answer = [
      { versionId: anId(101), agreementId: anId(1) },
      { versionId: anId(102), agreementId: anId(1) },
    ];
    await review(view, { 'import.confirm': () => answer });
    const parts = [newOnes(1), version('Storage terms', 2)];
    expect(reads('import.becomes', { parts })).toBe(true);
    await click(confirmButton());
    expect(document.activeElement).toBe(the('heading', 'import.savedAs', { parts }));
    expect(every('button', 'import.confirm')).toEqual([]);
    expect(document.querySelector('footer')).toBeNull();
    await accessible();
    await click(every('button', 'import.reviewOf', { title: 'Price list' })[0]!);
    expect(way.here).toEqual({ screen: 'review', versionId: anId(102) });
  });
});

describe('the next version of a document of this source', () => {
  const part = (title: string, from: number, to: number) => aDocument({ title, lines: [from, to], clauses });
  const [one, two, three] = [part('Terms', 1, 2), part('Prices', 3, 4), part('New prices', 5, 6)];
  const lastAs = (): HTMLElement => every('combobox', 'import.saveAs').at(-1)!;
  const reread = async (main: Double, ...documents: readonly AgreementDocument[]): Promise<void> => {
    main.answer({ 'import.review': () => anImport(documents), 'import.confirm': refused() });
    await pick(field('import.encoding'), 'big5');
  };
  const chosen = async (): Promise<Double> => {
    const main = await review(anImport([one, two, three]));
    lastAs().focus();
    await settled();
    await pick(lastAs(), 'document@3');
    return main;
  };

  it('stays that of the same document when an earlier one is split', async () => {
    const main = await chosen();
    await reread(main, part('Terms', 1, 1), part('Annex', 2, 2), two, three);
    expect(valueOf(lastAs())).toBe('document@3');
    await click(confirmButton());
    expect(main.inputs('import.confirm')[0]?.documents.map(({ follows }) => follows)).toEqual([
      undefined,
      undefined,
      undefined,
      2,
    ]);
  });

  it('has to be said again when that document was merged into another', async () => {
    const main = await chosen();
    await reread(main, part('Terms', 1, 4), three);
    expect(valueOf(lastAs())).toBe('');
    expect(reads('import.openChoice')).toBe(true);
    await click(confirmButton());
    expect(main.inputs('import.confirm')).toEqual([]);
    expect(document.activeElement).toBe(lastAs());
    await pick(lastAs(), 'document@1');
    await click(confirmButton());
    expect(main.inputs('import.confirm')[0]?.documents.at(-1)?.follows).toBe(0);
  });

  it('is a new agreement, and said to be one, while that document is left out', async () => {
    await chosen();
    await click(box('Prices'));
    expect(valueOf(lastAs())).toBe('new');
    await click(box('Prices'));
    expect(valueOf(lastAs())).toBe('document@3');
  });
});

describe('several sources that wait', () => {
  const queue = [30, 31, 32].map((id) => ({ id: anId(id), name: `${id}.txt` }));

  it('say which one this is, and lead to the one before and after', async () => {
    await show(InBar, { of: ImportReview, place }, { 'import.review': () => anImport([first], { queue }) });
    expect(reads('import.queue', { at: 2, of: 3 })).toBe(true);
    await click(the('button', 'import.queue.next'));
    expect(way.here).toEqual({ screen: 'import', sourceId: anId(32) });
    await click(the('button', 'import.queue.previous'));
    expect(way.here).toEqual({ screen: 'import', sourceId: anId(30) });
  });

  it('after one is saved the next one is at hand', async () => {
    await review(anImport([first], { queue }), {
      'import.confirm': () => [{ versionId: anId(101), agreementId: anId(1) }],
    });
    await click(confirmButton());
    await click(the('button', 'import.nextInQueue', { name: '32.txt' }));
    expect(way.here).toEqual({ screen: 'import', sourceId: anId(32) });
  });

  it('after this one was saved together with others the next that is left takes its place', async () => {
    await show(
      InBar,
      { of: ImportReview, place },
      {
        'import.review': () => anImport([first], { queue }),
        'import.clear': () => ({ clear: queue.slice(1), looked: 3, waiting: 3 }),
        'import.saveClear': () => ({ saved: [anId(31), anId(32)], left: [] }),
      },
    );
    await click(the('button', 'import.clear.open'));
    await click(the('button', 'import.clear.save', { count: 2 }));
    await click(the('button', 'frame.close'));
    expect(way.here).toEqual({ screen: 'import', sourceId: anId(30) });
  });
});

describe('what is in the library already', () => {
  it('a duplicate is hidden, and shown again by the way back', async () => {
    const known = { versionId: anId(101), title: 'Storage terms', ordinal: 3 };
    await review(anImport([first, second], { proposals: [aProposal({ known }), aProposal()] }));
    await click(the('button', 'import.dismiss'));
    expect(document.querySelectorAll('article')).toHaveLength(1);
    await undoLast();
    expect(document.querySelectorAll('article')).toHaveLength(2);
  });

  it('a source of which all is known leaves the list of those that wait, and comes back', async () => {
    const known = { versionId: anId(101), title: 'Storage terms', ordinal: 3 };
    const queue = [{ id: anId(31), name: 'terms.txt' }];
    const main = await review(anImport([first], { proposals: [aProposal({ known })], queue }), {
      'import.dismissDuplicate': () => ({ announced: false }),
    });
    await click(the('button', 'import.dismissSource'));
    expect(way.here).toEqual({ screen: 'library' });
    await undoLast();
    expect(main.inputs('import.dismissDuplicate')).toEqual([
      { sourceId: anId(31), away: true },
      { sourceId: anId(31), away: false },
    ]);
  });
});
