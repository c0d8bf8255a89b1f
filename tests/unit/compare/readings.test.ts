import { describe, expect, test } from 'vitest';
import type { AgreementDocument } from '../../../src-main/agreement/model.ts';
import { read } from '../../../src-main/agreement/read.ts';
import { readingChanges } from '../../../src-main/compare/readings.ts';
import { readText } from '../../../src-main/import/text/text.ts';
import { twin } from '../../fixtures/references.ts';

const { documents } = read(readText(twin.text, 'utf-8'));
const [document] = documents;
if (!document) throw new Error('the twin has documents');
const edited = (edit: Partial<AgreementDocument>): AgreementDocument => ({ ...document, ...edit });
const [first] = document.facts;
if (!first) throw new Error('its first document has facts');

describe('two readings of the same words', () => {
  test('are the same where nothing differs, however their members are ordered', () => {
    const turned = JSON.parse(
      JSON.stringify(document, (_key, value: unknown) =>
        typeof value === 'object' && value !== null && !Array.isArray(value)
          ? Object.fromEntries(Object.entries(value).toReversed())
          : value,
      ),
    ) as AgreementDocument;
    for (const each of documents) expect(readingChanges(each, each).count).toBe(0);
    expect(readingChanges(document, turned).count).toBe(0);
  });

  test('a fact that changed is one change, and one more of its kind is an added one', () => {
    const value = { ...first, quote: `${first.quote}…` };
    const changed = readingChanges(document, edited({ facts: [value, ...document.facts.slice(1)] }));
    expect(changed.facts).toMatchObject([{ change: 'changed', before: first, after: value, clause: first.clause }]);
    const [added] = readingChanges(document, edited({ facts: [value, ...document.facts] })).facts;
    expect(added).toMatchObject({ change: 'added', after: value });
    const removed = readingChanges(document, edited({ facts: document.facts.slice(1) }));
    expect(removed.facts).toMatchObject([{ change: 'removed', before: first }]);
    expect([changed.count, removed.count]).toEqual([1, 1]);
  });

  test('what an id counts is no difference', () => {
    const facts = document.facts.map((fact) => ({ ...fact, id: `${fact.id}0` }));
    expect(readingChanges(document, edited({ facts })).count).toBe(0);
  });

  test('each aspect of a clause and of the document is told by its name', () => {
    const clauses = document.clauses.map((clause, index) =>
      index === 1 ? { ...clause, number: '99', level: 7, role: 'definition' as const, heading: '别的' } : clause,
    );
    const { clauses: changed, count } = readingChanges(document, edited({ clauses }));
    expect(changed.map(({ change, aspects }) => [change, aspects])).toEqual([
      ['changed', ['number', 'heading', 'parent', 'role']],
    ]);
    expect(count).toBe(1);
    const other = edited({ provider: '别家', date: '2020-01-01', language: 'en', blanks: [], tables: [], repairs: [] });
    expect(readingChanges(document, other).document).toEqual(expect.arrayContaining(['provider', 'date', 'language']));
    expect(readingChanges(document, edited({ lines: [1, 1] })).document).toEqual(['lines']);
  });

  test('clauses that came and went are told with where they stand', () => {
    const [, second] = document.clauses;
    const without = edited({ clauses: document.clauses.filter(({ id }) => id !== second?.id) });
    expect(readingChanges(document, without).clauses).toMatchObject([{ change: 'removed', clause: second?.id }]);
    expect(readingChanges(without, document).clauses).toMatchObject([{ change: 'added', clause: second?.id }]);
  });
});
