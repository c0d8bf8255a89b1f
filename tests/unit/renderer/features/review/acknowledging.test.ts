import { screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import type { ReviewProgress, VersionView } from '../../../../../src-main/contract/review.ts';
import { notice } from '../../../../../src-renderer/kernel/failures.svelte.ts';
import { anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { scrolledTo, see } from '../../given/browser.ts';
import { aFailure, refused, later, type Answers, type Double } from '../../given/double.ts';
import { the } from '../../given/find.ts';
import { click, press } from '../../given/hands.ts';
import { inEach, said, settled, type show } from '../../given/page.ts';
import { begun, clauseOf, done, reader, ring, seen } from '../../given/reader.ts';
import { aProgress, aView, END } from '../../given/review.ts';

const NOTHING = { seen: [], acknowledged: [], withdrawn: [], endReached: false };

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
    expect(document.activeElement).toBe(clauseOf('c4'));
  });

  it('one Space a clause, from the first one on', async () => {
    let noted: readonly string[] = [];
    await watched(aView({ progress: done() }), {
      'review.observe': ({ observation }) => done(...(noted = [...noted, ...observation.acknowledged])),
    });
    await press(' ');
    expect(document.activeElement).toBe(clauseOf('c3'));
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
    expect(document.activeElement).toBe(clauseOf('c3'));
    const status = screen.getAllByRole('status').map(({ textContent }) => textContent);
    expect(status.some((text) => text.includes(said('review.reader.seconds', { left: 3 })))).toBe(true);
    await accessible();
  });

  it('the window never believes itself: what it thinks is enough the main side still has to say', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
    const main = await watched(aView(), { 'review.observe': () => seen(1) });
    see({ target: clauseOf('c3'), isIntersecting: true });
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
    await click(clauseOf('c2'));
    await press(' ');
    expect(main.inputs('review.observe').flatMap(({ observation }) => observation.acknowledged)).toEqual([]);
    expect(document.activeElement).toBe(clauseOf('c3'));
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
    vi.spyOn(clauseOf('c3'), 'getBoundingClientRect').mockReturnValue(box);
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
    see({ target: clauseOf('c3'), isIntersecting: true, ratio: 0.5 });
    see({ target: clauseOf('c4'), isIntersecting: true, ratio: 0.4 });
    vi.advanceTimersByTime(2500);
    await settled();
    const [first] = main.inputs('review.observe');
    expect(first?.observation.seen).toEqual([{ clauseId: 'c3', seconds: 2.5, weight: 700, decoration: 'underline' }]);
    vi.spyOn(document, 'hasFocus').mockReturnValue(false);
    vi.advanceTimersByTime(5000);
    await settled();
    expect(main.inputs('review.observe')).toHaveLength(1);
    vi.spyOn(document, 'hasFocus').mockReturnValue(true);
    see({ target: clauseOf('c3'), isIntersecting: false });
    vi.advanceTimersByTime(5000);
    await settled();
    expect(main.inputs('review.observe')).toHaveLength(1);
  });

  it('a clause that fills half of the page counts, however little of it that is', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
    const main = await watched(aView());
    see({ target: clauseOf('c3'), isIntersecting: true, ratio: 0.2, height: 2000 });
    vi.advanceTimersByTime(2500);
    await settled();
    expect(main.inputs('review.observe')[0]?.observation.seen).toHaveLength(1);
  });

  it('one report at a time; what passes while one is under way is not claimed', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
    const slow = later<ReviewProgress>();
    const main = await watched(aView(), { 'review.observe': () => slow.promise });
    see({ target: clauseOf('c3'), isIntersecting: true });
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
