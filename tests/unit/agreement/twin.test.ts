import { describe, expect, test } from 'vitest';
import { isConspicuous } from '../../../src-main/agreement/meaning/emphasise.ts';
import { formerShape } from '../../../src-main/agreement/legacy-fact.ts';
import type { Fact, Reading } from '../../../src-main/agreement/model.ts';
import { read } from '../../../src-main/agreement/read.ts';
import { readText } from '../../../src-main/import/text/text.ts';
import { dump, NO_DUMP, references, twin } from '../../fixtures/references.ts';

/** What the rules leave plain and the scorer makes bold, by document. */
const LINE = ['4.3', '4.8', '4.11', '6.1', '7.5', '11.4'];
const NEWLY_BOLD: Readonly<Record<string, readonly (readonly string[])[]>> = {
  [twin.name]: [[], [], [], [], [], [], [], []],
  'the reference dump': [['3.1.4', '3.1.8', '5.3'], [], LINE, [], [], LINE, [], []],
};

const WINDOW = 24;
const ENOUGH_HAN = 18;

/** Stretches of a text that would be recognised as somebody's sentence. */
function stretches(text: string): readonly string[] {
  const plain = text.replaceAll(/[\s*]/gu, '');
  return Array.from({ length: Math.max(plain.length - WINDOW + 1, 0) }, (_, start) =>
    plain.slice(start, start + WINDOW),
  ).filter((stretch) => (stretch.match(/\p{Script=Han}/gu)?.length ?? 0) >= ENOUGH_HAN);
}

/** A fact without its words: what two dumps of one build have in common. */
const figure = (fact: Fact): unknown => {
  const { kind, value, unit } = formerShape(fact) ?? fact;
  return [fact.kind, fact.unit, fact.anchor, kind, unit, ...(typeof value === 'string' ? [] : [value])];
};

/** All that the rules find in a dump, but for the words. What was learnt looks at the words, which are others. */
const build = (text: string): unknown =>
  read(readText(text, 'utf-8'), {}, null).documents.map(
    ({ kind, lines, annexOf, clauses, repairs, tables, facts }) => ({
      ...{ kind, lines, annexOf },
      clauses: clauses.map(({ number, level, role, anomaly, lines: at, tags, emphasis }) => [
        ...[number, level, role, anomaly, at, isConspicuous(tags)],
        emphasis.map(({ origin, strong, underline }) => [origin, strong, underline]),
      ]),
      repairs: repairs.map(({ kind: repair, line }) => [repair, line]),
      tables: tables.map(({ header, rows }) => [header.length, rows.length]),
      facts: facts.map(figure),
    }),
  );

/** The numbers of the clauses that are bold, by document. */
const bold = (documents: Reading['documents']): readonly (readonly string[])[] =>
  documents.map(({ clauses }) =>
    clauses.filter(({ tags }) => isConspicuous(tags)).map(({ number, lines }) => number ?? `line ${lines[0]}`),
  );

describe.each(references)('the clauses to notice: $name', ({ name, text }) => {
  const source = readText(text, 'utf-8');
  const rules = bold(read(source, {}, null).documents);
  const all = bold(read(source).documents);

  test('are this many by the rules in each document, no more and no fewer', () => {
    expect(rules.map((numbers) => numbers.length)).toEqual([18, 13, 11, 2, 0, 11, 2, 0]);
  });

  test('lose none by what was learnt, and gain these', () => {
    expect(rules.map((numbers, index) => numbers.filter((number) => !all[index]?.includes(number)))).toEqual(
      rules.map(() => []),
    );
    expect(all.map((numbers, index) => numbers.filter((number) => !rules[index]?.includes(number)))).toEqual(
      NEWLY_BOLD[name],
    );
  });
});

// The one place that says it where the reference is absent; all other tests then run on the twin alone.
describe('the twin beside the reference', () => {
  test('is built alike and says nothing in the same words', (context) => {
    if (!dump) return context.skip(NO_DUMP);
    expect(build(twin.text)).toEqual(build(dump.text));
    const theirs = new Set(stretches(dump.text));
    expect(stretches(twin.text).filter((stretch) => theirs.has(stretch))).toEqual([]);
  });
});
