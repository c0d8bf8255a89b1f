import { screen, within } from '@testing-library/svelte';
import { describe, expect } from 'vitest';
import { asWritten } from '../../../../../assets/messages/say.ts';
import { accessible } from '../../given/axe.ts';
import { reads, readsText } from '../../given/find.ts';
import { click } from '../../given/hands.ts';
import { inEach, said } from '../../given/page.ts';
import { reader } from '../../given/reader.ts';
import { aView } from '../../given/review.ts';
import { aStatute } from '../../given/statutes.ts';

describe('positions in the reader', () => {
  inEach(
    'the margin says where a clause departs from the position, and the version what was not recognised',
    async (language) => {
      const departures = [
        {
          clauseId: 'c3',
          number: '1.2',
          kind: 'liability-cap',
          label: asWritten('Cap'),
          stance: 'unacceptable',
          note: 'Ask',
        },
        { clauseId: 'c3', number: '1.2', kind: 'audit', label: asWritten('Audit'), stance: 'negotiable' },
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
});
