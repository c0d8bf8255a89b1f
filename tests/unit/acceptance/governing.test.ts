import { say } from '../../../src-main/agreement/sentence.ts';
import { describe, expect, test } from 'vitest';
import { governingText, type SealedCopy, supersedesClause } from '../../../src-main/acceptance/governing.ts';
import { versionStanding, type VersionHistory } from '../../../src-main/acceptance/version-state.ts';
import { clause, documentOf, sample } from './sample.ts';

const sealedPrevails = documentOf([
  ...sample.clauses,
  clause('p', '两种文本不一致的，以盖章文本为准。', [{ kind: 'sealed-prevails', because: '以盖章文本为准' }], {
    number: '9.1',
  }),
]);
const clickedAt = '2026-11-01T00:00:00.000Z';
const copy: SealedCopy = {
  id: 's1',
  receivedAt: '2026-11-10T00:00:00.000Z',
  sha256: 'a'.repeat(64),
  state: 'confirmed',
  stateAt: '2026-11-11T00:00:00.000Z',
  differences: [],
};
const difference = { id: 'd1', clauseId: 'c2', clicked: '当月', sealed: '三个月', foundAt: copy.receivedAt };

describe('which text governs', () => {
  test('none before any acceptance; the click; the seal where there was no click', () => {
    expect(governingText(sample, { sealedCopies: [] }).governs).toBe('neither');
    expect(governingText(sample, { clickedAt, sealedCopies: [] }).governs).toBe('click');
    expect(governingText(sample, { sealedCopies: [copy] })).toMatchObject({ governs: 'sealed', sealedCopyId: 's1' });
  });

  test('the sealed copy over the click only where a clause says so, and the clause is named', () => {
    expect(governingText(sample, { clickedAt, sealedCopies: [copy] }).governs).toBe('click');
    expect(governingText(sealedPrevails, { clickedAt, sealedCopies: [copy] })).toMatchObject({
      governs: 'sealed',
      clause: { clauseId: 'p', number: '9.1', because: '以盖章文本为准' },
    });
  });

  test('a copy that nobody compared, or that was rejected, does not govern', () => {
    for (const state of ['unchecked', 'rejected'] as const) {
      expect(governingText(sealedPrevails, { clickedAt, sealedCopies: [{ ...copy, state }] }).governs).toBe('click');
      expect(governingText(sealedPrevails, { sealedCopies: [{ ...copy, state }] }).governs).toBe('neither');
    }
  });

  test('of several copies the last received one', () => {
    const later = { ...copy, id: 's2', receivedAt: '2026-11-20T00:00:00.000Z', state: 'overruled' as const };
    expect(governingText(sealedPrevails, { clickedAt, sealedCopies: [later, copy] }).sealedCopyId).toBe('s2');
  });

  test('differences stay visible until resolved, whichever governs', () => {
    const open = { ...copy, differences: [difference] };
    for (const document of [sample, sealedPrevails]) {
      expect(governingText(document, { clickedAt, sealedCopies: [open] }).openDifferences).toEqual([difference]);
    }
    const resolved = { ...difference, resolved: { at: clickedAt, by: '李示例', how: '以盖章件为准' } };
    expect(
      governingText(sample, { clickedAt, sealedCopies: [{ ...open, differences: [resolved] }] }).openDifferences,
    ).toEqual([]);
  });

  test('the clause that replaces an earlier agreement is found', () => {
    const document = documentOf([
      clause('r', '本协议取代此前约定。', [{ kind: 'supersedes', because: '取代此前约定' }]),
    ]);
    expect(supersedesClause(document)).toEqual({ clauseId: 'r', because: '取代此前约定' });
    expect(supersedesClause(sample)).toBeUndefined();
  });
});

describe('where a version stands', () => {
  const empty: VersionHistory = { decisions: [], sealedCopies: [], supersededBy: [] };
  const decided = (decision: 'accepted' | 'declined' | 'set-aside', at: string) => ({ id: at, decision, at });
  const accepted: VersionHistory = { ...empty, decisions: [decided('accepted', clickedAt)] };
  const replacement = {
    versionId: 'v9',
    title: '新协议',
    at: '2026-11-15T00:00:00.000Z',
    clause: { clauseId: 'r', number: '2', because: '取代此前约定' },
  };

  test.each<[string, VersionHistory, string, string | undefined]>([
    ['nothing happened', empty, 'not-reviewed', undefined],
    ['opened', { ...empty, reviewStartedAt: clickedAt }, 'reviewing', clickedAt],
    ['accepted by click', accepted, 'accepted', clickedAt],
    [
      'set aside, then declined',
      { ...empty, decisions: [decided('declined', '2026-11-03'), decided('set-aside', '2026-11-02')] },
      'declined',
      '2026-11-03',
    ],
    ['accepted by seal alone', { ...empty, sealedCopies: [copy] }, 'accepted', copy.stateAt],
    ['clicked, then sealed: since the click', { ...accepted, sealedCopies: [copy] }, 'accepted', clickedAt],
    [
      'declined, then sealed: since the seal',
      { ...empty, decisions: [decided('declined', clickedAt)], sealedCopies: [copy] },
      'accepted',
      copy.stateAt,
    ],
    [
      'a copy that nobody compared',
      { ...empty, sealedCopies: [{ ...copy, state: 'unchecked' }] },
      'not-reviewed',
      undefined,
    ],
    ['accepted and replaced', { ...accepted, supersededBy: [replacement] }, 'superseded', replacement.at],
    ['replaced but never accepted', { ...empty, supersededBy: [replacement] }, 'not-reviewed', undefined],
    [
      'accepted again after it was replaced',
      { ...empty, decisions: [decided('accepted', '2026-11-20')], supersededBy: [replacement] },
      'accepted',
      '2026-11-20',
    ],
  ])('%s', (_name, history, state, since) => {
    const standing = versionStanding(history);
    expect([standing.state, standing.since]).toEqual([state, since]);
    expect(say(standing.why, 'zh')).not.toBe('');
  });

  test('a replacement names the clause', () => {
    expect(say(versionStanding({ ...accepted, supersededBy: [replacement] }).why, 'zh')).toContain(
      '第 2 条“取代此前约定”',
    );
  });
});
