import { describe, expect, test } from 'vitest';
import {
  type Case,
  CASE_STATES,
  caseStateOf,
  type CaseState,
  hasReached,
  moveCase,
} from '../../../src-main/letter/case.ts';

const at = '2026-11-23T02:00:00.000Z';
const inState = (state: CaseState): Case => ({
  id: 'k1',
  kind: 'claim',
  state,
  history: [{ state, at, said: '李航' }],
});

/** Every move there is, from each state. */
const MOVES: Readonly<Record<CaseState, readonly CaseState[]>> = {
  drafted: ['exported', 'sent', 'answered', 'withdrawn'],
  exported: ['sealed', 'sent', 'answered', 'withdrawn'],
  sealed: ['sent', 'answered', 'withdrawn'],
  sent: ['arrived', 'answered', 'settled', 'withdrawn'],
  arrived: ['answered', 'settled', 'withdrawn'],
  answered: ['settled', 'withdrawn'],
  settled: [],
  withdrawn: [],
};
const pairs = CASE_STATES.flatMap((from) => CASE_STATES.map((to) => [from, to] as const));

describe('a case', () => {
  test.each(pairs.filter(([from, to]) => MOVES[from].includes(to)))('goes from %s to %s', (from, state) => {
    const step = { state, at: '2026-11-24T02:00:00.000Z', said: '陈远', channel: 'post' } as const;
    expect(moveCase(inState(from), step)).toEqual({
      ...inState(from),
      state,
      history: [...inState(from).history, step],
    });
  });

  test.each(pairs.filter(([from, to]) => !MOVES[from].includes(to)))('does not go from %s to %s', (from, state) => {
    expect(() => moveCase(inState(from), { state, at, said: '陈远' })).toThrow(
      expect.objectContaining({ code: 'case-move-not-allowed' }),
    );
  });

  test('takes no step before the one it follows', () => {
    const early = { state: 'sent', at: '2026-11-22T02:00:00.000Z', said: '陈远' } as const;
    expect(() => moveCase(inState('exported'), early)).toThrow(expect.objectContaining({ code: 'case-step-order' }));
  });

  test('has reached what lies behind it; withdrawn, nothing', () => {
    expect(hasReached('sent', 'sealed')).toBe(true);
    expect(hasReached('sealed', 'sealed')).toBe(true);
    expect(hasReached('exported', 'sealed')).toBe(false);
    expect(hasReached('withdrawn', 'drafted')).toBe(false);
  });
});

test.each([
  ['letter', 'draft', 'drafted'],
  ['letter', 'exported', 'exported'],
  ['letter', 'signed', 'exported'],
  ['letter', 'sealed', 'sealed'],
  ['claim', 'made', 'drafted'],
  ...CASE_STATES.map((state) => ['claim', state, state] as const),
  ['objection', 'announced', undefined],
  ['objection', 'objected', 'drafted'],
  ['objection', 'withdrawn', 'withdrawn'],
  ['explanation', 'asked', 'drafted'],
  ['explanation', 'sent', 'sent'],
  ['explanation', 'answered', 'answered'],
  ['letter', 'toString', undefined],
] as const)('a kept %s called %s is %s', (kind, stored, state) => {
  expect(caseStateOf(kind, stored)).toBe(state);
});
