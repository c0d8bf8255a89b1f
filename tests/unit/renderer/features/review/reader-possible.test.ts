import { describe, expect, it } from 'vitest';
import { asWritten, say, sentence } from '../../../../../assets/messages/say.ts';
import { accessible } from '../../given/axe.ts';
import { reads } from '../../given/find.ts';
import { click } from '../../given/hands.ts';
import { inEach, said } from '../../given/page.ts';
import { clauseOf, reader } from '../../given/reader.ts';
import { aView } from '../../given/review.ts';

it('a name within a sentence has no capital of its own, and an acronym keeps its', () => {
  const possibly = (kind: string) => say(sentence('review.reader.possible', { kind: asWritten(kind) }), 'en');
  expect(possibly('Liability exclusion')).toBe('Possibly liability exclusion');
  expect(possibly('AI use')).toBe('Possibly AI use');
  expect(possibly('VAT rate')).toBe('Possibly VAT rate');
  expect(possibly('责任免除')).toBe('Possibly 责任免除');
});

it('which one in a row is said as English says it', () => {
  const after = (n: number) => say(sentence('format.fact.after-working-day', { n }), 'en');
  expect([1, 2, 3, 6, 11, 22].map((n) => /\d+\w+/.exec(after(n))?.[0])).toEqual([
    '1st',
    '2nd',
    '3rd',
    '6th',
    '11th',
    '22nd',
  ]);
});

describe('a kind that is only possible', () => {
  inEach('is said as a doubt, beside the clause and in its notes, and asks for nothing', async (language) => {
    const possible = { c2: [{ label: asWritten('Ends the service'), because: 'may be closed' }] };
    await reader(aView({ possible }), {}, { language });
    const kind = said('review.reader.possible', { kind: asWritten('Ends the service') });
    expect(clauseOf('c2').textContent).toContain(kind);
    const square = (id: string) => clauseOf(id).querySelector<HTMLElement>('.square');
    expect(square('c2')?.title).toBe(said('review.notes.notRequired'));
    expect(square('c3')).toBeNull();
    await click(clauseOf('c2'));
    expect(reads('review.notes.notRequired')).toBe(true);
    expect(reads('review.notes.because', { words: 'may be closed' })).toBe(true);
    expect(reads('review.reader.noted', { count: 0, of: 2 })).toBe(true);
    await accessible();
  });
});
