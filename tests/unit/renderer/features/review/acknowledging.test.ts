import { screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { sentence } from '../../../../../assets/messages/say.ts';
import type { ReviewProgress, VersionView } from '../../../../../src-main/contract/review.ts';
import type { Input } from '../../../../../src-main/contract/index.ts';
import Reader from '../../../../../src-renderer/features/review/Reader.svelte';
import type { Noting } from '../../../../../src-renderer/features/review/reader/cards.ts';
import { notingWords } from '../../../../../src-renderer/features/review/reader/ring-words.ts';
import { notice } from '../../../../../src-renderer/kernel/failures.svelte.ts';
import { way } from '../../../../../src-renderer/kernel/navigation.svelte.ts';
import type { Place } from '../../../../../src-main/contract/event.ts';
import { anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { scrolledTo, see } from '../../given/browser.ts';
import { aFailure, later, refused, type Answers, type Double } from '../../given/double.ts';
import { every, reads, the } from '../../given/find.ts';
import { click, press } from '../../given/hands.ts';
import { inEach, said, settled, show } from '../../given/page.ts';
import { aBoldClause, aDocument, aProgress, aRequirement, aView, CLAUSES, END, someTexts } from '../../given/review.ts';

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

const NOTHING = { seen: [], acknowledged: [], withdrawn: [], endReached: false };
const ring = (noting: Noting, number = '1.2'): HTMLElement =>
  the('button', 'review.ring.name', {
    clause: sentence('review.clause.number', { number }),
    state: notingWords(noting),
  });
/** Both clauses were on screen for so many of their seconds. */
const seen = (seconds: number): ReviewProgress =>
  aProgress(
    ['c3', 'c4'].map((id) => aRequirement({ id: `clause:${id}`, clauseId: id, secondsSeen: seconds, done: false })),
  );

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
  async function watched(
    view: VersionView,
    answers: Answers = {},
    wish: Parameters<typeof show>[3] = {},
  ): Promise<Double> {
    vi.spyOn(document, 'hasFocus').mockReturnValue(true);
    const main = await reader(view, {}, wish);
    main.answer(answers);
    const plain = window.getComputedStyle.bind(window);
    // A browser computes a weight as a number.
    const bold = { fontWeight: '700', textDecorationLine: 'underline', display: 'block', visibility: 'visible' };
    vi.spyOn(window, 'getComputedStyle').mockImplementation((element, pseudo) =>
      element.closest('[data-clause]') ? (bold as CSSStyleDeclaration) : plain(element, pseudo),
    );
    return main;
  }

  inEach('the ring says how long it takes, and fills with the seconds', async (language) => {
    await reader(aView({ progress: seen(3) }), {}, { language });
    expect(ring({ state: 'seen', part: 0.75, left: 1 }).title).toBe(said('review.reader.seconds', { left: 1 }));
    const slice = ring({ state: 'seen', part: 0.75, left: 1 }).querySelector('.slice');
    const [filled, all] = (slice?.getAttribute('stroke-dasharray') ?? '').split(' ').map(Number) as [number, number];
    expect(filled / all).toBeCloseTo(0.75);
    await accessible();
  });

  it('Space notes the clause once its time has passed, and goes on to the next that is not noted', async () => {
    const main = await watched(aView({ progress: done() }), {
      'review.observe': ({ observation }) => done(...observation.acknowledged),
    });
    await press('j');
    expect(await press(' ')).toBe(true);
    expect(main.inputs('review.observe')).toEqual([
      {
        versionId: anId(101),
        observation: { ...NOTHING, readingAt: 'c3' },
        sitting: begun[0]?.sitting,
      },
      {
        versionId: anId(101),
        observation: { ...NOTHING, acknowledged: ['c3'] },
        sitting: begun[0]?.sitting,
      },
    ]);
    expect(ring({ state: 'noted', part: 1, left: 0 }).getAttribute('aria-pressed')).toBe('true');
    expect(document.activeElement).toBe(clause('c4'));
  });

  it('one Space a clause, from the first one on', async () => {
    let noted: readonly string[] = [];
    await watched(aView({ progress: done() }), {
      'review.observe': ({ observation }) => done(...(noted = [...noted, ...observation.acknowledged])),
    });
    await press(' ');
    expect(document.activeElement).toBe(clause('c3'));
    await press(' ');
    await press(' ');
    expect(noted).toEqual(['c3', 'c4']);
    // All is noted: nothing more comes of it, and nothing is taken back.
    await press(' ');
    expect(noted).toEqual(['c3', 'c4']);
  });

  inEach('Space before its time notes nothing, says how long it takes, and stays there', async (language) => {
    const main = await watched(aView({ progress: seen(1) }), { 'review.observe': () => seen(1) }, { language });
    await press('j');
    await press(' ');
    expect(main.inputs('review.observe').flatMap(({ observation }) => observation.acknowledged)).toEqual([]);
    expect(document.activeElement).toBe(clause('c3'));
    const status = screen.getAllByRole('status').map(({ textContent }) => textContent);
    expect(status.some((text) => text.includes(said('review.reader.seconds', { left: 3 })))).toBe(true);
    await accessible();
  });

  it('the window never believes itself: what it thinks is enough the main side still has to say', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
    const main = await watched(aView(), { 'review.observe': () => seen(1) });
    see({ target: clause('c3'), isIntersecting: true });
    vi.advanceTimersByTime(2000);
    await press('j');
    await press(' ');
    expect(main.inputs('review.observe').flatMap(({ observation }) => observation.acknowledged)).toEqual([]);
  });

  it('on a button Space is the button’s', async () => {
    const main = await watched(aView({ progress: done() }));
    main.answer({ 'review.export': () => undefined });
    the('button', 'review.reader.savePdf').focus();
    expect(await press(' ')).toBe(false);
  });

  it('a clause that is none of the key clauses is not noted: Space goes on to the next that is', async () => {
    const main = await watched(aView({ progress: done() }));
    await click(clause('c2'));
    await press(' ');
    expect(main.inputs('review.observe').flatMap(({ observation }) => observation.acknowledged)).toEqual([]);
    expect(document.activeElement).toBe(clause('c3'));
  });

  it('the ring does it too, moves nothing, and takes it back; the main side pictures what is on screen', async () => {
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
      'review.observe': ({ observation }) => (observation.withdrawn.length > 0 ? done() : done('c3')),
      'review.picture': () => ({ taken: true }),
    });
    vi.spyOn(clause('c3'), 'getBoundingClientRect').mockReturnValue(box);
    vi.spyOn(screen.getByRole('article'), 'getBoundingClientRect').mockReturnValue({ ...box, top: 120, bottom: 800 });
    main.answer({ 'review.observe': () => done() });
    await click(ring({ state: 'ready', part: 1, left: 0 }));
    expect(main.inputs('review.picture')).toEqual([
      { versionId: anId(101), clauseId: 'c3', box: { x: 10, y: 120, width: 400, height: 40 } },
    ]);
    expect(scrolledTo).toEqual([]);
    main.answer({ 'review.observe': () => done('c3') });
    await click(ring({ state: 'ready', part: 1, left: 0 }));
    main.answer({ 'review.observe': () => done() });
    await click(ring({ state: 'noted', part: 1, left: 0 }));
    expect(main.inputs('review.observe').at(-1)?.observation.withdrawn).toEqual(['c3']);
    expect(ring({ state: 'ready', part: 1, left: 0 }).getAttribute('aria-pressed')).toBe('false');
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
    expect(main.inputs('review.observe').map(({ observation }) => observation.acknowledged)).toContainEqual(conspicuous);
  });

  it('need their time each: while one lacks it none is noted, and that one is shown', async () => {
    const main = await card([4, 4, 1], { 'review.observe': () => progress([4, 4, 1]) });
    const below = { top: 900, bottom: 940, left: 0, right: 100, width: 100, height: 40, x: 0, y: 900 };
    vi.spyOn(clause('x3'), 'getBoundingClientRect').mockReturnValue({ ...below, toJSON: () => ({}) });
    await press('j');
    await press(' ');
    expect(main.inputs('review.observe').flatMap(({ observation }) => observation.acknowledged)).toEqual([]);
    expect(scrolledTo.at(-1)).toBe(clause('x3'));
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

  inEach('is counted on the way to the decision, which lists it', async (language) => {
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
    await click(the('button', 'review.next.card', { clause: sentence('review.clause.number', { number: '1.1' }) }));
    expect(document.activeElement).toBe(clause('c2'));
  });

  it('of the last clause that is not noted the button notes it, once it was on screen for its time', async () => {
    const last = (seconds: number) => aProgress([noted[0]!, aRequirement({ clauseId: 'c4', secondsSeen: seconds })]);
    const main = await reader(aView({ progress: last(1) }), { 'review.observe': () => last(1) });
    await press('j');
    await press('j');
    expect(every('button', 'review.reader.seconds', { left: 3 })).toHaveLength(1);
    main.answer({ 'review.observe': () => last(4) });
    await click(the('button', 'review.reader.seconds', { left: 3 }));
    await click(the('button', 'review.next.note', { clause: sentence('review.clause.number', { number: '1.3' }) }));
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
