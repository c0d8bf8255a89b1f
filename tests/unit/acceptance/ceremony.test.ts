import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { progress, requirements } from '../../../src-main/acceptance/ceremony.ts';
import { DEFAULT_POLICY, strengthen } from '../../../src-main/acceptance/policy.ts';
import { carefulSeconds, readingSeconds } from '../../../src-main/acceptance/reading-time.ts';
import {
  beginReview,
  MOST_SECONDS_PER_REPORT,
  type Observation,
  observe,
} from '../../../src-main/acceptance/review-so-far.ts';
import { clause, documentOf, openedAt, sample, seenWhole } from './sample.ts';

const required = requirements(sample, { policy: DEFAULT_POLICY });
const nothing: Observation = { seen: [], acknowledged: [], withdrawn: [], endReached: false };

function sawClause(clauseId: string, seconds: number): Observation {
  return { ...nothing, seen: [{ clauseId, seconds, weight: 700, decoration: 'none' }] };
}

describe('what must be seen', () => {
  test('the end and every conspicuous clause, in document order', () => {
    expect(required.map(({ id }) => id)).toEqual(['end', 'clause:c2', 'clause:c3']);
    expect(required[1]).toMatchObject({ number: '1.2', secondsNeeded: 2, acknowledge: true });
  });

  test('a termination or suspension only where it is the provider’s', () => {
    const rights = (by?: 'provider' | 'customer') =>
      requirements(
        documentOf([clause('t', '可以终止。', [{ kind: 'termination', because: '终止', ...(by ? { by } : {}) }])]),
        {
          policy: DEFAULT_POLICY,
        },
      ).length;
    expect([rights('provider'), rights('customer'), rights()]).toEqual([2, 1, 1]);
  });

  test('annexes and the redline, where there are any', () => {
    const more = requirements(sample, {
      policy: DEFAULT_POLICY,
      annexes: [{ versionId: 'v8', title: '承诺书' }],
      previousAccepted: { versionId: 'v0' },
    });
    expect(more.slice(3).map(({ id }) => id)).toEqual(['annex:v8', 'redline:v0']);
    const seen = observe(seenWhole(), { ...nothing, annexOpened: 'v8', redlineSeen: 'v0' }, openedAt);
    expect(progress(more, seenWhole()).missing.map(({ id }) => id)).toEqual(['annex:v8', 'redline:v0']);
    expect(progress(more, seen).complete).toBe(true);
  });

  test('every clause, where the policy is stricter: seen, but only conspicuous ones acknowledged', () => {
    const strict = requirements(sample, { policy: strengthen(DEFAULT_POLICY, { everyClause: true }) });
    expect(strict.map((requirement) => requirement.kind === 'clause' && requirement.acknowledge)).toEqual([
      false,
      false,
      true,
      true,
    ]);
    expect(progress(strict, seenWhole()).complete).toBe(true);
  });
});

describe('a policy', () => {
  test('can only be stricter than the default, whatever is wished', () => {
    const wishes = fc.record(
      { readingTimeFactor: fc.double(), everyClause: fc.boolean(), secondPerson: fc.boolean() },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(wishes, wishes, (one, other) => {
        const base = strengthen(DEFAULT_POLICY, one);
        const policy = strengthen(base, other);
        expect(policy.readingTimeFactor).toBeGreaterThanOrEqual(base.readingTimeFactor);
        expect(policy.readingTimeFactor).toBeLessThanOrEqual(10);
        expect(Number(policy.everyClause)).toBeGreaterThanOrEqual(Number(base.everyClause));
        expect(Number(policy.secondPerson)).toBeGreaterThanOrEqual(Number(base.secondPerson));
      }),
    );
  });
});

describe('reading time', () => {
  test.each([
    ['', 2],
    ['限'.repeat(24), 2],
    ['限'.repeat(60), 5],
    ['限'.repeat(61), 5.5],
    ['限'.repeat(1000), 30],
    ['liability '.repeat(30), 9],
    ['𠮷'.repeat(60), 5],
  ])('by length: %#', (text, seconds) => {
    expect(readingSeconds(text)).toBe(seconds);
  });

  test('grows with the factor of the policy', () => {
    expect(readingSeconds('限'.repeat(60), 3)).toBe(15);
  });
});

