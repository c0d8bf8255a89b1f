import { fireEvent, screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { say, sentence } from '../../../../../assets/messages/say.ts';
import { partWords } from '../../../../../src-main/agreement/coverage.ts';
import type { ImportReview as Review } from '../../../../../src-main/contract/import.ts';
import { accessible } from '../../given/axe.ts';
import { field, reads, the } from '../../given/find.ts';
import { click, press } from '../../given/hands.ts';
import { aReading, anImport } from '../../given/import.ts';
import { acting, choices, confirmButton, line, review, undoLast, untouched } from '../../given/import-review.ts';
import { inEach, said } from '../../given/page.ts';
import { aClause, aDocument } from '../../given/review.ts';

beforeEach(untouched);

describe('places to look at', () => {
  const odd = aDocument({
    title: 'Storage terms',
    lines: [1, 6],
    clauses: [
      aClause('c1', 'The berth is let by the day.', { number: '7.2', lines: [1, 2] }),
      aClause('c2', 'Damage by frost is nobody’s fault.', { number: '7.4', lines: [4, 4], anomaly: 'gap' }),
      aClause('c3', 'The gate is shut.', { number: '7.4', lines: [5, 5], anomaly: 'duplicate-number' }),
      aClause('c4', 'Dogs wait outside.', { number: '1', lines: [6, 6], anomaly: 'misplaced' }),
    ],
    repairs: [
      { line: 1, kind: 'joined-lines', before: 'The berth is let\nby the day.', after: 'The berth is let by the day.' },
      { line: 3, kind: 'dropped-chrome', before: 'Home page', after: '' },
    ],
  });
  const suspicions = [
    { id: 'hidden-text-1', kind: 'hidden-text', part: 'body', lines: [6, 6], read: 'white words' },
  ] as const;
  const view = (): Review => anImport([odd], { reading: aReading([odd], { suspicions }) });
  const now = (): string => document.querySelector('[aria-current]')?.querySelector('.number')?.textContent ?? '';

  inEach('what is unusual, what it means and what to do is said in words, whole', async (language) => {
    await review(view(), {}, { language });
    expect(reads('import.toLook', { count: 6 })).toBe(true);
    expect(reads('import.place.gap', { number: '7.4', before: '7.2' })).toBe(true);
    expect(reads('import.place.duplicate', { number: '7.4' })).toBe(true);
    expect(reads('import.place.misplaced', { number: '1' })).toBe(true);
    expect(screen.getAllByTitle(said('import.joinMark'))).toHaveLength(1);
    await accessible();
  });

  inEach('J and K go from one to the next, beside their line of the source', async (language) => {
    await review(view(), {}, { language });
    // The first is come to by itself, with what can be done about it.
    expect([now(), line(1).getAttribute('aria-selected')]).toEqual(['7.2', 'true']);
    expect(reads('import.place.join', { words: 'h is let' }) || reads('import.place.join', { words: 'is let' })).toBe(
      true,
    );
    await press('j');
    expect(reads('import.place.leftOut', { words: 'Home page', count: 1 })).toBe(true);
    expect(line(3).getAttribute('aria-selected')).toBe('true');
    await press('k');
    expect(now()).toBe('7.2');
    expect(reads('import.position', { at: 1, of: 6 })).toBe(true);
    await accessible();
    for (let at = 0; at < 9; at += 1) await press('j');
    expect(
      reads('import.place.concern', {
        kind: sentence('import.concern.hidden-text'),
        seen: sentence('import.place.nothing'),
        read: 'white words',
      }),
    ).toBe(true);
  });

  it('A keeps and goes on to what was not looked at; letters typed into a field are letters', async () => {
    await review(view());
    await press('a');
    expect(reads('import.toLook', { count: 5 })).toBe(true);
    expect(reads('import.position', { at: 2, of: 6 })).toBe(true);
    field('library.titleField').focus();
    await press('a');
    expect(reads('import.toLook', { count: 5 })).toBe(true);
    for (let at = 0; at < 5; at += 1) await click(acting('import.keep'));
    expect(reads('import.allLooked', { count: 6 })).toBe(true);
  });

  it('what has to be answered is: the way to save leads to it, a reason is asked for all but what is seen', async () => {
    const picture = { part: 'pictures (1)', kind: 'picture', state: 'picture-unread', words: 0 } as const;
    const what = { zh: say(partWords(picture), 'zh'), en: say(partWords(picture), 'en') };
    const questions = [
      { id: 'hidden-text-1', document: 0 },
      { id: 'part-pictures (1)', what },
    ];
    const reading = aReading([odd], { suspicions, coverage: [picture] });
    const main = await review(anImport([odd], { reading, questions }), { 'import.confirm': () => [] });
    await click(confirmButton());
    expect(main.inputs('import.confirm')).toEqual([]);
    expect(reads('import.unanswered', { count: 2 })).toBe(true);
    await press('a');
    expect(reads('import.unanswered', { count: 1 })).toBe(true);
    await click(confirmButton());
    await click(the('button', 'import.answer.not-part'));
    await accessible();
    const reason = field('import.answer.reason');
    await fireEvent.input(reason, { target: { value: 'A logo' } });
    await click(screen.getAllByRole('button', { name: said('import.answer.not-part') }).at(-1)!);
    await click(the('button', 'import.keepAll'));
    await click(confirmButton());
    expect(main.inputs('import.confirm').at(-1)).toMatchObject({
      answers: [
        { id: 'hidden-text-1', answer: 'as-seen' },
        { id: 'part-pictures (1)', answer: 'not-part', reason: 'A logo' },
      ],
    });
  });

  it('the rest is kept at once, with the way back', async () => {
    await review(view());
    await press('j');
    await press('a');
    await click(the('button', 'import.keepAll'));
    expect(reads('import.lookedAndTogether', { looked: 1, together: 5 })).toBe(true);
    await press('a');
    expect(reads('import.lookedAndTogether', { looked: 2, together: 4 })).toBe(true);
    await undoLast();
    expect(reads('import.toLook', { count: 4 })).toBe(true);
  });

  it('all kept together is not told as looked at', async () => {
    await review(view());
    await click(the('button', 'import.keepAll'));
    expect(reads('import.allTogether', { count: 6 })).toBe(true);
  });

  it('with places at which nobody looked it is asked once before it is saved', async () => {
    const main = await review(view(), { 'import.confirm': () => [] });
    await click(confirmButton());
    expect(main.inputs('import.confirm')).toEqual([]);
    expect(reads('import.unseen', { count: 6 })).toBe(true);
    await accessible();
    await click(the('button', 'import.toUnseen'));
    await press('a');
    expect(reads('import.unseen', { count: 5 })).toBe(true);
    await click(screen.getByRole('button', { name: new RegExp(`^${said('import.confirmUnseen')}`, 'u') }));
    expect(main.inputs('import.confirm')).toHaveLength(1);
  });

  it('X takes back what was mended or left out, with the way back; of a number nothing is taken back', async () => {
    const main = await review(view());
    await press('x');
    expect(choices(main)).toEqual({ keepApart: [1] });
    await undoLast();
    expect(choices(main)).toEqual({});
    await press('j');
    await press('x');
    expect(choices(main)).toEqual({ keepLines: [3] });
    await press('j');
    expect(now()).toBe('7.4');
    const sent = main.inputs('import.review').length;
    await press('x');
    expect(main.inputs('import.review')).toHaveLength(sent);
  });

  inEach('what was taken back stays to be looked at, and is mended again', async (language) => {
    const plain = aDocument({ lines: [1, 6], clauses: [aClause('c1', 'The berth is let.', { lines: [1, 6] })] });
    const main = await review(anImport([plain], { choices: { keepApart: [2], keepLines: [3] } }), {}, { language });
    expect(reads('import.toLook', { count: 2 })).toBe(true);
    await click(acting('import.redo'));
    expect(choices(main)).toEqual({ keepLines: [3] });
  });

  it('of a click on a clause comes what is to be looked at there', async () => {
    await review(view());
    await click(screen.getByText('Dogs wait outside.'));
    expect(now()).toBe('1');
  });
});
