import { render } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { asWritten } from '../../../../../assets/messages/say.ts';
import type { VersionView } from '../../../../../src-main/contract/review.ts';
import type { VersionSummary } from '../../../../../src-main/contract/library.ts';
import StandingNotes from '../../../../../src-renderer/features/review/StandingNotes.svelte';
import { denseDate } from '../../../../../src-renderer/kernel/dates.ts';
import { aHash, aVersion, anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { dialog, every, field, reads, readsText, the } from '../../given/find.ts';
import { click, isDisabled, pick, write } from '../../given/hands.ts';
import { given, inEach, said } from '../../given/page.ts';
import { aView } from '../../given/review.ts';

let changed = 0;
const period = {
  versionId: anId(101),
  from: '2026-10-31T16:00:00.000Z',
  by: 'click',
  recordId: anId(7),
  governing: 'click',
  why: asWritten('Clicked on its page.'),
} as const;

function notes(version: Partial<VersionSummary>, more: Partial<VersionView> = {}): void {
  changed = 0;
  render(StandingNotes, {
    view: aView({ version: aVersion(version), ...more }),
    onchanged: () => void (changed += 1),
  });
}

describe('what stands of a version, in the margin', () => {
  inEach('since when it stands is told by the day in Beijing, with why', async (language) => {
    await given({}, { language });
    notes({ state: 'accepted', why: asWritten('Clicked on its page.'), period });
    expect(readsText('Clicked on its page.')).toBe(true);
    expect(reads('review.standing.since', { from: denseDate('2026-11-01') })).toBe(true);
    await accessible();
  });

  it('until when it stood, and that the company decided against it, are told too', async () => {
    await given({});
    const disputed = asWritten('Declined on 20 November.');
    notes({ state: 'accepted', period: { ...period, until: '2026-11-30T16:00:00.000Z', disputed } });
    expect(reads('review.standing.between', { from: '2026-11-01', until: '2026-12-01' })).toBe(true);
    expect(readsText('Declined on 20 November.')).toBe(true);
  });

  it('an end or another day can be said only of what was accepted with the provider', async () => {
    await given({});
    notes({ state: 'decided' });
    expect(every('button', 'review.standing.conclude')).toHaveLength(1);
    expect(every('button', 'review.standing.end')).toEqual([]);
    expect(every('button', 'review.standing.correct')).toEqual([]);
  });

  it('what is said closes its dialog, and the version is asked for anew', async () => {
    await given({ 'review.conclude': () => undefined });
    notes({ state: 'decided' });
    await click(the('button', 'review.standing.conclude'));
    await write(field('frame.handledBy'), 'Ada');
    await click(the('radio', 'review.conclusion.kinds.not-yet'));
    await click(the('button', 'review.standing.record'));
    expect(dialog()).toBeNull();
    expect(changed).toBe(1);
  });

  const made = {
    id: anId(7),
    how: 'ordered',
    on: '2026-11-01',
    said: 'Ada',
    order: 'SO-7',
    page: 'not-checked',
    proofs: [],
    recordedAt: '2026-11-02T02:00:00Z',
  } as const;

  inEach('how it was made, with its proofs or that there is none', async (language) => {
    await given({}, { language });
    notes({ state: 'accepted', period }, { conclusion: made });
    const way = said('review.conclusion.ways.ordered');
    expect(reads('review.standing.made', { way, on: denseDate('2026-11-01') })).toBe(true);
    expect(readsText('SO-7')).toBe(true);
    expect(readsText(said('review.conclusion.pages.not-checked'))).toBe(true);
    expect(reads('review.standing.noProof')).toBe(true);
    await accessible();
    document.body.innerHTML = '';
    notes({ state: 'accepted', period }, { conclusion: { ...made, proofs: [{ sha256: aHash(4), name: 'page.png' }] } });
    expect(readsText('page.png')).toBe(true);
    expect(reads('review.standing.noProof')).toBe(false);
  });

  it('a proof and the text of the page can be added later; with nothing to add nothing is sent', async () => {
    const kept = { sha256: aHash(4), name: 'page.png' };
    const main = await given({ 'review.completeConclusion': () => undefined, 'review.keepProof': () => kept });
    notes({ state: 'accepted', period }, { conclusion: made });
    await click(the('button', 'review.standing.complete'));
    await write(field('frame.handledBy'), 'Ada');
    expect(isDisabled(the('button', 'review.standing.record'))).toBe(true);
    await click(the('button', 'review.conclusion.proof'));
    await pick(field('review.conclusion.page'), 'same');
    await click(the('button', 'review.standing.record'));
    expect(main.inputs('review.completeConclusion')).toEqual([
      { versionId: anId(101), by: 'Ada', page: 'same', proof: kept.sha256 },
    ]);
    expect(changed).toBe(1);
  });

  it.each(['end', 'correct'] as const)('%s opens the dialog that asks for it', async (what) => {
    await given({});
    notes({ state: 'accepted', period });
    await click(the('button', `review.standing.${what}`));
    expect(dialog()).not.toBeNull();
    expect(changed).toBe(0);
  });
});
