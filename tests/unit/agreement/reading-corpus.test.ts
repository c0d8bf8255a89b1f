import { describe, expect, test } from 'vitest';
import { DOCUMENTS, HELD_OUT, labelled } from '../../fixtures/reading/corpus.ts';
import { addSource, emptyScore, precision, recall, total, type Score } from '../../fixtures/reading/score.ts';

async function scoreOf(folder: URL): Promise<{ score: Score; count: number }> {
  const sources = await labelled(folder);
  const score = emptyScore();
  for (const source of sources) await addSource(score, source);
  return { score, count: sources.length };
}

describe('the reading of labelled sources', () => {
  test('facts and conspicuous clauses are found, and none invented, in at least 95 of 100 cases', async () => {
    const { score, count } = await scoreOf(DOCUMENTS);
    expect(count).toBeGreaterThanOrEqual(40);
    const facts = total(score.facts);
    expect(precision(facts), score.differences.join('\n')).toBeGreaterThanOrEqual(0.95);
    expect(recall(facts), score.differences.join('\n')).toBeGreaterThanOrEqual(0.95);
    expect(precision(score.conspicuous), score.differences.join('\n')).toBeGreaterThanOrEqual(0.95);
    expect(recall(score.conspicuous), score.differences.join('\n')).toBeGreaterThanOrEqual(0.95);
  });

  test('sources in other styles do not fall behind nine in ten', async () => {
    const { score, count } = await scoreOf(HELD_OUT);
    expect(count).toBeGreaterThanOrEqual(15);
    const facts = total(score.facts);
    for (const share of [precision(facts), recall(facts), precision(score.conspicuous), recall(score.conspicuous)])
      expect(share, score.differences.join('\n')).toBeGreaterThanOrEqual(0.9);
  });
});
