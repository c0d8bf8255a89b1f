import { describe, expect, test } from 'vitest';
import { conspicuousTags, isConspicuous } from '../../../src-main/agreement/meaning/emphasise.ts';
import { formerShape } from '../../../src-main/agreement/legacy-fact.ts';
import type { Fact, Reading, TagKind } from '../../../src-main/agreement/model.ts';
import { read } from '../../../src-main/agreement/read.ts';
import { readText } from '../../../src-main/import/text/text.ts';
import { dump, NO_DUMP, references, twin } from '../../fixtures/references.ts';

/** The kinds that made a clause bold before those that cut off, bind or cost the customer did. */
const FORMER = new Set<TagKind>([
  ...(['liability-cap', 'liability-exclusion', 'damages-exclusion', 'warranty-disclaimer', 'sla-exclusion'] as const),
  ...(['breach', 'liquidated-damages', 'indemnity', 'suspension', 'termination'] as const),
  ...(['continued-use', 'jurisdiction'] as const),
]);

/** By document, what is bold since then for how notices arrive, for when claims lapse, and for passing the contract on. */
const LINE_NOTICES = ['11.1', '11.2', '11.3', '11.4', '14.3'];
const SINCE = [['10.2'], ['line 238'], LINE_NOTICES, [], [], LINE_NOTICES, [], []];

/** What the rules leave plain and the scorer makes bold, by document. */
const LINE_DUTIES = ['4.3', '4.8', '4.11', '6.1', '7.5'];
/** Keeping logs, which one of the two line agreements has a hair nearer to a duty with a consequence than the other. */
const NEAR = ['4.3', '4.8', '4.9', '4.11', '6.1', '7.5'];
const BY_SCORER: Readonly<Record<string, readonly (readonly string[])[]>> = {
  [twin.name]: [[], [], [], [], [], [], [], []],
  'the reference dump': [['2.3', '3.1.4', '3.1.8', '5.3'], [], LINE_DUTIES, [], [], NEAR, [], []],
};
/** How notices are sent, without what follows from it: the scorer doubts the one clause of the later kinds. */
const DOUBTED: Readonly<Record<string, readonly (readonly string[])[]>> = {
  [twin.name]: [[], [], [], [], [], [], [], []],
  'the reference dump': [[], [], ['11.1'], [], [], ['11.1'], [], []],
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

/** The numbers of the clauses that are bold, by document; with `kinds`, for one of these. */
const bold = (documents: Reading['documents'], kinds?: ReadonlySet<TagKind>): readonly (readonly string[])[] =>
  documents.map(({ clauses }) =>
    clauses
      .filter(({ tags }) => conspicuousTags(tags).some(({ kind }) => kinds?.has(kind) ?? true))
      .map(({ number, lines }) => number ?? `line ${lines[0]}`),
  );

type Numbers = ReturnType<typeof bold>;
const without = (all: Numbers, others: Numbers): Numbers =>
  all.map((numbers, index) => numbers.filter((number) => !others[index]?.includes(number)));

describe.each(references)('the clauses to notice: $name', ({ name, text }) => {
  const source = readText(text, 'utf-8');
  const reading = read(source, {}, null).documents;
  const rules = bold(reading);
  const former = bold(reading, FORMER);
  const all = bold(read(source).documents);

  test('are this many by the rules in each document for what was always bold, no more and no fewer', () => {
    expect(former.map((numbers) => numbers.length)).toEqual([18, 13, 11, 2, 0, 11, 2, 0]);
  });

  test('are these too for what came later', () => {
    expect(without(rules, former)).toEqual(SINCE);
  });

  test('lose none of what was always bold by what was learnt, and gain these', () => {
    expect(without(former, all)).toEqual(rules.map(() => []));
    expect(without(rules, all)).toEqual(DOUBTED[name]);
    expect(without(all, rules)).toEqual(BY_SCORER[name]);
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
