import { render } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import ConcludeDialog from '../../../../../src-renderer/ui/standing/ConcludeDialog.svelte';
import StandingDialog from '../../../../../src-renderer/ui/standing/StandingDialog.svelte';
import { aHash, anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import type { Answers, Double } from '../../given/double.ts';
import { every, field, the } from '../../given/find.ts';
import { click, isDisabled, pick, write } from '../../given/hands.ts';
import { given, inEach } from '../../given/page.ts';

let done = 0;
const props = { versionId: anId(101), onclose: () => undefined, ondone: () => void (done += 1) };
const proof = { sha256: aHash(9), name: 'order.pdf' };
const record = (): HTMLElement => the('button', 'review.standing.record');

async function before(answers: Answers, language: 'zh' | 'en' = 'zh'): Promise<Double> {
  done = 0;
  return given({ 'review.keepProof': () => proof, ...answers }, { language });
}

describe('what became of a version with the provider', () => {
  inEach('is chosen by the person, and sent as far as it was said', async (language) => {
    const main = await before({ 'review.conclude': () => undefined }, language);
    render(ConcludeDialog, props);
    await write(field('frame.handledBy'), 'Ada');
    expect(isDisabled(record())).toBe(true);
    await click(the('radio', 'review.conclusion.kinds.made'));
    expect(isDisabled(record())).toBe(true);
    await write(field('review.conclusion.on'), '2026-11-21');
    await pick(field('review.conclusion.how'), 'ordered');
    await write(field('review.conclusion.order'), ' SO-7 ');
    await write(field('review.conclusion.button'), ' Agree and order ');
    await click(the('button', 'review.conclusion.proof'));
    await accessible();
    await click(record());
    const told = { order: 'SO-7', button: 'Agree and order', proof: proof.sha256 };
    const conclusion = { kind: 'made', how: 'ordered', on: '2026-11-21', ...told };
    expect(main.inputs('review.conclude')).toEqual([{ by: 'Ada', answers: [{ versionId: anId(101), conclusion }] }]);
    expect(done).toBe(1);
  });

  inEach('sealed by both is whole with the day of each seal, and counts from the later one', async (language) => {
    const main = await before({ 'review.conclude': () => undefined }, language);
    render(ConcludeDialog, props);
    await write(field('frame.handledBy'), 'Ada');
    await click(the('radio', 'review.conclusion.kinds.made'));
    await pick(field('review.conclusion.how'), 'sealed');
    expect(every('textbox', 'review.conclusion.on')).toEqual([]);
    const typed = (name: string): HTMLInputElement | null => document.querySelector(`input[name='${name}']`);
    await write(typed('theirsDatedOn')!, '2026-11-21');
    // Only one party's seal concludes nothing.
    expect(isDisabled(record())).toBe(true);
    await write(typed('oursDatedOn')!, '2026-11-12');
    await write(typed('oursSignatory')!, 'Ada');
    await accessible();
    await click(record());
    const parties = { ours: { signatory: 'Ada', datedOn: '2026-11-12' }, theirs: { datedOn: '2026-11-21' } };
    const conclusion = { kind: 'made', how: 'sealed', on: '2026-11-21', parties };
    expect(main.inputs('review.conclude')).toEqual([{ by: 'Ada', answers: [{ versionId: anId(101), conclusion }] }]);
  });

  it('that it was not yet asks for nothing more, also after something else was chosen', async () => {
    const main = await before({ 'review.conclude': () => undefined });
    render(ConcludeDialog, props);
    await write(field('frame.handledBy'), 'Ada');
    await click(the('radio', 'review.conclusion.kinds.just-clicked'));
    await click(the('radio', 'review.conclusion.kinds.not-yet'));
    expect(every('button', 'review.conclusion.proof')).toEqual([]);
    expect(the('radio', 'review.conclusion.kinds.just-clicked').matches(':checked')).toBe(false);
    await click(record());
    expect(main.inputs('review.conclude')[0]?.answers[0]?.conclusion).toEqual({
      kind: 'not-yet',
      remind: '2026-12-07',
    });
  });
});

describe('what stands', () => {
  it('ends on a day, with a reason where one is given', async () => {
    const main = await before({ 'review.endStanding': () => undefined });
    render(StandingDialog, { ...props, what: 'end' });
    await pick(field('review.standing.why'), 'expired');
    await write(field('review.standing.endsOn'), '2026-11-20');
    await write(field('frame.handledBy'), 'Ada');
    await click(the('button', 'review.conclusion.proof'));
    await click(record());
    expect(main.inputs('review.endStanding')).toEqual([
      { versionId: anId(101), by: 'Ada', from: '2026-11-20', why: 'expired', proof: proof.sha256 },
    ]);
    expect(done).toBe(1);
  });

  inEach('is corrected with a reason, never without', async (language) => {
    const main = await before({ 'review.correctStanding': () => undefined }, language);
    render(StandingDialog, { ...props, what: 'correct' });
    await pick(field('review.standing.which'), 'until');
    await write(field('review.standing.date'), '2026-11-20');
    await write(field('frame.handledBy'), 'Ada');
    expect(isDisabled(record())).toBe(true);
    await write(field('review.decision.reason'), 'The order came later.');
    await accessible();
    await click(record());
    expect(main.inputs('review.correctStanding')).toEqual([
      { versionId: anId(101), by: 'Ada', what: 'until', date: '2026-11-20', reason: 'The order came later.' },
    ]);
  });
});
