import { describe, expect, test } from 'vitest';
import { governingText, type SealedCopy, supersedesClause } from '../../../src-main/acceptance/governing.ts';
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
