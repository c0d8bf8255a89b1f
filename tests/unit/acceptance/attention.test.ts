import { expect, test } from 'vitest';
import { acknowledged } from '../../../src-main/acceptance/attention.ts';
import type { ClauseEvidence1 } from '../../../src-main/acceptance/record.ts';
import { attentionIn } from '../../../src-main/acceptance/record-view.ts';
import { absent } from '../../../src-main/acceptance/stated.ts';

const none = absent('not given', { zh: '无', en: 'none' });
const evidence: ClauseEvidence1 = {
  clauseId: 'c1',
  number: '1',
  heading: none,
  kinds: ['liability-cap'],
  secondsVisible: 12.5,
  secondsNeeded: 8,
  acknowledgedAt: '2026-11-23T08:05:00.000Z',
  emphasis: { origin: 'rule', weight: 700, decoration: 'none', picture: none },
};

test('a record of format 1 says of a clause that it was seen, or not, or that nobody was asked to', () => {
  const seconds = { seconds: 12.5, needed: 8 };
  expect(attentionIn(evidence)).toEqual({ how: 'seen', ...seconds, acknowledgedAt: '2026-11-23T08:05:00.000Z' });
  const unseen = {
    ...evidence,
    acknowledgedAt: absent('not collected', { zh: '没有逐条确认', en: 'it was not acknowledged' }),
  };
  expect(attentionIn(unseen)).toEqual({ how: 'not-seen', ...seconds });
  const unasked = { ...evidence, acknowledgedAt: absent('not applicable', { zh: '无须确认', en: 'none needed' }) };
  expect(attentionIn(unasked)).toEqual({ how: 'shown', ...seconds });
});

test('attention was given at a time, or there is a reason why not', () => {
  const inherited = {
    how: 'inherited',
    recordId: 'a0',
    clauseHash: '1'.repeat(64),
    seenOn: '2026-10-01',
    confirmedAt: '2026-11-23T08:06:00.000Z',
  } as const;
  expect(acknowledged(inherited)).toBe('2026-11-23T08:06:00.000Z');
  expect(acknowledged({ how: 'not-seen', seconds: 3, needed: 2 })).toMatchObject({ absent: 'not collected' });
  expect(acknowledged({ how: 'shown', seconds: 3, needed: 2 })).toMatchObject({ absent: 'not applicable' });
});
