import { within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { asWritten } from '../../../../../assets/messages/say.ts';
import type { ReadingPreview, ReadingState } from '../../../../../src-main/contract/review-readings.ts';
import ReadAgain from '../../../../../src-renderer/features/review/ReadAgain.svelte';
import { notice } from '../../../../../src-renderer/kernel/failures.svelte.ts';
import { aHash, anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { pending, refused, type Answers, type Double } from '../../given/double.ts';
import { dialog, every, reads, readsText, the } from '../../given/find.ts';
import { click, press } from '../../given/hands.ts';
import { inEach, said, show } from '../../given/page.ts';
import { aView } from '../../given/review.ts';

let kept = 0;

const aPreview = (more: Partial<ReadingPreview> = {}): ReadingPreview => ({
  versionId: anId(101),
  from: aHash(1),
  to: aHash(2),
  differences: [
    { part: 'facts', what: asWritten('The notice is forty days'), clause: { number: '1.3', excerpt: 'The berth' } },
  ],
  count: 1,
  ...more,
});

async function readAgain(
  reading: Partial<ReadingState>,
  answers: Answers = {},
  wish: Parameters<typeof show>[3] = {},
): Promise<Double> {
  kept = 0;
  const view = aView({ reading: { at: '2026-10-05T03:20:00Z', byEarlier: false, ...reading } });
  return show(ReadAgain, { view, onkept: () => void (kept += 1) }, answers, wish);
}

describe('reading a version again', () => {
  inEach('one that an earlier reader read says how much differs, once it was compared', async (language) => {
    const main = await readAgain(
      { byEarlier: true },
      { 'review.readAgain': () => aPreview({ count: 3 }) },
      { language },
    );
    expect(main.inputs('review.readAgain')).toEqual([{ versionId: anId(101) }]);
    expect(reads('review.readings.earlier', { count: 3 })).toBe(true);
    await accessible();
  });

  it('what is known is not compared again, and a comparison that nobody asked for fails in silence', async () => {
    const main = await readAgain({ byEarlier: true, differs: 2 });
    expect(main.calls).toEqual([]);
    expect(every('button', 'review.readings.look')).toHaveLength(1);
    await readAgain({ byEarlier: true }, { 'review.readAgain': refused() });
    expect(notice.failure).toBeUndefined();
    expect(every('button', 'review.readings.again')).toHaveLength(1);
  });

  inEach('the differences are shown by what they are about, and only then kept', async (language) => {
    const main = await readAgain(
      {},
      {
        'review.readAgain': () => aPreview(),
        'review.keepReading': () => ({ at: '2026-11-30T01:00:00Z', byEarlier: false }),
      },
      { language },
    );
    await click(the('button', 'review.readings.again'));
    expect(readsText('The notice is forty days')).toBe(true);
    await accessible();
    await click(the('button', 'review.readings.keep'));
    expect(main.inputs('review.keepReading')).toEqual([{ versionId: anId(101), from: aHash(1), to: aHash(2) }]);
    expect(notice.said).toBe(said('review.readings.kept'));
    expect(kept).toBe(1);
    expect(dialog()).toBeNull();
  });

  it('where nothing differs there is nothing to keep; while it is read that is said', async () => {
    const main = await readAgain({}, { 'review.readAgain': pending });
    await click(the('button', 'review.readings.again'));
    expect(reads('review.readings.reading')).toBe(true);
    await press('Escape');
    main.answer({ 'review.readAgain': () => aPreview({ differences: [], count: 0 }) });
    await click(the('button', 'review.readings.again'));
    expect(reads('review.readings.same')).toBe(true);
    expect(every('button', 'review.readings.keep')).toEqual([]);
  });

  it('a refusal is told in the dialog, which stays', async () => {
    await readAgain({}, { 'review.readAgain': () => aPreview(), 'review.keepReading': refused() });
    await click(the('button', 'review.readings.again'));
    await click(the('button', 'review.readings.keep'));
    expect(within(dialog()!).getByRole('alert')).toBeTruthy();
    expect(kept).toBe(0);
  });
});
