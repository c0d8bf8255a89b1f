import { describe, expect, test } from 'vitest';
import { governingText, type SealedCopy, supersedesClause } from '../../../src-main/acceptance/governing.ts';
import { clause, documentOf, sample } from './sample.ts';

const sealedPrevails = documentOf([
  ...sample.clauses,
  clause('p', '两种文本不一致的，以盖章文本为准。', [{ kind: 'sealed-prevails', because: '以盖章文本为准' }], {
    number: '9.1',
  }),
]);
const copy: SealedCopy = {
  id: 's1',
  receivedAt: '2026-11-10T00:00:00.000Z',
  sha256: 'a'.repeat(64),
  state: 'confirmed',
  stateAt: '2026-11-11T00:00:00.000Z',
  seals: 'both',
  differences: [],
};
const difference = { id: 'd1', clauseId: 'c2', clicked: '当月', sealed: '三个月', foundAt: copy.receivedAt };

const clicked = { governing: 'click' } as const;
const sealed = { governing: 'sealed' } as const;

describe('which text governs', () => {
  test('is what the period says in which the version stands; none where it never stood', () => {
    expect(governingText(sample, { sealedCopies: [] }).governs).toBe('neither');
    expect(governingText(sample, { sealedCopies: [copy] })).toMatchObject({ governs: 'neither' });
    expect(governingText(sample, { period: clicked, sealedCopies: [] }).governs).toBe('click');
    expect(governingText(sample, { period: sealed, sealedCopies: [copy] })).toMatchObject({
      governs: 'sealed',
      sealedCopyId: 's1',
    });
  });

  test('the clause by which the sealed text prevails is named', () => {
    expect(governingText(sealedPrevails, { period: sealed, sealedCopies: [copy] })).toMatchObject({
      governs: 'sealed',
      clause: { clauseId: 'p', number: '9.1', because: '以盖章文本为准' },
    });
    expect(governingText(sample, { period: sealed, sealedCopies: [copy] }).clause).toBeUndefined();
  });

  test.each([
    ['nobody compared', { state: 'unchecked' as const }, 'neither-copy-waits', 'clicked-copy-waits'],
    ['was rejected', { state: 'rejected' as const }, 'neither', 'clicked'],
    ['bears one seal', { seals: 'ours' as const }, 'neither-one-sided', 'clicked-one-sided'],
  ])('of a copy that %s it is said so', (_, more, without, within) => {
    const sealedCopies = [{ ...copy, ...more }];
    expect(governingText(sealedPrevails, { sealedCopies }).why).toMatchObject({
      key: `acceptance.governing.${without}`,
    });
    const { why, sealedCopyId } = governingText(sealedPrevails, { period: clicked, sealedCopies });
    expect([why, sealedCopyId]).toMatchObject([{ key: `acceptance.governing.${within}` }, undefined]);
  });

  test('of several copies the last received one', () => {
    const later = { ...copy, id: 's2', receivedAt: '2026-11-20T00:00:00.000Z', state: 'overruled' as const };
    expect(governingText(sealedPrevails, { period: clicked, sealedCopies: [later, copy] }).sealedCopyId).toBe('s2');
  });

  test('differences stay visible until resolved, whichever governs', () => {
    const open = { ...copy, differences: [difference] };
    for (const document of [sample, sealedPrevails]) {
      expect(governingText(document, { period: clicked, sealedCopies: [open] }).openDifferences).toEqual([difference]);
    }
    const resolved = { ...difference, resolved: { at: copy.stateAt, by: '李示例', how: '以盖章件为准' } };
    expect(
      governingText(sample, { period: clicked, sealedCopies: [{ ...open, differences: [resolved] }] }).openDifferences,
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
