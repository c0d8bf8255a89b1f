import { screen, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import type { ReviewProgress, VersionView } from '../../../../../src-main/contract/review.ts';
import type { Input } from '../../../../../src-main/contract/index.ts';
import Reader from '../../../../../src-renderer/features/review/Reader.svelte';
import { notice } from '../../../../../src-renderer/kernel/failures.svelte.ts';
import { way } from '../../../../../src-renderer/kernel/navigation.svelte.ts';
import type { Place } from '../../../../../src-main/contract/event.ts';
import { anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { see } from '../../given/browser.ts';
import { aFailure, later, refused, type Answers, type Double } from '../../given/double.ts';
import { dialog, every, reads, readsText, the } from '../../given/find.ts';
import { click, isDisabled, press } from '../../given/hands.ts';
import { inEach, said, settled, show } from '../../given/page.ts';
import { aProgress, aRequirement, aView, END, someTexts } from '../../given/review.ts';

type Here = Extract<Place, { screen: 'review' }>;

const quiet: Answers = { 'review.explanations': () => [], 'letters.governingTexts': () => someTexts() };

/** The reports that go out while a text is opened: they begin its sitting. */
let begun: readonly Input<'review.observe'>[] = [];

async function reader(
  view: VersionView,
  answers: Answers = {},
  wish: Parameters<typeof show>[3] = {},
  more: Partial<Here> = {},
): Promise<Double> {
  const place: Here = { screen: 'review', versionId: anId(101), ...more };
  const all: Answers = { 'review.open': () => view, 'review.observe': () => view.progress, ...quiet, ...answers };
  const main = await show(Reader, { place }, all, wish);
  begun = main.inputs('review.observe');
  main.forget();
  return main;
}

const clause = (id: string): HTMLElement => document.getElementById(`clause-${id}`)!;
const done = (...ids: readonly string[]): ReviewProgress =>
  aProgress(
    ['c3', 'c4'].map((id) =>
      aRequirement({
        id: `clause:${id}`,
        clauseId: id,
        secondsSeen: 4,
        acknowledged: ids.includes(id),
        done: ids.includes(id),
      }),
    ),
  );

describe('acknowledging', () => {
  /** Half a second is counted at each tick; a report goes out every five. */
  async function watched(view: VersionView, answers: Answers = {}): Promise<Double> {
    vi.spyOn(document, 'hasFocus').mockReturnValue(true);
    const main = await reader(view);
    main.answer(answers);
    const plain = window.getComputedStyle.bind(window);
    // A browser computes a weight as a number.
    const bold = { fontWeight: '700', textDecorationLine: 'underline', display: 'block', visibility: 'visible' };
    vi.spyOn(window, 'getComputedStyle').mockImplementation((element, pseudo) =>
      element.closest('[data-clause]') ? (bold as CSSStyleDeclaration) : plain(element, pseudo),
    );
    return main;
  }

  inEach('the margin says why a clause is a key clause, and how long it takes', async (language) => {
    await reader(aView(), {}, { language });
    expect(reads('review.reader.whyNone')).toBe(true);
    await press('j');
    expect(readsText('Limits liability')).toBe(true);
    expect(reads('review.reader.boldByRuleWhy')).toBe(true);
    expect(isDisabled(the('button', 'review.reader.seconds', { left: 4 }))).toBe(true);
    await accessible();
  });

  it('Space acknowledges the clause once its time has passed', async () => {
    const main = await watched(aView({ progress: done() }), { 'review.observe': () => done('c3') });
    await press('j');
    expect(await press(' ')).toBe(true);
    expect(main.inputs('review.observe')).toEqual([
      {
        versionId: anId(101),
        observation: { seen: [], acknowledged: ['c3'], withdrawn: [], endReached: false },
        sitting: begun[0]?.sitting,
      },
    ]);
    expect(isDisabled(the('button', 'review.reader.acknowledged'))).toBe(true);
  });

  it('Space before its time acknowledges nothing, and elsewhere it is the browser’s', async () => {
    const main = await watched(aView());
    await press('j');
    await press(' ');
    expect(main.inputs('review.observe')).toEqual([]);
    the('button', 'review.reader.savePdf').focus();
    main.answer({ 'review.export': () => undefined });
    expect(await press(' ')).toBe(false);
  });

  it('a clause that is none of the key clauses is not acknowledged', async () => {
    const main = await watched(aView({ progress: done() }));
    clause('c2').focus();
    await press(' ');
    expect(main.inputs('review.observe')).toEqual([]);
  });

  it('the button does it too, and the main side is asked for a picture of what is on screen', async () => {
    const box = {
      left: 10,
      top: 100,
      right: 410,
      bottom: 160,
      width: 400,
      height: 60,
      x: 10,
      y: 100,
      toJSON: () => ({}),
    };
    const main = await watched(aView({ progress: done() }), {
      'review.observe': () => done('c3'),
      'review.picture': () => ({ taken: true }),
    });
    vi.spyOn(clause('c3'), 'getBoundingClientRect').mockReturnValue(box);
    vi.spyOn(screen.getByRole('article'), 'getBoundingClientRect').mockReturnValue({ ...box, top: 120, bottom: 800 });
    await press('j');
    await click(the('button', 'review.reader.acknowledge'));
    expect(main.inputs('review.picture')).toEqual([
      { versionId: anId(101), clauseId: 'c3', box: { x: 10, y: 120, width: 400, height: 40 } },
    ]);
  });

  it('only time on screen, in front, counts; a report clears it', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
    const main = await watched(aView());
    see({ target: clause('c3'), isIntersecting: true, ratio: 0.5 });
    see({ target: clause('c4'), isIntersecting: true, ratio: 0.4 });
    vi.advanceTimersByTime(2500);
    await settled();
    const [first] = main.inputs('review.observe');
    expect(first?.observation.seen).toEqual([{ clauseId: 'c3', seconds: 2.5, weight: 700, decoration: 'underline' }]);
    vi.spyOn(document, 'hasFocus').mockReturnValue(false);
    vi.advanceTimersByTime(5000);
    await settled();
    expect(main.inputs('review.observe')).toHaveLength(1);
    vi.spyOn(document, 'hasFocus').mockReturnValue(true);
    see({ target: clause('c3'), isIntersecting: false });
    vi.advanceTimersByTime(5000);
    await settled();
    expect(main.inputs('review.observe')).toHaveLength(1);
  });

  it('a clause that fills half of the page counts, however little of it that is', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
    const main = await watched(aView());
    see({ target: clause('c3'), isIntersecting: true, ratio: 0.2, height: 2000 });
    vi.advanceTimersByTime(2500);
    await settled();
    expect(main.inputs('review.observe')[0]?.observation.seen).toHaveLength(1);
  });

  it('one report at a time; what passes while one is under way is not claimed', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
    const slow = later<ReviewProgress>();
    const main = await watched(aView(), { 'review.observe': () => slow.promise });
    see({ target: clause('c3'), isIntersecting: true });
    vi.advanceTimersByTime(40_000);
    await settled();
    expect(main.inputs('review.observe')).toHaveLength(1);
    slow.give(aView().progress);
    await settled();
    main.forget();
    vi.advanceTimersByTime(2500);
    await settled();
    expect(main.inputs('review.observe')[0]?.observation.seen.map(({ seconds }) => seconds)).toEqual([2.5]);
  });

  it('the end is reported once', async () => {
    const ended = aProgress([{ ...END, done: true }]);
    const main = await watched(aView(), { 'review.observe': () => ended });
    const end = document.querySelector('[data-end]')!;
    see({ target: end, isIntersecting: true });
    see({ target: end, isIntersecting: true });
    await settled();
    expect(main.inputs('review.observe').map(({ observation }) => observation.endReached)).toEqual([true]);
  });

  it('a report that is refused is told', async () => {
    await watched(aView({ progress: done() }), { 'review.observe': refused() });
    await press('j');
    await press(' ');
    expect(notice.failure).toEqual(aFailure());
  });

  it('opening an annex is seen in the review that it belongs to, and a refusal of that is told', async () => {
    await reader(aView({ annexedTo: [anId(201)] }), { 'review.observe': refused() });
    expect(begun.filter(({ versionId }) => versionId === anId(201))).toEqual([
      {
        versionId: anId(201),
        observation: { seen: [], acknowledged: [], withdrawn: [], endReached: false, annexOpened: anId(101) },
      },
    ]);
    expect(notice.failure).toEqual(aFailure());
  });
});

