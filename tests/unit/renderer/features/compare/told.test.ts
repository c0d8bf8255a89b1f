import { describe, expect, it } from 'vitest';
import { say, sentence } from '../../../../../assets/messages/say.ts';
import { alsoOf, toldOf } from '../../../../../src-renderer/features/compare/told.ts';

const figure = sentence('compare.reasons.tag-figure', { name: 'late fee' });
const arrow = sentence('compare.arrow', { name: 'Late fee', old: '1', next: '2' });
const added = sentence('compare.reasons.conspicuous-added', { name: 'suspension' });
const named = (key: 'duty' | 'party') => {
  const name = sentence(`compare.reasons.name.${key}`);
  return { zh: say(name, 'zh'), en: say(name, 'en') };
};
const duty = sentence('compare.reasons.added', { name: named('duty'), next: ['may'] });
const party = sentence('compare.reasons.added', { name: named('party'), next: ['Bo'] });

describe('what happened to a clause besides', () => {
  it('is told where the marks do not show it', () => {
    expect(alsoOf({ also: ['moved', 'emphasis'], reasons: [{ kind: 'period', text: figure }] })).toEqual([
      sentence('compare.also.moved'),
      sentence('compare.also.emphasis'),
    ]);
    expect(alsoOf({ also: ['changed', 'added', 'removed'], reasons: [] })).toEqual([]);
  });

  it('is not told twice where a reason names it', () => {
    expect(alsoOf({ also: ['emphasis'], reasons: [{ kind: 'emphasis', text: figure }] })).toEqual([]);
  });
});

describe('the reasons of a change that are told', () => {
  it('name a figure by what it was and is, and not that it changed as well', () => {
    expect(toldOf([arrow, figure])).toEqual([arrow]);
    expect(toldOf([figure])).toEqual([figure]);
  });

  it('name a new clause without the words of duty that it has, and leave out nothing else', () => {
    expect(toldOf([added, duty, party])).toEqual([added, party]);
    expect(toldOf([duty])).toEqual([duty]);
  });
});
