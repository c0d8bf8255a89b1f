import { expect, test } from 'vitest';
import { attentionIn } from '../../../src-main/acceptance/attention.ts';
import type { ClauseEvidence } from '../../../src-main/acceptance/record.ts';
import { absent } from '../../../src-main/acceptance/stated.ts';

const none = absent('not given', { zh: '无', en: 'none' });
const evidence: ClauseEvidence = {
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
  expect(attentionIn(evidence)).toEqual({
    how: 'seen',
    seconds: 12.5,
    needed: 8,
    acknowledgedAt: '2026-11-23T08:05:00.000Z',
  });
  const unseen = {
    ...evidence,
    acknowledgedAt: absent('not collected', { zh: '没有逐条确认', en: 'it was not acknowledged' }),
  };
  expect(attentionIn(unseen)).toEqual({ how: 'not-seen' });
  const unasked = { ...evidence, acknowledgedAt: absent('not applicable', { zh: '无须确认', en: 'none needed' }) };
  expect(attentionIn(unasked)).toBeUndefined();
});