describe('what is missing', () => {
  const requirements = [
    aRequirement(),
    END,
    { id: 'annex', kind: 'annex' as const, excerpt: 'Price list', versionId: anId(301), done: false },
    { id: 'redline', kind: 'redline' as const, versionId: anId(99), done: false },
    aRequirement({ id: 'clause:c4', clauseId: 'c4', done: true }),
  ];
  const open = async (language: 'zh' | 'en' = 'zh'): Promise<void> => {
    await reader(aView({ progress: aProgress(requirements) }), {}, { language });
    await click(the('button', 'review.reader.missing', { count: 4 }));
  };

  inEach('is listed with what would meet it', async (language) => {
    await open(language);
    expect(within(the('dialog', 'review.reader.missingTitle')).getAllByRole('listitem')).toHaveLength(4);
    expect(every('button', 'review.reader.clauseNotSeen', { number: '1.2 Damage by frost' })).toHaveLength(1);
    await accessible();
    await click(the('button', 'frame.close'));
    expect(dialog()).toBeNull();
  });

  it('a clause is gone to', async () => {
    await open();
    await click(the('button', 'review.reader.clauseNotSeen', { number: '1.2 Damage by frost' }));
    expect(dialog()).toBeNull();
    expect(document.activeElement).toBe(clause('c3'));
  });

  it('the end is scrolled to', async () => {
    await open();
    const scroll = vi.spyOn(screen.getByRole('article', { hidden: true }), 'scrollTo');
    await click(the('button', 'review.reader.endNotReached'));
    expect(scroll).toHaveBeenCalledOnce();
    expect(dialog()).toBeNull();
  });

  it('an annex is opened', async () => {
    await open();
    await click(the('button', 'review.reader.annexNotOpened', { title: 'Price list' }));
    expect(way.here).toEqual({ screen: 'review', versionId: anId(301) });
  });

  it('a comparison is opened', async () => {
    await open();
    await click(the('button', 'review.reader.redlineNotSeen'));
    expect(way.here).toEqual({ screen: 'compare', oldVersionId: anId(99), newVersionId: anId(101) });
  });
});

describe('taking the text out', () => {
  it('as a PDF, as text, or printed; only what was saved is told', async () => {
    const main = await reader(aView(), { 'review.export': ({ as }) => ({ fileName: `terms.${as}` }) });
    const before = notice.said;
    await click(the('button', 'review.reader.print'));
    expect(notice.said).toBe(before);
    await click(the('button', 'review.reader.savePdf'));
    expect(notice.said).toBe(said('review.reader.saved', { name: 'terms.pdf' }));
    await click(the('button', 'review.reader.saveText'));
    expect(notice.said).toBe(said('review.reader.saved', { name: 'terms.text' }));
    window.dispatchEvent(new CustomEvent('assent:print'));
    await settled();
    expect(main.inputs('review.export').map(({ as }) => as)).toEqual(['print', 'pdf', 'text', 'print']);
  });
});
