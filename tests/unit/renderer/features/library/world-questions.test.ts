import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { WorldQuestion } from '../../../../../src-main/contract/library.ts';
import WorldQuestions from '../../../../../src-renderer/features/library/waiting/WorldQuestions.svelte';
import { longDate } from '../../../../../src-renderer/kernel/dates.ts';
import { anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { refused, type Answers, type Double } from '../../given/double.ts';
import { dialog, every, field, reads, refusedHere, the } from '../../given/find.ts';
import { click, isDisabled, pick, write } from '../../given/hands.ts';
import { given, inEach, said, settled } from '../../given/page.ts';

const crane: WorldQuestion = {
  versionId: anId(101),
  title: 'Crane terms',
  ordinal: 1,
  decidedAt: '2026-10-05T03:20:00Z',
  copies: [],
};
const shed: WorldQuestion = {
  versionId: anId(102),
  title: 'Shed terms',
  ordinal: 2,
  copies: [
    { id: anId(6), name: 'sealed.pdf' },
    { id: anId(7), name: 'second.pdf' },
  ],
};
const record = (): HTMLElement => the('button', 'review.standing.record');
const seals = (name: string): HTMLElement => field('library.questions.seals', { name });

async function asked(answers: Answers = {}, language: 'zh' | 'en' = 'zh'): Promise<Double> {
  const main = await given(answers, { language });
  const { rerender } = render(WorldQuestions, { questions: [crane, shed] });
  await settled();
  await click(the('button', 'library.questions.answer'));
  // what is recorded is no longer asked, also while the dialog is open
  main.answer({
    'review.conclude': () => {
      void rerender({ questions: [shed] });
      return undefined;
    },
    ...answers,
  });
  return main;
}

describe('what is asked once of an older library', () => {
  inEach('nothing is answered beforehand, and nothing sent that nobody said', async (language) => {
    await asked({}, language);
    expect(isDisabled(record())).toBe(true);
    await write(field('frame.handledBy'), 'Ada');
    expect(isDisabled(record())).toBe(true);
    await pick(seals('sealed.pdf'), 'both');
    expect(isDisabled(record())).toBe(true);
    await accessible();
  });

  it('a day before the company decided is questioned where it is typed', async () => {
    await asked();
    await pick(field('library.questions.decided', { date: longDate('2026-10-05T03:20:00Z') }), 'made');
    await write(field('review.conclusion.on'), '2026-10-05');
    const doubt = { date: longDate('2026-10-05') };
    expect(reads('review.conclusion.beforeDecision', doubt)).toBe(false);
    await write(field('review.conclusion.on'), '2026-09-20');
    expect(reads('review.conclusion.beforeDecision', doubt)).toBe(true);
  });

  it('one answer for all answers what was decided, and no text that was not', async () => {
    const main = await asked();
    await pick(field('library.questions.all'), 'decision-day');
    await write(field('frame.handledBy'), ' Ada ');
    await click(record());
    expect(main.inputs('review.conclude')).toEqual([
      { by: 'Ada', answers: [{ versionId: anId(101), conclusion: { kind: 'decision-day' } }] },
    ]);
    expect(dialog()).toBeNull();
  });

  it('what was recorded before a later answer was refused is not recorded twice', async () => {
    const main = await asked({ 'letters.tellSeals': refused() });
    await pick(field('library.questions.decided', { date: longDate('2026-10-05') }), 'not-yet');
    await pick(seals('sealed.pdf'), 'ours');
    await pick(seals('second.pdf'), 'theirs');
    await write(field('frame.handledBy'), 'Ada');
    await click(record());
    expect(refusedHere()).toBe(true);
    expect(screen.getByText(/Crane terms/u)).toBeTruthy();
    main.answer({ 'letters.tellSeals': () => undefined as never });
    await click(record());
    expect(main.inputs('review.conclude')).toHaveLength(1);
    expect(main.inputs('letters.tellSeals').map(({ copyId }) => copyId)).toEqual([anId(6), anId(6), anId(7)]);
    expect(dialog()).toBeNull();
  });

  it('nothing is said where nothing is asked', async () => {
    await given({});
    render(WorldQuestions, { questions: [] });
    expect(every('button', 'library.questions.answer')).toEqual([]);
    expect(document.body.textContent).not.toContain(said('library.questions.title'));
  });
});
