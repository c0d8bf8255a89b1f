import { screen, within } from '@testing-library/svelte';
import { describe, expect } from 'vitest';
import { asWritten } from '../../../../../assets/messages/say.ts';
import { accessible } from '../../given/axe.ts';
import { reads, readsText } from '../../given/find.ts';
import { click } from '../../given/hands.ts';
import { inEach, said } from '../../given/page.ts';
import { reader } from '../../given/reader.ts';
import { aClause, aDocument, aView } from '../../given/review.ts';
import { aStatute } from '../../given/statutes.ts';

describe('positions in the reader', () => {
  inEach(
    'the margin says where a clause departs from the position, and the version what was not recognised',
    async (language) => {
      const departures = [
        {
          clauseId: 'c3',
          kind: 'liability-cap',
          label: asWritten('Cap'),
          stance: 'unacceptable',
          note: 'Ask',
        },
        { clauseId: 'c3', kind: 'audit', label: asWritten('Audit'), stance: 'negotiable' },
      ] as const;
      const law = { c3: [aStatute()] };
      await reader(aView({ departures, law, unrecognised: [asWritten('Return of data')] }), {}, { language });
      expect(reads('review.positions.count', { count: 1 })).toBe(true);
      expect(readsText('Return of data')).toBe(true);
      expect(reads('review.positions.unrecognisedNote')).toBe(true);
      await click(screen.getByRole('button', { name: /^Cap · /u }));
      const margin = within(screen.getByRole('complementary', { name: said('review.notes.title') }));
      expect(margin.getByText(said('review.positions.heading'))).toBeTruthy();
      expect(margin.getByText(said('names.stance.unacceptable'))).toBeTruthy();
      expect(margin.getByText(said('names.stance.negotiable'))).toBeTruthy();
      expect(margin.getByText('Ask')).toBeTruthy();
      // What the law says stands beside the clause.
      expect(margin.getByText(said('frame.law.title', { n: 1 }))).toBeTruthy();
      await accessible();
    },
  );

  inEach('a paragraph without a number is told beneath the heading, by its first words', async (language) => {
    const clauses = [
      aClause('c1', 'Storage', { role: 'heading', level: 1, number: '8', heading: 'Storage' }),
      aClause('c2', 'Frost is nobody’s fault.', { parent: 'c1' }),
      aClause('c3', 'Thaw is nobody’s fault.', { parent: 'c1' }),
    ];
    const departures = ['c2', 'c3'].map((clauseId) => ({
      clauseId,
      kind: 'liability-cap' as const,
      label: asWritten('Cap'),
      stance: 'negotiable' as const,
    }));
    const view = aView({ document: aDocument({ clauses }), above: { c2: '8', c3: '8' }, conspicuous: [], departures });
    await reader(view, {}, { language });
    for (const words of ['Frost is nobody’s fault.', 'Thaw is nobody’s fault.'])
      expect(reads('review.clause.beneath', { above: '8', words })).toBe(true);
  });
});
