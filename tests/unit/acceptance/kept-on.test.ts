import { describe, expect, test } from 'vitest';
import { say, type Sentence } from '../../../src-main/agreement/sentence.ts';
import { isConcluded, type Standing, standing } from '../../../src-main/acceptance/standing.ts';
import { concluded, decided, keptOn, saved, type With } from './history.ts';

/** In Chinese; empty for no sentence. */
const inChinese = (words: Sentence | undefined): string => (words ? say(words, 'zh') : '');
const noClause = () => undefined;
const state = (of: Standing, id = 'v1') => [of.states.get(id)?.state, of.states.get(id)?.since];
const later = '2026-11-15T00:00:00.000Z';

describe('a change that was objected to in writing', () => {
  test('an objection in writing ends nothing: the earlier text goes on and says so, the new one was objected to', () => {
    const objection = keptOn('v1', '2026-11-15', { against: 'v2' });
    const events = [saved('v1'), saved('v2'), concluded('v1', '2026-11-05'), objection];
    const of = standing(events, noClause);
    expect(of.periods).toMatchObject([{ versionId: 'v1', from: '2026-11-04T16:00:00.000Z' }]);
    expect(of.periods[0]?.until).toBeUndefined();
    expect(inChinese(of.periods[0]?.keptOn)).toBe(
      '对变更的书面反对已于 2026-11-15 发出，何时到达没有登记；反对自到达服务商时生效（《民法典》第一百三十七条）。按原约定继续履行。',
    );
    // It takes effect by arriving, and nobody said that it did.
    expect(state(of, 'v2')).toEqual(['objected', undefined]);
    expect(isConcluded(of, 'v2')).toBe(false);
    // Decided on anew, or concluded after all, it is what was said last.
    expect(state(standing([...events, decided('v2', 'accepted', '2026-11-20T00:00:00.000Z')], noClause), 'v2')[0]).toBe(
      'decided',
    );
    const taken = standing([...events, concluded('v2', '2026-12-01')], noClause);
    expect(state(taken, 'v2')[0]).toBe('accepted');
    expect(taken.periods.map(({ versionId, keptOn: kept }) => [versionId, kept !== undefined])).toEqual([
      ['v1', true],
      ['v2', false],
    ]);
  });

  test('it is of the day on which it arrived, with that of its sending beside it; an answer says by when at the latest', () => {
    const events = [saved('v1'), saved('v2'), concluded('v1', '2026-11-05')];
    const said = (more: Partial<With<'kept-on'>>) =>
      standing([...events, keptOn('v1', '2026-11-15', { against: 'v2', ...more })], noClause);
    const arrived = said({ arrived: '2026-11-18' });
    expect(state(arrived, 'v2')).toEqual(['objected', '2026-11-17T16:00:00.000Z']);
    expect(inChinese(arrived.periods[0]?.keptOn)).toBe(
      '对变更的书面反对于 2026-11-18 到达服务商（2026-11-15 发出），自到达时生效。按原约定继续履行。',
    );
    const answered = said({ answered: '2026-11-20' });
    expect(state(answered, 'v2')).toEqual(['objected', '2026-11-19T16:00:00.000Z']);
    expect(inChinese(answered.states.get('v2')?.why)).toBe(
      '对变更的书面反对（2026-11-15 发出）已于 2026-11-20 得到答复，最晚于该日到达服务商，自到达时生效。按原约定继续履行。',
    );
  });

  test('one that was decided on alone, sent, or there, is told as far as it got', () => {
    const days = (more: Partial<With<'objected'>>) =>
      standing([saved('v1'), { kind: 'objected', versionId: 'v1', at: later, on: '2026-11-15', ...more }], noClause);
    expect(state(days({}), 'v1')).toEqual(['objected', undefined]);
    expect(inChinese(days({}).states.get('v1')?.why)).toBe(
      '2026-11-15 已决定反对它带来的变更，反对函还没有标为已发出。',
    );
    expect(state(days({ sent: '2026-11-16' }), 'v1')).toEqual(['objected', undefined]);
    expect(inChinese(days({ sent: '2026-11-16' }).states.get('v1')?.why)).toMatch(/2026-11-16 发出，何时到达没有登记/u);
    expect(state(days({ sent: '2026-11-16', arrived: '2026-11-18' }), 'v1')[1]).toBe('2026-11-17T16:00:00.000Z');
  });

  test('one that was sent before the end of a text and arrived after it says nothing of that text', () => {
    const end = { kind: 'ended', versionId: 'v1', at: later, from: '2026-11-17', why: 'terminated' } as const;
    const events = (arrived: string) => [
      saved('v1'),
      concluded('v1', '2026-11-05'),
      keptOn('v1', '2026-11-15', { arrived }),
      end,
    ];
    expect(standing(events('2026-11-16'), noClause).periods[0]?.keptOn).toBeDefined();
    expect(standing(events('2026-11-18'), noClause).periods[0]?.keptOn).toBeUndefined();
  });

  test('of one notice the last word counts: a new text that it was corrected from was never objected to', () => {
    const events = [saved('v1'), saved('v2'), saved('v3'), concluded('v1', '2026-11-05')];
    const said = (against: string, at: string) => keptOn('v1', '2026-11-15', { against, at });
    const of = standing([...events, said('v2', later), said('v3', '2026-11-16T00:00:00.000Z')], noClause);
    expect(state(of, 'v2')[0]).toBe('not-reviewed');
    expect(state(of, 'v3')[0]).toBe('objected');
    const other = keptOn('v1', '2026-11-15', { against: 'v3', noticeId: 'n2' });
    expect(state(standing([...events, said('v2', later), other], noClause), 'v2')[0]).toBe('objected');
  });

  test('an objection to a change of a text before it ended says nothing of it once it is concluded anew', () => {
    const end = { kind: 'ended', versionId: 'v1', at: later, from: '2026-11-20', why: 'terminated' } as const;
    const events = [saved('v1'), concluded('v1', '2026-11-05'), keptOn('v1', '2026-11-15'), end];
    const { periods } = standing([...events, concluded('v1', '2026-12-01')], noClause);
    expect(periods.map(({ keptOn: kept }) => kept !== undefined)).toEqual([true, false]);
  });

  test('an objection on the day of the conclusion itself is one to what goes on', () => {
    const events = [saved('v1'), concluded('v1', '2026-11-05T02:00:00.000Z'), keptOn('v1', '2026-11-05')];
    expect(standing(events, noClause).periods[0]?.keptOn).toBeDefined();
  });

  test('an objection after the end of a text says nothing of the time before', () => {
    const end = { kind: 'ended', versionId: 'v1', at: later, from: '2026-11-10', why: 'terminated' } as const;
    const events = [saved('v1'), concluded('v1', '2026-11-05'), end, keptOn('v1', '2026-11-15')];
    expect(standing(events, noClause).periods[0]?.keptOn).toBeUndefined();
  });
});
