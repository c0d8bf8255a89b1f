import { screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import type { ReviewProgress } from '../../../../../src-main/contract/review.ts';
import { notice } from '../../../../../src-renderer/kernel/failures.svelte.ts';
import { way } from '../../../../../src-renderer/kernel/navigation.svelte.ts';
import { anId } from '../../given/agreements.ts';
import { scrolledTo } from '../../given/browser.ts';
import type { Answers, Double } from '../../given/double.ts';
import { every, reads, the } from '../../given/find.ts';
import { click, press } from '../../given/hands.ts';
import { inEach, said, settled } from '../../given/page.ts';
import { clauseOf, numbered, reader } from '../../given/reader.ts';
import { aBoldClause, aDocument, aProgress, aRequirement, aView, CLAUSES, END } from '../../given/review.ts';

describe('clauses under one parent', () => {
  const item = (id: string, number: string) =>
    aBoldClause(id, `Fault ${number} is not paid.`, 'rule', { role: 'item', number, parent: 'c1' });
  const clauses = [...CLAUSES.slice(0, 2), item('x1', '(1)'), item('x2', '(2)'), item('x3', '(3)')];
  const conspicuous = ['x1', 'x2', 'x3'];
  const progress = (seconds: readonly number[], noted = false): ReviewProgress =>
    aProgress(
      conspicuous.map((id, at) =>
        aRequirement({
          id: `clause:${id}`,
          clauseId: id,
          secondsSeen: seconds[at] ?? 0,
          acknowledged: noted,
          done: noted,
        }),
      ),
    );
  const card = (seconds: readonly number[], answers: Answers = {}): Promise<Double> =>
    reader(aView({ document: aDocument({ clauses }), conspicuous, progress: progress(seconds) }), answers);
  const rings = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-ring]')];

  it('are one card with one ring, which notes each of them', async () => {
    const main = await card([4, 4, 4], { 'review.observe': () => progress([4, 4, 4]) });
    expect(rings()).toHaveLength(1);
    expect(reads('review.reader.noted', { count: 0, of: 3 })).toBe(true);
    main.answer({ 'review.observe': () => progress([4, 4, 4], true) });
    await click(rings()[0]!);
    expect(reads('review.reader.noted', { count: 3, of: 3 })).toBe(true);
  });

  it('are told each by itself, in one report', async () => {
    const main = await card([4, 4, 4]);
    await press('j');
    main.answer({ 'review.observe': () => progress([4, 4, 4]) });
    await press(' ');
    expect(main.inputs('review.observe').map(({ observation }) => observation.acknowledged)).toContainEqual(
      conspicuous,
    );
  });

  it('need their time each: while one lacks it none is noted, and that one is shown', async () => {
    const main = await card([4, 4, 1], { 'review.observe': () => progress([4, 4, 1]) });
    const below = { top: 900, bottom: 940, left: 0, right: 100, width: 100, height: 40, x: 0, y: 900 };
    vi.spyOn(clauseOf('x3'), 'getBoundingClientRect').mockReturnValue({ ...below, toJSON: () => ({}) });
    await press('j');
    await press(' ');
    expect(main.inputs('review.observe').flatMap(({ observation }) => observation.acknowledged)).toEqual([]);
    expect(scrolledTo.at(-1)).toBe(clauseOf('x3'));
    expect(rings()[0]?.title).toBe(said('review.reader.seconds', { left: 3 }));
  });
});

describe('what is missing', () => {
  const annex = { id: 'annex', kind: 'annex' as const, excerpt: 'Price list', versionId: anId(301), done: false };
  const redline = { id: 'redline', kind: 'redline' as const, versionId: anId(99), done: false };
  const noted = ['c3', 'c4'].map((id) =>
    aRequirement({ id: `clause:${id}`, clauseId: id, secondsSeen: 4, acknowledged: true, done: true }),
  );
  const open = (...requirements: Parameters<typeof aProgress>[0][number][]): Promise<Double> =>
    reader(aView({ progress: aProgress([...noted, ...requirements]) }));

  inEach('is named on the way to the decision, which lists it', async (language) => {
    await reader(aView({ progress: aProgress([...noted, END, annex, redline]) }), {}, { language });
    await click(the('button', 'review.reader.missing', { count: 3 }));
    expect(way.here).toEqual({ screen: 'decision', versionId: anId(101) });
  });

  it('the end is scrolled to', async () => {
    await open(END, annex, redline);
    const scroll = vi.spyOn(screen.getByRole('article'), 'scrollTo');
    await click(the('button', 'review.reader.endNotReached'));
    expect(scroll).toHaveBeenCalledOnce();
  });

  it('an annex is opened', async () => {
    await open(annex, redline);
    await click(the('button', 'review.reader.annexNotOpened', { title: 'Price list' }));
    expect(way.here).toEqual({ screen: 'review', versionId: anId(301) });
  });

  it('a comparison is opened', async () => {
    await open(redline);
    await click(the('button', 'review.reader.redlineNotSeen'));
    expect(way.here).toEqual({ screen: 'compare', oldVersionId: anId(99), newVersionId: anId(101) });
  });

  it('a clause that only has to be on screen is gone to', async () => {
    await open(aRequirement({ id: 'clause:c2', clauseId: 'c2', needsAcknowledgement: false }));
    await click(the('button', 'review.next.card', { clause: numbered('1.1') }));
    expect(document.activeElement).toBe(clauseOf('c2'));
  });

  it('of the last clause that is not noted the button notes it, once it was on screen for its time', async () => {
    const last = (seconds: number) => aProgress([noted[0]!, aRequirement({ clauseId: 'c4', secondsSeen: seconds })]);
    const main = await reader(aView({ progress: last(1) }), { 'review.observe': () => last(1) });
    await press('j');
    await press('j');
    expect(every('button', 'review.reader.seconds', { left: 3 })).toHaveLength(1);
    main.answer({ 'review.observe': () => last(4) });
    await click(the('button', 'review.reader.seconds', { left: 3 }));
    const note = the('button', 'review.next.note', { clause: numbered('1.3') });
    expect(note.querySelector('kbd')?.textContent).toBe(said('review.reader.space'));
    await click(note);
    expect(main.inputs('review.observe').at(-1)?.observation.acknowledged).toEqual(['c4']);
  });
});

describe('taking the text out', () => {
  it('as a PDF, as text, or printed; only what was saved is told', async () => {
    const main = await reader(aView(), { 'review.export': ({ as }) => ({ fileName: `terms.${as}` }) });
    const before = notice.said;
    window.dispatchEvent(new CustomEvent('assent:print'));
    await settled();
    expect(notice.said).toBe(before);
    await click(the('button', 'review.reader.savePdf'));
    expect(notice.said).toBe(said('review.reader.saved', { name: 'terms.pdf' }));
    await click(the('button', 'review.reader.saveText'));
    expect(notice.said).toBe(said('review.reader.saved', { name: 'terms.text' }));
    expect(main.inputs('review.export').map(({ as }) => as)).toEqual(['print', 'pdf', 'text']);
  });
});
