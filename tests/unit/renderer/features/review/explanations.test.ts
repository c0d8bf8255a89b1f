import { screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { sentence } from '../../../../../assets/messages/say.ts';
import type { Clause } from '../../../../../src-main/contract/views.ts';
import ExplanationNotes from '../../../../../src-renderer/features/review/reader/ExplanationNotes.svelte';
import { way } from '../../../../../src-renderer/kernel/navigation.svelte.ts';
import type { ExplanationView } from '../../../../../src-main/contract/review-explanations.ts';
import { listDate } from '../../../../../src-renderer/kernel/dates.ts';
import type { CaseView } from '../../../../../src-main/contract/letters-cases.ts';
import { aCase } from '../../given/cases.ts';
import { aHash, anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { refused, type Answers, type Double } from '../../given/double.ts';
import { dialog, every, field, reads, readsText, refusedHere, the } from '../../given/find.ts';
import { click, isDisabled, pick, valueOf, write } from '../../given/hands.ts';
import { inEach, said, show } from '../../given/page.ts';
import { aRequest, aView, CLAUSES } from '../../given/review.ts';

let picked: string[] = [];

/** The cases of these requests, as the main side tells them. */
const casesOf =
  (requests: readonly ExplanationView[]) =>
  ({ origin }: { readonly origin: string }): CaseView | undefined => {
    const request = requests.find(({ id }) => origin === `explanation:${id}`);
    if (!request) return undefined;
    const { state, sent: went, answer: came } = request;
    const { letterId: _none, ...base } = aCase({ kind: 'explanation', origin });
    return {
      ...base,
      state: state === 'asked' ? 'drafted' : state,
      steps: [
        ...base.steps,
        ...(went ? [{ state: 'sent', at: went.at, said: '', channel: went.channel } as const] : []),
        ...(came ? [{ state: 'answered', at: came.at, said: '', channel: came.channel } as const] : []),
      ],
      next: state === 'asked' ? ['sent', 'answered'] : state === 'sent' ? ['arrived', 'answered'] : ['settled'],
    };
  };

async function notes(
  requests: readonly ExplanationView[],
  answers: Answers = {},
  wish: Parameters<typeof show>[3] = {},
  clause: Clause | undefined = CLAUSES[2],
): Promise<Double> {
  picked = [];
  const props = { view: aView(), clause, requests, onpick: (id: string) => void picked.push(id) };
  return show(ExplanationNotes, props, { 'letters.case': casesOf(requests), ...answers }, wish);
}

/** Beside no clause: those of the whole version. */
async function ofVersion(
  requests: readonly ExplanationView[],
  answers: Answers = {},
  wish: Parameters<typeof show>[3] = {},
): Promise<Double> {
  picked = [];
  const props = { view: aView(), requests, onpick: (id: string) => void picked.push(id) };
  return show(ExplanationNotes, props, { 'letters.case': casesOf(requests), ...answers }, wish);
}

const ABOUT = { clause: sentence('review.clause.number', { number: '1.2' }) };

const sent = { at: '2026-11-22', channel: 'mail', to: 'Harbour Board' } as const;
const answer = { at: '2026-11-24', channel: 'phone', by: 'The clerk', text: 'The harbour does.' } as const;

describe('questions to the provider', () => {
  inEach('none: says what they are for, and one can be asked', async (language) => {
    await notes([], {}, { language });
    expect(reads('review.explanations.why')).toBe(true);
    expect(isDisabled(the('button', 'review.notes.ask', ABOUT))).toBe(false);
    expect(every('button', 'review.explanations.draftLetter')).toEqual([]);
    await accessible();
  });

  it('under the law of another place the mainland’s is not told as if it held, in the dialog neither', async () => {
    const props = { view: aView({ lawElsewhere: true }), clause: CLAUSES[2], requests: [], onpick: () => undefined };
    await show(ExplanationNotes, props, { 'letters.case': casesOf([]) });
    expect(reads('review.explanations.why-elsewhere')).toBe(true);
    expect(reads('review.explanations.why')).toBe(false);
    await click(the('button', 'review.notes.ask', ABOUT));
    expect(dialog()?.textContent).toContain(said('review.explanations.why-elsewhere'));
    expect(reads('review.explanations.why')).toBe(false);
  });

  it('beside a clause stand its own, and none of another', async () => {
    await notes([aRequest(), aRequest({ id: anId(92), clauseId: 'c4', question: 'Who pays?' })]);
    expect(readsText('Who heats the shed?')).toBe(true);
    expect(readsText('Who pays?')).toBe(false);
  });

  it('without a clause nothing can be asked', async () => {
    await ofVersion([]);
    expect(screen.queryAllByRole('button')).toEqual([]);
  });

  inEach('each says how far it got', async (language) => {
    const list = [
      aRequest(),
      aRequest({ id: anId(92), question: 'Who pays?', sent, state: 'sent' }),
      aRequest({ id: anId(93), question: 'Since when?', sent, answer, state: 'answered' }),
    ];
    await ofVersion(list, {}, { language });
    for (const state of ['asked', 'sent', 'answered'] as const)
      expect(reads(`review.explanations.states.${state}`)).toBe(true);
    expect(reads('review.explanations.toLine', { to: 'Harbour Board' })).toBe(true);
    expect(reads('review.explanations.byLine', { by: 'The clerk' })).toBe(true);
    expect(readsText('The harbour does.')).toBe(true);
    expect(every('button', 'letters.case.mark.sent')).toHaveLength(1);
    expect(every('button', 'letters.case.mark.answered')).toHaveLength(2);
    expect(readsText(listDate('2026-11-22'))).toBe(true);
    await accessible();
    await click(screen.getAllByRole('button', { name: '1.2' })[0]!);
    expect(picked).toEqual(['c3']);
  });

  inEach('one is asked by somebody, about the clause', async (language) => {
    const main = await notes([], { 'review.askExplanation': () => aRequest() }, { language });
    await click(the('button', 'review.notes.ask', ABOUT));
    expect(readsText('Damage by frost is nobody’s fault.')).toBe(true);
    expect(isDisabled(the('button', 'review.explanations.record'))).toBe(true);
    await write(field('review.explanations.question'), ' Who heats the shed? ');
    expect(isDisabled(the('button', 'review.explanations.record'))).toBe(true);
    await write(field('review.explanations.askedBy'), ' Ada Berg ');
    await accessible();
    await click(the('button', 'review.explanations.record'));
    expect(main.inputs('review.askExplanation')).toEqual([
      { versionId: anId(101), clauseId: 'c3', question: 'Who heats the shed?', askedBy: 'Ada Berg' },
    ]);
    expect(dialog()).toBeNull();
    expect(document.activeElement).toBe(the('button', 'review.notes.ask', ABOUT));
  });

  it('one that was refused stays as typed', async () => {
    await notes([], { 'review.askExplanation': refused() });
    await click(the('button', 'review.notes.ask', ABOUT));
    await write(field('review.explanations.question'), 'Who heats?');
    await write(field('review.explanations.askedBy'), 'Ada');
    await click(the('button', 'review.explanations.record'));
    expect(valueOf(field('review.explanations.question'))).toBe('Who heats?');
  });
});

describe('what became of a question', () => {
  it('sent: on a day, by a channel, to somebody, with a proof', async () => {
    const main = await notes([aRequest()], {
      'review.keepExplanationFile': () => ({ sha256: aHash(4), name: 'slip.pdf' }),
      'review.explanationSent': () => aRequest({ state: 'sent', sent }),
    });
    await click(the('button', 'letters.case.mark.sent'));
    expect(valueOf(field('review.explanations.on'))).toBe('2026-11-30');
    await pick(field('review.explanations.channel'), 'mail');
    await write(field('review.explanations.to'), 'Harbour Board');
    await click(the('button', 'review.explanations.proof'));
    expect(readsText('slip.pdf')).toBe(true);
    main.answer({ 'review.keepExplanationFile': () => undefined });
    await click(the('button', 'review.explanations.proof'));
    expect(readsText('slip.pdf')).toBe(true);
    await accessible();
    await click(the('button', 'review.explanations.save'));
    expect(main.inputs('review.explanationSent')).toEqual([
      { id: anId(91), on: '2026-11-30', channel: 'mail', to: 'Harbour Board', proof: aHash(4) },
    ]);
    expect(dialog()).toBeNull();
  });

  inEach('answered: with the words of the answer', async (language) => {
    const main = await notes(
      [aRequest()],
      { 'review.explanationAnswered': () => aRequest({ state: 'answered', answer }) },
      { language },
    );
    await click(the('button', 'letters.case.mark.answered'));
    await write(field('review.explanations.by'), 'The clerk');
    expect(isDisabled(the('button', 'review.explanations.save'))).toBe(true);
    await write(field('review.explanations.answer'), 'The harbour does.');
    await click(the('button', 'review.explanations.save'));
    expect(main.inputs('review.explanationAnswered')).toEqual([
      { id: anId(91), on: '2026-11-30', channel: 'ticket', by: 'The clerk', text: 'The harbour does.' },
    ]);
  });

  it('refused: the dialog stays', async () => {
    await notes([aRequest()], { 'review.explanationSent': refused() });
    await click(the('button', 'letters.case.mark.sent'));
    await write(field('review.explanations.to'), 'Harbour Board');
    await click(the('button', 'review.explanations.save'));
    expect(valueOf(field('review.explanations.to'))).toBe('Harbour Board');
  });
});

describe('the letter with the questions', () => {
  inEach('is drafted for those that no letter holds, and gone to', async (language) => {
    const main = await ofVersion(
      [aRequest()],
      { 'review.draftExplanationLetter': () => ({ letterId: anId(21) }) },
      { language },
    );
    await accessible();
    await click(the('button', 'review.explanations.draftLetter'));
    expect(main.inputs('review.draftExplanationLetter')).toEqual([{ versionId: anId(101) }]);
    expect(way.here).toEqual({ screen: 'letters', letterId: anId(21) });
  });

  it('that cannot be drafted is told', async () => {
    await ofVersion([aRequest()], { 'review.draftExplanationLetter': refused() });
    await click(the('button', 'review.explanations.draftLetter'));
    expect(refusedHere()).toBe(true);
  });

  inEach('is opened from the question that it holds, and sending is said of it as a whole', async (language) => {
    const main = await ofVersion(
      [aRequest({ letterId: anId(21) })],
      { 'letters.takeCaseStep': refused() },
      { language },
    );
    expect(every('button', 'review.explanations.draftLetter')).toEqual([]);
    await click(the('button', 'letters.case.mark.sent'));
    expect(reads('letters.case.sentNote')).toBe(true);
    await write(field('frame.handledBy'), 'Ada');
    await click(the('button', 'letters.case.title.sent'));
    expect(main.inputs('letters.takeCaseStep')).toMatchObject([{ origin: `explanation:${anId(91)}`, state: 'sent' }]);
    await click(the('button', 'frame.cancel'));
    await click(the('button', 'review.explanations.openLetter'));
    expect(way.here).toEqual({ screen: 'letters', letterId: anId(21) });
  });
});
