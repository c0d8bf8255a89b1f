import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ReviewProgress } from '../../../../../src-main/contract/review.ts';
import { closeFailure, notice } from '../../../../../src-renderer/kernel/failures.svelte.ts';
import { Watch } from '../../../../../src-renderer/features/review/reader/seen-clauses.svelte.ts';
import { see } from '../../given/browser.ts';
import { anId } from '../../given/agreements.ts';
import { refused } from '../../given/double.ts';
import { given, settled } from '../../given/page.ts';

const progress = { requirements: [], missing: 0, complete: false } as unknown as ReviewProgress;
let stop: (() => void) | undefined;

afterEach(() => {
  stop?.();
  stop = undefined;
  document.body.replaceChildren();
});

/** A clause on screen in a window in front, on a clock that the test moves. */
async function watching(): Promise<{ readonly watch: Watch; readonly pass: (milliseconds: number) => void }> {
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  let clock = 1_000;
  vi.spyOn(performance, 'now').mockImplementation(() => clock);
  document.body.innerHTML =
    '<article><p id="clause-c1" data-clause="c1" style="font-weight: 700">All is shut out.</p></article>';
  const page = document.querySelector('article')!;
  const watch = new Watch(anId(101), new Set(['c1']), progress);
  stop = watch.start(page);
  await settled();
  see({ target: page.querySelector('p')!, isIntersecting: true });
  return {
    watch,
    pass: (milliseconds) => {
      clock += milliseconds;
    },
  };
}

const tenths = (seen: readonly { readonly clauseId: string; readonly seconds: number }[] = []): unknown =>
  seen.map(({ clauseId, seconds }) => [clauseId, Math.round(seconds * 10)]);

describe('watching what is on screen', () => {
  it('loses nothing when the main side fails, and says so once', async () => {
    const main = await given({ 'review.observe': () => progress });
    const { watch, pass } = await watching();
    main.answer({ 'review.observe': refused() });
    pass(800);
    await watch.acknowledge('c1');
    expect(notice.failure).toBeDefined();
    closeFailure();
    pass(700);
    await watch.report();
    expect(notice.failure).toBeUndefined();

    main.answer({ 'review.observe': () => progress });
    await watch.report();
    const told = main.inputs('review.observe').map(({ observation }) => observation);
    expect(told.at(-1)?.acknowledged).toEqual(['c1']);
    expect(tenths(told.at(-1)?.seen)).toEqual([['c1', 15]]);

    // What is known is not told a second time: only what came since.
    main.forget();
    pass(500);
    await watch.report();
    const after = main.inputs('review.observe').map(({ observation }) => observation);
    expect(after.flatMap(({ acknowledged }) => acknowledged)).toEqual([]);
    expect(tenths(after.flatMap(({ seen }) => seen))).toEqual([['c1', 5]]);
  });

  it('claims nothing of the time before the main side knows of the sitting, however often it has to ask', async () => {
    const main = await given({ 'review.observe': refused() });
    const { watch, pass } = await watching();
    pass(800);
    await watch.report();
    main.answer({ 'review.observe': () => progress });
    main.forget();
    pass(900);
    await watch.report();
    pass(600);
    await watch.report();
    const told = main.inputs('review.observe').map(({ observation }) => tenths(observation.seen));
    expect(told).toEqual([[], [['c1', 6]]]);
  });
});
