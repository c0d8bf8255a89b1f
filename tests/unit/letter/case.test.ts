import { describe, expect, test } from 'vitest';
import { LANGUAGES, say, sentence } from '../../../src-main/agreement/sentence.ts';
import {
  type Case,
  type CaseStep,
  CASE_STATES,
  caseStateOf,
  closingStep,
  type CaseState,
  hasReached,
  moveCase,
  wayOf,
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
  drafted: ['exported', 'sealed', 'sent', 'answered', 'withdrawn'],
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
    // Which step it would come before is said, for each has its own day.
    expect(() => moveCase(inState('exported'), early)).toThrow(/“已导出”|“Exported”/u);
  });

  test('has reached what lies behind it; withdrawn, nothing', () => {
    expect(hasReached('sent', 'sealed')).toBe(true);
    expect(hasReached('sealed', 'sealed')).toBe(true);
    expect(hasReached('exported', 'sealed')).toBe(false);
    expect(hasReached('withdrawn', 'drafted')).toBe(false);
  });
});

/** A step of a day in December. */
const on = (state: CaseState, day: number): CaseStep => ({
  state,
  at: `2026-12-${String(day).padStart(2, '0')}T02:00:00.000Z`,
  said: '',
});

describe('the way of a case', () => {
  test('is put together from several records, by time', () => {
    const steps = [on('answered', 9), on('exported', 2), on('drafted', 1), on('sent', 4)];
    expect(wayOf(steps).map(({ state }) => state)).toEqual(['drafted', 'exported', 'sent', 'answered']);
  });

  test('leaves out what its letter went through after it went out', () => {
    const steps = [on('drafted', 1), on('sent', 2), on('exported', 3), on('sealed', 4)];
    expect(wayOf(steps).map(({ state }) => state)).toEqual(['drafted', 'sent']);
  });

  test('begins with its draft, though its letter was exported before the case was begun; without one there is no way', () => {
    expect(wayOf([on('exported', 1), on('drafted', 2)]).map(({ state }) => state)).toEqual(['drafted', 'exported']);
    expect(wayOf([on('exported', 1), on('sent', 2)])).toEqual([]);
  });

  test('closes by its sending alone: not by an answer to what nobody sent, not once it was withdrawn', () => {
    const steps = [on('drafted', 1), on('sent', 3), on('arrived', 4)];
    expect(closingStep({ state: 'arrived', history: steps })).toBe(steps[1]);
    expect(closingStep({ state: 'withdrawn', history: [...steps, on('withdrawn', 5)] })).toBeUndefined();
    expect(closingStep({ state: 'answered', history: [on('drafted', 1), on('answered', 2)] })).toBeUndefined();
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

test.each(LANGUAGES)('a button that drops or discards something says what: %s', (language) => {
  for (const key of ['letters.case.mark.withdrawn', 'letters.case.title.withdrawn', 'frame.discard'] as const)
    expect(say(sentence(key), language)).not.toMatch(/^(?:放弃|drop|discard)…?$/iu);
});
