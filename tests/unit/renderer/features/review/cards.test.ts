import { describe, expect, it } from 'vitest';
import { cardsOf, notingOf } from '../../../../../src-renderer/features/review/reader/cards.ts';
import { factSpans, runsByFact } from '../../../../../src-renderer/kernel/fact-spans.ts';
import {
  besideKeyCard,
  besideSection,
  nextInReview,
  nextOpenCard,
} from '../../../../../src-renderer/features/review/reader/next-step.ts';
import { runsOf } from '../../../../../src-renderer/kernel/runs.ts';
import { asWritten } from '../../../../../assets/messages/say.ts';
import type { Requirement } from '../../../../../src-main/contract/review.ts';
import { aClause, aProgress, aRequirement, END } from '../../given/review.ts';

const heading = aClause('h', 'Storage', { role: 'heading', level: 1 });
const under = (id: string, parent: string, more = {}) => aClause(id, `Text of ${id}.`, { parent, ...more });
const item = (id: string, parent: string) => under(id, parent, { role: 'item' });

const cards = (clauses: Parameters<typeof cardsOf>[0], key: readonly string[]) =>
  cardsOf(clauses, new Set(key)).map((card) => card.clauses.map(({ id }) => id).join(' '));

describe('cards', () => {
  it('of clauses under a heading there is one each', () => {
    expect(cards([heading, under('a', 'h'), under('b', 'h')], ['h', 'a', 'b'])).toEqual(['h', 'a', 'b']);
  });

  it('a key clause and those under it are one, as are the entries of one list', () => {
    const [a, a1, a2] = [under('a', 'h'), under('a1', 'a'), under('a2', 'a')];
    expect(cards([heading, a, a1, a2], ['a', 'a1', 'a2'])).toEqual(['h', 'a a1 a2']);
    expect(cards([heading, item('1', 'h'), item('2', 'h')], ['1', '2'])).toEqual(['h', '1 2']);
  });

  it('what is no key clause stands apart and ends the card; entries of another list begin one', () => {
    const list = [item('1', 'h'), item('2', 'h'), item('3', 'h')];
    expect(cards([heading, ...list], ['1', '3'])).toEqual(['h', '1', '2', '3']);
    expect(cards([item('1', 'h'), item('2', 'g')], ['1', '2'])).toEqual(['1', '2']);
    const loose = [aClause('1', 'One.', { role: 'item' }), aClause('2', 'Two.', { role: 'item' })];
    expect(cards(loose, ['1', '2'])).toEqual(['1', '2']);
  });
});

const states = (...all: readonly Partial<Requirement>[]): ReadonlyMap<string, Requirement> =>
  new Map(all.map((more, at) => [`c${at}`, aRequirement({ clauseId: `c${at}`, ...more })]));
const none = (): number => 0;

describe('how far a card is noted', () => {
  it('not seen, being seen, seen, noted', () => {
    expect(notingOf(['c0'], states({}), none)).toEqual({ state: 'not-seen', part: 0, left: 4 });
    expect(notingOf(['c0'], states({ secondsSeen: 1 }), none)).toEqual({ state: 'seen', part: 0.25, left: 3 });
    expect(notingOf(['c0'], states({ secondsSeen: 4 }), none)).toEqual({ state: 'ready', part: 1, left: 0 });
    const at = '2026-11-30T01:00:00Z';
    const noted = { secondsSeen: 4, acknowledged: true, acknowledgedAt: at, done: true };
    expect(notingOf(['c0'], states(noted), none)).toEqual({ state: 'noted', part: 1, left: 0, at });
  });

  it('seconds that the main side was not told yet fill the ring as well, and never beyond it', () => {
    expect(notingOf(['c0'], states({ secondsSeen: 1 }), () => 2)).toMatchObject({ part: 0.75, left: 1 });
    expect(notingOf(['c0'], states({ secondsSeen: 1 }), () => 90)).toMatchObject({ state: 'ready', part: 1 });
  });

  it('of several the one that misses most says how long it takes, and all must be noted', () => {
    const both = states({ secondsSeen: 4 }, { secondsSeen: 1 });
    expect(notingOf(['c0', 'c1'], both, none)).toEqual({ state: 'seen', part: 0.625, left: 3 });
    const one = states({ secondsSeen: 4, acknowledged: true, done: true }, { secondsSeen: 4 });
    expect(notingOf(['c0', 'c1'], one, none)).toMatchObject({ state: 'ready' });
  });

  it('what was noted when less was asked for is not noted yet', () => {
    expect(notingOf(['c0'], states({ secondsSeen: 1, acknowledged: true }), none)).toMatchObject({ state: 'seen' });
  });
});