describe('what is left to read', () => {
  const long = documentOf([
    clause('a', '限'.repeat(600), [{ kind: 'liability-cap', because: '限' }]),
    clause('b', '限'.repeat(300), [{ kind: 'liability-cap', because: '限' }]),
    clause('c', '限'.repeat(900)),
  ]);
  const all = requirements(long, { policy: DEFAULT_POLICY });

  test('is the key clauses, read with care: 300 characters or 150 English words a minute', () => {
    expect(progress(all, beginReview(openedAt)).minutesLeft).toBe(3);
    expect(carefulSeconds('限'.repeat(300))).toBe(60);
    expect(carefulSeconds('liable '.repeat(125))).toBe(60);
  });

  test('gets less with what was on screen, and nothing once all is noted', () => {
    const saw = observe(beginReview(openedAt), sawClause('a', 15), openedAt);
    const more = [1, 2, 3, 4].reduce((review) => observe(review, sawClause('a', 15), openedAt), saw);
    expect(progress(all, more).minutesLeft).toBe(2);
    const noted = observe(more, { ...sawClause('b', 15), acknowledged: ['a', 'b'] }, openedAt);
    expect(progress(all, noted).minutesLeft).toBe(1);
    expect(progress(all, observe(noted, sawClause('b', 15), openedAt)).minutesLeft).toBe(0);
  });

  test('is never less than the time that the policy still asks for', () => {
    const slow = requirements(long, { policy: strengthen(DEFAULT_POLICY, { readingTimeFactor: 10 }) });
    // 30 seconds at the most, ten times over, for each of the two.
    expect(progress(slow, beginReview(openedAt)).minutesLeft).toBe(10);
  });
});

describe('a review', () => {
  test('keeps where one was reading last, and when', () => {
    const [first, later] = ['2026-11-23T01:01:00.000Z', '2026-11-23T02:00:00.000Z'] as const;
    const read = observe(beginReview(openedAt), { ...nothing, readingAt: 'c2' }, first);
    expect(read.left).toEqual({ clauseId: 'c2', at: first });
    expect(observe(read, sawClause('c1', 2), later).left).toEqual({ clauseId: 'c2', at: first });
    expect(observe(read, { ...nothing, readingAt: 'c3' }, later).left).toEqual({ clauseId: 'c3', at: later });
  });

  test('adds up over sittings and is complete only with time and acknowledgement', () => {
    let review = observe(
      beginReview(openedAt),
      { ...sawClause('c2', 1.5), acknowledged: ['c2', 'c3'], endReached: true },
      openedAt,
    );
    expect(progress(required, review).missing.map(({ id }) => id)).toEqual(['clause:c2', 'clause:c3']);
    const resumed = JSON.parse(JSON.stringify(review)) as typeof review;
    review = observe(observe(resumed, sawClause('c2', 0.5), openedAt), sawClause('c3', 2), openedAt);
    expect(progress(required, review).complete).toBe(true);
    review = observe(review, { ...nothing, withdrawn: ['c3'] }, openedAt);
    expect(progress(required, review).missing).toMatchObject([
      { id: 'clause:c3', secondsSeen: 2, acknowledged: false },
    ]);
  });

  test('does not count the hours a machine slept', () => {
    const review = observe(beginReview(openedAt), sawClause('c2', 8 * 3600), openedAt);
    expect(review.clauses.c2?.seconds).toBe(MOST_SECONDS_PER_REPORT);
    const absurd = observe(beginReview(openedAt), sawClause('c2', Number.NaN), openedAt);
    expect(observe(absurd, sawClause('c2', -5), openedAt).clauses.c2?.seconds).toBe(0);
  });

  test('keeps the first instant of each kind', () => {
    const [first, later] = ['2026-11-23T01:01:00.000Z', '2026-11-23T02:00:00.000Z'] as const;
    const saw = { ...sawClause('c2', 1), acknowledged: ['c2'], endReached: true, annexOpened: 'v8' };
    const review = observe(observe(beginReview(openedAt), saw, first), saw, later);
    // A report comes when the seconds that it tells of are over.
    const firstShownAt = '2026-11-23T01:00:59.000Z';
    expect(review).toMatchObject({ openedAt, firstShownAt, endReachedAt: first, annexes: { v8: first } });
    expect(observe(beginReview(first), { ...saw, ...sawClause('c2', 15) }, first).firstShownAt).toBe(first);
    expect(review.clauses.c2?.acknowledgedAt).toBe(first);
  });

  test('takes clause ids for what they are, even odd ones', () => {
    const review = observe(
      beginReview(openedAt),
      { ...sawClause('__proto__', 3), acknowledged: ['constructor'] },
      openedAt,
    );
    expect(Object.keys(review.clauses)).toEqual(['__proto__', 'constructor']);
    const odd = requirements(
      documentOf([clause('toString', '以当月费用为限。', [{ kind: 'liability-cap', because: '限' }])]),
      { policy: DEFAULT_POLICY },
    );
    expect(progress(odd, beginReview(openedAt)).missing).toHaveLength(2);
  });
});
