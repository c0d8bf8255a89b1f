import { describe, expect } from 'vitest';
import { asWritten } from '../../../../../assets/messages/say.ts';
import { accessible } from '../../given/axe.ts';
import { reads } from '../../given/find.ts';
import { click } from '../../given/hands.ts';
import { inEach, said } from '../../given/page.ts';
import { clauseOf, reader } from '../../given/reader.ts';
import { aView } from '../../given/review.ts';

describe('a kind that is only possible', () => {
  inEach('is said as a doubt, beside the clause and in its notes, and asks for nothing', async (language) => {
    const possible = { c2: [{ label: asWritten('Ends the service'), because: 'may be closed' }] };
    await reader(aView({ possible }), {}, { language });
    const kind = said('review.reader.possible', { kind: asWritten('Ends the service') });
    expect(clauseOf('c2').textContent).toContain(kind);
    expect(clauseOf('c2').classList.contains('possible')).toBe(true);
    expect(clauseOf('c3').classList.contains('possible')).toBe(false);
    await click(clauseOf('c2'));
    expect(reads('review.notes.notRequired')).toBe(true);
    expect(reads('review.notes.because', { words: 'may be closed' })).toBe(true);
    expect(reads('review.reader.noted', { count: 0, of: 2 })).toBe(true);
    await accessible();
  });
});
