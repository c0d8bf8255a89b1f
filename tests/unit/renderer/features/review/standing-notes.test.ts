import { render } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { asWritten } from '../../../../../assets/messages/say.ts';
import type { VersionSummary } from '../../../../../src-main/contract/library.ts';
import StandingNotes from '../../../../../src-renderer/features/review/StandingNotes.svelte';
import { denseDate } from '../../../../../src-renderer/kernel/dates.ts';
import { aVersion, anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { dialog, every, field, reads, readsText, the } from '../../given/find.ts';
import { click, write } from '../../given/hands.ts';
import { given, inEach } from '../../given/page.ts';
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

function notes(version: Partial<VersionSummary>): void {
  changed = 0;
  render(StandingNotes, {
    view: aView({ version: aVersion(version) }),
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
    await write(field('review.explanations.texts.by'), 'Ada');
    await click(the('radio', 'review.conclusion.kinds.not-yet'));
    await click(the('button', 'review.standing.record'));
    expect(dialog()).toBeNull();
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