describe('what comes next', () => {
  const three = cardsOf([aClause('a', 'A'), aClause('b', 'B'), aClause('c', 'C')], new Set(['a', 'c']));
  const [first, , last] = three;

  it('the first card that is not noted, from where one is on and round to the beginning', () => {
    const open = () => false;
    expect(nextOpenCard(three, open, undefined)).toBe(first);
    expect(nextOpenCard(three, open, 'a')).toBe(last);
    expect(nextOpenCard(three, open, 'c')).toBe(first);
    expect(nextOpenCard(three, (card) => card === first, 'c')).toBe(last);
    expect(nextOpenCard(three, () => true, 'a')).toBeUndefined();
  });

  it('then what else is required, clauses first, and last the decision', () => {
    const redline = { id: 'r', kind: 'redline' as const, versionId: 'v0', done: false };
    const seen = aRequirement({ clauseId: 'b', needsAcknowledgement: false });
    const next = (...open: readonly Requirement[]) => nextInReview(aProgress(open), undefined, undefined).to;
    expect(nextInReview(aProgress([END]), first, undefined)).toEqual({ to: 'card', card: first });
    expect(nextInReview(aProgress([END]), first, first)).toEqual({ to: 'note', card: first });
    expect(next(redline, END, seen)).toBe('clause');
    expect(next(redline, END)).toBe('end');
    expect(next(redline)).toBe('comparison');
    expect(next()).toBe('decision');
  });

  it('steps go from key clause to key clause and from section to section', () => {
    expect(besideKeyCard(three, undefined, 1)).toBe(first);
    expect(besideKeyCard(three, 'b', 1)).toBe(last);
    expect(besideKeyCard(three, 'b', -1)).toBe(first);
    expect(besideKeyCard(three, undefined, -1)).toBe(last);
    const clauses = [heading, under('a', 'h'), aClause('g', 'Price', { role: 'heading', level: 1 }), under('b', 'g')];
    expect(besideSection(clauses, 'a', 1)).toBe('g');
    expect(besideSection(clauses, 'a', -1)).toBe('h');
    expect(besideSection(clauses, 'b', 1)).toBeUndefined();
    expect(besideSection([under('a', 'h')], 'a', 1)).toBeUndefined();
  });
});

describe('values in a text', () => {
  const text = 'Notice is given 30 days ahead, in writing, within 30 days.';
  const fact = (quote: string, figure?: string) => ({
    ...{ id: quote, label: asWritten('Notice'), words: asWritten('30 days'), clause: 'c', quote },
    ...(figure === undefined ? {} : { figure }),
  });
  const found = (...facts: Parameters<typeof factSpans>[1]) =>
    factSpans(text, facts).map(({ start, end }) => [start, text.slice(start, end)]);

  it('are found inside their own quote, once, in the order of the text', () => {
    expect(found(fact('within 30 days', '30 days'), fact('given 30 days', '30 days'))).toEqual([
      [16, '30 days'],
      [50, '30 days'],
    ]);
    expect(found(fact('given 30 days', '30 days'), fact('30 days ahead', '30 days'))).toEqual([[16, '30 days']]);
    expect(found(fact('given 30 days'), fact('not in it', 'in'))).toEqual([]);
  });

  it('cut the runs of the text without losing a character', () => {
    const bold = [{ start: 10, end: 18, strong: true, underline: false, origin: 'rule' as const }];
    const spans = factSpans(text, [fact('given 30 days', '30 days')]);
    const pieces = runsByFact(runsOf(text, bold), spans);
    const textOf = (piece: (typeof pieces)[number]) => piece.runs.map((run) => run.text).join('');
    expect(pieces.map(textOf).join('')).toBe(text);
    expect(pieces.filter((piece) => piece.fact).map(textOf)).toEqual(['30 days']);
    const value = pieces.find((piece) => piece.fact);
    expect(value?.runs.map((run) => [run.text, run.strong])).toEqual([
      ['30', 'rule'],
      [' days', undefined],
    ]);
  });
});
