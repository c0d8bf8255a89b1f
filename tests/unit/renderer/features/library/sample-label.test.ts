import { cleanup, screen } from '@testing-library/svelte';
import { expect } from 'vitest';
import { anInspection } from '../../given/agreements.ts';
import { readsText } from '../../given/find.ts';
import { CRANE, inspected, library } from '../../given/library.ts';
import { inEach, said } from '../../given/page.ts';

inEach(
  'a sample is told to be one, with terms that are unfair on purpose; what a person brought is not',
  async (language) => {
    for (const sample of [true, false]) {
      const of = { ...CRANE, ...(sample ? { sample, sampleTexts: 2 } : {}) };
      await library(
        [of],
        { 'library.inspect': () => anInspection(of) },
        { language },
        {
          screen: 'library',
          agreementId: of.id,
        },
      );
      await inspected();
      expect(screen.queryAllByText(said('library.samples.label'), { exact: false })).toHaveLength(sample ? 1 : 0);
      // Why it begins with a second version is said with it.
      expect(readsText(said('library.samples.texts', { count: 2 }))).toBe(sample);
      cleanup();
    }
  },
);
