import { describe, expect, test } from 'vitest';
import { parseOutline, scoreOutlines } from '../../../fixtures/reading/outline.ts';

const scores = await scoreOutlines();

describe('the tree of labelled sources', () => {
  test.each([...scores])('%s is read as a lawyer outlined it', (_, { differences, statements }) => {
    expect(statements).toBeGreaterThan(5);
    expect(differences).toEqual([]);
  });

  test('an outline is read as it is written', () => {
    expect(parseOutline('# Terms | kind=terms\n1  Fees !gap\n  -  “Fee” @definition\n')).toEqual([
      {
        title: 'Terms',
        said: { kind: 'terms' },
        clauses: [
          { level: 1, number: '1', starts: 'Fees', anomaly: 'gap' },
          { level: 2, number: '-', starts: '“Fee”', role: 'definition' },
        ],
      },
    ]);
  });
});
